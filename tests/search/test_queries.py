"""Every query of the table is answered in Chromium as it says, on the site of the first report."""

import pytest
from playwright.sync_api import Browser

from tests.search.searching import Asked, ask, queries

pytestmark = pytest.mark.browser
GROUPS: dict[str, list[Asked]] = {}
for asked in queries():
    GROUPS.setdefault(asked.group, []).append(asked)


@pytest.mark.parametrize("group", GROUPS)
def test_queries_are_answered(browser: Browser, server: str, group: str) -> None:
    page = browser.new_page()
    broken = {asked.query: wrong for asked in GROUPS[group] if (wrong := asked.broken(ask(page, server, asked.query)))}
    page.close()
    assert broken == {}


def test_the_table_is_worth_the_name() -> None:
    table = queries()
    assert len(table) >= 80
    assert len({asked.query for asked in table}) == len(table)
    assert all(asked.first or asked.top or asked.none for asked in table)
    assert sum(asked.none for asked in table) >= 8
    assert sum(bool(asked.first) for asked in table) >= 50
