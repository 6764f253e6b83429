"""The style sheet of a site: Material's as far as pages can use it, then ours without what no browser heeds.

To load the parser of style sheets and to reduce them takes long; what comes of it is remembered, and then nobody loads
this.
"""

import re
from collections.abc import Iterable, Sequence

from macros.outputs.assets.licences import material_licence
from macros.outputs.assets.page_makers import makers
from macros.outputs.assets.tight_sheets import tight
from macros.outputs.assets.unused_rules import used_rules, words_of

# Images inside a style sheet: `default-src 'self'` refuses them, and Material has some two hundred.
_DATA_IMAGE = re.compile(r"""url\((?:"data:[^"]*"|'data:[^']*'|data:[^)]*)\)""")
_CHARSET = '@charset "UTF-8";'


def style_sheet(material: str, ours: Sequence[str], beside: Sequence[str], further: Sequence[str]) -> str:
    """The sheets as one. `beside` are sheets that stay files of their own; `further` texts make pages, too."""
    used = _of_material(material, [*ours, *beside], [*makers(), *further])
    return without_images([used, *map(tight, ours)])


def without_images(sheets: Iterable[str]) -> str:
    """The style sheets in order, without images inside the sheets."""
    return _DATA_IMAGE.sub("none", "".join([f"{sheet.strip()}\n" for sheet in sheets]))


def _of_material(sheet: str, beside: Sequence[str], page_makers: Sequence[str]) -> str:
    """Material's style sheet as far as what makes pages can use it, below its licence."""
    used = used_rules(_DATA_IMAGE.sub("none", sheet), words_of(page_makers), "".join([*beside, *page_makers]))
    # The encoding is read at the very beginning, or not at all.
    return f"{_CHARSET}\n/*!\n{material_licence()}*/\n{used.removeprefix(_CHARSET)}"
