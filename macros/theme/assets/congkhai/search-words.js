// A text as the words that a search compares. macros/outputs/search/search_words.py states the same rules; a test holds them together.
const TONES = { "\u0300": "2", "\u0301": "1", "\u0303": "4", "\u0309": "3", "\u0323": "5" };
const [D, M, Y] = ["(0?[1-9]|[12][0-9]|3[01])", "(0?[1-9]|1[0-2])", "([12][0-9]{3})"];
const WORD = new RegExp(
  `(?<![0-9])${D} ?[/.-] ?${M} ?[/.-] ?${Y}(?![0-9])` +
    `|(?<![0-9])${Y}[/.-]${M}[/.-]${D}(?![0-9])` +
    `|(?<![0-9])${D} thang ${M}(?:,? nam |, ?| ?/ ?| )${Y}(?![0-9])` +
    "|([0-9]{1,3}(?:\\.[0-9]{3})+(?:,[0-9]+)?|[0-9]{1,3}(?:,[0-9]{3}){2,}|[0-9]+[.,][0-9]+)(?![.,]?[0-9])" +
    "|([\\p{L}\\p{N}\u0300]+)",
  "gu",
);
const TRAILING_Y = /^([bcdghklmnpqrstvx]+|qu)y$/;
const GROUPED = /^[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?$/;

// One letter without marks and case; a mark that has no letter is U+0300.
function flat(letter) {
  const bare = letter.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  return bare === "" ? "\u0300" : String.fromCodePoint(bare.codePointAt(0));
}

// NFC, with Đ for the Icelandic letter that looks like it and that keyboards and old files have; of the same length.
const compose = (text) => text.normalize("NFC").replaceAll("\u00d0", "\u0110").replaceAll("\u00f0", "\u0111");

const oneI = (word) => word.replace(TRAILING_Y, "$1i");

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

function wordOf(match, text) {
  const [, d1, m1, y1, y2, m2, d2, d3, m3, y3, number, word] = match;
  for (const [day, month, year] of [[d1, m1, y1], [d2, m2, y2], [d3, m3, y3]]) {
    if (day && month && year) {
      const name = `d${month.padStart(2, "0")}${day.padStart(2, "0")}y${year}`;
      return { folded: name, toned: name };
    }
  }
  if (number) {
    const plain = plainNumber(number);
    return { folded: plain, toned: plain };
  }
  const bare = word.replaceAll("\u0300", "");
  if (bare === "") return null;
  if (/^[0-9]+$/.test(bare)) {
    const digits = bare.replace(/^0+/, "") || "0";
    return { folded: digits, toned: digits };
  }
  return { folded: oneI(bare), toned: tonedForm(text) };
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

export { begins, compose, plainNumber, tonedForm, typedKeys, wordsOf };
