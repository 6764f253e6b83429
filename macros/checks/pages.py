"""Laws of the narrative pages: what they call exists."""

import inspect
from collections.abc import Iterator
from typing import Any

from macros.checks.known import Known
from macros.model import Kind
from macros.problems import Place, Problem, nearest, shorten
from macros.reading.narrative import Call, Dynamic, NarrativePage, macro_signatures
from macros.reading.project import Project

# What mkdocs-macros itself lets a page use.
_HOST_NAMES = frozenset({"page", "config", "range", "loop", "true", "false", "none", "True", "False", "None"})


def problems(project: Project, known: Known) -> Iterator[Problem]:
    signatures = macro_signatures()
    for page in project.pages:
        yield from _names(page, signatures)
        yield from _period(page, known)
        for call in page.calls:
            if call.macro in signatures:
                yield from _call(call, signatures[call.macro], known)


def _names(page: NarrativePage, signatures: dict[str, inspect.Signature]) -> Iterator[Problem]:
    """A page uses only macros that exist."""
    for name, place in page.names:
        if name not in signatures and name not in _HOST_NAMES:
            near = nearest(name, signatures)
            yield Problem(
                place,
                "E502",
                f"không có macro «{shorten(name)}»",
                ", ".join(signatures),
                f"có phải là «{near}»?" if near else "chọn một macro trong danh sách; giá trị chữ đặt trong dấu nháy",
            )


def _period(page: NarrativePage, known: Known) -> Iterator[Problem]:
    """The period of a page's front matter has a report."""
    if page.period is not None and known.periods is not None and page.period not in known.periods:
        yield Problem(
            Place(page.path, 1),
            "E504",
            f"chưa có báo cáo kỳ {page.period}",
            _listed(known),
            f"thêm tệp data/reports/{page.period}.yaml, hoặc sửa «period» ở đầu trang",
        )


def _listed(known: Known) -> str:
    return ", ".join(str(period) for period in sorted(known.periods or (), key=lambda period: period.order))


def _call(call: Call, signature: inspect.Signature, known: Known) -> Iterator[Problem]:
    """A macro gets the arguments it takes, and an argument that is an id names something that exists."""
    if any(isinstance(argument, Dynamic) for argument in call.arguments):
        return
    try:
        bound = signature.bind(*call.arguments, **call.keywords)
    except TypeError:
        takes = ", ".join(str(parameter).split(":")[0] for parameter in signature.parameters.values())
        yield Problem(
            call.place,
            "E503",
            f"macro «{call.macro}» nhận sai đối số",
            f"{call.macro}({takes})",
            "xem trang hướng dẫn macro, sửa lại đối số",
        )
        return
    for name, argument in bound.arguments.items():
        for value in argument if isinstance(argument, tuple) else (argument,):
            yield from _id(call, name, value, known)
            if call.macro in ("observation", "key_figures") and name in ("indicator", "indicators"):
                yield from _figure(call, value, known)


def _figure(call: Call, value: Any, known: Known) -> Iterator[Problem]:
    """A figure on a page belongs to a row that can hold one."""
    definition = known.definitions.get(value) if isinstance(value, str) else None
    if value in known.sections or (definition is not None and definition.kind is Kind.HEADING):
        yield Problem(
            call.place,
            "E505",
            f"macro «{call.macro}»: «{value}» là dòng tiêu đề, không có số liệu",
            "chỉ tiêu có số liệu",
            f'dùng một chỉ tiêu bên dưới, hoặc {{{{ indicator("{value}") }}}} để chỉ đặt liên kết',
        )


def _id(call: Call, parameter: str, value: Any, known: Known) -> Iterator[Problem]:
    if value is None or isinstance(value, Dynamic):
        return
    registers = {
        "indicator": (known.indicators, "chỉ tiêu", "data/indicators"),
        "indicators": (known.indicators, "chỉ tiêu", "data/indicators"),
        "document": (known.documents, "văn bản", "data/documents.yaml"),
        "abbreviation": (known.abbreviations, "chữ viết tắt", "data/glossary.yaml"),
        "section": (
            None if known.indicators is None else [*known.sections, *known.sections.values()],
            "nhóm",
            "data/indicators",
        ),
        "period": (
            None if known.periods is None else [str(period) for period in known.periods],
            "báo cáo kỳ",
            "data/reports",
        ),
    }
    if parameter not in registers:
        return
    allowed, what, file = registers[parameter]
    if allowed is None or (isinstance(value, str) and value in allowed):
        return
    near = nearest(str(value), allowed)
    yield Problem(
        call.place,
        "E504",
        f"macro «{call.macro}»: không có {what} «{shorten(str(value))}»",
        f"một mã trong {file}",
        f"có phải là «{near}»?" if near else "sửa lại mã",
    )
