"""Our scripts keep to the rules of .oxlintrc.json: nothing undeclared, unused, or taken that no module gives."""

import subprocess
from importlib.metadata import distribution
from pathlib import Path

from tests.conftest import ROOT

# Where the package put its program, which need not be beside this Python.
(OXLINT,) = [file.locate() for file in distribution("oxlint").files or () if file.stem == "oxlint"]


def findings(folder: Path) -> list[str]:
    """What the linter finds in the scripts below a folder, a line each."""
    command = [str(OXLINT), "--config", str(ROOT / ".oxlintrc.json"), "--format", "unix", str(folder)]
    outcome = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    found = [line for line in outcome.stdout.splitlines() if "[Error" in line or "[Warning" in line]
    assert outcome.returncode == bool(found), outcome.stdout + outcome.stderr
    return found


def test_every_script_keeps_to_the_rules() -> None:
    assert findings(ROOT / "macros" / "theme") == []
    assert findings(ROOT / "macros" / "hosts") == []


def test_what_the_rules_are_for_is_found(tmp_path: Path) -> None:
    """Undeclared, unused, declared anew, taken of a module that gives no such thing, in a ring, loosely equal."""
    (tmp_path / "one.js").write_text(
        'import { gone, two } from "./two.js";\n'
        "const unused = 1;\nconst one = (two) => undeclared(two, gone) == 2;\nexport { one };\n"
    )
    (tmp_path / "two.js").write_text('import { one } from "./one.js";\nconst two = one;\nexport { two };\n')
    rules = {line.rpartition("/")[2].rstrip("]") for line in findings(tmp_path)}
    assert {
        "eslint(no-undef)",
        "eslint(no-unused-vars)",
        "eslint(no-shadow)",
        "eslint(eqeqeq)",
        "import(named)",
        "import(no-cycle)",
    } <= rules
