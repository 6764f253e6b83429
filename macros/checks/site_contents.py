"""What a page can link to: every page and file that the site will hold, known before anything is made."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from posixpath import basename

from macros import addresses
from macros.checks.index import Known
from macros.problems.codes import FAMILIES, PROBLEM_CODES
from macros.problems.problem import nearest
from macros.reading.choice import REPORT_FOLDER
from macros.reading.narrative import NarrativePage
from macros.reading.project import Project
from macros.reading.report_summary import report_summary
from macros.record import Period, PeriodKind
from macros.vietnamese import slug

# Pages and files that every site has.
_ALWAYS = (
    "chi-tieu/index.md",
    "van-ban/index.md",
    "tim-kiem/index.md",
    "so-sanh.md",
    "lich-su-sua-doi.md",
    "bao-cao/moi-nhat.md",
    addresses.FEED,
    addresses.LICENCES,
)
_FEWEST_OF_A_CHART = 2


@dataclass(frozen=True)
class SiteContents:
    """The sources of all pages and the addresses of all files, as links on pages name them.

    `anchors` are what can be led to on each page that people write; `generated` is everything that the site makes
    itself; `lying` is all that lies in the folder of pages. A part of `unsure` may hold more, since a file on which it
    rests could not be read.
    """

    anchors: Mapping[str, frozenset[str]]
    generated: frozenset[str]
    files: frozenset[str]
    lying: frozenset[str]
    unsure: tuple[str, ...]

    def has(self, path: str) -> bool:
        return path in self.anchors or path in self.generated or path in self.files or path.startswith(self.unsure)

    def is_taken(self, path: str) -> bool:
        """Whether the site makes a page or a file of its own at the address of a page or file that a person wrote.

        Also where only capitals tell them apart, which not every host does.
        """
        return place_of(path) in self._made

    @cached_property
    def _made(self) -> frozenset[str]:
        return frozenset(map(place_of, self.generated))

    def like(self, path: str) -> str:
        """The page or file that a path which leads nowhere is most like, or ""."""
        known: dict[str, list[str]] = {}
        for one in (*self.anchors, *self.files, *self.generated, *self.lying):
            known.setdefault(basename(one), []).append(one)
        # Among thousands of pages, those whose names begin alike are looked at.
        near = nearest(basename(path), [name for name in known if name[:2] == basename(path)[:2]])
        return nearest(path, known[near]) or min(known[near]) if near else ""


def place_of(path: str) -> str:
    """Where a source stands on any host: `a.md` and `a/index.md` are one page, and so is `A.md` on some."""
    place = f"{path.removesuffix('.md')}/".removesuffix("index/") if path.endswith(".md") else path
    return place.casefold()


def site_contents(project: Project, known: Known) -> SiteContents:
    """Everything that pages can link to, as far as the project could be read."""
    unsure = [
        *(("chi-tieu/", "nhom/", "api/v1/series/") if known.indicators is None else ()),
        *(("van-ban/",) if known.documents is None else ()),
        *(("api/v1/",) if known.reports is None else ()),
        *_unread_reports(project),
    ]
    generated = {*_ALWAYS, *_of_indicators(project), *_of_reports(project), *_of_series(project)}
    generated |= {*_of_comparisons(project), *_of_moved(project, known)}
    generated |= {f"{addresses.DOCUMENTS}{id}.md" for id in known.documents or ()}
    outlines = project.choice.outlines
    anchors = {
        page.source: outlines[page.source].anchors | made_anchors(page, project)
        for page in project.pages
        if page.source in outlines
    }
    unread = sorted(project.choice.pages - set(outlines))
    return SiteContents(anchors, frozenset(generated), project.choice.files, project.choice.found, (*unsure, *unread))


def _unread_reports(project: Project) -> Iterator[str]:
    """Where the pages of reports stand that could not be read: anywhere below the reports, if the name does not say."""
    read = {entry.path for entry in project.reports}
    for name in project.files.names(f"data/{REPORT_FOLDER}"):
        if name.endswith(".yaml") and name not in read:
            period = PurePosixPath(name).stem
            try:
                yield f"{addresses.REPORTS}{Period.parse(period).slug}/"
            except ValueError:
                yield addresses.REPORTS


def made_anchors(page: NarrativePage, project: Project) -> frozenset[str]:
    """What can be led to on a page because a macro puts it there."""
    return page.summary.made_anchors if page.summary is not None else frozenset(_made_anchors(page, project))


def _made_anchors(page: NarrativePage, project: Project) -> Iterator[str]:
    cited: Counter[str] = Counter()
    for call in page.calls:
        arguments = [*call.arguments, *call.keywords.values()]
        match call.macro:
            case "annex" if not call.arguments and "section" not in call.keywords:
                yield from (f"nhom-{slug(entry.shape.section.printed_number)}" for entry in project.indicators)
            case "problem_codes":
                yield from (name.lower() for name in (*FAMILIES, *PROBLEM_CODES))
            case "document" if arguments and isinstance(arguments[0], str):
                cited[arguments[0]] += 1
                yield addresses.citation_anchor(arguments[0], cited[arguments[0]])


def _of_indicators(project: Project) -> Iterator[str]:
    for entry in project.indicators:
        yield f"{addresses.SECTIONS}{entry.shape.section.id}.md"
        for indicator in entry.shape.indicators:
            # A heading has no page; one that had another id has its former page still.
            ids = indicator.former_ids if not indicator.kind.holds_value else [indicator.id, *indicator.former_ids]
            yield from (f"{addresses.INDICATORS}{id}.md" for id in ids)


def _of_reports(project: Project) -> Iterator[str]:
    for told in map(report_summary, project.reports):
        period = told.period
        below = f"{addresses.REPORTS}{period.slug}/"
        yield from (f"{below}chat-luong.md", f"{below}so-sanh.md")
        yield from (f"{below}v{revision.number}.md" for revision in told.revisions)
        yield from (addresses.report_file(period, extension) for extension in ("json", "csv"))


def _of_moved(project: Project, known: Known) -> Iterator[str]:
    """The former addresses of reports whose period was corrected: each leads on to the address of today."""
    reports = {report_summary(entry).key for entry in project.reports}
    for old, (new, revisions) in known.moved.items():
        if old not in reports and new in reports:
            former = f"{addresses.REPORTS}{old.period.slug}"
            yield from (f"{former}.md", *(f"{former}/v{number}.md" for number in revisions))


def _of_comparisons(project: Project) -> Iterator[str]:
    """The files of the comparisons that reports are published with: the period before, and the same of last year."""
    periods = sorted({report_summary(entry).period for entry in project.reports}, key=lambda period: period.order)
    known, newest = set(periods), dict[PeriodKind, Period]()
    for after in periods:
        before = {period for period in (newest.get(after.kind), after.earlier(years=1)) if period in known}
        yield from (addresses.comparison_file(other, after) for other in before if other is not None)
        newest[after.kind] = after


def _of_series(project: Project) -> Iterator[str]:
    """The files of the charts: those of amounts that two reports on periods of one kind have."""
    amounts = {
        indicator.id for entry in project.indicators for indicator in entry.shape.indicators if indicator.kind.is_drawn
    }
    given = Counter(
        (key, told.period.kind)
        for told in map(report_summary, project.reports)
        for key, figure in told.figures.items()
        if figure.value is not None and key.indicator in amounts
    )
    for (key, kind), number in given.items():
        if number >= _FEWEST_OF_A_CHART:
            yield from (f"api/v1/series/{key.indicator}.{kind.lower()}.{extension}" for extension in ("svg", "csv"))
