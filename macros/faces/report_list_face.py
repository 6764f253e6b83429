"""The list of all reports, by year; of many the newest years, and a page for those of each year or decade before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from macros import addresses, vietnamese
from macros.faces import phrases, revision_text
from macros.faces.derived import Derived
from macros.faces.linked_text import Linked, Part, filled
from macros.faces.years import EarlierFace, Span, TurnsFace, first_page, span_links, titled, turns
from macros.record import Report, ReportStatus
from macros.wording import report as wording
from macros.wording import years as counted


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in the list; `meta` is its number, its day and its printed title, `corrected` what became of figures."""

    title: Part
    is_latest: bool
    status: ReportStatus
    meta: Linked
    corrected: Linked


@dataclass(frozen=True, slots=True)
class YearFace:
    """The reports on the periods of a year, newest first."""

    year: int
    reports: tuple[ReportLine, ...]


@dataclass(frozen=True, slots=True)
class ReportListFace:
    """All reports, those of the newest year first; where there are many, the newest, and where the `earlier` are."""

    years: tuple[YearFace, ...]
    earlier: EarlierFace | None = None


@dataclass(frozen=True, slots=True)
class ReportYearsFace:
    """The page of the reports on some years."""

    address: str
    title: str
    description: str
    turns: TurnsFace
    years: tuple[YearFace, ...]


def report_list_face(derived: Derived) -> ReportListFace:
    """The list of a catalogue."""
    shown, earlier = _divided(derived)
    return ReportListFace(
        _years([report for _, reports in shown for report in reports], derived),
        EarlierFace(
            "cac-nam-truoc",
            wording.EARLIER,
            wording.EARLIER_LEAD,
            span_links(addresses.REPORTS, earlier, counted.REPORTS, "nam-{}"),
        )
        if earlier
        else None,
    )


_Spans = Sequence[tuple[Span, tuple[Report, ...]]]


def earlier_years(derived: Derived) -> _Spans:
    """The years that the list has no room for, newest first, and the reports on them; each span has a page."""
    return _divided(derived)[1]


def report_years_face(span: Span, reports: Sequence[Report], derived: Derived) -> ReportYearsFace:
    """The page of the reports on some of those years."""
    return ReportYearsFace(
        address=span.below(addresses.REPORTS),
        title=titled(wording.LIST_TITLE, span),
        description=wording.YEARS_DESCRIPTION.format(years=span.label),
        turns=turns(Part(wording.LIST_TITLE, addresses.REPORTS), span, [span for span, _ in earlier_years(derived)]),
        years=_years(reports, derived),
    )


def _divided(derived: Derived) -> tuple[_Spans, _Spans]:
    """The reports that stand in the list itself and those that stand on pages of their years."""
    spans = derived.report_spans
    shown = first_page(spans)
    return spans[:shown], spans[shown:]


def _years(reports: Iterable[Report], derived: Derived) -> tuple[YearFace, ...]:
    years = groupby(reports, key=lambda report: report.period.year)
    return tuple(YearFace(year, tuple(_line(report, derived) for report in found)) for year, found in years)


def _line(report: Report, derived: Derived) -> ReportLine:
    number, day = report.printed_number, report.date
    meta = filled(
        wording.LISTED,
        number=wording.LISTED_NUMBER.format(number=number) if number else wording.LISTED_NO_NUMBER,
        day=wording.LISTED_DAY.format(day=vietnamese.day(day)) if day else wording.LISTED_NO_DAY,
        title=Part(report.title, printed=True),
    )
    title, is_latest = Part(phrases.report_title(report), addresses.report(report)), report is derived.catalogue.latest
    return ReportLine(title, is_latest, report.status, meta, _corrected(report, derived))


def _corrected(report: Report, derived: Derived) -> Linked:
    """What has become of figures of a report, with a link to where that is told; nothing where they stand."""
    corrected = revision_text.corrections(report, derived.catalogue.history)
    if not corrected:
        return ()
    return filled(
        wording.LISTED_CORRECTED,
        what=revision_text.correction_title(corrected),
        figures=revision_text.correction_text(corrected),
        link=Part(wording.LISTED_CORRECTED_LINK, derived.entry(corrected[0])),
    )
