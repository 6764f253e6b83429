"""Changes in words: what became of a figure, from what to what, by how much, and why not."""

from decimal import Decimal

from macros import vietnamese
from macros.comparing.changes import Change, ChangeKind, Comparison, by_size
from macros.comparing.likeness import Unlike
from macros.model import Catalogue, Indicator, Kind, Observation, ReportStatus
from macros.views import phrases

# In the order in which a reader wants them: corrections, movements, blanks, the form itself, the rest.
KIND_LABELS = {
    ChangeKind.REVISED: "Đính chính",
    ChangeKind.ROSE: "Tăng",
    ChangeKind.FELL: "Giảm",
    ChangeKind.CODE_CHANGED: "Đổi câu trả lời",
    ChangeKind.TEXT_CHANGED: "Đổi nội dung",
    ChangeKind.APPEARED: "Nay có số liệu",
    ChangeKind.BECAME_NOT_REPORTED: "Nay chưa có số liệu",
    ChangeKind.BECAME_PENDING: "Nay chờ kết quả",
    ChangeKind.BECAME_NOT_APPLICABLE: "Nay không áp dụng",
    ChangeKind.DEFINITION_CHANGED: "Đổi định nghĩa",
    ChangeKind.NEW_INDICATOR: "Chỉ tiêu mới",
    ChangeKind.ENDED_INDICATOR: "Chỉ tiêu thôi dùng",
    ChangeKind.TARGET_ONLY: "Chỉ đổi mục tiêu",
    ChangeKind.NOTE_ONLY: "Chỉ đổi ghi chú",
    ChangeKind.NOT_COMPARABLE: "Không so sánh được",
    ChangeKind.UNCHANGED: "Không đổi",
}
# Kinds that their label does not explain by itself.
KIND_MEANINGS = {
    ChangeKind.REVISED: "Số đã công khai rồi được sửa bằng một lần sửa đổi của cùng một báo cáo.",
    ChangeKind.APPEARED: "Kỳ trước không có số liệu, kỳ này có; không có gì để tính chênh lệch.",
    ChangeKind.BECAME_NOT_REPORTED: "Kỳ này báo cáo để trống và không nêu lý do. Ô trống không phải là 0.",
    ChangeKind.BECAME_PENDING: "Kỳ này việc chưa đến hạn hoặc đang làm, nên chưa có số liệu.",
    ChangeKind.BECAME_NOT_APPLICABLE: "Báo cáo cho biết kỳ này chỉ tiêu không áp dụng cho cơ quan.",
    ChangeKind.DEFINITION_CHANGED: "Tên, đơn vị hoặc cách tính đã đổi: hai số có thể không nói về cùng một điều.",
    ChangeKind.NEW_INDICATOR: "Biểu mẫu của kỳ trước không có chỉ tiêu này.",
    ChangeKind.ENDED_INDICATOR: "Biểu mẫu của kỳ sau không còn chỉ tiêu này.",
    ChangeKind.TARGET_ONLY: "Số liệu giữ nguyên, mục tiêu mà báo cáo nêu đã đổi.",
    ChangeKind.NOTE_ONLY: "Số liệu giữ nguyên, chỉ ghi chú bên cạnh đổi.",
    ChangeKind.NOT_COMPARABLE: "Hai số tính cho hai khoảng thời gian khác kiểu, nên trang không tính chênh lệch.",
}
# What became of rows whose figure is what it was.
STILL = (ChangeKind.UNCHANGED, ChangeKind.NOTE_ONLY, ChangeKind.TARGET_ONLY)
# Rows of which a reader asks why they do not compare.
_EXPLAINED = (ChangeKind.NOT_COMPARABLE, ChangeKind.DEFINITION_CHANGED, ChangeKind.NEW_INDICATOR)
SIGNS = {ChangeKind.ROSE: "▲", ChangeKind.FELL: "▼", ChangeKind.REVISED: "✎"}
DEFINITION_LABELS = {
    "label": "tên chỉ tiêu",
    "printed_number": "số thứ tự",
    "printed_unit": "đơn vị in trong biểu mẫu",
    "definition": "lời giải thích",
    "cumulative": "cách cộng dồn",
}


def groups(comparison: Comparison) -> list[tuple[ChangeKind, tuple[Change, ...]]]:
    """The changed rows by what became of them; kinds that no row has are left out."""
    kinds = [kind for kind in KIND_LABELS if kind is not ChangeKind.UNCHANGED]
    return [(kind, rows) for kind in kinds if (rows := comparison.of_kind(kind))]


def reference(indicator: Indicator, catalogue: Catalogue) -> str:
    """Where the row is printed: "VI.5"; the numbers of the rows above it where it has none of its own."""
    rows = [*catalogue.ancestors(indicator), indicator] if indicator.id in catalogue.indicators else [indicator]
    return ".".join(row.printed_number for row in rows if row.printed_number)


