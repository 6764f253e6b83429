"""What the tests of the search share: the table of queries, and asking the search page of a served site."""

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import yaml
from playwright.sync_api import Browser, Page, expect

QUERIES = Path(__file__).parent / "queries.yaml"
# The same for the invented project of many periods.
DEMO_QUERIES = Path(__file__).parent / "demo_queries.yaml"
BEST = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """A query and what must answer it: the first result, results among the first five, or none at all."""

    group: str
    query: str
    first: str | None
    top: tuple[str, ...]
    none: bool
    folded: str = ""

    def broken(self, links: list[str]) -> list[str]:
        """What is wrong with the results, given as links in rank order; nothing when all is well."""
        best = links[:BEST]
        wrong = []
        if self.none and links:
            wrong.append(f"answered with {best}")
        if self.first and not (links and fits(self.first, links[0])):
            wrong.append(f"{self.first} is not first of {best}")
        wrong += [f"{part} is not among {best}" for part in self.top if not any(fits(part, link) for link in best)]
        return wrong

    def answered(self, links: list[str]) -> bool:
        """Whether what must be found is among the first five, wherever there, or nothing where nothing may be."""
        wanted = (*self.top, *([self.first] if self.first else []))
        return not links if self.none else all(any(fits(part, link) for link in links[:BEST]) for part in wanted)


def fits(part: str, link: str) -> bool:
    """Whether a piece of the table means this address: anywhere in it, or as its whole anchor when it begins with #."""
    if not part.startswith("#"):
        return part in link
    return fnmatchcase("#" + link.partition("#")[2], part)


def queries(table: Path = QUERIES) -> list[Asked]:
    """A table of queries, in its order."""
    groups: dict[str, list[dict[str, Any]]] = yaml.safe_load(table.read_text("utf-8"))["groups"]
    return [
        Asked(
            group,
            row["query"],
            row.get("first"),
            tuple(row.get("top", ())),
            row.get("none", False),
            row.get("folded", ""),
        )
        for group, rows in groups.items()
        for row in rows
    ]


# What the page of results shows, without showing it: many queries are asked in the time of one.
RESPOND = """async queries => {
    const answers = [];
    for (const query of queries) {
        const how = { root: new URL('../', location.href) };
        const { results, used, instead, missing } = await congkhaiSearch.respond(query, how);
        answers.push([results.map(({ unit }) => unit.href), used === query ? instead : used, missing ?? null]);
    }
    return answers;
}"""


@dataclass(frozen=True, slots=True)
class Answer:
    """The links of the results below the root of the site, in rank order; what was searched or offered instead of the
    query, and the period that it names and that has no report, where that is so."""

    links: list[str]
    instead: str | None
    missing: str | None


def ask_all(browser: Browser, server: str, queries: Iterable[str]) -> dict[str, Answer]:
    """What the search answers to each query."""
    asked = list(dict.fromkeys(queries))
    page = browser.new_page()
    page.goto(f"{server}tim-kiem/")
    answers = page.evaluate(RESPOND, asked)
    page.close()
    return {query: Answer(*answer) for query, answer in zip(asked, answers, strict=True)}


def ask(page: Page, server: str, query: str, **filters: str) -> list[str]:
    """The links of the results that the search page gives, in rank order, below the root of the site."""
    page.goto(f"{server}tim-kiem/?{urlencode({'q': query, **filters})}")
    expect(page.locator("[data-search-state]")).to_have_attribute("data-search-state", "done")
    links = page.locator("a[data-result]").evaluate_all("links => links.map(link => link.href)")
    return [link.removeprefix(server) for link in links]
