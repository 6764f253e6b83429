"""Which names of persons an earlier state may show: those that are published today, and no other."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import Any, Self

from macros.record import Catalogue, Observation, Person, Report, ReportKey, SeriesKey
from macros.withholding.readings import address_reading
from macros.withholding.withheld import Withheld
from macros.wording.figures import WITHHELD


@dataclass(frozen=True, slots=True)
class Names:
    """The names that are published today, and those that are withheld somewhere, which is to say everywhere."""

    published: frozenset[str]
    withheld: Withheld

    @classmethod
    def of(cls, catalogue: Catalogue) -> Self:
        persons = [person for report in catalogue.reports for person in report.persons]
        withheld = frozenset(person.name for person in persons if person.withheld)
        published = frozenset(person.name for person in persons) - withheld
        return cls(published, Withheld.of(withheld, published))

    def person(self, named: Person) -> Person:
        """The person as today's data would have it: whoever they do not name is not named."""
        return Person(named.name, named.withheld or named.name not in self.published)

    def text(self, text: str) -> str:
        """A text without the withheld names, which may have been typed in it before they were withheld."""
        return self.withheld.replaced(text)

    def markup(self, text: str) -> str:
        """The same of HTML or Markdown."""
        return self.withheld.replaced_markup(text)

    def applied(self, catalogue: Catalogue) -> Catalogue:
        """An earlier state as it may be shown today: no text in it says a withheld name."""
        if self.withheld:
            cleaned = _Cleaned(self.text).of(catalogue)
            assert isinstance(cleaned, Catalogue), "only texts are replaced"
            catalogue = cleaned
        return replace(catalogue, reports=tuple(map(self._report, catalogue.reports)))

    def _report(self, report: Report) -> Report:
        signer = self.person(report.signer) if report.signer else None
        source = report.source
        if self.withheld.found(address_reading(source.name)):
            source = replace(source, name=WITHHELD)
        observations = tuple(map(self.observation, report.observations))
        return replace(report, signer=signer, source=source, observations=observations)

    def observation(self, figure: Observation) -> Observation:
        """A figure as it may be shown today."""
        if not figure.persons and not self.withheld:
            return figure
        return replace(
            figure,
            persons=tuple(map(self.person, figure.persons)),
            note=self.text(figure.note) if figure.note else None,
            reason=self.text(figure.reason) if figure.reason else None,
            value=self.text(figure.value) if isinstance(figure.value, str) else figure.value,
        )


class _Cleaned:
    """Parts of a record with every text in them replaced; a part without one that changes stays the same object."""

    def __init__(self, text: Callable[[str], str]) -> None:
        self._text = text
        # Indicators are shared by all that names them, and stay so; the part is kept, or its id may be given again.
        self._made: dict[int, tuple[object, object]] = {}

    def of(self, part: Any) -> Any:
        kind: Any = type(part)
        if _is_text(kind):
            return self._text(part)
        if not _is_compound(kind):
            return part
        if id(part) not in self._made:
            self._made[id(part)] = (part, self._compound(part))
        return self._made[id(part)][1]

    def _compound(self, part: Any) -> Any:
        if isinstance(part, tuple):
            made = tuple(map(self.of, part))
            return made if any(new is not old for new, old in zip(made, part, strict=True)) else part
        if isinstance(part, Mapping):
            entries = {self.of(key): self.of(value) for key, value in part.items()}
            return entries if any(entries.get(key) is not value for key, value in part.items()) else part
        kind: Any = type(part)
        values = ((name, getattr(part, name)) for name in _init_fields(kind))
        changed = {name: new for name, old in values if (new := self.of(old)) is not old}
        return replace(part, **changed) if changed else part


@cache
def _is_text(kind: type[object]) -> bool:
    return issubclass(kind, str) and not issubclass(kind, Enum)


@cache
def _is_compound(kind: type[object]) -> bool:
    """Whether a part of this type has parts that may be or hold texts."""
    # Of a person the name is what says who is meant; whether it is shown is another question. Ids are no words.
    return not issubclass(kind, Person | SeriesKey | ReportKey) and (
        issubclass(kind, tuple | Mapping) or is_dataclass(kind)
    )


@cache
def _init_fields(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.init)
