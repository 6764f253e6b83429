"""What one value of a data file may be: how it is typed, what is refused, and what an editor is told of it."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError
from pydantic_core.core_schema import no_info_plain_validator_function, to_string_ser_schema

from macros.kinds import KINDS, Kind
from macros.problems.problem import shorten
from macros.record import Period, PeriodKind, ReportStatus, Status
from macros.record.relation import RelationType
from macros.vietnamese import slug

PERIOD_FORMS = (
    "2022-Q1 … 2022-Q4 (quý), 2022-S1, 2022-S2 (6 tháng), 2022-N1 (9 tháng), 2022-A1 (năm), "
    "2022-M01 … 2022-M12 (tháng), 2022-W01 … 2022-W53 (tuần)"
)
PERIOD_REMEDY = "viết lại kỳ theo một trong các dạng trên"
# The fixed words of the files, with what they mean, beside those of kinds.
_MEANINGS = {
    "reported": "đã báo cáo",
    "not-reported": "báo cáo để trống",
    "not-applicable": "không áp dụng",
    "pending": "chờ kết quả",
    "draft": "dự thảo",
    "published": "đã ban hành",
    "hard": "chắc chắn",
    "query": "cần hỏi",
}
NOBODY_TO_ASK = "chưa có nơi để hỏi"
ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_YEAR_PATTERN = r"(?:19(?:4[5-9]|[5-9][0-9])|20[0-9]{2}|21(?:[0-3][0-9]|4[0-5]))"
_PERIOD_PATTERN = rf"{_YEAR_PATTERN}-(?:Q[1-4]|S[12]|N1|A1|M(?:0[1-9]|1[0-2])|W(?:0[1-9]|[1-4][0-9]|5[0-3]))"
# Language, script and region: what a text reader asks for.
_LANGUAGE_PATTERN = r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?"
_LINK_PATTERN = r"""https?://[^\s<>"'`{}|\\^]+"""


def explained(word: str) -> str:
    """A fixed word of the files with what it means: "pending (chờ kết quả)"."""
    return f"{word} ({told})" if (told := meaning(word)) else word


def meaning(word: str) -> str:
    """What a fixed word of the files means; "" for any other word."""
    return KINDS[word].meaning if word in KINDS else _MEANINGS.get(word, "")


def refusal(found: str, allowed: str, remedy: str) -> PydanticCustomError:
    """Why a value is not taken, in the words of a problem."""
    return PydanticCustomError("congkhai", "{found}", {"found": found, "allowed": allowed, "remedy": remedy})


def _target(value: Any) -> Any:
    if value is None:
        remedy = "điền mục tiêu sau dấu hai chấm; nếu nguồn không nêu mục tiêu, xóa dòng “target”"
        raise refusal("để trống", "một số, ví dụ 95", remedy)
    return value


def _text(value: Any) -> Any:
    if isinstance(value, str) and not value.strip():
        raise refusal("để trống", "một đoạn chữ", "điền nội dung, hoặc xóa cả dòng nếu nguồn không có")
    return value


def _id(value: Any) -> Any:
    if isinstance(value, str) and not ID_PATTERN.fullmatch(value):
        raise refusal(
            f"mã “{shorten(value)}” viết sai",
            "chữ thường không dấu, chữ số, nối bằng dấu gạch ngang",
            f"viết {slug(value) or 'lại mã, ví dụ ho-so-tiep-nhan'}",
        )
    return value


