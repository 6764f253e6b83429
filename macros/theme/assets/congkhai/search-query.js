// What a reader typed, as terms: each with the words of the vocabulary that it may mean and how surely.
import { current } from "./search-loading.js";
import { withoutSubject } from "./search-subject.js";
import { isHalf } from "./search-units.js";
import { DATE, compose, tonedForm, typedKeys, wordsOf } from "./search-words.js";

const MOST_LETTERS = 300;
const MOST_WORDS = 24;
const MOST_VARIANTS = 16;
// Words of asking, which name nothing: taken out. The longer first, for the shorter are parts of them.
const ASKING = [
  "cho toi biet", "toi muon biet", "toi muon hoi", "nhu the nao", "cho toi hoi", "co hay khong", "la bao nhieu",
  "bao nhieu", "xin hoi", "cho hoi", "the nao", "o dau", "khi nao", "bao gio", "vi sao", "tai sao", "la gi",
  "hay khong", "phai khong", "co khong", "nhu nao", "la may", "co may", "co ai", "bao nhieu tien", "bao nhieu phan tram", "may phan tram",
].sort((a, b) => b.length - a.length).map((phrase) => phrase.split(" "));
const QUESTIONS = new Set(["may", ...ASKING.flat()]);
const HOW_MUCH = /\b(?:bao nhieu|may)\b/;
// Words that may stand in a question and not in the answer: they count where they are found and are not demanded.
const OPTIONAL = (
  "là của và các những thì mà tôi gì nào nhiều được có không trong với từ đến về cho ở này đã đang sẽ còn bị tại theo như"
    + " mỗi cái hay hoặc để phải").split(" ").flatMap((word) => wordsOf(word));
// Of these alone nothing is asked; without tones only such as are no other word of a report.
const EMPTY = new Set(OPTIONAL.map((word) => word.folded).filter((word) => !/^(o|trong|tu|den|bi|con|hay|theo|nhieu|no)$/.test(word)));
// Without tones "moi" is more often mới than mỗi.
const HELPERS = { folded: new Set(OPTIONAL.map((word) => word.folded).filter((word) => word !== "moi")), toned: new Set(OPTIONAL.map((word) => word.toned)) };

const NUMBER = wordsOf("số lượng");
const MANY = tonedForm("mấy");

const isHelper = (folded) => HELPERS.folded.has(folded);

const [D, M] = ["(?<d>[12][0-9]|3[01]|[1-9])", "(?<m>1[0-2]|[1-9])"];
const DATE_FORMS = [
  `${D}/${M}/(?<y>[0-9]{2})`, `(?<d>[0-3]?[0-9])(?<m>[01][0-9])(?<y>(?:19|20)[0-9]{2})`, `(?<y>(?:19|20)[0-9]{2})(?<m>[01][0-9])(?<d>[0-3][0-9])`,
  `${D} thang ${M}`, `thang ${M}(?: nam|) ?/?(?<y>[12][0-9]{3})`, `${M}/(?<y>[12][0-9]{3})`, `${D}/${M}`, `thang ${M}`,
].map((form) => new RegExp(`^${form}(?![0-9])`));

// The terms of a query; `isBare` leaves out whom it asks.
const parse = (text, isBare = false) => {
  const { vocabulary } = current.index;
  const typed = compose(text).slice(0, MOST_LETTERS);
  let words = wordsOf(typed).slice(0, MOST_WORDS).map((word) => ({ ...word, typed: typed.slice(word.start, word.end) }));
  words = spelledOut(joinedLetters(words, vocabulary), vocabulary);
  words = partialDates(words, typed, vocabulary);
  const withTones = words.some((word) => word.toned !== word.folded);
  const asked = withoutAsking(words);
  if (asked.length) words = asked;
  if (isBare) words = withoutSubject(words);
  const open = !/\s$/.test(text);
  // Of two words none is a mere helper: "tu chu" is tự chủ.
  // "cũa", which nothing holds, is của.
  const isPassing = (word) => HELPERS.toned.has(word.toned) || (HELPERS.folded.has(word.folded) && !vocabulary.hasToned(word));
  const helps = (n) => words.length > 2 && (withTones ? isPassing(words[n]) : HELPERS.folded.has(words[n].folded) && !isOther(words, n, vocabulary));
  const terms = words.map((word, n) => termOf(word, words[n + 1], open && mayGoOn(words, n, vocabulary), vocabulary, helps(n), words[n - 1]));
  terms.forEach((one, n) => unbind(one, words[n - 1], words[n + 1], words.length, vocabulary));
  if (terms.every((one) => one.optional)) terms.forEach((one) => (one.optional = false));
  const isEmpty = words.every((word) => (withTones ? HELPERS.toned.has(word.toned) : EMPTY.has(word.folded)));
  const counts = HOW_MUCH.test(wordsOf(typed).map((word) => word.folded).join(" "));
  return { text: typed, terms: isEmpty ? [] : terms, withTones, counts };
};

