"""Laws of the narrative pages: what they call exists."""

import inspect
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from macros.checks.index import Known, named
from macros.checks.observations import lives
from macros.problems.problem import Place, Problem, nearest, shorten
from macros.reading.author_macros import macro_signatures
from macros.reading.narrative import REPORT_PAGES, NarrativePage
from macros.reading.page_calls import HOST_NAMES, Call, Dynamic
from macros.reading.project import Project
from macros.record import Period, ReportKey

# Parameters that are ids.
_MOST_DIGITS = 9
_IDS = frozenset({"indicator", "indicators", "document", "abbreviation", "section", "period"})
_ID_OF_WORDS = re.compile(r"(?<![\w\"'-])[a-z0-9]+(?:-[a-z0-9]+)+(?![\w\"'-])")


def problems(project: Project, known: Known) -> Iterator[Problem]:
    yield from _missing(project)
    signatures = macro_signatures()
    expected = {f"{REPORT_PAGES}{period.slug}.md": period for period in (key.period for key in known.reports or ())}
    for page in project.pages:
        yield from _names(page, signatures)
        yield from _only_calls(page, signatures)
        yield from _period(page, known)
        yield from _report_page(page, expected)
        strange = {place.line for name, place in page.names if name not in signatures and name not in HOST_NAMES}
        for call in page.calls:
            # A name that does not exist has been told; it is usually an id without its quotes.
            if call.macro in signatures and not (_computed(call) and call.place.line in strange):
                yield from _call(page, call, signatures[call.macro], known)


def _missing(project: Project) -> Iterator[Problem]:
    """A report has the page that its address, every list and every row link to."""
    for entry in project.reports:
        path = f"docs/{REPORT_PAGES}{entry.shape.period.slug}.md"
        misnamed = PurePosixPath(entry.record.path).stem != str(entry.shape.period)
        if not misnamed and not project.files.has(path):
            yield Problem(
                Place(path),
                "E507",
                f"báo cáo kỳ {entry.shape.period} chưa có trang thuyết minh",
                "mỗi báo cáo một trang",
                "tạo trang theo mẫu của kỳ trước, ít nhất có “period”, {{ report_head() }} và {{ annex() }}",
            )


def _names(page: NarrativePage, signatures: dict[str, inspect.Signature]) -> Iterator[Problem]:
    """A page uses only macros that exist; an id without its quotes is told as what it is, and once."""
    unknown = [(name, place) for name, place in page.names if name not in signatures and name not in HOST_NAMES]
    lines = page.lines() if unknown else []
    unquoted: set[Place] = set()
    for name, place in unknown:
        if (found := _unquoted_id(lines, place)) is not None:
            id, start = found
            if start not in unquoted:
                unquoted.add(start)
                told = f"mã “{shorten(id)}” thiếu dấu nháy"
                yield Problem(start, "E502", told, "mã đặt trong dấu nháy kép", f'viết "{shorten(id)}"')
        else:
            near = nearest(name, signatures)
            yield Problem(
                place,
                "E502",
                f"không có macro “{shorten(name)}”",
                "một macro trong trang hướng dẫn" if near else ", ".join(signatures),
                f"có phải là “{near}”?" if near else "chọn một macro trong danh sách; giá trị chữ đặt trong dấu nháy",
            )


def _unquoted_id(lines: list[str], place: Place) -> tuple[str, Place] | None:
    """The id of several words that stands at a place without quotes, and where it begins."""
    line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    for word in _ID_OF_WORDS.finditer(line):
        if word.start() < place.column <= word.end():
            return word[0], Place(place.path, place.line, word.start() + 1)
    return None


