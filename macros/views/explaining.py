"""Short forms and statuses explained on the spot: whatever a page asks for by a button is put below it once."""

import re
from collections.abc import Iterator

from macros.model import Catalogue, Status
from macros.vietnamese import slug
from macros.views import addresses, wording

_ASKED = re.compile(r'popovertarget="giai-nghia-([^"]+)"')


def asked(html: str) -> list[str]:
    """The explanations that the buttons of a page open, each once, in order."""
    return list(dict.fromkeys(_ASKED.findall(html)))


def explanations(html: str, catalogue: Catalogue) -> Iterator[tuple[str, str, str, str]]:
    """What the buttons of a page open: id, the thing explained, its meaning, and where more is said."""
    known = {f"tt-{status}": status for status in wording.STATUS_LABELS}
    short_forms = {f"vt-{slug(entry.short)}": entry for entry in catalogue.abbreviations.values()}
    for name in asked(html):
        if name in known:
            status: Status = known[name]
            meaning = wording.STATUS_MEANINGS[status]
            yield f"giai-nghia-{name}", wording.STATUS_LABELS[status], meaning, f"{addresses.READING}#{name}"
        elif name in short_forms:
            entry = short_forms[name]
            yield f"giai-nghia-{name}", entry.short, entry.expansion or "", f"{addresses.GLOSSARY}#{name}"
