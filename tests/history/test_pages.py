"""The pages of the demonstration's history: every revision as it was, every correction marked, every address kept."""

import datetime
import os
import re
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import lxml.html
import pytest
from lxml.html import HtmlElement

from macros import kinds
from macros.faces import phrases, revision_text
from macros.faces.key_figures_face import key_figures_face
from macros.hosts.site_build import build_site
from macros.loading.assembly import load_catalogue
from macros.outputs.feed import history_feed
from macros.outputs.html.renderer import Renderer
from macros.record import Catalogue, History, Knowledge, series_key
from macros.wording import revisions
from tests.demo.truth import truth
from tests.good_project import GOOD
from tests.history.repositories import Commit, project_files, write_history

Pages = dict[str, HtmlElement]
GOLDEN = GOOD.parent.parent / "golden"
ATOM = "{http://www.w3.org/2005/Atom}"
SENTENCES = {
    revision_text.Fate.CORRECTED: revisions.CORRECTED,
    revision_text.Fate.ADDED: revisions.ADDED,
    revision_text.Fate.RETRACTED: revisions.RETRACTED,
}
KEPT = re.compile(r"bao-cao/[^/]+/v\d+/index.html")


@pytest.fixture(scope="module")
def demo(demo_project: Path) -> Catalogue:
    return load_catalogue(demo_project)


def words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def is_redirect(page: HtmlElement) -> bool:
    return bool(page.xpath("//meta[@http-equiv='refresh']"))


@pytest.fixture(scope="module")
def kept(demo_pages: Pages) -> Pages:
    """The pages that keep a revision as it was."""
    return {path: page for path, page in demo_pages.items() if KEPT.fullmatch(path) and not is_redirect(page)}


def test_every_revision_has_a_page_of_its_own(kept: Pages) -> None:
    revisions = truth(8, 1).revisions
    wanted = {
        f"bao-cao/{period.lower()}/v{vintage.number}/index.html"
        for period, vintages in revisions.items()
        for vintage in vintages
    }
    assert set(kept) == wanted


def test_each_kept_page_shows_the_figures_of_its_day(kept: Pages, demo: Catalogue) -> None:
    today = {former: row.id for row in demo.indicators.values() for former in row.former_ids}
    for period, vintages in truth(8, 1).revisions.items():
        for vintage in vintages:
            page = kept[f"bao-cao/{period.lower()}/v{vintage.number}/index.html"]
            shown = {
                today.get(row.get("data-indicator"), row.get("data-indicator")): words(
                    row.xpath("./td[contains(@class, 'annex__value')]")[0]
                )
                for row in page.xpath("//tr[@data-indicator]")
            }
            for id, cell in vintage.cells.items():
                row = demo.indicators[id]
                if row.kind is kinds.HEADING:
                    continue
                if cell.value is None:
                    assert not re.search(r"\d", re.split("[,;]", shown[id])[0]), (period, id)
                elif row.kind is kinds.CODED:
                    assert shown[id].endswith(f"({cell.value})"), (period, id)
                elif row.kind is kinds.TEXT:
                    assert shown[id] == cell.value
                else:
                    assert shown[id].replace(".", "").replace(",", ".") == cell.value, (period, id)


def test_each_kept_page_has_the_narrative_of_its_day(kept: Pages) -> None:
    assert all("Tình hình thực hiện" in words(page) for page in kept.values())
    assert not [path for path, page in kept.items() if "không dựng lại được" in words(page)]
    # A misspelling that was corrected after the first publication still stands on the page that keeps it.
    first, today = kept["bao-cao/2032-s1/v1/index.html"], kept["bao-cao/2032-s1/v2/index.html"]
    assert words(first.xpath("//div[@class='kept']")[0]) != words(today.xpath("//div[@class='kept']")[0])


def test_a_kept_page_says_what_it_is_and_leads_to_the_newest(kept: Pages) -> None:
    for path, page in kept.items():
        (banner,) = page.xpath("//p[contains(@class, 'banner--kept') or contains(@class, 'banner--earlier')]")
        period, number = re.fullmatch(r"bao-cao/([^/]+)/v(\d+)/index.html", path).groups()
        newest = max(int(p.split("/v")[1].split("/")[0]) for p in kept if p.startswith(f"bao-cao/{period}/"))
        links = [urljoin(f"/{path}", href) for href in banner.xpath(".//a/@href")]
        assert links[-1] == f"/bao-cao/{period}/"
        assert links[:-1] == ([f"/bao-cao/{period}/v{newest}/"] if int(number) != newest else [])
        assert ("Đây là bản mới nhất" in words(banner)) == (int(number) == newest)


