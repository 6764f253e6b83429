"""Which reports cite a document, and which of them are told of on the document's own page."""

from dataclasses import replace

from macros.faces.citing_reports import CitingReports, cited_documents
from macros.faces.document_face import document_face, document_years_face
from macros.faces.years import MOST_LISTED, Calendar
from macros.record import Catalogue, Citation, Report, ReportKey
from tests.comparing.reports import report
from tests.good_project import good_catalogue

PLAN = "02-kh-cqvd-2031"


def test_a_report_knows_how_often_it_cites_each_document() -> None:
    made = good_catalogue()
    assert {str(each.key): cited_documents(each) for each in made.reports} == {
        "2031-S1": {"99-nd-vd-2030": 1, "01-kh-cqvd-2031": 1, "02-kh-cqvd-2031": 1, "07-qd-cqvd-2031": 1},
        "2031-A1": {},
    }


def weekly(years: int) -> Catalogue:
    """Reports on every second week of some years; each cites a document in a passage, the earliest in two."""
    made = good_catalogue()
    periods = [f"{2031 + n // 26}-W{n % 26 * 2 + 1:02}" for n in range(years * 26)]
    reports = tuple(report(period, {}) for period in reversed(periods))
    pages = [f"bao-cao/{period.lower()}.md" for period in (periods[0], *periods)]
    cited = tuple(Citation(PLAN, page, "Mở đầu", n) for n, page in enumerate(pages, 1))
    elsewhere = Citation(PLAN, "gioi-thieu.md", "Nguồn", 1)
    return replace(made, reports=reports, citations=(*cited, elsewhere))


def test_a_page_of_its_own_has_the_newest_years_and_each_earlier_year_has_a_page() -> None:
    made = weekly(6)
    citing = CitingReports(made, Calendar.of(made.reports), lambda _: {})
    document = made.documents[PLAN]
    shown, earlier = citing.shown(document), citing.earlier(document)
    assert {each.period.year for each in shown} == {2034, 2035, 2036}
    assert len(shown) <= MOST_LISTED
    assert [(span.label, sum(one.count for one in found)) for span, found in earlier] == [
        ("Năm 2033", 26),
        ("Năm 2032", 26),
        ("Năm 2031", 27),
    ]
    face = document_face(document, made, citing)
    assert face.earlier is not None
    assert [(page.link.address, page.count) for page in face.earlier.pages] == [
        ("van-ban/02-kh-cqvd-2031/nam-2033/", "(26 lần dẫn)"),
        ("van-ban/02-kh-cqvd-2031/nam-2032/", "(26 lần dẫn)"),
        ("van-ban/02-kh-cqvd-2031/nam-2031/", "(27 lần dẫn)"),
    ]
    # Every passage stands on one page and no other.
    spans = [span for span, _ in earlier]
    told = [part.address for part in face.passages]
    for span, found in earlier:
        page = document_years_face(document, span, spans, [one.report for one in found], made)
        told += [part.address for part in page.passages]
    assert len(told) == len(set(told)) == len(made.citations)


def test_few_citations_stand_on_one_page() -> None:
    made = weekly(2)
    citing = CitingReports(made, Calendar.of(made.reports), lambda _: {})
    assert citing.earlier(made.documents[PLAN]) == []
    assert document_face(made.documents[PLAN], made, citing).earlier is None


def test_who_knows_what_a_report_cites_need_not_read_it() -> None:
    made, asked = good_catalogue(), []

    def counted(each: Report) -> dict[str, int]:
        asked.append(str(each.key))
        return {PLAN: 1} if each.key == ReportKey.parse("2031-A1") else {}

    citing = CitingReports(replace(made, citations=()), Calendar.of(made.reports), counted)
    assert [str(each.key) for each in citing.shown(made.documents[PLAN])] == asked[:1] == ["2031-A1"]
