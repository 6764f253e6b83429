"""Going on through the archive: everything in it is reached, a few files at a time, and the reader is told how far."""

import gzip
import random
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from macros import addresses
from macros.faces import phrases
from macros.outputs.search import index_files
from macros.outputs.search.first_layer import newest_documents
from macros.record import Catalogue, Observation
from tests.outputs.search.archives import EVERYWHERE, narratives
from tests.outputs.search.searching import answered, ask, older, shown, walk
from tests.outputs.search.traffic import FURTHER_BYTES, weighed

pytestmark = pytest.mark.browser

DOCUMENTS = 4
FIRST_FILES, STEP_FILES = 4, 8
# How many words of a query an answer must have.
DEMANDED = """(query) => congkhai['search-units'].withIndex(congkhai['search-loading'].current.first, () =>
    congkhai['search-query'].parse(query).terms.filter(term => !term.optional).length)"""


@pytest.fixture(scope="module")
def planted(many: Catalogue) -> dict[str, tuple[str, str]]:
    """A passage for each older report, its own and yet made of words that every report says."""
    words = sorted({word for _, text in EVERYWHERE for word in re.findall(r"[^\W\d_]+", text.lower())})
    chance = random.Random(5)
    headings = sorted({heading for heading, _ in EVERYWHERE})
    return {
        str(report.period): (chance.choice(headings), " ".join(chance.sample(words, chance.randint(5, 9))))
        for report in many.reports[1:]
    }


@pytest.fixture(scope="module")
def index(many: Catalogue, planted: dict[str, tuple[str, str]]) -> Iterator[dict[str, str]]:
    with pytest.MonkeyPatch.context() as patch:
        # Most documents in the archive.
        patch.setattr(index_files, "MOST_DOCUMENTS", DOCUMENTS)
        yield index_files.index_files(many, narratives(many, planted))


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
            if place not in (found := walk(page, query, [place])):
                missed[period, query] = found
    assert missed == {}
    assert scattered > len(planted) / 2


def test_every_note_and_telling_figure_is_reached(page: Page, many: Catalogue) -> None:
    """A note that several reports have word for word, but for its numbers, is one result: the newest stands for all."""
    places: dict[tuple[str, str], set[str]] = {}
    for report in many.reports:
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
        found = walk(page, text.replace("#", " "), wanted)
        if not wanted & set(found):
            missed[id, text] = found[:9]
    assert missed == {}


def told(row: Observation) -> Iterator[str]:
    """What a row says that may be asked for: its note without numbers, and a number long enough to tell."""
    if note := phrases.note_text(row):
        yield re.sub(r"\d", "#", note)
    number = next(iter(phrases.figure_text(row).split()), "")
    if re.fullmatch(r"[\d.,]{4,}", number):
        yield number


def test_every_document_is_reached_by_its_number(page: Page, many: Catalogue) -> None:
    documents = newest_documents(many)[DOCUMENTS:]
    assert documents
    missed = {}
    for document in documents:
        place = f"{addresses.DOCUMENTS}{document.id}/"
        if place not in (found := walk(page, phrases.document_title(document), [place])):
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
            if place not in (found := walk(page, query, [place])):
                missed[query] = found
    assert max(map(len, years.values())) > 3
    assert missed == {}


def test_words_of_the_title_need_not_stand_in_the_passage(page: Page, planted: dict[str, tuple[str, str]]) -> None:
    missed = {}
    for period, (_, text) in list(planted.items())[::7]:
        place = f"{addresses.REPORTS}{period.lower()}/#doan-{len(EVERYWHERE)}"
        query = f"cải cách {text}"
        if place not in (found := walk(page, query, [place])):
            missed[query] = found
    assert missed == {}


def test_a_walk_to_the_end_gives_no_address_twice(page: Page) -> None:
    for query in ("nước sạch nông thôn", "kế hoạch", "công trình chậm", "hồ sơ đúng hạn", "xã thôn bản"):
        found = walk(page, query)
        assert len(set(found)) == len(found), query


@pytest.mark.parametrize(
    "query", ["nước sạch nông thôn", "kế hoạch của nhà nước", "thôn chậm", "xã", "công trình thiếu vốn"]
)
def test_each_step_is_light(browser: Browser, archive_site: Path, archive_server: str, query: str) -> None:
    with weighed(browser, archive_site) as (page, traffic):
        ask(page, archive_server, query)
        paths = traffic.first_answer()
        assert len([path for path in paths if path.startswith(addresses.SEARCH_INDEX)]) <= 1 + FIRST_FILES
        pressed = 0
        for _ in islice(iter(older(page).count, 0), 12):
            older(page).click()
            answered(page)
            paths = traffic.further_answer()
            assert len(paths) <= STEP_FILES, paths
            pressed += 1
        assert pressed


