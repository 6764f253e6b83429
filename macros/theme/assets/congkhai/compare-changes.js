// Any two reports held against each other, from their JSON. The same classes as macros/comparing/comparison.py, which
// tests/scripts/test_comparison.py and tests/browser/test_comparison.py hold this file against, in the same sentences.
import { absolute, decimal, isSame, isZero, magnitude, minus, pair, plain, plus, rounded, scaled, shortest, times, written } from "./compare-numbers.js";
import { say, words } from "./wording.js";

// Made in Python (macros/outputs/comparison_rules.py); the page lays them in before anything is asked.
const rules = {};

const LABELS = words.comparison.KIND_LABELS;

// A short form that a phrase begins with stays one.
const lowered = (text) => (/^.\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));

// To one decimal; what is less says so.
const percent = (difference, base) => {
  const scale = Math.max(difference.scale, base.scale);
  const tenths = rounded(magnitude(scaled(difference, scale)) * 100n, magnitude(scaled(base, scale)), 1);
  return tenths.units ? written(tenths) : words.comparison.BELOW_TENTH;
};

// Whatever its kind: only a number may have been rounded.
const isAmount = (row) => row.half_unit !== null;

// A rate's two counts, and by how much the quotient of the later ones is above that of the earlier: top over bottom.
const ratesOf = (old, now) => {
  if (!old.counts || !now.counts) return null;
  const [[part, whole], [laterPart, laterWhole]] = [old.counts, now.counts].map((numbers) => numbers.map((text) => BigInt(text)));
  const top = (laterPart * whole - part * laterWhole) * 100n;
  // Where the quotients are the same, and the printed rates too, there is nothing to tell.
  const isTold = top !== 0n || !isSame(decimal(old.value), decimal(now.value));
  return { sides: [old, now], top, bottom: whole * laterWhole, told: isTold ? pair(old, now, rules.quotients) : null };
};

// After less before; null where the two were rounded too coarsely to tell which is larger.
const beyond = (difference, slack) => {
  const scale = Math.max(difference.scale, slack.scale);
  const isWithin = !isZero(difference) && magnitude(scaled(difference, scale)) < scaled(slack, scale);
  return isWithin ? null : difference;
};

const moved = (difference) => {
  if (!difference) return "within-rounding";
  return isZero(difference) ? "unchanged" : difference.units > 0n ? "rose" : "fell";
};

const sameValue = (old, now) => {
  if (isAmount(old) && isAmount(now)) return isSame(decimal(now.value), decimal(old.value));
  return old.value === now.value;
};

// Why two figures of a row do not compare: "period", "break", "cumulative"; nothing where they do.
const whyUnlike = (old, now, before, after) => {
  if (before.period[5] !== after.period[5]) return "period";
  if (old.basis.split("/")[1] !== now.basis.split("/")[1]) return "break";
  return old.basis === now.basis ? "" : "cumulative";
};

const reasonText = (why, kind, now) => {
  if (!["definition-changed", "not-comparable", "new-indicator"].includes(kind)) return "";
  switch (why) {
    case "break": {
      const newest = now.breaks[Number(now.basis.split("/")[1]) - 1];
      return say(words.comparison.UNLIKE_BREAK, { period: lowered(newest.period_label), reason: newest.reason });
    }
    case "cumulative":
      return words.comparison.UNLIKE_CUMULATIVE;
    case "incomplete":
      return words.comparison.UNLIKE_INCOMPLETE;
    default:
      return "";
  }
};

const measured = (amount, unit) => (unit ? `${amount}${unit === "%" ? "" : "\u00a0"}${unit}` : amount);

const target = (row) => (row.target === null ? "" : measured(written(decimal(row.target)), row.unit_label));

// What a row says beside its figure and its target, to be compared; and with the target, to be read.
const said = (row) => JSON.stringify([row.note, row.expected, row.reason]);
const besideText = (row) => [row.note, row.reason, target(row) && say(words.figures.TARGET, { amount: target(row) })].filter(Boolean)
  .map((text, n, all) => (n < all.length - 1 ? text.replace(/\.$/, "") : text)).join(". ");

// What became of a row's target; nothing where it stayed.
const targetText = (old, now) => {
  const isKept = old.target === now.target
    || (old.target !== null && now.target !== null && isSame(decimal(now.target), decimal(old.target)));
  if (isKept) return "";
  const [before, after] = [target(old), target(now)];
  if (before && after) return say(words.comparison.TARGET_CHANGED, { before, after });
  return after ? say(words.comparison.TARGET_NEW, { after }) : say(words.comparison.TARGET_GONE, { before });
};

