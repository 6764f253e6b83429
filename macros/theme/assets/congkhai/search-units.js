// What can be found: the records of the index as units whose words are looked up, and the vocabulary of them all.
import { vocabulary } from "./marking-words.js";
import { current } from "./search-loading.js";
import { rules } from "./search-rules.js";
import { DATE, compose, wordsOf } from "./search-words.js";
import { say, words } from "./wording.js";

// A period in Vietnamese, as the pages name it: 2022-S1 is "6 tháng đầu năm 2022".
const periodLabel = (period) => {
  const [year, kind, number] = [period.slice(0, 4), period[5], Number(period.slice(6))];
  switch (kind) {
    case "W": return say(words.numbers.WEEK, { number, year });
    case "M": return say(words.numbers.MONTH, { number, year });
    case "Q": return say(words.numbers.QUARTERS[number - 1], { year });
    case "S": return say(words.numbers.HALF_YEARS[number - 1], { year });
    case "N": return say(words.numbers.NINE_MONTHS, { year });
    default: return say(words.numbers.YEAR, { year });
  }
};
const insideSentence = (phrase) => phrase.slice(0, 1).toLowerCase() + phrase.slice(1);
const atOpening = (phrase) => phrase.slice(0, 1).toUpperCase() + phrase.slice(1);
const slug = (period) => period.toLowerCase();

// The first and the last month of a period, by its kind.
const MONTHS = { A: () => [1, 12], S: (n) => [6 * n - 5, 6 * n], N: () => [1, 9], Q: (n) => [3 * n - 2, 3 * n], M: (n) => [n, n] };

// Whether a day lies in a period; the day as `wordsOf` names it: 14/3/2022 is d0314y2022.
const isInPeriod = (day, period) => {
  const [month, date, year] = (day.match(DATE) ?? []).slice(1).map(Number);
  const [kind, number] = [period[5], Number(period.slice(6))];
  if (kind !== "W") {
    const [first, last] = MONTHS[kind](number);
    return year === Number(period.slice(0, 4)) && month >= first && month <= last;
  }
  // A week is of the year of its Thursday.
  const thursday = new Date(Date.UTC(year, month - 1, date));
  thursday.setUTCDate(date + 4 - (thursday.getUTCDay() || 7));
  const start = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return thursday.getUTCFullYear() === Number(period.slice(0, 4)) && Math.ceil(((thursday - start) / 86_400_000 + 1) / 7) === number;
};

// Each abbreviation of one word, as printed, with the words that it stands for.
function abbreviations(shorts) {
  const known = new Map();
  for (const [, short, expansion] of shorts) {
    if (expansion && wordsOf(short).length === 1) known.set(compose(short), wordsOf(expansion));
  }
  return known;
}

// The words of a text with each abbreviation written out, and the abbreviation itself standing over them.
function expanded(text, known) {
  const composed = compose(text);
  const found = [];
  let at = 0;
  for (const word of wordsOf(composed)) {
    const meant = known.get(composed.slice(word.start, word.end));
    const year = word.folded.match(DATE)?.[3];
    // A day is also of its year: "kế hoạch 15 năm 2022".
    if (year) found.push({ ...word, folded: year, toned: year, at, also: true });
    if (!meant) {
      found.push({ ...word, at: at++ });
      continue;
    }
    const last = at + meant.length - 1;
    for (const part of meant) found.push({ ...part, start: word.start, end: word.end, at: at++ });
    // At both ends, so that it is next to its neighbours on either side.
    found.push({ ...word, at: last - meant.length + 1, also: true });
    if (meant.length > 1) found.push({ ...word, at: last, also: true });
  }
  return found;
}

class Unit {
  constructor(kind, title, fields, rest, known) {
    Object.assign(this, { kind, title, fields, ...rest });
    // What the site says, and no report.
    this.isOurs = kind === "page" || Boolean(fields.asked) || (kind === "passage" && !rest.period);
    this.lookup = new Map();
    // How many words each field has.
    this.lengths = {};
    // The words of a figure's unit: found beside the figure only, for "người" alone asks for no row that counts people.
    this.measured = new Map();
    Object.entries(fields).forEach(([field, text], n) => {
      if (!text) return;
      for (const word of expanded(text, known)) {
        const spots = this.lookup.get(word.folded) ?? [];
        spots.push({ field, at: n * 10000 + word.at, toned: word.toned, also: word.also });
        this.lookup.set(word.folded, spots);
        if (!word.also) this.lengths[field] = (this.lengths[field] ?? 0) + 1;
      }
      if (field === "value" && /[0-9]/.test(text)) {
        for (const word of expanded(rest.value, known).slice(1)) {
          this.measured.set(word.folded, [{ field, at: n * 10000 + word.at, toned: word.toned }]);
        }
      }
    });
  }
}

