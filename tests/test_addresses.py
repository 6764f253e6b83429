"""Addresses are relative to the site's root, stable, and lead from any page to any other."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros import addresses
from macros.record import Period, ReportKey
from tests.good_project import good_catalogue

ROOT = "https://vi-du.example/trang/"
STEP = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=8)
PAGE = st.lists(STEP, max_size=4).map(lambda steps: "".join(f"{step}/" for step in steps))
FILE = st.tuples(PAGE, STEP).map(lambda parts: f"{parts[0]}{parts[1]}.csv")
ANCHOR = st.just("") | STEP.map(lambda anchor: f"#{anchor}")


@given(target=st.tuples(PAGE | FILE, ANCHOR).map("".join), page=PAGE)
def test_a_relative_link_leads_to_its_target(target: str, page: str) -> None:
    link = addresses.relative(target, page)
    assert urljoin(ROOT + page, link) == ROOT + target
    assert "://" not in link
    assert not link.startswith("/")


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("", "", "./"),
        ("", "bao-cao/", "../"),
        ("bao-cao/", "", "bao-cao/"),
        ("bao-cao/2031-s1/#dong-a", "bao-cao/2031-s1/", "#dong-a"),
        ("bao-cao/2031-s1/#dong-a", "chi-tieu/a/", "../../bao-cao/2031-s1/#dong-a"),
        ("api/v1/reports/2031-S1.csv", "bao-cao/2031-s1/", "../../api/v1/reports/2031-S1.csv"),
    ],
)
def test_links_are_short(target: str, page: str, link: str) -> None:
    assert addresses.relative(target, page) == link


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("index.md", ""),
        ("gioi-thieu.md", "gioi-thieu/"),
        ("bao-cao/index.md", "bao-cao/"),
        ("bao-cao/2031-s1.md", "bao-cao/2031-s1/"),
        ("myindex.md", "myindex/"),
        ("bao-cao/myindex.md", "bao-cao/myindex/"),
    ],
)
def test_a_markdown_page_has_the_address_that_mkdocs_gives_it(source: str, address: str) -> None:
    assert addresses.narrative(source) == address


def test_published_addresses_never_change() -> None:
    catalogue = good_catalogue()
    report, row = catalogue.reports_by_key[ReportKey.parse("2031-S1")], catalogue.indicators["bo-nhiem"]
    assert [
        addresses.report(report),
        addresses.row(report, row),
        addresses.indicator(row),
        addresses.section(catalogue.sections_by_id["tai-chinh"]),
        addresses.document(catalogue.documents["07-qd-cqvd-2031"]),
        addresses.citation_anchor("07-qd-cqvd-2031", 2),
        addresses.report_file(Period.parse("2031-S1"), "json"),
    ] == [
        "bao-cao/2031-s1/",
        "bao-cao/2031-s1/#dong-bo-nhiem",
        "chi-tieu/bo-nhiem/",
        "nhom/tai-chinh/",
        "van-ban/07-qd-cqvd-2031/",
        "vb-07-qd-cqvd-2031-2",
        "api/v1/reports/2031-S1.json",
    ]
