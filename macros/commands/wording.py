"""The words of the site, for the editor who reads them as a whole."""

from collections.abc import Iterator, Mapping

import click

from macros.commands.printed import say
from macros.commands.usage import VietnameseCommand
from macros.problems.problem import nearest
from macros.wording import Sentences, pages, sentences


@click.command(cls=VietnameseCommand)
@click.argument("page", required=False, metavar="[TRANG]", help="Tên một phần, ví dụ report. Nếu không ghi: mọi phần.")
def wording(page: str | None) -> None:
    """In mọi câu chữ mà người đọc trang thấy, xếp theo trang, kèm tên của từng câu; để đọc soát và sửa câu chữ."""
    room = {module.__name__.rpartition(".")[2]: module for module in pages()}
    if page is not None and page not in room:
        near = nearest(page, room)
        hint = f"Có phải là “{near}”?" if near else f"Các phần: {', '.join(room)}."
        raise click.UsageError(f"không có phần “{page}”. {hint}")
    chosen = [page] if page is not None else list(room)
    say("\n\n".join("\n".join(_printed(name, sentences(room[name]))) for name in chosen))


def _printed(page: str, said: Mapping[str, Sentences]) -> Iterator[str]:
    """A page as lines: what it is and where it is written, then each sentence behind its name."""
    heading = f"{said['PAGE']} (macros/wording/{page}.py)"
    yield heading
    yield "=" * len(heading)
    for name, told in said.items():
        match told:
            case str() if name != "PAGE":
                yield f"{name}: {_shown(told)}"
            case tuple():
                yield f"{name}:"
                yield from (f"  {number}. {_shown(one)}" for number, one in enumerate(told, 1))
            case Mapping():
                yield f"{name}:"
                yield from (f"  {key}: {_shown(one)}" for key, one in told.items())


def _shown(sentence: str) -> str:
    """The sentence; in quotation marks where it is empty or has spaces at its ends, which would not be seen."""
    return sentence if sentence and sentence == sentence.strip() else f"“{sentence}”"
