// Comfort for every page: nothing here is needed to read one.
import { say, words } from "./wording.js";

const root = document.documentElement;

const said = document.createElement("div");
said.className = "said";
said.setAttribute("role", "status");

let forgotten;
/** Tells the reader in a line at the foot of the window, which a screen reader reads out. */
const tell = (text) => {
  said.textContent = text;
  clearTimeout(forgotten);
  forgotten = setTimeout(() => { said.textContent = ""; }, 6000);
};

// ---- Theme: the system's until a reader chooses ---------------------------------------------------------------

const systemDark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : systemDark.matches);

const themeButton = () => {
  const button = document.querySelector("[data-theme-toggle]");
  if (!button) return;
  const label = button.querySelector("[data-theme-label]");
  const name = () => { label.textContent = isDark() ? words.frame.TO_LIGHT : words.frame.TO_DARK; };
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("congkhai-theme", root.dataset.theme);
    } catch {
      // Kept for this page only.
    }
    name();
  });
  systemDark.addEventListener("change", name);
  name();
};

// ---- Lists that open from a button ----------------------------------------------------------------------------

const isOpen = (list) => list.matches(":popover-open");

const popovers = () => {
  if (!("popover" in HTMLElement.prototype)) return;
  for (const list of document.querySelectorAll("nav[popover]")) {
    list.addEventListener("click", (event) => {
      if (event.target.closest("a") && isOpen(list)) list.hidePopover();
    });
  }
  // What the keyboard has left closes: it may cover what the keyboard comes to.
  document.addEventListener("focusin", ({ target }) => {
    for (const open of document.querySelectorAll(":popover-open")) {
      if (!open.contains(target) && target.popoverTargetElement !== open) open.hidePopover();
    }
  });
};

// ---- Where on the page the reader is --------------------------------------------------------------------------

/** The row that a reader is at, in the middle of a list too long for the screen. Only the list scrolls. */
const centred = (list) => {
  const here = list.querySelector("[aria-current]");
  if (here && list.scrollHeight > list.clientHeight) list.scrollTop = here.offsetTop - list.clientHeight / 2;
};

const contents = () => {
  const list = document.querySelector(".contents");
  if (list) {
    centred(list);
    list.addEventListener("toggle", () => centred(list));
  }
  // A list of other pages says where one is by itself.
  if (!list || list.querySelector("[aria-current=page]")) return;
  const links = new Map();
  for (const link of list.querySelectorAll("a")) links.set(decodeURIComponent(link.hash.slice(1)), link);
  const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  const here = document.querySelector("[data-contents-here]");
  let current;
  const update = () => {
    let found;
    for (const heading of headings) {
      if (heading.getBoundingClientRect().top > innerHeight * 0.3) break;
      found = heading;
    }
    if (found === current) return;
    current = found;
    for (const link of links.values()) link.removeAttribute("aria-current");
    const link = found && links.get(found.id);
    if (link) {
      link.setAttribute("aria-current", "location");
      centred(list);
    }
    if (here) here.textContent = link ? `· ${link.textContent.trim()}` : "";
  };
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; update(); });
  };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  soon();
};

/** The part of the page that the address leads to; null where there is none, or what it says is no name. */
const linked = () => {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
};

// ---- What is folded opens when it is linked to or printed ------------------------------------------------------

const folds = () => {
  const reveal = () => {
    const target = linked();
    if (!target) return;
    let opened = false;
    for (let part = target.closest("details"); part; part = part.parentElement.closest("details")) {
      if (!part.open) { part.open = true; opened = true; }
    }
    if (opened) target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
  let folded = [];
  addEventListener("beforeprint", () => {
    // The same as the style sheet for paper, for browsers that cannot unfold by style alone.
    folded = [...document.querySelectorAll("details:not([open], .cite)")];
    for (const part of folded) part.open = true;
  });
  addEventListener("afterprint", () => { for (const part of folded) part.open = false; });
};

// ---- Tables that a narrow screen lays out as blocks ------------------------------------------------------------

// Safari takes such a table for a heap of text unless every part says what it is. Written here, and not in the page,
// where the roles would repeat what the elements say.
const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };

/** Nothing scrolls sideways where a script runs: what only told of that is taken away. */
const regions = () => {
  for (const region of document.querySelectorAll(".table-region")) {
    for (const name of ["role", "aria-label", "tabindex"]) region.removeAttribute(name);
  }
};

