// Exact numbers for comparisons in the browser: decimals as whole numbers of their last digit, quotients of two.
const decimal = (text) => {
  const [, sign, whole, digits = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  return { units: BigInt(sign + whole + digits), scale: digits.length };
};
const scaled = (number, scale) => number.units * 10n ** BigInt(scale - number.scale);
const plus = (a, b, sign = 1n) => {
  const scale = Math.max(a.scale, b.scale);
  return { units: scaled(a, scale) + sign * scaled(b, scale), scale };
};
const minus = (a, b) => plus(a, b, -1n);
const times = (a, b) => ({ units: a.units * b.units, scale: a.scale + b.scale });
const shortest = ({ units, scale }) =>
  scale && units % 10n === 0n ? shortest({ units: units / 10n, scale: scale - 1 }) : { units, scale };
const magnitude = (units) => (units < 0n ? -units : units);
const isZero = ({ units }) => units === 0n;
const absolute = ({ units, scale }) => ({ units: magnitude(units), scale });
const isSame = (a, b) => isZero(minus(a, b));

const digits = ({ units, scale }, point, thousands) => {
  const all = magnitude(units).toString().padStart(scale + 1, "0");
  const whole = all.slice(0, all.length - scale).replace(/\B(?=(\d{3})+$)/g, thousands);
  return whole + (scale ? point + all.slice(-scale) : "");
};
// As pages write a number, and as files for machines do.
const written = (number) => (number.units < 0n ? "\u2212" : "") + digits(number, ",", ".");
const plain = (number) => (number.units < 0n ? "-" : "") + digits(number, ".", "");

// The quotient of two whole numbers to so many decimals, halves away from zero, and no decimal that is 0.
const rounded = (top, bottom, scale) => {
  const [above, below] = [magnitude(top) * 10n ** BigInt(scale), magnitude(bottom)];
  const units = above / below + ((above % below) * 2n >= below ? 1n : 0n);
  return shortest({ units: (top < 0n) === (bottom < 0n) ? units : -units, scale });
};

// A rate as it is told: see Told and pair in macros/faces/quotients.py.
const told = ({ counts: [part, whole], value }, places) => {
  const [top, bottom, printed] = [BigInt(part) * 100n, BigInt(whole), decimal(value)];
  const is = (number) => number.units * bottom === top * 10n ** BigInt(number.scale);
  if (is(printed)) return { value: printed, isAbout: false };
  const quotient = rounded(top, bottom, places);
  return { value: quotient, isAbout: !is(quotient) };
};
const pair = (old, now, { fewest, most, apart }) => {
  const both = (places) => [told(old, places), told(now, places)];
  const isOne = BigInt(old.counts[0]) * BigInt(now.counts[1]) === BigInt(now.counts[0]) * BigInt(old.counts[1]);
  let rates;
  for (let places = fewest; places <= most; places += 1) {
    rates = both(places);
    const across = absolute(minus(rates[1].value, rates[0].value));
    const isEnough = !isZero(across) && scaled(across, Math.max(across.scale, places)) >= BigInt(apart) * 10n ** BigInt(Math.max(across.scale, places) - places);
    if (isEnough || isOne || !rates.some(({ isAbout }) => isAbout)) return rates;
  }
  return isSame(rates[0].value, rates[1].value) ? both(fewest) : rates;
};

export { absolute, decimal, isSame, isZero, magnitude, minus, pair, plain, plus, rounded, scaled, shortest, times, written };
