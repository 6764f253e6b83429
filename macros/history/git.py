"""Reading earlier states of files from git, with two processes however many states there are."""

import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path


def committed_versions(root: Path, paths: Iterable[str]) -> Mapping[str, Sequence[bytes]]:
    """Every committed content of each file, newest first; paths are relative to `root`, as the keys are.

    A file that git does not know has no entry. Without git, outside a repository, or in one without commits, nothing
    is known and nothing is returned; a shallow clone knows only what it holds.
    """
    wanted = sorted(paths)
    if not wanted:
        return {}
    log = _git(
        root, ["log", "--format=", "--raw", "--no-abbrev", "--no-renames", "-m", "--relative", "-z", "--", *wanted]
    )
    blobs: dict[str, list[str]] = {}
    fields = log.decode("utf-8", "surrogateescape").split("\0") if log else []
    for change, path in zip(fields[::2], fields[1::2], strict=False):
        blob = change.split()[3] if change.startswith(":") else ""
        if blob.strip("0") and blob not in blobs.setdefault(path, []):
            blobs[path].append(blob)
    contents = _contents(root, [blob for versions in blobs.values() for blob in versions])
    return {path: [contents[blob] for blob in versions if blob in contents] for path, versions in blobs.items()}


def committed_files(root: Path, commit: str, folders: Iterable[str]) -> dict[str, bytes] | None:
    """The files below some folders of `root` as they were at a commit, by name; None where git knows no such commit."""
    listing = _git(root, ["ls-tree", "-r", "-z", "--end-of-options", f"{commit}^{{commit}}", "--", *folders])
    if listing is None:
        return None
    entries = [line.partition("\t") for line in listing.decode("utf-8", "surrogateescape").split("\0") if line]
    blobs = {name: head.split()[2] for head, _, name in entries if head.split()[1] == "blob"}
    contents = _contents(root, list(blobs.values()))
    return {name: contents[blob] for name, blob in blobs.items() if blob in contents}


def _contents(root: Path, blobs: Sequence[str]) -> dict[str, bytes]:
    """The content of each blob, read through one `git cat-file`."""
    asked = "\n".join([*dict.fromkeys(blobs), ""]).encode()
    answer = _git(root, ["cat-file", "--batch"], asked) or b"" if blobs else b""
    contents: dict[str, bytes] = {}
    while answer:
        head, _, rest = answer.partition(b"\n")
        name, kind, *size = head.decode().split()
        if kind != "blob":
            answer = rest
            continue
        length = int(size[0])
        contents[name], answer = rest[:length], rest[length + 1 :]
    return contents


def _git(root: Path, arguments: Sequence[str], given: bytes = b"") -> bytes | None:
    """What a git command prints, or None when it cannot."""
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], input=given, capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
