"""The shape of every data file: which keys it has and what each may hold.

A shape knows one file at a time; what needs two files, or two lines of one, is a law in `macros.checks`.
"""

import re
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from macros.model import Kind, Period, ReportStatus, Severity, Status
from macros.problems import Problem, nearest, shorten
from macros.reading.records import Record, Spot
from macros.vietnamese import fold, slug

PERIOD_FORMS = (
    "2022-Q1 … 2022-Q4 (quý), 2022-S1, 2022-S2 (6 tháng), 2022-N1 (9 tháng), 2022-A1 (năm), "
    "2022-M01 … 2022-M12 (tháng), 2022-W01 … 2022-W53 (tuần)"
)
PERIOD_REMEDY = "viết lại kỳ theo một trong các dạng trên"
# The fixed words of the files, with what they mean.
MEANINGS = {
    "heading": "tiêu đề",
    "count": "số đếm",
    "percent": "tỷ lệ phần trăm",
    "number": "số",
    "coded": "trả lời theo mã",
    "text": "nội dung bằng chữ",
    "reported": "đã báo cáo",
    "not-reported": "chưa có số liệu",
    "not-applicable": "không áp dụng",
    "pending": "chờ kết quả",
    "draft": "dự thảo",
    "published": "đã ban hành",
    "high": "nặng",
    "medium": "vừa",
    "low": "nhẹ",
}
ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def explained(word: str) -> str:
    """A fixed word of the files with what it means: "pending (chờ kết quả)"."""
    return f"{word} ({MEANINGS[word]})" if word in MEANINGS else word


def _refusal(found: str, allowed: str, remedy: str) -> PydanticCustomError:
    return PydanticCustomError("congkhai", "{found}", {"found": found, "allowed": allowed, "remedy": remedy})


def _text(value: Any) -> Any:
    if isinstance(value, str) and not value.strip():
        raise _refusal("để trống", "một đoạn chữ", "điền nội dung, hoặc xóa cả dòng nếu nguồn không có")
    return value


