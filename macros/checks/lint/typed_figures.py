"""Figures of the annex that the narrative types by hand."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import IntEnum
from functools import lru_cache
from itertools import islice

from macros.checks.index import Known
from macros.kinds import Domain, Refusal
from macros.problems.problem import Place, Problem, shorten
from macros.reading.narrative import NarrativePage
from macros.reading.project import Project, narratives_of
from macros.reading.shapes import ReportFile
from macros.vietnamese import PRINTED_NUMBER, fold, number, printed_number

# A number that is a figure: not part of a date, a document number or a range.
_NUMBER = re.compile(rf"(?<![\w/:-]){PRINTED_NUMBER}(?!/[\dA-ZĐ]|-\d)")
_WORD = re.compile(r"[^\W\d_]+")
# Words that stand in every label and sentence, and so tell nothing apart.
_COMMON = frozenset(
    fold(
        "số lượng tổng các của đã được tại và trong cho theo thực hiện công việc năm kỳ báo cáo đơn vị cơ quan tỷ lệ"
    ).split()
)
# A number behind or before these is a name ("mức độ 4", "6 tháng đầu năm"), not an amount.
_NAME_BEFORE = re.compile(
    r"(?:mức|độ|quý|tháng|năm|ngày|giai đoạn|điều|khoản|mục|phần|lần|số)\s+(?:\d+,\s*)*$", re.IGNORECASE
)
_NAME_AFTER = re.compile(r"\s*(?:tháng|năm)\b", re.IGNORECASE)
# "1. Công tác chỉ đạo", "2) …": the number of a heading or an item.
_ITEM = re.compile(r"[\s>*+#-]*")
_ITEM_END = re.compile(r"(?:\.\d+)*[.:)]\s")
_NEAR = 12
_WINDOW = 300  # letters on either side that are looked at; a page may be one long line
_REACH = 40  # in which a word stands that makes a name of a number
_MOST_NUMBERS = 20_000  # of one page; no one types more
_MOST_SUGGESTED = 3
_ALIKE = 0.5
_SURELY_ALIKE = 0.75


class _Closeness(IntEnum):
    """How a typed number stands to a published one."""

    SLIP = 1
    ROUNDED = 2
    SAME = 3


@dataclass(frozen=True, slots=True)
class _Row:
    """A published figure with the telling words of its label."""

    value: Decimal
    indicator: str
    label: str
    words: frozenset[str]


def warnings(project: Project, known: Known) -> Iterator[Problem]:
    """A figure of the annex is not typed by hand: typed, it would stay behind when the figure changes."""
    narratives = narratives_of(project)
    for entry in project.reports:
        pages = narratives.get(entry.shape.report, ())
        rows = _rows(entry.shape, known) if pages else []
        for page in pages:
            yield from _typed(page, rows)


def _rows(report: ReportFile, known: Known) -> list[_Row]:
    """The figures of a report that are numbers, by value; what is no number has been told as an error."""
    rows = []
    for observation in report.observations:
        definition = known.definitions.get(observation.indicator)
        if definition is None or observation.value is None or not definition.kind.is_amount:
            continue
        try:
            value = definition.kind.parse(observation.value, Domain(may_exceed_100=definition.may_exceed_100))
        except Refusal:
            continue
        amount = definition.kind.amount(value)
        assert amount is not None, "amounts are read as such"
        rows.append(_Row(amount, definition.id, definition.label, _telling_words(definition.label)))
    return sorted(rows, key=lambda row: row.value)


def _typed(page: NarrativePage, rows: Sequence[_Row]) -> Iterator[Problem]:
    values = [row.value for row in rows]
    # A word that many labels share tells little apart.
    shared = Counter(word for row in rows for word in row.words)
    for n, match in islice(_numbers(page), _MOST_NUMBERS):
        value, text = printed_number(match[0]), match.string
        widest = max(abs(value) / 50, Decimal(1))
        near = rows[bisect_left(values, value - widest) : bisect_right(values, value + widest)]
        if not near:
            continue
        before = _words(text[max(match.start() - _WINDOW, 0) : match.start()])[-_NEAR:]
        around = {*before, *_words(text[match.end() : match.end() + _WINDOW])[:_NEAR]}
        if meant := _most_alike(value, around, near, shared):
            yield _problem(Place(page.path, n, match.start() + 1), match[0], value, meant)


def _numbers(page: NarrativePage) -> Iterator[tuple[int, re.Match[str]]]:
    """Every number of a page that may be an amount, with its line."""
    for n, line in enumerate(page.typed_lines(), 1):
        for match in _NUMBER.finditer(line):
            before, after = (
                line[max(match.start() - _REACH, 0) : match.start()],
                line[match.end() : match.end() + _REACH],
            )
            item = match.start() < _REACH and _ITEM.fullmatch(before) and _ITEM_END.match(after)
            if not (item or _NAME_BEFORE.search(before) or _NAME_AFTER.match(after)):
                yield n, match


def _words(text: str) -> list[str]:
    return [word for word in map(fold, _WORD.findall(text)) if word not in _COMMON]


@lru_cache(maxsize=4096)
def _telling_words(label: str) -> frozenset[str]:
    """The words of a label, which every report has again."""
    return frozenset(_words(label))


def _most_alike(value: Decimal, around: set[str], rows: Sequence[_Row], shared: Counter[str]) -> list[_Row]:
    """The figures that the number may be: of those nearest in value, the ones whose labels read most like the sentence.

    More than one where the words do not tell them apart.
    """
    scored = []
    for row in rows:
        closeness, common = _closeness(value, row.value), row.words & around
        likeness = len(common) / len(row.words) if row.words else 0
        if closeness is None or len(common) < min(2, len(row.words)) or not common:
            continue
        if likeness >= (_SURELY_ALIKE if closeness is _Closeness.SLIP else _ALIKE):
            weight = sum(1 / shared[word] for word in common) / sum(1 / shared[word] for word in row.words)
            scored.append((closeness, weight, row))
    nearest = max((closeness for closeness, _, _ in scored), default=None)
    best = max((weight for closeness, weight, _ in scored if closeness is nearest), default=0)
    meant = [row for closeness, weight, row in scored if closeness is nearest and weight > best * 0.8]
    return sorted(meant, key=lambda row: row.indicator)[:_MOST_SUGGESTED]


def _closeness(typed: Decimal, published: Decimal) -> _Closeness | None:
    """Whether the typed number is the published one, that one rounded or cut, or that one with a slip.

    A slip is one unit of the last digit from 10 up, or one per cent: 684 for 685. Under 10, one more is another number.
    """
    if typed == published:
        return _Closeness.SAME
    unit = Decimal(1).scaleb(min(0, _exponent(typed)))
    if typed in {published.quantize(unit, how) for how in (ROUND_HALF_UP, ROUND_DOWN)}:
        return _Closeness.ROUNDED
    allowed = max(Decimal(1).scaleb(max(_exponent(typed), _exponent(published))), abs(published) / 100)
    return _Closeness.SLIP if abs(published) >= 10 and abs(typed - published) <= allowed else None


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _problem(place: Place, typed: str, value: Decimal, meant: Sequence[_Row]) -> Problem:
    """The warning; it proposes one figure where only one is meant, and the choice where several may be."""
    same = "trùng" if value == meant[0].value else "gần bằng"
    shown = " hoặc ".join(dict.fromkeys(number(row.value) for row in meant))
    if len(meant) == 1:
        found = f"số “{typed}” gõ tay {same} số liệu {shown} của chỉ tiêu này"
    else:
        labels = ", ".join(f"“{shorten(row.label)}”" for row in meant)
        found = f"số “{typed}” gõ tay {same} số liệu {shown} của các chỉ tiêu {labels}"
    calls = " hoặc ".join(f'{{{{ observation("{row.indicator}") }}}}' for row in meant)
    return Problem(
        place,
        "W501",
        found,
        "số liệu của phụ lục được gọi bằng macro",
        f'viết {calls}; nếu là số khác, viết {{{{ typed("{typed}") }}}}',
        meant[0].indicator if len(meant) == 1 else "",
    )
