"""The page on which a reader holds any two periods against each other, in a real browser."""

import re
from collections.abc import Iterator
from pathlib import Path

import lxml.etree
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from macros.charts.small import change_bar
from macros.comparing.comparison import by_size, compare
from macros.comparing.reference_periods import published
from macros.faces import change_text
from macros.faces.largest_face import LargestFace, MovedFace, largest_faces
from macros.loading.assembly import load_catalogue
from macros.outputs.tables.comparison_csv import comparison_csv
from macros.record import Catalogue, ReportKey

pytestmark = pytest.mark.browser

# Every changed row as the page shows it: id, class, from and to, explanation.
ROWS = """() => [...document.querySelectorAll("tr[data-change]")].map((row) => [
  row.dataset.indicator, row.dataset.change,
  row.querySelector(".change__values").textContent,
  [...row.lastElementChild.childNodes].map((part) => (part.nodeName === "DETAILS" ? "" : part.textContent)).join(""),
])"""
NAMES = """() => Object.fromEntries([...document.querySelectorAll("tr[data-change]")].map(
  (row) => [row.dataset.indicator, row.querySelector("a").textContent]))"""
# The indicator of a line is the one that its link leads to.
LARGEST = """() => [...document.querySelectorAll("#ket-qua figure.chart--changes")].map((figure) => [
  figure.querySelector("figcaption").textContent,
  figure.querySelector(".chart__finding")?.textContent ?? "",
  [...figure.querySelectorAll("li")].map((line) => [
    line.querySelector("a").getAttribute("href").split("/").at(-2),
    line.querySelector(".largest__size").textContent,
    Number(line.querySelector("rect").getAttribute("x")),
    Number(line.querySelector("rect").getAttribute("width")),
  ]),
])"""
ORDER = """() => [...document.querySelectorAll("tr[data-change]")].map((row) => row.dataset.indicator)"""


@pytest.fixture(scope="module")
def demo(demo_project: Path) -> Catalogue:
    return load_catalogue(demo_project)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


def test_the_browser_says_of_two_periods_what_python_says(page: Page, demo: Catalogue, demo_server: str) -> None:
    """Of two that a file is published of, of two that the page makes a file of, and of such as do not compare.

    What is told of any two figures: tests/scripts/test_comparison.py.
    """
    chosen = [("2031-S1", "2032-S1"), ("2031-Q1", "2032-Q3"), ("2031-Q1", "2032-S1")]
    for before, after in ([demo.reports_by_key[ReportKey.parse(period)] for period in pair] for pair in chosen):
        page.goto(f"{demo_server}so-sanh/?truoc={before.period}&sau={after.period}")
        expect(page.locator("[data-state=done]")).to_be_attached()
        comparison = compare(before, after, demo.indicators)
        assert page.evaluate(ROWS) == [
            [
                change.indicator.id,
                change.kind.value,
                change_text.values_text(change),
                change_text.explanation_text(change, comparison),
            ]
            for change in comparison.changed
        ], (before.period, after.period)
        assert page.evaluate(NAMES) == {change.indicator.id: demo.names[change.key] for change in comparison.changed}
        assert page.locator("#ket-qua caption").text_content() == (change_text.caption(comparison))
        # Nothing to put in order where nothing has a size.
        sized = sum(change.size >= 0 for change in comparison.changed)
        assert page.locator(".changes__order").count() == (sized > 1)
        assert page.locator(".comparison__summary").text_content() == f"{change_text.summary_text(comparison)}."
        caution = page.locator("#ket-qua > h2 + .comparison__note").all_text_contents()
        assert "".join(caution) == change_text.caution_text(comparison)
        assert drawn(page) == [
            (group.heading, group.finding, [bar(change, group) for change in group.changes])
            for group in largest_faces(comparison, demo)
        ]
        assert file_of(page) == comparison_csv(comparison, demo), (before.period, after.period)
        known = f"api/v1/comparisons/{before.period}.{after.period}.csv"
        link = page.locator(".compare-result__file a")
        assert (link.get_attribute("href") or "").endswith(known) == (before in published(after, demo))


def bar(change: MovedFace, group: LargestFace) -> tuple[str, str, float, float]:
    """The indicator, what stands beside its bar, and the bar: where it begins and how long it is."""
    svg = change_bar(change.moved, group.fall, group.rise)
    (drawn,) = lxml.etree.fromstring(svg).xpath("//*[@class='chart__bar']")
    id = (change.row.address or "").split("/")[-2]
    return id, f"{change.size}; {change.values}", float(drawn.get("x")), float(drawn.get("width"))


