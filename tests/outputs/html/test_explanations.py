"""Every status and tag opens its meaning, on every page that shows one."""

from pathlib import Path

import pytest
from lxml.html import HtmlElement, fromstring

from macros.addresses import abbreviation_anchor
from macros.faces.derived import Derived
from macros.faces.report_list_face import report_list_face
from macros.faces.report_summary_face import report_summary_face
from macros.loading.assembly import load_catalogue
from macros.outputs.html.explanations import explanations
from macros.outputs.html.gathered import Opened, gathering
from macros.outputs.html.renderer import Renderer
from macros.record import Catalogue
from macros.wording import comparison, figures, relations, reports
from tests.whole_pages import whole_pages

EXPLAINED = {
    label
    for labels, meanings in (
        (reports.STATUS_LABELS, reports.STATUS_MEANINGS),
        (relations.OUTCOME_LABELS, relations.OUTCOME_MEANINGS),
        (comparison.KIND_LABELS, comparison.KIND_MEANINGS),
    )
    for term, label in labels.items()  # type: ignore[attr-defined]
    if term in meanings
}


# The HTML of a page, and what its words open as they were put in.
Made = tuple[str, Opened]


def gathered(renderer: Renderer, template: str, face: object) -> Made:
    with gathering() as told:
        html = renderer.html(template, "", face=face)
    return html, told.opened


@pytest.fixture(scope="module")
def invented(demo_project: Path) -> Catalogue:
    return load_catalogue(demo_project)


@pytest.fixture(scope="module")
def made(invented: Catalogue) -> dict[str, Made]:
    return {page.address: (page.html, page.opened) for page in whole_pages(Renderer(invented))}


@pytest.mark.parametrize("page", ["indicator", "quality", "comparison", "home"])
def test_every_tag_of_a_page_opens_its_meaning(invented: Catalogue, made: dict[str, Made], page: str) -> None:
    renderer, report = Renderer(invented), invented.latest
    chosen = {
        "indicator": [one for address, one in made.items() if address.startswith("chi-tieu/")],
        "quality": [made[f"bao-cao/{r.period.slug}/chat-luong/"] for r in invented.reports],
        "comparison": [made[f"bao-cao/{r.period.slug}/so-sanh/"] for r in invented.reports],
        "home": [
            gathered(renderer, "report_summary", report_summary_face(report, invented)),
            gathered(renderer, "report_list", report_list_face(Derived(invented))),
        ],
    }[page]
    told = set()
    for html, opened in chosen:
        root: HtmlElement = fromstring(f"<div>{html}</div>")
        entries = {id: title for id, title, _, _ in explanations(opened, invented)}
        buttons = root.xpath("//button[@popovertarget]")
        marked = {f"giai-nghia-{abbreviation_anchor(form.text)}" for form in root.iter("abbr")}
        wanted = {button.get("popovertarget") for button in buttons} | marked
        assert wanted == set(entries), "each asked for has one meaning"
        buttons_in_order = dict.fromkeys(button.get("popovertarget") for button in buttons)
        assert tuple(buttons_in_order) == tuple(f"giai-nghia-{name}" for name in opened.buttons)
        assert opened.short_forms == tuple(dict.fromkeys(f.text for f in root.xpath("//abbr[not(ancestor::button)]")))
        explained = {" ".join(button.text_content().split()).lower() for button in buttons}
        tags = root.xpath("//*[contains(@class, 'change__kind')]|//span[starts-with(@class, 'tag tag--')]")
        shown = {" ".join(tag.text_content().split()).strip("▲▼✎ ") for tag in tags} & EXPLAINED
        assert {words.lower() for words in shown} <= explained
        # The headings of the quality page open theirs themselves.
        told |= shown | (set(entries.values()) & EXPLAINED)
    assert told


def test_every_status_in_the_series_of_an_indicator_opens_its_meaning(made: dict[str, Made]) -> None:
    seen = 0
    for address, (html, _) in made.items():
        if address.startswith("chi-tieu/") and "plain--series" in html:
            for cell in fromstring(html).xpath("//table[contains(@class, 'plain--series')]/tbody/tr/td[last() - 1]"):
                plain = cell.text_content().strip() == figures.STATUS_LABELS["reported"]  # type: ignore[index]
                assert plain or cell.xpath("button[starts-with(@popovertarget, 'giai-nghia-tt-')]"), address
                seen += not plain
    assert seen