// Without its tones a word may be half of another: "luong cong chuc" asks for lương, and not for "số lượng công chức".
// Where a form stands beside a partner that it is hardly ever without, and no partner of it was typed, it is not meant.
function unbind(term, left, right, count, vocabulary) {
  if (count < 2 || term.number || term.optional) return;
  // What is typed last may go on.
  const beside = right ? [left, right] : [left];
  term.lacking = new Map();
  let isWhole = false;
  for (const key of term.keys.keys()) {
    for (const toned of vocabulary.forms.get(key)?.keys() ?? []) {
      if (toned === term.toned && term.toned !== term.folded) continue;
      const bound = beside.map((word, side) => [word, current.first.vocabulary.partners(toned, side), side]).filter(([, partners]) => partners);
      const isMeant = bound.some(([word, partners]) => word && partners.includes(word.folded));
      isWhole ||= isMeant;
      if (bound.length && !isMeant) term.lacking.set(toned, bound.map(([, partners, side]) => [partners, side ? 1 : -1]));
    }
  }
  term.isHalf = !isWhole && [...term.lacking.keys()].some((toned) => vocabulary.isHalf(toned)) && !standsFree(term, left, right);
}

// Whether a word stands somewhere beside what was typed beside it, and there is not half of another: "lệ" in "phí, lệ phí".
function standsFree(term, left, right) {
  return current.index.units.some((unit) => unit.lookup.get(term.folded)?.some((spot) => !isHalf(unit, spot, term)
    && [[left, -1], [right, 1]].some(([word, step]) => word && unit.lookup.get(word.folded)?.some(({ field, at }) => field === spot.field && at === spot.at + step))));
}

// Without tones a word that looks like a helper may be another: beside "nhieu" stands nhũng and not những.
function isOther(words, n, vocabulary) {
  return [n - 1, n].some((left) => {
    const pair = words[left] && words[left + 1] && vocabulary.pairs.get(`${words[left].folded} ${words[left + 1].folded}`);
    if (!pair?.shown.size) return false;
    const written = [...pair.shown].sort((a, b) => b[1] - a[1])[0][0].split(" ")[n - left];
    return written && !HELPERS.toned.has(tonedForm(written));
  });
}

// The last word may be the beginning of another, unless it is a known neighbour of the word before it.
function mayGoOn(words, n, vocabulary) {
  return n === words.length - 1 && !(n > 0 && vocabulary.pairs.has(`${words[n - 1].folded} ${words[n].folded}`));
}

// "T.T.H.C" is TTHC: single letters in a row are one word where that is known.
function joinedLetters(words, vocabulary) {
  const joined = [];
  for (let n = 0; n < words.length; n++) {
    let end = n;
    while (end < words.length && /^[a-z]$/.test(words[end].folded)) end++;
    const whole = words.slice(n, end).map((word) => word.folded).join("");
    if (end - n > 1 && vocabulary.has(whole)) {
      joined.push({ ...words[n], folded: whole, toned: whole, end: words[end - 1].end });
      n = end - 1;
    } else joined.push(words[n]);
  }
  return joined;
}

// The text with its raw typing keys spelled out, where they make a word of the reports: "mowis" is mới.
const unkeyed = (text) => {
  const { vocabulary } = current.index;
  return wordsOf(text).reverse().reduce((made, { folded, start, end }) => {
    const typed = text.slice(start, end);
    const keys = /^[a-z]{2}/i.test(typed) && !vocabulary.has(folded) && typedKeys(typed);
    return keys && vocabulary.has(wordsOf(keys)[0]?.folded) ? made.slice(0, start) + keys + made.slice(end) : made;
  }, text);
};

// A word that nothing holds may be raw typing keys, a symbol glued to its number, or words without their spaces.
function spelledOut(words, vocabulary) {
  return words.flatMap((word, n) => {
    if (vocabulary.has(word.folded) || DATE.test(word.folded)) return [word];
    const keys = word.toned === word.folded && typedKeys(word.typed);
    const [meant] = keys ? wordsOf(keys) : [];
    const made = meant && { ...word, ...meant, start: word.start, end: word.end };
    if (made && (vocabulary.hasToned(made) || isSynonym(made) || QUESTIONS.has(made.folded))) return [made];
    const parts = unglued(word, vocabulary);
    if (parts) return parts;
    if (made && vocabulary.has(made.folded)) return [made];
    if (word.toned !== word.folded || (n === words.length - 1 && vocabulary.startingWith(word.folded).length)) return [word];
    return segmented(word.folded, vocabulary)?.map((part) => ({ ...word, folded: part, toned: part })) ?? [word];
  });
}

