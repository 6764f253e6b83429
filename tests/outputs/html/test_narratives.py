"""An earlier narrative is shown as it was, with nothing in it that a page of today would not carry."""

import re

import pytest

from macros.addresses import row_anchor
from macros.outputs.html.held_links import held, settled
from macros.outputs.html.narratives import Narratives, Rendered
from macros.outputs.html.page_macros import PageMacros
from macros.outputs.html.renderer import Renderer
from macros.reading.narrative import NarrativePage, parse_page
from tests.good_project import good_catalogue

ADDRESS = "bao-cao/2031-s1/v1/"
SOURCE = "bao-cao/2031-s1.md"
NARRATIVES = Narratives(["attr_list", "footnotes", "tables", "toc"], {"toc": {"permalink": "#"}})


class Everything:
    """Whatever a link leads to is there."""

    def __contains__(self, address: object) -> bool:
        return True


def page(body: str) -> NarrativePage:
    read, _ = parse_page(f"docs/{SOURCE}", SOURCE, f"---\nperiod: 2031-S1\n---\n\n# Tiêu đề\n\n{body}\n")
    assert read is not None
    return read


def rendered(body: str) -> Rendered | None:
    return NARRATIVES.rendered(page(body), PageMacros(Renderer(good_catalogue())), ADDRESS)


def html(body: str) -> str:
    shown = rendered(body)
    assert shown is not None
    return settled(shown.html, ADDRESS, Everything())


def test_macros_speak_of_the_day_and_lead_to_the_addresses_of_the_page() -> None:
    shown = html('Tiếp nhận {{ observation("ho-so-tiep-nhan") }}.')
    assert re.sub("<.*?>", "", shown) == "Tiếp nhận 48\u00a0hồ sơ."
    assert 'href="../../../chi-tieu/ho-so-tiep-nhan/"' in shown


def test_the_title_is_left_to_the_page_and_the_headings_are_told() -> None:
    shown = rendered("## Một\n\nx\n\n### Hai\n\ny")
    assert shown is not None
    assert "Tiêu đề" not in shown.html
    assert [heading["name"] for heading in shown.headings] == ["Một"]


def test_one_page_leaves_nothing_to_the_next() -> None:
    assert "fn:1" in html("Chữ[^1].\n\n[^1]: Chú thích.")
    assert "fn:1" not in html("Chữ.")
    assert html("## Một") == html("## Một")


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("../gioi-thieu.md", "../../../gioi-thieu/"),
        ("2031-a1.md#phu-luc", "../../../bao-cao/2031-a1/#phu-luc"),
        ("index.md", "../../../bao-cao/"),
        ("#muc-1", "#muc-1"),
        ("https://vi-du.example/x", "https://vi-du.example/x"),
        ("mailto:ai@vi-du.example", "mailto:ai@vi-du.example"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("vbscript:x", None),
    ],
)
def test_links_lead_where_they_led_and_unsafe_ones_nowhere(link: str, target: str | None) -> None:
    found = re.findall(r'href="([^"]*)"', html(f"[chữ]({link})\n\nx\n{{: #muc-1 }}"))
    assert found == ([target] if target is not None else [])


def test_markup_of_a_past_state_never_reaches_the_page() -> None:
    shown = rendered(
        "B1 <script>alert(93)</script> <iframe src=https://la.example/></iframe>\n\n"
        '<meta http-equiv="refresh" content="0;url=https://la.example/">\n\n</div></article>\n\n'
        "[a](java{# #}script:x) [b](javascript&colon;x) ![c](https://la.example/x.png)\n\n"
        '[d](e "{{ report_head() }}")\n\n## <img src=x onerror=y>F'
    )
    assert shown is not None
    assert re.search(r"<script|alert|iframe|<meta|article|la\.example|onerror|href=\"javascript", shown.html) is None
    assert "B1" in shown.html
    assert [heading["name"] for heading in shown.headings] == ["F"]


@pytest.mark.parametrize(
    "body", ["{{ range(3) }}", "{% for n in [1, 2] %}x{% endfor %}", "{{ page }}", '{{ "x" * 9 }}']
)
def test_a_narrative_that_computes_is_not_run(body: str) -> None:
    assert rendered(body) is None


def test_attributes_that_a_policy_forbids_are_dropped() -> None:
    shown = html("[chữ](https://vi-du.example){: onclick=alert(1) style=color:red .dep }\n\n| a |\n|--:|\n| 1 |")
    assert "onclick" not in shown
    assert "style" not in shown
    assert 'class="dep"' not in shown


@pytest.mark.parametrize(
    "body",
    [
        '{{ macro_da_bo("x") }}',
        '{{ observation("khong-co") }}',
        '{{ document("khong-co") }}',
        '{{ observation("ho-so-tiep-nhan", khong_co=1) }}',
        '{{ observation("ho-so-tiep-nhan").__class__.__mro__[1].__subclasses__() }}',
        "{{ 1 / 0 }}",
        "{{ khong_co.x }}",
    ],
)
def test_what_cannot_be_rendered_today_is_left_out_whole(body: str) -> None:
    assert rendered(f"Chữ.\n\n{body}") is None


def test_a_link_that_leads_nowhere_keeps_its_words() -> None:
    known = {"", "bao-cao/", "chi-tieu/a/", "api/v1/reports/2031-S1.json"}
    shown = rendered(
        "[a](../chi-tieu/a.md) [b](../chi-tieu/b.md) [c](#co) [d](#khong) [e](../index.md) [f](https://vi-du.example/) "
        "[g](../api/v1/reports/2031-S1.json) ![h](anh.png) [i](.) [k](//[x) "
        "<a href='../../../chi-tieu/a/?b&amp;c'>l</a> [m](#chi-tieu-bo-nhiem) "
        "[n](../chi-tieu/a.md#x)\n\n{: #co }o\n{: #co }"
    )
    assert shown is not None
    first = settled(shown.html, ADDRESS, known).split("\n")[0]
    assert first == (
        '<p><a href="../../../chi-tieu/a/">a</a> <a>b</a> <a href="#co">c</a> <a>d</a> <a href="../../../">e</a> '
        '<a href="https://vi-du.example/">f</a> <a href="../../../api/v1/reports/2031-S1.json">g</a> <img alt="h"> '
        '<a>i</a> <a>k</a> <a href="../../../chi-tieu/a/?b&amp;c">l</a> <a>m</a> '
        '<a href="../../../chi-tieu/a/#x">n</a></p>'
    )


def test_a_row_of_the_annex_can_be_led_to_where_it_stands() -> None:
    (row, *_) = good_catalogue().sections[0].indicators
    link = f"[chữ](#{row_anchor(row)})"
    assert f'<a href="#{row_anchor(row)}">chữ</a>' in html(f"{link}\n\n{{{{ annex() }}}}")
    assert "<a>chữ</a>" in html(link)


def test_what_is_no_attribute_that_leads_stays_wherever_it_leads() -> None:
    text = f'<b data-x="{held("../a/")}">{held("../b/")}</b> <a href="{held("../c/")}#d">'
    assert settled(text, ADDRESS, ()) == '<b data-x="../a/">../b/</b> <a href="../c/#d">'


@pytest.mark.parametrize("body", ["[" * 40_000, '{{ foreign("' + "[" * 40_000 + '", "en") }}', "[a " * 12_000])
def test_brackets_in_brackets_are_not_rendered_for_minutes(body: str) -> None:
    assert rendered(body) is None
