"""Short forms, statuses and tags explained on the spot: what a page names or asks for is put below it once."""

from collections.abc import Iterator, Mapping
from typing import Any

from macros import addresses
from macros.faces import phrases
from macros.outputs.html.gathered import Opened
from macros.record import Abbreviation, Catalogue
from macros.wording import comparison, relations, reports

_FAMILIES: tuple[tuple[str, Mapping[Any, str], Mapping[Any, str]], ...] = (
    ("tt", phrases.STATE_LABELS, phrases.STATE_MEANINGS),
    ("bc", reports.STATUS_LABELS, reports.STATUS_MEANINGS),
    ("dc", relations.OUTCOME_LABELS, relations.OUTCOME_MEANINGS),
    ("td", comparison.KIND_LABELS, comparison.KIND_MEANINGS),
)
# What can be asked for, by family and value: its label and its meaning.
_TERMS = {
    f"{family}-{term}": (labels[term], meaning)
    for family, labels, meanings in _FAMILIES
    for term, meaning in meanings.items()
}


def unopened(opened: Opened, catalogue: Catalogue) -> list[Abbreviation]:
    """The short forms that a page marks and no button of it opens: by key, and without a script, one must."""
    known = catalogue.abbreviations
    marked = [known[short] for short in opened.short_forms if short in known]
    return [entry for entry in marked if _name(entry) not in opened.buttons]


def explanations(opened: Opened, catalogue: Catalogue) -> Iterator[tuple[str, str, str, str]]:
    """What a page opens: id, the thing explained, its meaning, and where more is said."""
    short_forms = {_name(entry): entry for entry in catalogue.abbreviations.values()}
    names = [*opened.buttons, *(_name(entry) for entry in unopened(opened, catalogue))]
    for name in names:
        if name in _TERMS:
            title, meaning = _TERMS[name]
            # Of the other terms no page of a project must have a heading of its own.
            anchor = f"#{name}" if name.startswith("tt-") else ""
            yield f"giai-nghia-{name}", title, meaning, f"{addresses.READING}{anchor}"
        elif name in short_forms:
            entry = short_forms[name]
            yield f"giai-nghia-{name}", entry.short, entry.expansion or "", f"{addresses.GLOSSARY}#{name}"


def _name(entry: Abbreviation) -> str:
    return addresses.abbreviation_anchor(entry.short)
