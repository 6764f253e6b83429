"""A withheld name is published nowhere."""

from collections.abc import Iterator

from macros.checks.known import Known
from macros.problems import Place, Problem
from macros.reading.project import Project
from macros.vietnamese import fold


def problems(project: Project, known: Known) -> Iterator[Problem]:
    """A name that one figure withholds stands in no other text of the data and on no page."""
    withheld = {
        person.name: entry.record.place(("observations", n, "persons", k, "name"))
        for entry in project.reports
        for n, observation in enumerate(entry.shape.observations)
        for k, person in enumerate(observation.persons)
        if person.withheld
    }
    if not withheld:
        return
    records = [entry.record for entry in project.reports]
    records += [entry.record for entry in project.indicators]
    records += [entry.record for entry in project.relations]
    records += [entry.record for entry in project.remarks]
    records += [project.documents.record] if project.documents else []
    files = [(record.path, record.text) for record in records] + [(page.path, page.text) for page in project.pages]
    names = [fold(name) for name in withheld]
    for path, text in files:
        # Most files hold no such name; only those that do are looked through line by line.
        if not any(name in folded for folded in (fold(text),) for name in names):
            continue
        for n, line in enumerate(text.split("\n"), 1):
            for name, place in withheld.items():
                if fold(name) in fold(line) and (path, n) != (place.path, place.line):
                    yield Problem(
                        Place(path, n, fold(line).index(fold(name)) + 1),
                        "E419",
                        f"tên «{name}» được giữ kín ở {place} lại xuất hiện ở đây",
                        "tên đã giữ kín không xuất hiện ở chỗ nào khác",
                        "thay tên bằng chức danh, hoặc đặt vào «persons» với «withheld: true»",
                    )