// Whether a unit is of a period: a figure and a passage are of their report's, a document of that in which it was issued.
const isOfPeriod = (unit, period) =>
  unit.period === period || (unit.kind === "document"
    && [...unit.lookup].some(([word, spots]) => DATE.test(word) && spots.some((spot) => spot.field === "title") && isInPeriod(word, period)));

// A form is a part of longer words when nearly all of its places have one of so few partners beside them, and each of
// these is there often enough.
// These are known without being counted: second halves whose letters are also a common word of other matters. Nothing is
// half of a word with what announces a number.
const HALVES = new Map(
  ["số lượng", "chất lượng", "lực lượng", "năng lượng", "hỗ trợ", "đánh giá", "môi trường"].map((text) => wordsOf(text))
    .reduce((found, [first, { toned }]) => found.set(toned, [...(found.get(toned) ?? []), first.folded]), new Map()),
);
const ANNOUNCED = new Set(["so", "ngay", "nam"]);
const [MOST_PARTNERS, SEEN, BOUND] = [2, 3, 0.95];

// Which words there are, in how many units, which stand side by side, and how they are written most often.
class Vocabulary {
  constructor(units, known, isFirst = false) {
    this.count = units.length;
    this.known = new Map();
    this.pairs = new Map();
    // How each folded word is written: its toned forms, each with its spelling.
    this.forms = new Map();
    // What stands to the left and to the right of each toned form, and how often: facts of language, counted once.
    this.sides = isFirst ? new Map() : null;
    this.halves = new Map();
    this.short = known;
    for (const unit of units) {
      for (const [word, spots] of unit.lookup) {
        this.known.set(word, (this.known.get(word) ?? 0) + 1);
        for (const spot of spots) this.addForm(word, spot);
      }
      for (const [field, text] of Object.entries(unit.fields)) if (text && field !== "kind") this.addPairs(text, known, !unit.isOurs || field === "asked");
    }
    for (const unit of units) {
      for (const [word, spots] of unit.measured) {
        if (!this.known.has(word)) this.known.set(word, 1);
        for (const spot of spots) this.addForm(word, spot);
      }
    }
    this.sorted = [...this.known.keys()].sort();
  }

  addForm(word, { toned }) {
    const forms = this.forms.get(word) ?? new Map();
    this.forms.set(word, forms.set(toned, (forms.get(toned) ?? 0) + 1));
  }

  addPairs(text, known, isTold) {
    const composed = compose(text);
    this.addRow(composed, expanded(text, known).filter((word) => !word.also), isTold);
    // An abbreviation stands beside its neighbours as well as what it stands for.
    const printed = wordsOf(composed);
    if (printed.some((word) => known.has(composed.slice(word.start, word.end)))) this.addRow(composed, printed, isTold);
  }

  addRow(composed, row, isTold) {
    const spelled = ({ start, end }) => {
      const word = composed.slice(start, end);
      return this.short.has(word) ? word : word.toLowerCase();
    };
    if (this.sides) row.forEach((word, n) => this.addSides(word.toned, row[n - 1]?.folded ?? "", row[n + 1]?.folded ?? ""));
    for (let n = 1; n < row.length; n++) {
      const key = `${row[n - 1].folded} ${row[n].folded}`;
      const pair = this.pairs.get(key) ?? { count: 0, shown: new Map() };
      pair.count++;
      // In a report, or where a page is asked for, and not only in the text of the site's own pages.
      pair.isTold ||= isTold;
      const apart = row[n - 1].start !== row[n].start;
      if (apart) {
        const shown = `${spelled(row[n - 1])} ${spelled(row[n])}`;
        pair.shown.set(shown, (pair.shown.get(shown) ?? 0) + 1);
      }
      this.pairs.set(key, pair);
    }
  }

  addSides(toned, ...beside) {
    const sides = this.sides.get(toned) ?? { count: 0, beside: [new Map(), new Map()] };
    sides.count++;
    sides.beside.forEach((found, n) => found.set(beside[n], (found.get(beside[n]) ?? 0) + 1));
    this.sides.set(toned, sides);
  }

