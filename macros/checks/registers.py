"""Laws of the registers: units, code lists, documents, abbreviations, the agency."""

from collections.abc import Iterator
from itertools import chain
from typing import TypeAlias, TypeVar

from macros import addresses
from macros.checks.index import Known, repeated, unknown
from macros.problems.problem import Problem, nearest, shorten
from macros.reading.document_citations import document_id
from macros.reading.fitting import fitting_parts
from macros.reading.project import Project
from macros.reading.shapes import (
    AbbreviationShape,
    CodeListShape,
    DocumentShape,
    ForeignWordShape,
    PageWordsShape,
    Shape,
    SynonymShape,
    UnitShape,
)
from macros.reading.yaml_records import Record, Spot
from macros.vietnamese import fold

# Of each register its file, the key of a list in it, and the shape of what is listed.
_UNITS = ("data/units.yaml", "units", UnitShape)
_CODE_LISTS = ("data/code-lists.yaml", "code_lists", CodeListShape)
_DOCUMENTS = ("data/documents.yaml", "documents", DocumentShape)
_ABBREVIATIONS = ("data/glossary.yaml", "abbreviations", AbbreviationShape)
_FOREIGN_WORDS = ("data/glossary.yaml", "foreign_words", ForeignWordShape)
_SYNONYMS = ("data/synonyms.yaml", "synonyms", SynonymShape)
_ASKED_PAGES = ("data/synonyms.yaml", "pages", PageWordsShape)
Part = TypeVar("Part", bound=Shape)
Parts: TypeAlias = tuple[Record, dict[int, Part]]


def problems(project: Project, known: Known) -> Iterator[Problem]:
    """What is sound in a register is judged though something else in it is not; a line is told of once."""
    families = (
        _unique(project),
        _words(project),
        _synonyms(project),
        _asked_pages(project),
        _codes(project),
        _documents(project, known),
        _agency(project),
    )
    told = {(path, line) for path, partly in project.partly.items() for line in partly.told}
    for problem in chain.from_iterable(families):
        if (problem.place.path, problem.place.line) not in told:
            yield problem


def _parts(project: Project, register: tuple[str, str, type[Part]]) -> Parts[Part] | None:
    """What a register lists, by its place in the list, as far as it can be read; None where the file cannot be."""
    path, key, shape = register
    whole = (project.units, project.code_lists, project.documents, project.glossary, project.synonyms)
    for entry in whole:
        if entry is not None and entry.record.path == path:
            return entry.record, dict(enumerate(getattr(entry.shape, key)))
    partly = project.partly.get(path)
    return (partly.record, fitting_parts(partly.record, key, shape)) if partly else None


def _unique(project: Project) -> Iterator[Problem]:
    """Every unit, code list, document, abbreviation and foreign word is defined once."""
    registers: tuple[tuple[tuple[str, str, type[Shape]], str, str], ...] = (
        (_UNITS, "id", "đơn vị tính"),
        (_CODE_LISTS, "id", "danh mục mã"),
        (_DOCUMENTS, "id", "văn bản"),
        (_ABBREVIATIONS, "short", "chữ viết tắt"),
        (_FOREIGN_WORDS, "word", "từ nước ngoài"),
    )
    for register, name, what in registers:
        if found := _parts(project, register):
            record, parts = found
            spots: list[tuple[str, Spot]] = [(getattr(part, name), (register[1], n, name)) for n, part in parts.items()]
            yield from repeated(record, spots, what, {})


def _words(project: Project) -> Iterator[Problem]:
    """What a page is to mark has a letter, and is marked in one way: a short form, or a word of one language."""
    shortened, words = _parts(project, _ABBREVIATIONS), _parts(project, _FOREIGN_WORDS)
    if shortened is None or words is None:
        return
    place = shortened[0].place
    shorts = [(n, abbreviation.short) for n, abbreviation in shortened[1].items()]
    explained = {short: n for n, short in shorts if shortened[1][n].expansion}
    first: dict[str, tuple[str, Spot, str]] = {}
    for n, short in shorts:
        yield from _lettered(shortened[0], ("abbreviations", n, "short"), "chữ viết tắt", short, "TTHC")
    for n, foreign in words[1].items():
        word, spot = foreign.word, ("foreign_words", n, "word")
        yield from _lettered(words[0], spot, "từ nước ngoài", word, "website")
        same, first_spot, language = first.setdefault(word.lower(), (word, spot, foreign.language))
        if word in explained:
            short_line = place(("abbreviations", explained[word], "short")).line
            found = f"từ nước ngoài “{shorten(word)}” đã là chữ viết tắt ở dòng {short_line}, nên không có tác dụng"
            yield Problem(place(spot), "E302", found, "chữ viết tắt, hoặc từ nước ngoài", "xóa một trong hai mục")
        elif word != same and language != foreign.language:
            line = place(first_spot).line
            found = (
                f"từ nước ngoài “{shorten(word)}” ({foreign.language}) đã có ở dòng {line} với tiếng khác ({language})"
            )
            remedy = "xem lại mã tiếng, hoặc xóa mục thừa"
            yield Problem(place(spot), "E302", found, "mỗi từ một tiếng, viết hoa hay viết thường", remedy)