const kindOf = (old, now, why, difference) => {
  if (why === "break") return "definition-changed";
  if (why && old.value !== null && now.value !== null) return "not-comparable";
  if (old.reporting_status !== now.reporting_status) {
    return now.reporting_status === "reported" ? "appeared" : `became-${now.reporting_status}`;
  }
  if (isAmount(old) && isAmount(now)) {
    const kind = moved(difference);
    if (kind !== "unchanged") return kind;
  } else if (old.value !== null && now.value !== null && !sameValue(old, now)) {
    return now.kind === "coded" ? "code-changed" : "text-changed";
  }
  if (targetText(old, now)) return "target-only";
  return said(old) === said(now) ? "unchanged" : "note-only";
};

// A row of the earlier report that another continues, directly or through others; undefined where there is none.
const continued = (id, old, conversions) => {
  for (const { indicator } of conversions[id] || []) {
    const found = old.get(indicator) || continued(indicator, old, conversions);
    if (found) return found;
  }
  return undefined;
};

// The sum of the ended indicators' figures that a row continues; null where one of them has none.
const converted = (id, old, conversions) => {
  let total = { units: 0n, scale: 0 };
  for (const { indicator, factor } of conversions[id] || []) {
    const found = old.get(indicator);
    let amount = null;
    if (found) amount = isAmount(found) ? decimal(found.value) : null;
    else if (conversions[indicator]) amount = converted(indicator, old, conversions);
    if (amount === null) return null;
    total = plus(total, times(amount, decimal(factor)));
  }
  return shortest(total);
};

// By how much the true sum of those figures may differ from that of the printed ones.
const slackOf = (id, old, conversions) => {
  let total = { units: 0n, scale: 0 };
  for (const { indicator, factor } of conversions[id] || []) {
    const found = old.get(indicator);
    const own = found ? decimal(found.half_unit ?? "0") : slackOf(indicator, old, conversions);
    const { units, scale } = decimal(factor);
    total = plus(total, times(own, { units: magnitude(units), scale }));
  }
  return total;
};

// Files for machines have a hyphen, pages a minus.
const shownText = ({ text }) => text.replace(/^-/, "\u2212");

const valueText = (row) => {
  if (row.value === null) return lowered(row.text);
  if (row.code_label) return row.code_label;
  return isAmount(row) ? measured(shownText(row), row.unit_label) : row.text;
};

const percentText = (number) => measured(written(number), "%");
const rateText = ({ value, isAbout }) => (isAbout ? say(words.figures.ABOUT, { figure: percentText(value) }) : percentText(value));

// The two numbers of a rate, with their quotient where it does not stand beside them.
const countsText = (side, rate) => {
  const [part, whole] = side.counts.map((text) => written(decimal(text)));
  const counts = say(words.comparison.COUNTS, { part, whole });
  if (!rate) return counts;
  const quotient = rateText(rate);
  return rate.isAbout ? say(words.comparison.COUNTS_ABOUT, { counts, quotient }) : say(words.comparison.COUNTS_ARE, { counts, quotient });
};

const pointsText = ({ top, told: [before, after] }) => {
  if (top === 0n) return lowered(LABELS.unchanged);
  const points = shortest(absolute(minus(after.value, before.value)));
  const isAbout = !isZero(points) && (before.isAbout || after.isAbout);
  const difference = isZero(points) ? words.comparison.BELOW_HUNDREDTH : written(points);
  if (isAbout) return top > 0n ? say(words.comparison.ROSE_ABOUT_POINTS, { difference }) : say(words.comparison.FELL_ABOUT_POINTS, { difference });
  return top > 0n ? say(words.comparison.ROSE_POINTS, { difference }) : say(words.comparison.FELL_POINTS, { difference });
};

// That the report prints other figures than are told; nothing where it does not.
const printedText = ({ sides, told }) => {
  const other = sides.filter((side, n) => !isSame(decimal(side.value), told[n].value));
  if (!other.length) return "";
  const figures = [...new Set(other.map((side) => percentText(decimal(side.value))))].join(words.comparison.AND);
  const isCut = ({ cut }) => cut;
  if (other.every(isCut)) return say(words.comparison.PRINTED_CUT, { figures });
  return other.some(isCut)
    ? say(words.comparison.PRINTED_ROUNDED_AND_CUT, { figures })
    : say(words.comparison.PRINTED_ROUNDED, { figures });
};

// The change of a rate from its counts; with their quotients but `isBeside` a cell that has them.
const fromCounts = (rates, isBeside) => {
  const { sides, told } = rates;
  const isPrinted = sides.every((side, n) => !told[n].isAbout && isSame(decimal(side.value), told[n].value));
  const [before, after] = sides.map((side, n) => countsText(side, isBeside || isPrinted ? null : told[n]));
  const change = pointsText(rates);
  const printed = printedText(rates);
  return printed
    ? say(words.comparison.FROM_COUNTS_PRINTED, { change, before, after, printed })
    : say(words.comparison.FROM_COUNTS, { change, before, after });
};

