"""Three readers at work: a citizen with a phone, a member of staff at a desk, a reviewer who holds periods against each
other."""

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from macros.comparing.comparison import compare
from macros.comparing.reference_periods import comparable
from macros.faces import change_text, phrases, revision_text
from macros.faces.meaning import doubt
from macros.loading.assembly import load_catalogue
from macros.record import Catalogue, Report, ReportKey, series_key
from macros.vietnamese import day

pytestmark = pytest.mark.browser

REPORT = "bao-cao/2022-s1/"
RATE = "chi-tieu/ke-hoach-ty-le-hoan-thanh/"
# Of the invented project.
CORRECTED = "bao-cao/2031-a1/"
# A row whose label has a short form.
SHORT_ROW = "ho-so-dung-han-ty-le"


@pytest.fixture(scope="module")
def server(first_server: str) -> str:
    """Here the site of the first report alone, whose words are quoted."""
    return first_server


@pytest.fixture(params=[360, 1280], ids=["phone", "desk"])
def wide(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A phone, where rows are blocks, and a desk, where they are rows."""
    context = browser.new_context(viewport={"width": request.param, "height": 800})
    yield context
    context.close()


def choose(page: Page, label: str) -> None:
    page.locator(".filter__choice", has_text=label).locator("input").check(force=True)


def shown_figures(page: Page) -> int:
    return page.locator("tr[data-traits]:not(.row--context):visible").count()


# ---- a citizen ---------------------------------------------------------------------------------------------------


def test_a_citizen_sees_what_a_figure_means_and_what_a_blank_means(phone: BrowserContext, server: str) -> None:
    page = phone.new_page()
    page.goto(server)
    tile = page.locator(".tile", has_text="Tỷ lệ hoàn thành Kế hoạch")
    expect(tile).to_contain_text("43,75%")
    expect(tile).to_contain_text("7/16 nhiệm vụ")
    tile.locator(".tile__link").tap()
    expect(page).to_have_url(f"{server}{RATE}")

    page.goto(f"{server}{REPORT}#dong-kiem-tra-van-de-phat-hien")
    row = page.locator("tr[data-indicator=kiem-tra-van-de-phat-hien]")
    expect(row).to_be_in_viewport()
    row.get_by_role("button", name="Theo báo cáo: kiểm tra trong Quý III/2022").tap()
    meaning = page.locator(".explain__words:popover-open")
    expect(meaning).to_contain_text("chưa đến hạn hoặc đang làm")
    meaning.get_by_role("button", name="Đóng").tap()
    expect(meaning).to_have_count(0)


def test_the_first_screen_of_a_phone_says_what_it_is_how_final_and_the_first_key_figure(
    browser: Browser, server: str, demo_server: str
) -> None:
    """Also on a corrected report of the invented project, whose every page has a notice and a longer title."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    parts = ("h1", ".banner strong", "ul.report-head__links", ".tile:first-child .tile__figure")
    for address, further in (
        (f"{server}{REPORT}", (".context", ".tile:first-child .tile__label")),
        (f"{demo_server}{CORRECTED}", (".context", ".banner--corrected summary")),
    ):
        page.goto(address)
        for part in (*parts, *further):
            box = page.locator(part).first.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= 740, (address, part)
    page.close()


def test_the_first_screen_of_the_home_page_on_a_phone_has_the_first_key_figure(browser: Browser, server: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(server)
    box = page.locator(".tile:first-child .tile__figure").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 740
    page.close()


def test_a_citation_has_the_whole_address_where_the_reader_is_and_advises_no_author(
    browser: Browser, server: str
) -> None:
    """The site was built without knowing its own address."""
    kept = f"{server}bao-cao/2022-s1/v1/"
    page = browser.new_page()
    page.goto(f"{server}{REPORT}")
    cite = page.locator("details.cite")
    cite.locator("> summary").click()
    expect(cite.locator("a").first).to_have_text(kept)
    expect(cite.locator(".cite__text")).to_contain_text(f". {kept}")
    expect(cite.locator(".cite__bibtex")).to_contain_text(f'url = "{{{kept}}}"')
    expect(cite.locator("[data-cite-note]")).to_be_hidden()
    page.close()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}{REPORT}")
    page.locator("details.cite > summary").first.click()
    expect(page.locator("[data-cite-note]")).to_have_text(
        "Địa chỉ trên chưa có tên miền; khi trích dẫn, hãy sao chép địa chỉ đầy đủ của liên kết."
    )
    context.close()


@pytest.mark.parametrize("script", [True, False])
def test_what_was_corrected_is_one_line_until_asked_for(
    browser: Browser, demo_server: str, demo_project: Path, script: bool
) -> None:
    catalogue = load_catalogue(demo_project)
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=script)
    page = context.new_page()
    told = 0
    for report in catalogue.reports:
        corrected = revision_text.corrections(report, catalogue.history)
        page.goto(f"{demo_server}bao-cao/{report.period.slug}/")
        banner = page.locator("details.banner--corrected")
        expect(banner).to_have_count(1 if corrected else 0)
        if not corrected:
            continue
        told += 1
        line = banner.locator("summary")
        expect(line).to_have_text(
            f"{revision_text.correction_title(corrected)} {revision_text.correction_text(corrected)}"
        )
        assert line.evaluate("(line) => line.getBoundingClientRect().height") < 2 * 24
        expect(banner.locator("ul.revised").first).to_be_hidden()
        line.click()
        expect(banner.locator("ul.revised li")).to_have_count(sum(len(made.changes or ()) for made in corrected))
        for made in corrected:
            expect(banner).to_contain_text(made.revision.reason)
            name = phrases.opening(revision_text.revision_text(made.revision))
            expect(banner.get_by_role("link", name=name, exact=True)).to_be_visible()
    assert 0 < told < len(catalogue.reports)
    context.close()


