"""An index that comes late, not at all, or as something else: it is said, nothing is lost, and one can try again."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.outputs.search.searching import answered, ask, header_field, shown

pytestmark = pytest.mark.browser

INDEX = re.compile(r"/tim-kiem/index/catalogue\.js")
LOADING = "Đang tải chỉ mục…"
FAILED = "Không tải được chỉ mục tìm kiếm."
THEN, LATER = "2030-01-01T00:00:00", "2030-01-01T01:00:00"
PORTAL = "<!DOCTYPE html><title>Đăng nhập mạng</title><p>Xin đăng nhập.</p>"

Answer = Callable[[Route], None]
BROKEN: dict[str, Answer] = {
    "refused": lambda route: route.abort(),
    "missing": lambda route: route.fulfill(status=404, body="", content_type="text/plain"),
    "empty": lambda route: route.fulfill(status=200, body="", content_type="text/javascript"),
    "portal": lambda route: route.fulfill(status=200, body=PORTAL, content_type="text/html"),
}


@pytest.fixture
def page(any_page: Page) -> Page:
    return any_page


@pytest.fixture
def held(page: Page) -> list[Route]:
    """What was asked of the index, each request held until the test goes on with it."""
    routes: list[Route] = []
    page.route(INDEX, lambda route: routes.append(route))
    return routes


def test_header_says_that_it_loads_and_loses_no_letter(page: Page, server: str, held: list[Route]) -> None:
    page.goto(f"{server}van-ban/")
    panel = page.locator(".search__panel")
    header_field(page).press_sequentially("ho so dung")
    expect(panel).to_have_text(LOADING)
    expect(page.locator("[data-search-said]")).to_have_text(LOADING)
    header_field(page).press_sequentially(" han")
    held[0].continue_()
    expect(panel.get_by_role("option").first).to_contain_text("100% (6 tháng đầu năm 2022, dự thảo)")
    expect(panel).to_contain_text("“ho so dung han”")
    assert len(held) == 1


def test_page_says_that_it_loads(page: Page, server: str, held: list[Route]) -> None:
    page.goto(f"{server}tim-kiem/?q=ho+so+dung+han", wait_until="domcontentloaded")
    expect(page.locator("[data-search-status]")).to_have_text(LOADING)
    expect(page.locator("[data-search-said]")).to_have_text(LOADING)
    held[0].continue_()
    answered(page)
    expect(page.locator("[data-search-status]")).not_to_contain_text(LOADING)


def test_nothing_is_said_of_a_moment(page: Page, server: str, held: list[Route]) -> None:
    page.clock.install(time=THEN)
    page.goto(f"{server}van-ban/")
    # From here on time passes only when the test says so.
    page.clock.pause_at(LATER)
    header_field(page).press_sequentially("ho so")
    page.clock.fast_forward(250)
    expect(page.locator(".search__panel")).to_be_hidden()
    page.clock.fast_forward(100)
    expect(page.locator(".search__panel")).to_have_text(LOADING)


@pytest.mark.parametrize("said", [False, True], ids=["at once", "after it was said"])
def test_escape_while_it_loads_keeps_the_text_and_the_list_closed(
    page: Page, server: str, held: list[Route], said: bool
) -> None:
    if not said:
        page.clock.install(time=THEN)
    page.goto(f"{server}van-ban/")
    panel = page.locator(".search__panel")
    if not said:
        page.clock.pause_at(LATER)
    header_field(page).press_sequentially("ho so")
    if said:
        expect(panel).to_have_text(LOADING)
    header_field(page).press("Escape")
    expect(header_field(page)).to_have_value("ho so")
    expect(panel).to_be_hidden()
    held[0].continue_()
    page.wait_for_load_state("networkidle")
    if not said:
        page.clock.fast_forward(2000)
    expect(panel).to_be_hidden()
    # What has come in the meantime is used when it is asked for.
    header_field(page).press_sequentially(" dung han")
    expect(panel.get_by_role("option").first).to_contain_text("100%")


@pytest.mark.parametrize("kind", BROKEN)
def test_header_says_that_it_failed_and_tries_again(page: Page, server: str, kind: str) -> None:
    page.route(INDEX, BROKEN[kind])
    page.goto(f"{server}van-ban/")
    panel = page.locator(".search__panel")
    header_field(page).press_sequentially("ho so dung han")
    expect(panel).to_contain_text(FAILED)
    expect(page.locator("[data-search-said]")).to_contain_text(FAILED)
    page.unroute(INDEX)
    # By typing on, or with the button, which the keys reach.
    if kind == "refused":
        header_field(page).press("Space")
    else:
        page.keyboard.press("Tab")
        expect(panel.get_by_role("button", name="Thử lại")).to_be_focused()
        page.keyboard.press("Enter")
    expect(panel.get_by_role("option").first).to_contain_text("100%")
    expect(header_field(page)).to_be_focused()


@pytest.mark.parametrize("kind", BROKEN)
def test_page_says_that_it_failed_and_tries_again(page: Page, server: str, kind: str) -> None:
    page.route(INDEX, BROKEN[kind])
    page.goto(f"{server}tim-kiem/?q=ho+so+dung+han", wait_until="domcontentloaded")
    expect(page.locator("[data-search-state=error]")).to_be_attached()
    expect(page.locator("[data-search-status]")).to_contain_text(FAILED)
    # What needs no index is there instead.
    expect(page.get_by_role("heading", name="Chỉ tiêu theo bảng chữ cái")).to_be_visible()
    page.unroute(INDEX)
    page.get_by_role("button", name="Thử lại").click()
    expect(page.locator("a[data-result]").first).to_contain_text("100%")
    expect(page.get_by_role("heading", name="Chỉ tiêu theo bảng chữ cái")).to_be_hidden()


def test_what_never_comes_is_given_up_and_used_should_it_come(page: Page, server: str, held: list[Route]) -> None:
    page.clock.install()
    page.goto(f"{server}tim-kiem/?q=ho+so+dung+han", wait_until="domcontentloaded")
    page.clock.fast_forward(29_000)
    expect(page.locator("[data-search-status]")).to_have_text(LOADING)
    page.clock.fast_forward(2_000)
    expect(page.locator("[data-search-status]")).to_contain_text(FAILED)
    held[0].continue_()
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Thử lại").click()
    expect(page.locator("a[data-result]").first).to_contain_text("100%")
    assert len(held) == 1


# Notes each query that the index is asked to answer, whenever its engine comes.
COUNT = """
window.answered = [];
window.congkhai = {};
let [loading, respond] = [];
const watched = {
  set: (made) => (respond = made),
  get: () => respond && ((text, how) => (answered.push(text), respond(text, how))),
  enumerable: true,
};
Object.defineProperty(congkhai, "search-loading", {
  set: (made) => (Object.defineProperty(made.engine, "respond", watched), loading = made),
  get: () => loading,
});
"""


@pytest.mark.parametrize("place", ["van-ban/", "tim-kiem/"])
def test_what_was_typed_while_it_loads_is_answered_once(page: Page, server: str, held: list[Route], place: str) -> None:
    page.add_init_script(COUNT)
    page.goto(f"{server}{place}", wait_until="domcontentloaded")
    field = header_field(page) if place == "van-ban/" else page.get_by_role("searchbox")
    field.press_sequentially("ho so dung han")
    expect(page.locator("[data-search-said]")).to_have_text(LOADING)
    held[0].continue_()
    expect(page.locator(".search__panel, [data-search-status]").filter(has_text="“ho so dung han”")).to_be_visible()
    assert page.evaluate("answered") == ["ho so dung han"]


def test_chosen_period_outlives_typing_before_the_index_is_there(
    page: Page, demo_server: str, held: list[Route]
) -> None:
    page.goto(f"{demo_server}tim-kiem/?q=ho+so&ky=2031-Q1&loai=xyz", wait_until="domcontentloaded")
    expect(page.get_by_label("Loại")).to_have_value("")
    page.get_by_role("searchbox").press("End")
    page.get_by_role("searchbox").press_sequentially(" dung han")
    expect(page).to_have_url(re.compile(r"\?q=ho\+so\+dung\+han&ky=2031-Q1$"))
    held[0].continue_()
    answered(page, "ho so dung han")
    expect(page.get_by_label("Kỳ")).to_have_value("2031-Q1")
    links = shown(page)
    assert links
    assert {link for link in links if not re.search("/bao-cao/2031-q1/|/nhom/", link)} == set()


def test_period_that_is_none_is_not_chosen(page: Page, demo_server: str) -> None:
    ask(page, demo_server, "ho so", ky="2099-Q1")
    assert page.get_by_label("Kỳ").evaluate("select => select.selectedOptions[0].text") == "Mới nhất"
    page.get_by_role("searchbox").press("End")
    page.get_by_role("searchbox").press_sequentially(" dung")
    expect(page).to_have_url(re.compile(r"\?q=ho\+so\+dung$"))


NOTHING_READ = "Không tải được phần về các báo cáo trước"


def test_without_the_older_reports_the_newest_still_answers(page: Page, demo_server: str) -> None:
    page.route(re.compile(r"/tim-kiem/index/(tu|ky)/"), BROKEN["refused"])
    page.goto(f"{demo_server}tim-kiem/?q=bat+thuong+gia+vang")
    answered(page)
    expect(page.locator("[data-search-results]")).to_contain_text(NOTHING_READ)


# A query that only older reports can answer, and that the index has to be asked for.
OLD = "2647"


def test_what_could_not_be_read_is_not_said_to_hold_nothing(page: Page, demo_server: str) -> None:
    page.route(re.compile(r"/tim-kiem/index/tu/"), BROKEN["refused"])
    ask(page, demo_server, OLD)
    results = page.locator("[data-search-results]")
    expect(page.locator("[data-search-status]")).to_have_text(f"Chưa tìm thấy “{OLD}”.")
    expect(results.locator(".search-page__note")).to_have_text([f"{NOTHING_READ} nên chưa tìm được trong đó."])
    expect(results.locator("a")).to_have_count(0)
    # One more try where the files come.
    page.unroute(re.compile(r"/tim-kiem/index/tu/"))
    results.get_by_role("button", name="Thử lại").click()
    expect(results.locator("a[data-result]").first).to_be_visible()
    expect(results).not_to_contain_text(NOTHING_READ)
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_header_says_the_same_of_what_could_not_be_read(page: Page, demo_server: str) -> None:
    page.route(re.compile(r"/tim-kiem/index/tu/"), BROKEN["refused"])
    page.goto(f"{demo_server}van-ban/")
    panel = page.locator(".search__panel")
    header_field(page).fill(OLD)
    expect(panel.locator(".search__notes p")).to_have_text(
        [f"Chưa tìm thấy “{OLD}”.", f"{NOTHING_READ} nên chưa tìm được trong đó."]
    )
    expect(panel.get_by_role("option")).to_have_count(0)
    page.unroute(re.compile(r"/tim-kiem/index/tu/"))
    page.keyboard.press("Tab")
    expect(panel.get_by_role("button", name="Thử lại")).to_be_focused()
    page.keyboard.press("Enter")
    expect(panel.get_by_role("option").first).to_be_visible()
    expect(header_field(page)).to_be_focused()


@pytest.mark.parametrize(
    ("query", "filters", "note"),
    [
        (
            "hồ sơ quý I/2031",
            {},
            "Không tải được báo cáo quý I năm 2031. Số liệu dưới đây là của kỳ mới nhất có số liệu.",
        ),
        ("hồ sơ", {"ky": "2031-Q1"}, "Không tải được báo cáo quý I năm 2031."),
        # These name the report, which need not be read for that.
        ("quý I/2031", {}, None),
        ("2031", {}, None),
    ],
)
def test_report_of_a_period_that_does_not_come_is_named(
    page: Page, demo_server: str, query: str, filters: dict[str, str], note: str | None
) -> None:
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.route(re.compile(r"/tim-kiem/index/(tu|ky)/"), BROKEN["refused"])
    links = ask(page, demo_server, query, **filters)
    expect(page.locator(".search-page__note")).to_have_text([note] if note else [])
    expect(page.get_by_role("button", name="Thử lại")).to_have_count(1 if note else 0)
    # Nothing of another period where one was chosen.
    assert bool(links) == (not filters)
    leaves = [url for url in asked if "/index/ky/" in url]
    assert len(leaves) == (1 if note else 0)
    if note is None:
        assert links[0].startswith("bao-cao/2031-")


def test_number_that_may_be_a_figure_is_answered_without_the_older_reports(page: Page, demo_server: str) -> None:
    page.route(re.compile(r"/tim-kiem/index/(tu|ky)/"), BROKEN["refused"])
    ask(page, demo_server, "1999")
    expect(page.locator(".search-page__note").first).to_have_text("Không có báo cáo 1999.")
    expect(page.locator("[data-search-results]")).to_contain_text(NOTHING_READ)