const isSynonym = ({ toned }) => current.index.phrases.some(({ group }) => group.some((phrase) => phrase.some((word) => word.toned === toned)));

// "QĐ3826" is "QĐ 3826", "15KHBQL" is "15 KH BQL": where the letters are known words.
function unglued(word, vocabulary) {
  const runs = word.typed.match(/\p{L}+|\p{N}+/gu) ?? [];
  if (!/^(?=.*[a-z])(?=.*[0-9])/.test(word.folded)) return null;
  const parts = runs.flatMap((run) => {
    const [part] = wordsOf(run);
    if (/^[0-9]/.test(part.folded) || vocabulary.has(part.folded) || isSynonym(part)) return [part];
    return segmented(part.folded, vocabulary)?.map((piece) => ({ folded: piece, toned: piece })) ?? [null];
  });
  return parts.every(Boolean) ? parts.map(({ folded, toned }) => ({ ...word, folded, toned })) : null;
}

// Words without their spaces: "hosodunghan" is "ho so dung han". Few words, and such as stand side by side somewhere.
function segmented(text, vocabulary) {
  if (text.length < 4 || text.length > 40 || !/^[a-z]+$/.test(text)) return null;
  // best[end] holds the cheapest row of words that ends there, for each last word.
  const best = [new Map([["", { cost: 0, row: [] }]])];
  for (let end = 1; end <= text.length; end++) {
    best[end] = new Map();
    for (let start = Math.max(0, end - 7); start < end; start++) {
      const word = text.slice(start, end);
      if (word.length < 2 || !vocabulary.has(word)) continue;
      for (const [before, { cost, row }] of best[start]) {
        const strange = before && !vocabulary.pairs.has(`${before} ${word}`) ? 1.5 : 0;
        const total = cost + 1 + strange;
        if (total < (best[end].get(word)?.cost ?? Infinity)) best[end].set(word, { cost: total, row: [...row, word] });
      }
    }
  }
  const found = [...best[text.length].values()].sort((a, b) => a.cost - b.cost)[0];
  return found && found.row.length > 1 && found.cost <= found.row.length * 1.5 ? found.row : null;
}

// "14/3" and "14 tháng 3" are that day of any year, "3/2022" and "tháng 3 năm 2022" any day of that month, "tháng 3" of
// any year, "14/3/22" and "14032022" a day: where a document bears such a date.
function partialDates(words, typed, vocabulary) {
  const days = vocabulary.startingWith("d").filter((key) => DATE.test(key));
  const dates = [];
  for (let n = 0; n < words.length; n++) {
    const found = dateAt(words.slice(n, n + 4), typed);
    const keys = found ? days.filter((key) => found.form.test(key)) : [];
    const end = found && words[n + found.length - 1].end;
    if (keys.length) dates.push({ ...words[n], toned: words[n].folded, end, keys });
    // A whole day may stand in an older report.
    else if (found?.day) dates.push({ ...words[n], folded: found.day, toned: found.day, end });
    else {
      dates.push(words[n]);
      continue;
    }
    n += found.length - 1;
  }
  return dates;
}

function dateAt(words, typed) {
  // Words with what stands between them in one form: "14/3/22", "20 thang 5", "thang 3/2022".
  const gap = (n) => (/^\s?[/.-]\s?$/.test(typed.slice(words[n - 1].end, words[n].start)) ? "/" : " ");
  const text = words.map((word, n) => (n ? gap(n) : "") + word.folded).join("");
  for (const form of DATE_FORMS) {
    const match = text.match(form);
    if (!match) continue;
    const { d = "[0-9]{2}", m, y = "[0-9]{4}" } = match.groups;
    const year = y.length === 2 ? `20${y}` : y;
    const day = y.length === 2 && `d${m.padStart(2, "0")}${d.padStart(2, "0")}y${year}`;
    return { day, length: match[0].split(/[ /]/).length, form: new RegExp(`^d${m.padStart(2, "0")}${d.padStart(2, "0")}y${year}$`) };
  }
  return null;
}

// Without its tone "may" may be máy: mấy stands behind a verb or before what is counted.
const COUNTED = /^(?:nguoi|phong|phan|don|van|lan|vu|cuoc|phieu|cai)$/;
const isMany = (words, n) => words[n].toned === "may" && n > 0 && COUNTED.test(words[n + 1]?.folded);

function withoutAsking(words) {
  const kept = [];
  for (let n = 0; n < words.length; ) {
    const phrase = ASKING.find((asking) => asking.every((word, k) => words[n + k]?.folded === word));
    if (phrase) n += phrase.length;
    else if (words[n].toned === MANY || isMany(words, n)) n++;
    else kept.push(words[n++]);
  }
  return kept;
}