def test_search_engines_are_led_to_the_report_of_today(kept: Pages, demo_pages: Pages, demo_site: Path) -> None:
    hidden = {path for path, page in demo_pages.items() if page.xpath("//meta[@name='robots'][@content='noindex']")}
    assert hidden == set(kept) | {path for path, page in demo_pages.items() if is_redirect(page)}
    assert "/v1/" not in (demo_site / "sitemap.xml").read_text("utf-8")
    index = [file.read_bytes() for file in (demo_site / "tim-kiem").rglob("*") if file.suffix in (".json", ".js")]
    assert index
    assert not [text for text in index if re.search(rb"bao-cao/[^/\"]+/v\d+/", text)]


def test_every_link_leads_to_a_file_and_a_place(demo_pages: Pages, demo_site: Path) -> None:
    places = {path: set(page.xpath("//@id")) for path, page in demo_pages.items()}
    broken = []
    for path, page in demo_pages.items():
        for href in page.xpath("//article//@href"):
            address, _, fragment = urljoin(f"http://site/{path}", href).partition("#")
            if not address.startswith("http://site/"):
                continue
            file = address.removeprefix("http://site/").partition("?")[0]
            file = f"{file}index.html" if file.endswith("/") or not file else file
            if not (demo_site / file).is_file() or (fragment and fragment not in places.get(file, set())):
                broken.append((path, href))
    assert broken == []


def test_every_figure_that_was_corrected_is_marked_with_what_it_was(demo_pages: Pages) -> None:
    known = truth(8, 1)
    headings = {id for id, row in known.form.rows.items() if row.kind is kinds.HEADING}
    corrected = {
        (period, id)
        for (period, id), figures in known.figures.items()
        if id not in headings and len({(f.value, f.status, f.expected) for f in figures}) > 1
    }
    marked = {}
    for period in known.revisions:
        page = demo_pages[f"bao-cao/{period.lower()}/index.html"]
        for row in page.xpath("//tr[@data-indicator]"):
            for mark in row.xpath(".//span[@class='corrected']"):
                marked[period, row.get("data-indicator")] = words(mark)
    assert set(marked) == corrected
    assert marked["2031-A1", "ho-so-dung-han"] == "đã đính chính, trước là 2.574"
    assert marked["2031-N1", "niem-yet"] == "đã đính chính, trước là Có"
    assert marked["2031-Q1", "kiem-tra-phat-hien"] == ("đã bổ sung, trước là chờ kết quả; báo cáo nêu quý I năm 2032")


def test_a_figure_that_was_corrected_says_so_wherever_it_stands_alone(demo: Catalogue, demo_pages: Pages) -> None:
    """In tiles, in the headline of its page, and in what is copied from either page."""
    renderer = Renderer(demo)
    told = set()
    for report in demo.reports:
        figures = [row for row in report.observations if row.indicator.kind is not kinds.HEADING]
        face = key_figures_face(report, figures, renderer.derived)
        tiles = lxml.html.fromstring(renderer.html("key_figures", "", face=face))
        rows = demo_pages[f"bao-cao/{report.period.slug}/index.html"].xpath("//tr[@data-quote]")
        for figure, tile, row in zip(figures, tiles.xpath("//li[@class='tile']"), rows, strict=True):
            id = figure.indicator.id
            was = revision_text.correction(report, figure, demo.history)
            label = SENTENCES[revision_text.fate(was.observation, figure)].format(before="") if was else ""
            marks = [words(mark) for mark in tile.xpath(".//span[@class='corrected']")]
            assert [mark.startswith(label) for mark in marks] == [True] * bool(was), (report.period, id)
            sentence = revision_text.correction_sentence(report, figure, demo.history)
            assert bool(sentence) == bool(was)
            assert row.get("data-quote") == phrases.quoted_figure(figure, demo, sentence)
            if next(other for other in demo.reports if series_key(id) in other.by_key) is report:
                headline = demo_pages[f"chi-tieu/{id}/index.html"].xpath("//section[@class='headline']")[0]
                assert [words(mark) for mark in headline.xpath(".//span[@class='corrected']")] == marks
                assert sentence in headline.xpath("string(.//button[contains(., 'kèm nguồn')]/@data-copy)")
            told.add(sentence)
    assert "đã đính chính ngày 10/01/2032, trước là 2.640\u00a0hồ sơ" in told


