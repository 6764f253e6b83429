"""What is this user's is told from what somebody else could have put there, or could read."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.publication import ledger, user_places
from macros.publication.user_places import A_DAY, is_guarded, is_secret, used

owned = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owners there")


def _file(path: Path, mode: int = 0o600) -> Path:
    path.write_text("x")
    path.chmod(mode)
    return path


def _folder(path: Path, mode: int = 0o700) -> Path:
    path.mkdir()
    path.chmod(mode)
    return path


def _link(path: Path, to: Path) -> Path:
    path.symlink_to(to)
    return path


@owned
@pytest.mark.parametrize(
    ("make", "secret", "guarded"),
    [
        (_file, True, False),
        (lambda path: _file(path, 0o640), False, False),
        (lambda path: _file(path, 0o604), False, False),
        (_folder, False, True),
        (lambda path: _folder(path, 0o755), False, True),
        (lambda path: _folder(path, 0o775), False, False),
        (lambda path: _folder(path, 0o757), False, False),
        (lambda path: _link(path, _file(path.with_name("file"))), False, False),
        (lambda path: _link(path, _folder(path.with_name("folder"))), False, False),
    ],
)
def test_what_counts_is_the_thing_itself_and_who_else_may(
    tmp_path: Path, make: Callable[[Path], Path], secret: bool, guarded: bool
) -> None:
    made = make(tmp_path / "made")
    assert (is_secret(made), is_guarded(made)) == (secret, guarded)


@owned
def test_what_belongs_to_another_user_is_not_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, folder = _file(tmp_path / "file"), _folder(tmp_path / "folder")
    monkeypatch.setattr(os, "geteuid", lambda: file.stat().st_uid + 1)
    assert (is_secret(file), is_guarded(folder)) == (False, False)


@pytest.mark.parametrize("ask", [is_secret, is_guarded])
def test_of_what_is_not_there_nothing_is_told(tmp_path: Path, ask: Callable[[Path], bool]) -> None:
    with pytest.raises(FileNotFoundError):
        ask(tmp_path / "nothing")


@pytest.mark.parametrize(("age", "touched"), [(A_DAY - 60, False), (A_DAY + 60, True)])
def test_what_is_in_use_tells_so_once_a_day(tmp_path: Path, age: float, touched: bool) -> None:
    file = _file(tmp_path / "file")
    now = file.stat().st_mtime
    os.utime(file, (now - age, now - age))
    used(file, now)
    assert (file.stat().st_mtime > now - age + 1) == touched


@pytest.mark.skipif(sys.platform == "win32", reason="one place for both there")
def test_places_follow_the_user_and_then_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    for variable in ("XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, f"/{variable}")
    assert (user_places.state(), user_places.cache()) == (Path("/XDG_STATE_HOME"), Path("/XDG_CACHE_HOME"))
    for variable in ("XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(variable)
    assert (user_places.state(), user_places.cache()) == (tmp_path / ".local/state", tmp_path / ".cache")


def test_whoever_has_no_home_has_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.setattr(user_places, "state", homeless)
    assert ledger.secret() is None
