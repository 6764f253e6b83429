"""The command `congkhai`: the seam for staff and reviewers.

Exit status: 0 clean, 1 errors in the project, 2 wrong usage.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from macros.demo import MOST_PERIODS
from macros.problems import Problems, nearest
from macros.usage import VietnameseGroup, usage_message

if TYPE_CHECKING:
    from macros.model import Period

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def _show_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(f"congkhai {version('congkhai-cchc')}")
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
            f"«{project}» không phải thư mục dự án (không có mkdocs.yml). Hãy mở đúng thư mục, hoặc dùng --project."
        )
    context.obj = root


@congkhai.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    metavar="DẠNG",
    help="Dạng kết quả: text (chữ, mặc định), json (cho phần mềm), github (ghi chú trên GitHub).",
)
@click.pass_obj
def check(root: Path, form: str) -> None:
    """Kiểm tra mọi tệp số liệu và thuyết minh, báo mọi lỗi cùng lúc."""
    from macros.catalogue import checked_catalogue
    from macros.reporting import REPORTS

    # Colours would spoil what a program reads.
    dressed = _coloured if form == "text" else str
    try:
        with _progress_line() as progress:
            catalogue, warnings = checked_catalogue(root, progress)
    except Problems as problems:
        click.echo(dressed(REPORTS[form](problems.problems, problems.warnings, root / _SITE)), err=form == "text")
        sys.exit(1)
    click.echo(dressed(REPORTS[form]([], warnings, root / _SITE)))
    if form == "text":
        figures = sum(1 for report in catalogue.reports for o in report.observations if o.value is not None)
        click.echo(
            f"{len(catalogue.reports)} báo cáo, {len(catalogue.indicators)} dòng biểu mẫu, "
            f"{figures} số liệu, {len(catalogue.documents)} văn bản."
        )
        if note := _HISTORY_NOTES.get(catalogue.history.knowledge):
            click.echo(f"Lưu ý: {note}", err=True)


# What keeps the site from telling a history that there is, and how to mend it.
_HISTORY_NOTES = {
    "shallow": "kho git bị cắt bớt phần đầu, nên trang không biết những gì công khai trước đó. "
    "Cách sửa: git fetch --unshallow",
    "no-git": "không tìm thấy git, nên trang không nêu được lịch sử công khai. Cách sửa: cài git",
    "unreadable": "không đọc được kho git, nên trang không nêu được lịch sử công khai. "
    "Cách sửa: chạy git status ở thư mục này và làm theo lời git",
}


_SITE = "site"  # where `build` puts the site, and so the staff guide
_PATIENCE = 1.0  # seconds without a word
_BAR = 30


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


def _coloured(report: str) -> str:
    """Errors red, warnings yellow, remedies green; click takes colours out again where no terminal shows them."""
    colours = {": E": "red", ": W": "yellow"}
    lines = []
    for line in report.split("\n"):
        colour = next((c for mark, c in colours.items() if mark in line and not line.startswith(" ")), None)
        if "Cách sửa:" in line:
            colour = "green"
        lines.append(click.style(line, fg=colour) if colour else line)
    return "\n".join(lines)


@congkhai.command()
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    metavar="THƯ_MỤC",
    help="Nơi đặt trang đã dựng. Nếu không ghi: thư mục site của dự án.",
)
@click.pass_obj
def build(root: Path, site_dir: Path | None) -> None:
    """Kiểm tra rồi dựng trang; trang cũ chỉ bị thay khi bản mới dựng xong."""
    from macros.publishing import BuildFailed, build_site

    site = (site_dir or root / _SITE).resolve()
    try:
        pages = build_site(root, site)
    except BuildFailed as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    click.echo(f"Đã dựng {pages} trang vào {site}.")


@congkhai.command()
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    metavar="CỔNG",
    help="Cổng xem thử, một số từ 1 đến 65535. Nếu không ghi: 8000.",
)
@click.pass_obj
def serve(root: Path, port: int) -> None:
    """Xem thử trang trên máy này; tự cập nhật khi sửa tệp."""
    from macros.publishing import serve_site

    sys.exit(serve_site(root, f"127.0.0.1:{port}", lambda message: click.echo(message, err=True)))


_DIFF_REPORTS = ("text", "markdown", "json", "html")


@congkhai.command()
@click.argument("before", metavar="A", help="Bên trước: kỳ, lần công khai, tệp số liệu hoặc bản lưu trong git.")
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

    A và B là kỳ báo cáo (2022-S1), lần công khai (2022-S1/v2), tệp số liệu, hoặc bản lưu trong git (mã, nhánh, HEAD~1).
    Chỉ ghi A: kỳ thì so với kỳ trước cùng loại, lần công khai thì so với lần trước, bản lưu trong git thì so với bản
    đang sửa, tệp thì so với bản lưu gần nhất của nó.
    """
    from macros.reviewing.sides import NotFound, difference, difference_report

    try:
        found, catalogue = difference(root, before, after)
    except NotFound as reason:
        raise click.UsageError(str(reason)) from None
    click.echo(difference_report(found.largest_first() if order == "size" else found, catalogue, form))


