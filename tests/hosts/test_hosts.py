"""A host is dull: whichever renders the pages of authors, the site is the same, byte for byte."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.publishing import tree

HOSTS = ["mkdocs", "properdocs"]


@pytest.mark.parametrize("host", HOSTS)
def test_every_host_builds_the_same_site(host: str, demo_project: Path, demo_site: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", host, "build", "-q", "-f", str(demo_project / "mkdocs.yml"), "-d", str(tmp_path)]
    subprocess.run(command, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=True)
    ours, theirs = tree(demo_site), tree(tmp_path)
    assert ours.keys() == theirs.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []
