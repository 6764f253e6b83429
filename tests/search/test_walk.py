"""Going on through the archive: everything in it is reached, a few files at a time, and the reader is told how far."""

import gzip
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from macros.catalogue import load_catalogue
from macros.demo.project import write_demo
from macros.model import Catalogue, Observation
from macros.search import files
from macros.search.records import newest_documents
from macros.views import addresses, wording
from tests.browser.serving import served
from tests.conftest import ROOT
from tests.search.archives import EVERYWHERE, narratives, search_site
from tests.search.searching import ask
from tests.search.test_weight import FIRST_BYTES, FIRST_REQUESTS, FURTHER_BYTES, Traffic

pytestmark = pytest.mark.browser

PERIODS, DOCUMENTS = 80, 4
FIRST_FILES, STEP_FILES = 4, 8
# What is to be found in the archive is asked of the very scripts that a reader runs, step by step to the end.
WALK = """async ([query, wanted]) => {
    const root = new URL("../", location.href);
    let answer = await congkhaiSearch.respond(query, { root });
    const links = answer.results.map(result => result.unit.href);
    let steps = 0;
    for (let more = answer.more; more && (wanted === null || !wanted.some(part => links.includes(part))); steps++) {
        const step = await answer.further();
        links.push(...step.results.map(result => result.unit.href));
        more = step.more;
        if (steps > 500) throw new Error("a walk without an end");
    }
    return { links, steps };
}"""

# How many words of a query an answer must have.
DEMANDED = """(query) => congkhaiSearch.within(congkhaiSearch.first, () =>
    congkhaiSearch.parse(query).terms.filter(term => !term.optional).length)"""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    folder = tmp_path_factory.mktemp("walked") / "demo"
    write_demo(ROOT, folder, PERIODS, seed=1)
    return load_catalogue(folder)


@pytest.fixture(scope="module")
def planted(catalogue: Catalogue) -> dict[str, tuple[str, str]]:
    """A passage for each older report, its own and yet made of words that every report says."""
    words = sorted({word for _, text in EVERYWHERE for word in re.findall(r"[^\W\d_]+", text.lower())})
    chance = random.Random(5)
    headings = sorted({heading for heading, _ in EVERYWHERE})
    return {
        str(report.period): (chance.choice(headings), " ".join(chance.sample(words, chance.randint(5, 9))))
        for report in catalogue.reports[1:]
    }


@pytest.fixture(scope="module")
def index(catalogue: Catalogue, planted: dict[str, tuple[str, str]]) -> Iterator[dict[str, str]]:
    with pytest.MonkeyPatch.context() as patch:
        # Most documents in the archive.
        patch.setattr(files, "MOST_DOCUMENTS", DOCUMENTS)
        yield files.index_files(catalogue, narratives(catalogue, planted))


