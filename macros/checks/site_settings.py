"""Laws of mkdocs.yml: keys that are known, values that fit, and the settings without which a site would not be true."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.checks.index import Known
from macros.checks.setting_keys import EXTENSION_OPTIONS, KEYS, MAPPINGS, PLUGIN_OPTIONS, Allowed, ValueKind
from macros.checks.site_contents import site_contents
from macros.problems.problem import Problem, nearest, shorten
from macros.reading.choice import PLAIN_NAME
from macros.reading.mkdocs_settings import ENVIRONMENT, SLUGIFY, Settings, is_text
from macros.reading.project import Project
from macros.reading.yaml_records import Spot, Value
from macros.site_address import address_fault

_SLUG_LINE = "slugify: !!python/name:macros.vietnamese.slug"
# Folders that hold what is chosen, or made, for publication.
_NOT_THEMES = ("data", "docs", "site")


@dataclass(frozen=True, slots=True)
class _Judge:
    """Makes the problems of one file of settings."""

    settings: Settings

    def unknown(self, spot: Spot, what: str, allowed: Collection[str]) -> Problem:
        near = nearest(str(spot[-1]), allowed)
        remedy = f"có phải là “{near}”? Sửa lại" if near else "xóa dòng này"
        found = f"không có {what} “{shorten(str(spot[-1]))}” ở đây"
        return Problem(self.settings.record.key_place(spot), "E601", found, ", ".join(allowed) or "không có gì", remedy)

    def wrong(self, spot: Spot, allowed: str, remedy: str, found: str = "") -> Problem:
        key = next((step for step in reversed(spot) if isinstance(step, str)), "")
        return Problem(self.settings.record.place(spot), "E602", found or f"“{key}” sai giá trị", allowed, remedy)

    def missing(self, spot: Spot, what: str, remedy: str) -> Problem:
        return Problem(self.settings.record.place(spot), "E603", f"thiếu {what}", "phải có", remedy)


def problems(project: Project, known: Known) -> Iterator[Problem]:
    if project.settings is not None:
        yield from settings_problems(project.settings)
        yield from _nav(_Judge(project.settings), project, known)


def settings_problems(settings: Settings) -> Iterator[Problem]:
    """What is wrong with a file of settings by itself; nothing that it asks for is done."""
    judge, values = _Judge(settings), settings.values
    yield from _tags(judge)
    yield from _entries(judge, values, ())
    if not isinstance(values.get("site_name"), str):
        yield judge.missing((), "tên trang", "thêm dòng site_name: Công khai cải cách hành chính")
    theme = values.get("theme")
    if not isinstance(theme, dict) or "name" not in theme:
        yield judge.missing(
            ("theme",), "giao diện", "thêm theme: và trong đó name: material, language: vi, font: false"
        )
    yield from _site_url(judge)
    yield from _plugins(judge)
    yield from _markdown(judge)
    yield from _own_files(judge)
    yield from _theme_folder(judge)


def _tags(judge: _Judge) -> Iterator[Problem]:
    """A value comes from the file or from the environment; of code, one function may be named."""
    for spot, tag in judge.settings.record.tags.items():
        slug = tag == SLUGIFY and spot[-1] == "slugify"
        if tag != ENVIRONMENT and not slug:
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            remedy = "viết giá trị thẳng ra, không có dấu ! ở đầu"
            yield judge.wrong(spot, f"!ENV, hoặc {_SLUG_LINE} ở toc", remedy, f"thẻ “{shorten(shown)}” không dùng được")


def _entries(judge: _Judge, values: Mapping[str, Value], above: Spot) -> Iterator[Problem]:
    """Every key is known, and its value of the kind that the key takes."""
    prefix = "".join(f"{step}." for step in above)
    here = [key.removeprefix(prefix).split(".")[0] for key in KEYS if key.startswith(prefix)]
    for key, value in values.items():
        spot, name = (*above, key), f"{prefix}{key}"
        if name in MAPPINGS:
            if isinstance(value, dict):
                yield from _entries(judge, value, spot)
            else:
                yield judge.wrong(spot, "các dòng “khóa: giá trị”", "xuống dòng, thụt vào hai dấu cách")
        elif name not in KEYS:
            yield judge.unknown(spot, "khóa", list(dict.fromkeys(here)))
        else:
            yield from _value(judge, spot, KEYS[name], value)


def _value(judge: _Judge, spot: Spot, allowed: Allowed, value: Value) -> Iterator[Problem]:
    quoted = spot in judge.settings.record.quoted
    plain = ", không có dấu nháy" if quoted else ""
    match allowed:
        case tuple():
            if value not in allowed or (quoted and value in ("true", "false")):
                yield judge.wrong(spot, " hoặc ".join(allowed), f"viết {spot[-1]}: {allowed[0]}{plain}")
        case ValueKind.FLAG:
            if value not in ("true", "false") or quoted:
                yield judge.wrong(spot, allowed, f"viết {spot[-1]}: true{plain}")
        case ValueKind.TEXT:
            if not isinstance(value, str) or not value.strip() or not (quoted or is_text(value)):
                yield judge.wrong(spot, allowed, "điền chữ sau dấu hai chấm, hoặc xóa dòng này")
        case ValueKind.LIST:
            if not isinstance(value, list) or any(not isinstance(part, str) for part in value):
                yield judge.wrong(spot, allowed, "viết mỗi tệp một dòng, đầu dòng có “- ”")


def _site_url(judge: _Judge) -> Iterator[Problem]:
    """The address of the site is a whole one, to which the address of a page can be added."""
    spot, address = ("site_url",), judge.settings.values.get("site_url")
    if address in (None, ""):
        return
    allowed = "https://ten-mien/thu-muc/, không có dấu ? và #"
    if not isinstance(address, str) or address_fault(address):
        told = address_fault(address) if isinstance(address, str) else "không phải một địa chỉ"
        of = "địa chỉ trang “{}”" if spot not in judge.settings.record.tags else "địa chỉ trang “{}” lấy từ môi trường"
        found = f"{of.format(shorten(str(address)))} {told}"
        yield judge.wrong(spot, allowed, "viết đủ địa chỉ, ví dụ https://congkhai.vi-du.gov.vn/cchc/", found)


def _named(entries: Value, spot: Spot) -> Iterator[tuple[str, Spot, Value]]:
    """Each plugin or extension with its place and options."""
    for n, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, str):
            yield entry, (*spot, n), {}
        elif isinstance(entry, dict):
            yield from ((name, (*spot, n, name), options) for name, options in entry.items())
        else:
            yield "", (*spot, n), {}


def _plugins(judge: _Judge) -> Iterator[Problem]:
    """The two plugins that make the site are there, set so that nothing wrong is published, and no other."""
    given = list(_named(judge.settings.values.get("plugins"), ("plugins",)))
    yield from _optioned(judge, given, "plugin", PLUGIN_OPTIONS)
    names = [name for name, _, _ in given]
    if names != ["congkhai", "macros"] and set(names) >= {"congkhai", "macros"} and len(names) == len(PLUGIN_OPTIONS):
        yield judge.wrong(("plugins",), "congkhai trước, macros sau", "chuyển dòng congkhai lên trên")
    for name in PLUGIN_OPTIONS:
        if name not in names:
            yield judge.missing(("plugins",), f"plugin {name}", f"thêm - {name} vào danh sách plugins")
    for name, spot, options in given:
        options = options if isinstance(options, dict) else {}
        if name == "macros":
            for key in ("on_undefined", "on_error_fail"):
                if key not in options:
                    words = PLUGIN_OPTIONS[name][key]
                    yield judge.missing(spot, f"{key} ở plugin macros", f"thêm {key}: {words[0]}")
            modules = options.get("modules")
            if not ("module_name" in options) ^ (modules == ["macros"]):
                remedy = "viết module_name: macros, hoặc modules: [macros] khi dự án không có thư mục macros"
                yield judge.wrong(
                    spot, "module_name: macros", remedy, "plugin macros không dùng các macro của congkhai"
                )


def _optioned(
    judge: _Judge,
    given: list[tuple[str, Spot, Value]],
    what: str,
    known: Mapping[str, Mapping[str, Allowed]],
) -> Iterator[Problem]:
    """Each name is a known one, given once, with options that it has."""
    seen: set[str] = set()
    for name, spot, options in given:
        if name not in known:
            yield judge.unknown((*spot[:2], name) if name else spot, what, list(known))
        elif name in seen:
            yield judge.wrong(spot, "mỗi tên một lần", "xóa một lần", f"{what} “{name}” ghi hai lần")
        elif isinstance(options, dict):
            for key, value in options.items():
                if key not in known[name]:
                    yield judge.unknown((*spot, key), "khóa", list(known[name]))
                else:
                    yield from _value(judge, (*spot, key), known[name][key], value)
        elif options is not None:
            yield judge.wrong(spot, "các dòng “khóa: giá trị”", "xuống dòng, thụt vào hai dấu cách")
        seen.add(name)


def _markdown(judge: _Judge) -> Iterator[Problem]:
    """The extensions are of the kind whose output is known; headings have addresses that read as Vietnamese does."""
    given = list(_named(judge.settings.values.get("markdown_extensions"), ("markdown_extensions",)))
    yield from _optioned(judge, given, "phần mở rộng", EXTENSION_OPTIONS)
    toc = next(((spot, options) for name, spot, options in given if name == "toc"), None)
    if toc is None:
        yield judge.missing(("markdown_extensions",), "phần mở rộng toc", f"thêm - toc: và trong đó {_SLUG_LINE}")
        return
    spot, options = toc
    if judge.settings.record.tags.get((*spot, "slugify")) != SLUGIFY:
        yield judge.missing(spot, "slugify ở toc: địa chỉ của đề mục sẽ mất chữ đ", f"thêm {_SLUG_LINE}")
    depth = options.get("toc_depth") if isinstance(options, dict) else None
    if depth is not None and not (isinstance(depth, str) and re.fullmatch(r"[1-6]", depth)):
        yield judge.wrong((*spot, "toc_depth"), "từ 1 đến 6", "viết toc_depth: 3")


def _own_files(judge: _Judge) -> Iterator[Problem]:
    """Style sheets and scripts are the project's own: the site asks nothing of another host."""
    for key in ("extra_css", "extra_javascript"):
        listed = judge.settings.values.get(key)
        for n, name in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(name, str) and not PLAIN_NAME.fullmatch(name):
                remedy = "chép tệp vào docs/assets, viết đường dẫn tính từ docs"
                yield judge.wrong(
                    (key, n), "tệp của dự án, ví dụ assets/rieng.css", remedy, f"tệp “{shorten(name)}” không dùng được"
                )


