"""What a command prints of files, names and settings cannot act on the terminal, and stays what programs read."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.commands.line import congkhai
from macros.commands.printed import coloured
from macros.problems.problem import Place, Problem, visible, visible_json
from macros.reporting import guide_address, text_report
from macros.site_address import address_fault
from tests.good_project import edit

ROOT = Path(__file__).parent.parent
# Clear the screen, colour, title of the window, one-byte CSI, back over the line, turn the words, half a letter.
ATTACKS = "\x1b[2J\x1b[31m\x1b]0;x\x07\x9b31m\r\b\x7f\u202e\u2066\u2028\ud800\ufffe"
ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff\ufffe]")


def run(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(congkhai, ["--project", str(project), *arguments])


def test_what_acts_on_a_terminal_is_shown_as_what_it_is() -> None:
    assert visible("43,75\u00a0% “đúng hạn”\n\tx") == "43,75\u00a0% “đúng hạn”\n\tx"
    assert visible("\x1b[2Ja\u202eb\ud800") == "<U+001B>[2Ja<U+202E>b<U+D800>"
    assert not ACTING.search(visible(ATTACKS))
    assert str(Place("a\nb.md", 3)) == "a<U+000A>b.md:3"


def test_json_says_the_same_in_escapes() -> None:
    text = json.dumps({"a": f"{ATTACKS} “đúng hạn” 😀"}, ensure_ascii=False)
    assert not ACTING.search(visible_json(text))
    assert "“đúng hạn” 😀" in visible_json(text)
    assert json.loads(visible_json(text)) == json.loads(text)


def test_colours_are_our_own() -> None:
    problem = Problem(Place("a\x1b[2J.yaml", 1), "E101", "x", "y", "z")
    shown = coloured(visible(text_report([problem], [])))
    assert set(re.findall("\x1b[^m]*m", shown)) == {"\x1b[31m", "\x1b[32m", "\x1b[0m"}


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_check_prints_nothing_that_acts(project: Path, form: str) -> None:
    escape = r"\e[2J\x9b31m\u202e\b"
    edit(project / "data/reports/2031-S1.yaml", "indicator: ho-so-dung-han\n", f'indicator: "ho{escape}"\n')
    edit(project / "data/reports/2031-S1.yaml", "value: Thái độ phục vụ", f'"val{escape}": Thái độ')
    (project / "docs" / "\x1b[2J\u202e.md").write_text("# A", "utf-8")
    outcome = run(project, "check", "--format", form)
    assert outcome.exit_code == 1
    assert not ACTING.search(outcome.output)
    if form == "json":
        assert "\\u001b[2J" in outcome.stdout
        assert json.loads(outcome.stdout)["errors"]


@pytest.mark.parametrize(
    "arguments", [["fmt", "\x1b[2J.yaml"], ["diff", "\x1b[2J"], ["lines", "\x9b31m"], ["history", "\u202e"]]
)
def test_what_was_typed_is_quoted_as_what_it_is(
    arguments: list[str], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from macros.cli import main

    with pytest.raises(SystemExit):
        main(["--project", str(project), *arguments])
    told = capsys.readouterr()
    assert not ACTING.search(told.out + told.err)
    assert "<U+" in told.err


def test_commands_print_in_one_way() -> None:
    """Past `say` go only the bar of `check`, which is its own words, and `say` itself."""
    sources = [ROOT / "macros/cli.py", *(ROOT / "macros/commands").glob("*.py")]
    past = {path.name: path.read_text("utf-8").count("click.echo(") for path in sources}
    assert {name: number for name, number in past.items() if number} == {"printed.py": 1, "checking.py": 2}


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("https://cchc.vi-du.gov.vn/", ""),
        ("http://localhost:8000/a/b", ""),
        ("https://vi-du.vn?x=1", "có dấu ? hoặc #"),
        ("https://vi-du.vn/#a", "có dấu ? hoặc #"),
        ("vi-du.vn/cchc", "thiếu https:// ở đầu"),
        ("//vi-du.vn", "thiếu https:// ở đầu"),
        ("javascript:alert(1)", "thiếu https:// ở đầu"),
        ("ftp://vi-du.vn", "thiếu https:// ở đầu"),
        ("https:///vi-du.vn", "có tên miền viết sai"),
        ("https:/vi-du.vn", "có tên miền viết sai"),
        ("https://vi-du..vn", "có tên miền viết sai"),
        ("https://vi-du.vn:99999", "viết sai"),
        ("https://vi-du.vn:0", "có tên miền viết sai"),
        ("https://vi-du.vn//cchc/", "có thừa dấu / hoặc có chữ không dùng trong địa chỉ"),
        ("https://vi-du.vn/cchc//", "có thừa dấu / hoặc có chữ không dùng trong địa chỉ"),
        ("https://vi-du.vn/../x", "có thừa dấu / hoặc có chữ không dùng trong địa chỉ"),
        ("https://ai:mat-khau@vi-du.vn/", "có tên người dùng hoặc mật khẩu"),
        (" https://vi-du.vn", "có dấu cách hoặc ký tự không nhìn thấy"),
        ("https://vi-du.vn/a b", "có dấu cách hoặc ký tự không nhìn thấy"),
        ("https://vi-du.vn/\n", "có dấu cách hoặc ký tự không nhìn thấy"),
    ],
)
def test_the_address_of_a_site_is_whole(
    address: str, fault: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert address_fault(address) == fault
    monkeypatch.setenv("CONGKHAI_SITE_URL", address)
    # The guide is linked to where it is, and never at an address that is none.
    guide = guide_address(Problem(Place("x"), "E101", "", "", ""))
    assert guide.startswith("docs/" if fault else "http")
    edit(project / "mkdocs.yml", "site_name:", 'site_url: !ENV [CONGKHAI_SITE_URL, ""]\nsite_name:')
    outcome = run(project, "check")
    assert (f"địa chỉ trang “{' '.join(address.split())}” lấy từ môi trường {fault}\n" in outcome.stderr) == bool(fault)
    assert outcome.exit_code == bool(fault)
