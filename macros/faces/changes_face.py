"""Two reports, or two versions of one, held against each other: what is said above, and the table of what changed."""

from dataclasses import dataclass

from macros import addresses
from macros.comparing.change_set import ChangeSet
from macros.comparing.comparison import Change, ChangeKind, Comparison
from macros.faces import change_size, change_text
from macros.faces.linked_text import Part
from macros.record import Catalogue
from macros.wording import comparison as wording


@dataclass(frozen=True, slots=True)
class NotesFace:
    """What stands beside a figure before and after, of the row with this title; "" where nothing does."""

    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangeFace:
    """A changed row: where it is printed, its name, what became of it, from what to what, by how much or why not.

    `opens` is the kind of change whose meaning its label opens, None where it opens none. `size` is what a script
    orders rows by.
    """

    indicator: str
    kind: ChangeKind
    size: str
    where: str
    name: Part
    sign: str
    label: str
    opens: ChangeKind | None
    values: str
    explanation: str
    notes: NotesFace | None


@dataclass(frozen=True, slots=True)
class ComparisonFace:
    """A comparison: its title, what weakens it, what it comes to in one line, and its changed rows under a caption."""

    title: str
    caution: str
    summary: str
    caption: str
    changes: tuple[ChangeFace, ...]


def comparison_face(comparison: Comparison, catalogue: Catalogue, linked: bool = True) -> ComparisonFace:
    """The face of a comparison; on a page outside of the site, nothing is `linked` and no word opens its meaning."""
    return ComparisonFace(
        change_text.comparison_title(comparison),
        change_text.caution_text(comparison),
        f"{change_text.summary_text(comparison)}.",
        change_text.caption(comparison),
        tuple(_change_face(change, comparison, catalogue, linked) for change in comparison.changed),
    )


def _change_face(change: Change, comparison: Comparison, catalogue: Catalogue, linked: bool) -> ChangeFace:
    row = change.indicator
    address = addresses.indicator(row) if linked and addresses.has_page(row) else None
    return ChangeFace(
        indicator=row.id,
        kind=change.kind,
        size=change_size.size_number(change),
        where=change_text.reference(row, catalogue),
        name=Part(catalogue.names.get(row.key, row.title), address, printed=True),
        sign=change_text.SIGNS.get(change.kind, ""),
        label=change_text.kind_label(change.kind, comparison),
        opens=change.kind if linked and change.kind in wording.KIND_MEANINGS else None,
        values=change_text.values_text(change),
        explanation=change_text.explanation_text(change, comparison),
        notes=NotesFace(row.title, *change_text.note_texts(change)) if change.note_changed else None,
    )


@dataclass(frozen=True, slots=True)
class ReviewFace:
    """What changed between two states of all that is published: the periods that came and went, and the reports."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    comparisons: tuple[ComparisonFace, ...]


def review_face(found: ChangeSet, catalogue: Catalogue) -> ReviewFace:
    """The face of a change set, for a page that stands by itself."""
    return ReviewFace(
        tuple(report.period.label for report in found.added),
        tuple(report.period.label for report in found.removed),
        tuple(comparison_face(comparison, catalogue, linked=False) for comparison in found.comparisons),
    )
