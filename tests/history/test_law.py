"""For any sequence of edits the public states are those that reading every commit whole, one by one, would give."""

import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.history.public_states import read_past
from tests.history.repositories import Commit, states, write_history

PERIODS = ("2031-S1", "2031-A1")
VALUES = st.sampled_from(["0", "1", "43.75", "43,75", "43.750", "not-reported", "Có: “1”"])
PATHS = st.sampled_from(["2031-S1.yaml", "2031-A1.yaml", "khac.yaml"])


@dataclass(frozen=True)
class Draft:
    """A report that is being edited, and how its file is laid out."""

    period: str = PERIODS[0]
    status: str = "published"
    revisions: int = 1
    figures: dict[str, str] = field(default_factory=lambda: {"a": "1", "b": "0"})
    note: str = ""
    layout: str = "blocks"

    def text(self) -> bytes:
        head = {
            "period": self.period,
            "status": self.status,
            "revisions": [
                {"number": str(n), "date": f"2031-07-{n:02d}", "reason": f"Lần {n} của {self.period}"}
                for n in range(1, self.revisions + 1)
            ],
        }
        rows = []
        for id, value in self.figures.items():
            row = {"indicator": id, "status" if value == "not-reported" else "value": value}
            rows.append({**row, "note": self.note} if self.note else row)
        if self.layout == "blocks":
            top = yaml.safe_dump(head, allow_unicode=True, sort_keys=False)
            lines = "\n".join(
                "\n".join(
                    f"  {'-' if not n else ' '} {key}: {quoted(text)}" for n, (key, text) in enumerate(row.items())
                )
                for row in rows
            )
            return f"{top}\nobservations:\n{lines}\n".encode()
        return yaml.safe_dump({**head, "observations": rows}, allow_unicode=True, default_flow_style=True).encode()


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


EDITS = st.one_of(
    st.tuples(st.just("figure"), st.sampled_from("abc"), VALUES),
    st.tuples(st.just("gone"), st.sampled_from("abc")),
    st.tuples(st.just("revise"), st.integers(0, 2)),
    st.tuples(st.just("status"), st.sampled_from(["draft", "published"])),
    st.tuples(st.just("note"), st.sampled_from(["", "Một cửa: 1", "- indicator: a"])),
    st.tuples(st.just("layout"), st.sampled_from(["blocks", "flow"])),
    st.tuples(st.just("period"), st.sampled_from(PERIODS)),
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), PATHS, st.lists(EDITS, min_size=1, max_size=3), st.booleans()),
        st.tuples(st.just("delete"), PATHS),
        st.tuples(st.just("rename"), PATHS, PATHS),
        st.tuples(st.just("break"), PATHS),
        st.tuples(st.just("revert"), st.integers(1, 4)),
    ),
    min_size=1,
    max_size=14,
)


def edited(draft: Draft, edit: tuple[object, ...]) -> Draft:
    match edit:
        case ("figure", str() as id, str() as value):
            return replace(draft, figures={**draft.figures, id: value})
        case ("gone", str() as id):
            return replace(draft, figures={k: v for k, v in draft.figures.items() if k != id} or draft.figures)
        case ("revise", int() as more):
            return replace(draft, revisions=draft.revisions + more)
        case (str() as key, str() as value):
            return replace(draft, **{key: value})
        case _:
            raise AssertionError(edit)


def played(steps: list[tuple[object, ...]]) -> tuple[list[Commit], list[dict[str, bytes]]]:
    """The commits of the steps, and all report files as they stand on the main line after each."""
    drafts: dict[str, Draft] = {}
    tree: dict[str, bytes] = {}
    trees: list[dict[str, bytes]] = []
    commits = [Commit()]
    for n, step in enumerate(steps):
        after = dict(tree)
        branched = False
        match step:
            case ("edit", str() as path, list() as changes, bool() as branched):
                draft = drafts.get(path, Draft())
                for edit in changes:
                    draft = edited(draft, edit)
                    if branched:
                        side = {f"data/reports/{path}": draft.text()}
                        commits.append(Commit(side, branch=f"nhanh-{n}"))
                drafts[path] = draft
                after[path] = draft.text()
            case ("delete", str() as path):
                after.pop(path, None)
            case ("rename", str() as path, str() as other):
                if path in after and other not in after:
                    after[other] = after.pop(path)
                    drafts[other] = drafts.get(path, Draft())
            case ("break", str() as path):
                after[path] = b"period: [\n"
            case ("revert", int() as back):
                after = dict(trees[-back]) if len(trees) >= back else after
        paths = {*tree, *after}
        changes_now = {f"data/reports/{p}": after.get(p) for p in paths if after.get(p) != tree.get(p)}
        commits.append(Commit(changes_now, merges=f"nhanh-{n}" if branched else None))
        tree = after
        trees.append(tree)
    return commits, trees


def naive(trees: list[dict[str, bytes]], period: str) -> list[tuple[int, dict[str, str]]]:
    """The public states, from every tree read whole; two that differ in how a number is written are both told."""
    found: list[tuple[int, dict[str, str], object]] = []
    for n, tree in enumerate(trees):
        before = trees[n - 1] if n else {}
        read = {path: parsed(content) for path, content in tree.items()}
        for path, report in sorted(read.items()):
            # Another file of the period says nothing while the one named after it is there.
            chief = read.get(f"{period}.yaml") or {}
            speaks = path == f"{period}.yaml" or chief.get("period") != period
            if before.get(path) == tree[path] or report.get("period") != period or not speaks:
                continue
            if report["status"] == "published":
                figures = {row["indicator"]: row for row in report["observations"]}
                number = len(report["revisions"])
                announced = next((known for amount, known, _ in found if amount == number), {})
                amends = any(id in announced and shown(announced[id]) != shown(row) for id, row in figures.items())
                if not amends and (not found or found[-1][2] != (report["revisions"], figures)):
                    found.append((number, figures, (report["revisions"], figures)))
    return [
        (number, {id: row.get("value") or row.get("status") or "" for id, row in figures.items()})
        for number, figures, _ in found
    ]


def parsed(content: bytes) -> dict:
    try:
        return yaml.load(content, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return {}


def shown(row: dict[str, str]) -> tuple[str, str]:
    return row.get("value", "").replace(",", "."), row.get("status", "")


@settings(max_examples=50, deadline=None)
@given(steps=STEPS)
def test_history_is_what_reading_every_commit_would_give(steps: list[tuple[object, ...]]) -> None:
    commits, trees = played(steps)
    with tempfile.TemporaryDirectory() as folder:
        write_history(Path(folder), commits)
        past, again = read_past(Path(folder)), read_past(Path(folder))
    assert {period: states(past, period) for period in PERIODS} == {period: naive(trees, period) for period in PERIODS}
    assert again == past, "what a process remembers says the same"
