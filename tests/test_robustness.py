"""Whatever is done to the real files, loading gives a catalogue inside its domain or problems with their places.

Never another exception, never a place that is not in the file, never a report without end. Nothing is timed: steps are
counted, and what hangs is dumped by pytest's `faulthandler_timeout`.
"""

import os
import random
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros import kinds
from macros.loading.assembly import load_catalogue
from macros.problems.problem import Problems
from macros.reading.yaml_records import MOST_PROBLEMS
from macros.record import Catalogue, ReportKey, series_key
from macros.reporting import text_report
from tests.fuzz.damage import CHANGES, Change
from tests.fuzz.judging import loaded
from tests.good_project import GOOD

ROOT = Path(__file__).parent.parent
FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in [*(ROOT / "data").rglob("*.yaml"), *(ROOT / "docs").rglob("*.md")]
    if not {"decisions", "design"} & set(path.parts)
)
REPORT = "data/reports/2022-S1.yaml"
# Of the small project, which is enough where the file itself is all that counts.
SMALL_REPORT, SMALL_PAGE = "data/reports/2031-S1.yaml", "docs/bao-cao/2031-s1.md"
LONGEST = 500 * MOST_PROBLEMS  # letters of a report


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the real data and pages for all examples; each puts back what it spoiled."""
    copy = tmp_path_factory.mktemp("hong") / "du-an"
    for file in FILES:
        (copy / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / file, copy / file)
    return copy


@pytest.fixture(scope="module")
def whole(project: Path) -> Catalogue:
    """What it says while nothing is spoiled."""
    return load_catalogue(project)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small project."""
    return shutil.copytree(GOOD, tmp_path / "nho")


@given(
    file=st.sampled_from(FILES) | st.just(REPORT),
    changes=st.lists(st.sampled_from(CHANGES), min_size=1, max_size=3),
    seed=st.integers(0, 2**32),
)
@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True)
def test_a_spoiled_file_is_told_or_harmless(project: Path, file: str, changes: list[Change], seed: int) -> None:
    chance = random.Random(seed)
    content = (ROOT / file).read_bytes()
    for change in changes:
        if content:
            made = change(chance, content.decode("utf-8", "replace"))
            content = made if isinstance(made, bytes) else made.encode("utf-8", "surrogatepass")
    loaded(project, file, content)


@pytest.mark.parametrize("kind", [kinds.COUNT, kinds.PERCENT])
@pytest.mark.parametrize("typed", ["95", "0", "43,75", "-1", "120", "1e3", "", "~", "[]", "10.749", "9" * 400])
def test_a_target_is_an_amount_or_told(project: Path, whole: Catalogue, kind: kinds.Kind, typed: str) -> None:
    report = whole.reports_by_key[ReportKey.parse("2022-S1")]
    row = next(o.indicator.id for o in report.observations if o.indicator.kind is kind and o.value is not None)
    text, stated = re.subn(
        rf"(?m)^(  - indicator: {row}\n    value: .*\n)",
        rf"\1    target: {typed}\n",
        (ROOT / REPORT).read_text("utf-8"),
    )
    assert stated == 1
    found = loaded(project, REPORT, text.encode())
    if isinstance(found, Catalogue):
        assert found.reports_by_key[ReportKey.parse("2022-S1")].by_key[series_key(row)].target == Decimal(
            typed.replace(",", ".")
        )
    else:
        assert [problem.place.path for problem in found.problems] == [REPORT]
    allowed = {kinds.COUNT: {"95", "0", "120"}, kinds.PERCENT: {"95", "0", "43,75", "10.749"}}
    assert isinstance(found, Catalogue) == (typed in allowed[kind])


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_each_change_by_itself(project: Path, change: Change) -> None:
    made = change(random.Random(7), (ROOT / REPORT).read_text("utf-8"))
    loaded(project, REPORT, made if isinstance(made, bytes) else made.encode())


def bomb(levels: int = 40) -> str:
    """Each line names the line above nine times: 9 to the power of `levels` strings if it ever unfolded."""
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join(lines)


