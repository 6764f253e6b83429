"""The schemas that editors read are current, take every published file and refuse what the loader refuses."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from macros.editing.canonical_form import data_files, formatted, read_form
from macros.reading.shapes import DATA_FILES, DataFile
from macros.reading.sources import Folder
from macros.reading.yaml_records import read_record
from macros.schemas import FOLDER, is_schema_line, schema_line, schema_text, schema_texts, write_schemas
from tests.good_project import GOOD

ROOT = Path(__file__).parent.parent
REPORT = GOOD / "data" / "reports" / "2031-S1.yaml"
KINDS = {kind.name: kind for kind in DATA_FILES}
FILES = [pytest.param(path, kind, id=path.relative_to(ROOT).as_posix()) for path, kind in data_files(ROOT).items()]


def as_an_editor_sees(text: str) -> Any:
    """The file with numbers and booleans; a date is text, as YAML 1.2 has it."""
    return json.loads(json.dumps(yaml.safe_load(text), default=datetime.date.isoformat))


def canonical(path: Path) -> str:
    """A file of the small project as `congkhai fmt` writes it."""
    return formatted(
        read_record(Folder(GOOD), path.relative_to(GOOD).as_posix()), data_files(GOOD)[path], read_form(GOOD)
    )


def complaints(kind: DataFile, text: str) -> list[str]:
    """Where a file does not fit its schema, and by which rule."""
    errors = Draft7Validator(json.loads(schema_text(kind))).iter_errors(as_an_editor_sees(text))
    return sorted(f"{'/'.join(map(str, error.absolute_path))} {error.validator}" for error in errors)


def test_the_committed_schemas_are_current() -> None:
    committed = {path.name: path.read_text("utf-8") for path in (ROOT / FOLDER).glob("*.json")}
    assert committed == schema_texts(), "run: congkhai schemas"


def test_only_schemas_that_are_not_current_are_written(tmp_path: Path) -> None:
    assert len(list(write_schemas(tmp_path))) == len(DATA_FILES)
    stale = tmp_path / FOLDER / "units.schema.json"
    stale.write_text("{}\n", "utf-8")
    assert list(write_schemas(tmp_path)) == [stale]
    assert list(write_schemas(tmp_path)) == []


def mappings(shape: dict[str, Any]) -> list[dict[str, Any]]:
    """What of a shape has keys: itself, or one of the forms in which it may be typed."""
    return [form for form in shape.get("anyOf", [shape]) if "properties" in form]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_schema_is_valid_and_says_in_vietnamese_what_each_key_is(kind: DataFile) -> None:
    schema = json.loads(schema_text(kind))
    Draft7Validator.check_schema(schema)
    shapes = [mapping for shape in (schema, *schema["definitions"].values()) for mapping in mappings(shape)]
    for key, told in ((key, told) for shape in shapes for key, told in shape["properties"].items()):
        assert told.get("description", "").endswith((".", "…")), f"{kind.name}: {key}"
        assert not {"title", "default"} & set(told), f"{kind.name}: {key}"


@pytest.mark.parametrize(("path", "kind"), FILES)
def test_a_published_file_names_its_schema(path: Path, kind: DataFile) -> None:
    first, *rest = path.read_text("utf-8").splitlines()
    assert first == schema_line(kind), "run: congkhai fmt"
    assert (path.parent / first.partition("$schema=")[2]).resolve() == ROOT / FOLDER / f"{kind.name}.schema.json"
    assert not any(map(is_schema_line, rest))


@pytest.mark.parametrize(("path", "kind"), FILES)
def test_a_published_file_fits_its_schema(path: Path, kind: DataFile) -> None:
    assert complaints(kind, path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", data_files(GOOD), ids=lambda path: path.name)
def test_a_valid_file_in_its_canonical_form_fits_its_schema(path: Path) -> None:
    assert complaints(data_files(GOOD)[path], canonical(path)) == []


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("units", "unit: []", [" additionalProperties", " required"]),
        ("units", "units: Hồ sơ", ["units type"]),
        ("units", "units:\n  - id: Hồ sơ\n    label:\n    printed: [1]", ["units/0/id pattern", "units/0/label type"]),
        ("code-lists", "code_lists: [{id: a, label: A, codes: [], printed: []}]", ["code_lists/0/codes minItems"]),
        ("glossary", "abbreviations: [{short: A, expanded_in_source: c}]", ["abbreviations/0/expanded_in_source type"]),
        ("documents", "documents: [{id: a, type: Luật, date: 14/3/2022}]", ["documents/0/date pattern"]),
        ("documents", "documents: [{id: a, type: Luật, year: năm 2022}]", ["documents/0/year type"]),
        ("agency", 'agency: {id: a, name: " ", short_name: B, territory: C}', ["agency/name pattern"]),
        ("quality", "period: 2022-S3\nquestions: [{id: a, text: b, reference: c, asked: chưa}]", [
            "period pattern",
            "questions/0/asked pattern",
        ]),
    ],
)  # fmt: skip
def test_a_broken_file_does_not_fit(kind: str, text: str, expected: list[str]) -> None:
    assert complaints(KINDS[kind], text) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("value: 48", "value: [48]", "observations/0/value type"),
        ("status: pending", "status: heading", "observations/8/status enum"),
        ("status: pending", "status: chờ kết quả", "observations/8/status enum"),
        ("withheld: true", "withheld: 1", "observations/9/persons/1/withheld type"),
        ("indicator: ho-so-tiep-nhan", "Indicator: ho-so-tiep-nhan", "observations/0 additionalProperties"),
        ('sha256: "0', 'sha256: "x', "source/sha256 pattern"),
        ("number: 2", "number: hai", "revisions/1/number type"),
        ("status: published", "status:", "status enum"),
    ],
)
def test_a_report_with_a_mistake_does_not_fit(before: str, after: str, expected: str) -> None:
    text = canonical(REPORT)
    assert before in text
    assert expected in complaints(KINDS["report"], text.replace(before, after, 1))


@pytest.mark.parametrize("typed", ["48", "43.75", "43,75", '"1"', "Thái độ phục vụ", ""])
def test_a_figure_may_be_a_number_or_text_and_may_still_be_missing(typed: str) -> None:
    text = canonical(REPORT)
    assert complaints(KINDS["report"], text.replace("value: 48", f"value: {typed}")) == []
