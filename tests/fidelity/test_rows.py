"""All rows of the annex as published are the rows that the source prints: on pages, in JSON and in CSV, both ways."""

import csv
import hashlib
import io
import re
from pathlib import Path
from typing import Any

import pytest
from lxml.html import HtmlElement

from tests.fidelity.published_report import ShownRow, shown_rows
from tests.fidelity.source_report import SOURCE, Row, fold, read_source

REPORT = read_source()
ROWS = REPORT.rows

FIELDS = {
    "id", "section", "parent", "printed_number", "label", "unit", "kind", "value", "code_label", "status",
    "status_label", "note", "text", "url",
}  # fmt: skip
QUANTITIES = {"count", "number", "text"}
# SDMX CL_OBS_STATUS: letters that say why there is no value.
MISSING = {"H", "L", "M", "O", "Q"}
SPELLINGS = {"Có = 1 Không = 0", "Không = 0; Có = 1", "Có = 1; Không = 0", "Có = 1;Không = 0"}


@pytest.fixture(scope="module")
def shown(report_page: HtmlElement) -> list[ShownRow]:
    """The rows on the report's page."""
    return shown_rows(report_page)


@pytest.fixture(scope="module")
def records(report_json: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows in the report's JSON."""
    return report_json["observations"]


@pytest.fixture(scope="module")
def table(first_site: Path) -> list[dict[str, str]]:
    """The rows in the report's CSV."""
    text = (first_site / "api/v1/reports/2022-S1.csv").read_bytes().decode("utf-8")
    assert text.startswith("\ufeff"), "without a byte-order mark Excel does not read UTF-8"
    rows = csv.DictReader(io.StringIO(text[1:], newline=""))
    # The mark before a dash is for spreadsheets, which would run the cell.
    return [{key: cell.removeprefix("'") for key, cell in row.items()} for row in rows]


# ---- what the source says should be published -------------------------------------------------------------------


def machine_value(row: Row) -> str | None:
    """The value for machines: a decimal point for the comma, every published digit, null for a blank cell."""
    return row.value.replace(",", ".") or None


def answer(row: Row) -> str | None:
    """The word that the printed list of answers gives for the value; null where the value is no answer."""
    return row.codes[row.value] if row.codes and row.value else None


def cell_words(row: Row) -> str | None:
    """What the value cell shows: the printed figure, an answer with its code, nothing for a heading; None if blank."""
    if row.is_heading:
        return ""
    if not row.value:
        return None
    return f"{answer(row)} ({row.value})" if row.codes else row.value


def kinds(row: Row) -> set[str]:
    """The kinds that the printed row allows."""
    if row.is_heading:
        return {"heading"}
    if row.codes:
        return {"coded"}
    return {"percent"} if row.unit == "%" else QUANTITIES


def is_in_words(text: str) -> bool:
    """Whether the text begins as words do and nowhere says 0, but that a row above prints it."""
    own = text.removesuffix("; dòng tổng ghi 0")
    return own[:1].isalpha() and re.search(r"(?<!\d)0(?!\d)", own) is None


# ---- the report page -------------------------------------------------------------------------------------------


def test_page_shows_every_row_as_printed_and_no_other(shown: list[ShownRow]) -> None:
    assert [(row.number, row.label, row.unit, row.note) for row in shown] == [
        (row.number, fold(row.label), fold(row.unit), fold(row.note)) for row in ROWS
    ]


def test_page_shows_every_printed_value_and_nothing_on_a_heading(shown: list[ShownRow]) -> None:
    blank = [cell_words(row) is None for row in ROWS]
    assert [None if is_blank else row.value for row, is_blank in zip(shown, blank, strict=True)] == [
        cell_words(row) for row in ROWS
    ]


def test_page_says_in_words_that_a_cell_is_blank(shown: list[ShownRow]) -> None:
    blank = [row.value for row, source in zip(shown, ROWS, strict=True) if cell_words(source) is None]
    assert [text for text in blank if not is_in_words(text)] == []


def test_group_pages_together_show_the_rows_of_the_report_page(
    first_pages: dict[str, HtmlElement], shown: list[ShownRow], records: list[dict[str, Any]]
) -> None:
    groups = [first_pages[f"{record['url']}index.html"] for record in records if record["parent"] is None]
    assert [row for page in groups for row in shown_rows(page)] == shown


def test_label_that_prints_a_link_links_there(report_page: HtmlElement) -> None:
    rows = report_page.xpath("//tr[@data-indicator]")
    links = [row.xpath("(td|th)[2]//a[starts-with(@href, 'http')]/@href") for row in rows]
    assert links == [[row.link] if row.link else [] for row in ROWS]


def test_address_of_every_row_shows_the_row_as_printed(
    first_pages: dict[str, HtmlElement], records: list[dict[str, Any]]
) -> None:
    missing = []
    for row, record in zip(ROWS, records, strict=True):
        path, _, anchor = record["url"].partition("#")
        page = first_pages[f"{path}index.html"]
        text = fold((page.get_element_by_id(anchor) if anchor else page.find(".//article")).text_content())
        expected = [row.label, row.unit, row.note, record["text"]]
        missing += [(record["url"], words) for words in expected if fold(words) not in text]
    assert missing == []


# ---- the files for machines ------------------------------------------------------------------------------------


def test_json_says_what_the_head_of_the_source_says(report_json: dict[str, Any]) -> None:
    head = {name: report_json[name] for name in ("period", "number", "date", "agency", "source")}
    assert head == {
        "period": "2022-S1",
        "number": None,  # "Số: /BC-BQL"
        "date": None,  # "ngày tháng năm 2022"
        "agency": "Ban Quản lý các khu công nghiệp tỉnh Sóc Trăng",
        "source": {"file": SOURCE.name, "sha256": hashlib.sha256(SOURCE.read_bytes()).hexdigest()},
    }
    assert REPORT.annex_head[1].endswith(f"của {head['agency']})")
    assert report_json["status"] == "draft"
    assert report_json["status_label"] == "Dự thảo / chưa cấp số"


def test_json_has_every_row_as_printed_and_no_other(records: list[dict[str, Any]]) -> None:
    names = ("section", "printed_number", "label", "unit", "value", "code_label", "note")
    assert [tuple(record[name] for name in names) for record in records] == [
        (
            row.section,
            row.number or None,
            row.label,
            row.unit or None,
            machine_value(row),
            answer(row),
            row.note or None,
        )
        for row in ROWS
    ]


def test_json_rows_have_the_fields_of_the_contract(records: list[dict[str, Any]]) -> None:
    assert [FIELDS - record.keys() for record in records] == [set()] * len(ROWS)


def test_json_ids_are_unique_words(records: list[dict[str, Any]]) -> None:
    ids = [record["id"] for record in records]
    assert len(set(ids)) == len(ids)
    assert [id for id in ids if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", id)] == []


def test_json_parents_are_the_rows_that_the_printed_hierarchy_gives(records: list[dict[str, Any]]) -> None:
    positions = {record["id"]: position for position, record in enumerate(records)}
    parents = [positions[record["parent"]] if record["parent"] else None for record in records]
    assert parents == [row.parent for row in ROWS]


def test_json_kind_is_one_that_the_printed_row_allows(records: list[dict[str, Any]]) -> None:
    wrong = [(r["id"], r["kind"]) for r, source in zip(records, ROWS, strict=True) if r["kind"] not in kinds(source)]
    assert wrong == []


def test_json_status_tells_reported_blank_and_heading_apart(records: list[dict[str, Any]]) -> None:
    def expected(row: Row) -> set[str | None]:
        if row.is_heading:
            return {None}
        return {"A"} if row.value else MISSING

    wrong = [(r["id"], r["status"]) for r, row in zip(records, ROWS, strict=True) if r["status"] not in expected(row)]
    assert wrong == []
    assert [r["id"] for r in records if (r["status"] is None) != (r["status_label"] is None)] == []


def test_json_text_is_what_the_page_shows(records: list[dict[str, Any]], shown: list[ShownRow]) -> None:
    assert [(record["id"], record["text"]) for record in records] == [(row.indicator, row.value) for row in shown]


def test_json_has_the_link_of_a_label(records: list[dict[str, Any]]) -> None:
    assert [record["link"] for record in records] == [row.link for row in ROWS]


def test_csv_has_every_row_as_printed_and_no_other(table: list[dict[str, str]]) -> None:
    names = ("section", "printed_number", "label", "unit", "value", "code_label", "note")
    assert [tuple(line[name] for name in names) for line in table] == [
        (row.section, row.number, row.label, row.unit, machine_value(row) or "", answer(row) or "", row.note)
        for row in ROWS
    ]


def test_csv_and_json_say_the_same(table: list[dict[str, str]], records: list[dict[str, Any]]) -> None:
    columns = list(table[0])
    assert FIELDS - {"text", "url"} <= set(columns)
    assert table == [{name: record[name] or "" for name in columns} for record in records]


def test_four_spellings_of_one_list_give_the_same_words(records: list[dict[str, Any]]) -> None:
    words = {spelling: set() for spelling in SPELLINGS}
    for record in records:
        if record["unit"] in SPELLINGS:
            words[record["unit"]].add((record["value"], record["code_label"], record["text"]))
    possible = {("1", "Có", "Có (1)"), ("0", "Không", "Không (0)")}
    assert [spelling for spelling, seen in words.items() if not seen or seen - possible] == []
    assert set().union(*words.values()) == possible