@congkhai.command()
@click.argument("period", metavar="[KỲ]", required=False, help="Kỳ báo cáo, ví dụ 2022-S1; không ghi thì mọi kỳ.")
@click.option("--on", "day", metavar="NGÀY", help="Cho biết trang có gì vào ngày này, ví dụ 2022-07-01 hoặc 01/7/2022.")
@click.pass_obj
def history(root: Path, period: str | None, day: str | None) -> None:
    """Cho biết số liệu nào đã đính chính, khi nào, vì sao; hoặc trang có gì vào một ngày.

    Ghi KỲ thì chỉ nói về báo cáo kỳ đó; cùng với --on thì in mọi số liệu của báo cáo đó vào ngày ấy.
    """
    from macros.catalogue import load_catalogue
    from macros.reviewing.past import day_lines, history_lines

    on = _day(day) if day is not None else None
    catalogue = load_catalogue(root)
    wanted = period.upper() if period is not None else None
    if wanted is not None and wanted not in catalogue.reports_by_period:
        known = ", ".join(catalogue.reports_by_period)
        raise click.UsageError(f"chưa có báo cáo kỳ «{period}». Các kỳ có báo cáo: {known}.")
    told = history_lines(catalogue, wanted) if on is None else day_lines(root, catalogue, wanted, on)
    click.echo("\n".join(told))


