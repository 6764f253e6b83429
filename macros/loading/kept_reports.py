"""What was read and judged of each report, kept by everything that it was made from.

Only of reports that are right, in a project that is: a mistake is always found anew. What is kept of a report rests on
the program, on its own files and on all definitions, which are its key; and on a few things that are compared: which
names are withheld anywhere, which reports there are, what is in the pictures of its page.
"""

import posixpath
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from hashlib import sha256
from typing import Any, NamedTuple
from urllib.parse import unquote

from macros.checks.index import Known
from macros.checks.lint.patterns import fitting_patterns
from macros.checks.site_contents import made_anchors
from macros.checks.withheld_names import searched_names
from macros.kinds import KINDS, CodeList
from macros.loading.kept_parts import KEPT_PARTS
from macros.loading.report_files import ReportFiles, definition_parts, report_files
from macros.markup.pictures import LARGEST_PICTURE
from macros.problems.problem import Problem
from macros.reading.mkdocs_settings import read_settings
from macros.reading.narrative import NarrativePage, PageSummary
from macros.reading.outline import Outline
from macros.reading.project import Judged, Project, narratives_of
from macros.reading.relation_lines import DeclaredRelation
from macros.reading.report_summary import ReportSummary, report_summary
from macros.reading.sources import Files
from macros.record import Indicator, Person, Report, ReportKey, Unit
from macros.record.report import BODY, DETAILS, HEAD, StoredBody
from macros.store import Shared, Store, packed, unpacked

_RELATION = "relation "
_PERIOD = re.compile(r"\d{4}-[A-Z]\d{1,2}")


class KeptReport(NamedTuple):
    """What is kept of a report that is right.

    `withheld`, `periods` and `pictures` are digests of what it was held against beside its definitions. Its body is
    packed once more, since most runs ask for no more than the rest.
    """

    summary: ReportSummary
    page: PageSummary
    fitting: frozenset[str]
    warnings: tuple[Problem, ...]
    withheld: str
    periods: str
    pictures: tuple[tuple[str, str], ...]
    head: dict[str, Any]
    persons: tuple[Person, ...]
    body: bytes


@dataclass(frozen=True)
class KeptReports:
    """The reports of a project that are kept, by their paths, and the files of all that could be."""

    files: Files
    store: Store
    definitions: str
    by_path: Mapping[str, ReportFiles]
    found: Mapping[str, KeptReport] = field(default_factory=dict)

    @classmethod
    def of(cls, files: Files, store: Store) -> "KeptReports":
        """What is kept of the reports in the files as they are now."""
        settings, _ = read_settings(files)
        definitions = store.key("definitions", *definition_parts(files, settings))
        by_path = {each.report: each for each in report_files(files)}
        kept = cls(files, store, definitions, by_path)
        return kept.limited({path: each for path in by_path for each in kept._looked_up(path)})

    def limited(self, found: Mapping[str, KeptReport]) -> "KeptReports":
        return KeptReports(self.files, self.store, self.definitions, self.by_path, found)

    def key(self, path: str) -> str:
        return self.store.key("report", self.definitions, *self.by_path[path].parts)

    def _looked_up(self, path: str) -> Iterator[KeptReport]:
        content = self.store.kept(self.key(path))
        if content is not None:
            try:
                yield unpacked(content, (KeptReport, *KEPT_PARTS))
            except ValueError:
                return

    @cached_property
    def paths(self) -> Mapping[ReportKey, str]:
        """The file of each report that could be kept, by its key."""
        return {each.key: path for path, each in self.by_path.items()}

    def judged(self) -> Judged:
        """The files of these reports, as a project takes them."""
        found = [(self.by_path[path], kept) for path, kept in self.found.items()]
        return Judged(
            {each.report: each.late_report(kept.summary) for each, kept in found},
            {each.quality: each.late_quality(each.quality) for each, _ in found if each.quality is not None},
            {each.page: _late_page(each, kept) for each, kept in found},
            {each.report: kept.fitting for each, kept in found},
        )

    def doubted(self, project: Project) -> set[str]:
        """The reports of which something is not as it was when they were judged, as far as the project is read."""
        withheld, periods = _names_digest(project, self.store), _periods_digest(Known.of(project), self.store)
        told = {page.report for page in project.unjudged.pages if page.is_report}
        return {
            path
            for path, kept in self.found.items()
            if kept.withheld != withheld
            or (kept.periods and periods and kept.periods != periods)
            or self.by_path[path].key in told
            or any(_picture_digest(self.files, name) != digest for name, digest in kept.pictures)
        }

    def without(self, paths: Collection[str]) -> "KeptReports":
        return self.limited({path: kept for path, kept in self.found.items() if path not in paths})

    def warnings(self) -> Iterator[Problem]:
        """The warnings that the files of these reports give by themselves."""
        for kept in self.found.values():
            yield from kept.warnings

    def reports(self, shared: Shared) -> dict[str, Report]:
        """The reports by their paths; `shared` are the parts of the definitions that their bodies name."""
        laws = _laws(shared)
        return {
            path: Report.stored(kept.head, _stored_body(kept, partial(unpacked, kept.body, KEPT_PARTS, shared), laws))
            for path, kept in self.found.items()
        }


