// The annex of a report: choose rows, fold parts. Without it the whole table stands there.
import { linked } from "./frame.js";
import { say, words } from "./wording.js";

const PARAMETER = "loc";
const SINCE = "so-voi";
const CHANGED = "thay-doi";

/** The rows above each row, nearest first, told by their levels. */
const ancestry = (rows) => {
  const above = new Map();
  const path = [];
  for (const row of rows) {
    const level = Number(row.dataset.level);
    while (path.length && Number(path.at(-1).dataset.level) >= level) path.pop();
    above.set(row, [...path]);
    path.push(row);
  }
  return above;
};

const annex = () => {
  const form = document.querySelector("[data-filter]");
  if (!form) return;
  const rows = [...document.querySelectorAll("tr[data-indicator]")];
  const figures = rows.filter((row) => row.dataset.traits);
  // Worked out when first asked for: most readers read the whole table.
  let above;
  const count = form.querySelector("[data-filter-count]");
  const printed = document.querySelector("[data-filter-printed]");
  const folds = [...document.querySelectorAll("details.fold")];
  const choices = [...form.querySelectorAll(`[name=${PARAMETER}]`)];

  // Against which period the column of changes stands; one alone is no choice.
  const periods = [...document.querySelectorAll(`[name=${SINCE}]`)];
  const hasChanged = (row) => {
    const n = periods.findIndex((radio) => radio.checked) + 1 || 1;
    return row.querySelector(`td .since--${n}:not(.change--same)`) !== null;
  };
  const matching = (choice) => figures.filter((row) => (
    choice === CHANGED ? hasChanged(row) : row.dataset.traits.split(" ").includes(choice)));

  let shownNow = "tat-ca";

  const show = (choice) => {
    shownNow = choice;
    const chosen = choice === "tat-ca" ? rows : matching(choice);
    above ??= ancestry(rows);
    const own = new Set(chosen);
    const shown = new Set(chosen);
    for (const row of chosen) for (const heading of above.get(row)) shown.add(heading);
    for (const row of rows) {
      row.hidden = !shown.has(row);
      // Rows above a chosen one stay, to say where it belongs.
      row.classList.toggle("row--context", shown.has(row) && !own.has(row));
      const mark = row.nextElementSibling;
      if (mark && mark.classList.contains("row-mark")) mark.hidden = row.hidden;
    }
    for (const fold of folds) {
      const some = fold.querySelector("tr[data-indicator]:not([hidden])") !== null;
      fold.classList.toggle("fold--empty", !some);
      if (some && choice !== "tat-ca") fold.open = true;
    }
    const n = choice === "tat-ca" ? figures.length : chosen.length;
    count.textContent = choice === "tat-ca"
      ? say(words.annex_tools.ALL_SHOWN, { total: figures.length })
      : say(words.annex_tools.SOME_SHOWN, { shown: n, total: figures.length });
    // Paper must not pass a choice of rows for the whole report.
    printed.hidden = choice === "tat-ca";
    const label = choices.find((radio) => radio.value === choice).dataset.label;
    printed.textContent = say(words.annex_tools.SOME_PRINTED, { shown: n, total: figures.length, choice: label });
  };

  const keep = (parameter, value, usual) => {
    const address = new URL(location.href);
    if (value === usual) address.searchParams.delete(parameter);
    else address.searchParams.set(parameter, value);
    history.replaceState(null, "", address);
  };
  const toAddress = (choice) => keep(PARAMETER, choice, "tat-ca");

  // An address that asks for a choice that is not there must not go on saying that it is shown.
  const fromAddress = () => {
    const wanted = new URLSearchParams(location.search).get(PARAMETER) ?? "tat-ca";
    const choice = choices.find((radio) => radio.value === wanted && !radio.disabled) || choices[0];
    choice.checked = true;
    if (choice.value !== shownNow) show(choice.value);
    if (choice.value !== wanted) toAddress(choice.value);
  };

  /** Another period has other changed rows: their number, and they themselves where they are chosen. */
  const countChanged = () => {
    const radio = choices.find(({ value }) => value === CHANGED);
    if (!radio) return;
    const n = matching(CHANGED).length;
    radio.nextElementSibling.textContent = say(words.annex.CHOICE, { choice: radio.dataset.label, count: n });
    radio.disabled = n === 0 && !radio.checked;
    if (shownNow === CHANGED) show(CHANGED);
  };

  const periodFromAddress = () => {
    const wanted = new URLSearchParams(location.search).get(SINCE);
    const radio = periods.find(({ value }) => value === wanted) || periods[0];
    if (wanted !== null && radio?.value !== wanted) keep(SINCE, "", "");
    if (!radio || radio.checked) return;
    radio.checked = true;
    countChanged();
  };

  /** A link to a row that is not shown shows all of them. */
  const reveal = () => {
    const target = linked();
    if (!target || !target.closest("tr[hidden]")) return;
    choices[0].checked = true;
    show("tat-ca");
    toAddress("tat-ca");
    target.scrollIntoView();
  };

  form.addEventListener("change", (event) => {
    if (event.target.name !== PARAMETER) return;
    show(event.target.value);
    toAddress(event.target.value);
  });
  for (const button of form.querySelectorAll("[data-fold]")) {
    button.addEventListener("click", () => {
      for (const fold of folds) fold.open = button.dataset.fold === "open";
    });
  }
  for (const radio of periods) {
    radio.addEventListener("change", () => {
      keep(SINCE, radio.value, periods[0].value);
      countChanged();
    });
  }
  addEventListener("popstate", () => { periodFromAddress(); fromAddress(); });
  addEventListener("hashchange", reveal);
  periodFromAddress();
  fromAddress();
  reveal();
};

