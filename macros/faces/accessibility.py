"""What the last accessibility test found, for the statement that the site owes its readers."""

import datetime
import json
from dataclasses import dataclass
from pathlib import Path

_RESULT = "docs/tiep-can.json"


@dataclass(frozen=True, slots=True)
class AccessibilityRun:
    """One run of the test: its day, its tools, how many visits to how many types of page, and the rules broken."""

    day: datetime.date
    axe_core: str
    browser: str
    widths: tuple[int, ...]
    pages: int
    visits: int
    broken: tuple[str, ...]


def read_run(root: Path) -> AccessibilityRun | None:
    """The run that the project has committed, or None where it has none."""
    path = root / _RESULT
    if not path.is_file():
        return None
    found = json.loads(path.read_text(encoding="utf-8"))
    return AccessibilityRun(
        day=datetime.date.fromisoformat(found["date"]),
        axe_core=found["axe_core"],
        browser=found["browser"],
        widths=tuple(sorted(found["sizes"].values())),
        pages=len(found["pages"]),
        visits=found["visits"],
        broken=tuple(sorted({violation["rule"] for violation in found["violations"]})),
    )
