"""The project with its first report alone: what tests quote of it stays true whatever is published after it."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml

FIRST = "2022-S1"
# What a project is built from.
_PARTS = ("data", "docs", "macros")
# Folders with a file for each report, named after its period.
_FOLDERS = ("data/reports", "data/relations", "data/quality", "docs/bao-cao")
_KEPT = ("index", FIRST.lower())
_DOCUMENTS = "data/documents.yaml"


def is_alone(project: Path) -> bool:
    """Whether the project has no other report than the first."""
    return not _others(project)


def first_alone(project: Path, folder: Path) -> Path:
    """The folder, with a copy of the project that lacks other reports, their pages and the documents they alone cite.

    It has no git history. What the project says of indicators, terms and the agency is copied as it is.
    """
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(project / "mkdocs.yml", folder / "mkdocs.yml")
    for part in _PARTS:
        if (project / part).is_dir():
            shutil.copytree(project / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for path in _others(folder):
        path.unlink()
    _keep_cited(folder)
    return folder


def _others(project: Path) -> list[Path]:
    """The files of other reports."""
    files = (path for name in _FOLDERS for path in sorted((project / name).glob("*.*")))
    return [path for path in files if path.stem.lower() not in _KEPT]


def _keep_cited(project: Path) -> None:
    """Leave in the register of documents, which is in canonical form, only those named by their id or number."""
    register = project / _DOCUMENTS
    said = "\n".join(path.read_text("utf-8") for path in _sources(project) if path != register)
    head, *entries = re.split(r"(?m)^(?=  - id: )", register.read_text("utf-8"))
    kept = (entry.strip("\n") for entry in entries if any(name in said for name in _names(entry)))
    register.write_text(head + "\n\n".join(kept) + "\n", "utf-8", newline="\n")


def _sources(project: Path) -> Iterator[Path]:
    """Every data file and every page."""
    for part in ("data", "docs"):
        yield from (path for path in sorted((project / part).rglob("*")) if path.suffix in (".yaml", ".md"))


def _names(entry: str) -> Iterator[str]:
    """How an entry of the register is cited: by its id in a page, by number and symbol in the note of a row."""
    ((document,),) = [yaml.safe_load(entry)]
    yield document["id"]
    if "number" in document:
        yield f"{document['number']}/{document['symbol']}"
