"""The form that a report fills in: its rows in annex order, and what each of them measures."""

from dataclasses import dataclass, field
from decimal import Decimal

from macros.kinds import Code, CodeList, Domain, Kind
from macros.record.keys import ONE_FORM, SeriesKey, series_key
from macros.record.period import Period


@dataclass(frozen=True, slots=True)
class Unit:
    """What an amount is counted in, with every spelling that reports print."""

    id: str
    label: str
    printed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """From `period` on, an indicator counts something else than before, so that its figures do not compare."""

    period: Period
    reason: str


@dataclass(frozen=True, slots=True)
class Part:
    """One figure of a conversion: an ended series, and what its figure is multiplied by (-1: taken away)."""

    series: SeriesKey
    factor: Decimal

    @property
    def indicator(self) -> str:
        """The id of what it measured."""
        return self.series.indicator


# Labels of so few words lean on the row above them.
_WORDS, _DASHED_WORDS = 2, 4


@dataclass(frozen=True, slots=True)
class Indicator:
    """The definition of one annex row; its figures live in the reports.

    `label`, `printed_number` and `printed_unit` are as the form prints them; `unit` is the normalised unit beside them.
    `parent` is None for a section, which is itself a row. `section` is the id of that row. `conversion` is the sum by
    which the figures of ended indicators continue in this one, empty where none does; `former_ids` are ids that the
    indicator had once. `key` is that of its figures, not broken down; reports give them under it.
    """

    id: str
    section: str
    parent: str | None
    printed_number: str | None
    label: str
    kind: Kind
    printed_unit: str | None
    unit: Unit | None
    code_list: CodeList | None
    first_period: Period
    last_period: Period | None
    cumulative: bool
    may_exceed_100: bool
    link: str | None
    documents: tuple[str, ...]
    successors: tuple[str, ...]
    definition: str | None
    breaks: tuple[Break, ...] = ()
    conversion: tuple[Part, ...] = ()
    former_ids: tuple[str, ...] = ()
    form: str = ONE_FORM
    key: SeriesKey = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Made once: it is asked for at every figure.
        object.__setattr__(self, "key", series_key(self.id, self.form))

    @property
    def domain(self) -> Domain:
        """What its values may be, beside its kind."""
        return Domain(self.code_list, self.may_exceed_100)

    @property
    def codes(self) -> tuple[Code, ...]:
        """The codes that its values may be; none where they are no codes."""
        return self.code_list.codes if self.code_list else ()

    def break_between(self, first: Period, second: Period) -> Break | None:
        """The newest break of the series that parts two periods, in whichever order they are given."""
        early, late = sorted((first.order, second.order))
        parting = [b for b in self.breaks if early < b.period.order <= late]
        return max(parting, key=lambda b: b.period.order, default=None)

    @property
    def title(self) -> str:
        """The label as a name: without the dash or the colon that place it in the table."""
        label = self.label.removeprefix("- ").removesuffix(":")
        return label if label.endswith("..") else label.removesuffix(".")

    @property
    def continues_row_above(self) -> bool:
        """Whether the label says nothing without that of the row above: two words, or four behind a dash."""
        return len(self.title.split()) <= (_DASHED_WORDS if self.label.startswith("- ") else _WORDS)

    def lives_in(self, period: Period) -> bool:
        """Whether reports on this period have the row."""
        after = self.last_period is not None and period.order > self.last_period.order
        return period.order >= self.first_period.order and not after


@dataclass(frozen=True, slots=True)
class Section:
    """One of the numbered parts of the annex: its row and every row below it, in printed order.

    `narrative_headings` are what the narrative calls it, where that is not its label.
    """

    row: Indicator
    indicators: tuple[Indicator, ...]
    narrative_headings: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.row.id

    @property
    def label(self) -> str:
        return self.row.label

    @property
    def number(self) -> str:
        """The printed number: "I" … "VII"."""
        return self.row.printed_number or ""
