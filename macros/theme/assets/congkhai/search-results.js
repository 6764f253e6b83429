// Results as elements of a page: text only, never markup out of the data.
import { mark } from "./marking.js";
import { current, element } from "./search-loading.js";
import { foundSpans } from "./search-marking.js";
import { atOpening, insideSentence, periodLabel } from "./search-units.js";
import { say, words } from "./wording.js";

const SNIPPET = 190;

// The text with what the query found in it marked; the letters stay as they are written.
function marked(text, result) {
  const composed = text.normalize("NFC");
  const pieces = document.createDocumentFragment();
  let end = 0;
  for (const [from, to] of foundSpans(composed, result)) {
    pieces.append(composed.slice(end, from), element("mark", {}, composed.slice(from, to)));
    end = to;
  }
  pieces.append(composed.slice(end));
  return pieces;
}

// The stretch of a long text that holds most of what was found.
function around(text, result) {
  const composed = text.normalize("NFC");
  if (composed.length <= SNIPPET) return composed;
  const found = foundSpans(composed, result);
  let [start, most] = [0, -1];
  for (const [from] of found) {
    const held = found.filter(([a, b]) => a >= from && b <= from + SNIPPET - 40).reduce((sum, [a, b]) => sum + b - a, 0);
    if (held > most) [start, most] = [from, held];
  }
  start = Math.max(0, start - 40);
  if (start > 0) start = composed.indexOf(" ", start) + 1;
  const stop = composed.lastIndexOf(" ", start + SNIPPET);
  return (start > 0 ? "… " : "") + composed.slice(start, start + SNIPPET >= composed.length ? undefined : stop) + (start + SNIPPET < composed.length ? " …" : "");
}

function snippet(result) {
  const { unit } = result;
  if (unit.kind === "passage") return around(unit.prose, result);
  const text = unit.kind === "row" || unit.kind === "heading" ? unit.note : unit.snippet;
  if (!text) return "";
  const telling = unit.kind !== "row" || foundSpans(text.normalize("NFC"), result).length > 0;
  return telling ? around(text, result) : "";
}

function where(unit) {
  const section = current.index.sections[unit.section];
  if (unit.kind === "passage") return [section && say(words.search.IN_GROUP, { number: section.number }), unit.title !== unit.page && unit.page].filter(Boolean).join(" · ");
  if (!section || unit.kind === "section") return "";
  // On a phone there is room for the group and for the row above.
  const above = unit.path.length > 1 ? unit.path.at(-1) : section.label;
  return say(words.search.IN_GROUP_BELOW, { number: section.number, above });
}

const isDraft = ({ period }) => current.first.drafts.has(period);

// Whether a unit's words are those of a report, in which short forms have the meanings of the glossary.
const isPrinted = (unit) => ["row", "heading", "section", "document"].includes(unit.kind) || (unit.kind === "passage" && Boolean(unit.period));

function periodOf(unit) {
  const period = insideSentence(periodLabel(unit.period));
  return isDraft(unit) ? say(words.search.OF_DRAFT, { period }) : period;
}

// The line that answers: "Tỷ lệ … đúng hạn — 100 % (6 tháng đầu năm 2022, dự thảo)". Short forms open in it where `shortForms`.
const resultLine = (result, { shortForms = true } = {}) => {
  const { unit } = result;
  const line = document.createDocumentFragment();
  // A short form that is the result itself has its meaning beside it.
  const opens = { shortForms: shortForms && isPrinted(unit) };
  const part = (name, kind, text) => mark(element(name, { class: kind }, marked(text, result)), opens);
  line.append(part("span", "result__title", unit.shownTitle ?? unit.title));
  if (unit.value) {
    line.append(" — ", part("strong", "result__value", unit.value));
    if (unit.period) line.append(" ", element("span", { class: "result__period" }, `(${periodOf(unit)})`));
    // What is known against the figure stands where it is found.
    if (unit.doubt) line.append(" ", element("span", { class: "result__doubt" }, atOpening(unit.doubt)));
  } else if (unit.kind === "abbreviation" && unit.snippet) {
    line.append(" — ", part("span", "result__meaning", unit.snippet));
  }
  return line;
};

const besideResult = (result, { shortForms = true } = {}) => {
  const { unit } = result;
  // A figure says itself that its report is a draft.
  const draft = !unit.value && isDraft(unit) && words.search.DRAFT;
  const path = [words.search.KINDS[unit.kind], draft, where(unit)].filter(Boolean).join(" · ");
  const text = unit.kind === "abbreviation" ? "" : snippet(result);
  const opens = { shortForms: shortForms && isPrinted(unit) };
  return {
    path: mark(element("span", { class: "result__path" }, path), opens),
    snippet: text ? mark(element("span", { class: "result__snippet" }, marked(text, result)), opens) : null,
  };
};

export { besideResult, isPrinted, resultLine };
