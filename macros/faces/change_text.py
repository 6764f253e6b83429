"""Changes in words: what became of a figure, from what to what, and why not; by how much, `change_size` says."""

from macros import vietnamese
from macros.comparing.comparability import Unlike
from macros.comparing.comparison import Change, ChangeKind, Comparison
from macros.comparing.data_windows import unequal_windows
from macros.faces import phrases
from macros.faces.change_size import quotients_text, size_text, told_rates
from macros.record import Catalogue, Indicator, Observation, ReportStatus
from macros.wording import comparison as wording

# What became of rows whose figure is what it was.
STILL = (ChangeKind.UNCHANGED, ChangeKind.NOTE_ONLY, ChangeKind.TARGET_ONLY)
# Rows of which a reader asks why they do not compare, and why that is; of two kinds of period it is said once, of all.
EXPLAINED = (ChangeKind.NOT_COMPARABLE, ChangeKind.DEFINITION_CHANGED, ChangeKind.NEW_INDICATOR)
REASONS = {
    Unlike.PERIOD: "",
    Unlike.CUMULATIVE: wording.UNLIKE_CUMULATIVE,
    Unlike.BREAK: wording.UNLIKE_BREAK,
    Unlike.MEASURE: wording.UNLIKE_MEASURE,
    Unlike.INCOMPLETE: wording.UNLIKE_INCOMPLETE,
}
SIGNS = {ChangeKind.ROSE: "▲", ChangeKind.FELL: "▼", ChangeKind.REVISED: "✎"}


def groups(comparison: Comparison) -> list[tuple[ChangeKind, tuple[Change, ...]]]:
    """The changed rows by what became of them; kinds that no row has are left out."""
    kinds = [kind for kind in map(ChangeKind, wording.KIND_LABELS) if kind is not ChangeKind.UNCHANGED]
    return [(kind, rows) for kind in kinds if (rows := comparison.of_kind(kind))]


def kind_label(kind: ChangeKind, comparison: Comparison) -> str:
    """What became of a row, as a label: between two periods, or between two versions of one report."""
    labels = wording.KIND_LABELS_OF_REVISIONS if comparison.of_revisions else {}
    return labels.get(kind) or wording.KIND_LABELS[kind]


def reference(indicator: Indicator, catalogue: Catalogue) -> str:
    """Where the row is printed: "VI.5"; the numbers of the rows above it where it has none of its own."""
    rows = [*catalogue.ancestors(indicator), indicator] if indicator.id in catalogue.indicators else [indicator]
    return ".".join(row.printed_number for row in rows if row.printed_number)


def values_text(change: Change) -> str:
    """From what to what: "40 → 51 hồ sơ", "43,75% → 45%", "≈ 99,72% → ≈ 99,52%", "Có → Không"."""
    if change.before is None or change.after is None:
        return _only(change)
    if rates := told_rates(change):
        old, new = (rate.text for rate in rates)
        return wording.FROM_TO.format(before=old, after=new) if change.difference else new
    apart = change.kind is ChangeKind.NOT_COMPARABLE
    if change.kind in STILL or (_alike(change) and not apart):
        return phrases.figure_text(change.after)
    counted = change.before.amount is not None and change.after.amount is not None
    same_unit = counted and change.before.indicator.unit == change.after.indicator.unit
    same_unit = same_unit and change.indicator.kind.is_relative
    before, after = phrases.figure_text(change.before, unit=not same_unit), phrases.figure_text(change.after)
    return (wording.SIDE_BY_SIDE if apart else wording.FROM_TO).format(before=before, after=after)


def _alike(change: Change) -> bool:
    """A row whose definition changed and whose figure did not."""
    before, after = change.before, change.after
    return before is not None and after is not None and phrases.figure_text(before) == phrases.figure_text(after)


def _only(change: Change) -> str:
    """The figure of a row that one report alone has, and what it continues."""
    only = change.after or change.before
    assert only is not None
    if change.converted is not None and change.after is not None:
        before, after = vietnamese.number(change.converted), phrases.figure_text(change.after)
        return wording.FROM_TO.format(before=before, after=after)
    return phrases.figure_text(only)


