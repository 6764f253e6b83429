"""A project folder to its catalogue: read, check, assemble."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from macros import checks, record
from macros.agreement import blanks, judgement
from macros.checks import lint
from macros.checks.declarations import readable_relations
from macros.checks.index import code_list
from macros.checks.site_settings import settings_problems
from macros.history.amendments import unannounced_amendments
from macros.history.guarded_record import record_problems
from macros.history.public_states import Past, read_past
from macros.history.vintages import history_of
from macros.history.withheld_in_git import remembered_names
from macros.kinds import HEADING, CodeList, Refusal, Value
from macros.problems.problem import Problem, Problems, shorten
from macros.reading import shapes
from macros.reading.choice import Choice
from macros.reading.conversions import parse_conversion
from macros.reading.document_citations import cited
from macros.reading.fitting import FileShape
from macros.reading.mkdocs_settings import read_settings
from macros.reading.narrative import NarrativePage
from macros.reading.past_project import read_past_project
from macros.reading.persons import withheld_places
from macros.reading.project import Entry, Progress, Project, narratives_of, read_project
from macros.reading.relation_lines import DeclaredRelation
from macros.reading.sources import Files, Folder
from macros.reading.yaml_records import HARMLESS, MOST_PROBLEMS
from macros.record import Status
from macros.record.relation import NarrativeNumber
from macros.vietnamese import fold, slug

T = TypeVar("T")


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
    sections = tuple(_section(entry.shape, units, lists) for entry in project.indicators)
    indicators = {i.id: i for section in sections for i in section.indicators}
    relations = [declaration.declared for declaration in readable_relations(project)]
    pages = narratives_of(project)
    quality = {entry.shape.period: entry.shape for entry in project.quality}
    reports = [
        _checked(_report(entry.shape, indicators), relations, pages.get(period, ()), quality.get(period))
        for entry in project.reports
        for period in [entry.shape.period]
    ]
    return record.Catalogue(
        agency=_agency(_present(project.agency).agency),
        units=units,
        code_lists=lists,
        documents={d.id: _document(d) for d in _present(project.documents).documents},
        abbreviations={
            a.short: record.Abbreviation(a.short, a.expansion, a.expanded_in_source)
            for a in _present(project.glossary).abbreviations
        },
        foreign_words={f.word: f.language for f in _present(project.glossary).foreign_words},
        sections=sections,
        reports=tuple(sorted(reports, key=lambda report: report.period.order, reverse=True)),
        citations=tuple(citation for page in project.pages for citation in page.citations()),
        search_words=_search_words(project.synonyms),
        publisher=_publisher(_present(project.agency).publisher),
    )


def _present(entry: Entry[FileShape] | None) -> FileShape:
    assert entry is not None, "read_project has reported a register that could not be read"
    return entry.shape


def _search_words(entry: Entry[shapes.SynonymsFile] | None) -> record.SearchWords:
    if entry is None:
        return record.SearchWords()
    return record.SearchWords(
        tuple(tuple(group.words) for group in entry.shape.synonyms),
        tuple(entry.shape.suggestions),
        tuple((asked.page, tuple(asked.words)) for asked in entry.shape.pages),
    )


def _agency(shape: shapes.AgencyShape) -> record.Agency:
    return record.Agency(
        id=shape.id,
        name=shape.name,
        short_name=shape.short_name,
        territory=shape.territory,
        valid_from=shape.valid_from,
        valid_to=shape.valid_to,
        validity_note=shape.validity_note,
        sources=tuple(record.Source(source.text, source.url) for source in shape.sources),
        successor=_successor(shape.successor) if shape.successor else None,
        contact=shape.contact,
        contact_note=shape.contact_note,
        schedule=_schedule(shape.schedule) if shape.schedule else None,
        validity_basis=shape.validity_basis,
        successor_note=shape.successor_note,
    )


def _publisher(shape: shapes.PublisherShape | None) -> record.Publisher | None:
    return record.Publisher(shape.name, shape.contact, shape.contact_note) if shape else None


def _schedule(shape: shapes.ScheduleShape) -> record.Schedule:
    return record.Schedule(tuple(shape.periods), record.Source(shape.source.text, shape.source.url))


def _successor(shape: shapes.SuccessorShape) -> record.Successor:
    return record.Successor(shape.name, shape.territory, shape.valid_from, shape.note)


def _document(shape: shapes.DocumentShape) -> record.Document:
    year = shape.date.year if shape.date else shape.year
    assert year is not None, "checks/registers.py demands a year"
    return record.Document(
        id=shape.id,
        type=shape.type,
        number=shape.number,
        symbol=shape.symbol,
        printed=shape.printed,
        year=year,
        date=shape.date,
        issuer=shape.issuer,
        issuer_from=shape.issuer_from,
        subject=shape.subject,
        url=shape.url,
        replaces=tuple(shape.replaces),
    )


def _section(
    shape: shapes.IndicatorsFile, units: Mapping[str, record.Unit], lists: Mapping[str, CodeList]
) -> record.Section:
    head = shape.section
    row = record.Indicator(
        id=head.id,
        section=head.id,
        parent=None,
        printed_number=head.printed_number,
        label=head.label,
        kind=HEADING,
        printed_unit=None,
        unit=None,
        code_list=None,
        first_period=head.first_period,
        last_period=head.last_period,
        cumulative=False,
        may_exceed_100=False,
        link=None,
        documents=(),
        successors=(),
        definition=None,
    )
    rows = (row, *(_indicator(i, head.id, units, lists) for i in shape.indicators))
    return record.Section(row, rows, tuple(head.narrative_headings))


def _indicator(
    shape: shapes.IndicatorShape, section: str, units: Mapping[str, record.Unit], lists: Mapping[str, CodeList]
) -> record.Indicator:
    return record.Indicator(
        id=shape.id,
        section=section,
        parent=shape.parent,
        printed_number=shape.printed_number,
        label=shape.label,
        kind=shape.kind,
        printed_unit=shape.printed_unit,
        unit=units[shape.unit] if shape.unit else None,
        code_list=lists[shape.code_list] if shape.code_list else None,
        first_period=shape.first_period,
        last_period=shape.last_period,
        cumulative=shape.cumulative,
        may_exceed_100=shape.may_exceed_100,
        link=shape.link,
        documents=tuple(shape.documents),
        successors=tuple(shape.successors),
        definition=shape.definition,
        breaks=tuple(record.Break(b.period, b.reason) for b in shape.breaks),
        conversion=parse_conversion(shape.conversion) if shape.conversion else (),
        former_ids=tuple(shape.former_ids),
    )


def _report(shape: shapes.ReportFile, indicators: Mapping[str, record.Indicator]) -> record.Report:
    given = {observation.indicator: observation for observation in shape.observations}
    # A report gives every row that lives in its period and no other; one of the past need not have.
    rows = [i for i in indicators.values() if i.id in given or (not i.kind.holds_value and i.lives_in(shape.period))]
    return record.Report(
        period=shape.period,
        title=shape.title,
        status=shape.status,
        number=shape.number,
        symbol=shape.symbol,
        date=shape.date,
        printed_date=shape.printed_date,
        place=shape.place,
        data_start=shape.data_start,
        data_end=shape.data_end,
        cumulative=shape.cumulative,
        signer_title=shape.signer_title,
        signer=_person(shape.signer) if shape.signer else None,
        recipients=tuple(shape.recipients),
        annex_title=shape.annex.title,
        annex_attachment=shape.annex.attachment,
        source=record.SourceFile(shape.source.file, shape.source.sha256),
        revisions=tuple(record.Revision(r.number, r.date, r.reason, r.document) for r in shape.revisions),
        observations=tuple(_observation(row, shape.period, given.get(row.id)) for row in rows),
    )


def _checked(
    report: record.Report,
    relations: Iterable[DeclaredRelation],
    pages: Sequence[NarrativePage],
    quality: shapes.QualityFile | None,
) -> record.Report:
    """The report with the result of every relation that lives then and whose figures it has, and what else is known.

    That is why its blanks are blank, and what was written of it.
    """
    rows = report.by_indicator
    held = [
        r.relation for r in relations if r.lives_in(report.period) and all(id in rows for id in r.relation.indicators)
    ]
    # Rendering a page to words takes longer than all the rest: only where a relation asks for them.
    narrated = any(isinstance(term, NarrativeNumber) for relation in held for term in relation.terms)
    figures = _figures(report, "\n".join(page.plain_text() for page in pages) if narrated else "")
    why = blanks.reasons(report.observations, held)
    return _annotated(
        replace(
            report,
            check_results=tuple(judgement.judge(relation, figures) for relation in held),
            observations=tuple(
                replace(row, blank=why[row.indicator.id]) if row.indicator.id in why else row
                for row in report.observations
            ),
        ),
        quality,
    )


def _annotated(report: record.Report, quality: shapes.QualityFile | None) -> record.Report:
    """The report with the questions, the reading notes and the staff notes on it."""
    if quality is None:
        return report
    return replace(
        report,
        questions=tuple(map(_question, quality.questions)),
        reading_notes=tuple(
            record.ReadingNote(note.id, tuple(note.indicators), note.text, note.reference)
            for note in quality.reading_notes
        ),
        staff_notes=tuple(record.StaffNote(note.id, note.text, note.reference) for note in quality.for_staff),
    )


def _question(shape: shapes.QuestionShape) -> record.Question:
    answer = record.Answer(shape.answer.text, shape.answer.date, shape.answer.by) if shape.answer else None
    return record.Question(shape.id, shape.indicator, shape.text, shape.reference, shape.asked, answer)


def _figures(report: record.Report, narrative: str) -> judgement.Figures:
    """What the relations of a report are held against."""
    rows = [row.indicator for row in report.observations]
    rounded = [row for row in rows if row.kind.is_rounded]
    counted = {row.unit.id for row in rows if row.unit and row.kind.is_counted}
    return judgement.Figures(
        values={row.indicator.id: amount for row in report.observations if (amount := row.quantity) is not None},
        notes={o.indicator.id: o.note for o in report.observations if o.note},
        narrative=narrative,
        rounded=frozenset(row.id for row in rounded),
        rounded_units=frozenset(row.unit.id for row in rounded if row.unit) - counted,
        signed=frozenset(row.id for row in rows if row.kind.is_signed),
    )


def _observation(
    indicator: record.Indicator, period: record.Period, shape: shapes.ObservationShape | None
) -> record.Observation:
    value = None
    status = Status.HEADING
    if shape is not None and indicator.kind.holds_value:
        status = _status(shape)
        if shape.value is not None:
            value = _value(shape.value, indicator)
    return record.Observation(
        indicator=indicator,
        period=period,
        status=status,
        value=value,
        note=shape.note if shape else None,
        persons=tuple(map(_person, shape.persons)) if shape else (),
        documents=_unique(c.document for c in cited(shape.note or "") if c.document) if shape else (),
        expected=shape.expected if shape else None,
        reason=shape.reason if shape else None,
        target=_target(indicator, shape),
        covers=shape.covers if shape else None,
        waiting=shape.waiting if shape else None,
    )


def _status(shape: shapes.ObservationShape) -> Status:
    """Why there is no value, or that there is one; only a past state says neither."""
    if shape.status is None or shape.status in (Status.REPORTED, Status.HEADING):
        return Status.REPORTED if shape.value is not None else Status.NOT_REPORTED
    return shape.status


def _value(text: str, indicator: record.Indicator) -> Value:
    """The value as the definition reads it; a past one that it cannot read as it was typed."""
    try:
        return indicator.kind.parse(text, indicator.domain)
    except Refusal:
        return text


def _target(indicator: record.Indicator, shape: shapes.ObservationShape | None) -> Decimal | None:
    if shape is None or shape.target is None:
        return None
    try:
        return indicator.kind.parse_target(shape.target, indicator.domain)
    except Refusal:
        return None


def _person(shape: shapes.PersonShape) -> record.Person:
    return record.Person(shape.name, shape.withheld)


def _unique(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))