def _id(value: Any) -> Any:
    if isinstance(value, str) and not ID_PATTERN.fullmatch(value):
        raise _refusal(
            f"mã «{shorten(value)}» viết sai",
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
        raise _refusal(f"không có kỳ báo cáo «{shorten(value)}»", PERIOD_FORMS, PERIOD_REMEDY) from None


def _date(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    typed = re.fullmatch(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", value)
    day = f"{typed[3]}-{int(typed[2]):02d}-{int(typed[1]):02d}" if typed else value
    form = "năm-tháng-ngày, ví dụ 2022-03-14"
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day):
        raise _refusal(f"ngày «{shorten(value)}» viết sai dạng", form, "viết lại ngày, ví dụ 2022-03-14")
    try:
        parsed = date.fromisoformat(day)
    except ValueError:
        raise _refusal(f"không có ngày {value}", "một ngày có thật", "xem lại ngày và tháng") from None
    if typed:
        raise _refusal(f"ngày «{value}» viết sai dạng", form, f"viết {day}")
    return parsed


def _flag(value: Any) -> Any:
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise _refusal(f"giá trị «{shorten(value)}»", "true (có) hoặc false (không)", "viết true hoặc false")
        return value == "true"
    return value


def _whole(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{1,6}", value):
        raise _refusal(f"«{shorten(value)}» không phải số nguyên", "0, 1, 2, …", "viết lại bằng chữ số")
    return value


def _link(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"https?://[^\s<>\"'`{}|\\^]+", value):
        raise _refusal(
            f"địa chỉ «{shorten(value)}» không an toàn hoặc sai dạng",
            "https://… hoặc http://…",
            "viết đủ địa chỉ, bắt đầu bằng https:// hoặc http://",
        )
    return value


Text = Annotated[str, BeforeValidator(_text)]
Id = Annotated[str, BeforeValidator(_id)]
PeriodId = Annotated[Period, BeforeValidator(_period)]
Day = Annotated[date, BeforeValidator(_date)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Whole = Annotated[int, BeforeValidator(_whole)]
Link = Annotated[str, BeforeValidator(_link)]


class Shape(BaseModel):
    """A mapping with known keys only."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class SourceShape(Shape):
    text: Text
    url: Link


class SuccessorShape(Shape):
    name: Text | None = None
    territory: Text
    valid_from: Day
    note: Text | None = None


class AgencyShape(Shape):
    id: Id
    name: Text
    short_name: Text
    territory: Text
    place: Text | None = None
    valid_from: Day | None = None
    valid_to: Day | None = None
    validity_note: Text | None = None
    sources: list[SourceShape] = []
    successor: SuccessorShape | None = None
    contact: Text | None = None
    contact_note: Text | None = None


class AgencyFile(Shape):
    """data/agency.yaml"""

    agency: AgencyShape


class UnitShape(Shape):
    id: Id
    label: Text
    printed: list[Text]


class UnitsFile(Shape):
    """data/units.yaml"""

    units: list[UnitShape]


class CodeShape(Shape):
    code: Annotated[str, Field(pattern=r"^[0-9A-Za-z]+$")]
    label: Text


class CodeListShape(Shape):
    id: Id
    label: Text
    codes: Annotated[list[CodeShape], Field(min_length=2)]
    printed: list[Text]


class CodeListsFile(Shape):
    """data/code-lists.yaml"""

    code_lists: list[CodeListShape]


class DocumentShape(Shape):
    id: Id
    type: Text
    number: Text | None = None
    symbol: Text | None = None
    printed: Text | None = None
    date: Day | None = None
    year: Whole | None = None
    issuer: Text | None = None
    subject: Text | None = None
    replaces: list[Id] = []


class DocumentsFile(Shape):
    """data/documents.yaml"""

    documents: list[DocumentShape]


class AbbreviationShape(Shape):
    short: Text
    expansion: Text | None = None
    expanded_in_source: Flag


class GlossaryFile(Shape):
    """data/glossary.yaml"""

    abbreviations: list[AbbreviationShape]


class SectionShape(Shape):
    id: Id
    printed_number: Text
    order: Whole
    label: Text
    first_period: PeriodId
    last_period: PeriodId | None = None


class RateShape(Shape):
    numerator: Id
    denominator: Id


class IndicatorShape(Shape):
    id: Id
    parent: Id
    printed_number: Text | None = None
    label: Text
    kind: Kind
    printed_unit: Text | None = None
    unit: Id | None = None
    code_list: Id | None = None
    cumulative: Flag = False
    may_exceed_100: Flag = False
    disciplinary: Flag = False
    first_period: PeriodId
    last_period: PeriodId | None = None
    successors: list[Id] = []
    link: Link | None = None
    documents: list[Id] = []
    rate: RateShape | None = None
    definition: Text | None = None


class IndicatorsFile(Shape):
    """data/indicators/<section>.yaml"""

    section: SectionShape
    indicators: list[IndicatorShape]
    relations: dict[Id, Text] = {}


class PersonShape(Shape):
    name: Text
    withheld: Flag = False


class RevisionShape(Shape):
    number: Whole
    date: Day | None = None
    reason: Text
    document: Id | None = None


class SourceFileShape(Shape):
    file: Text
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class AnnexShape(Shape):
    title: Text
    attachment: Text | None = None


class ObservationShape(Shape):
    indicator: Id
    value: Text | None = None
    status: Status | None = None
    expected: PeriodId | None = None
    reason: Text | None = None
    note: Text | None = None
    persons: list[PersonShape] = []


class ReportFile(Shape):
    """data/reports/<period>.yaml"""

    period: PeriodId
    title: Text
    status: ReportStatus
    number: Text | None = None
    symbol: Text | None = None
    date: Day | None = None
    printed_date: Text | None = None
    place: Text | None = None
    data_start: Day | None = None
    data_end: Day | None = None
    cumulative: Flag | None = None
    signer_title: Text | None = None
    signer: PersonShape | None = None
    recipients: list[Text] = []
    annex: AnnexShape
    source: SourceFileShape
    revisions: Annotated[list[RevisionShape], Field(min_length=1)]
    observations: list[ObservationShape]


class RemarkShape(Shape):
    id: Id
    indicators: list[Id] = []
    severity: Severity
    text: Text
    reference: Text


class RemarksFile(Shape):
    """data/remarks/<period>.yaml"""

    period: PeriodId
    remarks: list[RemarkShape]


FileShape = TypeVar("FileShape", bound=Shape)


def shaped(record: Record, shape: type[FileShape]) -> tuple[FileShape | None, list[Problem]]:
    """The record in its shape, or None and every way in which it does not fit."""
    if record.problems:
        return None, record.problems
    try:
        return shape.model_validate(record.value), []
    except ValidationError as error:
        errors = error.errors()
        # A misspelt key is not also missing.
        meant = {_nearest_key(shape, tuple(e["loc"])) for e in errors if e["type"] == "extra_forbidden"}
        told = [e for e in errors if e["type"] != "missing" or tuple(e["loc"]) not in meant]
        return None, [_problem(record, shape, details) for details in told]


def _problem(record: Record, shape: type[Shape], error: ErrorDetails) -> Problem:
    spot: Spot = tuple(error["loc"])
    code, found, allowed, remedy = _wording(shape, spot, error)
    place = record.key_place(spot) if code == "E201" else record.place(spot)
    return Problem(place, code, found, allowed, remedy, _subject(record, spot))


def _wording(shape: type[Shape], spot: Spot, error: ErrorDetails) -> tuple[str, str, str, str]:
    """Code, finding, what is allowed and remedy of one pydantic error."""
    key = str(spot[-1]) if spot else ""
    typed = error["input"]
    context = error.get("ctx", {})
    match error["type"]:
        case "congkhai":
            return "E203", f"khóa «{_key(spot)}»: {context['found']}", context["allowed"], context["remedy"]
        case "extra_forbidden":
            *_, near = _nearest_key(shape, spot)
            remedy = f"có phải là «{near}»? Sửa lại tên khóa" if near else "xóa dòng này hoặc sửa lại tên khóa"
            keys = ", ".join(_keys(shape, spot[:-1]))
            return "E201", f"không có khóa «{shorten(key)}» ở đây", f"các khóa: {keys}", remedy
        case "missing":
            return "E202", f"thiếu khóa «{key}»", f"khóa «{key}» là bắt buộc", f"thêm dòng «{key}: …»"
        case "enum" if isinstance(typed, str):
            return _enum_wording(key, typed, str(context["expected"]))
        case "too_short":
            count = context["min_length"]
            return "E203", f"danh sách «{_key(spot)}» thiếu mục", f"ít nhất {count} mục", "thêm mục vào danh sách"
        case "string_pattern_mismatch" if key == "sha256":
            lower = str(typed).lower()
            remedy = f"viết {lower}" if re.fullmatch("[0-9a-f]{64}", lower) else "chép lại mã SHA-256 của tệp nguồn"
            found = f"khóa «sha256» có giá trị «{shorten(str(typed))}»"
            return "E203", found, "64 ký tự, chỉ gồm 0–9 và a–f (chữ thường)", remedy
        case "string_pattern_mismatch":
            found = f"khóa «{key}» có giá trị «{shorten(str(typed))}»"
            return "E203", found, "chữ cái không dấu hoặc chữ số, viết liền", "viết lại giá trị"
        case kind:
            return "E203", *_type_wording(shape, spot, kind, typed)


def _enum_wording(key: str, typed: str, expected: str) -> tuple[str, str, str, str]:
    """The wording for a word that is not one of the fixed ones, which may be typed in Vietnamese."""
    words = [word for word in re.findall(r"'([^']*)'", expected) if (key, word) != ("status", "heading")]
    allowed = ", ".join(map(explained, words))
    meant = _meant(typed, words)
    remedy = f"viết {meant}" if meant else "chọn một trong các giá trị trên"
    return "E204", f"khóa «{key}» có giá trị «{shorten(typed)}»", allowed, remedy


def _meant(typed: str, words: list[str]) -> str:
    """The fixed word that a Vietnamese phrase or a misspelling stands for, or ""."""
    meanings = {word: fold(MEANINGS.get(word, "")) for word in words}
    same = [word for word in words if meanings[word] == fold(typed)]
    part = [word for word in words if fold(typed) in meanings[word]]
    return (same or part)[0] if same or len(part) == 1 else nearest(typed, words)


def _type_wording(shape: type[Shape], spot: Spot, kind: str, typed: Any) -> tuple[str, str, str]:
    """Finding, what is allowed and remedy when a value is not there, or of the wrong build."""
    if not spot:
        first = next(iter(shape.model_fields))
        return "tệp trống, hoặc thiếu dòng đầu", f"tệp bắt đầu bằng «{first}:»", f"thêm dòng «{first}:» ở đầu tệp"
    key = _key(spot)
    found = f"khóa «{key}» để trống" if typed is None else f"giá trị của khóa «{key}» sai dạng"
    if kind == "list_type":
        return found, "một danh sách", "viết mỗi mục một dòng, đầu dòng có «- »"
    if kind in ("model_type", "dict_type"):
        keys = f": {', '.join(_keys(shape, spot))}" if kind == "model_type" else ""
        return found, f"các dòng «khóa: giá trị»{keys}", "xuống dòng, viết mỗi khóa một dòng, thụt vào hai dấu cách"
    remedy = (
        "điền giá trị sau dấu hai chấm" if typed is None else "viết trên cùng dòng với khóa, không có «- » và ngoặc"
    )
    return found, "một giá trị", remedy


def _nearest_key(shape: type[Shape], spot: Spot) -> Spot:
    """The spot of the key that an unknown key at the spot is most like; its last step is "" when none is near."""
    return (*spot[:-1], nearest(str(spot[-1]), _keys(shape, spot[:-1])))


def _key(spot: Spot) -> str:
    """The last named step of a spot: list positions mean nothing to the person who typed."""
    return next((step for step in reversed(spot) if isinstance(step, str) and step != "[key]"), "")


def _keys(shape: type[Shape], spot: Spot) -> list[str]:
    """The keys allowed at a spot below a shape."""
    for step in spot:
        if isinstance(step, str):
            shape = _inner(shape.model_fields[step].annotation)
    return list(shape.model_fields)


def _inner(annotation: Any) -> type[Shape]:
    """The shape inside `list[X]` or `X | None`."""
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return annotation
    return next(_inner(part) for part in annotation.__args__ if part is not type(None))


def _subject(record: Record, spot: Spot) -> str:
    """What the person was describing: the id that stands in the nearest list entry around the spot."""
    subject = ""
    value: Any = record.value
    for step in spot:
        value = value.get(step) if isinstance(value, dict) else _at(value, step)
        if isinstance(value, dict):
            name = value.get("indicator") or value.get("id") or value.get("short")
            subject = name if isinstance(name, str) else subject
    return subject


def _at(value: Any, step: str | int) -> Any:
    return value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None
