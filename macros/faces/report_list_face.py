"""The list of all reports, by year."""

from dataclasses import dataclass
from itertools import groupby

from macros import addresses, vietnamese
from macros.faces import phrases, revision_text
from macros.faces.linked_text import Linked, Part, filled
from macros.record import Catalogue, Report, ReportStatus
from macros.wording import report as wording


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
    """All reports, those of the newest year first."""

    years: tuple[YearFace, ...]


def report_list_face(catalogue: Catalogue) -> ReportListFace:
    """The list of a catalogue."""
    years = groupby(catalogue.reports, key=lambda report: report.period.year)
    return ReportListFace(
        tuple(YearFace(year, tuple(_line(report, catalogue) for report in reports)) for year, reports in years)
    )


def _line(report: Report, catalogue: Catalogue) -> ReportLine:
    number, day = report.printed_number, report.date
    meta = filled(
        wording.LISTED,
        number=wording.LISTED_NUMBER.format(number=number) if number else wording.LISTED_NO_NUMBER,
        day=wording.LISTED_DAY.format(day=vietnamese.day(day)) if day else wording.LISTED_NO_DAY,
        title=Part(report.title, printed=True),
    )
    title = Part(phrases.report_title(report), addresses.report(report))
    return ReportLine(title, report is catalogue.latest, report.status, meta, _corrected(report, catalogue))


def _corrected(report: Report, catalogue: Catalogue) -> Linked:
    """What has become of figures of a report, with a link to where that is told; nothing where they stand."""
    corrected = revision_text.corrections(report, catalogue.history)
    if not corrected:
        return ()
    return filled(
        wording.LISTED_CORRECTED,
        what=revision_text.correction_title(corrected),
        figures=revision_text.correction_text(corrected),
        link=Part(wording.LISTED_CORRECTED_LINK, addresses.edition_entry(corrected[0])),
    )
