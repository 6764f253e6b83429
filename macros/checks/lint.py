"""Warnings on the narrative and the register: what is probably wrong, though a person must say."""

import re
from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from macros.checks.figures import NAMED_PERSON
from macros.model import Catalogue, Observation, Report
from macros.problems import Place, Problem
from macros.reading.citations import CitedText, cited
from macros.reading.narrative import NarrativePage
from macros.reading.project import Project
from macros.vietnamese import day, fold, number

# A number that is a figure: not part of a date, a document number, a list number or a larger number.
_NUMBER = re.compile(r"(?<![\w.,/:-])(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?(?!\d|[./,]\d|/[A-ZĐ]|[.:)]\s|-\d)")
_WORD = re.compile(r"[^\W\d_]+")
# Words that stand in every label and sentence, and so tell nothing apart.
_COMMON = frozenset(
    fold(
        "số lượng tổng các của đã được tại và trong cho theo thực hiện công việc năm kỳ báo cáo đơn vị cơ quan tỷ lệ"
    ).split()
)
# A number behind or before these is a name ("mức độ 4", "6 tháng đầu năm"), not an amount.
_NAME_BEFORE = re.compile(r"(?:mức|độ|quý|tháng|năm|ngày|giai đoạn|điều|khoản|lần)\s+(?:\d+,\s*)*$", re.IGNORECASE)
_NAME_AFTER = re.compile(r"\s*(?:tháng|năm)\b", re.IGNORECASE)
_NEAR = 12
_LIKENESS = 0.5


def warnings(project: Project, catalogue: Catalogue) -> Iterator[Problem]:
    """Every warning, in the order of the files."""
    for page in project.pages:
        report = catalogue.reports_by_period.get(str(page.period)) if page.is_report else None
        if report is not None:
            yield from _typed_figures(page, report)
            yield from _typed_citations(page, catalogue)
        yield from _contradicted_citations(page, catalogue)
    yield from _contradicted_notes(project, catalogue)
    yield from _named_in_notes(project)
    yield from _uncited(project, catalogue)


def _typed_figures(page: NarrativePage, report: Report) -> Iterator[Problem]:
    """A figure of the annex is not typed by hand: typed, it would stay behind when the figure changes."""
    for n, line in enumerate(page.typed_lines(), 1):
        for match in _NUMBER.finditer(line):
            if _NAME_BEFORE.search(line[: match.start()]) or _NAME_AFTER.match(line[match.end() :]):
                continue
            value = Decimal((match[1].replace(".", "") + (match[2] or "")).replace(",", "."))
            around = _words(line[: match.start()])[-_NEAR:] + _words(line[match.end() :])[:_NEAR]
            found = _most_alike(value, set(around), report)
            if found is not None:
                id, shown = found.indicator.id, number(_amount(found))
                same = "trùng" if value == found.value else "gần bằng"
                yield Problem(
                    Place(page.path, n, match.start() + 1),
                    "W501",
                    f"số «{match[0]}» gõ tay {same} số liệu {shown} của chỉ tiêu «{found.indicator.title}»",
                    "số liệu của phụ lục được gọi bằng macro",
                    f'viết {{{{ observation("{id}") }}}}; nếu là số khác, viết {{{{ typed("{match[0]}") }}}}',
                    id,
                )


def _words(text: str) -> list[str]:
    return [word for word in map(fold, _WORD.findall(text)) if word not in _COMMON]


def _most_alike(value: Decimal, around: set[str], report: Report) -> Observation | None:
    """The figure of this value, rounded at most, whose label reads most like the words around the number."""
    scored = []
    for observation in report.observations:
        label = set(_words(observation.indicator.label))
        if not isinstance(observation.value, Decimal) or not label or not _near(value, observation.value):
            continue
        likeness = len(label & around) / len(label)
        if likeness >= _LIKENESS and len(label & around) > 1:
            scored.append((likeness, observation.indicator.id, observation))
    return max(scored)[2] if scored else None


def _near(typed: Decimal, published: Decimal) -> bool:
    """Whether the typed number is the published one, or that one rounded or cut to the digits typed."""
    unit = Decimal(1).scaleb(min(0, _exponent(typed)))
    return typed in {published, *(published.quantize(unit, how) for how in (ROUND_HALF_UP, ROUND_DOWN))}


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _amount(observation: Observation) -> Decimal:
    assert isinstance(observation.value, Decimal)
    return observation.value


