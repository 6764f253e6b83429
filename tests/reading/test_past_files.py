"""Reading versions one after the other, without reading a block twice, says what reading each whole would say."""

import random
from pathlib import Path

import pytest

from macros.reading.lenient import leniently_shaped
from macros.reading.past_files import PastFiles
from macros.reading.shapes import IndicatorsFile, ReportFile, Shape
from macros.reading.yaml_records import parse_past_record
from tests.good_project import GOOD

FILES = {
    "report": (GOOD / "data/reports/2031-S1.yaml", ReportFile, "observations"),
    "definitions": (min((GOOD / "data/indicators").glob("*.yaml")), IndicatorsFile, "indicators"),
}
# What stands in the way of taking a text apart: quotation marks over several lines, entries like others, ends.
PIECES = (
    *('"', "'", "\n", "[", "{a: b}", ": ", "- ", "|\n", ">\n      ", "\t", "\r\n", " ", "&a ", "# ghi\n"),
    *("\n...\n", "\n---\n", "\nobservations:\n", "\nindicators:\n", "number: 2\n", "  - x\n"),
    "\n  - indicator: x\n    value: 1\n",
    "\n  -\n    indicator: y\n",
    "\n# x\n  - indicator: z\n",
    "    note: 'a\n  - indicator: b'\n",
)


def whole(text: str, shape: type[Shape]) -> Shape | None:
    return leniently_shaped(parse_past_record("x.yaml", text), shape)


@pytest.mark.parametrize(("path", "shape", "key"), FILES.values(), ids=FILES)
def test_versions_say_what_each_says_whole(path: Path, shape: type[Shape], key: str) -> None:
    text, chance, files = path.read_text("utf-8"), random.Random(14), PastFiles(shape, key)
    versions = [text, text.replace("\n\n", "\n"), text.rstrip("\n")]
    lines = text.splitlines(keepends=True)
    for _ in range(400):
        changed = versions[chance.randrange(3)] if chance.random() < 0.7 else "".join(lines[: chance.randrange(9, 60)])
        for _ in range(chance.randint(1, 2)):
            at = chance.randrange(len(changed) + 1)
            changed = changed[:at] + chance.choice(PIECES) + changed[at + chance.choice((0, 0, 1, 9)) :]
        versions.append(changed)
    read = 0
    for version in versions:
        found = files.read(version.encode())
        assert found == whole(version.replace("\r\n", "\n"), shape), version
        read += found is not None
    assert 20 < read < len(versions)


def test_a_block_that_stands_again_is_the_same_object() -> None:
    path, _, key = FILES["report"]
    files = PastFiles(ReportFile, key)
    text = path.read_text("utf-8")
    before, after = files.read(text.encode()), files.read(text.replace("value: 48", "value: 49", 1).encode())
    assert before is not None
    assert after is not None
    same = [one is other for one, other in zip(before.observations, after.observations, strict=True)]
    assert same.count(False) == 1


def test_of_a_draft_the_head_is_read_though_a_figure_cannot_be() -> None:
    path, _, key = FILES["report"]
    spoiled = path.read_text("utf-8").replace("- indicator: ", "- chi_tieu: ", 1).encode()
    files = PastFiles(ReportFile, key)
    assert files.read(spoiled) is None
    head = files.read_head(spoiled)
    assert head is not None
    assert (str(head.period), head.observations) == ("2031-S1", [])


def test_definitions_are_read_without_the_row_that_cannot_be() -> None:
    path, _, key = FILES["definitions"]
    text = path.read_text("utf-8")
    files = PastFiles(IndicatorsFile, key)
    sound = files.read(text.encode())
    assert sound is not None
    spoiled = text.replace(f"- id: {sound.indicators[0].id}\n", "- id: [\n", 1).encode()
    assert files.read(spoiled) is None
    partly = files.read_partly(spoiled)
    assert partly is not None
    assert [row.id for row in partly.indicators] == [row.id for row in sound.indicators[1:]]