@pytest.mark.parametrize("script", [True, False])
def test_what_the_head_of_a_report_folds_is_found_and_printed(browser: Browser, server: str, script: bool) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{server}{REPORT}")
    signer = page.locator(".report-head .facts div", has_text="Người ký")
    expect(signer).to_be_hidden()
    assert page.evaluate("window.find('TRƯỞNG BAN')")
    page.get_by_text("Số, ngày, người ký, tệp nguồn").click()
    expect(signer).to_be_visible()
    page.get_by_text("Số, ngày, người ký, tệp nguồn").click()
    page.emulate_media(media="print")
    expect(signer).to_be_visible()
    context.close()


def test_a_citizen_finds_a_section_by_the_list_that_stays_in_reach(phone: BrowserContext, server: str) -> None:
    page = phone.new_page()
    page.goto(f"{server}{REPORT}")
    page.mouse.wheel(0, 4000)
    button = page.get_by_role("button", name="Trong trang này")
    expect(button).to_be_in_viewport()
    button.tap()
    page.locator("#muc-luc").get_by_role("link", name="VI. Cải cách tài chính công").tap()
    expect(page.locator("#muc-luc")).not_to_be_visible()
    expect(page.locator("#nhom-vi")).to_be_in_viewport()
    expect(page.locator("[data-contents-here]")).to_contain_text("VI. Cải cách tài chính công")


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("address", ["chi-tieu/", "van-ban/", f"{REPORT}chat-luong/"])
def test_the_list_of_a_generated_page_stands_in_reach_and_is_skipped_at_one_key(
    browser: Browser, server: str, address: str, script: bool
) -> None:
    phone = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, java_script_enabled=script)
    page = phone.new_page()
    page.goto(f"{server}{address}")
    expect(page.locator("#muc-luc")).to_be_hidden()
    page.mouse.wheel(0, 3000)
    page.get_by_role("button", name="Trong trang này").tap()
    last = page.locator("#muc-luc a").last
    anchor = last.get_attribute("href")
    last.tap()
    expect(page.locator(f"{anchor}")).to_be_in_viewport()
    phone.close()

    desk = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=script)
    page = desk.new_page()
    page.goto(f"{server}{address}")
    expect(page.locator("#muc-luc")).to_be_in_viewport()
    assert page.locator("#muc-luc a").count() <= 25
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    desk.close()


@pytest.mark.parametrize("script", [True, False])
def test_a_citizen_walks_through_a_section_by_the_bar_that_stays_in_reach(
    browser: Browser, server: str, script: bool
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{server}chi-tieu/kiem-tra-van-de-phat-hien/")
    page.mouse.wheel(0, 1500)
    bar = page.get_by_role("navigation", name="Chuyển sang chỉ tiêu khác trong nhóm")
    expect(bar).to_be_in_viewport()
    expect(bar).to_contain_text("Nhóm I · 7/23 chỉ tiêu")
    expect(page.locator("#trong-nhom")).to_be_hidden()
    bar.get_by_role("button").tap()
    here = page.locator("#trong-nhom [aria-current=page]")
    expect(here).to_have_text("Số vấn đề phát hiện qua kiểm tra")
    expect(here).to_be_in_viewport()
    page.locator("#trong-nhom").get_by_role("link", name="Số phòng ban đã kiểm tra").tap()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Số phòng ban đã kiểm tra")
    bar.get_by_role("link", name="Chỉ tiêu sau: ").tap()
    bar.get_by_role("link", name="Chỉ tiêu trước: ").tap()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Số phòng ban đã kiểm tra")
    context.close()


def test_a_citizen_reads_the_whole_table_without_scripts(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}{REPORT}?loc=trong")
    expect(page.locator(".filter")).to_be_hidden()
    assert page.locator("tr[data-indicator]:visible").count() == 185
    context.close()


def test_a_long_meaning_is_reached_in_a_window_at_400_per_cent(browser: Browser, server: str) -> None:
    """1280 x 800 px at 400 % are 320 x 200 px."""
    page = browser.new_page(viewport={"width": 320, "height": 200})
    page.goto(f"{server}{REPORT}")
    for status in ("pending", "not-reported"):
        page.locator(f".explain__button.blank--{status}").first.click()
        meaning = page.locator(".explain__words:popover-open")
        box = meaning.bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 200
        for part in (meaning.get_by_role("link", name="Xem thêm"), meaning.get_by_role("button", name="Đóng")):
            part.focus()
            expect(part).to_be_in_viewport(ratio=0.95)
        meaning.evaluate("(words) => words.scrollTo(0, 0)")
        expect(meaning.locator("strong")).to_be_in_viewport(ratio=0.95)
        page.keyboard.press("Escape")
    page.close()


# Where the text of a part stands, without the room around it.
TEXT_BOX = """(part) => {
  const words = document.createRange();
  words.selectNodeContents(part);
  return words.getClientRects().length ? words.getClientRects()[0].toJSON() : null;
}"""


@pytest.mark.parametrize("width", [320, 360])
def test_a_figure_and_its_unit_stay_together_on_a_phone(browser: Browser, demo_server: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 740})
    page.goto(f"{demo_server}chi-tieu/khao-sat-hai-long/")
    rows = page.locator(".plain--series tbody tr:not(.series-break, .series-kind)").all()
    units = 0
    for row in rows:
        figure = row.locator("td.amount").evaluate(TEXT_BOX)
        unit = row.locator("td").nth(1).evaluate(TEXT_BOX)
        if unit is not None:
            units += 1
            assert abs(figure["bottom"] - unit["bottom"]) < 2
            assert 0 <= unit["left"] - figure["right"] < 12
        assert ("–" in row.locator("td.amount").inner_text().split()) == (unit is None), "no unit without a figure"
    assert len(rows) == 8
    assert 0 < units < 8

    page.goto(f"{demo_server}chi-tieu/ho-so-tiep-nhan/")
    page.locator("article table.plain th[role=columnheader]").first.wait_for(state="attached")
    table = page.locator("table.plain").first
    heads = [head.evaluate(TEXT_BOX) for head in table.locator("thead th").all()]
    # On the narrowest phone a head of two words may take two lines.
    assert len({round(head["bottom"]) for head in heads}) <= (2 if width == 320 else 1)
    first = [cell.evaluate(TEXT_BOX) for cell in table.locator("tbody tr:not(.series-kind)").first.locator("td").all()]
    assert all(abs(head["right"] - cell["right"]) < 2 for head, cell in zip(heads[1:], first, strict=True))
    page.close()