def values_text(change: Change) -> str:
    """From what to what: "40 → 51 hồ sơ", "Có → Không", "7 nhiệm vụ → chưa có số liệu"."""
    if change.before is None or change.after is None:
        return _only(change)
    apart = change.kind is ChangeKind.NOT_COMPARABLE
    if change.kind in STILL or (_alike(change) and not apart):
        return phrases.figure_text(change.after)
    counted = isinstance(change.before.value, Decimal) and isinstance(change.after.value, Decimal)
    same_unit = counted and change.before.indicator.unit == change.after.indicator.unit
    # An arrow would say that one became the other.
    between = " và " if apart else " → "
    return f"{phrases.figure_text(change.before, unit=not same_unit)}{between}{phrases.figure_text(change.after)}"


def _alike(change: Change) -> bool:
    """A row whose definition changed and whose figure did not."""
    before, after = change.before, change.after
    return before is not None and after is not None and phrases.figure_text(before) == phrases.figure_text(after)


def _only(change: Change) -> str:
    """The figure of a row that one report alone has, and what it continues."""
    only = change.after or change.before
    assert only is not None
    if change.converted is not None and change.after is not None:
        return f"{vietnamese.number(change.converted)} → {phrases.figure_text(change.after)}"
    return phrases.figure_text(only)


def size_text(change: Change) -> str:
    """By how much: "tăng 11, tức 27,5 %", "giảm 6,25 điểm phần trăm"; nothing where that would mean nothing."""
    if not change.difference:
        return ""
    word = "tăng" if change.difference > 0 else "giảm"
    amount = vietnamese.number(abs(change.difference))
    if change.indicator.kind is Kind.PERCENT:
        return f"{word} {amount} điểm phần trăm"
    return f"{word} {amount}, tức {relative_text(change)}" if change.relative is not None else f"{word} {amount}"


def since_text(change: Change) -> str:
    """The change as a sentence beside the figure: "Tăng 11, tức 27,5 % so với 6 tháng đầu năm 2021."."""
    if change.before is None:
        size = size_text(change) or phrases.inside(KIND_LABELS[ChangeKind.UNCHANGED])
        if change.converted is None:
            return "Chỉ tiêu mới trong biểu mẫu kỳ này."
        return f"{size[:1].upper()}{size[1:]} so với chỉ tiêu cũ mà nó nối tiếp."
    before = phrases.inside(change.before.period.label)
    if _still_blank(change):
        return f"{change.before.period.label} cũng {phrases.figure_text(change.before)}."
    if change.kind in STILL:
        return f"Không đổi so với {before}."
    size = size_text(change)
    if size:
        return f"{size[:1].upper()}{size[1:]} so với {before}."
    return f"{KIND_LABELS[change.kind]}; {before}: {phrases.figure_text(change.before)}."


def cell_text(change: Change) -> str:
    """The change in a cell of the annex: "tăng 11, tức 27,5 %", "không đổi"; nothing where there was no figure."""
    if _still_blank(change):
        return ""
    if change.kind in STILL:
        return phrases.inside(KIND_LABELS[ChangeKind.UNCHANGED])
    return size_text(change) or phrases.inside(KIND_LABELS[change.kind])


def _still_blank(change: Change) -> bool:
    """Whether there was no figure and is none: nothing that could have changed."""
    return change.kind in STILL and (change.after is None or change.after.value is None)


def relative_text(change: Change) -> str:
    """The change in per cent of the figure before, to one decimal: "27,5 %", "chưa đến 0,1 %"."""
    relative = vietnamese.rounded(abs(change.relative or Decimal(0)), 1)
    return f"{vietnamese.number(relative)}\u00a0%" if relative else "chưa đến 0,1\u00a0%"


def reason_text(change: Change, comparison: Comparison) -> str:
    """Why the figures of a row do not compare, or what they continue; nothing where neither is so."""
    row = change.indicator
    if change.unlike is not None and change.kind not in _EXPLAINED:
        return ""
    match change.unlike:
        case Unlike.PERIOD:
            return ""  # said once, of the whole comparison
        case Unlike.CUMULATIVE:
            return "một kỳ tính riêng, một kỳ lũy kế từ đầu năm, hoặc báo cáo không nêu rõ"
        case Unlike.BREAK:
            parted = row.break_between(comparison.before.period, comparison.after.period)
            return f"cách tính thay đổi từ {phrases.inside(parted.period.label)}: {parted.reason}" if parted else ""
        case Unlike.MEASURE:
            return "đơn vị tính hoặc danh mục mã đã khác"
        case Unlike.INCOMPLETE:
            return "chỉ tiêu cũ mà nó nối tiếp chưa có đủ số liệu"
        case None:
            return "nối tiếp chỉ tiêu cũ theo cách đổi đã công bố" if change.converted is not None else ""


def size_number(change: Change) -> str:
    """The size as a browser's script sorts by it: per cent or percentage points, "-1" for a change without a size."""
    return f"{change.size:.4f}" if change.size.is_finite() else "Infinity"


def caution_text(comparison: Comparison) -> str:
    """What holds for the whole comparison and weakens it; nothing where like is held against like."""
    if comparison.before.period.kind is not comparison.after.period.kind:
        return "Hai kỳ khác loại: số liệu chỉ đặt cạnh nhau, không so sánh được."
    drafts = ReportStatus.DRAFT in (comparison.before.status, comparison.after.status)
    return "Có báo cáo còn là dự thảo: số liệu có thể thay đổi khi ban hành." if drafts else ""


