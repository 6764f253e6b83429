// Loads the page again as soon as what it shows may have changed. Only a preview puts this script into its pages.
(() => {
  const own = new URL(document.currentScript.src);
  const shown = own.searchParams.get("lan");
  const pause = 1000;
  let asking = false;

  // The answer comes when there is another state than the shown one, or after a while.
  async function ask() {
    if (asking || document.hidden) return;
    asking = true;
    try {
      const answer = await fetch(new URL(`doi?lan=${shown}`, own), { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== shown) return again();
      if (!answer.ok) await rest();
    } catch {
      // The preview is being opened again, or has ended.
      await rest();
    } finally {
      asking = false;
    }
    ask();
  }

  const rest = () => new Promise((done) => setTimeout(done, pause));

  // A browser keeps the place by itself, but not where the page has become shorter and then longer again.
  function again() {
    sessionStorage.setItem("xem-thu", JSON.stringify([location.href, scrollX, scrollY]));
    location.reload();
  }

  addEventListener("load", () => {
    const [address, x, y] = JSON.parse(sessionStorage.getItem("xem-thu") ?? "[]");
    sessionStorage.removeItem("xem-thu");
    if (address === location.href) scrollTo({ left: x, top: y, behavior: "instant" });
    ask();
  });
  // A page that nobody looks at holds no connection; it is brought up to date when it is looked at.
  document.addEventListener("visibilitychange", ask);
})();
