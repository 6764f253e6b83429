"""Edits of an invented project, sound ones and mistakes, and what came of loading it, to be compared whole."""

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from macros.history import past_contents
from macros.loading.assembly import checked_project, load_publication
from macros.problems.problem import Problems
from macros.store import Store
from tests.history.repositories import NAMES, git

Edit = Callable[[Path], None]
NEWEST, OLDER = "data/reports/2031-A1.yaml", "data/reports/2031-Q1.yaml"
PAGE = "docs/bao-cao/2031-s1.md"


def outcome(root: Path, store: Store | None = None) -> tuple[object, ...]:
    """Everything that checking a project tells."""
    past_contents._KNOWN.clear()
    try:
        checked = checked_project(root, store=store)
    except Problems as found:
        return "problems", found.problems, found.warnings
    return "sound", checked.catalogue, checked.warnings, checked.figures


def publication(root: Path, store: Store | None = None) -> tuple[object, ...]:
    """Everything that a site is made from."""
    loaded = load_publication(root, store)
    return loaded.catalogue, loaded.choice, loaded.pages, loaded.told_by_git


def replaced(file: str, pattern: str, new: str, count: int = 1) -> Edit:
    """An edit that puts something else in the place of what a pattern finds."""

    def edit(root: Path) -> None:
        text = (root / file).read_text("utf-8")
        changed = re.sub(pattern, new, text, count=count, flags=re.MULTILINE)
        assert changed != text, f"{pattern} stands nowhere in {file}"
        (root / file).write_text(changed, "utf-8")

    return edit


def added(file: str, text: str) -> Edit:
    """An edit that writes more at the end of a file, or a new one."""

    def edit(root: Path) -> None:
        path = root / file
        path.parent.mkdir(exist_ok=True)
        path.write_text((path.read_text("utf-8") if path.exists() else "") + text, "utf-8")

    return edit


def removed(*files: str) -> Edit:
    def edit(root: Path) -> None:
        for file in files:
            (root / file).unlink()

    return edit


def several(*edits: Edit) -> Edit:
    def edit(root: Path) -> None:
        for each in edits:
            each(root)

    return edit


