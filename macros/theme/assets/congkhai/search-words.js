// A text as the words that a search compares. macros/search/words.py states the same rules; a test holds them together.
(() => {
  "use strict";
  const search = (window.congkhaiSearch ??= {});

  const TONES = { "\u0300": "2", "\u0301": "1", "\u0303": "4", "\u0309": "3", "\u0323": "5" };
  const [D, M, Y] = ["(0?[1-9]|[12][0-9]|3[01])", "(0?[1-9]|1[0-2])", "([12][0-9]{3})"];
  const WORD = new RegExp(
    `(?<![0-9])${D} ?[/.-] ?${M} ?[/.-] ?${Y}(?![0-9])` +
      `|(?<![0-9])${Y}-${M}-${D}(?![0-9])` +
      `|(?<![0-9])${D} thang ${M} nam ${Y}(?![0-9])` +
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

  const oneI = (word) => word.replace(TRAILING_Y, "$1i");

  // A word in one spelling, its tone behind it: "hoà" and "hòa" are hoa2.
  function toned(text) {
    let tone = "";
    let letters = "";
    for (const letter of text.toLowerCase().normalize("NFD")) {
      if (TONES[letter]) tone = TONES[letter];
      else letters += letter;
    }
    return oneI(letters.normalize("NFC")) + tone;
  }

  // "10.749.656" and "10,749,656" are 10749656, "43,750" is 43.75.
  function plainNumber(text) {
    if (GROUPED.test(text)) text = text.replaceAll(".", "").replace(",", ".");
    else if (text.indexOf(",") !== text.lastIndexOf(",")) text = text.replaceAll(",", "");
    const [whole, decimals = ""] = text.replace(",", ".").split(".");
    const kept = decimals.replace(/0+$/, "");
    return (whole.replace(/^0+/, "") || "0") + (kept && `.${kept}`);
  }

  // The words of a text: { folded, toned, start, end }; offsets are those of its NFC.
  function words(text) {
    const composed = text.normalize("NFC");
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
    return { folded: oneI(bare), toned: toned(text) };
  }

  // The keys of Telex and VNI, for a reader whose typing aid was off: "hoof" and "ho62" are hồ. Null where they are not.
  const TELEX_TONES = { f: "\u0300", s: "\u0301", x: "\u0303", r: "\u0309", j: "\u0323" };
  const VNI_TONES = { 1: "\u0301", 2: "\u0300", 3: "\u0309", 4: "\u0303", 5: "\u0323" };
  const VNI_SHAPES = { 6: "\u0302", 7: "\u031b", 8: "\u0306" };

  function typedKeys(word) {
    const lower = word.toLowerCase();
    if (/^[a-z]+[1-9]+[a-z1-9]*$/.test(lower) && /[aeiouy]/.test(lower)) return vni(lower);
    return /^[a-z]{3,}$/.test(lower) ? telex(lower) : null;
  }

  function vni(word) {
    let tone = "";
    let letters = "";
    for (const key of word) {
      if (VNI_TONES[key]) tone = VNI_TONES[key];
      else if (key === "9") letters = letters.replace("d", "đ");
      else if (VNI_SHAPES[key]) letters = shaped(letters, VNI_SHAPES[key]);
      else letters += key;
    }
    return accented(letters, tone);
  }

  // Puts a hook or a hat on the last vowel that can bear it; "uo" takes two hooks.
  function shaped(letters, mark) {
    const able = { "\u0302": /[aeo](?=[^aeo]*$)/, "\u031b": /u?o(?=[^o]*$)|u(?=[^u]*$)/, "\u0306": /a(?=[^a]*$)/ }[mark];
    return letters.replace(able, (vowels) => [...vowels].map((vowel) => vowel + mark).join(""));
  }

  function telex(word) {
    let tone = "";
    let letters = word.replace(/^dd/, "đ");
    const last = letters.match(/[fsxrj](?=[a-z]*$)/);
    if (last && letters.search(/[aeiouy]/) < last.index && last.index > 0) {
      tone = TELEX_TONES[last[0]];
      letters = letters.slice(0, last.index) + letters.slice(last.index + 1);
    }
    if (letters.indexOf("d") === 0 && letters.lastIndexOf("d") > 0) letters = `đ${letters.slice(1).replace("d", "")}`;
    letters = letters.replace(/uow|uwow|uwo/, "u\u031bo\u031b");
    letters = letters.replace(/([aeo])\1/, "$1\u0302").replace(/([ou])w/, "$1\u031b").replace(/aw/, "a\u0306");
    // The shaping key may come at the end of the syllable: "cuar", "tuowng", "duongw", "hanhja".
    if (/w$/.test(letters)) letters = shaped(letters.slice(0, -1), /a/.test(letters) ? "\u0306" : "\u031b");
    return accented(letters, tone);
  }

  // The syllable with its tone; where the tone stands does not matter to `toned`.
  function accented(letters, tone) {
    const whole = letters.normalize("NFC");
    if (!tone) return /^[a-z]*$/.test(whole) ? null : whole;
    const place = whole.search(/[aăâeêioôơuưy](?=[^aăâeêioôơuưy]*$)/);
    return place < 0 ? null : (whole.slice(0, place + 1) + tone + whole.slice(place + 1)).normalize("NFC");
  }

  Object.assign(search, { words, toned, typedKeys, plainNumber });
})();
