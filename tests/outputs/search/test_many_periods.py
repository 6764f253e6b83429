"""Searching the invented project of many periods: one result per indicator, older periods behind it or by name."""

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros import addresses, vietnamese
from macros.faces import phrases
from macros.loading.assembly import load_catalogue
from macros.record import Catalogue, Observation, series_key
from tests.outputs.search.engine import SearchEngine
from tests.outputs.search.searching import answered, ask, ask_all, ask_next, ask_one, header_field, older, shown


@pytest.fixture(scope="module")
def catalogue(demo_project: Path) -> Catalogue:
    return load_catalogue(demo_project)


def older_amounts(catalogue: Catalogue) -> list[Observation]:
    """Figures of older reports that stand in one report and one row only, and are long enough to be asked for."""
    newest = {row.value for row in catalogue.latest.observations}
    every = [row for report in catalogue.reports for row in report.observations if isinstance(row.value, Decimal)]
    count = Counter(row.value for row in every)
    return [row for row in every if row.value >= 1000 and count[row.value] == 1 and row.value not in newest]


@pytest.mark.browser
def test_an_indicator_is_one_result_with_its_newest_figure(
    browser: Browser, demo_server: str, catalogue: Catalogue
) -> None:
    page = browser.new_page()
    links = ask(page, demo_server, "ho so dung han")
    newest = catalogue.latest.by_key[series_key("ho-so-dung-han-ty-le")]
    assert links[0] == "chi-tieu/ho-so-dung-han-ty-le/#dong-ho-so-dung-han-ty-le"
    assert [link for link in links if "ho-so-dung-han-ty-le" in link] == links[:1]
    first = page.locator("li.result").first
    expect(first).to_contain_text(f"{phrases.figure_text(newest)} ({phrases.inside(newest.period.label)})")
    first.get_by_role("link", name="Các kỳ trước").click()
    expect(page).to_have_url(re.compile(r"/chi-tieu/ho-so-dung-han-ty-le/#qua-cac-ky$"))
    page.close()


@pytest.mark.browser
def test_a_period_in_the_query_is_answered_with_its_own_figures(
    browser: Browser, demo_server: str, catalogue: Catalogue
) -> None:
    page = browser.new_page()
    ask(page, demo_server, "hồ sơ đúng hạn")
    for report in catalogue.reports[1:4]:
        figure = report.by_key[series_key("ho-so-dung-han-ty-le")]
        for period in (phrases.inside(report.period.label), vietnamese.fold(report.period.label), str(report.period)):
            links = ask_next(page, demo_server, f"hồ sơ đúng hạn {period}")
            assert links[0] == addresses.row(report, figure.indicator), period
            expect(page.locator("a[data-result]").first).to_contain_text(phrases.figure_text(figure))
    page.locator("a[data-result]").first.click()
    expect(page.locator(":target")).to_contain_text(phrases.cell_text(figure))
    page.close()


@pytest.mark.browser
def test_a_period_is_chosen_by_filter_as_well(browser: Browser, demo_server: str, catalogue: Catalogue) -> None:
    page = browser.new_page()
    report = catalogue.reports[-1]
    links = ask(page, demo_server, "hồ sơ", ky=str(report.period))
    assert links
    assert {link for link in links if not link.startswith((addresses.report(report), "nhom/"))} == set()
    expect(page.get_by_label("Kỳ")).to_have_value(str(report.period))
    page.close()


def test_a_figure_of_an_older_report_is_found_as_printed_and_plain(
    demo_engine: SearchEngine, catalogue: Catalogue
) -> None:
    rows = older_amounts(catalogue)[:4]
    assert rows
    for row in rows:
        assert isinstance(row.value, Decimal)
        place = addresses.row(catalogue.reports_by_key[row.report], row.indicator)
        for typed in (vietnamese.number(row.value), f"{row.value:f}"):
            assert place in ask_one(demo_engine, typed).links[:5], typed


def test_a_report_is_found_by_its_number_and_by_its_period(demo_engine: SearchEngine, catalogue: Catalogue) -> None:
    numbered = [report for report in catalogue.reports[1:] if report.printed_number][:2]
    assert numbered
    for report in numbered:
        assert addresses.report(report) in ask_one(demo_engine, str(report.printed_number)).links[:5]
        assert ask_one(demo_engine, report.period.label).links[0] == addresses.report(report)