def test_the_banner_of_a_report_counts_every_figure_corrected_since_it_was_public(
    demo: Catalogue, demo_pages: Pages
) -> None:
    several = 0
    for report in demo.reports:
        past = demo.history.reports[report.key]
        made = [edition for edition in past.editions if edition.corrections and not edition.first]
        page = demo_pages[f"bao-cao/{report.period.slug}/index.html"]
        banners = page.xpath("//details[contains(@class, 'banner--corrected')]")
        assert len(banners) == bool(made)
        for banner in banners:
            changed = {change.indicator.id for edition in made for change in edition.corrections}
            told = words(banner.xpath("summary")[0])
            assert told.startswith(f"{revision_text.correction_title(made)} {len(changed)} số liệu, "), told
            assert len(banner.xpath("ul[@class='revised']")) == len(made)
            several += len(made) > 1
    assert several


def test_the_list_of_reports_has_its_years_and_says_which_were_corrected(demo: Catalogue, demo_pages: Pages) -> None:
    page = demo_pages["bao-cao/index.html"]
    years = [words(heading) for heading in page.xpath("//article//h2[starts-with(@id, 'nam-')]")]
    assert years == [str(year) for year in sorted({report.period.year for report in demo.reports}, reverse=True)]
    entries = page.xpath("//li[@class='reports__item']")
    told = 0
    for report, entry in zip(demo.reports, entries, strict=True):
        assert words(entry.xpath("a")[0]) == phrases.report_title(report)
        made = revision_text.corrections(report, demo.history)
        marks = [words(mark).removesuffix(". Xem chi tiết") for mark in entry.xpath("p[@class='reports__corrected']")]
        assert marks == (
            [f"{revision_text.correction_title(made)} {revision_text.correction_text(made)}"] if made else []
        )
        told += len(marks)
    assert 0 < told < len(entries)
    assert [words(tag) for tag in page.xpath("//*[contains(@class, 'tag--latest')]")] == ["Mới nhất"]
    assert "Kỳ trước" not in words(page.xpath("//article")[0])


def test_a_reader_of_the_home_page_meets_the_key_figures_before_what_was_corrected(demo_pages: Pages) -> None:
    home = demo_pages["index.html"]
    assert home.xpath("//*[@class='recent']/preceding::ul[@class='tiles']")
    assert not home.xpath("//*[@class='recent']/following::ul[@class='tiles']")


def test_a_kept_page_leads_to_every_other_of_its_report(kept: Pages) -> None:
    pages_of: dict[str, list[str]] = {}
    for path in kept:
        pages_of.setdefault(path.split("/")[1], []).append(path.split("/")[2])
    for path, page in kept.items():
        period, own = path.split("/")[1:3]
        lists = page.xpath("//ul[contains(@class, 'kept-editions')]")
        versions = sorted(pages_of[period], key=lambda version: int(version[1:]))
        assert len(lists) == (len(versions) > 1), path
        for shown in lists:
            linked = [urljoin(path, link).split("/")[2] for link in shown.xpath(".//a/@href")]
            assert linked == [version for version in versions if version != own], path
            assert words(shown.xpath(".//*[@aria-current]")[0]).startswith(f"lần {own[1:]}")
    assert max(map(len, pages_of.values())) > 2


