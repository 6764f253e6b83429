"""The whole invented project: what it is made of, and writing it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.demo import INVENTED
from tests.demo.form import Form
from tests.demo.lives import lives
from tests.demo.pages import BANNER, site_pages
from tests.demo.repository import has_git, import_history, write_files
from tests.demo.story import Story
from tests.demo.timetable import timetable

SITE_NAME = f"Công khai CCHC: {INVENTED}"
NOTICE = f"Trang minh họa, {INVENTED}: không phải của cơ quan nào."
# A page of the navigation ("- Báo cáo: bao-cao/index.md"), or one that is said not to be in it ("/tiep-can.md").
_PAGE = re.compile(r"^\s+(?:- .*?:\s+|/)([\w/-]+\.md)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the number of files, and of commits, which is None where the machine has no git."""

    files: int
    commits: int | None


def story(periods: int, seed: int, frame: Mapping[str, str]) -> Story:
    """The story of a demonstration of so many periods; `frame` are the files that come from a real project."""
    form = Form(timetable(periods))
    return Story(form, lives(form, seed), seed, {**frame, **site_pages()})


def write_demo(source: Path, folder: Path, periods: int, seed: int) -> Written:
    """Write a demonstration into an empty folder, with its history; its look is that of the project in `source`.

    Raises HistoryFailed when git refuses, and OSError when the folder cannot be written.
    """
    told = story(periods, seed, frame(source))
    folder.mkdir(parents=True, exist_ok=True)
    if has_git():
        commits = import_history(folder, told.commits())
    else:
        commits = None
        for _ in told.commits():
            pass
    write_files(folder, told.files.items())
    return Written(len(told.files), commits)


def frame(source: Path) -> dict[str, str]:
    """The files that the demonstration takes from a real project, so that the two do not grow apart.

    Its configuration under another name, and the pages named there that name no figure of its own; those that
    do have one of the demonstration's own.
    """
    settings = (source / "mkdocs.yml").read_text(encoding="utf-8")
    files = {"mkdocs.yml": configuration(settings)}
    for name in (".gitattributes", ".gitignore"):
        if (source / name).is_file():
            files[name] = (source / name).read_text(encoding="utf-8")
    ours = site_pages()
    for page in (f"docs/{name}" for name in _PAGE.findall(settings)):
        if page not in ours and (source / page).is_file():
            files[page] = _marked((source / page).read_text(encoding="utf-8"))
    return files


def configuration(settings: str) -> str:
    """A project's mkdocs.yml for the demonstration, which has another name and no code of its own.

    The plugin brings the look along, and the macros come from where this package is installed.
    """
    settings = re.sub(r"^site_name:.*$", f"site_name: '{SITE_NAME}'", settings, flags=re.MULTILINE)
    settings = re.sub(r"^site_description:.*$", f"site_description: Trang minh họa, {INVENTED}.", settings, flags=re.M)
    settings = re.sub(r"^\s+custom_dir:.*\n", "", settings, flags=re.MULTILINE)
    settings = re.sub(r"^(\s+)module_name:.*$", r"\1modules: [macros]", settings, flags=re.MULTILINE)
    return re.sub(r"^extra:\n", f"extra:\n  notice: '{NOTICE}'\n", settings, flags=re.MULTILINE)


def _marked(page: str) -> str:
    """The page with the banner under its first heading."""
    return re.sub(r"^(# .+\n)", rf"\1\n{BANNER}\n", page, count=1, flags=re.MULTILINE)
