"""What was published of an indicator and changed later: every figure that was not always the same, state by state."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros import addresses
from macros.faces import revision_text
from macros.faces.edition_face import revision_document
from macros.faces.linked_text import Part
from macros.record import Catalogue, Indicator, Report, Vintage


@dataclass(frozen=True, slots=True)
class VintageFace:
    """A state of a figure: what it was, or from what to what it went, and since which revision.

    The `is_first` one is the oldest known; an `is_older` one may have stood before its revision. `reason` and
    `document` are those of the revision; a state that is not `is_announced` came without one.
    """

    figure: str
    revision: Part
    is_first: bool
    is_older: bool
    is_announced: bool
    reason: str
    document: Part | None
    recorded: str


@dataclass(frozen=True, slots=True)
class RevisedFace:
    """A figure of one report that was not always the same: the newest state first."""

    anchor: str
    period: str
    vintages: tuple[VintageFace, ...]


def revised_faces(indicator: Indicator, reports: Iterable[Report], catalogue: Catalogue) -> tuple[RevisedFace, ...]:
    """The figures of an indicator in some reports that were revised, in their order."""
    return tuple(
        RevisedFace(f"lich-su-{report.period.slug}", report.period.label, tuple(_vintages(report, vintages, catalogue)))
        for report, vintages in revision_text.revised(indicator, reports, catalogue.history)
    )


def _vintages(report: Report, vintages: tuple[Vintage, ...], catalogue: Catalogue) -> Iterator[VintageFace]:
    """The states of a figure, each with the one before it."""
    for vintage, before in zip(vintages, [*vintages[1:], None], strict=True):
        figure = revision_text.step_text(before, vintage) if before else revision_text.figure_text(vintage.observation)
        revision, address = vintage.revision, addresses.revision(report, vintage.revision)
        yield VintageFace(
            figure,
            Part(revision_text.revision_text(revision), address),
            is_first=before is None,
            is_older=vintage.older,
            is_announced=vintage.announced,
            reason=revision.reason,
            document=revision_document(revision, catalogue),
            recorded=revision_text.vintage_text(vintage, catalogue.history),
        )
