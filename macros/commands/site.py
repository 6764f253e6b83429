"""The site of a project: built, or previewed."""

import sys
from pathlib import Path

import click

from macros.commands.printed import INTERRUPTED, SITE, say, say_problems
from macros.commands.typed import LoopbackAddress
from macros.commands.usage import VietnameseCommand
from macros.problems.problem import SITE_UNCHANGED, Problems


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
    from macros.hosts.site_build import build_site
    from macros.publication.former_places import finish_all_interrupted
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
        say_problems(found.problems, site=root / SITE)
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
    from macros.loading.assembly import judge_settings

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
    from macros.hosts.preview import serve_site
    from macros.loading.assembly import judge_settings
    from macros.publication.former_places import finish_all_interrupted

    finish_all_interrupted(root, root / SITE)
    try:
        judge_settings(root)
        status = serve_site(root, f"{address}:{port}", lambda message: say(message, err=True))
    except Problems as found:
        say_problems(found.problems, site=root / SITE)
        status = 1
    except KeyboardInterrupt:
        status = INTERRUPTED
    if status == INTERRUPTED:
        say("Đã dừng bản xem thử (Ctrl+C); trang công khai không bị thay đổi.", err=True)
    sys.exit(status)
