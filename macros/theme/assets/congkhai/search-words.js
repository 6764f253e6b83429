// A text as the words that a search compares, by the rules of macros/outputs/search/search_words.py, which are looked up.
import { rules } from "./search-rules.js";

const { tones: TONES, lookalikes, uncrossed, bare, dates, number: NUMBER, plain: PLAIN, hash } = rules.words;
const pattern = (name, flags = "u") => new RegExp(rules.words[name].replaceAll("{letter}", "[\\p{L}\\p{N}]"), flags);
const [WORD, MARKS] = [pattern("word", "gu"), pattern("marks", "gu")];
const [DATE, DIGITS, GROUPED, TRAILING_Y, LONG_NUMBER] = ["date", "digits", "grouped", "trailingY", "longNumber"].map((name) => pattern(name));

const mapped = (text, table) => Object.entries(table).reduce((made, [one, other]) => made.replaceAll(one, other), text);

// One letter without marks and case.
function flat(letter) {
  const [first = bare] = mapped(letter.toLowerCase().normalize("NFD").replace(MARKS, ""), uncrossed);
  return first;
}

// NFC, with Đ for the Icelandic letter that looks like it and that keyboards and old files have; of the same length.
const compose = (text) => mapped(text.normalize("NFC"), lookalikes);

const oneI = (word) => word.replace(TRAILING_Y, "$1i");

// FNV-1a, as a number of 32 bits, to so many shards.
const bucket = (key, shards) => {
  let [value] = hash;
  for (const letter of key) value = Math.imul(value ^ letter.codePointAt(0), hash[1]) >>> 0;
  return value % shards;
};

// A word in one spelling, its tone behind it: "hoà" and "hòa" are hoa2.
function tonedForm(text) {
  let tone = "";
  let letters = "";
  for (const letter of text.toLowerCase().normalize("NFD")) {
    if (TONES[letter]) tone = TONES[letter];
    else letters += letter;
  }
  return oneI(letters.normalize("NFC")) + tone;
}

// Whether the one form may be the beginning of the other: "hô" and "hồ" may become "hồng", "hộ" may not.
const begins = (whole, start) => {
  const tone = /[1-5]$/.test(start) ? start.slice(-1) : "";
  return whole.startsWith(tone ? start.slice(0, -1) : start) && (!tone || whole.endsWith(tone));
};

// "10.749.656" and "10,749,656" are 10749656, "43,750" is 43.75.
function plainNumber(text) {
  if (GROUPED.test(text)) text = text.replaceAll(".", "").replace(",", ".");
  else if (text.indexOf(",") !== text.lastIndexOf(",")) text = text.replaceAll(",", "");
  const [whole, decimals = ""] = text.replace(",", ".").split(".");
  const kept = decimals.replace(/0+$/, "");
  return (whole.replace(/^0+/, "") || "0") + (kept && `.${kept}`);
}

// The words of a text: { folded, toned, start, end }; offsets are those of its NFC.
function wordsOf(text) {
  const composed = compose(text);
  const letters = [...composed];
  const flattened = letters.map(flat);
  // Offsets in the flat text back to the composed one: a letter beyond the BMP may be two units in one only.
  const straight = flattened.join("").length === composed.length;
  const found = [];
  for (const match of flattened.join("").matchAll(WORD)) {
    const start = straight ? match.index : origin(letters, flattened, match.index);
    const end = straight ? start + match[0].length : origin(letters, flattened, match.index + match[0].length);
    const word = wordOf(match, composed.slice(start, end));
    if (word) found.push({ ...word, start, end });
  }
  return found;
}

function origin(letters, flattened, index) {
  let [from, to] = [0, 0];
  for (let n = 0; n < letters.length && to < index; n++) {
    to += flattened[n].length;
    from += letters[n].length;
  }
  return from;
}

function dateName(match) {
  const [day, month, year] = dates.map((groups) => groups.map((group) => match[group])).find((found) => found.every(Boolean));
  return `d${month.padStart(2, "0")}${day.padStart(2, "0")}y${year}`;
}

function wordOf(match, text) {
  if (match[PLAIN] === undefined) {
    const name = match[NUMBER] ? plainNumber(match[NUMBER]) : dateName(match);
    return { folded: name, toned: name };
  }
  const folded = match[PLAIN].replaceAll(bare, "");
  if (folded === "") return null;
  if (DIGITS.test(folded)) {
    const digits = folded.replace(/^0+/, "") || "0";
    return { folded: digits, toned: digits };
  }
  return { folded: oneI(folded), toned: tonedForm(text) };
}

