"""A citation names what was read and the address that keeps it."""

from dataclasses import replace

from macros.faces.report_citation import bibtex, citation_text
from macros.history.public_states import Past
from macros.history.vintages import history_of
from macros.record import Knowledge, ReportKey
from tests.good_project import good_catalogue

SITE = "https://vi-du.example/cchc/"


def test_a_citation_in_words() -> None:
    catalogue = good_catalogue()
    report = catalogue.reports_by_key[ReportKey.parse("2031-S1")]
    edition = history_of(Past(Knowledge.COMPLETE), catalogue).reports[ReportKey.parse("2031-S1")].newest
    assert citation_text(report, edition, catalogue.agency, SITE) == (
        f"{catalogue.agency.name}. Báo cáo số 12/BC-CQVD ngày 20/6/2031: Kết quả cải cách hành chính 6 tháng đầu năm "
        f"2031 (bịa đặt). Bản công bố lần 2, ngày 02/7/2031. {SITE}bao-cao/2031-s1/v2/"
    )


def test_a_draft_is_cited_as_one() -> None:
    catalogue = good_catalogue()
    report = catalogue.reports_by_key[ReportKey.parse("2031-A1")]
    edition = history_of(Past(Knowledge.COMPLETE), catalogue).reports[ReportKey.parse("2031-A1")].newest
    assert "Báo cáo (dự thảo): " in citation_text(report, edition, catalogue.agency, "")
    assert citation_text(report, edition, catalogue.agency, "").endswith(" bao-cao/2031-a1/v1/")


def test_bibtex_means_what_it_says() -> None:
    catalogue = good_catalogue()
    report = replace(catalogue.reports_by_key[ReportKey.parse("2031-S1")], title=r'Đạt 100 % {A&B} #1 $x_2 \ "y"')
    edition = history_of(Past(Knowledge.COMPLETE), catalogue).reports[ReportKey.parse("2031-S1")].newest
    assert bibtex(report, edition, catalogue.agency, SITE).splitlines() == [
        f"@techreport{{{catalogue.agency.id}-2031-s1-v2,",
        f'  author = "{{{catalogue.agency.name}}}",',
        f'  institution = "{{{catalogue.agency.name}}}",',
        r"""  title = "{Đạt 100 \% \{A\&B\} \#1 \$x\_2 \textbackslash{} "y"}",""",
        '  type = "{Báo cáo}",',
        '  number = "{12/BC-CQVD}",',
        '  year = "{2031}",',
        '  note = "{Bản công bố lần 2, ngày 02/7/2031}",',
        f'  url = "{{{SITE}bao-cao/2031-s1/v2/}}",',
        "}",
    ]
