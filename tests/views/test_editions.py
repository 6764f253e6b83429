"""What a revision changed, in words: a target is no note."""

from dataclasses import replace
from decimal import Decimal

import pytest

from macros.model import Edition, FigureChange, Observation, Period, Revision, Standing, Vintage
from macros.views import editions
from tests.comparing.reports import report

ID = "ho-so-tiep-nhan"
REVISION = Revision(2, None, "Ví dụ", None)


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
        (row(7, 90), row(8), "Đính chính", "1 số liệu thay đổi", "7 hồ sơ → 8 hồ sơ (không nêu mục tiêu 90 hồ sơ nữa)"),
    ],
)
def test_a_revision_is_named_by_what_it_changed(
    before: Observation, after: Observation, title: str, count: str, step: str
) -> None:
    change = FigureChange(after.indicator, before, after)
    edition = Edition(Period.parse("2031-S1"), REVISION, Standing.RECORDED, None, (change,))
    first, second = (Vintage(observation, REVISION, None) for observation in (before, after))
    told = (editions.title(edition), editions.count_text(edition), editions.step_text(first, second))
    assert tuple(text.replace("\u00a0", " ") for text in told) == (title, count, step)