def test_each_block_of_a_series_says_against_what_it_changed_and_nothing_empty(
    browser: Browser, demo_server: str
) -> None:
    """On a phone the heads of the columns are out of sight: what is told is told in words, and only what is told."""
    page = browser.new_page(viewport={"width": 320, "height": 740})
    page.goto(f"{demo_server}chi-tieu/ho-so-tiep-nhan/")
    cells = page.locator(".plain--series tbody td").all()
    empty = [cell for cell in cells if cell.inner_text().strip() in ("–", "Đã báo cáo")]
    assert len(empty) > len(cells) / 6
    assert {cell.evaluate("(cell) => cell.getBoundingClientRect().height") for cell in empty} == {1}
    parts = page.locator(".plain--series .series-kind").all_inner_texts()
    assert len(parts) > 1
    assert len(parts) == len(set(parts))
    changed = 0
    for link in page.locator(".plain--series .change__link").all():
        before = link.evaluate("(link) => getComputedStyle(link.parentElement, '::before').content")
        changed += before.startswith('"So với ')
        assert before == "none" or before.endswith(': "'), before
    assert changed
    for mark in page.locator(".plain--series .corrected").all():
        row = mark.locator("xpath=ancestor::tr")
        name = row.locator("th a").bounding_box()
        box, whole = mark.bounding_box(), row.bounding_box()
        assert name is not None
        assert name["height"] < 30, "the name of a period stands on one line"
        assert box is not None
        assert whole is not None
        assert abs(box["x"] + box["width"] - whole["x"] - whole["width"]) < 2
    page.close()


def test_the_mark_of_a_footnote_answers_a_finger(phone: BrowserContext, server: str) -> None:
    page = phone.new_page()
    page.goto(f"{server}{REPORT}")
    mark = page.locator("a.footnote-ref").first
    mark.scroll_into_view_if_needed()
    missed = mark.evaluate(
        """(mark) => {
          const box = mark.getBoundingClientRect();
          const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
          return [[-11, 0], [11, 0], [0, -11], [0, 11]].filter(
            ([right, down]) => !mark.contains(document.elementFromPoint(x + right, y + down)));
        }"""
    )
    assert missed == []


def test_a_label_with_an_address_names_the_page_of_its_indicator(phone: BrowserContext, server: str) -> None:
    page = phone.new_page()
    page.goto(f"{server}{REPORT}")
    rows = page.locator("tr[data-indicator]:has(.annex__label a[href^='http'])")
    assert rows.count() > 0
    for row in rows.all():
        own = row.get_by_text("Trang của chỉ tiêu", exact=True)
        elsewhere = row.locator(".annex__label a[href^='http']").last
        ours, theirs = own.bounding_box(), elsewhere.bounding_box()
        assert ours is not None
        assert theirs is not None
        assert ours["height"] >= 24
        assert ours["y"] >= theirs["y"] + theirs["height"] - 1, "a finger takes one or the other"
    row = rows.first
    id = row.get_attribute("data-indicator")
    row.get_by_text("Trang của chỉ tiêu", exact=True).tap()
    expect(page).to_have_url(f"{server}chi-tieu/{id}/")


# ---- a member of staff -------------------------------------------------------------------------------------------


def test_choices_of_rows_work_by_keyboard_and_stay_in_the_address(wide: BrowserContext, server: str) -> None:
    page = wide.new_page()
    page.goto(f"{server}{REPORT}")
    assert shown_figures(page) == 156
    page.locator(".filter input:checked").focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(f"{server}{REPORT}?loc=co-so-lieu")
    expect(page.get_by_role("status").filter(has_text="Đang hiện 112/156 chỉ tiêu.")).to_be_visible()
    assert shown_figures(page) == 112

    page.reload()
    assert shown_figures(page) == 112
    expect(page.locator(".filter input:checked")).to_have_value("co-so-lieu")

    choose(page, "Ô trống")
    assert shown_figures(page) == 44
    blanks = page.locator("tr[data-traits]:not(.row--context):visible td.annex__value").all_inner_texts()
    kinds = (
        "Báo cáo để trống",
        "Báo cáo để trống; dòng tổng ghi 0",
        "Để trống; biểu mẫu ghi “nếu có”",
        "Theo báo cáo: ",
    )
    assert all(text.startswith(kinds) for text in blanks), blanks
    headings = page.locator("tr.row--heading:visible").count()
    assert 0 < headings < 29, "a heading stays while a row below it is shown"


