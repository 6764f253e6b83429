"""The guide for staff: each command that it names is one, with options that it has."""

import re
from pathlib import Path

import click
import pytest

from macros.commands.line import congkhai

ROOT = Path(__file__).parent.parent
PAGES = sorted([*(ROOT / "docs/huong-dan").glob("*.md"), ROOT / "README.md"])
CALL = re.compile(r"(?<![\w\"/-])(?:\.venv[\\/](?:bin|Scripts)[\\/])?congkhai((?: +[^\s`#|,;()…“”]+)+)")
OF_ALL = {"--project", "--version", "--help", "-h"}


def calls(text: str) -> list[list[str]]:
    """The words behind `congkhai` in code, up to the end of the span or line."""
    code = [*re.findall(r"`([^`\n]+)`", text), *re.findall(r"^```\w*\n(.*?)^```", text, flags=re.DOTALL | re.MULTILINE)]
    return [call.split() for part in code for call in CALL.findall(part)]


def unknown(words: list[str]) -> list[str]:
    """What a call has that the command line has not: the name of a command, options."""
    context = click.Context(congkhai)
    own = words[2:] if words[0] == "--project" else words
    name = next((word for word in own if not word.startswith("-")), None)
    command = congkhai.get_command(context, name) if name is not None else None
    known = OF_ALL | {option for parameter in (command.params if command else ()) for option in parameter.opts}
    wrong = [word for word in words if word.startswith("-") and word.partition("=")[0] not in known]
    return wrong if name is None or command is not None else [name, *wrong]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("`congkhai chek`", [["chek"]]),
        ("`.venv\\Scripts\\congkhai check`, rồi `congkhai fmt --chek`", [["fmt", "--chek"]]),
        ("`congkhai --project x bild`", [["--project", "x", "bild"]]),
        ("```\ncongkhai diff HEAD --format markdown\ncongkhai --hepl\n```\n", [["--hepl"]]),
        ("`congkhai` và `congkhai --help`", []),
    ],
)
def test_a_command_that_is_not_there_is_found(text: str, expected: list[list[str]]) -> None:
    assert [call for call in calls(text) if unknown(call)] == expected


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_commands_of_the_guide_are_there(page: Path) -> None:
    text = page.read_text("utf-8")
    assert [call for call in calls(text) if unknown(call)] == []


def test_the_guide_names_commands() -> None:
    named = {word for page in PAGES for call in calls(page.read_text("utf-8")) for word in call}
    assert {"new", "check", "serve", "build", "revise", "fmt", "diff", "history", "explain", "wording"} <= named
