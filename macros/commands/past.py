"""What changed in the figures: between two reports or states, since when and why, and line by line for git."""

from pathlib import Path

import click

from macros.commands.printed import say
from macros.commands.typed import typed_day, typed_report
from macros.commands.usage import VietnameseCommand
from macros.problems.problem import visible_json

_DIFF_REPORTS = ("text", "markdown", "json", "html")


@click.command(cls=VietnameseCommand)
@click.argument("before", metavar="A", help="Bên trước: kỳ, lần công bố, tệp số liệu hoặc bản lưu trong git.")
@click.argument("after", metavar="[B]", required=False, help="Bên sau. Nếu không ghi: xem ở trên.")
@click.option(
    "--format",
    "form",
    type=click.Choice(_DIFF_REPORTS),
    default="text",
    metavar="DẠNG",
    help="Dạng kết quả: text (chữ, mặc định), markdown (dán vào lời nhận xét), json (cho phần mềm), html (trang web).",
)
@click.option(
    "--order",
    type=click.Choice(["form", "size"]),
    default="form",
    metavar="THỨ_TỰ",
    help="Thứ tự các dòng: form (theo biểu mẫu, mặc định) hoặc size (thay đổi lớn nhất trước).",
)
@click.pass_obj
def diff(root: Path, before: str, after: str | None, form: str, order: str) -> None:
    """Cho biết số liệu nào thay đổi, từ bao nhiêu thành bao nhiêu.

    A và B là kỳ báo cáo (2022-S1), lần công bố (2022-S1/v2), tệp số liệu, hoặc bản lưu trong git (mã, nhánh, HEAD~1).
    Chỉ ghi A: kỳ thì so với kỳ trước cùng loại, lần công bố thì so với lần trước, bản lưu trong git thì so với bản
    đang sửa, tệp thì so với bản lưu gần nhất của nó.
    """
    from macros.reviewing.sides import NotFound, difference, difference_report

    try:
        found, catalogue = difference(root, before, after)
    except NotFound as reason:
        raise click.UsageError(str(reason)) from None
    told = difference_report(found.largest_first() if order == "size" else found, catalogue, form)
    say(visible_json(told) if form == "json" else told)


@click.command(cls=VietnameseCommand)
@click.argument("period", metavar="[KỲ]", required=False, help="Kỳ báo cáo, ví dụ 2022-S1; không ghi thì mọi kỳ.")
@click.option("--on", "day", metavar="NGÀY", help="Cho biết trang có gì vào ngày này, ví dụ 2022-07-01 hoặc 01/7/2022.")
@click.pass_obj
def history(root: Path, period: str | None, day: str | None) -> None:
    """Cho biết số liệu nào đã đính chính, khi nào, vì sao; hoặc trang có gì vào một ngày.

    Ghi KỲ thì chỉ nói về báo cáo kỳ đó; cùng với --on thì in mọi số liệu của báo cáo đó vào ngày ấy.
    """
    from macros.loading.assembly import load_catalogue
    from macros.reviewing.vintage_text import day_lines, history_lines

    on = typed_day(day) if day is not None else None
    catalogue = load_catalogue(root)
    wanted = typed_report(period, catalogue) if period is not None else None
    told = history_lines(catalogue, wanted) if on is None else day_lines(root, catalogue, wanted, on)
    say("\n".join(told))


@click.command(cls=VietnameseCommand)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path), help="Tệp số liệu, ví dụ data/units.yaml.")
@click.pass_obj
def lines(root: Path, file: Path) -> None:
    """In một tệp số liệu thành từng câu, mỗi số liệu một dòng; để git diff và git log -p cho người đọc hiểu.

    Cài một lần: git config diff.congkhai.textconv "congkhai lines"
    """
    from macros.reading.sources import named_file
    from macros.reviewing.lines import file_lines

    found = named_file(root, file)
    if found is None:
        raise click.UsageError(f"không có tệp “{file}”.")
    say("\n".join(file_lines(root, found)))
