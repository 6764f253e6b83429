"""Short forms in the words of a report, and foreign words wherever they stand, found by their lists: `abbr`, `lang`."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import escape, unescape
from typing import Any
from xml.etree.ElementTree import Element

from markupsafe import Markup
from markupsafe import escape as markup_escape

from macros import addresses
from macros.outputs.html.gathered import Opened, opened
from macros.record import Abbreviation, Catalogue

# The words of our own pages and messages that are read in English; a project lists its own in data/glossary.yaml.
OUR_WORDS = dict.fromkeys(
    (
        "Apache",
        "axe-core",
        "commit",
        "cookie",
        "email",
        "Excel",
        "gzip",
        "internet",
        "JavaScript",
        "Lighthouse",
        "macro",
        "Markdown",
        "Material for MkDocs",
        "MkDocs",
        "Notepad",
        "online",
        "Pagefind",
        "Red Hat",
        "shallow",
        "Visual Studio Code",
        "website",
    ),
    "en",
)
# Addresses, and the numbers and symbols of documents: 15/KH-BQL, 68/2000/NĐ-CP, NĐ-CP, "Số: /BC-BQL". Tried only
# where a word begins, so that a word of any length is gone through once.
_NAMES = (
    r"(?<![\w.@+/-])(?:"
    r"\w+://\S+|[\w.+-]+@[\w-]+\.\S+|(?:[\w-]+\.)+(?:vn|com|org|net|gov|html?|json|csv|md|ya?ml)\b\S*"
    r"|\d[\w.]*(?:/\d+)*/[A-ZĐ][\w&;.-]*|/?[A-ZĐ][\w&;]*(?:-[A-ZĐ][\w&;]*)+)"
)


# What a sentence of ours quotes; a quotation holds no other.
_QUOTED = re.compile(r"(?<=“)[^“”]*(?=”)|(?<=«)[^«»]*(?=»)")


class Marking:
    """Finds the short forms whose meaning a glossary gives, and the words of other languages.

    A short form has the meaning that the glossary gives it in the words of a report only: in ours “TP Cần Thơ” is no
    “trưởng phòng”. So a template says what is a report's, with the filters `printed` and `quoting`, and all else on a
    page has its foreign words marked alone.

    A short form counts as it is printed, case and all. A foreign word that is listed with a capital counts as it is
    listed, one in small letters however it is written. Neither counts inside a longer word, an address or the number
    of a document.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        known = catalogue.abbreviations.values()
        self._short = {_written(entry.short): entry for entry in known if entry.expansion}
        self._languages = languages = OUR_WORDS | dict(catalogue.foreign_words)
        tagged = {_written(word): language for word, language in languages.items()}
        self._exact = {word: language for word, language in tagged.items() if word != word.lower()}
        self._any_case = {word: language for word, language in tagged.items() if word == word.lower()}
        foreign = rf"(?P<exact>{_choice(self._exact)})|(?P<any>(?i:{_choice(self._any_case)}))"
        both = rf"(?P<short>{_choice(self._short)})|{foreign}"
        entity = r"&\#?\w+;"
        self._both = re.compile(rf"{_NAMES}|(?<!\w)(?:{both})(?!\w)|{entity}")
        self._foreign = re.compile(rf"{_NAMES}|(?<!\w)(?:{foreign})(?!\w)|{entity}")
        # A label stands on many pages.
        self._marked_text = lru_cache(maxsize=8192)(self._mark_text)
        self._ours = lru_cache(maxsize=8192)(self._mark_ours)
        self._shorts = lru_cache(maxsize=8192)(self._find_shorts)

    def printed(self, text: str | None) -> Markup:
        """A text of a report as HTML, with every short form in `abbr`; nothing where there is none."""
        return Markup(self._marked(_written(text), True)) if text else Markup("")

    def text(self, text: object) -> Markup:
        """A text that is no report's as HTML; what is HTML is marked already."""
        return self._ours(text) if type(text) is str else markup_escape(text)

    def escaped(self, text: str) -> Markup:
        """A text that is no report's and stands as HTML without tags, with its foreign words marked."""
        return Markup(self._marked_text(str(text), False)[0])

    def say(self, sentence: str, **parts: object) -> Markup:
        """A sentence of ours as HTML, its places filled. KeyError where a part is missing."""
        return Markup(str(self._ours(sentence)).format(**{name: self.text(part) for name, part in parts.items()}))

    def quoting(self, text: str) -> Markup:
        """A sentence of ours as HTML, with the short forms of what it quotes between “ ” or “ ” in `abbr`."""
        pieces, end = [], 0
        for quoted in _QUOTED.finditer(text):
            pieces += [self.text(text[end : quoted.start()]), self.printed(quoted[0])]
            end = quoted.end()
        return Markup("").join([*pieces, self.text(text[end:])])

    def elements(self, text: str, short_forms: bool) -> Iterator[str | Element]:
        """A plain text for a tree: its stretches, and the elements of the words that are marked."""
        end, written = 0, _written(text)
        for match in (self._both if short_forms else self._foreign).finditer(written):
            if (element := self._element(match)) is not None:
                yield unescape(written[end : match.start()])
                yield element
                end = match.end()
        yield unescape(written[end:])

    def short_forms(self, *texts: str) -> list[Abbreviation]:
        """The short forms in plain texts whose meaning is known, each once, in order."""
        found = dict.fromkeys(short for text in texts for short in self._shorts(text))
        return [self._short[short] for short in found]

    def script_words(self) -> Mapping[str, Any]:
        """The same words for `marking.js`, which marks what scripts write."""
        languages = self._languages.items()
        return {
            "short": {
                entry.short: [addresses.abbreviation_anchor(entry.short), entry.expansion]
                for entry in self._short.values()
            },
            "exact": {word: language for word, language in languages if word != word.lower()},
            "anyCase": {word: language for word, language in languages if word == word.lower()},
            "glossary": addresses.GLOSSARY,
        }

    def _marked(self, text: str, short_forms: bool) -> str:
        """The text marked; whoever makes the page is told of the short forms."""
        marked, found = self._marked_text(text, short_forms)
        if found:
            opened(Opened(short_forms=found))
        return marked

    def _find_shorts(self, text: str) -> list[str]:
        return [short for match in self._both.finditer(_written(text)) if (short := match["short"])]

    def _mark_ours(self, text: str) -> Markup:
        return Markup(self._mark_text(str(markup_escape(text)), False)[0])

    def _mark_text(self, text: str, short_forms: bool) -> tuple[str, tuple[str, ...]]:
        """The text marked, and the short forms in it."""
        found: list[str] = []
        pattern = self._both if short_forms else self._foreign
        return pattern.sub(lambda match: self._mark(match, found), text), tuple(found)

    def _mark(self, match: re.Match[str], found: list[str]) -> str:
        if match.lastgroup == "short":
            found.append(self._short[match[0]].short)
            return f"<abbr>{match[0]}</abbr>"
        language = self._language(match)
        return f'<span lang="{escape(language)}">{match[0]}</span>' if language else match[0]

    def _element(self, match: re.Match[str]) -> Element | None:
        """The element of a word; None for what is no word to mark. Whoever makes the page is told of a short form."""
        if match.lastgroup == "short":
            opened(Opened(short_forms=(self._short[match[0]].short,)))
            element = Element("abbr")
        elif language := self._language(match):
            element = Element("span", {"lang": language})
        else:
            return None
        element.text = unescape(match[0])
        return element

    def _language(self, match: re.Match[str]) -> str | None:
        if match.lastgroup is None:
            return None
        # To a pattern "ſ" is an "s" in another case, to a list it is not.
        return self._exact.get(match[0]) or self._any_case.get(match[0].lower())


def _written(text: str) -> str:
    """A text as it stands between tags."""
    return escape(text, quote=False)


def _choice(words: Mapping[str, object]) -> str:
    """A pattern for any of the words, the longest first; one that nothing matches when there are none."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) or "(?!)"
