"""A past project made whole: what it names and does not define is left out, so that one catalogue can be made of it.

Laws came later, and a past state cannot be mended in its file any more. What stays is what can be put together without
guessing; where a figure would be lost, nothing is.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from macros.problems.problem import Problem
from macros.reading import shapes
from macros.reading.conversions import NotAConversion, parse_conversion
from macros.reading.lenient import leniently_shaped
from macros.reading.past_files import PastFiles
from macros.reading.project import Entry, Judged, Project, read_project
from macros.reading.sources import LARGEST_FILE, Files
from macros.reading.yaml_records import Record

Shaped = TypeVar("Shaped", bound=shapes.Shape)


def read_past_project(files: Files) -> tuple[Project | None, list[Problem]]:
    """The project in the files of a past state, None where no catalogue can be made of it, and what is unread."""
    project, problems = read_project(files, lenient=True)
    if not _is_whole(project):
        return None, problems
    known = _Known(project)
    indicators = [replace(entry, shape=known.section(entry.shape)) for entry in project.indicators]
    reports = [replace(entry, shape=known.report(entry.shape)) for entry in project.reports]
    mended = replace(
        project,
        units=_register(project.units, shapes.UnitsFile, units=known.units()),
        code_lists=_register(project.code_lists, shapes.CodeListsFile, code_lists=known.code_lists),
        documents=_register(project.documents, shapes.DocumentsFile, documents=known.documents),
        glossary=_register(project.glossary, shapes.GlossaryFile),
        indicators=indicators,
        reports=reports,
    )
    return mended, problems


def is_readable(files: Files, reports: PastFiles[shapes.ReportFile]) -> bool:
    """Whether a catalogue can be made of the files of a past state, its pages aside.

    `reports` reads versions of one report after the other.
    """
    read = {name: reports.read(files.content(name, LARGEST_FILE + 1) or b"") for name in files.names("data/reports")}
    known = {name: Entry(Record(name, "", {}, []), shape) for name, shape in read.items() if shape is not None}
    return _is_whole(read_project(files, lenient=True, pages=False, judged=Judged(reports=known))[0])


def _is_whole(project: Project) -> bool:
    """Whether nothing is lost of what a figure needs: an agency, every report, and the row of each figure, once."""
    named = project.agency is not None and project.agency.shape.agency.name
    sections = [entry.shape.section.id for entry in project.indicators]
    known = {*sections, *(row.id for entry in project.indicators for row in entry.shape.indicators)}
    return bool(
        named
        and project.indicators_complete
        and project.reports_complete
        and len(set(sections)) == len(sections)
        and all(o.indicator in known for entry in project.reports for o in entry.shape.observations)
    )


def _register(entry: Entry[Shaped] | None, shape: type[Shaped], **parts: object) -> Entry[Shaped]:
    """A register with what is left of it; an empty one where there was none to read."""
    if entry is None:
        record = Record("", "", {}, [])
        empty = leniently_shaped(record, shape)
        assert empty is not None, "a register is a list, which may be empty"
        entry = Entry(record, empty)
    return replace(entry, shape=entry.shape.model_copy(update=parts))


class _Known:
    """What a past project defines; of an id that was defined twice the first definition counts."""

    def __init__(self, project: Project) -> None:
        lists = _first(project.code_lists.shape.code_lists if project.code_lists else ())
        self.code_lists = [found for found in lists if found.codes]
        self.documents = [
            document
            for document in _first(project.documents.shape.documents if project.documents else ())
            if document.date or document.year is not None
        ]
        self._code_lists = {found.id for found in self.code_lists}
        self._documents = {document.id for document in self.documents}
        self._units = _first(project.units.shape.units if project.units else ())
        self._rows = [row for entry in project.indicators for row in entry.shape.indicators]
        self._sections = {entry.shape.section.id for entry in project.indicators}
        self._ids = {*self._sections, *(row.id for row in self._rows)}
        self._seen: set[str] = set()

    def units(self) -> list[shapes.UnitShape]:
        """The units, also those that rows name and no register does: by the name under which they were printed."""
        printed = {row.unit: row.printed_unit or row.unit for row in reversed(self._rows) if row.unit}
        known = {unit.id for unit in self._units}
        more = [(id, label) for id, label in printed.items() if id not in known]
        return [*self._units, *(shapes.UnitShape.model_construct(id=id, label=label, printed=[]) for id, label in more)]

    def section(self, shape: shapes.IndicatorsFile) -> shapes.IndicatorsFile:
        """A file of definitions that names nothing but what there is."""
        return shape.model_copy(update={"indicators": list(self._indicators(shape))})

    def _indicators(self, shape: shapes.IndicatorsFile) -> Iterator[shapes.IndicatorShape]:
        above = {shape.section.id}
        for row in shape.indicators:
            if row.id in self._seen or row.id in self._sections:
                continue
            yield self._indicator(row, row.parent if row.parent in above else shape.section.id)
            self._seen.add(row.id)
            above.add(row.id)

    def _indicator(self, row: shapes.IndicatorShape, parent: str) -> shapes.IndicatorShape:
        codes = row.code_list if row.code_list in self._code_lists else None
        return row.model_copy(
            update={
                "parent": parent,
                "kind": row.kind.unlisted() if codes is None else row.kind,
                "code_list": codes,
                "documents": _among(row.documents, self._documents),
                "successors": _among(row.successors, self._ids),
                "conversion": row.conversion if row.conversion and self._converts(row.conversion) else None,
            }
        )

    def _converts(self, line: str) -> bool:
        try:
            return all(part.indicator in self._ids for part in parse_conversion(line))
        except NotAConversion:
            return False

    def report(self, shape: shapes.ReportFile) -> shapes.ReportFile:
        """A report that gives each figure once, and none at a section."""
        figures = {o.series: o for o in reversed(shape.observations) if o.indicator not in self._sections}
        return shape.model_copy(update={"observations": list(figures.values())[::-1]})


def _first(entries: Iterable[Shaped]) -> list[Shaped]:
    found: dict[str, Shaped] = {}
    for entry in entries:
        found.setdefault(getattr(entry, "id"), entry)  # noqa: B009
    return list(found.values())


def _among(ids: Sequence[str], known: Collection[str]) -> list[str]:
    return [id for id in ids if id in known]
