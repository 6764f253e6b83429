"""Why a cell is blank follows from what is printed and from hard relations; a query, a note, a guess decide nothing."""

from dataclasses import replace
from decimal import Decimal

import pytest

from macros.agreement.blanks import reasons
from macros.reading.relation_lines import parse_relation
from macros.record import Blank, Observation, ReportKey, Status, series_key
from macros.record.relation import Relation, RelationType
from tests.good_project import good_catalogue

FIGURE = next(
    row
    for row in good_catalogue().reports_by_key[ReportKey.parse("2031-S1")].observations
    if row.indicator.id == "ho-so-tiep-nhan"
)


def row(
    id: str, value: str | None = None, parent: str | None = None, label: str = "Số việc", **more: object
) -> Observation:
    indicator = replace(FIGURE.indicator, id=id, parent=parent, label=label)
    status = Status.REPORTED if value is not None else more.pop("status", Status.NOT_REPORTED)
    return replace(
        FIGURE, indicator=indicator, value=Decimal(value) if value is not None else None, status=status, note=None
    )  # type: ignore[arg-type]


def law(line: str, type: RelationType = RelationType.HARD) -> Relation:
    return replace(parse_relation("thu", line), type=type)


@pytest.mark.parametrize(
    ("rows", "relations", "expected"),
    [
        ([row("a", "0"), row("b")], [law("a = 0 => b")], {"b": Blank.HEAD_IS_ZERO}),
        ([row("a", "0"), row("b")], [law("a = 0 => b", RelationType.QUERY)], {"b": Blank.GAP}),
        ([row("a", "2"), row("b")], [law("a = 0 => b")], {"b": Blank.GAP}),
        ([row("a", "0"), row("b")], [law("b <= a")], {"b": Blank.HEAD_IS_ZERO}),
        ([row("a", "0"), row("b")], [law("a <= b")], {"b": Blank.GAP}),
        ([row("a", "0"), row("b"), row("c")], [law("a = b + c")], {"b": Blank.HEAD_IS_ZERO, "c": Blank.HEAD_IS_ZERO}),
        ([row("a", "0"), row("b"), row("c")], [law("a = b - c")], {"b": Blank.GAP, "c": Blank.GAP}),
        # From one to the next, and only where all that decides is 0.
        (
            [row("a", "0"), row("b"), row("c")],
            [law("a = 0 => b"), law("c <= b")],
            {"b": Blank.HEAD_IS_ZERO, "c": Blank.HEAD_IS_ZERO},
        ),
        ([row("a", "0"), row("b", "1"), row("c")], [law("c <= a + b")], {"c": Blank.GAP}),
        ([row("a", "0"), row("b")], [law('a."# việc" = 0 => b')], {"b": Blank.GAP}),
        # What the form asks for only if there is any.
        ([row("a", label="Số việc (nếu có)")], [], {"a": Blank.IF_ANY}),
        ([row("a", label="Việc (Nếu có)"), row("b", parent="a")], [], {"a": Blank.IF_ANY, "b": Blank.IF_ANY}),
        ([row("a", "0", label="Việc (nếu có)"), row("b", parent="a")], [], {"b": Blank.HEAD_IS_ZERO}),
        ([row("a", "6", label="Việc (nếu có)"), row("b", parent="a")], [], {"b": Blank.GAP}),
        ([row("a", label="Việc (nếu có)"), row("b")], [law("b <= a")], {"a": Blank.IF_ANY, "b": Blank.IF_ANY}),
        ([row("a", "0"), row("b", parent="a")], [], {"b": Blank.GAP}),
        # What the report says comes first.
        ([row("a", "0"), row("b", status=Status.PENDING)], [law("a = 0 => b")], {"b": Blank.PENDING}),
        ([row("a", status=Status.NOT_APPLICABLE, label="Việc (nếu có)")], [], {"a": Blank.NOT_APPLICABLE}),
    ],
)
def test_a_blank_is_told_apart_by_what_is_printed(
    rows: list[Observation], relations: list[Relation], expected: dict[str, Blank]
) -> None:
    assert reasons(rows, relations) == {series_key(id): blank for id, blank in expected.items()}
