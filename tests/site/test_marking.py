"""On every built page short forms of a report open in its words and in no others; foreign words have their language."""

from pathlib import Path

import pytest
from lxml.html import HtmlElement

from macros.loading.assembly import load_catalogue
from macros.record import Catalogue
from tests.site.running_text import closed_short_forms, foreign_words

ROOT = Path(__file__).parent.parent.parent
# Where a reader meets the names of indicators.
LABELS = (
    "//tr[@data-indicator]/th | //*[@class='tile__label'] | //*[contains(@class,'annex__title')]"
    " | //ol[@class='largest']/li/a | //ul[contains(@class,'index') or contains(@class,'neighbours')]/li/a"
    " | //td[contains(@class,'annex__note')] | //td[@class='annex__unit']"
)


HEADED_BY_REPORT = ("chi-tieu/", "nhom/", "bao-cao/2022-s1/index")
# What of a page that we wrote is a report's: names of rows, how reports print units.
QUOTED = ("tile__label", "sections__label", "plain", "row__title", "annex__note", "annex__unit")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(ROOT)


def test_foreign_words_have_their_language_on_every_page(pages: dict[str, HtmlElement], catalogue: Catalogue) -> None:
    found, wrong = set(), []
    for path, root in pages.items():
        for name, has_language, text in foreign_words(root.find("body"), catalogue):
            found.add(name)
            if not has_language:
                wrong.append((path, text))
    assert wrong == []
    assert set(catalogue.foreign_words) <= found, "a listed word that no page shows"


def test_a_short_form_in_a_label_can_be_opened(pages: dict[str, HtmlElement], catalogue: Catalogue) -> None:
    labels = [(path, label) for path, root in pages.items() for label in root.xpath(LABELS)]
    labels += [(path, root.find(".//h1")) for path, root in pages.items() if path.startswith(HEADED_BY_REPORT)]
    assert len(labels) > len(pages)
    assert [(path, text) for path, label in labels for text in closed_short_forms(label, catalogue)] == []


def is_name_of_row(element: HtmlElement) -> bool:
    return "chi-tieu/" in element.get("href", "") or bool(set(element.get("class", "").split()) & set(QUOTED))


def test_a_page_of_ours_has_short_forms_in_the_words_of_a_report_alone(pages: dict[str, HtmlElement]) -> None:
    """“TP Cần Thơ” is no “trưởng phòng”."""
    ours = {
        path: root
        for path, root in pages.items()
        if not path.startswith(("bao-cao/2", "chi-tieu/", "nhom/", "van-ban/"))
    }
    assert {"index.html", "gioi-thieu/index.html", "tiep-can/index.html", "huong-dan/index.html"} <= set(ours)
    wrong = [
        (path, short.text)
        for path, root in ours.items()
        for short in root.xpath("//article//abbr[not(parent::button)]")
        if not any(is_name_of_row(above) for above in short.iterancestors())
    ]
    assert wrong == []


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


def test_the_annex_has_a_line_of_its_short_forms_and_statuses_in_each_section(report_page: HtmlElement) -> None:
    folds = report_page.xpath("//details[contains(concat(' ', @class, ' '), ' annex ')]")
    assert len(folds) == 7
    for fold in folds:
        rows = fold.xpath(".//tr[@data-indicator]/th | .//td[contains(@class,'annex__note')]")
        forms = [form.text for row in rows for form in row.iter("abbr")]
        blanks = fold.xpath(".//td[contains(@class,'annex__value')]/button/@popovertarget")
        line = fold.xpath("*[contains(@class,'short-forms')]//button")
        assert {button.text_content() for button in line if "-vt-" in button.get("popovertarget")} == set(forms)
        assert {id for button in line if "-tt-" in (id := button.get("popovertarget"))} == set(blanks)
        assert len(line) == len({*forms, *blanks})
        assert len(line) > 4 or not fold.xpath("details[contains(@class,'short-forms')]"), "few are not worth a fold"
        # A key goes past each once, and follows the links of the rows as before.
        assert fold.xpath(".//tr[@data-indicator]/th//button") == []


def test_a_row_is_named_by_its_label_as_printed(report_page: HtmlElement, catalogue: Catalogue) -> None:
    rows = report_page.xpath("//tr[@data-indicator]")
    assert len(rows) == 185
    for row in rows:
        indicator = catalogue.indicators[row.get("data-indicator")]
        assert row.xpath("th//*[contains(@class,'row__title')]")[0].text_content() == indicator.label
