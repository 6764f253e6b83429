"""A comparison as JSON: `congkhai diff --format json`."""

import json
from decimal import Decimal
from typing import Any

from macros.comparing.change_set import ChangeSet, head_changes
from macros.comparing.comparison import Change, ChangeKind, Comparison
from macros.faces import change_text as told
from macros.record import Catalogue, Observation


def change_set_json(found: ChangeSet, catalogue: Catalogue) -> str:
    """What changed, as JSON text: every changed row with its class, both figures, and the difference as a decimal.

    `counts` are the two numbers of a rate before and after, where the difference is that of their quotients.
    """
    content = {
        "added": [str(report.period) for report in found.added],
        "removed": [str(report.period) for report in found.removed],
        "comparisons": [_comparison(comparison, catalogue) for comparison in found.comparisons],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _comparison(comparison: Comparison, catalogue: Catalogue) -> dict[str, Any]:
    return {
        "before": str(comparison.before.period),
        "after": str(comparison.after.period),
        "revision_before": comparison.before.revisions[-1].number,
        "revision_after": comparison.after.revisions[-1].number,
        "head": list(head_changes(comparison)) if comparison.of_revisions else [],
        "unchanged": len(comparison.of_kind(ChangeKind.UNCHANGED)),
        "changes": [_change(change, comparison, catalogue) for change in comparison.changed],
    }


def _change(change: Change, comparison: Comparison, catalogue: Catalogue) -> dict[str, Any]:
    return {
        "indicator": change.indicator.id,
        "label": change.indicator.label,
        "kind": change.kind.value,
        "before": _figure(change.before),
        "after": _figure(change.after),
        "converted": _decimal(change.converted),
        "counts": change.sides and [[f"{side.part:f}", f"{side.whole:f}"] for side in change.sides],
        "difference": _decimal(change.difference),
        "relative": _decimal(change.relative if change.relative is None else round(change.relative, 4)),
        "not_comparable": change.unlike.value if change.unlike else None,
        "note_changed": change.note_changed,
        "definition_changed": list(change.defined_otherwise),
        "sentence": told.sentence(change, comparison, catalogue),
    }


def _figure(observation: Observation | None) -> dict[str, Any] | None:
    if observation is None:
        return None
    return {"value": observation.machine_text, "status": observation.status.value}


def _decimal(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
