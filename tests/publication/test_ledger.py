"""A wrong byte in the ledger never reaches the site, and whatever may change a site is part of what it is made from."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.publication import program as of_program
from macros.publication import user_places
from macros.publication.ledger import FOLDER, Ledger, key, opened
from macros.publication.unchanged import inputs
from tests.fuzz.publishing import tree
from tests.good_project import edit
from tests.history.repositories import Git
from tests.publication.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
KEY = key("a", b"b")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    kept = Ledger(tmp_path, b"secret")
    kept.keep(KEY, b"content")
    return kept


def entry(folder: Path) -> Path:
    return next(path for path in folder.rglob("*") if path.is_file())


def test_what_was_kept_is_found_again(ledger: Ledger, tmp_path: Path) -> None:
    assert ledger.kept(KEY) == b"content"
    assert ledger.kept(key("a", b"c")) is None
    assert Ledger(tmp_path, b"secret").kept(KEY) == b"content"


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: path.write_bytes(path.read_bytes() + b"x"),
        lambda path: path.write_bytes(path.read_bytes()[:20]),
        lambda path: path.write_bytes(bytes([path.read_bytes()[0] ^ 1]) + path.read_bytes()[1:]),
        lambda path: path.write_bytes(path.read_bytes()[:-1] + b"T"),
        lambda path: (path.rename(path.with_name("x")), path.symlink_to(path.with_name("x"))),
        lambda path: (path.unlink(), path.mkdir()),
        lambda path: (path.unlink(), os.mkfifo(path)),
        lambda path: path.unlink(),
    ],
)
def test_what_was_not_kept_by_us_is_nothing(ledger: Ledger, tmp_path: Path, harm: Callable[[Path], object]) -> None:
    harm(entry(tmp_path))
    assert ledger.kept(KEY) is None
    ledger.keep(KEY, b"again")
    assert ledger.kept(KEY) in (b"again", None)


def test_an_entry_is_good_for_its_key_and_its_user_alone(ledger: Ledger, tmp_path: Path) -> None:
    other = key("other")
    (tmp_path / other[:2]).mkdir(exist_ok=True)
    shutil.copy(entry(tmp_path), tmp_path / other[:2] / other[2:])
    assert ledger.kept(other) is None
    assert Ledger(tmp_path, b"another").kept(KEY) is None


def test_a_month_later_what_nobody_asked_for_is_gone(ledger: Ledger, tmp_path: Path) -> None:
    old, half, young = entry(tmp_path), tmp_path / "ab" / "x.tmp", tmp_path / "ab" / "y.tmp"
    half.parent.mkdir(exist_ok=True)
    kept = old.stat().st_mtime
    for path, days in ((old, 31), (half, 2), (young, 0)):
        path.touch()
        os.utime(path, (kept - days * 86_400,) * 2)
    ledger.tidy()
    assert (old.exists(), half.exists(), young.exists()) == (False, False, True)


def test_parts_of_a_key_do_not_run_together() -> None:
    assert len({key("ab", "c"), key("a", "bc"), key("abc"), key("ab", "c", "")}) == 4


def test_there_is_no_ledger_where_it_would_lead_elsewhere_or_has_no_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert opened(tmp_path) is not None
    (tmp_path / "linked").mkdir()
    (tmp_path / "linked" / ".cache").symlink_to(tmp_path)
    assert opened(tmp_path / "linked") is None
    monkeypatch.setattr(user_places, "state", lambda: tmp_path / "file")
    (tmp_path / "file").write_text("no folder")
    assert opened(tmp_path) is None


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owners there")
def test_a_secret_that_others_can_read_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(user_places, "state", lambda: tmp_path)
    assert opened(tmp_path) is not None
    secret = entry(tmp_path)
    assert secret.stat().st_mode & 0o077 == 0
    secret.chmod(0o644)
    assert opened(tmp_path) is None


# ---- a build of what stands already ---------------------------------------------------------------------------------


def change(path: str, old: str, new: str) -> Callable[[Path, Git], object]:
    return lambda project, git: edit(project / path, old, new)


@pytest.mark.parametrize(
    "changed",
    [
        change("data/reports/2031-S1.yaml", "value: 48", "value: 49"),
        change("docs/gioi-thieu.md", "# Giới thiệu", "# Giới thiệu trang"),
        change("mkdocs.yml", "site_name: ", "site_name: Trang "),
        lambda project, git: (project / "docs/them.md").write_text("# Thêm"),
        lambda project, git: (project / "data/units.yaml").rename(project / "data/units.yml"),
        lambda project, git: git("commit", "--allow-empty", "-m", "x"),
        lambda project, git: (project / "macros").mkdir() or (project / "macros/__init__.py").write_text("x"),
    ],
)
def test_whatever_may_change_a_site_is_part_of_what_it_is_made_from(
    project: Path, git: Git, changed: Callable[[Path, Git], object]
) -> None:
    before = inputs(project)
    assert before is not None
    assert inputs(project) == before
    changed(project, git)
    assert inputs(project) not in (before, None)


def test_the_environment_counts_as_far_as_the_settings_name_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(project / "mkdocs.yml", "site_name: ", "site_url: !ENV [DIA_CHI, '']\nsite_name: ")
    before = inputs(project)
    for name in ("TZ", "LANG", "LC_ALL", "PYTHONHASHSEED"):
        monkeypatch.setenv(name, "vi_VN")
    assert inputs(project) == before
    monkeypatch.setenv("DIA_CHI", "https://vi-du.example/")
    assert inputs(project) not in (before, None)


def test_the_place_of_a_project_does_not_count(project: Path, git: Git, tmp_path: Path) -> None:
    assert inputs(shutil.copytree(project, tmp_path / "elsewhere" / "x")) == inputs(project)


def test_another_program_is_another_site(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = inputs(project)
    folder = shutil.copytree(ROOT / "macros", project.parent / "program", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(of_program, "_PACKAGE", folder)
    of_program.program.cache_clear()
    assert inputs(project) == before
    (folder / "theme/main.html").write_text("x")
    of_program.program.cache_clear()
    assert inputs(project) not in (before, None)
    of_program.program.cache_clear()


@pytest.mark.parametrize("doubt", ["link", "pipe", "folder link", "backslash", "theme"])
def test_where_there_is_a_doubt_the_site_is_built(project: Path, doubt: str) -> None:
    match doubt:
        case "link":
            (project / "docs/x.txt").symlink_to(project / "mkdocs.yml")
        case "pipe":
            os.mkfifo(project / "docs/x")
        case "folder link":
            (project / "docs/x").symlink_to(project)
        case "backslash":
            edit(project / "mkdocs.yml", "site_name: ", 'site_author: "\\x41"\nsite_name: ')
        case "theme":
            edit(project / "mkdocs.yml", "  name: material", "  name: material\n  'custom_dir': giao-dien")
    assert inputs(project) is None


# What takes long to load, or is only there to be loaded by what does.
HEAVY = [
    *("mkdocs", "material", "mkdocs_macros", "pydantic", "jinja2", "markdown", "yaml", "nh3", "tinycss2", "pygments"),
    *("importlib.metadata", "macros.loading.assembly", "macros.record", "macros.reporting"),
]
WITHOUT_A_HOST = f"""
import sys
HEAVY = {HEAVY}
from macros.cli import main
try:
    main(sys.argv[1:])