def test_every_choice_shows_as_many_rows_as_it_says(wide: BrowserContext, server: str, demo_server: str) -> None:
    for address in (f"{server}{REPORT}", f"{demo_server}bao-cao/2032-s1/"):
        page = wide.new_page()
        page.goto(address)
        whole = shown_figures(page)
        labels = page.locator(".filter__choice:has(input:enabled)").all_inner_texts()
        assert len(labels) >= 3
        for label in labels:
            choose(page, label)
            said = int(label.rpartition("(")[2].rstrip(")"))
            assert shown_figures(page) == said, label
            marks = page.locator("tr.row-mark:visible").evaluate_all(
                "(marks) => marks.filter((mark) => mark.previousElementSibling.hidden).length"
            )
            assert marks == 0, "what is said about a row goes with it"
            expect(page.locator("[data-filter-count]")).to_contain_text(f" {said} ")
        choose(page, labels[0])
        assert shown_figures(page) == whole
        page.close()


def test_the_search_page_shows_its_filters_as_a_fold_and_explains_only_what_it_shows(
    wide: BrowserContext, server: str
) -> None:
    page = wide.new_page()
    page.goto(f"{server}tim-kiem/")
    unasked = page.locator(".short-forms--page")
    expect(unasked).to_be_visible()
    page.goto(f"{server}tim-kiem/?q=dung+han")
    expect(page.locator("[data-result]").first).to_be_visible()
    expect(page.locator(".search-page__index")).to_be_hidden()
    expect(unasked).to_be_hidden()
    filters = page.locator(".search__filters > summary")
    triangle = filters.evaluate("(line) => parseFloat(getComputedStyle(line, '::before').borderInlineStartWidth)")
    assert triangle > 4
    link = page.locator("[data-result]").first.evaluate("(link) => getComputedStyle(link).color")
    expect(filters).to_have_css("color", link)


@pytest.mark.parametrize("address", [REPORT, "tim-kiem/?q=dung+han", RATE])
def test_what_is_hidden_is_not_shown_however_it_is_laid_out(wide: BrowserContext, server: str, address: str) -> None:
    page = wide.new_page()
    page.goto(f"{server}{address}")
    beaten = page.evaluate(
        """() => [...document.querySelectorAll("body *:not(svg, svg *)")].filter((part) => {
          const was = part.hidden;
          part.hidden = true;
          const shown = getComputedStyle(part).display !== "none";
          part.hidden = was;
          return shown;
        }).map((part) => part.outerHTML.slice(0, 80))"""
    )
    assert beaten == []


def test_a_link_to_a_row_shows_it_whatever_is_chosen_or_folded(wide: BrowserContext, server: str) -> None:
    page = wide.new_page()
    page.goto(f"{server}{REPORT}?loc=trong#dong-ke-hoach-ty-le-hoan-thanh")
    expect(page.locator("#dong-ke-hoach-ty-le-hoan-thanh")).to_be_in_viewport()
    expect(page).to_have_url(f"{server}{REPORT}#dong-ke-hoach-ty-le-hoan-thanh")

    page.get_by_role("button", name="Thu gọn tất cả nhóm").click()
    assert shown_figures(page) == 0
    expect(page.locator("details.fold > summary").first).to_contain_text("23 chỉ tiêu: 18 có số liệu, 5 trống")
    page.evaluate("location.hash = '#dong-ho-so-tiep-nhan'")
    expect(page.locator("#dong-ho-so-tiep-nhan")).to_be_in_viewport()


def test_an_address_never_asks_for_rows_that_are_not_the_ones_shown(
    wide: BrowserContext, server: str, demo_server: str
) -> None:
    """What does not exist, or has no row, shows all rows, and the address that is copied then says nothing else."""
    row = "#dong-ho-so-tiep-nhan"
    page = wide.new_page()
    for given, kept in (
        (f"{server}{REPORT}?loc=con-trong{row}", f"{server}{REPORT}{row}"),
        (f"{server}{REPORT}?loc=", f"{server}{REPORT}"),
        (f"{server}{REPORT}?loc=thay-doi", f"{server}{REPORT}"),
        (f"{server}{REPORT}?so-voi=2021-s1&loc=trong", f"{server}{REPORT}?loc=trong"),
        (f"{demo_server}bao-cao/2032-s1/?so-voi=1999-s1{row}", f"{demo_server}bao-cao/2032-s1/{row}"),
        (f"{demo_server}bao-cao/2032-s1/?loc=thay-doi", f"{demo_server}bao-cao/2032-s1/?loc=thay-doi"),
    ):
        page.goto(given)
        expect(page).to_have_url(kept)
        whole = "loc" not in parse_qs(urlsplit(kept).query)
        expect(page.locator("tr[data-indicator][hidden]")).to_have_count(0) if whole else expect(
            page.locator("tr[data-indicator][hidden]")
        ).not_to_have_count(0)


# What lies on top at the middle of each column head of the section whose rows are on the screen.
COVERED = """(fold) => [...fold.querySelectorAll("thead th")].map((head) => {
  const box = head.getBoundingClientRect();
  const words = document.createRange();
  words.selectNodeContents(head);
  const tops = [...words.getClientRects()].map((line) => line.top + 2);
  return tops.every((top) => head.contains(document.elementFromPoint(box.left + box.width / 2, top)));
})"""


