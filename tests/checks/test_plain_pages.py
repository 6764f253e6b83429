"""A page that is known to be plain would pass the laws of markup if it were rendered."""

import random
from types import SimpleNamespace
from typing import Any, cast

import pytest

from macros.checks import markup
from macros.checks.index import Known
from macros.problems.problem import Problem
from macros.reading.mkdocs_settings import read_settings
from macros.reading.narrative import NarrativePage, parse_page
from macros.reading.outline import outlined
from macros.reading.project import Project
from macros.reading.sources import Folder
from tests.fuzz.projects import SNIPPETS
from tests.good_project import GOOD

FILES = Folder(GOOD)
SETTINGS, _ = read_settings(FILES)
# Between them most pages are plain: what becomes of one piece must not depend on what stands beside it.
WORDS = (
    "Một câu.", "- một\n- hai", "1. một\n2. hai", "1\\. một", "## Đề mục", "**đậm** và *nghiêng*", "> trích", "`mã`",
    "    mã", "* * *", "[trang](gioi-thieu.md)", "[a](https://vi-du.example/x)", "https://vi-du.example/a_b?c",
    'Số {{ observation("ho-so-tiep-nhan") }} hồ sơ.', '[{{ abbr("CQVD") }}](index.md#a)', "Từ\n:   Nghĩa", "a\n===",
    'Chú thích[^a].\n\n[^a]: Nội dung {{ typed("48") }}.', "A&B C; A&lt D", "A &amp; B", "&#60;b>",
    '[a](b "tên {{ typed("1") }}")', '[a](b "t) {{ typed("1") }}")',
    '[a][b {{ typed("1") }}]', '[a]({{ typed("javascript:x") }})', "[a](javascript:x)", "[a](a(b))", "[a](a\\)b)",
    '[b]: {{ typed("x") }}\n\n[b]', '*[{{ typed("x") }}]: y', '[^{{ typed("x") }}]: y', "[a]\n(b)", '[a](b\n"c")',
    "[[a](b)](c)", '!{{ typed("[a](b)") }}', '{{ typed("<b>") }}', "\u2028[a](b)", "\\[a](b)", "[a\\](b)",
)  # fmt: skip


def judged(page: NarrativePage) -> tuple[bool, list[Problem]]:
    """Whether a page is plain, and what is wrong with its markup; nothing of one that has no outline."""
    outline = outlined(page, SETTINGS)
    if outline is None:
        return False, []
    choice = SimpleNamespace(outlines={page.source: outline})
    project: Any = SimpleNamespace(pages=[page], choice=choice, settings=SETTINGS, files=FILES)
    return markup.is_plain(page, outline), list(markup.problems(cast(Project, project), cast(Known, None)))


def read(text: str) -> NarrativePage | None:
    page, _ = parse_page("docs/thu.md", "thu.md", text)
    return page


@pytest.mark.parametrize("seed", range(8))
def test_a_plain_page_has_nothing_that_is_forbidden(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    chance, plain = random.Random(seed), 0
    is_plain = markup.is_plain
    for _ in range(60):
        pieces = [*chance.choices(WORDS, k=chance.randint(1, 3)), *chance.choices(SNIPPETS, k=chance.randint(0, 1))]
        chance.shuffle(pieces)
        page = read("# Thử\n\n" + chance.choice(["\n\n", "\n", " "]).join(pieces))
        outline = outlined(page, SETTINGS) if page is not None else None
        if page is None or outline is None or not is_plain(page, outline):
            continue
        plain += 1
        with monkeypatch.context() as patch:
            patch.setattr(markup, "is_plain", lambda *_: False)
            assert judged(page)[1] == [], page.text
    assert plain >= 5


@pytest.mark.parametrize("piece", [*WORDS, *SNIPPETS])
def test_one_piece_alone_is_judged_the_same(monkeypatch: pytest.MonkeyPatch, piece: str) -> None:
    page = read(f"# Thử\n\n{piece}\n")
    if page is not None:
        shortened = judged(page)[1]
        monkeypatch.setattr(markup, "is_plain", lambda *_: False)
        assert judged(page)[1] == shortened