def hostile_contents() -> Iterator[tuple[str, str, bytes]]:
    text = (GOOD / SMALL_REPORT).read_bytes()
    yield "empty", SMALL_REPORT, b""
    yield "blank lines", SMALL_REPORT, b"\n" * 1_000
    yield "NUL", SMALL_REPORT, b"\0" * 1_000
    yield "10 MB", SMALL_REPORT, text + b"# " + b"x" * 10_000_000
    yield "10 MB of figures", SMALL_REPORT, text * (10_000_000 // len(text))
    yield "10 MB page", "docs/index.md", "Chữ {{ x }} ".encode() * 700_000
    yield "alias bomb", "data/units.yaml", bomb().encode()
    yield "alias bomb behind the data", SMALL_REPORT, text + b"\n" + bomb().encode()
    yield "alias of itself", "data/units.yaml", b"units: &a [*a]"
    yield "very long line", SMALL_REPORT, text + b"title: " + b"x " * 1_000_000
    yield "very long key", SMALL_REPORT, text + b"x" * 1_000_000 + b": 1"
    yield "4 MB of brackets", SMALL_REPORT, b"[" * 4_000_000
    yield "4 MB of dashes", SMALL_REPORT, b"- " * 2_000_000
    yield "many dashes in a wrong place", SMALL_REPORT, text + b"- " * 200_000 + b"\n  x: 1"
    yield "many keys", SMALL_REPORT, b"".join(b"k%d: 1\n" % n for n in range(20_000))
    yield "many aliases", "data/units.yaml", b"units: [&a x" + b", *a" * 100_000 + b"]"
    blocks = b"".join(b"  - indicator: x%d\n    value: 1\n" % n for n in range(10_000))
    yield "many unknown indicators", SMALL_REPORT, text + blocks
    yield "many unknown macros on one line", "docs/index.md", b"{{ x }}" * 5_000
    yield "many calls on one line", "docs/index.md", b'{{ abbr("x") }}' * 5_000
    yield "many calls on many lines", "docs/index.md", b'{{ abbr("x") }}\n' * 5_000
    narrative = (GOOD / SMALL_PAGE).read_bytes()
    yield "tags that never end on one line", SMALL_PAGE, narrative + b"\n" + b"<a " * 100_000 + b"<b>"
    yield "link targets that never end on one line", SMALL_PAGE, narrative + b"\n" + b"](javascript:x " * 100_000
    yield "many expressions on one line", SMALL_PAGE, narrative + b"\n" + b"{{ 1/0 }}" * 5_000
    yield "powers of powers", SMALL_PAGE, narrative + b"\n{{ 9**9**9 }} {{ observation('x', digits=9**9**9) }}"
    yield "a loop without end", SMALL_PAGE, narrative + b"\n{% for n in range(10**9) %}x{% endfor %}"
    yield (
        "a number of thousands of digits",
        SMALL_PAGE,
        narrative + b"\n{{ observation('x', digits=" + b"9" * 6_000 + b") }}",
    )
    yield "many numbers on one line", SMALL_PAGE, narrative + b"\n{{ x }} " + b"51 ho so " * 25_000
    yield "a number without end in the text", SMALL_PAGE, narrative + b"\n{{ x }} " + b"1" * 1_000_000
    yield "many citations on one line", SMALL_PAGE, narrative + ("\n{{ x }} " + "QĐ số 3826 " * 50_000).encode()
    yield (
        "many sanctions on one line",
        SMALL_PAGE,
        narrative + ("\n{{ x }} khiển trách " + "Nguyễn " * 100_000).encode(),
    )
    yield "marks in a raw block", SMALL_PAGE, narrative + b"\n{{ x }}{% raw %}" + b"{{" * 200_000 + b"{% endraw %}"
    yield "brackets on a page", "docs/index.md", b"{{ " + b"(" * 100_000 + b" }}"
    yield "calls within calls on a page", "docs/index.md", b"{{ " + b"abbr(" * 5_000 + b")" * 5_000 + b" }}"


HOSTILE = list(hostile_contents())


@pytest.mark.parametrize(("file", "content"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_a_hostile_file_is_refused_in_a_report_with_an_end(small: Path, file: str, content: bytes) -> None:
    refused = loaded(small, file, content)
    assert isinstance(refused, Problems)
    assert file in {problem.place.path for problem in refused.problems}
    assert len(refused.problems) <= MOST_PROBLEMS
    assert len(text_report(refused.problems, [], small)) <= LONGEST


GROWING: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "unknown keys": (SMALL_REPORT, lambda n: b"".join(b"k%d: 1\n" % k for k in range(n))),
    "unknown indicators": (
        SMALL_REPORT,
        lambda n: (
            (GOOD / SMALL_REPORT).read_bytes() + b"".join(b"  - indicator: x%d\n    value: 1\n" % k for k in range(n))
        ),
    ),
    "aliases": ("data/units.yaml", lambda n: b"units: [&a x" + b", *a" * n + b"]"),
    "calls on one line": ("docs/index.md", lambda n: b'{{ abbr("x") }}' * n),
    "calls on many lines": ("docs/index.md", lambda n: b'{{ abbr("x") }}\n' * n),
    "calls within calls": ("docs/index.md", lambda n: b"{{ " + b"abbr(" * n + b")" * n + b" }}"),
    "expressions": (SMALL_PAGE, lambda n: (GOOD / SMALL_PAGE).read_bytes() + b"\n" + b"{{ 1/0 }}" * n),
    "numbers": (SMALL_PAGE, lambda n: (GOOD / SMALL_PAGE).read_bytes() + b"\n{{ x }} " + b"51 ho so " * n),
    "citations": (SMALL_PAGE, lambda n: (GOOD / SMALL_PAGE).read_bytes() + ("\n{{ x }} " + "QĐ số 3826 " * n).encode()),
    "link targets": (SMALL_PAGE, lambda n: (GOOD / SMALL_PAGE).read_bytes() + b"\n" + b"](javascript:x " * n),
}


@pytest.mark.parametrize(("file", "content"), GROWING.values(), ids=GROWING)
def test_twice_as_much_to_read_takes_twice_the_steps(small: Path, file: str, content: Callable[[int], bytes]) -> None:
    """Once as many problems are found as are reported, only reading grows. Each call is a step, also one into C.

    In the small project: what else is read takes most steps in the real one, and is the same three times.
    """
    # What is found out once by each process is no growth.
    loaded(small, file, content(MOST_PROBLEMS))
    few, more, most = (steps(small, file, content(n * MOST_PROBLEMS)) for n in (1, 2, 4))
    # A few steps of no account are not growth.
    assert most - more <= 2.1 * max(more - few, 0) + 100


def steps(project: Path, file: str, content: bytes) -> int:
    """How many calls and returns loading takes while the file holds the content."""
    count = 0

    def step(*_: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(step)
    try:
        loaded(project, file, content)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("file", [REPORT, "data/documents.yaml", "docs/index.md"])
@pytest.mark.parametrize("dressed", [b"\xef\xbb\xbf%s", b"%s\r\n"], ids=["BOM", "CRLF"])
def test_what_windows_adds_is_harmless(project: Path, file: str, dressed: bytes) -> None:
    content = (ROOT / file).read_bytes()
    if dressed.endswith(b"\r\n"):
        content = content.replace(b"\n", b"\r\n")
    assert isinstance(loaded(project, file, dressed % content), Catalogue)


def test_the_copy_itself_is_whole(whole: Catalogue) -> None:
    assert len(whole.indicators) == len(load_catalogue(ROOT).indicators)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among files")
def test_a_pipe_among_the_files_is_told_and_not_waited_for(tmp_path: Path) -> None:
    project = shutil.copytree(GOOD, tmp_path / "nho")
    os.mkfifo(project / "data/reports/2032-S1.yaml")
    with pytest.raises(Problems) as caught:
        load_catalogue(project)
    assert [(str(problem.place), problem.code) for problem in caught.value.problems] == [
        ("data/reports/2032-S1.yaml", "E107")
    ]
