"""No page grows with the number of reports, and nothing is lost for it: whatever a page leaves out is a link away.

A small form, and reports on the weeks and months of four years and of eight: 256 and 512 of them, put together in this
process. Of kinds of which a year has but a few, eight years have room on one page: `tests/faces/test_series_pages.py`.
"""

import datetime
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from urllib.parse import urldefrag

import lxml.html
import pytest

from macros import addresses
from macros.faces.report_list_face import report_list_face
from macros.outputs.feed import history_feed
from macros.outputs.html.renderer import Renderer
from macros.record import (
    Catalogue,
    Citation,
    Edition,
    FigureChange,
    History,
    Knowledge,
    Observation,
    Period,
    PeriodKind,
    Recording,
    Report,
    ReportHistory,
    ReportStatus,
    Revision,
    Standing,
    Vintage,
)
from tests.comparing.reports import report
from tests.good_project import good_catalogue
from tests.whole_pages import whole_pages_of

COUNT, RATE = "ho-so-tiep-nhan", "ho-so-dung-han-ty-le"
PLAN = "02-kh-cqvd-2031"
YEARLY = {"W": 52, "M": 12}
FEW, MANY = 4, 8
# What twice as many reports may add to a page: a line for each further year.
GROWTH = 1.05


def periods(years: int) -> list[Period]:
    """Every period of some years, newest first."""
    kinds = [(PeriodKind(kind), number + 1) for kind, most in YEARLY.items() for number in range(most)]
    found = [Period(2031 + year, kind, number) for year in range(years) for kind, number in kinds]
    return sorted(found, key=lambda period: (*period.order, period.number), reverse=True)


def published(period: Period, n: int) -> Report:
    made = report(str(period), {COUNT: Decimal(n % 7 + 3), RATE: Decimal(n % 50)}, status=ReportStatus.PUBLISHED)
    cited = tuple(replace(row, documents=(PLAN,)) for row in made.observations)
    revisions = tuple(Revision(number, _day(period), "Sửa số", None) for number in (1, 2))
    return replace(made, observations=cited, revisions=revisions)


