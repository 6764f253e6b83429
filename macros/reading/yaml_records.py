"""YAML text to plain records, and from a spot in a record back to its line.

YAML's own guesses are the enemy of figures (`010` is 8, `12:30` is 750, `no` is False, `43.750` loses a digit), so
every scalar stays the text that was typed and the shapes decide what it means. Anchors and aliases are refused: a
figure has one line, and an alias bomb never unfolds.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, TypeAlias, cast

import yaml

from macros.problems.problem import Place, Problem, shorten
from macros.reading.characters import character_problems
from macros.reading.conflicts import conflict_problems
from macros.reading.cut_values import PROSE, cut_off
from macros.reading.sources import Files
from macros.reading.syntax import syntax_problem
from macros.reading.tabs import doubtful_tab, tab_problems

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Spot: TypeAlias = tuple[str | int, ...]

# libyaml where PyYAML was built with it: about six times faster than the pure loader.
_Loader = cast("type[yaml.SafeLoader]", getattr(yaml, "CSafeLoader", yaml.SafeLoader))
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_MARKUP = re.compile(r"</?[A-Za-z!][^>]*>?|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]+);")
_DEEPEST = 20
# Of the problems of a text, those that leave every value as it is.
HARMLESS = frozenset({"E104", "E105", "E106", "E108", "E110", "E111"})
# Nobody reads more of one file at once; without a bound, a file of nothing but mistakes would take minutes.
MOST_PROBLEMS = 1_000
_UNREADABLE = yaml.reader.Reader.NON_PRINTABLE
# An escape of half a letter, or of a number beyond all letters.
_NO_LETTER = re.compile(
    r"\\u[dD][89A-Fa-f][0-9A-Fa-f]{2}|\\U(?!0010|000)[0-9A-Fa-f]{8}|\\U0000[dD][89A-Fa-f][0-9A-Fa-f]{2}"
)
_HALF = re.compile("[\ud800-\udfff]")
# Of other tags the parsers do not agree where they end.
_TAG = re.compile(r"(?:tag:yaml\.org,2002:)?[!\w:./-]*")
_COLON_AT_BRACKET = frozenset({":,", ":[", ":]", ":{", ":}"})
_CLOSED_WITH_HASH = frozenset({"]#", "}#", '"#', "'#"})
_HEADER_WITH_HASH = re.compile(r"[|>][0-9+-]*#")
# Where one of these stands, the two parsers may not agree on what is typed.
_DISPUTED = re.compile(r"[\[{]|[\]}\"']#|[|>][0-9+-]*#")
# YAML ends a line at these and no editor does: places would be wrong, and a word would break in two unseen.
_STRAY_BREAK = re.compile("[\x85\u2028\u2029]")


@dataclass(slots=True)
class Record:
    """One file's contents as plain text values; `problems` is what its text alone shows to be wrong.

    The record is usable only when there are no problems. `tags` are the tags of YAML by the spot of what they stand
    before, and `quoted` the spots of values in quotation marks, in a file that may have tags.
    """

    path: str
    text: str = field(repr=False)
    value: Value
    problems: list[Problem]
    tags: dict[Spot, str] = field(default_factory=dict)
    quoted: set[Spot] = field(default_factory=set)
    _places: dict[Spot, Place] = field(default_factory=dict, repr=False)
    _keys: dict[Spot, Place] = field(default_factory=dict, repr=False)

    def place(self, spot: Spot) -> Place:
        """Where the value at the spot stands; the nearest enclosing value when the spot itself is not in the file."""
        # Parsed a second time: only files that have a problem pay for positions.
        if not self._places:
            _Builder(self.path, self.text, self._places, self._keys).document()
        while spot and spot not in self._places:
            spot = spot[:-1]
        return self._places.get(spot, Place(self.path, 1, 1))

    def key_place(self, spot: Spot) -> Place:
        """Where the key of the value at the spot stands."""
        place = self.place(spot)
        return self._keys.get(spot, place)


def read_record(files: Files, name: str) -> Record:
    """The record of one YAML file; never raises for what the file contains."""
    text = files.text(name)
    return parse_record(name, text) if isinstance(text, str) else Record(name, "", None, [text])


def parse_record(name: str, text: str, tags: Container[str] = ()) -> Record:
    """The record of YAML text; never raises for what the text contains.

    `tags` are those that may stand before a value; nothing is done with them, least of all what they ask for.
    """
    text = text.removeprefix("\ufeff")
    if stray := _STRAY_BREAK.search(text):
        return _unreadable(name, text, stray)
    if conflicts := list(conflict_problems(name, text)):
        return Record(name, "", None, conflicts)
    if tabs := list(islice(tab_problems(name, text, _tokens), MOST_PROBLEMS)) if "\t" in text else []:
        return Record(name, "", None, tabs)
    builder = _Builder(name, text, allowed_tags=tags)
    try:
        value = builder.document()
    except yaml.reader.ReaderError:
        # Its own position counts bytes in one loader and characters in the other.
        return _unreadable(name, text, _UNREADABLE.search(text))
    except _Refused as refusal:
        return _broken(name, *refusal.args)
    except yaml.MarkedYAMLError as error:
        wrong = _NO_LETTER.search(text) if "Unicode" in (error.problem or "") else None
        return _no_letter(name, text, wrong) if wrong else Record(name, "", None, [syntax_problem(name, text, error)])
    except (_NoLetter, ValueError, OverflowError):
        # The pure parser hands out halves of letters, and stumbles over numbers that are beyond all letters.
        return _no_letter(name, text, _NO_LETTER.search(text))
    if "\t" in text and (doubtful := doubtful_tab(name, text, _tokens)):
        return Record(name, "", None, [doubtful])
    return Record(name, text, value, builder.described(value), builder.tags, builder.quoted)


def parse_past_record(name: str, text: str) -> Record:
    """The record of a text as it was once public: a Tab is a space, which is how it was read."""
    return parse_record(name, text.replace("\t", " "))


def subject(value: Value, spot: Spot) -> str:
    """What the person was describing at a spot: the id that stands in the nearest list entry around it, or ""."""
    found = ""
    inner: Any = value
    for step in spot:
        inner = inner.get(step) if isinstance(inner, dict) else _at(inner, step)
        if isinstance(inner, dict):
            name = inner.get("indicator") or inner.get("id") or inner.get("short")
            found = name if isinstance(name, str) else found
    return shorten(found, 200)


def _at(value: Any, step: str | int) -> Any:
    return value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None


def events(text: str) -> Iterator[yaml.Event]:
    """What the YAML parser sees in the text, step by step; raises yaml.YAMLError at what it cannot read."""
    # As `yaml.parse` does, without a generator around each step.
    return iter(_Loader(text).get_event, None)


def _tokens(text: str) -> Iterator[yaml.Token]:
    return yaml.scan(text, Loader=_Loader)


def _unreadable(name: str, text: str, letter: re.Match[str] | None) -> Record:
    """The record of a text with a letter that no one can have typed."""
    before = text[: letter.start()] if letter else ""
    place = Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
    return _broken(name, place, "tệp có ký tự điều khiển không đọc được", "chữ, số, dấu câu", "xóa ký tự lạ ở dòng này")


def _no_letter(name: str, text: str, escape: re.Match[str] | None) -> Record:
    """The record of a text with an escape that stands for no letter."""
    if escape is None:
        return _unreadable(name, text, _UNREADABLE.search(text))
    before = text[: escape.start()]
    place = Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
    found = f"mã “{escape[0]}” không phải là ký tự nào"
    return _broken(name, place, found, "chữ, số, dấu câu", "xóa mã này, gõ thẳng chữ cần viết")


def _broken(name: str, place: Place, found: str, allowed: str, remedy: str) -> Record:
    return Record(name, "", None, [Problem(place, "E101", found, allowed, remedy)])


# A step to a value, behind the steps to what holds it; most are never asked for, so that a spot is made when one is.
_Step: TypeAlias = "tuple[_Step | None, str | int]"


def _spot(step: "_Step | None") -> Spot:
    steps: list[str | int] = []
    while step is not None:
        step, last = step
        steps.append(last)
    return tuple(reversed(steps))


class _NoLetter(Exception):
    """Half of a letter."""


class _Refused(Exception):
    """What no value can be made of: its place, what is found and allowed, and what to do."""


class _Builder:
    """Builds plain values from parser events.

    Events, not composed nodes: libyaml's composer recurses in C and a file of nothing but `[` overruns its stack.
    With `places` and `keys` given, it also notes where each value and its key start.
    """

    def __init__(
        self,
        path: str,
        text: str,
        places: dict[Spot, Place] | None = None,
        keys: dict[Spot, Place] | None = None,
        allowed_tags: Container[str] = (),
    ) -> None:
        self.path = path
        self.tags: dict[Spot, str] = {}
        self.quoted: set[Spot] = set()
        self._allowed_tags = allowed_tags
        self.problems: list[Problem] = []
        self._places = places
        self._keys = keys
        self._text = text
        self._events: Iterator[yaml.Event] = iter(())
        # Behind the last of them no comment cuts off anything.
        self._last_hash = text.rfind("#")
        self._brackets = 0
        self._key: yaml.ScalarEvent | None = None
        # Where the builder is, and where each problem is: what stands there is known only at the end.
        self._step: _Step | None = None
        self._steps: list[_Step | None] = []

    def document(self) -> Value:
        """The value of the only document; None for an empty file."""
        found = events(self._text)
        self._events = map(self._plain, found) if _DISPUTED.search(self._text) else found
        value: Value = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                self._check_document(event, documents)
                value = self._value(next(self._events), None, 0)
        return value

    def _check_document(self, event: yaml.DocumentStartEvent, documents: int) -> None:
        if event.version or event.tags:
            # Which of them is known depends on the parser.
            found, allowed = "có dòng lệnh của YAML, bắt đầu bằng dấu %", "khóa và giá trị"
            raise _Refused(self._place(event), found, allowed, "xóa dòng đó, và dòng “---” ngay dưới")
        if documents > 1:
            # Not the first part either: how far behind the line a fault is met depends on the parser.
            found = "tệp có hai phần, ngăn bằng dòng “---”"
            raise _Refused(self._place(event), found, "một tệp một phần", "xóa dòng “---” và phần dán thừa")

    def described(self, value: Value) -> list[Problem]:
        """The problems, each with what it is about in the finished value."""
        steps = zip(self.problems, self._steps, strict=True)
        return [replace(problem, subject=subject(value, _spot(step))) for problem, step in steps]

    def _value(self, event: yaml.Event, step: "_Step | None", depth: int) -> Value:
        self._step = step
        if depth > _DEEPEST:
            found = f"ngoặc hoặc dòng thụt lồng nhau quá {_DEEPEST} mức"
            raise _Refused(self._place(event), found, "như tệp mẫu", "xem lại dấu ngoặc [ ] { } ở dòng này")
        if self._places is not None:
            self._places.setdefault(_spot(step), self._place(event))
        if isinstance(event, yaml.ScalarEvent):
            if event.tag or event.anchor or self._allowed_tags:
                self._check_marks(event, step)
            return self._scalar(event)
        self._check_marks(event, step)
        if not isinstance(event, yaml.CollectionStartEvent):
            return None
        self._brackets += bool(event.flow_style)
        mapping = isinstance(event, yaml.MappingStartEvent)
        value: Value = self._mapping(step, depth + 1) if mapping else self._list(step, depth + 1)
        self._brackets -= bool(event.flow_style)
        return value

    def _check_marks(self, event: yaml.Event, step: "_Step | None") -> None:
        """Tags and anchors: those that may stand there are kept, the others told.

        A tag would vanish from the text without a word: "!quan trọng" would be published as "trọng".
        """
        tag: Any = getattr(event, "tag", None)
        if tag and not _TAG.fullmatch(tag):
            self._refuse(event, f"sau dấu ! là ký tự lạ trong “{shorten(tag)}”")
        if tag in self._allowed_tags:
            self.tags[_spot(step)] = tag
            tag = None
        if self._allowed_tags and getattr(event, "style", None):
            self.quoted.add(_spot(step))
        if getattr(event, "anchor", None) or tag:
            self._problem(
                event,
                "E102",
                "giá trị bắt đầu bằng dấu &, * hoặc ! (neo, bí danh, thẻ của YAML)",
                "mỗi giá trị viết đủ một lần",
                "viết đủ giá trị; nếu dấu đó là một phần của chữ, đặt cả đoạn trong dấu nháy kép",
            )

    def _list(self, step: "_Step | None", depth: int) -> list[Value]:
        values: list[Value] = []
        for event in self._events:
            if type(event) is yaml.SequenceEndEvent:
                break
            self._key = None
            values.append(self._value(event, (step, len(values)), depth))
        return values

    def _mapping(self, step: "_Step | None", depth: int) -> dict[str, Value]:
        values: dict[str, Value] = {}
        first: dict[str, yaml.ScalarEvent] = {}
        for event in self._events:
            if type(event) is yaml.MappingEndEvent:
                break
            if type(event) is not yaml.ScalarEvent:
                self._problem(
                    event, "E101", "tên khóa không phải là chữ", "khóa là một từ", "bỏ dấu ngoặc quanh tên khóa"
                )
                self._value(event, (step, ""), depth)
                self._value(next(self._events), (step, ""), depth)
                continue
            key: str = event.value
            if self._brackets and not key and not event.style:
                self._refuse(event, "trong ngoặc [ ] hoặc { } có khóa để trống")
            below = self._step = (step, key)
            self._check_text(event, key)
            repeated = key in first
            if repeated:
                self._problem(
                    event,
                    "E103",
                    f"khóa “{shorten(key)}” viết hai lần (lần đầu ở dòng {self._place(first[key]).line})",
                    "mỗi khóa một lần",
                    "xóa một trong hai dòng; nếu từ đây là khối mới, thêm “- ” ở đầu khối",
                )
            else:
                first[key] = event
            value_event = next(self._events)
            if self._places is not None:
                self._note_key(event, value_event, below)
            self._key = event
            value = self._value(value_event, below, depth)
            if not repeated:
                values[key] = value
        return values

    def _note_key(self, event: yaml.Event, value_event: yaml.Event, step: "_Step") -> None:
        spot, place = _spot(step), self._place(event)
        if self._keys is not None:
            self._keys.setdefault(spot, place)
        if self._places is not None and isinstance(value_event, yaml.ScalarEvent) and not value_event.value:
            # An empty value starts nowhere that a person could see; its key does.
            self._places.setdefault(spot, place)

    def _scalar(self, event: yaml.ScalarEvent) -> str | None:
        text: str = event.value
        # Where an empty value stands each parser has its own opinion.
        if self._last_hash >= 0 and (not text or event.end_mark.index <= self._last_hash):  # type: ignore[union-attr]
            self._check_comment(event)
        if not event.style and text in NULLS:
            return None
        self._check_text(event, text)
        return text

    def _check_comment(self, event: yaml.ScalarEvent) -> None:
        # Of a list it is the key of the list that says what is in it.
        key = next((step for step in reversed(_spot(self._step)) if isinstance(step, str)), "")
        if cut := cut_off(self._text, event, self._key, key in PROSE):
            self._problem(event, "E108", *cut)

    def _plain(self, event: yaml.Event) -> yaml.Event:
        """The event, unless the two parsers of YAML do not agree on what is typed there."""
        mark = event.end_mark
        if isinstance(event, yaml.ScalarEvent) and event.style in ("|", ">"):
            assert event.start_mark is not None, "only events made by hand have no mark"
            start = event.start_mark.index
            if _HEADER_WITH_HASH.search(self._text, start, self._text.find("\n", start) % (len(self._text) + 1)):
                self._refuse(event, f"dấu # dính liền sau dấu {event.style}")
        elif isinstance(event, yaml.ScalarEvent) and not event.style:
            if self._brackets and "?" in event.value:
                self._refuse(event, "có dấu ? trong ngoặc [ ] hoặc { } mà không đặt trong dấu nháy")
            if self._brackets and mark is not None and self._text[mark.index : mark.index + 2] in _COLON_AT_BRACKET:
                self._refuse(event, f"sau dấu : là dấu {self._text[mark.index + 1]}, không có giá trị")
        elif mark is not None and self._text[mark.index - 1 : mark.index + 1] in _CLOSED_WITH_HASH:
            self._refuse(event, f"dấu # dính liền sau dấu {self._text[mark.index - 1]}")
        return event

    def _refuse(self, event: yaml.Event, found: str) -> None:
        allowed = "trước dấu # và sau dấu : có dấu cách; chữ có dấu ? đặt trong dấu nháy"
        remedy = "thêm dấu cách hoặc dấu nháy"
        raise _Refused(self._place(event), found, allowed, remedy)

    def _check_text(self, event: yaml.Event, text: str) -> None:
        if text.isascii():
            if text.isprintable() and "<" not in text and "&" not in text:
                return
        elif _HALF.search(text):
            raise _NoLetter
        if len(self.problems) >= MOST_PROBLEMS:
            return
        for problem in character_problems(self._place(event), text):
            self._told(problem)
        if "\t" in text:
            before = shorten(text.partition("\t")[0][-30:])
            self._problem(
                event, "E105", f"có phím Tab ngay sau “{before}”", "dấu cách", "thay phím Tab bằng một dấu cách"
            )
        if ("<" in text or "&" in text) and (markup := _MARKUP.search(text)):
            self._problem(
                event,
                "E106",
                f"có mã đánh dấu “{shorten(markup[0])}”",
                "chữ thuần, không có thẻ hay mã HTML",
                f"xóa “{shorten(markup[0])}”, chỉ giữ chữ",
            )

    def _place(self, event: yaml.Event) -> Place:
        assert event.start_mark is not None, "only events made by hand have no mark"
        return Place(self.path, event.start_mark.line + 1, event.start_mark.column + 1)

    def _problem(self, event: yaml.Event, code: str, found: str, allowed: str, remedy: str) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self._told(Problem(self._place(event), code, found, allowed, remedy))

    def _told(self, problem: Problem) -> None:
        self.problems.append(problem)
        self._steps.append(self._step)
