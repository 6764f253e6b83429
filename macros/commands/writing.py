"""Files that are written for the people who keep them: a new period, a revision, a file in order, the schemas."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from macros.commands.printed import SITE, coloured, say
from macros.commands.typed import PERIOD_FORMS, typed_day, typed_period
from macros.commands.usage import VietnameseCommand
from macros.problems.problem import Problems


@click.command(cls=VietnameseCommand)
@click.argument("period", metavar="KỲ", help=f"Kỳ báo cáo: {PERIOD_FORMS}.")
@click.pass_obj
def new(root: Path, period: str) -> None:
    """Tạo tệp số liệu và trang thuyết minh trống cho một kỳ, ví dụ: congkhai new 2022-A1."""
    from macros.editing.new_period import write_draft
    from macros.loading.assembly import load_catalogue
    from macros.reporting import text_report

    wanted = typed_period(period)
    try:
        written = write_draft(root, load_catalogue(root), wanted)
    except Problems as problems:
        say(text_report(problems.problems, [], root / SITE), err=True, dress=coloured)
        say("Chưa tạo tệp nào; sửa các lỗi trên trước.", err=True)
        sys.exit(1)
    except FileExistsError as error:
        say(f"Kỳ {wanted} đã có: {error}. Không ghi gì.", err=True)
        sys.exit(1)
    for path in written:
        say(f"Đã tạo {path.relative_to(root).as_posix()}")
    say("Điền số liệu vào các dòng “value:”, rồi chạy: congkhai check")


@click.command(cls=VietnameseCommand)
@click.argument("period", metavar="KỲ", help="Kỳ của báo cáo đã ban hành, ví dụ 2022-S1.")
@click.option("--date", "day", metavar="NGÀY", help="Ngày đính chính, ví dụ 2022-07-05 hoặc 5/7/2022.")
@click.option("--reason", metavar="LÝ_DO", help="Lý do, ví dụ: “Sửa số hồ sơ đúng hạn”.")
@click.option("--document", metavar="MÃ_VĂN_BẢN", help="Mã của văn bản đính chính trong data/documents.yaml.")
@click.pass_obj
def revise(root: Path, period: str, day: str | None, reason: str | None, document: str | None) -> None:
    """Thêm lần công bố tiếp theo vào một báo cáo đã ban hành, ví dụ: congkhai revise 2022-S1."""
    from macros.editing.new_revision import NotRevised, add_revision

    wanted = typed_period(period)
    if reason is not None and not reason.strip():
        raise click.UsageError("--reason để trống. Viết lý do, hoặc bỏ tùy chọn này rồi điền trong tệp.")
    try:
        path, number = add_revision(root, wanted, typed_day(day) if day is not None else None, reason, document)
    except NotRevised as refusal:
        say(f"Không ghi gì: {refusal}", err=True)
        sys.exit(1)
    except Problems as problems:
        say(f"{problems}\nKhông ghi gì: tệp có lỗi, hãy sửa trước.", err=True)
        sys.exit(1)
    say(f"Đã thêm lần công bố {number} vào {path.relative_to(root).as_posix()}")
    missing = " và ".join(f"“{key}”" for key, given in (("date", day), ("reason", reason)) if given is None)
    say(f"{f'Điền {missing}, sửa' if missing else 'Sửa'} số liệu, rồi chạy: congkhai check")


@click.command(cls=VietnameseCommand)
@click.argument(
    "files",
    type=click.Path(path_type=Path),
    nargs=-1,
    metavar="[TỆP]…",
    help="Tệp hoặc thư mục cần sắp xếp, ví dụ data/units.yaml hoặc data/reports. Nếu không ghi: mọi tệp.",
)
@click.option("--check", "only_check", is_flag=True, help="Không sửa gì, chỉ nêu các tệp chưa đúng dạng.")
@click.pass_obj
def fmt(root: Path, files: tuple[Path, ...], only_check: bool) -> None:
    """Sắp xếp tệp số liệu theo một dạng thống nhất, giữ mọi chữ và chú thích; sửa dấu viết rời, dấu cách lạ."""
    from macros.editing.canonical_form import format_files, formattable
    from macros.reporting import text_report

    known = formattable(root)
    named = {file: _held(root, file, known) for file in files}
    for file, held in named.items():
        if not held:
            raise click.UsageError(f"“{file}” không phải tệp số liệu hay trang của dự án. Viết như data/units.yaml.")
    wanted = {path: kind for path, kind in known.items() if not files or any(path in held for held in named.values())}
    changed, problems = format_files(root, wanted, write=not only_check)
    told = "Chưa đúng dạng: " if only_check else "Đã sắp xếp "
    for path, mended in changed.items():
        letters = f" ({'cần sửa' if only_check else 'đã sửa'} {mended})" if mended else ""
        say(f"{told}{path.relative_to(root).as_posix()}{letters}")
    if problems:
        say(text_report(sorted(problems), [], root / SITE), err=True, dress=coloured)
    elif not changed:
        say(f"{len(wanted)} tệp đều đúng dạng.")
    elif only_check:
        say("Để sắp xếp các tệp trên, chạy: congkhai fmt")
    sys.exit(1 if problems or (changed and only_check) else 0)


def _held(root: Path, given: Path, known: Iterable[Path]) -> set[Path]:
    """The known paths that are the one given or lie in it: seen from where the person stands, or else from the project.

    Above the project, a path means what it means to the person alone: `.` elsewhere is not the whole project.
    """
    here, there = given.resolve(), (root / given).resolve()
    below = {path for path in known if path.is_relative_to(here)}
    return below or {path for path in known if path.is_relative_to(there) and not root.is_relative_to(there)}


@click.command(cls=VietnameseCommand)
@click.pass_obj
def schemas(root: Path) -> None:
    """Tạo lại các lược đồ để trình soạn thảo gợi ý khi gõ.

    Chỉ cần sau khi sửa macros/reading/shapes.py hoặc macros/reading/scalars.py.
    """
    from macros.schemas import write_schemas

    written = list(write_schemas(root))
    for path in written:
        say(f"Đã ghi {path.relative_to(root).as_posix()}")
    if not written:
        say("Các lược đồ đều mới nhất.")
