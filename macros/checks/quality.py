"""Laws of what people write on a report: questions, reading notes, and the notes that only staff see."""

import re
from collections.abc import Iterator

from macros.checks.index import Known, beside_no_report, repeated, unknown
from macros.checks.person_rules import SOMEBODY, disciplinary_rows
from macros.problems.problem import Problem
from macros.reading.project import Entry, Project
from macros.reading.shapes import QualityFile, QuestionShape
from macros.reading.yaml_records import Spot
from macros.record import SeriesKey
from macros.vietnamese import day

MOST_SENTENCES, MOST_WORDS = 3, 40
# Words that accuse, or that a plain editor does not write about somebody else's figures. What a source prints between
# quotation marks is the source's.
ACCUSING = re.compile(
    r"\b(?:nhưng|mâu thuẫn|đáng ngờ|sai(?:\s+(?:lệch|sót))?|không khớp|không thể hiểu|không thể kết luận|đáng tin"
    r"|chỉ mới|mới chỉ|mới có|mới đạt|những ai)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»")
_SENTENCE_END = re.compile(r"[.?!…](?=\s|$)")
_LISTS = {"questions": "câu hỏi", "reading_notes": "lưu ý", "for_staff": "mục nội bộ"}


def problems(project: Project, known: Known) -> Iterator[Problem]:
    for entry in project.quality:
        yield from beside_no_report(project, entry.record, entry.shape.report, known)
        yield from _named(entry)
        yield from _questions(entry, known)
        yield from _placed(entry, known)
        yield from _plain(entry, known)


def _named(entry: Entry[QualityFile]) -> Iterator[Problem]:
    """An id is used once in each list of the file."""
    for key, what in _LISTS.items():
        ids: list[tuple[str, Spot]] = [(one.id, (key, n, "id")) for n, one in enumerate(getattr(entry.shape, key))]
        yield from repeated(entry.record, ids, what, {})


def _questions(entry: Entry[QualityFile], known: Known) -> Iterator[Problem]:
    """A question is short; at a figure stands one open question; an answer is not older than its question."""
    standing: dict[SeriesKey, str] = {}
    for n, question in enumerate(entry.shape.questions):
        yield from _short(entry, n, question)
        answer = question.answer
        if answer is not None and question.asked is not None and answer.date < question.asked:
            yield Problem(
                entry.record.place(("questions", n, "answer", "date")),
                "E427",
                f"trả lời ngày {day(answer.date)}, trước ngày hỏi {day(question.asked)}",
                "ngày trả lời không trước ngày hỏi",
                "xem lại hai ngày",
                question.id,
            )
        if answer is None and question.series is not None:
            first = standing.setdefault(question.series, question.id)
            if first != question.id:
                yield Problem(
                    entry.record.place(("questions", n, "indicator")),
                    "E425",
                    f"chỉ tiêu “{question.indicator}” đã có câu hỏi “{first}”",
                    "mỗi chỉ tiêu nhiều nhất một câu hỏi chưa có trả lời",
                    "gộp hai câu hỏi làm một",
                    question.id,
                )


def _short(entry: Entry[QualityFile], n: int, question: QuestionShape) -> Iterator[Problem]:
    """A question is read at a glance."""
    words = sum(1 for word in question.text.split() if any(letter.isalnum() for letter in word))
    sentences = len(_SENTENCE_END.findall(question.text)) or 1
    if words > MOST_WORDS or sentences > MOST_SENTENCES:
        yield Problem(
            entry.record.place(("questions", n, "text")),
            "E425",
            f"câu hỏi dài {sentences} câu, {words} tiếng",
            f"nhiều nhất {MOST_SENTENCES} câu, {MOST_WORDS} tiếng",
            "viết ngắn lại: báo cáo ghi gì, rồi một câu hỏi",
            question.id,
        )


def _placed(entry: Entry[QualityFile], known: Known) -> Iterator[Problem]:
    """What is written is on indicators that exist; a question is on one that can have a figure."""
    placed: list[tuple[str, str, Spot]] = [
        (question.id, question.indicator, ("questions", n, "indicator"))
        for n, question in enumerate(entry.shape.questions)
        if question.indicator is not None
    ]
    placed += [
        (note.id, indicator, ("reading_notes", n, "indicators", k))
        for n, note in enumerate(entry.shape.reading_notes)
        for k, indicator in enumerate(note.indicators)
    ]
    for subject, indicator, spot in placed:
        yield from unknown(
            entry.record, spot, indicator, known.indicators, "chỉ tiêu", "data/indicators", subject, known.labels
        )
        definition = known.definitions.get(indicator)
        # A note may be on how a heading is printed; a question asks about a figure.
        if spot[0] == "questions" and definition is not None and not definition.kind.holds_value:
            yield Problem(
                entry.record.place(spot),
                "E425",
                f"“{indicator}” là dòng tiêu đề, không có số liệu",
                "mã của một chỉ tiêu có số liệu",
                "chọn đúng chỉ tiêu được nói tới, hoặc bỏ dòng này ở câu hỏi về cả báo cáo",
                subject,
            )


def _plain(entry: Entry[QualityFile], known: Known) -> Iterator[Problem]:
    """What is published accuses nobody, and names nobody on discipline."""
    disciplinary = disciplinary_rows(known)
    published: list[tuple[str, tuple[str | None, ...], str, Spot]] = [
        (question.id, (question.indicator,), question.text, ("questions", n, "text"))
        for n, question in enumerate(entry.shape.questions)
    ]
    published += [
        (note.id, tuple(note.indicators), note.text, ("reading_notes", n, "text"))
        for n, note in enumerate(entry.shape.reading_notes)
    ]
    for subject, indicators, text, spot in published:
        if accusing := ACCUSING.search(_QUOTED.sub(" ", text)):
            yield Problem(
                entry.record.place(spot),
                "E426",
                f"lời công bố dùng chữ “{accusing[0]}”",
                "lời nêu điều đã biết, không trách ai: Báo cáo ghi …; Ghi chú nêu …; Cần làm rõ: …",
                "viết lại câu, không dùng chữ đó",
                subject,
            )
        if disciplinary.intersection(indicators) and (named := SOMEBODY.search(text)):
            yield Problem(
                entry.record.place(spot),
                "E417",
                f"lời về dòng kỷ luật lại nêu tên người (“{named[0]}”)",
                "lời không có tên người",
                "xóa tên khỏi “text”",
                subject,
            )
