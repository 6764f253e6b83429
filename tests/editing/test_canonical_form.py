"""A formatted file says what it said before, in the one canonical form, and its comments stay with what they are about.

The cases in cases/fmt read like those in cases/bad: what the person did, the file, and under `--- expected` the file as
`congkhai fmt` leaves it; `\\xNN` stands for one byte.
`CONGKHAI_UPDATE_CASES=1 pytest tests/editing/test_canonical_form.py` writes the outcomes into the cases.
"""

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import example, given, settings
from hypothesis import strategies as st

from macros import kinds
from macros.commands.line import congkhai
from macros.editing.canonical_form import data_files, format_files, formattable, formatted, read_form
from macros.editing.new_period import draft_data, draft_quality, draft_relations
from macros.editing.yaml_writer import scalar
from macros.loading.assembly import load_catalogue
from macros.problems.problem import Problems
from macros.reading import yaml_records
from macros.reading.cut_values import PROSE, may_be_followed
from macros.reading.fixes import mended_yaml
from macros.reading.shapes import DATA_FILES, QUALITY_FILE, RELATIONS_FILE, REPORT_FILE, DataFile
from macros.reading.sources import Folder
from macros.reading.yaml_records import Value, parse_record, read_record
from macros.record import Period
from macros.schemas import schema_line
from tests.good_project import GOOD, good_catalogue

ROOT = Path(__file__).parents[2]
CASES = sorted((Path(__file__).parents[1] / "cases" / "fmt").glob("*.case"))
UPDATE = "CONGKHAI_UPDATE_CASES" in os.environ
KINDS = {kind.name: kind for kind in DATA_FILES}
FORM = read_form(GOOD)
PUBLISHED = data_files(ROOT)

_CASE = re.compile(r"--- (\S+)\n(.*)\Z", re.DOTALL)
_EXPECTED = "--- expected\n"
_BYTE = re.compile(rb"\\x([0-9A-F]{2})")


def fmt(kind: str, text: str) -> str:
    """The text in its canonical form, as a file of the small project."""
    return formatted(parse_record("data/x.yaml", text), KINDS[kind], FORM)


def below(text: str) -> str:
    """The text without its first line, which names the schema."""
    return text.partition("\n")[2]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_canonical_form_is_exactly_this(case: Path, project: Path) -> None:
    given, _, expected = case.read_text("utf-8").partition(_EXPECTED)
    match = _CASE.search(given)
    assert match is not None
    path = project / match[1]
    before = _BYTE.sub(lambda byte: bytes.fromhex(byte[1].decode("ascii")), match[2].encode("utf-8"))
    path.write_bytes(before)
    one = {path: data_files(project)[path]}
    changed, problems = format_files(project, one, write=False)
    assert (list(changed), problems) == ([path], [])
    assert path.read_bytes() == before
    assert format_files(project, one) == (changed, [])
    after = path.read_text("utf-8")
    if UPDATE:
        case.write_text(f"{given}{_EXPECTED}{after}", "utf-8", newline="\n")
        expected = after
    assert after == expected
    assert format_files(project, one) == ({}, [])
    # What is mended before the file can be read at all is a law of its own.
    faithful(data_files(project)[path], mended_yaml(before.decode("utf-8"))[0], after)


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_published_file_is_in_canonical_form(path: Path) -> None:
    text = formatted(read_record(Folder(ROOT), path.relative_to(ROOT).as_posix()), PUBLISHED[path], read_form(ROOT))
    assert path.read_text("utf-8") == text, "run: congkhai fmt"


@pytest.mark.parametrize("period", ["2031-Q3", "2032-A1"])
def test_the_draft_of_a_new_period_is_in_canonical_form(period: str) -> None:
    draft = draft_data(good_catalogue(), Period.parse(period))
    assert formatted(parse_record("data/x.yaml", draft), REPORT_FILE, FORM) == draft
    beside = draft_relations(Period.parse(period))
    assert formatted(parse_record("data/x.yaml", beside), RELATIONS_FILE, FORM) == beside
    written = draft_quality(Period.parse(period))
    assert formatted(parse_record("data/x.yaml", written), QUALITY_FILE, FORM) == written


