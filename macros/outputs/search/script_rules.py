"""What the browser's half of the search looks up: how words are read, and how the archive is laid out."""

from collections.abc import Mapping
from typing import Any

from macros.outputs.search import segments
from macros.outputs.search.search_words import RULES
from macros.outputs.search.shards import LEAVES


def script_rules() -> Mapping[str, Any]:
    """The rules as plain data, which a bundle lays into `search-rules.js`."""
    return {
        "words": RULES,
        "archive": {
            "leaves": LEAVES,
            "head": segments.HEAD,
            "narrative": segments.NARRATIVE,
            "documents": segments.DOCUMENTS,
            "headings": segments.HEADINGS,
            "passages": segments.PASSAGES_A_HEADING,
            "slot": segments.SLOT,
        },
    }
