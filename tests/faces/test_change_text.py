"""Changes in words: one sentence for every class, as a reader sees it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from macros.comparing.comparison import Comparison, compare
from macros.faces import change_text
from macros.kinds import Code
from macros.record import Break, Part, Period, Report, Status, series_key
from tests.comparing.reports import Figure, redefined, report
from tests.good_project import good_catalogue

D = Decimal
YES, NO = Code("1", "Có"), Code("0", "Không")
COUNT, RATE, CODED, TEXT = "ho-so-tiep-nhan", "ho-so-dung-han-ty-le", "phan-anh-niem-yet", "phan-anh-noi-dung"


def told(before: Report, after: Report) -> str:
    comparison: Comparison = compare(before, after, good_catalogue().indicators)
    sentences = [change_text.sentence(change, comparison, good_catalogue()) for change in comparison.changes]
    return "\n".join(sentences).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("id", "before", "after", "sentence"),
    [
        (COUNT, D(40), D(51), "I.1 Số hồ sơ tiếp nhận: 40 → 51 hồ sơ (tăng 11 hồ sơ, tức 27,5%)"),
        (COUNT, D(3), D(2), "I.1 Số hồ sơ tiếp nhận: 3 → 2 hồ sơ (giảm 1 hồ sơ)"),
        (COUNT, D(2), D(4), "I.1 Số hồ sơ tiếp nhận: 2 → 4 hồ sơ (tăng 2 hồ sơ)"),
        (COUNT, D(0), D(10749), "I.1 Số hồ sơ tiếp nhận: 0 → 10.749 hồ sơ (tăng 10.749 hồ sơ)"),
        (RATE, D("43.75"), D(50), "I.1 Tỷ lệ hồ sơ đúng hạn: 43,75% → 50% (tăng 6,25 điểm phần trăm)"),
        (RATE, D("100.0"), D("99.5"), "I.1 Tỷ lệ hồ sơ đúng hạn: 100,0% → 99,5% (giảm 0,5 điểm phần trăm)"),
        (
            CODED,
            NO,
            YES,
            "I.2 Có niêm yết nơi tiếp nhận tại https://vi-du.example/phan-anh: Không → Có (đổi câu trả lời)",
        ),
        (TEXT, "Một", "Hai", "I.2 Nội dung chính: Một → Hai (đổi nội dung)"),
        (
            COUNT,
            Status.NOT_REPORTED,
            D(0),
            "I.1 Số hồ sơ tiếp nhận: báo cáo để trống → 0 hồ sơ (kỳ này có số liệu, kỳ trước không có)",
        ),
        (COUNT, D(7), Status.NOT_REPORTED, "I.1 Số hồ sơ tiếp nhận: 7 hồ sơ → báo cáo để trống (kỳ này để trống)"),
        (COUNT, D(7), Status.NOT_APPLICABLE, "I.1 Số hồ sơ tiếp nhận: 7 hồ sơ → không áp dụng (kỳ này không áp dụng)"),
        (COUNT, D(7), Status.PENDING, "I.1 Số hồ sơ tiếp nhận: 7 hồ sơ → chờ kết quả (kỳ này chờ kết quả)"),
        (COUNT, (D(7), "Cũ"), (D(7), "Mới"), "I.1 Số hồ sơ tiếp nhận: 7 hồ sơ (chỉ đổi ghi chú)"),
        (
            COUNT,
            (D(7), "Cũ"),
            (D(8), "Mới"),
            "I.1 Số hồ sơ tiếp nhận: 7 → 8 hồ sơ (tăng 1 hồ sơ; ghi chú đổi)",
        ),
        (COUNT, D(7), D(7), "I.1 Số hồ sơ tiếp nhận: 7 hồ sơ (không đổi)"),
        (COUNT, D(16), D(-2), "I.1 Số hồ sơ tiếp nhận: 16 → −2 hồ sơ (giảm 18 hồ sơ)"),
        (COUNT, D(-2), D(-4), "I.1 Số hồ sơ tiếp nhận: −2 → −4 hồ sơ (giảm 2 hồ sơ)"),
    ],
)
def test_a_row_of_two_periods(id: str, before: Figure, after: Figure, sentence: str) -> None:
    assert told(report("2030-S1", {id: before}), report("2031-S1", {id: after})) == sentence


def test_a_correction() -> None:
    before, after = (report("2031-S1", {COUNT: figure}) for figure in (D(1), (D(0), "Đính chính")))
    assert told(before, after) == "I.1 Số hồ sơ tiếp nhận: 1 → 0 hồ sơ (đính chính; giảm 1 hồ sơ; ghi chú đổi)"


def test_another_definition() -> None:
    before = report("2031-S1", {COUNT: D(7)})
    after = redefined(before, COUNT, label="Số hồ sơ đã nhận", unit=good_catalogue().units["nguoi"])
    assert told(before, after) == (
        "I.1 Số hồ sơ tiếp nhận: 7 hồ sơ → 7 người "
        "(định nghĩa thay đổi; đơn vị tính hoặc danh mục mã khác nhau; tên chỉ tiêu đổi)"
    )


def test_a_broken_series() -> None:
    broken = (Break(Period.parse("2031-Q1"), "đếm cả hồ sơ trực tuyến"),)
    before, after = (redefined(report(p, {COUNT: D(7)}), COUNT, breaks=broken) for p in ("2030-Q4", "2031-Q2"))
    assert told(before, after) == (
        "I.1 Số hồ sơ tiếp nhận: 7 hồ sơ "
        "(định nghĩa thay đổi; cách tính thay đổi từ quý I năm 2031: đếm cả hồ sơ trực tuyến)"
    )


def test_unlike_stretches() -> None:
    before = report("2030-Q3", {COUNT: D(7)}, cumulative=True)
    after = report("2031-Q3", {COUNT: D(9)}, cumulative=False)
    assert told(before, after) == (
        "I.1 Số hồ sơ tiếp nhận: 7 và 9 hồ sơ "
        "(không so sánh được; một kỳ tính riêng trong kỳ, một kỳ lũy kế từ đầu năm, hoặc báo cáo không nêu rõ)"
    )


def test_an_indicator_that_continues_another() -> None:
    after = redefined(
        report("2031-S1", {"bo-nhiem": D(9)}), "bo-nhiem", conversion=(Part(series_key("dao-tao"), D(2)),)
    )
    assert told(report("2030-S1", {"dao-tao": D(3)}), after) == (
        "II.2 Số người được đào tạo: 3 người (chỉ tiêu đã bỏ)\n"
        "II.1 Số người được bổ nhiệm: 6 → 9 người "
        "(tăng 3 người; nối tiếp chỉ tiêu cũ, số kỳ trước đã quy đổi)"
    )
    blank = report("2030-S1", {"dao-tao": Status.NOT_REPORTED})
    assert told(blank, after).split("\n")[1] == (
        "II.1 Số người được bổ nhiệm: 9 người (chỉ tiêu mới; nối tiếp chỉ tiêu cũ, kỳ trước không đủ số liệu để "
        "quy đổi)"
    )


def test_a_summary_counts_every_class_once() -> None:
    before = report("2030-S1", {COUNT: D(1), RATE: D(1), CODED: NO, "dao-tao": D(1), TEXT: "Một"})
    after = report("2031-S1", {COUNT: D(2), RATE: D(2), CODED: NO, "bo-nhiem": D(1), TEXT: "Một"})
    comparison = compare(before, after, good_catalogue().indicators)
    assert (
        change_text.summary_text(comparison)
        == "2 chỉ tiêu tăng; 1 chỉ tiêu mới; 1 chỉ tiêu đã bỏ; 2 chỉ tiêu không đổi"
    )


@pytest.mark.parametrize(
    ("before", "after", "told_of"),
    [
        ((D(7), D(90)), (D(7), D(95)), "7 hồ sơ (chỉ đổi mục tiêu; mục tiêu 90 hồ sơ → 95 hồ sơ)"),
        ((D(7), None), (D(7), D(95)), "7 hồ sơ (chỉ đổi mục tiêu; nêu thêm mục tiêu 95 hồ sơ)"),
        ((D(7), D(90)), (D(7), None), "7 hồ sơ (chỉ đổi mục tiêu; không nêu mục tiêu 90 hồ sơ nữa)"),
        ((D(7), D(90)), (D(14), D(95)), "7 → 14 hồ sơ (tăng 7 hồ sơ; mục tiêu 90 hồ sơ → 95 hồ sơ)"),
        ((D(7), D(90)), (D(7), D("90.0")), "7 hồ sơ (không đổi)"),
    ],
)
def test_a_target_that_changed_is_told_with_both(
    before: tuple[Decimal, Decimal | None], after: tuple[Decimal, Decimal | None], told_of: str
) -> None:
    first, second = (
        replace(made, observations=(replace(made.observations[0], target=target),))
        for made, target in (
            (report(period, {COUNT: value}), target)
            for period, (value, target) in (("2030-S1", before), ("2031-S1", after))
        )
    )
    assert told(first, second) == f"I.1 Số hồ sơ tiếp nhận: {told_of}"


def test_a_change_too_small_for_a_decimal_says_so_and_halves_are_rounded_as_by_hand() -> None:
    rows = {(D(3000), D(3001)): "tăng 1 hồ sơ, tức chưa đến 0,1%", (D(16), D(17)): "tăng 1 hồ sơ, tức 6,3%"}
    for (old, new), size in rows.items():
        assert told(report("2030-S1", {COUNT: old}), report("2031-S1", {COUNT: new})).endswith(f"({size})")


def test_an_indicator_that_continues_another_is_held_against_it_in_every_place() -> None:
    after = redefined(
        report("2031-S1", {"bo-nhiem": D(9)}), "bo-nhiem", conversion=(Part(series_key("dao-tao"), D(2)),)
    )
    comparison = compare(report("2030-S1", {"dao-tao": D(3)}), after, good_catalogue().indicators)
    (change,) = (change for change in comparison.changes if change.indicator.id == "bo-nhiem")
    assert change_text.since_text(change) == "Tăng 3\u00a0người so với chỉ tiêu cũ đã quy đổi."
    assert change_text.cell_text(change) == "tăng 3\u00a0người"


def test_what_was_blank_twice_has_not_stayed_the_same() -> None:
    before = report("2030-S1", {COUNT: Status.NOT_REPORTED, RATE: D(1), "dao-tao": D(1)})
    after = report("2031-S1", {COUNT: Status.NOT_REPORTED, RATE: D(1), "dao-tao": D(2)})
    comparison = compare(before, after, good_catalogue().indicators)
    assert change_text.summary_text(comparison) == (
        "1 chỉ tiêu tăng; 1 chỉ tiêu không đổi, 1 chỉ tiêu không có số liệu ở cả hai kỳ"
    )
    assert [(change_text.since_text(change), change_text.cell_text(change)) for change in comparison.changes] == [
        ("6 tháng đầu năm 2030 cũng báo cáo để trống.", ""),
        ("Không đổi so với 6 tháng đầu năm 2030.", "không đổi"),
        ("Tăng 1\u00a0người so với 6 tháng đầu năm 2030.", "tăng 1\u00a0người"),
    ]
    # Of two states of one report a row is as it was, blank or not.
    revised = replace(before, observations=(*before.observations[:2], replace(before.observations[2], value=D(2))))
    corrected = compare(before, revised, good_catalogue().indicators)
    assert change_text.summary_text(corrected) == "1 chỉ tiêu đính chính; 2 chỉ tiêu không đổi"


def test_equal_figures_that_do_not_compare_are_both_shown() -> None:
    before, after = report("2030-S1", {COUNT: D(7)}), report("2031-A1", {COUNT: D(7)})
    assert told(before, after) == "I.1 Số hồ sơ tiếp nhận: 7 và 7 hồ sơ (không so sánh được)"
    comparison = compare(before, after, good_catalogue().indicators)
    assert change_text.caption(comparison) == f"{change_text.comparison_title(comparison)}: số liệu đặt cạnh nhau"
