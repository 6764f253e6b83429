"""What the program keeps of its own is right under every doubt, and a build needs none of it."""

import marshal
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from macros.outputs.html.compiled_templates import CompiledTemplates
from macros.publication import program, program_shelf, user_places
from macros.publication.program_shelf import ProgramShelf
from tests.fuzz.publishing import tree
from tests.publication.conftest import Run


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's cache that holds nothing yet."""
    monkeypatch.setattr(program_shelf, "_folder", lambda: tmp_path / "cache")
    return tmp_path / "cache"


def opened() -> ProgramShelf:
    shelf = program_shelf.opened()
    assert shelf is not None
    return shelf


def entries(cache: Path) -> list[Path]:
    return sorted(path for path in cache.rglob("*") if path.is_file())


@pytest.fixture
def of_another_program(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    return lambda number: monkeypatch.setattr(program_shelf, "program", lambda: f"{number:032}" * 2)


def rendered(shelf: ProgramShelf | None, source: str, kind: str = "pages") -> tuple[str, str]:
    """What a template says, and where its code came from."""
    made: list[str] = []

    class Watched(Environment):
        def _compile(self, source: str, filename: str) -> object:
            made.append(filename)
            return super()._compile(source, filename)

    templates = CompiledTemplates(kind, shelf)
    environment = Watched(loader=DictLoader({"a.html": source}), bytecode_cache=templates, autoescape=kind == "pages")
    return environment.get_template("a.html").render(x="<"), "compiled" if made else "kept"


def test_a_template_is_compiled_once_for_a_program(cache: Path, of_another_program: Callable[[int], None]) -> None:
    assert rendered(opened(), "{{ x }}") == ("&lt;", "compiled")
    assert rendered(opened(), "{{ x }}") == ("&lt;", "kept")
    assert rendered(opened(), "{{ x }} ") == ("&lt; ", "compiled")
    assert rendered(opened(), "{{ x }}", "frame") == ("<", "compiled")
    assert rendered(None, "{{ x }}") == ("&lt;", "compiled")
    of_another_program(1)
    assert rendered(opened(), "{{ x }}") == ("&lt;", "compiled")


HOSTILE = marshal.dumps(compile("raise SystemExit('run')", "a.html", "exec"))


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: path.write_bytes(path.read_bytes() + b"x"),
        lambda path: path.write_bytes(bytes([path.read_bytes()[0] ^ 1]) + path.read_bytes()[1:]),
        lambda path: path.write_bytes(path.read_bytes()[:32] + HOSTILE),
        lambda path: (path.unlink(), os.mkfifo(path)),
        lambda path: (path.unlink(), path.mkdir()),
        lambda path: (path.unlink(), path.symlink_to("/dev/zero")),
    ],
)
def test_code_that_this_program_did_not_keep_is_not_run(cache: Path, harm: Callable[[Path], object]) -> None:
    rendered(opened(), "{{ x }}")
    (entry,) = entries(cache)
    harm(entry)
    assert rendered(opened(), "{{ x }}") == ("&lt;", "compiled")


def test_what_is_kept_for_one_template_is_nothing_for_another(cache: Path) -> None:
    rendered(opened(), "{{ x }}")
    (first,) = entries(cache)
    rendered(opened(), "{{ x }}!")
    (second,) = (path for path in entries(cache) if path != first)
    shutil.copy(first, second)
    assert rendered(opened(), "{{ x }}!") == ("&lt;!", "compiled")


def test_what_another_user_sealed_is_nothing(cache: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    rendered(opened(), "{{ x }}")
    monkeypatch.setattr(user_places, "state", lambda: tmp_path / "another")
    assert rendered(opened(), "{{ x }}") == ("&lt;", "compiled")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owners there")
@pytest.mark.parametrize("folder", [".", program.program()[:32]])
def test_there_is_no_shelf_where_others_can_write(cache: Path, folder: str) -> None:
    opened()
    (cache / folder).chmod(0o777)
    assert program_shelf.opened() is None


def test_there_is_no_shelf_without_a_home(cache: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    cache.write_text("no folder")
    assert program_shelf.opened() is None
    program_shelf.tidy()
    cache.unlink()
    (tmp_path / "elsewhere").mkdir()
    cache.symlink_to(tmp_path / "elsewhere")
    assert program_shelf.opened() is None

    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.setattr(program_shelf, "_folder", homeless)
    assert program_shelf.opened() is None
    program_shelf.tidy()


def test_what_programs_of_former_days_made_goes(cache: Path, of_another_program: Callable[[int], None]) -> None:
    for number in range(6):
        of_another_program(number)
        rendered(opened(), "{{ x }}")
        (used,) = (folder for folder in cache.iterdir() if folder.name == f"{number:032}")
        os.utime(used, (number * 100_000, number * 100_000))
    of_another_program(0)
    opened()
    program_shelf.tidy()
    assert sorted(folder.name for folder in cache.iterdir()) == [f"{number:032}" for number in (0, 3, 4, 5)]
    assert rendered(opened(), "{{ x }}") == ("&lt;", "kept")


def test_a_site_is_the_same_with_and_without_what_is_kept(run: Run, project: Path, cache: Path) -> None:
    """Empty, full, spoilt, and where nothing can be written."""
    sites = []
    for harm in (lambda: None, lambda: None, lambda: spoil(cache), lambda: close(cache)):
        harm()
        shutil.rmtree(project / ".cache", ignore_errors=True)
        shutil.rmtree(project / "site", ignore_errors=True)
        assert run("build").status == 0
        sites.append(tree(project / "site"))
    assert run("build", "--no-cache").status == 0
    assert all(site == tree(project / "site") for site in sites)


def spoil(cache: Path) -> None:
    assert len(entries(cache)) > 20
    for number, path in enumerate(entries(cache)):
        content = path.read_bytes()
        path.write_bytes(content[: len(content) // 2] if number % 2 else content[:-1] + b"x")


def close(cache: Path) -> None:
    shutil.rmtree(cache)
    cache.write_text("no folder")


def test_without_a_cache_nothing_is_taken_or_put_there(run: Run, cache: Path) -> None:
    assert run("build", "--no-cache").status == 0
    assert not cache.exists()
