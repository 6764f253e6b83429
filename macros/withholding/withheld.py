"""Withheld names in a text: whole words with their tones, however they are spaced, marked up or put in capitals."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from macros.vietnamese import fold
from macros.wording.figures import WITHHELD

# Letters that nobody sees, inside of a word too.
_UNSEEN = "[\u00ad\u200b-\u200f\u2060\ufeff]"
_UNSEEN_LETTERS = re.compile(_UNSEEN)
_EACH_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_ADDRESSED = frozenset({"ông", "bà", "anh", "chị", "đồng", "chí", "đ/c"})
_ADDRESS = r"(?:[Ôô]ng|ÔNG|[Bb]à|BÀ|[Aa]nh|ANH|[Cc]hị|CHỊ|[Đđ]ồng chí|ĐỒNG CHÍ|[Đđ]/c)\s+"
_ADDRESS_AT_END = re.compile(rf"(?:{_ADDRESS})\Z")
# A tone stands on either vowel of these, by the older rule or the newer one: "Hoà" and "Hòa" are one name.
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_MOVED = re.compile(rf"([oO])([{_TONES}])([aAeE])(?!\w)|([uU])([{_TONES}])([yY])(?!\w)")
# Fewer words without their tones, or in small letters, are words like others.
_FEWEST_WITHOUT_TONES = 3
# The call of a footnote, in Markdown and in HTML.
_FOOTNOTE = r"\[\^[^\]\s]+\]|<sup\b[^<>]*>\s*<a\b[^<>]*>[^<>]*</a>\s*</sup>"
# Between the words of such a name may also stand a sign of these: "Lê-Văn-Tám".
_JOINTS = "[-_/.·]"
# What may stand inside of a word of HTML or Markdown, beside letters that nobody sees.
_TAG, _MARKS = re.compile(r"<[^<>]*>"), "*_~"
# What may stand between two words of it, beside that and white space, by the sign with which it begins.
_BETWEEN = {
    "&": re.compile("&nbsp;|&#160;"),
    "[^": re.compile(_FOOTNOTE),
    "<sup": re.compile(_FOOTNOTE),
    "{#": re.compile(r"\{#.*?#\}"),
}
_MOST_REMEMBERED = 20_000
_NO_WORD_BEFORE, _NO_WORD_AFTER = r"(?<![^\W_])", r"(?![^\W_])"


@dataclass(frozen=True)
class Withheld:
    """The names that are withheld; a name in `published` may stand, also where a withheld one is a part of it."""

    names: tuple[str, ...]
    published: tuple[str, ...] = ()

    @classmethod
    def of(cls, withheld: Collection[str], published: Collection[str] = ()) -> "Withheld":
        """From names as they are typed; what is withheld in one place is withheld in all."""
        hidden = {_plain(name) for name in withheld} - {""}
        shown = {_plain(name) for name in published} - hidden
        longer = [name for name in shown if any(f" {part} " in f" {name} " for part in hidden)]
        return cls(tuple(sorted(hidden, key=_longest_first)), tuple(sorted(longer, key=_longest_first)))

    def __bool__(self) -> bool:
        return bool(self.names)

    def is_one(self, name: str) -> bool:
        """Whether a name as it is typed is a withheld one."""
        return bool(self.names) and self._text.fullmatch(unseen_removed(name).strip()) is not None

    def found(self, text: str) -> list[str]:
        """The withheld names that a text says, each once, in their order in it; the text is as a reader has it."""
        return list(dict.fromkeys(self.every(text)))

    def every(self, text: str) -> list[str]:
        """The withheld name of each place where a text says one."""
        text = unseen_removed(text) if self.names else ""
        # That is told many times faster than where a name stands.
        if not self.may_stand_in(text):
            return []
        hits = self._text.finditer(text)
        return [self.names[int(hit.lastgroup[1:])] for hit in hits if hit.lastgroup and _is_hit(hit)]

    def may_be_in(self, text: str) -> bool:
        """Whether a text has each word of a withheld name somewhere, as most texts have not."""
        text = unseen_removed(text)
        return any(_has_words(text, clue.words) for clue in self._clues)

    def may_stand_in(self, text: str) -> bool:
        """The same of a text as `unseen_removed` leaves it, where two of the words also stand side by side.

        Tags may be gone from between them.
        """
        return any(_has_words(text, clue.words) and clue.is_in(text) for clue in self._clues)

    def may_begin_in(self, text: str) -> bool:
        """Whether a name's longest word and those behind it stand in such a text, to its end at least or to a "\\0"."""
        return any(clue.begins_in(text) for clue in self._clues)

    def replaced(self, text: str) -> str:
        """The text with words in the place of each withheld name."""
        if not self.names or text in self._untouched:
            return text
        if not self.found(text):
            if len(self._untouched) < _MOST_REMEMBERED:
                self._untouched.add(text)
            return text
        return self._text.sub(lambda hit: WITHHELD if _is_hit(hit) else hit[0], unseen_removed(text))

    def is_reworded(self, before: str, after: str) -> bool:
        """Whether a text says what it said, with other words only where it named somebody who is withheld."""
        if not self.names or not self.found(before):
            return False
        # The form of address may go with the name.
        parts = [_ADDRESS_AT_END.sub("", part) for part in self.replaced(before).split(WITHHELD)]
        return re.fullmatch(".*".join(map(re.escape, parts)), unseen_removed(after), re.DOTALL) is not None

    def replaced_markup(self, markup: str) -> str:
        """HTML or Markdown with words in the place of each withheld name; tags that stood inside of one stay."""
        if not self.names or not _markup_may_say(markup, self):
            return markup
        return self._markup.sub(lambda hit: _kept_tags(hit) if _is_hit(hit) else hit[0], markup)

    @cached_property
    def _untouched(self) -> set[str]:
        """Texts that say no withheld name: the states of a project share most of their words."""
        return set()

    @cached_property
    def _clues(self) -> list["_Clue"]:
        return list(map(_clue, self.names))

    @cached_property
    def _text(self) -> re.Pattern[str]:
        return self._pattern(r"\s+", "")

    @cached_property
    def _markup(self) -> re.Pattern[str]:
        between = rf"(?:\s|&nbsp;|&#160;|{_UNSEEN}|{_FOOTNOTE}|<[^<>]*>|[*_~]|\{{#.*?#\}})+"
        return self._pattern(between, rf"(?:{_UNSEEN}|{_TAG.pattern}|[{_MARKS}])*")

    def _pattern(self, between: str, inside: str) -> re.Pattern[str]:
        spelt = [f"(?P<p{n}>{_spelt(name, between, inside)})" for n, name in enumerate(self.published)]
        spelt += [f"(?P<n{n}>{_spelt(name, between, inside)})" for n, name in enumerate(self.names)]
        return re.compile(f"{_NO_WORD_BEFORE}(?:{'|'.join(spelt)}){_NO_WORD_AFTER}")