def _picture(size: int) -> Edit:
    def edit(root: Path) -> None:
        (root / "docs/bao-cao/anh.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(size))

    return edit


def _committed(root: Path) -> None:
    git(root, *NAMES, "commit", "--quiet", "--all", "--message=Sửa")


def _rewritten_history(root: Path) -> None:
    git(root, *NAMES, "commit", "--quiet", "--amend", "--message=Khác")


def _another_branch(root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "khac", "HEAD~3")
    git(root, "reset", "--quiet", "--hard")


def _without_git(root: Path) -> None:
    shutil.rmtree(root / ".git")


EDITS: Mapping[str, Edit] = {
    "nothing": lambda root: None,
    "a value": replaced(NEWEST, r"(indicator: ho-so-tiep-nhan\n    value: )\d+", r"\g<1>31"),
    "a value of an older report": replaced(OLDER, r"(indicator: ho-so-tiep-nhan\n    value: )\d+", r"\g<1>31"),
    "a value that is none": replaced(NEWEST, r"(indicator: ho-so-tiep-nhan\n    value: )\d+", r"\g<1>nhiều"),
    "a note": replaced(OLDER, r"note: Kế hoạch số", "note: Theo kế hoạch số"),
    "a note that cites another document": replaced(OLDER, r"note: Kế hoạch số 15", "note: Kế hoạch số 16"),
    "a note that names somebody": replaced(NEWEST, r"note: Kế hoạch số", "note: Lê Văn Giữ Kín theo kế hoạch số"),
    "a withheld name on a page": added(PAGE, "\nTheo Lê Văn Giữ Kín.\n"),
    "a name that is withheld no more": replaced("data/reports/2031-N1.yaml", r"\n        withheld: true", ""),
    "another withheld name": replaced(OLDER, r"name: Nguyễn Văn Ví Dụ A", r"name: Sở Minh Họa\n        withheld: true"),
    "a date": replaced(NEWEST, r"^date: .*", "date: 2032-03-09"),
    "a title": replaced(NEWEST, r"^title: Kết quả", "title: Tình hình"),
    "a draft again": replaced(NEWEST, r"^status: published", "status: draft"),
    "a revision": replaced(
        NEWEST, r"^observations:", "  - number: 2\n    date: 2032-02-01\n    reason: Sửa\n\nobservations:"
    ),
    "a question": added(
        "data/quality/2031-Q3.yaml",
        "period: 2031-Q3\nreading_notes:\n  - {id: a, indicators: [ho-so-tiep-nhan], text: Số này gồm cả hồ sơ cũ.}\n",
    ),
    "a question of nobody's report": added("data/quality/2030-Q1.yaml", "period: 2030-Q1\nquestions: []\n"),
    "a label of the form": replaced("data/indicators/cai-cach-tthc.yaml", r"(    label: )", r"\g<1>Tổng "),
    "a kind of the form": replaced("data/indicators/cai-cach-tthc.yaml", r"kind: count", "kind: text"),
    "an abbreviation": replaced("data/glossary.yaml", r"(expansion: )", r"\g<1>nay là "),
    "a document that goes": replaced("data/documents.yaml", r"  - id: 15-kh-smh-2030\n(?:    .*\n)+\n?", ""),
    "a relation of a report": added(
        "data/relations/2031-S1.yaml", "period: 2031-S1\nrelations:\n  rieng: ho-so-tiep-nhan <= ke-hoach-de-ra\n"
    ),
    "a pattern that reads a note": added(
        "data/relations/2031-S1.yaml",
        "period: 2031-S1\nrelations:\n  rieng: 'ke-hoach-de-ra = ke-hoach-ty-le.\"Kế hoạch số #\":nhiem-vu'\n",
    ),
    "a pattern that reads nothing": added(
        "data/relations/2031-S1.yaml",
        "period: 2031-S1\nrelations:\n  rieng: 'ke-hoach-de-ra = narrative.\"chưa từng có # nhiệm vụ\":nhiem-vu'\n",
    ),
    "a pattern of words that goes": several(
        added(
            "data/relations/2031-S1.yaml",
            "period: 2031-S1\nrelations:\n  rieng: 'ke-hoach-de-ra = narrative.\"có đúng # nhiệm vụ\":nhiem-vu'\n",
        ),
        added(PAGE, "\nNăm nay có đúng 16 nhiệm vụ.\n"),
    ),
    "a paragraph": added(PAGE, "\nMột đoạn nữa.\n"),
    "a heading that goes": replaced(PAGE, r"^## Phụ lục$", "## Bảng số"),
    "a link to a heading": added("docs/gioi-thieu.md", "\nXem [bảng](bao-cao/2031-s1.md#phu-luc).\n"),
    "a link between reports": added(PAGE, "\nXem [kỳ sau](2031-n1.md#phu-luc).\n"),
    "a broken link": added(PAGE, "\nXem [kỳ sau](2031-x9.md).\n"),
    "a figure of another report": added(PAGE, '\nQuý I có {{ observation("ho-so-tiep-nhan", "2031-Q1") }}.\n'),
    "a typed figure": added(PAGE, "\nTỷ lệ nhiệm vụ hoàn thành theo kế hoạch là 43,8.\n"),
    "a page of a report more": added("docs/bao-cao/them.md", "---\nperiod: 2031-S1\n---\n\n# Thêm\n"),
    "a linked page of a report more": several(
        added("docs/bao-cao/them.md", "---\ntitle: Thêm\nperiod: 2031-S1\n---\n\n# Thêm\n\nTỷ lệ kế hoạch 43,8.\n"),
        added("docs/gioi-thieu.md", "\nXem [thêm](bao-cao/them.md).\n"),
    ),
    "a picture": several(_picture(9), added(PAGE, "\n![Ảnh](anh.png)\n")),
    "a picture that is too heavy": several(_picture(3_000_000), added(PAGE, "\n![Ảnh](anh.png)\n")),
    "no extension for footnotes": replaced("mkdocs.yml", r"^  - footnotes:?\n(?:      .*\n)*", ""),
    "a report that goes": removed(OLDER, "docs/bao-cao/2031-q1.md", "data/quality/2031-Q1.yaml"),
    "a page that goes": removed(PAGE),
    "a broken report": replaced(OLDER, r"^observations:", "observations"),
    "a broken page": added(PAGE, '\n{{ observation("ho-so-tiep-nhan" }}\n'),
    "a file that is not text": lambda root: (root / OLDER).write_bytes(b"\xff\xfe\x00"),
    "an order of figures": replaced(
        OLDER, r"(  - indicator: ke-hoach-ty-le\n(?:    .*\n)+\n)(  - indicator: .*\n(?:    .*\n)+\n)", r"\2\1"
    ),
    "a commit": several(replaced(NEWEST, r"note: Kế hoạch số", "note: Theo kế hoạch số"), _committed),
    "another history": _rewritten_history,
    "another branch": _another_branch,
    "no history": _without_git,
}  # fmt: skip
