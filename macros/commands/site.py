"""The site of a project: built, previewed, or that of an invented project to look at."""

import sys
from pathlib import Path

import click

from macros.commands.printed import INTERRUPTED, SITE, say
from macros.commands.typed import LoopbackAddress
from macros.demo import MOST_PERIODS
from macros.problems import SITE_UNCHANGED, Problems
from macros.reporting import text_report
from macros.usage import VietnameseCommand


@click.command(cls=VietnameseCommand)
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    metavar="THƯ_MỤC",
    help="Nơi đặt trang đã dựng. Nếu không ghi: thư mục site của dự án.",
)
@click.option("--no-cache", is_flag=True, help="Dựng lại từ đầu, không dùng kết quả của các lần dựng trước.")
@click.option("--profile", is_flag=True, help="In thời gian của từng bước khi dựng xong.")
@click.pass_obj
def build(root: Path, site_dir: Path | None, no_cache: bool, profile: bool) -> None:
    """Kiểm tra rồi dựng trang; trang cũ chỉ bị thay khi bản mới dựng xong."""
    from macros.publication.build import build_site
    from macros.publication.elsewhere import finish_all_interrupted
    from macros.publication.ledger import opened
    from macros.publication.phases import Phases
    from macros.publication.trouble import BuildFailed, BuildStopped

    site, phases = site_dir or root / SITE, Phases(profile)
    finish_all_interrupted(root, root / SITE)
    try:
        built = build_site(
            root,
            site,
            lambda message: say(message, err=True),
            ledger=None if no_cache else opened(root),
            judge=_judge,
            phases=phases,
        )
    except Problems as found:
        say(text_report(found.problems, [], root / SITE), err=True)
        sys.exit(1)
    except BuildFailed as error:
        say(str(error), err=True)
        sys.exit(1)
    except BuildStopped as stopped:
        public = "bản vừa dựng xong đã thành trang công khai" if stopped.published else SITE_UNCHANGED.rstrip(".")
        say(f"Đã dừng theo yêu cầu (Ctrl+C); {public}.", err=True)
        sys.exit(INTERRUPTED)
    say(f"Đã dựng {built.pages} trang vào {site.resolve()}.")
    for line in phases.table() if profile else ():
        say(line, err=True)


def _judge(root: Path) -> None:
    """Raises Problems where no host should read the settings."""
    # Imported here: where there is nothing to do, nothing of the project is read.
    from macros.catalogue import judge_settings

    judge_settings(root)


@click.command(cls=VietnameseCommand)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    metavar="CỔNG",
    help="Cổng xem thử, một số từ 1 đến 65535. Nếu không ghi: 8000.",
)
@click.option(
    "--address",
    type=LoopbackAddress(),
    default="127.0.0.1",
    metavar="ĐỊA_CHỈ",
    help="Địa chỉ xem thử trên máy này: 127.0.0.1, localhost hoặc ::1. Nếu không ghi: 127.0.0.1.",
)
@click.pass_obj
def serve(root: Path, port: int, address: str) -> None:
    """Xem thử trang trên máy này; tự cập nhật khi sửa tệp."""
    from macros.catalogue import judge_settings
    from macros.publication.elsewhere import finish_all_interrupted
    from macros.publication.preview import serve_site

    finish_all_interrupted(root, root / SITE)
    try:
        judge_settings(root)
        status = serve_site(root, f"{address}:{port}", lambda message: say(message, err=True))
    except Problems as found:
        say(text_report(found.problems, [], root / SITE), err=True)
        status = 1
    except KeyboardInterrupt:
        status = INTERRUPTED
    if status == INTERRUPTED:
        say("Đã dừng bản xem thử (Ctrl+C); trang công khai không bị thay đổi.", err=True)
    sys.exit(status)


@click.command(cls=VietnameseCommand)
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
@click.pass_obj
def demo(root: Path, periods: int, seed: int, folder: Path) -> None:
    """Tạo một dự án minh họa, mọi số liệu là bịa đặt, có lịch sử sửa đổi, vào một thư mục trống."""
    from macros.demo.project import write_demo
    from macros.demo.repository import HistoryFailed

    if folder.exists() and not folder.is_dir():
        raise click.UsageError(f"“{folder}” là một tệp, không phải thư mục. Hãy chọn tên khác.")
    try:
        if folder.is_dir() and any(folder.iterdir()):
            raise click.UsageError(f"thư mục “{folder}” không trống nên không ghi gì. Hãy chọn thư mục khác.")
        written = write_demo(root, folder, periods, seed)
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
