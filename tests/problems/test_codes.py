"""The table of problem codes is complete, and its examples are true: the wrong one is refused, the right one is not."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

import pytest

from macros.loading.assembly import checked_catalogue
from macros.problems.codes import FAMILIES, PROBLEM_CODES
from macros.problems.problem import Problem, Problems
from macros.vietnamese import invisible_characters, is_nfc
from tests.good_project import GOOD
from tests.test_cases import ROOT, apply

CASES = [case for folder in ("bad", "warnings") for case in sorted((ROOT / "tests/cases" / folder).glob("*.case"))]
# Codes whose example no text of one file can show, with the reason.
NOT_SHOWN = {
    "E100": "the example is the name of a file, not its text",
    "E107": "the example is what a file is, not its text",
    "E511": "mending it takes another name of the file too",
    "W511": "the example is the names of files, not their text",
    "W513": "the example needs a file beside the text",
    "E422": "the example is the names of files, not their text",
    "E507": "the example is the names of files, not their text",
    "E416": "mending it takes another name of the file too",
}
# What the page shows in place of letters that look like nothing, or like others.
MADE_VISIBLE = {"E104": ("◌", ""), "E105": ("[U+200B]", "\u200b")}


def test_the_table_holds_every_code_of_the_source_and_no_other() -> None:
    sources = [path for path in (ROOT / "macros").rglob("*.py") if path.name != "problem_codes.py"]
    found = {code for path in sources for code in re.findall(r"\b[EW][1-6]\d\d\b", path.read_text("utf-8"))}
    assert set(PROBLEM_CODES) == found


def test_the_table_is_in_the_order_of_its_families() -> None:
    order = list(FAMILIES)
    assert list(PROBLEM_CODES) == sorted(PROBLEM_CODES, key=lambda code: (order.index(code[:2]), code))


@pytest.mark.parametrize("code", PROBLEM_CODES)
def test_an_explanation_is_short_and_readable(code: str) -> None:
    explanation = PROBLEM_CODES[code]
    for text in (explanation.title, explanation.why, explanation.wrong, explanation.right):
        assert text
        assert is_nfc(text)
        assert not invisible_characters(text.replace("\n", ""))
    assert len(explanation.title) <= 60
    assert explanation.title[0].isupper()
    assert not explanation.title.endswith(".")
    assert explanation.why.endswith(".")
    assert explanation.wrong != explanation.right


@pytest.mark.parametrize("code", [code for code in PROBLEM_CODES if code not in NOT_SHOWN])
def test_the_wrong_example_is_refused_and_the_right_one_is_not(code: str, tmp_path: Path) -> None:
    explanation = PROBLEM_CODES[code]
    wrong = explanation.wrong.replace(*MADE_VISIBLE.get(code, ("", "")))
    for number, case in enumerate(cases_of(code)):
        project = shutil.copytree(GOOD, tmp_path / str(number))
        apply(case.read_text("utf-8").partition("--- expected\n")[0], project)
        if mended(project, wrong, explanation.right):
            assert [str(problem) for problem in problems(project)] == [], case.stem
            return
    pytest.fail(f"no case of {code} contains\n{wrong}")


def cases_of(code: str) -> Iterator[Path]:
    """The cases that show a code."""
    for case in CASES:
        if f": {code} " in case.read_text("utf-8").partition("--- expected\n")[2]:
            yield case


def mended(project: Path, wrong: str, right: str) -> bool:
    """Put the right example in the place of the wrong one, whatever its indentation; False when it stands nowhere."""
    for file in sorted([*project.rglob("*.yaml"), *project.rglob("*.md"), project / "mkdocs.yml"]):
        try:
            text = file.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        for margin in ("", "  ", "    ", "      "):
            whole, new = f"\n{indent(wrong, margin)}\n", f"\n{indent(right, margin)}\n"
            if f"\n{text}".count(whole) == 1:
                file.write_text(f"\n{text}".replace(whole, new)[1:], "utf-8")
                return True
        # A whole macro may stand in the middle of a sentence.
        if re.fullmatch(r"\{\{.*\}\}", wrong) and text.count(wrong) == 1:
            file.write_text(text.replace(wrong, right), "utf-8")
            return True
    return False


def problems(project: Path) -> list[Problem]:
    """Every error of the project, or every warning when it has none."""
    try:
        return checked_catalogue(project)[1]
    except Problems as found:
        return list(found.problems)
