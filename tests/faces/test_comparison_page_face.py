"""What the pages say that hold reports against each other, whole."""

from dataclasses import replace
from decimal import Decimal

from macros import vietnamese
from macros.comparing.change_set import ChangeSet
from macros.comparing.comparison import ChangeKind, Comparison, compare
from macros.faces.changes_face import ChangeFace, ComparisonFace, NotesFace, ReviewFace, comparison_face, review_face
from macros.faces.comparison_page_face import (
    ChooserFace,
    ComparisonPageFace,
    PeriodFormFace,
    PublishedComparisonFace,
    chooser_face,
    comparison_page_face,
)
from macros.faces.derived import Derived
from macros.faces.linked_text import Part, plain
from macros.record import Catalogue, Report, Status
from macros.wording import comparison as wording
from tests.comparing.reports import report
from tests.comparing.test_precision import PART, WHOLE
from tests.good_project import good_catalogue

FORM = PeriodFormFace(
    periods=(("2031-A1", "Năm 2031"), ("2031-S1", "6 tháng đầu năm 2031")), before="2031-S1", after="2031-A1"
)
NAMES = {key.indicator: name for key, name in good_catalogue().names.items()}


def compared(before: Report, after: Report) -> Comparison:
    return compare(before, after, good_catalogue().indicators)


def chosen(made: Catalogue) -> ChooserFace:
    return chooser_face(made, Derived(made).report_spans)


def with_reports(*newest_first: Report) -> Catalogue:
    return replace(good_catalogue(), reports=newest_first)


def test_the_page_of_a_report_that_nothing_can_be_held_against() -> None:
    made = good_catalogue()
    assert comparison_page_face(made.latest, made, compared) == ComparisonPageFace(
        title="So sánh, Báo cáo năm 2031",
        description="Số liệu năm 2031 so với kỳ trước và cùng kỳ năm trước.",
        heading="So sánh: năm 2031",
        report=Part("Báo cáo năm 2031", "bao-cao/2031-a1/"),
        comparisons=(),
        form=FORM,
        has_all=True,
    )


def test_a_report_is_held_against_the_period_before_and_the_same_of_last_year_once_each() -> None:
    last_year, before, now = (report(period, {WHOLE: Decimal(40)}) for period in ("2030-Q2", "2031-Q1", "2031-Q2"))

    def face(*reports: Report) -> list[tuple[str, str, str]]:
        found = comparison_page_face(now, with_reports(now, *reports), compared).comparisons
        return [(one.heading, one.anchor, one.file) for one in found]

    to_before = ("So với kỳ trước: quý I năm 2031", "ky-truoc", "api/v1/comparisons/2031-Q1.2031-Q2.csv")
    to_last = ("So với cùng kỳ năm trước: quý II năm 2030", "cung-ky", "api/v1/comparisons/2030-Q2.2031-Q2.csv")
    assert face(before, last_year) == [to_before, to_last]
    assert face(before) == [to_before]
    assert face(last_year) == [to_last]


def test_a_comparison_of_two_periods() -> None:
    before = report("2030-S1", {WHOLE: Decimal(40), PART: (Decimal(3), "Một"), "bo-nhiem": Decimal(1)})
    after = report("2031-S1", {WHOLE: Decimal(51), PART: Decimal(3), "bo-nhiem": Status.NOT_REPORTED})
    face = comparison_page_face(after, with_reports(after, before), compared)
    assert face.form == PeriodFormFace(
        (("2031-S1", "6 tháng đầu năm 2031"), ("2030-S1", "6 tháng đầu năm 2030")), "2030-S1", "2031-S1"
    )
    assert face.comparisons == (
        PublishedComparisonFace(
            heading="So với cùng kỳ năm trước: 6 tháng đầu năm 2030",
            anchor="cung-ky",
            file="api/v1/comparisons/2030-S1.2031-S1.csv",
            largest=(),
            compared=comparison_face(compared(before, after), good_catalogue()),
        ),
    )
    assert face.comparisons[0].compared == ComparisonFace(
        title="Báo cáo 6 tháng đầu năm 2030 → 6 tháng đầu năm 2031",
        caution="",
        summary="1 chỉ tiêu tăng; 1 chỉ tiêu kỳ này để trống; 1 chỉ tiêu chỉ đổi ghi chú.",
        caption="Báo cáo 6 tháng đầu năm 2030 → 6 tháng đầu năm 2031: các chỉ tiêu có thay đổi",
        changes=(
            ChangeFace(
                indicator=WHOLE,
                kind=ChangeKind.ROSE,
                size="27.5000",
                where="I.1",
                name=Part(NAMES[WHOLE], f"chi-tieu/{WHOLE}/", printed=True),
                sign="▲",
                label="Tăng",
                opens=None,
                values="40 → 51\N{NO-BREAK SPACE}hồ sơ",
                explanation="tăng 11\N{NO-BREAK SPACE}hồ sơ, tức 27,5%",
                notes=None,
            ),
            ChangeFace(
                indicator=PART,
                kind=ChangeKind.NOTE_ONLY,
                size="0.0000",
                where="I.1",
                name=Part(NAMES[PART], f"chi-tieu/{PART}/", printed=True),
                sign="",
                label="Chỉ đổi ghi chú",
                opens=ChangeKind.NOTE_ONLY,
                values="3\N{NO-BREAK SPACE}hồ sơ",
                explanation="",
                notes=NotesFace(good_catalogue().indicators[PART].title, "Một", ""),
            ),
            ChangeFace(
                indicator="bo-nhiem",
                kind=ChangeKind.BECAME_NOT_REPORTED,
                size="-1.0000",
                where="II.1",
                name=Part(NAMES["bo-nhiem"], "chi-tieu/bo-nhiem/", printed=True),
                sign="",
                label="Kỳ này để trống",
                opens=ChangeKind.BECAME_NOT_REPORTED,
                values="1\N{NO-BREAK SPACE}người → báo cáo để trống",
                explanation="",
                notes=None,
            ),
        ),
    )


