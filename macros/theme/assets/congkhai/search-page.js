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
      return !selects.nhom.value || search.index.sections[unit.section]?.id === selects.nhom.value;
    }

    async function show() {
      const turn = ++asked;
      const text = field.value;
      page.classList.toggle("search-page--asked", Boolean(text.trim()));
      if (!text.trim()) {
        box.replaceChildren();
        box.dataset.searchState = "idle";
        status.textContent = "";
        filters.hidden = true;
        return;
      }
      box.dataset.searchState = "loading";
      try {
        await search.ready(root);
      } catch {
        if (turn !== asked) return;
        status.textContent = "Không tải được chỉ mục tìm kiếm. Xin thử lại, hoặc tra theo vần ở dưới.";
        page.classList.remove("search-page--asked");
        box.dataset.searchState = "error";
        return;
      }
      if (turn !== asked) return;
      filters.hidden = false;
      const answer = search.answer(text, allowed);
      status.textContent = search.count(answer, text);
      box.replaceChildren(...shown(answer, text));
      box.dataset.searchState = "done";
    }

    function shown(answer, text) {
      const notes = [];
      const other = (query) => element("a", { href: `?q=${encodeURIComponent(query)}` }, query);
      if (answer.instead) notes.push(element("p", { class: "search-page__instead" }, "Có phải bạn muốn tìm: ", other(answer.instead), "?"));
      if (!answer.results.length) return [...notes, ...nothing()];
      const results = answer.results.map((result) => {
        const { path, snippet } = search.beside(result, answer.query);
        const line = element("a", { "data-result": true, href: search.address(result.unit.href, root), class: "result__link" }, search.line(result, answer.query));
        return element("li", { class: "result" }, line, path, snippet ?? "", further(result.unit));
      });
      return [...notes, element("ol", { class: "results" }, ...results)];
    }

    function further(unit) {
      if (unit.kind !== "row" || !unit.inReport) return "";
      const links = [element("a", { href: search.address(unit.inReport, root) }, "Dòng trong phụ lục")];
      if (search.index.periods.length > 1) {
        links.push(element("a", { href: search.address(`${search.index.root.indicator}${unit.id}/#qua-cac-ky`, root) }, "Các kỳ trước"));
      }
      return element("span", { class: "result__further" }, ...links.flatMap((link, n) => (n ? [" · ", link] : [link])));
    }

    function nothing() {
      const { sections } = search.index;
      const filtered = Object.values(selects).some((select) => select.value);
      return [
        element("p", {}, filtered
          ? "Không có kết quả trong phạm vi đã chọn; xin thử bỏ bớt điều kiện lọc."
          : "Báo cáo không có nội dung này. Báo cáo chỉ nói về cải cách hành chính của cơ quan, theo các nhóm sau:"),
        element("ul", { class: "search-page__sections" }, ...sections.map(({ id, number, label }) =>
          element("li", {}, element("a", { href: search.address(`${search.index.root.section}${id}/`, root) }, `${number}. ${label}`)))),
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