def test_a_figure_copied_from_a_kept_page_tells_what_it_is_today(kept: Pages, demo: Catalogue) -> None:
    today = {former: row.id for row in demo.indicators.values() for former in row.former_ids}
    told = set()
    for period, vintages in truth(8, 1).revisions.items():
        newest = vintages[-1].cells
        for vintage in vintages:
            page = kept[f"bao-cao/{period.lower()}/v{vintage.number}/index.html"]
            for row in page.xpath("//tr[@data-quote]"):
                id = today.get(row.get("data-indicator"), row.get("data-indicator"))
                was, now = vintage.cells[id], newest[id]
                changed = (was.value, was.status, was.expected) != (now.value, now.status, now.expected)
                quote = row.get("data-quote").replace("\u00a0", " ")
                assert (", hiện " in quote) == changed, (period, vintage.number, id)
                told |= {quote} if changed else set()
    assert "Niêm yết địa chỉ tiếp nhận phản ánh, kiến nghị: Có, hiện là Không" in told
    assert any(quote.endswith(", hiện báo cáo để trống") for quote in told)


def test_an_indicator_tells_each_value_that_was_public(demo_pages: Pages) -> None:
    page = demo_pages["chi-tieu/ho-so-dung-han/index.html"]
    (section,) = page.xpath("//h2[@id='lich-su']")
    assert words(section).startswith("Sửa đổi sau khi công bố")
    entries = [words(entry) for entry in page.xpath("//h3[@id='lich-su-2031-a1']/following-sibling::ol[1]/li")]
    assert entries == [
        "2.574 hồ sơ → 2.522 hồ sơ từ lần 4, ngày 15/10/2032 Sửa số hồ sơ quá hạn sau khi đối chiếu hệ thống một cửa "
        "(Quyết định số 31/QĐ-SMH ngày 15/10/2032) (lưu vào hệ thống ngày 15/10/2032)",
        "2.574 hồ sơ công bố ở lần 1, ngày 20/12/2031 Công khai lần đầu (lưu vào hệ thống ngày 20/12/2031)",
    ]
    series = [words(cell) for cell in page.xpath("//table[contains(@class, 'plain--series')]//th[@scope='row']")]
    assert "Năm 2031 công bố lần đầu 20/12/2031" in series


def test_the_page_of_all_revisions_whole(demo_pages: Pages) -> None:
    """When a change is meant, `CONGKHAI_UPDATE_GOLDEN=1 pytest tests/history` writes the file anew."""
    (article,) = demo_pages["lich-su-sua-doi/index.html"].xpath("//article")
    lines = [words(line) for line in article.xpath(".//h1 | .//h2 | .//p | .//ul[@class='revised']/li")]
    text = "\n".join([*lines, ""])
    golden = GOLDEN / "trang-lich-su.txt"
    if "CONGKHAI_UPDATE_GOLDEN" in os.environ:
        golden.write_text(text, "utf-8", newline="\n")
    assert text == golden.read_text("utf-8")


def test_former_addresses_lead_on(demo_pages: Pages) -> None:
    led = {}
    for path, page in demo_pages.items():
        for refresh in page.xpath("//meta[@http-equiv='refresh']/@content"):
            led[path] = urljoin(f"/{path}", refresh.partition("url=")[2])
    assert led == {
        "bao-cao/moi-nhat/index.html": "/bao-cao/2032-q3/",
        "bao-cao/2031-s2/index.html": "/bao-cao/2031-a1/",
        "bao-cao/2031-s2/v1/index.html": "/bao-cao/2031-a1/v1/",
        "chi-tieu/ho-so-nop-qua-mang/index.html": "/chi-tieu/ho-so-truc-tuyen/",
    }
    rows = demo_pages["bao-cao/2031-q1/index.html"]
    assert (
        rows.get_element_by_id("dong-ho-so-nop-qua-mang").getparent().getparent().get("id") == "dong-ho-so-truc-tuyen"
    )


def test_a_kept_page_is_cited_as_it_was(kept: Pages) -> None:
    (text,) = kept["bao-cao/2031-a1/v1/index.html"].xpath("//p[@class='cite__text']")
    assert "6 tháng cuối năm 2031" in words(text), "it was published for another period"
    assert words(text).endswith("Bản công bố lần 1, ngày 20/12/2031. bao-cao/2031-a1/v1/")


# ---- what git does not know ------------------------------------------------------------------------------------------


