"""Lighthouse over home, a report and an indicator, as a phone: what it scores, and what a page costs.

`make lighthouse` runs it and writes docs/design/lighthouse.json. It needs Node.js, which nothing else here does, and a
machine that is otherwise idle: its first category is a matter of seconds, so no test judges it.
"""

import argparse
import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.browser.install import find_browser, launch_flags  # noqa: E402 (run as a script, not as a module)
from tests.browser.serving import served  # noqa: E402

RESULT = ROOT / "docs" / "design" / "lighthouse.json"
VERSION = "12.8.2"
PAGES = ("", "bao-cao/2022-s1/", "chi-tieu/ho-so-dung-han-ty-le/")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


class LighthouseFailed(Exception):
    """Lighthouse ended without a result; the message is what it said."""


def measured(address: str, browser: Path, folder: Path) -> dict[str, Any]:
    """What Lighthouse says of the page in its mobile mode (a slow phone on a slow line, both simulated)."""
    report = folder / "report.json"
    command = [
        "npx", "--yes", f"lighthouse@{VERSION}", address, "--quiet", "--output=json", f"--output-path={report}",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={' '.join(['--headless=new', *launch_flags()])}",
    ]  # fmt: skip
    with tempfile.TemporaryFile("w+") as said:
        done = subprocess.run(
            command, env={**os.environ, "CHROME_PATH": str(browser)}, stdout=said, stderr=said, check=False
        )
        said.seek(0)
        if done.returncode or not report.is_file():
            raise LighthouseFailed(said.read()[-2000:])
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return found


def summary(found: dict[str, Any]) -> dict[str, Any]:
    """The four scores out of 100, and what a first visit cost."""
    requests = found["audits"]["network-requests"]["details"]["items"]
    return {
        "scores": {name: round(found["categories"][name]["score"] * 100) for name in CATEGORIES},
        "requests": len(requests),
        "kilobytes": round(sum(request["transferSize"] for request in requests) / 1000),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Đo trang chủ, một báo cáo và một chỉ tiêu bằng Lighthouse.")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="trang đã dựng; bỏ trống: thư mục site/")
    given = parser.parse_args(arguments)
    browser = find_browser()
    missing = _missing(given.site, browser)
    if missing or browser is None:
        print(missing, file=sys.stderr)
        return 1
    pages = {}
    with served(given.site) as server, tempfile.TemporaryDirectory() as folder:
        for page in PAGES:
            try:
                pages[page] = summary(measured(f"{server}{page}", browser, Path(folder)))
            except LighthouseFailed as error:
                print(f"Lighthouse không chạy được:\n{error}", file=sys.stderr)
                return 1
            scores = " / ".join(str(score) for score in pages[page]["scores"].values())
            print(f"{page or 'trang chủ'}: {scores}; {pages[page]['requests']} lượt tải, {pages[page]['kilobytes']} KB")
    result = {"date": datetime.date.today().isoformat(), "lighthouse": VERSION, "mode": "mobile", "pages": pages}
    RESULT.write_text(json.dumps(result, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return 0 if all(score == 100 for page in pages.values() for score in page["scores"].values()) else 1


def _missing(site: Path, browser: Path | None) -> str:
    """What must be there before anything can be measured, in the words of the person who runs this; else nothing."""
    if browser is None:
        return "Chưa có Chromium. Hãy chạy: python tests/browser/install.py"
    if shutil.which("npx") is None:
        return "Chưa có Node.js (lệnh npx). Chỉ lệnh này cần Node.js."
    if not (site / "index.html").is_file():
        return f"Chưa có trang đã dựng trong {site}. Hãy chạy: make site"
    return ""


if __name__ == "__main__":
    sys.exit(main())
