"""What the tables of the glossary, the page about the site and the page of the search say, whole."""

import datetime
from dataclasses import replace

import pytest

from macros.faces.agency_face import AgencyFace, agency_face
from macros.faces.letters_face import letter_faces
from macros.faces.linked_text import Part
from macros.faces.reference_faces import (
    CodeListFace,
    CodeListsFace,
    GlossaryFace,
    ShortFormFace,
    StateLine,
    UnitsFace,
    code_lists_face,
    glossary_face,
    states_face,
    units_face,
)
from macros.faces.search_page_face import SearchPageFace, search_page_face
from macros.record import Successor
from tests.good_project import good_catalogue

GLOSSARY = GlossaryFace(
    (
        ShortFormFace("vt-cqvd", "CQVD", "Cơ quan ví dụ", is_in_source=False),
        ShortFormFace("vt-tthc", "TTHC", "thủ tục hành chính", is_in_source=True),
        ShortFormFace("vt-vdx", "VDX", "", is_in_source=False),
    )
)
AGENCY = AgencyFace(
    name="Cơ quan ví dụ (bịa đặt để kiểm thử)",
    territory="vùng đất ví dụ",
    active="từ 01/01/2020 đến 31/12/2035",
    merger="Cơ quan này không có thật.",
    basis="",
    successor="Cơ quan kế thừa ví dụ, từ 01/01/2036. Cũng không có thật.",
    sources=(Part("Trang nguồn bịa đặt", "https://vi-du.example/nguon"),),
    contact="Không có ai để liên hệ.",
    publisher="Nhóm kiểm thử (bịa đặt)",
    publisher_contact="Hộp thư góp ý tại trụ sở ví dụ.",
    can_be_written_to=True,
)


def test_the_tables_of_the_glossary() -> None:
    made = good_catalogue()
    assert glossary_face(made) == GLOSSARY
    assert units_face(made) == UnitsFace(
        (("hồ sơ", "Hồ sơ · Bộ hồ sơ"), ("nghìn đồng", "Nghìn đồng"), ("người", "Người"), ("%", "%"))
    )
    assert code_lists_face(made) == CodeListsFace(
        (
            CodeListFace("Có hoặc không", (("1", "Có"), ("0", "Không")), ("Có = 1 Không = 0", "Không = 0; Có = 1")),
            CodeListFace(
                "Hình thức",
                (("0", "Trực tuyến"), ("1", "Phát phiếu"), ("2", "Kết hợp")),
                ("Trực tuyến = 0 Phát phiếu = 1 Kết hợp = 2",),
            ),
        )
    )


def test_the_page_of_the_search_before_anybody_asks() -> None:
    made = good_catalogue()
    assert search_page_face(made) == SearchPageFace(
        groups=(("thu-tuc", "I. Giải quyết thủ tục"), ("tai-chinh", "II. Tài chính và nhân sự")),
        letters=letter_faces(made),
        glossary=GLOSSARY,
    )


def test_the_agency_and_its_publisher() -> None:
    assert agency_face(good_catalogue()) == AGENCY


SUCCESSOR = Successor(None, "thành phố ví dụ", datetime.date(2036, 1, 1), None)


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ({"valid_from": None}, {"active": "đến 31/12/2035"}),
        ({"valid_to": None}, {"active": "từ 01/01/2020"}),
        ({"valid_from": None, "valid_to": None}, {"active": ""}),
        ({"validity_basis": "Nghị quyết 1"}, {"basis": "Căn cứ: Nghị quyết 1."}),
        ({"validity_basis": "Nghị quyết 1", "validity_note": None}, {"merger": ""}),
        ({"successor": SUCCESSOR}, {"successor": "thành phố ví dụ, từ 01/01/2036"}),
        ({"successor": None, "successor_note": "Chưa rõ."}, {"successor": "Chưa rõ."}),
        ({"successor": None}, {"successor": ""}),
        ({"contact": "Điện thoại 1"}, {"contact": "Điện thoại 1"}),
        ({"contact": None, "contact_note": "Báo cáo không nêu."}, {"contact": "Báo cáo không nêu."}),
        ({"contact": None, "contact_note": None}, {"contact": "Chưa có thông tin liên hệ."}),
    ],
)
def test_what_is_not_known_of_the_agency_is_not_told(known: dict[str, object], told: dict[str, str]) -> None:
    made = good_catalogue()
    agency = replace(made.agency, **known)  # type: ignore[arg-type]
    assert agency_face(replace(made, agency=agency)) == replace(AGENCY, **told)  # type: ignore[arg-type]


def test_nobody_is_told_to_write_where_nobody_is_known() -> None:
    made = good_catalogue()
    agency = replace(made.agency, contact=None, contact_note=None)
    assert agency_face(replace(made, agency=agency, publisher=None)) == replace(
        AGENCY,
        contact="Chưa có thông tin liên hệ.",
        publisher="",
        publisher_contact="Trang web chưa có địa chỉ liên hệ.",
        can_be_written_to=False,
    )


def test_the_states_of_a_figure_stand_with_their_meanings_and_letters() -> None:
    states = states_face().states
    assert [(state.anchor, state.letter) for state in states] == [
        ("tt-reported", "A"),
        ("tt-not-reported", "O"),
        ("tt-not-applicable", "M"),
        ("tt-pending", "O"),
        ("tt-head-is-zero", "O"),
        ("tt-if-any", "O"),
    ]
    assert states[2] == StateLine(
        "tt-not-applicable",
        "Không áp dụng",
        "Báo cáo cho biết chỉ tiêu không áp dụng cho cơ quan trong kỳ này.",
        "M",
    )
