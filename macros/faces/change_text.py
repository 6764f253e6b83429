"""Changes in words: what became of a figure, from what to what, by how much, and why not."""

from decimal import Decimal, localcontext

from macros import vietnamese
from macros.comparing.comparability import Unlike
from macros.comparing.comparison import Change, ChangeKind, Comparison
from macros.comparing.data_windows import unequal_windows
from macros.comparing.precision import Counts
from macros.faces import phrases, quotients
from macros.faces.quotients import Told
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


def told_rates(change: Change) -> tuple[Told, Told] | None:
    """The two rates that the change of a rate is told with; None for what is no rate, or has no counts in a report.

    Where both quotients are the same, so that nothing changed, only where the printed rates are not.
    """
    sides = change.sides
    if sides is None or (not change.difference and sides[0].printed == sides[1].printed):
        return None
    return quotients.pair(sides)


def size_text(change: Change, beside: bool = False) -> str:
    """By how much: "tăng 11 hồ sơ, tức 27,5%", "từ 1 lên 53 hồ sơ"; nothing where that would mean nothing.

    Quotients of counts are told with it, but `beside` `values_text`, which has them.
    """
    if change.kind is ChangeKind.WITHIN_ROUNDING:
        return wording.WITHIN_ROUNDING
    if change.sides and (rates := told_rates(change)):
        return _of_counts(change.sides, rates, change.difference or Decimal(0), beside)
    if not change.difference:
        return ""
    row, difference = change.indicator, _measured(abs(change.difference), change)
    if change.relative is not None and change.relative >= MANIFOLD:
        return _manifold(change, difference)
    if change.relative is None or _is_of_few(change):
        return row.kind.difference_text(change.difference, row.unit.label if row.unit else None)
    sentence = wording.ROSE_PERCENT if change.difference > 0 else wording.FELL_PERCENT
    return sentence.format(difference=difference, percent=_percent(change.relative))


# From so many per cent on, a rise is told in times the figure before, and from a small one as from what to what.
MANIFOLD, SMALL_BASE = Decimal(400), Decimal(10)


def _is_of_few(change: Change) -> bool:
    """Whether so few were counted before that per cent would mislead: one person of one is no fall by 100%."""
    return change.indicator.kind.is_counted and change.base is not None and change.base < SMALL_BASE


def _manifold(change: Change, difference: str) -> str:
    """A rise to five times and more: "tăng 2.600 hồ sơ, gấp 53 lần", "từ 1 lên 53 hồ sơ"."""
    base = change.base
    assert base is not None
    assert change.difference is not None
    after = base + change.difference
    if base < SMALL_BASE:
        return wording.ROSE_FROM_SMALL.format(before=vietnamese.number(base), after=_measured(after, change))
    with localcontext(prec=50):
        times = vietnamese.rounded(after / base, 1)
    return wording.ROSE_TIMES.format(difference=difference, times=vietnamese.number(times))


def _measured(amount: Decimal, change: Change) -> str:
    unit = change.indicator.unit
    return phrases.measured(vietnamese.number(amount), unit.label if unit else None)


def tells_counts(change: Change) -> bool:
    """Whether what is said of a change names the two numbers of the rate."""
    return told_rates(change) is not None


def told_difference(change: Change) -> Decimal:
    """By how much a figure changed up or down, as it is told."""
    if rates := told_rates(change):
        return abs(rates[1].value - rates[0].value)
    return abs(change.difference or Decimal(0))


def _of_counts(sides: tuple[Counts, Counts], rates: tuple[Told, Told], difference: Decimal, beside: bool) -> str:
    """The change of a rate from its counts: "giảm khoảng 0,2 điểm phần trăm (1.403/1.407 ≈ 99,72% → …; báo cáo …)"."""
    plain = beside or _is_printed(sides, rates)
    shown = [_counts(side, None if plain else rate) for side, rate in zip(sides, rates, strict=True)]
    told = {"change": _points(rates, difference), "before": shown[0], "after": shown[1]}
    printed = quotients.printed_text(sides, rates)
    if not printed:
        return wording.FROM_COUNTS.format(**told)
    return wording.FROM_COUNTS_PRINTED.format(**told, printed=printed)


def _is_printed(sides: tuple[Counts, Counts], rates: tuple[Told, Told]) -> bool:
    """Whether both rates are told as the reports print them."""
    return all(not rate.about and rate.value == side.printed for side, rate in zip(sides, rates, strict=True))


def _points(rates: tuple[Told, Told], difference: Decimal) -> str:
    """By how many percentage points: the difference of the two rates as they are told."""
    if not difference:
        return phrases.inside(wording.KIND_LABELS[ChangeKind.UNCHANGED])
    points = abs(rates[1].value - rates[0].value)
    about = points and any(rate.about for rate in rates)
    rise, fall = (
        (wording.ROSE_ABOUT_POINTS, wording.FELL_ABOUT_POINTS) if about else (wording.ROSE_POINTS, wording.FELL_POINTS)
    )
    amount = vietnamese.number(_shortest(points)) if points else wording.BELOW_HUNDREDTH
    return (rise if difference > 0 else fall).format(difference=amount)


def _shortest(points: Decimal) -> Decimal:
    """A difference without last zeros: of two quotients they say nothing."""
    exponent = points.as_tuple().exponent
    return vietnamese.rounded(points, max(0, -exponent if isinstance(exponent, int) else 0))


def _counts(side: Counts, rate: Told | None) -> str:
    """The two numbers of a rate, with their quotient where it does not stand beside them."""
    counts = wording.COUNTS.format(part=vietnamese.number(side.part), whole=vietnamese.number(side.whole))
    if rate is None:
        return counts
    return (wording.COUNTS_ABOUT if rate.about else wording.COUNTS_ARE).format(counts=counts, quotient=rate.text)


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
    if change.sides and (rates := told_rates(change)) and not _is_printed(change.sides, rates):
        first, last = (rate.text for rate in rates)
        points = _points(rates, change.difference or Decimal(0))
        return wording.FROM_COUNTS.format(change=points, before=first, after=last)
    kind = ChangeKind.UNCHANGED if change.kind in STILL else change.kind
    return size_text(change) or phrases.inside(wording.KIND_LABELS[kind])


def _still_blank(change: Change) -> bool:
    """Whether there was no figure and is none: nothing that could have changed."""
    return change.kind in STILL and (change.after is None or change.after.value is None)


def _percent(relative: Decimal) -> str:
    """A change in per cent of the figure before, to one decimal: "27,5", "chưa đến 0,1"."""
    tenths = vietnamese.rounded(abs(relative), 1)
    return vietnamese.number(tenths) if tenths else wording.BELOW_TENTH


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


SIZE_DIGITS = 4


def size_number(change: Change) -> str:
    """The size as a browser's script sorts by it: per cent or percentage points, "-1" for a change without a size."""
    size = change.size
    return f"{vietnamese.rounded(size, SIZE_DIGITS):.{SIZE_DIGITS}f}" if size.is_finite() else "Infinity"


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