def _day(text: str) -> date:
    """The day written 2022-07-01 or 1/7/2022; anything else is wrong usage."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        with suppress(ValueError):
            return datetime.strptime(text, form).date()
    raise click.UsageError(f"không hiểu ngày «{text}». Viết như 2022-07-01 hoặc 01/7/2022.")


@congkhai.command()
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path), help="Tệp số liệu, ví dụ data/units.yaml.")
@click.pass_obj
def lines(root: Path, file: Path) -> None:
    """In một tệp số liệu thành từng câu, mỗi số liệu một dòng; để git diff và git log -p cho người đọc hiểu.

    Cài một lần: git config diff.congkhai.textconv "congkhai lines"
    """
    from macros.reviewing.lines import file_lines

    if not file.is_file():
        raise click.UsageError(f"không có tệp «{file}».")
    click.echo("\n".join(file_lines(root, file)))


@congkhai.command()
@click.argument(
    "period",
    metavar="KỲ",
    help="Kỳ báo cáo: 2022-Q1 (quý), 2022-S1 (6 tháng), 2022-N1 (9 tháng), 2022-A1 (năm), "
    "2022-M05 (tháng), 2022-W07 (tuần).",
)
@click.pass_obj
def new(root: Path, period: str) -> None:
    """Tạo tệp số liệu và trang thuyết minh trống cho một kỳ, ví dụ: congkhai new 2022-A1."""
    from macros.catalogue import load_catalogue
    from macros.drafting import write_draft
    from macros.reporting import text_report

    wanted = _period(period)
    try:
        written = write_draft(root, load_catalogue(root), wanted)
    except Problems as problems:
        click.echo(_coloured(text_report(problems.problems, [], root / _SITE)), err=True)
        click.echo("Chưa tạo tệp nào; sửa các lỗi trên trước.", err=True)
        sys.exit(1)
    except FileExistsError as error:
        click.echo(f"Kỳ {wanted} đã có: {error}. Không ghi gì.", err=True)
        sys.exit(1)
    for path in written:
        click.echo(f"Đã tạo {path.relative_to(root).as_posix()}")
    click.echo("Điền số liệu vào các dòng «value:», rồi chạy: congkhai check")


@congkhai.command()
@click.argument("period", metavar="KỲ", help="Kỳ của báo cáo đã ban hành, ví dụ 2022-S1.")
@click.option("--date", "day", metavar="NGÀY", help="Ngày đính chính, ví dụ 2022-07-05 hoặc 5/7/2022.")
@click.option("--reason", metavar="LÝ_DO", help="Lý do, ví dụ: «Sửa số hồ sơ đúng hạn».")
@click.option("--document", metavar="MÃ_VĂN_BẢN", help="Mã của văn bản đính chính trong data/documents.yaml.")
@click.pass_obj
def revise(root: Path, period: str, day: str | None, reason: str | None, document: str | None) -> None:
    """Thêm lần sửa đổi tiếp theo vào một báo cáo đã ban hành, ví dụ: congkhai revise 2022-S1."""
    from macros.problems import Problems
    from macros.revising import NotRevised, add_revision

    wanted = _period(period)
    if reason is not None and not reason.strip():
        raise click.UsageError("--reason để trống. Viết lý do, hoặc bỏ tùy chọn này rồi điền trong tệp.")
    try:
        path, number = add_revision(root, wanted, _day(day) if day is not None else None, reason, document)
    except NotRevised as refusal:
        click.echo(f"Không ghi gì: {refusal}", err=True)
        sys.exit(1)
    except Problems as problems:
        click.echo(f"{problems}\nKhông ghi gì: tệp có lỗi, hãy sửa trước.", err=True)
        sys.exit(1)
    click.echo(f"Đã thêm lần sửa đổi {number} vào {path.relative_to(root).as_posix()}")
    missing = " và ".join(f"«{key}»" for key, given in (("date", day), ("reason", reason)) if given is None)
    click.echo(f"{f'Điền {missing}, sửa' if missing else 'Sửa'} số liệu, rồi chạy: congkhai check")


def _period(text: str) -> "Period":
    """The period that was typed."""
    from macros import model

    try:
        return model.Period.parse(text)
    except ValueError:
        raise click.UsageError(
            f"không có kỳ báo cáo «{text}». "
            "Viết như 2022-Q1 (quý), 2022-S1 (6 tháng), 2022-N1 (9 tháng), 2022-A1 (năm), "
            "2022-M05 (tháng), 2022-W07 (tuần)."
        ) from None


@congkhai.command()
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
    """Sắp xếp tệp số liệu theo một dạng thống nhất, giữ mọi chữ và chú thích; trên trang chỉ ghép lại dấu viết rời."""
    from macros.formatting import format_files, formattable
    from macros.reporting import text_report

    known = formattable(root)
    wanted = {path: kind for path, kind in known.items() if not files or any(_holds(file, path) for file in files)}
    for file in files:
        if not any(_holds(file, path) for path in wanted):
            raise click.UsageError(f"«{file}» không phải tệp số liệu hay trang của dự án. Viết như data/units.yaml.")
    changed, problems = format_files(root, wanted, write=not only_check)
    told = "Chưa đúng dạng: " if only_check else "Đã sắp xếp "
    for path in changed:
        click.echo(f"{told}{path.relative_to(root).as_posix()}")
    if problems:
        click.echo(_coloured(text_report(sorted(problems), [], root / _SITE)), err=True)
    elif not changed:
        click.echo(f"{len(wanted)} tệp đều đúng dạng.")
    elif only_check:
        click.echo("Để sắp xếp các tệp trên, chạy: congkhai fmt")
    sys.exit(1 if problems or (changed and only_check) else 0)


def _holds(given: Path, path: Path) -> bool:
    """Whether the path is the one given or lies in it."""
    return path.is_relative_to(given.resolve())


@congkhai.command()
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
        raise click.UsageError(f"«{folder}» là một tệp, không phải thư mục. Hãy chọn tên khác.")
    try:
        if folder.is_dir() and any(folder.iterdir()):
            raise click.UsageError(f"thư mục «{folder}» không trống nên không ghi gì. Hãy chọn thư mục khác.")
        written = write_demo(root, folder, periods, seed)
    except OSError as error:
        click.echo(f"Không ghi được thư mục «{folder}»: {error.strerror}.", err=True)
        sys.exit(1)
    except HistoryFailed as error:
        click.echo(f"Không tạo được lịch sử git trong «{folder}». git báo: {error}", err=True)
        sys.exit(1)
    click.echo(f"Đã tạo dự án minh họa (số liệu bịa đặt) vào {folder}: {periods} kỳ báo cáo, {written.files} tệp.")
    if written.commits is None:
        click.echo("Máy này không có git nên không có lịch sử sửa đổi; số liệu và các trang vẫn đủ.")
    else:
        click.echo(f"Lịch sử git có {written.commits} lần ghi.")
    click.echo(f'Dựng trang: congkhai --project "{folder}" build\nXem thử:    congkhai --project "{folder}" serve')


@congkhai.command()
@click.argument("codes", nargs=-1, metavar="[MÃ]…", help="Mã lỗi hoặc cảnh báo, ví dụ E402. Nếu không ghi: mọi mã.")
def explain(codes: tuple[str, ...]) -> None:
    """Giải thích một mã lỗi: vì sao quan trọng, viết thế nào là sai, thế nào là đúng; ví dụ: congkhai explain E402."""
    from macros.problem_codes import PROBLEM_CODES
    from macros.reporting import explanation_text

    wanted = [code.upper() for code in codes]
    for code in wanted:
        if code not in PROBLEM_CODES:
            near = nearest(code, PROBLEM_CODES)
            raise click.UsageError(f"không có mã «{code}»." + (f" Có phải là «{near}»?" if near else ""))
    if wanted:
        click.echo("\n\n".join(explanation_text(code, PROBLEM_CODES[code]) for code in wanted))
    else:
        click.echo("\n".join(f"{code}  {explanation.title}" for code, explanation in PROBLEM_CODES.items()))


@congkhai.command()
@click.pass_obj
def schemas(root: Path) -> None:
    """Tạo lại các lược đồ để trình soạn thảo gợi ý khi gõ.

    Chỉ cần sau khi sửa macros/reading/shapes.py hoặc macros/reading/scalars.py.
    """
    from macros.schemas import write_schemas

    written = list(write_schemas(root))
    for path in written:
        click.echo(f"Đã ghi {path.relative_to(root).as_posix()}")
    if not written:
        click.echo("Các lược đồ đều mới nhất.")


def main(arguments: Sequence[str] | None = None) -> Any:
    """Run the command; ends the process with its exit status."""
    # A Windows console may not be UTF-8; a letter it lacks must not end the command.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        sys.exit(congkhai.main(arguments, prog_name="congkhai", standalone_mode=False))
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        sys.exit(2)
    except click.UsageError as error:
        click.echo(f"congkhai: {usage_message(error, congkhai.commands)}\nXem cách dùng: congkhai --help", err=True)
        sys.exit(2)
    except click.Abort:
        sys.exit(130)
    except Problems as problems:
        from macros.reporting import text_report

        click.echo(text_report(problems.problems, problems.warnings), err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