def since_text(change: Change) -> str:
    """The change as a sentence beside the figure: "Tăng 11 hồ sơ, tức 27,5% so với 6 tháng đầu năm 2021."."""
    told = _since(change)
    if change.windows and change.difference:
        before, after = map(str, change.windows)
        return wording.SINCE_WINDOWS.format(sentence=told, before=before, after=after)
    return told


def finding_text(change: Change | None, observation: Observation) -> str:
    """What a key figure tells beside its level: its change and its target, in one sentence; "" where none is known."""
    target = phrases.target_text(observation)
    if change is None or _still_blank(change):
        return wording.FINDING_TARGET.format(target=target) if target else ""
    told = since_text(change)
    if not target:
        return told
    return wording.FINDING_WITH_TARGET.format(change=told.removesuffix("."), target=phrases.inside(target))


def _since(change: Change) -> str:
    if change.before is None:
        if change.converted is None:
            return wording.SINCE_NEW
        size = size_text(change) or wording.KIND_LABELS[ChangeKind.UNCHANGED]
        return wording.SINCE_CONTINUED.format(change=phrases.opening(size))
    period, figure = phrases.inside(change.before.period.label), phrases.figure_text(change.before)
    if _still_blank(change):
        return wording.SINCE_STILL_BLANK.format(period=change.before.period.label, status=figure)
    size = size_text(change)
    if change.kind in STILL and not size:
        return wording.SINCE_UNCHANGED.format(period=period)
    if change.kind is ChangeKind.WITHIN_ROUNDING:
        return wording.SINCE_WITHIN_ROUNDING.format(period=period, figure=figure)
    if size:
        return wording.SINCE.format(change=phrases.opening(size), period=period)
    return wording.SINCE_OTHER.format(change=wording.KIND_LABELS[change.kind], period=period, figure=figure)


def cell_text(change: Change) -> str:
    """The change in a cell of the annex: "tăng 11 hồ sơ, tức 27,5%", "không đổi"; nothing where there was no figure.

    Of a rate that is not told as printed only the two quotients: "giảm khoảng 0,2 điểm phần trăm (≈ 99,72% → …)".
    """
    if _still_blank(change):
        return ""
    if quotients := quotients_text(change):
        return quotients
    kind = ChangeKind.UNCHANGED if change.kind in STILL else change.kind
    return size_text(change) or phrases.inside(wording.KIND_LABELS[kind])


def _still_blank(change: Change) -> bool:
    """Whether there was no figure and is none: nothing that could have changed."""
    return change.kind in STILL and (change.after is None or change.after.value is None)


def reason_text(change: Change, comparison: Comparison) -> str:
    """Why the figures of a row do not compare, or what they continue; nothing where neither is so."""
    if change.unlike is None:
        return wording.CONTINUES if change.converted is not None else ""
    if change.kind not in EXPLAINED:
        return ""
    parted = change.indicator.break_between(comparison.before.period, comparison.after.period)
    if parted is None:
        return "" if change.unlike is Unlike.BREAK else REASONS[change.unlike]
    return REASONS[change.unlike].format(period=phrases.inside(parted.period.label), reason=parted.reason)


def caution_text(comparison: Comparison) -> str:
    """What holds for the whole comparison and weakens it; nothing where like is held against like."""
    if comparison.before.period.kind is not comparison.after.period.kind:
        return wording.CAUTION_PERIODS
    windows = unequal_windows(comparison.before, comparison.after)
    drafts = ReportStatus.DRAFT in (comparison.before.status, comparison.after.status)
    told = [
        wording.CAUTION_WINDOWS.format(before=windows[0], after=windows[1]) if windows else "",
        wording.CAUTION_DRAFT if drafts else "",
    ]
    return " ".join(sentence for sentence in told if sentence)


