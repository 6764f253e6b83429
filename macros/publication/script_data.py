"""What scripts look up: rules that are stated in Python alone, and the words of a project."""

from macros.outputs.assets.bundles import Data
from macros.outputs.comparison_rules import comparison_rules
from macros.outputs.html.marking import Marking
from macros.outputs.search.script_rules import script_rules


def script_data(marking: Marking) -> Data:
    """What each module of data holds, by its name."""
    return {
        "compare-rules": comparison_rules(),
        "marking-words": marking.script_words(),
        "search-rules": script_rules(),
    }
