"""All files of a project, each read once and in its shape."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import PurePosixPath
from typing import Any, Generic, Self, TypeAlias, TypeVar, cast

from macros.problems.problem import Place, Problem
from macros.reading import narrative, shapes
from macros.reading.choice import Choice, chosen
from macros.reading.fitting import FileShape, fitting_parts, shaped
from macros.reading.lenient import leniently_shaped, mended_text
from macros.reading.mkdocs_settings import Settings, read_settings
from macros.reading.sources import Files
from macros.reading.yaml_records import Record, parse_past_record, parse_record
from macros.record import Period, ReportKey
from macros.record.late import Late
from macros.vietnamese import invisible_characters

Summary = TypeVar("Summary")
# Told how many files are read, of how many.
Progress: TypeAlias = Callable[[int, int], None]


@dataclass(frozen=True)
class Entry(Late, Generic[FileShape]):
    """A file in its shape, with the record that knows its lines.

    Of a file that is known to be right there may be a summary, and it is read when more than that is asked of it.
    """

    record: Record
    shape: FileShape

    @classmethod
    def known(cls, path: str, read: "Callable[[], Entry[FileShape]]", summary: object = None) -> Self:
        """A file that can be read, and may have to be."""
        return cls.late({"_path": path, "_summary": summary}, lambda: vars(read()))

    @property
    def path(self) -> str:
        """The name of the file."""
        return str(self.__dict__.get("_path") or self.record.path)

    def summed_up(self, how: "Callable[[Entry[FileShape]], Summary]") -> Summary:
        """The summary of the file, which is made but once."""
        if self.__dict__.get("_summary") is None:
            self.__dict__["_summary"] = how(self)
        return cast(Summary, self.__dict__["_summary"])


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
class Judged:
    """Files of which it is known that each can be read and breaks no law by itself, by their path."""

    reports: Mapping[str, Entry[shapes.ReportFile]] = field(default_factory=dict)
    quality: Mapping[str, Entry[shapes.QualityFile]] = field(default_factory=dict)
    pages: Mapping[str, narrative.NarrativePage] = field(default_factory=dict)
    fitting: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The patterns of relations that read something in each report, by its path."""


