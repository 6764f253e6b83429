"""A change is told as exactly as its figures carry it: rounding, counts, and for how many days they were collected."""

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.comparing.comparison import Change, ChangeKind, compare
from macros.comparing.data_windows import unequal_windows
from macros.comparing.precision import counts, half_unit
from macros.faces import change_size, change_text
from macros.record import Report, series_key
from macros.record.relation import CheckResult, Figure, Operator, Outcome, Ratio, Relation, Sum
from macros.vietnamese import number, rounded
from tests.comparing.reports import ROWS, report
from tests.good_project import good_catalogue

D = Decimal
RATE, PART, WHOLE, AMOUNT = "ho-so-dung-han-ty-le", "ho-so-dung-han", "ho-so-tiep-nhan", "kinh-phi-da-chi"


def rated(period: str, rate: str, part: int, whole: int, outcome: Outcome = Outcome.HOLDS) -> Report:
    """A report whose rate is made of two counts."""
    law = Relation(
        "ty-le",
        Operator.EQUAL,
        Sum((Figure(series_key(RATE)),)),
        Ratio(Figure(series_key(PART)), Figure(series_key(WHOLE))),
    )
    values = (
        (Figure(series_key(RATE)), D(rate)),
        (Figure(series_key(PART)), D(part)),
        (Figure(series_key(WHOLE)), D(whole)),
    )
    result = CheckResult(law, outcome, D(rate), D(part) * 100 / whole, D(0), values)
    figures = {RATE: D(rate), PART: D(part), WHOLE: D(whole)}
    return report(period, figures, check_results=(result,))


def changed(before: Report, after: Report, id: str = RATE) -> Change:
    found = compare(before, after, good_catalogue().indicators).changes
    return next(change for change in found if change.indicator.id == id)


def printed(before: str, after: str, id: str = RATE) -> Change:
    return changed(report("2030-S1", {id: D(before)}), report("2031-S1", {id: D(after)}), id)


@pytest.mark.parametrize(
    ("id", "value", "half"),
    [
        (RATE, "100", "0.5"),
        (RATE, "66.7", "0.05"),
        (RATE, "43.750", "0.0005"),
        (AMOUNT, "-12", "0.5"),
        (WHOLE, "48", "0"),
    ],
)
def test_a_rate_and_an_amount_are_rounded_and_a_count_is_exact(id: str, value: str, half: str) -> None:
    (row,) = report("2031-S1", {id: D(value)}).observations
    assert half_unit(row) == D(half)


@pytest.mark.parametrize(
    ("before", "after", "kind", "size"),
    [
        ("100", "99.52", ChangeKind.WITHIN_ROUNDING, "không đủ chính xác để nói tăng hay giảm"),
        ("66.7", "66.71", ChangeKind.WITHIN_ROUNDING, "không đủ chính xác để nói tăng hay giảm"),
        ("66.7", "66.755", ChangeKind.ROSE, "tăng 0,055 điểm phần trăm"),
        ("66.7", "66.8", ChangeKind.ROSE, "tăng 0,1 điểm phần trăm"),
        ("100", "99", ChangeKind.FELL, "giảm 1 điểm phần trăm"),
        ("43.7", "43.70", ChangeKind.UNCHANGED, ""),
    ],
)
def test_a_change_within_the_rounding_has_no_direction(before: str, after: str, kind: ChangeKind, size: str) -> None:
    change = printed(before, after)
    assert (change.kind, change_size.size_text(change)) == (kind, size)
    assert (change.difference is None) == (kind is ChangeKind.WITHIN_ROUNDING)


ROUNDED = st.integers(0, 3).flatmap(lambda digits: st.decimals(0, 100, places=digits))


@given(ROUNDED, ROUNDED)
def test_a_direction_is_told_exactly_where_no_true_numbers_stand_the_other_way(before: Decimal, after: Decimal) -> None:
    change = printed(str(before), str(after))
    old, new = (half_unit(row) for row in (change.before, change.after) if row is not None)
    could_rise, could_fall = after + new > before - old, after - new < before + old
    if change.kind is ChangeKind.ROSE:
        assert not could_fall or after - new == before + old
    elif change.kind is ChangeKind.FELL:
        assert not could_rise or after + new == before - old
    else:
        assert before == after or (could_rise and could_fall)


