"""Text keeps what was typed; a spot in a record leads back to its line; nothing in a file raises."""

import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from macros.problems.problem import Place
from macros.reading import yaml_records
from macros.reading.sources import Folder
from macros.reading.yaml_records import Record, Value, parse_record, read_record

ROOT = Path(__file__).parent.parent.parent
REAL_FILES = sorted((ROOT / "data").rglob("*.yaml"))
YAML_LIKE = st.text(st.sampled_from("ab1ộ :-?[]{},&*!|>'\"%@`#\n\t\r~\\.\0\x85\u2028\ufeff"), max_size=60)

REPORT = """\
# Đầu tệp
report:
  title: Báo cáo
  rows:
    - id: a
      value: 48
    - id: b
      value:
      note: x
"""


def value(text: str) -> Value:
    record = parse_record("x.yaml", text)
    assert record.problems == []
    return record.value


@pytest.mark.parametrize(
    "typed",
    ["010", "43.750", "43,75", "12:30", "no", "on", "1e3", "0x1F", "1_000", "2022-03-14", ".inf", "+5", "=", "<<"],
)
def test_a_value_is_the_text_that_was_typed(typed: str) -> None:
    assert value(f"a: {typed}") == {"a": typed}


@pytest.mark.parametrize("typed", ["", "~", "null", "Null", "NULL"])
def test_an_empty_value_is_none_but_the_same_in_quotes_is_text(typed: str) -> None:
    assert value(f"a: {typed}") == {"a": None}
    assert value(f'a: "{typed}"') == {"a": typed}


def test_keys_are_text_too() -> None:
    assert value("1: a\nno: b\n~: c") == {"1": "a", "no": "b", "~": "c"}


@pytest.mark.parametrize(
    ("spot", "place"),
    [
        ((), (2, 1)),
        (("report",), (3, 3)),
        (("report", "title"), (3, 10)),
        (("report", "rows"), (5, 5)),
        (("report", "rows", 0), (5, 7)),
        (("report", "rows", 0, "value"), (6, 14)),
        (("report", "rows", 1, "value"), (8, 7)),  # nothing to see but the key
        (("report", "rows", 1, "note", "deep"), (9, 13)),  # nothing there: the nearest value around it
        (("report", "rows", 9), (5, 5)),
        (("absent",), (2, 1)),
    ],
)
def test_a_spot_leads_to_its_line_and_column(spot: yaml_records.Spot, place: tuple[int, int]) -> None:
    assert parse_record("x.yaml", REPORT).place(spot) == Place("x.yaml", *place)


def test_a_key_has_a_place_of_its_own() -> None:
    record = parse_record("x.yaml", "rows:\n  - note: a")
    assert record.key_place(("rows", 0, "note")) == Place("x.yaml", 2, 5)
    assert record.place(("rows", 0, "note")) == Place("x.yaml", 2, 11)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_neither_windows_newlines_nor_a_byte_order_mark_move_a_place(newline: str, mark: str) -> None:
    record = parse_record("x.yaml", mark + newline.join(["a: 1", "b:", "  c: 2"]))
    assert record.place(("b", "c")) == Place("x.yaml", 3, 6)
    assert record.place(("a",)) == Place("x.yaml", 1, 4)


@given(st.text() | YAML_LIKE)
def test_no_text_raises(text: str) -> None:
    record = parse_record("x.yaml", text)
    for problem in record.problems:
        assert problem.place.path == "x.yaml"
        assert problem.code.startswith("E1")
        assert problem.remedy


@given(st.binary(max_size=60))
def test_no_bytes_raise(raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "x.yaml")
        file.write_bytes(raw)
        assert isinstance(read_record(Folder(Path(folder)), "x.yaml"), Record)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{a: " * 100_000,
        "- " * 100_000,
        "".join(f"{' ' * n}a:\n" for n in range(2_000)),
        "a: &a [x]\n" + "".join(f"b{n}: &b{n} [{', '.join([f'*b{n - 1}' if n else '*a'] * 9)}]\n" for n in range(200)),
    ],
    ids=["lists", "mappings", "dashes", "indents", "aliases"],
)
def test_no_file_unfolds_or_runs_deep(text: str) -> None:
    assert parse_record("x.yaml", text).problems


def test_a_huge_file_is_not_even_parsed(tmp_path: Path) -> None:
    file = tmp_path / "data" / "x.yaml"
    file.parent.mkdir()
    file.write_bytes(b"a: b\n" * 1_000_001)
    (problem,) = read_record(Folder(tmp_path), "data/x.yaml").problems
    assert str(problem) == (
        "data/x.yaml: E101 tệp quá lớn\n    Cho phép: tệp dưới 5 MB\n    Cách sửa: tách tệp, mỗi kỳ báo cáo một tệp"
    )


