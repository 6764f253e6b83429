// The annex of a report: choose rows, fold parts. Without it the whole table stands there.
(() => {
  "use strict";

  const PARAMETER = "loc";

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

    const matching = (choice) => figures.filter((row) => row.dataset.traits.split(" ").includes(choice));

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
        ? `Đang hiện cả ${figures.length} chỉ tiêu.`
        : `Đang hiện ${n} trên ${figures.length} chỉ tiêu.`;
      // Paper must not pass a choice of rows for the whole report.
      printed.hidden = choice === "tat-ca";
      const label = choices.find((radio) => radio.value === choice).dataset.label;
      printed.textContent = `Chỉ in ${n} trên ${figures.length} chỉ tiêu: ${label}.`;
    };

    const fromAddress = () => {
      const wanted = new URLSearchParams(location.search).get(PARAMETER) || "tat-ca";
      const choice = choices.find((radio) => radio.value === wanted && !radio.disabled) || choices[0];
      choice.checked = true;
      if (choice.value !== shownNow) show(choice.value);
    };

    const toAddress = (choice) => {
      const address = new URL(location.href);
      if (choice === "tat-ca") address.searchParams.delete(PARAMETER);
      else address.searchParams.set(PARAMETER, choice);
      history.replaceState(null, "", address);
    };

    /** A link to a row that is not shown shows all of them. */
    const reveal = () => {
      const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
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
    addEventListener("popstate", fromAddress);
    addEventListener("hashchange", reveal);
    fromAddress();
    reveal();
  };

  document.addEventListener("DOMContentLoaded", annex);
})();
