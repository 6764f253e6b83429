// Which letters of a text are what the query found, to be marked: the match, and not whatever shares its letters.
//
// 1. Words that stand beside their neighbours in the query ("hồ sơ" for "ho so") are the match, where they do: not the
//    "số" that is folded alike, nor the "sơ" of "sơ đồ". Side by side counts most, then a word or two between.
// 2. A word that stands near none is one anywhere, unless the reports write it beside its neighbour in the query: then
//    it is no match alone. When no words of the query stand together in what was found, each is.
// 3. Of a query with tones, words with those tones, where there are such.
// 4. Words of a synonym or an abbreviation written out are marked as the whole phrase only.
// 5. Helping words ("của", "được") are marked beside a marked word only.
import { current } from "./search-loading.js";
import { expanded, withIndex } from "./search-units.js";
import { begins } from "./search-words.js";

// Where the words of the query stand in a text: [from, to], neighbours joined to one stretch.
const foundSpans = (composed, result) => {
  const words = expanded(composed, current.index.abbreviations);
  const found = [];
  for (const reading of readings(result)) found.push(...wordsOf(words, reading), ...phrasesOf(words, reading));
  return joined(composed, found.sort((a, b) => a[0] - b[0] || a[1] - b[1]));
};

// How a result answers each wording of the query, reckoned when its text is first shown.
function readings(result) {
  result.readings ??= withIndex(result.index ?? current.index, () => (result.wordings ?? []).map((terms) => readingOf(result, terms)));
  // The index of an older report is not held for what is told already.
  result.index = null;
  return result.readings;
}

// The terms of a wording, each with the forms that it may have, how near a neighbour stands to it at best (0 for far),
// and whether it is a match alone; and the pairs of terms that stand together.
function readingOf({ unit, query }, terms) {
  const spots = terms.map((term) => (term.phrase ? [] : spotsOf(unit, term, query.withTones)));
  const pairs = neighbours(terms).map(([a, b]) => ({ a, b, value: closest(spots[a], spots[b]).value }));
  const together = pairs.some((pair) => pair.value);
  const told = terms.map((term, n) => {
    const own = pairs.filter(({ a, b }) => a === n || b === n);
    return {
      term,
      forms: new Set(spots[n].map((spot) => spot.toned)),
      near: Math.max(0, ...own.map((pair) => pair.value)),
      alone: !together || !own.some(({ a, b }) => standTogether(keysOf(terms[a], n === a && spots[a]), keysOf(terms[b], n === b && spots[b]))),
    };
  });
  return { terms: told, pairs: pairs.filter((pair) => pair.value) };
}

// Of a query with tones, the spots with these tones, where there are any.
function spotsOf(unit, term, withTones) {
  const spots = [...term.keys.keys()].flatMap((key) => (unit.lookup.get(key) ?? []).map((spot) => ({ ...spot, key })));
  const same = spots.filter((spot) => spot.toned === term.toned || (spot.key !== term.folded && begins(spot.toned, term.toned)));
  return withTones && same.length ? same : spots;
}

// Pairs of terms that follow each other in the query, with nothing but helping words between; no helper is in one.
function neighbours(terms) {
  const pairs = [];
  let before = -1;
  terms.forEach((term, n) => {
    if (term.optional) return;
    if (before >= 0 && !term.phrase && !terms[before].phrase) pairs.push([before, n]);
    before = n;
  });
  return pairs;
}

// The pairs of spots that stand nearest to each other: side by side, or else a word or two apart, or else swapped.
function closest(left, right) {
  let [best, found] = [0, []];
  for (const a of left) {
    for (const b of right) {
      if (a.field !== b.field) continue;
      const gap = b.at - a.at;
      const value = gap === 1 ? 3 : gap === 2 || gap === 3 ? 2 : gap === -1 ? 1 : 0;
      if (value > best) [best, found] = [value, []];
      if (value && value === best) found.push([a, b]);
    }
  }
  return { value: best, spots: found };
}

// The words that a term may be; those that were found, where there are such.
const keysOf = (term, spots) => (spots && spots.length ? [...new Set(spots.map((spot) => spot.key))] : [...term.keys.keys()]);

const standTogether = (left, right) => {
  const { pairs } = current.index.vocabulary;
  return left.some((a) => right.some((b) => pairs.has(`${a} ${b}`)));
};

// The words of a text that are marked for one wording of the query.
function wordsOf(words, { terms, pairs }) {
  const able = terms.map(({ term, forms }) => words.filter((word) => term.keys.has(word.folded) && forms.has(word.toned)));
  const held = terms.map(({ term, near, alone }, n) => new Set(!near && alone && !term.optional ? able[n] : []));
  for (const { a, b, value } of pairs) {
    const there = closest(able[a], able[b]);
    if (there.value !== value) continue;
    for (const [left, right] of there.spots) {
      if (terms[a].near === value) held[a].add(left);
      if (terms[b].near === value) held[b].add(right);
    }
  }
  const isHeld = (from, to, at) => held.slice(from, to).some((own) => [...own].some((word) => word.at === at));
  return terms.flatMap(({ term }, n) => {
    const own = term.optional ? able[n].filter(({ at }) => isHeld(0, n, at - 1) || isHeld(n + 1, undefined, at + 1)) : [...held[n]];
    return own.map((word) => [word.start, begun(term, word) ? word.start + term.folded.length : word.end]);
  });
}

// Of a word that is being typed, the letters that were typed.
const begun = (term, word) => term.isOpen && word.folded !== term.folded && word.folded.startsWith(term.folded);

// The whole phrases of a text that mean what was typed.
function phrasesOf(words, { terms }) {
  const found = [];
  for (const phrase of new Set(terms.map(({ term }) => term.phrase).filter(Boolean))) {
    for (const first of words) {
      const row = phrase.map((part, n) => words.find((word) => word.at === first.at + n && word.toned === part.toned));
      if (row[0] === first && row.every(Boolean)) found.push([first.start, row.at(-1).end]);
    }
  }
  return found;
}

function joined(composed, found) {
  const spans = [];
  for (const [from, to] of found) {
    const before = spans.at(-1);
    if (before && (from <= before[1] || /^\s$/.test(composed.slice(before[1], from)))) before[1] = Math.max(before[1], to);
    else spans.push([from, to]);
  }
  return spans;
}

export { foundSpans };
