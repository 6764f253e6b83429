"""The invented project: the same each time, of every kind, clean, and known to be invented wherever one looks."""

import csv
import itertools
import os
import posixpath
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml.html import HtmlElement

from macros import addresses, kinds
from macros.editing.canonical_form import data_files, format_files
from macros.faces import phrases
from macros.history.git import committed_files
from macros.loading.assembly import checked_catalogue, load_catalogue, past_catalogue
from macros.reading.sources import Snapshot
from macros.record import Catalogue, PeriodKind, Status, series_key
from tests.demo import INVENTED
from tests.demo.__main__ import NAME, main
from tests.demo.project import configuration, frame, story, write_demo
from tests.demo.story import Commit
from tests.demo.timetable import timetable
from tests.demo.truth import Truth, truth
from tests.history.repositories import git

ROOT = Path(__file__).parents[2]
PERIODS, SEED = 8, 1


def texts(project: Path) -> dict[str, bytes]:
    """Every file of a project but those of git and of builds, by path."""
    paths = (path for path in project.rglob("*") if path.is_file())
    names = {path.relative_to(project).as_posix(): path for path in paths}
    return {n: p.read_bytes() for n, p in names.items() if n.split("/")[0] not in (".git", ".cache", "site")}


@pytest.fixture(scope="module")
def catalogue(demo_project: Path) -> Catalogue:
    return load_catalogue(demo_project)


@pytest.fixture(scope="module")
def known() -> Truth:
    return truth(PERIODS, SEED)


def test_the_same_periods_and_seed_give_the_same_files_and_the_same_commits(demo_project: Path, tmp_path: Path) -> None:
    again, other = tmp_path / "again", tmp_path / "other"
    write_demo(ROOT, again, PERIODS, SEED)
    write_demo(ROOT, other, PERIODS, SEED + 1)
    assert texts(again) == texts(demo_project)
    assert git(again, "rev-parse", "HEAD") == git(demo_project, "rev-parse", "HEAD")
    assert git(other, "rev-parse", "HEAD") != git(demo_project, "rev-parse", "HEAD")


