// The page /tim-kiem/?q=…: the same results at an address that can be shared.
(() => {
  "use strict";
  const search = (window.congkhaiSearch ??= {});
  const KIND_GROUPS = {
    "chi-tieu": ["row", "heading", "section"], "thuyet-minh": ["passage", "report"], "van-ban": ["document"],
    "thuat-ngu": ["abbreviation"], trang: ["page"],
  };

  function start() {
    const page = document.querySelector("[data-search-page]");
    if (!page) return;
    const { element } = search;
    const form = page.querySelector("form");
    const field = form.querySelector("input[type=search]");
    const status = page.querySelector("[data-search-status]");
    const box = page.querySelector("[data-search-results]");
    const filters = page.querySelector("[data-search-filters]");
    const root = new URL("../", form.action);
    const selects = Object.fromEntries([...filters.querySelectorAll("select")].map((select) => [select.name, select]));
    let asked = 0;

    function fromAddress() {
      const wanted = new URLSearchParams(location.search);
      field.value = wanted.get("q") ?? "";
      for (const [name, select] of Object.entries(selects)) select.value = wanted.get(name) ?? "";
      if (Object.values(selects).some((select) => select.value)) filters.open = true;
    }

    function toAddress(push) {
      const wanted = new URLSearchParams();
      if (field.value.trim()) wanted.set("q", field.value.trim());
      for (const [name, select] of Object.entries(selects)) if (select.value) wanted.set(name, select.value);
      const address = `${location.pathname}${String(wanted) && `?${wanted}`}`;
      if (address !== location.pathname + location.search) history[push ? "pushState" : "replaceState"](null, "", address);
    }

    function allowed(unit) {
      const kinds = KIND_GROUPS[selects.loai.value];
      if (kinds && !kinds.includes(unit.kind)) return false;
      return !selects.nhom.value || search.first.sections[unit.section]?.id === selects.nhom.value;
    }

    async function show(deep = "") {
      const turn = ++asked;
      const text = field.value;
      page.classList.toggle("search-page--asked", Boolean(text.trim()));
      document.documentElement.classList.remove("asks");
      if (!text.trim()) {
        box.replaceChildren();
        box.dataset.searchState = "idle";
        status.textContent = "";
        return void offer(turn);
      }
      box.dataset.searchState = "loading";
      let answer;
      try {
        await search.ready(root);
        offerPeriods();
        answer = await search.respond(text, { root, allowed, period: selects.ky.value, deep });
      } catch {
        if (turn !== asked) return;
        status.textContent = "Không tải được chỉ mục tìm kiếm. Xin thử lại, hoặc tra theo vần ở dưới.";
        page.classList.remove("search-page--asked");
        box.dataset.searchState = "error";
        return;
      }
      if (turn !== asked) return;
      status.textContent = search.count(answer, text);
      box.replaceChildren(...shown(answer, text));
      box.dataset.searchState = "done";
    }

    function shown(answer, text) {
      const notes = [];
      const other = (query) => element("a", { href: `?q=${encodeURIComponent(query)}` }, query);
      if (answer.missing) notes.push(element("p", { class: "search-page__instead" }, `Không có báo cáo ${answer.missing}. Số liệu dưới đây là của kỳ mới nhất có số liệu.`));
      if (answer.instead) notes.push(element("p", { class: "search-page__instead" }, "Có phải bạn muốn tìm: ", other(answer.instead), "?"));
      if (!answer.results.length) return [...notes, ...nothing()];
      const results = answer.results.map((result) => {
        const { path, snippet } = search.beside(result);
        const line = element("a", { "data-result": true, href: search.address(result.unit.href, root), class: "result__link" }, search.line(result));
        return element("li", { class: "result" }, line, path, snippet ?? "", further(result));
      });
      const more = answer.more ? element("button", { type: "button", class: "search-page__more" }, "Tìm cả trong thuyết minh của các báo cáo trước") : "";
      if (more) more.addEventListener("click", () => show("always"));
      return [...notes, element("ol", { class: "results" }, ...results), more].filter(Boolean);
    }

    // With nothing typed yet: what was asked before in this browser, and what others ask.
    async function offer(turn) {
      try {
        await search.ready(root);
      } catch {
        return;
      }
      if (turn !== asked) return;
      const link = (text) => element("a", { href: `?q=${encodeURIComponent(text)}` }, text);
      const row = (label, texts) => (texts.length ? [element("p", { class: "search-page__offers" }, `${label}: `, ...texts.flatMap((text) => [link(text), " "]))] : []);
      box.replaceChildren(...row("Đã tìm", search.recent()), ...row("Gợi ý", search.first.suggestions));
    }

    function further({ unit, behind = [] }) {
      const links = [];
      const link = (text, href) => links.push(element("a", { href: search.address(href, root) }, text));
      const { root: places, periods } = search.first;
      if (unit.kind === "row") {
        if (unit.inReport && unit.inReport !== unit.href) link("Dòng trong phụ lục", unit.inReport);
        if (periods.length > 1) link(unit.inReport === unit.href ? "Mọi kỳ" : "Các kỳ trước", `${places.indicator}${unit.id}/#qua-cac-ky`);
      } else {
        for (const period of behind) link(search.periodLabel(period), `${places.report}${period.toLowerCase()}/`);
      }
      if (!links.length) return "";
      const before = unit.kind === "row" ? "" : "Cũng có trong báo cáo: ";
      return element("span", { class: "result__further" }, before, ...links.flatMap((one, n) => (n ? [" · ", one] : [one])));
    }

    // The periods to choose from, known only when the index is.
    function offerPeriods() {
      const select = selects.ky;
      if (select.options.length > 1) return;
      const years = new Map();
      for (const period of search.first.periods) years.set(period.slice(0, 4), [...(years.get(period.slice(0, 4)) ?? []), period]);
      for (const [year, periods] of years) {
        select.append(element("optgroup", { label: `Năm ${year}` }, ...periods.map((period) => element("option", { value: period }, search.periodLabel(period)))));
      }
      select.value = new URLSearchParams(location.search).get("ky") ?? "";
    }

    function nothing() {
      const { sections } = search.first;
      const filtered = Object.values(selects).some((select) => select.value);
      return [
        element("p", {}, filtered
          ? "Không có kết quả trong phạm vi đã chọn; xin thử bỏ bớt điều kiện lọc."
          : "Báo cáo không có nội dung này. Báo cáo chỉ nói về cải cách hành chính của cơ quan, theo các nhóm sau:"),
        element("ul", { class: "search-page__sections" }, ...sections.map(({ id, number, label }) =>
          element("li", {}, element("a", { href: search.address(`${search.first.root.section}${id}/`, root) }, `${number}. ${label}`)))),
      ];
    }

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      search.remember(field.value);
      toAddress(true);
      show();
    });
    field.addEventListener("input", () => {
      toAddress(false);
      show();
    });
    filters.addEventListener("change", () => {
      toAddress(true);
      show();
    });
    box.addEventListener("click", () => search.remember(field.value));
    // Down from the field into the results and back, as in the list of the header.
    page.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && event.target === field) {
        event.preventDefault();
        field.value = "";
        toAddress(false);
        show();
      }
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      const stops = [field, ...box.querySelectorAll("a[data-result]")];
      const at = stops.indexOf(event.target);
      const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
      if (at < 0 || !next) return;
      event.preventDefault();
      next.focus();
    });
    window.addEventListener("popstate", () => {
      fromAddress();
      show();
    });
    fromAddress();
    if (!field.value) field.focus({ preventScroll: true });
    show();
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
