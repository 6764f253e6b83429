"""Whole small projects with their history, damaged: check and build agree, and neither is ever surprised."""

import random
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from macros.hosts.site_build import build_site
from macros.loading.assembly import checked_catalogue, judge_settings
from macros.problems.problem import Problems
from macros.publication.trouble import BuildFailed
from tests.fuzz.damage import damaged
from tests.fuzz.judging import check_places
from tests.good_project import GOOD
from tests.history.repositories import NAMES, git

# Right and wrong pieces of a page, of every kind that a writer types or pastes.
SNIPPETS = (
    "Xem [cách đọc](../cach-doc-so-lieu.md).", "Xem [cách đọc](cach-doc-so-lieu.md#mot-nhom-cua-bang).", "[a](b.md)",
    "[a](#phu-luc)", "[a](#khong-co)", "[a](../index.md)", "[a](index.md)", "[a](/gioi-thieu/)", "[a]()", "[a](<>)",
    "[a](http://[x)", "[a](https://vi-du.example/?q=1&amp;x#y)", "<https://vi-du.example>", "<van-thu@vi-du.example>",
    "[a][b]\n\n[b]: ../gioi-thieu.md", "[b]: khong-co.md", "[a](moi-nhat.md)", "[a](bao-cao/moi-nhat.md)",
    "[a](../api/v1/reports/2031-S1.json)", "[a](../lich-su-sua-doi.md#x)", "[a](2031-s1/v1.md)", "[a](2031-s1/v9.md)",
    "[a](../chi-tieu/ho-so-tiep-nhan.md)", "[a](tep.pdf)", "[a](tep%20co%20cach.pdf)", "[a](../../data/units.yaml)",
    "[a](?x)", "[a](.)", "[a](..)", "[a](./)", "[a](2031-s1.md \"tên\")", "[a](gioi-thieu.md?x=1#y)", "[a](a&#58;b)",
    "![ảnh](anh.png)", "![](anh.png)", "![ảnh](https://vi-du.example/a.png)", "![ảnh](khong-co.png)", "![x][y]",
    "Chú thích[^1].", "Chú thích[^x].\n\n[^x]: Nội dung.", "[^z]: Không ai gọi.", "[^1]: Lần nữa.", "`[^9]`",
    "## Phụ lục", "## Phụ lục {: #rieng }", "### {{ observation(\"ho-so-tiep-nhan\") }} hồ sơ", "# Lớn", "####### Sâu",
    "{{ observation(\"ho-so-tiep-nhan\") }}", "{{ observation(\"khong-co\") }}", "{{ observation(\"dao-tao\") }}",
    "{{ observation(\"dao-tao\", period=\"2031-S1\") }}", "{{ observation(\"ho-so-tiep-nhan\", digits=3) }}",
    "{ observation(\"ho-so-tiep-nhan\") }", "{{ 1/0 }}", "{{ page.title }}", "{{ config.site_name }}", "{{ x }}",
    "{% for a in range(3) %}{{ a }}{% endfor %}", "{% raw %}{{ x }}{% endraw %}", "{# ghi chú #}", "{{ annex(\"I\") }}",
    "{{ document(\"01-kh-cqvd-2031\") }}", "{{ indicator(\"phan-anh\") }}", "{{ abbr(\"CQVD\") }}", "{{ annex() }}",
    "{{ typed(\"48\") }}", "{{ foreign(\"website\") }}", "{{ problem_codes() }}", "{{ downloads() }}", "{{ units() }}",
    "{{ report_head(\"2031-A1\") }}", "{{ key_figures() }}", "{{ key_figures(\"phan-anh\") }}", "{{ accessibility() }}",
    "<b>x</b>", "a < b và c > d", "1. một\n2. hai\n    - ba", "| a | b |\n| --- | --- |\n| 1 | 2 |", "    mã",
    "```\n{ x }\n```", "```\nkhông đóng", "> > > trích", ">" * 300 + " sâu", "*[CQVD]: Cơ quan", "Từ\n:   Nghĩa",
    "!!! note\n    Lưu ý", "---", "***", "\\[^9]", "&nbsp;&#0;", "**đậm", "`mã", "[a](b.md){: .x onclick=y }", "[TOC]",
    "\u200b", "e\u0301", "x" * 5_000, "- " * 200, "[" * 500, "title: x", "\t", "\ufffe", "\x0c",
)  # fmt: skip
_HEADS = (
    "redirect: https://vi-du.example/", "template: x.html", "render_macros: false", "hide:\n  - toc", "hide: [x]",
    "search:\n  exclude: true", "search: x", "title: 2031", "title: null", "description: [a]", "period: 2031-S1",
    "period: 2030-A1", "kept: true", "a: b: c", "title: Hai", "script: compare", "- a", "...",
)  # fmt: skip
_SETTINGS = (
    "site_url: https://vi-du.example/cchc/", "site_url: vi-du.example", "site_url: https://vi-du.example/?x",
    "site_url: https://vi-du.example//a", "site_url: https://", "site_url: 5", "use_directory_urls: false",
    "site_author: x", "copyright: 2031", "repo_url: https://vi-du.example", "hooks: [x.py]", "exclude_docs: '*.md'",
    "extra_css: [a.css]", "extra_css: a.css", "extra:\n  notice: Thử", "extra:\n  la: x", "edit_uri: x", "a: !x y",
    "site_description: !!python/name:os.system", "site_description: !ENV [KHONG_CO, Mô tả]", "dev_addr: x", "b",
    "exclude_docs: |\n  /bao-cao/", "draft_docs: '*'", "watch: [x]", "extra_templates: [x.html]", "site_dir: docs",
)  # fmt: skip
_STRAYS = (
    "docs/nhap.md", "docs/bao-cao/2031-S1.md", "docs/x.html", "docs/x.js", "docs/bao-cao/tep.pdf", "docs/README.md",
    "docs/bao-cao/tep co cach.pdf", "docs/bao-cao/anh.png", "docs/anh.png", "docs/.an", "docs/templates/x.md",
    "docs/decisions/a.md", "docs/chi-tieu/index.md", "docs/tim-kiem.md", "docs/bao-cao/moi-nhat.md", "docs/404.md",
    "docs/lich-su-sua-doi/feed.xml", "docs/api/v1/reports/2031-S1.json", "docs/sitemap.xml", "docs/index.html",
    "data/reports/2031-Q1.YAML", "data/x.yaml", "data/reports/x.yaml", "data/tep.docx", "data/quality/2031-A1.yaml",
    "docs/assets/congkhai/frame.css", "docs/chi-tieu/ho-so-tiep-nhan.md", "docs/nhom/thu-tuc.md", "docs/index.MD",
)  # fmt: skip

