// Whether a query that found nothing is English: the site is in Vietnamese, and says so to whom it may concern.
import { current } from "./search-loading.js";
import { isSyllable } from "./search-slips.js";
import { wordsOf } from "./search-words.js";

// The commonest English words, and those of this matter. Such as are Vietnamese syllables as well tell nothing.
const COMMON = new Set((
  "the of and for are is was were has have with from by this that which what where when who how why many much does did can could will would about"
    + " your you we our us they their there any all not or if it its be been at as english report reports staff employee employees number rate"
    + " percent percentage service services public online contact phone address download data open government administrative administration reform"
    + " procedure procedures document documents application applications satisfaction citizen citizens budget salary salaries people time license"
    + " province department office agency indicator indicators compare year annual half quarter search help home page website news"
).split(" "));
// What ends English words and no syllable of Vietnamese.
const ENDING = /(?:tion|sion|ing|ment|ness|ity|ies|ance|ence|ship|able|ible|ful|ous|ive|ers?|ors?|ed|ly|ss|ck|ct|ght|rt|st|nd|ld|ts|ns|ls|rs|ces?|ges?|ses?|tes?|res?|les?)$/;
const MANY_CONSONANTS = /[bcdfghjklmnpqrstvwxz]{4}/;

const isWord = (text) => COMMON.has(text) || (text.length > 3 && /[aeiouy]/.test(text) && ENDING.test(text) && !MANY_CONSONANTS.test(text));

// Most of its words are English, one of them at least a common one or long, and none is of the reports.
const isInEnglish = (text) => {
  if (!current.index || /[^\x00-\x7f]/.test(text)) return false;
  const { vocabulary } = current.index;
  const asked = wordsOf(text).map(({ folded }) => folded).filter((word) => /[a-z]/.test(word));
  const told = asked.filter((word) => !isSyllable(word));
  if (!told.length || told.some((word) => vocabulary.has(word) && !COMMON.has(word))) return false;
  if (asked.some((word, n) => n > 0 && vocabulary.pairs.has(`${asked[n - 1]} ${word}`))) return false;
  const english = asked.filter(isWord);
  return english.length * 2 > asked.length && english.some((word) => COMMON.has(word) || word.length > 5);
};

export { isInEnglish };