function termOf(word, next, isOpen, vocabulary, helps = false, before = null) {
  const number = /^[0-9]/.test(word.folded) || Boolean(word.keys) || DATE.test(word.folded);
  let optional = helps;
  // "số 15", "ngày 14/3/2022", "năm 2018": the word only announces what follows; "phần trăm" is no more than the sign.
  if (next && /^(so|ngay|nam)$/.test(word.folded)) optional = /^[0-9]/.test(next.folded) || DATE.test(next.folded) || Boolean(next.keys);
  if (word.folded === "phan" && next?.folded === "tram" && /^[0-9]/.test(before?.folded)) optional = true;
  if (word.folded === "tram" && before?.folded === "phan") optional = true;
  const keys = new Map();
  if (word.keys) word.keys.forEach((key) => keys.set(key, 1));
  else if (vocabulary.has(word.folded)) keys.set(word.folded, 1);
  if (isOpen && !(number && keys.size) && !word.keys) {
    for (const key of vocabulary.startingWith(word.folded)) {
      if (!keys.has(key) && !DATE.test(key)) keys.set(key, 0.5);
    }
  }
  const weight = keys.size
    ? Math.max(...[...keys].filter(([, sure]) => sure === 1 || keys.size < 40).map(([key]) => vocabulary.weight(key)), 0.5)
    : vocabulary.weight(word.folded);
  return { folded: word.folded, toned: word.toned, typed: word.typed, keys, weight, optional, number, isOpen, start: word.start, end: word.end };
}

// The query without demanding the words that only say what kind of answer is wanted; null when it has none of them.
const LIGHT = ["ti le", "so luong", "tong so", "so lieu", "so", "tinh hinh", "ket qua", "thong tin", "danh sach", "noi dung", "cong tac", "viec"]
  .map((phrase) => phrase.split(" "));
const lightenedQuery = (query) => {
  const light = new Set();
  query.terms.forEach((one, n) => {
    for (const phrase of LIGHT) if (phrase.every((word, k) => query.terms[n + k]?.folded === word)) phrase.forEach((_, k) => light.add(n + k));
  });
  const terms = query.terms.map((term, n) => (light.has(n) ? { ...term, optional: true, isLight: true } : term));
  const left = terms.filter((term) => !term.optional).length;
  return light.size && left > 1 ? { ...query, terms } : null;
};

// The query as it is, and with phrases put in the place of others that mean the same.
const variants = (query) => {
  const { phrases, vocabulary } = current.index;
  let found = [{ terms: query.terms, loss: 1 }];
  for (const { group, loss } of phrases) {
    const more = found.flatMap((variant) => {
      const { at, length, from } = placeOf(variant.terms, group, query);
      // A phrase of a word that the index does not have finds nothing in it.
      return group.filter((to) => from && to !== from && to.every((word) => vocabulary.has(word.folded))).map((to) => {
        const put = to.map((word) => ({ ...termOf(word, null, false, vocabulary), phrase: to }));
        return { terms: [...variant.terms.slice(0, at), ...put, ...variant.terms.slice(at + length)], loss: variant.loss * loss };
      });
    });
    found = [...found, ...more].slice(0, MOST_VARIANTS);
  }
  return found;
};

// The longest phrase of a group that stands in the query, and where; a word that was typed with other tones is another.
// A number of something is asked for as "số", as "số lượng" and with "bao nhiêu", which is taken out before.
function placeOf(terms, group, { withTones, counts }) {
  const isSame = (term, word) => term.folded === word.folded && (!withTones || term.toned === word.toned || term.toned === term.folded);
  let best = { at: -1, length: 0, size: 0, from: null };
  for (const from of group) {
    const forms = [from];
    if (isSame(from[0], NUMBER[0])) forms.push([...NUMBER, ...from.slice(1)], ...(counts ? [from.slice(1)] : []));
    for (const form of forms) {
      for (let at = 0; form.length > best.size && at + form.length <= terms.length; at++) {
        const length = lengthOf(terms, at, form, isSame);
        if (length) best = { at, length, size: form.length, from };
      }
    }
  }
  return best;
}

// How many terms from the place on are the phrase, 0 when they are not; helpers may stand in it: "hồ sơ nào bị trễ".
function lengthOf(terms, at, form, isSame) {
  let end = at;
  for (const [n, word] of form.entries()) {
    while (n > 0 && terms[end]?.optional && !isSame(terms[end], word)) end++;
    if (!terms[end] || !isSame(terms[end], word)) return 0;
    end++;
  }
  return end - at;
}

export { isHelper, lightenedQuery, parse, unkeyed, variants };
