"""Patterns of relations, held against the notes and the narratives that they are to read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from macros.agreement.judgement import numbers_at
from macros.checks.declarations import Declaration, readable_relations
from macros.checks.index import Known
from macros.problems.problem import Place, Problem, shorten
from macros.reading.project import Entry, Project, narratives_of
from macros.reading.shapes import ReportFile
from macros.reading.yaml_records import Record, Spot
from macros.record import ReportKey, SeriesKey
from macros.record.relation import Figure, NarrativeNumber, NoteNumber
from macros.vietnamese import number


@dataclass(frozen=True, slots=True)
class _Text:
    """What a pattern is held against in one report: its note at a spot of the file, or its narrative."""

    record: Record
    spot: Spot
    text: str
    page: str | None = None

    def place(self) -> Place:
        return Place(self.page) if self.page else self.record.place(self.spot)


def warnings(project: Project, known: Known) -> Iterator[Problem]:
    """A pattern reads one number where a report has one."""
    texts = _Texts(project)
    for declaration, term in _patterns(project):
        yield from _ambiguous(declaration, term, texts)


def never_fitting(project: Project) -> Iterator[Problem]:
    """A pattern reads something in some report."""
    fitted = {name for entry in project.reports for name in project.fitting.get(entry.path, ())}
    texts = _Texts(project.unjudged)
    for declaration, term in _patterns(project):
        if _name(declaration, term) not in fitted and not _fits(declaration, term, texts):
            yield from _never(declaration, term, _Texts(project), project)


def fitting_patterns(project: Project) -> Mapping[str, frozenset[str]]:
    """The patterns that read something in each report, by the file of the report, whatever they are called."""
    found: dict[str, set[str]] = {entry.path: set() for entry in project.reports}
    texts = _Texts(project)
    for declaration, term in _patterns(project):
        for text in texts.of(declaration, term):
            if numbers_at(term.pattern, text.text):
                found[text.record.path].add(_name(declaration, term))
    return {path: frozenset(names) for path, names in found.items()}


def _patterns(project: Project) -> Iterator[tuple[Declaration, NoteNumber | NarrativeNumber]]:
    for declaration in readable_relations(project):
        for term in declaration.relation.terms:
            if not isinstance(term, Figure):
                yield declaration, term


def _name(declaration: Declaration, term: NoteNumber | NarrativeNumber) -> str:
    return f"{declaration.record.path} {declaration.relation.id} {declaration.relation.terms.index(term)}"


def _fits(declaration: Declaration, term: NoteNumber | NarrativeNumber, texts: "_Texts") -> bool:
    return any(numbers_at(term.pattern, text.text) for text in texts.of(declaration, term))


class _Texts:
    """The text that a term of a relation is read from, report by report."""

    def __init__(self, project: Project) -> None:
        self._project = project

    @cached_property
    def _notes(self) -> Sequence[tuple[Entry[ReportFile], Mapping[SeriesKey, tuple[int, str]]]]:
        return [
            (entry, {o.series: (n, o.note or "") for n, o in enumerate(entry.shape.observations)})
            for entry in self._project.reports
        ]

    @cached_property
    def _narratives(self) -> Mapping[ReportKey, _Text]:
        found, narratives = {}, narratives_of(self._project)
        for entry in self._project.reports:
            pages = narratives.get(entry.shape.report, ())
            words = "\n".join(page.plain_text() for page in pages)
            found[entry.shape.report] = _Text(entry.record, (), words, pages[0].path if pages else None)
        return found

    def of(self, declaration: Declaration, term: NoteNumber | NarrativeNumber) -> Iterator[_Text]:
        """The texts of the reports that the relation is held against: it lives then, and they have its figures."""
        for entry, notes in self._notes:
            living = declaration.declared.lives_in(entry.shape.period)
            if not living or not all(key in notes for key in declaration.relation.series):
                continue
            if isinstance(term, NarrativeNumber):
                yield self._narratives[entry.shape.report]
            else:
                n, note = notes[term.series]
                yield _Text(entry.record, ("observations", n, "note"), note)


def _ambiguous(declaration: Declaration, term: NoteNumber | NarrativeNumber, texts: _Texts) -> Iterator[Problem]:
    """A pattern that several numbers fit says none of them."""
    relation = declaration.relation
    for text in texts.of(declaration, term):
        found = numbers_at(term.pattern, text.text)
        if len(found) > 1:
            where = "ghi chú" if isinstance(term, NoteNumber) else "thuyết minh"
            yield Problem(
                text.place(),
                "W507",
                f"{where} có nhiều số khớp mẫu “{term.pattern}” của quan hệ “{relation.id}”: {_listed(found)}",
                "mỗi mẫu khớp một số",
                f"thêm chữ vào mẫu trong {declaration.record.path} để chỉ còn một số khớp; "
                "chưa sửa thì quan hệ không tính được",
                term.indicator if isinstance(term, NoteNumber) else relation.id,
            )


def _listed(numbers: Sequence[Decimal]) -> str:
    shown = "; ".join(number(found) for found in numbers[:5])
    return f"{shown}; …" if len(numbers) > 5 else shown


def _never(
    declaration: Declaration, term: NoteNumber | NarrativeNumber, texts: _Texts, project: Project
) -> Iterator[Problem]:
    """A pattern that no report has ever fitted is mistyped, or its note is gone."""
    if not (project.reports_complete and project.pages_complete):
        return
    looked_at = list(texts.of(declaration, term))
    if not looked_at or any(numbers_at(term.pattern, text.text) for text in looked_at):
        return
    if isinstance(term, NoteNumber):
        notes = [text.text for text in looked_at if text.text]
        where = f"ghi chú của “{term.indicator}”"
        allowed = f"ghi chú là “{shorten(notes[-1], 120)}”" if notes else f"chỉ tiêu “{term.indicator}” có ghi chú"
    else:
        where = "thuyết minh"
        allowed = "chữ như trong thuyết minh, # ở chỗ của số"
    yield declaration.problem(
        "W508",
        f"mẫu “{term.pattern}” không khớp {where} ở báo cáo nào",
        allowed,
        "chép lại đúng chữ của nguồn vào mẫu, thay con số bằng #; hoặc xóa quan hệ",
    )
