"""Files in which withheld names cannot be looked for."""

from collections.abc import Iterator

from macros.checks.index import Known
from macros.problems.problem import Place, Problem
from macros.reading.persons import named_persons
from macros.reading.project import Project


def warnings(project: Project, known: Known) -> Iterator[Problem]:
    """The text of a PDF file is numbers of a font's shapes: where a name is withheld, a person must look."""
    papers = sorted(path for path in project.choice.files if path.lower().endswith(".pdf"))
    if papers and any(person.withheld for person in named_persons(project)):
        more = f" và {len(papers) - 1} tệp PDF nữa" if papers[1:] else ""
        yield Problem(
            Place(f"docs/{papers[0]}"),
            "W513",
            f"chữ trong tệp PDF này{more} không đọc được, nên tên giữ kín trong đó không được tìm",
            "người đăng tệp đã tự xem",
            "mở từng tệp PDF, tìm tên bằng Ctrl+F; có tên thì thay bằng bản đã bỏ tên, không có thì không phải làm gì",
        )
