"""Every document, day and figure of the first report is found in every form in which people write it."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from macros import addresses, vietnamese
from macros.faces import phrases
from macros.record import Catalogue, Document, series_key
from tests.outputs.search.engine import SearchEngine
from tests.outputs.search.searching import BEST, ask_all


@pytest.fixture(scope="module")
def catalogue(first_catalogue: Catalogue) -> Catalogue:
    return first_catalogue


def number_forms(kind: str, number: str) -> Iterator[str]:
    """A document's number, whole, in part, glued to its symbol, with its kind: QĐ3826, quyết định 3826."""
    digits, _, symbol = number.partition("/")
    short = re.split("[/-]", symbol)[-2 if symbol[:4].isdigit() else 0]
    yield from (
        number,
        number.lower(),
        f"số {number}",
        f"{kind} số {number}",
        number.replace("/", " ").replace("-", " "),
    )
    yield from (
        f"{short} {digits}",
        f"{short}{digits}",
        f"{short.lower()}{digits}",
        f"{digits}{short}",
        f"{digits} {short}",
    )
    yield from (
        f"{kind} {digits}",
        f"{kind} số {digits}",
        f"văn bản {digits}",
        f"văn bản số {number}",
        f"VB {digits}",
        f"VB{digits}",
    )
    yield re.sub(r"[^\w]", "", number) if not symbol[:4].isdigit() else number


def numbered(catalogue: Catalogue) -> dict[str, Document]:
    """Each form of each number, and the document that has it; forms that two documents share are left out."""
    forms: dict[str, list[Document]] = {}
    for document in catalogue.documents.values():
        match = re.match(r"(.+?) số (\S+)", phrases.document_title(document))
        for form in {*number_forms(*match.groups())} if match else ():
            for typed in {form, vietnamese.fold(form)}:
                forms.setdefault(typed, []).append(document)
    return {form: documents[0] for form, documents in forms.items() if len(documents) == 1}


def test_documents_are_found_by_every_form_of_their_numbers(engine: SearchEngine, catalogue: Catalogue) -> None:
    forms = numbered(catalogue)
    assert len(forms) > 300
    answers = ask_all(engine, forms)
    wrong = {
        form: answers[form].links[:2]
        for form, document in forms.items()
        if not stands_first(document, answers[form].links)
    }
    assert wrong == {}


def stands_first(document: Document, links: list[str]) -> bool:
    """Whether the document is the first of those found: nothing but another document may stand before it."""
    return addresses.document(document) in [link for link in links[:BEST] if link.startswith("van-ban/")][:3]


def day_forms(day: date) -> Iterator[str]:
    """A day as people write it."""
    d, m, y = day.day, day.month, day.year
    for mark in "/-.":
        yield from (f"{d}{mark}{m}{mark}{y}", f"{d:02}{mark}{m:02}{mark}{y}", f"{y}{mark}{m:02}{mark}{d:02}")
    yield from (
        f"{d}/{m}/{y % 100:02}",
        f"{d:02}/{m:02}/{y % 100:02}",
        f"{d}-{m}-{y % 100:02}",
        f"{d:02}{m:02}{y}",
        f"{y}{m:02}{d:02}",
    )
    yield from (
        f"ngày {d} tháng {m} năm {y}",
        f"{d} tháng {m} {y}",
        f"{d} tháng {m}, {y}",
        f"{d} tháng {m}/{y}",
        f"{d:02} tháng {m:02} năm {y}",
    )
    yield from (f"{d}/{m}", f"{d} tháng {m}", f"ngày {d}/{m}", f"ngày {d} tháng {m}")


def month_forms(day: date) -> Iterator[str]:
    m, y = day.month, day.year
    yield from (
        f"tháng {m}/{y}",
        f"tháng {m:02}/{y}",
        f"tháng {m} năm {y}",
        f"tháng {m} {y}",
        f"{m}/{y}",
        f"{m:02}-{y}",
    )
    yield from (f"văn bản tháng {m}/{y}", f"văn bản tháng {m} năm {y}", f"tháng {m}")


def test_documents_are_found_by_every_form_of_their_days_and_months(engine: SearchEngine, catalogue: Catalogue) -> None:
    dated = [(document, document.date) for document in catalogue.documents.values() if document.date]
    wanted: dict[str, list[str]] = {}
    for document, day in dated:
        for form in (*day_forms(day), *month_forms(day)):
            for typed in {form, vietnamese.fold(form)}:
                wanted.setdefault(typed, []).append(addresses.document(document))
    answers = ask_all(engine, wanted)
    assert {form: places for form, places in wanted.items() if not set(places) <= set(answers[form].links)} == {}
    # A day is none of another month or year, and a period nobody reports on is not said to be missing.
    assert {form: answer.missing for form, answer in answers.items() if answer.missing} == {}
    first = {form: answers[form].links[0] for form in wanted if not answers[form].links[0].startswith("van-ban/")}
    assert first == {}


def figures(catalogue: Catalogue) -> dict[str, str]:
    """Each figure with its unit that one row alone has, as the result prints it, and the row's address."""
    shown = {
        row.indicator.id: phrases.figure_text(row).replace("\xa0", " ")
        for row in catalogue.latest.observations
        if isinstance(row.value, Decimal)
    }
    count = Counter(shown.values())
    return {text: id for id, text in shown.items() if count[text] == 1}


def test_figures_are_found_as_they_are_printed_with_their_units(engine: SearchEngine, catalogue: Catalogue) -> None:
    forms: dict[str, str] = {}
    for text, id in figures(catalogue).items():
        for form in (text, vietnamese.fold(text), text.replace("%", "phần trăm"), text.replace(" %", "%")):
            forms[form] = id
    assert len(forms) > 20
    answers = ask_all(engine, forms)
    assert {
        form: answers[form].links[:3]
        for form, id in forms.items()
        if f"dong-{id}" not in "".join(answers[form].links[:1]).split("#")
    } == {}


def test_figures_are_found_beside_the_names_of_their_rows(engine: SearchEngine, catalogue: Catalogue) -> None:
    forms = {}
    for text, id in figures(catalogue).items():
        number = text.split()[0]
        name = " ".join(catalogue.names[series_key(id)].split()[:4])
        forms |= dict.fromkeys((f"{name} {number}", f"{number} {name}", vietnamese.fold(f"{name} {number}")), id)
    answers = ask_all(engine, forms)
    assert {
        form: answers[form].links[:3]
        for form, id in forms.items()
        if not any(link.endswith(f"#dong-{id}") for link in answers[form].links[:BEST])
    } == {}
