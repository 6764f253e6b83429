"""One canonical form in, the reader's forms out."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros import kinds
from macros.kinds import Domain, Kind, Refusal
from macros.vietnamese import (
    MINUS,
    PRINTED_NUMBER,
    day,
    fold,
    heading_name,
    inside,
    invisible_characters,
    is_nfc,
    number,
    printed_number,
    rounded,
    slug,
)

VIETNAMESE = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyAĐÊƠƯáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ ")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Hồ sơ đúng hạn", "ho so dung han"),
        ("ĐẠI HỘI ĐỒNG", "dai hoi dong"),
        ("Ủy ban, Uỷ ban", "uy ban, uy ban"),
        ("Quyết định số 3826/QĐ-UBND", "quyet dinh so 3826/qd-ubnd"),
    ],
)
def test_fold_takes_away_tones_hooks_and_case(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@given(VIETNAMESE)
def test_fold_leaves_ascii_and_folds_once(text: str) -> None:
    assert fold(text).isascii()
    assert fold(fold(text)) == fold(text)


@given(VIETNAMESE)
def test_a_text_and_its_decomposed_form_have_one_slug(text: str) -> None:
    assert slug(text) == slug(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Chính phủ điện tử", "chinh-phu-dien-tu"),
        ("QĐ-BKHĐT", "qd-bkhdt"),
        ("  100% – “hồ sơ”!  ", "100-ho-so"),
        ("!?", ""),
    ],
)
def test_a_slug_is_words_joined_by_dashes(text: str, written: str) -> None:
    assert slug(text) == written


def test_a_slug_takes_another_separator() -> None:
    assert slug("Thủ tục hành chính", "_") == "thu_tuc_hanh_chinh"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=None, min_value=-(10**15), max_value=10**15))
def test_a_printed_number_reads_back_with_every_digit(value: Decimal) -> None:
    value = Decimal(f"{value:f}") + 0  # as typed: no exponent, no negative zero
    text = number(value)
    read = Decimal(text.replace(".", "").replace(",", ".").replace(MINUS, "-"))
    assert read == value
    assert read.as_tuple().exponent == value.as_tuple().exponent
    assert "-" not in text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=None, min_value=-(10**15), max_value=10**15))
def test_what_the_site_prints_is_read_again_in_a_note(value: Decimal) -> None:
    """Up to twelve decimals, beyond which reports print no number."""
    value = rounded(Decimal(f"{value:f}"), 12)
    text = number(value)
    found = re.findall(PRINTED_NUMBER, f"Thay đổi {text} so với kỳ trước.")
    assert found == [text]
    assert printed_number(text) == value


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Biên chế −2 so với kỳ trước", ["−2"]),
        ("(−1.234,5 triệu đồng)", ["−1.234,5"]),
        ("21 − 18 là 3", ["21", "18", "3"]),
        ("21−18 là 3", ["21", "18", "3"]),
        ("43,75%−40%", ["43,75", "40"]),
        ("từ 15-20 người", ["15", "20"]),
    ],
)
def test_a_minus_belongs_to_the_number_that_it_touches(text: str, numbers: list[str]) -> None:
    assert re.findall(PRINTED_NUMBER, text) == numbers


@given(st.integers(-(10**15), -1), st.integers(0, 12))
def test_a_minus_of_print_and_a_hyphen_are_one_minus(digits: int, places: int) -> None:
    typed = f"{Decimal(digits).scaleb(-places):f}".replace(".", ",")
    value = kinds.NUMBER.parse(typed, Domain())
    assert isinstance(value, Decimal)
    assert kinds.NUMBER.parse(typed.replace("-", MINUS), Domain()) == value
    assert number(value).replace(".", "") == typed.replace("-", MINUS)


@pytest.mark.parametrize(
    ("text", "kind", "found", "remedy"),
    [
        ("−5", kinds.COUNT, "số đếm “−5” âm", "viết số không âm"),
        (
            "−5",
            kinds.PERCENT,
            "tỷ lệ “−5” nằm ngoài khoảng 0–100",
            "xem lại tử số và mẫu số; nếu tỷ lệ được phép vượt 100, ghi “may_exceed_100: true” ở chỉ tiêu",
        ),
        (
            "−1.234,5",
            kinds.NUMBER,
            "“−1.234,5” có dấu chấm, không rõ là hàng nghìn hay thập phân",
            "viết -1234,5",
        ),
        (
            "−5 triệu đồng",
            kinds.NUMBER,
            "“−5 triệu đồng” không phải là số",
            "viết đủ con số: -5000000; phần chữ đưa vào “note”",
        ),
    ],
)
def test_a_refused_figure_below_zero_is_quoted_as_it_was_typed(text: str, kind: Kind, found: str, remedy: str) -> None:
    with pytest.raises(Refusal) as refusal:
        kind.parse(text, Domain())
    assert (refusal.value.found, refusal.value.remedy) == (found, remedy)


@given(st.integers(0, 10**15), st.integers(0, 12))
def test_a_typed_figure_is_printed_with_the_digits_that_were_typed(digits: int, places: int) -> None:
    typed = f"{Decimal(digits).scaleb(-places):f}".replace(".", ",")
    value = kinds.NUMBER.parse(typed, Domain())
    assert isinstance(value, Decimal)
    assert number(value).replace(".", "") == typed


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("0", "0"),
        ("0.00", "0,00"),
        ("43.750", "43,750"),
        ("999", "999"),
        ("1000", "1.000"),
        ("10749656", "10.749.656"),
        ("-1234.5", "−1.234,5"),
    ],
)
def test_a_number_has_the_decimal_comma_and_the_dot_for_thousands(value: str, printed: str) -> None:
    assert number(Decimal(value)) == printed


@pytest.mark.parametrize(("value", "digits", "printed"), [("2", 2, "02"), ("12", 2, "12"), ("21", 3, "021")])
def test_a_number_is_padded_as_office_texts_do(value: str, digits: int, printed: str) -> None:
    assert number(Decimal(value), digits) == printed


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (date(2022, 3, 14), "14/3/2022"),
        (date(2022, 2, 28), "28/02/2022"),
        (date(2022, 5, 9), "09/5/2022"),
        (date(2022, 1, 1), "01/01/2022"),
        (date(2022, 12, 31), "31/12/2022"),
    ],
)
def test_a_day_has_its_zeros_where_state_documents_put_them(value: date, printed: str) -> None:
    assert day(value) == printed


@pytest.mark.parametrize(
    ("phrase", "written"),
    [
        ("6 tháng đầu năm 2022", "6 tháng đầu năm 2022"),
        ("Quý I năm 2022", "quý I năm 2022"),
        ("Ủy ban nhân dân", "ủy ban nhân dân"),
        ("TTHC cấp tỉnh", "TTHC cấp tỉnh"),
        ("%", "%"),
        ("", ""),
    ],
)
def test_inside_a_sentence_a_phrase_begins_small_and_a_short_form_stays(phrase: str, written: str) -> None:
    assert inside(phrase) == written


@given(st.dates(date(1945, 9, 2)))
def test_a_printed_day_reads_back(value: date) -> None:
    of_month, month, year = map(int, day(value).split("/"))
    assert date(year, month, of_month) == value


def test_precomposed_letters_are_told_from_loose_ones() -> None:
    assert is_nfc("hồ sơ")
    assert not is_nfc(unicodedata.normalize("NFD", "hồ sơ"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hồ sơ, 43,75 % – “đúng hạn”\n\t", []),
        ("hồ\u200b sơ\u200b", ["U+200B"]),
        ("\ufeffhồ\u00a0sơ\u00ad", ["U+00A0", "U+00AD", "U+FEFF"]),
        ("\ue000\x07", ["U+0007", "U+E000"]),
    ],
)
def test_characters_that_nobody_sees_are_named(text: str, found: list[str]) -> None:
    assert invisible_characters(text) == found


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("3. Cải cách thủ tục hành chính (TTHC)", "cai cach thu tuc hanh chinh"),
        ("III. CẢI CÁCH TTHC", "cai cach thu tuc hanh chinh"),
        ("3.1 Cải cách TTHC:", "cai cach thu tuc hanh chinh"),
        ("a) Cải cách TTHC; TTĐT", "cai cach thu tuc hanh chinh ttdt"),
        ("Phần II – Cải cách", "cai cach"),
        ("Mục 1: Cải cách", "cai cach"),
        ("Cải cách tthc", "cai cach tthc"),
        ("Năm 2022", "nam 2022"),
        ("I. ", ""),
        ("1.", ""),
        ("II/", ""),
        ("1/ Cải cách thể chế", "cai cach the che"),
        ("I/ Cải cách thể chế", "cai cach the che"),
        ("1 / Cải cách thể chế", "cai cach the che"),
        ("II.1 Cải cách thể chế", "cai cach the che"),
        ("II.1. Cải cách thể chế", "cai cach the che"),
        ("1.2.3. Cải cách thể chế", "cai cach the che"),
        ("1.a) Cải cách thể chế", "cai cach the che"),
        ("1.Cải cách thể chế", "cai cach the che"),
        ("1.1.Cải cách thể chế", "cai cach the che"),
        ("II.Cải cách thể chế", "cai cach the che"),
        ("a)Cải cách thể chế", "cai cach the che"),
        ("(1) Cải cách thể chế", "cai cach the che"),
        ("1 — Cải cách thể chế", "cai cach the che"),
        ("**1/ Cải cách thể chế**", "cai cach the che"),
        ("Phần II Cải cách thể chế", "cai cach the che"),
        ("Phần thứ nhất: Cải cách thể chế", "cai cach the che"),
        # What looks like numbering and is none.
        ("15/KH-BQL về cải cách", "15 kh bql ve cai cach"),
        ("2021 - 2025: năm năm cải cách", "2021 2025 nam nam cai cach"),
        ("V/v cải cách thể chế", "v v cai cach the che"),
        ("1.Y tế", "y te"),
        ("Mục vi phạm", "muc vi pham"),
        ("Mục tiêu năm 2022", "muc tieu nam 2022"),
        ("Phần hai bên cùng làm", "phan hai ben cung lam"),
        ("Chương trình 1", "chuong trinh 1"),
        ("((", ""),
    ],
)
def test_a_heading_is_known_by_its_words(heading: str, name: str) -> None:
    assert heading_name(heading, {"TTHC": "thủ tục hành chính", "TTĐT": None}) == name


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [("6.25", 1, "6.3"), ("-6.25", 1, "-6.3"), ("99.96", 1, "100"), ("0.04", 1, "0"), ("94.1176", 2, "94.12")],
)
def test_numbers_are_rounded_as_by_hand(value: str, digits: int, shown: str) -> None:
    assert f"{rounded(Decimal(value), digits):f}" == shown


def test_no_number_is_too_large_to_be_rounded() -> None:
    assert rounded(Decimal("9" * 40 + ".06"), 1) == Decimal("9" * 40 + ".1")
