"""A project folder to its catalogue: read, check, assemble."""

from collections.abc import Iterable, Iterator, Sequence
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
from macros.loading.report_records import checked, report_record
from macros.problems.problem import Problem, Problems, shorten
from macros.reading.choice import Choice
from macros.reading.fitting import FileShape
from macros.reading.mkdocs_settings import read_settings
from macros.reading.narrative import NarrativePage
from macros.reading.past_project import read_past_project
from macros.reading.persons import withheld_places
from macros.reading.project import Entry, Progress, Project, narratives_of, read_project
from macros.reading.sources import Files, Folder
from macros.reading.yaml_records import HARMLESS, MOST_PROBLEMS
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


def load_publication(root: Path) -> Loaded:
    """Everything that a site is made from; raises Problems as `load_catalogue` does."""
    past = read_past(root)
    project, problems = _judged_project(root, past)
    if problems:
        raise Problems(problems)
    names = tuple(remembered_names(withheld_places(project), past))
    return Loaded(_with_history(_assembled(project), past), project.choice, project.pages, names)


def judge_settings(root: Path) -> None:
    """Raises Problems, with everything that is wrong in any file, where MkDocs should not read this mkdocs.yml.

    MkDocs does what its settings ask for, code included, before any plugin can look at them.
    """
    settings, problems = read_settings(Folder(root))
    if problems or settings is None or any(settings_problems(settings)):
        checked_catalogue(root)


def checked_catalogue(root: Path, progress: Progress | None = None) -> tuple[record.Catalogue, list[Problem]]:
    """The catalogue of the project in `root`, and the warnings on it.

    Raises Problems as `load_catalogue` does, with what could be weighed beside what is wrong. `progress` is told after
    each file how many of how many files are read.
    """
    past = read_past(root)
    project, problems = _judged_project(root, past, progress)
    told = chain(islice(lint.warnings(project), MOST_PROBLEMS), remembered_names(withheld_places(project), past))
    warnings = sorted(set(_labelled(told, project)))
    if problems:
        raise Problems(problems, warnings)
    return _with_history(_assembled(project), past), warnings


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


def _with_history(catalogue: record.Catalogue, past: Past) -> record.Catalogue:
    return replace(catalogue, history=history_of(past, catalogue))


def _judged_project(root: Path, past: Past, progress: Progress | None = None) -> tuple[Project, list[Problem]]:
    """The project as far as it can be read, and everything that is wrong with it."""
    project, problems = read_project(Folder(root), progress)
    problems += islice(checks.problems(project, past.moved_reports()), MOST_PROBLEMS)
    problems += theme_problems(project.settings, root) if project.settings is not None else ()
    problems += unannounced_amendments(project, past)
    problems += islice(record_problems(project, past), MOST_PROBLEMS)
    return project, list(_labelled(problems, project))


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


def _assembled(project: Project) -> record.Catalogue:
    units = {u.id: record.Unit(u.id, u.label, tuple(u.printed)) for u in _present(project.units).units}
    lists = {c.id: code_list(c) for c in _present(project.code_lists).code_lists}
    sections = tuple(section(entry.shape, units, lists) for entry in project.indicators)
    indicators = {i.id: i for section in sections for i in section.indicators}
    relations = [declaration.declared for declaration in readable_relations(project)]
    pages = narratives_of(project)
    quality = {entry.shape.period: entry.shape for entry in project.quality}
    reports = [
        checked(report_record(entry.shape, indicators), relations, pages.get(period, ()), quality.get(period))
        for entry in project.reports
        for period in [entry.shape.period]
    ]
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
        reports=tuple(sorted(reports, key=lambda report: report.period.order, reverse=True)),
        citations=tuple(citation for page in project.pages for citation in page.citations()),
        search_words=search_words(project.synonyms),
        publisher=publisher(_present(project.agency).publisher),
    )


def _present(entry: Entry[FileShape] | None) -> FileShape:
    assert entry is not None, "read_project has reported a register that could not be read"
    return entry.shape