def _typed_citations(page: NarrativePage, catalogue: Catalogue) -> Iterator[Problem]:
    """A document is cited by macro, so that it links to the register and the register back to it."""
    for n, line in enumerate(page.typed_lines(), 1):
        for citation in cited(line):
            meant = _meant(citation, catalogue)
            if meant is not None and _differs(citation, meant, catalogue):
                yield from _contradiction(Place(page.path, n, citation.start + 1), citation, meant, catalogue)
                continue
            remedy = (
                f'viết {{{{ document("{meant}", "{citation.text}") }}}}'
                if meant
                else "thêm văn bản vào data/documents.yaml rồi gọi macro document"
            )
            yield Problem(
                Place(page.path, n, citation.start + 1),
                "W502",
                f"văn bản «{citation.text}» gõ tay" + ("" if meant else ", chưa có trong sổ văn bản"),
                "văn bản được gọi bằng macro document",
                remedy,
            )


def _meant(citation: CitedText, catalogue: Catalogue) -> str | None:
    """The document of the register that a citation means; one without a year may mean any of its number and symbol."""
    if citation.document is not None:
        return citation.document if citation.document in catalogue.documents else None
    same = [d.id for d in catalogue.documents.values() if d.printed_number and citation.text.endswith(d.printed_number)]
    return same[0] if len(same) == 1 else None


def _contradicted_citations(page: NarrativePage, catalogue: Catalogue) -> Iterator[Problem]:
    """The text of a citation gives the number and date that the register has."""
    for call in page.calls:
        document = call.arguments[0] if call.arguments else call.keywords.get("document")
        text = call.arguments[1] if len(call.arguments) > 1 else call.keywords.get("text")
        if call.macro == "document" and isinstance(text, str) and isinstance(document, str):
            for citation in cited(text):
                yield from _contradiction(call.place, citation, document, catalogue)


def _contradicted_notes(project: Project, catalogue: Catalogue) -> Iterator[Problem]:
    """A note gives a document the date that the register has."""
    for entry in project.reports:
        for n, observation in enumerate(entry.shape.observations):
            for citation in cited(observation.note or ""):
                if citation.document is not None and _differs(citation, citation.document, catalogue):
                    place = entry.record.place(("observations", n, "note"))
                    yield from _contradiction(place, citation, citation.document, catalogue)


def _named_in_notes(project: Project) -> Iterator[Problem]:
    """A person's name stands in `persons`, where it can be withheld while the figure stays."""
    for entry in project.reports:
        for n, observation in enumerate(entry.shape.observations):
            if named := NAMED_PERSON.search(observation.note or ""):
                yield Problem(
                    entry.record.place(("observations", n, "note")),
                    "W505",
                    f"tên người «{named[0]}» viết thẳng trong ghi chú",
                    "tên người đặt ở «persons», trong câu viết {1}, {2}, …",
                    "chuyển tên vào «persons», thay bằng {1} trong «note»",
                    observation.indicator,
                )


def _differs(citation: CitedText, id: str, catalogue: Catalogue) -> bool:
    document = catalogue.documents[id]
    other = citation.document is not None and citation.document != id
    return other or (citation.date is not None and document.date is not None and citation.date != document.date)


def _contradiction(place: Place, citation: CitedText, id: str, catalogue: Catalogue) -> Iterator[Problem]:
    document = catalogue.documents[id]
    if _differs(citation, id, catalogue):
        registered = (
            f"{document.printed_number}, ngày {day(document.date)}" if document.date else document.printed_number
        )
        yield Problem(
            place,
            "W503",
            f"«{citation.text}» khác sổ văn bản ({registered})",
            "số, ký hiệu và ngày như trong data/documents.yaml",
            "xem lại nguồn, sửa bên viết sai; nếu chính nguồn viết sai, ghi một nhận xét trong data/remarks",
            id,
        )


def _uncited(project: Project, catalogue: Catalogue) -> Iterator[Problem]:
    """A document stands in the register because something rests on it."""
    resting = {id for row in catalogue.indicators.values() for id in row.documents}
    resting |= {citation.document for citation in catalogue.citations}
    resting |= {id for id, citing in catalogue.observations_citing.items() if citing}
    resting |= {id for document in catalogue.documents.values() for id in document.replaces}
    resting |= {revision.document for report in catalogue.reports for revision in report.revisions if revision.document}
    assert project.documents is not None, "a catalogue has a register"
    for n, document in enumerate(project.documents.shape.documents):
        if document.id not in resting:
            yield Problem(
                project.documents.record.place(("documents", n, "id")),
                "W504",
                "không có số liệu hay đoạn thuyết minh nào viện dẫn văn bản này",
                "văn bản mà báo cáo viện dẫn",
                "xóa mục này, hoặc viện dẫn văn bản ở chỗ cần",
                document.id,
            )