@dataclass(frozen=True)
class Project:
    """What the files say. A register is None, and a group incomplete, when a file of it could not be read.

    Laws that need a register which could not be read are not checked: its own problems come first. `indicators` are in
    the order of their sections. `labels` are those of indicators and sections by id, as far as they can be read, also
    from a file that has problems. Of reports and definitions with problems, `faulty` and `spare` are what is sound in
    them, so that no mistake hides another; `partly` are registers with problems, by their path. `judged` are the paths
    of files whose own laws are known to hold, `fitting` as in `Judged`; laws between files are asked of all.
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
    judged: frozenset[str] = frozenset()
    fitting: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def unjudged(self) -> "Project":
        """The same without the files whose own laws are known to hold."""
        if not self.judged:
            return self
        return replace(
            self,
            reports=[entry for entry in self.reports if entry.path not in self.judged],
            quality=[entry for entry in self.quality if entry.path not in self.judged],
            pages=[page for page in self.pages if page.path not in self.judged],
            judged=frozenset(),
        )


def narratives_of(project: Project) -> Mapping[ReportKey, Sequence[narrative.NarrativePage]]:
    """The pages that tell of a report, by its key; of one without a page there is no entry."""
    found: dict[ReportKey, list[narrative.NarrativePage]] = {}
    for page in project.pages:
        if page.is_report and page.report is not None:
            found.setdefault(page.report, []).append(page)
    return found


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


def read_again(name: str, text: str, shape: type[FileShape]) -> Entry[FileShape]:
    """A data file whose text is known to fit its shape."""
    record, fitted, problems = _parsed(name, text, shape, False)
    assert fitted is not None, name
    assert not problems, name
    return Entry(record, cast(FileShape, fitted))


def read_project(
    files: Files,
    progress: Progress | None = None,
    lenient: bool = False,
    pages: bool = True,
    judged: Judged | None = None,
) -> tuple[Project, list[Problem]]:
    """The project in the files, as far as it can be read, and every problem of their text and shape.

    `progress` is told after each file how many of how many files are read. A past state is read in a `lenient` way: a
    problem is then only what leaves a file unread, and every page is taken as it is, or none without `pages`. What is
    `judged` is taken as it is known.
    """
    settings, problems = read_settings(files)
    judged = judged or Judged()
    reader = _Reader(files, progress, lenient, list(problems), judged)
    indicators, indicators_complete = reader.folder("indicators", shapes.IndicatorsFile)
    indicators.sort(key=lambda entry: entry.shape.section.order)
    reports, reports_complete = reader.folder("reports", shapes.ReportFile)
    relations, _ = reader.folder("relations", shapes.RelationsFile, required=False)
    quality, _ = reader.folder("quality", shapes.QualityFile, required=False)
    choice = reader.past_choice(pages) if lenient else chosen(files, settings, reader.page)
    project = Project(
        files=files,
        agency=reader.register("agency.yaml", shapes.AgencyFile),
        units=reader.register("units.yaml", shapes.UnitsFile),
        code_lists=reader.register("code-lists.yaml", shapes.CodeListsFile),
        documents=reader.register("documents.yaml", shapes.DocumentsFile),
        glossary=reader.register("glossary.yaml", shapes.GlossaryFile),
        synonyms=reader.register("synonyms.yaml", shapes.SynonymsFile, required=False),
        indicators=indicators,
        indicators_complete=indicators_complete,
        reports=reports,
        reports_complete=reports_complete,
        faulty=reader.faulty,
        spare=reader.spare,
        partly=reader.partly,
        relations=relations,
        quality=quality,
        pages=sorted(reader.pages, key=lambda page: page.path),
        pages_complete=len(reader.pages) == len(choice.pages),
        labels=reader.labels,
        settings=settings,
        choice=choice,
        judged=frozenset({*judged.reports, *judged.quality, *judged.pages}),
        fitting=judged.fitting,
    )
    return project, reader.problems


class _Reader:
    """Reads the files of a project one by one and keeps what each of them said, and its problems."""

    def __init__(
        self, files: Files, progress: Progress | None, lenient: bool, problems: list[Problem], judged: Judged
    ) -> None:
        self.problems = problems
        self.labels: dict[str, str] = {}
        self.faulty: list[Faulty] = []
        self.spare: list[shapes.IndicatorShape] = []
        self.partly: dict[str, Partly] = {}
        self.pages: list[narrative.NarrativePage] = []
        self._files, self._progress, self._lenient = files, progress, lenient
        self._judged = judged
        self._known: Mapping[str, Entry[Any]] = {**judged.reports, **judged.quality}
        data = sum(1 for name in files.names("data") if name.endswith(".yaml"))
        self._number, self._done = data + len(narrative.page_names(files)), 0

    def register(self, name: str, shape: type[FileShape], required: bool = True) -> Entry[FileShape] | None:
        """A file right below `data/`."""
        if self._files.has(f"data/{name}"):
            return self._entry(f"data/{name}", shape)
        if required:
            self._missing(f"data/{name}", "thiếu tệp", "tệp này là bắt buộc", "khôi phục tệp từ bản trước")
        return None

    def folder(self, name: str, shape: type[FileShape], required: bool = True) -> tuple[list[Entry[FileShape]], bool]:
        """The files of a folder that can be read, and whether these are all."""
        inside = [PurePosixPath(path) for path in self._files.names(f"data/{name}") if path.count("/") == 2]
        names = [str(path) for path in inside if path.suffix == ".yaml"]
        if required and not names:
            self._missing(f"data/{name}", "chưa có tệp nào", "ít nhất một tệp .yaml", "thêm tệp theo hướng dẫn")
        entries = [self._entry(path, shape) for path in names]
        read = [found for found in entries if found is not None]
        return read, (bool(names) or not required) and len(read) == len(entries)

    def page(self, name: str) -> narrative.NarrativePage | None:
        """A page of `docs/`; None where it cannot be read."""
        if (known := self._judged.pages.get(name)) is not None:
            self.pages.append(known)
            self._finished()
            return known
        read, found = narrative.read_page(self._files, name, mended_text if self._lenient else str)
        self.problems.extend(() if self._lenient and read is not None else found)
        self.pages.extend([read] if read is not None else [])
        self._finished()
        return read

    def past_choice(self, pages: bool) -> Choice:
        """What a past state has of pages: nothing of it is published by its links, and nothing is asked of them."""
        names = narrative.page_names(self._files) if pages else []
        for name in names:
            self.page(name)
        found = frozenset(name.removeprefix("docs/") for name in names)
        return Choice(found, frozenset(), found, {})

    def _entry(self, name: str, shape: type[FileShape]) -> Entry[FileShape] | None:
        if (known := self._known.get(name)) is not None:
            self._finished()
            return known
        text = self._files.text(name)
        if isinstance(text, str):
            record, fitted, found = _parsed(name, text, shape, self._lenient)
        else:
            record, fitted, found = Record(name, "", None, []), None, [text]
        if shape is shapes.IndicatorsFile:
            self.labels.update(_labels(record))
        if fitted is None and not self._lenient:
            self._salvage(record, shape, found)
        self.problems.extend(found)
        self._finished()
        return Entry(record, cast(FileShape, fitted)) if fitted is not None else None

    def _salvage(self, record: Record, shape: type[shapes.Shape], found: Sequence[Problem]) -> None:
        """Keep what is sound in a file that does not fit its shape."""
        told = frozenset(problem.place.line for problem in found)
        if shape is shapes.ReportFile:
            sound = fitting_parts(record, "observations", shapes.ObservationShape)
            self.faulty.append(Faulty(record, _period_of(record), sound, told))
        elif shape is shapes.IndicatorsFile:
            self.spare.extend(fitting_parts(record, "indicators", shapes.IndicatorShape).values())
        else:
            self.partly[record.path] = Partly(record, told)

    def _missing(self, name: str, found: str, allowed: str, remedy: str) -> None:
        self.problems.append(Problem(Place(name), "E100", found, allowed, remedy))

    def _finished(self) -> None:
        self._done += 1
        if self._progress is not None:
            self._progress(self._done, self._number)


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