// A rise to five times and more, in times; from a figure below ten as from what to what.
const manifold = (change, base, row, difference) => {
  const scale = Math.max(change.scale, base.scale);
  const [before, later] = [scaled(base, scale), scaled(base, scale) + scaled(change, scale)];
  if (before < BigInt(rules.smallBase) * 10n ** BigInt(scale)) {
    return say(words.comparison.ROSE_FROM_SMALL, { before: written(base), after: measured(written(plus(base, change)), row.unit_label) });
  }
  return say(words.comparison.ROSE_TIMES, { difference, times: written(rounded(later, before, 1)) });
};

const sizeText = (change, base, row, rates = null, isBeside = false) => {
  if (rates?.told) return fromCounts(rates, isBeside);
  if (!change || isZero(change)) return "";
  const isRise = change.units > 0n;
  if (row.kind === "percent") {
    const difference = written(absolute(change));
    return isRise ? say(words.comparison.ROSE_POINTS, { difference }) : say(words.comparison.FELL_POINTS, { difference });
  }
  const difference = measured(written(absolute(change)), row.unit_label);
  const scale = Math.max(change.scale, base.scale);
  const hasShare = base.units > 0n && plus(base, change).units >= 0n;
  if (hasShare && scaled(change, scale) * 100n >= scaled(base, scale) * BigInt(rules.manifold)) return manifold(change, base, row, difference);
  // Of so few, per cent would mislead: one person of one is no fall by 100%.
  const isOfFew = row.kind === "count" && scaled(base, scale) < BigInt(rules.smallBase) * 10n ** BigInt(scale);
  if (!hasShare || isOfFew) {
    return isRise ? say(words.comparison.ROSE, { difference }) : say(words.comparison.FELL, { difference });
  }
  const share = percent(change, base);
  return isRise
    ? say(words.comparison.ROSE_PERCENT, { difference, percent: share })
    : say(words.comparison.FELL_PERCENT, { difference, percent: share });
};

// How large a change is beside others: in per cent, or in percentage points for a rate; of the larger figure where one
// is below 0.
const size = (difference, base, row, rates = null) => {
  const amount = ({ units, scale }) => Math.abs(Number(units) / 10 ** scale);
  if (rates) return amount(rounded(rates.top, rates.bottom, rules.file.digits));
  if (row.kind === "percent" || difference.units === 0n) return amount(difference);
  if (base.units === 0n) return Infinity;
  const after = plus(base, difference);
  const isBelow = base.units < 0n || after.units < 0n;
  return (amount(difference) * 100) / (isBelow ? Math.max(amount(base), amount(after)) : amount(base));
};

// Of figures that do not compare, an arrow would say that one became the other.
const fromTo = (before, after, isApart) => (isApart
  ? say(words.comparison.SIDE_BY_SIDE, { before, after })
  : say(words.comparison.FROM_TO, { before, after }));

// What a figure that one report alone has says of itself, and nothing of a change.
const only = (row, kind, told = "", unlike = "") => ({ row, kind, values: valueText(row), told, size: -1, unlike });

// An indicator that the earlier report did not have, held against those that it continues.
const continuing = (now, before, after, oldRows) => {
  const ended = continued(now.id, oldRows, after.conversions);
  if (!ended) return only(now, "new-indicator");
  const base = converted(now.id, oldRows, after.conversions);
  // The new row had no break yet when the ended one was reported.
  const why = base ? whyUnlike({ basis: ended.basis.split("/")[0] }, now, before, after) : "incomplete";
  if (base === null || !isAmount(now) || why) return only(now, "new-indicator", reasonText(why, "new-indicator", now), why);
  const slack = plus(decimal(now.half_unit), slackOf(now.id, oldRows, after.conversions));
  const difference = beyond(minus(decimal(now.value), base), slack);
  const alone = difference ? sizeText(difference, base, now) : words.comparison.WITHIN_ROUNDING;
  return {
    row: now,
    kind: moved(difference),
    values: say(words.comparison.FROM_TO, { before: written(base), after: valueText(now) }),
    told: [alone, words.comparison.CONTINUES].filter(Boolean).join("; "),
    alone,
    size_text: alone,
    size: difference ? size(difference, base, now) : -1,
    base,
    difference,
  };
};

