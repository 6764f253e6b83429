"""Text keeps what was typed; a spot in a record leads back to its line; nothing in a file raises."""

import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from macros.problems import Place
from macros.reading import records
from macros.reading.files import Folder
from macros.reading.records import Record, Value, parse_record, read_record

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
def test_a_spot_leads_to_its_line_and_column(spot: records.Spot, place: tuple[int, int]) -> None:
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
        assert problem.code.startswith("E10")
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
    monkeypatch.setattr(records, "_Loader", yaml.SafeLoader)
    slow = read_record(Folder(ROOT), path.relative_to(ROOT).as_posix())
    assert slow.value == fast.value
    assert [slow.problems, fast.problems] == [[], []]
    assert all(slow.place(spot) == fast.place(spot) for spot in _spots(fast.value))


def _spots(value: Value, spot: records.Spot = ()) -> list[records.Spot]:
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [spot, *(found for step, inner in below for found in _spots(inner, (*spot, step)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a:\n  - b: 1\n\tc: 2\n", "3:1 đầu dòng có phím Tab"),
        ("a:\n  - b: x: y\n", "2:9 đoạn chữ có dấu hai chấm mà không đặt trong dấu nháy"),
        ('a:\n  - b: "x\n  - c: d\n', "2:8 dấu nháy mở mà không đóng"),
        ("a:\n  - b: 1\n    c 2\n    d: 3\n", "3:5 thiếu dấu hai chấm sau tên khóa"),
        ("a: \tb\n", "1:4 có phím Tab bên cạnh giá trị"),
        ("a:\n  - \tb\n", "2:5 có phím Tab bên cạnh giá trị"),
        ("a: Thái độ phục vụ\nb: \x07\n", "2:4 tệp có ký tự điều khiển không đọc được"),
    ],
)
def test_both_loaders_tell_the_same_mistake_at_the_same_place(
    text: str, found: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for loader in (yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        monkeypatch.setattr(records, "_Loader", loader)
        (problem,) = parse_record("x.yaml", text).problems
        assert f"{problem.place.line}:{problem.place.column} {problem.found}" == found


# Without "?", before a key of no name in brackets: pure YAML has such keys, and no shape of ours has.
@given(st.text(st.sampled_from("ab1 :-[]{},|>'\"#\n\t"), max_size=30))
@example("a: |#\n  b\n")
@example("kind:\tcoded\n")
@example("a: b\t\n")
@example("a: 'b'\t# c\n")
def test_both_loaders_give_one_verdict(text: str) -> None:
    read = []
    for loader in (yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(records, "_Loader", loader)
            record = parse_record("x.yaml", text)
            read.append(None if record.problems else record.value)
    assert read[0] == read[1]
