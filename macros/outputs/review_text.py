"""What changed, for the terminal and for a review: plain text and Markdown."""

import re
from collections.abc import Iterator

from macros.comparing.change_set import ChangeSet, head_changes
from macros.comparing.comparison import Comparison
from macros.faces import change_text, phrases
from macros.record import Catalogue, Report
from macros.wording import comparison as wording


def text_report(found: ChangeSet, catalogue: Catalogue) -> str:
    """What changed, as lines for the terminal, the rows under what became of them."""
    lines: list[str] = []
    for title, summary, groups in _parts(found, catalogue):
        lines += [title, *(f"  {line}" for line in summary)]
        for heading, sentences in groups:
            lines += [f"  {heading}", *(f"    {sentence}" for sentence in sentences)]
        lines.append("")
    return "\n".join(lines).rstrip() or wording.REVIEW_NOTHING


def markdown_report(found: ChangeSet, catalogue: Catalogue) -> str:
    """What changed, as Markdown for a review."""
    lines: list[str] = []
    for title, summary, groups in _parts(found, catalogue):
        lines += [f"## {_escaped(title)}", "", *(f"{_escaped(line)}  " for line in summary), ""]
        for heading, sentences in groups:
            lines += [f"### {heading}", "", *(f"- {_escaped(sentence)}" for sentence in sentences), ""]
    return "\n".join(lines).rstrip() or wording.REVIEW_NOTHING


def _escaped(text: str) -> str:
    """Text as Markdown shows it: what stands in data is never markup."""
    return _MARKUP.sub(r"\\\g<0>", text).replace("&", "&amp;").replace("<", "&lt;")


_MARKUP = re.compile(r"[\\`*_\[\]|~#]")
Part = tuple[str, list[str], list[tuple[str, list[str]]]]


def _parts(found: ChangeSet, catalogue: Catalogue) -> Iterator[Part]:
    """A title, lines under it, and groups of sentences, for each report that changed."""
    for report in found.added:
        yield wording.REVIEW_ADDED.format(period=_named(report)), [_size(report)], []
    for report in found.removed:
        yield wording.REVIEW_REMOVED.format(period=_named(report)), [_size(report)], []
    for comparison in found.comparisons:
        yield change_text.comparison_title(comparison), list(_summary(comparison)), _groups(comparison, catalogue)


def _named(report: Report) -> str:
    return phrases.inside(report.period.label)


def _size(report: Report) -> str:
    figures = sum(1 for row in report.observations if row.value is not None)
    return wording.REVIEW_SIZE.format(figures=figures, revisions=len(report.revisions))


def _summary(comparison: Comparison) -> Iterator[str]:
    if comparison.of_revisions:
        known = {revision.number for revision in comparison.before.revisions}
        for revision in comparison.after.revisions:
            if revision.number not in known:
                yield wording.REVIEW_REVISION.format(number=revision.number, reason=revision.reason)
        # The new entries have just been told.
        if heads := [wording.HEAD_PARTS[key] for key in head_changes(comparison) if key != "revisions"]:
            yield wording.REVIEW_HEAD.format(parts=", ".join(heads))
    if caution := change_text.caution_text(comparison):
        yield caution
    yield f"{change_text.summary_text(comparison)}."


def _groups(comparison: Comparison, catalogue: Catalogue) -> list[tuple[str, list[str]]]:
    groups = []
    for kind, rows in change_text.groups(comparison):
        sentences = [change_text.sentence(row, comparison, catalogue, kind=False) for row in rows]
        groups.append((f"{change_text.kind_label(kind, comparison)} ({len(rows)})", sentences))
    return groups
