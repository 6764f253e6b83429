"""The semantic difference: every class, and the laws that hold for any two reports."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros import kinds
from macros.comparing.comparability import Unlike
from macros.comparing.comparison import Change, ChangeKind, Comparison, by_size, compare
from macros.kinds import Code
from macros.record import Break, Observation, Part, Period, Report, SeriesKey, Status, series_key
from tests.comparing.reports import ROWS, Figure, redefined, report
from tests.good_project import good_catalogue

YES, NO = (good_catalogue().code_lists["co-khong"].code(code) for code in ("1", "0"))
BLANKS = [Status.NOT_REPORTED, Status.NOT_APPLICABLE, Status.PENDING]
D = Decimal


def compared(before: Report, after: Report) -> Comparison:
    return compare(before, after, good_catalogue().indicators)


def only(before: Report, after: Report) -> Change:
    (change,) = compared(before, after).changes
    return change


@pytest.mark.parametrize(
    ("id", "before", "after", "kind", "difference"),
    [
        ("ho-so-tiep-nhan", D(40), D(51), ChangeKind.ROSE, D(11)),
        ("ho-so-tiep-nhan", D(51), D(40), ChangeKind.FELL, D(-11)),
        ("ho-so-tiep-nhan", D(0), D(51), ChangeKind.ROSE, D(51)),
        ("ho-so-tiep-nhan", D(51), D(51), ChangeKind.UNCHANGED, D(0)),
        ("ho-so-dung-han-ty-le", D("43.75"), D("50.0"), ChangeKind.ROSE, D("6.25")),
        ("ho-so-dung-han-ty-le", D("43.7"), D("43.70"), ChangeKind.UNCHANGED, D(0)),
        ("ho-so-tiep-nhan", Status.NOT_REPORTED, D(0), ChangeKind.APPEARED, None),
        ("ho-so-tiep-nhan", D(0), Status.NOT_REPORTED, ChangeKind.BECAME_NOT_REPORTED, None),
        ("ho-so-tiep-nhan", D(7), Status.NOT_APPLICABLE, ChangeKind.BECAME_NOT_APPLICABLE, None),
        ("ho-so-tiep-nhan", D(7), Status.PENDING, ChangeKind.BECAME_PENDING, None),
        ("ho-so-tiep-nhan", Status.PENDING, Status.NOT_REPORTED, ChangeKind.BECAME_NOT_REPORTED, None),
        ("ho-so-tiep-nhan", Status.PENDING, Status.PENDING, ChangeKind.UNCHANGED, None),
        ("phan-anh-niem-yet", NO, YES, ChangeKind.CODE_CHANGED, None),
        ("phan-anh-niem-yet", NO, NO, ChangeKind.UNCHANGED, None),
        ("phan-anh-noi-dung", "Một", "Hai", ChangeKind.TEXT_CHANGED, None),
        ("ho-so-tiep-nhan", (D(7), "Cũ"), (D(7), "Mới"), ChangeKind.NOTE_ONLY, D(0)),
        ("ho-so-tiep-nhan", (D(7), "Cũ"), (D(8), "Mới"), ChangeKind.ROSE, D(1)),
        ("ho-so-tiep-nhan", (Status.PENDING, "Cũ"), Status.PENDING, ChangeKind.NOTE_ONLY, None),
    ],
)
def test_a_row_of_two_periods(
    id: str, before: Figure, after: Figure, kind: ChangeKind, difference: Decimal | None
) -> None:
    change = only(report("2030-S1", {id: before}), report("2031-S1", {id: after}))
    assert (change.kind, change.difference, change.unlike) == (kind, difference, None)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (D(40), D(51), ChangeKind.REVISED),
        (D("43.7"), D("43.70"), ChangeKind.REVISED),
        (D(40), D(40), ChangeKind.UNCHANGED),
        (Status.NOT_REPORTED, D(40), ChangeKind.APPEARED),
    ],
)
def test_a_row_of_two_revisions(before: Figure, after: Figure, kind: ChangeKind) -> None:
    id = "ho-so-dung-han-ty-le"
    assert only(report("2031-S1", {id: before}), report("2031-S1", {id: after})).kind is kind


@pytest.mark.parametrize(
    ("before", "after", "unlike"),
    [
        (("2030-S1", True), ("2031-A1", True), Unlike.PERIOD),
        (("2031-Q1", False), ("2031-Q3", True), Unlike.CUMULATIVE),
        (("2031-Q1", None), ("2031-Q3", None), Unlike.CUMULATIVE),
        (("2030-Q3", True), ("2031-Q3", False), Unlike.CUMULATIVE),
        (("2031-Q3", True), ("2031-Q4", True), Unlike.CUMULATIVE),
        (("2031-Q1", True), ("2031-Q3", False), None),
        (("2030-Q3", None), ("2031-Q3", None), None),
        (("2030-Q3", True), ("2031-Q3", True), None),
        (("2030-S1", None), ("2031-S1", True), None),
    ],
)
def test_like_is_compared_with_like(
    before: tuple[str, bool | None], after: tuple[str, bool | None], unlike: Unlike | None
) -> None:
    id = "ho-so-tiep-nhan"
    old, new = (report(period, {id: D(n)}, cumulative=c) for n, (period, c) in enumerate((before, after)))
    change = only(old, new)
    assert change.unlike is unlike
    assert change.kind is (ChangeKind.NOT_COMPARABLE if unlike else ChangeKind.ROSE)
    assert (change.difference is None) == (unlike is not None)


def test_a_break_between_two_periods_parts_them() -> None:
    id = "ho-so-tiep-nhan"
    broken = (Break(Period.parse("2031-S1"), "Ví dụ"),)
    reports = [report(period, {id: D(7)}) for period in ("2029-S1", "2030-S1", "2031-S1", "2032-S1")]
    reports = [redefined(entry, id, breaks=broken) for entry in reports]
    kinds = [only(before, after).kind for before, after in pairwise(reports)]
    assert kinds == [ChangeKind.UNCHANGED, ChangeKind.DEFINITION_CHANGED, ChangeKind.UNCHANGED]


@pytest.mark.parametrize(
    ("fields", "kind", "unlike"),
    [
        ({"label": "Nhãn khác"}, ChangeKind.DEFINITION_CHANGED, None),
        ({"definition": "Cách tính khác"}, ChangeKind.DEFINITION_CHANGED, None),
        ({"unit": good_catalogue().units["nguoi"]}, ChangeKind.DEFINITION_CHANGED, Unlike.MEASURE),
        ({"kind": kinds.PERCENT}, ChangeKind.DEFINITION_CHANGED, Unlike.MEASURE),
        ({"documents": ("luat-vi-du-2029",)}, ChangeKind.UNCHANGED, None),
    ],
)
def test_a_definition_that_changed_between_two_revisions(
    fields: dict[str, object], kind: ChangeKind, unlike: Unlike | None
) -> None:
    before = report("2031-S1", {"ho-so-tiep-nhan": D(7)})
    change = only(before, redefined(before, "ho-so-tiep-nhan", **fields))
    assert (change.kind, change.unlike) == (kind, unlike)


def test_rows_that_came_and_went_stand_where_the_form_has_them() -> None:
    before = report("2030-S1", {"ho-so-tiep-nhan": D(1), "dao-tao": D(2), "bo-nhiem": D(3)})
    after = report("2031-S1", {"ho-so-tiep-nhan": D(1), "bo-nhiem": D(3), "phan-anh-niem-yet": YES})
    assert [(c.indicator.id, c.kind) for c in compared(before, after).changes] == [
        ("ho-so-tiep-nhan", ChangeKind.UNCHANGED),
        ("dao-tao", ChangeKind.ENDED_INDICATOR),
        ("bo-nhiem", ChangeKind.UNCHANGED),
        ("phan-anh-niem-yet", ChangeKind.NEW_INDICATOR),
    ]


@pytest.mark.parametrize(
    ("old", "kind", "converted", "unlike"),
    [
        ({"dao-tao": D(2), "bo-nhiem": D(3)}, ChangeKind.ROSE, D(203), None),
        ({"dao-tao": D(5), "bo-nhiem": D(3)}, ChangeKind.FELL, D(503), None),
        ({"dao-tao": Status.NOT_REPORTED, "bo-nhiem": D(3)}, ChangeKind.NEW_INDICATOR, None, Unlike.INCOMPLETE),
        ({"dao-tao": D(2)}, ChangeKind.NEW_INDICATOR, None, Unlike.INCOMPLETE),
        ({"ho-so-tiep-nhan": D(2)}, ChangeKind.NEW_INDICATOR, None, None),
    ],
)
def test_a_declared_conversion_is_followed(
    old: dict[str, Figure], kind: ChangeKind, converted: Decimal | None, unlike: Unlike | None
) -> None:
    id = "dao-tao-truc-tuyen"
    parts = (Part(series_key("dao-tao"), D(100)), Part(series_key("bo-nhiem"), D(1)))
    after = redefined(report("2031-S1", {id: D(300)}), id, conversion=parts)
    change = next(c for c in compared(report("2030-S1", old), after).changes if c.indicator.id == id)
    assert (change.kind, change.converted, change.unlike) == (kind, converted, unlike)


def test_a_conversion_is_followed_through_a_predecessor_s_own() -> None:
    middle = replace(ROWS["dao-tao"], conversion=(Part(series_key("bo-nhiem"), D(10)),))
    after = redefined(
        report("2033-S1", {"dao-tao-truc-tuyen": D(300)}),
        "dao-tao-truc-tuyen",
        conversion=(Part(series_key("dao-tao"), D(2)),),
    )
    before = report("2031-S1", {"bo-nhiem": D(3)})
    indicators = {**ROWS, "dao-tao": middle}
    # No row of the earlier report is the new one's own predecessor, but a predecessor's is.
    change = next(c for c in compare(before, after, indicators).changes if c.after)
    assert (change.kind, change.converted, change.difference) == (ChangeKind.ROSE, D(60), D(240))


def test_a_renamed_indicator_is_the_same_row() -> None:
    after = report("2031-S1", {"ho-so-tiep-nhan": D(8)})
    before = redefined(report("2031-S1", {"ho-so-tiep-nhan": D(7)}), "ho-so-tiep-nhan", id="ho-so-cu")
    indicators = {"ho-so-tiep-nhan": replace(ROWS["ho-so-tiep-nhan"], former_ids=("ho-so-cu",))}
    (change,) = compare(before, after, indicators).changes
    assert change.kind is ChangeKind.REVISED


def test_relative_changes_are_of_the_figure_before_and_none_for_rates() -> None:
    figures = {"ho-so-tiep-nhan": (D(40), D(51)), "kinh-phi-da-chi": (D("12.5"), D("-25")), "bo-nhiem": (D(0), D(3)),
               "ho-so-dung-han-ty-le": (D("43.75"), D(50))}  # fmt: skip
    before = report("2030-S1", {id: old for id, (old, _) in figures.items()})
    after = report("2031-S1", {id: new for id, (_, new) in figures.items()})
    comparison = compared(before, after)
    assert {c.indicator.id: c.relative for c in comparison.changes} == {
        "ho-so-tiep-nhan": D("27.5"),
        "kinh-phi-da-chi": None,
        "bo-nhiem": None,
        "ho-so-dung-han-ty-le": None,
    }
    assert [c.indicator.id for c in by_size(comparison.changes)] == [
        "bo-nhiem",
        "kinh-phi-da-chi",
        "ho-so-tiep-nhan",
        "ho-so-dung-han-ty-le",
    ]


AMOUNTS = st.decimals(min_value=0, max_value=10**7, places=2)
NOTES = st.sampled_from([None, "Một", "Hai"])


def figures_of(id: str) -> st.SearchStrategy[Figure]:
    row = ROWS[id]
    values: st.SearchStrategy[Figure]
    if row.code_list is not None:
        values = st.sampled_from(row.code_list.codes)
    else:
        values = st.sampled_from(["Chữ", "Khác"]) if row.kind is kinds.TEXT else AMOUNTS
    return st.one_of(values, st.sampled_from(BLANKS))


@st.composite
def reports(draw: st.DrawFn, period: str) -> Report:
    """Any report that has some of the rows."""
    chosen = [id for id in ROWS if draw(st.booleans())]
    made = report(period, {id: draw(figures_of(id)) for id in chosen})
    rows = tuple(replace(row, note=draw(NOTES)) for row in made.observations)
    return replace(made, observations=rows)


def applied(rows: dict[SeriesKey, Observation], comparison: Comparison) -> dict[SeriesKey, Observation]:
    """Rows with a difference applied to them."""
    result = dict(rows)
    for change in comparison.changes:
        if change.after is None:
            del result[change.key]
        else:
            result[change.key] = change.after
    return result


@given(reports("2031-S1"))
def test_the_difference_of_a_report_with_itself_is_empty(one: Report) -> None:
    assert compared(one, one).changed == ()


@given(reports("2030-S1"), reports("2031-S1"))
def test_applying_a_difference_gives_the_other(one: Report, other: Report) -> None:
    assert applied(one.by_key, compared(one, other)) == other.by_key


@given(reports("2029-S1"), reports("2030-S1"), reports("2031-S1"))
def test_differences_compose(one: Report, two: Report, three: Report) -> None:
    first, second, whole = compared(one, two), compared(two, three), compared(one, three)
    assert applied(applied(one.by_key, first), second) == applied(one.by_key, whole)
    steps = [{c.indicator.id: c.difference for c in step.changes} for step in (first, second, whole)]
    for id in set(steps[0]) & set(steps[1]) & set(steps[2]):
        parts = [step[id] for step in steps]
        if None not in parts:
            assert parts[0] + parts[1] == parts[2]  # type: ignore[operator]


MIRROR = {
    ChangeKind.ROSE: {ChangeKind.FELL},
    ChangeKind.FELL: {ChangeKind.ROSE},
    ChangeKind.NEW_INDICATOR: {ChangeKind.ENDED_INDICATOR},
    ChangeKind.ENDED_INDICATOR: {ChangeKind.NEW_INDICATOR},
    ChangeKind.APPEARED: {
        ChangeKind.BECAME_NOT_REPORTED, ChangeKind.BECAME_NOT_APPLICABLE, ChangeKind.BECAME_PENDING,
    },
}  # fmt: skip


@given(reports("2030-S1"), reports("2031-S1"))
def test_the_way_back_is_the_mirror_of_the_way(one: Report, other: Report) -> None:
    back = {change.indicator.id: change for change in compared(other, one).changes}
    for change in compared(one, other).changes:
        mirrored = back[change.indicator.id]
        assert mirrored.kind in MIRROR.get(change.kind, {mirrored.kind})
        assert (mirrored.before, mirrored.after) == (change.after, change.before)
        assert change.difference is None or mirrored.difference == -change.difference


@given(reports("2030-S1"), reports("2031-S1"))
def test_every_row_of_either_is_judged_once(one: Report, other: Report) -> None:
    keys = [change.key for change in compared(one, other).changes]
    assert sorted(keys) == sorted({*one.by_key, *other.by_key})
    assert [key for key in keys if key in other.by_key] == list(other.by_key)


@given(st.sampled_from(ROWS["phan-anh-niem-yet"].code_list.codes))  # type: ignore[union-attr]
def test_an_answer_has_no_difference(answer: Code) -> None:
    id = "phan-anh-niem-yet"
    change = only(report("2030-S1", {id: YES}), report("2031-S1", {id: answer}))
    assert (change.difference, change.relative) == (None, None)
