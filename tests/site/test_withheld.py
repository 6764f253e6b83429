"""A withheld name is on no page and in no file of the site, and where one would be the site is not published."""

import subprocess
import sys
from pathlib import Path

import pytest

from macros.hosts.site_build import build_site
from macros.loading.assembly import checked_catalogue, load_catalogue
from macros.problems.problem import Problems
from macros.publication.trouble import BuildFailed
from macros.withholding.guard import published_names
from macros.withholding.withheld import Withheld
from macros.wording.figures import WITHHELD
from tests.good_project import edit
from tests.history.repositories import Git

NAME = "Lê Văn Bịa Đặt"
REPORT, PAGE, TERMS = "data/reports/2031-S1.yaml", "docs/bao-cao/2031-s1.md", "data/glossary.yaml"
EVERYWHERE = f"""
Cảm ơn Lê **Văn** Bịa
Đặt và L&ecirc; VĂN Bịa Đặt, {{{{ document("02-kh-cqvd-2031", "văn bản của {NAME}") }}}}.

Bà Lê [Văn](https://vi-du.example/1) Bịa Đặt, Lê Văn[^ten] Bịa Đặt và Lê-Văn-Bịa-Đặt.

[^ten]: Chú thích.

## Về {NAME}
"""


def said(site: Path) -> list[tuple[str, str]]:
    """The files of a site that say the name."""
    paths = [path for path in sorted(site.rglob("*")) if path.is_file()]
    files = [(path.relative_to(site).as_posix(), path.read_bytes()) for path in paths]
    return list(published_names(files, Withheld.of([NAME])))


def withhold(project: Path) -> None:
    edit(project / REPORT, f"- name: {NAME}", f"- name: {NAME}\n        withheld: true")


def add(page: Path, text: str) -> None:
    page.write_text(f"{page.read_text('utf-8')}\n{text}\n", "utf-8", newline="\n")


def test_withholding_later_cleans_what_is_kept(project: Path, git: Git, tmp_path: Path) -> None:
    kept = {path: (project / path).read_text("utf-8") for path in (REPORT, PAGE, TERMS)}
    edit(project / REPORT, "Nơi nhận ví dụ", f"Ông {NAME}")
    edit(project / REPORT, "Báo cáo ghi sẽ quyết toán cuối năm.", f"Chờ {NAME} duyệt.")
    edit(project / REPORT, "bao-cao-vi-du-2031-s1.txt", "bc-le-van-bia-dat.txt")
    edit(project / TERMS, "expansion: Cơ quan ví dụ", f"expansion: Cơ quan của {NAME}")
    add(project / PAGE, EVERYWHERE)
    git("commit", "-aq", "--amend", "-m", "named")
    build_site(project, tmp_path / "named")
    assert len(said(tmp_path / "named")) > 5
    for path, text in kept.items():
        (project / path).write_text(text, "utf-8", newline="\n")
    withhold(project)
    git("commit", "-aqm", "withheld")
    build_site(project, tmp_path / "site")
    assert said(tmp_path / "site") == []
    pages = list((tmp_path / "site/bao-cao/2031-s1").glob("v*/index.html"))
    assert not any("bc-le-van-bia-dat" in page.read_text("utf-8") for page in pages)
    assert any("Cảm ơn " + WITHHELD in page.read_text("utf-8") for page in pages)


def test_a_build_says_that_the_history_still_holds_the_name(project: Path, git: Git, tmp_path: Path) -> None:
    withhold(project)
    command = [sys.executable, "-m", "macros.cli", "--project", project, "build", "--site-dir", tmp_path / "site"]
    made = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert made.stderr.count("W512") == 1
    assert f"tên “{NAME}” nay giữ kín" in made.stderr


def test_the_same_person_may_be_withheld_in_two_places(project: Path, tmp_path: Path) -> None:
    withhold(project)
    edit(project / REPORT, "  name: Nguyễn Văn Ví Dụ", f"  name: {NAME}\n  withheld: true")
    build_site(project, tmp_path / "site")
    assert said(tmp_path / "site") == []


