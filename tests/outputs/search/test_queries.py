"""Every query of the table is answered as it says, on the site of the first report; and its page shows the answer."""

import re

import pytest
from playwright.sync_api import Page, expect

from macros import vietnamese
from tests.outputs.search.engine import SearchEngine
from tests.outputs.search.searching import BEST, Asked, ask, ask_all, ask_next, queries
from tests.outputs.search.typing_keys import TELEX, VNI, Keys, typed_by_keys

# The page shows no more at once.
SHOWN = 40
GROUPS: dict[str, list[Asked]] = {}
for asked in queries():
    GROUPS.setdefault(asked.group, []).append(asked)


@pytest.mark.parametrize("group", GROUPS)
def test_queries_are_answered(engine: SearchEngine, group: str) -> None:
    answers = ask_all(engine, (asked.query for asked in GROUPS[group]))
    broken = {asked.query: wrong for asked in GROUPS[group] if (wrong := asked.broken(answers[asked.query].links))}
    assert broken == {}


@pytest.mark.browser
def test_the_page_shows_what_was_answered(engine: SearchEngine, any_page: Page, server: str) -> None:
    """Which holds one engine for scripts against another as well."""
    table = [asked[0].query for asked in GROUPS.values()]
    answers = ask_all(engine, table)
    shown = {table[0]: ask(any_page, server, table[0])}
    shown |= {query: ask_next(any_page, server, query) for query in table[1:]}
    assert shown == {query: answers[query].links[:SHOWN] for query in table}


def test_queries_with_tones_are_answered_without_them(engine: SearchEngine) -> None:
    table = {vietnamese.fold(asked.query): asked for asked in queries() if not asked.folded}
    answers = ask_all(engine, table)
    assert {
        query: answers[query].links[:BEST] for query in table if not table[query].answered(answers[query].links)
    } == {}


@pytest.mark.parametrize("way", [TELEX, VNI], ids=["Telex", "VNI"])
def test_queries_with_tones_are_answered_when_the_typing_aid_is_off(engine: SearchEngine, way: Keys) -> None:
    table = {typed_by_keys(asked.query, way): asked for asked in queries() if toned_only(asked)}
    assert len(table) > 40
    answers = ask_all(engine, table)
    assert {
        query: answers[query].links[:BEST] for query in table if not table[query].answered(answers[query].links)
    } == {}


def toned_only(asked: Asked) -> bool:
    """A query that is wholly written with tones, not misspelt, and has no digits that would be keys themselves."""
    words = asked.query.split()
    # The keys of Vietnamese type no letter of Icelandic.
    if "Ð" in asked.query:
        return False
    return asked.group == "có dấu" or (
        asked.group != "gõ sai" and all(word != vietnamese.fold(word) and word.isalpha() for word in words)
    )


def test_what_the_report_does_not_cover_is_not_answered_with_something_else(engine: SearchEngine) -> None:
    """No result, no other query in its place, none offered: with tones and without."""
    table = [asked for asked in queries() if asked.none]
    typed = [asked.query for asked in table] + [vietnamese.fold(asked.query) for asked in table if not asked.folded]
    answers = ask_all(engine, typed)
    assert {query: answer for query, answer in answers.items() if answer.links or answer.instead} == {}


# A slip that is another word of the reports, or may be a short form: nothing is changed, and another query is offered.
OFFERED = {
    "dung hang": "đúng hạn",
    "đúng hạng": "đúng hạn",
    "ho so dung hang": "hồ sơ đúng hạn",
    "sử lý": "xử lý",
    "số TTTC": "số TTHC",
}
# One slip that only one word can be meant by is mended at once, in two words as well.
MENDED = {
    "dugn han": "đúng hạn",
    "ho xo dung han": "hồ sơ đúng hạn",
    "bien hce": "biên chế",
    "ky luta": "kỷ luật",
    "sang kein": "sáng kiến",
    "hia long": "hài lòng",
}
# Known words, numerals and abbreviations are right; and what is no word of the reports is not made one.
KEPT = [
    "cơ quan có áp dụng ISO không",
    "quý II",
    "nhóm III",
    "TTHC",
    "xổ số",
    "xo so",
    "ket qua xo so",
    "đấu thầu",
    "luong co so",
    "mot cau",
    "thuees",
    "thuế",
    "api",
]


def test_a_slip_that_may_be_none_is_asked_back(engine: SearchEngine) -> None:
    answers = ask_all(engine, OFFERED)
    assert {query: answer.instead for query, answer in answers.items()} == OFFERED


def test_one_slip_is_mended_at_once(engine: SearchEngine) -> None:
    answers = ask_all(engine, MENDED)
    assert {query: answer.instead for query, answer in answers.items() if answer.links} == MENDED


@pytest.mark.browser
def test_the_page_says_what_was_mended(any_page: Page, server: str) -> None:
    ask(any_page, server, "dugn han")
    status = any_page.locator("[data-search-status]")
    expect(status).to_have_text(re.compile(r"^Không tìm thấy “dugn han”\. \d+ kết quả cho “đúng hạn”\.$"))


def test_what_may_be_right_is_never_changed(engine: SearchEngine) -> None:
    answers = ask_all(engine, KEPT)
    assert {query: answer.instead for query, answer in answers.items() if answer.instead} == {}


def test_the_table_is_worth_the_name() -> None:
    table = queries()
    assert len(table) >= 80
    assert len({asked.query for asked in table}) == len(table)
    assert all(asked.first or asked.top or asked.none for asked in table)
    assert sum(asked.none for asked in table) >= 80
    assert sum(bool(asked.first) for asked in table) >= 50
