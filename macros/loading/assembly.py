"""A project folder to its catalogue: read, check, assemble."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path

from macros import checks, record
from macros.checks import lint
from macros.checks.declarations import readable_relations
from macros.checks.index import code_list
from macros.checks.site_settings import settings_problems, theme_problems
from macros.history.amendments import unannounced_amendments
from macros.history.guarded_record import record_problems
from macros.history.public_states import Past, read_past
from macros.history.vintages import history_of
from macros.history.withheld_in_git import remembered_names
from macros.loading.form_records import agency, document, publisher, search_words, section
from macros.loading.kept_histories import KeptHistories
from macros.loading.kept_reports import KeptReports, keep_reports, shared_parts
from macros.loading.report_records import checked, report_record
from macros.problems.problem import Problem, Problems, shorten
from macros.reading.choice import Choice
from macros.reading.fitting import FileShape
from macros.reading.mkdocs_settings import read_settings
from macros.reading.narrative import NarrativePage
from macros.reading.past_project import read_past_project
from macros.reading.persons import withheld_places
from macros.reading.project import Entry, Progress, Project, narratives_of, read_project
from macros.reading.relation_lines import DeclaredRelation
from macros.reading.report_summary import report_summary
from macros.reading.sources import Files, Folder
from macros.reading.yaml_records import HARMLESS, MOST_PROBLEMS
from macros.store import Store
from macros.vietnamese import fold, slug


@dataclass(frozen=True, slots=True)
class Loaded:
    """A project that is sound: its catalogue, which pages and files of `docs/` are published, and the pages as read.

    `told_by_git` is each withheld name that git still tells.
    """

    catalogue: record.Catalogue
    choice: Choice
    pages: Sequence[NarrativePage]
    told_by_git: tuple[Problem, ...]


def load_catalogue(root: Path) -> record.Catalogue:
    """The catalogue of the project in `root`; raises Problems with everything that is wrong in any file."""
    return load_publication(root).catalogue


def load_publication(
    root: Path, store: Store | None = None, past: Past | None = None, *, asks_git_for_names: bool = True
) -> Loaded:
    """Everything that a site is made from; raises Problems as `load_catalogue` does.

    `past` is what was public, where that is known already. What of withheld names git still tells is looked for where
    `asks_git_for_names`, since nothing of a site needs it.
    What was read and judged of each report is kept in the store, and taken from it.
    """
    past = past or read_past(root, store)
    judged = _judged_project(root, past, store)
    if judged.problems:
        raise Problems(judged.problems)
    project = judged.project
    names = tuple(remembered_names(withheld_places(project), past)) if asks_git_for_names else ()
    warnings = list(islice(lint.warnings_within(project.unjudged), MOST_PROBLEMS)) if store is not None else []
    catalogue = _catalogue(judged, past, warnings)
    return Loaded(catalogue, project.choice, project.pages, names)


def judge_settings(root: Path) -> None:
    """Raises Problems, with everything that is wrong in any file, where MkDocs should not read this mkdocs.yml.

    MkDocs does what its settings ask for, code included, before any plugin can look at them.
    """
    settings, problems = read_settings(Folder(root))
    if problems or settings is None or any(settings_problems(settings)):
        checked_catalogue(root)


def checked_catalogue(root: Path, progress: Progress | None = None) -> tuple[record.Catalogue, list[Problem]]:
    """The catalogue of the project in `root`, and the warnings on it, as `checked_project`."""
    checked = checked_project(root, progress)
    return checked.catalogue, checked.warnings


@dataclass(frozen=True, slots=True)
class Checked:
    """A project that is sound: its catalogue, the warnings on it, and how many figures its reports have."""

    catalogue: record.Catalogue
    warnings: list[Problem]
    figures: int


def checked_project(root: Path, progress: Progress | None = None, store: Store | None = None) -> Checked:
    """The project in `root`, and everything that is probably wrong with it.

    Raises Problems as `load_catalogue` does, with what could be weighed beside what is wrong. `progress` is told after
    each file how many of how many files are read. The store is as in `load_publication`.
    """
    past = read_past(root, store)
    judged = _judged_project(root, past, store, progress)
    project = judged.project
    between = list(islice(lint.warnings_between(project), MOST_PROBLEMS))
    within = list(islice(lint.warnings_within(project.unjudged), MOST_PROBLEMS))
    known = list(judged.kept.warnings()) if judged.kept is not None else []
    if known and len(between) + len(within) + len(known) > MOST_PROBLEMS:
        # Which of them are told goes by their order, which only the whole project has.
        return checked_project(root, progress)
    told = chain(islice(chain(between, within, known), MOST_PROBLEMS), remembered_names(withheld_places(project), past))
    warnings = sorted(set(_labelled(told, project)))
    if judged.problems:
        raise Problems(judged.problems, warnings, is_sure=past.knowledge.is_sure)
    catalogue = _catalogue(judged, past, within)
    return Checked(catalogue, warnings, sum(report_summary(entry).values for entry in project.reports))


def past_catalogue(files: Files) -> record.Catalogue:
    """The catalogue of an earlier state of a project, read leniently: what is public is not judged again.

    A value that its definition cannot read is the text that was typed. Raises Problems where no catalogue can be put
    together without guessing.
    """
    project, problems = read_past_project(files)
    if project is None:
        raise Problems(problems)
    return _assembled(project)


def offered_catalogue(files: Files) -> record.Catalogue:
    """The catalogue of files that someone holds against the project, as far as today's shapes can read them.

    Raises Problems where it cannot be put together.
    """
    project, problems = read_project(files)
    # What merely offends the eye was published so; the pages take no part in a figure.
    grave = [p for p in problems if p.code not in HARMLESS and not p.place.path.startswith("docs/")]
    grave += islice(checks.assembly_problems(project), MOST_PROBLEMS)
    if grave:
        raise Problems(grave)
    return _assembled(project)


def _catalogue(judged: "_JudgedProject", past: Past, warnings: Collection[Problem]) -> record.Catalogue:
    """The catalogue of a sound project with its history; what is new of it is kept."""
    catalogue, kept = _assembled(judged.project, judged.kept, warnings), judged.kept
    if kept is None:
        return replace(catalogue, history=history_of(past, catalogue))
    shared = shared_parts(catalogue.units, catalogue.code_lists, catalogue.indicators)
    histories = KeptHistories.of(kept, shared, past, catalogue)
    return replace(catalogue, history=history_of(past, catalogue, histories.told))


@dataclass(frozen=True, slots=True)
class _JudgedProject:
    """A project as far as it can be read, everything that is wrong with it, and what of it was known."""

    project: Project
    problems: list[Problem]
    kept: KeptReports | None


def _judged_project(
    root: Path, past: Past, store: Store | None = None, progress: Progress | None = None
) -> _JudgedProject:
    files = Folder(root)
    kept = KeptReports.of(files, store) if store is not None else None
    project, problems = read_project(files, progress, judged=kept.judged() if kept is not None else None)
    while kept is not None and (doubted := kept.doubted(project)):
        kept = kept.without(doubted)
        project, problems = read_project(files, progress, judged=kept.judged())
    problems += islice(checks.problems(project, past.moved_reports()), MOST_PROBLEMS)
    problems += theme_problems(project.settings, root) if project.settings is not None else ()
    problems += unannounced_amendments(project, past)
    problems += islice(record_problems(project, past), MOST_PROBLEMS)
    return _JudgedProject(project, list(_labelled(problems, project)), kept)


def _labelled(problems: Iterable[Problem], project: Project) -> Iterator[Problem]:
    """The problems; the id of an indicator is followed by its label, by which people know it."""
    ids = {fold(label): id for id, label in project.labels.items()}
    for problem in problems:
        # A mistyped id ("Hồ sơ tiếp nhận") may still say which one is meant.
        subject = problem.subject
        label = project.labels.get(subject) or project.labels.get(slug(subject))
        if problem.found.endswith(f"mã “{shorten(subject)}” viết sai") and (meant := ids.get(fold(subject))):
            yield replace(problem, remedy=f"đó là tên chỉ tiêu; viết mã của nó: {meant}")
        else:
            yield replace(problem, subject=f"{subject} “{shorten(label)}”") if label else problem


def _assembled(
    project: Project, kept: KeptReports | None = None, warnings: Collection[Problem] = ()
) -> record.Catalogue:
    units = {u.id: record.Unit(u.id, u.label, tuple(u.printed)) for u in _present(project.units).units}
    lists = {c.id: code_list(c) for c in _present(project.code_lists).code_lists}
    sections = tuple(section(entry.shape, units, lists) for entry in project.indicators)
    indicators = {i.id: i for section in sections for i in section.indicators}
    relations = [declaration.declared for declaration in readable_relations(project)]
    reports = _reports(project.unjudged, indicators, relations)
    if kept is not None:
        shared = shared_parts(units, lists, indicators, relations)
        # Of too many warnings it is not sure whose were left out.
        if len(warnings) < MOST_PROBLEMS:
            reports |= keep_reports(kept, project, warnings, reports, shared)
        reports |= kept.reports(shared)
    in_order = [reports[entry.path] for entry in project.reports]
    return record.Catalogue(
        agency=agency(_present(project.agency).agency),
        units=units,
        code_lists=lists,
        documents={d.id: document(d) for d in _present(project.documents).documents},
        abbreviations={
            a.short: record.Abbreviation(a.short, a.expansion, a.expanded_in_source)
            for a in _present(project.glossary).abbreviations
        },
        foreign_words={f.word: f.language for f in _present(project.glossary).foreign_words},
        sections=sections,
        reports=tuple(sorted(in_order, key=lambda report: report.key.order, reverse=True)),
        citations=tuple(citation for page in project.pages for citation in page.citations()),
        search_words=search_words(project.synonyms),
        publisher=publisher(_present(project.agency).publisher),
    )


def _reports(
    project: Project, indicators: Mapping[str, record.Indicator], relations: Sequence[DeclaredRelation]
) -> dict[str, record.Report]:
    """The reports of a project by their paths."""
    pages = narratives_of(project)
    quality = {entry.shape.report: entry.shape for entry in project.quality}
    made = {}
    for entry in project.reports:
        read = report_record(entry.shape, indicators)
        made[entry.path] = checked(read, relations, pages.get(read.key, ()), quality.get(read.key))
    return made


def _present(entry: Entry[FileShape] | None) -> FileShape:
    assert entry is not None, "read_project has reported a register that could not be read"
    return entry.shape
