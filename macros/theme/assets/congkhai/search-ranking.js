// Which units answer a query, best first.
import { current } from "./search-loading.js";
import { variants } from "./search-query.js";
import { isHalf } from "./search-units.js";
import { begins, wordsOf } from "./search-words.js";

const FIELD = {
  title: 1, asked: 0.9, number: 1, value: 0.9, subject: 0.75, expansion: 0.75, note: 0.6, prose: 0.55, description: 0.4, kind: 0.4, issuer: 0.35, context: 0.3,
};
const KIND = { row: 1, section: 1, document: 0.97, report: 0.95, heading: 0.9, page: 0.85, abbreviation: 0.85, passage: 0.75 };
// How much of a word is left when only its letters agree and not its tones.
const OTHER_TONES = 0.4;
// One more than are shown says that there are more.
const MOST_RESULTS = 41;
const NOISE = 0.3;
// How much of a question is answered at least.
const LEAST = 0.54;
// Fields that are read in one go: a figure and its row's name, a group's number and name, a document and what it is.
const BESIDE = { "value title": 0.6, "number title": 0.75, "kind title": 0.75 };

// The results of a query, best first, each unit once: { unit, score, exact, wordings }.
const findUnits = (query, allowed = () => true) => {
  const results = answering(matches(query, allowed, (unit) => unit.group ?? unit));
  const top = Math.max(...results.map((result) => result.score), 0);
  if (!query.counts) headed(results);
  return results.filter((result) => result.exact || (result.near >= 0.7 && result.coverage > 0.999) || result.score >= top * NOISE).slice(0, MOST_RESULTS);
};

// A group of rows that is called by the words stands before a row of another group that says no number and only mentions them.
function headed(results) {
  const [first] = results;
  if (first?.unit.kind !== "row" || !first.named || first.share === 1 || /[0-9]/.test(first.unit.fields.value)) return;
  const group = results.findIndex(({ unit, near, named, share, exact }) =>
    unit.kind === "heading" && named && near === 1 && share > first.share && exact === first.exact && !first.unit.path.includes(unit.title));
  if (group > 0) results.unshift(...results.splice(group, 1));
}

// Every unit that has all the words of a query, best first: none is left out for the sake of a better one.
const findEvery = (query, allowed) => answering(matches(query, allowed, (unit) => unit)).filter((result) => result.coverage > 0.999);

// One word in other tones stands behind what has them, and is no answer alone: "chợ" is not "cho".
function answering(results) {
  const isSaid = results.some((result) => result.exact);
  return results.filter((result) => isSaid || !result.loose || result.count > 1);
}

function matches(query, allowed, keyOf) {
  const best = new Map();
  const wordings = new Map();
  for (const { terms, loss } of variants(query)) {
    // Most units hold nothing of a query, and are passed over at once.
    const demanded = terms.flatMap((term) => (term.optional ? [] : [...term.keys.keys()]));
    for (const unit of current.index.units) {
      if (!demanded.some((key) => unit.lookup.has(key) || unit.measured.has(key)) || !allowed(unit)) continue;
      const match = matched(unit, terms, query);
      if (!match) continue;
      match.score *= loss;
      wordings.set(unit, [...(wordings.get(unit) ?? []), terms]);
      const known = best.get(keyOf(unit));
      if (!known || better(match, known) < 0) best.set(keyOf(unit), match);
    }
  }
  const results = [...best.values()].sort(better);
  for (const result of results) Object.assign(result, { query, index: current.index, wordings: wordings.get(result.unit) });
  return results;
}

// With tones typed, what has those tones comes first.
const better = (a, b) => b.exact - a.exact || b.score - a.score;

// The fields that say what a unit is, and so may be all that was asked.
const NAMING = ["title", "subject", "expansion", "asked"];