Change = Callable[[random.Random, Path], None]


def insert_a_snippet(chance: random.Random, project: Path) -> None:
    page = chance.choice(_pages(project))
    lines = _text(page).split("\n")
    lines.insert(chance.randint(0, len(lines)), f"\n{chance.choice(SNIPPETS)}\n")
    _write(page, "\n".join(lines))


def join_a_snippet(chance: random.Random, project: Path) -> None:
    page = chance.choice(_pages(project))
    lines = _text(page).split("\n")
    lines[chance.randrange(len(lines))] += f" {chance.choice(SNIPPETS)}"
    _write(page, "\n".join(lines))


def change_a_head(chance: random.Random, project: Path) -> None:
    page = chance.choice(_pages(project))
    text, line = _text(page), chance.choice(_HEADS)
    _write(
        page, text.replace("---\n", f"---\n{line}\n", 1) if text.startswith("---\n") else f"---\n{line}\n---\n{text}"
    )


def change_the_settings(chance: random.Random, project: Path) -> None:
    file = project / "mkdocs.yml"
    _write(file, f"{_text(file)}\n{chance.choice(_SETTINGS)}\n")


def add_a_stray(chance: random.Random, project: Path) -> None:
    file = project / chance.choice(_STRAYS)
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        _write(file, chance.choice(["# Nháp\n", "x", "", "---\ntitle: x\n---\n"]))


