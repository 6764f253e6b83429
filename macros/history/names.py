"""Which names of persons an earlier state may show: those that are published today, and no other."""

import re
from dataclasses import dataclass, replace
from typing import Self

from macros.model import Catalogue, Observation, Person, Report
from macros.wording import figures


@dataclass(frozen=True, slots=True)
class Names:
    """The names that are published today, and those that are withheld somewhere, which is to say everywhere."""

    published: frozenset[str]
    withheld: frozenset[str]

    @classmethod
    def of(cls, catalogue: Catalogue) -> Self:
        persons = [person for report in catalogue.reports for person in _persons(report)]
        withheld = frozenset(person.name for person in persons if person.withheld)
        return cls(frozenset(person.name for person in persons) - withheld, withheld)

    def person(self, named: Person) -> Person:
        """The person as today's data would have it: whoever they do not name is not named."""
        return Person(named.name, named.withheld or named.name not in self.published)

    def text(self, text: str) -> str:
        """A text without the withheld names, which may have been typed in it before they were withheld."""
        for name in sorted(self.withheld, key=len, reverse=True):
            text = re.sub(re.escape(name), figures.WITHHELD, text, flags=re.IGNORECASE)
        return text

    def applied(self, catalogue: Catalogue) -> Catalogue:
        """An earlier state as it may be shown today."""
        return replace(catalogue, reports=tuple(map(self._report, catalogue.reports)))

    def _report(self, report: Report) -> Report:
        signer = self.person(report.signer) if report.signer else None
        return replace(report, signer=signer, observations=tuple(map(self.observation, report.observations)))

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


def _persons(report: Report) -> list[Person]:
    named = [person for observation in report.observations for person in observation.persons]
    return [*named, report.signer] if report.signer else named
