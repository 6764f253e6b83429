"""Whatever is set around it, the history reads the same; what changes it in the repository itself is said."""

import os
import shutil
import subprocess
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest

from macros.history.public_states import read_past
from macros.record import Knowledge, ReportKey
from tests.history import repositories
from tests.history.repositories import Commit, git, public, report, write_history

REPORT = "data/reports/2031-S1.yaml"
STATES = [(1, {"a": "48", "b": "7"}), (2, {"a": "49", "b": "7"}), (3, {"a": "50", "b": "7"})]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A history of three revisions, and beside it another repository whose figures are lies."""
    write_history(tmp_path / "khac", [Commit({REPORT: report("666")}), Commit({REPORT: report("667", revisions=2)})])
    folder = tmp_path / "du-an"
    write_history(folder, [Commit({REPORT: report(value, n)}) for n, value in ((1, "48"), (2, "49"), (3, "50"))])
    return folder


def known(folder: Path) -> tuple[Knowledge, list[tuple[int, dict[str, str]]]]:
    return read_past(folder).knowledge, public(folder)


def head(folder: Path, name: str = "HEAD") -> str:
    return git(folder, "rev-parse", name).strip()


# ---- the environment -------------------------------------------------------------------------------------------------

ENVIRONMENTS: Mapping[str, Mapping[str, str]] = {
    "another repository": {"GIT_DIR": "{other}/.git"},
    "another common folder": {"GIT_COMMON_DIR": "{other}/.git"},
    "other objects": {"GIT_OBJECT_DIRECTORY": "{other}/.git/objects"},
    "more objects": {"GIT_ALTERNATE_OBJECT_DIRECTORIES": "{other}/.git/objects"},
    "another working tree": {"GIT_WORK_TREE": "{other}"},
    "another index": {"GIT_INDEX_FILE": "{other}/.git/index"},
    "a namespace": {"GIT_NAMESPACE": "x"},
    "grafts": {"GIT_GRAFT_FILE": "{grafts}"},
    "a shallow file": {"GIT_SHALLOW_FILE": "{shallow}"},
    "ceilings": {"GIT_CEILING_DIRECTORIES": "{root}"},
    "settings by number": {
        "GIT_CONFIG_COUNT": "2",
        "GIT_CONFIG_KEY_0": "i18n.logOutputEncoding",
        "GIT_CONFIG_VALUE_0": "UTF-16",
        "GIT_CONFIG_KEY_1": "core.worktree",
        "GIT_CONFIG_VALUE_1": "/",
    },
    "settings as parameters": {"GIT_CONFIG_PARAMETERS": "'i18n.logoutputencoding=UTF-16'"},
    "settings of the user": {"GIT_CONFIG_GLOBAL": "{settings}"},
    "settings of the machine": {"GIT_CONFIG_SYSTEM": "{settings}", "GIT_CONFIG_NOSYSTEM": "0"},
    "paths in another sense": {"GIT_ICASE_PATHSPECS": "1", "GIT_NOGLOB_PATHSPECS": "1", "GIT_GLOB_PATHSPECS": "0"},
    "programs": {"GIT_EXTERNAL_DIFF": "false", "GIT_PAGER": "false", "GIT_SSH_COMMAND": "false", "PAGER": "false"},
    "a language": {"LC_ALL": "vi_VN.UTF-8", "LANGUAGE": "vi", "LANG": "vi_VN.UTF-8"},
    "a home": {"HOME": "{home}", "XDG_CONFIG_HOME": "{home}"},
}


@pytest.mark.parametrize("variables", ENVIRONMENTS.values(), ids=ENVIRONMENTS)
def test_no_variable_changes_what_is_read(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variables: Mapping[str, str]
) -> None:
    settings = (
        "[i18n]\n\tlogOutputEncoding = UTF-16\n[core]\n\tworktree = /\n\tquotePath = true\n[log]\n\tfollow = true\n"
    )
    (tmp_path / "settings").write_text(settings)
    (tmp_path / "home" / "git").mkdir(parents=True)
    for name in (".gitconfig", "git/config"):
        (tmp_path / "home" / name).write_text(settings)
    (tmp_path / "grafts").write_text(f"{head(project)}\n")
    (tmp_path / "shallow").write_text(f"{head(project)}\n")
    names = ("other", "khac"), ("grafts", "grafts"), ("shallow", "shallow"), ("settings", "settings"), ("home", "home")
    places = {key: str(tmp_path / name) for key, name in names} | {"root": str(project)}
    for key, value in variables.items():
        monkeypatch.setenv(key, value.format(**places))
    assert known(project) == (Knowledge.COMPLETE, STATES)


# ---- the repository's own settings -----------------------------------------------------------------------------------

SETTINGS = {
    "encodings": "[i18n]\n\tlogOutputEncoding = UTF-16\n\tcommitEncoding = UTF-32\n",
    "a working tree": "[core]\n\tworktree = /\n",
    "no working tree": "[core]\n\tbare = true\n",
    "quoting": "[core]\n\tquotePath = true\n\tprecomposeUnicode = true\n[color]\n\tui = always\n",
    "the log": "[log]\n\tshowRoot = false\n\tfollow = true\n\tdiffMerges = off\n\tshowSignature = true\n",
    "differences": "[diff]\n\trenames = copies\n\texternal = /khong/co\n\torderFile = /khong/co\n",
    "programs": "[core]\n\tfsmonitor = touch {ran}\n\tpager = touch {ran}\n\tsshCommand = touch {ran}\n",
    "aliases": "[alias]\n\tlog = !touch {ran}\n\tcat-file = !touch {ran}\n\trev-parse = !touch {ran}\n",
    "what it includes": "[include]\n\tpath = {included}\n",
}


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_no_setting_of_the_repository_changes_what_is_read_or_runs(
    project: Path, tmp_path: Path, settings: str
) -> None:
    (tmp_path / "included").write_text("[core]\n\tworktree = /\n[i18n]\n\tlogOutputEncoding = UTF-16\n")
    places = {"ran": tmp_path / "ran", "included": tmp_path / "included"}
    with (project / ".git" / "config").open("a") as config:
        config.write(settings.format(**places))
    (project / ".git" / "info" / "attributes").write_text("* diff=x\n*.yaml working-tree-encoding=UTF-16\n")
    assert known(project) == (Knowledge.COMPLETE, STATES)
    assert not (tmp_path / "ran").exists()


def test_the_encoding_that_a_commit_claims_changes_no_figure_and_makes_up_no_date(project: Path) -> None:
    who = b"A <a@x> 1926000000 +0700"
    stream = b"tree %s\nparent %s\nauthor " + who + b"\ncommitter " + who + b"\nencoding UTF-16\n\nx\n"
    (project / REPORT).write_bytes(report("51", 4))
    git(project, "add", ".")
    tree = git(project, "write-tree").strip()
    content = stream % (tree.encode(), head(project).encode())
    id = git(project, "hash-object", "-t", "commit", "-w", "--stdin", given=content).strip()
    git(project, "update-ref", "HEAD", id)
    assert known(project) == (Knowledge.COMPLETE, [*STATES, (4, {"a": "51", "b": "7"})])
    # git decodes the whole commit by it before it looks for the date: then none is known, and that is said.
    assert read_past(project).states[ReportKey.parse("2031-S1")][-1].commit.seconds == 0


# ---- what a repository holds beside its commits ----------------------------------------------------------------------


def test_grafts_and_replaced_commits_are_not_heeded(project: Path) -> None:
    git(project, "replace", head(project), head(project, "HEAD~2"))
    (project / ".git" / "info" / "grafts").write_text(f"{head(project)}\n")
    assert known(project) == (Knowledge.COMPLETE, STATES)


def test_a_shallow_file_is_said(project: Path) -> None:
    (project / ".git" / "shallow").write_text(f"{head(project)}\n")
    assert known(project) == (Knowledge.SHALLOW, STATES[2:])


def test_a_commit_graph_that_lies_is_not_read(project: Path) -> None:
    git(project, "commit-graph", "write", "--reachable")
    (graph,) = (project / ".git" / "objects" / "info").rglob("*graph*")
    graph.chmod(0o644)
    content = graph.read_bytes()
    graph.write_bytes(content[: len(content) // 2] + b"\0" * (len(content) - len(content) // 2))
    assert known(project) == (Knowledge.COMPLETE, STATES)


def test_objects_that_another_repository_lends_are_said(project: Path, tmp_path: Path) -> None:
    clone = tmp_path / "muon"
    subprocess.run(["git", "clone", "--quiet", "--shared", str(project), str(clone)], check=True)
    assert known(clone) == (Knowledge.UNSURE, STATES)


@pytest.fixture
def forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """What this process has read so far is as if it had not been."""
    monkeypatch.setattr("macros.history.past_contents._KNOWN", {})


def loose(folder: Path, name: str) -> Path:
    """The file of an object, unpacked."""
    packs = list((folder / ".git" / "objects" / "pack").glob("*.pack"))
    for pack in packs:
        moved = folder.parent / pack.name
        shutil.move(pack, moved)
        pack.with_suffix(".idx").unlink()
        git(folder, "unpack-objects", "-q", given=moved.read_bytes())
    id = head(folder, name)
    file = folder / ".git" / "objects" / id[:2] / id[2:]
    file.chmod(0o644)
    return file


def test_a_content_that_is_missing_is_said(project: Path, forgotten: None) -> None:
    loose(project, f"HEAD~1:{REPORT}").unlink()
    assert known(project) == (Knowledge.UNSURE, [STATES[0], STATES[2]])


def test_a_content_that_was_changed_in_place_is_not_believed(project: Path, forgotten: None) -> None:
    lie = report("666", 2)
    loose(project, f"HEAD~1:{REPORT}").write_bytes(zlib.compress(b"blob %d\0" % len(lie) + lie))
    assert known(project) == (Knowledge.UNSURE, [STATES[0], STATES[2]])


def test_a_partial_clone_is_said_and_asks_no_one(project: Path, tmp_path: Path, forgotten: None) -> None:
    git(project, "config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "phan"
    command = ["git", "clone", "--quiet", "--no-checkout", "--filter=blob:none", project.as_uri(), str(clone)]
    subprocess.run(command, check=True)
    assert known(clone) == (Knowledge.UNSURE, [])


# ---- whose repository it is ------------------------------------------------------------------------------------------


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away")
def test_a_repository_of_someone_else_is_read_where_the_user_trusts_it_and_only_there(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (project, project / ".git"):
        os.chown(path, 65534, 65534)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "settings"))
    (tmp_path / "settings").write_text("")
    assert read_past(project).knowledge is Knowledge.UNREADABLE
    other = tmp_path / "settings-2"
    other.write_text(f"[safe]\n\tdirectory = {project}\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(other))
    assert known(project) == (Knowledge.COMPLETE, STATES)
    # What the repository says of itself is no trust.
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "settings"))
    with (project / ".git" / "config").open("a") as config:
        config.write(f"[safe]\n\tdirectory = {project}\n")
    assert read_past(project).knowledge is Knowledge.UNREADABLE


@pytest.mark.parametrize(
    "setting",
    [("core.repositoryformatversion", "99"), ("core.logAllRefUpdates", "x"), ("extensions.objectFormat", "sha256")],
)
def test_a_repository_that_git_refuses_is_not_taken_for_none(project: Path, setting: tuple[str, str]) -> None:
    git(project, "config", *setting)
    assert read_past(project).knowledge is Knowledge.UNREADABLE


# ---- what lies in the project's own cache folder ---------------------------------------------------------------------


def test_nothing_is_believed_that_lies_in_the_cache_folder(project: Path, tmp_path: Path) -> None:
    secret = tmp_path / "khac.txt"
    secret.write_text("x")
    for name in ("history", "templates"):
        folder = project / ".cache" / name
        folder.mkdir(parents=True)
        (folder / "link").symlink_to(secret)
        os.mkfifo(folder / "versions.json")
        os.mkfifo(folder / "__jinja2_x.cache")
    assert known(project) == (Knowledge.COMPLETE, STATES)
    assert sorted(path.name for path in (project / ".cache").rglob("*") if path.is_file()) == ["link", "link"]
    assert repositories.public(project) == STATES
