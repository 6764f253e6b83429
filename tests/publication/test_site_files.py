"""A new site takes over what stands, and never a byte that was changed there."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.publication.artifact import Artifact
from macros.publication.known_files import KnownFiles
from macros.publication.ledger import Ledger
from macros.publication.placing import Plan
from macros.publication.site_files import SiteFiles
from macros.withholding.withheld import Withheld
from tests.fuzz.publishing import tree
from tests.good_project import edit
from tests.publication.conftest import Run

_A_MINUTE = 60_000_000_000


class Site:
    """A site that is built again and again from pieces of text, each made under a key that is its text."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.made = folder, list[str]()
        self.ledger = Ledger(folder / "ledger", b"secret")
        self.site, self.new = folder / "site", folder / "new"

    def _made(self, content: str) -> bytes:
        self.made.append(content)
        return content.encode()

    def build(self, names: tuple[str, ...] = (), **files: str) -> list[str]:
        """What had to be made for it."""
        self.made.clear()
        artifacts = [
            Artifact(address, said, self._made, f"key of {said}", dear=False) for address, said in files.items()
        ]
        found = SiteFiles(self.site, self.ledger)
        Plan(self.folder, Withheld.of(names), artifacts, ledger=self.ledger).publish(self.new, found)
        shutil.rmtree(self.site, ignore_errors=True)
        self.new.rename(self.site)
        for path in self.site.rglob("*"):
            os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns - _A_MINUTE))
        found.put = {
            address: put._replace(mark=put.mark._replace(written=put.mark.written - _A_MINUTE))
            for address, put in found.put.items()
        }
        found.keep()
        assert {path: known for path, known in tree(self.site).items() if path in files} == {
            path: said.encode() for path, said in files.items()
        }
        return sorted(self.made)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = Site(tmp_path)
    assert made.build(a="1", b="2") == ["1", "2"]
    return made


def test_what_was_made_from_the_same_is_one_file_with_two_names(site: Site) -> None:
    inodes = {path: (site.site / path).stat().st_ino for path in "ab"}
    assert site.build(a="1", b="3", c="4") == ["3", "4"]
    assert (site.site / "a").stat().st_ino == inodes["a"]
    assert site.build(b="3", c="4") == []
    assert not (site.site / "a").exists()


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: path.write_bytes(b"x"),
        lambda path: path.write_bytes(b"longer"),
        lambda path: path.unlink(),
        lambda path: (path.unlink(), path.symlink_to("b")),
        lambda path: (path.unlink(), path.mkdir()),
        lambda path: path.with_name("b").replace(path),
    ],
)
def test_what_was_changed_where_it_stands_is_made_again(site: Site, harm: Callable[[Path], object]) -> None:
    found = (site.site / "a").stat()
    harm(site.site / "a")
    os.utime(site.site / "a", ns=(found.st_atime_ns, found.st_mtime_ns)) if (site.site / "a").exists() else None
    assert "1" in site.build(a="1", b="2")


def test_what_is_changed_while_it_is_taken_over_is_made_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = KnownFiles.seen

    def changed_after(known: KnownFiles, path: str) -> object:
        found = seen(known, path)
        (site.site / path).write_bytes(b"x")
        return found

    monkeypatch.setattr(KnownFiles, "seen", changed_after)
    assert site.build(a="1", b="2") == ["1", "2"]


def test_where_no_file_has_two_names_it_is_made(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refused)
    assert site.build(a="1", b="2") == ["1", "2"]


def test_for_other_names_every_file_is_looked_through_again(site: Site) -> None:
    assert site.build(("Châu Hoàng Tú",), a="1", b="2") == ["1", "2"]
    assert site.build(("Châu Hoàng Tú",), a="1", b="2") == []


def test_a_manifest_of_somebody_else_makes_nothing_known(site: Site) -> None:
    edit(site.site / ".congkhai.json", '"a"', '"c"')
    assert site.build(a="1", b="2") == ["1", "2"]


def test_a_build_after_an_edit_takes_over_what_it_did_not_change(run: Run, project: Path) -> None:
    assert run("build").status == 0
    before = {path: path.stat() for path in (project / "site").rglob("*") if path.is_file()}
    edit(project / "data/reports/2031-S1.yaml", "value: 48", "value: 49")
    assert run("build").status == 0
    kept = {path for path, found in before.items() if path.exists() and path.stat().st_ino == found.st_ino}
    same = {path for path in before if path.exists() and path.stat().st_mtime_ns == before[path].st_mtime_ns}
    assert kept == same
    changed = {path.relative_to(project / "site").as_posix() for path in before.keys() - kept}
    assert "api/v1/reports/2031-S1.json" in changed
    assert "gioi-thieu/index.html" not in changed
    assert tree(project / "site") == _cold(run, project)


def test_a_definition_that_is_taken_back_is_taken_back_on_every_page(run: Run, project: Path) -> None:
    definitions = project / "data/indicators/thu-tuc.yaml"
    for old, new in (("chia cho", "so với"), ("so với", "chia cho")):
        assert run("build").status == 0
        edit(definitions, old, new)
    assert run("build").status == 0
    assert tree(project / "site") == _cold(run, project)


def _cold(run: Run, project: Path) -> dict[str, bytes]:
    assert run("build", "--no-cache", "--site-dir", str(project / "cold")).status == 0
    return tree(project / "cold")
