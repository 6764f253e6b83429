"""Short forms and statuses explained on the spot: whatever a page names or asks for is put below it once."""

import re
from collections.abc import Iterator

from macros.model import Abbreviation, Catalogue, Status
from macros.vietnamese import slug
from macros.views import addresses, wording
from macros.views.marking import marked_short_forms

_ASKED = re.compile(r'popovertarget="giai-nghia-([^"]+)"')


def asked(html: str) -> list[str]:
    """The explanations that the buttons of a page open, each once, in order."""
    return list(dict.fromkeys(_ASKED.findall(html)))


def unopened(html: str, catalogue: Catalogue) -> list[Abbreviation]:
    """The short forms that a page marks and no button of it opens: by key, and without a script, one must."""
    buttons = asked(html)
    marked = [catalogue.abbreviations[short] for short in marked_short_forms(html) if short in catalogue.abbreviations]
    return [entry for entry in marked if _name(entry) not in buttons]


def explanations(html: str, catalogue: Catalogue) -> Iterator[tuple[str, str, str, str]]:
    """What a page opens: id, the thing explained, its meaning, and where more is said."""
    known = {f"tt-{status}": status for status in wording.STATUS_LABELS}
    short_forms = {_name(entry): entry for entry in catalogue.abbreviations.values()}
    names = [*asked(html), *(_name(entry) for entry in unopened(html, catalogue))]
    for name in names:
        if name in known:
            status: Status = known[name]
            meaning = wording.STATUS_MEANINGS[status]
            yield f"giai-nghia-{name}", wording.STATUS_LABELS[status], meaning, f"{addresses.READING}#{name}"
        elif name in short_forms:
            entry = short_forms[name]
            yield f"giai-nghia-{name}", entry.short, entry.expansion or "", f"{addresses.GLOSSARY}#{name}"


def _name(entry: Abbreviation) -> str:
    return f"vt-{slug(entry.short)}"