def _period(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return Period.parse(value)
    except ValueError:
        raise refusal(f"không có kỳ báo cáo “{shorten(value)}”", PERIOD_FORMS, PERIOD_REMEDY) from None


def _yearly_period(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        period = Period.parse(f"2000-{value}")
    except ValueError:
        allowed = "Q1 … Q4 (quý), S1, S2 (6 tháng), N1 (9 tháng), A1 (năm), M01 … M12 (tháng)"
        raise refusal(f"không có kỳ “{shorten(value)}” trong năm", allowed, "viết lại kỳ, không kèm năm") from None
    return period.kind, period.number


def _date(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    typed = re.fullmatch(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", value)
    day = f"{typed[3]}-{int(typed[2]):02d}-{int(typed[1]):02d}" if typed else value
    form = "năm-tháng-ngày, ví dụ 2022-03-14"
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day):
        raise refusal(f"ngày “{shorten(value)}” viết sai dạng", form, "viết lại ngày, ví dụ 2022-03-14")
    try:
        parsed = date.fromisoformat(day)
    except ValueError:
        raise refusal(f"không có ngày {value}", "một ngày có thật", "xem lại ngày và tháng") from None
    if typed:
        raise refusal(f"ngày “{value}” viết sai dạng", form, f"viết {day}")
    return parsed


def _asked(value: Any) -> Any:
    if value == NOBODY_TO_ASK:
        return None
    if isinstance(value, str) and not value[:1].isdigit():
        allowed = f"ngày đã hỏi, ví dụ 2022-07-14, hoặc: {NOBODY_TO_ASK}"
        raise refusal(f"“{shorten(value)}” không phải ngày", allowed, f"viết ngày đã hỏi, hoặc viết: {NOBODY_TO_ASK}")
    return _date(value)


def _flag(value: Any) -> Any:
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise refusal(f"giá trị “{shorten(value)}”", "true (có) hoặc false (không)", "viết true hoặc false")
        return value == "true"
    return value


def _written(pattern: str, wrong: str, allowed: str, remedy: str) -> BeforeValidator:
    """What refuses a text that the whole pattern does not describe; `{}` in `wrong` stands for the text."""

    def checked(value: Any) -> Any:
        if isinstance(value, str) and not re.fullmatch(pattern, value):
            raise refusal(wrong.format(shorten(value)), allowed, remedy)
        return value

    return BeforeValidator(checked)


def _words(words: Iterable[str]) -> WithJsonSchema:
    """What an editor sees of a fixed word: the words, each with its meaning."""
    known = [str(word) for word in words]
    return WithJsonSchema({"type": "string", "enum": known, "enumDescriptions": [_MEANINGS[word] for word in known]})


class _KindWord:
    """How a kind of value is named in a data file: by one of the words that kinds are known by."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_plain_validator_function(_kind, serialization=to_string_ser_schema())

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        parts = [kind.schema for kind in KINDS.values()]
        words, meanings = ([part[key] for part in parts] for key in ("const", "description"))
        return {"type": "string", "enum": words, "enumDescriptions": meanings}


def _kind(value: Any) -> Kind:
    if isinstance(value, Kind):
        return value
    if isinstance(value, str) and value in KINDS:
        return KINDS[value]
    raise PydanticKnownError("enum", {"expected": ", ".join(f"'{word}'" for word in KINDS)})


# Every scalar arrives as the text that was typed; an editor, which sees numbers and booleans, is told of those.
_FILLED = {"pattern": r"\S"}
Text = Annotated[str, BeforeValidator(_text), WithJsonSchema({"type": ["string", "number", "boolean"], **_FILLED})]
Figure = Annotated[str, BeforeValidator(_text), WithJsonSchema({"type": ["number", "string"], **_FILLED})]
# None stands for no such line at all, never for a line without a number.
Target = Annotated[Figure | None, BeforeValidator(_target), WithJsonSchema({"type": ["number", "string"], **_FILLED})]
Id = Annotated[str, BeforeValidator(_id), WithJsonSchema({"type": "string", "pattern": f"^{ID_PATTERN.pattern}$"})]
PeriodId = Annotated[
    Period, BeforeValidator(_period), WithJsonSchema({"type": "string", "pattern": f"^(?:{_PERIOD_PATTERN})$"})
]
Day = Annotated[
    date,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"}),
]
# Of a question that nobody could be asked yet.
Asked = Annotated[
    date | None,
    BeforeValidator(_asked),
    WithJsonSchema(
        {"type": "string", "pattern": f"^(?:[0-9]{{4}}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])|{NOBODY_TO_ASK})$"}
    ),
]
YearlyPeriod = Annotated[
    tuple[PeriodKind, int],
    BeforeValidator(_yearly_period),
    WithJsonSchema({"type": "string", "pattern": "^(?:Q[1-4]|S[12]|N1|A1|M(?:0[1-9]|1[0-2]))$"}),
]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]
Whole = Annotated[
    int,
    _written(r"[0-9]{1,6}", "“{}” không phải số nguyên", "0, 1, 2, …", "viết lại bằng chữ số"),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 999_999}),
]
Link = Annotated[
    str,
    _written(
        _LINK_PATTERN,
        "địa chỉ “{}” không an toàn hoặc sai dạng",
        "https://… hoặc http://…",
        "viết đủ địa chỉ, bắt đầu bằng https:// hoặc http://",
    ),
    WithJsonSchema({"type": "string", "pattern": f"^{_LINK_PATTERN}$"}),
]
Language = Annotated[
    str,
    _written(
        _LANGUAGE_PATTERN,
        "mã tiếng “{}” viết sai",
        "mã BCP 47, ví dụ en (tiếng Anh), fr (tiếng Pháp), zh-Hant (tiếng Trung phồn thể)",
        "viết mã hai hoặc ba chữ cái thường của tiếng đó",
    ),
    WithJsonSchema({"type": "string", "pattern": f"^{_LANGUAGE_PATTERN}$"}),
]
CodeText = Annotated[
    str,
    Field(pattern=r"^[0-9A-Za-z]+$"),
    WithJsonSchema({"type": ["string", "integer", "boolean"], "pattern": "^[0-9A-Za-z]+$"}),
]
KindWord = Annotated[Kind, _KindWord()]
# No one types the status of a heading.
StatusWord = Annotated[Status, _words(status for status in Status if status is not Status.HEADING)]
ReportStatusWord = Annotated[ReportStatus, _words(ReportStatus)]
RelationTypeWord = Annotated[RelationType, _words(RelationType)]
