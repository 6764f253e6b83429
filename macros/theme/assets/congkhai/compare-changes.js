// Any two reports held against each other, from their JSON: what macros/comparing/comparison.py and macros/faces/change_text.py
// say of them. Rules are looked up (compare-rules.js), numbers reckoned in compare-numbers.js, words taken from the room
// of sentences; tests/scripts/test_comparison.py holds all of it against Python.
import { absolute, amount, beyond, continued, converted, decimal, isManifold, isSame, isSmall, isZero, minus, ofCounts, plain, plus, quotient, ratesOf, relativeTo, rounded, shortest, sign, sizeOf, slackOf, timesOf, unequalDays, written } from "./compare-numbers.js";
import { rules } from "./compare-rules.js";
import { say, words } from "./wording.js";

const LABELS = words.comparison.KIND_LABELS;

// A short form that a phrase begins with stays one.
const lowered = (text) => (/^.\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));

const kindOfValue = (row) => rules.kinds[row.kind];
const moved = (difference) => rules.moved[difference && sign(difference)];

// Why two figures of a row do not compare, by its word; nothing where they do.
const whyUnlike = (old, now, before, after) => {
  if (before.period[5] !== after.period[5]) return "period";
  if (old.basis.split("/")[1] !== now.basis.split("/")[1]) return "break";
  return old.basis === now.basis ? "" : "cumulative";
};

const reasonText = (why, kind, now) => {
  if (!why || !rules.explained.includes(kind)) return "";
  const parted = now.breaks[Number(now.basis.split("/")[1]) - 1];
  return say(rules.reasons[why], parted ? { period: lowered(parted.period_label), reason: parted.reason } : {});
};

const measured = (text, unit) => (unit ? `${text}${unit === "%" ? "" : "\u00a0"}${unit}` : text);

// What a row says beside its figure and its target.
const said = (row) => JSON.stringify([row.note, row.expected, row.reason]);

// What became of a row's target; nothing where it stayed.
const targetText = (old, now) => {
  const [before, after] = [old.target_text, now.target_text];
  if (before && after) {
    return isSame(decimal(old.target), decimal(now.target)) ? "" : say(words.comparison.TARGET_CHANGED, { before, after });
  }
  if (after) return say(words.comparison.TARGET_NEW, { after });
  return before ? say(words.comparison.TARGET_GONE, { before }) : "";
};

const kindOf = (old, now, why, difference) => {
  if (why === "break") return "definition-changed";
  if (why && old.value !== null && now.value !== null) return "not-comparable";
  if (old.reporting_status !== now.reporting_status) return rules.became[now.reporting_status];
  if (amount(old) && amount(now)) {
    if (!difference || !isZero(difference)) return moved(difference);
  } else if (old.value !== null && now.value !== null && old.value !== now.value) return kindOfValue(now).changed;
  if (targetText(old, now)) return "target-only";
  return said(old) === said(now) ? "unchanged" : "note-only";
};

// Files for machines have a hyphen, pages a minus.
const shownText = ({ text }) => text.replace(/^-/, "\u2212");

const percentText = (number) => measured(written(number), "%");
const rateText = ({ value, isAbout }) => (isAbout ? say(words.figures.ABOUT, { figure: percentText(value) }) : percentText(value));

// The two numbers of a rate, with their quotient where it does not stand beside them.
const countsText = (side, rate) => {
  const [part, whole] = side.counts.map((text) => written(decimal(text)));
  const counts = say(words.comparison.COUNTS, { part, whole });
  if (!rate) return counts;
  const told = rateText(rate);
  return rate.isAbout ? say(words.comparison.COUNTS_ABOUT, { counts, quotient: told }) : say(words.comparison.COUNTS_ARE, { counts, quotient: told });
};

const pointsText = ({ difference: exact, told: [before, after] }) => {
  if (isZero(exact)) return lowered(LABELS.unchanged);
  const points = shortest(absolute(minus(after.value, before.value)));
  const isAbout = !isZero(points) && (before.isAbout || after.isAbout);
  const difference = isZero(points) ? words.comparison.BELOW_HUNDREDTH : written(points);
  const isRise = sign(exact) > 0;
  if (isAbout) return isRise ? say(words.comparison.ROSE_ABOUT_POINTS, { difference }) : say(words.comparison.FELL_ABOUT_POINTS, { difference });
  return isRise ? say(words.comparison.ROSE_POINTS, { difference }) : say(words.comparison.FELL_POINTS, { difference });
};

const isPrinted = (side, rate) => isSame(amount(side), rate.value);

