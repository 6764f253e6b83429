"""Which years share a page: by the calendar, so that a page whose years are over never changes."""

from hypothesis import given
from hypothesis import strategies as st

from macros.faces.linked_text import Part
from macros.faces.years import MOST_LISTED, Calendar, Span, first_page, span_links, turns
from tests.comparing.reports import report

YEARS = st.lists(st.integers(1945, 2145), max_size=300).map(lambda years: sorted(years, reverse=True))
CALENDARS = st.frozensets(st.integers(194, 214).map(lambda decade: decade * 10 + 1)).map(Calendar)


def test_a_decade_with_weeks_or_months_has_a_page_for_each_year() -> None:
    calendar = Calendar.of([report(period, {}) for period in ("2031-W07", "2045-Q1", "2060-M12")])
    assert [calendar.span(year) for year in (2030, 2031, 2040, 2041, 2060)] == [
        Span(2021, 2030),
        Span(2031, 2031),
        Span(2040, 2040),
        Span(2041, 2050),
        Span(2060, 2060),
    ]
    assert (Span(2031, 2031).label, Span(2041, 2050).label) == ("Năm 2031", "Giai đoạn 2041–2050")
    assert Span(2031, 2031).below("bao-cao/") == "bao-cao/nam-2031/"
    assert Span(2041, 2050).below("bao-cao/") == "bao-cao/giai-doan-2041-2050/"


@given(YEARS, CALENDARS)
def test_pages_part_a_list_and_a_newer_entry_changes_none_but_its_own(years: list[int], calendar: Calendar) -> None:
    spans = calendar.spans(years, lambda year: year)
    assert [year for _, found in spans for year in found] == years
    assert all(year in span.years for span, found in spans for year in found)
    newest = max(years, default=2000)
    (changed, _), *rest = calendar.spans([newest, *years], lambda year: year)
    assert [span for span in spans if span[0] != changed] == rest


@given(YEARS, CALENDARS)
def test_the_first_page_has_whole_years_and_no_more_than_it_has_room_for(years: list[int], calendar: Calendar) -> None:
    spans = calendar.spans(years, lambda year: year)
    shown = first_page(spans)
    entries = sum(len(found) for _, found in spans[:shown])
    assert shown >= min(1, len(spans))
    assert shown <= 1 or entries <= MOST_LISTED
    assert shown == len(spans) or entries + len(spans[shown][1]) > MOST_LISTED


def test_what_stood_on_the_page_of_all_is_still_found_there() -> None:
    spans = [(Span(2031, 2033), "abc"), (Span(2030, 2030), "d")]
    first, second = span_links("bao-cao/", spans, "({count} báo cáo)", "nam-{}", taken={2033})
    assert first.anchors == ("nam-2032", "nam-2031")
    assert (second.anchors, second.count) == (("nam-2030",), "(1 báo cáo)")
    assert span_links("bao-cao/", spans, "{count}")[0].anchors == ()


def test_one_goes_from_a_page_to_the_years_before_and_after_it() -> None:
    spans = [Span(2033, 2033), Span(2032, 2032), Span(2031, 2031)]
    up = Part("Báo cáo", "bao-cao/")
    ways = [turns(up, span, spans) for span in spans]
    assert [(way.older and way.older.text, way.newer and way.newer.text) for way in ways] == [
        ("Năm 2032", None),
        ("Năm 2031", "Năm 2033"),
        (None, "Năm 2032"),
    ]
    assert {(way.up, way.here) for way in ways} == {(up, span.label) for span in spans}
