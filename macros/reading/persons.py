"""The persons that reports name, and where in its file each stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.problems.problem import Place
from macros.reading.project import Entry, Project
from macros.reading.report_summary import SummedPerson, report_summary
from macros.reading.shapes import ReportFile
from macros.reading.yaml_records import Spot


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person as a report names them: beside a figure, or as the one who signed."""

    entry: Entry[ReportFile]
    summed: SummedPerson

    @property
    def name(self) -> str:
        return self.summed.name

    @property
    def withheld(self) -> bool:
        return self.summed.withheld

    @property
    def spot(self) -> Spot:
        return self.summed.spot

    @property
    def place(self) -> Place:
        """Where the name stands; of one that is not withheld, that reads the file once more."""
        return self.summed.place or self.entry.record.place(self.spot)


def named_persons(project: Project) -> list[NamedPerson]:
    """Every person that a report of the project names, in the order of the reports; none where nobody is withheld."""
    named = [NamedPerson(entry, person) for entry in project.reports for person in report_summary(entry).persons]
    return named if any(person.withheld for person in named) else []


def withheld_places(project: Project) -> Mapping[str, Place]:
    """Each name that is withheld, as it is typed, with the place where it first is."""
    return {person.name: person.place for person in reversed(named_persons(project)) if person.withheld}
