"""YAML texts with Tabs, escapes and comments in odd places: both parsers of PyYAML give one verdict and one value."""

import random
import time
from pathlib import Path
from unittest.mock import patch

import yaml

from macros.reading import yaml_records
from macros.reading.yaml_records import Value, parse_record

ROOT = Path(__file__).parents[2]
_PIECES = [
    "\t", "\t", "\t", " \t", "\t ", "\n\t", "\t\n", "\t#", "\t# c", " # c", "  # c", "#", ":\t", "-\t", "- ", ": ",
    ",\t", "\n", '"', "'", "|\n", ">\n", "[", "]", "{", "}", "\\uD800", "\\uFFFE", "\\U00110000", "\\t", "\u00a0",
    "\u200b", "ộ", "\r\n", "---\n", "  ", "\n\n", "a: b", "?\t", "!\t", "&a\t", "*a\t", "%\t", "@", "`",
]  # fmt: skip
_SHORT = [
    "kind: coded\n", "a: b\nc: d\n", "- x\n- y\n", "[x, y]\n", 'a: "x y"\nb: 1\n', "a: |\n  x\n  y\nb: 1\n",
    "a:\n  - b: c\n    d: e\n", "# a b\nc: d # e\n", "a: 'x\n  y'\n", "a: >-\n  x\n\n  y\n",
    "{a: b, c: [d, e]}\n", "a: b\n  c\nd: e\n",
]  # fmt: skip


def run(seed: int, seconds: float) -> int:
    """Damages texts until the time is over; the number of cases. AssertionError names the case that failed."""
    chance = random.Random(seed)
    real = (ROOT / "data/units.yaml").read_text("utf-8")[:1500]
    cases, end = 0, time.monotonic() + seconds
    while not cases or time.monotonic() < end:
        text = chance.choice([*_SHORT, *_SHORT, real])
        for _ in range(chance.randint(1, 4)):
            at = chance.randint(0, len(text))
            text = text[:at] + chance.choice(_PIECES) + text[at + chance.choice([0, 0, 1]) :]
        first, second = verdicts(text)
        if first != second:
            raise AssertionError(f"loaders, seed {seed}, case {cases}: {text!r}: libyaml {first!r}, pure {second!r}")
        cases += 1
    return cases


def verdicts(text: str) -> tuple[tuple[Value, list[str]], tuple[Value, list[str]]]:
    """What libyaml and what the pure parser make of a text: its value, and the codes of its problems."""
    found = []
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):
        with patch.object(yaml_records, "_Loader", loader):
            record = parse_record("x.yaml", text)
            found.append((record.value, sorted({problem.code for problem in record.problems})))
    return found[0], found[1]