def _theme_folder(judge: _Judge) -> Iterator[Problem]:
    """The folder of a theme is one of the project that holds nothing else: every file in it is published."""
    theme = judge.settings.values.get("theme")
    folder = theme.get("custom_dir") if isinstance(theme, dict) else None
    if not isinstance(folder, str) or not folder.strip():
        return
    path = folder.rstrip("/")
    if not PLAIN_NAME.fullmatch(path) or path.split("/")[0] in _NOT_THEMES:
        found = f"thư mục giao diện “{shorten(folder)}” không dùng được"
        allowed = "một thư mục riêng của dự án, không phải data, docs hay site, ví dụ giao-dien"
        remedy = "chép các tệp giao diện vào một thư mục riêng trong dự án rồi viết tên thư mục ấy, hoặc xóa dòng này"
        yield judge.wrong(("theme", "custom_dir"), allowed, remedy, found)


def theme_problems(settings: Settings, root: Path) -> Iterator[Problem]:
    """The folder of a theme is there, and nothing in it leads elsewhere; `root` is the project's folder."""
    judge, theme = _Judge(settings), settings.values.get("theme")
    folder = theme.get("custom_dir") if isinstance(theme, dict) else None
    if not isinstance(folder, str) or any(_theme_folder(judge)):
        return
    spot, path = ("theme", "custom_dir"), root / folder
    if not path.is_dir():
        found, remedy = f"không có thư mục giao diện “{shorten(folder)}”", "sửa lại tên thư mục, hoặc xóa dòng này"
        yield judge.wrong(spot, "một thư mục riêng của dự án", remedy, found)
        return
    above = [path, *path.parents][: len(Path(folder).parts)]
    if link := next((each for each in (*above, *sorted(path.rglob("*"))) if each.is_symlink()), None):
        found = f"“{shorten(link.relative_to(root).as_posix())}” của giao diện là một liên kết"
        yield judge.wrong(spot, "thư mục và tệp thật", "chép hẳn tệp vào thư mục giao diện", found)