def _only_calls(page: NarrativePage, signatures: dict[str, inspect.Signature]) -> Iterator[Problem]:
    """A page computes nothing: what stands in braces is a macro call, which cannot fail while the page is built."""
    for strange in page.strange:
        if strange.names - set(signatures) - HOST_NAMES:
            continue  # a name that does not exist has been told
        command = strange.text.startswith("{%")
        what = "là lệnh, không phải lời gọi macro" if command else "không phải là lời gọi macro"
        if strange.bare in signatures:
            remedy = f"thêm cặp ngoặc tròn: {{{{ {strange.bare}(…) }}}}, trong ngoặc là mã nếu macro cần"
        elif command:
            remedy = (
                "xóa lệnh, viết từng dòng ra; muốn in nguyên văn dấu ngoặc nhọn thì đặt giữa {% raw %} và {% endraw %}"
            )
        else:
            remedy = (
                'xóa phép tính; số liệu thì viết {{ observation("mã") }}, chữ và số khác thì viết thẳng, không có ngoặc'
            )
        yield Problem(
            strange.place, "E508", f"“{strange.text}” {what}", '{{ tên_macro("mã", …) }}, viết thẳng từng mã', remedy
        )


def _period(page: NarrativePage, known: Known) -> Iterator[Problem]:
    """The period of a page's front matter has a report."""
    if page.report is not None and known.reports is not None and page.report not in known.reports:
        yield Problem(
            page.period_place or Place(page.path),
            "E504",
            f"chưa có báo cáo kỳ {page.period}",
            _listed(known),
            f"thêm tệp data/reports/{page.period}.yaml, hoặc sửa “period” ở đầu trang",
        )


def _report_page(page: NarrativePage, expected: Mapping[str, Period]) -> Iterator[Problem]:
    """The page of a report names the report's own period, or its figures would be those of another."""
    period = expected.get(page.source, page.period)
    told = page.period is None and page.period_place is not None  # it is no period
    if page.period != period and not told:
        yield Problem(
            page.period_place or Place(page.path, 1),
            "E506",
            f"trang của báo cáo kỳ {period} " + (f"lại ghi kỳ {page.period}" if page.period else "chưa ghi kỳ"),
            "kỳ ở đầu trang trùng với tên tệp",
            f"viết “period: {period}” ở đầu trang, giữa hai dòng “---”",
        )


def _listed(known: Known) -> str:
    return ", ".join(str(key.period) for key in sorted(known.reports or (), key=lambda key: key.order))


def _computed(call: Call) -> bool:
    return any(isinstance(argument, Dynamic) for argument in (*call.arguments, *call.keywords.values()))


def _call(page: NarrativePage, call: Call, signature: inspect.Signature, known: Known) -> Iterator[Problem]:
    """A macro gets the arguments it takes, and an argument that is an id names something that exists."""
    if _computed(call):
        yield Problem(
            call.place,
            "E503",
            f"macro “{call.macro}” nhận đối số phải tính mới biết",
            "mã viết thẳng trong dấu nháy, để lệnh kiểm tra soát được",
            "viết từng mã ra, mỗi mã một lần gọi macro",
        )
        return
    try:
        bound = signature.bind(*call.arguments, **call.keywords)
    except TypeError:
        takes = ", ".join(str(parameter).split(":")[0] for parameter in signature.parameters.values())
        strange = [f"“{name}”" for name in call.keywords if name not in signature.parameters]
        many = len(call.arguments) > len(signature.parameters)
        found = (
            f"không có đối số {', '.join(strange)}" if strange else "thừa đối số" if many else "thiếu hoặc lặp đối số"
        )
        remedy = "xem trang hướng dẫn macro, sửa lại đối số"
        yield Problem(call.place, "E503", f"macro “{call.macro}”: {found}", f"{call.macro}({takes})", remedy)
        return
    for name, argument in bound.arguments.items():
        for value in argument if isinstance(argument, tuple) else (argument,):
            yield from _id(call, name, value, known)
            yield from _plain(call, name, value, signature.parameters[name].annotation)
            if call.macro in ("observation", "key_figures") and name in ("indicator", "indicators"):
                yield from _figure(call, value, known)
                yield from _in_its_life(call, value, bound.arguments.get("period") or page.period, known)


