"""A typed figure becomes exactly its value, or is refused with what to type instead."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros import kinds
from macros.kinds import Code, Domain, Refusal
from tests.good_project import good_catalogue

AMOUNTS = [kinds.COUNT, kinds.PERCENT, kinds.NUMBER]
BEYOND = "xem lại tử số và mẫu số; nếu tỷ lệ được phép vượt 100, ghi “may_exceed_100: true” ở chỉ tiêu"
YES_NO = good_catalogue().code_lists["co-khong"]


@pytest.mark.parametrize(
    ("typed", "kind", "value"),
    [
        ("48", kinds.COUNT, "48"),
        ("0", kinds.COUNT, "0"),
        ("010", kinds.COUNT, "10"),
        ("43,75", kinds.PERCENT, "43.75"),
        ("43.75", kinds.PERCENT, "43.75"),
        ("43.750", kinds.PERCENT, "43.750"),
        ("100", kinds.PERCENT, "100"),
        ("10749656", kinds.NUMBER, "10749656"),
        ("-12,50", kinds.NUMBER, "-12.50"),
        ("43,750", kinds.NUMBER, "43.750"),
    ],
)
def test_a_number_keeps_its_digits(typed: str, kind: kinds.Kind, value: str) -> None:
    assert str(kind.parse(typed, Domain())) == value


@pytest.mark.parametrize("kind", AMOUNTS)
@given(text=st.text(max_size=30) | st.text("0123456789.,-% "))
def test_a_figure_is_a_decimal_or_refused(kind: kinds.Kind, text: str) -> None:
    try:
        value = kind.parse(text, Domain())
    except Refusal:
        return
    assert isinstance(value, Decimal)
    assert text.replace(",", ".").isascii()
    assert Decimal(text.replace(",", ".")) == value


UNCLEAR = "viết liền bằng chữ số, không dấu ngăn hàng nghìn; nếu nguồn để trống, thay bằng “status: not-reported”"


@pytest.mark.parametrize(
    ("typed", "kind", "code", "remedy"),
    [
        ("48%", kinds.COUNT, "E402", "viết 48, không có dấu %, đơn vị hay dấu cách"),
        ("bốn", kinds.COUNT, "E402", "viết bằng chữ số: 4"),
        ("Không có", kinds.COUNT, "E402", "viết bằng chữ số: 0"),
        ("1.234", kinds.COUNT, "E402", "viết 1234"),
        ("10.749", kinds.NUMBER, "E402", "viết 10749; nếu là số thập phân, viết 10,749"),
        ("10.749.656", kinds.NUMBER, "E402", "viết 10749656"),
        ("4 3", kinds.PERCENT, "E402", UNCLEAR),
        ("10.749,5", kinds.COUNT, "E402", "số đếm không có phần lẻ; xem lại nguồn, viết liền bằng chữ số"),
        ("1 234", kinds.COUNT, "E402", "viết 1234, không có dấu %, đơn vị hay dấu cách"),
        ("48.0", kinds.COUNT, "E405", "viết 48"),
        (
            "10,749",
            kinds.COUNT,
            "E405",
            "viết số nguyên, hoặc xem lại chỉ tiêu; nếu dấu phẩy là hàng nghìn, viết 10749",
        ),
        ("-1", kinds.COUNT, "E405", "viết số không âm"),
        ("-0,5", kinds.PERCENT, "E405", BEYOND),
        ("100,01", kinds.PERCENT, "E405", BEYOND),
    ],
)
def test_a_refusal_says_what_to_type(typed: str, kind: kinds.Kind, code: str, remedy: str) -> None:
    with pytest.raises(Refusal) as caught:
        kind.parse(typed, Domain())
    assert (caught.value.code, caught.value.remedy) == (code, remedy)


@pytest.mark.parametrize(
    ("typed", "kind", "remedy"),
    [
        ("mười sáu", kinds.COUNT, "viết bằng chữ số: 16"),
        ("Bốn mươi ba phần trăm", kinds.PERCENT, "viết bằng chữ số: 43"),
        ("chín trăm chín mươi chín nghìn chín trăm chín mươi chín", kinds.NUMBER, "viết bằng chữ số: 999999"),
        ("43.75 phần trăm", kinds.PERCENT, "viết 43,75, không có chữ “phần trăm”"),
        ("43,75% (7/16)", kinds.PERCENT, "viết 43,75; phần chữ đưa vào “note”"),
        ("51 hồ sơ", kinds.COUNT, "viết 51; phần chữ đưa vào “note”"),
        ("1,5 hồ sơ", kinds.COUNT, "số đếm không có phần lẻ; xem lại nguồn; phần chữ đưa vào “note”"),
        ("1.234 hồ sơ", kinds.COUNT, "viết 1234; phần chữ đưa vào “note”"),
        ("10.749.656 đồng", kinds.NUMBER, "viết 10749656; phần chữ đưa vào “note”"),
        ("10.749 đồng", kinds.NUMBER, "viết 10749; nếu là số thập phân, viết 10,749; phần chữ đưa vào “note”"),
        ("132 ngàn", kinds.NUMBER, "viết đủ con số: 132000"),
        ("1,5 triệu đồng", kinds.NUMBER, "viết đủ con số: 1500000; phần chữ đưa vào “note”"),
        ("1.234 triệu", kinds.NUMBER, "viết đủ con số bằng chữ số, không viết “nghìn”, “triệu”, “tỷ”"),
    ],
)
def test_words_around_a_number_do_not_hide_it(typed: str, kind: kinds.Kind, remedy: str) -> None:
    with pytest.raises(Refusal) as caught:
        kind.parse(typed, Domain())
    assert (caught.value.code, caught.value.remedy) == ("E402", remedy)


NO_TARGET = "nếu nguồn không nêu mục tiêu, xóa dòng “target”"


@pytest.mark.parametrize(
    ("typed", "kind", "code", "remedy"),
    [
        ("1e3", kinds.COUNT, "E402", f"viết liền bằng chữ số, không dấu ngăn hàng nghìn; {NO_TARGET}"),
        ("không có", kinds.COUNT, "E402", NO_TARGET),
        ("95%", kinds.PERCENT, "E402", "viết 95, không có dấu %, đơn vị hay dấu cách"),
        ("10.749", kinds.NUMBER, "E402", "viết 10749; nếu là số thập phân, viết 10,749"),
        ("48.0", kinds.COUNT, "E405", "viết 48"),
        ("120", kinds.PERCENT, "E405", BEYOND.replace("tử số và mẫu số", "mục tiêu trong nguồn")),
    ],
)
def test_the_remedy_for_a_target_is_one_for_a_target(typed: str, kind: kinds.Kind, code: str, remedy: str) -> None:
    with pytest.raises(Refusal) as caught:
        kind.parse_target(typed, Domain())
    assert (caught.value.code, caught.value.remedy) == (code, remedy)


def refusal(parse: Callable[[], object]) -> Refusal | None:
    try:
        parse()
    except Refusal as refused:
        return refused
    return None


@pytest.mark.parametrize("kind", [kinds.COUNT, kinds.PERCENT, kinds.NUMBER])
@given(typed=st.text(max_size=20) | st.from_regex(r"-?[0-9.,% ]{1,12}", fullmatch=True))
def test_a_target_is_refused_as_a_value_is_and_its_remedy_never_speaks_of_a_blank(kind: kinds.Kind, typed: str) -> None:
    value, target = refusal(lambda: kind.parse(typed, Domain())), refusal(lambda: kind.parse_target(typed, Domain()))
    if value is None:
        assert target is None
        assert kind.parse_target(typed, Domain()) == kind.parse(typed, Domain())
    else:
        assert target is not None
        assert (target.code, target.found, target.allowed) == (value.code, value.found, value.allowed)
        assert "status" not in target.remedy


@pytest.mark.parametrize("typed", ["một nghìn hai", "21/48", "1e3", "-", "10,749,656", "10–12", "hơn 40", "hai ba"])
def test_a_remedy_never_proposes_a_number_that_was_not_typed(typed: str) -> None:
    with pytest.raises(Refusal) as caught:
        kinds.NUMBER.parse(typed, Domain())
    assert not any(letter.isdigit() for letter in caught.value.remedy)


def test_a_percentage_may_exceed_100_where_its_definition_says_so() -> None:
    assert kinds.PERCENT.parse("112,5", Domain(may_exceed_100=True)) == Decimal("112.5")


def test_a_code_is_an_answer_and_no_number() -> None:
    assert kinds.CODED.parse("0", Domain(YES_NO)) == Code("0", "Không")


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [("Có", "viết 1"), ("khong", "viết 0"), ("Có (1)", "viết 1"), ("2", "chọn một trong các mã trên")],
)
def test_an_unknown_code_is_refused_with_the_one_that_was_meant(typed: str, remedy: str) -> None:
    with pytest.raises(Refusal) as caught:
        kinds.CODED.parse(typed, Domain(YES_NO))
    assert (caught.value.code, caught.value.remedy) == ("E404", remedy)


@given(st.text())
def test_a_text_is_itself(text: str) -> None:
    assert kinds.TEXT.parse(text, Domain()) == text


def test_a_heading_takes_no_value() -> None:
    with pytest.raises(Refusal, match="E403"):
        kinds.HEADING.parse("3", Domain())
