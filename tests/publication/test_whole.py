"""A site is published when every file that was planned is in it, by one build at a time."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from macros.hosts import site_build
from macros.hosts.site_build import build_site
from macros.publication import lock, switch
from macros.publication.ledger import Ledger
from macros.publication.manifest import MANIFEST, Manifest, digest, read_manifest
from macros.publication.phases import Phases
from macros.publication.site_files import SiteFiles
from macros.publication.trouble import BuildFailed
from macros.publication.workspace import workspace, workspace_folder
from tests.fuzz.publishing import tree
from tests.good_project import edit
from tests.publication.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
MKDOCS = [sys.executable, "-m", "mkdocs", "build", "-q"]


def command(project: Path, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    """The command in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "macros.cli", "--project", str(project), *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


# ---- every planned file ---------------------------------------------------------------------------------------------


def test_the_manifest_tells_of_every_file_of_the_site(run: Run, project: Path, standing: Path) -> None:
    files = tree(standing)
    known = json.loads(files.pop(MANIFEST))
    assert known == {"congkhai": 1, "files": {path: digest(files[path]) for path in sorted(files)}}
    assert {"index.html", "404.html", "sitemap.xml.gz", "api/v1/reports/2031-S1.csv"} <= known["files"].keys()


@pytest.mark.parametrize(
    ("path", "harm"),
    [
        ("index.html", "gone"),
        ("404.html", "empty"),
        ("api/v1/reports/2031-S1.json", "cut"),
        ("tim-kiem/index/catalogue.js", "a folder"),
    ],
)
def test_a_file_that_is_not_as_planned_keeps_the_site_as_it_was(
    run: Run, project: Path, standing: Path, monkeypatch: pytest.MonkeyPatch, path: str, harm: str
) -> None:
    old = tree(standing)
    edit(project / "data/reports/2031-S1.yaml", "value: 48", "value: 49")
    rendered = site_build._render

    def harmed(
        root: Path, staging: Path, ledger: Ledger | None, phases: Phases, files: SiteFiles
    ) -> tuple[tuple[str, ...], bool]:
        rendered(root, staging, ledger, phases, files)
        content = (staging / path).read_bytes()
        (staging / path).unlink()
        if harm in {"empty", "cut"}:
            (staging / path).write_bytes(content[: len(content) // 2 if harm == "cut" else 0])
        elif harm == "a folder":
            (staging / path).mkdir()
        return (), True

    monkeypatch.setattr(site_build, "_render", harmed)
    outcome = run("build")
    assert outcome.status == 1
    assert outcome.err.startswith(f"bản dựng thiếu hoặc sai 1 trên {len(old) - 1} tệp đã định: {path}. Cách sửa: ")
    assert outcome.err.endswith("Chưa dựng xong; trang công khai không bị thay đổi.\n")
    assert tree(standing) == old


def test_a_site_without_its_plan_is_not_published(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        site_build, "_render", lambda root, staging, *_: ((), (staging / "index.html").write_text("trang") > 0)
    )
    outcome = run("build")
    assert (outcome.status, (project / "site").exists()) == (1, False)
    assert outcome.err.startswith("bản dựng không có danh sách tệp đã định")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"congkhai": 2, "files": {}}',
        '{"congkhai": 1, "files": [1]}',
        '{"congkhai": 1, "files": {"a": 1}}',
    ],
)
def test_a_manifest_that_cannot_be_read_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST).write_text(text)
    assert read_manifest(tmp_path) is None


