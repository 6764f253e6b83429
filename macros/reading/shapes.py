"""The shape of every data file: which keys it has and what each may hold.

A shape knows one file at a time; what needs two files, or two lines of one, is a law in `macros.checks`.
"""

import re
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from macros.model import Kind, Period, ReportStatus, Status
from macros.problems import Problem, nearest, shorten
from macros.reading.records import Record, Spot

ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


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
            "viết lại mã, ví dụ ho-so-tiep-nhan",
        )
    return value


def _period(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return Period.parse(value)
    except ValueError:
        raise _refusal(
            f"không có kỳ báo cáo «{shorten(value)}»",
            "2022-Q1 … 2022-Q4 (quý), 2022-S1, 2022-S2 (6 tháng), 2022-N1 (9 tháng), 2022-A1 (năm), "
            "2022-M01 … 2022-M12 (tháng), 2022-W01 … 2022-W53 (tuần)",
            "viết lại kỳ theo một trong các dạng trên",
        ) from None


def _date(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        day = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", value)
        remedy = f"viết {day[3]}-{int(day[2]):02d}-{int(day[1]):02d}" if day else "viết lại ngày, ví dụ 2022-03-14"
        raise _refusal(f"ngày «{shorten(value)}» viết sai dạng", "năm-tháng-ngày, ví dụ 2022-03-14", remedy)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise _refusal(f"không có ngày {value}", "một ngày có thật", "xem lại ngày và tháng") from None


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
            f"địa chỉ «{shorten(value)}» không an toàn hoặc sai dạng", "https://… hoặc http://…", "viết lại địa chỉ"
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


FileShape = TypeVar("FileShape", bound=Shape)


def shaped(record: Record, shape: type[FileShape]) -> tuple[FileShape | None, list[Problem]]:
    """The record in its shape, or None and every way in which it does not fit."""
    if record.problems:
        return None, record.problems
    try:
        return shape.model_validate(record.value), []
    except ValidationError as error:
        return None, [_problem(record, shape, details) for details in error.errors()]


def _problem(record: Record, shape: type[Shape], error: ErrorDetails) -> Problem:
    spot: Spot = tuple(error["loc"])
    code, found, allowed, remedy = _wording(shape, spot, error)
    return Problem(record.place(spot), code, found, allowed, remedy, _subject(record, spot))


def _wording(shape: type[Shape], spot: Spot, error: ErrorDetails) -> tuple[str, str, str, str]:
    """Code, finding, what is allowed and remedy of one pydantic error."""
    key = str(spot[-1]) if spot else ""
    context = error.get("ctx", {})
    match error["type"]:
        case "congkhai":
            return "E203", f"khóa «{_key(spot)}»: {context['found']}", context["allowed"], context["remedy"]
        case "extra_forbidden":
            keys = _keys(shape, spot[:-1])
            near = nearest(key, keys)
            remedy = f"có phải là «{near}»? Sửa lại tên khóa" if near else "xóa dòng này hoặc sửa lại tên khóa"
            return "E201", f"không có khóa «{shorten(key)}» ở đây", "các khóa: " + ", ".join(keys), remedy
        case "missing":
            return "E202", f"thiếu khóa «{key}»", f"khóa «{key}» là bắt buộc", f"thêm dòng «{key}: …»"
        case "enum":
            allowed = str(context["expected"]).replace("'", "").replace(" or ", ", ")
            near = nearest(str(error["input"]), allowed.split(", "))
            remedy = f"có phải là «{near}»?" if near else "chọn một trong các giá trị trên"
            return "E204", f"khóa «{key}» có giá trị «{shorten(str(error['input']))}»", allowed, remedy
        case "too_short":
            count = context["min_length"]
            return "E203", f"danh sách «{_key(spot)}» thiếu mục", f"ít nhất {count} mục", "thêm mục vào danh sách"
        case "string_pattern_mismatch":
            form = "64 chữ số thập lục phân" if key == "sha256" else "chữ cái không dấu hoặc chữ số"
            return "E203", f"khóa «{key}» có giá trị «{shorten(str(error['input']))}»", form, "viết lại giá trị"
        case kind:
            forms = {"list_type": "một danh sách, mỗi dòng bắt đầu bằng «- »", "model_type": "các dòng «khóa: giá trị»"}
            allowed = forms.get(kind, "một giá trị trên cùng dòng")
            if not spot:
                return "E203", "tệp trống hoặc sai kiểu", allowed, "xem mẫu trong hướng dẫn nhập liệu"
            if error["input"] is None:
                return "E203", f"khóa «{_key(spot)}» để trống", allowed, "điền giá trị sau dấu hai chấm"
            return "E203", f"khóa «{_key(spot)}» sai kiểu", allowed, "xem mẫu trong hướng dẫn nhập liệu"


def _key(spot: Spot) -> str:
    """The last named step of a spot: list positions mean nothing to the person who typed."""
    return next((step for step in reversed(spot) if isinstance(step, str)), "")


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