// ---- What can be done with a row: one sheet for all of them, opened from the row's mark -------------------------

const rowMenu = () => {
  if (!("popover" in HTMLElement.prototype) || !document.querySelector("a.row__anchor")) return;
  const sheet = document.createElement("div");
  sheet.className = "explain__words row-menu";
  sheet.popover = "auto";
  sheet.setAttribute("role", "dialog");
  sheet.setAttribute("aria-labelledby", "dong-ten");
  const title = document.createElement("p");
  title.id = "dong-ten";
  title.className = "row-menu__title";
  const tools = document.createElement("p");
  tools.className = "row-menu__tools";
  sheet.append(title, tools);
  document.body.append(sheet);

  const button = (label, data) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "action";
    made.textContent = label;
    Object.assign(made.dataset, data);
    tools.append(made, " ");
  };

  // A figure is cited from the kept version of its report, which does not change.
  const fill = (row, anchor) => {
    const address = anchor.getAttribute("href");
    // On a page that keeps a report as it was, whatever is copied leads to that page and says so.
    const { source, kept, cited } = row.closest("[data-source]").dataset;
    const told = kept ? say(words.copying.KEPT_ROW_LINK_COPIED, { edition: kept }) : words.copying.ROW_LINK_COPIED;
    title.textContent = `${row.querySelector(".row__title").textContent}${kept ? ` (${kept})` : ""}`;
    tools.replaceChildren();
    button(words.copying.COPY_LINK, { copy: "{address}", address, told });
    if (row.dataset.quote) {
      const parts = [row.dataset.quote, source, row.dataset.caution];
      const copy = parts.filter(Boolean).join(" ");
      button(words.copying.COPY_FIGURE, { copy, address: cited ? cited + anchor.hash : address, doubt: row.dataset.doubt || "", told: words.copying.FIGURE_COPIED });
    }
    if (navigator.share) button(words.copying.SHARE, { share: "", address });
    button(words.explaining.CLOSE, {});
  };

  document.addEventListener("click", (event) => {
    const anchor = event.target.closest("a.row__anchor");
    if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // Going there would take the focus from the sheet; the address is all that a reader wants of it.
    event.preventDefault();
    history.replaceState(null, "", anchor.href);
    fill(anchor.closest("tr"), anchor);
    // The keyboard leaves the sheet to where it came from.
    sheet.showPopover({ source: anchor });
    tools.querySelector("button").focus();
  });
  // By key a row is one stop, its name; while the focus is in the row, its mark is one more, a step back.
  let reached;
  const reach = (anchor) => {
    if (reached) {
      reached.tabIndex = -1;
      reached.ariaHidden = "true";
    }
    reached = anchor;
    if (!anchor) return;
    anchor.tabIndex = 0;
    anchor.ariaHidden = null;
    const { textContent } = anchor.closest("tr").querySelector(".row__title");
    anchor.ariaLabel = say(words.annex_tools.ROW_LINK, { row: textContent.trim() });
  };
  document.addEventListener("focusin", ({ target }) => {
    if (sheet.contains(target) || (reached && reached.closest("tr").contains(target))) return;
    reach(target.closest("tr[data-indicator]")?.querySelector(".row__anchor[tabindex='-1']"));
  });
  // Whatever is pressed is done by then: what is told of it stands below the sheet.
  sheet.addEventListener("click", (event) => {
    if (event.target.closest("button")) sheet.hidePopover();
  });
};

// ---- A site that was built without knowing where it stands: the reader's browser knows ---------------------------

const cite = () => {
  if (!location.protocol.startsWith("http")) return;
  for (const box of document.querySelectorAll("[data-cite]")) {
    const address = box.dataset.cite;
    const link = box.querySelector("a");
    for (const part of [link, ...box.querySelectorAll(".cite__text, .cite__bibtex code")]) {
      part.textContent = part.textContent.replace(address, () => link.href);
    }
    box.querySelector("[data-cite-note]").hidden = true;
  }
};

document.addEventListener("DOMContentLoaded", () => {
  annex();
  cite();
  rowMenu();
});
