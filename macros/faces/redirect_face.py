"""A page that leads on: to the newest report, or from an address that something once had."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros import addresses
from macros.faces import phrases
from macros.faces.linked_text import Linked, Part, filled
from macros.record import Catalogue, Report, ReportKey
from macros.wording import report as wording


@dataclass(frozen=True, slots=True)
class RedirectFace:
    """Where a page stands and where it leads, its title, and what it says to who is not taken there."""

    address: str
    target: str
    title: str
    description: str
    told: Linked


def latest_face(catalogue: Catalogue) -> RedirectFace:
    """The lasting address of the newest report."""
    report = catalogue.latest
    link = Part(phrases.report_title(report), addresses.report(report))
    return RedirectFace(
        addresses.LATEST_REPORT,
        addresses.report(report),
        wording.LATEST_TITLE,
        wording.LATEST_DESCRIPTION,
        filled(wording.LEADS_TO_LATEST, report=link),
    )


def former_faces(catalogue: Catalogue) -> Iterator[RedirectFace]:
    """The addresses that indicators, reports and kept versions once had, each with the one that it has now."""
    for indicator in catalogue.indicators.values():
        has_page = addresses.has_page(indicator)
        target = addresses.indicator(indicator) if has_page else addresses.row(catalogue.latest, indicator)
        for id in indicator.former_ids:
            yield _former(f"{addresses.INDICATORS}{id}/", target, catalogue.names[indicator.key])
    for old, new in catalogue.history.moved.items():
        report = catalogue.report(new)
        if report is not None and catalogue.report(old) is None:
            yield from _moved(old, report, catalogue)


def _moved(old: ReportKey, report: Report, catalogue: Catalogue) -> Iterator[RedirectFace]:
    """The addresses of a report that was published for another period."""
    title = phrases.report_title(report)
    former = f"{addresses.REPORTS}{old.period.slug}/"
    yield _former(former, addresses.report(report), title)
    for edition in catalogue.history.reports[report.key].editions:
        if edition.recording is not None and edition.recording.report == old:
            yield _former(f"{former}v{edition.revision.number}/", addresses.edition(edition), title)


def _former(address: str, target: str, title: str) -> RedirectFace:
    told = filled(wording.LEADS_ON, page=Part(title, target))
    return RedirectFace(address, target, title, wording.LEADS_ON_DESCRIPTION.format(page=title), told)