  // The few words of which one always stands on that side of a form: lượng is all but always that of "số lượng" or "chất
  // lượng", and so no word by itself. Null when others stand there too, or when it is too rare to tell.
  isHalf(toned) {
    return HALVES.has(toned);
  }

  partners(toned, side) {
    if (HALVES.has(toned) && side === 0) return HALVES.get(toned);
    const key = `${toned} ${side}`;
    if (!this.halves.has(key)) this.halves.set(key, this.counted(toned, side));
    return this.halves.get(key);
  }

  counted(toned, side) {
    const sides = this.sides.get(toned);
    if (!sides) return null;
    const found = [...sides.beside[side]].filter(([word, times]) => times >= SEEN && (side === 0 || !ANNOUNCED.has(word))).sort((a, b) => b[1] - a[1]).slice(0, MOST_PARTNERS);
    const [likely, count] = [found.map(([word]) => word), found.reduce((sum, [, times]) => sum + times, 0)];
    return !likely.length || likely.includes("") || count < BOUND * sides.count ? null : likely;
  }

  has(word) {
    return this.known.has(word);
  }

  isRare(word) {
    return this.known.get(word) === 1;
  }

  hasToned({ folded, toned }) {
    return this.forms.get(folded)?.has(toned) ?? false;
  }

  weight(word) {
    return Math.log(1 + this.count / (this.known.get(word) ?? 0.5));
  }

  startingWith(start) {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle] < start) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < this.sorted.length && this.sorted[end].startsWith(start)) end++;
    return this.sorted.slice(low, end);
  }
}

// The work on one index; all of it asks `current.index`.
const withIndex = (index, work) => {
  const before = current.index;
  current.index = index;
  try {
    return work();
  } finally {
    current.index = before;
  }
};

// Whether a word stands in the unit as a half of another, and the query does not have the other half.
const isHalf = (unit, spot, term) => {
  const bound = term.lacking?.get(spot.toned);
  return Boolean(bound) && bound.some(([partners, step]) =>
    partners.some((partner) => unit.lookup.get(partner)?.some(({ field, at }) => field === spot.field && at === spot.at + step)));
};

const [NUMBERS, numberless] = rules.archive.slot;
const slotOf = (heading) => `h${heading.replace(new RegExp(NUMBERS, "g"), numberless)}`;

// A row of the form as a unit, with its figure in one period.
function rowUnit(records, n, [value, asked, note, doubt], period, isNewest, known) {
  const [id, title, parent, group] = records.rows[n];
  const { root, sections } = records;
  const above = [];
  for (let up = parent; up >= 0; up = records.rows[up][2]) above.push(records.rows[up][1]);
  const isSection = parent < 0;
  const isHeading = value === null && !isSection;
  const inReport = period ? `${root.report}${slug(period)}/#dong-${id}` : null;
  if (isHeading && !inReport) return null;
  const own = isSection ? `${root.section}${id}/#dong-${id}` : `${root.indicator}${id}/#dong-${id}`;
  // A group is asked for by its number too.
  const number = isSection ? ["Nhóm", "Mục", "Phần"].map((name) => `${name} ${sections[group][1]}`).join(" · ") : "";
  const fields = { title, value: asked, note, number, context: above.join(" · ") };
  return new Unit(isSection ? "section" : isHeading ? "heading" : "row", title, fields, {
    id, value, period, inReport, note, doubt: records.doubts[doubt ?? 0], section: group, path: above.reverse(), slot: `r${n}`,
    href: isHeading || (!isNewest && !isSection) ? inReport : own,
    shownTitle: isSection ? `${sections[group][1]}. ${sections[group][2]}` : title,
  }, known);
}

function documentUnit(root, [id, title, subject, issuer], known) {
  return new Unit("document", title, { title, subject, issuer, kind: "Văn bản" }, { id, href: `${root.document}${id}/`, snippet: subject || issuer }, known);
}

function passageUnit([address, title, , period], group, [heading, anchor, text, section], known) {
  // A paragraph below its page's own title needs no second name.
  const fields = { title: heading || title, prose: text, context: heading === title ? "" : title };
  return new Unit("passage", heading || title, fields, {
    href: `${address}#${anchor}`, period: period || null, prose: text, page: title, section: section >= 0 ? section : undefined, group: `${group} ${heading}`, slot: slotOf(heading || title),
  }, known);
}

