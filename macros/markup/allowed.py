"""The allow-list: which HTML an author's page may hold, and what of a page is not on the list."""

import re
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum
from html.parser import HTMLParser

import nh3

# What Markdown makes, and no other element.
_TEXT = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "a",
        "em",
        "strong",
        "code",
        "pre",
        "br",
        "hr",
        "img",
        "ul",
        "ol",
        "li",
        "blockquote",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "dl",
        "dt",
        "dd",
        "abbr",
        "sup",
        "div",
    ]
)
# What author macros print inside a paragraph besides.
_MACROS = frozenset({"span", "button"})
# Elements whose inside is no text for a reader either: it goes with them.
_WHOLE = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "title",
        "textarea",
        "xmp",
        "noembed",
        "noframes",
        "plaintext",
        "select",
        "audio",
        "video",
        "canvas",
    ]
)
_EVERYWHERE = frozenset({"id", "class"})
# What our own hand adds to links to headings, which neither keyboard nor screen reader shall stop at.
_OURS: Mapping[str, frozenset[str]] = {"a": frozenset({"aria-hidden", "tabindex"})}
_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "a": frozenset({"href", "title"}),
    "abbr": frozenset({"title"}),
    "img": frozenset({"src", "alt", "title", "width", "height"}),
    "ol": frozenset({"start"}),
    "li": frozenset({"value"}),
    "span": frozenset({"lang"}),
    "button": frozenset({"type", "popovertarget"}),
}
# Classes that Markdown's extensions and the author macros write; any other would dress words up as a part of the frame.
_CLASSES = frozenset(
    [
        "headerlink",
        "footnote",
        "footnote-ref",
        "footnote-backref",
        "figure",
        "figure--blank",
        "citation",
        "explain__button",
        "toc",
        "admonition",
        "admonition-title",
    ]
)
_LANGUAGE_CLASS = re.compile(r"language-[A-Za-z0-9+_-]{1,30}\Z")
# Ids that the frame has: a heading of that name would be taken for the frame's part.
_FRAME_IDS = frozenset({"noi-dung", "muc-luc", "muc-luc-ten", "danh-muc-trang", "tim-nhanh", "tim-o-trang-nay"})
_VALUES: Mapping[str, re.Pattern[str]] = {
    "id": re.compile(r"[^\s\"'<>`=&\\]{1,200}\Z"),
    "width": re.compile(r"\d{1,4}\Z"),
    "height": re.compile(r"\d{1,4}\Z"),
    "start": re.compile(r"\d{1,6}\Z"),
    "value": re.compile(r"\d{1,6}\Z"),
    "lang": re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}\Z"),
    "type": re.compile(r"button\Z"),
    "aria-hidden": re.compile(r"true\Z"),
    "tabindex": re.compile(r"-1\Z"),
    "popovertarget": re.compile(r"giai-nghia-[a-z0-9-]+\Z"),
}
_ALIGNED = re.compile(r'<(t[hd]) style="text-align: (?:left|right|center);">')
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
# A browser drops what it does not see in an address and takes "\\" for "/".
_NOT_IN_ADDRESS = re.compile(r"[\x00-\x20\x7f-\xa0\\<>\"`\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
_WEB = re.compile(r"https?://[^/?#@]+(?:[/?#]|\Z)", re.IGNORECASE)
# What stands for a macro or a late block; in an attribute it would be HTML inside of a tag.
_PRIVATE = re.compile("[\ue000-\uf8ff]")


class Kind(StrEnum):
    """In what a piece is not on the list."""

    ELEMENT = "element"
    ATTRIBUTE = "attribute"
    ADDRESS = "address"
    PICTURE = "picture"
    MACRO = "macro"
    STRUCTURE = "structure"


@dataclass(frozen=True, slots=True)
class Refused:
    """A piece of a page that is not on the list: an element, or an attribute of it with its value."""

    kind: Kind
    element: str = ""
    attribute: str = ""
    value: str = ""


def refused(html: str, macros: bool = False) -> list[Refused]:
    """Everything in the HTML that is not on the list, in order; with `macros`, what author macros print is on it.

    Nothing exactly when a browser reads from the HTML what it would read from `sanitized`.
    """
    html = unaligned(html)
    cleaned = _cleaned(html, macros)
    if _respelt(html) == _respelt(cleaned):
        return []
    was = _tokens(html)
    if was == _tokens(cleaned):
        return []
    found = [piece for token in was if isinstance(token, _Tag) for piece in _of_tag(token, macros)]
    return found or [Refused(Kind.STRUCTURE)]


# Beside letters beyond ASCII, those that Markdown would read.
_SPELT = frozenset("\\`*_[]{}~^|$")
_REFERENCE = re.compile(r"&#([0-9]{2,6});")
_CLOSED_VOID = re.compile(r"<((?:hr|br|img)\b[^<>]*?) ?/>")


def _respelt(html: str) -> str:
    """The HTML in one of the spellings that a browser reads alike; what it does not know stays as it was."""
    html = _REFERENCE.sub(_letter, html.replace("&nbsp;", "\u00a0"))
    return _CLOSED_VOID.sub(r"<\1>", html)


def _letter(reference: re.Match[str]) -> str:
    code = int(reference[1])
    if 0xA0 <= code < 0xD800 or (code < 0x80 and chr(code) in _SPELT):
        return chr(code)
    return reference[0]


_READINGS = 5


def sanitized(html: str) -> str:
    """The HTML with nothing in it that is not on the list, closed and nested as a browser has it."""
    cleaned = html
    # What is clean stays as it is when it is read once more: what a first reading brings forth, a second one judges.
    for _ in range(_READINGS):
        before, cleaned = cleaned, _cleaned(cleaned, macros=True)
        if cleaned == before:
            # The sanitizer names this one character, which is itself in all other HTML of ours.
            return cleaned.replace("&nbsp;", "\u00a0")
    return text_only(html)


def with_links(html: str, led: Callable[[str, Set[str]], str | None]) -> str:
    """Clean HTML with another address in the place of each: what `led` makes of it and the ids of all elements.

    Where that is None, nothing is led to any more.
    """
    ids: set[str] = set()

    def noted(element: str, attribute: str, value: str) -> str:
        if attribute == "id":
            ids.add(value)
        return value

    def leading(element: str, attribute: str, value: str) -> str | None:
        return led(value, ids) if attribute in ("href", "src") else value

    _cleaner(_TEXT | _MACROS, True, noted).clean(html)
    return _cleaner(_TEXT | _MACROS, True, leading).clean(html).replace("&nbsp;", "\u00a0")


def unaligned(html: str) -> str:
    """The HTML without the alignment of columns, which Markdown writes as a style: a strict policy forbids each."""
    return _ALIGNED.sub(r"<\1>", html)


def text_only(html: str) -> str:
    """The HTML of the words alone."""
    return nh3.clean(html, tags=set(), clean_content_tags=set(_WHOLE))


def safe_address(address: str) -> bool:
    """Whether a link may lead there: to the web, a mailbox, a telephone, or within the site."""
    if _NOT_IN_ADDRESS.search(address) or _PRIVATE.search(address) or address.startswith("//"):
        return False
    scheme = _SCHEME.match(address)
    if scheme is None:
        return ":" not in re.split("[/?#]", address, maxsplit=1)[0]
    named = scheme[1].lower()
    return named in _SCHEMES and (not named.startswith("http") or _WEB.match(address) is not None)


def _fault(element: str, attribute: str, value: str, macros: bool) -> Kind | None:
    """In what an attribute of an element is not on the list; None where it is on it."""
    if _PRIVATE.search(value):
        return Kind.MACRO
    if attribute not in _allowed(element, macros):
        return Kind.ATTRIBUTE
    if attribute == "href":
        return None if safe_address(value) else Kind.ADDRESS
    if attribute == "src":
        # Pictures come from the project: another host would learn who reads the page.
        return None if safe_address(value) and not _SCHEME.match(value) else Kind.PICTURE
    if attribute == "class":
        known = all(name in _CLASSES or _LANGUAGE_CLASS.match(name) for name in value.split())
        return None if known else Kind.ATTRIBUTE
    if attribute == "id" and value in _FRAME_IDS:
        return Kind.ATTRIBUTE
    pattern = _VALUES.get(attribute)
    return None if pattern is None or pattern.match(value) else Kind.ATTRIBUTE


def _allowed(element: str, macros: bool) -> frozenset[str]:
    ours = _OURS.get(element, frozenset()) if macros else frozenset()
    return _EVERYWHERE | _ATTRIBUTES.get(element, frozenset()) | ours


def _listed(macros: bool) -> Callable[[str, str, str], str | None]:
    """Keeps of the attributes of an element those on the list."""

    def kept(element: str, attribute: str, value: str) -> str | None:
        return value if _fault(element, attribute, value, macros) is None else None

    return kept


def _cleaner(
    elements: frozenset[str], macros: bool, kept: Callable[[str, str, str], str | None] | None = None
) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(elements),
        clean_content_tags=set(_WHOLE),
        attributes={name: set(_allowed(name, macros)) for name in elements},
        attribute_filter=kept or _listed(macros),
        link_rel=None,
        url_schemes=set(_SCHEMES),
    )


