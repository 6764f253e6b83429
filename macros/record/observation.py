"""The figure of one indicator in one report, or why there is none."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from macros.kinds import Value
from macros.record.form import Indicator
from macros.record.keys import ReportKey, SeriesKey
from macros.record.period import Period
from macros.record.register import Person


class Status(StrEnum):
    """Why an observation has its value, or has none. HEADING marks a row where no value belongs."""

    REPORTED = "reported"
    NOT_REPORTED = "not-reported"
    NOT_APPLICABLE = "not-applicable"
    PENDING = "pending"
    HEADING = "heading"

    @property
    def sdmx(self) -> str | None:
        """The letter of SDMX's CL_OBS_STATUS: A normal, O missing, M cannot exist; None for a heading.

        SDMX has no letter of its own for a value that is still to come, so a pending one is O as well.
        """
        return {"reported": "A", "not-reported": "O", "not-applicable": "M", "pending": "O"}.get(self)


class Blank(StrEnum):
    """Why a cell that may hold a value has none, told apart further than by its status (`macros.agreement.blanks`)."""

    GAP = "not-reported"
    HEAD_IS_ZERO = "head-is-zero"  # a printed 0 leaves nothing to report
    IF_ANY = "if-any"  # the form asks only "(nếu có)"
    NOT_APPLICABLE = "not-applicable"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Observation:
    """The figure of one indicator in one report.

    A reported observation has a `value`, which the indicator's kind reads: an amount with its published digits, an
    answer, or text. Any other has a status that says why not. `note` is as printed, except that `{1}` stands for the
    first of `persons`. `documents` are the ids of the documents that the note cites. `target` is what the source says
    was to be reached, in the same unit. `covers` says in the editors' words what the figure is about; `{id}` stands for
    the figure of another row. `waiting` is how far the source says a pending matter is; `blank` why there is no value,
    None where there is one.
    """

    indicator: Indicator
    period: Period
    status: Status
    value: Value | None
    note: str | None
    persons: tuple[Person, ...]
    documents: tuple[str, ...]
    expected: Period | None
    reason: str | None
    target: Decimal | None = None
    covers: str | None = None
    waiting: str | None = None
    blank: Blank | None = None

    @property
    def key(self) -> SeriesKey:
        """By what it is found in its report, and in any other."""
        return self.indicator.key

    @property
    def report(self) -> ReportKey:
        """By what its report is found."""
        return ReportKey(self.period, self.indicator.form)

    @property
    def amount(self) -> Decimal | None:
        """The value where it is one that can be more or less; None for answers, words and blanks."""
        return self.indicator.kind.amount(self.value)

    @property
    def quantity(self) -> Decimal | None:
        """The value as relations judge it: an amount, or a code of digits, of which they may ask whether it is 0."""
        return self.indicator.kind.quantity(self.value)

    @property
    def machine_text(self) -> str | None:
        """The value for machines, with all its published digits; None for a blank."""
        return None if self.value is None else self.indicator.kind.machine_text(self.value)


def shown_figure(observation: Observation | None) -> tuple[object, ...]:
    """What makes a figure another one: its status, its value with all its digits, when it is expected; not its note."""
    if observation is None:
        return ()
    return observation.status, observation.machine_text or "", observation.expected
