"""Documents that a text cites by number, symbol and date."""

import datetime
import re
from dataclasses import dataclass

from macros.vietnamese import slug

# "15/KH-BQL ngày 14/3/2022", "15/KH-BQL ngày 14 tháng 3 năm 2022", "68/2000/NĐ-CP", "104/2016/QH13", "01/TTr-BQL"; a
# date elsewhere has digits after its slash.
_CITATION = re.compile(
    r"(?<!\d)(?P<number>\d{1,8})/(?:(?P<year>\d{4})/)?(?P<symbol>[A-ZĐ][A-Za-zĐđ0-9]*(?:-[A-ZĐ][A-Za-zĐđ0-9]*)*)"
    r"(?:,?\s+ngày\s+(?P<day>\d{1,2})(?:/|\s+tháng\s+)(?P<month>\d{1,2})(?:/|\s+năm\s+)(?P<date_year>\d{4}))?"
)
# The type words of documents; the short ones say the same.
_SHORT = {
    "NQ": "Nghị quyết", "NĐ": "Nghị định", "QĐ": "Quyết định", "CT": "Chỉ thị", "TT": "Thông tư", "KH": "Kế hoạch",
    "TTr": "Tờ trình", "TB": "Thông báo", "BC": "Báo cáo", "CV": "Công văn",
}  # fmt: skip
_TYPES = "|".join(["Luật", "Văn bản", *_SHORT.values(), *sorted(_SHORT, key=len, reverse=True)])
_TYPE = re.compile(rf"(?P<type>{_TYPES})\s+(?:số:?\s+)?$")
_TYPE_REACH = 40  # letters before a number in which its type word stands
# "QĐ số 3826", "Quyết định số 3826 ngày 30/12/2021", "QĐ 3826": a number without its symbol. A full type word needs
# "số" ("Kế hoạch 5 năm" is no citation).
_BARE = re.compile(
    rf"(?<!\w)(?:(?P<type>{_TYPES})\s+số:?\s+|(?P<short>{'|'.join(sorted(_SHORT, key=len, reverse=True))})\s+)"
    r"(?P<number>\d{1,5})(?![\w/]|[.,]\d)"
    r"(?:,?\s+ngày\s+(?P<day>\d{1,2})(?:/|\s+tháng\s+)(?P<month>\d{1,2})(?:/|\s+năm\s+)(?P<date_year>\d{4}))?"
)


@dataclass(frozen=True, slots=True)
class CitedText:
    """A citation in a text: where it stands (`start`, `end`), and the document it means, if the text gives its year.

    `date` is the date that the text gives, if there is such a day. `type` is the type word in full, `symbol` is None
    where the text has the number alone.
    """

    start: int
    end: int
    text: str
    document: str | None
    date: datetime.date | None
    type: str | None
    number: str
    symbol: str | None
    year: int | None


def cited(text: str) -> list[CitedText]:
    """Every citation in the text, in order; its span takes in the type word before the number ("Kế hoạch số")."""
    citations: list[CitedText] = []
    if "/" not in text:
        return citations
    for match in _CITATION.finditer(text):
        reach = max(match.start() - _TYPE_REACH, 0)
        kind = _TYPE.search(text[reach : match.start()])
        start = reach + kind.start() if kind else match.start()
        year = match["year"] or match["date_year"]
        document = document_id(match["number"], match["symbol"], int(year)) if year else None
        citations.append(
            CitedText(
                start,
                match.end(),
                text[start : match.end()],
                document,
                _date(match),
                _full(kind["type"]) if kind else None,
                match["number"],
                match["symbol"],
                int(year) if year else None,
            )
        )
    return citations


def mentioned(text: str) -> list[CitedText]:
    """Every document that the text names by its type and number alone ("QĐ số 3826"), in order."""
    return [
        CitedText(
            match.start(),
            match.end(),
            match[0],
            None,
            _date(match),
            _full(match["type"] or match["short"]),
            match["number"],
            None,
            int(match["date_year"]) if match["date_year"] else None,
        )
        for match in _BARE.finditer(text)
    ]


def _full(type: str) -> str:
    return _SHORT.get(type, type)


def _date(match: re.Match[str]) -> datetime.date | None:
    if match["date_year"] is None:
        return None
    try:
        return datetime.date(int(match["date_year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def document_id(number: str, symbol: str, year: int) -> str:
    """The id of a document: number, symbol and year, since 10/CT-TTg and 10/KH-BQL are two documents."""
    return f"{slug(number)}-{slug(symbol)}-{year}"
