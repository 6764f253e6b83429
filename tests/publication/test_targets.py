"""Where a site may stand, and what is said where it cannot: one sentence, and nothing is touched."""

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from macros.publication import targets
from macros.publication.trouble import BuildFailed, sentence
from tests.fuzz.publishing import tree
from tests.publication.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
UNCHANGED = "\nChưa dựng xong; trang công khai không bị thay đổi.\n"


@pytest.mark.parametrize(
    "folder", ["docs", "docs/trang", "docs/bao-cao/trang", "data", "data/reports/trang", "macros/x"]
)
def test_no_site_stands_among_the_sources(run: Run, project: Path, folder: str) -> None:
    (project / "macros").mkdir()
    before = tree(project)
    room = folder.split("/")[0]
    assert run("build", "--site-dir", str(project / folder)) == (
        1,
        "",
        f"“{project / folder}” nằm trong thư mục {room}/ của dự án, nên không dựng trang vào đấy. "
        f"Cách sửa: chọn một thư mục bên ngoài, ví dụ thư mục site của dự án{UNCHANGED}",
    )
    assert tree(project) == before


@pytest.mark.parametrize("place", ["project", "above the project", "root", "home", "above home"])
def test_what_holds_the_project_or_the_home_folder_is_not_replaced(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    home = project.parent / "nguoi-dung" / "an"
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    site = {
        "project": project,
        "above the project": project.parent,
        "root": Path("/"),
        "home": home,
        "above home": home.parent,
    }[place]
    outcome = run("build", "--site-dir", str(site))
    assert outcome.status == 1
    name = "thư mục riêng của người dùng" if "home" in place else "thư mục dự án"
    assert outcome.err == (
        f"“{site.resolve()}” là {name} hoặc chứa thư mục đó, nên không dựng trang vào đấy. "
        f"Cách sửa: chọn một thư mục riêng cho trang{UNCHANGED}"
    )
    assert (project / "mkdocs.yml").is_file()


def test_a_link_into_the_sources_is_seen_through(run: Run, project: Path) -> None:
    (project.parent / "trang").symlink_to(project / "docs")
    outcome = run("build", "--site-dir", str(project.parent / "trang" / "moi"))
    assert outcome.err.startswith(f"“{project / 'docs' / 'moi'}” nằm trong thư mục docs/ của dự án")


def test_a_link_to_a_folder_stays_and_leads_to_the_new_site(run: Run, project: Path) -> None:
    target = project.parent / "may-chu" / "cchc"
    target.mkdir(parents=True)
    (project / "site").symlink_to(target)
    for _ in range(2):
        assert run("build") == (0, f"Đã dựng 39 trang vào {target}.\n", "")
        assert (project / "site").is_symlink()
        assert (target / "index.html").is_file()
        assert [path.name for path in target.parent.iterdir()] == ["cchc"]


@pytest.mark.parametrize("to", ["khong-co", "site"])
def test_a_link_that_leads_nowhere_is_refused(run: Run, project: Path, to: str) -> None:
    (project / "site").symlink_to(to)
    assert run("build") == (
        1,
        "",
        f"“{project / 'site'}” là liên kết dẫn tới nơi không có. Cách sửa: sửa hoặc xóa liên kết, hoặc chọn thư mục "
        f"khác{UNCHANGED}",
    )
    assert (project / "site").is_symlink()
    assert run("check").status == 0


@pytest.mark.parametrize("path", ["tep", "tep/site"])
def test_a_file_in_the_way_is_left(run: Run, project: Path, path: str) -> None:
    (project / "tep").write_text("một tệp")
    outcome = run("build", "--site-dir", str(project / path))
    assert outcome.status == 1
    assert outcome.err.count("\n") == 2
    assert "là một tệp, không phải thư mục" in outcome.err or "một phần của đường dẫn là tệp" in outcome.err
    assert (project / "tep").read_text() == "một tệp"


@pytest.mark.parametrize("mounted", ["site", "site/.well-known", "site/tai ve"])
def test_a_place_where_a_disk_is_mounted_is_refused(
    run: Run, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mounted: str
) -> None:
    place = str(project / mounted).replace(" ", "\\040")
    table = tmp_path / "mountinfo"
    table.write_text(
        f"22 1 0:20 / / rw - ext4 /dev/root rw\n36 22 98:0 / {place} rw,noatime - ext4 /dev/x rw\n", "utf-8"
    )
    monkeypatch.setattr(targets, "_MOUNTS", table)
    outcome = run("build")
    assert outcome.status == 1
    assert outcome.err.startswith(f"“{project / 'site'}” là nơi gắn ổ đĩa, hoặc bên trong có nơi gắn ổ đĩa, nên ")
    assert not (project / "site").exists()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EXDEV, errno.EIO, errno.ENODEV])
