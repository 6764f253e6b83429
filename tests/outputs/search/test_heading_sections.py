"""The sections that the narrative speaks of, by its headings: on the first report, over many periods, in the filter."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros import addresses
from macros.loading.assembly import load_catalogue
from macros.outputs.search.heading_sections import headed_sections
from macros.record import Catalogue, Period
from tests.good_project import good_catalogue
from tests.outputs.search.searching import ask
from tests.outputs.search.test_passages import passages

NESTED = """
## 1. Giải quyết TT

Của nhóm[^1]

### a) Việc nhỏ

Cũng của nhóm

## 2. Việc khác[^2]

Không của nhóm nào

### Phần II: Tài chính & nhân sự (đến 30/6)

Của nhóm kia

[^1]: Chú thích của nhóm
[^2]: Chú thích khác
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def test_a_passage_is_of_the_section_that_a_heading_above_it_names() -> None:
    names = {"1. Giải quyết TT": "thu-tuc", "Phần II: Tài chính & nhân sự (đến 30/6)": "tai-chinh"}
    _, found = passages(NESTED, names.get)
    assert [(passage.text, passage.section) for passage in found] == [
        ("Của nhóm", "thu-tuc"),
        ("Cũng của nhóm", "thu-tuc"),
        ("Không của nhóm nào", None),
        ("Của nhóm kia", "tai-chinh"),
        ("Chú thích của nhóm", "thu-tuc"),
        ("Chú thích khác", None),
    ]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Giải quyết thủ tục", "thu-tuc"),
        ("1. GIẢI QUYẾT THỦ TỤC", "thu-tuc"),
        ("1.2) Giải quyết thủ tục (TTHC)", "thu-tuc"),
        ("Phần II: Tài chính và nhân sự", "tai-chinh"),
        ("IV. Tiền và người", "tai-chinh"),
        ("Tài chính", None),
        ("Giải quyết thủ tục và việc khác", None),
        ("", None),
    ],
)
def test_a_heading_names_a_section_by_its_label_or_by_another_declared_name(heading: str, section: str | None) -> None:
    catalogue = good_catalogue()
    named = [
        replace(one, narrative_headings=("Tiền và người",)) if one.id == "tai-chinh" else one
        for one in catalogue.sections
    ]
    section_of = headed_sections(replace(catalogue, sections=tuple(named)), catalogue.latest.period)
    assert section_of(heading) == section


def test_a_heading_of_nothing_but_its_number_is_of_no_section() -> None:
    catalogue = good_catalogue()
    nameless = tuple(replace(one, narrative_headings=("1.",)) for one in catalogue.sections)
    section_of = headed_sections(replace(catalogue, sections=nameless), catalogue.latest.period)
    assert [section_of(heading) for heading in ("1.", "II. ", "***", "")] == [None] * 4


def test_a_section_that_is_not_in_the_report_is_not_named() -> None:
    catalogue = good_catalogue()
    assert headed_sections(catalogue, Period.parse("2022-S1"))("Giải quyết thủ tục") is None


def test_the_first_report_speaks_of_every_section(first_catalogue: Catalogue, first_project: Path) -> None:
    catalogue = first_catalogue
    section_of = headed_sections(catalogue, catalogue.latest.period)
    text = (first_project / "docs/bao-cao/2022-s1.md").read_text("utf-8")
    headings = [line.lstrip("# ") for line in text.splitlines() if line.startswith("#")]
    named = [id for heading in headings if (id := section_of(heading)) is not None]
    assert named == [section.id for section in catalogue.sections]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "section", "anchor"),
    [
        ("công chức", "che-do-cong-vu", "doan-5-cai-cach-cong-vu"),
        ("trung cấp lý luận", "che-do-cong-vu", "doan-5-cai-cach-cong-vu"),
        ("một cửa điện tử", "cai-cach-tthc", "doan-3-cai-cach-thu-tuc-hanh-chinh"),
        ("tuyên truyền", "chi-dao-dieu-hanh", "doan-chu-thich"),
        ("thưởng", "tai-chinh-cong", "doan-6-cai-cach-tai-chinh-cong"),
    ],
)
def test_passages_are_filtered_by_section(
    page: Page, server: str, first_catalogue: Catalogue, query: str, section: str, anchor: str
) -> None:
    links = ask(page, server, query, nhom=section, loai="thuyet-minh")
    assert links
    assert anchor in links[0]
    number = next(one.number for one in first_catalogue.sections if one.id == section)
    paths = page.locator("li.result .result__path").all_inner_texts()
    assert [path for path in paths if f"Nhóm {number}" not in path.split(" · ")] == []


@pytest.mark.browser
def test_a_passage_of_no_section_is_in_no_section(page: Page, server: str, first_catalogue: Catalogue) -> None:
    assert "#doan-iii-" in ask(page, server, "nhũng nhiễu", loai="thuyet-minh")[0]
    for section in first_catalogue.sections:
        assert ask(page, server, "nhũng nhiễu", loai="thuyet-minh", nhom=section.id) == []


@pytest.mark.browser
def test_older_passages_are_filtered_by_section_too(page: Page, demo_server: str, demo_project: Path) -> None:
    catalogue = load_catalogue(demo_project)
    for report in catalogue.reports[1:4]:
        links = ask(page, demo_server, "dịch vụ", loai="thuyet-minh", nhom="chinh-phu-so", ky=str(report.period))
        assert [link.partition("#doan-")[::2] for link in links] == [
            (addresses.report(report), "7-chinh-quyen-so-1")
        ], report.period
        expect(page.locator(".result__path").first).to_contain_text("Nhóm VII")
        assert (
            ask(
                page,
                demo_server,
                "dịch vụ nhiều nhất",
                loai="thuyet-minh",
                nhom="tai-chinh-cong",
                ky=str(report.period),
            )
            == []
        )