@pytest.mark.parametrize("width", [740, 800, 900, 1280])
def test_the_head_of_the_table_stays_in_sight(browser: Browser, demo_server: str, width: int) -> None:
    """Nothing covers a line of it, nor the row that a link leads to."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{demo_server}bao-cao/2032-s1/")
    fold = page.locator("details.fold").nth(2)
    fold.locator("tr[data-indicator]").nth(8).evaluate("(row) => row.scrollIntoView({ block: 'center' })")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    heads = fold.evaluate(COVERED)
    assert heads == [True] * 6
    assert fold.locator("thead").evaluate("(head) => head.getBoundingClientRect().top") < 0, "it is stuck, not at rest"
    row = fold.locator("tr[data-indicator]").nth(8)
    page.evaluate("(id) => { location.hash = id; }", row.get_attribute("id"))
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert row.locator(".annex__label a").first.evaluate(
        """(link) => [...link.getClientRects()].every((line) => line.top >= 0 && line.bottom <= innerHeight
          && link.contains(document.elementFromPoint(line.left + 2, line.top + 2)))"""
    )
    page.close()


def test_what_is_folded_is_found_by_the_browsers_search_and_printed(desk: BrowserContext, server: str) -> None:
    page = desk.new_page()
    page.goto(f"{server}{REPORT}")
    page.get_by_role("button", name="Thu gọn tất cả nhóm").click()
    assert page.evaluate("window.find('Số đơn vị trực thuộc đã kiểm tra')")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("tr[data-indicator]:visible").count() == 185
    expect(page.locator(".filter")).to_be_hidden()
    expect(page.locator(".masthead__tools")).to_be_hidden()


def test_paper_says_when_not_all_rows_are_on_it(wide: BrowserContext, server: str) -> None:
    page = wide.new_page()
    page.goto(f"{server}{REPORT}?loc=trong")
    told = page.get_by_text("Chỉ in 44/156 chỉ tiêu: Ô trống.", exact=True)
    expect(told).to_be_hidden()
    page.emulate_media(media="print")
    expect(told).to_be_visible()
    assert shown_figures(page) == 44
    page.emulate_media(media="screen")
    choose(page, "Tất cả")
    page.emulate_media(media="print")
    expect(page.locator("[data-filter-printed]")).to_be_hidden()
    assert shown_figures(page) == 156


def test_paper_says_whose_it_is_and_where_it_stands(browser: Browser, demo_server: str) -> None:
    page = browser.new_page(viewport={"width": 688, "height": 900})
    for address in ("chi-tieu/ho-so-tiep-nhan/", "bao-cao/2032-s1/", "nhom/cai-cach-tthc/"):
        page.goto(f"{demo_server}{address}#noi-dung")
        publisher = page.locator(".masthead__publisher").text_content()
        assert publisher
        page.emulate_media(media="print")
        expect(page.locator(".masthead__publisher")).to_be_visible()
        expect(page.get_by_text(f"Nguồn: {publisher}. {demo_server}{address}", exact=True)).to_be_visible()
        expect(page.locator("article").get_by_text("Đã ban hành").first).to_be_visible()
        # What only leads elsewhere or is pressed is no text on paper.
        for dead in (
            "Tải hình SVG",
            "tải số liệu CSV",
            "Xem dòng này",
            "Xem nhóm này",
            "Xem tất cả thay đổi",
            "Sao chép",
        ):
            assert not any(part.is_visible() for part in page.get_by_text(dead).all()), (address, dead)
        page.emulate_media(media="screen")
        expect(page.locator(".printed-source")).to_be_hidden()
    page.close()


def test_paper_has_the_notes_of_rows_and_nothing_of_the_row_sheet(desk: BrowserContext, server: str) -> None:
    page = desk.new_page()
    for address in (REPORT, f"{REPORT}v1/", "nhom/chi-dao-dieu-hanh/"):
        page.goto(f"{server}{address}")
        expect(page.locator(".row-menu")).to_have_count(1)
        notes = page.locator(".mark > .quality-text")
        assert notes.count() > 0
        expect(notes.first).to_be_hidden()
        page.emulate_media(media="print")
        expect(page.locator(".row-menu")).to_be_hidden()
        assert all(note.is_visible() for note in notes.all())
        # A fold that must stay on one sheet would leave the sheet before it half empty.
        folds = page.locator("details.annex")
        assert {fold.evaluate("(fold) => getComputedStyle(fold).breakInside") for fold in folds.all()} == {"auto"}
        page.emulate_media(media="screen")


def test_the_report_fits_on_few_sheets_and_cuts_no_row(
    desk: BrowserContext, server: str, demo_server: str, tmp_path: Path
) -> None:
    page = desk.new_page()
    page.goto(f"{server}{REPORT}")
    paper = page.pdf(path=tmp_path / "in.pdf", format="A4", prefer_css_page_size=True)
    sheets = len(re.findall(rb"/Type\s*/Page\b", paper))
    assert 8 <= sheets <= 18
    page.emulate_media(media="print")
    for address in (f"{server}{REPORT}", f"{server}{REPORT}chat-luong/", f"{demo_server}chi-tieu/ho-so-tiep-nhan/"):
        page.goto(address)
        parts = page.locator("article :is(tr, .tile, .banner, .headline, .chart, .finding, .clarify tr)")
        cut = parts.evaluate_all(
            """(parts) => parts.filter((part) => part.checkVisibility()
              && getComputedStyle(part).breakInside !== "avoid").map((part) => part.outerHTML.slice(0, 80))"""
        )
        assert parts.count() > 10
        assert cut == [], address
        # Rows in a table and not blocks: else its head is not repeated on each sheet.
        assert page.locator("article :is(thead, tbody, tr)").evaluate_all(
            "(parts) => parts.every((part) => getComputedStyle(part).display.startsWith('table-'))"
        )


def test_a_row_is_one_stop_of_the_keyboard_and_names_itself_once(wide: BrowserContext, server: str) -> None:
    """The link to a row is there for mouse and finger; by key it is one step back from the name of the row."""
    page = wide.new_page()
    page.goto(f"{server}{REPORT}")
    doubled = page.locator("tr[data-indicator]").evaluate_all(
        """(rows) => rows.filter((row) => row.querySelector(".annex__label a")
          && row.querySelector(".row__anchor").tabIndex >= 0).map((row) => row.id)"""
    )
    assert doubled == []
    linked = page.get_by_role("row", name=re.compile("Liên kết tới dòng"))
    assert linked.and_(page.locator("tr:has(.annex__label a)")).count() == 0
    row = page.get_by_role("row", name=re.compile(r"^\S* ?Tỷ lệ hoàn thành Kế hoạch CCHC năm"))
    expect(row).to_have_count(1)
    # A heading leads nowhere else: its own link stays a stop.
    reached = page.locator("tr.row--heading:not(:has(.annex__label a)) .row__anchor")
    assert reached.count() > 10
    assert all(reached.evaluate_all("(links) => links.map((link) => link.tabIndex === 0)"))


def test_a_link_to_a_row_is_copied_by_key(desk: BrowserContext, server: str) -> None:
    page = desk.new_page()
    page.goto(f"{server}{RATE}")
    page.get_by_role("button", name="Liên kết tới dòng trong báo cáo").press("Enter")
    expect(page.get_by_role("status").filter(has_text="Đã sao chép liên kết tới dòng trong báo cáo.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{server}{REPORT}#dong-ke-hoach-ty-le-hoan-thanh"


def test_a_figure_is_copied_with_its_source(desk: BrowserContext, server: str) -> None:
    page = desk.new_page()
    page.clock.set_fixed_time("2026-11-05T10:00:00")
    page.goto(f"{server}{RATE}")
    page.get_by_role("button", name="Sao chép kèm nguồn").click()
    expect(page.get_by_role("status").filter(has_text="Đã sao chép số liệu kèm nguồn.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == (
        "Tỷ lệ hoàn thành Kế hoạch CCHC năm (Lũy kế đến thời điểm báo cáo): 43,75% (6 tháng đầu năm 2022). "
        "Nguồn: Ban Quản lý các khu công nghiệp tỉnh Sóc Trăng, báo cáo 6 tháng đầu năm 2022 (dự thảo / chưa cấp số). "
        f"{server}{REPORT}v1/#dong-ke-hoach-ty-le-hoan-thanh, truy cập ngày 05/11/2026."
    )


def test_what_is_to_be_made_clear_of_a_figure_opens_from_its_page(desk: BrowserContext, server: str) -> None:
    page = desk.new_page()
    page.goto(f"{server}chi-tieu/bien-che-duoc-giao/")
    page.get_by_role("link", name="Cần làm rõ: 27 đã gồm hợp đồng chưa?").click()
    expect(page).to_have_url(re.compile(f"{server}{REPORT}chat-luong/#"))
    expect(page.locator("tr:target")).to_be_in_viewport()


def test_the_section_of_an_indicator_stands_beside_it(desk: BrowserContext, server: str) -> None:
    page = desk.new_page()
    page.goto(f"{server}chi-tieu/kiem-tra-van-de-phat-hien/")
    beside = page.get_by_role("navigation", name="Nhóm I. Công tác chỉ đạo điều hành CCHC")
    expect(beside.locator("[aria-current=page]")).to_be_in_viewport()
    expect(page.get_by_role("navigation", name="Chuyển sang chỉ tiêu khác trong nhóm")).to_be_hidden()
    beside.get_by_role("link", name="Tuyên truyền CCHC").click()
    expect(page).to_have_url(re.compile("/nhom/chi-dao-dieu-hanh/#dong-"))
    expect(page.locator("tr:target")).to_contain_text("Tuyên truyền CCHC")
    expect(page.locator("tr:target")).to_be_in_viewport()


# ---- a reviewer --------------------------------------------------------------------------------------------------


def test_a_reviewer_sees_changes_in_the_table_and_takes_the_chart_along(
    desk: BrowserContext, demo_server: str, demo_site: Path
) -> None:
    page = desk.new_page()
    report = max(path.name for path in (demo_site / "bao-cao").glob("*-s1"))
    page.goto(f"{demo_server}bao-cao/{report}/")
    choose(page, "Có thay đổi")
    assert parse_qs(urlsplit(page.url).query) == {"loc": ["thay-doi"]}
    rows = page.locator("tr[data-traits]:not(.row--context):visible")
    assert rows.count() > 10
    assert all(words.strip() for words in rows.locator(".annex__change").all_inner_texts())
    expect(page.get_by_role("columnheader", name=re.compile("^So với 6 tháng đầu năm")).first).to_be_attached()

    drawn = next(
        path for path in sorted((demo_site / "chi-tieu").rglob("index.html")) if "chart__bar" in path.read_text()
    )
    page.goto(f"{demo_server}chi-tieu/{drawn.parent.name}/")
    chart = page.get_by_role("img").first
    expect(chart).to_be_visible()
    for link, start in (("Tải hình SVG", "<svg"), ("tải số liệu CSV", "\ufeffid,period")):
        with page.expect_download() as download:
            page.get_by_role("link", name=link).first.click()
        assert download.value.path().read_text("utf-8").startswith(start)


def test_a_reviewer_reads_the_report_as_a_screen_reader_tells_it(desk: BrowserContext, server: str) -> None:
    """Landmarks and headings alone lead through the page."""
    page = desk.new_page()
    page.goto(f"{server}{REPORT}")
    for role in ("banner", "main", "contentinfo"):
        expect(page.get_by_role(role)).to_have_count(1)
    names = page.locator("nav").evaluate_all(
        """(all) => all.map((nav) => nav.ariaLabel
          || document.getElementById(nav.getAttribute("aria-labelledby"))?.textContent || "")"""
    )
    assert len(names) >= 3
    assert "" not in names
    assert len(names) == len(set(names))
    levels = [int(tag[1]) for tag in page.locator("h1, h2, h3, h4").evaluate_all("(all) => all.map((h) => h.tagName)")]
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


# ---- short forms -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("touch", [True, False], ids=["by touch", "by mouse"])
def test_a_short_form_inside_a_link_opens_where_it_stands(browser: Browser, server: str, touch: bool) -> None:
    context = browser.new_context(viewport={"width": 390 if touch else 1280, "height": 800}, has_touch=touch)
    page = context.new_page()
    opened = page.locator(".explain__words:popover-open")
    for address, label, short, meaning in (
        (REPORT, "tr[data-indicator=ho-so-dung-han-ty-le] .row__title", "TTHC", "thủ tục hành chính"),
        ("nhom/chinh-phu-so/", "tr[data-indicator] a.row__title", "CNTT", "công nghệ thông tin"),
        ("", ".tile__link", "TTHC", "thủ tục hành chính"),
        ("chi-tieu/", ".index a", "BCCI", "bưu chính công ích"),
        (f"{REPORT}chat-luong/", ".clarify__where a", "TTHC", "thủ tục hành chính"),
    ):
        page.goto(f"{server}{address}")
        link = page.locator(label).filter(has=page.get_by_text(short, exact=True)).first
        form = link.locator("abbr", has_text=short).first
        act = form.tap if touch else form.click
        act()
        expect(opened).to_contain_text(f"{short} {meaning}")
        expect(page).to_have_url(f"{server}{address}")
        expect(opened).to_be_in_viewport(ratio=1)
        act()
        expect(opened).to_have_count(0)
    context.close()


def test_the_rest_of_a_label_and_a_key_follow_its_link(browser: Browser, server: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    for follow in (
        lambda link: link.click(position={"x": 5, "y": 8}),
        lambda link: link.press("Enter"),
        # What assistive software does: no pointer goes down, and the click may come from within the link.
        lambda link: link.locator("abbr").first.evaluate("(form) => form.click()"),
    ):
        page.goto(f"{server}{REPORT}")
        follow(page.locator(f"tr[data-indicator={SHORT_ROW}] a.row__title"))
        expect(page).to_have_url(f"{server}chi-tieu/{SHORT_ROW}/")
    page.close()


def test_short_forms_open_by_key_and_without_scripts(browser: Browser, server: str) -> None:
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.goto(f"{server}{REPORT}")
        line = page.locator("details.annex", has=page.locator(f"tr[data-indicator={SHORT_ROW}]")).locator(
            ".short-forms"
        )
        button = line.get_by_role("button", name="TTHC", exact=True)
        if line.locator("summary").count():
            line.locator("summary").press("Enter")
        button.press("Enter")
        opened = page.locator("#giai-nghia-vt-tthc")
        expect(opened).to_be_visible()
        page.keyboard.press("Escape")
        expect(opened).not_to_be_visible()
        expect(button).to_be_focused()
        context.close()


@pytest.mark.parametrize("script", [True, False])
def test_a_status_opens_by_key_once_for_a_section_and_by_mouse_in_every_cell(
    browser: Browser, server: str, script: bool
) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{server}{REPORT}")
    opened = page.locator(".explain__words:popover-open")
    cells = page.locator("td.annex__value .explain__button")
    assert cells.count() > 40
    assert cells.evaluate_all("(buttons) => buttons.every((button) => button.tabIndex === -1)")
    for section in page.locator("details.annex").all():
        asked = {b.get_attribute("popovertarget") for b in section.locator("td.annex__value .explain__button").all()}
        line = section.locator(".short-forms")
        if asked and line.locator("summary").count():
            line.locator("summary").press("Enter")
        for target in asked:
            button = line.locator(f"[popovertarget={target}]")
            button.press("Enter")
            expect(opened).to_have_id(target or "")
            page.keyboard.press("Escape")
            expect(button).to_be_focused()
    cells.first.click()
    expect(opened).to_have_count(1)
    context.close()


def test_a_row_keeps_its_plain_name_and_its_one_stop(browser: Browser, server: str) -> None:
    """A screen reader hears the label as printed, as one link; a search in the page and a copy find it whole."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{server}{REPORT}")
    header = page.locator(f"tr[data-indicator={SHORT_ROW}] th")
    label = "Tỷ lệ hồ sơ TTHC tiếp nhận được giải quyết đúng hạn"
    expect(header).to_have_role("rowheader")
    expect(header).to_have_accessible_name(label)
    expect(header.get_by_role("link", name=label, exact=True)).to_have_count(1)
    assert header.locator("a, button, [tabindex]").count() == 1
    assert page.evaluate("(words) => window.find(words)", label)
    assert page.evaluate("getSelection().toString()") == label
    page.close()