@dataclass(frozen=True, slots=True)
class _Clue:
    """By what a text is told not to say a name: its words in all their forms, and one of them with what is to follow.

    `words` begin with the longest, which a text is likeliest to lack.
    """

    words: list[list[str]]
    lead: list[str]
    following: re.Pattern[str]
    rest_or_end: re.Pattern[str]

    def is_in(self, text: str) -> bool:
        """Whether the one word is followed by the next."""
        return self._leads(text, self.following)

    def begins_in(self, text: str) -> bool:
        """Whether the one word is followed by all others, or by those for which its line has room."""
        return self._leads(text, self.rest_or_end)

    def _leads(self, text: str, following: re.Pattern[str]) -> bool:
        for form in self.lead:
            at = text.find(form)
            while at >= 0:
                if following.match(text, at + len(form)):
                    return True
                at = text.find(form, at + 1)
        return False


def _clue(name: str) -> _Clue:
    words = [_forms(word, _is_long(name)) for word in name.split()]
    lead = max(range(max(len(words) - 1, 1)), key=lambda n: len(words[n][0]))
    longest_first = sorted(words, key=lambda forms: len(forms[0]), reverse=True)
    between, rest = rf"(?:\s|{_JOINTS})*", ["|".join(map(re.escape, forms)) for forms in words[lead + 1 :]]
    ending = ""
    for following in reversed(rest):
        ending = rf"{between}(?:(?:{following}){ending}|\Z|\0)"
    return _Clue(longest_first, words[lead], re.compile(between + f"(?:{''.join(rest[:1])})"), re.compile(ending))


