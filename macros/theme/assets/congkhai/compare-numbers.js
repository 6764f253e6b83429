// All that is reckoned of two figures which a reader chose, exactly: a decimal is a whole number of its last digit, which
// keeps the digits that are printed; a quotient is a pair of whole numbers, the lower above 0. Limits are looked up.
import { rules } from "./compare-rules.js";

const decimal = (text) => {
  const [, sign, whole, digits = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  return { units: BigInt(sign + whole + digits), scale: digits.length };
};
const amount = (row) => (row.amount === null ? null : decimal(row.amount));
const power = (scale) => 10n ** BigInt(scale);
const scaled = (number, scale) => number.units * power(scale - number.scale);
const plus = (a, b, sign = 1n) => {
  const scale = Math.max(a.scale, b.scale);
  return { units: scaled(a, scale) + sign * scaled(b, scale), scale };
};
const minus = (a, b) => plus(a, b, -1n);
const times = (a, b) => ({ units: a.units * b.units, scale: a.scale + b.scale });
const shortest = ({ units, scale }) =>
  scale && units % 10n === 0n ? shortest({ units: units / 10n, scale: scale - 1 }) : { units, scale };
const magnitude = (units) => (units < 0n ? -units : units);
const absolute = ({ units, scale }) => ({ units: magnitude(units), scale });
// -1, 0 or 1; of a quotient too.
const sign = ({ units, top = units }) => Number(top > 0n) - Number(top < 0n);
const isZero = (number) => sign(number) === 0;
const isBelow = (a, b) => sign(minus(a, b)) < 0;
const isSame = (a, b) => isZero(minus(a, b));
const limit = (number) => ({ units: BigInt(number), scale: 0 });

const digits = ({ units, scale }, point, thousands) => {
  const all = magnitude(units).toString().padStart(scale + 1, "0");
  const whole = all.slice(0, all.length - scale).replace(/\B(?=(\d{3})+$)/g, thousands);
  return whole + (scale ? point + all.slice(-scale) : "");
};
// As pages write a number, and as files for machines do.
const written = (number) => (number.units < 0n ? "\u2212" : "") + digits(number, ",", ".");
const plain = (number) => (number.units < 0n ? "-" : "") + digits(number, ".", "");

const quotient = ({ units, scale }) => ({ top: units, bottom: power(scale) });
const sum = (a, b, by = 1n) => ({ top: a.top * b.bottom + by * b.top * a.bottom, bottom: a.bottom * b.bottom });
const size = ({ top, bottom }) => ({ top: magnitude(top), bottom });
const compared = (a, b) => sign(sum(a, b, -1n));
// One in the units of another, which is above 0.
const over = (a, b) => ({ top: a.top * b.bottom, bottom: a.bottom * b.top });
const inPerCent = (a, b) => over({ ...a, top: a.top * 100n }, b);
// A quotient to so many decimals, halves away from zero; `rounded` has no decimal at its end that is 0.
const padded = ({ top, bottom }, scale) => {
  const [above, half] = [magnitude(top) * power(scale) * 2n, bottom];
  const units = (above + half) / (bottom * 2n);
  return { units: top < 0n ? -units : units, scale };
};
const rounded = (exact, scale) => shortest(padded(exact, scale));

// The quotient of a rate's two counts in per cent.
const ofCounts = ([part, whole]) => ({ top: BigInt(part) * 100n, bottom: BigInt(whole) });

// A rate as it is told: see Told and pair in macros/faces/quotients.py.
const told = ({ counts, amount: printed }, places) => {
  const exact = ofCounts(counts);
  const is = (number) => compared(quotient(number), exact) === 0;
  if (is(decimal(printed))) return { value: decimal(printed), isAbout: false };
  const value = rounded(exact, places);
  return { value, isAbout: !is(value) };
};
const pair = (sides) => {
  const { fewest, most, apart } = rules.quotients;
  const isOne = compared(...sides.map(({ counts }) => ofCounts(counts))) === 0;
  let rates;
  for (let places = fewest; places <= most; places += 1) {
    rates = sides.map((side) => told(side, places));
    const isEnough = !isBelow(absolute(minus(rates[1].value, rates[0].value)), { units: BigInt(apart), scale: places });
    if (isEnough || isOne || !rates.some(({ isAbout }) => isAbout)) return rates;
  }
  return isSame(rates[0].value, rates[1].value) ? sides.map((side) => told(side, fewest)) : rates;
};

// Two rates whose counts are known: by how much their quotients differ, and how they are told; null where that is not
// known. Where the quotients are the same, and the printed rates too, there is nothing to tell.
const ratesOf = (old, now) => {
  if (!old.counts || !now.counts) return null;
  const difference = sum(ofCounts(now.counts), ofCounts(old.counts), -1n);
  const isTold = !isZero(difference) || !isSame(amount(now), amount(old));
  return { sides: [old, now], difference, told: isTold ? pair([old, now]) : null };
};

// A difference as it is printed; null where the two were rounded too coarsely to tell which is larger.
const beyond = (difference, slack) => (!isZero(difference) && isBelow(absolute(difference), slack) ? null : difference);

// A change in per cent of what was there before; null from 0, and where a figure is below it.
const relativeTo = (base, difference) => {
  const before = quotient(base);
  return sign(before) > 0 && sign(sum(before, difference)) >= 0 ? inPerCent(difference, before) : null;
};

// What counts as manifold, in per cent, and as so few that per cent would mislead: one person of one is no fall by 100%.
const isManifold = (relative) => compared(relative, quotient(limit(rules.manifold))) >= 0;
const isSmall = (base) => isBelow(base, limit(rules.smallBase));
const timesOf = (after, base) => rounded(over(quotient(after), quotient(base)), 1);

// How large a change is beside others, as `size` and `size_number` of Python: in per cent, of the larger figure where
// one is below 0; as it is where the kind knows no per cent.
const sizeOf = (base, difference, isRelative) => {
  const fixed = (exact) => plain(padded(exact, rules.sizeDigits));
  if (!base || !difference) return fixed({ top: -1n, bottom: 1n });
  if (!isRelative || isZero(difference)) return fixed(size(difference));
  if (isZero(base)) return "Infinity";
  const [before, after] = [quotient(base), sum(quotient(base), difference)].map(size);
  return fixed(inPerCent(size(difference), relativeTo(base, difference) || compared(before, after) > 0 ? before : after));
};

// A row of the earlier report that another continues, directly or through others; undefined where there is none.
const continued = (id, rows, conversions) => {
  for (const { indicator } of conversions[id] || []) {
    const found = rows.get(indicator) || continued(indicator, rows, conversions);
    if (found) return found;
  }
  return undefined;
};

// The sum of the ended indicators' figures that a row continues; null where one of them has none.
const converted = (id, rows, conversions) => {
  let total = limit(0);
  for (const { indicator, factor } of conversions[id] || []) {
    const found = rows.get(indicator);
    let part = null;
    if (found) part = amount(found);
    else if (conversions[indicator]) part = converted(indicator, rows, conversions);
    if (part === null) return null;
    total = plus(total, times(part, decimal(factor)));
  }
  return shortest(total);
};

// By how much the true sum of those figures may differ from that of the printed ones.
const slackOf = (id, rows, conversions) => {
  let total = limit(0);
  for (const { indicator, factor } of conversions[id] || []) {
    const found = rows.get(indicator);
    const own = found ? decimal(found.half_unit ?? "0") : slackOf(indicator, rows, conversions);
    total = plus(total, times(own, absolute(decimal(factor))));
  }
  return total;
};

// The days of either report where one collected figures for longer than the calendar alone makes it; null where not.
const unequalDays = (before, after) => {
  const { month, calendar } = rules.windows;
  if (before === null || after === null) return null;
  const allowed = Math.min(before, after) >= month ? calendar : 0;
  return Math.abs(after - before) > allowed ? { before, after } : null;
};

// Bars of changes on one scale, as `change_bar` of macros/charts/small.py: where each begins, how long it is, and
// where the line of no change stands, as numbers of one decimal.
const bars = (differences) => {
  const { width, edge } = rules.bar;
  const bottom = differences.reduce((all, one) => all * one.bottom, 1n);
  const tops = differences.map((one) => one.top * (bottom / one.bottom));
  const longest = (all) => all.reduce((one, other) => (other > one ? other : one), 0n);
  const [fall, rise] = [longest(tops.map((top) => -top)), longest(tops)];
  const whole = fall + rise;
  const room = BigInt(width - 2 * edge);
  const zero = fall * room + BigInt(edge) * whole;
  const tenths = (top) => plain(rounded({ top, bottom: whole }, 1));
  return tops.map((top) => {
    const length = magnitude(top) * room;
    return { x: tenths(top > 0n ? zero : zero - length), width: tenths(length < whole ? whole : length), zero: tenths(zero) };
  });
};

export { absolute, amount, bars, beyond, compared, continued, converted, decimal, isManifold, isSame, isSmall, isZero, minus, ofCounts, plain, plus, quotient, ratesOf, relativeTo, rounded, shortest, sign, size, sizeOf, slackOf, timesOf, unequalDays, written };
