// What a reader may have meant: a query with its slips of the keys and of the ear mended by the words that the index knows.
import { current } from "./search-loading.js";
import { isHelper, parse } from "./search-query.js";
import { typedKeys, wordsOf } from "./search-words.js";

// The letters that are often mistaken for each other in Vietnamese spelling, made one.
function sound(word) {
  return word
    .replace(/^(gi|r|d)(?=[aeiouy])/, "d").replace(/^tr/, "ch").replace(/^x/, "s").replace(/^l/, "n").replace(/^gh/, "g")
    .replace(/^ngh/, "ng").replace(/^(k|q)/, "c").replace(/ng$|nh$/, "n").replace(/[ck]$|ch$/, "t").replace(/y/g, "i");
}

// Whether one letter more, less, other or swapped makes the one word the other; two in a long word.
function isSlip(a, b, most = Math.min(a.length, b.length) >= 6 ? 2 : 1) {
  if (Math.abs(a.length - b.length) > most) return false;
  let [older, old] = [[], [...Array(b.length + 1).keys()]];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], older[j - 2] + 1);
    }
    [older, old] = [old, row];
  }
  return old[b.length] <= most;
}

// Whether two neighbouring letters have changed places.
function isSwap(a, b) {
  const at = [...a].findIndex((letter, n) => letter !== b[n]);
  return a.length === b.length && at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

// A syllable as Vietnamese writes them; what is none is a slip by its looks.
const RIMES = (
  "a ac ach ai am an ang anh ao ap at au ai e ec ech em en eng enh eo ep et eu i ia ic ich iec iem ien ieng iep iet ieu im in inh ip it iu"
    + " o oa oac oach oai oam oan oang oanh oao oap oat oai oay oc oe oen oeo oet oi om on ong oong op ot u ua uac uai uan uang uat uau uay uc ue"
    + " uech uen uenh ui uya um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uych uyen uyet uynh uyt uyu ay y yem yen yet yeu ui uou"
).split(" ");
const SYLLABLE = new RegExp(`^(?:ng(?=[aou])|ngh(?=[ei])|gh(?=[ei])|k(?=[eiy])|c(?=[aou])|qu|q(?=u)|gi|g|kh|ph|th|tr|ch|nh|[bdhlmnrstvx])?(?:${RIMES.join("|")})$`);
const isSyllable = (word) => SYLLABLE.test(word);

// The beginning of a numbering, "quý II": its number is no word.
const NUMBERED = /^(qui|q|nhom|muc|phan|chuong|phu|luc|ki)$/;

// The query with its slips mended, by the row of words that stand side by side most; null when there is none. What the
// index knows is changed for a sound-alike only, and then `strange` is less than `changed`: an offer, no more. `isPlain` when each change is the only one that
// comes to mind, so that two words are mended as well.
const mendedQuery = (query) => {
  const { vocabulary } = current.index;
  const { terms, withTones } = query;
  if (!terms.length || terms.length > 12) return null;
  const stand = (a, b) => a && b && vocabulary.pairs.has(`${a.folded} ${b.folded}`);
  // A known word beside its known neighbour is right.
  const isRight = (term, n) => isKnown(term, withTones) && (stand(terms[n - 1], term) || stand(term, terms[n + 1]));
  const choices = terms.map((term, n) => (isRight(term, n) ? [{ word: term.folded, cost: 0 }] : choicesOf(term, terms[n - 1], withTones, terms.length)));
  // Two letters that have changed places in what is no word of the index: the commonest slip of the keys.
  const isTurned = (term, word) => !isKnown(term, withTones) && !vocabulary.has(term.folded) && isSwap(term.folded, word);
  const joined = (a, b) => (vocabulary.pairs.has(`${a} ${b}`) ? 1.2 + Math.min(0.6, vocabulary.pairs.get(`${a} ${b}`).count / 20) : 0);
  let rows = choices[0].map(({ word, cost }) => ({ words: [word], cost }));
  for (const column of choices.slice(1)) {
    rows = column.map(({ word, cost }) => {
      const costs = rows.map((row) => row.cost + cost - joined(row.words.at(-1), word));
      const least = costs.indexOf(Math.min(...costs));
      return { words: [...rows[least].words, word], cost: costs[least] };
    });
  }
  const best = rows.sort((a, b) => a.cost - b.cost)[0].words;
  const isChanged = best.map((word, n) => word !== terms[n].folded);
  const changed = isChanged.filter(Boolean).length;
  // How much nearer a word stands to its neighbours than any other would: a slip is mended when one word stands out.
  const cost = (n, { word, cost: own }) => own - (n > 0 ? joined(best[n - 1], word) : 0) - (n + 1 < best.length ? joined(word, best[n + 1]) : 0);
  const standsOut = (n) => {
    const [first, second = Infinity] = choices[n].map((choice) => cost(n, choice)).sort((a, b) => a - b);
    return second - first >= MARGIN;
  };
  const standsBeside = (n) => vocabulary.pairs.has(`${best[n - 1]} ${best[n]}`) || vocabulary.pairs.has(`${best[n]} ${best[n + 1]}`);
  const fits = (n) => (n === 0 || vocabulary.pairs.has(`${best[n - 1]} ${best[n]}`)) && (n + 1 === best.length || vocabulary.pairs.has(`${best[n]} ${best[n + 1]}`));
  // A slip by its looks, or by the tones that were typed with it, or in what is heard at its end, is sure to be one; and
  // so is the only strange word of a query that with another beginning stands beside its neighbour.
  const isSure = (term, word, n) => !SYLLABLE.test(term.folded) || (withTones && term.toned !== term.folded) || isTurned(term, word)
    || term.folded[0] === word[0] || (changed === 1 && terms.length > 2 && standsBeside(n) && standsOut(n));
  // A word of the index is taken for another only where that one stands beside both its neighbours.
  if (terms.some((term, n) => isChanged[n] && vocabulary.has(term.folded) && !fits(n))) return null;
  const strange = terms.filter((term, n) => isChanged[n] && !isKnown(term, withTones) && isSure(term, best[n], n)).length;
  // No short form, and not the raw keys of another word.
  const isWord = ({ typed }) => typed !== typed.toUpperCase() && !typedKeys(typed);
  const isPlain = terms.length > 1 && terms.every((term, n) => !isChanged[n] || (isWord(term) && fits(n) && standsOut(n) && !vocabulary.has(term.folded) && (!SYLLABLE.test(term.folded) || isTurned(term, best[n]))));
  if (!changed || best.some((word, n) => !vocabulary.has(word) || (isChanged[n] && (word === best[n - 1] || word === best[n + 1])))) return null;
  const text = shown(best, terms, isChanged);
  const made = wordsOf(text);
  if (withTones && terms.some((term, n) => isChanged[n] && term.toned !== term.folded && !isSlip(made[n]?.toned ?? "", term.toned))) return null;
  return { text, changed, strange, isPlain, count: terms.length, query: parse(`${text} `) };
};

const isKnown = (term, withTones) => (withTones ? current.index.vocabulary.hasToned(term) : current.index.vocabulary.has(term.folded));

// What may stand in the place of a word: itself, and known words a slip away; of a toned word such as differ no more with
// their tones on. A well-formed syllable is taken for another that sounds alike only, a known one at a price.
function choicesOf(term, before, withTones, count) {
  const { vocabulary } = current.index;
  const known = isKnown(term, withTones);
  const own = [{ word: term.folded, cost: known ? 0 : term.keys.size ? 1.5 : 6 }];
  // Two consonants are a short form: "lđ" is not QĐ.
  if (/^[^aeiouy]{1,2}$/.test(term.folded)) return own;
  const isNumeral = /^[ivx]+$/.test(term.folded) && (NUMBERED.test(before?.folded) || term.typed === term.typed?.toUpperCase());
  if (!LETTERS.test(term.folded) || isNumeral || term.folded.length < 2 || vocabulary.short.has(term.typed) || term.optional || (term.isHalf && known)) return own;
  const isFormed = SYLLABLE.test(term.folded);
  // A syllable alone may be any: nothing speaks for another.
  if (count === 1 && (isFormed || typedKeys(term.typed) || term.folded.length < 4)) return own;
  const heard = sound(term.folded);
  for (const [word, forms] of vocabulary.forms) {
    if (Math.abs(word.length - term.folded.length) > 2 || word === term.folded || !LETTERS.test(word) || isHelper(word)) continue;
    const alike = soundOf(word) === heard && isSlip(word, term.folded, 2);
    // A pair of words of which the index knows one only is of something else, unless its ending is heard alike.
    if (count < 3 && !known && isFormed && word[0] !== term.folded[0]) continue;
    const isTurned = !known && !vocabulary.has(term.folded) && isSwap(word, term.folded);
    if (!alike && !isTurned && (known || isFormed || !isSlip(word, term.folded))) continue;
    if (withTones && term.toned !== term.folded && ![...forms.keys()].some((form) => isSlip(form, term.toned))) continue;
    own.push({ word, cost: (alike ? 0.9 : 1.4) + (known ? 0.2 : 0) });
  }
  return own;
}

const sounds = new Map();
function soundOf(word) {
  if (!sounds.has(word)) sounds.set(word, sound(word));
  return sounds.get(word);
}

const MARGIN = 0.25;
const LETTERS = /^[a-zđ]+$/;

// The words as they are most often written, two by two, and what was not changed as it was typed with its tones.
function shown(words, terms, isChanged) {
  const { vocabulary } = current.index;
  const written = words.slice();
  for (let n = 1; n < words.length; n++) {
    const pair = vocabulary.pairs.get(`${words[n - 1]} ${words[n]}`);
    if (!pair?.shown.size) continue;
    const [first, second] = [...pair.shown].sort((a, b) => b[1] - a[1])[0][0].split(" ");
    if (written[n - 1] === words[n - 1]) written[n - 1] = first;
    written[n] = second ?? written[n];
  }
  return written.map((word, n) => (!isChanged[n] && terms[n].typed && terms[n].toned !== terms[n].folded ? terms[n].typed.toLowerCase() : word)).join(" ");
}

export { isSyllable, mendedQuery };