_CLEANERS = {False: _cleaner(_TEXT, macros=False), True: _cleaner(_TEXT | _MACROS, macros=True)}


def _cleaned(html: str, macros: bool) -> str:
    return _CLEANERS[macros].clean(html)


@dataclass(frozen=True, slots=True)
class _Tag:
    """An opening tag; a comment or a declaration has its own sign for a name."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()


class _Tokens(HTMLParser):
    """HTML as tags, ends of tags and text, the text in one piece between two of them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[_Tag | str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(_Tag(tag, tuple(sorted((name, value or "") for name, value in attrs))))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        # A tag's end begins with "<" here, which a text after this mark does not.
        if self.found and isinstance(last := self.found[-1], str) and last.startswith("\0"):
            self.found[-1] = last + data
        else:
            self.found.append(f"\0{data}")

    def handle_comment(self, data: str) -> None:
        self.found.append(_Tag("!--"))

    def handle_decl(self, decl: str) -> None:
        self.found.append(_Tag("!"))

    def unknown_decl(self, data: str) -> None:
        self.found.append(_Tag("!["))

    def handle_pi(self, data: str) -> None:
        self.found.append(_Tag("?"))


_VOID = frozenset({"br", "hr", "img"})


def _tokens(html: str) -> list[_Tag | str]:
    parser = _Tokens()
    parser.feed(html)
    parser.close()
    # `<br />` opens and closes, `<br>` opens alone.
    return [token for token in parser.found if not (isinstance(token, str) and token[2:-1] in _VOID)]


def _of_tag(tag: _Tag, macros: bool) -> list[Refused]:
    if tag.name not in (_TEXT | _MACROS if macros else _TEXT):
        return [Refused(Kind.ELEMENT, tag.name)]
    faults = ((name, value, _fault(tag.name, name, value, macros)) for name, value in tag.attributes)
    return [Refused(fault, tag.name, name, value) for name, value, fault in faults if fault is not None]
