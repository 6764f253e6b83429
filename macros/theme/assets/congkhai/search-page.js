// The page /tim-kiem/?q=…: the same results at an address that can be shared.
import { announcer, forgetQueries, makeAsker, makeButton, recent, remember } from "./search-asking.js";
import { addressOf, current, element, engine } from "./search-loading.js";
import { makeTrail } from "./search-trail.js";
import { words } from "./wording.js";

const KIND_GROUPS = {
  "chi-tieu": ["row", "heading", "section"], "thuyet-minh": ["passage", "report"], "van-ban": ["document"],
  "thuat-ngu": ["abbreviation"], trang: ["page"],
};

const TIMELESS = ["thuat-ngu", "trang"];

function start() {
  const page = document.querySelector("[data-search-page]");
  if (!page) return;
    const form = page.querySelector("form");
  const field = form.querySelector("input[type=search]");
  const status = page.querySelector("[data-search-status]");
  const announce = announcer(page.querySelector("[data-search-said]"));
  const box = page.querySelector("[data-search-results]");
  const filters = page.querySelector("[data-search-filters]");
  const root = new URL("../", form.action);
  const selects = Object.fromEntries([...filters.querySelectorAll("select")].map((select) => [select.name, select]));
  const trail = makeTrail(address);
  let shownAnswer;
  // The period of the address, until the index tells which periods there are to choose from.
  let awaitedPeriod = "";
  const asker = makeAsker(root, { wait, tell, fail });

  function fromAddress() {
    const wanted = new URLSearchParams(location.search);
    field.value = wanted.get("q") ?? "";
    for (const [name, select] of Object.entries(selects)) choose(select, wanted.get(name) ?? "");
    awaitedPeriod = selects.ky.options.length > 1 ? "" : wanted.get("ky") ?? "";
    if (isFiltered()) filters.open = true;
    trail.name();
    show();
  }

  // Nothing is chosen when the address names what there is not.
  function choose(select, value) {
    select.value = value;
    if (select.selectedIndex < 0) select.value = "";
  }

  const chosen = (select) => select.value || (select === selects.ky ? awaitedPeriod : "");

  function address(query = field.value.trim()) {
    const wanted = new URLSearchParams();
    if (query) wanted.set("q", query);
    for (const [name, select] of Object.entries(selects)) if (chosen(select)) wanted.set(name, chosen(select));
    return { query, search: String(wanted) };
  }

  const isFiltered = () => Object.values(selects).some(chosen);

  function allowed(unit) {
    const kinds = KIND_GROUPS[selects.loai.value];
    if (kinds && !kinds.includes(unit.kind)) return false;
    return !selects.nhom.value || current.first.sections[unit.section]?.id === selects.nhom.value;
  }

  // Older reports have no terms and no pages; documents only where there are many.
  const isInArchive = () => !TIMELESS.includes(selects.loai.value) && (selects.loai.value !== "van-ban" || current.first.archive.documents > 0);

  function show() {
    const isAsked = Boolean(field.value.trim());
    page.classList.toggle("search-page--asked", isAsked);
    document.documentElement.classList.remove("asks");
    shownAnswer = undefined;
    box.dataset.searchState = "loading";
    if (!isAsked) {
      box.replaceChildren();
      box.dataset.searchState = "idle";
      status.textContent = "";
    }
    asker.ask(field.value, () => {
      offerPeriods();
      // A term and a page about the site are of no period, and none can be chosen for them.
      selects.ky.disabled = TIMELESS.includes(selects.loai.value);
      return { allowed, period: selects.ky.disabled ? "" : selects.ky.value, deep: isInArchive() ? "" : "never" };
    });
  }

  function wait(text) {
    status.textContent = text;
    announce(text);
  }

  function fail() {
    status.textContent = words.search.FAILED_LOOK_BELOW;
    announce(words.search.FAILED_LOOK_BELOW);
    page.classList.remove("search-page--asked");
    box.replaceChildren(again());
    box.dataset.searchState = "error";
  }

  const again = () => makeButton(words.search.AGAIN, () => {
    field.focus();
    show();
  });

  function tell(answer, text) {
    shownAnswer = answer;
    if (!answer) return void offer();
    const said = engine.saidOf(answer, text, { isFiltered: isFiltered() });
    status.textContent = said.count;
    box.replaceChildren(...shown(answer, said));
    tellForms();
    box.dataset.searchState = "done";
    announce(engine.spoken(said), said.english ? "en" : "");
    restore(answer, text);
  }

  const mark = (part) => engine.mark(part);

  // The short forms in what is shown, by key: anew when more is shown.
  function tellForms() {
    const texts = [...box.querySelectorAll(".result:not(.result--abbreviation) abbr, .search-page__sections abbr")];
    const line = engine.shortFormLine(texts.map((part) => part.textContent), words.search.SHORT_FORMS_IN_RESULTS, "short-forms--search", (path) => addressOf(path, root));
    box.querySelector(".short-forms")?.remove();
    if (line) (box.querySelector(".results, .search-page__sections") ?? box.firstChild).before(line);
  }

  function shown(answer, said) {
    const notes = said.notes.map((note) => element("p", { class: "search-page__note" }, note));
    if (said.english) notes.unshift(element("p", { class: "search-page__english", lang: "en" }, said.english));
    if (said.isPartial) notes.push(again());
    // Before the list of what else there is.
    if (said.instead) notes[said.results.length ? "push" : "unshift"](meant(said.instead));
    if (!said.results.length) {
      const sections = said.sections.map(({ label, href }) => element("li", {}, mark(element("a", { href: addressOf(href, root) }, label))));
      const list = sections.length ? element("ul", { class: "search-page__sections" }, ...sections) : "";
      return [...notes, answer.more ? goingOn(answer, said) : "", list, said.queries.length ? others(said.queries) : ""].filter(Boolean);
    }
    return [...notes, element("ol", { class: "results" }, ...said.results.map(item)), answer.more ? goingOn(answer, said) : ""].filter(Boolean);
  }

  // Other words to try.
  function others(queries) {
    const items = queries.map((text) => element("li", {}, query(text, address(text).search)));
    return element("div", { class: "search-page__queries" }, element("p", {}, words.search.OTHER_QUERIES), element("ul", {}, ...items));
  }

  function meant(other) {
    const [before, after] = words.search.MEANT.split("{query}");
    return element("p", { class: "search-page__instead" }, before, query(other, address(other).search), after);
  }

  function item(result) {
    const { path, snippet } = engine.besideResult(result);
    const line = element("a", { "data-result": true, href: addressOf(result.unit.href, root), class: "result__link" }, engine.resultLine(result));
    return element("li", { class: `result result--${result.unit.kind}` }, line, path, snippet ?? "", further(result));
  }

  const goingOn = (answer, { text }) => {
    const button = element("button", { type: "button", class: "action search-page__more" }, words.search.GO_ON);
    button.addEventListener("click", () => goOn(answer, text, button));
    return button;
  };

  // A few more files of the archive: what they say comes behind what is there, and the focus goes to the first of it.
  async function goOn(answer, text, button, { isReplayed = false } = {}) {
    if (box.dataset.searchState === "loading") return false;
    box.dataset.searchState = "loading";
    button.setAttribute("aria-disabled", "true");
    const step = await answer.further().catch((error) => {
      // What was read is kept: the next press goes on from there.
      if (!error.isMissing) reportError(error);
      return null;
    });
    // Another query has been asked.
    if (!button.isConnected || shownAnswer !== answer) return false;
    button.removeAttribute("aria-disabled");
    box.dataset.searchState = "done";
    const before = box.querySelectorAll("a[data-result]").length;
    answer.isCut ||= answer.results.length > before;
    if (step) {
      answer.results = [...answer.results, ...step.results];
      answer.more = step.more;
    }
    const told = step ? engine.wentOn(answer, text, step) : words.search.NOT_GONE_ON;
    status.textContent = told;
    if (!isReplayed) announce(told);
    if (!step) return false;
    // What was found and had no room comes first.
    const items = answer.results.slice(before).map(item);
    if (!before && (items.length || !step.more)) box.replaceChildren(...shown(answer, engine.saidOf(answer, text, { isFiltered: isFiltered() })));
    else {
      box.querySelector(".results")?.append(...items);
      if (!step.more) button.replaceWith(element("p", { class: "search-page__end", tabindex: "-1" }, words.search.ALL_READ));
    }
    tellForms();
    if (isReplayed) return true;
    trail.step();
    const next = items.length ? box.querySelectorAll("a[data-result]")[before] : box.querySelector(".search-page__more, .search-page__end");
    next?.focus();
    return true;
  }

  // One comes back to a list as long as one left it.
  async function restore(answer, text) {
    const steps = trail.steps();
    for (let n = 0; n < steps && answer.more; n++) {
      if (!(await goOn(answer, text, box.querySelector(".search-page__more"), { isReplayed: true }))) break;
    }
    if (shownAnswer === answer) trail.restored();
  }

  const query = (text, asked = `q=${encodeURIComponent(text)}`) => element("a", { href: `?${asked}`, "data-query": text }, mark(element("span", {}, text)));

  // With nothing typed yet: what was asked before in this browser, and what others ask.
  function offer() {
    const row = (label, texts, button = "") =>
      (texts.length ? [element("p", { class: "search-page__offers" }, `${label}: `, ...texts.flatMap((text) => [query(text), " "]), button)] : []);
    const before = recent();
    box.replaceChildren(...row(words.search.ASKED_BEFORE, before, makeButton(words.search.FORGET, forget)), ...row(words.search.SUGGESTED, current.first.suggestions));
    status.textContent = "";
    trail.restored();
  }

  function forget() {
    forgetQueries();
    offer();
    field.focus();
    announce(words.search.FORGOTTEN);
  }

  function further({ unit, behind = [] }) {
    const links = [];
    const link = (text, href) => links.push(element("a", { href: addressOf(href, root) }, text));
    const { root: places, periods } = current.first;
    if (unit.kind === "row") {
      if (unit.inReport && unit.inReport !== unit.href) link(words.search.ROW_IN_ANNEX, unit.inReport);
      if (periods.length > 1) link(unit.inReport === unit.href ? words.search.ALL_PERIODS : words.search.EARLIER_PERIODS, `${places.indicator}${unit.id}/#qua-cac-ky`);
    } else {
      for (const period of behind) link(engine.periodLabel(period), `${places.report}${period.toLowerCase()}/`);
    }
    if (!links.length) return "";
    const [before, after] = unit.kind === "row" ? ["", ""] : words.search.ALSO_IN.split("{reports}");
    return element("span", { class: "result__further" }, before, ...links.flatMap((one, n) => (n ? [" · ", one] : [one])), after);
  }

  // The periods to choose from, known only when the index is.
  function offerPeriods() {
    const select = selects.ky;
    if (select.options.length > 1) return;
    const years = new Map();
    for (const period of current.first.periods) years.set(period.slice(0, 4), [...(years.get(period.slice(0, 4)) ?? []), period]);
    for (const [year, periods] of years) {
      select.append(element("optgroup", { label: engine.periodLabel(`${year}-A1`) }, ...periods.map((period) => element("option", { value: period }, engine.periodLabel(period)))));
    }
    choose(select, awaitedPeriod);
    awaitedPeriod = "";
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember(field.value);
    trail.ask();
    // The keyboard on a screen stands over the results.
    if (matchMedia("(hover: none)").matches) field.blur();
    show();
  });
  field.addEventListener("input", () => {
    trail.type();
    show();
  });
  filters.addEventListener("change", () => {
    trail.choose();
    show();
  });
  box.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link) remember(link.dataset.query ?? field.value);
  });
  // Down from the field into the results and back, as in the list of the header.
  page.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape" && event.target === field) {
      event.preventDefault();
      field.value = "";
      trail.type();
      show();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    // With another key they select or leave.
    if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
    const stops = [field, ...box.querySelectorAll("a[data-result]")];
    const at = stops.indexOf(event.target);
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });
  trail.follow(fromAddress);
  fromAddress();
  if (!field.value) field.focus({ preventScroll: true });
}
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
