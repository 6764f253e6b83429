"""All files of a project, each read once and in its shape."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeAlias

from macros.problems import Place, Problem
from macros.reading import narrative, shapes
from macros.reading.records import Record, read_record
from macros.reading.shapes import FileShape

# Told how many files are read, of how many.
Progress: TypeAlias = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Entry(Generic[FileShape]):
    """A file in its shape, with the record that knows its lines."""

    record: Record
    shape: FileShape


@dataclass(frozen=True, slots=True)
class Project:
    """What the files say. A register is None, and a group incomplete, when a file of it could not be read.

    Laws that need a register which could not be read are not checked: its own problems come first. `indicators` are in
    the order of their sections.
    """

    root: Path
    agency: Entry[shapes.AgencyFile] | None
    units: Entry[shapes.UnitsFile] | None
    code_lists: Entry[shapes.CodeListsFile] | None
    documents: Entry[shapes.DocumentsFile] | None
    glossary: Entry[shapes.GlossaryFile] | None
    indicators: Sequence[Entry[shapes.IndicatorsFile]]
    indicators_complete: bool
    reports: Sequence[Entry[shapes.ReportFile]]
    reports_complete: bool
    remarks: Sequence[Entry[shapes.RemarksFile]]
    pages: Sequence[narrative.NarrativePage]


def read_project(root: Path, progress: Progress | None = None) -> tuple[Project, list[Problem]]:
    """The project under `root`, as far as it can be read, and every problem of its files' text and shape.

    `progress` is told after each file how many of how many files are read.
    """
    problems: list[Problem] = []
    page_paths = narrative.page_paths(root)
    files = sum(1 for _ in (root / "data").rglob("*.yaml")) + len(page_paths)
    done = 0

    def finished() -> None:
        nonlocal done
        done += 1
        if progress is not None:
            progress(done, files)

    def one(name: str, shape: type[FileShape]) -> Entry[FileShape] | None:
        path = root / "data" / name
        if not path.is_file():
            problems.append(
                Problem(Place(f"data/{name}"), "E100", "thiếu tệp", "tệp này là bắt buộc", "khôi phục tệp từ bản trước")
            )
            return None
        return entry(path, shape)

    def entry(path: Path, shape: type[FileShape]) -> Entry[FileShape] | None:
        record = read_record(root, path)
        shaped, found = shapes.shaped(record, shape)
        problems.extend(found)
        finished()
        return Entry(record, shaped) if shaped is not None else None

    def page(path: Path) -> narrative.NarrativePage | None:
        read, found = narrative.read_page(root, path)
        problems.extend(found)
        finished()
        return read

    def folder(name: str, shape: type[FileShape], required: bool = True) -> tuple[list[Entry[FileShape]], bool]:
        paths = sorted((root / "data" / name).glob("*.yaml"))
        if required and not paths:
            problems.append(
                Problem(
                    Place(f"data/{name}"), "E100", "chưa có tệp nào", "ít nhất một tệp .yaml", "thêm tệp theo hướng dẫn"
                )
            )
        # Read by nobody, and nobody would notice.
        for path in sorted((root / "data" / name).glob("*.[yY][mM][lL]")):
            place = Place(path.relative_to(root).as_posix())
            remedy = f"đổi tên tệp thành {path.stem}.yaml"
            problems.append(Problem(place, "E100", "tệp có đuôi .yml nên không được đọc", "đuôi .yaml", remedy))
        entries = [entry(path, shape) for path in paths]
        read = [found for found in entries if found is not None]
        return read, (bool(paths) or not required) and len(read) == len(entries)

    indicators, indicators_complete = folder("indicators", shapes.IndicatorsFile)
    indicators.sort(key=lambda entry: entry.shape.section.order)
    reports, reports_complete = folder("reports", shapes.ReportFile)
    remarks, _ = folder("remarks", shapes.RemarksFile, required=False)
    pages = [read for path in page_paths if (read := page(path)) is not None]
    project = Project(
        root=root,
        agency=one("agency.yaml", shapes.AgencyFile),
        units=one("units.yaml", shapes.UnitsFile),
        code_lists=one("code-lists.yaml", shapes.CodeListsFile),
        documents=one("documents.yaml", shapes.DocumentsFile),
        glossary=one("glossary.yaml", shapes.GlossaryFile),
        indicators=indicators,
        indicators_complete=indicators_complete,
        reports=reports,
        reports_complete=reports_complete,
        remarks=remarks,
        pages=pages,
    )
    return project, problems
