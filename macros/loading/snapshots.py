"""Every edition of every report to what it needs to be shown as it was: its catalogue and its narrative."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from macros.history.commit_files import Snapshots
from macros.history.git import Objects
from macros.history.published_names import Names
from macros.loading.assembly import past_catalogue
from macros.problems.problem import Problems
from macros.reading.lenient import mended_text
from macros.reading.narrative import NarrativePage, parse_page
from macros.reading.sources import Files, Folder, Snapshot
from macros.record import Catalogue, Edition, Standing


@dataclass(frozen=True, slots=True)
class Kept:
    """An edition as far as it can be shown: None for a part that cannot be put together without guessing."""

    edition: Edition
    catalogue: Catalogue | None
    narrative: NarrativePage | None


@dataclass(frozen=True, slots=True)
class Archived:
    """An edition as git keeps it, before anything of it is read; `recorded` are the files of its day, if it does.

    It `is_sure` where git had all that it named: else there may be more another time.
    """

    edition: Edition
    recorded: Snapshot | None
    kept: Callable[[], Kept]
    is_sure: bool = True


def kept_editions(root: Path, catalogue: Catalogue, editions: Iterable[Edition] | None = None) -> Iterator[Kept]:
    """Some editions, or all in the order of the history; names that are not published today are withheld in them.

    The newest edition of a draft, and one that git does not keep yet, are shown as they stand now.
    """
    with archive(root, catalogue) as archived:
        for edition in catalogue.history.editions if editions is None else editions:
            yield archived(edition).kept()


@contextmanager
def archive(root: Path, catalogue: Catalogue) -> Iterator[Callable[[Edition], Archived]]:
    """Any edition, each read when it is asked for: what is recorded cannot change, so it may be known already.

    All are asked of one process of git, which ends with the block.
    """
    names = Names.of(catalogue)
    with Objects(root) as objects:
        snapshots = Snapshots(root, objects)

        def archived(edition: Edition) -> Archived:
            objects.lacks = False
            recorded = snapshots.of(edition.recording) if edition.recording is not None else None
            kept = partial(_kept, root, catalogue, names, edition, recorded)
            return Archived(edition, recorded, kept, not objects.lacks)

        yield archived


def _kept(root: Path, catalogue: Catalogue, names: Names, edition: Edition, recorded: Snapshot | None) -> Kept:
    newest = catalogue.history.reports[edition.report].newest is edition
    if recorded is not None:
        past = _past(recorded)
        shown = names.applied(_still_written(past, edition, catalogue)) if past else None
        return Kept(edition, shown, _narrative(recorded, edition, names))
    if edition.standing is not Standing.LOST and newest:
        return Kept(edition, catalogue, _narrative(Folder(root), edition, names))
    return Kept(edition, None, None)


def _still_written(past: Catalogue, edition: Edition, catalogue: Catalogue) -> Catalogue:
    """An earlier state without what the site's editors have taken back since: it is theirs, no part of the report.

    A question that has its answer today is none any more; a note that today's file does not have was withdrawn.
    """
    today = next((report for report in catalogue.reports if report.key == edition.report), None)
    open = {question.id for question in today.open_questions} if today else set()
    notes = {note.id for note in today.reading_notes} if today else set()
    reports = [
        replace(
            report,
            questions=tuple(question for question in report.questions if question.id in open),
            reading_notes=tuple(note for note in report.reading_notes if note.id in notes),
        )
        for report in past.reports
    ]
    return replace(past, reports=tuple(reports))


def _past(files: Files) -> Catalogue | None:
    try:
        return past_catalogue(files)
    except Problems:
        return None


def _narrative(files: Files, edition: Edition, names: Names) -> NarrativePage | None:
    """The narrative, its letters mended, if it was there and its macros can be read."""
    period = edition.recording.period if edition.recording else edition.period
    name = f"docs/bao-cao/{period.slug}.md"
    text = files.text(name) if files.has(name) else None
    if not isinstance(text, str):
        return None
    page, _ = parse_page(name, name.removeprefix("docs/"), names.markup(mended_text(text)))
    return page
