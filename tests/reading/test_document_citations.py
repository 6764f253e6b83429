"""Documents are known by number, symbol and year, in the forms that reports really print."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.reading.document_citations import cited, document_id


@pytest.mark.parametrize(
    ("text", "citation", "document"),
    [
        ("Kế hoạch số 15/KH-BQL ngày 14/3/2022", "Kế hoạch số 15/KH-BQL ngày 14/3/2022", "15-kh-bql-2022"),
        ("theo Quyết định số 319/QĐ-BNV ngày 10/5/2019.", "Quyết định số 319/QĐ-BNV ngày 10/5/2019", "319-qd-bnv-2019"),
        ("(Tờ trình số 01/TTr-BQL ngày 14/01/2022)", "Tờ trình số 01/TTr-BQL ngày 14/01/2022", "01-ttr-bql-2022"),
        ("Chỉ thị số 10/CT-CTUBND ngày 28/12/2012", "Chỉ thị số 10/CT-CTUBND ngày 28/12/2012", "10-ct-ctubnd-2012"),
        ("QĐ 1135/QĐ-BKHĐT ngày 30/7/2019", "QĐ 1135/QĐ-BKHĐT ngày 30/7/2019", "1135-qd-bkhdt-2019"),
        ("Công văn số: 5/BNV, ngày 14 tháng 3 năm 2022", "Công văn số: 5/BNV, ngày 14 tháng 3 năm 2022", "5-bnv-2022"),
        ("Nghị định số 68/2000/NĐ-CP", "Nghị định số 68/2000/NĐ-CP", "68-nd-cp-2000"),
        ("Luật số 104/2016/QH13", "Luật số 104/2016/QH13", "104-qh13-2016"),
        ("thay thế 01/KH-BQL ngày 26/01/2022", "01/KH-BQL ngày 26/01/2022", "01-kh-bql-2022"),
        ("Công văn 581/BNV-CCHC", "Công văn 581/BNV-CCHC", None),
    ],
)
def test_a_citation_is_found_with_its_document(text: str, citation: str, document: str | None) -> None:
    (found,) = cited(text)
    assert (found.text, found.document) == (citation, document)
    assert text[found.start : found.end] == citation


def test_every_citation_of_a_text_is_found_in_order() -> None:
    text = "Kế hoạch số 15/KH-BQL ngày 14/3/2022 (thay thế Kế hoạch số 01/KH-BQL ngày 26/01/2022)"
    assert [found.document for found in cited(text)] == ["15-kh-bql-2022", "01-kh-bql-2022"]


@pytest.mark.parametrize(
    "text",
    ["ngày 14/3/2022", "Quý III/2022", "6/9 nội dung", "24/7", "tháng 3/2022", "43,75 %", "TCVN ISO 9001:2015"],
)
def test_a_date_or_a_fraction_is_no_citation(text: str) -> None:
    assert cited(text) == []


@given(st.text("0123456789/ABĐa -,ngàysố"))
def test_citations_never_overlap(text: str) -> None:
    spans = [(found.start, found.end) for found in cited(text)]
    assert spans == sorted(spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_documents_of_one_number_differ_by_symbol_and_year() -> None:
    ids = {document_id("10", "CT-TTg", 2019), document_id("10", "KH-BQL", 2019), document_id("10", "CT-TTg", 2020)}
    assert ids == {"10-ct-ttg-2019", "10-kh-bql-2019", "10-ct-ttg-2020"}