@pytest.mark.parametrize("path", REAL_FILES, ids=lambda path: path.stem)
def test_both_loaders_read_the_published_files_alike(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = read_record(Folder(ROOT), path.relative_to(ROOT).as_posix())
    monkeypatch.setattr(yaml_records, "_Loader", yaml.SafeLoader)
    slow = read_record(Folder(ROOT), path.relative_to(ROOT).as_posix())
    assert slow.value == fast.value
    assert [slow.problems, fast.problems] == [[], []]
    assert all(slow.place(spot) == fast.place(spot) for spot in _spots(fast.value))


def _spots(value: Value, spot: yaml_records.Spot = ()) -> list[yaml_records.Spot]:
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [spot, *(found for step, inner in below for found in _spots(inner, (*spot, step)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a:\n  - b: 1\n\tc: 2\n", "3:1 đầu dòng có phím Tab"),
        ("a:\n  - b: x: y\n", "2:9 đoạn chữ có dấu hai chấm mà không đặt trong dấu nháy"),
        ('a:\n  - b: "x\n  - c: d\n', "2:8 dấu nháy mở mà không đóng"),
        ("a:\n  - b: 1\n    c 2\n    d: 3\n", "3:5 thiếu dấu hai chấm sau tên khóa"),
        ("a: \tb\n", "1:4 có phím Tab ngay sau “a:”"),
        ("a:\n  - \tb\n", "2:5 có phím Tab ngay sau “-”"),
        ("a: Thái độ phục vụ\nb: \x07\n", "2:4 tệp có ký tự điều khiển không đọc được"),
    ],
)
def test_both_loaders_tell_the_same_mistake_at_the_same_place(
    text: str, found: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for loader in (yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        monkeypatch.setattr(yaml_records, "_Loader", loader)
        (problem,) = parse_record("x.yaml", text).problems
        assert f"{problem.place.line}:{problem.place.column} {problem.found}" == found


# Without "?", before a key of no name in brackets: pure YAML has such keys, and no shape of ours has.
@given(st.text(st.sampled_from("ab1 :-[]{},|>'\"#\n\t"), max_size=30))
@example("a: |#\n  b\n")
@example("kind:\tcoded\n")
@example("a: b\t\n")
@example("a: 'b'\t# c\n")
@example("%YAML 1.3\n---\na: b\n")
@example("%TAG ! tag:vi-du.example,2031:\n---\na: !b c\n")
def test_both_loaders_give_one_verdict(text: str) -> None:
    read = []
    for loader in (yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(yaml_records, "_Loader", loader)
            record = parse_record("x.yaml", text)
            read.append(None if record.problems else record.value)
    assert read[0] == read[1]


@pytest.mark.parametrize(
    "typed",
    ["Xem #3", "#REF!", "Xem mục  # 3", "không # rõ", "Một", "abc # d", '"a" #3', "'a' #3", "48 #3", "[a b #c\n]"],
)
@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader])
def test_a_comment_that_may_be_a_part_of_the_value_is_refused(
    typed: str, loader: type[yaml.SafeLoader], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_records, "_Loader", loader)
    codes = [problem.code for problem in parse_record("x.yaml", f"a: {typed}\nb: 1\n").problems]
    assert codes == (["E108"] if "#" in typed else [])


@pytest.mark.parametrize(
    "typed",
    [
        "48 # x",
        "2031-03-14 # x",
        "ho-so  # x",
        "pending  # x",
        '"Xem #3" # x',
        "[a, b] # x",
        "\n# x\n  c",
        "|- # x\n  c",
        "a#b",
    ],
)
def test_a_comment_that_nobody_takes_for_the_value_stays(typed: str) -> None:
    assert parse_record("x.yaml", f"a: {typed}\n# x\nb: 1 # x\n").problems == []


# Both parsers of PyYAML read these in different ways where the law does not refuse them first.
ODD = [
    "kind:\tcoded", "kind: \tcoded", "a: b\t", "a: b\t# c", "- x\t", "[x,\ty]", "a\t: b", "a: b\n\tc", "a: b\n \tc",
    '"a"\t: b', "---\t\na: b", 'a: "x"\t', 'a: "x"\t# c', "a: b\n \t \nc: d", "a: |\n  \tx", "a: |\n \t\n  x",
    "a: |\t\n  x", "a: |#\n  x", "{a: b}# c", "[a ?b]", '"a"# c', "a: !\t'x'", r'a: "\uD800"', r'a: "\UFFFFFFFF"',
    "a: b\n---\nc: d", "a: >-\n  x\n---\n}  -", "[x, # \r\tcy]", "{a:, b: c}", "[a:]",
    "[?\n\n, y]", "{: b}", "!['x, y]",
    'a: >-\n \t x\n\n *a\t "y\\U00110000\n',
]  # fmt: skip
# Tabs that mean nothing to either.
FINE = {
    "# a\tb\na: c": {"a": "c"},
    "a: b\n# c\td\ne: f": {"a": "b", "e": "f"},
    'a: "b"  # c\td': {"a": "b"},
    r'a: "b\tc"': {"a": "b\tc"},
    'a: "b\tc"': {"a": "b\tc"},
    "a: 'b\n\tc'": {"a": "b c"},
}


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader])
def test_both_parsers_give_one_verdict(loader: type[yaml.SafeLoader], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_records, "_Loader", loader)
    for text in ODD:
        record = parse_record("x.yaml", text)
        assert (record.value, {problem.code for problem in record.problems}) == (None, {"E101"}), text
    for text, expected in FINE.items():
        assert parse_record("x.yaml", text).value == expected, text


@pytest.mark.parametrize(
    ("typed", "cut"),
    [
        ("note: xem  # 3", True),
        ("note: 15 # 3", True),
        ("recipients:\n  - xem  # 3", True),
        ("note: xem mục\n  #3 của kế hoạch", True),
        ("note: xem mục\n  # xem lại", False),
        ("note: xem mục\n# 3: dòng riêng", False),
        ("- note: xem mục\n  # dòng riêng", False),
        ('note: "xem"  # 3', False),
        ("note: |\n  xem  # 3", False),
        ("note: >-\n  xem\n  #3", False),
        ("status: draft  # bản nháp", False),
        ("value: 15 # chép lại", False),
        ("id: ho-so # mã", False),
    ],
)
def test_a_sentence_ends_where_its_quotation_marks_do(typed: str, cut: bool) -> None:
    record = parse_record("a.yaml", f"{typed}\nb: c\n" if typed[0] != "-" else f"{typed}\n")
    assert [problem.code for problem in record.problems] == (["E108"] if cut else [])