def summary_text(comparison: Comparison) -> str:
    """The comparison in one line: "3 chỉ tiêu tăng; 1 chỉ tiêu giảm; 79 chỉ tiêu không đổi, 44 chỉ tiêu …"."""
    sentences = wording.COUNTED | (wording.COUNTED_OF_REVISIONS if comparison.of_revisions else {})
    counted = [sentences[kind].format(count=len(rows)) for kind, rows in groups(comparison)]
    if not counted:
        return wording.NOTHING_CHANGED
    unchanged = comparison.of_kind(ChangeKind.UNCHANGED)
    # Of two revisions a row is as it was; of two periods what was not known twice has not stayed the same.
    blank = [] if comparison.of_revisions else [change for change in unchanged if _still_blank(change)]
    missing = sum(change.indicator.kind.holds_value for change in blank)
    still = [(len(unchanged) - len(blank), wording.COUNTED["unchanged"]), (missing, wording.COUNTED_BLANK)]
    stayed = ", ".join(sentence.format(count=count) for count, sentence in still if count)
    return "; ".join([*counted, stayed] if stayed else counted)


def sentence(change: Change, comparison: Comparison, catalogue: Catalogue, kind: bool = True) -> str:
    """The change as one line: "VI.5 Số đơn vị …: 1 → 0 (đính chính; giảm 1, tức 100%; ghi chú đổi)".

    Without `kind` what became of the row is left to a heading above the line.
    """
    where = reference(change.indicator, catalogue)
    named = kind and change.kind not in (ChangeKind.ROSE, ChangeKind.FELL)
    told = [phrases.inside(kind_label(change.kind, comparison)) if named else "", explanation_text(change, comparison)]
    if change.note_changed and change.kind is not ChangeKind.NOTE_ONLY:
        told.append(wording.NOTE_CHANGED)
    name = catalogue.names.get(change.indicator.key, change.indicator.title)
    inside = "; ".join(part for part in told if part)
    figure = values_text(change)
    return f"{where} {name}{f': {figure}' if figure else ''}{f' ({inside})' if inside else ''}"


def explanation_text(change: Change, comparison: Comparison) -> str:
    """By how much a figure changed, or why that cannot be said, and what else changed in its definition."""
    redefined = [wording.REDEFINED[name] for name in change.defined_otherwise]
    target = target_change_text(change.before, change.after)
    told = (size_text(change, beside=True), target, reason_text(change, comparison))
    return "; ".join(part for part in (*told, *redefined) if part)


def target_change_text(before: Observation | None, after: Observation | None) -> str:
    """What became of the target of a row: "mục tiêu 90% → 95%"; nothing where it stayed or a side has no row."""
    if before is None or after is None or before.target == after.target:
        return ""
    old, new = phrases.target_amount(before), phrases.target_amount(after)
    if old and new:
        return wording.TARGET_CHANGED.format(before=old, after=new)
    return wording.TARGET_NEW.format(after=new) if new else wording.TARGET_GONE.format(before=old)


def caption(comparison: Comparison) -> str:
    """Above a table of the comparison: what is held against what, and which rows it holds."""
    alike = comparison.before.period.kind is comparison.after.period.kind
    sentence = wording.TABLE_CAPTION if alike else wording.TABLE_CAPTION_SIDE_BY_SIDE
    return sentence.format(title=comparison_title(comparison))


def comparison_title(comparison: Comparison) -> str:
    """What is held against what: "Báo cáo quý I năm 2022 → quý III năm 2022"."""
    if comparison.of_revisions:
        return phrases.report_title(comparison.after)
    before, after = (phrases.inside(report.period.label) for report in (comparison.before, comparison.after))
    return wording.TITLE.format(before=before, after=after)


def note_texts(change: Change) -> tuple[str, str]:
    """What stands beside the figure before and after: its note, and why there is no figure; "" where nothing does."""
    before, after = (beside_text(side) if side else "" for side in (change.before, change.after))
    return before, after


def beside_text(observation: Observation) -> str:
    """What stands beside a figure, in sentences: its note, why there is none, when it is expected, its target."""
    told = [phrases.note_text(observation), observation.reason]
    if observation.expected:
        told.append(wording.EXPECTED.format(period=phrases.inside(observation.expected.label)))
    told.append(phrases.target_text(observation))
    *before, last = [text for text in told if text] or [""]
    return ". ".join([*(text.removesuffix(".") for text in before), last])
