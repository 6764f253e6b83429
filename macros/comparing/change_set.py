"""Two states of everything that is published, such as two commits, to what changed in every report."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from macros.comparing.comparison import Comparison, by_size, compare
from macros.record import Catalogue, Period, Report


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What changed between two states: reports that came, reports that went, and every other one that changed.

    Newest report first. A report of which nothing but its head changed is in `comparisons` with no changed row.
    """

    added: tuple[Report, ...]
    removed: tuple[Report, ...]
    comparisons: tuple[Comparison, ...]

    def largest_first(self) -> "ChangeSet":
        """The same with the rows of each comparison ordered by size, not by the form."""
        ordered = (replace(c, changes=by_size(c.changes)) for c in self.comparisons)
        return ChangeSet(self.added, self.removed, tuple(ordered))

    @property
    def empty(self) -> bool:
        """Whether nothing is published otherwise than before."""
        return not (self.added or self.removed or self.comparisons)


def change_set(before: Catalogue, after: Catalogue, wanted: Callable[[Period], bool] = lambda _: True) -> ChangeSet:
    """What changed from one state to the other, in the reports on the wanted periods."""
    old = {r.key: r for r in before.reports if wanted(r.period)}
    new = {r.key: r for r in after.reports if wanted(r.period)}
    compared = (compare(old[key], new[key], after.indicators) for key in new if key in old)
    return ChangeSet(
        added=tuple(report for key, report in new.items() if key not in old),
        removed=tuple(report for key, report in old.items() if key not in new),
        comparisons=tuple(c for c in compared if c.changed or head_changes(c)),
    )


_HEAD = (
    "title", "status", "number", "symbol", "date", "printed_date", "place", "data_start", "data_end", "cumulative",
    "signer_title", "signer", "recipients", "annex_title", "annex_attachment", "source", "revisions",
)  # fmt: skip


def head_changes(comparison: Comparison) -> tuple[str, ...]:
    """The keys of a report's head that differ between two states of it."""
    return tuple(key for key in _HEAD if getattr(comparison.before, key) != getattr(comparison.after, key))
