"""An archive to search: invented reports, what a test plants in them, and a search page over another index."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from macros import addresses
from macros.outputs.search.first_layer import SearchedPage
from macros.outputs.search.passages import Passage
from macros.record import Catalogue

MANY = 80  # periods
# Every report says these, so none of their words tells one report from another.
EVERYWHERE = (
    ("I. Chỉ đạo, điều hành", "Cơ quan ban hành kế hoạch, danh sách các xã và công văn gửi đơn vị trực thuộc."),
    ("II. Kết quả", "Việc thôn, bản nông thôn mới tiến hành theo đúng kế hoạch của nhà nước."),
    ("II. Kết quả", "Nước ta có nhiều công trình sạch, đẹp; nguồn lực của xã và thôn được công khai."),
    ("III. Tồn tại", "Còn 3 công trình chậm, nguồn vốn thiếu; nhà văn hóa bản chưa sạch."),
)


def narratives(catalogue: Catalogue, planted: Mapping[str, tuple[str, str]] | None = None) -> list[SearchedPage]:
    """A page for each report, newest first: what every report says, and below it what is planted for its period."""
    pages = []
    for report in catalogue.reports:
        said = [*EVERYWHERE, *filter(None, [(planted or {}).get(str(report.period))])]
        passages = [Passage(heading, f"doan-{n}", text) for n, (heading, text) in enumerate(said)]
        address = addresses.report(report)
        pages.append(SearchedPage(address, report.title, "", passages, report.key))
    return pages


def search_site(built: Path, folder: Path, files: Mapping[str, str]) -> Path:
    """The search page of a built site over another index, with the engine of the built one."""
    first_file = f"{addresses.SEARCH_INDEX}catalogue.js"
    engine = (built / first_file).read_text("utf-8").partition('congkhai["search-loading"].receive("catalogue"')[0]
    files = {**files, first_file: engine + files[first_file]}
    folder.mkdir(parents=True)
    for part in ("assets", "tim-kiem"):
        shutil.copytree(built / part, folder / part)
    shutil.rmtree(folder / addresses.SEARCH_INDEX)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder
