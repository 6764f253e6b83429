"""Whatever is done to the real files, loading gives a catalogue inside its domain or problems with their places.

Never another exception, never a place that is not in the file, never a report without end. Nothing is timed: steps are
counted, and what hangs is dumped by pytest's `faulthandler_timeout`.
"""

import random
import re
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.catalogue import checked_catalogue, load_catalogue
from macros.model import Catalogue, Code, Kind, Observation, Status
from macros.problems import Problems
from macros.reading.records import MOST_PROBLEMS
from macros.reporting import text_report
from macros.vietnamese import invisible_characters, is_nfc

ROOT = Path(__file__).parent.parent
FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in [*(ROOT / "data").rglob("*.yaml"), *(ROOT / "docs").rglob("*.md")]
    if not {"decisions", "design"} & set(path.parts)
)
REPORT = "data/reports/2022-S1.yaml"
PAGE = "docs/bao-cao/2022-s1.md"
LONGEST = 500 * MOST_PROBLEMS  # letters of a report

# What stands behind a key and a colon, on the lines that have something there.
_VALUE = re.compile(r"^([ -]*[A-Za-z_-]+: )(.+)$")
_KEY = re.compile(r"^([ -]*)([A-Za-z_-]+)(:.*)$")
_STRANGE = [
    "", "~", "null", "{}", "[]", "[1, 2]", "{a: b}", "true", "no", "010", "12:30", "0x1F", "1e5", ".inf", "-.inf",
    ".nan", "1_000", "-1", "-0", "100.5", "43,75", "43,75%", "10.749", "9" * 18, "9" * 400, "1" + "0" * 5000,
    "0." + "3" * 500, "٣", "½", "४२", "４８", "1\u00a0000", "−5", '"', "'", "|", ">", "&a x", "*a", "!!int 5", "!x y",
    "%x", "@x", "`x`", "? x", "- x", "a: b: c", "# x", "\t5", "<b>x</b>", "{{ x }}", "{% raw %}", "{1} {2}", "\u200b",
    "\ufeff", "\u2028", "\x85", "\ue000", "e\u0301", "x" * 20_000, "[" * 5_000, "{" * 5_000, "2022-02-30",
    "2022-13-01", "0000-00-00", "9999-W53", "2022-S1", "javascript:alert(1)", "a/b", "../..", "heading", "coded",
    "published", "high",
]  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the real data and pages for all examples; each puts back what it spoiled."""
    copy = tmp_path_factory.mktemp("hong") / "du-an"
    for file in FILES:
        (copy / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / file, copy / file)
    return copy


def loaded(project: Path, file: str, content: bytes) -> Catalogue | Problems:
    """What loading gives while the file holds the content; every problem's place is checked."""
    path = project / file
    kept = path.read_bytes()
    try:
        path.write_bytes(content)
        try:
            catalogue, _ = checked_catalogue(project)
        except Problems as problems:
            check_places(project, problems)
            return problems
        check_domain(catalogue)
        return catalogue
    finally:
        path.write_bytes(kept)


def check_places(project: Path, problems: Problems) -> None:
    """Every problem stands on a line of a file of the project; line 0 is the file as a whole."""
    assert problems.problems
    for problem in problems.problems:
        place = project / problem.place.path
        if place.is_file():
            # An empty file still has a first line.
            lines = place.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
            assert 0 <= problem.place.line <= lines, problem
        else:
            assert problem.place.line == 0, problem
        for text in (problem.found, problem.allowed, problem.remedy):
            assert text
            assert len(text) < 6_000, problem.code


def check_domain(catalogue: Catalogue) -> None:
    """Every value of every report lies inside the domain that its indicator declares."""
    for report in catalogue.reports:
        for observation in report.observations:
            assert in_domain(observation), observation
            assert target_in_domain(observation), observation


def target_in_domain(observation: Observation) -> bool:
    """A target is an amount that the value of its indicator could be; answers, words and headings have none."""
    if observation.target is None:
        return True
    counted = observation.indicator.kind in (Kind.COUNT, Kind.PERCENT, Kind.NUMBER)
    return counted and in_domain(replace(observation, value=observation.target, status=Status.REPORTED))


