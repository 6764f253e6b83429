// The page on which a reader chooses two periods: their reports are asked for, compared and shown.
import { LABELS, cautionText, compare, fileRow, lowered, summaryText } from "./compare-changes.js";
import { comparisonFile } from "./compare-file.js";
import { largestChanges } from "./compare-largest.js";
import { choice } from "./compare-choice.js";
import { rules } from "./compare-rules.js";
import { explain, mark, shortFormLine } from "./marking.js";
import { say, words } from "./wording.js";

const start = (result, form) => {
  const root = document.documentElement;
  root.dataset.answering = "so-sanh";
  const heard = document.querySelector("[data-compare-said]");
  const chosen = choice(form);
  const address = (path) => result.dataset.site + path;

  // The file that the site has of the two periods, else one that is made here.
  let made = null;
  const fileAddress = (rows, before, after) => {
    if (made) URL.revokeObjectURL(made);
    made = null;
    const known = after.comparisons[before.period];
    if (known) return address(known);
    const text = comparisonFile(rows.map((row) => fileRow(row, before, after)), rules.file);
    made = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    return made;
  };
  const fileLink = (rows, before, after) => {
    const link = element("a", { href: fileAddress(rows, before, after) }, words.comparison.DOWNLOAD_CSV);
    link.download = `${before.period}.${after.period}.csv`;
    return element("p", { className: "on-screen compare-result__file" }, link);
  };

  const element = (name, properties = {}, ...children) => {
    const part = Object.assign(document.createElement(name), properties);
    part.append(...children);
    return part;
  };

  // The kind, as a button where the page has its meaning.
  const explained = (kind) => {
    const id = `giai-nghia-td-${kind}`;
    if (!document.getElementById(id)) return LABELS[kind];
    const button = element("button", { className: "explain__button", type: "button" }, LABELS[kind]);
    button.setAttribute("popovertarget", id);
    return button;
  };

  const notes = ([before, after], row) => {
    const hidden = element("span", { className: "visually-hidden" }, `: ${row.title}`);
    const list = element("dl");
    for (const [term, text] of [[words.comparison.NOTES_BEFORE, before], [words.comparison.NOTES_AFTER, after]]) {
      list.append(element("dt", {}, term), " ", element("dd", {}, text || words.comparison.NOTES_NONE), " ");
    }
    return element("details", { className: "change__notes" }, element("summary", {}, words.comparison.NOTES, hidden), list);
  };

  const line = ({ row, name: title, kind, values, told, size: large, noted }) => {
    const link = element("a", { href: result.dataset.site + row.url }, title);
    const sign = element("span", {}, rules.signs[kind] || "");
    sign.setAttribute("aria-hidden", "true");
    const head = element("th", { scope: "row" }, element("span", { className: "change__where" }, row.reference), " ", link);
    const tr = element(
      "tr",
      { className: `change change--${kind}` },
      head,
      element("td", {}, element("span", { className: "change__kind" }, sign, " ", explained(kind))),
      element("td", { className: "change__values" }, values),
      element("td", {}, told, ...(noted ? [notes(noted, row)] : [])),
    );
    tr.dataset.indicator = row.id;
    tr.dataset.change = kind;
    tr.dataset.size = large;
    return tr;
  };

  const show = (before, after) => {
    const rows = compare(before, after);
    const changed = rows.filter(({ kind }) => kind !== "unchanged");
    const isAlike = before.period[5] === after.period[5];
    const title = say(words.comparison.TITLE, { before: lowered(before.period_label), after: lowered(after.period_label) });
    const parts = [
      element("h2", { id: "so-sanh" }, title),
      ...[cautionText(before, after)].filter(Boolean).map((text) => element("p", { className: "comparison__note" }, text)),
      element("p", { className: "comparison__summary" }, `${summaryText(rows)}.`),
    ];
    parts.push(fileLink(rows, before, after), ...largestChanges(rows, address));
    if (changed.length) {
      const caption = isAlike
        ? say(words.comparison.TABLE_CAPTION, { title })
        : say(words.comparison.TABLE_CAPTION_SIDE_BY_SIDE, { title });
      const names = changed.map(({ name: one }) => one);
      parts.push(
        shortFormLine(names, words.comparison.TABLE_SHORT_FORMS, "short-forms--table", address) ?? "",
        element(
          "table",
          { className: "plain changes" },
          element("caption", {}, caption),
          element("thead", {}, element("tr", {}, ...words.comparison.TABLE_HEADS.map((head) => element("th", { scope: "col" }, head)))),
          element("tbody", {}, ...changed.map(line)),
        ),
      );
    }
    result.replaceChildren(...parts);
    // Short forms are the report's: names, figures and notes; all else is ours.
    const printed = [...result.querySelectorAll("th a, .largest a, .chart__finding, .change__values, .change__notes dd")];
    for (const text of printed) mark(text);
    for (const text of result.querySelectorAll("h2, p:not(.short-forms), caption, .change__where, td")) mark(text, { shortForms: false });
    explain(printed.map((text) => text.textContent), address);
    result.dataset.state = "done";
    // What a screen reader hears: what is compared, not each row of it.
    const spoken = result.querySelectorAll(":scope > :is(h2, .comparison__summary, h2 + .comparison__note)");
    heard.textContent = `${[...spoken].map((part) => part.textContent.replace(/\.$/, "")).join(". ")}.`;
    document.querySelector(".compare-terms").hidden = false;
    document.dispatchEvent(new Event("compared"));
  };

  const report = async (period) => {
    try {
      const answer = await fetch(`${result.dataset.reports}${encodeURIComponent(period)}.json`);
      if (!answer.ok) throw new Error(String(answer.status));
      return await answer.json();
    } catch (cause) {
      const isUnknown = chosen.isByYear && cause.message === "404";
      throw Object.assign(new Error(`no report on ${period}`, { cause }), { isMissing: true, isUnknown });
    }
  };

  // While two reports are asked for, the window is kept free for them: see `.asks`.
  const tell = (text, asks = false) => {
    root.classList.toggle("asks", asks);
    result.replaceChildren(element("p", {}, text));
    result.dataset.state = "told";
    heard.textContent = text;
  };

  let turn = 0;
  const run = async (first, second) => {
    const own = ++turn;
    if (first === second) return tell(words.comparison.SAME_PERIOD_TWICE);
    tell(words.comparison.LOADING, true);
    try {
      // The earlier one is always held against the later.
      const [before, after] = chosen.isEarlier(first, second) ? [first, second] : [second, first];
      chosen.choose("truoc", before);
      chosen.choose("sau", after);
      const reports = await Promise.all([report(before), report(after)]);
      // Two others have been chosen in the meantime.
      if (own === turn) show(...reports);
    } catch (error) {
      if (!error.isMissing) reportError(error);
      const isFromDisk = location.protocol === "file:";
      const text = isFromDisk ? words.comparison.NOT_LOADED_FROM_DISK : words.comparison.NOT_LOADED;
      if (own === turn) tell(error.isUnknown ? words.comparison.PERIOD_WITHOUT_REPORT : text);
    }
    return own === turn;
  };

  const asked = new URLSearchParams(location.search);
  const known = (name) => chosen.offers(name, asked.get(name) ?? "");

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [first, second] = [chosen.chosen("truoc"), chosen.chosen("sau")];
    history.replaceState(null, "", `?truoc=${first}&sau=${second}`);
    run(first, second).then((isLast) => isLast && result.focus());
  });

  if (known("truoc") && known("sau")) {
    chosen.choose("truoc", asked.get("truoc"));
    chosen.choose("sau", asked.get("sau"));
    run(asked.get("truoc"), asked.get("sau"));
  } else if (asked.has("truoc") || asked.has("sau")) {
    tell(words.comparison.PERIOD_UNKNOWN);
  } else root.classList.remove("asks");
};

const [shown, chooser] = ["[data-reports]", ".compare-form"].map((part) => document.querySelector(part));
if (shown && chooser) start(shown, chooser);
