"""Whether the files of a project are right, and what a problem means."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.commands.printed import SITE, coloured, say
from macros.commands.usage import VietnameseCommand
from macros.problems.problem import nearest
from macros.staff_guide import guide_page

if TYPE_CHECKING:
    from macros.publication.ledger import Ledger
    from macros.publication.same_check import Outcome

_PATIENCE = 1.0  # seconds without a word
_BAR = 30


@click.command(cls=VietnameseCommand)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    metavar="DẠNG",
    help="Dạng kết quả: text (chữ, mặc định), json (cho phần mềm), github (ghi chú trên GitHub).",
)
@click.option(
    "--all", "whole", is_flag=True, help="In thêm câu hỏi chưa có trả lời và danh sách nội bộ, không công bố."
)
@click.option("--no-cache", is_flag=True, help="Đọc lại mọi tệp, không dùng kết quả của các lần chạy trước.")
@click.pass_obj
def check(root: Path, form: str, whole: bool, no_cache: bool) -> None:
    """Kiểm tra mọi tệp số liệu và thuyết minh, báo mọi lỗi cùng lúc."""
    from macros.publication import same_check
    from macros.publication.former_places import finish_all_interrupted
    from macros.publication.ledger import opened

    finish_all_interrupted(root, root / SITE)
    ledger = None if no_cache else opened(root)
    asked = (form, str(whole), guide_page(root / SITE))
    judged = same_check.judged(root, ledger, *asked) if ledger is not None else None
    outcome = same_check.kept(ledger, judged) if ledger is not None and judged is not None else None
    if outcome is None:
        outcome = _judged(root, form, whole, ledger)
        # Not of files that were changed meanwhile.
        if ledger is not None and judged is not None and judged == same_check.judged(root, ledger, *asked):
            same_check.keep(ledger, judged, outcome)
    for text, err, in_colours in outcome.said:
        say(text, err, coloured if in_colours else str)
    sys.exit(outcome.status)


def _judged(root: Path, form: str, whole: bool, ledger: "Ledger | None") -> "Outcome":
    # Imported here: where nothing has changed, nothing of the project is read.
    from macros.commands import judging

    with _progress_line() as progress:
        return judging.outcome(root, form, whole, ledger, progress)


@contextmanager
def _progress_line() -> Iterator[Callable[[int, int], None] | None]:
    """A bar on one line of the terminal once reading takes long, cleared at the end; None where no one looks."""
    if not sys.stderr.isatty():
        yield None
        return
    started, width = time.monotonic(), 0

    def show(done: int, files: int) -> None:
        nonlocal width
        if time.monotonic() - started >= _PATIENCE:
            filled = _BAR * done // files
            line = f"Đang đọc [{'#' * filled}{'.' * (_BAR - filled)}] {done}/{files} tệp"
            width = len(line)
            click.echo(f"\r{line}", nl=False, err=True)

    try:
        yield show
    finally:
        if width:
            click.echo(f"\r{' ' * width}\r", nl=False, err=True)


@click.command(cls=VietnameseCommand)
@click.argument("codes", nargs=-1, metavar="[MÃ]…", help="Mã lỗi hoặc cảnh báo, ví dụ E402. Nếu không ghi: mọi mã.")
def explain(codes: tuple[str, ...]) -> None:
    """Giải thích một mã lỗi: vì sao quan trọng, viết thế nào là sai, thế nào là đúng; ví dụ: congkhai explain E402."""
    from macros.problems.codes import PROBLEM_CODES
    from macros.reporting import explanation_text

    wanted = [code.upper() for code in codes]
    for code in wanted:
        if code not in PROBLEM_CODES:
            near = nearest(code, PROBLEM_CODES)
            raise click.UsageError(f"không có mã “{code}”." + (f" Có phải là “{near}”?" if near else ""))
    if wanted:
        say("\n\n".join(explanation_text(code, PROBLEM_CODES[code]) for code in wanted))
    else:
        say("\n".join(f"{code}  {explanation.title}" for code, explanation in PROBLEM_CODES.items()))