def _lettered(record: Record, spot: Spot, what: str, word: str, example: str) -> Iterator[Problem]:
    if not any(map(str.isalpha, word)):
        found, remedy = f"{what} “{shorten(word)}” không có chữ cái nào", "viết lại như trong báo cáo, hoặc xóa mục này"
        yield Problem(record.place(spot), "E203", found, f"{what} đúng như in, ví dụ {example}", remedy)


def _synonyms(project: Project) -> Iterator[Problem]:
    """A phrase belongs to one group of synonyms: in two, it would make all of both mean the same."""
    if (found := _parts(project, _SYNONYMS)) is None:
        return
    first: dict[str, Spot] = {}
    for n, group in found[1].items():
        for k, phrase in enumerate(group.words):
            spot: Spot = ("synonyms", n, "words", k)
            known = first.setdefault(fold(phrase), spot)
            if known is spot:
                continue
            place, line = found[0].place(spot), found[0].place(known).line
            if line != place.line:
                yield Problem(
                    place,
                    "E302",
                    f"cách nói “{phrase}” đã có ở dòng {line}",
                    "mỗi cách nói thuộc một nhóm",
                    "gộp hai nhóm làm một, hoặc xóa cách nói thừa",
                )


def _asked_pages(project: Project) -> Iterator[Problem]:
    """What is asked of a page is asked of one that a search can find."""
    if (listed := _parts(project, _ASKED_PAGES)) is None:
        return
    pages = {addresses.narrative(page.source) for page in project.pages} | set(addresses.LISTED) - {""}
    for n, asked in listed[1].items():
        address = asked.page.partition("#")[0]
        if address not in pages:
            near = nearest(address, pages)
            remedy = f"có phải là “{near}”?" if near else "sửa lại địa chỉ, hoặc xóa khối này"
            place = listed[0].place(("pages", n, "page"))
            yield Problem(place, "E301", f"không có trang “{shorten(address)}” để tìm", "địa chỉ của một trang", remedy)


def _codes(project: Project) -> Iterator[Problem]:
    """A code stands for one answer of its list."""
    if (found := _parts(project, _CODE_LISTS)) is None:
        return
    for n, codes in found[1].items():
        spots: list[tuple[str, Spot]] = [
            (code.code, ("code_lists", n, "codes", k, "code")) for k, code in enumerate(codes.codes)
        ]
        yield from repeated(found[0], spots, "câu trả lời", {})


def _documents(project: Project, known: Known) -> Iterator[Problem]:
    """A document is keyed by number, symbol and year, has a year, and replaces only documents of the register."""
    if (listed := _parts(project, _DOCUMENTS)) is None:
        return
    record = listed[0]
    for n, document in listed[1].items():
        year = document.date.year if document.date else document.year
        if year is None:
            yield Problem(
                record.place(("documents", n)),
                "E303",
                "văn bản không có ngày, cũng không có năm",
                "“date” (ngày đầy đủ) hoặc “year” (chỉ năm)",
                "thêm “date”, hoặc “year” khi nguồn chỉ nêu năm",
                document.id,
            )
        elif document.date and document.year is not None and document.year != document.date.year:
            yield Problem(
                record.place(("documents", n, "year")),
                "E303",
                f"năm {document.year} khác năm của ngày {document.date}",
                "“year” chỉ dùng khi nguồn không nêu ngày",
                "xóa “year”",
                document.id,
            )
        elif document.number and document.symbol:
            expected = document_id(document.number, document.symbol, year)
            if document.id != expected:
                yield Problem(
                    record.place(("documents", n, "id")),
                    "E304",
                    f"mã “{document.id}” không khớp số, ký hiệu và năm của văn bản",
                    "số-ký hiệu-năm, không dấu",
                    f"viết {expected}, hoặc xem lại số, ký hiệu, ngày",
                    document.id,
                )
        for k, replaced in enumerate(document.replaces):
            spot = ("documents", n, "replaces", k)
            yield from unknown(record, spot, replaced, known.documents, "văn bản", "data/documents.yaml", document.id)


def _agency(project: Project) -> Iterator[Problem]:
    """An agency ends after it begins."""
    if (entry := project.agency) is None:
        return
    agency = entry.shape.agency
    if agency.valid_from and agency.valid_to and agency.valid_to < agency.valid_from:
        yield Problem(
            entry.record.place(("agency", "valid_to")),
            "E305",
            f"ngày kết thúc {agency.valid_to} trước ngày bắt đầu {agency.valid_from}",
            "ngày kết thúc không sớm hơn ngày bắt đầu",
            "xem lại hai ngày",
            agency.id,
        )
