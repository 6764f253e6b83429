"""How comparisons are told, as the script must know it that compares any two periods in the browser: it looks up."""

from collections.abc import Mapping
from typing import Any

from macros.charts import small
from macros.comparing import data_windows
from macros.comparing.comparison import BECAME, MOVED
from macros.faces import change_size, change_text, largest_face, quotients
from macros.kinds import KINDS
from macros.wording import comparison

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


def comparison_rules() -> Mapping[str, Any]:
    """The rules as plain data, which bundles lay into `compare-rules.js`."""
    return {
        "kinds": {id: kind.comparing for id, kind in KINDS.items()},
        "became": BECAME,
        "moved": MOVED,
        "still": change_text.STILL,
        "explained": change_text.EXPLAINED,
        "reasons": change_text.REASONS,
        "sizeDigits": change_size.SIZE_DIGITS,
        "manifold": int(change_size.MANIFOLD),
        "smallBase": int(change_size.SMALL_BASE),
        "signs": change_text.SIGNS,
        "windows": {"calendar": data_windows.CALENDAR, "month": data_windows.MONTH},
        "quotients": {"fewest": quotients.FEWEST_DIGITS, "most": quotients.MOST_DIGITS, "apart": quotients.APART},
        "largest": {
            "changes": largest_face.DRAWN,
            "rows": largest_face.MOST_ROWS,
            "groups": largest_face.MOST_GROUPS,
            "fewest": largest_face.FEWEST,
            "first": comparison.POINTS,
        },
        "bar": {"width": small.BAR_WIDTH, "height": small.BAR_HEIGHT, "edge": small.BAR_EDGE},
        "file": {"columns": COLUMNS, "digits": FILE_DIGITS, "run": RUN, "number": NUMBER},
    }
