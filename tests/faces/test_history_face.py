"""What is told of every revision of every report, whole: the page and the feed have the same."""

import datetime
from dataclasses import replace
from decimal import Decimal

from macros.faces import revision_text
from macros.faces.derived import Derived
from macros.faces.edition_face import EditionFace, RevisedRowFace, edition_face
from macros.faces.history_face import HistoryFace, YearFace, history_years_face
from macros.faces.linked_text import Part
from macros.faces.series_pages import SeriesPages
from macros.record import (
    Catalogue,
    Edition,
    FigureChange,
    Indicator,
    Observation,
    Recording,
    ReportHistory,
    ReportKey,
    Revision,
    Standing,
)
from tests.comparing.reports import report
from tests.good_project import good_catalogue

SECOND = EditionFace(
    number="2031-S1/v2",
    address="bao-cao/2031-s1/v2/",
    anchor="2031-s1-v2",
    report="Báo cáo 6 tháng đầu năm 2031",
    revision="lần 2, ngày 02/7/2031",
    standing=Standing.UNRECORDED,
    kind="Chưa rõ số liệu thay đổi",
    reason="Sửa số hồ sơ đúng hạn",
    document=Part("Quyết định số 07/QĐ-CQVD ngày 02/7/2031", "van-ban/07-qd-cqvd-2031/"),
    known="Không có dữ liệu lịch sử để đối chiếu",
    rows=None,
    declared=datetime.date(2031, 7, 2),
    recorded=None,
)
FIRST = replace(
    SECOND,
    number="2031-S1/v1",
    address="bao-cao/2031-s1/v1/",
    anchor="2031-s1-v1",
    revision="lần 1, ngày 20/6/2031",
    standing=Standing.LOST,
    reason="Công khai lần đầu",
    document=None,
    declared=datetime.date(2031, 6, 20),
)
RECORDED = datetime.datetime(2031, 7, 3, 1, tzinfo=datetime.UTC)


def with_pages(catalogue: Catalogue) -> tuple[Catalogue, SeriesPages]:
    return catalogue, Derived(catalogue).series_pages


def test_the_page_of_a_project_that_git_does_not_keep() -> None:
    assert Derived(good_catalogue()).history == HistoryFace(
        incomplete=(
            "Không có dữ liệu lịch sử khi dựng trang web này: chưa rõ ngày công bố từng số liệu. "
            "Trang chỉ nêu những gì báo cáo ghi."
        ),
        unreadable=(),
        years=(YearFace("2031", (SECOND, FIRST)),),
        drafts=(Part("Báo cáo năm 2031", "bao-cao/2031-a1/"),),
    )


def edition(*rows: tuple[str, int, int]) -> Edition:
    """A revision of a report that changed these rows from one number to another."""

    def figure(row: str, value: int) -> tuple[Indicator, Observation]:
        (made,) = report("2031-S1", {row: Decimal(value)}).observations
        return made.indicator, made

    changes = [(figure(row, before), figure(row, after)) for row, before, after in rows]
    recording = Recording(ReportKey.parse("2031-S1"), "a" * 40, "b" * 40, RECORDED)
    return Edition(
        ReportKey.parse("2031-S1"),
        Revision(2, datetime.date(2031, 7, 2), "Sửa số", "khong-co"),
        Standing.RECORDED,
        recording,
        tuple(FigureChange(row, before, after) for (row, before), (_, after) in changes),
    )


def test_a_revision_says_what_it_changed_on_the_page_and_in_one_line() -> None:
    face = edition_face(edition(("ho-so-tiep-nhan", 48, 51)), *with_pages(good_catalogue()))
    assert face == replace(
        SECOND,
        standing=Standing.RECORDED,
        kind="Đính chính",
        reason="Sửa số",
        # The register does not have what the revision names.
        document=None,
        known="Lưu vào hệ thống ngày 03/7/2031; 1 số liệu thay đổi",
        rows=(
            RevisedRowFace(
                where="I.1",
                name=Part("Số hồ sơ tiếp nhận", "chi-tieu/ho-so-tiep-nhan/#lich-su", printed=True),
                values="48 → 51\N{NO-BREAK SPACE}hồ sơ",
                fate="đính chính; tăng 3\N{NO-BREAK SPACE}hồ sơ, tức 6,3%",
                sentence=(
                    "I.1 Số hồ sơ tiếp nhận: 48 → 51\N{NO-BREAK SPACE}hồ sơ "
                    "(đính chính; tăng 3\N{NO-BREAK SPACE}hồ sơ, tức 6,3%)"
                ),
            ),
        ),
        recorded=RECORDED,
    )


def test_a_revision_that_changed_nothing_has_no_rows() -> None:
    assert edition_face(edition(), *with_pages(good_catalogue())).rows == ()


def test_page_and_feed_tell_of_the_same_revisions() -> None:
    derived = Derived(good_catalogue())
    told = [edition for year in derived.history.years for edition in year.editions]
    public = revision_text.public_editions(derived.catalogue.history.editions)
    assert (
        told
        == [edition_face(edition, derived.catalogue, derived.series_pages) for edition in public]
        == [SECOND, FIRST]
    )


def test_of_many_reports_the_page_has_the_newest_revisions_and_each_year_a_page_with_all_of_its_reports() -> None:
    """A revision is told of on the page of its report's year, whenever it was made."""
    made = good_catalogue()
    first, *_ = made.history.editions
    keys = [ReportKey.parse(f"{2031 + n // 26}-W{n % 26 * 2 + 1:02}") for n in range(130)]
    reports = tuple(report(str(key), {}) for key in reversed(keys))
    late = replace(first, revision=replace(first.revision, date=datetime.date(2036, 1, 1)), standing=Standing.RECORDED)
    histories = {key: ReportHistory((replace(late, report=key),), {}) for key in keys}
    derived = Derived(replace(made, reports=reports, history=replace(made.history, reports=histories)))
    face = derived.history
    assert sum(len(year.editions) for year in face.years) == 100
    assert face.by_report is not None
    assert [page.link.address for page in face.by_report.pages] == [
        f"lich-su-sua-doi/nam-{year}/" for year in range(2035, 2030, -1)
    ]
    assert derived.entry(replace(late, report=keys[0])) == "lich-su-sua-doi/nam-2031/#2031-w01-v1"
    spans = [span for span, _ in derived.report_spans]
    pages = [
        history_years_face(span, found, derived.catalogue, spans, derived.series_pages)
        for span, found in derived.report_spans
    ]
    assert [sum(len(year.editions) for year in page.years) for page in pages] == [26] * 5
    few = Derived(replace(derived.catalogue, reports=reports[:60]))
    assert few.entry(replace(late, report=keys[-1])) == "lich-su-sua-doi/#2035-w51-v1"