def drawn(page: Page) -> list[tuple[str, str, list[tuple[str, str, float, float]]]]:
    """The charts of the largest changes: heading, sentence above, and each line with its bar."""
    found = page.evaluate(LARGEST)
    return [(heading, seen, [tuple(line) for line in lines]) for heading, seen, lines in found]


def file_of(page: Page) -> str:
    """The file that the page offers, as it is saved."""
    with page.expect_download() as saved:
        page.locator(".compare-result__file a").click()
    return Path(saved.value.path()).read_bytes().decode()


def test_the_form_offers_two_reports_that_compare_and_shows_them_in_order(page: Page, demo_server: str) -> None:
    page.goto(f"{demo_server}so-sanh/")
    terms = page.locator(".compare-terms")
    chosen = [page.get_by_label(label).input_value() for label in ("Kỳ trước", "Kỳ sau")]
    assert chosen[0][4:6] == chosen[1][4:6]
    expect(terms).to_be_hidden()
    page.goto(f"{demo_server}so-sanh/?truoc=2032-S1&sau=2031-S1")
    expect(terms).to_be_visible()
    assert [page.get_by_label(label).input_value() for label in ("Kỳ trước", "Kỳ sau")] == ["2031-S1", "2032-S1"]


@pytest.mark.parametrize("address", ["so-sanh/?truoc=2031-S1&sau=2032-S1", "bao-cao/2032-s1/so-sanh/"])
def test_the_largest_changes_come_first_when_asked(page: Page, demo: Catalogue, demo_server: str, address: str) -> None:
    before, after = (demo.reports_by_key[ReportKey.parse(period)] for period in ("2031-S1", "2032-S1"))
    changed = compare(before, after, demo.indicators).changed
    page.goto(f"{demo_server}{address}")
    page.get_by_role("button", name="Sắp xếp theo mức thay đổi").click()
    assert page.evaluate(ORDER) == [change.indicator.id for change in by_size(changed)]
    page.get_by_role("button", name="Sắp xếp theo biểu mẫu").click()
    assert page.evaluate(ORDER) == [change.indicator.id for change in changed]


def test_a_reader_chooses_two_periods_by_keyboard_and_can_share_the_address(page: Page, demo_server: str) -> None:
    page.goto(f"{demo_server}so-sanh/")
    page.get_by_label("Kỳ trước").focus()
    page.get_by_label("Kỳ trước").select_option("2031-S1")
    page.keyboard.press("Tab")
    page.get_by_label("Kỳ sau").select_option("2032-S1")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", name="Báo cáo 6 tháng đầu năm 2031 → 6 tháng đầu năm 2032")
    expect(heading).to_be_visible()
    assert page.url == f"{demo_server}so-sanh/?truoc=2031-S1&sau=2032-S1"
    assert page.evaluate("document.activeElement.id") == "ket-qua"
    shown = page.evaluate(ROWS)
    page.reload()
    expect(heading).to_be_visible()
    assert page.evaluate(ROWS) == shown
    # However they are chosen, the earlier one is held against the later.
    page.goto(f"{demo_server}so-sanh/?truoc=2032-S1&sau=2031-S1")
    expect(heading).to_be_visible()
    assert page.evaluate(ROWS) == shown
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?truoc=2031-S1&sau=2031-S1", "Bạn đang chọn cùng một kỳ ở cả hai ô. Hãy chọn hai kỳ khác nhau."),
        ("?truoc=1999-S1&sau=2031-S1", "Địa chỉ này nêu một kỳ chưa có báo cáo. Hãy chọn hai kỳ ở trên."),
        (
            "?truoc=%3Cscript%3Ealert(1)%3C/script%3E",
            "Địa chỉ này nêu một kỳ chưa có báo cáo. Hãy chọn hai kỳ ở trên.",
        ),
    ],
)
def test_an_address_that_names_no_two_periods(page: Page, demo_server: str, query: str, words: str) -> None:
    page.goto(f"{demo_server}so-sanh/{query}")
    expect(page.locator("#ket-qua")).to_have_text(words)


def test_a_lost_connection_is_told(page: Page, demo_server: str) -> None:
    page.route("**/api/v1/reports/*.json", lambda route: route.abort())
    page.goto(f"{demo_server}so-sanh/?truoc=2031-S1&sau=2032-S1")
    expect(page.locator("#ket-qua")).to_contain_text("Không tải được số liệu.")


