"""A row that holds no value: it stands above others."""

from typing import NoReturn

from macros.kinds.kind import Kind
from macros.kinds.value_types import Domain, Refusal
from macros.problems.problem import shorten
from macros.wording import figures


class Heading(Kind):
    """Rows that group others; a note may stand beside one, a figure never."""

    id = "heading"
    label = figures.KIND_HEADING
    meaning = "tiêu đề"
    holds_value = False

    def parse(self, text: str, domain: Domain) -> NoReturn:
        """Raises Refusal for whatever is typed there."""
        remedy = "xóa “value”; nếu nguồn in số ở dòng này, sửa “kind” của chỉ tiêu trong data/indicators"
        raise Refusal("E403", f"dòng tiêu đề lại có giá trị “{shorten(text)}”", "không có giá trị", remedy)
