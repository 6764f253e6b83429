"""All files of a project, each read once and in its shape."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Generic, TypeAlias, cast

from macros.model import Period
from macros.problems import Place, Problem
from macros.reading import narrative, shapes
from macros.reading.choice import Choice, chosen
from macros.reading.files import Files
from macros.reading.fitting import FileShape, fitting_parts, shaped
from macros.reading.lenient import leniently_shaped, mended_text
from macros.reading.records import Record, parse_past_record, parse_record
from macros.reading.settings import Settings, read_settings
from macros.vietnamese import invisible_characters

# Told how many files are read, of how many.
Progress: TypeAlias = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Entry(Generic[FileShape]):
    """A file in its shape, with the record that knows its lines."""

    record: Record
    shape: FileShape


@dataclass(frozen=True, slots=True)
class Faulty:
    """A report that does not fit its shape: its record, its period where that is sure, and the blocks that do fit.

    `observations` are by their position in the file; `told` are the lines of which a problem has been told.
    """

    record: Record
    period: Period | None
    observations: Mapping[int, shapes.ObservationShape]
    told: frozenset[int]


@dataclass(frozen=True, slots=True)
class Partly:
    """A register that does not fit its shape: its record, and the lines of which a problem has been told."""

    record: Record
    told: frozenset[int]


@dataclass(frozen=True, slots=True)
class Project:
    """What the files say. A register is None, and a group incomplete, when a file of it could not be read.

    Laws that need a register which could not be read are not checked: its own problems come first. `indicators` are in
    the order of their sections. `labels` are those of indicators and sections by id, as far as they can be read, also
    from a file that has problems. Of reports and definitions with problems, `faulty` and `spare` are what is sound in
    them, so that no mistake hides another; `partly` are registers with problems, by their path.
    """

    files: Files
    agency: Entry[shapes.AgencyFile] | None
    units: Entry[shapes.UnitsFile] | None
    code_lists: Entry[shapes.CodeListsFile] | None
    documents: Entry[shapes.DocumentsFile] | None
    glossary: Entry[shapes.GlossaryFile] | None
    synonyms: Entry[shapes.SynonymsFile] | None
    indicators: Sequence[Entry[shapes.IndicatorsFile]]
    indicators_complete: bool
    reports: Sequence[Entry[shapes.ReportFile]]
    reports_complete: bool
    faulty: Sequence[Faulty]
    spare: Sequence[shapes.IndicatorShape]
    partly: Mapping[str, Partly]
    relations: Sequence[Entry[shapes.RelationsFile]]
    quality: Sequence[Entry[shapes.QualityFile]]
    pages: Sequence[narrative.NarrativePage]
    pages_complete: bool
    labels: Mapping[str, str]
    settings: Settings | None
    choice: Choice


# The states of a project that were published share most of their definitions.
@lru_cache(maxsize=128)
def _parsed(
    name: str, text: str, shape: type[shapes.Shape], lenient: bool
) -> tuple[Record, shapes.Shape | None, Sequence[Problem]]:
    if not lenient:
        record = parse_record(name, text)
        return record, *shaped(record, shape)
    record = parse_past_record(name, text)
    found = leniently_shaped(record, shape)
    return record, found, shaped(record, shape)[1] if found is None else ()


def read_project(
    files: Files, progress: Progress | None = None, lenient: bool = False
) -> tuple[Project, list[Problem]]:
    """The project in the files, as far as it can be read, and every problem of their text and shape.

    `progress` is told after each file how many of how many files are read. A past state is read in a `lenient` way: a
    problem is then only what leaves a file unread.
    """
    problems: list[Problem] = []
    labels: dict[str, str] = {}
    settings, misset = read_settings(files)
    problems += misset
    number = sum(1 for name in files.names("data") if name.endswith(".yaml")) + len(narrative.page_names(files))
    done = 0

    def finished() -> None:
        nonlocal done
        done += 1
        if progress is not None:
            progress(done, number)

    def one(name: str, shape: type[FileShape], required: bool = True) -> Entry[FileShape] | None:
        if not files.has(f"data/{name}"):
            if not required:
                return None
            problems.append(
                Problem(Place(f"data/{name}"), "E100", "thiếu tệp", "tệp này là bắt buộc", "khôi phục tệp từ bản trước")
            )
            return None
        return entry(f"data/{name}", shape)

    faulty: list[Faulty] = []
    spare: list[shapes.IndicatorShape] = []
    partly: dict[str, Partly] = {}

    def salvage(record: Record, shape: type[shapes.Shape], found: Sequence[Problem]) -> None:
        told = frozenset(problem.place.line for problem in found)
        if shape is shapes.ReportFile:
            sound = fitting_parts(record, "observations", shapes.ObservationShape)
            faulty.append(Faulty(record, _period_of(record), sound, told))
        elif shape is shapes.IndicatorsFile:
            spare.extend(fitting_parts(record, "indicators", shapes.IndicatorShape).values())
        else:
            partly[record.path] = Partly(record, told)

    def entry(name: str, shape: type[FileShape]) -> Entry[FileShape] | None:
        text = files.text(name)
        if isinstance(text, str):
            record, fitted, found = _parsed(name, text, shape, lenient)
        else:
            record, fitted, found = Record(name, "", None, []), None, [text]
        if shape is shapes.IndicatorsFile:
            labels.update(_labels(record))
        if fitted is None and not lenient:
            salvage(record, shape, found)
        problems.extend(found)
        finished()
        return Entry(record, cast(FileShape, fitted)) if fitted is not None else None

    pages: list[narrative.NarrativePage] = []

    def page(name: str) -> narrative.NarrativePage | None:
        read, found = narrative.read_page(files, name, mended_text if lenient else str)
        problems.extend(() if lenient and read is not None else found)
        pages.extend([read] if read is not None else [])
        finished()
        return read

    def folder(name: str, shape: type[FileShape], required: bool = True) -> tuple[list[Entry[FileShape]], bool]:
        inside = [PurePosixPath(path) for path in files.names(f"data/{name}") if path.count("/") == 2]
        names = [str(path) for path in inside if path.suffix == ".yaml"]
        if required and not names:
            problems.append(
                Problem(
                    Place(f"data/{name}"), "E100", "chưa có tệp nào", "ít nhất một tệp .yaml", "thêm tệp theo hướng dẫn"
                )
            )
        entries = [entry(path, shape) for path in names]
        read = [found for found in entries if found is not None]
        return read, (bool(names) or not required) and len(read) == len(entries)

    indicators, indicators_complete = folder("indicators", shapes.IndicatorsFile)
    indicators.sort(key=lambda entry: entry.shape.section.order)
    reports, reports_complete = folder("reports", shapes.ReportFile)
    relations, _ = folder("relations", shapes.RelationsFile, required=False)
    quality, _ = folder("quality", shapes.QualityFile, required=False)
    choice = chosen(files, settings, page)
    project = Project(
        files=files,
        agency=one("agency.yaml", shapes.AgencyFile),
        units=one("units.yaml", shapes.UnitsFile),
        code_lists=one("code-lists.yaml", shapes.CodeListsFile),
        documents=one("documents.yaml", shapes.DocumentsFile),
        glossary=one("glossary.yaml", shapes.GlossaryFile),
        synonyms=one("synonyms.yaml", shapes.SynonymsFile, required=False),
        indicators=indicators,
        indicators_complete=indicators_complete,
        reports=reports,
        reports_complete=reports_complete,
        faulty=faulty,
        spare=spare,
        partly=partly,
        relations=relations,
        quality=quality,
        pages=sorted(pages, key=lambda page: page.path),
        pages_complete=len(pages) == len(choice.pages),
        labels=labels,
        settings=settings,
        choice=choice,
    )
    return project, problems


def _period_of(record: Record) -> Period | None:
    """The period of a report that has other problems, where its head and its name agree on one."""
    written = record.value.get("period") if isinstance(record.value, dict) else None
    try:
        period = Period.parse(PurePosixPath(record.path).stem)
    except ValueError:
        return None
    return period if written == str(period) else None


def _labels(record: Record) -> Iterator[tuple[str, str]]:
    """The label of each row that a file of definitions holds, whatever else is wrong with the file."""
    value = record.value if isinstance(record.value, dict) else {}
    rows = value.get("indicators")
    for row in [value.get("section"), *(rows if isinstance(rows, list) else [])]:
        id, label = (row.get("id"), row.get("label")) if isinstance(row, dict) else (None, None)
        # A label that is to be mended first would spoil every message that shows it.
        if isinstance(id, str) and isinstance(label, str) and label.strip() and not invisible_characters(label):
            yield id, label
