"""How comparisons are told, as the page must know it that compares any two periods in the browser."""

import json
from typing import Any

from macros.charts import largest
from macros.comparing import data_windows
from macros.faces import change_text, quotients

# The columns of a comparison as a file.
COLUMNS = (
    "id",
    "reference",
    "label",
    "unit",
    "kind",
    "before_period",
    "after_period",
    "before",
    "after",
    "before_status",
    "after_status",
    "change",
    "change_label",
    "difference",
    "relative",
    "not_comparable",
    "explanation",
    "before_quotient",
    "after_quotient",
)
# Of a quotient that no decimal ends.
FILE_DIGITS = 6
# What a spreadsheet takes for the beginning of a formula, in full width too, or for the end of the cell before it;
# and what is a number all the same. Python and browsers read both expressions alike.
RUN = r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"
NUMBER = r"-?[0-9][0-9.,]*(?:[ \u00a0]?%)?"


def rules_text() -> str:
    """The rules as JSON, for an attribute of the page."""
    rules: dict[str, Any] = {
        "manifold": int(change_text.MANIFOLD),
        "smallBase": int(change_text.SMALL_BASE),
        "signs": change_text.SIGNS,
        "windows": {"calendar": data_windows.CALENDAR, "month": data_windows.MONTH},
        "quotients": {"fewest": quotients.FEWEST_DIGITS, "most": quotients.MOST_DIGITS, "apart": quotients.APART},
        "largest": {"rows": largest.MOST_ROWS, "groups": largest.MOST_GROUPS, "fewest": largest.FEWEST},
        "file": {"columns": COLUMNS, "digits": FILE_DIGITS, "run": RUN, "number": NUMBER},
    }
    return json.dumps(rules, separators=(",", ":"))
