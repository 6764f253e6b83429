"""What was public when, for machines: the revisions of a report and the vintages of its figures."""

from typing import Any

from macros import addresses
from macros.faces import phrases, revision_text
from macros.outputs.tables.values import shown_text
from macros.record import Catalogue, FigureChange, Observation, Recording, Report, Revision, Vintage


def revisions(report: Report, catalogue: Catalogue) -> list[dict[str, Any]]:
    """Every revision of a report, oldest first, those that it no longer declares among them.

    `standing` says what became of it. `recorded` is when git recorded it and `commit` where; null for what is not
    known. `changes` are the figures and notes that it changed, null where that is not known; the `fate` of a figure is
    corrected, added or retracted.
    """
    past = catalogue.history.reports.get(report.key)
    if past is None:
        return [_revision(revision) for revision in report.revisions]
    return [
        {
            **_revision(edition.revision),
            "standing": edition.standing.value,
            "recorded": _moment(edition.recording),
            "commit": edition.recording.commit if edition.recording else None,
            "url": addresses.edition(edition),
            "changes": None if edition.changes is None else [_change(change) for change in edition.changes],
        }
        for edition in past.editions
    ]


def vintages(report: Report, observation: Observation, catalogue: Catalogue) -> list[dict[str, Any]]:
    """Every state of a figure that was public, oldest first; none for a draft.

    `since` is the day that its revision declares, null where the state came without one; one that is `older` may have
    been public before.
    """
    past = catalogue.history.reports.get(report.key)
    return [_vintage(vintage) for vintage in past.vintages.get(observation.key, ())] if past else []


def _revision(revision: Revision) -> dict[str, Any]:
    return {
        "number": revision.number,
        "date": revision.date and revision.date.isoformat(),
        "reason": revision.reason,
        "document": revision.document,
    }


def _change(change: FigureChange) -> dict[str, Any]:
    return {
        "indicator": change.indicator.id,
        "from": _figure(change.before),
        "to": _figure(change.after),
        "of_note": change.of_note,
        "fate": None if change.of_note else revision_text.fate(change.before, change.after).value,
    }


def _vintage(vintage: Vintage) -> dict[str, Any]:
    day = vintage.revision.date if vintage.announced else None
    return {
        "figure": _figure(vintage.observation),
        "revision": vintage.revision.number,
        "since": day and day.isoformat(),
        "recorded": _moment(vintage.recording),
        "older": vintage.older,
    }


def _figure(observation: Observation | None) -> dict[str, Any] | None:
    """A figure as it was; null where the report did not have its row."""
    if observation is None:
        return None
    return {
        "value": observation.machine_text,
        "reporting_status": observation.status.value,
        "text": shown_text(observation),
        "note": phrases.note_text(observation),
    }


def _moment(recording: Recording | None) -> str | None:
    return recording.moment.strftime("%Y-%m-%dT%H:%M:%SZ") if recording and recording.moment else None