def test_a_report_is_first_when_it_is_asked_for_by_its_period(demo_engine: SearchEngine, catalogue: Catalogue) -> None:
    forms = {}
    for report in catalogue.reports:
        label = phrases.inside(report.period.label)
        for form in (label, f"báo cáo {label}", f"BC {label}", f"báo cáo {report.period}", label.replace(" đầu", "")):
            forms |= dict.fromkeys((form, vietnamese.fold(form)), addresses.report(report))
    answers = ask_all(demo_engine, forms)
    assert {form: answers[form].links[:2] for form, place in forms.items() if answers[form].links[:1] != [place]} == {}
    # A year alone: the report on the whole of it, or else the longest there is.
    years = sorted({str(report.period)[:4] for report in catalogue.reports})
    answers = ask_all(demo_engine, [*years, *(f"năm {year}" for year in years)])
    for query, answer in answers.items():
        own = [report for report in catalogue.reports if str(report.period).startswith(query[-4:])]
        longest = min(own, key=lambda report: "ANSQMW".index(str(report.period)[5]))
        assert answer.links[0] == addresses.report(longest), query
        assert set(answer.links) >= {addresses.report(report) for report in own}, query


def test_a_row_of_a_period_is_found_however_the_period_is_written(
    demo_engine: SearchEngine, catalogue: Catalogue
) -> None:
    forms = {}
    for report in catalogue.reports[1:]:
        place = addresses.row(report, report.by_key[series_key("ho-so-dung-han-ty-le")].indicator)
        code, label = str(report.period), phrases.inside(report.period.label)
        forms |= dict.fromkeys(
            (f"hồ sơ đúng hạn năm {code}", f"hồ sơ đúng hạn {code}", f"hồ sơ đúng hạn trong {label}"), place
        )
        if code[5] == "Q":
            roman = label.split()[1]
            forms |= dict.fromkeys(
                (f"hồ sơ đúng hạn Q{roman}-{code[:4]}", f"hồ sơ đúng hạn q{code[6:]} {code[:4]}"), place
            )
    answers = ask_all(demo_engine, forms)
    assert {form: answers[form].links[:2] for form, place in forms.items() if answers[form].links[:1] != [place]} == {}


@pytest.mark.browser
def test_a_period_that_is_typed_and_chosen_loses_nothing(
    browser: Browser, demo_server: str, catalogue: Catalogue
) -> None:
    report = next(report for report in catalogue.reports[1:] if str(report.period)[5] == "Q")
    page = browser.new_page()
    chosen = ask(page, demo_server, "hồ sơ", ky=str(report.period))
    assert len(chosen) > 3
    quarter = " ".join(phrases.inside(report.period.label).split()[:2])
    assert ask(page, demo_server, f"hồ sơ {quarter}", ky=str(report.period)) == chosen
    page.close()


@pytest.mark.browser
def test_a_month_without_a_report_is_said_to_have_none(
    demo_engine: SearchEngine, browser: Browser, demo_server: str, catalogue: Catalogue
) -> None:
    year = str(catalogue.latest.period)[:4]
    typed = [
        f"hồ sơ đúng hạn tháng 3 năm {year}",
        f"tháng 3 năm {year}",
        f"báo cáo tháng 3/{year}",
        f"quý II năm {year}",
    ]
    answers = ask_all(demo_engine, typed)
    assert all(answer.missing and answer.instead is None for answer in answers.values()), answers
    assert answers[typed[0]].links[0].endswith("#dong-ho-so-dung-han-ty-le")
    own = {addresses.report(report) for report in catalogue.reports if str(report.period).startswith(year)}
    assert set(answers[typed[1]].links) == own
    page = browser.new_page()
    ask(page, demo_server, typed[1])
    expect(page.locator("[data-search-results]")).to_contain_text(
        f"Không có báo cáo tháng 3 năm {year}. Dưới đây là các báo cáo khác của năm đó."
    )
    page.close()


@pytest.mark.browser
def test_a_period_without_a_report_is_said_to_have_none(browser: Browser, demo_server: str) -> None:
    page = browser.new_page()
    links = ask(page, demo_server, "hồ sơ đúng hạn năm 1999")
    assert "ho-so-dung-han-ty-le" in links[0]
    expect(page.locator("[data-search-results]")).to_contain_text("Không có báo cáo năm 1999.")
    page.close()