def test_a_file_that_nobody_planned_keeps_the_site_as_it_was(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("build").status == 0
    old, rendered = tree(project / "site"), site_build._render
    edit(project / "data/reports/2031-S1.yaml", "value: 48", "value: 49")

    def beside(
        root: Path, staging: Path, ledger: Ledger | None, phases: Phases, files: SiteFiles
    ) -> tuple[tuple[str, ...], bool]:
        rendered(root, staging, ledger, phases, files)
        (staging / "them").mkdir()
        (staging / "them/index.html").write_text("trang")
        return (), True

    monkeypatch.setattr(site_build, "_render", beside)
    outcome = run("build")
    assert outcome.status == 1
    assert outcome.err.startswith("bản dựng có 1 tệp ngoài danh sách đã định: them/index.html. Cách sửa: ")
    assert tree(project / "site") == old


def test_the_text_of_a_manifest_is_in_the_order_of_its_paths() -> None:
    assert Manifest({"b": "2", "a": "1"}).text() == Manifest({"a": "1", "b": "2"}).text()


def test_site_builds_the_same_site(run: Run, project: Path, standing: Path) -> None:
    subprocess.run([*MKDOCS, "--site-dir", str(project.parent / "mkdocs")], cwd=project, check=True)
    ours, theirs = tree(standing), tree(project.parent / "mkdocs")
    assert ours.keys() == theirs.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []
    subprocess.run(MKDOCS, cwd=project, check=True)
    assert tree(standing) == ours
    edit(project / "data/reports/2031-S1.yaml", "value: 48", "value: 49")
    assert run("build").status == 0


@pytest.mark.parametrize("given", ["1700000000", "không phải số"])
def test_the_environment_sets_no_clock(run: Run, project: Path, standing: Path, given: str) -> None:
    built = command(project, "build", "--site-dir", str(project.parent / "khac"), SOURCE_DATE_EPOCH=given)
    assert (built.wait(), *built.communicate()[1:]) == (0, "")
    assert tree(project.parent / "khac") == tree(standing)
    with gzip.open(project / "site/sitemap.xml.gz") as map:
        map.read()
        assert map.mtime == 0


# ---- one build at a time --------------------------------------------------------------------------------------------


def test_a_second_build_waits_for_the_first_and_says_so(project: Path) -> None:
    site = project / "site"
    with workspace(site, lambda _: None):
        second = command(project, "build")
        assert second.stderr is not None
        assert second.stderr.readline() == f"Một lần dựng khác đang ghi vào “{site}”; đợi lần đó xong rồi dựng tiếp …\n"
        assert not site.exists()
    assert second.wait() == 0
    assert (site / "index.html").is_file()
    assert [path.name for path in project.glob("*site*")] == ["site"]


def test_a_build_that_waits_in_vain_says_so_and_does_nothing(project: Path) -> None:
    site, told = project / "site", []
    with workspace(site, lambda _: None) as place:
        staging = place.fresh("new")
        staging.mkdir()
        with pytest.raises(BuildFailed) as failed:
            build_site(project, site, told.append, patience=0)
        assert staging.is_dir(), "what a living build works in is nobody else's"
    assert str(failed.value) == (
        f"một lần dựng khác vẫn đang ghi vào “{site}” sau 0 giây chờ. "
        "Cách sửa: đợi lần đó xong (hoặc dừng nó bằng Ctrl+C), rồi chạy lại congkhai build\n"
        "Chưa dựng xong; trang công khai không bị thay đổi."
    )
    assert len(told) == 1


def test_builds_into_two_folders_do_not_wait_for_each_other(project: Path, tmp_path: Path) -> None:
    with workspace(project / "site", lambda _: None):
        assert build_site(project, tmp_path / "khac", patience=0).pages > 0


def test_the_lock_of_a_killed_build_is_free_and_what_it_left_is_cleared(project: Path) -> None:
    site = project / "site"
    killed = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(site)], cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert killed.stdout is not None
    assert killed.stdout.readline() == "held\n"
    killed.kill()
    killed.wait()
    assert len(list(workspace_folder(site).iterdir())) == 2
    assert build_site(project, site, patience=0).pages > 0
    assert [path.name for path in project.glob("*site*")] == ["site"]


HOLDING = """
import sys, time
from pathlib import Path
from macros.publication.workspace import workspace
with workspace(Path(sys.argv[1]), print) as place:
    place.fresh("new").mkdir()
    print("held", flush=True)
    time.sleep(600)
"""


def test_whoever_locks_a_file_that_was_taken_away_locks_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, there = tmp_path / "work" / "lock", lock._still_there

    def taken_away(handle: int, path: Path) -> bool:
        monkeypatch.setattr(lock, "_still_there", there)
        path.unlink()
        path.parent.rmdir()
        return there(handle, path)

    monkeypatch.setattr(lock, "_still_there", taken_away)
    handle = lock.acquire(path)
    assert handle is not None
    assert os.path.samestat(os.fstat(handle), path.stat())
    assert lock.acquire(path) is None
    lock.release(handle, path)
    assert list(tmp_path.iterdir()) == []


