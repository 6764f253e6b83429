"""Each file in cases/bad is one mistake in the small project and the exact words that the person then reads.

A case file starts with what the person did. Then follow the files that change, each under a line `--- path`: either
edits of the good file, or its whole new text, or nothing at all under `--- path (xóa)`, which deletes it, or under
`--- path (liên kết tới TARGET)`, which makes a symbolic link. `\\xNN` stands for one byte. `--- commit`, where a case
has it, first commits the good project to git. Last, under `--- expected`, comes the whole message.

After a change of words, `CONGKHAI_UPDATE_CASES=1 pytest tests/test_cases.py` writes the new messages into the cases;
read every one of them before you commit.
"""

import os
import re
from pathlib import Path

import pytest

from macros.loading.assembly import load_catalogue
from macros.problems.problem import Problems
from tests.good_project import GOOD
from tests.history.repositories import committed

ROOT = Path(__file__).parent.parent
CASES = sorted((Path(__file__).parent / "cases" / "bad").glob("*.case"))
UPDATE = "CONGKHAI_UPDATE_CASES" in os.environ

_COMMIT = "--- commit\n"
_EXPECTED = "--- expected\n"
_FILE = re.compile(
    r"^--- (?!commit\n)([^\n]+?)(?: \((xóa|liên kết tới [^)\n]+)\))?\n(.*?)(?=^--- |\Z)", re.DOTALL | re.MULTILINE
)
_EDIT = re.compile(r"^<<<<\n(.*?)^====\n(.*?)^>>>>\n", re.DOTALL | re.MULTILINE)
_BYTE = re.compile(rb"\\x([0-9A-F]{2})")
_CODE = re.compile(r"\bE[1-6]\d\d\b")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_message_is_exactly_this(case: Path, project: Path) -> None:
    changes, _, expected = case.read_text("utf-8").partition(_EXPECTED)
    apply(changes, project)
    with pytest.raises(Problems) as caught:
        load_catalogue(project)
    if UPDATE:
        case.write_text(f"{changes}{_EXPECTED}{caught.value}\n", "utf-8", newline="\n")
        expected = f"{caught.value}\n"
    assert f"{caught.value}\n" == expected


def test_the_good_project_has_no_problem() -> None:
    assert len(load_catalogue(GOOD).reports) == 2


def test_every_code_has_a_case() -> None:
    told = {code for case in CASES for code in _CODE.findall(case.read_text("utf-8").partition(_EXPECTED)[2])}
    in_source = {code for path in (ROOT / "macros").rglob("*.py") for code in _CODE.findall(path.read_text("utf-8"))}
    assert told == in_source


def test_a_case_is_named_after_a_code_that_it_shows() -> None:
    for case in CASES:
        code, _, _ = case.stem.partition("-")
        told = set(_CODE.findall(case.read_text("utf-8").partition(_EXPECTED)[2]))
        assert code in told or (code == "nhieu" and len(told) > 1), case.stem


def apply(changes: str, project: Path) -> None:
    """Make the changes of a case in a copy of the good project."""
    if changes.partition("\n")[2].startswith(_COMMIT):
        committed(project)
    for path, special, text in _FILE.findall(changes):
        file = project / path
        if special == "xóa":
            file.unlink()
        elif special:
            file.symlink_to(special.removeprefix("liên kết tới "))
        elif edits := _EDIT.findall(text):
            content = file.read_bytes()
            for before, after in edits:
                assert content.count(_bytes(before)) == 1, f"{path} must contain this once:\n{before}"
                content = content.replace(_bytes(before), _bytes(after))
            file.write_bytes(content)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(_bytes(text))


def _bytes(text: str) -> bytes:
    return _BYTE.sub(lambda byte: bytes.fromhex(byte[1].decode("ascii")), text.encode("utf-8"))
