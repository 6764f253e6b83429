"""What scripts write opens its short forms and names its languages: search results, and a chosen comparison."""

from collections.abc import Iterator
from urllib.parse import quote_plus

import lxml.etree
import lxml.html
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.loading.assembly import load_catalogue
from macros.record import Catalogue
from tests.conftest import ROOT
from tests.outputs.search.searching import ask, ask_next, queries
from tests.site.running_text import closed_short_forms, foreign_words

pytestmark = pytest.mark.browser

CHOSEN, READY_MADE = "so-sanh/?truoc=2031-S1&sau=2032-S1", "bao-cao/2032-s1/so-sanh/"


@pytest.fixture
def catalogue() -> Catalogue:
    return load_catalogue(ROOT)


@pytest.fixture(scope="module")
def server(first_server: str) -> str:
    """Here the site of the first report alone, whose words are quoted."""
    return first_server


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    yield page
    page.close()


def shown(part: Locator) -> lxml.html.HtmlElement:
    """A part of the page as it stands, but for the marks of what a query found, which cut words in pieces."""
    root = lxml.html.fromstring(part.evaluate("part => part.outerHTML"))
    lxml.etree.strip_tags(root, "mark")
    return root


def test_results_name_their_languages_and_open_their_short_forms(page: Page, server: str, catalogue: Catalogue) -> None:
    asked = ["website", "zalo", "iso", "email", *(row.query for row in queries()[::9])]
    foreign, wrong, opened = 0, [], 0
    ask(page, server, "ho so")
    for query in asked:
        ask_next(page, server, query)
        results = shown(page.locator("[data-search-results]"))
        for _, has_language, text in foreign_words(results, catalogue):
            foreign += 1
            wrong += [] if has_language else [(query, text)]
        for result in results.xpath("//li[contains(@class,'result')][not(contains(@class,'result--abbreviation'))]"):
            wrong += [(query, text) for text in closed_short_forms(result, catalogue)]
        forms = list(dict.fromkeys(form.text_content() for form in results.xpath("//li//abbr")))
        opened += len(forms)
        buttons = results.xpath("//*[contains(@class,'short-forms')]//button")
        assert [button.text_content() for button in buttons] == forms
        for form in forms:
            assert catalogue.abbreviations[form].expansion in meaning(page, form), query
    assert wrong == []
    assert foreign > 1
    assert opened > len(asked) / 2


def meaning(page: Page, form: str) -> str:
    """What the page says below itself of a short form, which it must say once."""
    words = page.locator(".explain__words[popover]", has=page.locator(f"strong:text-is('{form}')"))
    assert words.count() == 1
    return words.text_content()


def test_a_short_form_opens_in_a_result_by_touch_and_its_line_by_key(page: Page, server: str) -> None:
    ask(page, server, "ho so tthc")
    words = page.locator(".explain__words:popover-open")
    page.locator(".result__title abbr", has_text="TTHC").first.click()
    expect(words).to_contain_text("thủ tục hành chính")
    page.keyboard.press("Escape")
    expect(words).to_have_count(0)
    # Beside it the link of the result is followed.
    page.locator(".short-forms--search").get_by_role("button", name="TTHC").focus()
    page.keyboard.press("Enter")
    expect(words).to_contain_text("thủ tục hành chính")
    page.keyboard.press("Escape")
    page.locator(".result__title").first.click(position={"x": 4, "y": 8})
    expect(page).not_to_have_url(f"{server}tim-kiem/?q=ho+so+tthc")


def test_the_list_of_the_header_has_a_line_of_its_short_forms(page: Page, server: str, catalogue: Catalogue) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{server}van-ban/")
    field = page.locator("header").get_by_role("combobox")
    panel = page.locator(".search__panel")
    field.fill("website")
    expect(panel.locator(".search__notes")).to_contain_text("“website”")
    # One press chooses an option, on whichever of its words; its languages are named all the same.
    assert panel.locator("[role=option] abbr").count() == 0
    assert all(marked for _, marked, _ in foreign_words(shown(panel.get_by_role("listbox")), catalogue))
    assert panel.locator("[role=option] [lang=en]").count() > 0
    button = panel.locator(".short-forms").get_by_role("button", name="CCHC")
    page.keyboard.press("Tab")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    words = page.locator(".explain__words:popover-open")
    expect(words).to_contain_text("cải cách hành chính")
    # Escape closes the meaning, then the list.
    page.keyboard.press("Escape")
    expect(words).to_have_count(0)
    expect(panel).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(field).to_have_value("website")


def test_a_chosen_comparison_is_marked_as_the_ready_made_one(page: Page, demo_server: str) -> None:
    def marks(address: str, inside: str) -> list[list[list[str]]]:
        page.goto(f"{demo_server}{address}")
        table = page.locator(inside).first
        expect(table).to_be_attached()
        rows = "table => [...table.rows].slice(1).map(row => [row.dataset.indicator,"
        rows += " ...[...row.querySelectorAll('abbr, [lang]')].map(mark => mark.outerHTML)])"
        return [table.evaluate(rows), lines(page)]

    chosen = marks(CHOSEN, "#ket-qua table")
    assert chosen == marks(READY_MADE, "table:has(tr[data-change])")
    assert any("<abbr>" in mark for row in chosen[0] for mark in row[1:])
    assert len(chosen[1]) > 0


def lines(page: Page) -> list[str]:
    """What the first line of short forms above a table opens: each button with its meaning as it is shown."""
    said = []
    line = page.locator(".short-forms--table").first
    if line.locator("summary").count():
        line.locator("summary").press("Enter")
    for button in line.get_by_role("button").all():
        button.press("Enter")
        said.append(" ".join(page.locator(".explain__words:popover-open").inner_text().split()))
        page.keyboard.press("Escape")
    return said


@pytest.mark.parametrize("query", ["<b>TTHC</b>", "TTHC\"'><script>", "website.vn/TTHC"])
def test_what_was_typed_stays_text(page: Page, server: str, query: str) -> None:
    page.goto(f"{server}tim-kiem/?q={quote_plus(query)}")
    expect(page.locator("[data-search-state=done]")).to_be_attached()
    expect(page.locator("[data-search-status]")).to_contain_text(query)
    assert page.locator("[data-search-results] :is(b, script)").count() == 0