def shared_parts(
    units: Mapping[str, Unit],
    lists: Mapping[str, CodeList],
    indicators: Mapping[str, Indicator],
    relations: Sequence[DeclaredRelation] = (),
) -> dict[str, object]:
    """What reports name of the program and of the definitions, and no report has of its own."""
    shared: dict[str, object] = {f"kind {id}": kind for id, kind in KINDS.items()}
    shared |= {f"unit {id}": unit for id, unit in units.items()}
    shared |= {f"list {id}": listed for id, listed in lists.items()}
    shared |= {f"code {listed.id} {code.code}": code for listed in lists.values() for code in listed.codes}
    shared |= {f"indicator {id}": row for id, row in indicators.items()}
    return shared | {f"{_RELATION}{n}": declared.relation for n, declared in enumerate(relations)}


def keep_reports(
    kept: KeptReports, project: Project, warnings: Collection[Problem], reports: Mapping[str, Report], shared: Shared
) -> dict[str, Report]:
    """Keep what was read of each report of a sound project that was not known, and give it as one that is kept."""
    known = Known.of(project)
    if None in (known.units, known.code_lists, known.documents, known.abbreviations, known.indicators, known.reports):
        return {}
    fitting = fitting_patterns(project.unjudged)
    pages = narratives_of(project)
    withheld, periods = _names_digest(project, kept.store), _periods_digest(known, kept.store)
    laws = _laws(shared)
    made = {}
    for entry in project.unjudged.reports:
        each = kept.by_path.get(entry.path)
        told = pages.get(each.key, ()) if each is not None else ()
        if each is None or len(told) != 1 or told[0].path != each.page:
            continue
        page, report = told[0], reports[entry.path]
        outline = project.choice.outlines.get(page.source)
        if outline is None:
            continue
        new = KeptReport(
            summary=report_summary(entry),
            page=PageSummary(outline, tuple(page.citations()), made_anchors(page, project)),
            fitting=fitting[entry.path],
            warnings=tuple(sorted({warning for warning in warnings if warning.place.path in each.texts})),
            withheld=withheld,
            periods=periods if _names_periods(page) else "",
            pictures=tuple((name, _picture_digest(kept.files, name)) for name in _pictures(page, outline)),
            head={name: report.__dict__[name] for name in (*HEAD, *DETAILS)},
            persons=report.persons,
            body=packed({name: report.__dict__[name] for name in BODY}, KEPT_PARTS, shared),
        )
        kept.store.keep(kept.key(entry.path), packed(new, KEPT_PARTS))
        made[entry.path] = Report.stored(report.__dict__, _stored_body(new, lambda: {}, laws))
    return made


def _stored_body(kept: KeptReport, load: Callable[[], Mapping[str, Any]], laws: bytes) -> StoredBody:
    # The body names relations by their places only: what they are, nothing else that is kept of a report tells.
    return StoredBody(sha256(laws + kept.body).digest(), kept.persons, load)


def _laws(shared: Shared) -> bytes:
    """What the relations are that bodies name."""
    relations = {name: part for name, part in shared.items() if name.startswith(_RELATION)}
    rest = {name: part for name, part in shared.items() if name not in relations}
    return sha256(packed(tuple(relations.items()), KEPT_PARTS, rest)).digest()


def _late_page(each: ReportFiles, kept: KeptReport) -> NarrativePage:
    return NarrativePage.known(
        each.page, each.page.removeprefix("docs/"), each.texts[each.page], each.period, kept.page
    )


def _names_digest(project: Project, store: Store) -> str:
    """What tells which names files were searched for; "" where nobody is withheld."""
    names = searched_names(project)
    return store.key("names", store.key(*names.names), store.key(*names.published)) if names else ""


def _periods_digest(known: Known, store: Store) -> str:
    """What tells which reports there are; "" where that is not sure, and nothing is said of a period."""
    return store.key("periods", *sorted(map(str, known.reports))) if known.reports is not None else ""


def _names_periods(page: NarrativePage) -> bool:
    """Whether a call on a page may name another report."""
    return any(
        "period" in call.keywords
        or any(isinstance(a, str) and _PERIOD.fullmatch(a) for a in (*call.arguments, *call.keywords.values()))
        for call in page.calls
    )


def _pictures(page: NarrativePage, outline: Outline) -> Sequence[str]:
    """The files that a page shows as pictures, whether they are there or not."""
    addresses = (target.address for target in outline.targets if target.alternative is not None)
    paths = (unquote(re.split("[?#]", address, maxsplit=1)[0]) for address in addresses)
    folder = posixpath.dirname(page.path)
    return sorted({posixpath.normpath(posixpath.join(folder, path)) for path in paths})


def _picture_digest(files: Files, name: str) -> str:
    content = files.content(name, LARGEST_PICTURE + 1)
    return sha256(content).hexdigest() if content is not None else ""
