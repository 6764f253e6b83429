"""What every kind of value answers: how its values are read, checked, compared, written, drawn and exported."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, TypeVar

from macros.kinds.value_types import Domain, Refusal, Value
from macros.problems.problem import shorten
from macros.wording import comparison as wording_of_changes
from macros.wording import indicator as wording

_NOTHING = Decimal(0)


@dataclass(frozen=True, eq=False)
class Kind(ABC):
    """A kind of value. What is said here holds for values that are no amounts; each kind says where it differs.

    There is one object of each kind, which `macros.kinds` knows by its id; as plain data it has no fields. A method
    that takes a value also takes what a past report states and its kind could not read: a text.
    """

    id: ClassVar[str]
    # What it is called on pages, and in messages to staff and hints of an editor.
    label: ClassVar[str]
    meaning: ClassVar[str]

    # Read and checked: what a row of the form may have.
    holds_value = True
    has_code_list = False
    # Whether its values stand in a data file without quotes.
    is_typed_bare = True

    # Compared: a number that can be more or less, which has a unit and may have a target.
    is_amount = False
    # How many there are of something: exact, and 0 is as much a figure as any other.
    is_counted = False
    # The quotient of two counts in per cent.
    is_rate = False
    # Rounded, also where it is whole: the last digit says how exact it is.
    is_rounded = False
    is_signed = False
    # More of it where figures were collected for longer.
    grows_with_time = False
    # Whether a difference is told in per cent of the figure before, too, and the unit once for both figures.
    is_relative = False
    # What became of an amount that is more, or less, with a place for the {difference}; the unit stands in it, unless
    # differences have a measure of their own, which these sentences name.
    rose: ClassVar[str] = wording_of_changes.ROSE
    fell: ClassVar[str] = wording_of_changes.FELL
    difference_measure: ClassVar[str] = ""
    # A blank below a row that prints 0 means that there is none either.
    follows_zero = False
    # What became of a row whose value is another: a `ChangeKind`.
    changed = "text-changed"

    # Shown: as an answer in words, where a figure would stand in large type.
    is_answer = False

    # Drawn: in charts over time, as a line on an axis that fits it, up to what is the whole; or why it is not drawn.
    is_drawn = False
    is_line = False
    whole: ClassVar[Decimal | None] = None
    no_chart = wording.NO_CHART_YET

    def __str__(self) -> str:
        return self.id

    def __repr__(self) -> str:
        return f"<kind {self.id}>"

    def __reduce__(self) -> tuple[object, tuple[str]]:
        """One object of each kind, also where it was copied or kept."""
        return _registered, (self.id,)

    @property
    def explained(self) -> str:
        """The word of the data files with what it means: "count (số đếm)"."""
        return f"{self.id} ({self.meaning})"

    @property
    def schema(self) -> Mapping[str, str]:
        """Its part of the JSON Schema of the definitions: the word, and what an editor says of it."""
        return {"const": self.id, "description": self.meaning}

    # Read.

    @abstractmethod
    def parse(self, text: str, domain: Domain) -> Value:
        """The value that the text states; raises Refusal for what would have to be guessed."""

    def parse_target(self, text: str, domain: Domain) -> Decimal:
        """The amount that the text states as the target; raises Refusal. Only amounts have one."""
        raise Refusal("E421", f"mục tiêu “{shorten(text)}”", f"kind {self.explained} không có mục tiêu", "xóa “target”")

    def unlisted(self) -> "Kind":
        """What its values are where the code list that explains them is lost."""
        return self

    def canonical(self, text: str) -> str:
        """The typed figure as a data file has it in canonical form."""
        return text

    # Compared.

    def amount(self, value: Value | None) -> Decimal | None:
        """The value as an amount that can be more or less; None for what is none."""
        return None

    def quantity(self, value: Value | None) -> Decimal | None:
        """The value as the number by which relations are judged; None for what is none."""
        return self.amount(value)

    @property
    def has_quantity(self) -> bool:
        """Whether relations may name it at all."""
        return self.is_amount

    def half_unit(self, value: Value | None) -> Decimal:
        """By how much the true number may differ from the one that is printed."""
        return _NOTHING

    def difference_text(self, difference: Decimal, unit: str | None) -> str:
        """By how much a figure rose or fell, in words: "tăng 11 hồ sơ"; of amounts only."""
        raise TypeError(f"{self.id} has no difference")

    def difference_unit(self, unit: str | None) -> str:
        """What a difference is counted in; differences of one unit are drawn on one scale."""
        return self.difference_measure or unit or ""

    @property
    def comparing(self) -> Mapping[str, str | bool]:
        """By what a script compares values of the kind: it looks up what is said above."""
        return {
            "holdsValue": self.holds_value,
            "isCounted": self.is_counted,
            "isRelative": self.is_relative,
            "changed": self.changed,
            "rose": self.rose,
            "fell": self.fell,
            "differenceMeasure": self.difference_measure,
        }

    # Written.

    def written(self, value: Value, unit: str | None, digits: int = 1) -> str:
        """The value in a sentence: "43,75%", "16 nhiệm vụ", "Có"."""
        return self.cell(value)

    def cell(self, value: Value) -> str:
        """The value in its cell of the annex: "43,75", "Có (1)"."""
        return str(value)

    def searched(self, value: Value) -> str:
        """What a query may hit of the value: its number without the unit, its answer or text."""
        return self.cell(value)

    def remark(self, value: Value) -> str:
        """What is said of the value where it is shown alone; "" where it speaks for itself."""
        return ""

    # Exported.

    def machine_text(self, value: Value) -> str:
        """The value for machines: decimal point, no thousands mark, published digits kept; the code of an answer."""
        return str(value)

    def answer(self, value: Value | None) -> str | None:
        """The answer that a code stands for; None for what is no code."""
        return None


K = TypeVar("K", bound=Kind)
KINDS: dict[str, Kind] = {}


def register(kind: K) -> K:
    """Make a kind known by its id: whatever is read, checked, compared, shown and exported asks it from then on."""
    KINDS[kind.id] = kind
    return kind


def _registered(id: str) -> Kind:
    return KINDS[id]
