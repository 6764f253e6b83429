"""A typed figure becomes exactly its value, or is refused with what to type instead."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.model import Code, Kind
from macros.reading.figures import Refusal, parse_figure, parse_target
from tests.good_project import good_catalogue

AMOUNTS = [Kind.COUNT, Kind.PERCENT, Kind.NUMBER]
BEYOND = "xem lại tử số và mẫu số; nếu tỷ lệ được phép vượt 100, ghi “may_exceed_100: true” ở chỉ tiêu"
YES_NO = good_catalogue().code_lists["co-khong"]


@pytest.mark.parametrize(
    ("typed", "kind", "value"),
    [
        ("48", Kind.COUNT, "48"),
        ("0", Kind.COUNT, "0"),
        ("010", Kind.COUNT, "10"),
        ("43,75", Kind.PERCENT, "43.75"),
        ("43.75", Kind.PERCENT, "43.75"),
        ("43.750", Kind.PERCENT, "43.750"),
        ("100", Kind.PERCENT, "100"),
        ("10749656", Kind.NUMBER, "10749656"),
        ("-12,50", Kind.NUMBER, "-12.50"),
        ("43,750", Kind.NUMBER, "43.750"),
    ],
)
def test_a_number_keeps_its_digits(typed: str, kind: Kind, value: str) -> None:
    assert str(parse_figure(typed, kind, None)) == value


@pytest.mark.parametrize("kind", AMOUNTS)
@given(text=st.text(max_size=30) | st.text("0123456789.,-% "))
def test_a_figure_is_a_decimal_or_refused(kind: Kind, text: str) -> None:
    try:
        value = parse_figure(text, kind, None)
    except Refusal:
        return
    assert isinstance(value, Decimal)
    assert text.replace(",", ".").isascii()
    assert Decimal(text.replace(",", ".")) == value


UNCLEAR = "viết liền bằng chữ số, không dấu ngăn hàng nghìn; nếu nguồn để trống, thay bằng “status: not-reported”"


@pytest.mark.parametrize(
    ("typed", "kind", "code", "remedy"),
    [
        ("48%", Kind.COUNT, "E402", "viết 48, không có dấu %, đơn vị hay dấu cách"),
        ("bốn", Kind.COUNT, "E402", "viết bằng chữ số: 4"),
        ("Không có", Kind.COUNT, "E402", "viết bằng chữ số: 0"),
        ("1.234", Kind.COUNT, "E402", "viết 1234"),
        ("10.749", Kind.NUMBER, "E402", "viết 10749; nếu là số thập phân, viết 10,749"),
        ("10.749.656", Kind.NUMBER, "E402", "viết 10749656"),
        ("4 3", Kind.PERCENT, "E402", UNCLEAR),
        ("10.749,5", Kind.COUNT, "E402", "số đếm không có phần lẻ; xem lại nguồn, viết liền bằng chữ số"),
        ("1 234", Kind.COUNT, "E402", "viết 1234, không có dấu %, đơn vị hay dấu cách"),
        ("48.0", Kind.COUNT, "E405", "viết 48"),
        ("10,749", Kind.COUNT, "E405", "viết số nguyên, hoặc xem lại chỉ tiêu; nếu dấu phẩy là hàng nghìn, viết 10749"),
        ("-1", Kind.COUNT, "E405", "viết số không âm"),
        ("-0,5", Kind.PERCENT, "E405", BEYOND),
        ("100,01", Kind.PERCENT, "E405", BEYOND),
    ],
)
def test_a_refusal_says_what_to_type(typed: str, kind: Kind, code: str, remedy: str) -> None:
    with pytest.raises(Refusal) as caught:
        parse_figure(typed, kind, None)
    assert (caught.value.code, caught.value.remedy) == (code, remedy)


@pytest.mark.parametrize(
    ("typed", "kind", "remedy"),
    [
        ("mười sáu", Kind.COUNT, "viết bằng chữ số: 16"),
        ("Bốn mươi ba phần trăm", Kind.PERCENT, "viết bằng chữ số: 43"),
        ("chín trăm chín mươi chín nghìn chín trăm chín mươi chín", Kind.NUMBER, "viết bằng chữ số: 999999"),
        ("43.75 phần trăm", Kind.PERCENT, "viết 43,75, không có chữ “phần trăm”"),
        ("43,75% (7/16)", Kind.PERCENT, "viết 43,75; phần chữ đưa vào “note”"),
        ("51 hồ sơ", Kind.COUNT, "viết 51; phần chữ đưa vào “note”"),
        ("1,5 hồ sơ", Kind.COUNT, "số đếm không có phần lẻ; xem lại nguồn; phần chữ đưa vào “note”"),
        ("1.234 hồ sơ", Kind.COUNT, "viết 1234; phần chữ đưa vào “note”"),
        ("10.749.656 đồng", Kind.NUMBER, "viết 10749656; phần chữ đưa vào “note”"),
        ("10.749 đồng", Kind.NUMBER, "viết 10749; nếu là số thập phân, viết 10,749; phần chữ đưa vào “note”"),
        ("132 ngàn", Kind.NUMBER, "viết đủ con số: 132000"),
        ("1,5 triệu đồng", Kind.NUMBER, "viết đủ con số: 1500000; phần chữ đưa vào “note”"),
        ("1.234 triệu", Kind.NUMBER, "viết đủ con số bằng chữ số, không viết “nghìn”, “triệu”, “tỷ”"),
    ],
)
def test_words_around_a_number_do_not_hide_it(typed: str, kind: Kind, remedy: str) -> None:
    with pytest.raises(Refusal) as caught:
        parse_figure(typed, kind, None)
    assert (caught.value.code, caught.value.remedy) == ("E402", remedy)


NO_TARGET = "nếu nguồn không nêu mục tiêu, xóa dòng “target”"


@pytest.mark.parametrize(
    ("typed", "kind", "code", "remedy"),
    [
        ("1e3", Kind.COUNT, "E402", f"viết liền bằng chữ số, không dấu ngăn hàng nghìn; {NO_TARGET}"),
        ("không có", Kind.COUNT, "E402", NO_TARGET),
        ("95%", Kind.PERCENT, "E402", "viết 95, không có dấu %, đơn vị hay dấu cách"),
        ("10.749", Kind.NUMBER, "E402", "viết 10749; nếu là số thập phân, viết 10,749"),
        ("48.0", Kind.COUNT, "E405", "viết 48"),
        ("120", Kind.PERCENT, "E405", BEYOND.replace("tử số và mẫu số", "mục tiêu trong nguồn")),
    ],
)
def test_the_remedy_for_a_target_is_one_for_a_target(typed: str, kind: Kind, code: str, remedy: str) -> None:
    with pytest.raises(Refusal) as caught:
        parse_target(typed, kind)
    assert (caught.value.code, caught.value.remedy) == (code, remedy)


def refusal(parse: Callable[[], object]) -> Refusal | None:
    try:
        parse()
    except Refusal as refused:
        return refused
    return None


@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.PERCENT, Kind.NUMBER])
@given(typed=st.text(max_size=20) | st.from_regex(r"-?[0-9.,% ]{1,12}", fullmatch=True))
def test_a_target_is_refused_as_a_value_is_and_its_remedy_never_speaks_of_a_blank(kind: Kind, typed: str) -> None:
    value, target = refusal(lambda: parse_figure(typed, kind, None)), refusal(lambda: parse_target(typed, kind))
    if value is None:
        assert target is None
        assert parse_target(typed, kind) == parse_figure(typed, kind, None)
    else:
        assert target is not None
        assert (target.code, target.found, target.allowed) == (value.code, value.found, value.allowed)
        assert "status" not in target.remedy


@pytest.mark.parametrize("typed", ["một nghìn hai", "21/48", "1e3", "-", "10,749,656", "10–12", "hơn 40", "hai ba"])
def test_a_remedy_never_proposes_a_number_that_was_not_typed(typed: str) -> None:
    with pytest.raises(Refusal) as caught:
        parse_figure(typed, Kind.NUMBER, None)
    assert not any(letter.isdigit() for letter in caught.value.remedy)


def test_a_percentage_may_exceed_100_where_its_definition_says_so() -> None:
    assert parse_figure("112,5", Kind.PERCENT, None, may_exceed_100=True) == Decimal("112.5")


def test_a_code_is_an_answer_and_no_number() -> None:
    assert parse_figure("0", Kind.CODED, YES_NO) == Code("0", "Không")


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [("Có", "viết 1"), ("khong", "viết 0"), ("Có (1)", "viết 1"), ("2", "chọn một trong các mã trên")],
)
def test_an_unknown_code_is_refused_with_the_one_that_was_meant(typed: str, remedy: str) -> None:
    with pytest.raises(Refusal) as caught:
        parse_figure(typed, Kind.CODED, YES_NO)
    assert (caught.value.code, caught.value.remedy) == ("E404", remedy)


@given(st.text())
def test_a_text_is_itself(text: str) -> None:
    assert parse_figure(text, Kind.TEXT, None) == text


def test_a_heading_takes_no_value() -> None:
    with pytest.raises(Refusal, match="E403"):
        parse_figure("3", Kind.HEADING, None)
