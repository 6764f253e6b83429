"""What a macro puts on a page: exact HTML, whose text is exactly the text of the data."""

import datetime
from collections.abc import Callable
from dataclasses import replace

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined

from macros.faces.accessibility import AccessibilityRun
from macros.faces.accessibility_face import accessibility_face
from macros.kinds import Code
from macros.outputs.html.gathered import Opened
from macros.outputs.html.page_context import PageContext, Said, Telling
from macros.outputs.html.page_macros import PageMacros
from macros.outputs.html.renderer import Renderer
from macros.reading.author_macros import macro_signatures
from macros.record import Catalogue, Observation, Period, Report
from tests.good_project import good_catalogue
from tests.outputs.html.page_trees import converted

RUN = AccessibilityRun(datetime.date(2026, 11, 25), "4.10", "Chromium 140", (360, 1280), 9, 72, ())
HOSTILE = """<script>alert("x")</script> & 'y' {{ z }} {% q %} *a* _b_ [c](javascript:d) `e` \\* ~f~ ^g^ |h| $i$ &lt;"""
SPECIAL = st.text("ab1 <>&\"'{}%*_[]()`\\~^|$#!+-.:=/", min_size=1)
TEXT = SPECIAL.filter(lambda text: text == " ".join(text.split()) != "")


def rendered(text: str, catalogue: Catalogue | None = None) -> tuple[str, PageMacros]:
    """The HTML of a page of the report on 2031-S1, rendered as the site renders it, and the macros that it called."""
    macros = PageMacros(Renderer(catalogue or good_catalogue()))
    macros.page = PageContext("docs/bao-cao/2031-s1.md", "bao-cao/2031-s1/", Period.parse("2031-S1"))
    template = Environment(undefined=StrictUndefined).from_string(text)
    markdown = template.render({name: getattr(macros, name) for name in macro_signatures()})
    return macros.page.bound(converted(markdown, macros)), macros


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            '{{ observation("ho-so-tiep-nhan") }}',
            '<a class="figure" href="../../chi-tieu/ho-so-tiep-nhan/" title="Số hồ sơ tiếp nhận">48\u00a0hồ sơ</a>',
        ),
        (
            '{{ observation("ho-so-dung-han-ty-le") }}',
            '<a class="figure" href="../../chi-tieu/ho-so-dung-han-ty-le/" title="Tỷ lệ hồ sơ đúng hạn">43,750%</a>',
        ),
        ('{{ observation("kinh-phi-duoc-giao", unit=False, link=False) }}', '<span class="figure">10.749.656</span>'),
        ('{{ observation("bo-nhiem", unit=False, digits=2, link=False) }}', '<span class="figure">02</span>'),
        ('{{ observation("dao-tao", link=False) }}', '<span class="figure">0\u00a0người</span>'),
        ('{{ observation("phan-anh-hinh-thuc", link=False) }}', '<span class="figure">Trực tuyến</span>'),
        ('{{ observation("phan-anh-noi-dung", link=False) }}', '<span class="figure">Thái độ phục vụ</span>'),
        (
            '{{ observation("kinh-phi-da-chi", link=False) }}',
            '<span class="figure figure--blank">chờ kết quả; báo cáo nêu năm 2031</span>',
        ),
        (
            '{{ observation("ho-so-dung-han", period="2031-A1", link=False) }}',
            '<span class="figure figure--blank">báo cáo để trống</span>',
        ),
        ('{{ indicator("bo-nhiem") }}', '<a href="../../chi-tieu/bo-nhiem/">Số người được bổ nhiệm</a>'),
        ('{{ indicator("bo-nhiem", "bổ nhiệm") }}', '<a href="../../chi-tieu/bo-nhiem/">bổ nhiệm</a>'),
        ('{{ indicator("tai-chinh") }}', '<a href="../../nhom/tai-chinh/">Tài chính và nhân sự</a>'),
        (
            '{{ document("02-kh-cqvd-2031") }}',
            '<a class="citation" id="vb-02-kh-cqvd-2031-1" href="../../van-ban/02-kh-cqvd-2031/">'
            "Kế hoạch số 02/KH-CQVD ngày 14/3/2031</a>",
        ),
        (
            '{{ document("luat-vi-du-2029") }}',
            '<a class="citation" id="vb-luat-vi-du-2029-1" href="../../van-ban/luat-vi-du-2029/">'
            "Luật ví dụ năm 2029</a>",
        ),
        (
            '{{ abbr("TTHC") }}',
            '<button class="explain&#95;&#95;button" type="button" popovertarget="giai-nghia-vt-tthc">'
            "<abbr>TTHC</abbr></button>",
        ),
        ('{{ foreign("open data") }}', '<span lang="en">open data</span>'),
        ('{{ foreign("données", language="fr") }}', '<span lang="fr">données</span>'),
        ('{{ abbr("VDX") }}', "VDX"),
        ('{{ typed("17") }}', "17"),
    ],
)
def test_a_macro_in_a_sentence_gives_exactly_this(text: str, html: str) -> None:
    assert rendered(f"Chữ {text}.")[0] == f"<p>Chữ {html}.</p>"


