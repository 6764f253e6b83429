"""Whoever reads something of a report is noted, however it was come by; whoever asks a memo has read what it did."""

from dataclasses import fields, replace
from decimal import Decimal

import pytest

from macros.faces.derived import Derived
from macros.outputs.html.renderer import Renderer
from macros.record import Report, ReportKey
from macros.record.reads import Memo, Read, ReadKind, noted
from macros.record.report import BODY, DETAILS, HEAD, StoredBody
from tests.comparing.reports import ROWS, report
from tests.good_project import good_catalogue

MADE = good_catalogue()
ROW = next(iter(ROWS))
FIRST, LATER = (MADE.reports_by_key[ReportKey.parse(text)] for text in ("2031-S1", "2031-A1"))
OF_FIRST, OF_LATER = Read(ReadKind.REPORT, "2031-S1"), Read(ReadKind.REPORT, "2031-A1")


def test_every_field_is_of_the_head_the_details_or_the_body() -> None:
    assert sorted((*HEAD, *DETAILS, *BODY)) == sorted(field.name for field in fields(Report))


@pytest.mark.parametrize("name", [*HEAD, "key", "printed_number", "persons"])
def test_by_its_head_a_report_is_known_and_nobody_has_read_it(name: str) -> None:
    with noted() as reads:
        getattr(FIRST, name)
    assert reads == set()


@pytest.mark.parametrize("name", [*DETAILS, *BODY, "by_key", "rates", "failing_checks", "questions_at", "gaps"])
def test_whatever_else_is_asked_for_is_read_each_time(name: str) -> None:
    for _ in range(2):
        with noted() as reads:
            getattr(FIRST, name)
        assert reads == {OF_FIRST}


def test_who_is_around_has_read_what_was_read_inside() -> None:
    with noted() as outer:
        with noted() as first:
            len(FIRST.observations)
        with noted() as second:
            len(LATER.observations)
    assert (first, second, outer) == ({OF_FIRST}, {OF_LATER}, {OF_FIRST, OF_LATER})


def test_a_memo_hands_on_what_its_first_reader_had_read() -> None:
    asked = []
    memo = Memo(lambda key: asked.append(key) or len(FIRST.observations))
    for _ in range(2):
        with noted() as reads:
            assert memo("x") == len(FIRST.observations)
        assert reads == {OF_FIRST}
    assert asked == ["x"]


def test_a_memo_of_the_newest_forgets_the_oldest_and_what_was_read_for_it() -> None:
    memo = Memo(lambda key: len((FIRST if key == "first" else LATER).observations), most=1)
    for key, of in (("first", OF_FIRST), ("later", OF_LATER), ("later", OF_LATER), ("first", OF_FIRST)):
        with noted() as reads:
            memo(key)
        assert reads == {of}


def test_the_columns_of_a_table_are_of_all_its_reports_for_everyone() -> None:
    years = [report(f"{year}-A1", {ROW: Decimal(year)}) for year in (2033, 2032, 2031)]
    renderer = Renderer(replace(MADE, reports=tuple(years)))
    for _ in range(2):
        with noted() as reads:
            columns = renderer.change_columns(years[0], chosen=True)
        assert [str(column.before.key) for column in columns] == ["2032-A1", "2031-A1"]
        assert reads == {Read(ReadKind.REPORT, str(year.key)) for year in years}


def test_a_comparison_that_is_known_is_of_both_reports_for_everyone() -> None:
    derived = Derived(MADE)
    for _ in range(2):
        with noted() as reads:
            derived.comparison(FIRST, LATER)
        assert reads == {OF_FIRST, OF_LATER}


def test_what_git_tells_is_read_report_by_report() -> None:
    history = replace(MADE.history, reports={FIRST.key: None, LATER.key: None})  # type: ignore[dict-item]
    with noted() as reads:
        history.reports.get(FIRST.key)
    assert reads == {Read(ReadKind.HISTORY, "2031-S1")}
    with noted() as reads:
        assert ReportKey.parse("2030-S1") not in history.reports
    assert reads == {Read(ReadKind.HISTORY, "2030-S1")}
    with noted() as reads:
        list(history.reports.values())
    assert reads == {Read(ReadKind.HISTORY, "2031-S1"), Read(ReadKind.HISTORY, "2031-A1")}


def test_a_body_is_brought_in_by_the_first_who_asks_for_it() -> None:
    brought = []

    def load() -> dict[str, object]:
        brought.append(True)
        return {name: getattr(FIRST, name) for name in BODY}

    known = {name: getattr(FIRST, name) for name in (*HEAD, *DETAILS)}
    stored = Report.stored(known, StoredBody(b"digest", FIRST.persons, load))
    assert (stored.title, stored.revisions, brought) == (FIRST.title, FIRST.revisions, [])
    assert stored.by_key == FIRST.by_key
    assert stored == FIRST
    assert brought == [True]
