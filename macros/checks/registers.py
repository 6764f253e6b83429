"""Laws of the registers: units, code lists, documents, abbreviations, the agency."""

from collections.abc import Iterator

from macros import addresses
from macros.checks.known import Known, repeated, unknown
from macros.problems import Place, Problem, nearest, shorten
from macros.reading.citations import document_id
from macros.reading.project import Project
from macros.reading.records import Spot
from macros.vietnamese import fold


def problems(project: Project, known: Known) -> Iterator[Problem]:
    yield from _unique(project)
    yield from _words(project)
    yield from _synonyms(project)
    yield from _asked_pages(project)
    yield from _codes(project)
    yield from _documents(project, known)
    yield from _agency(project)


def _unique(project: Project) -> Iterator[Problem]:
    """Every unit, code list, document, abbreviation and foreign word is defined once."""
    spots: list[tuple[str, Spot]]
    if units := project.units:
        spots = [(unit.id, ("units", n, "id")) for n, unit in enumerate(units.shape.units)]
        yield from repeated(units.record, spots, "đơn vị tính", {})
    if lists := project.code_lists:
        spots = [(codes.id, ("code_lists", n, "id")) for n, codes in enumerate(lists.shape.code_lists)]
        yield from repeated(lists.record, spots, "danh mục mã", {})
    if documents := project.documents:
        spots = [(document.id, ("documents", n, "id")) for n, document in enumerate(documents.shape.documents)]
        yield from repeated(documents.record, spots, "văn bản", {})
    if glossary := project.glossary:
        spots = [(short.short, ("abbreviations", n, "short")) for n, short in enumerate(glossary.shape.abbreviations)]
        yield from repeated(glossary.record, spots, "chữ viết tắt", {})
        spots = [(foreign.word, ("foreign_words", n, "word")) for n, foreign in enumerate(glossary.shape.foreign_words)]
        yield from repeated(glossary.record, spots, "từ nước ngoài", {})


def _words(project: Project) -> Iterator[Problem]:
    """What a page is to mark has a letter, and is marked in one way: a short form, or a word of one language."""
    if (entry := project.glossary) is None:
        return
    place = entry.record.place
    shorts = [(n, abbreviation.short) for n, abbreviation in enumerate(entry.shape.abbreviations)]
    explained = {short: n for n, short in shorts if entry.shape.abbreviations[n].expansion}
    first: dict[str, tuple[str, int, str]] = {}
    for n, short in shorts:
        yield from _lettered(place(("abbreviations", n, "short")), "chữ viết tắt", short, "TTHC")
    for n, foreign in enumerate(entry.shape.foreign_words):
        word, here = foreign.word, place(("foreign_words", n, "word"))
        yield from _lettered(here, "từ nước ngoài", word, "website")
        same, line, language = first.setdefault(word.lower(), (word, here.line, foreign.language))
        if word in explained:
            short_line = place(("abbreviations", explained[word], "short")).line
            found = f"từ nước ngoài “{shorten(word)}” đã là chữ viết tắt ở dòng {short_line}, nên không có tác dụng"
            yield Problem(here, "E302", found, "chữ viết tắt, hoặc từ nước ngoài", "xóa một trong hai mục")
        elif word != same and language != foreign.language:
            found = (
                f"từ nước ngoài “{shorten(word)}” ({foreign.language}) đã có ở dòng {line} với tiếng khác ({language})"
            )
            remedy = "xem lại mã tiếng, hoặc xóa mục thừa"
            yield Problem(here, "E302", found, "mỗi từ một tiếng, viết hoa hay viết thường", remedy)


def _lettered(place: Place, what: str, word: str, example: str) -> Iterator[Problem]:
    if not any(map(str.isalpha, word)):
        found, remedy = f"{what} “{shorten(word)}” không có chữ cái nào", "viết lại như trong báo cáo, hoặc xóa mục này"
        yield Problem(place, "E203", found, f"{what} đúng như in, ví dụ {example}", remedy)


def _synonyms(project: Project) -> Iterator[Problem]:
    """A phrase belongs to one group of synonyms: in two, it would make all of both mean the same."""
    if (entry := project.synonyms) is None:
        return
    first: dict[str, int] = {}
    for n, group in enumerate(entry.shape.synonyms):
        for k, phrase in enumerate(group.words):
            place = entry.record.place(("synonyms", n, "words", k))
            line = first.setdefault(fold(phrase), place.line)
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
    if (entry := project.synonyms) is None:
        return
    pages = {addresses.narrative(page.source) for page in project.pages} | set(addresses.LISTED) - {""}
    for n, asked in enumerate(entry.shape.pages):
        address = asked.page.partition("#")[0]
        if address not in pages:
            near = nearest(address, pages)
            remedy = f"có phải là “{near}”?" if near else "sửa lại địa chỉ, hoặc xóa khối này"
            place = entry.record.place(("pages", n, "page"))
            yield Problem(place, "E301", f"không có trang “{shorten(address)}” để tìm", "địa chỉ của một trang", remedy)


def _codes(project: Project) -> Iterator[Problem]:
    """A code stands for one answer of its list."""
    if (entry := project.code_lists) is None:
        return
    for n, codes in enumerate(entry.shape.code_lists):
        spots: list[tuple[str, Spot]] = [
            (code.code, ("code_lists", n, "codes", k, "code")) for k, code in enumerate(codes.codes)
        ]
        yield from repeated(entry.record, spots, "câu trả lời", {})


def _documents(project: Project, known: Known) -> Iterator[Problem]:
    """A document is keyed by number, symbol and year, has a year, and replaces only documents of the register."""
    if (entry := project.documents) is None:
        return
    for n, document in enumerate(entry.shape.documents):
        year = document.date.year if document.date else document.year
        if year is None:
            yield Problem(
                entry.record.place(("documents", n)),
                "E303",
                "văn bản không có ngày, cũng không có năm",
                "“date” (ngày đầy đủ) hoặc “year” (chỉ năm)",
                "thêm “date”, hoặc “year” khi nguồn chỉ nêu năm",
                document.id,
            )
        elif document.date and document.year is not None and document.year != document.date.year:
            yield Problem(
                entry.record.place(("documents", n, "year")),
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
                    entry.record.place(("documents", n, "id")),
                    "E304",
                    f"mã “{document.id}” không khớp số, ký hiệu và năm của văn bản",
                    "số-ký hiệu-năm, không dấu",
                    f"viết {expected}, hoặc xem lại số, ký hiệu, ngày",
                    document.id,
                )
        for k, replaced in enumerate(document.replaces):
            spot = ("documents", n, "replaces", k)
            yield from unknown(
                entry.record, spot, replaced, known.documents, "văn bản", "data/documents.yaml", document.id
            )


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