def test_each_citation_of_a_document_has_its_own_anchor() -> None:
    html, _ = rendered('{{ document("01-kh-cqvd-2031") }} {{ document("01-kh-cqvd-2031", "lại") }}')
    ids = [link.get("id") for link in lxml.html.fromstring(html).iter("a")]
    assert ids == ["vb-01-kh-cqvd-2031-1", "vb-01-kh-cqvd-2031-2"]


@pytest.mark.parametrize(
    ("call", "shown"),
    [
        ("annex()", "Bổ nhiệm ông Lê Văn Bịa Đặt và bà [không công bố tên]"),
        ('annex("II")', "Số người được bổ nhiệm"),
        ('annex("tai-chinh", period="2031-A1")', "−12,50"),
        ('key_figures("ho-so-dung-han-ty-le")', "43,750%"),
        ("report_head()", "12/BC-CQVD"),
        ("report_summary()", "6 tháng đầu năm 2031"),
        ("downloads()", "CSV"),
        ("report_list()", "Báo cáo năm 2031"),
        ("section_list()", "Tài chính và nhân sự"),
        ("status_list()", "Báo cáo để trống"),
        ("code_lists()", "Phát phiếu"),
        ("units()", "nghìn đồng"),
        ("glossary()", "thủ tục hành chính"),
        ("agency()", "Cơ quan ví dụ (bịa đặt để kiểm thử)"),
        ("search_box()", "Tìm"),
        ("accessibility()", "Chưa ghi nhận lần kiểm tra nào"),
        ("problem_codes()", "Tên khóa không có"),
    ],
)
def test_a_block_stands_on_the_page_whole(call: str, shown: str) -> None:
    html, macros = rendered(f"Trước.\n\n{{{{ {call} }}}}\n\nSau.")
    assert shown in lxml.html.fromstring(f"<div>{html}</div>").text_content()
    assert macros.problems == []
    assert not {"\ue000", "\ue001"} & set(html)
    assert html.startswith("<p>Trước.</p>\n<")
    assert html.endswith(">\n<p>Sau.</p>")


def test_where_nothing_was_corrected_nothing_is_told() -> None:
    html, macros = rendered("Trước.\n\n{{ recent_corrections() }}\n\nSau.")
    assert [line for line in html.splitlines() if line] == ["<p>Trước.</p>", "<p>Sau.</p>"]
    assert macros.problems == []


@pytest.mark.parametrize("run", [None, RUN])
@pytest.mark.parametrize("contact", ["cchc@vi-du.gov.vn", None])
def test_the_accessibility_statement_has_a_contact_or_says_that_there_is_none(
    run: AccessibilityRun | None, contact: str | None
) -> None:
    made = good_catalogue()
    made = replace(made, agency=replace(made.agency, contact=contact), publisher=None)
    html = Renderer(made).html("accessibility", "", face=accessibility_face(run, made))
    facts = {dt.text_content(): dt.getnext().text_content() for dt in lxml.html.fromstring(html).iter("dt")}
    assert facts["Liên hệ"] == (contact or "Trang web chưa có địa chỉ liên hệ.")
    assert "lien-he" not in html
    assert facts["Ngày kiểm tra"] == ("25/11/2026" if run else "Chưa ghi nhận lần kiểm tra nào.")


def test_every_macro_is_tested_here() -> None:
    with open(__file__, encoding="utf-8") as file:
        source = file.read()
    assert [name for name in macro_signatures() if f"{name}(" not in source] == []


@pytest.mark.parametrize("call", ['observation("bo-nhiem")', 'indicator("bo-nhiem")'])
def test_a_hostile_label_is_text(call: str) -> None:
    label = f"Số {HOSTILE}"
    html, _ = rendered(f"Chữ {{{{ {call} }}}} *nghiêng*.", _with_label(label))
    link, emphasis = lxml.html.fromstring(html)
    assert label in (link.text_content(), link.get("title"))
    assert (emphasis.tag, emphasis.text) == ("em", "nghiêng")


def _with_label(label: str) -> Catalogue:
    """The small project with another label for one of its rows."""
    catalogue = good_catalogue()
    row = replace(catalogue.indicators["bo-nhiem"], label=label)
    sections = tuple(
        replace(section, indicators=tuple(row if i.id == row.id else i for i in section.indicators))
        for section in catalogue.sections
    )
    reports = _changed(catalogue, lambda o: replace(o, indicator=row) if o.indicator.id == row.id else o)
    return replace(catalogue, sections=sections, reports=reports)