def test_a_review_is_a_page_of_its_own_without_links() -> None:
    before = report("2031-S1", {WHOLE: Decimal(40)})
    after = report("2031-S1", {WHOLE: (Decimal(51), "Sửa")})
    found = ChangeSet((good_catalogue().latest,), (before,), (compared(before, after),))
    face = review_face(found, good_catalogue())
    assert (face.added, face.removed) == (("Năm 2031",), ("6 tháng đầu năm 2031",))
    ((change,),) = (comparison.changes for comparison in face.comparisons)
    assert change.name == Part(NAMES[WHOLE], printed=True)
    assert (change.kind, change.opens) == (ChangeKind.REVISED, None)
    assert change.notes == NotesFace(good_catalogue().indicators[WHOLE].title, "", "Sửa")
    assert review_face(ChangeSet((), (), ()), good_catalogue()) == ReviewFace((), (), ())


def test_the_page_for_any_two_periods() -> None:
    assert chosen(good_catalogue()) == ChooserFace(
        form=FORM,
        by_year=None,
        terms=tuple((kind, vietnamese.inside(wording.KIND_LABELS[kind])) for kind in wording.KIND_MEANINGS),
        ready=(
            Part("Báo cáo năm 2031, so với kỳ trước và cùng kỳ năm trước", "bao-cao/2031-a1/so-sanh/"),
            Part("Báo cáo 6 tháng đầu năm 2031, so với kỳ trước và cùng kỳ năm trước", "bao-cao/2031-s1/so-sanh/"),
        ),
        earlier=(),
    )
    alone = chosen(with_reports(good_catalogue().latest))
    assert (alone.form, alone.by_year) == (None, None)


def test_of_many_reports_a_period_is_chosen_by_its_place_and_its_year() -> None:
    """The form has no line for each report, nor does the list of pages below it."""
    months = [f"{year}-M{month:02}" for year in range(2040, 2030, -1) for month in range(12, 0, -1)]
    made = with_reports(report("2041-A1", {}), report("2041-W53", {}), *(report(month, {}) for month in months))
    face = chosen(made)
    assert face.form is None
    assert face.by_year is not None
    places = ("Cả năm", "Tháng 12", "Tuần 53", *(f"Tháng {month}" for month in range(11, 0, -1)))
    assert tuple(name for _, name in face.by_year.places) == places
    assert dict(face.by_year.places)["M07"] == "Tháng 7"
    assert face.by_year.years == tuple(map(str, range(2041, 2030, -1)))
    assert {*face.by_year.before, *face.by_year.after} <= {*face.by_year.years, *dict(face.by_year.places)}
    assert len(face.ready) == 2 + 8 * 12
    assert plain(face.earlier).startswith("Báo cáo của các năm trước: mở báo cáo trong danh sách báo cáo")
    assert [part.address for part in face.earlier if part.address] == ["bao-cao/"]


def test_a_page_offers_no_more_periods_than_a_reader_looks_through() -> None:
    reports = [report(f"{year}-S1", {WHOLE: Decimal(year)}) for year in range(2060, 2000, -1)]
    made = with_reports(*reports)
    face = comparison_page_face(reports[30], made, compared)
    assert face.form is not None
    assert not face.has_all
    assert len(face.form.periods) == 24
    assert face.form.after == "2030-S1"
