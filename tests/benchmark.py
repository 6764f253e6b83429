"""What building the first report costs, beside an empty Material site of as many pages, in one run.

Run by `make benchmark`. Both sites are built in child processes of the same Python, in turn; CPU time (user and system)
is the least of the rounds, and the ratio is what counts: it holds on any machine.
"""

import argparse
import os
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
ALLOWED_RATIO = 2.0
CONFIG_TAG = re.compile(r"!(?:ENV|!python/name:\S+)")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Đo thời gian CPU dựng trang, so với một trang Material trống.")
    parser.add_argument("--rounds", type=int, default=5, help="số lượt đo, lấy lượt nhanh nhất")
    rounds = parser.parse_args(arguments).rounds
    with tempfile.TemporaryDirectory() as folder:
        ours = [sys.executable, "-m", "macros.cli", "--project", str(ROOT), "build", "--site-dir", f"{folder}/ours"]
        cpu_seconds(ours)
        pages = sum(1 for _ in Path(folder, "ours").rglob("*.html"))
        write_empty_site(Path(folder, "empty"), pages - 1)  # Material adds a 404 page, as it does to ours
        empty = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", f"{folder}/empty/mkdocs.yml"]
        measured = [(cpu_seconds(ours), cpu_seconds(empty)) for _ in range(rounds)]
        built = sum(1 for _ in Path(folder, "empty", "site").rglob("*.html"))
        assert built == pages, f"{built} pages against {pages}"
    ours_least, empty_least = (min(column) for column in zip(*measured, strict=True))
    ratio = ours_least / empty_least
    print(f"Số trang                          {pages:>8}")
    print("Trang trống: cùng giao diện Material và số mục điều hướng, mỗi trang chỉ có tên.")
    print(f"Trang công khai, giây CPU         {ours_least:>8.2f}")
    print(f"Trang Material trống, giây CPU    {empty_least:>8.2f}")
    print(f"Tỷ số (cho phép đến {ALLOWED_RATIO:.1f})          {ratio:>8.2f}")
    return 0 if ratio <= ALLOWED_RATIO else 1


def write_empty_site(folder: Path, pages: int) -> None:
    """A Material site of so many pages that hold a title and nothing else.

    It has our theme settings and as many entries in its navigation, but none of our plugins, templates or styles.
    """
    ours = yaml.safe_load(CONFIG_TAG.sub("", (ROOT / "mkdocs.yml").read_text(encoding="utf-8")))
    names = [f"trang-{n}.md" for n in range(pages)]
    config = {
        "site_name": "Trang trống",
        "theme": {key: value for key, value in ours["theme"].items() if key != "custom_dir"},
        "plugins": ["search"],
        "nav": names[: len(ours["nav"])],
        "not_in_nav": "/*",
    }
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    for n, name in enumerate(names):
        (docs / name).write_text(f"# Trang {n}\n", encoding="utf-8")


def cpu_seconds(command: Sequence[str]) -> float:
    """The CPU time that a command takes, its children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main())
