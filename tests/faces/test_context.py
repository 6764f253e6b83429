"""Above figures stands one sentence: whose they are, of which period, how final, and what became of the agency."""

import datetime
from dataclasses import replace

import lxml.html
import pytest

from macros import vietnamese
from macros.faces.agency_face import agency_face, agency_facts
from macros.faces.linked_text import plain
from macros.faces.parts import context_face
from macros.faces.report_summary_face import report_summary_face
from macros.loading.assembly import load_catalogue
from macros.outputs.html.renderer import Renderer
from macros.record import Catalogue, Publisher, Report, ReportKey, ReportStatus
from tests.conftest import ROOT
from tests.good_project import good_catalogue
from tests.whole_pages import whole_pages

FIRST = (
    "Số liệu 6 tháng đầu năm 2022 của Ban Quản lý các khu công nghiệp tỉnh Sóc Trăng, theo bản dự thảo năm 2022 "
    "chưa được xác nhận. Từ 01/7/2025, tỉnh Sóc Trăng thuộc thành phố Cần Thơ."
)


def line(report: Report, catalogue: Catalogue) -> str:
    return plain(context_face(report, catalogue).figures)


def lines(html: str) -> list[str]:
    found = lxml.html.fromstring(f"<div>{html}</div>").xpath(".//p[@class='context']")
    return [" ".join(part.text_content().split()) for part in found]


def blocks(renderer: Renderer, report: Report) -> list[str]:
    """What authors place on a page of a report, and of all of them."""
    summary = report_summary_face(report, renderer.catalogue)
    return [renderer.html("report_head", "", report=report), renderer.html("report_summary", "", face=summary)]


@pytest.fixture(scope="module")
def first() -> Catalogue:
    return load_catalogue(ROOT)


def test_every_page_with_figures_of_the_first_report_has_the_same_sentence_once(first: Catalogue) -> None:
    renderer, report = Renderer(first), first.latest
    told = {page.address: lines(page.html) for page in whole_pages(renderer)}
    beginnings = ("chi-tieu/", "nhom/", "bao-cao/2022-s1/chat-luong/")
    wanted = {address for address in told if address.startswith(beginnings) and address != "chi-tieu/"}
    assert {address for address, found in told.items() if found} == wanted
    assert {tuple(found) for found in told.values() if found} == {(FIRST,)}
    for block in blocks(renderer, report):
        assert lines(block) == [FIRST]


@pytest.mark.parametrize("contact", [None, "Điện thoại 0123 456 789"])
def test_every_page_with_figures_says_once_whom_to_write_to_or_that_nobody_is_known(
    first: Catalogue, contact: str | None
) -> None:
    assert first.publisher
    renderer = Renderer(replace(first, publisher=replace(first.publisher, contact=contact)))
    pages = [page.html for page in whole_pages(renderer)]
    pages += blocks(renderer, first.latest)
    said = f"Góp ý về số liệu: {contact}." if contact else "Trang web chưa có địa chỉ liên hệ."
    counted = {html.count(said) for html in pages if lines(html)}
    assert counted == {1}
    assert not [html for html in pages if not contact and "#lien-he" in html]


def test_an_issued_report_of_an_agency_that_stands_says_whose_and_when() -> None:
    made = good_catalogue()
    made = replace(made, agency=replace(made.agency, validity_note=None))
    report = made.reports_by_key[ReportKey.parse("2031-S1")]
    assert report.status is ReportStatus.PUBLISHED
    assert line(report, made) == "Số liệu 6 tháng đầu năm 2031 của Cơ quan ví dụ (bịa đặt để kiểm thử)."


@pytest.mark.parametrize(
    ("date", "printed", "draft"),
    [
        (None, "ngày tháng năm 2032", "bản dự thảo năm 2032"),
        (datetime.date(2032, 1, 5), None, "bản dự thảo năm 2032"),
        (None, None, "bản dự thảo"),
        (None, "ngày … tháng … năm …", "bản dự thảo"),
    ],
)
def test_a_draft_is_of_the_year_that_it_is_dated_with(
    date: datetime.date | None, printed: str | None, draft: str
) -> None:
    made = good_catalogue()
    report = replace(made.latest, status=ReportStatus.DRAFT, date=date, printed_date=printed)
    agency = "Cơ quan ví dụ (bịa đặt để kiểm thử)"
    period = vietnamese.inside(report.period.label)
    said = f"Số liệu {period} của {agency}, theo {draft} chưa được xác nhận. Cơ quan này không có thật."
    assert line(report, made) == said


def agency(catalogue: Catalogue) -> str:
    return Renderer(catalogue).html("agency", "gioi-thieu/", face=agency_facts(agency_face(catalogue)))


def facts(catalogue: Catalogue) -> dict[str, str]:
    root = lxml.html.fromstring(
        Renderer(catalogue).html("agency", "gioi-thieu/", face=agency_facts(agency_face(catalogue)))
    )
    assert len(root.xpath("//*[@id='lien-he']")) == 1
    return {dt.text_content(): " ".join(dt.getnext().text_content().split()) for dt in root.iter("dt")}


def test_the_first_agency_is_told_with_what_is_known_of_it_and_no_more(first: Catalogue) -> None:
    assert facts(first) == {
        "Cơ quan báo cáo": "Ban Quản lý các khu công nghiệp tỉnh Sóc Trăng",
        "Địa bàn": "tỉnh Sóc Trăng",
        "Sáp nhập, đổi tên": "Từ 01/7/2025, tỉnh Sóc Trăng thuộc thành phố Cần Thơ. "
        "Căn cứ: Nghị quyết số 202/2025/QH15.",
        "Cơ quan kế thừa": "Chưa xác định được cơ quan kế thừa.",
        "Nguồn": first.agency.sources[0].text,
        "Liên hệ cơ quan": "Báo cáo không nêu thông tin liên hệ.",
        "Quản lý trang web": "Ban biên tập trang web",
        "Liên hệ về trang web": "Trang web chưa có địa chỉ liên hệ.",
    }


@pytest.mark.parametrize(
    ("publisher", "told"),
    [
        (None, (None, "Trang web chưa có địa chỉ liên hệ.")),
        (Publisher("Văn phòng", "a@vi-du.example", None), ("Văn phòng", "a@vi-du.example")),
        (Publisher("Văn phòng", None, "Đang lập hộp thư."), ("Văn phòng", "Đang lập hộp thư.")),
        (Publisher("Văn phòng", None, None), ("Văn phòng", "Trang web chưa có địa chỉ liên hệ.")),
    ],
)
def test_who_keeps_the_website_has_a_contact_or_that_there_is_none_is_said(
    publisher: Publisher | None, told: tuple[str | None, str]
) -> None:
    found = facts(replace(good_catalogue(), publisher=publisher))
    assert (found.get("Quản lý trang web"), found["Liên hệ về trang web"]) == told


@pytest.mark.parametrize("contact", [None, "Điện thoại 0123 456 789"])
def test_the_page_about_the_site_asks_for_links_only_where_somebody_can_be_written_to(contact: str | None) -> None:
    made = replace(good_catalogue(), publisher=Publisher("Văn phòng", contact, None))
    made = replace(made, agency=replace(made.agency, contact=None))
    assert ("Khi báo số liệu" in agency(made)) is bool(contact)


def test_the_next_period_is_told_where_a_schedule_is_known_alone(first: Catalogue) -> None:
    assert "Kỳ tiếp theo" not in Renderer(first).html("report_head", "", report=first.latest)