def test_where_the_counts_are_known_the_change_is_told_from_them() -> None:
    rounded = changed(rated("2030-S1", "100", 1037, 1042), rated("2031-S1", "100", 1042, 1042))
    assert rounded.kind is ChangeKind.ROSE
    assert said(rounded) == (
        "≈ 99,52% → 100%",
        "tăng khoảng 0,48 điểm phần trăm (1.037/1.042 ≈ 99,52% → 1.042/1.042 = 100%; báo cáo ghi số làm tròn: 100%)",
    )
    cut = changed(rated("2030-S1", "43.75", 7, 16), rated("2031-S1", "45", 9, 20))
    assert change_text.values_text(cut) == "43,75% → 45%"
    assert change_size.size_text(cut) == "tăng 1,25 điểm phần trăm (7/16 → 9/20)"
    same = changed(rated("2030-S1", "66.7", 2, 3), rated("2031-S1", "66.67", 4, 6))
    assert (same.kind, same.difference) == (ChangeKind.UNCHANGED, 0)
    assert said(same) == (
        "≈ 66,67%",
        "không đổi (2/3 ≈ 66,67% → 4/6 ≈ 66,67%; báo cáo ghi số làm tròn: 66,7%)",
    )
    tiny = changed(rated("2030-S1", "100", 99998, 99999), rated("2031-S1", "100", 99999, 99999))
    assert said(tiny) == (
        "≈ 99,999% → 100%",
        "tăng khoảng 0,001 điểm phần trăm (99.998/99.999 ≈ 99,999% → 99.999/99.999 = 100%;"
        " báo cáo ghi số làm tròn: 100%)",
    )


def said(change: Change) -> tuple[str, str]:
    return change_text.values_text(change).replace("\u00a0", " "), change_size.size_text(change).replace("\u00a0", " ")


def test_printed_rates_that_say_the_contrary_stand_behind_what_is_told() -> None:
    fell = changed(rated("2030-S1", "99.7", 1403, 1407), rated("2031-S1", "100", 1037, 1042))
    assert fell.kind is ChangeKind.FELL
    assert said(fell) == (
        "≈ 99,72% → ≈ 99,52%",
        "giảm khoảng 0,2 điểm phần trăm (1.403/1.407 ≈ 99,72% → 1.037/1.042 ≈ 99,52%;"
        " báo cáo ghi số làm tròn: 99,7% và 100%)",
    )
    beside = change_size.size_text(fell, beside=True)
    assert beside == (
        "giảm khoảng 0,2 điểm phần trăm (1.403/1.407 → 1.037/1.042; báo cáo ghi số làm tròn: 99,7% và 100%)"
    )
    assert change_text.since_text(fell).startswith("Giảm khoảng 0,2 điểm phần trăm (1.403/1.407 ≈")
    # The narrow column of the annex, below which the counts of the period stand.
    assert change_text.cell_text(fell).replace("\u00a0", " ") == "giảm khoảng 0,2 điểm phần trăm (≈ 99,72% → ≈ 99,52%)"
    printed_as_told = changed(rated("2030-S1", "43.75", 7, 16), rated("2031-S1", "45", 9, 20))
    assert change_text.cell_text(printed_as_told) == "tăng 1,25 điểm phần trăm (7/16 → 9/20)"


COUNTED = st.integers(0, 3000).flatmap(lambda whole: st.tuples(st.integers(0, whole + 1), st.just(whole + 1)))


@given(COUNTED, COUNTED, st.integers(0, 2), st.integers(0, 2))
def test_what_is_told_never_contradicts_the_two_rates_beside_it(
    before: tuple[int, int], after: tuple[int, int], digits: int, later_digits: int
) -> None:
    pairs = ((before, digits), (after, later_digits))
    printed_rates = [str(rounded(Decimal(part) * 100 / whole, places)) for (part, whole), places in pairs]
    old, new = (
        rated(period, rate, *pair)
        for period, rate, (pair, _) in zip(("2030-S1", "2031-S1"), printed_rates, pairs, strict=True)
    )
    change = changed(old, new)
    told = change_size.told_rates(change)
    if told is None:
        assert change.kind is ChangeKind.UNCHANGED
        assert Decimal(printed_rates[0]) == Decimal(printed_rates[1])
        return
    first, last = told
    assert (last.value > first.value) - (last.value < first.value) == {
        ChangeKind.ROSE: 1,
        ChangeKind.FELL: -1,
        ChangeKind.UNCHANGED: 0,
    }[change.kind]
    for rate, (part, whole) in zip(told, (before, after), strict=True):
        assert rate.about == (Fraction(rate.value) != Fraction(part * 100, whole))
        assert abs(Fraction(rate.value) - Fraction(part * 100, whole)) <= Fraction(1, 200)
    values, size = said(change)
    assert first.text.replace("\u00a0", " ") in values or change.kind is ChangeKind.UNCHANGED
    if change.difference:
        assert f" {number(rounded(abs(last.value - first.value), 8))} điểm phần trăm" in size
    stated = [Decimal(rate) for rate in printed_rates]
    assert ("báo cáo ghi" in size) == any(shown.value != rate for shown, rate in zip(told, stated, strict=True))