def test_the_history_does_not_depend_on_the_settings_of_whoever_makes_it(
    demo_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "settings"
    settings.write_text("[core]\n\tautocrlf = true\n[init]\n\tdefaultBranch = khac\n[user]\n\tname = Ai\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2001-01-01T00:00:00")
    write_demo(ROOT, tmp_path / "again", PERIODS, SEED)
    monkeypatch.undo()
    assert git(tmp_path / "again", "rev-parse", "main") == git(demo_project, "rev-parse", "main")


def test_what_is_committed_is_what_is_written(demo_project: Path) -> None:
    assert git(demo_project, "status", "--porcelain") == ""
    assert git(demo_project, "fsck", "--strict") == ""
    assert set(git(demo_project, "ls-files", "-z").split("\0")) - {""} == set(texts(demo_project))


def test_the_history_has_what_makes_histories_hard(demo_project: Path) -> None:
    assert int(git(demo_project, "rev-list", "--count", "HEAD")) >= 200
    merges = git(demo_project, "rev-list", "--merges", "HEAD").split()
    assert len(merges) >= 3
    sides = [git(demo_project, "rev-list", "--count", f"{merge}^2..{merge}^1").strip() for merge in merges]
    assert any(side != "0" for side in sides), "the main branch went on while a side branch was open"
    subjects = git(demo_project, "log", "--format=%s").splitlines()
    assert sum(subject.startswith("Revert") for subject in subjects) == 1
    renames = git(demo_project, "log", "--format=", "-M50", "--diff-filter=R", "--name-status").splitlines()
    assert ["data/reports/2031-S2.yaml", "data/reports/2031-A1.yaml"] in [line.split("\t")[1:] for line in renames]


@pytest.mark.parametrize(("periods", "seed"), [(1, 0), (2, 7), (5, 3), (6, 4), (8, 1), (8, 999_999_999), (30, 2)])
def test_the_project_has_no_errors_no_warnings_and_the_canonical_form(periods: int, seed: int, tmp_path: Path) -> None:
    write_demo(ROOT, tmp_path, periods, seed)
    catalogue, warnings = checked_catalogue(tmp_path)
    assert [str(warning) for warning in warnings] == []
    assert len(catalogue.reports) == periods
    assert format_files(tmp_path, data_files(tmp_path), write=False) == ({}, [])


def test_every_state_that_was_published_can_be_read_again(demo_project: Path) -> None:
    log = git(demo_project, "log", "--format=%H %s", "--first-parent").splitlines()
    published = [line.split(" ")[0] for line in log if re.match(r"\S+ (Công khai|Đính chính|Biểu mẫu|Đổi)", line)]
    assert len(published) > 15
    for commit in published:
        files = committed_files(demo_project, commit, ["data", "docs"])
        assert files is not None
        assert past_catalogue(Snapshot(files)).reports is not None


def test_there_is_one_of_every_kind(catalogue: Catalogue) -> None:
    rows = catalogue.indicators.values()
    assert len([row for row in rows if row.kind is not kinds.HEADING]) >= 40
    assert len(catalogue.sections) >= 5
    assert {row.kind for row in rows} == set(kinds.KINDS.values())
    observations = [o for report in catalogue.reports for o in report.observations]
    assert {o.status for o in observations} == set(Status)
    pending = {o.expected is not None for o in observations if o.status is Status.PENDING}
    assert pending == {True, False}
    assert any(o.note and o.value is None and o.status is Status.NOT_REPORTED for o in observations)
    assert any(o.value is not None and str(o.value) == "0" and o.indicator.kind is kinds.COUNT for o in observations)
    assert any(str(o.value) == "0" and o.indicator.kind is kinds.CODED for o in observations)
    assert {person.withheld for o in observations for person in o.persons} == {True, False}
    parents = {row.parent for row in rows}
    assert any(row.id in parents and row.kind is not kinds.HEADING for row in rows), "a heading that carries a value"
    digits = {str(o.value).partition(".")[2] for o in observations if o.indicator.kind is kinds.PERCENT and o.value}
    assert {len(decimals) for decimals in digits} == {0, 1, 2}
    outcomes = Counter(result.outcome for report in catalogue.reports for result in report.check_results)
    assert set(outcomes) == {"holds", "fails", "not-computable", "not-applicable"}
    assert {report.period.kind for report in catalogue.reports} >= {
        PeriodKind.QUARTER,
        PeriodKind.HALF_YEAR,
        PeriodKind.NINE_MONTHS,
        PeriodKind.YEAR,
    }
    assert {report.cumulative for report in catalogue.reports} == {True, False}
    assert any(report.reading_notes for report in catalogue.reports)
    assert {question.open for report in catalogue.reports for question in report.questions} == {True, False}


def test_targets_are_reached_missed_raised_and_stand_beside_what_was_withdrawn(catalogue: Catalogue) -> None:
    aimed = [o for report in catalogue.reports for o in report.observations if o.target is not None]
    amounts = [o for o in aimed if isinstance(o.value, Decimal)]
    assert {o.indicator.kind for o in aimed} == {kinds.PERCENT, kinds.COUNT}
    assert {o.value >= o.target for o in amounts if isinstance(o.value, Decimal) and o.target} == {True, False}
    assert any(o.value is None for o in aimed)
    assert len({o.target for o in aimed if o.indicator.id == "ho-so-dung-han-ty-le"}) == 2


def test_every_target_is_told_and_drawn_wherever_its_figure_stands_alone(
    catalogue: Catalogue, demo_pages: dict[str, HtmlElement], demo_site: Path
) -> None:
    """On tiles, on the page of the indicator, in the annex, and in the files for machines."""
    for report in catalogue.reports:
        page = demo_pages[f"bao-cao/{report.period.slug}/index.html"]
        with (demo_site / f"api/v1/reports/{report.period}.csv").open(encoding="utf-8-sig", newline="") as file:
            exported = {line["id"]: line["target"] for line in csv.DictReader(file)}
        for observation in report.observations:
            told = phrases.target_text(observation)
            row = page.get_element_by_id(addresses.row_anchor(observation.indicator))
            below = row.getnext()
            beside = below.text_content() if below is not None and "row-mark" in below.classes else ""
            assert ("Mục tiêu" in beside) == (told is not None)
            assert told is None or told in beside
            assert exported[observation.indicator.id] == str(observation.target or "")
        tiles = [tile for tile in page.find_class("tile") if "mục tiêu" in tile.text_content().lower()]
        drawn = [tile for tile in tiles if tile.find_class("chart__goal")]
        assert len(tiles) == 2
        assert len(drawn) == sum(
            isinstance(report.by_key[series_key(id)].value, Decimal)
            for id in ("ho-so-dung-han-ty-le", "khao-sat-hai-long")
        )
    headline = demo_pages["chi-tieu/ho-so-dung-han-ty-le/index.html"].find_class("headline")[0]
    assert "mục tiêu 98" in headline.text_content()
    assert headline.find_class("chart__goal")


def test_the_form_evolves_in_every_way(catalogue: Catalogue) -> None:
    rows = catalogue.indicators
    started = {row.id for row in rows.values() if row.first_period.year > 2031}
    ended = {row.id for row in rows.values() if row.last_period is not None}
    assert started
    assert any(rows[id].successors == () for id in ended)
    assert any(len(rows[id].successors) > 1 for id in ended)
    conversions = {id: [(p.indicator, p.factor) for p in row.conversion] for id, row in rows.items() if row.conversion}
    assert conversions["don-thu"] == [("don-khieu-nai", 1), ("don-to-cao", 1)]
    assert conversions["dich-vu-cong-mot-phan"] == [("dich-vu-cong", 1), ("dich-vu-cong-muc-4", -1)]
    assert conversions["kinh-phi-giao"] == [("kinh-phi-giao-trieu", 1_000_000)]
    assert any(row.breaks for row in rows.values())
    assert rows["ho-so-truc-tuyen"].former_ids == ("ho-so-nop-qua-mang",)


def test_many_periods_are_of_every_kind() -> None:
    known = truth(1200, 5)
    assert len(known.lives) == len(known.revisions) == 1200
    assert {life.period.kind for life in known.lives} == set(PeriodKind)
    orders = [life.period.order for life in known.lives]
    assert orders == sorted(orders)


def test_a_longer_demonstration_lacks_the_report_on_a_year_between_others() -> None:
    years = [str(period) for period in timetable(24).periods if period.kind is PeriodKind.YEAR]
    assert years == ["2031-A1", "2032-A1", "2034-A1", "2035-A1"]
    assert len(set(timetable(24).periods)) == 24


def test_the_truth_is_what_the_files_say(catalogue: Catalogue, known: Truth) -> None:
    said = {
        (str(report.period), o.indicator.id): (None if o.value is None else str(o.value), o.note)
        for report in catalogue.reports
        for o in report.observations
        if (str(report.period), o.indicator.id) in known.figures
    }
    assert said == {key: (history[-1].value, history[-1].note) for key, history in known.figures.items()}
    announced = {
        str(report.period): [(r.number, r.date, r.reason, r.document) for r in report.revisions]
        for report in catalogue.reports
    }
    assert announced == {
        period: [(v.number, v.date, v.reason, v.document.id if v.document else None) for v in vintages]
        for period, vintages in known.revisions.items()
    }


def test_corrections_are_of_every_class(known: Truth) -> None:
    found = set()
    for history in known.figures.values():
        for old, new in itertools.pairwise(history):
            if old.value == new.value:
                found.add("note" if old.status == new.status else "status")
            elif old.value is None:
                found.add("appeared")
            else:
                found.add("value" if new.value is not None else str(new.status))
    assert found >= {"value", "appeared", "note", "not-reported", "not-applicable"}
    assert {vintage.document is None for vintages in known.revisions.values() for vintage in vintages[1:]} == {
        True,
        False,
    }


def test_periods_differ_in_many_ways(known: Truth) -> None:
    words = set(known.changes("2031-Q1", "2032-Q1").values()) | set(known.changes("2031-S1", "2032-S1").values())
    assert words >= {"rose", "fell", "unchanged", "new", "ended", "appeared", "broken"}


def test_no_draft_is_public(known: Truth) -> None:
    told: dict[str, set[str]] = {}
    for commit in story(PERIODS, SEED, {}).commits():
        for path, text in commit.changes.items():
            if path.startswith("data/reports/") and text and "\nstatus: draft\n" in text:
                value = re.search(r"indicator: ho-so-tiep-nhan\n    value: (\d+)", text)
                told.setdefault(Path(path).stem, set()).update([value[1]] if value else [])
    assert all(told.values())
    for period, vintages in known.revisions.items():
        public = {figure.value for figure in known.figures[period, "ho-so-tiep-nhan"]}
        assert told[str(vintages[0].period)].isdisjoint(public)


def test_the_sizes_grow_and_the_commits_keep_the_order_of_their_days() -> None:
    commits: list[Commit] = list(story(30, 3, {}).commits())
    dates = [commit.date for commit in commits if not commit.message.startswith("Revert")]
    assert len(commits) > 90
    assert sum(later < earlier for earlier, later in itertools.pairwise(dates)) <= 2


def test_the_configuration_is_the_projects_own_under_another_name() -> None:
    ours = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    changed = [line for line in configuration(ours).splitlines() if line not in ours.splitlines()]
    assert [line.partition(":")[0].strip() for line in changed] == [
        "site_name",
        "site_description",
        "modules",
        "notice",
    ]
    gone = [line for line in ours.splitlines() if line not in configuration(ours).splitlines()]
    expected = ["site_name", "site_description", "custom_dir", "module_name"]
    assert [line.partition(":")[0].strip() for line in gone] == expected
    assert set(frame(ROOT)) >= {"mkdocs.yml", ".gitignore", ".gitattributes"}


def test_every_page_says_that_it_is_invented(demo_pages: dict[str, HtmlElement]) -> None:
    assert len(demo_pages) > 100
    silent = [path for path, page in demo_pages.items() if INVENTED not in page.text_content()]
    assert silent == []
    at_address = [page for path, page in demo_pages.items() if re.fullmatch(r"bao-cao/2\d{3}-\w+/index.html", path)]
    # One report was first published for another period, whose address leads on.
    reports = [page for page in at_address if not page.xpath("//meta[@http-equiv='refresh']")]
    assert len(at_address) == PERIODS + 1
    assert len(reports) == PERIODS
    for page in reports:
        assert INVENTED in page.find(".//h1").text_content()


def test_no_link_of_the_site_leads_nowhere(demo_site: Path, demo_pages: dict[str, HtmlElement]) -> None:
    ids = {path: {element.get("id") for element in page.iter()} for path, page in demo_pages.items()}
    broken = []
    for path, page in demo_pages.items():
        # Served at any address, so its links start at the root of the site.
        links = [urlsplit(a.get("href")) for a in page.iter("a") if a.get("href") and path != "404.html"]
        for link in links:
            if link.scheme or link.netloc:
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link.path)) if link.path else path
            if (demo_site / target).is_dir():
                target = posixpath.normpath(posixpath.join(target, "index.html"))
            known = (demo_site / target).is_file()
            if not known or (link.fragment and target in ids and unquote(link.fragment) not in ids[target]):
                broken.append((path, link.geturl()))
    assert broken == []


