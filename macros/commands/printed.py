"""What commands print in one way."""

from collections.abc import Callable

import click

from macros.problems.problem import visible

SITE = "site"  # where `build` puts the site, and so the staff guide
INTERRUPTED = 130  # the exit status of a command that Ctrl+C has ended


def say(text: object, err: bool = False, dress: Callable[[str], str] = str) -> None:
    """Print a text: what it quotes of files, names and settings cannot act on the terminal. `dress` may colour it."""
    click.echo(dress(visible(str(text))), err=err)


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