// That the report prints other figures than are told; nothing where it does not.
const printedText = ({ sides, told }) => {
  const other = sides.filter((side, n) => !isPrinted(side, told[n]));
  if (!other.length) return "";
  const figures = [...new Set(other.map((side) => percentText(amount(side))))].join(words.comparison.AND);
  const isCut = ({ cut }) => cut;
  if (other.every(isCut)) return say(words.comparison.PRINTED_CUT, { figures });
  return other.some(isCut)
    ? say(words.comparison.PRINTED_ROUNDED_AND_CUT, { figures })
    : say(words.comparison.PRINTED_ROUNDED, { figures });
};

// The change of a rate from its counts; with their quotients but `isBeside` a cell that has them.
const fromCounts = (rates, isBeside) => {
  const { sides, told } = rates;
  const isPlain = isBeside || sides.every((side, n) => !told[n].isAbout && isPrinted(side, told[n]));
  const [before, after] = sides.map((side, n) => countsText(side, isPlain ? null : told[n]));
  const [change, printed] = [pointsText(rates), printedText(rates)];
  return printed
    ? say(words.comparison.FROM_COUNTS_PRINTED, { change, before, after, printed })
    : say(words.comparison.FROM_COUNTS, { change, before, after });
};

// To one decimal; what is less says so.
const percent = (relative) => {
  const tenths = absolute(rounded(relative, 1));
  return isZero(tenths) ? words.comparison.BELOW_TENTH : written(tenths);
};

// By how much: `change` is as `held` makes it.
const sizeText = ({ row, kind, base, printed, relative, rates }, isBeside) => {
  if (kind === rules.moved.null) return words.comparison.WITHIN_ROUNDING;
  if (rates?.told) return fromCounts(rates, isBeside);
  if (!printed || isZero(printed)) return "";
  const of = kindOfValue(row);
  const unit = row.unit_label;
  const difference = measured(written(absolute(printed)), of.differenceMeasure ? "" : unit);
  const after = plus(base, printed);
  if (relative && isManifold(relative)) {
    return isSmall(base)
      ? say(words.comparison.ROSE_FROM_SMALL, { before: written(base), after: measured(written(after), unit) })
      : say(words.comparison.ROSE_TIMES, { difference, times: written(timesOf(after, base)) });
  }
  const isRise = sign(printed) > 0;
  if (!relative || (of.isCounted && isSmall(base))) return say(isRise ? of.rose : of.fell, { difference });
  const share = percent(relative);
  return isRise
    ? say(words.comparison.ROSE_PERCENT, { difference, percent: share })
    : say(words.comparison.FELL_PERCENT, { difference, percent: share });
};

// Of figures that do not compare, an arrow would say that one became the other.
const fromTo = (before, after, isApart = false) => (isApart
  ? say(words.comparison.SIDE_BY_SIDE, { before, after })
  : say(words.comparison.FROM_TO, { before, after }));

const valuesText = (old, now, kind, rates) => {
  if (rates?.told) {
    const [before, later] = rates.told.map(rateText);
    return isZero(rates.difference) ? later : fromTo(before, later);
  }
  const isApart = kind === "not-comparable";
  if (rules.still.includes(kind) || (old.figure === now.figure && !isApart)) return now.figure;
  const isOneUnit = amount(old) && amount(now) && old.unit_id === now.unit_id && kindOfValue(now).isRelative;
  return fromTo(isOneUnit ? shownText(old) : old.figure, now.figure, isApart);
};

// A change with what is reckoned of it: `printed` is the difference of two printed figures, `exact` that or the one of
// two quotients, as a quotient; both null where figures do not compare, or are too coarse to tell.
const held = (row, kind, base, printed, rates = null) => {
  const exact = rates ? rates.difference : printed && quotient(printed);
  const { isRelative } = kindOfValue(row);
  return {
    row, kind, base, printed, exact, rates,
    relative: isRelative && base && exact ? relativeTo(base, exact) : null,
    size: sizeOf(base, exact, isRelative),
  };
};

const joined = (...parts) => parts.filter(Boolean).join("; ");

// What a figure that one report alone has says of itself, and nothing of a change.
const only = (row, kind, told = "", unlike = "") => ({ ...held(row, kind, null, null), values: row.figure, told, unlike });

// An indicator that the earlier report did not have, held against those that it continues.
const continuing = (now, before, after, oldRows) => {
  const ended = continued(now.id, oldRows, after.conversions);
  if (!ended) return only(now, "new-indicator");
  const base = converted(now.id, oldRows, after.conversions);
  // The new row had no break yet when the ended one was reported.
  const why = base ? whyUnlike({ basis: ended.basis.split("/")[0] }, now, before, after) : "incomplete";
  if (!base || !amount(now) || why) return only(now, "new-indicator", reasonText(why, "new-indicator", now), why);
  const slack = plus(decimal(now.half_unit), slackOf(now.id, oldRows, after.conversions));
  const printed = beyond(minus(amount(now), base), slack);
  const change = held(now, moved(printed), base, printed);
  const alone = sizeText(change);
  return { ...change, values: fromTo(written(base), now.figure), told: joined(alone, words.comparison.CONTINUES), alone, size_text: alone };
};

