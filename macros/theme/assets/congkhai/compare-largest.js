// The largest changes as bars, within one unit and beyond the rounding: the same as macros/charts/largest.py draws.
import { isSame, magnitude } from "./compare-numbers.js";
import { say, words } from "./wording.js";

const [WIDTH, HEIGHT] = [200, 14];

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};
const shape = (name, attributes, ...children) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

// Exact: one fraction against another, without their signs.
const compared = (one, other) => {
  const [left, right] = [magnitude(one.top) * other.bottom, magnitude(other.top) * one.bottom];
  return Number(right > left) - Number(right < left);
};
const amount = ({ moved: { top, bottom } }) => Number(top) / Number(bottom);

const bar = (row, rows) => {
  const all = rows.map(amount);
  const [fall, rise] = [Math.max(0, ...all.map((one) => -one)), Math.max(0, ...all)];
  const tenths = (number) => Math.round(number * 10) / 10;
  const zero = (fall / (fall + rise)) * (WIDTH - 2) + 1;
  const long = (Math.abs(amount(row)) / (fall + rise)) * (WIDTH - 2);
  const x = tenths(amount(row) > 0 ? zero : zero - long);
  return shape(
    "svg",
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "chart__drawing", preserveAspectRatio: "none",
      "aria-hidden": "true", focusable: "false",
    },
    shape("rect", { class: "chart__bar", x, y: 2, width: Math.max(tenths(long), 1), height: 10 }),
    shape("line", { class: "chart__base", x1: tenths(zero), y1: 0, x2: tenths(zero), y2: HEIGHT }),
  );
};

// Which changed most; nothing where two changed as much.
const finding = ([first, second]) => (isSame(first.toldDifference, second.toldDifference)
  ? ""
  : say(words.comparison.LARGEST_FINDING, { name: first.name, size: first.alone }));

const groups = (rows, rules) => {
  const units = new Map();
  for (const row of rows) {
    if (!["rose", "fell"].includes(row.kind)) continue;
    const unit = row.row.kind === "percent" ? words.comparison.POINTS : row.row.unit_label ?? "";
    units.set(unit, [...(units.get(unit) ?? []), row]);
  }
  const isOfRates = ([unit]) => Number(unit !== words.comparison.POINTS);
  return [...units]
    .filter(([, found]) => found.length >= rules.fewest)
    .sort((one, other) => isOfRates(one) - isOfRates(other) || other[1].length - one[1].length)
    .slice(0, rules.groups)
    .map(([unit, found]) => [unit, found.sort((one, other) => compared(one.moved, other.moved)).slice(0, rules.rows)]);
};

// The heading, the note and a figure for each unit; nothing where no unit has enough.
const largestChanges = (rows, rules, address) => {
  const made = groups(rows, rules).map(([unit, found]) => {
    const seen = finding(found);
    const lines = found.map((row) => element(
      "li", {},
      element("a", { href: address(row.row.url) }, row.name), " ", bar(row, found), " ",
      element(
        "span", { className: "largest__size" },
        element("span", { className: "change__kind" }, row.size_text), "; ",
        element("span", { className: "change__values" }, row.values),
      ),
    ));
    return element(
      "figure", { className: "chart chart--changes" },
      ...(seen ? [element("p", { className: "chart__finding" }, seen)] : []),
      element("figcaption", {}, say(words.comparison.LARGEST_IN, { unit })),
      element("ol", { className: "largest" }, ...lines),
    );
  });
  if (!made.length) return [];
  return [
    element("h3", { id: "so-sanh-lon-nhat" }, words.comparison.LARGEST),
    element("p", { className: "comparison__note comparison__note--largest" }, words.comparison.LARGEST_NOTE),
    ...made,
  ];
};

export { largestChanges };
