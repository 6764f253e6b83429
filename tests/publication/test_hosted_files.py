"""What the host keeps in the folder of a site stays; nothing that no build has made is replaced or removed."""

import os
from pathlib import Path

import pytest

from macros.addresses import LICENCES
from macros.publication.hosted_files import is_former_file, ours
from macros.publication.manifest import MANIFEST
from tests.fuzz.publishing import tree
from tests.good_project import edit
from tests.publication.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
HOST = {
    "CNAME": b"cchc.example.vn\n",
    ".htaccess": b"Options -Indexes\n",
    ".well-known/acme-challenge/khoa": b"khoa",
    "web.config": b"<configuration/>",
    "bao-cao/ban-giay.pdf": b"%PDF",
    "thong-ke/2031/thang-1.html": b"<title>Trang cua may chu</title>",
}


def put(site: Path, files: dict[str, bytes]) -> None:
    for path, content in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)


def changed(project: Path) -> None:
    """The next build makes other pages than the one before it."""
    edit(project / "data/reports/2031-S1.yaml", "value: 48", "value: 49")
    (project / "docs/gioi-thieu.md").rename(project / "docs/ve-chung-toi.md")
    edit(project / "mkdocs.yml", "gioi-thieu.md", "ve-chung-toi.md")


@pytest.mark.parametrize("one_step", [True, False])
def test_files_of_the_host_stay_from_build_to_build(
    run: Run, project: Path, standing: Path, one_step: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not one_step:
        monkeypatch.setattr("macros.publication.switch.exchange", lambda one, other: False)
    site = standing
    put(site, HOST)
    (site / "trong" / "rong").mkdir(parents=True)
    (site / "lien-ket").symlink_to("CNAME")
    os.chmod(site / ".well-known", 0o711)
    os.chmod(site, 0o751)
    changed(project)
    for _ in range(2):
        assert run("build").status == 0
        assert run("build", "--site-dir", str(project / "rieng")).status == 0
        assert {path: content for path, content in tree(site).items() if path in HOST} == HOST
        assert tree(site).keys() - HOST.keys() - {"lien-ket"} == tree(project / "rieng").keys()
        assert (site / "trong" / "rong").is_dir()
        assert os.readlink(site / "lien-ket") == "CNAME"
        assert ((site / ".well-known").stat().st_mode & 0o777, site.stat().st_mode & 0o777) == (0o711, 0o751)
        assert not (site / "gioi-thieu").exists()


def test_what_the_host_writes_during_the_switch_is_not_lost(
    run: Run, project: Path, standing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from macros.publication import switch

    site = standing
    put(site, HOST)
    begin = switch.begin

    def meanwhile(*paths: Path) -> None:
        begin(*paths)
        (site / "CNAME").unlink()  # as an editor saves: another file of that name
        put(site, {"CNAME": b"moi.example.vn\n", ".well-known/moi": b"moi"})

    monkeypatch.setattr(switch, "begin", meanwhile)
    assert run("build").status == 0
    assert (site / "CNAME").read_bytes() == b"moi.example.vn\n"
    assert (site / ".well-known/moi").read_bytes() == b"moi"


@pytest.mark.parametrize(
    ("theirs", "told"),
    [
        ({"ve-chung-toi/index.html": b"trang rieng"}, "ve-chung-toi/index.html"),
        ({"ve-chung-toi": b"mot tep"}, "ve-chung-toi"),
        ({"ve-chung-toi/index.html/mot.txt": b"mot tep"}, "ve-chung-toi/index.html/mot.txt"),
    ],
)
def test_a_file_of_the_host_where_a_new_page_is_to_stand_is_not_replaced(
    run: Run, project: Path, standing: Path, theirs: dict[str, bytes], told: str
) -> None:
    site = standing
    put(site, theirs)
    before = tree(site)
    changed(project)
    outcome = run("build")
    assert outcome == (
        1,
        "",
        f"“{site / told}” không do congkhai tạo, mà trang mới cũng có tệp ở đúng chỗ đó. Cách sửa: chuyển tệp đó đi "
        "nơi khác, hoặc đổi tên tệp trong docs/\nChưa dựng xong; trang công khai không bị thay đổi.\n",
    )
    assert tree(site) == before


# ---- folders that no build has made ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "files",
    [
        {"quan-trong.txt": b"dung xoa"},
        {"sitemap.xml": b"<urlset/>", "index.html": b"<title>Trang khac</title>"},
        {"sitemap.xml": b"<urlset/>", "index.html": b"assets/congkhai.css", "api/v1/reports/x.json": b"{}"},
        {MANIFEST: b"hong", "quan-trong.txt": b"dung xoa"},
        {"index.html": b'<link href="assets/congkhai.0123456789.css">', "sitemap.xml": b"<urlset/>"},
    ],
    ids=["a file", "a map", "a page that names us", "a broken manifest", "no figures"],
)
def test_a_foreign_folder_is_refused_and_untouched(run: Run, project: Path, files: dict[str, bytes]) -> None:
    foreign = project.parent / "tai-lieu"
    put(foreign, files)
    outcome = run("build", "--site-dir", str(foreign))
    assert outcome.status == 1
    assert outcome.err.startswith(f"thư mục “{foreign}” có tệp không phải do congkhai dựng. Cách sửa: ")
    assert tree(foreign) == files


@pytest.mark.parametrize(
    "files",
    [{}, {"CNAME": b"a"}, {".git/HEAD": b"ref: refs/heads/gh-pages\n", ".nojekyll": b""}, {"web.config": b"<a/>"}],
)
def test_a_folder_that_a_host_has_prepared_is_built_into(run: Run, project: Path, files: dict[str, bytes]) -> None:
    folder = project.parent / "trang"
    folder.mkdir()
    put(folder, files)
    assert run("build", "--site-dir", str(folder)).status == 0
    assert (folder / "index.html").is_file()
    assert {path: content for path, content in tree(folder).items() if path in files} == files


# ---- folders of the version before there were manifests ------------------------------------------------------------


def test_a_site_of_the_former_version_is_replaced_and_the_rest_of_it_stays(
    run: Run, project: Path, standing: Path
) -> None:
    site = standing
    (site / MANIFEST).unlink()
    put(site, HOST)
    put(site, {"giay-phep-phan-mem.txt": b"of another day"})
    changed(project)
    assert run("build").status == 0
    assert run("build", "--site-dir", str(project / "rieng")).status == 0
    assert tree(site) == tree(project / "rieng") | HOST


def test_every_file_that_a_build_makes_is_known_without_its_manifest(whole_site: Path) -> None:
    """All but what the next build makes again: pictures and other files of docs/, and the licences."""
    unknown = [path for path in tree(whole_site) if not is_former_file(whole_site, path)]
    assert {path for path in unknown if not (ROOT / "docs" / path).is_file()} == {MANIFEST, LICENCES}


def test_pages_of_another_program_are_not_taken_for_ours(tmp_path: Path) -> None:
    put(
        tmp_path,
        {"a.html": b"<p>assets/congkhai.css</p>", "b.html": b'<link rel=stylesheet href="assets/congkhai.1.css">'},
    )
    assert (is_former_file(tmp_path, "a.html"), is_former_file(tmp_path, "b.html")) == (False, True)
    assert ours(tmp_path) is None
