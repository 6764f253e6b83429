"""The field of the header: the keys of a combobox, what a screen reader hears, and the same answers as on the page."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.outputs.search.searching import ask, asked_in_turn, header_field

pytestmark = pytest.mark.browser

SHOWN = 7
# Writes down whatever a live region says, and whether it was exposed when its words came.
LISTEN = """
window.said = [];
addEventListener("DOMContentLoaded", () => {
  const region = document.querySelector("[data-search-said]");
  new MutationObserver(() => {
    if (region.textContent) said.push([region.textContent, region.checkVisibility()]);
  }).observe(region, { childList: true, characterData: true, subtree: true });
});
"""


def header(page: Page) -> Locator:
    return page.locator("header")


def panel_of(page: Page) -> Locator:
    return header(page).locator(".search__panel")


def asked(page: Page, server: str, query: str) -> Locator:
    """The panel of the header with the answer to the query."""
    page.goto(f"{server}van-ban/")
    header_field(page).fill(query)
    panel = panel_of(page)
    expect(panel.locator(".search__notes p").first).to_contain_text("“")
    return panel


QUERIES = (
    "ho so dung han",
    "hồ sơ",
    "3826",
    "ho so dung hna",
    "su ly ky luat",
    "giá vàng hôm nay",
    "how many staff",
    "dugn han",
    "hồ sơ đúng hạn năm 1999",
    "giá vàng năm 1999",
    "!!!",
)


# What is said, the results, what is offered instead, and the sections to look into.
Told = tuple[list[str], list[str], list[str], list[str]]


def told_in_header(page: Page, query: str) -> Told:
    header_field(page).fill(query)
    panel = panel_of(page)
    notes = panel.locator(".search__notes p")
    expect(notes.first).to_contain_text(f"“{query}”")
    links = panel.locator("a[data-result]").evaluate_all("links => links.map(link => link.href)")
    ways = ", ".join(f"a[href{end}]:not([data-result])" for end in ("*='/nhom/'", "$='/chi-tieu/'", "$='/van-ban/'"))
    sections = panel.locator(ways).all_inner_texts()
    return notes.all_inner_texts(), links, panel.locator("a > em").all_inner_texts(), sections


def told_on_page(page: Page, links: list[str]) -> Told:
    results = page.locator("[data-search-results]")
    notes = results.locator(".search-page__english, .search-page__note").all_inner_texts()
    said = [page.locator("[data-search-status]").inner_text(), *notes]
    meant = results.locator(".search-page__instead a").all_inner_texts()
    return said, links[:SHOWN], meant, results.locator(".search-page__sections a").all_inner_texts()


def test_header_and_page_say_the_same(wide: Page, server: str) -> None:
    wide.goto(f"{server}van-ban/")
    in_header = {query: told_in_header(wide, query) for query in QUERIES}
    on_page = {
        query: told_on_page(wide, [server + link for link in links])
        for query, links in asked_in_turn(wide, server, QUERIES)
    }
    assert in_header == on_page
    # Something is said of every query: results, or sections to look into.
    assert all(bool(links) != bool(sections) for _, links, _, sections in on_page.values())


def test_a_year_without_a_report_is_named_in_the_header_too(wide: Page, server: str) -> None:
    panel = asked(wide, server, "hồ sơ đúng hạn năm 1999")
    expect(panel).to_contain_text("Không có báo cáo năm 1999.")
    expect(panel.get_by_role("option").first).to_contain_text("100%")


def test_more_than_are_shown_is_not_called_a_count(wide: Page, server: str) -> None:
    links = ask(wide, server, "c")
    status = wide.locator("[data-search-status]").inner_text()
    assert len(links) == 40
    assert status == "Hơn 40 kết quả cho “c”, hiện 40 kết quả đầu."


@pytest.mark.parametrize("query", ["hai long", "kỷ luật", "3826"])
def test_the_number_that_is_said_is_the_number_of_results(wide: Page, server: str, query: str) -> None:
    wide.add_init_script(LISTEN)
    links = ask(wide, server, query)
    expect(wide.locator("[data-search-said]")).to_contain_text("“")
    # On a busy machine it was said before that the index is loading.
    said = [one for one in wide.evaluate("said") if "Đang tải" not in one[0]]
    assert said == [[f"{len(links)} kết quả cho “{query}”.", True]]


def test_a_screen_reader_hears_once_a_pause_and_from_a_region_that_is_there(wide: Page, server: str) -> None:
    wide.add_init_script(LISTEN)
    wide.clock.install(time="2030-01-01T00:00:00")
    wide.goto(f"{server}van-ban/")
    # From here on time passes only when the test says so.
    wide.clock.pause_at("2030-01-01T01:00:00")
    region = header(wide).get_by_role("status")
    expect(region).to_be_attached()
    field, panel = header_field(wide), panel_of(wide)
    field.focus()
    offers = panel.get_by_role("option")
    expect(offers.first).to_be_visible()
    wide.clock.run_for(600)
    assert wide.evaluate("said") == [[f"{offers.count()} câu gợi ý.", True]]
    for part in ("hai", " long"):
        wide.evaluate("said.length = 0")
        for letter in part:
            field.press("Space" if letter == " " else letter)
            wide.clock.run_for(200)
        expect(panel.locator(".search__notes")).to_contain_text(f"“{field.input_value()}”")
        assert wide.evaluate("said") == []
        wide.clock.run_for(600)
        assert wide.evaluate("said") == [[panel.locator(".search__notes").inner_text(), True]]


def test_keys_move_the_choice_and_leave_the_text_to_the_caret(wide: Page, server: str) -> None:
    panel = asked(wide, server, "van ban di")
    field, options = header_field(wide), panel.get_by_role("option")
    chosen = panel.locator("[aria-selected=true]")
    wide.keyboard.press("ArrowDown")
    wide.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == options.nth(1).get_attribute("id")
    for key, caret in (("Home", 0), ("End", 10), ("ArrowLeft", 9)):
        expect(chosen).to_have_count(1)
        wide.keyboard.press(key)
        expect(chosen).to_have_count(0)
        assert field.get_attribute("aria-activedescendant") is None
        assert field.evaluate("field => field.selectionStart") == caret
        wide.keyboard.press("ArrowDown")
    # Round and round, with the field itself between the last and the first.
    wide.keyboard.press("ArrowUp")
    expect(chosen).to_have_count(0)
    wide.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    wide.keyboard.press("ArrowDown")
    expect(chosen).to_have_count(0)


def test_closed_list_opens_with_an_arrow_at_its_end(wide: Page, server: str) -> None:
    panel = asked(wide, server, "van ban di")
    options = panel.get_by_role("option")
    for key, at in (("ArrowDown", options.first), ("ArrowUp", options.last)):
        wide.keyboard.press("Escape")
        expect(panel).to_be_hidden()
        expect(header_field(wide)).to_have_value("van ban di")
        wide.keyboard.press(key)
        expect(at).to_have_attribute("aria-selected", "true")
    wide.keyboard.press("Escape")
    wide.keyboard.press("Alt+ArrowDown")
    expect(panel).to_be_visible()
    expect(panel.locator("[aria-selected=true]")).to_have_count(0)


def test_the_button_leads_to_the_page_of_results_whatever_was_chosen(wide: Page, server: str) -> None:
    panel = asked(wide, server, "van ban di")
    wide.keyboard.press("ArrowDown")
    wide.keyboard.press("Tab")
    expect(header(wide).get_by_role("button", name="Tìm", exact=True)).to_be_focused()
    expect(panel).to_be_hidden()
    assert header_field(wide).get_attribute("aria-activedescendant") is None
    expect(header_field(wide)).to_have_attribute("aria-expanded", "false")
    wide.keyboard.press("Enter")
    expect(wide).to_have_url(re.compile(r"/tim-kiem/\?q=van\+ban\+di$"))


def test_escape_closes_then_empties_and_on_a_phone_leads_back(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    panel = asked(page, server, "van ban di")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(header_field(page)).to_have_value("van ban di")
    page.keyboard.press("Escape")
    expect(header_field(page)).to_have_value("")
    expect(panel).to_be_hidden()
    page.set_viewport_size({"width": 360, "height": 740})
    opener = page.locator("[data-search-open]")
    for reached in ("field", "button"):
        opener.click()
        header_field(page).fill("van ban di")
        expect(panel).to_be_visible()
        if reached == "button":
            page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        expect(opener).to_be_focused()
        expect(panel).to_be_hidden()
        expect(header_field(page)).to_be_hidden()


def test_what_is_being_composed_belongs_to_the_input_method(wide: Page, server: str) -> None:
    panel = asked(wide, server, "van ban di")
    for key in ("ArrowDown", "Escape", "Enter"):
        header_field(wide).evaluate(
            "(field, key) => field.dispatchEvent(new KeyboardEvent('keydown', "
            "{ key, isComposing: true, bubbles: true, cancelable: true }))",
            key,
        )
    expect(panel).to_be_visible()
    expect(panel.locator("[aria-selected=true]")).to_have_count(0)
    expect(header_field(wide)).to_have_value("van ban di")


@pytest.mark.parametrize("touch", [False, True], ids=["keyboard", "touch"])
def test_what_was_searched_can_be_forgotten(wide: Page, server: str, touch: bool) -> None:
    wide.goto(f"{server}tim-kiem/")
    for query in ("biên chế", "hài lòng"):
        wide.get_by_role("searchbox").fill(query)
        wide.keyboard.press("Enter")
    wide.goto(server)
    header_field(wide).focus()
    options = header(wide).get_by_role("option")
    expect(options.nth(0)).to_have_text("Đã tìm: hài lòng")
    expect(options.nth(1)).to_have_text("Đã tìm: biên chế")
    forget = header(wide).get_by_role("button", name="Xóa các câu đã tìm")
    if touch:
        forget.click()
    else:
        wide.keyboard.press("Tab")
        expect(forget).to_be_focused()
        wide.keyboard.press("Enter")
    expect(options.first).to_contain_text("Gợi ý: ")
    expect(forget).to_have_count(0)
    expect(header_field(wide)).to_be_focused()
    expect(header(wide).get_by_role("status")).to_have_text("Đã xóa các câu đã tìm.")
    assert wide.evaluate("localStorage.length") == 0


def test_results_page_offers_and_forgets_what_was_searched(page: Page, server: str) -> None:
    page.goto(f"{server}tim-kiem/")
    results = page.locator("[data-search-results]")
    expect(results.get_by_role("link", name="hồ sơ đúng hạn")).to_be_visible()
    forget = results.get_by_role("button", name="Xóa các câu đã tìm")
    expect(forget).to_have_count(0)
    page.get_by_role("searchbox").fill("biên chế")
    page.keyboard.press("Enter")
    page.goto(f"{server}tim-kiem/")
    expect(results.get_by_role("link", name="biên chế", exact=True)).to_be_visible()
    forget.focus()
    page.keyboard.press("Enter")
    expect(results.get_by_role("link", name="biên chế", exact=True)).to_have_count(0)
    expect(results.get_by_role("link", name="hồ sơ đúng hạn")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.locator("[data-search-said]")).to_have_text("Đã xóa các câu đã tìm.")


def test_above_the_keyboard_of_a_phone_the_first_answer_is_seen(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 360, "height": 440})
    page.goto(f"{server}bao-cao/")
    page.locator("[data-search-open]").click()
    header_field(page).press_sequentially("ho so dung han")
    first = header(page).get_by_role("option").first
    expect(first).to_contain_text(
        "Tỷ lệ hồ sơ TTHC tiếp nhận được giải quyết đúng hạn — 100% (6 tháng đầu năm 2022, dự thảo)"
    )
    expect(first).to_be_in_viewport(ratio=1)
    # The list ends where the screen does, so that its last entry can be scrolled to.
    panel = panel_of(page)
    assert panel.evaluate("panel => panel.getBoundingClientRect().bottom") <= 440
    panel.get_by_role("option").last.scroll_into_view_if_needed()
    expect(panel.get_by_role("option").last).to_be_in_viewport(ratio=0.99)


def test_meaning_that_is_opened_from_the_list_leads_back_to_it(wide: Page, server: str) -> None:
    panel = asked(wide, server, "hồ sơ TTHC")
    opener = panel.locator(".explain__button").first
    folded = panel.locator("details.short-forms > summary")
    if folded.count():
        folded.focus()
        wide.keyboard.press("Enter")
    opener.focus()
    wide.keyboard.press("Enter")
    meaning = wide.locator(".explain__words:popover-open")
    expect(meaning).to_be_visible()
    meaning.get_by_role("link", name="Xem thêm").focus()
    expect(panel).to_be_visible()
    wide.keyboard.press("Escape")
    expect(meaning).to_have_count(0)
    expect(panel).to_be_visible()
    expect(opener).to_be_focused()
    # From the meaning to elsewhere the list is left.
    wide.keyboard.press("Enter")
    meaning.get_by_role("link", name="Xem thêm").focus()
    wide.get_by_role("main").get_by_role("link").first.focus()
    expect(panel).to_be_hidden()
    expect(header_field(wide)).to_have_attribute("aria-expanded", "false")


# As Firefox 115: no popover, and a selector that is not known throws.
WITHOUT_POPOVER = """
delete HTMLElement.prototype.popover;
const query = document.querySelector;
document.querySelector = function (selector) {
  if (selector.includes(":popover-open")) throw new DOMException("unknown", "SyntaxError");
  return query.call(this, selector);
};
"""


def test_escape_closes_the_list_where_no_popover_is_known(wide: Page, server: str) -> None:
    wide.add_init_script(WITHOUT_POPOVER)
    panel = asked(wide, server, "van ban di")
    wide.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(header_field(wide)).to_have_value("van ban di")


def test_folded_short_forms_open_below_their_line(wide: Page, server: str) -> None:
    panel = asked(wide, server, "hồ sơ")
    # As many as fold.
    wide.evaluate(
        "document.querySelector('.search__acts').replaceChildren(congkhai.marking.shortFormLine("
        "[Object.keys(congkhai['marking-words'].vocabulary.short).join(' ')], 'Viết tắt', "
        "'short-forms--search', (path) => path))"
    )
    folded = panel.locator("details.short-forms")
    folded.locator("summary").click()
    line, forms = folded.locator("summary").bounding_box(), folded.locator("p").bounding_box()
    assert line is not None
    assert forms is not None
    assert forms["y"] >= line["y"] + line["height"]
    assert abs(forms["x"] - line["x"]) < 1
    assert folded.locator("p").evaluate("line => getComputedStyle(line).display") == "flex"