@pytest.mark.parametrize(
    ("typed", "kind", "expected"),
    [
        ("43,75", kinds.PERCENT, "43.75"),
        ("43,750", kinds.PERCENT, "43,750"),
        ("120,5", kinds.PERCENT, "120.5"),
        ("-3,5", kinds.NUMBER, "-3.5"),
        ("\u22123,5", kinds.NUMBER, "-3.5"),
        ("\u22125", kinds.NUMBER, "-5"),
        ("\u22125", kinds.COUNT, "\u22125"),
        ("03", kinds.COUNT, "03"),
        # What the check has still to ask about stays as it was typed.
        ("10,749", kinds.NUMBER, "10,749"),
        ("10.749,5", kinds.NUMBER, "10.749,5"),
        ("1,000", kinds.COUNT, "1,000"),
        ("43,75 %", kinds.PERCENT, "43,75 %"),
        # No figure.
        ("43,75", kinds.TEXT, "43,75"),
        ("43,75", kinds.CODED, "43,75"),
    ],
)
def test_a_figure_gets_a_decimal_point_where_it_stays_the_same_figure(
    typed: str, kind: kinds.Kind, expected: str
) -> None:
    assert kind.canonical(typed) == expected


@given(st.text(max_size=30) | st.text(st.sampled_from("a1ộ :-?[]{},&*!|>'\"%@`#.~\\\t\x85\u2028\ufeff"), max_size=12))
@example("=")
@example("<<")
@example("0o7")
@example("---")
def test_a_scalar_is_read_back_as_the_same_text(text: str) -> None:
    for typed in (True, False):
        assert parse_record("x.yaml", f"a: {scalar(text, typed)}  # b").value == {"a": text}
    assert yaml.safe_load(scalar(text)) == text


@pytest.mark.parametrize(
    "text", ["units: [", "units:\n\t- id: a", "a: 1\na: 2", "a: &b 1\nc: *b", "units: 1\n---\nb: 2", "# a", "", "{}"]
)
def test_a_file_with_broken_syntax_is_refused(text: str) -> None:
    with pytest.raises(Problems):
        fmt("units", text)


def test_a_file_that_cannot_be_kept_whole_is_refused() -> None:
    with pytest.raises(Problems, match="1 lỗi") as caught:
        fmt("units", f"? {'a' * 2000}\n: b\n")
    assert "giữ nguyên mọi chữ và mọi chú thích" in str(caught.value)


def test_a_broken_file_is_left_alone_and_the_others_are_formatted(project: Path) -> None:
    broken = project / "data" / "units.yaml"
    broken.write_text("units: [a\n", "utf-8")
    good = project / "data" / "agency.yaml"
    outcome = CliRunner().invoke(congkhai, ["--project", str(project), "fmt", str(good), str(broken)])
    assert outcome.exit_code == 1
    assert outcome.stdout == "Đã sắp xếp data/agency.yaml\n"
    assert outcome.stderr.startswith("data/units.yaml:1: E101 ")
    assert broken.read_text("utf-8") == "units: [a\n"
    assert good.read_text("utf-8").startswith(schema_line(KINDS["agency"]))


def test_the_command_says_what_it_did(project: Path) -> None:
    files = len(data_files(project))

    def run(*arguments: str) -> tuple[int, str]:
        outcome = CliRunner().invoke(congkhai, ["--project", str(project), "fmt", *arguments])
        return outcome.exit_code, outcome.stdout

    code, told = run("--check")
    assert (code, told.count("Chưa đúng dạng: data/"), told.splitlines()[-1]) == (
        1,
        files,
        "Để sắp xếp các tệp trên, chạy: congkhai fmt",
    )
    assert run("--check") == (code, told)
    code, told = run(str(project / "data" / "reports"))
    assert (code, told) == (0, "Đã sắp xếp data/reports/2031-A1.yaml\nĐã sắp xếp data/reports/2031-S1.yaml\n")
    assert run()[0] == 0
    assert run("--check") == (0, f"{len(formattable(project))} tệp đều đúng dạng.\n")


@pytest.mark.parametrize("name", ["README.md", "data/khong-co.yaml", "../data"])
def test_a_file_that_is_no_data_file_is_wrong_usage(name: str) -> None:
    outcome = CliRunner().invoke(congkhai, ["--project", str(GOOD), "fmt", "--check", name])
    assert outcome.exit_code == 2
    assert f"“{name}” không phải tệp số liệu hay trang của dự án" in outcome.stderr


def test_a_comment_behind_a_sentence_of_one_word_stands_above_it() -> None:
    """Behind it, only quotation marks would say where the sentence ends."""
    typed = 'recipients:\n  - "a"  # ghi\n  - "48"  # số\nplace: "b"  # nơi\n'
    after = formatted(parse_record("x.yaml", typed), REPORT_FILE, FORM)
    assert parse_record("x.yaml", after).problems == []
    assert after.splitlines()[1:] == ["place: b  # nơi", "recipients:", "  # ghi", "  - a", '  - "48"  # số']


