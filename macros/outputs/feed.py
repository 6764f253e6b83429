"""The newest revisions of published reports as an Atom feed (RFC 4287), newest first."""

import uuid
from datetime import date, datetime, timedelta, timezone
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from macros import addresses
from macros.faces.edition_face import EditionFace, edition_face
from macros.faces.revision_text import public_editions
from macros.outputs.html.renderer import Renderer
from macros.record import Catalogue, Edition
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
    public = public_editions(catalogue.history.editions)
    dated = [(moment, made) for made in public if (moment := _updated(made)) is not None]
    entries = [
        (moment, edition_face(edition, catalogue, renderer.derived.series_pages)) for moment, edition in dated[:_MOST]
    ]
    feed = Element(_name("feed"))
    _text(feed, "title", history.FEED_TITLE.format(agency=catalogue.agency.name))
    newest = history.FEED_NEWEST.format(subtitle=history.FEED_SUBTITLE, count=_MOST)
    _text(feed, "subtitle", newest if len(dated) > _MOST else history.FEED_SUBTITLE)
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
    declared = _opened(edition.declared)
    if declared is not None:
        _text(entry, "published", declared.isoformat())
    _text(entry, "updated", moment.isoformat())
    _link(entry, "alternate", edition.address, renderer.site)
    html = renderer.faced("feed_entry", addresses.FEED, edition)
    _text(entry, "summary", edition.reason)
    _text(entry, "content", " ".join(html.split())).set("type", "html")


def _opened(day: date | None) -> datetime | None:
    """The moment at which a day begins."""
    return datetime(day.year, day.month, day.day, tzinfo=_HERE) if day else None


def _updated(edition: Edition) -> datetime | None:
    recorded = edition.recording.moment if edition.recording else None
    return recorded.astimezone(_HERE) if recorded else _opened(edition.revision.date)


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
