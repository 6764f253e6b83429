"""A figure that stands alone says what it means, and does not hide that the site itself knows something against it."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import lxml.html
import pytest

from macros import addresses, kinds
from macros.faces import phrases
from macros.faces.key_figures_face import key_figures_face
from macros.faces.meaning import Grounds, doubt, ended, figure_meaning, parts_text, place_text
from macros.loading.assembly import load_catalogue
from macros.outputs.html.renderer import Renderer
from macros.outputs.tables.report_json import report_json
from macros.record import Answer, Catalogue, series_key
from macros.record.relation import Outcome
from macros.wording.charts import BY_PERIOD
from macros.wording.doubts import SHORT_DOUBTS
from tests.whole_pages import whole_pages

FAILING = "ke-hoach-ty-le-hoan-thanh"


@pytest.fixture(scope="module")
def published(first_catalogue: Catalogue) -> Catalogue:
    """The record of the first report, which has questions, with a hard check and two queries made to fail.

    None fails in the report as it is.
    """
    report = first_catalogue.latest
    failing = ("ke-hoach-ty-le", "bien-che-ca-hop-dong", "quy-trinh-hieu-luc")
    results = tuple(replace(r, outcome=Outcome.FAILS) if r.relation.id in failing else r for r in report.check_results)
    assert [r.relation.id for r in results if r.fails and r.hard] == ["ke-hoach-ty-le"]
    return replace(first_catalogue, reports=(replace(report, check_results=results),))


@pytest.fixture(scope="module")
def pages(published: Catalogue) -> dict[str, lxml.html.HtmlElement]:
    return {page.address: lxml.html.fromstring(page.html) for page in whole_pages(Renderer(published)) if page.html}


def test_a_mark_stands_at_the_total_of_a_failing_check_and_at_the_figure_of_a_question(published: Catalogue) -> None:
    """Nothing at figures that merely take part, nor where a question has its answer."""
    report = published.latest
    against = {series_key(FAILING)} | {question.series for question in report.questions if question.answer is None}
    assert {row.key for row in report.observations if doubt(report, row.indicator)} == against - {None}
    answer = Answer("Đã tính.", date(2022, 7, 20), "Văn phòng")
    answered = replace(report, questions=tuple(replace(question, answer=answer) for question in report.questions))
    assert {row.key for row in report.observations if doubt(answered, row.indicator)} == {series_key(FAILING)}


def test_tile_and_headline_say_the_doubt_and_lead_to_where_it_is_laid_out(
    published: Catalogue, pages: dict[str, lxml.html.HtmlElement]
) -> None:
    report = published.latest
    quality = pages[addresses.quality(report)]
    figures = [row for row in report.observations if row.indicator.kind is not kinds.HEADING]
    renderer = Renderer(published)
    face = key_figures_face(report, figures, renderer.derived)
    tiles = lxml.html.fromstring(renderer.html("key_figures", "", face=face))
    for row, tile in zip(figures, tiles.xpath("//li[@class='tile']"), strict=True):
        known = doubt(report, row.indicator)
        headline = pages[addresses.indicator(row.indicator)].xpath("//section[@class='headline']")[0]
        certain = known if known and known.grounds is Grounds.CHECK else None
        for shown, told in ((tile, certain), (headline, known)):
            links = shown.xpath(".//p[contains(@class, 'doubt')]/a")
            assert [link.text_content().strip() for link in links] == ([told.text] if told else [])
        copied = headline.xpath(".//button[contains(., 'kèm nguồn')]")[0]
        assert copied.get("data-copy").endswith(f" {known.text} Xem: {{doubt}}" if known else "{today}.")
        assert (copied.get("data-doubt") is not None) == (known is not None)
        if known:
            path, anchor = known.address.split("#")
            assert path == addresses.quality(report)
            assert quality.xpath("//*[@id=$id]", id=anchor)


def test_a_doubt_tells_the_numbers(published: Catalogue) -> None:
    found = doubt(published.latest, published.indicators[FAILING])
    assert found is not None
    assert found.text.replace("\u00a0", " ") == (
        "Tỷ lệ không khớp hai số dùng để tính: báo cáo ghi 43,75%; 7/16 là 43,75%."
    )
    kept = doubt(published.latest, published.indicators[FAILING], kept=True)
    assert kept is not None
    assert kept.address == "bao-cao/2022-s1/chat-luong/"


def test_every_figure_has_its_meaning_or_its_place(published: Catalogue) -> None:
    report = published.latest
    for row in report.observations:
        if row.indicator.kind is not kinds.HEADING:
            said = figure_meaning(report, row, published) or place_text(row.indicator, published)
            assert bool(said) or len(published.ancestors(row.indicator)) == 1, row.indicator.id
            assert "“I" not in said, "a whole section says nothing of one figure"


@pytest.mark.parametrize(
    ("id", "meaning"),
    [
        ("ke-hoach-ty-le-hoan-thanh", "Tính từ 7/16 nhiệm vụ."),
        ("tuyen-truyen-ty-le-thuc-hien", "6/9 ≈ 66,67%, làm tròn 66,7%."),
        ("ho-so-tiep-nhan", "Trong đó: một cửa: 48; một cửa liên thông: 3."),
        (
            "van-ban-di",
            "Trong đó: số lượng văn bản được gửi hoàn toàn dưới dạng điện tử: 586 văn bản; số lượng văn bản được gửi "
            "hoàn toàn dưới dạng điện tử và song song với văn bản giấy: 99 văn bản.",
        ),
        ("khao-sat-ty-le-hai-long", ""),
    ],
)
def test_a_meaning_is_what_relations_and_definitions_say(published: Catalogue, id: str, meaning: str) -> None:
    report = published.latest
    row = replace(report.by_key[series_key(id)], covers=None)
    assert figure_meaning(report, row, published).replace("\u00a0", " ") == meaning


def test_a_rate_that_does_not_agree_is_not_written_as_equal(published: Catalogue) -> None:
    report, id = published.latest, "ke-hoach-ty-le-hoan-thanh"
    row = replace(report.by_key[series_key(id)], covers=None)
    results = tuple(replace(one, outcome=Outcome.FAILS) for one in report.check_results)
    failing = replace(report, check_results=results)
    assert figure_meaning(failing, row, published).replace("\u00a0", " ") == "Tính từ 7/16 nhiệm vụ."


def test_a_definition_is_told_to_the_end_of_its_sentence(published: Catalogue) -> None:
    report = published.latest
    row = next(row for row in report.observations if row.value and not figure_meaning(report, row, published))
    told = replace(row.indicator, definition="Dòng này kết thúc cùng cấp huyện; không có dòng thay thế. Xem thêm.")
    assert figure_meaning(report, replace(row, indicator=told), published) == (
        "Dòng này kết thúc cùng cấp huyện; không có dòng thay thế."
    )


def test_a_query_is_told_nowhere(published: Catalogue, pages: dict[str, lxml.html.HtmlElement]) -> None:
    """Whether it holds or fails: no page and no file names it, and a rate that it doubts says no two numbers."""
    report = published.latest
    queries = {result.relation.id for result in report.check_results if not result.hard}
    assert len(report.open_queries) == 2
    anchors = {addresses.check_anchor(id) for id in queries}
    shown = {element.get("id") for page in pages.values() for element in page.xpath("//*[@id]")}
    assert not anchors & shown
    told = [relation["id"] for relation in json.loads(report_json(report, published))["relations"]]
    assert told == [result.relation.id for result in report.hard_checks]
    assert phrases.rate_text(report, published.indicators["tthc-quy-trinh-noi-bo-ty-le"]) is None


def test_a_sum_that_does_not_hold_explains_nothing(published: Catalogue) -> None:
    report, row = published.latest, published.indicators["tthc-hieu-luc"]
    assert parts_text(report, row, published)
    broken = tuple(replace(result, outcome=Outcome.FAILS) for result in report.check_results)
    assert parts_text(replace(report, check_results=broken), row, published) == ""


@pytest.fixture(scope="module")
def invented(demo_project: Path) -> Catalogue:
    """The demo, in whose story indicators end, with and without others in their place."""
    return load_catalogue(demo_project)


def test_an_indicator_that_has_ended_says_so_where_its_last_figure_stands(invented: Catalogue) -> None:
    """Only from the definitions: until when, and what stands in its place."""
    pages = {page.address: page for page in whole_pages(Renderer(invented))}
    shown = {}
    for row in invented.indicators.values():
        if row.kind is not kinds.HEADING:
            told = lxml.html.fromstring(pages[addresses.indicator(row)].html).xpath("//*[@class='headline__ended']")
            shown[row.id] = " ".join(told[0].text_content().split()) if told else ""
    over = {row.id: row for row in invented.indicators.values() if row.id in shown and row.last_period is not None}
    assert {id for id, words in shown.items() if words} == set(over)
    for id, row in over.items():
        assert row.last_period is not None
        names = [invented.names[series_key(other)] for other in row.successors]
        instead = f", thay bằng {', '.join(names[:-1])}{' và ' if names[1:] else ''}{names[-1]}" if names else ""
        last = phrases.inside(row.last_period.label)
        assert shown[id] == f"Không còn báo cáo sau {last}{instead}. Đây là số liệu cuối cùng."
    assert {bool(row.successors) for row in over.values()} == {True, False}


def index_rows(made: Catalogue) -> tuple[str, dict[str, lxml.html.HtmlElement]]:
    """What the list of all indicators says first, and its row of each indicator by its address below the list."""
    page = next(page for page in whole_pages(Renderer(made)) if page.address == addresses.INDICATORS)
    root = lxml.html.fromstring(page.html)
    rows = root.xpath("//li[contains(@class, 'index__row')][a]")
    return " ".join(root.xpath("string(.//p)").split()), {
        row.xpath("string(a/@href)").removeprefix("../chi-tieu/"): row for row in rows
    }


def test_the_list_of_indicators_does_not_hide_a_doubt_nor_that_its_report_is_a_draft(published: Catalogue) -> None:
    told, rows = index_rows(published)
    report = published.latest
    assert told == "Số liệu bên cạnh mỗi chỉ tiêu là của Báo cáo 6 tháng đầu năm 2022 Dự thảo / chưa cấp số"
    for observation in report.observations:
        row = observation.indicator
        if row.kind is not kinds.HEADING:
            known = doubt(report, row)
            (figure,) = rows[f"{row.id}/"].xpath("*[contains(@class, 'index__figure')]")
            said = phrases.opening(SHORT_DOUBTS[known.grounds]) if known else ""
            assert figure.text_content() == f"{phrases.figure_text(observation)}{' ' if said else ''}{said}"
            links = figure.xpath("a/@href")
            assert list(links) == ([f"../{known.address}"] if known else [])
    assert {doubt(report, row.indicator) is None for row in report.observations} == {True, False}


def test_the_list_of_indicators_says_why_one_has_no_figure(invented: Catalogue) -> None:
    _, rows = index_rows(invented)
    empty = {id for id in invented.indicators if f"{id}/" in rows and series_key(id) not in invented.latest.by_key}
    said = {id: rows[f"{id}/"].xpath("string(*[contains(@class, 'index__figure')])") for id in empty}
    assert said == {id: phrases.inside(ended(invented.indicators[id], invented)) for id in empty}
    assert "không còn báo cáo sau năm 2031" in said.values()
    gone = replace(invented, reports=(replace(invented.latest, observations=()), *invented.reports[1:]))
    words = {row.xpath("string(*[contains(@class, 'index__figure')])") for row in index_rows(gone)[1].values()}
    assert words == {"không có trong báo cáo này", *said.values()}


def test_figures_beside_an_old_one_tell_their_period_and_the_chart_its_kind(invented: Catalogue) -> None:
    for page in whole_pages(Renderer(invented)):
        row = invented.indicators.get(page.address.removeprefix("chi-tieu/").rstrip("/"))
        if row is None or page.address != addresses.indicator(row) or page.redirect:
            continue
        root = lxml.html.fromstring(page.html)
        newest = next(report for report in invented.reports if row.key in report.by_key)
        for figure in root.xpath("//span[@class='neighbours__figure']"):
            told = f" ({phrases.inside(newest.period.label)})" if newest is not invented.latest else None
            assert (figure.tail or "").rstrip() == (told or ""), page.address
        drawn = root.xpath("string(//figure[contains(@class, 'chart--series')]//figcaption)")
        named = BY_PERIOD[newest.period.kind]
        assert not drawn or named in drawn.split(".")[0] or f"Số liệu {named} chưa đủ hai kỳ" in root.text_content()
