"""Only the plan maps an address to bytes, and nothing gets past its guards."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.problems.problem import Problems
from macros.publication import clean
from macros.publication.artifact import Artifact, text
from macros.publication.ledger import Ledger
from macros.publication.manifest import MANIFEST, digest
from macros.publication.placing import Plan
from macros.withholding.withheld import Withheld
from tests.fuzz.publishing import tree

NAME = "Châu Hoàng Tú"


def test_a_file_that_says_a_withheld_name_is_never_written(tmp_path: Path) -> None:
    artifacts = [text("a.html", "<p>x</p>"), text("b.json", f'"{NAME}"'), text(f"{NAME}.txt", "")]
    with pytest.raises(Problems) as found:
        Plan(tmp_path, Withheld.of([NAME]), artifacts).publish(tmp_path / "site")
    assert [problem.code for problem in found.value.problems] == ["E419"]
    assert f"ở {NAME}.txt, b.json" in found.value.problems[0].found
    # And no manifest, so that nobody takes it for a site.
    assert tree(tmp_path / "site") == {"a.html": b"<p>x</p>"}


def test_the_manifest_tells_of_every_artifact(tmp_path: Path) -> None:
    Plan(tmp_path, Withheld.of([]), [text("a/index.html", "a"), Artifact("b", 2, bytes)]).publish(tmp_path)
    files = tree(tmp_path)
    known = json.loads(files.pop(MANIFEST))["files"]
    assert files == {"a/index.html": b"a", "b": b"\0\0"}
    assert known == {path: digest(content) for path, content in files.items()}


def test_a_file_that_was_looked_through_once_is_known_by_its_address_and_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    look = clean.published_names

    def noted(files: list[tuple[str, bytes]], names: Withheld) -> Iterator[tuple[str, str]]:
        looked.extend(address for address, _ in files)
        return look(files, names)

    monkeypatch.setattr(clean, "published_names", noted)

    def published(names: list[str], **files: str) -> list[str]:
        looked.clear()
        artifacts = [text(address, content) for address, content in files.items()]
        Plan(tmp_path, Withheld.of(names), artifacts, ledger=Ledger(tmp_path / "ledger", b"")).publish(
            tmp_path / "site"
        )
        return sorted(looked)

    assert published([NAME], a="1", b="2") == ["a", "b"]
    assert published([NAME], a="1", b="2") == []
    assert published([NAME], a="1", b="3", c="2") == ["b", "c"]
    assert published(["Lê An Bình"], a="1") == ["a"]
    assert published([], a=NAME) == []
    with pytest.raises(Problems):
        published([NAME], a=NAME)
