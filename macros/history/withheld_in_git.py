"""Names that are withheld today, and that git still tells whoever has the repository."""

from collections.abc import Iterator, Mapping

from macros.history.public_states import Past, State
from macros.problems.problem import Place, Problem
from macros.withholding.withheld import Withheld


def remembered_names(places: Mapping[str, Place], past: Past) -> Iterator[Problem]:
    """Each withheld name that a public state of a report once said, told once, with the state that said it first.

    `places` are those that withhold the names today. Pages of today are cleaned of it; what was committed stays until
    somebody rewrites the history.
    """
    for typed, place in sorted(places.items(), key=lambda known: known[1]):
        withheld, silent = Withheld.of([typed]), set[int]()
        states = (state for report in sorted(past.states, key=str) for state in past.states[report])
        said = next((state for state in states if _says(state, withheld, silent)), None)
        if said is not None:
            yield Problem(
                place,
                "W512",
                f"tên “{typed}” nay giữ kín, nhưng lịch sử git còn giữ ở báo cáo {said.version.report.period}",
                "tên giữ kín không nằm trong kho mà người ngoài xem được",
                "trang và các bản lưu đã bỏ tên này; nếu kho git công khai, nhờ người bảo trì xóa tên khỏi lịch sử",
            )


def _says(state: State, withheld: Withheld, silent: set[int]) -> bool:
    """Whether a state named the person in the open, or in a text.

    `silent` are figures that do not, by identity: states of a report share most of them.
    """
    for figure in state.version.figures.values():
        if id(figure) in silent:
            continue
        silent.add(id(figure))
        if any(not kept and withheld.is_one(name) for name, kept in figure.persons):
            return True
        if any(text and withheld.found(text) for text in (figure.note, figure.reason, figure.value)):
            return True
    return any(revision.reason and withheld.found(revision.reason) for revision in state.version.revisions)