def add_a_link(chance: random.Random, project: Path) -> None:
    link = project / chance.choice(["docs/lien-ket.md", "docs/so-lieu", "docs/bao-cao/anh.png", "data/reports/a.yaml"])
    if not link.exists() and not link.is_symlink():
        link.symlink_to(chance.choice([project / "data", project / "docs" / "index.md", "/khong/co", "."]))


def delete_a_file(chance: random.Random, project: Path) -> None:
    chance.choice(_files(project)).unlink()


def rename_a_file(chance: random.Random, project: Path) -> None:
    file = chance.choice(_files(project))
    name = chance.choice([file.name.upper(), f"{file.name}.bak", f"{file.stem} (1){file.suffix}", f"x-{file.name}"])
    file.rename(file.with_name(name))


def damage_a_file(chance: random.Random, project: Path) -> None:
    file = chance.choice([*_files(project), project / "mkdocs.yml"])
    file.write_bytes(damaged(chance, file.read_bytes(), 1))


CHANGES: tuple[Change, ...] = (
    insert_a_snippet, insert_a_snippet, join_a_snippet, change_a_head, change_the_settings, add_a_stray, add_a_link,
    delete_a_file, rename_a_file, damage_a_file,
)  # fmt: skip


def run(seed: int, seconds: float) -> int:
    """Damages copies of the small project until the time is over; the number of cases, the first of them always."""
    chance = random.Random(seed)
    cases, end = 0, time.monotonic() + seconds
    while not cases or time.monotonic() < end:
        with tempfile.TemporaryDirectory() as folder:
            project = shutil.copytree(GOOD, Path(folder) / "nho", ignore=shutil.ignore_patterns(".cache", "site"))
            made = [_changed(chance, project) for _ in range(2)]
            try:
                _agree(project, Path(folder) / "site")
            except Exception as error:
                raise AssertionError(f"projects, seed {seed}, case {cases} ({made}): {error}") from error
        cases += 1
    return cases


def _changed(chance: random.Random, project: Path) -> list[str]:
    """The changes made to a project; before or after them, or between, a state of it is committed."""
    names = []
    for _ in range(chance.randint(1, 2)):
        if chance.random() < 0.5:
            _commit(project)
        change = chance.choice(CHANGES)
        change(chance, project)
        names.append(change.__name__)
    if chance.random() < 0.3:
        _commit(project)
    return names


def _commit(project: Path) -> None:
    git(project, *NAMES, "init", "--quiet", "--initial-branch=main")
    git(project, *NAMES, "add", "--all")
    git(project, *NAMES, "commit", "--quiet", "--allow-empty", "--message=Lần sau")


def _agree(project: Path, site: Path) -> None:
    """What check finds right is built, and what it finds wrong is not; both say so in words of ours."""
    try:
        checked_catalogue(project)
        problems = None
    except Problems as found:
        problems = found
        check_places(project, found)
    try:
        judge_settings(project)
        assert build_site(project, site).pages > 0
        told = ""
    except Problems as found:
        told = str(found)
    except BuildFailed as failed:
        told = str(failed)
    assert "ngoài dự kiến" not in told, told
    assert "tiếng Anh" not in told, told
    if problems is None:
        assert told == "", f"check found nothing, build says:\n{told}"
    else:
        assert told != "", f"it was built though check says:\n{problems}"


def _files(project: Path) -> list[Path]:
    found = (path for folder in ("data", "docs") for path in (project / folder).rglob("*"))
    return sorted(path for path in found if path.is_file() and not path.is_symlink())


def _pages(project: Path) -> list[Path]:
    pages = [path for path in _files(project) if path.suffix == ".md"]
    return pages or [project / "docs" / "index.md"]


def _text(path: Path) -> str:
    return path.read_text("utf-8", errors="replace") if path.exists() else ""


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