def _plain(call: Call, parameter: str, value: Any, wanted: Any) -> Iterator[Problem]:
    """An argument that is no id is of the type that the macro takes."""
    words, example = {bool: ("True (có) hoặc False (không)", "True hoặc False"), int: ("một số nguyên", "2")}.get(
        wanted, ("chữ đặt trong dấu nháy", '"…"')
    )
    if parameter not in _IDS and not isinstance(value, Dynamic | wanted):
        found = f"macro “{call.macro}”: đối số “{parameter}” sai kiểu"
        yield Problem(call.place_of(value), "E503", found, words, f"viết {parameter}={example}")
    elif parameter == "digits" and (isinstance(value, bool) or not 1 <= value <= _MOST_DIGITS):
        found = f"macro “{call.macro}”: đối số “digits” là {shorten(str(value), 20)}"
        yield Problem(call.place_of(value), "E503", found, f"từ 1 đến {_MOST_DIGITS}", "viết digits=2")


def _figure(call: Call, value: Any, known: Known) -> Iterator[Problem]:
    """A figure on a page belongs to a row that can hold one."""
    if not isinstance(value, str):
        return
    definition = known.definitions.get(value)
    if value in known.sections or (definition is not None and not definition.kind.holds_value):
        yield Problem(
            call.place_of(value),
            "E505",
            f"macro “{call.macro}”: “{value}” là dòng tiêu đề, không có số liệu",
            "chỉ tiêu có số liệu",
            f'dùng một chỉ tiêu bên dưới, hoặc {{{{ indicator("{value}") }}}} để chỉ đặt liên kết',
        )


def _in_its_life(call: Call, value: Any, wanted: Any, known: Known) -> Iterator[Problem]:
    """A figure on a page is one of a report whose form asked for it; what took its place is named."""
    definition = known.definitions.get(value) if isinstance(value, str) else None
    period = _period_of(wanted, known)
    if wanted is None:
        period = max((key.period for key in known.reports or ()), key=lambda period: period.order, default=None)
    if definition is None or period is None or not definition.kind.holds_value or lives(definition, period):
        return
    ended = definition.last_period is not None and definition.last_period.order < period.order
    since = f"đã thôi dùng sau kỳ {definition.last_period}" if ended else f"chỉ dùng từ kỳ {definition.first_period}"
    remedy = f'ghi rõ kỳ có số liệu, ví dụ period="{definition.last_period if ended else definition.first_period}"'
    if ended and definition.successors:
        new = " hoặc ".join(named(id, known.labels) for id in definition.successors)
        remedy = f"dùng chỉ tiêu thay thế {new}; muốn nêu số cũ thì {remedy}"
    yield Problem(
        call.place_of(value),
        "E504",
        f"macro “{call.macro}”: chỉ tiêu “{shorten(value)}” không có số liệu kỳ {period}, {since}",
        "chỉ tiêu mà biểu mẫu của kỳ đó có hỏi",
        remedy,
    )


def _period_of(wanted: object, known: Known) -> Period | None:
    """The period of the report that is meant; None where there is none."""
    try:
        key = ReportKey.parse(str(wanted))
    except ValueError:
        return None
    return key.period if key in (known.reports or ()) else None


def _register(parameter: str, known: Known) -> tuple[Collection[str] | None, str, str]:
    """The ids that a parameter may name, what they are and where they stand; None for what is no id."""
    match parameter:
        case "indicator" | "indicators":
            return known.indicators, "chỉ tiêu", "data/indicators"
        case "document":
            return known.documents, "văn bản", "data/documents.yaml"
        case "abbreviation":
            return known.abbreviations, "chữ viết tắt", "data/glossary.yaml"
        case "section" if known.indicators is not None:
            return [*known.sections, *known.sections.values()], "nhóm", "data/indicators"
        case "period" if known.reports is not None:
            return [str(key.period) for key in known.reports], "báo cáo kỳ", "data/reports"
        case _:
            return None, "", ""


def _id(call: Call, parameter: str, value: Any, known: Known) -> Iterator[Problem]:
    if value is None or isinstance(value, Dynamic):
        return
    allowed, what, file = _register(parameter, known)
    if allowed is None or (isinstance(value, str) and value in allowed):
        return
    near = nearest(str(value), allowed)
    listed = {"section": ", ".join(known.sections.values()), "period": _listed(known)}
    yield Problem(
        call.place_of(value),
        "E504",
        f"macro “{call.macro}”: không có {what} “{shorten(str(value))}”",
        listed.get(parameter, f"một mã trong {file}"),
        f"có phải là {named(near, known.labels)}?" if near else "sửa lại mã",
    )
