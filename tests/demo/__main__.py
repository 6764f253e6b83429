"""`python -m tests.demo`: the invented project in an empty folder, to look at or to measure."""

import sys
from pathlib import Path

import click

from macros.commands.line import run
from macros.commands.printed import say
from macros.commands.usage import VietnameseCommand
from tests.demo import MOST_PERIODS
from tests.demo.project import write_demo
from tests.demo.repository import HistoryFailed

_ROOT = Path(__file__).parents[2]
NAME = "python -m tests.demo"


@click.command(
    cls=VietnameseCommand, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.option(
    "--periods",
    type=click.IntRange(1, MOST_PERIODS),
    default=8,
    metavar="SỐ_KỲ",
    help=f"Số kỳ báo cáo, từ 1 đến {MOST_PERIODS}; nếu không ghi: 8.",
)
@click.option(
    "--seed",
    type=click.IntRange(0, 999_999_999),
    default=1,
    metavar="SỐ_GIEO",
    help="Số gieo: cùng số kỳ và số gieo thì ra cùng một dự án; nếu không ghi: 1.",
)
@click.argument("folder", type=click.Path(path_type=Path), metavar="THƯ_MỤC", help="Thư mục trống để ghi dự án.")
def demo(periods: int, seed: int, folder: Path) -> None:
    """Tạo một dự án minh họa, mọi số liệu là bịa đặt, có lịch sử sửa đổi, vào một thư mục trống."""
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(f"“{folder}” là một tệp, không phải thư mục. Hãy chọn tên khác.")
    try:
        if folder.is_dir() and any(folder.iterdir()):
            raise click.UsageError(f"thư mục “{folder}” không trống nên không ghi gì. Hãy chọn thư mục khác.")
        written = write_demo(_ROOT, folder, periods, seed)
    except OSError as error:
        say(f"Không ghi được thư mục “{folder}”: {error.strerror}.", err=True)
        sys.exit(1)
    except HistoryFailed as error:
        say(f"Không tạo được lịch sử git trong “{folder}”. git báo: {error}", err=True)
        sys.exit(1)
    say(f"Đã tạo dự án minh họa (số liệu bịa đặt) vào {folder}: {periods} kỳ báo cáo, {written.files} tệp.")
    if written.commits is None:
        say("Máy này không có git nên không có lịch sử sửa đổi; số liệu và các trang vẫn đủ.")
    else:
        say(f"Lịch sử git có {written.commits} lần ghi.")
    say(f'Dựng trang: congkhai --project "{folder}" build\nXem thử:    congkhai --project "{folder}" serve')


def main(arguments: list[str] | None = None) -> None:
    """Run the command; ends the process with its exit status."""
    run(arguments, demo, NAME)


if __name__ == "__main__":
    main()
