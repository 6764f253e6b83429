"""How git is called: nothing that a user, a machine, an environment or a repository has set changes what is read."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

# On Windows a console window would flash up for each process.
QUIET = getattr(subprocess, "CREATE_NO_WINDOW", 0)
# A setting of the command line overrules that of a repository, and of whatever its settings include.
_SETTINGS: Mapping[str, str] = {
    "color.ui": "false",
    "core.attributesFile": os.devnull,
    "core.commitGraph": "false",
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.multiPackIndex": "false",
    "core.precomposeUnicode": "false",
    "core.quotePath": "false",
    "credential.helper": "",
    "diff.ignoreSubmodules": "none",
    "diff.renames": "false",
    "gc.auto": "0",
    "i18n.commitEncoding": "UTF-8",
    "i18n.logOutputEncoding": "UTF-8",
    "log.diffMerges": "separate",
    "log.follow": "false",
    "log.mailmap": "false",
    "log.showRoot": "true",
    "log.showSignature": "false",
    "maintenance.auto": "false",
    "protocol.allow": "never",
    "protocol.file.allow": "never",
    "submodule.recurse": "false",
}
# A build asks no one and no other host: no prompt, no pager, no fetching of objects that a partial clone left out.
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
}


def git_command(root: Path, arguments: Sequence[str]) -> list[str]:
    """The command line of a git process on the repository that `root` stands in."""
    settings = [*_SETTINGS.items(), *(("safe.directory", folder) for folder in _trusted_folders(root))]
    given = [part for key, value in settings for part in ("-c", f"{key}={value}")]
    return ["git", "--no-pager", "-C", str(root), *given, *arguments]


def git_environment(root: Path) -> dict[str, str]:
    """The environment of every git process: no word to git of anyone's but ours.

    The working tree is the folder that has `.git` in it, whatever the repository calls its own: paths are told from it.
    """
    ours = {key: value for key, value in os.environ.items() if not key.upper().startswith("GIT_")}
    top = repository_top(root)
    return ours | _ENVIRONMENT | ({"GIT_WORK_TREE": str(top)} if top else {})


def repository_top(root: Path) -> Path | None:
    """The nearest folder around the project, or itself, with a repository in it."""
    folder = Path(os.path.realpath(root))
    return next((around for around in (folder, *folder.parents) if os.path.lexists(around / ".git")), None)


def _trusted_folders(root: Path) -> tuple[str, ...]:
    """The folders that the user has told git to trust though they are another's; asked only where one is."""
    top = repository_top(root)
    if top is None or _is_ours(top):
        return ()
    # Whoever sets these is asked again: each is one more place where the user says it.
    named = {key: value for key, value in os.environ.items() if key.upper().startswith("GIT_CONFIG")}
    return _told_to_trust(tuple(sorted(named.items())), os.environ.get("HOME", ""))


def _is_ours(top: Path) -> bool:
    user = getattr(os, "geteuid", None)
    return user is not None and all((top / name).lstat().st_uid == user() for name in ("", ".git"))


@cache
def _told_to_trust(named: tuple[tuple[str, str], ...], home: str) -> tuple[str, ...]:
    """What `safe.directory` says outside of any repository, which is where git itself heeds it."""
    ours = {key: value for key, value in os.environ.items() if not key.upper().startswith("GIT_")}
    try:
        done = subprocess.run(
            ["git", "-C", os.path.abspath(os.sep), "config", "--show-scope", "-z", "--get-all", "safe.directory"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            env={**ours, **dict(named), "LC_ALL": "C"},
            creationflags=QUIET,
        )
    except OSError:
        return ()
    fields = done.stdout.decode("utf-8", "surrogateescape").split("\0")[:-1]
    told = zip(fields[::2], fields[1::2], strict=False)
    return tuple(folder for scope, folder in told if scope in ("system", "global", "command"))


def run_git(root: Path, arguments: Sequence[str], given: bytes = b"") -> subprocess.CompletedProcess[bytes] | None:
    """What became of a git command that is given some input; None where there is no git."""
    try:
        return subprocess.run(
            git_command(root, arguments),
            input=given,
            capture_output=True,
            check=False,
            env=git_environment(root),
            creationflags=QUIET,
        )
    except OSError:
        return None