def _day(period: Period) -> datetime.date:
    return datetime.date(period.year, 1, 1) + datetime.timedelta(period.order[1] * 364 // 156)


def past(made: Report) -> ReportHistory:
    """A report that was published and then corrected in its first figure."""
    moment = datetime.datetime.combine(_day(made.period), datetime.time(8), datetime.UTC)
    recording = Recording(made.key, "a" * 40, "b" * 40, moment)
    now = made.observations[0]
    was = replace(now, value=Decimal(99))
    change = FigureChange(now.indicator, was, now)
    first, second = made.revisions
    editions = (
        Edition(made.key, first, Standing.RECORDED, recording, (), first=True),
        Edition(made.key, second, Standing.RECORDED, recording, (change,)),
    )
    return ReportHistory(editions, {now.key: (Vintage(was, first, recording), Vintage(now, second, recording))})


@cache
def catalogue(years: int) -> Catalogue:
    reports = tuple(published(period, n) for n, period in enumerate(periods(years)))
    histories = {each.key: past(each) for each in reports}
    pages = [f"{addresses.report(each).rstrip('/')}.md" for each in reports]
    history = History(Knowledge.COMPLETE, histories)
    citations = tuple(Citation(PLAN, page, "Mở đầu", 1) for page in pages)
    return replace(good_catalogue(), reports=reports, history=history, citations=citations)


@dataclass(frozen=True)
class Site:
    """The generated pages of a site by their addresses, but for those that every report has one of."""

    made: Catalogue
    pages: dict[str, str]
    feed: str


@cache
def site(years: int) -> Site:
    renderer = Renderer(catalogue(years), "https://vi-du.example/")
    of_reports = {addresses.quality(each) for each in catalogue(years).reports[1:]}
    of_reports |= {addresses.comparison(each) for each in catalogue(years).reports[1:]}
    made = whole_pages_of(renderer, lambda page: page.address not in of_reports)
    pages = {page.address: page.html for page in made}
    pages[addresses.REPORTS] = renderer.faced("report_list", addresses.REPORTS, report_list_face(renderer.derived))
    return Site(catalogue(years), pages, history_feed(renderer))


TYPES = {
    "list of reports": addresses.REPORTS,
    "reports of a year": "bao-cao/nam-",
    "indicator": f"chi-tieu/{COUNT}/",
    "figures of a year": f"chi-tieu/{COUNT}/nam-",
    "other charts": f"chi-tieu/{RATE}/cac-loai-ky/",
    "section": "nhom/thu-tuc/",
    "indicators": addresses.INDICATORS,
    "documents": addresses.DOCUMENTS,
    "document": f"van-ban/{PLAN}/",
    "citations of a year": f"van-ban/{PLAN}/nam-",
    "chooser": addresses.COMPARE,
    "history": addresses.HISTORY,
    "history of a year": "lich-su-sua-doi/nam-",
    "search": "tim-kiem/",
}


@pytest.mark.parametrize("address", TYPES.values(), ids=TYPES)
def test_a_page_of_twice_as_many_reports_is_as_large(address: str) -> None:
    few, many = (_largest(site(years), address) for years in (FEW, MANY))
    assert many <= GROWTH * few


def _largest(made: Site, address: str) -> int:
    """The size of a page; of the largest of several whose addresses begin alike."""
    several = not address.endswith("/")
    found = [html for at, html in made.pages.items() if (at.startswith(address) if several else at == address)]
    return max(len(html.encode()) for html in found)


def test_the_feed_has_the_newest_and_says_where_the_others_are() -> None:
    few, many = site(FEW).feed, site(MANY).feed
    assert many.count("<entry>") == few.count("<entry>") == 100
    assert len(many) <= GROWTH * len(few)
    assert "Bản tin này có 100 lần mới nhất; các lần trước có ở trang Lịch sử sửa đổi." in many


def links(page: str, html: str) -> Iterator[tuple[str, str]]:
    """Where a page leads on the site: addresses and fragments."""
    for found in lxml.html.fromstring(f"<div>{html}</div>").iter("a"):
        target, fragment = urldefrag(found.get("href", ""))
        if target.startswith(("http", "mailto")):
            continue
        joined = posixpath.normpath(posixpath.join("/", page, target)).removeprefix("/")
        ends = target.endswith(("/", "..", "."))
        yield (page if not target else f"{joined}/" if ends and joined else joined), fragment


def ids(html: str) -> set[str]:
    return {str(found) for found in lxml.html.fromstring(f"<div>{html}</div>").xpath(".//@id")}


def test_every_link_between_pages_leads_to_where_something_stands() -> None:
    made = site(MANY)
    known = {address: ids(html) for address, html in made.pages.items()}
    rows = {addresses.row(each, row.indicator) for each in made.made.reports for row in each.observations}
    passages = {f"{addresses.report(each)}#{addresses.citation_anchor(PLAN, 1)}" for each in made.made.reports}
    broken = []
    for page, html in made.pages.items():
        for address, fragment in links(page, html):
            if not fragment:
                continue
            if address in known:
                broken += [(page, address, fragment)] if fragment not in known[address] else []
            elif address.startswith("bao-cao/2") and not fragment.startswith("nhom-"):
                target = f"{address}#{fragment}"
                broken += [(page, address, fragment)] if target not in rows | passages else []
    assert broken == []


def test_every_report_revision_figure_and_citation_is_reached_from_the_lists() -> None:
    made = site(MANY)
    starts = [addresses.REPORTS, addresses.HISTORY, addresses.INDICATORS, addresses.DOCUMENTS]
    reached, todo = set(starts), list(starts)
    targets: set[tuple[str, str]] = set()
    while todo:
        page = todo.pop()
        for link in links(page, made.pages[page]):
            targets.add(link)
            if link[0] in made.pages and link[0] not in reached:
                reached.add(link[0])
                todo.append(link[0])
    stand = {(page, id) for page in reached for id in ids(made.pages[page])}
    reports = made.made.reports
    assert {addresses.report(each) for each in reports} <= {address for address, _ in targets}
    entry = Renderer(made.made).derived.entry
    editions = made.made.history.editions
    assert {tuple(urldefrag(entry(edition))) for edition in editions} <= stand
    assert {addresses.edition(edition) for edition in editions} <= {address for address, _ in targets}
    rows: list[tuple[Report, Observation]] = [(each, row) for each in reports for row in each.observations]
    assert {tuple(urldefrag(addresses.row(each, row.indicator))) for each, row in rows} <= targets
    assert {(addresses.report(each), addresses.citation_anchor(PLAN, 1)) for each in reports} <= targets
