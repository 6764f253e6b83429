"""What a forge runs by itself has no more rights than it needs."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import BROWSER_REQUIRED
from tests.site.nu_checker import REQUIRED as HTML_CHECKER_REQUIRED

FOLDER = Path(__file__).parent.parent / ".github" / "workflows"
WORKFLOWS = sorted(path.name for path in FOLDER.glob("*.y*ml"))


def workflow(name: str) -> dict[Any, Any]:
    return yaml.safe_load((FOLDER / name).read_text("utf-8"))


def steps(name: str) -> list[dict[str, Any]]:
    return [step for job in workflow(name)["jobs"].values() for step in job["steps"]]


def test_there_are_workflows() -> None:
    assert WORKFLOWS


def test_the_jobs_of_the_tests_run_every_test() -> None:
    """One leaves out what the other chooses, and both have all that they need, so that they skip nothing."""
    ran = {
        job: [step for step in found["steps"] if "run" in step] for job, found in workflow("test.yml")["jobs"].items()
    }
    assert [step["run"] for step in ran["quick"]] == ["make quick"]
    assert [step["run"] for step in ran["browser"]] == ["bash .ci/run -m browser"]
    makefile = (FOLDER.parents[1] / "Makefile").read_text("utf-8")
    assert '\n\t$(call run_tests,-m "not browser")\n' in makefile
    assert ran["quick"][0]["env"] == {HTML_CHECKER_REQUIRED: "1"}
    assert f"export {BROWSER_REQUIRED}=1" in (FOLDER.parents[1] / ".ci/run").read_text("utf-8")


def test_the_hosts_are_compared_in_a_job_of_their_own() -> None:
    assert [step["run"] for step in steps("hosts.yml") if "run" in step] == [
        "make .venv/.test-stamp",
        ".venv/bin/python -m pytest tests/hosts/test_hosts.py",
    ]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_may_read_the_repository_and_nothing_else(name: str) -> None:
    assert workflow(name)["permissions"] == {}
    for job in workflow(name)["jobs"].values():
        assert job["permissions"] == {"contents": "read"}
        assert job["timeout-minutes"] <= 60


@pytest.mark.parametrize("name", WORKFLOWS)
def test_what_comes_from_outside_never_runs_with_rights_of_the_repository(name: str) -> None:
    # YAML 1.1 reads the key `on` as true.
    events = workflow(name)[True]
    assert set(events) <= {"push", "pull_request"}
    assert "secrets." not in (FOLDER / name).read_text("utf-8")
    for step in steps(name):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("name", WORKFLOWS)
def test_an_action_is_named_by_its_digest(name: str) -> None:
    used = [step["uses"] for step in steps(name) if "uses" in step]
    assert used
    assert [action for action in used if not re.fullmatch(r"[\w-]+/[\w./-]+@[0-9a-f]{40}", action)] == []


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_command_that_fails_in_a_pipe_fails_the_step(name: str) -> None:
    # A forge adds `-o pipefail` only where the shell is named.
    assert workflow(name)["defaults"]["run"]["shell"] == "bash"
    assert [step for step in steps(name) if "shell" in step] == []


@pytest.mark.parametrize("name", WORKFLOWS)
def test_no_text_of_a_change_set_is_put_into_a_command(name: str) -> None:
    assert [step["run"] for step in steps(name) if "${{" in step.get("run", "")] == []
