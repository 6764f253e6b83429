"""What else is measured: drawing a chart, and reading a long history."""

import datetime
import re
import sys
import time
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, count, islice
from pathlib import Path

from macros import vietnamese
from macros.charts.series_chart import series_chart
from macros.faces.chart_face import Point, Series
from macros.faces.record_charts import MOST_POINTS
from tests.benchmark.measuring import measured
from tests.demo.project import story
from tests.demo.repository import import_history
from tests.demo.story import Commit, Story

ALLOWED_CHART = 15.0  # milliseconds


def milliseconds_a_chart(times: int = 200) -> float:
    """The CPU time of drawing one chart of as many periods as a chart can hold."""
    points = tuple(Point((f"Quý {n % 4 + 1}", str(2000 + n // 4)), Decimal(n * n), str(n)) for n in range(MOST_POINTS))
    series = Series("Số hồ sơ", "hồ sơ", points)
    begun = time.process_time()
    for _ in range(times):
        series_chart(series, "a", vietnamese.number)
    return (time.process_time() - begun) / times * 1000


def chart_sentence(milliseconds: float) -> str:
    return (
        f"A chart of {MOST_POINTS} periods takes {milliseconds:.2f} ms of CPU; at most {ALLOWED_CHART:.0f} are allowed."
    )


def history_sentence(project: Path, commits: int) -> str:
    """Measure reading a history of so many commits, beside git alone handing out the same contents."""
    write_long_history(project, commits)
    read = [sys.executable, "-c", READ_HISTORY, str(project)]
    alone = measured(["sh", "-c", GIT_ALONE, str(project)])
    cold, warm = measured(read), measured(read)
    return (
        f"A history of {commits:,} commits: the first reading takes {cold.cpu:.2f} s of CPU, a further one "
        f"{warm.cpu:.2f} s; git alone hands out the same contents in {alone.cpu:.2f} s."
    )


READ_HISTORY = (
    "import sys, pathlib, macros.history.public_states as past, macros.publication.ledger as ledger; "
    "from macros.publication.project_store import ProjectStore; "
    "root = pathlib.Path(sys.argv[1]); past.read_past(root, ProjectStore(ledger.opened(root)))"
)
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