def test_the_meanings_stand_on_paper(browser: Browser, server: str) -> None:
    page = browser.new_page()
    page.goto(f"{server}{REPORT}")
    expect(page.locator("#giai-nghia-vt-tthc")).not_to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("#giai-nghia-vt-tthc")).to_contain_text("thủ tục hành chính")
    expect(page.locator("#giai-nghia-vt-tthc")).to_be_visible()
    expect(page.locator(".short-forms").first).not_to_be_visible()
    page.close()


@pytest.mark.parametrize("script", [True, False])
def test_a_reviewer_chooses_what_the_column_of_changes_is_held_against(
    browser: Browser, demo_server: str, demo_project: Path, script: bool
) -> None:
    """By key, with and without a script; what the column says is what the comparison says."""
    catalogue = load_catalogue(demo_project)
    report = next(r for r in catalogue.reports if len(comparable(r, catalogue, 3)) > 1)
    others = comparable(report, catalogue, 3)
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    address = f"{demo_server}bao-cao/{report.period.slug}/"
    page.goto(address)

    def told() -> dict[str, str]:
        cells = page.locator("tr[data-traits]").evaluate_all(
            """(rows) => rows.map((row) => {
                const cell = row.querySelector('.annex__change');
                const drawn = cell.querySelector('.spark')?.innerText ?? '';
                return [row.dataset.indicator, cell.innerText.replace(drawn, '')];
            })"""
        )
        return {id: words.strip("▲▼✎ \n").replace("\u00a0", " ") for id, words in cells}

    def known(before: Report) -> dict[str, str]:
        made = {c.indicator.id: c for c in compare(before, report, catalogue.indicators).changes}
        return {id: change_text.cell_text(made[id]).replace("\u00a0", " ") for id in told()}

    assert told() == known(others[0])
    page.locator("[name=so-voi]:checked").focus()
    page.keyboard.press("ArrowRight")
    assert told() == known(others[1])
    expect(
        page.get_by_role("columnheader", name=f"So với {phrases.inside(others[1].period.label)}").first
    ).to_be_attached()
    if script:
        expect(page).to_have_url(f"{address}?so-voi={others[1].period.slug}")
        moved = [id for id, words in known(others[1]).items() if words not in ("", "không đổi")]
        choose(page, f"Có thay đổi ({len(moved)})")
        assert shown_figures(page) == len(moved)
        page.reload()
        assert shown_figures(page) == len(moved)
        expect(page.locator("[name=so-voi]:checked")).to_have_value(others[1].period.slug)
    context.close()


