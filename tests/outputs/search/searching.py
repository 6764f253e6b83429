"""What the tests of the search share: the table of queries, and asking the search page of a served site."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import yaml
from playwright.sync_api import Locator, Page, expect

from tests.outputs.search.engine import SearchEngine

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


# What the page of results shows, without showing it.
RESPOND = """async query => {
    await congkhai["search-loading"].ready("");
    const { results, used, instead, missing } = await congkhai["search-archive"].respond(query, { root: "" });
    return [results.map(({ unit }) => unit.href), used === query ? instead : used, missing ?? null];
}"""


@dataclass(frozen=True, slots=True)
class Answer:
    """The links of the results below the root of the site, in rank order; what was searched or offered instead of the
    query, and the period that it names and that has no report, where that is so."""

    links: list[str]
    instead: str | None
    missing: str | None


def ask_all(engine: SearchEngine, queries: Iterable[str]) -> dict[str, Answer]:
    """What the search answers to each query."""
    return {query: Answer(*engine.once(RESPOND, query)) for query in dict.fromkeys(queries)}


def ask_one(engine: SearchEngine, query: str) -> Answer:
    """What it answers to one."""
    return ask_all(engine, [query])[query]


def ask(page: Page, server: str, query: str, **filters: str) -> list[str]:
    """The links of the results that the search page gives, in rank order, below the root of the site."""
    page.goto(f"{server}tim-kiem/?{urlencode({'q': query, **filters})}")
    answered(page)
    return [link.removeprefix(server) for link in shown(page)]


def ask_next(page: Page, server: str, query: str) -> list[str]:
    """The same for a query that is typed on the search page, where another was answered."""
    page.get_by_role("searchbox").and_(page.locator("[data-search-page] *")).fill(query)
    answered(page, query)
    return [link.removeprefix(server) for link in shown(page)]


def asked_in_turn(page: Page, server: str, queries: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Each query with its links, the first asked by its address, the others typed where it stood."""
    for n, query in enumerate(queries):
        yield query, (ask_next if n else ask)(page, server, query)


def header_field(page: Page) -> Locator:
    """The field of the search in the header of any page."""
    return page.locator("header").get_by_role("combobox")


def answered(page: Page, query: str | None = None) -> None:
    """Waits until the search page has answered: this query, where another was answered before."""
    if query is not None:
        expect(page.locator("[data-search-status]")).to_contain_text(f"“{query}”")
    expect(page.locator("[data-search-state=done]")).to_be_attached()


def shown(page: Page) -> list[str]:
    """The addresses of the results that the page shows, in rank order."""
    links: list[str] = page.locator("a[data-result]").evaluate_all("links => links.map(link => link.href)")
    return links


def older(page: Page) -> Locator:
    """The button that goes on into older reports; it is not there when none are left."""
    return page.get_by_role("button", name="Tìm tiếp trong các báo cáo cũ hơn")


# Asked of the very scripts that a reader runs, step by step; in a browser, whose engine is many times faster at it.
WALK = """async ([query, wanted]) => {
    const root = new URL("../", location.href);
    let answer = await congkhai["search-archive"].respond(query, { root });
    const links = answer.results.map(result => result.unit.href);
    let steps = 0;
    for (let more = answer.more; more && (wanted === null || !wanted.some(part => links.includes(part))); steps++) {
        const step = await answer.further();
        links.push(...step.results.map(result => result.unit.href));
        more = step.more;
        if (steps > 500) throw new Error("a walk without an end");
    }
    return links;
}"""


def walk(page: Page, query: str, wanted: Collection[str] | None = None) -> list[str]:
    """What the search finds going on from the newest reports to the oldest, or until one of the wanted links is found.

    The page is any that the search page of a served site is open in; the links are those below the root of the site.
    """
    links: list[str] = page.evaluate(WALK, [query, None if wanted is None else sorted(wanted)])
    return links


def catalogue_of(site: Path) -> dict[str, Any]:
    """The first layer of a built site's index, with the short forms whose meaning is known, which the engine has."""
    text = (site / "tim-kiem/index/catalogue.js").read_text("utf-8")
    engine, _, content = text.rpartition('congkhai["search-loading"].receive("catalogue",')
    records: dict[str, Any] = json.loads(content.rstrip().removesuffix(");"))
    marked = engine.partition('Object.assign(congkhai["marking-words"].vocabulary,')[2]
    short = json.JSONDecoder().raw_decode(marked)[0]["short"]
    known = [[anchor, form, expansion] for form, (anchor, expansion) in short.items()]
    return records | {"abbreviations": known + records["abbreviations"]}