@given(*[st.integers(0, 500)] * 2, *[st.integers(1, 500)] * 2)
def test_the_direction_is_that_of_the_quotients(part: int, later: int, whole: int, later_whole: int) -> None:
    change = changed(rated("2030-S1", "50", part, whole), rated("2031-S1", "50", later, later_whole))
    across = later * whole - part * later_whole
    expected = ChangeKind.ROSE if across > 0 else ChangeKind.FELL if across else ChangeKind.UNCHANGED
    assert change.kind is expected


def test_counts_that_do_not_give_the_rate_say_nothing() -> None:
    failing = rated("2031-S1", "70", 7, 16, Outcome.FAILS)
    assert counts(failing, ROWS[RATE]) is None
    assert changed(rated("2030-S1", "43.75", 7, 16), failing).sides is None


@pytest.mark.parametrize(
    ("before", "after", "size"),
    [
        ("1", "53", "từ 1 lên 53 hồ sơ"),
        ("9", "45", "từ 9 lên 45 hồ sơ"),
        ("9", "44", "tăng 35 hồ sơ"),
        ("9", "8", "giảm 1 hồ sơ"),
        ("1", "0", "giảm 1 hồ sơ"),
        ("10", "49", "tăng 39 hồ sơ, tức 390%"),
        ("10", "9", "giảm 1 hồ sơ, tức 10%"),
        ("10", "50", "tăng 40 hồ sơ, gấp 5 lần"),
        ("50", "2640", "tăng 2.590 hồ sơ, gấp 52,8 lần"),
        ("53", "1", "giảm 52 hồ sơ, tức 98,1%"),
        ("0", "53", "tăng 53 hồ sơ"),
    ],
)
def test_a_rise_to_five_times_and_more_and_a_change_of_fewer_than_ten_are_not_told_in_per_cent(
    before: str, after: str, size: str
) -> None:
    assert change_size.size_text(printed(before, after, WHOLE)).replace("\u00a0", " ") == size


def collected(period: str, first: str | None, last: str | None) -> Report:
    start, end = (day and datetime.date.fromisoformat(day) for day in (first, last))
    return report(period, {WHOLE: D(len(period) + int(period[:4]))}, data_start=start, data_end=end)


@pytest.mark.parametrize(
    ("before", "after", "unequal"),
    [
        (("2030-01-01", "2030-06-30"), ("2031-01-01", "2031-05-20"), (181, 140)),
        (("2030-01-01", "2030-06-30"), ("2031-07-01", "2031-12-31"), None),  # 181 and 184 days, as the calendar has it
        (("2030-01-01", "2030-01-07"), ("2030-01-08", "2030-01-13"), (7, 6)),
        (("2030-01-01", "2030-06-30"), (None, "2031-05-20"), None),
    ],
)
def test_periods_whose_figures_were_collected_for_longer_say_so(
    before: tuple[str, str], after: tuple[str | None, str], unequal: tuple[int, int] | None
) -> None:
    reports = collected("2030-S1", *before), collected("2031-S1", *after)
    assert unequal_windows(*reports) == unequal
    comparison = compare(*reports, good_catalogue().indicators)
    caution, since = change_text.caution_text(comparison), change_text.since_text(comparison.changes[0])
    if unequal is None:
        assert "ngày" not in caution + since
    else:
        earlier, later = unequal
        assert caution == (
            f"Thời gian lấy số liệu của hai kỳ dài ngắn khác nhau: kỳ trước {earlier} ngày, kỳ sau {later} ngày."
        )
        assert since.endswith(f"Kỳ này lấy số liệu trong {later} ngày, kỳ trước {earlier} ngày.")