def test_a_row_is_linked_and_quoted_from_its_mark(
    desk: BrowserContext, server: str, first_catalogue: Catalogue
) -> None:
    """What is copied from a row is what its page says, under the address of the row."""
    catalogue = first_catalogue
    report = catalogue.latest
    page = desk.new_page()
    page.clock.set_fixed_time("2026-11-05T10:00:00")
    page.goto(f"{server}{REPORT}")
    id = "bien-che-duoc-giao"
    for name, sign in (("Sao chép kèm nguồn", "liệu kèm nguồn"), ("Sao chép liên kết", "liên kết tới dòng")):
        page.locator(f"#dong-{id} .row__anchor").click()
        sheet = page.get_by_role("dialog", name="Tổng số biên chế được giao trong năm")
        expect(sheet.get_by_role("button").first).to_be_focused()
        sheet.get_by_role("button", name=name).press("Enter")
        expect(page.get_by_role("status").filter(has_text=sign)).to_be_visible()
        expect(sheet).to_have_count(0)
        copied = page.evaluate("navigator.clipboard.readText()")
        address = f"{server}{REPORT}#dong-{id}"
        if name == "Sao chép liên kết":
            assert copied == address
            continue
        row = report.by_key[series_key(id)]
        known = doubt(report, row.indicator)
        assert known is not None
        quoted = phrases.quotation(report, row, catalogue, caution=known.text)
        kept = f"{server}{REPORT}v1/#dong-{id}"
        assert copied == quoted.format(address=kept, today="05/11/2026", doubt=f"{server}{known.address}")
    page.locator(f"#dong-{id} .row__anchor").click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_row_of_a_kept_page_is_linked_and_quoted_by_key_with_its_version(
    desk: BrowserContext, demo_server: str, demo_project: Path
) -> None:
    catalogue = load_catalogue(demo_project)
    edition = next(e for e in catalogue.history.reports[ReportKey.parse("2031-A1")].editions if e.revision.number == 2)
    version = f"bản lưu lần 2, ngày {day(edition.revision.date or datetime.date.min)}"
    page = desk.new_page()
    address = f"{demo_server}{CORRECTED}v2/"
    page.goto(address)
    stops = page.locator("tr[data-indicator] .row__anchor")
    assert stops.evaluate_all("(links) => links.every((link) => link.tabIndex === 0 && !link.ariaHidden)")
    row = page.locator("#dong-ho-so-tiep-nhan")
    for name, told in (
        ("Sao chép liên kết", f"Đã sao chép liên kết tới dòng của {version}."),
        ("Sao chép kèm nguồn", "Đã sao chép số liệu kèm nguồn."),
    ):
        row.locator("a.row__title").focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        sheet = page.get_by_role("dialog", name=version)
        sheet.get_by_role("button", name=name).press("Enter")
        expect(page.get_by_role("status").filter(has_text=told)).to_be_visible()
        copied = page.evaluate("navigator.clipboard.readText()")
        if name == "Sao chép liên kết":
            assert copied == f"{address}#dong-ho-so-tiep-nhan"
        else:
            figure = row.locator("td.annex__value").evaluate("(cell) => cell.firstChild.textContent.trim()")
            assert copied.startswith(f"Số hồ sơ TTHC tiếp nhận trong kỳ: {figure}\u00a0hồ sơ (")
            assert f", {version}. {address}#dong-ho-so-tiep-nhan" in copied


def test_the_address_of_a_report_is_copied_from_its_head(desk: BrowserContext, server: str) -> None:
    page = desk.new_page()
    page.goto(f"{server}{REPORT}")
    page.locator(".report-head").get_by_role("button", name="Sao chép liên kết").click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{server}{REPORT}"


@pytest.mark.parametrize("address", ["#%E0", "#khong-co", "#"])
def test_an_address_that_names_no_part_of_the_page_breaks_nothing(
    wide: BrowserContext, server: str, address: str
) -> None:
    page = wide.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{server}{REPORT}{address}")
    page.locator("a.row__anchor").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert wrong == []
    page.close()
