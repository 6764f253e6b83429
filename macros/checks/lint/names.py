"""Persons named where their name could not be withheld."""

from collections.abc import Iterator

from macros.checks.index import Known
from macros.checks.person_rules import NAMED_PERSON
from macros.problems.problem import Problem
from macros.reading.project import Project


def warnings(project: Project, known: Known) -> Iterator[Problem]:
    """A person's name stands in `persons`, where it can be withheld while the figure stays."""
    for entry in project.reports:
        for n, observation in enumerate(entry.shape.observations):
            if named := NAMED_PERSON.search(observation.note or ""):
                yield Problem(
                    entry.record.place(("observations", n, "note")),
                    "W505",
                    f"tên người “{named[0]}” viết thẳng trong ghi chú",
                    "tên người đặt ở “persons”, trong câu viết {1}, {2}, …",
                    "chuyển tên vào “persons”, thay bằng {1} trong “note”",
                    observation.indicator,
                )