def _changed(catalogue: Catalogue, change: Callable[[Observation], Observation]) -> tuple[Report, ...]:
    return tuple(replace(report, observations=tuple(map(change, report.observations))) for report in catalogue.reports)


def test_a_hostile_label_is_text_in_the_annex_too() -> None:
    label = f"Số {HOSTILE}"
    html, _ = rendered('{{ annex("II") }}', _with_label(label))
    table = lxml.html.fromstring(html)
    assert label in [head.text_content() for head in table.iter("a")]
    assert list(table.iter("script")) == []


@pytest.mark.parametrize(("row", "value"), [("phan-anh-noi-dung", HOSTILE), ("phan-anh-hinh-thuc", Code("1", HOSTILE))])
def test_a_hostile_value_is_text(row: str, value: str | Code) -> None:
    catalogue = good_catalogue()
    reports = _changed(catalogue, lambda o: replace(o, value=value) if o.indicator.id == row else o)
    html, _ = rendered(f'Chữ {{{{ observation("{row}", link=False) }}}}.', replace(catalogue, reports=reports))
    (span,) = lxml.html.fromstring(html)
    assert span.text_content() == HOSTILE
    assert len(span) == 0


@given(TEXT)
def test_any_expansion_is_text(expansion: str) -> None:
    catalogue = good_catalogue()
    short = replace(catalogue.abbreviations["TTHC"], expansion=expansion)
    catalogue = replace(catalogue, abbreviations={"TTHC": short})
    html, macros = rendered('Chữ {{ abbr("TTHC") }}.', catalogue)
    (button,) = lxml.html.fromstring(html)
    opened = macros.page.gathered.opened
    explanations = lxml.html.fromstring(Renderer(catalogue).explanations(opened, "bao-cao/2031-s1/"))
    assert (button.text_content(), button.get("popovertarget")) == ("TTHC", explanations.get("id"))
    assert [part.text_content() for part in explanations.iterfind("p")] == ["TTHC", expansion, "Xem thêm"]


@given(TEXT)
def test_any_text_of_a_link_is_text(text: str) -> None:
    macros = PageMacros(Renderer(good_catalogue()))
    html = converted(f"Chữ {macros.indicator('bo-nhiem', text)}.", macros)
    (link,) = lxml.html.fromstring(html)
    assert link.text_content() == text
    assert len(link) == 0


@pytest.mark.parametrize(
    ("call", "found"),
    [
        ("indicator(x)", "không có chỉ tiêu “xyz”"),
        ("document(x)", "không có văn bản “xyz”"),
        ("abbr(x)", "không có chữ viết tắt “xyz”"),
        ("annex(x)", "không có nhóm “xyz”"),
        ("annex(period=x)", "không có báo cáo kỳ “xyz”"),
        ("observation(x)", "không có số liệu kỳ 2031-S1 của chỉ tiêu “xyz”"),
        ('observation("phan" ~ "-anh")', "không có số liệu kỳ 2031-S1 của chỉ tiêu “phan-anh”"),
        ('key_figures("bo-nhiem", x)', "không có số liệu kỳ 2031-S1 của chỉ tiêu “xyz”"),
        ("report_head(x)", "không có báo cáo kỳ “xyz”"),
        ("downloads(x)", "không có báo cáo kỳ “xyz”"),
    ],
)
def test_a_wrong_argument_that_only_rendering_shows_is_a_problem(call: str, found: str) -> None:
    html, macros = rendered(f'{{% set x = "xyz" %}}{{{{ {call} }}}}')
    (problem,) = macros.problems
    assert (problem.code, problem.place.path, problem.found) == ("E504", "docs/bao-cao/2031-s1.md", found)
    assert html == ""


def test_a_wrong_argument_gets_the_nearest_id() -> None:
    _, macros = rendered('{% set x = "bo-nhiêm" %}{{ indicator(x) }}')
    assert macros.problems[0].remedy == "có phải là “bo-nhiem”?"


def test_a_block_takes_the_place_of_its_sign() -> None:
    page = PageContext("docs/a.md", "a/", None)
    first = page.block("<table>1</table>", Opened(("tt-blank",), ("TTHC",)))
    second = page.tell(Telling([Said("2", "hai")], lambda ids: f"<p>{ids[0]}</p>"))
    assert [page.is_block(text) for text in (first, second, f"{first} ", None)] == [True, True, False, False]
    assert page.gathered.opened == Opened(("tt-blank",))
    assert page.bound(f"{first}<b>{second}</b>\n{first}") == "<table>1</table><b><p>hai</p></b>\n<table>1</table>"
    assert page.gathered.opened == Opened(("tt-blank",), ("TTHC",))
