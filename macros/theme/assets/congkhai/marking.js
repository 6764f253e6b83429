// Short forms and foreign words in what a script writes, by the rules of macros/outputs/html/marking.py, to which
// tests/scripts/test_marking.py holds this file. `vocabulary` is what that module knows.
import { vocabulary } from "./marking-words.js";
import { words } from "./wording.js";

const { short, exact, anyCase, glossary } = vocabulary;

const WORD = "\\p{L}\\p{N}_";
const escaped = (word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
const eitherCase = (word) => [...word].map((letter) => {
  const capital = letter.toUpperCase();
  return capital === letter || [...capital].length > 1 ? escaped(letter) : `[${letter}${capital}]`;
}).join("");
// The longest first; a pattern that nothing matches when there are none.
const choice = (list, pattern = escaped) => list.sort((a, b) => b.length - a.length).map(pattern).join("|") || "(?!)";

// Addresses, and the numbers and symbols of documents: 15/KH-BQL, 68/2000/NĐ-CP, NĐ-CP, "Số: /BC-BQL".
const NAMES = `(?<![${WORD}.@+/-])(?:`
  + `[${WORD}]+:\\/\\/\\S+|[${WORD}.+-]+@[${WORD}-]+\\.\\S+`
  + `|(?:[${WORD}-]+\\.)+(?:vn|com|org|net|gov|html?|json|csv|md|ya?ml)(?![${WORD}])\\S*`
  + `|\\p{Nd}[${WORD}.]*(?:\\/\\p{Nd}+)*\\/[A-ZĐ][${WORD}&;.-]*|\\/?[A-ZĐ][${WORD}&;]*(?:-[A-ZĐ][${WORD}&;]*)+)`;
const FOREIGN = `(?<exact>${choice(Object.keys(exact))})|(?<any>${choice(Object.keys(anyCase), eitherCase)})`;
const FOUND = new RegExp(`${NAMES}|(?<![${WORD}])(?:(?<short>${choice(Object.keys(short))})|${FOREIGN})(?![${WORD}])`, "gu");

// What stands in a text: { from, to, short } or { from, to, language }, in order.
function spans(text) {
  const found = [];
  for (const match of text.matchAll(FOUND)) {
    const { short: form, exact: cased, any } = match.groups;
    const span = { from: match.index, to: match.index + match[0].length };
    if (form) found.push({ ...span, short: form });
    else if (cased || any) found.push({ ...span, language: cased ? exact[cased] : anyCase[any.toLowerCase()] });
  }
  return found;
}

// The place of a letter of an element's text: its text node, and how far into it.
function placed(element, offset, isEnd) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let before = 0;
  let node = walker.nextNode();
  for (let next = node; next; next = walker.nextNode()) {
    node = next;
    // Between two nodes an end belongs to the first, a beginning to the second.
    if (isEnd ? offset <= before + node.length : offset < before + node.length) break;
    before += node.length;
  }
  return [node, offset - before];
}

// Marks the text of an element, which is one run of words, whatever letters in it are marked as found already.
function mark(element, { shortForms = true } = {}) {
  for (const span of spans(element.textContent).reverse()) {
    if (span.short && !shortForms) continue;
    const range = document.createRange();
    range.setStart(...placed(element, span.from, false));
    range.setEnd(...placed(element, span.to, true));
    const common = range.commonAncestorContainer;
    if ((common.closest ? common : common.parentElement).closest("abbr, button, [lang]:not(html)")) continue;
    const made = document.createElement(span.short ? "abbr" : "span");
    if (span.language) made.lang = span.language;
    // Not `surroundContents`: what was found may begin or end inside a short form.
    made.append(range.extractContents());
    range.insertNode(made);
  }
  return element;
}

// The short forms in texts, each once, in order.
const formsIn = (texts) => [...new Set(texts.flatMap((text) => spans(text).flatMap((span) => span.short ?? [])))];

// The meaning of a short form below the page, made when the page has none: as explanations.html has it.
function explained(form, address) {
  const [anchor, meaning] = short[form];
  const id = `giai-nghia-${anchor}`;
  if (document.getElementById(id)) return id;
  const meant = document.createElement("div");
  Object.assign(meant, { id, className: "explain__words", popover: "auto" });
  const paragraph = (...content) => meant.appendChild(document.createElement("p")).append(...content);
  const name = document.createElement("strong");
  name.textContent = form;
  const more = document.createElement("a");
  more.href = address(`${glossary}#${anchor}`);
  more.textContent = words.explaining.MORE;
  const close = document.createElement("button");
  Object.assign(close, { className: "action", type: "button", textContent: words.explaining.CLOSE });
  close.setAttribute("popovertarget", id);
  close.setAttribute("popovertargetaction", "hide");
  paragraph(name);
  paragraph(meaning);
  paragraph(more);
  meant.append(close);
  mark(meant.children[1], { shortForms: false });
  document.querySelector("article").append(meant);
  return id;
}

// More are folded.
const FEW = 4;

// The line of buttons that open the short forms in texts, as `short_form_line` of pieces.py; null where there are none.
// `address(path)` is the address of a path below the root of the site.
function shortFormLine(texts, label, kind, address) {
  const forms = formsIn(texts);
  if (!forms.length) return null;
  const buttons = document.createElement("p");
  for (const form of forms) {
    const button = document.createElement("button");
    Object.assign(button, { className: "explain__button", type: "button" });
    button.setAttribute("popovertarget", explained(form, address));
    const shown = document.createElement("abbr");
    shown.textContent = form;
    button.append(shown);
    buttons.append(button, " ");
  }
  const isFolded = forms.length > FEW;
  const made = isFolded ? document.createElement("details") : buttons;
  made.className = `short-forms ${kind}`;
  if (isFolded) {
    const summary = document.createElement("summary");
    summary.textContent = `${label} (${forms.length})`;
    made.append(summary, buttons);
  } else made.prepend(`${label}: `);
  return made;
}

// The short forms in texts without a line of their own open where they are marked.
const explain = (texts, address) => formsIn(texts).forEach((form) => explained(form, address));

export { explain, mark, shortFormLine, spans };
