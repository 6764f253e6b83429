"""What the page about the site says of the agency whose reports are published, and of who keeps the website."""

from dataclasses import dataclass

from macros import vietnamese
from macros.faces import phrases
from macros.faces.linked_text import Part
from macros.record import Agency, Catalogue
from macros.wording import about


@dataclass(frozen=True, slots=True)
class AgencyFace:
    """The facts, in the order in which they stand; what is not known is "" and is not told.

    `can_be_written_to` says that the agency or the publisher has a contact.
    """

    name: str
    territory: str
    active: str
    merger: str
    basis: str
    successor: str
    sources: tuple[Part, ...]
    contact: str
    publisher: str
    publisher_contact: str
    can_be_written_to: bool


def agency_face(catalogue: Catalogue) -> AgencyFace:
    """The face of the agency of a catalogue."""
    agency, publisher = catalogue.agency, catalogue.publisher
    basis = agency.validity_basis if agency.validity_note else None
    reached = (publisher.contact or publisher.contact_note) if publisher else None
    return AgencyFace(
        name=agency.name,
        territory=agency.territory,
        active=_active(agency),
        merger=agency.validity_note or "",
        basis=about.BASIS.format(document=basis) if basis else "",
        successor=_successor(agency),
        sources=tuple(Part(source.text, source.url) for source in agency.sources),
        contact=agency.contact or agency.contact_note or about.NO_CONTACT,
        publisher=publisher.name if publisher else "",
        publisher_contact=reached or about.PUBLISHER_NO_CONTACT,
        can_be_written_to=phrases.contact(catalogue) is not None,
    )


def _active(agency: Agency) -> str:
    """From when to when the agency exists, as far as that is known."""
    first, last = (vietnamese.day(day) if day else "" for day in (agency.valid_from, agency.valid_to))
    if first and last:
        return about.ACTIVE_FROM_TO.format(first=first, last=last)
    if first:
        return about.ACTIVE_FROM.format(first=first)
    return about.ACTIVE_TO.format(last=last) if last else ""


def _successor(agency: Agency) -> str:
    """Who took over, and since when; where that is not known, what is."""
    successor = agency.successor
    if successor is None:
        return agency.successor_note or ""
    day = vietnamese.day(successor.valid_from)
    fact = about.SUCCESSOR_IS.format(name=successor.name or successor.territory, day=day)
    return about.WITH_NOTE.format(fact=fact, note=successor.note) if successor.note else fact