def in_domain(observation: Observation) -> bool:
    indicator, value = observation.indicator, observation.value
    if (value is None) != (observation.status is not Status.REPORTED):
        return False
    match indicator.kind, value:
        case _, None:
            return (indicator.kind is Kind.HEADING) == (observation.status is Status.HEADING)
        case Kind.COUNT, Decimal():
            return value.is_finite() and value == int(value) and not value.is_signed()
        case Kind.PERCENT, Decimal():
            return value.is_finite() and 0 <= value <= 100  # no real rate may exceed 100
        case Kind.NUMBER, Decimal():
            return value.is_finite() and abs(value) < 10**18
        case Kind.CODED, Code():
            return indicator.code_list is not None and value in indicator.code_list.codes
        case Kind.TEXT, str():
            return bool(value.strip()) and is_nfc(value) and not invisible_characters(value)
    return False


def lines_with(pattern: re.Pattern[str], lines: list[str]) -> list[int]:
    return [n for n, line in enumerate(lines) if pattern.match(line)]


Change = Callable[[random.Random, str], str | bytes]


def drop_a_line(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    del lines[chance.randrange(len(lines))]
    return "\n".join(lines)


def drop_a_block(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    start = chance.randrange(len(lines))
    return "\n".join(lines[:start] + lines[start + chance.randrange(1, 40) :])


def repeat_a_line(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))
    return "\n".join(lines)


def rename_a_key(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    if found := lines_with(_KEY, lines):
        n = chance.choice(found)
        name = chance.choice(["id", "value", "Giá trị", "", "x" * 300, "<<", "valeu", "9", "~", "[a]", "? a"])
        lines[n] = _KEY.sub(lambda match: f"{match[1]}{name}{match[3]}", lines[n])
    return "\n".join(lines)


def change_a_value(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    if found := lines_with(_VALUE, lines):
        n, strange = chance.choice(found), chance.choice(_STRANGE)
        lines[n] = _VALUE.sub(lambda match: f"{match[1]}{strange}", lines[n])
    return "\n".join(lines)


def state_a_target(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    if found := [n for n, line in enumerate(lines) if line.startswith("    value: ")]:
        lines.insert(chance.choice(found) + 1, f"    target: {chance.choice(['95', '0', '43,75', *_STRANGE])}")
    return "\n".join(lines)


def swap_two_values(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    if len(found := lines_with(_VALUE, lines)) > 1:
        one, two = chance.sample(found, 2)
        first, second = _VALUE.match(lines[one]), _VALUE.match(lines[two])
        assert first is not None
        assert second is not None
        lines[one], lines[two] = first[1] + second[2], second[1] + first[2]
    return "\n".join(lines)


def shuffle_lines(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    start = chance.randrange(len(lines))
    some = lines[start : start + chance.choice([3, 30, 10_000])]
    chance.shuffle(some)
    return "\n".join(lines[:start] + some + lines[start + len(some) :])


def indent_a_line(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    n = chance.randrange(len(lines))
    lines[n] = chance.choice([" ", "  ", "\t", "\u00a0", "- ", "  - "]) + lines[n]
    return "\n".join(lines)


def nest_deeply(chance: random.Random, text: str) -> str:
    depth = chance.choice([15, 25, 1_000, 100_000])
    nested = chance.choice(["[" * depth + "]" * depth, "{a: " * depth + "}" * depth, "- " * depth, "[" * depth])
    lines = text.split("\n")
    lines.insert(chance.randrange(len(lines)), chance.choice(["", "x: ", "- "]) + nested)
    return "\n".join(lines)


def share_a_value(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    if len(found := lines_with(_VALUE, lines)) > 1:
        one, two = sorted(chance.sample(found, 2))
        lines[one] = _VALUE.sub(lambda match: f"{match[1]}&a {match[2]}", lines[one])
        lines[two] = _VALUE.sub(lambda match: f"{match[1]}*a", lines[two])
    return "\n".join(lines)


def cut_short(chance: random.Random, text: str) -> bytes:
    raw = text.encode()
    return raw[: chance.randrange(len(raw) + 1)]


def spoil_a_byte(chance: random.Random, text: str) -> bytes:
    raw = bytearray(text.encode())
    raw[chance.randrange(len(raw))] = chance.randrange(256)
    return bytes(raw)


def insert_a_letter(chance: random.Random, text: str) -> str:
    letter = chance.choice(
        [*"\t\r\0\x0b\x0c\x1b\x7f\x85\u2028\u2029\u200b\u202e\ufeff\uffff\"'{}[]:#%&*!|>-`", "{{", "}}"]
    )
    n = chance.randrange(len(text) + 1)
    return text[:n] + letter + text[n:]


def save_otherwise(chance: random.Random, text: str) -> bytes:
    encoding = chance.choice(["latin-1", "utf-16", "utf-32", "cp1258", "utf-7"])
    return text.encode(encoding, "replace")


def end_lines_otherwise(chance: random.Random, text: str) -> str:
    return text.replace("\n", chance.choice(["\r\n", "\r", "\n\n", "\x85", "\u2028", ""]))


def decompose(chance: random.Random, text: str) -> str:
    return unicodedata.normalize(chance.choice(["NFD", "NFKD"]), text)


def append_a_file(chance: random.Random, text: str) -> str:
    return text + chance.choice(["---\n", "...\n", "\n---\n", ""]) + text


CHANGES: list[Change] = [
    drop_a_line, drop_a_block, repeat_a_line, rename_a_key, change_a_value, state_a_target, swap_two_values,
    shuffle_lines, indent_a_line, nest_deeply, share_a_value, cut_short, spoil_a_byte, insert_a_letter, save_otherwise,
    end_lines_otherwise, decompose, append_a_file,
]  # fmt: skip


@given(
    file=st.sampled_from(FILES) | st.just(REPORT),
    changes=st.lists(st.sampled_from(CHANGES), min_size=1, max_size=3),
    seed=st.integers(0, 2**32),
)
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True)
def test_a_spoiled_file_is_told_or_harmless(project: Path, file: str, changes: list[Change], seed: int) -> None:
    chance = random.Random(seed)
    content = (ROOT / file).read_bytes()
    for change in changes:
        if content:
            made = change(chance, content.decode("utf-8", "replace"))
            content = made if isinstance(made, bytes) else made.encode("utf-8", "surrogatepass")
    loaded(project, file, content)


@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.PERCENT])
@pytest.mark.parametrize("typed", ["95", "0", "43,75", "-1", "120", "1e3", "", "~", "[]", "10.749", "9" * 400])
def test_a_target_is_an_amount_or_told(project: Path, kind: Kind, typed: str) -> None:
    report = load_catalogue(project).reports_by_period["2022-S1"]
    row = next(o.indicator.id for o in report.observations if o.indicator.kind is kind and o.value is not None)
    text, stated = re.subn(
        rf"(?m)^(  - indicator: {row}\n    value: .*\n)",
        rf"\1    target: {typed}\n",
        (ROOT / REPORT).read_text("utf-8"),
    )
    assert stated == 1
    found = loaded(project, REPORT, text.encode())
    if isinstance(found, Catalogue):
        assert found.reports_by_period["2022-S1"].by_indicator[row].target == Decimal(typed.replace(",", "."))
    else:
        assert [problem.place.path for problem in found.problems] == [REPORT]
    allowed = {Kind.COUNT: {"95", "0", "120"}, Kind.PERCENT: {"95", "0", "43,75", "10.749"}}
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
    text = (ROOT / REPORT).read_bytes()
    yield "empty", REPORT, b""
    yield "blank lines", REPORT, b"\n" * 1_000
    yield "NUL", REPORT, b"\0" * 1_000
    yield "10 MB", REPORT, text + b"# " + b"x" * 10_000_000
    yield "10 MB of figures", REPORT, text * (10_000_000 // len(text))
    yield "10 MB page", "docs/index.md", "Chữ {{ x }} ".encode() * 700_000
    yield "alias bomb", "data/units.yaml", bomb().encode()
    yield "alias bomb behind the data", REPORT, text + b"\n" + bomb().encode()
    yield "alias of itself", "data/units.yaml", b"units: &a [*a]"
    yield "very long line", REPORT, text + b"title: " + b"x " * 1_000_000
    yield "very long key", REPORT, text + b"x" * 1_000_000 + b": 1"
    yield "4 MB of brackets", REPORT, b"[" * 4_000_000
    yield "4 MB of dashes", REPORT, b"- " * 2_000_000
    yield "many dashes in a wrong place", REPORT, text + b"- " * 200_000 + b"\n  x: 1"
    yield "many keys", REPORT, b"".join(b"k%d: 1\n" % n for n in range(20_000))
    yield "many aliases", "data/units.yaml", b"units: [&a x" + b", *a" * 500_000 + b"]"
    blocks = b"".join(b"  - indicator: x%d\n    value: 1\n" % n for n in range(50_000))
    yield "many unknown indicators", REPORT, text + blocks
    yield "many unknown macros on one line", "docs/index.md", b"{{ x }}" * 20_000
    yield "many calls on one line", "docs/index.md", b'{{ abbr("x") }}' * 20_000
    yield "many calls on many lines", "docs/index.md", b'{{ abbr("x") }}\n' * 20_000
    narrative = (ROOT / PAGE).read_bytes()
    yield "tags that never end on one line", PAGE, narrative + b"\n" + b"<a " * 100_000 + b"<b>"
    yield "link targets that never end on one line", PAGE, narrative + b"\n" + b"](javascript:x " * 100_000
    yield "many expressions on one line", PAGE, narrative + b"\n" + b"{{ 1/0 }}" * 20_000
    yield "powers of powers", PAGE, narrative + b"\n{{ 9**9**9 }} {{ observation('x', digits=9**9**9) }}"
    yield "a loop without end", PAGE, narrative + b"\n{% for n in range(10**9) %}x{% endfor %}"
    yield "a number of thousands of digits", PAGE, narrative + b"\n{{ observation('x', digits=" + b"9" * 6_000 + b") }}"
    yield "many numbers on one line", PAGE, narrative + b"\n{{ x }} " + b"51 ho so " * 100_000
    yield "a number without end in the text", PAGE, narrative + b"\n{{ x }} " + b"1" * 1_000_000
    yield "many citations on one line", PAGE, narrative + ("\n{{ x }} " + "QĐ số 3826 " * 50_000).encode()
    yield "many sanctions on one line", PAGE, narrative + ("\n{{ x }} khiển trách " + "Nguyễn " * 100_000).encode()
    yield "marks in a raw block", PAGE, narrative + b"\n{{ x }}{% raw %}" + b"{{" * 200_000 + b"{% endraw %}"
    yield "brackets on a page", "docs/index.md", b"{{ " + b"(" * 100_000 + b" }}"
    yield "calls within calls on a page", "docs/index.md", b"{{ " + b"abbr(" * 5_000 + b")" * 5_000 + b" }}"


HOSTILE = list(hostile_contents())


@pytest.mark.parametrize(("file", "content"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_a_hostile_file_is_refused_in_a_report_with_an_end(project: Path, file: str, content: bytes) -> None:
    refused = loaded(project, file, content)
    assert isinstance(refused, Problems)
    assert file in {problem.place.path for problem in refused.problems}
    assert len(refused.problems) <= MOST_PROBLEMS
    assert len(text_report(refused.problems, [], project)) <= LONGEST


GROWING: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "unknown keys": (REPORT, lambda n: b"".join(b"k%d: 1\n" % k for k in range(n))),
    "unknown indicators": (
        REPORT,
        lambda n: (ROOT / REPORT).read_bytes() + b"".join(b"  - indicator: x%d\n    value: 1\n" % k for k in range(n)),
    ),
    "aliases": ("data/units.yaml", lambda n: b"units: [&a x" + b", *a" * n + b"]"),
    "calls on one line": ("docs/index.md", lambda n: b'{{ abbr("x") }}' * n),
    "calls on many lines": ("docs/index.md", lambda n: b'{{ abbr("x") }}\n' * n),
    "calls within calls": ("docs/index.md", lambda n: b"{{ " + b"abbr(" * n + b")" * n + b" }}"),
    "expressions": (PAGE, lambda n: (ROOT / PAGE).read_bytes() + b"\n" + b"{{ 1/0 }}" * n),
    "numbers": (PAGE, lambda n: (ROOT / PAGE).read_bytes() + b"\n{{ x }} " + b"51 ho so " * n),
    "citations": (PAGE, lambda n: (ROOT / PAGE).read_bytes() + ("\n{{ x }} " + "QĐ số 3826 " * n).encode()),
    "link targets": (PAGE, lambda n: (ROOT / PAGE).read_bytes() + b"\n" + b"](javascript:x " * n),
}


@pytest.mark.parametrize(("file", "content"), GROWING.values(), ids=GROWING)
def test_twice_as_much_to_read_takes_twice_the_steps(project: Path, file: str, content: Callable[[int], bytes]) -> None:
    """Once as many problems are found as are reported, only reading grows. Each call is a step, also one into C."""
    few, more, most = (steps(project, file, content(n * MOST_PROBLEMS)) for n in (1, 2, 4))
    assert most - more <= 2.1 * (more - few)


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


def test_the_copy_itself_is_whole(project: Path) -> None:
    assert len(load_catalogue(project).indicators) == len(load_catalogue(ROOT).indicators)