def test_without_javascript_every_report_has_its_comparisons(browser: Browser, demo_server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{demo_server}so-sanh/")
    page.get_by_role("link", name="Báo cáo 6 tháng đầu năm 2032, so với kỳ trước và cùng kỳ năm trước").click()
    assert page.url == f"{demo_server}bao-cao/2032-s1/so-sanh/"
    heading = page.get_by_role("heading", name="So với cùng kỳ năm trước: 6 tháng đầu năm 2031")
    assert heading.count() == 1
    assert page.locator("tr[data-change=fell]").count() > 5
    context.close()


def test_the_last_choice_is_answered_however_late_the_one_before_comes(page: Page, demo_server: str) -> None:
    held: list[Route] = []
    page.route("**/api/v1/reports/2031-Q1.json", lambda route: held.append(route))
    page.goto(f"{demo_server}so-sanh/?truoc=2031-Q1&sau=2032-Q1")
    expect(page.locator("#ket-qua")).to_contain_text("Đang tải số liệu của hai kỳ…")
    page.get_by_label("Kỳ trước").select_option("2031-S1")
    page.get_by_label("Kỳ sau").select_option("2032-S1")
    page.get_by_role("button", name="So sánh", exact=True).click()
    heading = page.locator("#ket-qua h2")
    expect(heading).to_have_text("Báo cáo 6 tháng đầu năm 2031 → 6 tháng đầu năm 2032")
    held[0].continue_()
    page.wait_for_load_state("networkidle")
    expect(heading).to_have_text("Báo cáo 6 tháng đầu năm 2031 → 6 tháng đầu năm 2032")
    assert page.get_by_label("Kỳ trước").input_value() == "2031-S1"


def test_what_became_of_notes_is_told_as_on_ready_made_pages(page: Page, demo_server: str) -> None:
    """But for when a figure is expected, which the figure itself says here."""
    read = """() => Object.fromEntries([...document.querySelectorAll(".change__notes")].map((part) => [
        part.closest("tr").dataset.indicator,
        [...part.querySelectorAll("summary, dd")].map((each) => each.textContent),
    ]))"""
    page.goto(f"{demo_server}bao-cao/2032-s1/so-sanh/")
    ready_made = page.evaluate(read)
    page.goto(f"{demo_server}so-sanh/?truoc=2031-S1&sau=2032-S1")
    expect(page.locator("[data-state=done]")).to_be_attached()
    chosen = page.evaluate(read)
    assert len(chosen) > 1
    assert chosen == {id: ready_made[id] for id in chosen}
    assert chosen.keys() == ready_made.keys()


def test_a_screen_reader_hears_what_is_compared_and_not_each_row(page: Page, demo: Catalogue, demo_server: str) -> None:
    page.goto(f"{demo_server}so-sanh/?truoc=2031-S1&sau=2032-S1")
    before, after = (demo.reports_by_key[ReportKey.parse(period)] for period in ("2031-S1", "2032-S1"))
    summary = change_text.summary_text(compare(before, after, demo.indicators))
    said = page.locator("main [role=status]")
    expect(said).to_have_text(f"Báo cáo 6 tháng đầu năm 2031 → 6 tháng đầu năm 2032. {summary}.")
    assert page.locator("[aria-live] table, [role=status] table").count() == 0


@pytest.mark.parametrize("address", ["tim-kiem/?q=ho+so", "so-sanh/?truoc=2031-S1&sau=2032-S1", "so-sanh/?q=x"])
def test_a_page_whose_script_does_not_come_shows_what_it_has(page: Page, demo_server: str, address: str) -> None:
    page.route(re.compile("/congkhai-(search-page|compare)"), lambda route: route.abort())
    page.goto(f"{demo_server}{address}", wait_until="load")
    expect(page.locator("html")).not_to_have_class(re.compile("asks"))
    expect(
        page.get_by_role("heading", name=re.compile("theo bảng chữ cái|So sánh theo từng báo cáo")).first
    ).to_be_visible()


def test_an_address_of_the_comparison_that_asks_nothing_hides_nothing(page: Page, demo_server: str) -> None:
    page.goto(f"{demo_server}so-sanh/?q=x")
    expect(page.locator("html")).not_to_have_class(re.compile("asks"))