// What stands at a place of a page, below its heading or as a passage of its own, which is then no second result.
function standingAt(passages, page, anchor) {
  const isThere = ([of, , own]) => anchor && of === page && (own === anchor || own.startsWith(`doan-${anchor}-`));
  const [, heading, own, text] = passages.find(isThere) ?? [];
  return text && { text: `${heading}: ${text}`, group: own === anchor ? `${page} ${heading}` : undefined };
}

// All short forms, as [anchor, short form, meaning]: those that pages mark, and those of which nobody knows the meaning.
const shortForms = (records) => [
  ...Object.entries(vocabulary.short).map(([short, [anchor, expansion]]) => [anchor, short, expansion]),
  ...records.abbreviations.map(([anchor, short]) => [anchor, short, ""]),
];

// The first layer as units; `current.index` is what the other scripts ask.
const prepare = (records) => {
  const shorts = shortForms(records);
  const known = abbreviations(shorts);
  const { root, periods, sections, pages } = records;
  const units = records.rows.map(([, , , , value, asked, newest, note, doubt], n) =>
    rowUnit(records, n, [value, asked, note, doubt], periods[newest] ?? null, true, known));
  units.push(...records.documents.map((document) => documentUnit(root, document, known)));
  for (const [anchor, short, expansion] of shorts) {
    units.push(new Unit("abbreviation", short, { title: short, expansion }, { href: `${root.glossary}#${anchor}`, snippet: expansion }, known));
  }
  for (const [address, title, description, period] of pages) {
    units.push(new Unit(period ? "report" : "page", title, { title, description }, { href: address, group: `page ${address}`, period: period || null, snippet: description }, known));
  }
  // What a page is asked for by, each as another name of it.
  for (const [page, anchor, asked] of records.asked) {
    const [address, title, description, period] = pages[page];
    const href = anchor ? `${address}#${anchor}` : address;
    const kind = period ? "report" : "page";
    const told = standingAt(records.passages, page, anchor);
    const rest = { href, group: told?.group ?? `page ${address}`, period: period || null, snippet: told?.text ?? description };
    units.push(...asked.map((text) => new Unit(kind, title, { asked: text }, rest, known)));
  }
  units.push(...records.passages.map(([page, ...passage]) => passageUnit(pages[page], page, passage, known)));
  const phrases = records.synonyms.map((group) => ({ group, loss: 0.85 }));
  for (const [, short, expansion] of shorts) {
    if (expansion) phrases.push({ group: [short, expansion], loss: 0.98 });
  }
  const shared = {
    root, periods, drafts: new Set(records.drafts), archive: records.archive, abbreviations: known, suggestions: records.suggestions,
    sections: sections.map(([id, number, label]) => ({ id, number, label })),
    phrases: phrases.map(({ group, loss }) => ({ loss, group: group.map((phrase) => wordsOf(phrase)) })),
  };
  const found = units.filter(Boolean);
  current.records = records;
  current.first = current.index = { ...shared, units: found, vocabulary: new Vocabulary(found, known, true) };
  return current.first;
};

// A leaf of the archive as an index of its own: an older report, or documents; what is not of a period stays beside it.
// A few are kept, for the next letter asks the same ones; on a long walk all of them would fill a phone.
const leaves = new Map();
const MOST_KEPT = 8;
const leafIndex = (name, leaf) => {
  const index = leaves.get(name) ?? madeOf(leaf);
  leaves.delete(name);
  leaves.set(name, index);
  if (leaves.size > MOST_KEPT) leaves.delete(leaves.keys().next().value);
  return index;
};

function madeOf(leaf) {
  const { first, records } = current;
  const known = first.abbreviations;
  let units;
  if (leaf.documents) units = leaf.documents.map((document) => documentUnit(records.root, document, known));
  else {
    const page = [leaf.address, leaf.title, "", leaf.period];
    units = [
      ...leaf.rows.map(([n, ...figure]) => rowUnit(records, n, figure, leaf.period, false, known)),
      ...leaf.passages.map((passage) => passageUnit(page, leaf.period, passage, known)),
      new Unit("report", leaf.title, { title: leaf.title, description: leaf.head }, { href: leaf.address, period: leaf.period, snippet: leaf.head, slot: "b" }, known),
      ...first.units.filter((unit) => !["row", "heading", "passage", "report"].includes(unit.kind)),
    ].filter(Boolean);
  }
  return { ...first, units, vocabulary: new Vocabulary(units, known) };
}

export { atOpening, expanded, insideSentence, isHalf, isInPeriod, isOfPeriod, leafIndex, periodLabel, prepare, withIndex };
