"""What the processes of a run share is made once and whole, whoever asks first."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.sharing import made_once


def test_whoever_asks_at_once_gets_the_one_that_was_made(tmp_path: Path) -> None:
    # The lock is one of open files: it keeps threads apart as it does processes.
    made: list[Path] = []
    together = threading.Barrier(6)

    def make(folder: Path) -> None:
        made.append(folder)
        folder.mkdir()
        (folder / "text").write_text(str(len(made)), "utf-8")

    def ask(_: int) -> tuple[Path, str]:
        together.wait()
        folder = made_once(tmp_path / "shared", "site", make)
        return folder, (folder / "text").read_text("utf-8")

    with ThreadPoolExecutor(6) as pool:
        answers = set(pool.map(ask, range(6)))
    assert len(made) == 1
    assert answers == {(tmp_path / "shared/site/whole", "1")}


def test_what_could_not_be_made_is_tried_again_from_nothing(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        folder.mkdir()
        raise RuntimeError("half way")

    def make(folder: Path) -> None:
        assert not folder.exists()
        folder.mkdir()

    for _ in range(2):
        with pytest.raises(RuntimeError, match="half way"):
            made_once(tmp_path, "site", fail)
    assert list(made_once(tmp_path, "site", make).iterdir()) == []


def test_things_of_two_names_do_not_wait_for_each_other(tmp_path: Path) -> None:
    outer = made_once(tmp_path, "one", lambda folder: made_once(tmp_path, "other", Path.mkdir).rename(folder))
    assert outer == tmp_path / "one/whole"
