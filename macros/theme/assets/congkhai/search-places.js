// The files of the archive as the walk reads them: how they are named, where a word stands, what a query asks them for.
// macros/outputs/search/shards.py and leaves.py write them, and say how.
import { current } from "./search-loading.js";
import { variants } from "./search-query.js";
import { rules } from "./search-rules.js";
import { expanded } from "./search-units.js";
import { LONG_NUMBER, bucket, wordsOf } from "./search-words.js";

const { leaves: LEAVES, head: HEAD, narrative: NARRATIVE, documents: DOCUMENTS, headings: HEADINGS, passages: PASSAGES_A_HEADING } = rules.archive;
const MOST_NAMED = 8;

const leafName = (period) => `ky/${period.toLowerCase()}`;

// How many reports and documents there are, and which leaf and volume is which. Leaves count from the newest report.
function shape() {
  const { periods, archive } = current.first;
  const reports = periods.length - 1;
  const ofReports = Math.ceil(reports / LEAVES);
  const placeOf = (leaf) => {
    const isReport = leaf < reports;
    const fromOldest = isReport ? reports - 1 - leaf : archive.documents - 1 - (leaf - reports);
    return { volume: (isReport ? 0 : ofReports) + Math.floor(fromOldest / LEAVES), bit: fromOldest % LEAVES };
  };
  const leafAt = (volume, bit) => {
    const isReport = volume < ofReports;
    const fromOldest = (isReport ? volume : volume - ofReports) * LEAVES + bit;
    return isReport ? reports - 1 - fromOldest : reports + archive.documents - 1 - fromOldest;
  };
  const nameOf = (leaf) => (leaf < reports ? leafName(periods[leaf + 1]) : `vb/${archive.documents - (leaf - reports)}`);
  const shardOf = (volume, key) => {
    const name = volume < ofReports ? `quyen-ky/${volume + 1}` : `quyen-vb/${volume + 1 - ofReports}`;
    return `${name}/${bucket(key, archive.volumes[volume])}`;
  };
  // Documents first: there are few volumes of them.
  const order = [...archive.volumes.keys()].reverse();
  return { reports, placeOf, leafAt, nameOf, shardOf, order };
}

// What the archive is asked for, the most telling first: the words that the query demands and its pairs of neighbours.
function keysOf(query) {
  const written = variants(query).filter(({ loss }) => loss > 0.9).sort((a, b) => b.terms.length - a.terms.length)[0];
  let asked = written.terms.filter(({ optional, keys, folded }) => !optional && (!keys.size || keys.has(folded)));
  // A lone beginning of a word may be a whole word of an older report.
  if (!asked.length) asked = written.terms.filter(({ optional, isOpen }) => !optional && isOpen);
  // What the title of a report says is said of its every passage, which need not say it again.
  const title = current.index.units.find(({ kind }) => kind === "report")?.lookup ?? new Map();
  const telling = asked.filter(({ folded }) => !title.get(folded)?.some(({ field }) => field === "title"));
  if (telling.length) asked = telling;
  const weights = new Map(asked.map(({ folded, weight }) => [folded, weight]));
  const { vocabulary } = current.index;
  const pairs = new Map();
  for (const [n, { folded }] of written.terms.entries()) {
    const next = written.terms[n + 1]?.folded;
    if (!weights.has(folded) || !weights.has(next) || LONG_NUMBER.test(folded) || LONG_NUMBER.test(next)) continue;
    const pair = `${folded} ${next}`;
    pairs.set(pair, Math.log(1 + vocabulary.count / (vocabulary.pairs.get(pair)?.count ?? 0.5)) + weights.get(folded) / 100);
  }
  const heaviest = (map) => [...map].sort((a, b) => b[1] - a[1]).map(([key]) => key);
  return { words: heaviest(weights), pairs: heaviest(pairs) };
}

const one = (value) => (Array.isArray(value) ? value : [value]);

// The newest leaves of a list, from where on there may be more, and the volumes of all of them.
function placesOf(list, { placeOf }) {
  const found = { leaves: new Set(), isCut: false, last: 0, volumes: 0n };
  for (const step of one(list)) {
    if (typeof step === "string") {
      found.isCut = true;
      found.volumes |= BigInt(`0x${step}`);
    } else {
      found.leaves.add((found.last += step));
      found.volumes |= 1n << BigInt(placeOf(found.last).volume);
    }
  }
  return found;
}

