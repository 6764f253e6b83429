"""A report in two lines: whose figures it has, its title, and how final it is."""

from dataclasses import dataclass

from macros import addresses
from macros.faces import phrases
from macros.faces.linked_text import Part
from macros.faces.parts import ContextFace, context_face
from macros.record import Catalogue, Report, ReportStatus


@dataclass(frozen=True, slots=True)
class ReportSummaryFace:
    """A report on a page that is not its own."""

    context: ContextFace
    title: Part
    is_latest: bool
    status: ReportStatus


def report_summary_face(report: Report, catalogue: Catalogue) -> ReportSummaryFace:
    """The summary of a report, with a link to its page."""
    title = Part(phrases.report_title(report), addresses.report(report))
    return ReportSummaryFace(context_face(report, catalogue), title, report is catalogue.latest, report.status)
