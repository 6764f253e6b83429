"""The scoreboard: this search, Material's and plain Pagefind on the same queries, measured in one run.

    .venv/bin/pip install pagefind pagefind_bin      # by hand: no build needs it
    .venv/bin/python -m tests.outputs.search.scoreboard      # prints the tables of docs/huong-dan/tim-kiem.md
    .venv/bin/python -m tests.outputs.search.scoreboard --periods 120

Every search gets the same pages. Material's and Pagefind answer with pages and headings, so for them a right page or
heading counts where ours must give the row or the paragraph. Bytes are what a server sends that compresses text.
"""

import argparse
import gzip
import json
import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.install import find_browser, launch_flags
from tests.conftest import ROOT
from tests.demo.project import write_demo
from tests.first_report import first_alone, is_alone
from tests.outputs.search.searching import Asked, ask, fits, queries

Find = Callable[[Page, str, str], list[str]]


@dataclass
class Score:
    """What one search did: right answers by group, requests and bytes of each first answer."""

    right: dict[str, int] = field(default_factory=dict)
    first: int = 0
    first_requests: list[int] = field(default_factory=list)
    first_bytes: list[int] = field(default_factory=list)
    further_bytes: list[int] = field(default_factory=list)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--periods", type=int, default=0, help="also weigh the demo of so many periods")
    periods = parser.parse_args().periods
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        print(f"{len(queries())} câu tìm, báo cáo đầu tiên ({ROOT.name})", file=sys.stderr)
        project = ROOT if is_alone(ROOT) else first_alone(ROOT, Path(folder) / "project")
        ours, plain = sites(project, Path(folder) / "first")
        show(measure(browser, ours, plain, queries()))
        if periods:
            project = Path(folder) / "demo"
            write_demo(ROOT, project, periods, seed=1)
            ours, plain = sites(project, Path(folder) / "many")
            show(measure(browser, ours, plain, DEMO_QUERIES))


DEMO_QUERIES = [
    Asked("bịa đặt", "ho so dung han", "ho-so-dung-han-ty-le", (), False),
    Asked("bịa đặt", "giai ngan", "giai-ngan-ty-le", (), False),
    Asked("bịa đặt", "linh vuc trong tam", "linh-vuc-theo-doi", (), False),
    Asked("bịa đặt", "van ban dien tu", None, ("van-ban-di",), False),
    Asked("bịa đặt", "TTHC", "vt-tthc", (), False),
    Asked("bịa đặt", "gia vang", None, (), True),
]


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=launch_flags())
        yield browser
        browser.close()


def sites(project: Path, folder: Path) -> tuple[Path, Path]:
    """The project's site with our search, and in Material's own frame with Material's search and Pagefind's index."""
    ours, plain = folder / "ours", folder / "plain"
    command = [sys.executable, "-m", "macros.cli", "--project", str(project)]
    subprocess.run([*command, "build", "--site-dir", str(ours)], cwd=ROOT, check=True, stdout=sys.stderr)
    settings = folder / "mkdocs.yml"
    settings.write_text(json.dumps({**MATERIAL, "docs_dir": str(material_pages(ours, folder / "docs"))}), "utf-8")
    build = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(settings), "-d", str(plain)]
    subprocess.run(build, cwd=folder, check=True, stdout=sys.stderr)
    index = [sys.executable, "-m", "pagefind", "--site", str(plain)]
    subprocess.run(index, cwd=folder, check=True, stdout=sys.stderr)
    return ours, plain


# Material's frame and its search, as its documentation sets them up.
MATERIAL = {
    "site_name": "Công khai cải cách hành chính",
    "theme": {"name": "material", "language": "vi", "font": False},
    "plugins": [{"search": {"lang": "vi"}}],
    "markdown_extensions": ["md_in_html"],
}


