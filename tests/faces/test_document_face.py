"""What the page of a document says, and the list of all, whole."""

import datetime
from dataclasses import replace

from macros import addresses
from macros.faces.citing_reports import CitingReports
from macros.faces.document_face import CitingFigureFace, DocumentFace, document_face
from macros.faces.document_index_face import (
    DocumentEntryFace,
    DocumentIndexFace,
    DocumentTypeFace,
    document_index_face,
    document_index_years_face,
    document_lists,
)
from macros.faces.linked_text import Part
from macros.faces.years import Calendar
from macros.record import Catalogue, ReportKey
from tests.good_project import good_catalogue


def face(document: str, made: Catalogue) -> DocumentFace:
    return document_face(made.documents[document], made, CitingReports(made, Calendar.of(made.reports)))


def index(made: Catalogue) -> DocumentIndexFace:
    return document_index_face(made, document_lists(made, Calendar.of(made.reports)))


FIRST_PLAN = Part("Kế hoạch số 01/KH-CQVD ngày 05/01/2031", "van-ban/01-kh-cqvd-2031/")
PLAN = Part("Kế hoạch số 02/KH-CQVD ngày 14/3/2031", "van-ban/02-kh-cqvd-2031/")
LAW = Part("Luật ví dụ năm 2029", "van-ban/luat-vi-du-2029/")
ISSUER = "Cơ quan ví dụ (bịa đặt để kiểm thử)"
PASSAGE = "1. Theo Kế hoạch số 02/KH-CQVD (6 tháng đầu năm 2031), đoạn"

PLAN_FACE = DocumentFace(
    title=PLAN.text,
    description=PLAN.text,
    type=Part("Kế hoạch", "van-ban/#loai-ke-hoach"),
    number="02/KH-CQVD",
    date="14/3/2031",
    year=2031,
    issuer=ISSUER,
    inferred="",
    subject="",
    text=None,
    is_law=False,
    replaces=(FIRST_PLAN,),
    replaced_by=(),
    figures=(
        CitingFigureFace(
            row=Part("Số hồ sơ tiếp nhận", "chi-tieu/ho-so-tiep-nhan/", printed=True),
            figure="48\N{NO-BREAK SPACE}hồ sơ",
            place=(
                Part("(6 tháng đầu năm 2031; "),
                Part("dòng trong phụ lục", "bao-cao/2031-s1/#dong-ho-so-tiep-nhan"),
                Part(")"),
            ),
        ),
    ),
    named=(),
    passages=tuple(Part(f"{PASSAGE} {n}", f"bao-cao/2031-s1/#vb-02-kh-cqvd-2031-{n}", printed=True) for n in (1, 2)),
    revisions=(),
    earlier=None,
)
LAW_FACE = DocumentFace(
    title=LAW.text,
    description="Luật ví dụ năm 2029: ví dụ",
    type=Part("Luật", "van-ban/#loai-luat"),
    number="",
    date="",
    year=2029,
    issuer="",
    inferred="",
    subject="ví dụ",
    text=None,
    is_law=True,
    replaces=(),
    replaced_by=(),
    figures=(),
    named=(
        Part(
            "Có niêm yết nơi tiếp nhận tại https://vi-du.example/phan-anh", "chi-tieu/phan-anh-niem-yet/", printed=True
        ),
    ),
    passages=(),
    revisions=(),
    earlier=None,
)


def test_the_page_of_a_document() -> None:
    made = good_catalogue()
    assert face("02-kh-cqvd-2031", made) == PLAN_FACE
    assert face("luat-vi-du-2029", made) == LAW_FACE
    assert face("01-kh-cqvd-2031", made).replaced_by == (PLAN,)
    decision = face("07-qd-cqvd-2031", made)
    assert decision.revisions == (Part("Báo cáo 6 tháng đầu năm 2031", "bao-cao/2031-s1/"),)


