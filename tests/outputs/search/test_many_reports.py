"""What a search costs on 1,200 reports: as much as on one.

The index is that of 1,200 reports in full; the pages around it are those of a small site.
"""

import json
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros import addresses
from macros.loading.assembly import load_catalogue
from macros.outputs.search.first_layer import SearchedPage
from macros.outputs.search.index_files import index_files
from macros.outputs.search.passages import Passage
from macros.record import Catalogue
from tests.conftest import ROOT
from tests.demo.project import write_demo
from tests.outputs.search.searching import answered, ask, older, walk
from tests.outputs.search.traffic import weighed
from tests.sharing import Shared

pytestmark = pytest.mark.browser

REPORTS = 1_200
# Of these, counted from the newest, it is asked what they say.
OLD = (140, 500, 1_100)
# Of the paragraphs of a report so many are the same in every report but for a number, and so many are written anew.
REPEATED, NEW = 27, 9
COLD = (
    "ho so dung han",
    "tỷ lệ hài lòng của người dân",
    "quyết định 31",
    "10.749.656",
    "14/3/2022",
    "giá vàng",
    "dich vu cong truc tuyen muc do 4 nam 2030",
    "báo cáo năm 2029",
    "công chức bị kỷ luật và văn bản quy phạm pháp luật được rà soát",
    "việc thứ 777",
    "thủ tục hành chính",
    "biên chế được giao kế hoạch kiểm tra",
)
FURTHER = (
    "hồ sơ trễ hạn",
    "kế hoạch tuyên truyền",
    "số lượng phiếu khảo sát năm 2031",
    "hội nghị toàn quốc",
    "công nghệ thông tin",
)


@pytest.fixture(scope="module")
def archive(shared: Shared) -> Path:
    """The index of the archive, and what some old reports say alone. It is made once: that takes a minute."""

    def make(folder: Path) -> None:
        write_demo(ROOT, folder / "project", periods=REPORTS, seed=1)
        catalogue = load_catalogue(folder / "project")
        pages = list(narratives(catalogue))
        for name, text in index_files(catalogue, pages).items():
            (folder / "index" / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / "index" / name).write_text(text, "utf-8")
        said = [(n, pages[n].address, pages[n].passages[-1].anchor, pages[n].passages[-1].text) for n in OLD]
        (folder / "said.json").write_text(json.dumps(said), "utf-8")

    return shared(f"archive-{REPORTS}", make)


@pytest.fixture(scope="module")
def index(archive: Path) -> dict[str, str]:
    root = archive / "index"
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*") if path.is_file()}


def narratives(catalogue: Catalogue) -> Iterator[SearchedPage]:
    """A page for each report, in the words of the form: what every report says with its own number, and what is new."""
    chance = random.Random(7)
    names = list(catalogue.names.values())
    repeated = [", ".join(chance.sample(names, 4)) for _ in range(REPEATED)]
    for n, report in enumerate(catalogue.reports):
        said = [f"{text}: việc thứ {n}." for text in repeated]
        said += [f"{', '.join(chance.sample(names, 4))}." for _ in range(NEW)]
        headings = [f"{1 + k % 8}. {names[k % 8]}" for k in range(len(said))]
        passages = [
            Passage(heading, f"doan-{k}", text) for k, (heading, text) in enumerate(zip(headings, said, strict=True))
        ]
        yield SearchedPage(addresses.report(report), report.title, "", passages, report.key)


@pytest.mark.parametrize("query", COLD)
def test_a_first_answer_is_as_light_as_on_one_report(
    browser: Browser, archive_site: Path, archive_server: str, query: str
) -> None:
    with weighed(browser, archive_site) as (page, traffic):
        ask(page, archive_server, query)
        traffic.first_answer()


def test_each_further_answer_and_press_is_light(browser: Browser, archive_site: Path, archive_server: str) -> None:
    with weighed(browser, archive_site) as (page, traffic):
        ask(page, archive_server, COLD[0])
        traffic.first_answer()
        field = page.get_by_role("searchbox").and_(page.locator("[data-search-page] *"))
        pressed = 0
        for query in (*FURTHER, *COLD[1:]):
            field.fill(query)
            field.press("Enter")
            answered(page, query)
            traffic.further_answer()
            for _ in islice(iter(older(page).count, 0), 3):
                older(page).click()
                answered(page)
                traffic.further_answer()
                pressed += 1
        assert pressed > 10


def test_what_one_old_report_says_is_found(browser: Browser, archive_server: str, archive: Path) -> None:
    page = browser.new_page()
    for n, address, anchor, text in json.loads((archive / "said.json").read_text("utf-8")):
        assert any(link.startswith(address) for link in ask(page, archive_server, f"việc thứ {n}")[:5])
        # A sentence in words that all reports say may take some presses.
        place = f"{address}#{anchor}"
        assert place in walk(page, text, [place])
    page.close()
