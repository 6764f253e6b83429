// The largest changes as bars, within one unit and beyond the rounding: the same as macros/faces/largest_face.py chooses.
import { absolute, bars, compared, isSame, minus, size } from "./compare-numbers.js";
import { rules } from "./compare-rules.js";
import { say, words } from "./wording.js";

// Which changed most; nothing where two changed as much, as they are told.
const finding = ([first, second]) => {
  const [one, other] = [first, second].map(({ printed, rates }) => absolute(rates?.told ? minus(...rates.told.map(({ value }) => value)) : printed));
  return isSame(one, other) ? "" : say(words.comparison.LARGEST_FINDING, { name: first.name, size: first.alone });
};

// The units with most changed rows, those of rates first; of each its largest changes and their bars.
const largest = (rows) => {
  const units = new Map();
  for (const row of rows) {
    if (!rules.largest.changes.includes(row.kind)) continue;
    const unit = rules.kinds[row.row.kind].differenceMeasure || row.row.unit_label || "";
    units.set(unit, [...(units.get(unit) ?? []), row]);
  }
  const isLater = ([unit]) => Number(unit !== rules.largest.first);
  return [...units]
    .filter(([, found]) => found.length >= rules.largest.fewest)
    .sort((one, other) => isLater(one) - isLater(other) || other[1].length - one[1].length)
    .slice(0, rules.largest.groups)
    .map(([unit, found]) => {
      const first = found.sort((one, other) => compared(size(other.exact), size(one.exact))).slice(0, rules.largest.rows);
      return { heading: say(words.comparison.LARGEST_IN, { unit }), finding: finding(first), rows: first, bars: bars(first.map(({ exact }) => exact)) };
    });
};

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

const drawn = ({ x, width, zero }) => {
  const { width: whole, height } = rules.bar;
  return shape(
    "svg",
    {
      viewBox: `0 0 ${whole} ${height}`, class: "chart__drawing", preserveAspectRatio: "none",
      "aria-hidden": "true", focusable: "false",
    },
    shape("rect", { class: "chart__bar", x, y: 2, width, height: 10 }),
    shape("line", { class: "chart__base", x1: zero, y1: 0, x2: zero, y2: height }),
  );
};

// The heading, the note and a figure for each unit; nothing where no unit has enough.
const largestChanges = (rows, address) => {
  const made = largest(rows).map((group) => {
    const lines = group.rows.map((row, n) => element(
      "li", {},
      element("a", { href: address(row.row.url) }, row.name), " ", drawn(group.bars[n]), " ",
      element(
        "span", { className: "largest__size" },
        element("span", { className: "change__kind" }, row.size_text), "; ",
        element("span", { className: "change__values" }, row.values),
      ),
    ));
    return element(
      "figure", { className: "chart chart--changes" },
      ...(group.finding ? [element("p", { className: "chart__finding" }, group.finding)] : []),
      element("figcaption", {}, group.heading),
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

export { largest, largestChanges };