// The keys of Telex and VNI, for a reader whose typing aid was off: "hoof" and "ho62" are hồ, "qdd" is qđ. Null where
// they are not. A tone's key is a consonant until a vowel has come: the s of "soos" is one, and then a tone.
const TELEX_TONES = { f: "\u0300", s: "\u0301", x: "\u0303", r: "\u0309", j: "\u0323" };
const VNI_TONES = { 1: "\u0301", 2: "\u0300", 3: "\u0309", 4: "\u0303", 5: "\u0323" };
const HATS = { a: "â", e: "ê", o: "ô" };

function typedKeys(word) {
  const lower = word.toLowerCase();
  if (!/^[a-z][a-z1-9]+$/.test(lower)) return null;
  const [tones, shaped] = /[1-9]/.test(lower) ? [VNI_TONES, vni] : [TELEX_TONES, telex];
  let [letters, tone] = ["", ""];
  for (const key of lower) {
    const isVowelThere = /[aăâeêioôơuưy]/.test(afterInitial(letters)[1]);
    if (tones[key] && isVowelThere) tone = tones[key];
    else letters = shaped(letters, key, isVowelThere) ?? letters + key;
  }
  if (/[1-9]/.test(letters)) return null;
  // No syllable has a hook on one of two only: "luwong" is lương. But nothing ends in ươ: "thuowr" is thuở.
  letters = letters.replace(/[uư]ơ(?=.)|ưo/, "ươ").replace(/ươ$/, "uơ");
  const isSyllable = /^[^aăâeêioôơuưy]*(?:[aăâeêioôơuưy]{1,3}(?:ch|ng|nh|[cmnpt])?)?$/.test(letters);
  return !isSyllable || (letters === lower && !tone) ? null : accented(letters, tone);
}

// The consonants that a syllable begins with, and the rest of it: the u of "qu" is no vowel.
const afterInitial = (letters) => letters.match(/^(qu|gi(?=[aăâeêoôơuư])|[^aăâeêioôơuưy]*)(.*)$/).slice(1);

function telex(letters, key, isVowelThere) {
  if (key === "d" && (letters.endsWith("d") || (letters.startsWith("d") && isVowelThere))) return crossed(letters);
  if (HATS[key]) return marked(letters, key, HATS[key]);
  return key === "w" ? hooked(letters) ?? `${letters}ư` : null;
}

function vni(letters, key) {
  if (key === "9") return crossed(letters);
  if (key === "8") return marked(letters, "a", "ă");
  if (key === "7") return hooked(letters, false);
  const last = key === "6" && afterInitial(letters)[1].match(/[aeo](?=[^aeo]*$)/);
  return last ? marked(letters, last[0], HATS[last[0]]) : null;
}

const crossed = (letters) => (letters.includes("d") ? letters.replace(/d(?=[^d]*$)/, "đ") : null);

// The last such vowel of the syllable with its mark.
function marked(letters, vowel, made) {
  const [initial, rest] = afterInitial(letters);
  const at = rest.lastIndexOf(vowel);
  return at < 0 ? null : initial + rest.slice(0, at) + made + rest.slice(at + 1);
}

// The hook goes on "uo" as a whole, on the o, or on the u; the w of Telex makes ă of an a that follows no u.
function hooked(letters, alsoBreve = true) {
  const [initial, rest] = afterInitial(letters);
  if (alsoBreve && /a/.test(rest) && !/^ua/.test(rest)) return marked(letters, "a", "ă");
  if (rest.includes("uo")) return initial + rest.replace("uo", "ươ");
  return marked(letters, "o", "ơ") ?? marked(letters, "u", "ư");
}

// The syllable with its tone where it is written: on the letter with a hat or a hook, before an ending on the last vowel.
function accented(letters, tone) {
  const [initial, rest] = afterInitial(letters);
  const vowels = rest.match(/^[aăâeêioôơuưy]*/)[0];
  const hat = vowels.search(/[ăâêôơư](?=[^ăâêôơư]*$)/);
  const at = hat >= 0 ? hat : vowels.length < rest.length ? vowels.length - 1 : vowels.length > 2 ? 1 : 0;
  return (tone && vowels ? initial + rest.slice(0, at + 1) + tone + rest.slice(at + 1) : letters).normalize("NFC");
}

export { DATE, LONG_NUMBER, begins, bucket, compose, plainNumber, tonedForm, typedKeys, wordsOf };