// A word's lines with what stands on each.
const linesOf = (entry, valueOf) => new Map(entry.flatMap((line, n) => (n % 2 ? [] : [[line, valueOf(entry[n + 1])]])));
const bitsOf = (code) => (code < LEAVES ? 2 ** code : code - LEAVES);
const isPair = (key) => key.includes(" ");

// The words of a row's own name, of the rows above and of its unit: every report has them, and the archive does not
// repeat them. A document may be called one.
const named = new Map();
const DOCUMENT = new Set(wordsOf("văn bản").map(({ folded }) => folded));
function isNamed(line, key) {
  if (line >= HEAD) return line >= DOCUMENTS && DOCUMENT.has(key);
  const { rows } = current.records;
  if (!named.has(line)) {
    const words = new Set();
    const add = (text) => expanded(text, current.first.abbreviations).forEach(({ folded }) => words.add(folded));
    for (let row = line; row >= 0 && rows[row]; row = rows[row][2]) add(rows[row][1]);
    if (/^[0-9]/.test(rows[line]?.[4] ?? "")) add(rows[line][4].replace(/^[0-9.,]+/, ""));
    named.set(line, words);
  }
  return named.get(line).has(key);
}

// For each line, what all the lists have there; `all` stands for everything. Where a row's name says a word, every
// report has it there; where it says all the words that are asked for, only a note that says them once more counts.
function onEveryLine(lists, words, all, both) {
  const lines = new Map();
  const ofRows = current.records.rows.map((_, line) => line).filter((line) => lists.some(([key]) => isNamed(line, key)));
  for (const line of new Set([...lists.flatMap(([, found]) => [...found.keys()]), ...ofRows])) {
    const isWhole = words.every((word) => isNamed(line, word));
    const needed = lists.filter(([key]) => isWhole || !isNamed(line, key));
    const held = needed.reduce((rest, [, found]) => (rest && found.has(line) ? both(rest, found.get(line)) : null), all);
    if (held) lines.set(line, held);
  }
  return lines;
}

// Whether a leaf is in a list, or may be where the list ends early.
const mayBe = (places, leaf) => Boolean(places) && (places.leaves.has(leaf) || (places.isCut && leaf > places.last));

// Every leaf of a word that stands in a few only; null when some are not named.
function allOf(lines) {
  const places = [...lines.values()];
  const leaves = [...new Set(places.flatMap((found) => [...found.leaves]))].sort((a, b) => a - b);
  return leaves.length <= MOST_NAMED && places.every(({ isCut }) => !isCut) ? leaves : null;
}

// What a line is about in every report: a row, a heading, a document.
const groupOfLine = (line) => (line < NARRATIVE || line >= DOCUMENTS ? line : Math.floor((line - NARRATIVE) / PASSAGES_A_HEADING) + NARRATIVE);
const groupOf = (slot) => {
  if (slot === "b") return HEAD;
  return slot.startsWith("r") ? Number(slot.slice(1)) : NARRATIVE + bucket(slot, HEADINGS);
};

// What makes a result another than the same one of another report: the passage, or of a row what was asked for of it.
// Numbers differ in every report; they count when they are asked for.
function said({ unit, query }) {
  const asked = query.terms.some(({ folded }) => /[0-9]/.test(folded));
  const plain = (text) => (asked ? text : text.replace(/[0-9]+/g, "#"));
  if (unit.kind === "passage") return `${unit.slot} ${plain(unit.prose)}`;
  if (!unit.slot?.startsWith("r")) return unit.href;
  const spots = query.terms.flatMap(({ optional, keys }) => (optional ? [] : [...keys.keys()].filter((key) => unit.lookup.has(key)).map((key) => unit.lookup.get(key))));
  const isAbout = (field) =>
    spots.every((found) => found.some((spot) => spot.field === field)) ||
    spots.some((found) => found.some((spot) => spot.field === field) && found.every((spot) => spot.field === "note" || spot.field === "value"));
  return `${unit.slot} ${isAbout("note") ? plain(unit.note) : ""} ${isAbout("value") ? unit.fields.value : ""}`;
}

const archiveFiles = { LEAVES, shape, keysOf, placesOf, linesOf, bitsOf, isPair, isNamed, onEveryLine, mayBe, allOf, groupOfLine, groupOf, said };

export { archiveFiles, leafName };
