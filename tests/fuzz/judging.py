"""What loading a project may give, whatever is in its files: problems in true places, or a catalogue in its domain."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from macros import kinds
from macros.kinds import Code
from macros.loading.assembly import checked_catalogue
from macros.problems.problem import Problems
from macros.record import Catalogue, Observation, Status
from macros.vietnamese import invisible_characters, is_nfc


def loaded(project: Path, file: str, content: bytes) -> Catalogue | Problems:
    """What loading gives while the file holds the content; every problem's place is checked."""
    path = project / file
    kept = path.read_bytes()
    try:
        path.write_bytes(content)
        try:
            catalogue, _ = checked_catalogue(project)
        except Problems as problems:
            check_places(project, problems)
            return problems
        check_domain(catalogue)
        return catalogue
    finally:
        path.write_bytes(kept)


def check_places(project: Path, problems: Problems) -> None:
    """Every problem stands on a line of a file of the project; line 0 is the file as a whole."""
    assert problems.problems
    for problem in problems.problems:
        place = project / problem.place.path
        if place.is_file():
            # An empty file still has a first line.
            lines = place.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
            assert 0 <= problem.place.line <= lines, problem
        else:
            assert problem.place.line == 0, problem
        for text in (problem.found, problem.allowed, problem.remedy):
            assert text
            assert len(text) < 6_000, problem.code


def check_domain(catalogue: Catalogue) -> None:
    """Every value of every report lies inside the domain that its indicator declares."""
    for report in catalogue.reports:
        for observation in report.observations:
            assert in_domain(observation), observation
            assert target_in_domain(observation), observation


def target_in_domain(observation: Observation) -> bool:
    """A target is an amount that the value of its indicator could be; answers, words and headings have none."""
    if observation.target is None:
        return True
    counted = observation.indicator.kind in (kinds.COUNT, kinds.PERCENT, kinds.NUMBER)
    return counted and in_domain(replace(observation, value=observation.target, status=Status.REPORTED))


def in_domain(observation: Observation) -> bool:
    indicator, value = observation.indicator, observation.value
    if (value is None) != (observation.status is not Status.REPORTED):
        return False
    match indicator.kind, value:
        case _, None:
            return (indicator.kind is kinds.HEADING) == (observation.status is Status.HEADING)
        case kinds.COUNT, Decimal():
            return value.is_finite() and value == int(value) and not value.is_signed()
        case kinds.PERCENT, Decimal():
            return value.is_finite() and 0 <= value <= 100  # no real rate may exceed 100
        case kinds.NUMBER, Decimal():
            return value.is_finite() and abs(value) < 10**18
        case kinds.CODED, Code():
            return indicator.code_list is not None and value in indicator.code_list.codes
        case kinds.TEXT, str():
            return bool(value.strip()) and is_nfc(value) and not invisible_characters(value)
    return False
