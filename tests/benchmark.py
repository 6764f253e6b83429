"""What building costs beside an empty Material site of as many pages, and what a chart and a long history cost.

Run by `make benchmark`: the real site, then demonstrations of 1, 10 and 100 reports, then a history of 10,000 commits,
in one run. Both sites are built in child processes of the same Python, in turn; CPU time (user and system)
is the least of the rounds, and the ratio is what counts: it holds on any machine.
"""

import argparse
import datetime
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, count, islice
from pathlib import Path

import yaml

from macros import vietnamese
from macros.demo import MOST_PERIODS
from macros.demo.project import story, write_demo
from macros.demo.repository import import_history
from macros.demo.story import Commit, Story
from macros.views.charting import MOST_POINTS
from macros.views.charts.series import Point, Series, series_chart

ROOT = Path(__file__).resolve().parents[1]
ALLOWED_RATIO = 2.0
ALLOWED_CHART = 15.0  # milliseconds
CONFIG_TAG = re.compile(r"!(?:ENV|!python/name:\S+)")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Đo thời gian CPU dựng trang, so với một trang Material trống.")
    parser.add_argument("--rounds", type=int, default=5, help="số lượt đo, lấy lượt nhanh nhất")
    parser.add_argument("--reports", type=int, nargs="*", default=[1, 10, 100], help="số báo cáo của trang minh họa")
    parser.add_argument("--most", action="store_true", help=f"đo cả trang minh họa {MOST_PERIODS} báo cáo (rất lâu)")
    parser.add_argument("--commits", type=int, default=10_000, help="số lần ghi của lịch sử git; 0: không đo")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        print("Trang trống: cùng giao diện Material, cùng số trang và số mục điều hướng, mỗi trang chỉ có tên.")
        print(f"{'Giây CPU':<34}{'trang':>8}{'của ta':>10}{'trống':>10}{'tỷ số':>8}")
        first = against_empty(ROOT, Path(folder, "first"), given.rounds)
        print(f"{'Trang này':<34}{first}")
        for number in given.reports + [MOST_PERIODS] * given.most:
            project = Path(folder, f"demo-{number}")
            write_demo(ROOT, project, number, seed=1)
            rounds = given.rounds if number < 100 else 1
            scaled = against_empty(project, Path(folder, f"sites-{number}"), rounds)
            print(f"{f'Minh họa, {number} báo cáo':<34}{scaled}")
        chart = milliseconds_a_chart()
        print(f"Biểu đồ {MOST_POINTS} kỳ, mili giây CPU: {chart:.2f} (cho phép đến {ALLOWED_CHART:.0f}).")
        if given.commits:
            print_history(Path(folder, "history"), given.commits)
    print(f"Tỷ số của trang này được phép đến {ALLOWED_RATIO:.1f}.")
    return 0 if first.ratio <= ALLOWED_RATIO and chart <= ALLOWED_CHART else 1


@dataclass(frozen=True, slots=True)
class Cost:
    """What so many pages cost us and an empty Material site, in seconds of CPU."""

    pages: int
    ours: float
    empty: float

    @property
    def ratio(self) -> float:
        return self.ours / self.empty

    def __str__(self) -> str:
        return f"{self.pages:>8}{self.ours:>10.2f}{self.empty:>10.2f}{self.ratio:>8.2f}"


def against_empty(project: Path, folder: Path, rounds: int) -> Cost:
    """The least cost of building a project, and an empty site of as many pages, in turn for so many rounds."""
    ours = [sys.executable, "-m", "macros.cli", "--project", str(project), "build", "--site-dir", f"{folder}/ours"]
    folder.mkdir()
    cpu_seconds(ours)
    pages = sum(1 for _ in Path(folder, "ours").rglob("*.html"))
    write_empty_site(Path(folder, "empty"), pages - 1)  # Material adds a 404 page, as it does to ours
    empty = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", f"{folder}/empty/mkdocs.yml"]
    measured = [(cpu_seconds(ours), cpu_seconds(empty)) for _ in range(rounds)]
    built = sum(1 for _ in Path(folder, "empty", "site").rglob("*.html"))
    assert built == pages, f"{built} pages against {pages}"
    ours_least, empty_least = (min(column) for column in zip(*measured, strict=True))
    return Cost(pages, ours_least, empty_least)


def milliseconds_a_chart(times: int = 200) -> float:
    """The CPU time of drawing one chart of as many periods as a chart can hold."""
    points = tuple(Point((f"Quý {n % 4 + 1}", str(2000 + n // 4)), Decimal(n * n), str(n)) for n in range(MOST_POINTS))
    series = Series("Số hồ sơ", "hồ sơ", points)
    begun = time.process_time()
    for _ in range(times):
        series_chart(series, "a", vietnamese.number)
    return (time.process_time() - begun) / times * 1000


def print_history(project: Path, commits: int) -> None:
    """Measure reading a history of so many commits, beside git alone handing out the same contents."""
    write_long_history(project, commits)
    read = [sys.executable, "-c", READ_HISTORY, str(project)]
    git = ["sh", "-c", GIT_ALONE, str(project)]
    alone, cold, warm = cpu_seconds(git), cpu_seconds(read), cpu_seconds(read)
    print(f"Lịch sử {commits} lần ghi, giây CPU: đọc lần đầu {cold:.2f}, lần sau {warm:.2f};", end=" ")
    print(f"riêng git đưa ra cùng nội dung {alone:.2f}.")


READ_HISTORY = "import sys, pathlib, macros.history.past as past; past.read_past(pathlib.Path(sys.argv[1]))"
GIT_ALONE = (
    'cd "$0" && git log --raw --no-abbrev --format= -- data/reports | cut -d" " -f4'
    " | git cat-file --batch --buffer >/dev/null"
)


def write_long_history(project: Path, commits: int) -> None:
    """A demonstration whose staff go on: each further commit puts another note into one of its reports."""
    told = story(100, 1, {})
    project.mkdir()
    import_history(project, islice(chain(told.commits(), _further(told)), commits))


def _further(told: Story) -> Iterator[Commit]:
    reports = sorted(path for path in told.files if path.startswith("data/reports/"))
    for n in count():
        path = reports[n % len(reports)]
        text = re.sub(r"(indicator: tuyen-truyen\n    note: ).*", rf"\g<1>Ghi chú {n}", told.files[path])
        yield Commit(f"Sửa ghi chú {n}", datetime.date(2040, 1, 1) + datetime.timedelta(n // 20), {path: text})


def write_empty_site(folder: Path, pages: int) -> None:
    """A Material site of so many pages that hold a title and nothing else.

    It has our theme settings and as many entries in its navigation, but none of our plugins, templates or styles.
    """
    ours = yaml.safe_load(CONFIG_TAG.sub("", (ROOT / "mkdocs.yml").read_text(encoding="utf-8")))
    names = [f"trang-{n}.md" for n in range(pages)]
    config = {
        "site_name": "Trang trống",
        "theme": {key: value for key, value in ours["theme"].items() if key != "custom_dir"},
        "plugins": ["search"],
        "nav": names[: len(ours["nav"])],
        "not_in_nav": "/*",
    }
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    for n, name in enumerate(names):
        (docs / name).write_text(f"# Trang {n}\n", encoding="utf-8")


def cpu_seconds(command: Sequence[str]) -> float:
    """The CPU time that a command takes, its children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main())