# ---- Any file, however it is typed ----


def faithful(kind: DataFile, before: str, after: str) -> None:
    """The formatted file says what the typed one said, in order, with every comment."""
    record = parse_record("x.yaml", after)
    assert not {problem.code for problem in record.problems} - {"E105", "E106"}
    assert record.value == composed(parse_record("x.yaml", before).value, kind)
    assert remarks(after) == remarks(before)
    assert formatted(record, kind, FORM) == after
    # A text of several lines may have empty ones of its own.
    assert not re.search(r"[ \t]$|\r|\n\n\Z" if "|-" in after else r"[ \t]$|\r|\n\n\n|\n\n\Z", after, re.MULTILINE)
    assert unicodedata.is_normalized("NFC", after)
    assert after.startswith(f"{schema_line(kind)}\n")
    assert after.endswith("\n")


def composed(value: Value, kind: DataFile) -> Value:
    """The value as the canonical form has it."""
    whole = _composed(value)
    if kind is REPORT_FILE and isinstance(whole, dict) and isinstance(whole.get("observations"), list):
        observations: Any = whole["observations"]
        whole["observations"] = _in_order([_machine(each) for each in observations])
    return whole


def _composed(value: Value) -> Value:
    match value:
        case dict():
            return {unicodedata.normalize("NFC", key): _composed(inner) for key, inner in value.items()}
        case list():
            return [_composed(inner) for inner in value]
        case str():
            return unicodedata.normalize("NFC", value).replace("\u200b", "").rstrip("\n")
    return value


def _machine(observation: Any) -> Any:
    if not isinstance(observation, dict) or not isinstance(observation.get("value"), str):
        return observation
    text, kind = observation["value"], FORM.get(str(observation.get("indicator")))
    understood = re.fullmatch(r"-?\d{1,18},\d{1,12}", text) and kind in (kinds.PERCENT, kinds.NUMBER)
    thousands = re.fullmatch(r"-?[1-9]\d{0,2},\d{3}", text)
    negative = text.startswith("-") and kind is kinds.PERCENT
    return (
        observation | {"value": text.replace(",", ".")}
        if understood and not thousands and not negative
        else observation
    )


def _in_order(observations: list[Any]) -> list[Any]:
    order = list(FORM)
    ranks: list[int] = []
    for each in observations:
        indicator = each.get("indicator") if isinstance(each, dict) else None
        known = isinstance(indicator, str) and indicator in order
        ranks.append(order.index(indicator) if known else ranks[-1] if ranks else -1)
    return [each for _, each in sorted(zip(ranks, observations, strict=True), key=lambda pair: pair[0])]


def remarks(text: str) -> Counter[str]:
    """The comments between the tokens that the scanner finds, apart from those that name a schema."""
    text = text.lstrip("\ufeff")
    found: list[str] = []
    position = 0
    for token in yaml.scan(text, Loader=yaml_records._Loader):
        gap = text[position : token.start_mark.index]
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            gap += re.match(r"[^\n\r]*", text[token.start_mark.index :])[0]
        found += re.findall(r"#[^\r\n\x85\u2028\u2029]*", gap)
        position = max(position, token.end_mark.index)
    found += re.findall(r"#[^\r\n\x85\u2028\u2029]*", text[position:])
    return Counter(
        unicodedata.normalize("NFC", comment.rstrip()) for comment in found if "yaml-language-server" not in comment
    )


