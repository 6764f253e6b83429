"""The search as a reader meets it in Chromium: typing, keys, a screen reader's tree, hostile text, weight."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.outputs.search.searching import answered, ask, ask_next, asked_in_turn, header_field

pytestmark = pytest.mark.browser

RATE = "Tỷ lệ hồ sơ TTHC tiếp nhận được giải quyết đúng hạn — 100% (6 tháng đầu năm 2022, dự thảo)"
HOSTILE = (
    "a" * 5000,
    "hồ sơ " * 500,
    "<img src=x onerror=alert(1)><script>alert(1)</script>",
    "\"><svg onload=alert(1)>' -- &lt;b&gt; &#60;",
    "(((((.*+?^${}|[]\\ [a-z]{1000}",
    "\u0301\u0300\u0323",
    "\u202e\u200b\ufeff",
    "!!!???…—“”",
    "😀🇻🇳 漢字 ١٢٣",
    "__proto__ constructor hasOwnProperty toString",
    "0 00 000 -1 1e9 0,0,0",
    "%00%ff %",
    "../../../etc/passwd",
)


def open_header(page: Page) -> None:
    """On a phone the field of the header is behind a button."""
    opener = page.locator("[data-search-open]")
    if opener.is_visible():
        opener.click()


def test_typed_on_a_phone_the_figure_is_there_before_the_thumb_leaves_the_keyboard(page: Page, server: str) -> None:
    page.goto(f"{server}bao-cao/")
    open_header(page)
    field = header_field(page)
    expect(field).to_be_focused()
    field.press_sequentially("ho so dung han")
    first = page.locator("header").get_by_role("option").first
    expect(first).to_contain_text(RATE)
    expect(first).to_be_in_viewport()
    # What was found is marked with the tones that it is written with.
    assert first.locator("mark").all_inner_texts() == ["hồ sơ", "đúng hạn"]


def test_a_doubtful_figure_is_found_with_its_doubt_and_a_draft_says_so(page: Page, server: str) -> None:
    """In the header and on the page of results: what the page of the figure says, in short."""
    doubt = "Cần làm rõ"
    page.goto(f"{server}tim-kiem/?q=tong+so+bien+che+duoc+giao")
    answered(page)
    first = page.locator("li.result").first
    expect(first).to_contain_text("27 người (6 tháng đầu năm 2022, dự thảo)")
    expect(first.locator(".result__doubt")).to_have_text(doubt)
    page.get_by_role("searchbox").fill("ho so dung han")
    answered(page)
    narrative = page.locator("li.result--passage .result__path").first
    expect(narrative).to_contain_text("Thuyết minh · dự thảo · ")
    sound = page.locator("li.result--row").first
    expect(sound).to_contain_text("(6 tháng đầu năm 2022, dự thảo)")
    expect(sound.locator(".result__doubt")).to_have_count(0)
    page.goto(f"{server}bao-cao/")
    open_header(page)
    header_field(page).fill("tong so bien che duoc giao")
    expect(page.locator("header").get_by_role("option").first).to_contain_text(
        f"(6 tháng đầu năm 2022, dự thảo) {doubt}"
    )


def test_results_follow_each_letter(page: Page, server: str) -> None:
    page.goto(f"{server}tim-kiem/")
    field = page.get_by_role("searchbox")
    seen = []
    for letter in "dung han":
        field.press(letter if letter != " " else "Space")
        answered(page)
        seen.append(page.locator("a[data-result]").count())
    assert all(seen)
    expect(page).to_have_url(re.compile(r"\?q=dung\+han$"))


def test_header_is_worked_with_the_keyboard_alone(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{server}van-ban/")
    page.keyboard.press("/")
    field = header_field(page)
    expect(field).to_be_focused()
    page.keyboard.type("van ban di")
    options = page.locator("header").get_by_role("option")
    expect(options.first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    page.keyboard.press("ArrowUp")
    expect(options.first).to_have_attribute("aria-selected", "false")
    page.keyboard.press("Escape")
    expect(options.first).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/chi-tieu/van-ban-di/#dong-van-ban-di$"))


def test_enter_opens_the_page_of_all_results(page: Page, server: str) -> None:
    page.goto(server)
    open_header(page)
    header_field(page).fill("mức độ 4")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/tim-kiem/\?q=m%E1%BB%A9c"))
    answered(page)
    assert page.locator("a[data-result]").count() > 5


def test_search_page_is_worked_with_the_keyboard_alone(page: Page, server: str) -> None:
    ask(page, server, "bien che")
    field = page.get_by_role("searchbox")
    field.focus()
    links = page.locator("a[data-result]")
    # With another key an arrow selects, or belongs to the browser.
    for keys in ("Shift+ArrowDown", "Alt+ArrowDown", "Control+ArrowDown"):
        page.keyboard.press(keys)
        expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_have_value("")
    expect(page.locator("[data-search-state]")).to_have_attribute("data-search-state", "idle")


def test_a_screen_reader_is_told_what_each_part_is(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{server}van-ban/")
    form = page.locator("header").get_by_role("search", name="Tìm kiếm")
    form.get_by_role("combobox", name="Tìm chỉ tiêu, văn bản, nội dung báo cáo").fill("hai long")
    expect(form.get_by_role("listbox", name="Kết quả tìm kiếm").get_by_role("option").first).to_be_visible()
    links = ask(page, server, "hai long")
    main = page.get_by_role("main")
    expect(main.get_by_role("searchbox", name=re.compile("^Tìm chỉ tiêu"))).to_be_visible()
    assert links
    assert main.get_by_role("listitem").filter(has=page.locator("a[data-result]")).count() == len(links)


def test_a_result_is_marked_where_it_leads(page: Page, server: str) -> None:
    for query in ("ho so dung han", "thưởng tết", "TTHC", "kiểm tra CCHC"):
        ask(page, server, query)
        page.locator("a[data-result]").first.click()
        target = page.locator(":target")
        expect(target).to_be_in_viewport()
        plain = target.evaluate("element => getComputedStyle(element.parentElement).backgroundColor")
        expect(target).not_to_have_css("background-color", plain)


def test_nothing_found_is_said_with_the_list_of_sections(page: Page, server: str) -> None:
    assert ask(page, server, "giá vàng hôm nay") == []
    expect(page.locator("[data-search-status]")).to_have_text("Không tìm thấy “giá vàng hôm nay”; hãy thử từ khác.")
    sections = page.locator("[data-search-results] a[href*='/nhom/']")
    assert sections.count() == 7
    results = page.locator("[data-search-results]")
    expect(results).to_contain_text("I. Công tác chỉ đạo điều hành CCHC")
    for place in ("chi-tieu/", "van-ban/"):
        expect(results.locator(f".search-page__sections a[href$='/{place}']")).to_have_count(1)
    # Other words to try are queries themselves.
    results.locator(".search-page__queries a").first.click()
    expect(page.locator("a[data-result]").first).to_be_visible()


def test_a_miss_says_nothing_of_what_the_report_holds(page: Page, server: str) -> None:
    """What was not found may stand there in other words."""
    asked = ("giá vàng hôm nay", "luong cong chuc", "asdfgh", "how many staff")
    for query, links in asked_in_turn(page, server, asked):
        assert links == []
        said = page.locator("[data-search-page]").inner_text()
        assert f"Không tìm thấy “{query}”; hãy thử từ khác." in said
        assert "Báo cáo không" not in said
        assert "chỉ nói về" not in said


def test_one_who_asks_in_english_is_told_of_the_language(page: Page, server: str) -> None:
    english = page.locator("[data-search-results] [lang=en]")
    asked = (
        "how many staff",
        "administrative reform report",
        "contact us",
        "satisfaction rate",
        "who is the director",
    )
    for _ in asked_in_turn(page, server, asked):
        expect(english).to_have_text(
            "This site is in Vietnamese; please search in Vietnamese, or open the list of indicators below."
        )
        expect(page.locator(".search-page__sections a").first).to_have_attribute("href", re.compile("/chi-tieu/$"))
        expect(page.locator("[data-search-said]")).to_have_attribute("lang", "en")
    asked = ("xin chao report", "giá vàng hôm nay", "gia xang hom nay", "asdfgh", "staff so luong", "hlong dugng")
    for _ in asked_in_turn(page, server, asked):
        expect(english).to_have_count(0)


def test_one_who_asks_whom_to_write_to_reads_it_in_the_results(page: Page, server: str) -> None:
    page.goto(f"{server}gioi-thieu/")
    told = {
        f"gioi-thieu/#{place}": page.locator(f"dd#{place}").inner_text() for place in ("lien-he", "lien-he-co-quan")
    }
    assert all(told.values())
    for query, links in asked_in_turn(page, server, ("lien he ai", "liên hệ", "gọi cho ai")):
        shown = page.locator("[data-search-results] .result__snippet").all_inner_texts()
        assert set(links[:2]) == set(told), query
        for link, snippet in zip(links[:2], shown, strict=False):
            assert snippet.endswith(f": {told[link]}"), query


def test_a_near_miss_is_answered_or_asked_back(page: Page, server: str) -> None:
    assert "ho-so-dung-han-ty-le" in ask(page, server, "ho so dung hna")[0]
    expect(page.locator("[data-search-status]")).to_contain_text("Không tìm thấy “ho so dung hna”.")
    expect(page.locator("[data-search-status]")).to_contain_text("“hồ sơ đúng hạn”")
    ask(page, server, "su ly ky luat")
    meant = page.locator(".search-page__instead a")
    expect(meant).to_have_text("xử lý kỷ luật")
    meant.click()
    expect(page.locator("a[data-result]").first).to_have_attribute("href", re.compile("#dong-ky-luat$"))


def test_tones_that_were_typed_come_first_and_others_after(page: Page, server: str) -> None:
    for query, _ in asked_in_turn(page, server, ("chi tiêu", "tương")):
        texts = page.locator("li.result").all_inner_texts()
        exact = [query in text.lower() for text in texts]
        assert exact == sorted(exact, reverse=True)
        # Both are there, or their order would say nothing.
        assert {*exact} == {True, False}


def test_tones_that_nothing_has_are_said_to_be_other_ones(page: Page, server: str) -> None:
    assert "ho-so-dung-han-ty-le" in ask(page, server, "hô sơ đúng hạn")[0]
    status = page.locator("[data-search-status]")
    expect(status).to_have_text(re.compile(r"^Không tìm thấy “hô sơ đúng hạn” đúng dấu; \d+ kết quả gần giống\."))
    # All words in other tones are other words.
    assert ask_next(page, server, "hố sỏ đụng hãn") == []


def test_one_result_stands_for_an_indicator_and_for_a_heading(page: Page, server: str) -> None:
    kinds: set[str] = set()
    for _, links in asked_in_turn(page, server, ("hồ sơ", "công chức", "TTHC", "kế hoạch")):
        assert len(links) > 3
        assert len(set(links)) == len(links)
        headings = [link for link in links if "#doan-" in link]
        assert len({re.sub(r"-\d+$", "", link) for link in headings}) == len(headings)
        kinds |= {"heading"} if headings else set()
        kinds |= {"indicator"} if any("#dong-" in link for link in links) else set()
    assert kinds == {"heading", "indicator"}


def test_filters_narrow_the_results_and_stand_in_the_address(page: Page, server: str) -> None:
    everything = ask(page, server, "kế hoạch")
    documents = ask(page, server, "kế hoạch", loai="van-ban")
    expect(page.get_by_label("Loại")).to_have_value("van-ban")
    assert len(documents) > 3
    assert {link.split("/")[0] for link in documents} == {"van-ban"}
    assert {link.split("/")[0] for link in everything} > {"van-ban"}
    passages = ask(page, server, "công chức", loai="thuyet-minh")
    assert len(passages) > 3
    assert {link.split("#doan-")[0] for link in passages} == {"bao-cao/2022-s1/"}
    links = ask(page, server, "số lượng", nhom="chinh-phu-so")
    assert links
    expect(page.get_by_label("Nhóm")).to_be_visible()
    page.get_by_label("Nhóm").select_option("to-chuc-bo-may")
    expect(page).to_have_url(re.compile("nhom=to-chuc-bo-may"))
    expect(page.locator("a[data-result]").first).not_to_have_attribute("href", re.compile(re.escape(links[0])))
    page.go_back()
    expect(page.get_by_label("Nhóm")).to_have_value("chinh-phu-so")


def test_documents_of_a_period_are_those_issued_in_it(page: Page, server: str) -> None:
    def days(links: list[str]) -> list[tuple[int, int]]:
        titles = page.locator("a[data-result] .result__title").all_inner_texts()
        found = [re.search(r"ngày (\d+)/(\d+)/(\d+)", title) for title in titles]
        return [(int(day[3]), int(day[2])) for day in found if day]

    everything = days(ask(page, server, "quyết định", loai="van-ban"))
    chosen = days(ask(page, server, "quyết định", loai="van-ban", ky="2022-S1"))
    assert sorted(chosen) == sorted((year, month) for year, month in everything if year == 2022 and month <= 6)
    assert 0 < len(chosen) < len(everything)


def test_what_is_of_no_period_is_not_filtered_by_one(page: Page, server: str) -> None:
    terms = ask(page, server, "TTHC", loai="thuat-ngu")
    assert terms
    assert ask(page, server, "TTHC", loai="thuat-ngu", ky="2022-S1") == terms
    expect(page.get_by_label("Kỳ")).to_be_disabled()
    page.get_by_label("Loại").select_option("")
    expect(page.get_by_label("Kỳ")).to_be_enabled()


@pytest.mark.parametrize(
    ("day", "within", "outside"),
    [
        ("d0314y2022", ["2022-A1", "2022-S1", "2022-N1", "2022-Q1", "2022-M03", "2022-W11"], ["2021-A1", "2022-S2"]),
        ("d1001y2022", ["2022-A1", "2022-S2", "2022-Q4", "2022-M10", "2022-W39"], ["2022-N1", "2022-Q3", "2022-W40"]),
        ("d0101y2022", ["2021-W52", "2022-Q1"], ["2022-W01", "2022-W52", "2021-Q4"]),
    ],
)
def test_a_day_is_in_its_periods(page: Page, server: str, day: str, within: list[str], outside: list[str]) -> None:
    page.goto(f"{server}tim-kiem/")
    expect(page.locator("[data-search-results] a").first).to_be_visible()
    script = "([day, periods]) => periods.filter(period => congkhai['search-units'].isInPeriod(day, period))"
    assert page.evaluate(script, [day, within + outside]) == within


def test_search_page_without_a_query_offers_some(page: Page, server: str) -> None:
    page.goto(f"{server}tim-kiem/")
    page.locator("[data-search-results]").get_by_role("link", name="hồ sơ đúng hạn").click()
    expect(page.locator("a[data-result]").first).to_contain_text(RATE)


def test_recent_queries_are_offered_and_kept_in_this_browser_only(page: Page, server: str) -> None:
    page.goto(server)
    open_header(page)
    field = header_field(page)
    expect(page.locator("header").get_by_role("option").first).to_contain_text("Gợi ý: ")
    field.fill("biên chế")
    page.keyboard.press("Enter")
    answered(page)
    page.goto(server)
    open_header(page)
    expect(page.locator("header").get_by_role("option").first).to_have_text("Đã tìm: biên chế")
    assert page.context.cookies() == []


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_queries_do_no_harm(page: Page, server: str, query: str) -> None:
    page.goto(f"{server}tim-kiem/")
    field = page.get_by_role("searchbox")
    field.evaluate("(field, text) => { field.value = text; field.dispatchEvent(new Event('input')); }", query)
    # A query of nothing but spaces is none.
    state = page.locator("[data-search-state]")
    expect(state).to_have_attribute("data-search-state", re.compile("^(done|idle)$"))
    assert page.locator("article script, article img, article svg[onload]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_javascript_there_is_an_index(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}tim-kiem/?q=ho+so")
    link = page.get_by_role("link", name="Tỷ lệ hồ sơ TTHC tiếp nhận được giải quyết đúng hạn", exact=True)
    expect(link).to_be_visible()
    expect(page.get_by_role("row", name=re.compile("^TTHC"))).to_be_visible()
    context.close()