def _has_words(text: str, words: Iterable[Iterable[str]]) -> bool:
    # In plain loops: it is asked of every text that is read or written, and a generator costs more than the question.
    for forms in words:
        for form in forms:
            if form in text:
                break
        else:
            return False
    return True


def unseen_removed(text: str) -> str:
    """The text in one form of its letters, without those that nobody sees."""
    if text.isascii():
        return text
    # Looking for each in turn is a matter of nothing; a pattern asks every letter.
    if any(letter in text for letter in _EACH_UNSEEN):
        text = _UNSEEN_LETTERS.sub("", text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _markup_may_say(markup: str, withheld: Withheld) -> bool:
    """Whether `replaced_markup` may find a name: told from the words without what stands between and inside of them."""
    for sign, pattern in _BETWEEN.items():
        if sign in markup:
            markup = pattern.sub(" ", markup)
    words = _TAG.sub("", markup)
    for mark in filter(words.__contains__, _MARKS):
        words = words.replace(mark, "")
    # Letters and tones that a tag parts are no one letter there.
    return not unicodedata.is_normalized("NFC", words) or withheld.may_stand_in(unseen_removed(words))


def _is_hit(match: re.Match[str]) -> bool:
    return match.lastgroup is not None and match.lastgroup.startswith("n")


def _kept_tags(match: re.Match[str]) -> str:
    return WITHHELD + "".join(re.findall(r"<[^<>]*>", match[0]))


def _longest_first(name: str) -> tuple[int, str]:
    return -len(name), name


def _plain(name: str) -> str:
    """The name alone, without the form of address before it."""
    words = unseen_removed(name).split()
    while words and words[0].lower() in _ADDRESSED:
        words = words[1:]
    return " ".join(words)


def _spelt(name: str, between: str, inside: str) -> str:
    """A pattern of every way in which a name is written."""
    words = name.split()
    forms = (_forms(word, _is_long(name)) for word in words)
    joint = f"(?:{between}|{_JOINTS})" if _is_long(name) else between
    pattern = joint.join(f"(?:{'|'.join(_lettered(form, inside) for form in written)})" for written in forms)
    # One word alone is a word like others: it is a name behind a form of address.
    return pattern if len(words) > 1 else _ADDRESS + pattern


def _is_long(name: str) -> bool:
    return len(name.split()) >= _FEWEST_WITHOUT_TONES


def _lettered(word: str, inside: str) -> str:
    return inside.join(map(re.escape, word))


def _forms(word: str, bare: bool) -> list[str]:
    """A word as written, with a capital and in capitals, its tone in either place.

    `bare`: of a name so long that it is no other words, also in small letters, and without its tone.
    """
    named = word[0].upper() + word[1:].lower()
    written: list[str] = []
    for form in (word, named, word.upper(), *([word.lower()] if bare else [])):
        written += [form, *_moved(form)]
        if bare and form != word.lower():
            folded = fold(form)
            written.append(folded.upper() if form.isupper() else folded[0].upper() + folded[1:])
    return list(dict.fromkeys(written))


def _moved(word: str) -> Iterator[str]:
    """The word with its tone on the other vowel, where both are right."""
    apart = unicodedata.normalize("NFD", word)
    swap: Callable[[re.Match[str]], str] = lambda m: (  # noqa: E731 — a pattern takes a plain callable
        f"{m[1]}{m[3]}{m[2]}" if m[1] else f"{m[4]}{m[6]}{m[5]}"
    )
    yield unicodedata.normalize("NFC", _MOVED.sub(swap, apart))
    back = re.sub(rf"([oO])([aAeE])([{_TONES}])(?!\w)|([uU])([yY])([{_TONES}])(?!\w)", swap, apart)
    yield unicodedata.normalize("NFC", back)