function matched(unit, terms, { withTones, counts }) {
  let [weight, found, sum, asked, exact, same, entire, turned] = [0, 0, 0, 0, true, 0, 0, 0];
  const spots = [];
  const named = Object.fromEntries(NAMING.map((field) => [field, 0]));
  const isFigure = unit.measured.size && terms.some((term) => term.number && unit.lookup.get(term.folded)?.some((spot) => spot.field === "value"));
  for (const term of terms) {
    const list = [];
    let quality = 0;
    let isExact = false;
    for (const [key, sure] of term.keys) {
      for (const spot of [...(unit.lookup.get(key) ?? []), ...((isFigure && unit.measured.get(key)) || [])]) {
        if (isHalf(unit, spot, term)) continue;
        const isSame = !withTones || term.number || spot.toned === term.toned || (sure < 1 && begins(spot.toned, term.toned));
        // What is being typed with its tone begins no word of another: "đỏ" is not the beginning of "đơn".
        if (sure < 1 && term.toned !== term.folded && (!isSame || (terms.length < 2 && /[1-5]$/.test(term.toned)))) continue;
        const q = sure * (isSame ? 1 : OTHER_TONES);
        list.push({ ...spot, q, isEntire: sure === 1 });
        if (isSame) isExact = true;
        quality = Math.max(quality, q * FIELD[spot.field]);
      }
    }
    spots.push(list);
    const own = term.weight * (term.isLight ? 0.6 : term.optional ? 0.2 : 1);
    sum += own * quality;
    weight += own;
    if (term.optional) continue;
    // Another number is another thing: "12/2021/NĐ-CP" is not 68/2000/NĐ-CP.
    if (term.number && !list.length) return null;
    asked += term.weight;
    if (list.length) found += term.weight;
    if (list.some((spot) => spot.isEntire)) entire++;
    if (isExact) same += term.weight;
    else if (term.toned !== term.folded) turned++;
    for (const field of NAMING) if (list.some((spot) => spot.field === field)) named[field]++;
    if (!isExact) exact = false;
  }
  if (!found) return null;
  const needed = terms.filter((term) => !term.optional);
  const coverage = found / asked;
  const whole = coverage > 0.999;
  // What the site says of itself answers what is asked of it, and no half of a question.
  const isAside = unit.isOurs && (unit.kind === "passage" || Boolean(unit.fields.asked));
  if (!whole && (isAside || entire < 2 || coverage < LEAST)) return null;
  // A law is asked for by its name: "luật lao động" is neither a labour contract nor a breach of discipline.
  if (terms.length > 1 && terms[0].folded === LAW && closest(spots[0], spots[1]) < 0.7) return null;
  const near = nearness(terms, spots);
  const count = needed.length;
  const name = NAMING.find((field) => named[field] === count);
  const isNamed = name === "title" || name === "asked";
  const isFit = whole && (!withTones || exact)
    ? fits(count, near, isNamed, withTones, isAside ? [] : needed)
    : whole
      // In other tones: side by side, or one slip of a tone among words that have theirs.
      ? (near > 0.99 && !isAside && (turned < 2 || same)) || (count > 2 && same >= 0.6 * asked && fits(count, near, isNamed, false, []))
      : !missesWord(terms, spots) && isPartly(needed, coverage, near) && (!withTones || same === found);
  if (!isFit) return null;
  // A row that has a figure answers better than one that has none, and a total what asks how much.
  let kind = KIND[unit.kind] * (unit.kind === "row" && !unit.fields.value ? 0.9 : 1);
  if (counts && unit.kind === "row" && /^[0-9]/.test(unit.fields.value)) kind *= /^Tổng số/.test(unit.title) ? 1.3 : 1.15;
  // A short form tells no number.
  if (counts && unit.kind === "abbreviation") kind *= 0.5;
  // Of two rows that are called the same, the one that is still reported.
  if (unit.kind === "row" && current.index === current.first && unit.period !== current.index.periods[0]) kind *= 0.95;
  let score = kind * (sum / weight) * (0.15 + 0.85 * near ** 1.5) * coverage * coverage;
  let share = 0;
  if (whole && name) {
    share = Math.min(1, terms.length / Math.max(unit.lengths[name], 1));
    const bonus = 0.15 * near + 0.35 * share * near + (share === 1 && near === 1 ? 0.4 : 0);
    score += bonus * FIELD[name];
    // A document is asked for by its number: "chỉ thị 26" is it, and not what mentions it.
    if (name === "title" && unit.kind === "document" && terms.some((term) => /^[0-9]+$/.test(term.folded))) score += 0.35;
    if (kind < KIND[unit.kind]) score *= 0.9;
    // An abbreviation is asked for by all of its words, not by one of them.
    if (unit.kind === "abbreviation") score *= 0.2 + 0.8 * share;
  }
  return { unit, score, near, coverage, count, share, named: whole && name === "title", exact: Number(withTones && whole && exact), loose: withTones && whole && !exact };
}