def test_the_real_project_has_nothing_of_it() -> None:
    real = [*(ROOT / "data").rglob("*.yaml"), *(ROOT / "docs" / "bao-cao").rglob("*.md"), ROOT / "mkdocs.yml"]
    assert [path for path in real if INVENTED in path.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--periods", "0", "x"], "giá trị của --periods không hợp lệ: cần một số từ 1 đến 1200."),
        (["--periods", "5000", "x"], "giá trị của --periods không hợp lệ: cần một số từ 1 đến 1200."),
        (["--periods", "tám", "x"], "giá trị của --periods không hợp lệ: cần một số từ 1 đến 1200."),
        (["--seed", "-1", "x"], "giá trị của --seed không hợp lệ: cần một số từ 0 đến 999999999."),
        (["--seed", "abc", "x"], "giá trị của --seed không hợp lệ: cần một số từ 0 đến 999999999."),
        ([], "thiếu THƯ_MỤC."),
        (["tep"], "“tep” là một tệp, không phải thư mục. Hãy chọn tên khác."),
        (["day"], "thư mục “day” không trống nên không ghi gì. Hãy chọn thư mục khác."),
    ],
)
def test_wrong_usage_is_refused_and_nothing_is_written(
    arguments: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("tep").write_text("")
    Path("day").mkdir()
    Path("day", "cua-toi.txt").write_text("")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err == f"{NAME}: {message}\nXem cách dùng: {NAME} --help\n"
    assert sorted(tmp_path.rglob("*")) == before


def test_without_git_the_files_are_written_and_the_lack_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], demo_project: Path
) -> None:
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    with pytest.raises(SystemExit) as ended:
        main(["--periods", "8", str(tmp_path / "moi")])
    assert not ended.value.code
    assert (
        "Máy này không có git nên không có lịch sử sửa đổi; số liệu và các trang vẫn đủ.\n" in capsys.readouterr().out
    )
    assert texts(tmp_path / "moi") == texts(demo_project)
    assert not (tmp_path / "moi" / ".git").exists()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tep").write_text("")
    with pytest.raises(SystemExit) as ended:
        main([str(tmp_path / "tep" / "moi")])
    assert ended.value.code == 1
    assert capsys.readouterr().err == f"Không ghi được thư mục “{tmp_path / 'tep' / 'moi'}”: Not a directory.\n"
