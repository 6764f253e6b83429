"""What a reader can do beside a figure: quote it, and write to the agency about it where it has an address."""

from dataclasses import replace
from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import lxml.html
import pytest

from macros import addresses
from macros.faces import phrases
from macros.outputs.html.renderer import Renderer
from macros.record import Publisher, ReportKey, series_key
from tests.comparing.reports import report
from tests.good_project import good_catalogue
from tests.whole_pages import whole_pages

ROW = "bo-nhiem"


def page(contact: str | None, publisher: Publisher | None = None) -> lxml.html.HtmlElement:
    """The page of an indicator of an agency with this contact, on the website of a publisher."""
    made = good_catalogue()
    made = replace(made, agency=replace(made.agency, contact=contact), publisher=publisher)
    address = addresses.indicator(made.indicators[ROW])
    html = next(page.html for page in whole_pages(Renderer(made)) if page.address == address)
    return lxml.html.fromstring(html)


def test_a_letter_about_a_figure_names_it_and_its_page() -> None:
    (link,) = page("Văn phòng, cchc@vi-du.gov.vn, điện thoại 0123").xpath("//a[@data-mail]")
    letter = urlsplit(link.get("href"))
    text = {key: value for key, (value,) in parse_qs(letter.query).items()}
    assert (letter.scheme, letter.path) == ("mailto", "cchc@vi-du.gov.vn")
    assert text["subject"] == "Góp ý về số liệu: Số người được bổ nhiệm"
    first, figure, last = text["body"].split("\n")
    assert first == f"Trang: chi-tieu/{ROW}/"
    assert figure.startswith("Năm 2031: ")
    assert last.strip() == "Nội dung góp ý:"


def test_the_publisher_of_the_website_is_written_to_before_the_agency() -> None:
    (link,) = page("cchc@vi-du.gov.vn", Publisher("Ban biên tập", "gop-y@vi-du.gov.vn", None)).xpath("//a[@data-mail]")
    assert urlsplit(link.get("href")).path == "gop-y@vi-du.gov.vn"


CONTACT_LINK = "//a[@href='../../gioi-thieu/#lien-he']"


@pytest.mark.parametrize("publisher", [None, Publisher("Ban biên tập", None, "Chưa có.")])
def test_without_an_e_mail_the_page_names_the_contact_and_leads_to_where_it_is_told(
    publisher: Publisher | None,
) -> None:
    root = page("Điện thoại 0123 456 789", publisher)
    assert root.xpath("//a[@data-mail]") == []
    assert [link.text_content().strip() for link in root.xpath(CONTACT_LINK)] == ["Liên hệ"]
    assert root.text_content().count("Góp ý về số liệu: Điện thoại 0123 456 789.") == 1
    assert "địa chỉ liên hệ" not in root.text_content()


@pytest.mark.parametrize(
    ("publisher", "told"),
    [
        (None, "Trang web chưa có địa chỉ liên hệ."),
        (Publisher("Ban biên tập", None, None), "Trang web chưa có địa chỉ liên hệ."),
        (Publisher("Ban biên tập", None, "Đang lập hộp thư."), "Đang lập hộp thư."),
    ],
)
def test_where_nobody_is_known_the_page_says_so_once_and_leads_nowhere(publisher: Publisher | None, told: str) -> None:
    root = page(None, publisher)
    assert root.text_content().count(told) == 1
    assert root.xpath(f"//a[@data-mail] | {CONTACT_LINK}") == []
    assert "Góp ý" not in root.text_content()
    assert [link.text_content() for link in root.iter("a") if "Liên hệ" in link.text_content()] == []


def test_a_quotation_has_figure_period_agency_report_and_address() -> None:
    made = good_catalogue()
    report = made.reports_by_key[ReportKey.parse("2031-S1")]
    assert phrases.quotation(report, report.by_key[series_key(ROW)], made) == (
        "Số người được bổ nhiệm: 2\u00a0người (6 tháng đầu năm 2031). Nguồn: Cơ quan ví dụ (bịa đặt để kiểm thử), "
        "báo cáo 6 tháng đầu năm 2031 (số 12/BC-CQVD). {address}, truy cập ngày {today}."
    )


def test_the_reports_that_have_a_row_are_named_inside_the_sentence() -> None:
    (fact,) = page(None).xpath("//dt[.='Có trong báo cáo']/following-sibling::dd")
    assert fact.text_content() == "từ 6 tháng đầu năm 2031"


def test_a_report_that_is_not_there_is_told_between_the_figures() -> None:
    made = good_catalogue()
    years = [report(f"{year}-A1", {ROW: Decimal(year)}) for year in (2034, 2033, 2031)]
    made = replace(made, reports=tuple(years))
    address = addresses.indicator(made.indicators[ROW])
    html = next(page.html for page in whole_pages(Renderer(made)) if page.address == address)
    table = lxml.html.fromstring(html).xpath("//table[contains(@class, 'plain--series')]/tbody/tr")
    assert [(row.get("class"), " ".join(row[0].text_content().split())) for row in table] == [
        (None, "Năm 2034"),
        (None, "Năm 2033"),
        ("series-gap", "Trang web không có báo cáo năm 2032."),
        (None, "Năm 2031"),
    ]


def test_figures_of_like_periods_stand_below_each_other() -> None:
    made = good_catalogue()
    periods = ("2034-A1", "2034-S1", "2033-A1", "2033-S1")
    made = replace(made, reports=tuple(report(period, {ROW: Decimal(7)}) for period in periods))
    address = addresses.indicator(made.indicators[ROW])
    html = next(page.html for page in whole_pages(Renderer(made)) if page.address == address)
    parts = lxml.html.fromstring(html).xpath("//table[contains(@class, 'plain--series')]/tbody")
    assert [[" ".join(row[0].text_content().split()) for row in part] for part in parts] == [
        ["Số liệu theo năm", "Năm 2034", "Năm 2033"],
        ["Số liệu theo 6 tháng", "6 tháng đầu năm 2034", "6 tháng đầu năm 2033"],
    ]
    changes = [cell.get("data-label") for part in parts for cell in part.xpath("tr[td]/td[3]")]
    assert changes == ["So với năm 2033:", None, "So với 6 tháng đầu năm 2033:", None]