// The site's own pages have two words side by side so often without meaning them: "ngăn hàng nghìn".
const BY_CHANCE = 2;
const [LAW] = wordsOf("luật").map(({ folded }) => folded);

// Two words side by side that are missed, and that nobody has so, are a word of another matter: "ngân hàng".
function missesWord(terms, spots) {
  const { pairs } = current.index.vocabulary;
  const isMissed = (n) => !terms[n].optional && !spots[n].length;
  const isKnown = (pair) => pair && (pair.isTold || pair.count > BY_CHANCE);
  return terms.some((term, n) => n > 0 && isMissed(n) && isMissed(n - 1) && !isKnown(pairs.get(`${terms[n - 1].folded} ${term.folded}`)));
}

// Whether enough of a question is answered, by two whole words at least, for the beginning of a word may be of any; a
// word that the reports do not know at all says that it asks for something else.
function isPartly(needed, coverage, near) {
  const strange = needed.filter((term) => !term.number && (!term.keys.has(term.folded) || term.isHalf)).length;
  return needed.length >= (strange ? 5 : 3) && strange < 2 && ((coverage >= 0.62 && near >= 0.55) || (!strange && coverage >= LEAST && near >= 0.8));
}

const COUNTING = /^(?:so|tong|muc|ti|loai|cac|nam|viec)$/;

// Whether words that all stand in a unit stand there together.
function fits(count, near, inTitle, withTones, needed) {
  if (count === 1) return true;
  if (count > 2) return near >= (inTitle ? 0.3 : withTones ? 0.4 : 0.5);
  // Two words far apart are two words by chance, unless one of them is rare; without tones the more so.
  const isCounted = needed.some((term) => term.number || COUNTING.test(term.folded));
  return near >= (isCounted ? (withTones ? 0.5 : 0.7) : 0.9) || (near >= 0.2 && needed.some((term) => current.index.vocabulary.isRare(term.folded)));
}

// How near the words stand to their neighbours in the query: 1 for side by side in its order, 0 for far apart.
function nearness(terms, spots) {
  let [sum, weight] = [0, 0];
  // The word before, the demanded one before, and what a word missing between takes away.
  let [before, anchor, gap] = [-1, -1, 1];
  for (let n = 0; n < terms.length; n++) {
    // A word that is missing is missed by the coverage; what stands around it is not one thing.
    if (!spots[n].length) {
      if (!terms[n].optional) gap = 0.5;
      continue;
    }
    const isNear = before >= 0 && closest(spots[before], spots[n]) >= 0.7;
    // A helping word elsewhere says nothing.
    if (terms[n].optional && before >= 0 && !isNear) continue;
    const from = before >= 0 && terms[before].optional && !isNear ? anchor : before;
    if (from >= 0) {
      const own = Math.min(terms[from].weight, terms[n].weight) * (terms[n].optional || terms[from].optional ? 0.3 : 1);
      weight += own;
      sum += own * closest(spots[from], spots[n]) * gap;
    }
    [before, gap] = [n, 1];
    if (!terms[n].optional) anchor = n;
  }
  return weight ? sum / weight : 1;
}

function closest(left, right) {
  let best = 0;
  for (const a of left) {
    for (const b of right) {
      if (a.field !== b.field) {
        best = Math.max(best, BESIDE[`${a.field} ${b.field}`] ?? BESIDE[`${b.field} ${a.field}`] ?? 0.1);
        continue;
      }
      const gap = b.at - a.at;
      const value = gap === 1 ? 1 : gap > 1 && gap <= 3 ? 0.7 : gap === -1 ? 0.55 : Math.abs(gap) <= 8 ? 0.35 : Math.abs(gap) <= 25 ? 0.22 : 0.12;
      if (value > best) best = value;
    }
  }
  return best;
}

export { findEvery, findUnits };
