"""How a report is cited: as text, and as a BibTeX entry; always under the address that keeps what was read."""

from macros import addresses, vietnamese
from macros.faces import revision_text
from macros.record import Agency, Edition, Report, ReportStatus
from macros.wording import revisions

# What TeX would take for its own signs.
_TEX = str.maketrans({sign: f"\\{sign}" for sign in "&%$#_"} | {"{": "\\{", "}": "\\}", "\\": "\\textbackslash{}"})


def citation_text(report: Report, edition: Edition, agency: Agency, site: str) -> str:
    """The citation as one line, for a list of sources."""
    named = revisions.CITED_REPORT
    if report.printed_number:
        named = revisions.CITED_REPORT_NUMBERED.format(number=report.printed_number)
    if report.date:
        named = revisions.CITED_DATED.format(report=named, day=vietnamese.day(report.date))
    if report.status is ReportStatus.DRAFT:
        named = revisions.CITED_DRAFT.format(report=named)
    return revisions.CITED.format(
        agency=agency.name,
        report=named,
        title=report.title,
        kept=_kept(edition),
        address=f"{site}{addresses.edition(edition)}",
    )


def _kept(edition: Edition) -> str:
    return revisions.CITED_KEPT.format(revision=revision_text.revision_text(edition.revision))


def bibtex(report: Report, edition: Edition, agency: Agency, site: str) -> str:
    """The citation as a BibTeX entry."""
    fields = {
        "author": _tex(agency.name),
        "institution": _tex(agency.name),
        "title": _tex(report.title),
        "type": revisions.CITED_REPORT,
        "number": _tex(report.printed_number or ""),
        "year": str(report.date.year if report.date else report.period.year),
        "note": _tex(_kept(edition)),
        # An address is not escaped: BibTeX styles print it in a verbatim box.
        "url": f"{site}{addresses.edition(edition)}",
    }
    # Braces inside the quotes: a name is one name, and capitals stay.
    lines = [f'  {name} = "{{{value}}}",' for name, value in fields.items() if value]
    key = f"{agency.id}-{edition.period.slug}-v{edition.revision.number}"
    return "\n".join([f"@techreport{{{key},", *lines, "}"])


def _tex(text: str) -> str:
    return text.translate(_TEX)
