"""All commands as one command line, and what it says when one of them cannot go on."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from macros.commands import checking, past, site, wording, writing
from macros.commands.printed import say, say_problems
from macros.commands.usage import VietnameseGroup, usage_message
from macros.problems.problem import Problems

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
# Nothing that happens to be installed beside has a say in how files are read, nor is it looked for.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def _show_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from importlib.metadata import version

        say(f"congkhai {version('congkhai-cchc')}")
        context.exit()


@click.group(cls=VietnameseGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--project",
    type=click.Path(path_type=Path),
    default=Path("."),
    metavar="THƯ_MỤC",
    help="Thư mục dự án, nơi có mkdocs.yml. Nếu không ghi: thư mục đang đứng.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="In số phiên bản rồi thoát.",
)
@click.pass_context
def congkhai(context: click.Context, project: Path) -> None:
    """Công khai báo cáo cải cách hành chính: kiểm tra số liệu, dựng trang, xem thử."""
    root = project.resolve()
    if not (root / "mkdocs.yml").is_file():
        raise click.UsageError(
            f"“{project}” không phải thư mục dự án (không có mkdocs.yml). Hãy mở đúng thư mục, hoặc dùng --project."
        )
    context.obj = root


# In the order in which the help lists them.
for _command in (
    checking.check, site.build, site.serve, past.diff, past.history, past.lines, writing.new, writing.revise,
    writing.fmt, checking.explain, wording.wording, writing.schemas,
):  # fmt: skip
    congkhai.add_command(_command)


def run(arguments: Sequence[str] | None = None, command: click.Command = congkhai, name: str = "congkhai") -> NoReturn:
    """Run the command; ends the process with its exit status, raises KeyboardInterrupt where Ctrl+C ended it."""
    try:
        sys.exit(command.main(arguments, prog_name=name, standalone_mode=False))
    except click.exceptions.NoArgsIsHelpError as error:
        say(error.format_message())
        sys.exit(2)
    except click.UsageError as error:
        known = command.commands if isinstance(command, click.Group) else ()
        say(f"{name}: {usage_message(error, known)}\nXem cách dùng: {name} --help", err=True)
        sys.exit(2)
    except click.Abort as stopped:
        raise KeyboardInterrupt from stopped
    except Problems as problems:
        say_problems(problems.problems, problems.warnings)
        sys.exit(1)
