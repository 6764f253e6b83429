"""JSON Schemas of the data files, for completion and hints while typing.

The schemas beside this module are made from the shapes by `congkhai schemas`; a test holds them to be current. They
describe a file as an editor sees it, with numbers and booleans, and are draft 7, which every editor knows.
"""

import ast
import inspect
import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path, PurePosixPath

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from macros.reading import shapes
from macros.reading.shapes import DATA_FILES, DataFile

FOLDER = "macros/schemas"
_DIALECT = "http://json-schema.org/draft-07/schema#"
_SCHEMA_LINE = re.compile(r"#\s*yaml-language-server\s*:\s*\$schema\s*=")


def schema_texts() -> dict[str, str]:
    """The text of every schema, by its file name."""
    return {_file_name(kind): schema_text(kind) for kind in DATA_FILES}


def schema_text(kind: DataFile) -> str:
    """The JSON Schema of a kind of data file; the same shapes give the same text."""
    schema = kind.shape.model_json_schema(ref_template="#/definitions/{model}", schema_generator=_Generator)
    definitions = schema.pop("$defs", {})
    whole = {
        "$schema": _DIALECT,
        "title": f"{kind.title} (data/{kind.pattern})",
        **schema,
        "definitions": definitions,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def write_schemas(root: Path) -> Iterator[Path]:
    """Write every schema that is not current into the project under `root`; yields the paths written."""
    for name, text in schema_texts().items():
        path = root / FOLDER / name
        if not path.is_file() or path.read_bytes() != text.encode():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            yield path


def schema_line(kind: DataFile) -> str:
    """The comment by which an editor finds the schema of a data file, from where such files lie."""
    up = "../" * len(PurePosixPath("data", kind.pattern).parent.parts)
    return f"# yaml-language-server: $schema={up}{FOLDER}/{_file_name(kind)}"


def is_schema_line(comment: str) -> bool:
    """Whether a comment names the schema of its file to an editor."""
    return bool(_SCHEMA_LINE.match(comment))


def _file_name(kind: DataFile) -> str:
    return f"{kind.name}.schema.json"


@cache
def _key_descriptions() -> dict[str, dict[str, str]]:
    """The docstring under each key of each shape.

    Read here, from the source: pydantic would read them whenever the shapes are imported, for every command.
    """
    modules = sorted(Path(str(shapes.__file__)).parent.glob("*.py"))
    trees = [ast.parse(module.read_text(encoding="utf-8")) for module in modules]
    return {
        shape.name: {
            key.target.id: inspect.cleandoc(text.value.value)
            for key, text in pairwise(shape.body)
            if isinstance(key, ast.AnnAssign)
            and isinstance(key.target, ast.Name)
            and isinstance(text, ast.Expr)
            and isinstance(text.value, ast.Constant)
            and isinstance(text.value.value, str)
        }
        for tree in trees
        for shape in tree.body
        if isinstance(shape, ast.ClassDef)
    }


class _Generator(GenerateJsonSchema):
    """Pydantic's schemas without English titles, without defaults, and with null inside the type."""

    def field_title_should_be_set(self, schema: object) -> bool:
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        made.pop("title", None)
        # The docstrings of shapes are for maintainers; those of their keys are for the people who type.
        made.pop("description", None)
        described = _key_descriptions()[schema["cls"].__name__]
        names = {field.alias or name: name for name, field in schema["cls"].model_fields.items()}
        for key, property in made["properties"].items():
            name = names[key]
            property.update({"description": described[name]} if name in described else {})
        return made

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        return super().dict_schema(schema) | {"additionalProperties": False}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """A key that may be left out may also be left empty."""
        inner = self.generate_inner(schema["schema"])
        if "type" not in inner:
            return super().nullable_schema(schema)
        kinds = inner["type"] if isinstance(inner["type"], list) else [inner["type"]]
        made = {**inner, "type": [*kinds, "null"]}
        if "enum" in inner:
            made["enum"] = [*inner["enum"], None]
        return made