const tables = () => {
  const narrow = matchMedia("(max-width: 44.9844em)");
  const name = () => {
    if (!narrow.matches) return;
    for (const part of document.querySelectorAll("article table, article table :is(thead, tbody, tr, td, th)")) {
      part.setAttribute("role", ROLES[part.tagName] || (part.scope.startsWith("row") ? "rowheader" : "columnheader"));
    }
  };
  narrow.addEventListener("change", name);
  document.addEventListener("compared", name);
  name();
};

// ---- Copy and share --------------------------------------------------------------------------------------------

const copied = async (text, told) => {
  try {
    await navigator.clipboard.writeText(text);
    tell(told);
  } catch {
    // Without the right to write, or over plain http: let the reader take it from here.
    prompt(words.copying.COPY_BY_HAND, text);
  }
};

const full = (address) => new URL(address || "", location.href).href;

/** The day as offices write it: a zero before days below 10 and before months 1 and 2. */
const today = () => {
  const now = new Date();
  const [day, month] = [now.getDate(), now.getMonth() + 1];
  return `${day < 10 ? "0" : ""}${day}/${month < 3 ? "0" : ""}${month}/${now.getFullYear()}`;
};

/** The text of a button's `data-copy`: {address} is the full address of its `data-address`, {doubt} of `data-doubt`. */
const copy = (button) => (button.dataset.copy || "{address}")
  .replaceAll("{address}", () => full(button.dataset.address))
  .replaceAll("{doubt}", () => full(button.dataset.doubt))
  .replaceAll("{today}", today);

const rowMenus = "popover" in HTMLElement.prototype;

const actions = () => {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy], [data-share]");
    if (button && button.dataset.share !== undefined) {
      navigator.share({ title: document.title, url: copy(button) }).catch(() => {});
    } else if (button) {
      copied(copy(button), button.dataset.told || words.copying.COPIED);
    }
    // The mark of a row opens what can be done with it, where it can.
    const anchor = event.target.closest(rowMenus ? "a.headerlink" : "a.row__anchor, a.headerlink");
    if (anchor && navigator.clipboard) copied(anchor.href, words.copying.LINK_COPIED);
  });
  for (const source of document.querySelectorAll("[data-printed-address]:empty")) {
    source.textContent = full(source.dataset.printedAddress || location.pathname);
  }
  // The letter about a figure names the page by its full address.
  for (const link of document.querySelectorAll("a[data-mail]")) {
    const letter = new URL(link.href);
    const opening = words.copying.LETTER_PAGE.split("{address}")[0];
    const lines = letter.searchParams.get("body").split("\n");
    const body = lines.map((line) => (line.startsWith(opening) ? say(words.copying.LETTER_PAGE, { address: location.href }) : line)).join("\n");
    link.href = `mailto:${letter.pathname}?subject=${encodeURIComponent(letter.searchParams.get("subject"))}&body=${encodeURIComponent(body)}`;
  }
};

// ---- Short forms that open where they stand -------------------------------------------------------------------

// Most stand inside a link, where no button may: a finger or a mouse on the short form opens its meaning, on the
// rest of the link it follows it. A key or a screen reader always follows the link; for them each table has a line
// of buttons. So a click counts only after a pointer went down on the very word. What a script writes later, such as
// the results of the search, brings its meanings with it.
const shortForms = () => {
  if (!("popover" in HTMLElement.prototype)) return;
  const meaningOf = (form) => [...document.querySelectorAll(".explain__words[popover]")]
    .find((meant) => meant.querySelector("strong")?.textContent === form.textContent);
  const formOf = (event) => {
    const form = event.target.closest("abbr");
    return form && !form.closest("button") && meaningOf(form) ? form : null;
  };
  let pressed = null;
  let wasOpen = false;
  addEventListener("pointerdown", (event) => {
    pressed = event.button === 0 ? formOf(event) : null;
    // The press itself closes what is open, so that a second click on a word closes its meaning.
    wasOpen = pressed !== null && isOpen(meaningOf(pressed));
  }, true);
  addEventListener("click", (event) => {
    const form = formOf(event);
    const meant = form !== null && form === pressed && getSelection().isCollapsed;
    pressed = null;
    if (!meant || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const meaning = meaningOf(form);
    if (wasOpen) meaning.hidePopover();
    else meaning.showPopover({ source: form.closest("a, summary, label") || form });
  });
};

document.addEventListener("DOMContentLoaded", () => {
  document.body.append(said);
  themeButton();
  popovers();
  regions();
  contents();
  folds();
  // Not before the page can be read: a long annex has thousands of cells.
  (window.requestIdleCallback ?? setTimeout)(tables);
  actions();
  shortForms();
});

export { linked };
