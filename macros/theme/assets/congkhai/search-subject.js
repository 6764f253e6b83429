// Whom and when a question asks: words that every question may have and no answer need have, for every report is of
// this agency. They are taken out where they stand, and never the last that is left.
import { wordsOf } from "./search-words.js";

// How the agency and the site are named; alone such a name may be what is asked for.
const NAMES = ["ban quản lý các khu công nghiệp", "cơ quan", "đơn vị", "ban quản lý", "ban", "sở", "trang", "trang web", "người dân", "bà con"];
const BEFORE = ["ở", "tại", "của", "trong", "thuộc", "từ", "cho"];
const AFTER = ["này", "mình", "ta", "đó", "chúng ta", "chúng tôi", "tôi"];
// At the beginning a name is the subject of what follows.
const VERBS = ["có", "đã", "đang", "được", "còn", "bị"];
// What says neither what nor where.
const ASIDES = [
  "ở đây", "tại đây", "năm nay", "hiện nay", "hiện tại", "hiện giờ", "bây giờ", "làm ơn", "cho em hỏi", "cho mình hỏi", "xin cho biết", "cho biết",
  "tôi muốn", "mình muốn", "muốn", "tôi cần", "làm sao để", "làm thế nào để", "ai cũng", "mọi người", "vậy", "xem", "tìm", "tra cứu",
  "nghĩa của", "có nghĩa", "viết tắt của", "là viết tắt của", "từ nào", "chữ nào", "rồi", "ạ",
];
// At the end of a question.
const ENDS = ["chưa", "không", "ko", "rồi chưa"];

const read = (phrases) => phrases.map((phrase) => wordsOf(phrase)).sort((a, b) => b.length - a.length);
const [names, before, after, verbs, asides, ends] = [NAMES, BEFORE, AFTER, VERBS, ASIDES, ENDS].map(read);

// How many of the words from the n-th on are one of the phrases; a word that was typed with other tones is another.
function length(phrases, words, n) {
  const isSame = (word, wanted) => word?.folded === wanted.folded && (word.toned === wanted.toned || word.toned === word.folded);
  return phrases.find((phrase) => phrase.every((wanted, k) => isSame(words[n + k], wanted)))?.length ?? 0;
}

// How many words from the n-th on only say whom the question asks.
function subject(words, n) {
  const first = length(before, words, n);
  const name = length(names, words, n + first);
  if (!name) return 0;
  const last = length(after, words, n + first + name);
  const whole = first + name + last;
  const isSubject = n === 0 && !first && length(verbs, words, whole) > 0;
  // "trong đơn vị sự nghiệp" is another than the agency: only what ends or is pointed at is sure.
  return last || isSubject || (first && n + whole === words.length) ? whole : 0;
}

// The words of a query without those that say whom it asks.
const withoutSubject = (words) => {
  const kept = [];
  for (let n = 0; n < words.length; ) {
    const end = length(ends, words, n);
    const taken = subject(words, n) || length(asides, words, n) || (end && n + end === words.length ? end : 0);
    if (taken) n += taken;
    else kept.push(words[n++]);
  }
  return kept.length ? kept : words;
};

export { withoutSubject };
