"""The switch, killed or interrupted before each of its changes: the old site stands whole, or the new."""

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.hosts.site_build import _publish
from macros.publication import former_places, switch
from macros.publication.manifest import MANIFEST, Manifest, digest
from macros.publication.workspace import finish_interrupted, workspace, workspace_folder
from tests.fuzz.publishing import INTERRUPTED, Tree, at_change, cases, ended, forked, in_two_steps, tree

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked")
HOST = {"CNAME": b"cchc.example.vn\n", ".well-known/a/khoa": b"khoa", "bao-cao/them.txt": b"them"}
OLD = {"index.html": b"old", "bao-cao/index.html": b"old report", "bao-cao/cu/index.html": b"gone tomorrow"}
NEW = {"index.html": b"new", "bao-cao/index.html": b"new report", "van-ban/index.html": b"new"}


def made(folder: Path, files: Tree) -> Path:
    """A folder with the files and their manifest, as a build leaves it."""
    manifest = Manifest({path: digest(content) for path, content in files.items()}).text().encode()
    written(folder, files | {MANIFEST: manifest})
    return folder


def written(folder: Path, files: Tree) -> None:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def published(site: Path, prepare: Callable[[], None]) -> int:
    """How a child ends that publishes the new tree at `site`."""

    def action() -> int:
        switch.settle = lambda folder: None  # it changes nothing, and costs more than all the rest
        prepare()
        with workspace(site, lambda _: None) as place:
            staging = made(place.fresh("new"), NEW)
            _publish(place, staging)
        return 0

    return ended(forked(action, site.parents[1]))


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGINT], ids=["killed", "interrupted"])
@pytest.mark.parametrize("one_step", [True, False], ids=["one step", "two steps"])
@pytest.mark.parametrize("before", ["a site", "no site", "an empty folder"])
def test_the_site_is_whole_wherever_publishing_ends(
    tmp_path: Path, before: str, one_step: bool, sent: signal.Signals
) -> None:
    if one_step and switch._swap is None:
        pytest.skip("this system cannot exchange two folders")
    site = tmp_path / "public" / "site"
    host = HOST if before == "a site" else {}
    new = tree(made(tmp_path / "new", NEW)) | host
    number, status, seen = 0, -1, set()
    while status != 0:
        number += 1
        shutil.rmtree(site.parent, ignore_errors=True)
        site.parent.mkdir()
        if before != "no site":
            site.mkdir()
        if before == "a site":
            written(made(site, OLD), host)
        old = tree(site)

        def prepare(number: int = number) -> None:
            if not one_step:
                in_two_steps()
            at_change(number, sent)

        status = published(site, prepare)
        assert status in {0, INTERRUPTED, -sent}
        if one_step:
            assert tree(site) in (old, new), f"before change {number}, at once"
        finish_interrupted(site)
        assert tree(site) in (old, new), f"before change {number}, after the next start"
        seen.add(tree(site) == new)
        assert [path.name for path in site.parent.iterdir()] == ["site"] * site.exists()
    assert number > 15
    assert seen == {False, True}


def test_an_exchange_that_the_disk_refuses_is_done_in_two_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(switch, "exchange", lambda one, other: False)
    one, other = made(tmp_path / "one", OLD), made(tmp_path / "other", NEW)
    assert switch.perform(one, other, tmp_path / "old") == tmp_path / "old"
    assert tree(one).keys() == {*NEW, MANIFEST}
    assert tree(tmp_path / "old").keys() == {*OLD, MANIFEST}


def test_an_exchange_changes_the_places_of_two_folders(tmp_path: Path) -> None:
    if switch._swap is None:
        pytest.skip("this system cannot exchange two folders")
    one, other = made(tmp_path / "one", OLD), made(tmp_path / "other", NEW)
    assert switch.exchange(one, other)
    assert (tree(one).keys(), tree(other).keys()) == ({*NEW, MANIFEST}, {*OLD, MANIFEST})
    with pytest.raises(FileNotFoundError):
        switch.exchange(one, tmp_path / "none")


def test_a_second_rename_that_fails_brings_the_old_site_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(switch, "exchange", lambda one, other: False)
    site = made(tmp_path / "site", OLD)
    with pytest.raises(FileNotFoundError):
        switch.perform(site, tmp_path / "none", tmp_path / "old")
    assert tree(site).keys() == {*OLD, MANIFEST}


@pytest.mark.parametrize("journal", ["", "{}", "[]", '{"new": "../x", "old": "y", "inode": 1}', "\ud800"])
def test_a_journal_that_cannot_be_read_locks_nobody_out(tmp_path: Path, journal: str) -> None:
    site = made(tmp_path / "site", OLD)
    folder = workspace_folder(site)
    folder.mkdir()
    (folder / "lock").touch()
    (folder / "journal.json").write_text(journal, "utf-8", "surrogatepass")
    assert published(site, lambda: None) == 0
    assert tree(site).keys() == {*NEW, MANIFEST}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_build_ended_at_any_moment_leaves_a_whole_site() -> None:
    assert cases(20310630, lambda done: done < 6) == 6


def test_a_switch_outside_the_project_is_completed_by_its_next_command(tmp_path: Path) -> None:
    root, site = tmp_path / "project", tmp_path / "www" / "site"
    root.mkdir()
    site.parent.mkdir()
    old = tree(made(site, OLD))
    new, number, status, gone = tree(made(tmp_path / "new", NEW)), 0, -1, 0
    while status != 0:
        number += 1
        shutil.rmtree(site.parent)
        site.parent.mkdir()
        made(site, OLD)

        def prepare(number: int = number) -> None:
            in_two_steps()
            former_places.note(root, site)
            at_change(number, signal.SIGKILL)

        status = published(site, prepare)
        gone += not site.exists()
        # What `check`, `build` and `serve` begin with, for a project whose usual place was never built.
        former_places.finish_all_interrupted(root, root / "site")
        assert tree(site) in (old, new), f"before change {number}"
        assert [path.name for path in site.parent.iterdir()] == ["site"]
        assert list((root / ".cache" / "switching").iterdir()) == []
    assert gone


def test_a_note_of_a_build_that_runs_stays(tmp_path: Path) -> None:
    root, site = tmp_path / "project", tmp_path / "www" / "site"
    root.mkdir()
    with workspace(site, lambda _: None):
        former_places.note(root, site)
        former_places.finish_all_interrupted(root, root / "site")
        assert len(list((root / ".cache" / "switching").iterdir())) == 1
    former_places.settled(root, site)
    assert list((root / ".cache" / "switching").iterdir()) == []