def test_what_the_source_does_not_state_is_told_as_inferred_and_found_where_it_is_known() -> None:
    made = good_catalogue()
    law = replace(
        made.documents["luat-vi-du-2029"],
        issuer="Quốc hội ví dụ",
        issuer_from="loại văn bản",
        date=datetime.date(2029, 2, 3),
        url="https://vi-du.example/luat",
    )
    changed = replace(made, documents={**made.documents, law.id: law})
    assert face(law.id, changed) == replace(
        LAW_FACE,
        date="03/02/2029",
        issuer="Quốc hội ví dụ",
        inferred="(suy ra từ loại văn bản)",
        text="https://vi-du.example/luat",
    )
    listed = {entry.anchor: entry for group in index(changed).types for entry in group.documents}
    assert listed["vb-luat-vi-du-2029"].issuer == ""


def test_a_heading_that_cites_a_document_has_a_place_and_no_figure() -> None:
    made = good_catalogue()
    report = made.reports_by_key[ReportKey.parse("2031-S1")]
    heading = next(row for row in report.observations if not row.indicator.kind.holds_value and row.indicator.parent)
    citing = replace(heading, documents=("luat-vi-du-2029",))
    rows = tuple(citing if row is heading else row for row in report.observations)
    reports = tuple(replace(each, observations=rows) if each is report else each for each in made.reports)
    (figure,) = face("luat-vi-du-2029", replace(made, reports=reports)).figures
    place = f"bao-cao/2031-s1/#dong-{heading.indicator.id}"
    assert figure == CitingFigureFace(
        Part(made.names[heading.key], place, printed=True), "", (Part("(mục, 6 tháng đầu năm 2031)"),)
    )


def test_the_list_of_documents_by_type() -> None:
    def entry(link: Part, subject: str, issuer: str) -> DocumentEntryFace:
        told = (link, Part(": "), Part(subject, printed=True)) if subject else (link,)
        return DocumentEntryFace(f"vb-{(link.address or '').split('/')[1]}", told, issuer)

    decree = Part("Nghị định số 99/2030/NĐ-VD", "van-ban/99-nd-vd-2030/")
    decision = Part("Quyết định số 07/QĐ-CQVD ngày 02/7/2031", "van-ban/07-qd-cqvd-2031/")
    assert index(good_catalogue()) == DocumentIndexFace(
        5,
        (
            DocumentTypeFace(
                "Kế hoạch", (entry(FIRST_PLAN, "giải quyết hồ sơ năm 2031", ISSUER), entry(PLAN, "", ISSUER))
            ),
            DocumentTypeFace("Luật", (entry(LAW, "ví dụ", ""),)),
            DocumentTypeFace("Nghị định", (entry(decree, "", "Nơi ban hành ví dụ"),)),
            DocumentTypeFace("Quyết định", (entry(decision, "đính chính báo cáo", ""),)),
        ),
    )


def test_of_many_documents_the_newest_are_listed_and_each_earlier_year_has_a_page() -> None:
    made = good_catalogue()
    plan = made.documents["02-kh-cqvd-2031"]
    many = {f"{n}-{year}": replace(plan, id=f"{n}-{year}", year=year) for year in range(2031, 2037) for n in range(30)}
    calendar = Calendar(frozenset({2031}))
    made = replace(made, documents={**made.documents, **many})
    lists = document_lists(made, calendar)
    face = document_index_face(made, lists)
    assert face.count == len(made.documents)
    listed = [entry.anchor for group in face.types for entry in group.documents]
    assert len(listed) == 90
    assert face.earlier is not None
    pages = [document_index_years_face(span, made, lists) for span, _ in lists.earlier]
    assert [page.link.address for page in face.earlier.pages] == [page.address for page in pages]
    by_page = {page.address: [e.anchor for group in page.types for e in group.documents] for page in pages}
    by_page[addresses.DOCUMENTS] = listed
    assert sum(map(len, by_page.values())) == len(made.documents)
    assert all(f"vb-{document.id}" in by_page[lists.page(document)] for document in made.documents.values())