def material_pages(site: Path, folder: Path) -> Path:
    """The folder, with what our pages say, each as a page of its own, but for those that no search is to find."""
    for path in sorted(site.rglob("index.html")):
        source = path.relative_to(site).with_suffix(".md")
        page = lxml.html.fromstring(path.read_text("utf-8"))
        article, title = page.find(".//article"), page.findtext(".//title")
        hidden = source.parts[0] in ("huong-dan", "tim-kiem") or page.find(".//meta[@name='robots']") is not None
        if article is None or hidden:
            continue
        (folder / source).parent.mkdir(parents=True, exist_ok=True)
        html = lxml.html.tostring(article, encoding="unicode")
        (folder / source).write_text(f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n{html}\n", "utf-8")
    return folder


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serves a folder without a content-security policy, which neither Material nor Pagefind would bear."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as listener:
        thread = threading.Thread(target=listener.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.server_port}/"
        listener.shutdown()
        thread.join()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


def measure(browser: Browser, ours: Path, plain: Path, table: list[Asked]) -> dict[str, Score]:
    engines: dict[str, tuple[Path, Find, bool]] = {
        "Trang này": (ours, ask, True),
        "Material": (plain, ask_material, False),
        "Pagefind": (plain, ask_pagefind, False),
    }
    scores = {}
    for name, (site, find, exact) in engines.items():
        print(name, file=sys.stderr)
        with serving(site) as server:
            scores[name] = scored(browser, site, server, find, table if exact else [by_page(asked) for asked in table])
    return scores


def scored(browser: Browser, site: Path, server: str, find: Find, table: list[Asked]) -> Score:
    score = Score()
    page = browser.new_page()
    for asked in table:
        score.right.setdefault(asked.group, 0)
        links = find(page, server, asked.query)
        score.right[asked.group] += asked.answered(links)
        score.first += bool(asked.first and links and fits(asked.first, links[0]))
    page.close()
    for asked in table[:: max(1, len(table) // 12)]:
        context = browser.new_context()
        page = context.new_page()
        paths: list[str] = []
        page.on("request", lambda request, paths=paths: paths.append(unquote(urlsplit(request.url).path)))
        find(page, server, asked.query)
        page.wait_for_load_state("networkidle")
        # Material's own search loads on every page of its frame; Pagefind is not charged with it.
        paths = [path for path in paths if find is ask_material or not re.search("/search/|/workers/", path)]
        score.first_requests.append(len(paths))
        score.first_bytes.append(sum(sent(site, path) for path in paths))
        context.close()
    return score


def sent(site: Path, path: str) -> int:
    """The bytes that a server sends for a path: compressed, unless that would not help."""
    file = site / path.lstrip("/")
    file = file / "index.html" if file.is_dir() else file
    if not file.is_file():
        return 0
    content = file.read_bytes()
    return min(len(content), len(gzip.compress(content, 6)))


def by_page(asked: Asked) -> Asked:
    """What a search of pages and headings can give in the place of a row or a paragraph."""

    def page_of(part: str) -> str:
        part = part.removeprefix("#")
        if part.startswith("vt-"):
            return "thuat-ngu/"
        if part.startswith("doan-"):
            return re.sub(r"-(\*.*|\d+)$", "", part.removeprefix("doan-"))
        return part.removeprefix("dong-")

    return Asked(
        asked.group, asked.query, asked.first and page_of(asked.first), tuple(map(page_of, asked.top)), asked.none
    )


def ask_material(page: Page, server: str, query: str) -> list[str]:
    """The links of Material's search, in the order of its list, as a reader sees them after typing."""
    field = page.locator("[data-md-component=search-query]")
    meta = page.locator(".md-search-result__meta")
    if page.url != server:
        page.goto(server)
    # What is typed before its index has come is never answered.
    field.click()
    field.fill("")
    field.press("End")
    expect(meta).to_have_text(re.compile("^Nhập"), timeout=60_000)
    links = page.locator(".md-search-result__item > a, .md-search-result__more a")
    field.fill(query)
    # It listens to keys, not to input.
    field.press("End")
    before, steady = None, 0
    for _ in range(300):
        page.wait_for_timeout(50)
        now = (meta.inner_text(), links.count())
        found = re.match(r"\d+ tài liệu", now[0])
        answered = now[1] > 0 if found else "không" in now[0].lower()
        steady = steady + 1 if answered and now == before else 0
        if steady >= 4:
            break
        before = now
    script = "items => items.map(item => [...item.querySelectorAll('a')].map(link => link.href).join(' '))"
    return [
        unquote(found.replace(server, "")) for found in page.locator(".md-search-result__item").evaluate_all(script)
    ]


def ask_pagefind(page: Page, server: str, query: str) -> list[str]:
    """The pages that Pagefind gives, each followed by the headings that it gives below the page."""
    page.goto(f"{server}thuat-ngu/")
    script = """async query => {
        const pagefind = await import('/pagefind/pagefind.js');
        const found = await pagefind.search(query);
        const pages = await Promise.all(found.results.slice(0, 5).map(result => result.data()));
        return pages.map(page => [page.url, ...page.sub_results.map(part => part.url)].join(' '));
    }"""
    return [unquote(links) for links in page.evaluate(script, query)]


def show(scores: dict[str, Score]) -> None:
    groups = list(next(iter(scores.values())).right)
    totals = {asked.group: sum(1 for other in queries() if other.group == asked.group) for asked in queries()}
    print("\n| Nhóm câu tìm | Số câu |", " | ".join(scores), "|")
    print("| --- | --- |", " | ".join("---" for _ in scores), "|")
    for group in groups:
        counts = " | ".join(str(score.right[group]) for score in scores.values())
        print(f"| {group} | {totals.get(group, len(DEMO_QUERIES))} | {counts} |")
    whole = sum(totals.get(group, len(DEMO_QUERIES)) for group in groups)
    print(
        f"| **Cộng** | **{whole}** |", " | ".join(f"**{sum(score.right.values())}**" for score in scores.values()), "|"
    )
    firsts = sum(bool(asked.first) for asked in queries())
    cells = " | ".join(str(score.first) for score in scores.values())
    print(f"| Đứng đầu, khi câu tìm chỉ có một đáp án | {firsts} | {cells} |")
    for label, lists in (("Số lượt tải", "first_requests"), ("KB tải về", "first_bytes")):
        numbers = [sorted(getattr(score, lists)) for score in scores.values()]
        scale = 1000 if lists == "first_bytes" else 1
        cells = " | ".join(f"{many[len(many) // 2] / scale:.0f} ({many[-1] / scale:.0f})" for many in numbers)
        print(f"| {label} cho câu đầu tiên: giữa (nhiều nhất) | | {cells} |")


if __name__ == "__main__":
    main()