def notes(page: Page) -> list[str]:
    return page.locator(".search-page__note").all_inner_texts()


@pytest.mark.browser
@pytest.mark.parametrize("place", ["", "&loai=thuyet-minh"])
def test_another_wording_keeps_the_period_and_the_filters(wide: Page, demo_server: str, place: str) -> None:
    wide.goto(f"{demo_server}tim-kiem/?q=v%C4%83n+b%E1%BA%A3ng+qu%C3%BD+I%2F2031{place}")
    answered(wide)
    meant = wide.locator(".search-page__instead a")
    expect(meant).to_have_text("văn bản quý I/2031")
    meant.click()
    answered(wide, "văn bản quý I/2031")
    assert place in wide.url
    assert any("/bao-cao/2031-q1/" in link for link in shown(wide))


@pytest.mark.browser
def test_header_offers_the_other_wording_with_its_period(wide: Page, demo_server: str) -> None:
    wide.goto(f"{demo_server}van-ban/")
    header_field(wide).fill("văn bảng quý I/2031")
    meant = wide.locator("header").get_by_role("option", name="Có phải bạn muốn tìm: văn bản quý I/2031")
    expect(meant).to_have_attribute("href", re.compile("qu%C3%BD%20I%2F2031$"))


@pytest.mark.browser
def test_a_typed_period_that_the_filter_overrules_is_named(wide: Page, demo_server: str) -> None:
    ask(wide, demo_server, "hồ sơ quý I/2031", ky="2032-S1")
    assert notes(wide) == ["Đang lọc theo 6 tháng đầu năm 2032, không theo “quý I/2031” trong câu tìm."]
    # Where both mean the same there is nothing to say.
    for query in ("hồ sơ quý I/2031", "hồ sơ quý I", "hồ sơ năm 2031"):
        ask(wide, demo_server, query, ky="2031-Q1")
        assert notes(wide) == []


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "note"),
    [
        ("hồ sơ đúng hạn tháng 3 năm", "Không có báo cáo tháng 3. Số liệu dưới đây là của kỳ mới nhất có số liệu."),
        (
            "hồ sơ đúng hạn tháng 3 năm ngoái",
            "Xin ghi rõ năm thay cho “tháng 3 năm ngoái”. Số liệu dưới đây là của kỳ mới nhất có số liệu.",
        ),
        (
            "hồ sơ đúng hạn 6 tháng đầu năm nay",
            "Xin ghi rõ năm thay cho “6 tháng đầu năm nay”. Số liệu dưới đây là của kỳ mới nhất có số liệu.",
        ),
        ("quý I năm trước", "Xin ghi rõ năm thay cho “quý I năm trước”."),
    ],
)
def test_a_year_that_is_no_number_is_asked_for(wide: Page, demo_server: str, query: str, note: str) -> None:
    links = ask(wide, demo_server, query)
    assert notes(wide) == [note]
    assert bool(links) == ("hồ sơ" in query)
    expect(wide.locator(".search-page__sections")).to_have_count(0)


def test_a_period_whose_year_is_still_typed_is_one_of_any_year(demo_engine: SearchEngine) -> None:
    for query in ("hồ sơ đúng hạn quý I năm", "hồ sơ đúng hạn quý I", "hồ sơ đúng hạn Q1"):
        assert ask_one(demo_engine, query).links[0] == "bao-cao/2032-q1/#dong-ho-so-dung-han-ty-le"
    answer = ask_one(demo_engine, "hồ sơ đúng hạn 6 tháng đầu năm")
    assert answer.links[0] == "bao-cao/2032-s1/#dong-ho-so-dung-han-ty-le"


@pytest.mark.browser
@pytest.mark.parametrize("kind", ["thuat-ngu", "trang", "van-ban"])
def test_what_no_older_report_has_is_not_looked_for_there(wide: Page, demo_server: str, kind: str) -> None:
    asked: list[str] = []
    wide.on("request", lambda request: asked.append(request.url))
    ask(wide, demo_server, "bat thuong gia vang", loai=kind)
    assert [url for url in asked if re.search("/index/(ky|tu|vb|quyen)", url)] == []
    expect(older(wide)).to_have_count(0)
    assert notes(wide) == ["Không có kết quả trong phạm vi đã chọn; xin thử bỏ bớt điều kiện lọc."]