const changeOf = (old, now, before, after, oldRows) => {
  if (!now) return only(old, "ended-indicator");
  if (!old) return continuing(now, before, after, oldRows);
  const why = whyUnlike(old, now, before, after);
  const [base, later] = [amount(old), amount(now)];
  const isReckoned = base && later && !why;
  const rates = isReckoned ? ratesOf(old, now) : null;
  const isRounded = isReckoned && !rates;
  const printed = isRounded ? beyond(minus(later, base), plus(decimal(old.half_unit), decimal(now.half_unit))) : null;
  const kind = kindOf(old, now, why, rates ? rates.difference : printed);
  const change = held(now, kind, base, printed, rates);
  const [alone, beside] = [false, true].map((isBeside) => sizeText(change, isBeside));
  return {
    ...change,
    values: valuesText(old, now, kind, rates),
    told: joined(beside, targetText(old, now), reasonText(why, kind, now)),
    alone,
    size_text: beside,
    noted: said(old) !== said(now) && [old.beside, now.beside],
    unlike: why,
  };
};

const merged = (oldRows, newRows) => {
  const gone = new Map();
  let last = "";
  for (const id of oldRows.keys()) {
    if (newRows.has(id)) last = id;
    else gone.set(last, [...(gone.get(last) || []), id]);
  }
  const ids = [...(gone.get("") || [])];
  for (const id of newRows.keys()) ids.push(id, ...(gone.get(id) || []));
  return ids;
};

const byId = (report) => new Map(report.observations.map((row) => [row.id, row]));

const compare = (before, after) => {
  const oldRows = byId(before);
  const newRows = byId(after);
  return merged(oldRows, newRows).map((id) => {
    const [old, now] = [oldRows.get(id), newRows.get(id)];
    return { ...changeOf(old, now, before, after, oldRows), old, now, name: (now || old).name };
  });
};

// A row of the file: a property for each column.
const fileRow = ({ row, old, now, kind, base, printed, exact, relative, rates, told, unlike }, before, after) => {
  const toDigits = (number) => number && plain(rounded(number, rules.file.digits));
  return {
    id: row.id,
    reference: row.reference,
    label: row.label,
    unit: row.unit_label,
    kind: row.kind,
    before_period: before.period,
    after_period: after.period,
    before: old ? old.value : base && plain(base),
    after: now?.value,
    before_status: old?.status,
    after_status: now?.status,
    change: kind,
    change_label: LABELS[kind],
    difference: rates ? toDigits(exact) : printed && plain(printed),
    relative: toDigits(relative),
    not_comparable: unlike,
    explanation: told,
    before_quotient: rates && toDigits(ofCounts(old.counts)),
    after_quotient: rates && toDigits(ofCounts(now.counts)),
  };
};

const cautionText = (before, after) => {
  if (before.period[5] !== after.period[5]) return words.comparison.CAUTION_PERIODS;
  const days = unequalDays(before.data_days, after.data_days);
  const isDraft = [before, after].some(({ status }) => status === "draft");
  const windows = days && say(words.comparison.CAUTION_WINDOWS, { before: days.before, after: days.after });
  return [windows, isDraft && words.comparison.CAUTION_DRAFT].filter(Boolean).join(" ");
};

// The comparison in one line: how many rows of each kind there are.
const summaryText = (rows) => {
  const count = (kind, isMeant = () => true) => rows.filter((one) => one.kind === kind && isMeant(one)).length;
  const counted = (kind, number) => number && say(words.comparison.COUNTED[kind], { count: number });
  const became = Object.keys(LABELS).filter((kind) => kind !== "unchanged").map((kind) => counted(kind, count(kind))).filter(Boolean);
  if (!became.length) return words.comparison.NOTHING_CHANGED;
  // What was not known twice has not stayed the same.
  const missing = count("unchanged", ({ row }) => row.value === null && kindOfValue(row).holdsValue);
  const stayed = [
    counted("unchanged", count("unchanged", ({ row }) => row.value !== null)),
    missing && say(words.comparison.COUNTED_BLANK, { count: missing }),
  ].filter(Boolean).join(", ");
  return joined(...became, stayed);
};

export { LABELS, cautionText, compare, fileRow, lowered, summaryText };
