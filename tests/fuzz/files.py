"""Single files of the real project, damaged: loading tells of it, or gives exactly what the file says."""

import random
import shutil
import tempfile
import time
from decimal import Decimal
from pathlib import Path

import yaml

from macros.kinds import Code
from macros.record import Catalogue
from tests.fuzz.damage import damaged
from tests.fuzz.judging import loaded

ROOT = Path(__file__).parents[2]
REPORT = "data/reports/2022-S1.yaml"


def run(seed: int, seconds: float) -> int:
    """Damages files until the time is over; the number of cases. AssertionError names the case that failed."""
    chance = random.Random(seed)
    cases, end = 0, time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        project = _copy(Path(folder) / "du-an")
        files = sorted(path.relative_to(project).as_posix() for path in project.rglob("*") if path.is_file())
        while not cases or time.monotonic() < end:
            # The report, where figures stand, as often as all other files.
            file = chance.choice([REPORT, chance.choice(files)])
            content = damaged(chance, (project / file).read_bytes(), chance.randint(1, 3))
            try:
                found = loaded(project, file, content)
                if file == REPORT and isinstance(found, Catalogue):
                    _as_written(content, found)
            except Exception as error:
                raise AssertionError(f"files, seed {seed}, case {cases}: {file}: {error!r}") from error
            cases += 1
    return cases


def _copy(project: Path) -> Path:
    for folder, pattern in (("data", "*.yaml"), ("docs", "*.md")):
        for path in (ROOT / folder).rglob(pattern):
            if not {"decisions", "design"} & set(path.parts):
                target = project / path.relative_to(ROOT)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
    return project


def _as_written(content: bytes, catalogue: Catalogue) -> None:
    """The oracle: every accepted value is the text of the file, read by PyYAML's plainest loader alone."""
    written = yaml.load(content.decode("utf-8-sig"), Loader=yaml.BaseLoader)
    (report,) = [report for report in catalogue.reports if str(report.period) == written["period"]]
    blocks = {block["indicator"]: block for block in written["observations"]}
    rows = [row for row in report.observations if row.indicator.kind != "heading"]
    assert {row.indicator.id for row in rows} <= set(blocks)
    for row in rows:
        typed = blocks[row.indicator.id].get("value")
        match row.value:
            case Decimal() as amount:
                assert amount == Decimal(typed.replace(",", ".")), (row.indicator.id, typed, amount)
            case Code() as answer:
                assert str(answer.code) == typed, (row.indicator.id, typed, answer)
            case value:
                assert (value or None) == (typed or None), (row.indicator.id, typed, value)
