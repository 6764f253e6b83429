"""axe-core over every type of page, in both themes, on a phone and on a desktop, with everything that opens open.

`make accessibility` runs it and writes what it found to docs/tiep-can.json, which the accessibility statement is made
from: a build has no clock and no browser, so the date and the outcome are committed.
"""

import argparse
import datetime
import itertools
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, ViewportSize

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.browser.opening import opened_site  # noqa: E402 (run as a script, not as a module)
from tests.browser.page_types import PAGE_TYPES  # noqa: E402

RESULT = ROOT / "docs" / "tiep-can.json"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
SIZES: dict[str, ViewportSize] = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 900}}
THEMES = ("light", "dark")
# The rules among them that ask for colours.
COLOUR_RULES = ("color-contrast", "link-in-text-block")
AXE_VERSION = re.search(r"axe v([\d.]+)", AXE_SCRIPT)[1]  # type: ignore[index]

# What a reader can open, one after the other: a name, and what is pressed.
OPENED = {
    "menu": "[popovertarget=danh-muc-trang]",
    "contents": "[popovertarget=muc-luc]",
    "explanation": ".explain__button",
}
_SEARCH = "form[data-search]"
_UNFOLD = """document.querySelectorAll("details:not([open])").forEach((part) => {
  part.open = true;
  part.dataset.unfolded = "";
})"""
_SHOWN = "[...document.querySelectorAll('*')].map((part) => Number(part.checkVisibility())).join('')"
# Texts of a drawing, on which test_accessibility.py has a test; signs and single letters in the colour of words beside;
# lines that lie close to each other in what opens (search list, explanations), whose colours the page has elsewhere.
JUDGED_ELSEWHERE = ("imgNode", "nonBmp", "shortTextContent", "elmPartiallyObscuring")


Violations: TypeAlias = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """One page in one theme at one size, with what was open, and the rules of axe that it broke."""

    page: str
    theme: str
    size: str
    opened: str
    violations: Violations


def visits(
    browser: Browser,
    server: str,
    pages: Sequence[str] = PAGE_TYPES,
    ways: Sequence[tuple[str, str]] = tuple(itertools.product(THEMES, SIZES)),
) -> Iterator[Visit]:
    """Every page, in each theme and size of `ways`, first as it loads and then with each thing open that it has.

    What stands open is looked at in all themes before the next: opening costs more than changing the light.
    """
    for size in dict.fromkeys(size for _, size in ways):
        themes = [theme for theme, other in ways if other == size]
        context = browser.new_context(viewport=SIZES[size], locale="vi-VN", reduced_motion="reduce")
        page = context.new_page()
        for address in pages:
            page.emulate_media(color_scheme=themes[0])
            page.goto(f"{server}{address}")
            if "?" in address:
                # What the address asks for is fetched first; else an empty page would pass.
                page.locator("[data-search-state=done], [data-state=done], [data-filter]").first.wait_for()
            page.evaluate(AXE_SCRIPT)
            for opened, part in itertools.chain([("", "html")], _open_each(page)):
                for theme, violations in _by_theme(page, part, themes):
                    yield Visit(address, theme, size, opened, violations)
        context.close()


def _by_theme(page: Page, part: str, themes: Sequence[str]) -> Iterator[tuple[str, Violations]]:
    """What a part of the page breaks in each theme. Themes differ in colours alone, so the rules that ask for no colour
    are held against the first; that no other hides or shows an element is looked at as well."""
    page.emulate_media(color_scheme=themes[0])
    shown = page.evaluate(_SHOWN)
    yield themes[0], _violations(page, part)
    for theme in themes[1:]:
        page.emulate_media(color_scheme=theme)
        other = () if page.evaluate(_SHOWN) == shown else (("theme", "shows other elements"),)
        yield theme, (*other, *_violations(page, part, COLOUR_RULES))


def _open_each(page: Page) -> Iterator[tuple[str, str]]:
    """Opens, one at a time, what the page has to open; tells its name and which part of the page is new."""
    choice = page.locator("[data-filter] input:enabled")
    if choice.count():
        choice.last.check(force=True)
        yield "filter", "main"
        choice.first.check(force=True)
    if page.locator("details:not([open])").count():
        page.evaluate(_UNFOLD)
        yield "folds", "[data-unfolded]"
    field = page.locator(f"{_SEARCH} input[type=search]")
    if field.count():
        opener = page.locator("[data-search-open]")
        if opener.is_visible():
            opener.click()
        field.fill("dung han")
        page.locator(".search__option").first.wait_for()
        yield "search", _SEARCH
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
    for name, selector in OPENED.items():
        # The list of the search, closed again, has some that are not shown.
        button = page.locator(selector).locator("visible=true").first
        if button.count():
            button.click()
            yield name, f"#{button.get_attribute('popovertarget')}"
            page.keyboard.press("Escape")


def _violations(page: Page, part: str, rules: Sequence[str] = ()) -> Violations:
    """Each rule that a part of the page breaks, with the first element that breaks it; and each contrast of colours
    that axe could not judge, unless another test does. `rules` are looked at alone when there are any."""
    found: list[dict[str, Any]]
    open_questions: list[dict[str, Any]]
    found, open_questions = page.evaluate(
        """([part, only]) => axe.run(part, { runOnly: only, resultTypes: ["violations", "incomplete"] })
          .then((results) => [results.violations, results.incomplete])""",
        [part, {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": list(RULES)}],
    )
    unjudged = [
        node
        for rule in open_questions
        if rule["id"] == "color-contrast"
        for node in rule["nodes"]
        if (node["any"][0]["data"] or {}).get("messageKey") not in JUDGED_ELSEWHERE
    ]
    return (
        *((rule["id"], str(rule["nodes"][0]["target"])) for rule in found),
        *(("color-contrast: not judged", str(node["target"])) for node in unjudged[:1]),
    )


def summary(seen: Sequence[Visit], browser_version: str, day: datetime.date) -> dict[str, Any]:
    """What the accessibility statement is made from."""
    return {
        "date": day.isoformat(),
        "axe_core": AXE_VERSION,
        "browser": f"Chromium {browser_version}",
        "rules": list(RULES),
        "themes": list(THEMES),
        "sizes": {name: size["width"] for name, size in SIZES.items()},
        "pages": sorted({visit.page for visit in seen}),
        "opened": sorted({visit.opened for visit in seen if visit.opened}),
        "visits": len(seen),
        "violations": [
            {"page": visit.page, "theme": visit.theme, "size": visit.size, "opened": visit.opened, "rule": rule}
            for visit in seen
            for rule, _ in visit.violations
        ],
    }


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Kiểm tra khả năng tiếp cận và ghi kết quả cho trang tuyên bố.")
    parser.add_argument("--site", type=Path, help="trang đã dựng; bỏ trống: dựng từ dữ liệu của kho này")
    given = parser.parse_args(arguments)
    with opened_site(given.site) as (browser, server):
        seen = list(visits(browser, server))
        found = summary(seen, browser.version, datetime.date.today())
    RESULT.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    for visit in seen:
        where = f"{visit.page or 'trang chủ'} ({visit.theme}, {visit.size}, {visit.opened or 'vừa mở'})"
        for rule, element in visit.violations:
            print(f"{where}: {rule} {element}")
    print(f"{len(seen)} lượt kiểm tra, {len(found['violations'])} lỗi. Kết quả: {RESULT.relative_to(ROOT)}")
    return 1 if found["violations"] else 0


if __name__ == "__main__":
    sys.exit(main())