class Typist:
    """Types a value as YAML in one of the many ways a person may, with comments in between."""

    def __init__(self, draw: Callable[[Any], Any]) -> None:
        self.draw = draw
        self.comments = 0

    def file(self, value: dict[str, Value]) -> str:
        lines = [*self.remarks(0), *self.mapping(value, 0), *self.remarks(0)]
        newline = self.draw(st.sampled_from(["\n", "\r\n"]))
        start = self.draw(st.sampled_from(["", "\ufeff", "---\n", "\n\n"]))
        return start + newline.join(lines) + self.draw(st.sampled_from(["", newline, newline * 3]))

    def mapping(self, value: dict[str, Value], indent: int) -> list[str]:
        lines: list[str] = []
        for key in self.draw(st.permutations(list(value))):
            lines += [*self.remarks(indent), *self.entry(f"{key}:", value[key], indent)]
        return lines + self.remarks(indent)

    def sequence(self, value: list[Value], indent: int) -> list[str]:
        lines: list[str] = []
        for each in value:
            lines += self.remarks(indent)
            if isinstance(each, dict) and each and self.draw(st.booleans()):
                first, *rest = (line for line in self.mapping(each, indent + 2))
                lines += [" " * indent + "- " + first.lstrip(), *rest] if first.strip() else [f"{' ' * indent}-", *rest]
            else:
                lines += self.entry("-", each, indent)
        return lines + self.remarks(indent)

    def entry(self, head: str, value: Value, indent: int) -> list[str]:
        lead = " " * indent + head
        if value and isinstance(value, dict | list) and self.draw(st.integers(0, 3)):
            flush = isinstance(value, list) and head != "-" and self.draw(st.booleans())
            deeper = indent + (0 if flush else self.draw(st.integers(1, 5)))
            write = self.mapping if isinstance(value, dict) else self.sequence
            return [lead + self.remark(), *write(value, deeper)]  # type: ignore[operator]
        if isinstance(value, str) and "\n" in value and self.may_be_block(value) and self.draw(st.booleans()):
            mark = self.draw(st.sampled_from(["|", "|-", "|+"]))
            return [f"{lead} {mark}{self.remark()}", *(" " * (indent + 6) + line for line in value.split("\n"))]
        apart = self.draw(st.sampled_from([" ", "   ", f"\n{' ' * (indent + 7)}"]))
        typed = self.flow(value)
        # Of a sentence only quotation marks say where it ends.
        plain = typed[:1] not in tuple("'\"[{") and (head == "-" or head.rstrip(":") in PROSE)
        return (lead + apart + typed + (self.remark() if may_be_followed(typed) and not plain else "")).split("\n")

    def may_be_block(self, value: str) -> bool:
        # A Tab stands in quotes only.
        return not value[0].isspace() and "\t" not in value

    def flow(self, value: Value) -> str:
        match value:
            case dict():
                return "{" + ", ".join(f"{key}: {self.flow(inner)}" for key, inner in value.items()) + "}"
            case list():
                return "[" + ", ".join(map(self.flow, value)) + "]"
            case None:
                return self.draw(st.sampled_from(["~", "null"]))
            case str():
                quoted = yaml.safe_dump(value, default_style='"', allow_unicode=True, width=10**6).strip()
                single = "'" + value.replace("'", "''") + "'"
                plain = (
                    value if re.fullmatch(r"[\w/.]+( [\w/.]+)*", value) and value not in ("null", "Null") else quoted
                )
                return self.draw(st.sampled_from([quoted, single if value.isprintable() else quoted, plain]))

    def remarks(self, indent: int) -> list[str]:
        """Lines of comments and empty lines, mostly none, at any indentation."""
        lines = []
        for _ in range(self.draw(st.sampled_from([0, 0, 0, 0, 1, 2, 3]))):
            pad = self.draw(st.sampled_from([indent, indent, indent, 0, indent + 2, indent + 9]))
            lines.append("" if self.draw(st.integers(0, 2)) == 0 else " " * pad + self.numbered())
        return lines

    def remark(self) -> str:
        return "" if self.draw(st.integers(0, 4)) else f"  {self.numbered()}"

    def numbered(self) -> str:
        self.comments += 1
        return f"# ghi {self.comments}: 'hô\u0300' [y"


FIGURES = st.sampled_from(["48", "43,75", "10.749", "10,749", "1,5", "0", "-2,50", "1", "chín", "43,75 %", "010"])
TEXTS = st.sampled_from(
    ["Lưu: VT", "chữ # không phải chú thích", "68", "true", "2031-03-14", "", " đầu", "a\nb", "a\n\n  b: 1\n", "null",
     "'nháy\" kép", "- gạch", "[ngoặc]", "đường\\dẫn", "Hô\u0300 sơ", "\u200b", "a\tb", "dài " * 60]
) | st.text(st.sampled_from("ab1ộ :-#[]{},|>'\"%\n\t\\"), max_size=8)  # fmt: skip
IDS = st.sampled_from(["ho-so", "a-1", "123", "true", "Hồ sơ", "x" * 70])


