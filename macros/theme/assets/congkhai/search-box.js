// The search field of the header: a combobox whose list answers as one types.
import { announcer, forgetQueries, makeAsker, makeButton, recent, remember } from "./search-asking.js";
import { addressOf, current, element, engine } from "./search-loading.js";
import { say, words } from "./wording.js";

const MOST = 7;
// A selector that a browser does not know throws.
const canPopOver = "popover" in HTMLElement.prototype;

function combobox(form, opener) {
  const field = form.querySelector("input[type=search]");
  const root = new URL("../", form.action);
  const announce = announcer(document.querySelector("[data-search-said]"));
  const id = `${field.id}-list`;
  const notes = element("div", { class: "search__notes" });
  const list = element("ul", { role: "listbox", id, class: "search__list", "aria-label": words.search.RESULTS });
  const acts = element("div", { class: "search__acts" });
  const panel = element("div", { class: "search__panel", hidden: true }, notes, list, acts);
  // Behind the field and before the button, as the keys go.
  field.after(panel);
  for (const [key, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id, "aria-haspopup": "listbox",
  })) field.setAttribute(key, value);
  let active = -1;
  let wanted = null;
  let isQuiet = false;
  const asker = makeAsker(root, { wait, tell, fail });

  // The link itself is the option: an option that holds a link would be two things in one for a screen reader.
  const plain = { shortForms: false };
  const mark = (text) => engine.mark(element("span", {}, text), plain);
  const partsOf = (item) => [...item.firstChild.childNodes].map((part) => part.textContent);
  const isMeaning = (item) => item.querySelector(".result__meaning") !== null;
  const options = () => [...list.children].map((item) => item.firstChild);
  function choose(n) {
    active = n;
    options().forEach((option, k) => option.setAttribute("aria-selected", String(k === n)));
    const option = options()[n];
    if (option) {
      field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else field.removeAttribute("aria-activedescendant");
  }

  function open({ lines, english = "", items = panel.hidden ? [] : [...list.children], buttons = [] }) {
    notes.replaceChildren(...lines.map((line) => element("p", {}, line)));
    if (english) notes.firstChild.after(element("p", { lang: "en" }, english));
    list.replaceChildren(...items.map((item, n) => {
      item.setAttribute("role", "none");
      item.firstChild.id = `${id}-${n}`;
      item.firstChild.setAttribute("role", "option");
      item.firstChild.setAttribute("aria-selected", "false");
      return item;
    }));
    list.hidden = !items.length;
    acts.replaceChildren(...buttons);
    panel.hidden = !(lines.length || items.length || buttons.length);
    field.setAttribute("aria-expanded", String(!panel.hidden && items.length > 0));
    fit();
    choose(wanted === null ? -1 : wanted < 0 ? items.length - 1 : 0);
    wanted = null;
  }

  function close() {
    asker.cancel();
    announce("");
    wanted = null;
    panel.hidden = true;
    field.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  // As high as the keyboard on the screen leaves room for.
  function fit() {
    const { visualViewport } = window;
    if (panel.hidden || !visualViewport) return;
    const top = panel.getBoundingClientRect().top - visualViewport.offsetTop;
    panel.style.maxHeight = `${Math.max(160, Math.floor(visualViewport.height - top - 8))}px`;
  }
  window.visualViewport?.addEventListener("resize", fit);

  const link = (href, query, ...children) =>
    element("li", { class: "search__option" }, element("a", { href, tabindex: "-1", "data-query": query }, ...children));
  const page = (text) => addressOf(`tim-kiem/?q=${encodeURIComponent(text)}`, root);
  const hint = (text) => element("span", { class: "search__hint" }, text);

  function offer() {
    const before = recent();
    const others = current.first.suggestions.filter((text) => !before.includes(text)).slice(0, MOST - before.length);
    const items = [
      ...before.map((text) => link(page(text), text, hint(`${words.search.ASKED_BEFORE}: `), text)),
      ...others.map((text) => link(page(text), text, hint(`${words.search.SUGGESTED}: `), mark(text))),
    ];
    open({ lines: [], items, buttons: before.length ? [makeButton(words.search.FORGET, forget)] : [] });
    const told = [
      before.length && say(words.search.ASKED_BEFORE_COUNT, { count: before.length }),
      others.length && say(words.search.SUGGESTED_COUNT, { count: others.length }),
    ].filter(Boolean).join(", ");
    announce(told && `${told}.`);
  }

  function forget() {
    forgetQueries();
    // The button goes; where one types is where one was.
    rest();
    offer();
    announce(words.search.FORGOTTEN);
  }

  const isMeaningOf = (place) => Boolean(place?.closest?.(".explain__words"));

  function rest() {
    isQuiet = true;
    field.focus();
    isQuiet = false;
  }

  const isHere = () => form.contains(document.activeElement);

  function wait(text) {
    if (!isHere()) return;
    open({ lines: [text] });
    announce(text);
  }

  function fail() {
    if (!isHere()) return;
    open({ lines: [words.search.FAILED_TYPE_ON], items: [], buttons: [again()] });
    announce(words.search.FAILED_TYPE_ON);
  }

  const again = () => makeButton(words.search.AGAIN, () => {
    rest();
    show();
  });

  function tell(answer, text) {
    if (!isHere()) return;
    if (!answer) return void offer();
    const said = engine.saidOf(answer, text);
    const items = said.results.slice(0, MOST).map((result) => {
      const { path, snippet } = engine.besideResult(result, plain);
      const passage = result.unit.kind === "passage" ? snippet : null;
      const item = link(addressOf(result.unit.href, root), text, engine.resultLine(result, plain), path, passage);
      item.firstChild.setAttribute("data-result", "");
      return item;
    });
    if (said.instead) {
      const [before, after] = words.search.MEANT_OPTION.split("{query}");
      items.push(link(page(said.instead), said.instead, before, element("em", {}, said.instead), after));
    }
    if (said.results.length > MOST) items.push(link(page(text), text, say(words.search.SEE_ALL, { results: said.many })));
    if (answer.more && !said.results.length) items.push(link(page(text), text, words.search.GO_ON));
    items.push(...said.sections.map(({ label, href }) => link(addressOf(href, root), text, mark(label))));
    // What is chosen with one press opens nothing else: the short forms in it open from a line of their own.
    const isOurs = (item, n) => said.results[n] !== undefined && n < MOST && !engine.isPrinted(said.results[n].unit);
    const texts = items.filter((item, n) => !isMeaning(item) && !isOurs(item, n)).flatMap(partsOf);
    const forms = engine.shortFormLine(texts, words.search.SHORT_FORMS, "short-forms--search", (path) => addressOf(path, root));
    open({ lines: [said.count, ...said.notes], english: said.english, items, buttons: [said.isPartial && again(), forms].filter(Boolean) });
    announce(engine.spoken(said), said.english ? "en" : "");
  }

  function show() {
    asker.ask(field.value);
  }

  field.addEventListener("focus", () => isQuiet || show());
  field.addEventListener("input", show);
  field.addEventListener("blur", () => choose(-1));
  form.addEventListener("focusout", ({ relatedTarget }) => {
    // The window lost the focus, not the field.
    if (document.activeElement === field || isMeaningOf(relatedTarget)) return;
    if (relatedTarget !== field && !panel.contains(relatedTarget)) close();
    if (!form.contains(relatedTarget)) form.classList.remove("search--open");
  });
  // A meaning that was opened from the list belongs to it, until the focus is in neither.
  document.addEventListener("focusin", ({ target }) => form.contains(target) || isMeaningOf(target) || leave());
  document.addEventListener("toggle", ({ target, newState }) => {
    if (newState === "closed" && isMeaningOf(target) && !isHere()) leave();
  }, true);
  function leave() {
    if (panel.hidden) return;
    close();
    form.classList.remove("search--open");
  }
  // A click must not take the focus away, which would close the list under the pointer.
  panel.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => remember(event.target.closest("[data-query]")?.dataset.query ?? ""));
  form.addEventListener("submit", () => remember(field.value));

  // The keys of a combobox as the ARIA Authoring Practices give them.
  field.addEventListener("keydown", (event) => {
    // What is still being composed belongs to the input method.
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const isDown = event.key === "ArrowDown";
      if (event.altKey) return void (isDown ? panel.hidden && show() : close());
      if (panel.hidden) {
        wanted = isDown ? 0 : -1;
        return void show();
      }
      const last = list.children.length - 1;
      const next = active + (isDown ? 1 : -1);
      choose(next > last ? -1 : next < -1 ? last : next);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      options()[active].click();
    } else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) choose(-1);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    // A meaning that is open closes first; the list stays.
    const meaning = canPopOver && document.querySelector(".explain__words[popover]:popover-open");
    if (meaning) return void meaning.hidePopover();
    const wasOpen = !panel.hidden || asker.isWaiting();
    close();
    if (form.classList.contains("search--open") && isNarrow()) {
      opener.focus();
      form.classList.remove("search--open");
    } else if (event.target !== field) rest();
    else if (!wasOpen) field.value = "";
  });

  // On a phone the field is a link until it is asked for.
  const isNarrow = () => opener && getComputedStyle(opener).display !== "none";
  opener?.addEventListener("click", (event) => {
    event.preventDefault();
    form.classList.add("search--open");
    field.focus();
  });
  return field;
}

function start() {
  // From a disk every form of the search has to name the file of its page.
  if (location.protocol === "file:") {
    for (const form of document.querySelectorAll("form[role=search]")) form.action = addressOf(form.action, location);
  }
  const form = document.querySelector("form[data-search]");
  const field = form && combobox(form, document.querySelector("[data-search-open]"));
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    const target = document.querySelector("[data-search-page] input[type=search]") ?? field;
    if (!target) return;
    event.preventDefault();
    form?.classList.add("search--open");
    target.focus();
    target.select();
  });
}
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