def test_the_button_goes_on_ends_and_is_announced(
    page: Page, archive_server: str, planted: dict[str, tuple[str, str]]
) -> None:
    period, (_, text) = list(planted.items())[50]
    ask(page, archive_server, " ".join(text.split()[::2]))
    status = page.locator("[data-search-status]")
    heard = page.get_by_role("status").and_(page.locator("[data-search-said]"))
    button = older(page)
    links = page.locator("a[data-result]")
    while button.count():
        before = links.count()
        button.focus()
        page.keyboard.press("Enter")
        answered(page)
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
    with page.expect_request("**/tim-kiem/index/**"):
        older(page).click()
    expect(page.locator("[data-search-state=loading]")).to_be_attached()
    assert held
    page.get_by_role("searchbox").and_(page.locator("[data-search-page] *")).fill("tthc")
    answered(page, "tthc")
    before = shown(page)
    with page.expect_response(held[0].request.url):
        held[0].continue_()
    # Time for the late file to do harm; a test that is too quick would only miss it.
    page.wait_for_timeout(500)
    assert shown(page) == before
    expect(page.locator("[data-search-status]")).to_contain_text("“tthc”")


def test_a_file_that_fails_is_asked_for_again(page: Page, archive_server: str) -> None:
    ask(page, archive_server, "công trình chậm")
    page.route("**/tim-kiem/index/**", lambda route: route.abort())
    button = older(page)
    button.click()
    expect(page.locator("[data-search-status]")).to_have_text("Không tải được báo cáo cũ hơn. Xin bấm lại để tìm tiếp.")
    page.unroute("**/tim-kiem/index/**")
    button.click()
    expect(page.locator("[data-search-status]")).to_contain_text(re.compile("Thêm|Chưa thấy thêm"))


def test_going_on_shows_what_had_no_room_and_counts_what_is_shown(page: Page, archive_server: str) -> None:
    assert len(ask(page, archive_server, "số")) == 40
    first = shown(page)
    links = page.locator("a[data-result]")
    for _ in range(3):
        if not (button := older(page)).count():
            break
        before = links.count()
        button.click()
        answered(page)
        if links.count() > before:
            expect(links.nth(before)).to_be_focused()
        found = shown(page)
        assert len(set(found)) == len(found)
        assert found[:40] == first
        expect(page.locator("[data-search-status]")).to_contain_text(
            f"Hơn 40 kết quả cho “số”, hiện {len(found)} kết quả."
        )
    everything = page.evaluate("congkhai['search-archive'].respond('số', {}).then(answer => answer.results.length)")
    assert 40 < everything <= links.count()


def test_one_comes_back_to_all_that_was_gone_on_to(page: Page, archive_server: str) -> None:
    first = ask(page, archive_server, "số")
    for _ in range(2):
        older(page).click()
        answered(page)
    before = shown(page)
    assert len(before) > len(first)
    # The link over the page leads to a place on it, and asks nothing anew.
    page.get_by_role("link", name="Chuyển tới nội dung chính").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#"))
    page.go_back()
    expect(page).not_to_have_url(re.compile("#"))
    assert shown(page) == before
    page.evaluate("scrollTo(0, 500)")
    place = page.evaluate("scrollY")
    # To a result and back; the page of the result is none of this small site.
    page.locator("a[data-result]").last.evaluate("link => link.click()")
    page.wait_for_url(lambda url: "tim-kiem" not in url)
    page.go_back()
    expect(page.locator("a[data-result]")).to_have_count(len(before))
    answered(page)
    assert shown(page) == before
    assert page.evaluate("scrollY") == place
    # Another query begins anew.
    page.get_by_role("searchbox").and_(page.locator("[data-search-page] *")).fill("công trình")
    answered(page, "công trình")
    assert page.evaluate("history.state.steps ?? 0") == 0


KEPT = """async (periods) => {
    const root = new URL("../", location.href);
    const read = (period) => congkhai['search-archive'].leafOf(congkhai['search-places'].leafName(period), root);
    const [first, second] = [await read(periods[0]), await read(periods[1])];
    const isKept = [await read(periods[0]) === first];
    for (const period of periods.slice(2)) await read(period);
    isKept.push(await read(periods.at(-1)) === await read(periods.at(-1)), await read(periods[1]) === second);
    const { results: [result] } = await congkhai['search-archive'].respond("hồ sơ", { root, period: periods[0] });
    const before = Boolean(result.index);
    congkhai['search-results'].resultLine(result);
    return [...isKept, before, Boolean(result.index)];
}"""


def test_few_older_reports_are_held_as_indexes(page: Page, many: Catalogue) -> None:
    periods = [str(report.period) for report in many.reports[1:12]]
    assert page.evaluate(KEPT, periods) == [True, True, False, True, False]


def test_filters_hold_for_every_step(page: Page, archive_server: str) -> None:
    ask(page, archive_server, "kế hoạch", loai="van-ban")
    for _ in range(3):
        if not (button := older(page)).count():
            break
        button.click()
        answered(page)
    links = shown(page)
    assert links
    assert {link for link in links if not link.startswith(f"{archive_server}{addresses.DOCUMENTS}")} == set()


def test_every_file_of_the_index_is_small(index: dict[str, str]) -> None:
    sizes = {name: len(gzip.compress(text.encode(), 6)) for name, text in index.items() if "catalogue" not in name}
    # Four files are what a first answer may read beside the page, and 30 KB a further one.
    assert max(sizes.values()) * FIRST_FILES <= FURTHER_BYTES
    # Documents and reports have volumes of their own.
    assert {name.split("/")[2] for name in index} == {"catalogue.js", "ky", "vb", "tu", "quyen-ky", "quyen-vb"}
