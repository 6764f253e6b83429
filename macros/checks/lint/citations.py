"""Documents that the narrative and the notes cite, held against the register."""

from collections.abc import Iterator, Mapping

from macros.checks.index import Known
from macros.problems.problem import Place, Problem, nearest
from macros.reading.document_citations import CitedText, cited, document_id, mentioned
from macros.reading.narrative import NarrativePage
from macros.reading.project import Project
from macros.reading.report_summary import report_summary
from macros.reading.shapes import DocumentShape
from macros.vietnamese import day, fold

Register = Mapping[str, DocumentShape]


def warnings(project: Project, known: Known) -> Iterator[Problem]:
    if project.documents is None:
        return
    register = {document.id: document for document in project.documents.shape.documents}
    for page in project.pages:
        if page.is_report:
            yield from _typed(page, register)
        yield from _contradicted_calls(page, register)
    yield from _contradicted_notes(project, register)


def _typed(page: NarrativePage, register: Register) -> Iterator[Problem]:
    """A document is cited by macro, so that it links to the register and the register back to it."""
    for n, line in enumerate(page.typed_lines(), 1):
        for citation in [*cited(line), *mentioned(line)]:
            place, meant = Place(page.path, n, citation.start + 1), _meant(citation, register)
            if len(meant) == 1 and _differs(citation, register[meant[0]]):
                yield _contradiction(place, citation, register[meant[0]])
                continue
            calls = [f'{{{{ document("{id}", "{citation.text}") }}}}' for id in meant]
            remedy = f"viết {' hoặc '.join(calls)}"
            if not meant:
                remedy = "thêm văn bản vào data/documents.yaml rồi gọi macro document"
                remedy = remedy if citation.symbol else f"xem lại số văn bản; nếu là văn bản mới, {remedy}"
            yield Problem(
                place,
                "W502",
                f"văn bản “{citation.text}” gõ tay" + ("" if meant else ", chưa có trong sổ văn bản"),
                "văn bản được gọi bằng macro document",
                remedy,
            )


def _meant(citation: CitedText, register: Register) -> list[str]:
    """The documents of the register that a citation may mean: by its id, else by what it does say."""
    if citation.document is not None and citation.document in register:
        return [citation.document]
    same = [id for id, document in register.items() if _may_mean(citation, document)]
    return same[:3]


def _may_mean(citation: CitedText, document: DocumentShape) -> bool:
    """Whether number, symbol and type, as far as the citation has them, are those of the document.

    A full citation with another year or symbol is of another document; with another day it is this one, misdated.
    """
    if document.number is None or citation.number.lstrip("0") != document.number.lstrip("0"):
        return False
    if citation.symbol is not None:
        same = fold(citation.symbol) == fold(document.symbol or "")
        return same and (citation.year is None or citation.year == _year(document))
    return citation.type is None or fold(citation.type) == fold(document.type)


def _year(document: DocumentShape) -> int | None:
    return document.date.year if document.date else document.year


def _contradicted_calls(page: NarrativePage, register: Register) -> Iterator[Problem]:
    """The text of a citation gives the number and date that the register has."""
    for call in page.calls:
        id = call.arguments[0] if call.arguments else call.keywords.get("document")
        text = call.arguments[1] if len(call.arguments) > 1 else call.keywords.get("text")
        if call.macro == "document" and isinstance(text, str) and isinstance(id, str) and id in register:
            for citation in [*cited(text), *mentioned(text)]:
                if _differs(citation, register[id]):
                    yield _contradiction(call.place, citation, register[id])


def _contradicted_notes(project: Project, register: Register) -> Iterator[Problem]:
    """A note gives a document the date that the register has."""
    for entry in project.reports:
        for n, observation in enumerate(entry.shape.observations):
            for citation in cited(observation.note or ""):
                document = register.get(citation.document or "")
                if document is not None and _differs(citation, document):
                    yield _contradiction(entry.record.place(("observations", n, "note")), citation, document)


def _differs(citation: CitedText, document: DocumentShape) -> bool:
    """Whether the citation says something of the document that the register does not."""
    if citation.date is not None and document.date is not None and citation.date != document.date:
        return True
    if document.number is None or document.symbol is None:
        return citation.document is not None and citation.document != document.id
    if citation.symbol is None:
        return citation.number.lstrip("0") != document.number.lstrip("0")
    year = citation.year or _year(document)
    return year is not None and document_id(citation.number, citation.symbol, year) != document.id


def _contradiction(place: Place, citation: CitedText, document: DocumentShape) -> Problem:
    number = document.printed or f"{document.number}/{document.symbol}"
    registered = f"{number}, ngày {day(document.date)}" if document.date else number
    return Problem(
        place,
        "W503",
        f"“{citation.text}” khác sổ văn bản ({registered})",
        "số, ký hiệu và ngày như trong data/documents.yaml",
        "xem lại nguồn, sửa bên viết sai; nếu chính nguồn viết sai, ghi một câu hỏi trong data/quality",
        document.id,
    )


def uncited(project: Project) -> Iterator[Problem]:
    """A document stands in the register because something rests on it.

    Not judged while a file that may cite is unread; a citation that names no document is taken for the nearest one.
    """
    if project.documents is None:
        return
    register = [document.id for document in project.documents.shape.documents]
    if not (project.indicators_complete and project.reports_complete and project.pages_complete):
        return
    named = set(_named(project))
    resting = named | {nearest(id, register) for id in sorted(named - set(register))[:100]}
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


def _named(project: Project) -> Iterator[str]:
    """The id of every document that something names."""
    assert project.documents is not None, "the caller has a register"
    yield from (id for entry in project.indicators for row in entry.shape.indicators for id in row.documents)
    yield from (citation.document for page in project.pages for citation in page.citations())
    yield from (id for document in project.documents.shape.documents for id in document.replaces)
    for entry in project.reports:
        yield from report_summary(entry).documents