finally:
    print(sorted(sys.modules.keys() & set(HEAVY)))
"""


def build_alone(project: Path, *options: str) -> list[str]:
    """What a build in a process of its own says, and last which of the heavy modules it has loaded."""
    command = [sys.executable, "-c", WITHOUT_A_HOST, "--project", str(project), "build", *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return [*done.stderr.splitlines(), *done.stdout.splitlines()]


def test_a_second_build_reads_nothing_and_says_the_same(project: Path, git: Git) -> None:
    first = build_alone(project)
    site = tree(project / "site")
    inode = (project / "site").stat().st_ino
    second = build_alone(project)
    assert (first[:-1], second) == (second[:-1], [*first[:-1], "[]"])
    assert (project / "site").stat().st_ino == inode
    assert tree(project / "site") == site
    assert "macros.loading.assembly" in build_alone(project, "--no-cache")[-1]
    assert (project / "site").stat().st_ino != inode


def test_what_a_build_has_to_do_it_does_without_another_host(project: Path) -> None:
    """Nor does it parse style sheets again."""
    build_alone(project)
    edit(project / "data/reports/2031-S1.yaml", "value: 48", "value: 49")
    edit(project / "docs/gioi-thieu.md", "# Giới thiệu", "# Giới thiệu trang")
    loaded = build_alone(project)[-1]
    assert "macros.loading.assembly" in loaded
    assert [name for name in ("mkdocs", "material", "mkdocs_macros", "tinycss2") if f"'{name}'" in loaded] == []


@pytest.mark.parametrize(
    "harm",
    [
        lambda site: (site / "index.html").unlink(),
        lambda site: (site / "index.html").write_text("x"),
        lambda site: (site / ".congkhai.json").unlink(),
        lambda site: shutil.rmtree(site),
    ],
)
def test_a_site_that_does_not_stand_whole_is_built(run: Run, project: Path, harm: Callable[[Path], object]) -> None:
    assert run("build").status == 0
    whole = tree(project / "site")
    harm(project / "site")
    assert run("build").status == 0
    assert tree(project / "site") == whole
    assert (project / FOLDER).is_dir()


def test_what_the_host_keeps_in_the_site_stays_without_a_build(run: Run, project: Path) -> None:
    assert run("build").status == 0
    (project / "site/CNAME").write_text("cchc.vi-du.example")
    inode = (project / "site").stat().st_ino
    assert run("build").status == 0
    assert ((project / "site").stat().st_ino, (project / "site/CNAME").exists()) == (inode, True)
