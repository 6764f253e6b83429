"""Documents that a text cites by number, symbol and date."""

import datetime
import re
from dataclasses import dataclass

from macros.vietnamese import slug

# "15/KH-BQL ngày 14/3/2022", "15/KH-BQL ngày 14 tháng 3 năm 2022", "68/2000/NĐ-CP", "104/2016/QH13", "01/TTr-BQL"; a
# date elsewhere has digits after its slash.
_CITATION = re.compile(
    r"(?P<number>\d+)/(?:(?P<year>\d{4})/)?(?P<symbol>[A-ZĐ][A-Za-zĐđ0-9]*(?:-[A-ZĐ][A-Za-zĐđ0-9]*)*)"
    r"(?:,?\s+ngày\s+(?P<day>\d{1,2})(?:/|\s+tháng\s+)(?P<month>\d{1,2})(?:/|\s+năm\s+)(?P<date_year>\d{4}))?"
)
_TYPE = re.compile(
    r"(?:Luật|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư|Kế hoạch|Tờ trình|Thông báo|Báo cáo|Công văn|Văn bản"
    r"|QĐ|KH|CV)\s+(?:số:?\s+)?$"
)


@dataclass(frozen=True, slots=True)
class CitedText:
    """A citation in a text: where it stands (`start`, `end`), and the document it means, if the text gives its year.

    `date` is the date that the text gives, if there is such a day.
    """

    start: int
    end: int
    text: str
    document: str | None
    date: datetime.date | None


def cited(text: str) -> list[CitedText]:
    """Every citation in the text, in order; its span takes in the type word before the number ("Kế hoạch số")."""
    citations = []
    for match in _CITATION.finditer(text):
        kind = _TYPE.search(text[: match.start()])
        start = kind.start() if kind else match.start()
        year = match["year"] or match["date_year"]
        document = document_id(match["number"], match["symbol"], int(year)) if year else None
        citations.append(CitedText(start, match.end(), text[start : match.end()], document, _date(match)))
    return citations


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
