// What the field of the header and the page of results have in common: asking, being heard, remembering.
import { current, element, engine, ready } from "./search-loading.js";
import { words } from "./wording.js";

const CALM = 300;
const PAUSE = 500;
const FORGOTTEN = 8000;

// Asks one query after the other, of which only the last is answered: `tell(answer, text)`, where the answer to nothing
// is null; `wait(text)` when it takes a moment; `fail(text)` when the index did not come.
const makeAsker = (root, { wait, tell, fail }) => {
  let turn = 0;
  let slow;
  const rest = () => {
    clearTimeout(slow);
    slow = undefined;
  };

  async function answered(text, options, isLate) {
    await ready(root);
    // What was typed while the index came is asked once, as it stands then.
    if (isLate() || !text.trim()) return null;
    const asked = { ...options(), root };
    try {
      return await engine.respond(text, asked);
    } catch (error) {
      if (!error.isMissing) reportError(error);
      if (isLate()) return null;
      // Without the older reports there is still the newest.
      return { ...(await engine.respond(text, { ...asked, deep: "never" })), isPartial: true };
    }
  }

  return {
    isWaiting: () => slow !== undefined,
    cancel() {
      turn++;
      rest();
    },
    async ask(text, options = () => ({})) {
      const own = ++turn;
      slow ??= setTimeout(() => wait(current.first ? words.search.SEARCHING : words.search.LOADING), CALM);
      let answer;
      let hasFailed = false;
      try {
        answer = await answered(text, options, () => own !== turn);
      } catch (error) {
        if (!error.isMissing) reportError(error);
        hasFailed = true;
      }
      if (own !== turn) return;
      rest();
      if (hasFailed) fail(text);
      else tell(answer, text);
    },
  };
};

// Puts words into a live region after a pause, so that what changes with each letter is heard once; later they go, for
// they stand on the page as well.
const announcer = (region) => {
  let timer;
  return (text, language = "") => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      region.toggleAttribute("lang", Boolean(language));
      if (language) region.lang = language;
      region.textContent = text;
      timer = setTimeout(() => (region.textContent = ""), FORGOTTEN);
    }, PAUSE);
  };
};

const makeButton = (text, act) => {
  const made = element("button", { type: "button", class: "search__act" }, text);
  made.addEventListener("click", act);
  return made;
};

// The last queries of this browser, kept on this machine alone; a browser that keeps nothing has none.
const KEPT = "congkhai-tim-kiem";
const recent = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
    return Array.isArray(kept) ? kept.filter((text) => typeof text === "string").slice(0, 5) : [];
  } catch {
    return [];
  }
};
const remember = (text) => {
  const query = text.trim().slice(0, 100);
  if (!query) return;
  try {
    localStorage.setItem(KEPT, JSON.stringify([query, ...recent().filter((one) => one !== query)].slice(0, 5)));
  } catch {
    // Nothing kept, nothing lost.
  }
};
const forgetQueries = () => {
  try {
    localStorage.removeItem(KEPT);
  } catch {
    // As above.
  }
};

export { announcer, forgetQueries, makeAsker, makeButton, recent, remember };