@st.composite
def reports(draw: Callable[[Any], Any]) -> dict[str, Value]:
    """The value of a report file, with keys that no report has and values of the wrong kind among the right ones."""
    indicators = st.sampled_from([*FORM, "la", "khac"])
    observation = st.fixed_dictionaries(
        {"indicator": indicators},
        optional={
            "value": FIGURES | st.none(),
            "note": TEXTS,
            "la": TEXTS,
            "persons": st.just([{"name": "A", "withheld": "true"}]),
        },
    )
    blocks = st.lists(observation | st.none() | TEXTS, max_size=6)
    keys = {"period": st.just("2031-S1"), "observations": blocks | TEXTS}
    other = {
        "number": TEXTS, "date": st.just("2031-03-14"), "cumulative": st.just("true"), "xyz": TEXTS | st.none(),
        "recipients": st.lists(TEXTS, max_size=3) | st.just({"a": "b"}),
        "annex": st.just({"title": "A", "attachment": None}),
        "revisions": st.lists(st.fixed_dictionaries({"number": st.just("1")}, optional={"reason": TEXTS}), max_size=2),
    }  # fmt: skip
    return draw(st.fixed_dictionaries(keys, optional=other))


NOTE = st.fixed_dictionaries({"id": IDS}, optional={"indicators": st.lists(IDS, max_size=4), "text": TEXTS})
NOTES = st.fixed_dictionaries({"period": st.just("2031-S1"), "reading_notes": st.lists(NOTE, max_size=4)})


@settings(max_examples=400, deadline=None)
@given(reports(), st.data())
def test_a_report_typed_in_any_way_is_kept_whole(value: dict[str, Value], data: st.DataObject) -> None:
    kept_whole(REPORT_FILE, value, data)


@settings(max_examples=200, deadline=None)
@given(NOTES, st.data())
def test_a_file_of_notes_typed_in_any_way_is_kept_whole(value: dict[str, Value], data: st.DataObject) -> None:
    kept_whole(KINDS["quality"], value, data)


def kept_whole(kind: DataFile, value: dict[str, Value], data: st.DataObject) -> None:
    typist = Typist(data.draw)
    typed = typist.file(value)
    record = parse_record("x.yaml", typed)
    assert not {problem.code for problem in record.problems} - {"E104", "E105"}, typed
    after = formatted(record, kind, FORM)
    assert len(re.findall(r"# ghi \d+: 'hồ' \[y", after)) == typist.comments
    faithful(kind, typed, after)


PIECES = [*" :-#'\"[]{},|>?\t\n\x85ộ", "", "  ", ": ", "- ", " # ghi", "\n# ghi\n", "\n      # ghi\n", "---\n", "%A\n"]


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_a_file_mutilated_in_any_way_is_kept_whole_or_refused(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(list(data_files(GOOD))))
    kind, text = data_files(GOOD)[path], path.read_text("utf-8")
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.sampled_from([0, 0, 1, 2, 30])))
        text = text[:start] + data.draw(st.sampled_from(PIECES)) + text[end:]
    try:
        after = formatted(parse_record("x.yaml", text), kind, FORM)
    except Problems:
        return
    faithful(kind, text, after)


@pytest.mark.parametrize("path", [*data_files(GOOD), *PUBLISHED], ids=lambda path: path.stem)
def test_both_loaders_lead_to_the_same_form(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = GOOD if path.is_relative_to(GOOD) else ROOT
    fast = formatted(read_record(Folder(root), path.relative_to(root).as_posix()), data_files(root)[path], FORM)
    monkeypatch.setattr(yaml_records, "_Loader", yaml.SafeLoader)
    assert formatted(read_record(Folder(root), path.relative_to(root).as_posix()), data_files(root)[path], FORM) == fast


def test_a_page_keeps_everything_but_loose_tones(project: Path) -> None:
    page = project / "docs/gioi-thieu.md"
    page.write_bytes(
        b"\xef\xbb\xbf" + "# Gio\u031b\u0301i thie\u0323\u0302u\r\n\r\n\r\nchữ  \n\t{{ agency() }}".encode()
    )
    with pytest.raises(Problems, match=r"congkhai fmt docs/gioi-thieu\.md"):
        load_catalogue(project)
    outcome = CliRunner().invoke(congkhai, ["--project", str(project), "fmt", str(page)])
    assert (outcome.exit_code, outcome.stdout) == (0, "Đã sắp xếp docs/gioi-thieu.md (đã sửa 4 dấu viết rời)\n")
    assert page.read_bytes() == b"\xef\xbb\xbf" + "# Giới thiệu\r\n\r\n\r\nchữ  \n\t{{ agency() }}".encode()
    assert load_catalogue(project)


def test_a_page_that_cannot_be_read_is_left_alone(project: Path) -> None:
    page = project / "docs/gioi-thieu.md"
    page.write_bytes(b"# Gi\xe9")
    outcome = CliRunner().invoke(congkhai, ["--project", str(project), "fmt", str(page)])
    assert outcome.exit_code == 1
    assert "E101" in outcome.stderr
    assert page.read_bytes() == b"# Gi\xe9"
