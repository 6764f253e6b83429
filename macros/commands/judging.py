"""A check from reading to what is said of it. Whoever only says again what was said before does not load this."""

from collections.abc import Callable, Iterator
from pathlib import Path

from macros.agreement.queries import clarifications, staff_text
from macros.commands.history_notes import history_notes, named
from macros.commands.printed import SITE
from macros.loading.assembly import Checked, checked_project
from macros.problems.problem import Problems
from macros.publication.ledger import Ledger
from macros.publication.project_store import tidied
from macros.publication.same_check import Outcome, Said
from macros.record import Catalogue
from macros.reporting import REPORTS
from macros.store import Store


def outcome(
    root: Path, form: str, whole: bool, ledger: Ledger | None, progress: Callable[[int, int], None] | None
) -> Outcome:
    """Check the project; what was read before is taken from the ledger."""
    with tidied(ledger) as store:
        try:
            checked = checked_project(root, progress, store)
        except Problems as found:
            text = REPORTS[form](found.problems, found.warnings, root / SITE)
            return Outcome(1, (Said(text, form == "text", form == "text"),), found.is_sure)
        unclear = clarifications(checked.catalogue)
        told = Said(REPORTS[form]([], checked.warnings, root / SITE, unclear), in_colours=form == "text")
        beside = tuple(_beside(root, checked, whole, store)) if form == "text" else ()
        return Outcome(0, (told, *beside), checked.catalogue.history.is_sure and not _lost(checked.catalogue, beside))


def _beside(root: Path, checked: Checked, whole: bool, store: Store | None) -> Iterator[Said]:
    """What people are told of a sound project: what it has, what is to be asked, what the site will not tell."""
    catalogue = checked.catalogue
    yield Said(
        f"{len(catalogue.reports)} báo cáo, {len(catalogue.indicators)} dòng biểu mẫu, "
        f"{checked.figures} số liệu, {len(catalogue.documents)} văn bản."
    )
    if whole and (told := staff_text(catalogue)):
        yield Said(told)
    for note in history_notes(root, catalogue, store):
        yield Said(f"Lưu ý: {note}", err=True)


def _lost(catalogue: Catalogue, said: tuple[Said, ...]) -> bool:
    """Whether something of the past could not be read, which may be there another time; that is told last."""
    known = tuple(named(catalogue))
    return sum(one.err for one in said) > len(known)
