// Runs before the first paint: what a reader chose last time must not flash up in the other theme.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  // What only a script can do takes its place before the first paint too, so that nothing moves.
  if (!navigator.share) root.classList.add("no-share");
  try {
    const chosen = localStorage.getItem("congkhai-theme");
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  } catch {
    // A browser that keeps nothing follows the system.
  }
})();
