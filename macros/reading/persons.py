"""The persons that reports name, and where in its file each stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.problems.problem import Place
from macros.reading.project import Entry, Project
from macros.reading.shapes import ReportFile
from macros.reading.yaml_records import Record, Spot


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person as a report names them: beside a figure, or as the one who signed."""

    name: str
    withheld: bool
    record: Record
    spot: Spot

    @property
    def place(self) -> Place:
        """Where the name stands; that reads the file a second time."""
        return self.record.place(self.spot)


def named_persons(project: Project) -> list[NamedPerson]:
    """Every person that a report of the project names, in the order of the reports; none where nobody is withheld."""
    if not any(_withholds(entry.shape) for entry in project.reports):
        return []
    return [person for entry in project.reports for person in _persons(entry)]


def withheld_places(project: Project) -> Mapping[str, Place]:
    """Each name that is withheld, as it is typed, with the place where it first is."""
    return {person.name: person.place for person in reversed(named_persons(project)) if person.withheld}


def _withholds(report: ReportFile) -> bool:
    signed = report.signer is not None and report.signer.withheld
    return signed or any(person.withheld for o in report.observations for person in o.persons)


def _persons(entry: Entry[ReportFile]) -> Iterator[NamedPerson]:
    report, record = entry.shape, entry.record
    if report.signer:
        yield NamedPerson(report.signer.name, report.signer.withheld, record, ("signer", "name"))
    for n, observation in enumerate(report.observations):
        for k, person in enumerate(observation.persons):
            yield NamedPerson(person.name, person.withheld, record, ("observations", n, "persons", k, "name"))