def test_what_the_system_refuses_is_said_in_one_sentence(
    run: Run, project: Path, standing: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    old = tree(standing)

    def refused(path: Path, content: bytes) -> int:
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr(Path, "write_bytes", refused)
    outcome = run("build")
    assert outcome.status == 1
    assert (outcome.err.count("\n"), outcome.err.endswith(UNCHANGED)) == (2, True)
    assert "Cách sửa: " in outcome.err
    assert "lỗi ngoài dự kiến" not in outcome.err
    assert tree(standing) == old
    assert [path.name for path in project.glob("*site*")] == ["site"]


def test_an_error_is_about_what_the_system_named() -> None:
    full = OSError(errno.ENOSPC, "No space left on device", "/a/b")
    assert sentence(full, Path("/a")) == (
        "hết chỗ trên ổ đĩa khi ghi “/a/b”. Cách sửa: xóa bớt tệp không cần, rồi chạy lại"
    )
    assert sentence(OSError(errno.EROFS, ""), Path("/a")).startswith("“/a” nằm trên ổ đĩa chỉ đọc.")
    assert str(BuildFailed("x")) == f"x{UNCHANGED}".rstrip("\n")


def test_a_site_that_another_build_is_just_switching_is_no_mistake(project: Path) -> None:
    """Without an exchange there is a moment without a site, and whoever comes then waits for the lock all the same."""
    site, ended = project / "site", threading.Event()
    site.mkdir()

    def switching() -> None:
        while not ended.is_set():
            site.rename(project / "cu")
            (project / "cu").rename(site)

    other = threading.Thread(target=switching)
    other.start()
    try:
        assert {targets.site_target(project, site) for _ in range(2000)} == {site}
    finally:
        ended.set()
        other.join()


# ---- with disks of our own, where this system lets us mount them ---------------------------------------------------

ALONE = ["unshare", "--map-root-user", "--mount", "sh", "-c"]


def mounting() -> bool:
    try:
        return subprocess.run([*ALONE, "mount -t tmpfs none /mnt"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.mark.skipif(not mounting(), reason="this system lets nobody mount a disk of his own")
@pytest.mark.parametrize(
    ("mount", "site", "told"),
    [
        ("mount -t tmpfs -o size=120k none {disk}", "site", "hết chỗ trên ổ đĩa khi ghi “"),
        ("mount -t tmpfs -o ro none {disk}", "site", "nằm trên ổ đĩa chỉ đọc. Cách sửa: "),
        ("mount -t tmpfs none {disk}", "", "“{disk}” là nơi gắn ổ đĩa, hoặc bên trong có nơi gắn ổ đĩa, nên "),
    ],
    ids=["full", "read-only", "mount point"],
)
def test_a_disk_that_takes_no_site_is_named(project: Path, tmp_path: Path, mount: str, site: str, told: str) -> None:
    disk = tmp_path / "dia"
    disk.mkdir()
    build = f'"{sys.executable}" -m macros.cli --project "{project}" build --site-dir "{disk / site}"'
    shell = f"{mount.format(disk=disk)} && {{ {build}; echo $?; ls -A '{disk}'; }}"
    outcome = subprocess.run([*ALONE, shell], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert outcome.stdout == "1\n", "status, and nothing is left on the disk"
    assert told.format(disk=disk) in outcome.stderr
    assert outcome.stderr.endswith(UNCHANGED)
    assert outcome.stderr.count("\n") == 2


@pytest.mark.skipif(not mounting(), reason="this system lets nobody mount a disk of his own")
def test_a_site_on_a_disk_of_its_own_is_switched_there(project: Path, tmp_path: Path) -> None:
    disk = tmp_path / "dia"
    disk.mkdir()
    build = f'"{sys.executable}" -m macros.cli --project "{project}" build --site-dir "{disk / "site"}"'
    shell = f"mount -t tmpfs none '{disk}' && {build} && echo x > '{disk / 'site/CNAME'}' && {build} && ls -A '{disk}'"
    outcome = subprocess.run([*ALONE, shell], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (outcome.stderr, outcome.stdout.splitlines()[-1]) == ("", "site")
