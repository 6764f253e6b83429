"""What a revision changed, in words: a target is no note."""

from dataclasses import replace
from decimal import Decimal

import pytest

from macros.faces import revision_text
from macros.record import (
    Edition,
    FigureChange,
    History,
    Knowledge,
    Observation,
    ReportHistory,
    ReportKey,
    Revision,
    Standing,
    Status,
    Vintage,
    series_key,
)
from tests.comparing.reports import report

ID = "ho-so-tiep-nhan"
REVISION = Revision(2, None, "Ví dụ", None)


def blank(status: Status = Status.NOT_REPORTED) -> Observation:
    (made,) = report("2031-S1", {ID: Decimal(7)}).observations
    return replace(made, value=None, status=status)


def row(value: int, target: int | None = None, note: str = "") -> Observation:
    (made,) = report("2031-S1", {ID: (Decimal(value), note) if note else Decimal(value)}).observations
    return replace(made, target=None if target is None else Decimal(target))


@pytest.mark.parametrize(
    ("before", "after", "title", "count", "step"),
    [
        (row(7), row(8), "Đính chính", "1 số liệu thay đổi", "7 hồ sơ → 8 hồ sơ"),
        (row(7), row(7, note="Ví dụ"), "Chỉ thay đổi ghi chú", "1 ghi chú thay đổi", "7 hồ sơ (chỉ thay đổi ghi chú)"),
        (row(7, 90), row(7, 95), "Thay đổi mục tiêu", "1 mục tiêu thay đổi", "7 hồ sơ (mục tiêu 90 hồ sơ → 95 hồ sơ)"),
        (row(7), row(7, 95), "Thay đổi mục tiêu", "1 mục tiêu thay đổi", "7 hồ sơ (nêu thêm mục tiêu 95 hồ sơ)"),
        (row(7), blank(), "Rút số liệu", "1 số liệu thay đổi", "7 hồ sơ → báo cáo để trống"),
        (blank(), row(7), "Bổ sung số liệu", "1 số liệu thay đổi", "báo cáo để trống → 7 hồ sơ"),
        (
            blank(),
            blank(Status.NOT_APPLICABLE),
            "Đính chính",
            "1 số liệu thay đổi",
            "báo cáo để trống → không áp dụng",
        ),
        (row(7, 90), row(8), "Đính chính", "1 số liệu thay đổi", "7 hồ sơ → 8 hồ sơ (không nêu mục tiêu 90 hồ sơ nữa)"),
    ],
)
def test_a_revision_is_named_by_what_it_changed(
    before: Observation, after: Observation, title: str, count: str, step: str
) -> None:
    change = FigureChange(after.indicator, before, after)
    edition = Edition(ReportKey.parse("2031-S1"), REVISION, Standing.RECORDED, None, (change,))
    first, second = (Vintage(observation, REVISION, None) for observation in (before, after))
    told = (revision_text.title(edition), revision_text.count_text(edition), revision_text.step_text(first, second))
    assert tuple(text.replace("\u00a0", " ") for text in told) == (title, count, step)


@pytest.mark.parametrize(
    ("states", "told"),
    [
        ((row(48), row(51)), "đã đính chính, trước là 48 hồ sơ"),
        ((row(48), blank()), "đã rút số liệu, trước là 48 hồ sơ"),
        ((row(48), blank(), row(48)), "đã bổ sung, trước là báo cáo để trống"),
        ((blank(), row(48)), "đã bổ sung, trước là báo cáo để trống"),
        ((blank(), blank(Status.PENDING)), "đã đính chính, trước là báo cáo để trống"),
        ((blank(), row(48), blank()), "đã rút số liệu, trước là 48 hồ sơ"),
        ((row(48), row(48, note="Ví dụ")), ""),
    ],
)
def test_a_figure_is_corrected_added_or_retracted(states: tuple[Observation, ...], told: str) -> None:
    made = report("2031-S1", {ID: Decimal(7)})
    vintages = {series_key(ID): tuple(Vintage(state, REVISION, None) for state in states)}
    history = History(Knowledge.COMPLETE, {made.key: ReportHistory((), vintages)})
    sentence = revision_text.correction_sentence(made, states[-1], history)
    assert sentence.replace("\u00a0", " ") == told


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (((row(7), blank()),), "Đã rút"),
        (((blank(), row(7)),), "Đã bổ sung"),
        (((row(7), blank()), (blank(), row(8))), "Đã đính chính"),
        (((row(7), row(8)),), "Đã đính chính"),
    ],
)
def test_a_report_is_told_by_what_became_of_all_its_figures(
    changes: tuple[tuple[Observation, Observation], ...], told: str
) -> None:
    corrected = [
        Edition(ReportKey.parse("2031-S1"), REVISION, Standing.RECORDED, None, (FigureChange(old.indicator, old, new),))
        for old, new in changes
    ]
    assert revision_text.correction_title(corrected) == told
