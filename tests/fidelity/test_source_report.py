"""The parser of the tests reads the source as people have read it."""

import hashlib
import re
from collections import Counter

from tests.fidelity.source_report import SOURCE, Level, read_source

REPORT = read_source()


def test_copy_is_the_source_that_its_readme_names() -> None:
    checksum = hashlib.sha256(SOURCE.read_bytes()).hexdigest()
    assert f"SHA-256: `{checksum}`" in (SOURCE.parent / "README.md").read_text("utf-8")


def test_annex_has_two_head_lines_and_185_rows_of_which_18_lost_their_number_cell() -> None:
    assert REPORT.lines[:2] == [
        ["STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Kết quả thống kê", "Ghi chú"],
        ["", "", "", "Số lượng/tỷ lệ", ""],
    ]
    assert Counter(map(len, REPORT.lines)) == {5: 169, 4: 18}
    assert len(REPORT.rows) == 185


def test_sections_run_from_one_to_seven() -> None:
    sections = [row for row in REPORT.rows if row.level is Level.SECTION]
    assert [row.number for row in sections] == ["I", "II", "III", "IV", "V", "VI", "VII"]
    assert [row.section for row in sections] == ["I", "II", "III", "IV", "V", "VI", "VII"]


def test_items_are_numbered_as_printed_twice_from_one_in_section_vii() -> None:
    numbers = {row.section: "" for row in REPORT.rows}
    for row in REPORT.rows:
        if row.level is Level.ITEM:
            numbers[row.section] += row.number
    assert numbers == {
        "I": "123456789",
        "II": "123",
        "III": "1234567",
        "IV": "1234567",
        "V": "123456",
        "VI": "12345",
        "VII": "1212345",
    }


def test_six_items_that_head_other_rows_carry_a_value_without_a_unit() -> None:
    parents = {row.parent for row in REPORT.rows}
    heads = [row for position, row in enumerate(REPORT.rows) if position in parents and row.value and not row.unit]
    assert [(row.section, row.number, row.value) for row in heads] == [
        ("IV", "3", "0"),
        ("IV", "4", "6"),
        ("IV", "6", "0"),
        ("IV", "7", "0"),
        ("V", "6", "0"),
        ("VI", "3", "1"),
    ]


def test_rows_are_headings_figures_or_blank_cells() -> None:
    figures = [row for row in REPORT.rows if row.value]
    headings = [row for row in REPORT.rows if row.is_heading]
    assert (len(figures), len(headings), len(REPORT.rows) - len(figures) - len(headings)) == (112, 29, 44)


def test_unit_column_prints_seven_lists_of_answers() -> None:
    lists = {row.unit: row.codes for row in REPORT.rows if row.codes}
    assert lists == {
        "Có = 1 Không = 0": {"1": "Có", "0": "Không"},
        "Không = 0; Có = 1": {"1": "Có", "0": "Không"},
        "Có = 1; Không = 0": {"1": "Có", "0": "Không"},
        "Có = 1;Không = 0": {"1": "Có", "0": "Không"},
        "Trực tuyến = 0 Phát phiếu = 1 Kết hợp = 2": {"0": "Trực tuyến", "1": "Phát phiếu", "2": "Kết hợp"},
        "Tốt =1 Có vi phạm = 0": {"1": "Tốt", "0": "Có vi phạm"},
        "Đã thực hiện = 1 Chưa thực hiện = 0": {"1": "Đã thực hiện", "0": "Chưa thực hiện"},
    }


def test_two_sentences_that_page_breaks_cut_are_joined_and_no_other() -> None:
    cuts = [cut for cut in re.findall(r"(\w+)\n\n(\w+)", REPORT.text) if cut[1].islower()]
    assert cuts == [("hỗ", "trợ"), ("việc", "xử")]
    joined = ("Sở Thông tin và Truyền thông hỗ trợ cấp Mã định danh", "Thực hiện việc xử lý hồ sơ công việc")
    assert [sum(sentence in block for block in REPORT.blocks) for sentence in joined] == [1, 1]
    assert [block for block in REPORT.blocks if block[0].islower()] == []


def test_one_footnote_stands_between_the_paragraphs() -> None:
    (footnote,) = REPORT.footnotes
    assert REPORT.blocks.index(footnote) == REPORT.blocks.index("4. Cải cách tổ chức bộ máy") - 1
    assert footnote.startswith("1 Các kế hoạch có liên quan đến công tác CCHC năm 2022: Kế hoạch số 02/KH-BQL")
