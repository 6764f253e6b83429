"""Every revision of a published report as an Atom feed (RFC 4287), newest first."""

import uuid
from datetime import datetime, timedelta, timezone
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from macros import addresses
from macros.faces.edition_face import EditionFace
from macros.outputs.html.renderer import Renderer
from macros.record import Catalogue
from macros.wording import history

_ATOM = "http://www.w3.org/2005/Atom"
_HERE = timezone(timedelta(hours=7))
# What a feed must say of which no moment is known: none that could be taken for a real one.
_NEVER = datetime.fromtimestamp(0, _HERE)
_MOST = 100

register_namespace("", _ATOM)


def history_feed(renderer: Renderer) -> str:
    """The feed as XML. Entries keep their ids wherever the site is; links are absolute where its address is known.

    An entry is `published` on the day that its revision declares and `updated` when git recorded it. A revision of
    which neither is known has no entry. A feed without an entry was updated when git last recorded any data.
    """
    catalogue = renderer.catalogue
    dated = [
        (moment, edition) for edition in renderer.derived.history.editions if (moment := _updated(edition)) is not None
    ]
    entries = dated[:_MOST]
    feed = Element(_name("feed"))
    _text(feed, "title", history.FEED_TITLE.format(agency=catalogue.agency.name))
    _text(feed, "subtitle", history.FEED_SUBTITLE)
    _text(feed, "id", _id(catalogue))
    _text(feed, "updated", max((moment for moment, _ in entries), default=_empty_since(catalogue)).isoformat())
    _text(SubElement(feed, _name("author")), "name", catalogue.agency.name)
    _link(feed, "alternate", addresses.HISTORY, renderer.site)
    if renderer.site:
        _link(feed, "self", addresses.FEED, renderer.site)
    for moment, edition in entries:
        _entry(feed, edition, moment, renderer)
    indent(feed, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'


def _empty_since(catalogue: Catalogue) -> datetime:
    recorded = catalogue.history.recorded
    return recorded.astimezone(_HERE) if recorded else _NEVER


def _entry(feed: Element, edition: EditionFace, moment: datetime, renderer: Renderer) -> None:
    entry = SubElement(feed, _name("entry"))
    title = history.FEED_ENTRY.format(title=edition.kind, report=edition.report, revision=edition.revision)
    _text(entry, "title", title)
    _text(entry, "id", _id(renderer.catalogue, edition.number))
    declared = _declared(edition)
    if declared is not None:
        _text(entry, "published", declared.isoformat())
    _text(entry, "updated", moment.isoformat())
    _link(entry, "alternate", edition.address, renderer.site)
    html = renderer.faced("feed_entry", addresses.FEED, edition)
    _text(entry, "summary", edition.reason)
    _text(entry, "content", " ".join(html.split())).set("type", "html")


def _declared(edition: EditionFace) -> datetime | None:
    day = edition.declared
    return datetime(day.year, day.month, day.day, tzinfo=_HERE) if day else None


def _updated(edition: EditionFace) -> datetime | None:
    return edition.recorded.astimezone(_HERE) if edition.recorded else _declared(edition)


def _id(catalogue: Catalogue, named: str = "") -> str:
    """An id that depends on what it names alone: not on where the site stands, nor on when it is built."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'congkhai:{catalogue.agency.id}/{named}')}"


def _link(parent: Element, relation: str, address: str, site: str) -> None:
    # Relative links start from the feed's own address.
    target = f"{site}{address}" if site else addresses.relative(address, addresses.HISTORY)
    SubElement(parent, _name("link"), {"rel": relation, "href": target})


def _text(parent: Element, name: str, text: str) -> Element:
    element = SubElement(parent, _name(name))
    element.text = text
    return element


def _name(name: str) -> str:
    return f"{{{_ATOM}}}{name}"