def test_whoever_finds_a_folder_that_is_taken_away_makes_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, make = tmp_path / "work" / "lock", os.mkdir

    def there_before(folder: Path, mode: int) -> None:
        monkeypatch.setattr(os, "mkdir", make)
        raise FileExistsError(folder)

    monkeypatch.setattr(os, "mkdir", there_before)
    handle = lock.acquire(path)
    assert handle is not None
    lock.release(handle, path)
    # Where a file has the name no folder can be made.
    path.parent.touch()
    with pytest.raises(FileExistsError):
        lock.acquire(path)


def test_a_lock_keeps_its_folder_while_something_else_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "work" / "lock"
    handle = lock.acquire(path)
    assert handle is not None
    (path.parent / "rest").touch()
    lock.release(handle, path)
    assert path.is_file()


# ---- Ctrl+C ---------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process of another group cannot be interrupted alone there")
@pytest.mark.parametrize("published", [False, True])
def test_an_interrupted_build_says_which_site_stands(
    run: Run, project: Path, standing: Path, monkeypatch: pytest.MonkeyPatch, published: bool
) -> None:
    old = tree(standing)
    edit(project / "data/reports/2031-S1.yaml", "value: 48", "value: 49")
    perform = switch.perform

    def interrupted(*paths: Path) -> None:
        if published:
            perform(*paths)
        signal.raise_signal(signal.SIGINT)
        time.sleep(10)

    monkeypatch.setattr(switch, "perform", interrupted)
    stands = "bản vừa dựng xong đã thành trang công khai" if published else "trang công khai không bị thay đổi"
    assert run("build") == (130, "", f"Đã dừng theo yêu cầu (Ctrl+C); {stands}.\n")
    assert (tree(standing) == old) is not published
    assert [path.name for path in project.glob("*site*")] == ["site"]


def test_an_interrupted_check_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("macros.commands.judging.checked_project", interrupted)
    outcome = run("check")
    assert (outcome.status, outcome.out, outcome.err.strip()) == (130, "", "Đã dừng theo yêu cầu (Ctrl+C).")


# ---- the next start -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("start", ["check", "build"])
def test_the_next_start_completes_what_was_begun(run: Run, project: Path, standing: Path, start: str) -> None:
    site, folder = standing, workspace_folder(standing)
    whole = tree(site)
    folder.mkdir()
    (folder / "lock").touch()
    new, old = folder / f"new-{'0' * 16}", folder / f"old-{'1' * 16}"
    site.rename(new)
    switch.begin(folder, new, old)
    assert run(start).status == 0
    assert tree(site) == whole
    assert not folder.exists()


@pytest.mark.parametrize("left", ["site.dang-dung", "site.ban-cu"])
def test_what_the_former_version_left_is_cleared_or_restored(
    run: Run, project: Path, standing: Path, left: str
) -> None:
    site, whole = standing, tree(standing)
    (site / MANIFEST).unlink()
    site.rename(project / left)
    assert run("check").status == 0
    restored = {path: content for path, content in whole.items() if path != MANIFEST}
    assert (tree(site) if site.exists() else None) == (restored if left == "site.ban-cu" else None)
    assert not (project / left).exists()


@pytest.mark.parametrize("name", ["site.dang-dung", "site.ban-cu", ".site.congkhai/new-của-tôi", "site.cu"])
def test_a_folder_of_that_name_that_is_not_ours_is_left_alone(run: Run, project: Path, name: str) -> None:
    folder = project / name
    folder.mkdir(parents=True)
    (folder / "quan-trong.txt").write_text("đừng xóa")
    outcome = run("build")
    assert (folder / "quan-trong.txt").read_text() == "đừng xóa"
    if name.startswith("."):
        assert outcome.err == (
            f"“{folder.parent}” không do congkhai tạo, mà congkhai cần tên đó để dựng trang. "
            "Cách sửa: đổi tên hoặc chuyển đi nơi khác\nChưa dựng xong; trang công khai không bị thay đổi.\n"
        )
    else:
        assert outcome.status == 0
