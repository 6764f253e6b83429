"""A withheld name is published nowhere."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from macros.checks.index import Known
from macros.markup.rendering import CLOSED, OPENED, expanded, extensions_of, rendered_page
from macros.problems.problem import Place, Problem
from macros.reading.narrative import NarrativePage
from macros.reading.persons import NamedPerson, named_persons, withheld_places
from macros.reading.project import Project
from macros.reading.yaml_records import Record, Spot
from macros.withholding.guard import names_in, searched, source_lines, source_words
from macros.withholding.readings import address_reading, text_readings
from macros.withholding.withheld import Withheld

_ALLOWED = "tên đã giữ kín không xuất hiện ở chỗ nào khác"
_SETTINGS = "mkdocs.yml"
_LARGEST = 50_000_000
_ARCHIVES = (".docx", ".xlsx", ".pptx", ".odt", ".ods")


@dataclass(frozen=True, slots=True)
class _Search:
    """What is looked for: the withheld names, each with the place that withholds it, and where persons are entered."""

    withheld: Withheld
    places: Mapping[str, Place]
    persons: Sequence[NamedPerson]

    def found(self, place: Place, name: str) -> Problem:
        return Problem(
            place,
            "E419",
            f"tên “{name}” được giữ kín ở {self.places[name]} lại xuất hiện ở đây",
            _ALLOWED,
            "thay tên bằng chức danh, hoặc đặt vào “persons” với “withheld: true”",
        )


def problems(project: Project, known: Known) -> Iterator[Problem]:
    """A name that is withheld in one place stands in no other text of the data, on no page, in no setting and
    in no file that is published.

    It may be withheld in several places; where another names the same person on purpose, somebody must decide.
    """
    search = _search(project)
    if search is not None:
        yield from _undecided(search)
        # Files that are known to say none were searched for the same names.
        yield from _in_data(project.unjudged, search)
        yield from _in_sources(project.unjudged, search)
        yield from _on_pages(project.unjudged, search)
        yield from _in_files(project, search)


def searched_names(project: Project) -> Withheld:
    """The names that no file may say."""
    search = _search(project)
    return search.withheld if search is not None else Withheld(())


def _search(project: Project) -> _Search | None:
    """What is to be looked for; None where nobody is withheld."""
    typed, persons = withheld_places(project), named_persons(project)
    if not typed:
        return None
    withheld = Withheld.of(typed, [person.name for person in persons if not person.withheld])
    places = {name: place for written, place in typed.items() for name in Withheld.of([written]).names}
    return _Search(withheld, places, persons)


def _undecided(search: _Search) -> Iterator[Problem]:
    """Nobody is withheld in one place and named as a person in another."""
    for person in search.persons:
        if not person.withheld and search.withheld.is_one(person.name):
            place = search.places[search.withheld.found(person.name)[0]]
            yield Problem(
                person.place,
                "E419",
                f"tên “{person.name}” được giữ kín ở {place} mà ở đây lại nêu công khai",
                _ALLOWED,
                "quyết định một trong hai: giữ kín thì ghi “withheld: true” ở cả hai chỗ, nêu tên thì ghi “false” ở "
                "cả hai",
            )


def _in_data(project: Project, search: _Search) -> Iterator[Problem]:
    """No text of a data file says a withheld name, nor does the name of a source file."""
    own = {(person.entry.path, person.spot) for person in search.persons}
    for record in _records(project):
        if _may_say(record, search.withheld):
            yield from _in_record(record, search, own)
    for entry in project.reports:
        if source := entry.shape.source:
            said = set(search.withheld.found(source.file))
            for name in search.withheld.found(address_reading(source.file)):
                if name not in said:
                    yield search.found(entry.record.place(("source", "file")), name)


def _in_sources(project: Project, search: _Search) -> Iterator[Problem]:
    """No line of a page or of the settings says one."""
    texts = [(page.path, page.text) for page in project.pages]
    settings = project.files.text(_SETTINGS) if project.files.has(_SETTINGS) else None
    if isinstance(settings, str):
        texts.append((_SETTINGS, settings))
    for path, text in texts:
        lines = text.split("\n")
        for n, name in source_lines(text, search.withheld):
            yield search.found(Place(path, n, lines[n - 1].find(name) + 1), name)


def _on_pages(project: Project, search: _Search) -> Iterator[Problem]:
    """No page says one to its readers that its source has on no line."""
    for page in project.pages:
        for name in _on_page(page, project, search.withheld):
            yield search.found(Place(page.path), name)


def _in_files(project: Project, search: _Search) -> Iterator[Problem]:
    """No file that is published beside the pages says one, in its content or its name; each can be searched whole."""
    for path in sorted(project.choice.files):
        place, content = Place(f"docs/{path}"), project.files.content(f"docs/{path}", _LARGEST) or b""
        said, whole = searched(content, search.withheld)
        named = (*search.withheld.found(path), *search.withheld.found(address_reading(path)))
        for name in dict.fromkeys([*said, *named]):
            yield search.found(place, name)
        # An office file with a password is no archive any more.
        locked = path.lower().endswith(_ARCHIVES) and not content.startswith(b"PK")
        if not whole or locked or len(content) == _LARGEST:
            yield _unsearched(place)


def _on_page(page: NarrativePage, project: Project, withheld: Withheld) -> list[str]:
    """The names that a page says to its readers, or by its address, and that its source does not say on any line.

    Markdown takes away what parts the words of a name in the source: the mark of a footnote, the address of a link.
    """
    said = withheld.found(address_reading(page.source))
    if page.source in project.choice.outlines and withheld.may_be_in(source_words(page.text)):
        extensions = extensions_of(project.settings.extensions if project.settings else {})
        text = expanded(page.parts).text.replace(OPENED, "").replace(CLOSED, "")
        # What Markdown fails at is told by the check of markup.
        with suppress(Exception):
            html = rendered_page(text, extensions).html
            said += names_in(html.encode(), withheld)
    told = {name for _, name in source_lines(page.text, withheld)}
    return [name for name in dict.fromkeys(said) if name not in told]


def _records(project: Project) -> Iterator[Record]:
    registers = (
        project.agency,
        project.units,
        project.code_lists,
        project.documents,
        project.glossary,
        project.synonyms,
    )
    yield from (entry.record for entry in registers if entry is not None)
    for group in (project.indicators, project.relations, project.reports, project.quality):
        yield from (entry.record for entry in group)


def _may_say(record: Record, withheld: Withheld) -> bool:
    """Whether a file may have to be looked through text by text: most have not all words of a name anywhere."""
    whole = "\n".join(text for _, text in _texts(record.value, ()))
    first, *others = text_readings(whole)
    # What can be read in one way only, each text of it can.
    return bool(others) or withheld.may_be_in(first)


def _in_record(record: Record, search: _Search, own: Collection[tuple[str, Spot]]) -> Iterator[Problem]:
    for spot, text in _texts(record.value, ()):
        names = dict.fromkeys(name for reading in text_readings(text) for name in search.withheld.found(reading))
        if names and (record.path, spot) not in own:
            yield from (search.found(record.place(spot), name) for name in names)


def _texts(value: Any, spot: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text of a file, with its spot."""
    if isinstance(value, str):
        yield spot, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, (*spot, key))
    elif isinstance(value, list):
        for n, part in enumerate(value):
            yield from _texts(part, (*spot, n))


def _unsearched(place: Place) -> Problem:
    return Problem(
        place,
        "E419",
        "không tìm được tên giữ kín trong tệp này: tệp có mật khẩu, hỏng, quá lớn hoặc nén theo cách lạ",
        "tệp mở ra đọc được hết, vì dự án có tên phải giữ kín",
        "mở tệp bằng Word hoặc Excel, bỏ mật khẩu, lưu lại rồi thay tệp này; không mở được thì bỏ liên kết",
    )
