"""A chart as plain data: the series that it shows, the words around it; `macros/charts` draws it from that alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from macros.faces.scale import Scale
from macros.wording import charts

# A target beyond so many times the largest figure would press the figures flat.
_FARTHEST = 5
_HUNDRED = Decimal(100)
# An axis of rates is as long at the least, in percentage points: less would make much of a trifle.
_LEAST = Decimal(5)


@dataclass(frozen=True, slots=True)
class Point:
    """One period on the axis. `label` stands below it in one or two lines; `value` is None where none was reported.

    `words` say the figure, or why there is none. `breaks` marks that the indicator counts something else from here
    on, `corrected` says what became of a figure after its first publication, `absent` that the form of the period did
    not ask for it. `missing` is how many periods without any report the point stands for, from `label` to `until`.
    `target` is what was to be reached, in the unit of the value, and `target_words` say it; none where none is stated.
    `about` marks a value that is a quotient rounded.
    """

    label: tuple[str, str]
    value: Decimal | None
    words: str
    breaks: bool = False
    corrected: str = ""
    absent: bool = False
    missing: int = 0
    until: tuple[str, str] = ("", "")
    target: Decimal | None = None
    target_words: str = ""
    about: bool = False

    @property
    def name(self) -> str:
        return f"{_joined(self.label)} – {_joined(self.until)}" if self.is_cut_out else _joined(self.label)

    @property
    def sentence(self) -> str:
        """All that is said of the period, its marks in brackets."""
        marks = [
            (bool(self.target_words), charts.POINT_TARGET.format(amount=self.target_words)),
            (self.breaks, charts.POINT_BREAK),
            (bool(self.corrected), self.corrected),
        ]
        said = ", ".join(words for has, words in marks if has)
        return f"{self.name}: {self.words}{f' ({said})' if said else ''}"

    @property
    def is_cut_out(self) -> bool:
        """Whether the axis skips periods here."""
        return self.missing > 1

    @property
    def is_blank(self) -> bool:
        """Whether its report was to have the figure and has none."""
        return self.value is None and not self.absent and not self.missing

    @property
    def lines(self) -> tuple[str, str]:
        """What stands below the axis."""
        return ("…", "") if self.is_cut_out else self.label


def _joined(label: tuple[str, str]) -> str:
    return " ".join(part for part in label if part)


@dataclass(frozen=True, slots=True)
class Series:
    """What a chart shows: its name, what it is measured in, and its points, oldest first.

    `rate` draws a line on an axis that fits it: shares of a whole, of which columns would say that there is more of
    something.
    """

    title: str
    unit: str
    points: tuple[Point, ...]
    rate: bool = False

    @property
    def known(self) -> tuple[Point, ...]:
        """The points that have a figure."""
        return tuple(point for point in self.points if point.value is not None)

    @property
    def has_negative(self) -> bool:
        """Whether a figure is below zero, so that the axis does not begin there."""
        return min(_values(self.known), default=Decimal(0)) < 0

    @property
    def targets(self) -> tuple[Point, ...]:
        """The points that have a target."""
        return tuple(point for point in self.points if point.target is not None)

    @property
    def draws_targets(self) -> bool:
        """Whether the figures can still be read on a scale that holds the targets as well."""
        largest = max((abs(value) for value in _values(self.known)), default=Decimal(0))
        reach = max(largest * _FARTHEST, self.ceiling or Decimal(0)) if largest else None
        return bool(self.targets) and (reach is None or all(abs(target) <= reach for target in _targets(self.targets)))

    def scale(self, length: float, lines: int = 4) -> Scale:
        """The axis that holds the figures, and the targets that are drawn."""
        values = _values(self.known) + (_targets(self.targets) if self.draws_targets else [])
        if self.rate:
            within = self.ceiling is not None and max(values) <= self.ceiling
            return Scale.fitted(values, length, lines, _LEAST, self.ceiling if within else None)
        return Scale.holding(values, length, lines)

    @property
    def axis(self) -> tuple[Decimal, ...]:
        """The round numbers along the axis."""
        return self.scale(1.0).ticks

    @property
    def ceiling(self) -> Decimal | None:
        """Where the axis of rates ends at the most, unless one is above it."""
        return _HUNDRED if self.rate and max(_values(self.known), default=_HUNDRED) <= _HUNDRED else None

    @property
    def description(self) -> str:
        """Every point in words, for who does not see the chart."""
        told = [point.sentence for point in self.points if not point.absent]
        return f"{'; '.join(told)}."


def _values(points: Iterable[Point]) -> list[Decimal]:
    return [point.value for point in points if point.value is not None]


def _targets(points: Iterable[Point]) -> list[Decimal]:
    return [point.target for point in points if point.target is not None]


@dataclass(frozen=True, slots=True)
class ChartFace:
    """A chart of one indicator over periods of one kind.

    `id` is that of the drawing on a page. `finding` is what one sees in it, in a sentence, "" where nothing is to be
    said; `caption` what it shows and what its signs mean. `drawing` and `figures` are the addresses of its files.
    """

    id: str
    series: Series
    finding: str
    caption: str
    drawing: str
    figures: str
