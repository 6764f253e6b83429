"""What commands print in one way."""

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from macros.problems.problem import Problem, visible

SITE = "site"  # where `build` puts the site, and so the staff guide
INTERRUPTED = 130  # the exit status of a command that Ctrl+C has ended


def say(text: object, err: bool = False, dress: Callable[[str], str] = str) -> None:
    """Print a text: what it quotes of files, names and settings cannot act on the terminal. `dress` may colour it."""
    click.echo(dress(visible(str(text))), err=err)


def say_problems(errors: Sequence[Problem], warnings: Sequence[Problem] = (), site: Path | None = None) -> None:
    """Say what is wrong; `site` is where this machine has the staff guide, if it has."""
    # Imported here: where nothing is wrong, nothing of it is needed.
    from macros.reporting import text_report

    say(text_report(errors, warnings, site), err=True)


def coloured(report: str) -> str:
    """Errors red, warnings yellow, remedies green; click takes colours out again where no terminal shows them."""
    colours = {": E": "red", ": W": "yellow"}
    lines = []
    for line in report.split("\n"):
        colour = next((c for mark, c in colours.items() if mark in line and not line.startswith(" ")), None)
        if "Cách sửa:" in line:
            colour = "green"
        lines.append(click.style(line, fg=colour) if colour else line)
    return "\n".join(lines)
