"""What the page about the site says of the agency whose reports are published, and of who keeps the website."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is said: its text, the id of the place, and the term of which it is said, if any."""

    text: str
    id: str
    term: str


@dataclass(frozen=True, slots=True)
class AgencyFact:
    """A term with what is said of it: a text, something beside it, or links; and an id for the text or each link."""

    term: str
    text: str = ""
    aside: str = ""
    links: tuple[Part, ...] = ()
    ids: tuple[str, ...] = ("",)

    def places(self) -> Iterator[Place]:
        texts = [link.text for link in self.links] or [f"{self.text} {self.aside}" if self.aside else self.text]
        for text, id in zip(texts, self.ids, strict=True):
            yield Place(text, id, self.term)


@dataclass(frozen=True, slots=True)
class AgencyFacts:
    """What is told of an agency, term by term, and what a reader who writes to it is asked for."""

    facts: tuple[AgencyFact, ...]
    request: str
    request_id: str = ""

    def places(self) -> Iterator[Place]:
        """Every place, in the order in which they stand."""
        for fact in self.facts:
            yield from fact.places()
        if self.request:
            yield Place(self.request, self.request_id, "")

    def placed(self, ids: Sequence[str]) -> "AgencyFacts":
        """The same with an id for each of the places."""
        given = iter(ids)
        facts = tuple(replace(fact, ids=tuple(next(given) for _ in fact.ids)) for fact in self.facts)
        return replace(self, facts=facts, request_id=next(given, ""))


def agency_facts(face: AgencyFace) -> AgencyFacts:
    """The facts of a face that are known."""
    sources = AgencyFact(about.SOURCES, links=face.sources, ids=("",) * len(face.sources))
    facts = (
        AgencyFact(about.AGENCY, face.name),
        AgencyFact(about.TERRITORY, face.territory),
        AgencyFact(about.ACTIVE, face.active),
        AgencyFact(about.MERGER, face.merger, face.basis),
        AgencyFact(about.SUCCESSOR, face.successor),
        sources,
        AgencyFact(about.CONTACT, face.contact, ids=("lien-he-co-quan",)),
        AgencyFact(about.PUBLISHER, face.publisher),
        AgencyFact(about.PUBLISHER_CONTACT, face.publisher_contact, ids=("lien-he",)),
    )
    known = tuple(fact for fact in facts if fact.text or fact.links)
    return AgencyFacts(known, about.HOW_TO_WRITE if face.can_be_written_to else "")


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