def test_what_no_check_sees_is_refused_before_it_is_public(project: Path, tmp_path: Path) -> None:
    withhold(project)
    edit(project / "data/indicators/thu-tuc.yaml", "label: Tiếp nhận phản ánh", "label: Tiếp nhận Lê Văn")
    add(project / "docs/gioi-thieu.md", '{{ indicator("phan-anh") }} Bịa Đặt')
    with pytest.raises(BuildFailed) as refused:
        build_site(project, tmp_path / "site")
    told = f"gioi-thieu/index.html: E419 tên “{NAME}” được giữ kín sắp bị công khai ở gioi-thieu/index.html"
    assert str(refused.value).startswith(told)
    assert not (tmp_path / "site").exists()
    # The other way to build leaves no such file behind either.
    command = [sys.executable, "-m", "mkdocs", "build", "-f", project / "mkdocs.yml", "-d", tmp_path / "other"]
    assert subprocess.run(command, capture_output=True, check=False).returncode != 0
    assert (tmp_path / "other/bao-cao/index.html").is_file()
    assert said(tmp_path / "other") == []


@pytest.mark.parametrize(
    "text",
    [
        "[Lê](https://vi-du.example/1) [Văn](https://vi-du.example/2) Bịa Đặt",
        "Lê Văn[^a] Bịa Đặt\n\n[^a]: Chú thích.",
        "[Lê Văn][a] Bịa Đặt\n\n[a]: https://vi-du.example/1",
        '{{ foreign(text="Lê Văn", language="vi") }} Bịa Đặt',
        "[tệp](LeVanBiaDat.txt)",
        "[trang](le-van-bia-dat.md)",
    ],
)
def test_a_name_that_only_the_finished_page_says_is_told_by_the_check(project: Path, text: str) -> None:
    withhold(project)
    (project / "docs/LeVanBiaDat.txt").write_text("x", "utf-8")
    (project / "docs/le-van-bia-dat.md").write_text("# Trang\n\nChữ.\n", "utf-8")
    add(project / "docs/gioi-thieu.md", text)
    with pytest.raises(Problems) as found:
        load_catalogue(project)
    assert {problem.code for problem in found.value.problems} == {"E419"}


def test_the_name_of_the_source_file_is_read_as_words(project: Path) -> None:
    withhold(project)
    edit(project / REPORT, "file: bao-cao-vi-du-2031-s1.txt", "file: 12-bc_Le-Van-Bia-Dat.txt")
    with pytest.raises(Problems) as found:
        load_catalogue(project)
    assert [problem.code for problem in found.value.problems] == ["E419"]


def test_an_attached_file_is_read_too(project: Path) -> None:
    withhold(project)
    (project / "docs/bang.csv").write_text(f"ten\n{NAME.upper()}\n", "utf-8")
    add(project / "docs/gioi-thieu.md", "[Bảng](bang.csv)")
    with pytest.raises(Problems) as found:
        load_catalogue(project)
    assert [(str(problem.place), problem.code) for problem in found.value.problems] == [("docs/bang.csv", "E419")]


def test_a_file_that_cannot_be_looked_through_is_refused_and_a_pdf_file_is_left_to_a_person(project: Path) -> None:
    add(project / "docs/gioi-thieu.md", "[Bảng](bang.xlsx) [Một](mot.pdf) [Hai](hai.pdf)")
    for name in ("mot.pdf", "hai.pdf"):
        (project / "docs" / name).write_bytes(b"%PDF-1.4 x")
    # What Excel writes of a sheet with a password.
    (project / "docs/bang.xlsx").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600)
    # Where nobody is withheld, nothing is looked for.
    edit(project / REPORT, "        withheld: true\n", "")
    assert checked_catalogue(project)[1] == []
    withhold(project)
    with pytest.raises(Problems) as found:
        checked_catalogue(project)
    assert [str(problem.place) for problem in found.value.problems] == ["docs/bang.xlsx"]
    assert found.value.problems[0].found.startswith("không tìm được tên giữ kín trong tệp này")
    assert [(str(told.place), told.code) for told in found.value.warnings] == [("docs/hai.pdf", "W513")]
