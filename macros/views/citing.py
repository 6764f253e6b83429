"""How a report is cited: as text, and as a BibTeX entry; always under the address that keeps what was read."""

from macros import addresses, vietnamese
from macros.model import Agency, Edition, Report, ReportStatus
from macros.views import editions

# What TeX would take for its own signs.
_TEX = str.maketrans({sign: f"\\{sign}" for sign in "&%$#_"} | {"{": "\\{", "}": "\\}", "\\": "\\textbackslash{}"})


def citation_text(report: Report, edition: Edition, agency: Agency, site: str) -> str:
    """The citation as one line, for a list of sources."""
    number = f"Báo cáo số {report.printed_number}" if report.printed_number else "Báo cáo"
    dated = f" ngày {vietnamese.day(report.date)}" if report.date else ""
    draft = " (dự thảo)" if report.status is ReportStatus.DRAFT else ""
    revision = editions.revision_text(edition.revision)
    return (
        f"{agency.name}. {number}{dated}{draft}: {report.title}. "
        f"Bản công khai {revision}. {site}{addresses.edition(edition)}"
    )


def bibtex(report: Report, edition: Edition, agency: Agency, site: str) -> str:
    """The citation as a BibTeX entry."""
    fields = {
        "author": _tex(agency.name),
        "institution": _tex(agency.name),
        "title": _tex(report.title),
        "type": "Báo cáo",
        "number": _tex(report.printed_number or ""),
        "year": str(report.date.year if report.date else report.period.year),
        "note": _tex(f"Bản công khai {editions.revision_text(edition.revision)}"),
        # An address is not escaped: BibTeX styles print it in a verbatim box.
        "url": f"{site}{addresses.edition(edition)}",
    }
    # Braces inside the quotes: a name is one name, and capitals stay.
    lines = [f'  {name} = "{{{value}}}",' for name, value in fields.items() if value]
    key = f"{agency.id}-{edition.period.slug}-v{edition.revision.number}"
    return "\n".join([f"@techreport{{{key},", *lines, "}"])


def _tex(text: str) -> str:
    return text.translate(_TEX)
