"""A page is kept by its face and by what all pages share: it is made again when one of them changes, and not before."""

from pathlib import Path

import pytest

from macros.hosts.site_build import build_site
from macros.publication.generated import Generator
from macros.publication.ledger import opened
from tests.fuzz.publishing import tree


def built(project: Path, site: Path, *, warm: bool) -> dict[str, bytes]:
    """Every file of the site of the project, with or without what was kept."""
    build_site(project, site, ledger=opened(project) if warm else None)
    return tree(site)


def test_a_page_whose_face_stays_is_not_made_again(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(project, tmp_path / "warm", warm=True)
    page = project / "docs/gioi-thieu.md"
    page.write_text(page.read_text("utf-8") + "\nThêm một đoạn.\n", "utf-8")
    cold = built(project, tmp_path / "cold", warm=False)

    def made(*_: object) -> str:
        raise AssertionError("a page was made from its face")

    monkeypatch.setattr(Generator, "_faced", made)
    assert built(project, tmp_path / "warm", warm=True) == cold


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("mkdocs.yml", "site_name: ", "site_name: Trang "),
        ("mkdocs.yml", "  - Trang chủ: index.md", "  - Về đầu: index.md"),
        ("data/glossary.yaml", "expansion: ", "expansion: nghĩa là "),
        ("data/reports/2031-A1.yaml", "value: ", "value: 1"),
    ],
)
def test_what_any_page_may_show_makes_it_again(
    project: Path, tmp_path: Path, file: str, before: str, after: str
) -> None:
    first = built(project, tmp_path / "warm", warm=True)
    path = project / file
    path.write_text(path.read_text("utf-8").replace(before, after, 1), "utf-8")
    warm = built(project, tmp_path / "warm", warm=True)
    assert warm != first
    assert warm == built(project, tmp_path / "cold", warm=False)