@pytest.fixture(scope="module")
def archive_site(demo_site: Path, index: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return search_site(demo_site, tmp_path_factory.mktemp("archive") / "site", index)


@pytest.fixture(scope="module")
def archive_server(archive_site: Path) -> Iterator[str]:
    with served(archive_site) as address:
        yield address


@pytest.fixture
def page(browser: Browser, archive_server: str) -> Iterator[Page]:
    context = browser.new_context()
    opened = context.new_page()
    opened.goto(f"{archive_server}tim-kiem/")
    expect(opened.locator("[data-search-state=idle]")).to_be_attached()
    yield opened
    context.close()


def test_every_passage_is_reached_by_its_words(page: Page, planted: dict[str, tuple[str, str]]) -> None:
    missed = {}
    scattered = 0
    for period, (_, text) in planted.items():
        place = f"{addresses.REPORTS}{period.lower()}/#doan-{len(EVERYWHERE)}"
        # In full, and every other word, of which no two stand side by side.
        apart = " ".join(text.split()[::2])
        # Two words that stand apart are no answer wherever they stand, be it in the newest report.
        is_answer = page.evaluate(DEMANDED, apart) > 2
        scattered += is_answer
        for query in (text, apart)[: 1 + is_answer]:
            if place not in (found := page.evaluate(WALK, [query, [place]]))["links"]:
                missed[period, query] = found
    assert missed == {}
    assert scattered > len(planted) / 2


def test_every_note_and_telling_figure_is_reached(page: Page, catalogue: Catalogue) -> None:
    """A note that several reports have word for word, but for its numbers, is one result: the newest stands for all."""
    places: dict[tuple[str, str], set[str]] = {}
    for report in catalogue.reports:
        for row in report.observations:
            own = {
                addresses.row(report, row.indicator),
                f"{addresses.INDICATORS}{row.indicator.id}/#dong-{row.indicator.id}",
            }
            for text in told(row):
                places.setdefault((row.indicator.id, text), set()).update(own)
    assert len(places) > 30
    missed = {}
    for id, text in sorted(places):
        wanted = places[id, text]
        found = page.evaluate(WALK, [text.replace("#", " "), sorted(wanted)])["links"]
        if not wanted & set(found):
            missed[id, text] = found[:9]
    assert missed == {}


def told(row: Observation) -> Iterator[str]:
    """What a row says that may be asked for: its note without numbers, and a number long enough to tell."""
    if note := wording.note_text(row):
        yield re.sub(r"\d", "#", note)
    number = next(iter(wording.figure_text(row).split()), "")
    if re.fullmatch(r"[\d.,]{4,}", number):
        yield number


def test_every_document_is_reached_by_its_number(page: Page, catalogue: Catalogue) -> None:
    documents = newest_documents(catalogue)[DOCUMENTS:]
    assert documents
    missed = {}
    for document in documents:
        place = f"{addresses.DOCUMENTS}{document.id}/"
        if place not in (found := page.evaluate(WALK, [wording.document_title(document), [place]]))["links"]:
            missed[document.id] = found
    assert missed == {}


def test_a_year_with_several_reports_is_searched_in_all_of_them(
    page: Page, planted: dict[str, tuple[str, str]]
) -> None:
    years: dict[str, list[str]] = {}
    for period in planted:
        years.setdefault(period[:4], []).append(period)
    missed = {}
    for year, periods in years.items():
        for period in periods:
            place = f"{addresses.REPORTS}{period.lower()}/#doan-{len(EVERYWHERE)}"
            query = f"{planted[period][1]} năm {year}"
            if place not in (found := page.evaluate(WALK, [query, [place]]))["links"]:
                missed[query] = found
    assert max(map(len, years.values())) > 3
    assert missed == {}


def test_words_of_the_title_need_not_stand_in_the_passage(page: Page, planted: dict[str, tuple[str, str]]) -> None:
    missed = {}
    for period, (_, text) in list(planted.items())[::7]:
        place = f"{addresses.REPORTS}{period.lower()}/#doan-{len(EVERYWHERE)}"
        query = f"cải cách {text}"
        if place not in (found := page.evaluate(WALK, [query, [place]]))["links"]:
            missed[query] = found
    assert missed == {}


def test_a_walk_to_the_end_gives_no_address_twice(page: Page) -> None:
    for query in ("nước sạch nông thôn", "kế hoạch", "công trình chậm", "hồ sơ đúng hạn", "xã thôn bản"):
        found = page.evaluate(WALK, [query, None])
        assert len(set(found["links"])) == len(found["links"]), query


@pytest.mark.parametrize(
    "query", ["nước sạch nông thôn", "kế hoạch của nhà nước", "thôn chậm", "xã", "công trình thiếu vốn"]
)
def test_each_step_is_light(browser: Browser, archive_site: Path, archive_server: str, query: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    traffic = Traffic(page, archive_site)
    ask(page, archive_server, query)
    page.wait_for_load_state("networkidle")
    assert len(traffic.paths) <= FIRST_REQUESTS, traffic.paths
    assert len([path for path in traffic.paths if path.startswith(addresses.SEARCH_INDEX)]) <= 1 + FIRST_FILES
    assert traffic.bytes() <= FIRST_BYTES
    steps = 0
    while steps < 12 and (button := page.locator(".search-page__more")).count():
        traffic.paths.clear()
        button.click()
        expect(page.locator("[data-search-state=done]")).to_be_attached()
        page.wait_for_load_state("networkidle")
        assert len(traffic.paths) <= STEP_FILES, traffic.paths
        assert traffic.bytes() <= FURTHER_BYTES, traffic.paths
        steps += 1
    assert steps
    context.close()


def test_the_button_goes_on_ends_and_is_announced(
    page: Page, archive_server: str, planted: dict[str, tuple[str, str]]
) -> None:
    period, (_, text) = list(planted.items())[50]
    ask(page, archive_server, " ".join(text.split()[::2]))
    status = page.locator("[data-search-status]")
    heard = page.get_by_role("status").and_(page.locator("[data-search-said]"))
    button = page.get_by_role("button", name="Tìm tiếp trong các báo cáo cũ hơn")
    links = page.locator("a[data-result]")
    while button.count():
        before = links.count()
        button.focus()
        page.keyboard.press("Enter")
        expect(page.locator("[data-search-state=done]")).to_be_attached()
        expect(status).to_contain_text(re.compile("Thêm|Chưa thấy thêm|Đã tìm hết"))
        new = links.count() - before
        # The first of what is new has the focus; where nothing is new, the button or the words that nothing is left.
        focus = links.nth(before) if new else page.locator(".search-page__more, .search-page__end")
        if new or focus.count():
            expect(focus).to_be_focused()
    expect(status).to_contain_text("Đã tìm hết các báo cáo")
    expect(heard).to_contain_text("Đã tìm hết các báo cáo")
    assert any(period.lower() in str(link.get_attribute("href")) for link in links.all())


def test_another_query_drops_the_walk(page: Page, archive_server: str) -> None:
    ask(page, archive_server, "công trình chậm")
    held: list[Route] = []
    # The first file waits until the other query is answered.
    page.route("**/tim-kiem/index/**", lambda route: route.continue_() if held else held.append(route))
    page.get_by_role("button", name="Tìm tiếp trong các báo cáo cũ hơn").click()
    expect(page.locator("[data-search-state=loading]")).to_be_attached()
    page.wait_for_timeout(200)
    assert held
    page.get_by_role("searchbox").and_(page.locator("[data-search-page] *")).fill("tthc")
    expect(page.locator("[data-search-status]")).to_contain_text("«tthc»")
    shown = page.locator("a[data-result]").evaluate_all("links => links.map(link => link.href)")
    held[0].continue_()
    page.wait_for_timeout(500)
    assert page.locator("a[data-result]").evaluate_all("links => links.map(link => link.href)") == shown
    expect(page.locator("[data-search-status]")).to_contain_text("«tthc»")


def test_a_file_that_fails_is_asked_for_again(page: Page, archive_server: str) -> None:
    ask(page, archive_server, "công trình chậm")
    page.route("**/tim-kiem/index/**", lambda route: route.abort())
    button = page.get_by_role("button", name="Tìm tiếp trong các báo cáo cũ hơn")
    button.click()
    expect(page.locator("[data-search-status]")).to_have_text("Không tải được báo cáo cũ hơn. Xin bấm lại để tìm tiếp.")
    page.unroute("**/tim-kiem/index/**")
    button.click()
    expect(page.locator("[data-search-status]")).to_contain_text(re.compile("Thêm|Chưa thấy thêm"))


def test_filters_hold_for_every_step(page: Page, archive_server: str) -> None:
    links = ask(page, archive_server, "kế hoạch", loai="van-ban")
    for _ in range(3):
        if not (button := page.locator(".search-page__more")).count():
            break
        button.click()
        expect(page.locator("[data-search-state=done]")).to_be_attached()
    links = page.locator("a[data-result]").evaluate_all("links => links.map(link => link.pathname)")
    assert links
    assert {link for link in links if not link.startswith(f"/{addresses.DOCUMENTS}")} == set()


def test_every_file_of_the_index_is_small(index: dict[str, str]) -> None:
    sizes = {name: len(gzip.compress(text.encode(), 6)) for name, text in index.items() if "catalogue" not in name}
    # Four files are what a first answer may read beside the page, and 30 KB a further one.
    assert max(sizes.values()) * FIRST_FILES <= FURTHER_BYTES
    # Documents and reports have volumes of their own.
    assert {name.split("/")[2] for name in index} == {"catalogue.js", "ky", "vb", "tu", "quyen-ky", "quyen-vb"}