def summary_text(comparison: Comparison) -> str:
    """The comparison in one line: "3 tăng, 1 giảm, 2 chỉ tiêu mới; 79 không đổi, 44 vẫn không có số liệu"."""
    counted = [f"{len(rows)} {phrases.inside(KIND_LABELS[kind])}" for kind, rows in groups(comparison)]
    if not counted:
        return "Không có gì thay đổi"
    unchanged = comparison.of_kind(ChangeKind.UNCHANGED)
    # Of two revisions a row is as it was; of two periods what was not known twice has not stayed the same.
    blank = [] if comparison.of_revisions else [change for change in unchanged if _still_blank(change)]
    missing = sum(change.indicator.kind is not Kind.HEADING for change in blank)
    still = [(len(unchanged) - len(blank), "không đổi"), (missing, "vẫn không có số liệu")]
    stayed = ", ".join(f"{count} {words}" for count, words in still if count)
    return f"{', '.join(counted)}; {stayed}" if stayed else ", ".join(counted)


def sentence(change: Change, comparison: Comparison, catalogue: Catalogue, kind: bool = True) -> str:
    """The change as one line: "VI.5 Số đơn vị …: 1 → 0 (đính chính; giảm 1, tức 100 %; ghi chú đổi)".

    Without `kind` what became of the row is left to a heading above the line.
    """
    where = reference(change.indicator, catalogue)
    named = kind and change.kind not in (ChangeKind.ROSE, ChangeKind.FELL)
    told = [phrases.inside(KIND_LABELS[change.kind]) if named else "", explanation_text(change, comparison)]
    if change.note_changed and change.kind is not ChangeKind.NOTE_ONLY:
        told.append("ghi chú đổi")
    name = catalogue.names.get(change.indicator.id, change.indicator.title)
    inside = "; ".join(part for part in told if part)
    figure = values_text(change)
    return f"{where} {name}{f': {figure}' if figure else ''}{f' ({inside})' if inside else ''}"


def explanation_text(change: Change, comparison: Comparison) -> str:
    """By how much a figure changed, or why that cannot be said, and what else changed in its definition."""
    redefined = [f"{DEFINITION_LABELS[name]} đổi" for name in change.defined_otherwise]
    told = (size_text(change), target_change_text(change.before, change.after), reason_text(change, comparison))
    return "; ".join(part for part in (*told, *redefined) if part)


def target_change_text(before: Observation | None, after: Observation | None) -> str:
    """What became of the target of a row: "mục tiêu 90 % → 95 %"; nothing where it stayed or a side has no row."""
    if before is None or after is None or before.target == after.target:
        return ""
    old, new = phrases.target_amount(before), phrases.target_amount(after)
    if old and new:
        return f"mục tiêu {old} → {new}"
    return f"nay nêu mục tiêu {new}" if new else f"không còn nêu mục tiêu {old}"


_LARGEST = 5
_TEN = 10


def largest(comparison: Comparison) -> tuple[Change, ...]:
    """The few changes that are largest beside the figure before; none where there are few changes anyway.

    From 1 to 2 is twice as many and says little: amounts below ten both before and after are left out.
    """
    moved = by_size(comparison.of_kind(ChangeKind.ROSE, ChangeKind.FELL, ChangeKind.REVISED))
    moved = tuple(change for change in moved if _weighs(change))
    return moved[:_LARGEST] if len(moved) > _LARGEST else ()


def _weighs(change: Change) -> bool:
    if change.indicator.kind is Kind.PERCENT or change.base is None or change.difference is None:
        return change.indicator.kind is Kind.PERCENT
    return max(abs(change.base), abs(change.base + change.difference)) >= _TEN


def row_names(comparison: Comparison, catalogue: Catalogue) -> list[str]:
    """The names of the changed rows as a table of them shows them."""
    rows = [change.indicator for change in comparison.changed]
    return [catalogue.names.get(row.id, row.title) for row in rows]


def rows_text(comparison: Comparison) -> str:
    """Which rows a table of the comparison holds: "các dòng có thay đổi"."""
    alike = comparison.before.period.kind is comparison.after.period.kind
    return "các dòng có thay đổi" if alike else "các dòng đặt cạnh nhau"


def comparison_title(comparison: Comparison) -> str:
    """What is held against what: "Báo cáo quý I năm 2022 → quý III năm 2022"."""
    if comparison.of_revisions:
        return phrases.report_title(comparison.after)
    return f"{phrases.report_title(comparison.before)} → {phrases.inside(comparison.after.period.label)}"


def note_texts(change: Change) -> tuple[str, str]:
    """What stands beside the figure before and after: its note, and why there is no figure; "" where nothing does."""
    return _beside(change.before), _beside(change.after)


def _beside(observation: Observation | None) -> str:
    if observation is None:
        return ""
    expected = f"Dự kiến {phrases.inside(observation.expected.label)}" if observation.expected else None
    told = (phrases.note_text(observation), observation.reason, expected, phrases.target_text(observation))
    return ". ".join(text for text in told if text)