const valuesText = (old, now, kind, rates) => {
  if (rates?.told) {
    const [before, later] = rates.told.map(rateText);
    return rates.top === 0n ? later : fromTo(before, later, false);
  }
  const both = isAmount(old) && isAmount(now);
  const first = both && old.unit_id === now.unit_id && now.kind !== "percent" ? shownText(old) : valueText(old);
  const isApart = kind === "not-comparable";
  const isOne = ["target-only", "note-only", "unchanged"].includes(kind) || (valueText(old) === valueText(now) && !isApart);
  return isOne ? valueText(now) : fromTo(first, valueText(now), isApart);
};

const change = (old, now, before, after, oldRows) => {
  if (!now) return only(old, "ended-indicator");
  if (!old) return continuing(now, before, after, oldRows);
  const why = whyUnlike(old, now, before, after);
  const both = isAmount(old) && isAmount(now);
  const rates = both && !why ? ratesOf(old, now) : null;
  const printed = both && !why ? minus(decimal(now.value), decimal(old.value)) : null;
  // Of counts the sign is all that is asked below: their quotients may have no last digit.
  const slack = both && plus(decimal(old.half_unit), decimal(now.half_unit));
  const difference = rates ? { units: rates.top, scale: 0 } : printed && beyond(printed, slack);
  const kind = kindOf(old, now, why, difference);
  const base = both ? decimal(old.value) : null;
  const [alone, beside] = [false, true].map((isBeside) => (kind === "within-rounding"
    ? words.comparison.WITHIN_ROUNDING
    : sizeText(difference, base, now, rates, isBeside)));
  return {
    row: now,
    kind,
    values: valuesText(old, now, kind, rates),
    told: [beside, targetText(old, now), reasonText(why, kind, now)].filter(Boolean).join("; "),
    alone,
    size_text: beside,
    size: difference ? size(difference, base, now, rates) : -1,
    noted: said(old) !== said(now) && [old, now].map(besideText),
    unlike: why,
    base,
    difference: rates ? null : difference,
    rates,
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
  return merged(oldRows, newRows).map((id) => ({
    ...change(oldRows.get(id), newRows.get(id), before, after, oldRows),
    old: oldRows.get(id),
    now: newRows.get(id),
    name: (newRows.get(id) || oldRows.get(id)).name,
  }));
};

// By how much a figure changed, as a fraction and as it is told.
const measure = (row) => {
  const { rates, difference } = row;
  if (rates) {
    const [first, last] = rates.told ? rates.told.map(({ value }) => value) : [];
    return { ...row, moved: rates, toldDifference: first ? absolute(minus(last, first)) : { units: 0n, scale: 0 } };
  }
  if (!difference) return row;
  return { ...row, moved: { top: difference.units, bottom: 10n ** BigInt(difference.scale) }, toldDifference: absolute(difference) };
};

// The difference in per cent of the figure before, as the file has it; nothing for rates, from 0, and below it.
const relative = ({ row, base, difference }) => {
  if (!difference || !base || row.kind === "percent" || base.units <= 0n || plus(base, difference).units < 0n) return "";
  const scale = Math.max(difference.scale, base.scale);
  return plain(rounded(scaled(difference, scale) * 100n, scaled(base, scale), rules.file.digits));
};

const differenceOf = ({ rates, difference }) => {
  if (rates) return plain(rounded(rates.top, rates.bottom, rules.file.digits));
  return difference ? plain(difference) : "";
};

const quotient = ({ counts: [part, whole] }) => plain(rounded(BigInt(part) * 100n, BigInt(whole), rules.file.digits));

// A row of the file: a property for each column.
const fileRow = (one, before, after) => {
  const { row, old, now, kind, base, rates } = one;
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
    difference: differenceOf(one),
    relative: relative(one),
    not_comparable: one.unlike,
    explanation: one.told,
    before_quotient: rates && quotient(old),
    after_quotient: rates && quotient(now),
  };
};

// Half-years and quarters differ by so many days in the calendar alone.
const windowText = (before, after) => {
  const days = [before.data_days, after.data_days];
  if (days.includes(null)) return "";
  const allowed = Math.min(...days) >= rules.windows.month ? rules.windows.calendar : 0;
  return Math.abs(days[1] - days[0]) > allowed ? say(words.comparison.CAUTION_WINDOWS, { before: days[0], after: days[1] }) : "";
};

const cautionText = (before, after) => {
  if (before.period[5] !== after.period[5]) {
    return words.comparison.CAUTION_PERIODS;
  }
  const drafts = [before, after].some(({ status }) => status === "draft");
  return [windowText(before, after), drafts && words.comparison.CAUTION_DRAFT].filter(Boolean).join(" ");
};

const counted = (kind, count) => say(words.comparison.COUNTED[kind], { count });

export { LABELS, cautionText, compare, counted, fileRow, lowered, measure, rules };
