"""The sites that are measured: ours in each state of its cache, the naive one, and an empty one of as many pages."""

import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from tests.benchmark.measuring import ROOT, Cost, measured
from tests.benchmark.results import CHANGED, CHECK_COLD, CHECK_UNCHANGED, CHECK_WARM, COLD, FIRST, UNCHANGED

CONFIG_TAG = re.compile(r"!(?:ENV|!python/name:\S+)")


@dataclass(frozen=True, slots=True)
class Ours:
    """A project of ours, a folder that its site is built into, and the cache of the user who builds it."""

    project: Path
    site: Path
    cache: Path

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "macros.cli", "--project", str(self.project), *arguments]

    def build(self) -> list[str]:
        return self.command("build", "--site-dir", str(self.site))

    def measured(self, command: Sequence[str]) -> Cost:
        """The cost of a command, for that user."""
        return measured(command, XDG_CACHE_HOME=str(self.cache))

    def forget(self) -> None:
        """Take away all that a build leaves for the next."""
        shutil.rmtree(self.project / ".cache", ignore_errors=True)
        shutil.rmtree(self.site, ignore_errors=True)

    def costs(self) -> dict[str, Cost]:
        """What building and checking cost without anything of an earlier build of this project, and with all of it."""
        self.forget()
        found = {CHECK_COLD: self.measured(self.command("check"))}
        self.forget()
        found[COLD] = self.measured(self.build())
        found[UNCHANGED] = self.measured(self.build())
        found[CHECK_WARM] = self.measured(self.command("check"))
        found[CHECK_UNCHANGED] = self.measured(self.command("check"))
        return found

    def first(self) -> dict[str, Cost]:
        """What a build costs for a user who has never built anything."""
        self.forget()
        shutil.rmtree(self.cache, ignore_errors=True)
        return {FIRST: self.measured(self.build())}

    def changed(self) -> dict[str, Cost]:
        """What a build costs after one figure of the newest report was corrected; the correction is taken back."""
        with corrected(self):
            return {CHANGED: self.measured(self.build())}


def pages_of(site: Path) -> int:
    """How many pages a built site has."""
    return sum(1 for _ in site.rglob("*.html"))


def files_of(site: Path) -> int:
    """How many files it has, pages and what is beside them."""
    return sum(path.is_file() for path in site.rglob("*"))


@contextmanager
def corrected(ours: Ours) -> Iterator[str]:
    """The newest report of a demonstration with one figure corrected as a clerk does it; gives the figure's row.

    A revision is entered by the command, then the value is changed. Both are taken back at the end.
    """
    with revised(ours) as path:
        text = path.read_text(encoding="utf-8")
        row = free_row(ours.project, text)
        text = re.sub(
            rf"(?m)^(  - indicator: {row}\n    value: )(\d+)$", lambda found: f"{found[1]}{int(found[2]) + 1}", text
        )
        path.write_text(text, encoding="utf-8", newline="\n")
        yield row


@contextmanager
def revised(ours: Ours) -> Iterator[Path]:
    """The file of the newest report of a demonstration, with a further revision; all is taken back at the end."""
    path = newest_report(ours.project)
    before = path.read_text(encoding="utf-8")
    report: dict[str, Any] = yaml.safe_load(before)
    day: date = max(revision["date"] for revision in report["revisions"]) + timedelta(1)
    measured(ours.command("revise", path.stem, "--date", day.isoformat(), "--reason", "Sửa một số chép sai"))
    try:
        yield path
    finally:
        path.write_text(before, encoding="utf-8", newline="\n")


def free_row(project: Path, report: str) -> str:
    """The first row of a report with a count that no relation binds, so that it may be corrected by itself."""
    files = [yaml.safe_load(path.read_text("utf-8")) for path in sorted((project / "data/indicators").glob("*.yaml"))]
    bound = " ".join(str(file.get("relations", "")) for file in files)
    counts = {row["id"] for file in files for row in file["indicators"] if row["kind"] == "count"}
    stated = re.findall(r"(?m)^  - indicator: (\S+)\n    value: \d+$", report)
    return next(id for id in stated if id in counts and not re.search(rf"(?<![\w-]){id}(?![\w-])", bound))


def newest_report(project: Path) -> Path:
    """The file of the report that was published last."""
    return max((project / "data" / "reports").glob("*.yaml"), key=lambda path: (published(path), path.name))


def published(path: Path) -> date:
    """The day of a report's first publication, read without parsing the whole file."""
    found = re.search(r"(?m)^date: (\d{4}-\d\d-\d\d)$", path.read_text(encoding="utf-8"))
    return date.fromisoformat(found[1]) if found else date.min


def mkdocs(folder: Path) -> list[str]:
    """The command that builds a plain MkDocs project into its folder `site`; it clears that itself."""
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")]


def write_empty_site(folder: Path, pages: int) -> None:
    """A Material site of so many pages that hold a title and nothing else; Material's 404 page is one of them.

    It has our theme settings and as many entries in its navigation, but none of our plugins, templates or styles.
    """
    ours = yaml.safe_load(CONFIG_TAG.sub("", (ROOT / "mkdocs.yml").read_text(encoding="utf-8")))
    names = [f"trang-{n}.md" for n in range(pages - 1)]
    config = {
        "site_name": "Trang trống",
        "theme": {key: value for key, value in ours["theme"].items() if key != "custom_dir"},
        "plugins": ["search"],
        "nav": names[: len(ours["nav"])],
        "not_in_nav": "/*",
    }
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    for n, name in enumerate(names):
        (docs / name).write_text(f"# Trang {n}\n", encoding="utf-8")