def _nav_items(judge: _Judge, items: list[Value], above: Spot) -> Iterator[Problem]:
    """Each item is a page, or a title with its page or with the items below it; MkDocs takes no other."""
    for n, item in enumerate(items):
        entry = next(iter(item.items())) if isinstance(item, dict) and len(item) == 1 else None
        match item if entry is None else entry[1]:
            case str() as page if page.strip():
                continue
            case list() as below if entry is not None:
                yield from _nav_items(judge, below, (*above, n, entry[0]))
            case _:
                spot = (*above, n) if entry is None else (*above, n, entry[0])
                allowed = "“Tên: trang.md”, hoặc “Tên:” rồi các mục ở dưới"
                yield judge.wrong(spot, allowed, "viết mỗi mục một dòng, có một dấu - ở đầu và tên trang ở cuối")


def _nav(judge: _Judge, project: Project, known: Known) -> Iterator[Problem]:
    """The navigation leads to pages that are there."""
    contents = site_contents(project, known)
    nav = judge.settings.values.get("nav")
    if not isinstance(nav, list) or not nav:
        yield judge.missing(
            ("nav",), "danh sách trang của thanh đầu trang", "thêm nav: và trong đó - Trang chủ: index.md"
        )
    else:
        yield from _nav_items(judge, nav, ("nav",))
    for page, spot in judge.settings.nav:
        if not page.endswith(".md") or not contents.has(page):
            near = contents.like(page)
            remedy = f"có phải là {near}?" if near else "thêm trang vào docs/, hoặc xóa dòng này"
            yield judge.wrong(
                spot,
                "một trang .md trong docs, hoặc trang do phần mềm dựng",
                remedy,
                f"“nav” nhắc tới trang “{shorten(page)}” không có",
            )
