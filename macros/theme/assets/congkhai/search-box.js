// The search field of the header: a combobox whose list answers as one types.
(() => {
  "use strict";
  const search = (window.congkhaiSearch ??= {});
  const MOST = 7;

  function combobox(form) {
    const { element } = search;
    const field = form.querySelector("input[type=search]");
    const root = new URL("../", form.action);
    const id = `${field.id}-list`;
    const list = element("ul", { role: "listbox", id, class: "search__list", "aria-label": "Kết quả tìm kiếm" });
    const status = element("p", { role: "status", class: "search__status" });
    const panel = element("div", { class: "search__panel", hidden: true }, status, list);
    form.append(panel);
    for (const [key, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id, "aria-haspopup": "listbox",
    })) field.setAttribute(key, value);
    let active = -1;
    let asked = 0;

    // The link itself is the option: an option that holds a link would be two things in one for a screen reader.
    const options = () => [...list.children].map((item) => item.firstChild);
    function choose(n) {
      active = n;
      options().forEach((option, k) => option.setAttribute("aria-selected", String(k === n)));
      const option = options()[n];
      if (option) {
        field.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      } else field.removeAttribute("aria-activedescendant");
    }
    function open(isOpen) {
      panel.hidden = !isOpen;
      field.setAttribute("aria-expanded", String(isOpen && list.children.length > 0));
      if (!isOpen) choose(-1);
    }
    function put(items) {
      list.replaceChildren(...items.map((item, n) => {
        item.setAttribute("role", "none");
        item.firstChild.id = `${id}-${n}`;
        item.firstChild.setAttribute("role", "option");
        item.firstChild.setAttribute("aria-selected", "false");
        return item;
      }));
      choose(-1);
    }
    const link = (href, ...children) => element("li", { class: "search__option" }, element("a", { href, tabindex: "-1" }, ...children));
    const page = (text) => `${new URL("tim-kiem/", root)}?q=${encodeURIComponent(text)}`;

    function offers() {
      const { recent } = search;
      const before = recent();
      const items = [
        ...before.map((text) => link(page(text), element("span", { class: "search__hint" }, "Đã tìm: "), text)),
        ...search.first.suggestions.filter((text) => !before.includes(text)).map((text) => link(page(text), element("span", { class: "search__hint" }, "Gợi ý: "), text)),
      ].slice(0, MOST);
      status.textContent = "";
      put(items);
      open(items.length > 0);
    }

    async function show() {
      const turn = ++asked;
      const text = field.value;
      let answer;
      try {
        await search.ready(root);
        if (text.trim()) answer = await search.respond(text, { root });
      } catch {
        status.textContent = "Không tải được chỉ mục tìm kiếm. Nhấn Enter để mở trang tìm kiếm.";
        put([]);
        return open(true);
      }
      if (turn !== asked || document.activeElement !== field) return;
      if (!text.trim()) return offers();
      const items = answer.results.slice(0, MOST).map((result) => {
        const { path, snippet } = search.beside(result);
        const passage = result.unit.kind === "passage" ? snippet : null;
        const item = link(search.address(result.unit.href, root), search.line(result), path, passage);
        item.firstChild.setAttribute("data-result", "");
        return item;
      });
      if (answer.instead) items.push(link(page(answer.instead), "Có phải bạn muốn tìm: ", element("em", {}, answer.instead)));
      if (answer.results.length > MOST) items.push(link(page(text), `Xem cả ${answer.results.length} kết quả`));
      status.textContent = search.count(answer, text);
      put(items);
      open(true);
    }

    field.addEventListener("focus", show);
    field.addEventListener("input", show);
    form.addEventListener("focusout", (event) => {
      if (!form.contains(event.relatedTarget)) open(false);
    });
    // A click must not take the focus away, which would close the list under the pointer.
    panel.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", () => search.remember(field.value));
    form.addEventListener("submit", (event) => {
      search.remember(field.value);
      if (active < 0) return;
      event.preventDefault();
      location.href = options()[active].href;
    });
    field.addEventListener("keydown", (event) => {
      const last = list.children.length - 1;
      if (event.key === "Escape") {
        if (panel.hidden) field.value = "";
        else event.preventDefault();
        open(false);
        form.classList.remove("search--open");
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (panel.hidden) return void show();
        const step = event.key === "ArrowDown" ? 1 : -1;
        choose(active + step > last ? -1 : active + step < -1 ? last : active + step);
      } else if ((event.key === "Home" || event.key === "End") && active >= 0) {
        event.preventDefault();
        choose(event.key === "Home" ? 0 : last);
      }
    });
    return field;
  }

  // What a screen reader hears, and what stands above the results.
  search.count = (answer, text) => {
    const typed = text.trim();
    if (!answer.results.length) return `Không tìm thấy «${typed}».`;
    const many = `${answer.results.length} kết quả`;
    return answer.used === text ? `${many} cho «${typed}».` : `Không có «${typed}». ${many} cho «${answer.used}».`;
  };

  function start() {
    const form = document.querySelector("form[data-search]");
    const field = form && combobox(form);
    // On a phone the field is a link until it is asked for.
    const opener = document.querySelector("[data-search-open]");
    if (form && opener) {
      opener.addEventListener("click", (event) => {
        event.preventDefault();
        form.classList.add("search--open");
        field.focus();
      });
      form.addEventListener("focusout", (event) => {
        if (!form.contains(event.relatedTarget)) form.classList.remove("search--open");
      });
    }
    document.addEventListener("keydown", (event) => {
      const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
      const target = document.querySelector("[data-search-page] input[type=search]") ?? field;
      if (!target) return;
      event.preventDefault();
      form?.classList.add("search--open");
      target.focus();
      target.select();
    });
  }
  search.start = start;
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
