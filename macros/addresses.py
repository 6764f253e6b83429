"""Where things live on the site. Addresses are relative to the site's root and, once published, never change."""

import posixpath
from functools import lru_cache

from macros.record import Document, Edition, Indicator, Period, PeriodKind, Report, Revision, Section
from macros.vietnamese import slug

# What a page is called that stands at the address of its folder.
_INDEX = ("index", "README")

REPORTS = "bao-cao/"
LATEST_REPORT = "bao-cao/moi-nhat/"
INDICATORS = "chi-tieu/"
DOCUMENTS = "van-ban/"
GLOSSARY = "thuat-ngu/"
ABOUT = "gioi-thieu/"
# Whom to write to, said there and nowhere else.
CONTACT = "gioi-thieu/#lien-he"
READING = "cach-doc-so-lieu/"
COMPARE = "so-sanh/"
SEARCH = "tim-kiem/"
SEARCH_INDEX = "tim-kiem/index/"
SECTIONS = "nhom/"
HISTORY = "lich-su-sua-doi/"
FEED = "lich-su-sua-doi/feed.xml"
# Pages that are made from the data and that a search finds by their names.
LISTED = (LATEST_REPORT, INDICATORS, DOCUMENTS, COMPARE, HISTORY)
LICENCES = "giay-phep-phan-mem.txt"
# The national register of legal documents, kept by the Ministry of Justice: where the text of a law is looked up.
LEGAL_REGISTER = "https://vbpl.vn/"


def report(report: Report) -> str:
    return f"{REPORTS}{report.period.slug}/"


def quality(report_: Report) -> str:
    """The data-quality page of a report."""
    return f"{report(report_)}chat-luong/"


def check_anchor(relation_id: str) -> str:
    """The outcome of a relation on the data-quality page."""
    return f"quan-he-{relation_id}"


def question_anchor(question_id: str) -> str:
    """A question on the data-quality page."""
    return f"lam-ro-{question_id}"


def note_anchor(note_id: str) -> str:
    """A reading note on the data-quality page."""
    return f"luu-y-{note_id}"


def comparison(report_: Report) -> str:
    """The page that holds a report against earlier ones."""
    return f"{report(report_)}so-sanh/"


def edition(edition_: Edition) -> str:
    """The page that keeps a revision of a report as it was."""
    return _kept(edition_.period, edition_.revision)


def revision(report_: Report, revision_: Revision) -> str:
    """The page that keeps a report as it was with a revision."""
    return _kept(report_.period, revision_)


def _kept(period: Period, revision_: Revision) -> str:
    return f"{REPORTS}{period.slug}/v{revision_.number}/"


def edition_entry(edition_: Edition, page: str = HISTORY) -> str:
    """What is said of a revision on the page of all of them, or on that of some years."""
    return f"{page}#{edition_anchor(edition_)}"


def edition_anchor(edition_: Edition) -> str:
    return f"{edition_.period.slug}-v{edition_.revision.number}"


def years(page: str, first: int, last: int) -> str:
    """The page of some calendar years, of a list that begins on another page."""
    return f"{page}nam-{first}/" if first == last else f"{page}giai-doan-{first}-{last}/"


def row(report_: Report, indicator: Indicator) -> str:
    """The row of an indicator in the annex of a report."""
    return f"{report(report_)}#{row_anchor(indicator)}"


def row_anchor(indicator: Indicator) -> str:
    # Prefixed, so that no heading of a narrative can take the same name.
    return f"dong-{indicator.id}"


def indicator(indicator: Indicator) -> str:
    """The page of an indicator; a section has the page of its group."""
    return f"{SECTIONS}{indicator.id}/" if indicator.parent is None else f"{INDICATORS}{indicator.id}/"


def has_page(indicator: Indicator) -> bool:
    """Whether a row has a page of its own: every section, and every row that can hold a value."""
    return indicator.parent is None or indicator.kind.holds_value


def section(section: Section) -> str:
    return indicator(section.row)


def document(document: Document) -> str:
    return f"{DOCUMENTS}{document.id}/"


def abbreviation_anchor(short: str) -> str:
    """The row of an abbreviation in the glossary."""
    return f"vt-{slug(short)}"


def citation_anchor(document_id: str, occurrence: int) -> str:
    """The spot of the n-th citation of a document on a narrative page."""
    return f"vb-{document_id}-{occurrence}"


def narrative(source: str) -> str:
    """The address of a Markdown page below `docs/`; a README stands for the index of its folder, as in MkDocs."""
    folder, _, name = source.removesuffix(".md").rpartition("/")
    above = f"{folder}/" if folder else ""
    return above if name in _INDEX else f"{above}{name}/"


def report_file(period: Period, extension: str) -> str:
    """A report's file for machines."""
    return f"api/v1/reports/{period}.{extension}"


def comparison_file(before: Period, after: Period) -> str:
    """A report held against an earlier one, as a file for machines."""
    return f"api/v1/comparisons/{before}.{after}.csv"


def series_file(indicator: Indicator, kind: PeriodKind, extension: str) -> str:
    """The series of an indicator over periods of one kind, as a drawing or as figures."""
    return f"api/v1/series/{indicator.id}.{kind.lower()}.{extension}"


def relative(target: str, page: str) -> str:
    """The link from one page to another address: both relative to the site's root, the page ending in "/" or empty.

    It goes through the root, so that what stands on two pages of the same depth reads the same on both.
    """
    path, mark, anchor = target.partition("#")
    if mark and path == page:
        return f"#{anchor}"
    return "../" * page.count("/") + target if path or page else f"./{target}"


@lru_cache(maxsize=4096)
def shortest(target: str, page: str) -> str:
    """The shortest link from a page to an address, both relative to the site's root: as MkDocs writes links."""
    here, there = _parts(page), _parts(target)
    shared = len(posixpath.commonprefix([here, there]))
    link = "/".join([*[".."] * (len(here) - shared), *there[shared:]]) or "."
    return f"{link}/" if target.endswith("/") else link


def _parts(path: str) -> list[str]:
    return [part for part in path.split("/") if part not in ("", ".")]
