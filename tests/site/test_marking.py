"""On every built page short forms open where they stand, and foreign words have their language."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from macros.catalogue import load_catalogue
from macros.model import Catalogue
from macros.views.marking import OUR_WORDS

ROOT = Path(__file__).parent.parent.parent
# No running text: code as it is typed, drawings, what a browser shows as plain text.
NOT_TEXT = {"code", "pre", "script", "style", "svg", "option", "title", "textarea"}
# Where a reader meets the names of indicators.
LABELS = (
    "//tr[@data-indicator]/th | //h1 | //h2 | //h3 | //*[@class='tile__label'] | //caption"
    " | //ol[@class='largest']/li/a | //ul[contains(@class,'index') or contains(@class,'neighbours')]/li/a"
    " | //*[contains(@class,'remark__text')]"
    " | //*[contains(@class,'finding__sentence')] | //td[contains(@class,'annex__note')]"
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(ROOT)


def texts(root: HtmlElement, *beside: str) -> Iterator[tuple[HtmlElement, str]]:
    """Every piece of text below an element with the element that it stands in."""
    for part in root.iter():
        if not isinstance(part.tag, str):
            continue
        within = {part.tag, *(above.tag for above in part.iterancestors())}
        if not within & {*NOT_TEXT, *beside}:
            yield part, part.text or ""
        outer = part.getparent()
        if outer is not None and not (within - {part.tag}) & {*NOT_TEXT, *beside}:
            yield outer, part.tail or ""


def language(part: HtmlElement) -> str:
    """The language that a screen reader reads an element in."""
    return next(above.get("lang") for above in (part, *part.iterancestors()) if above.get("lang"))


def test_foreign_words_have_their_language_on_every_page(pages: dict[str, HtmlElement], catalogue: Catalogue) -> None:
    listed = OUR_WORDS | dict(catalogue.foreign_words)
    word = re.compile(rf"(?<![\w/.@-])(?:{'|'.join(map(re.escape, listed))})(?![\w/@-]|\.\w)", re.IGNORECASE)
    cased = {each for each in listed if each != each.lower()}
    found, wrong = set(), []
    for path, root in pages.items():
        for part, text in texts(root.find("body")):
            for match in word.finditer(text):
                name = match[0] if match[0] in cased else match[0].lower()
                if name in listed:
                    found.add(name)
                    if language(part) != listed[name]:
                        wrong.append((path, text.strip()))
    assert wrong == []
    assert set(catalogue.foreign_words) <= found, "a listed word that no page shows"


def test_a_short_form_in_a_label_can_be_opened(pages: dict[str, HtmlElement], catalogue: Catalogue) -> None:
    known = [entry.short for entry in catalogue.abbreviations.values() if entry.expansion]
    word = re.compile(rf"(?<![\w/-])(?:{'|'.join(map(re.escape, known))})(?![\w/]|-\w)")
    closed = []
    for path, root in pages.items():
        for label in root.xpath(LABELS):
            closed += [
                (path, text)
                for _, text in texts(label, "abbr", "button")
                # In the number of a document letters are no short form of a word.
                if word.search(re.sub(r"\S*\d\S*/\S+", "", text))
            ]
    assert closed == []


def test_a_short_form_has_one_meaning_and_a_button_on_its_page(
    pages: dict[str, HtmlElement], catalogue: Catalogue
) -> None:
    """One explanation for each, however often it stands there, and a way to it without a script or a pointer."""
    marked = 0
    for path, root in pages.items():
        meanings = {words.findtext("p/strong"): words for words in root.xpath("//*[@class='explain__words']")}
        assert len(meanings) == len(root.xpath("//*[@class='explain__words']")), path
        opened = set(root.xpath("//button/@popovertarget"))
        for short in {form.text for form in root.iter("abbr")}:
            marked += 1
            assert meanings[short].xpath("p")[1].text == catalogue.abbreviations[short].expansion, (path, short)
            assert meanings[short].get("id") in opened, (path, short)
        assert root.xpath("//a//button | //button//a | //abbr//abbr | //a//a") == [], path
    assert marked > len(pages)


def test_the_annex_has_a_line_of_its_short_forms_in_each_section(
    report_page: HtmlElement, catalogue: Catalogue
) -> None:
    for fold in report_page.xpath("//details[contains(@class,'annex')]"):
        rows = fold.xpath(".//tr[@data-indicator]/th | .//td[contains(@class,'annex__note')]")
        needed = {form.text for row in rows for form in row.iter("abbr")}
        assert {button.text_content() for button in fold.xpath("p[contains(@class,'short-forms')]/button")} == needed
        # A key goes past each once, and follows the links of the rows as before.
        assert fold.xpath(".//tr[@data-indicator]/th//button") == []


def test_a_row_is_named_by_its_label_as_printed(report_page: HtmlElement, catalogue: Catalogue) -> None:
    for row in report_page.xpath("//tr[@data-indicator]"):
        indicator = catalogue.indicators[row.get("data-indicator")]
        assert row.xpath("th//*[contains(@class,'row__title')]")[0].text_content() == indicator.label