def test_a_site_from_a_shallow_clone_names_no_day_that_it_cannot_know(demo_project: Path, tmp_path: Path) -> None:
    clone = tmp_path / "nong"
    subprocess.run(["git", "clone", "--quiet", "--depth=1", demo_project.as_uri(), str(clone)], check=True)
    site = tmp_path / "site"
    build_site(clone, site)
    pages = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
    assert not [path for path, text in pages.items() if "hi vào lịch sử ngày" in text]
    assert not [path for path, text in pages.items() if "đã đính chính, trước là" in text]
    assert "thiếu phần đầu" in pages["lich-su-sua-doi/index.html"]
    lost = pages["bao-cao/2031-a1/v2/index.html"]
    assert "Không dựng lại được nội dung của lần này vì hệ thống không còn lưu." in lost
    assert "Trích dẫn<" not in lost
    assert "Bản sớm nhất của lần này còn lưu." in pages["bao-cao/2031-a1/v4/index.html"]


# ---- the feed --------------------------------------------------------------------------------------------------------


def test_every_page_names_the_feed(demo_pages: Pages) -> None:
    for path, page in demo_pages.items():
        if path != "404.html":
            (href,) = page.xpath("//link[@type='application/atom+xml']/@href")
            assert urljoin(f"/{path}", href) == "/lich-su-sua-doi/feed.xml"


@pytest.mark.parametrize("site", ["", "https://vi-du.example/cchc/"])
def test_the_feed_is_atom(demo: Catalogue, site: str) -> None:
    text = history_feed(Renderer(demo, site=site))
    assert text.startswith('<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">')
    feed = ET.fromstring(text.encode())
    parts = [feed, *feed.findall(f"{ATOM}entry")]
    for part in parts:
        for name in ("id", "title", "updated"):
            (element,) = part.findall(f"{ATOM}{name}")
            assert (element.text or "").strip()
        moment = datetime.datetime.fromisoformat(part.findtext(f"{ATOM}updated") or "")
        assert moment.tzinfo is not None
        assert [link.get("rel") for link in part.findall(f"{ATOM}link")].count("alternate") == 1
        for link in part.findall(f"{ATOM}link"):
            assert (link.get("href") or "").startswith(site or "../")
    ids = [part.findtext(f"{ATOM}id") or "" for part in parts]
    assert len(set(ids)) == len(ids) == 1 + sum(len(v) for v in truth(8, 1).revisions.values())
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", id) for id in ids)
    moments = [part.findtext(f"{ATOM}updated") or "" for part in parts]
    assert moments[0] == max(moments)
    assert (feed.findtext(f"{ATOM}author/{ATOM}name") or "").startswith("Sở Minh Họa")


def test_ids_stay_where_the_site_goes(demo: Catalogue) -> None:
    def ids(site: str) -> list[str | None]:
        feed = ET.fromstring(history_feed(Renderer(demo, site=site)))
        return [element.text for element in feed.iter(f"{ATOM}id")]

    assert ids("") == ids("https://vi-du.example/") == ids("https://khac.example/cchc/")


def test_the_feed_tells_what_changed(demo: Catalogue) -> None:
    feed = ET.fromstring(history_feed(Renderer(demo)))
    newest = feed.find(f"{ATOM}entry")
    assert newest is not None
    content = newest.find(f"{ATOM}content")
    assert content is not None
    assert content.get("type") == "html"
    assert "III.6 Đúng hạn (Số hồ sơ TTHC đã giải quyết): 2.574 → 2.522" in (content.text or "")
    assert newest.findtext(f"{ATOM}published") == "2032-10-15T00:00:00+07:00"


def test_a_feed_without_an_entry_is_as_new_as_the_data_in_git(tmp_path: Path) -> None:
    """Nothing is published yet: the third commit changes a page and no data."""
    files = project_files()
    note = {"data/units.yaml": bytes(files["data/units.yaml"]) + b"# Xem lai.\n"}  # type: ignore[arg-type]
    write_history(tmp_path, [Commit(files), Commit(note), Commit({"docs/gioi-thieu.md": b"# Gi\n"})])
    catalogue = load_catalogue(tmp_path)
    unpublished = replace(catalogue, history=replace(catalogue.history, reports={}))
    unknown = replace(catalogue, history=History(Knowledge.NO_REPOSITORY))
    moments = [
        ET.fromstring(history_feed(Renderer(known))).findtext(f"{ATOM}updated") for known in (unpublished, unknown)
    ]
    assert moments == ["2031-01-03T08:00:00+07:00", "1970-01-01T07:00:00+07:00"]
