"""What a report answers by a code of a list, such as 1 for "Có"."""

from decimal import Decimal

from macros.kinds.kind import KINDS, Kind
from macros.kinds.text import Text
from macros.kinds.value_types import Code, Domain, Refusal, Value
from macros.problems.problem import shorten
from macros.vietnamese import fold
from macros.wording import figures, indicator


class Coded(Kind):
    """Answers of a code list. A code is a name, never a quantity; a relation may ask only whether it is 0."""

    id = "coded"
    label = figures.KIND_CODED
    meaning = "trả lời theo mã"
    has_code_list = True
    changed = "code-changed"
    is_answer = True
    no_chart = indicator.NO_CHART_CODES

    def parse(self, text: str, domain: Domain) -> Code:
        """The answer whose code is typed; raises Refusal for a code that the list does not have."""
        code_list = domain.code_list
        assert code_list is not None, "checks/definitions.py demands a code list"
        code = code_list.code(text)
        if code is None:
            allowed = ", ".join(f"{known.code} ({known.label})" for known in code_list.codes)
            word = fold(text.partition("(")[0]).strip()
            meant = next((known.code for known in code_list.codes if fold(known.label) == word), "")
            remedy = f"viết {meant}" if meant else "chọn một trong các mã trên"
            raise Refusal("E404", f"không có mã “{shorten(text)}” trong danh mục “{code_list.label}”", allowed, remedy)
        return code

    def unlisted(self) -> Kind:
        """Answers without the list that explains them are words."""
        return KINDS[Text.id]

    @property
    def has_quantity(self) -> bool:
        return True

    def quantity(self, value: Value | None) -> Decimal | None:
        """The code as a number, where it is one."""
        return Decimal(value.code) if isinstance(value, Code) and value.code.isdigit() else None

    def written(self, value: Value, unit: str | None, digits: int = 1) -> str:
        """The answer in words: "Có"."""
        return value.label if isinstance(value, Code) else str(value)

    def cell(self, value: Value) -> str:
        """The answer with its code: "Có (1)"."""
        return f"{value.label} ({value.code})" if isinstance(value, Code) else str(value)

    def searched(self, value: Value) -> str:
        """The answer in words: nobody looks for its code."""
        return self.written(value, None)

    def remark(self, value: Value) -> str:
        """Which code stands for the answer."""
        return figures.ANSWER.format(answer=value.label, code=value.code) if isinstance(value, Code) else ""

    def answer(self, value: Value | None) -> str | None:
        return value.label if isinstance(value, Code) else None
