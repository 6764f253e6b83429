// The queries of the page of results in the history of the browser: back leads to the query before, as it stood.
const REST = 150;
const LATER = 5_000;

// `address()` gives { query, search }: what is in the field, and what stands behind the "?".
// A query that is still being typed has one entry, which follows each letter; one that was asked keeps its own.
const makeTrail = (address) => {
  const plain = document.title;
  // In one spelling: a space is "+" or "%20".
  const present = () => String(new URLSearchParams(location.search));
  let told = present();
  let taken = history.state?.steps ?? 0;
  let goal = location.hash ? null : history.state?.scroll ?? null;
  let resting;
  let late;

  // Whether the browser took it: Safari takes a hundred changes in half a minute and throws at the next, and no answer
  // may be lost to that.
  function written(change, ...how) {
    try {
      history[change](...how);
      return true;
    } catch {
      return false;
    }
  }
  const state = (more) => written("replaceState", { ...history.state, ...more }, "");
  function name() {
    const { query } = address();
    document.title = query ? `${query} - ${plain}` : plain;
  }

  function go(isDraft) {
    clearTimeout(resting);
    clearTimeout(late);
    goal = null;
    const wanted = address().search;
    const here = `${location.pathname}${wanted && `?${wanted}`}`;
    told = wanted;
    taken = 0;
    if (wanted === present()) state({ ...(!isDraft && { isDraft }), steps: 0 });
    else {
      const isSame = history.state?.isDraft;
      if (!isSame) state({ scroll: scrollY });
      // The address follows when the browser takes changes again.
      if (!written(isSame ? "replaceState" : "pushState", { isDraft, scroll: 0 }, "", here)) late = setTimeout(() => go(isDraft), LATER);
    }
    name();
  }

  function restored() {
    if (goal !== null) scrollTo(0, goal);
    else if (location.hash && !scrollY) document.querySelector(":target")?.scrollIntoView();
    goal = null;
  }

  // The results come after the page: the browser would look for the old place too early.
  history.scrollRestoration = "manual";
  addEventListener("scroll", () => {
    if (goal !== null) return;
    clearTimeout(resting);
    resting = setTimeout(() => state({ scroll: scrollY }), REST);
  }, { passive: true });
  addEventListener("pagehide", () => goal === null && state({ scroll: scrollY }));

  return {
    type: () => go(true),
    ask: () => go(false),
    // What was typed before a filter was chosen stays behind as an entry of its own.
    choose() {
      if (new URLSearchParams(location.search).get("q")) state({ isDraft: false });
      go(false);
    },
    follow(show) {
      if (!history.state) state({ isDraft: !address().query && !location.search });
      addEventListener("popstate", (event) => {
        clearTimeout(resting);
        clearTimeout(late);
        // A link to a place on this page brings its own.
        goal = event.state ? event.state.scroll ?? 0 : null;
        if (!event.state) state({ isDraft: false, steps: taken });
        // Another place on the page is not another query.
        const isSame = told === present();
        if (isSame) return void restored();
        told = present();
        taken = event.state?.steps ?? 0;
        show();
      });
    },
    name,
    // How many steps into the older reports were taken when this entry was left, and that one more is.
    steps: () => taken,
    step: () => state({ steps: ++taken }),
    restored,
  };
};

export { makeTrail };
