"""The statement on accessibility: what was tested, with what result, and whom to write to."""

from dataclasses import dataclass

from macros import vietnamese
from macros.faces import phrases
from macros.faces.accessibility import AccessibilityRun
from macros.record import Catalogue
from macros.wording import access


@dataclass(frozen=True, slots=True)
class RunFace:
    """What a run of the test found: the day, what was tested, with which tools, and the rules that are broken."""

    day: str
    tested: str
    broken: tuple[str, ...]
    axe_core: str
    browser: str


@dataclass(frozen=True, slots=True)
class AccessibilityFace:
    """The statement; without a run of the test it says so."""

    level: str
    tested: RunFace | None
    contact: str


def accessibility_face(run: AccessibilityRun | None, catalogue: Catalogue) -> AccessibilityFace:
    """The statement of a site that was last tested so, or never."""
    contact = phrases.contact(catalogue) or access.NO_CONTACT
    if run is None:
        return AccessibilityFace(access.LEVEL_NOT_TESTED, None, contact)
    level = access.LEVEL_NOT_MET.format(count=len(run.broken)) if run.broken else access.LEVEL_NO_FAULT
    widths = access.AND.join(map(str, run.widths))
    tested = access.TESTED_ARE.format(pages=run.pages, widths=widths, visits=run.visits)
    day = vietnamese.day(run.day)
    return AccessibilityFace(level, RunFace(day, tested, run.broken, run.axe_core, run.browser), contact)
