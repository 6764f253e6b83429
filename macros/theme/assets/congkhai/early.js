// Runs before the first paint: what a reader chose last time must not flash up in the other theme.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  // What only a script can do takes its place before the first paint too, so that nothing moves.
  if (!navigator.share) root.classList.add("no-share");
  // So does the answer to what the address asks: what stands below starts below the window, and nothing is pushed away.
  const address = new URLSearchParams(location.search);
  if (address.get("q")?.trim() || address.has("truoc") || address.has("sau")) root.classList.add("asks");
  // A page that has no answer to give, or whose script did not come, shows what it has.
  addEventListener("load", () => root.dataset.answering || root.classList.remove("asks"));
  try {
    const chosen = localStorage.getItem("congkhai-theme");
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  } catch {
    // A browser that keeps nothing follows the system.
  }
})();
