"""Key figures as tiles: each figure large, what it means, and how it went."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros import addresses
from macros.faces import change_size, change_text, meaning, revision_text
from macros.faces.derived import Derived
from macros.faces.meaning import Doubt, Grounds
from macros.faces.parts import CorrectedFace, LargeFigure, corrected_face, large_figure
from macros.faces.progress_face import ProgressFace, progress_face
from macros.faces.sparks import SparkFace
from macros.record import Observation, Report


@dataclass(frozen=True, slots=True)
class TileFace:
    """A figure of a report that leads to the page of its indicator.

    `meaning` says what it means, "" where nothing is to be said; `change` what became of it since the period before.
    """

    address: str
    figure: LargeFigure
    name: str
    corrected: CorrectedFace | None
    progress: ProgressFace | None
    meaning: str
    doubt: Doubt | None
    spark: SparkFace | None
    change: str


@dataclass(frozen=True, slots=True)
class KeyFiguresFace:
    """The tiles, in the order in which they were asked for."""

    tiles: tuple[TileFace, ...]


def key_figures_face(
    report: Report, observations: Iterable[Observation], derived: Derived, kept: bool = False
) -> KeyFiguresFace:
    """The tiles of some rows of a report; `kept` as of `meaning.doubt`."""
    return KeyFiguresFace(tuple(_tile(report, observation, derived, kept) for observation in observations))


def _tile(report: Report, observation: Observation, derived: Derived, kept: bool) -> TileFace:
    catalogue, indicator = derived.catalogue, observation.indicator
    was = revision_text.correction(report, observation, catalogue.history)
    change = derived.changes_before(report).get(indicator.key)
    tells_counts = change is not None and change_size.tells_counts(change)
    return TileFace(
        address=addresses.indicator(indicator),
        figure=large_figure(observation),
        name=catalogue.names[indicator.key],
        corrected=corrected_face(was, observation, observation.value is None),
        # The bar repeats what stands beside it.
        progress=progress_face(report, indicator, named=False),
        meaning=meaning.tile_meaning(report, observation, catalogue, tells_counts),
        doubt=_certain(meaning.doubt(report, indicator, kept)),
        spark=derived.spark(report, indicator) if change else None,
        change=change_text.finding_text(change, observation),
    )


def _certain(doubt: Doubt | None) -> Doubt | None:
    """A question is asked at the row and on the page of the indicator; a tile says only what is certain."""
    return doubt if doubt is not None and doubt.grounds is Grounds.CHECK else None
