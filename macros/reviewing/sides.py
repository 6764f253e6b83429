"""What a reviewer names on the command line: a period, a state that git keeps, or a file, to what is compared."""

import re
from dataclasses import dataclass
from pathlib import Path

from macros.comparing.change_set import ChangeSet, change_set
from macros.comparing.comparison import compare
from macros.comparing.reference_periods import period_before
from macros.faces.changes_face import review_face
from macros.history.git import committed_files
from macros.loading.assembly import load_catalogue, offered_catalogue, past_catalogue
from macros.loading.snapshots import kept_editions
from macros.outputs.html.renderer import Renderer
from macros.outputs.review_text import markdown_report, text_report
from macros.outputs.tables.comparison_json import change_set_json
from macros.problems.problem import Problem, nearest
from macros.reading.fitting import shaped_text
from macros.reading.shapes import ReportFile
from macros.reading.sources import Folder, Overlay, Snapshot, decoded, named_file
from macros.record import Catalogue, Report, ReportKey
from macros.vietnamese import inside

_REVISION = re.compile(r"(?P<period>[0-9]{4}-[A-Za-z][0-9]{1,2})(?:/v|@)(?P<number>[0-9]{1,4})", re.IGNORECASE)


class NotFound(Exception):
    """What was named cannot be compared; the message says why and what can be named, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: a state of the project, and the report in it that is meant, if one is."""

    catalogue: Catalogue
    report: Report | None
    name: str
    # The revision that was named, 0 where none was.
    revision: int = 0
    # Whether a period was named, and so the report as it stands now is meant.
    is_period: bool = False


def difference(root: Path, before: str, after: str | None) -> tuple[ChangeSet, Catalogue]:
    """What changed from one named thing to another, and the catalogue that names the rows.

    With one name alone: a period against the period before it, anything else against the project as it stands now.
    Raises NotFound for a name that means nothing, Problems for a state with errors.
    """
    current = load_catalogue(root)
    named = Names(root, current)
    first = named.side(before)
    if after is not None:
        second = named.side(after)
    elif first.is_period and first.report is not None:
        second, first = first, _side_before(first.report, current)
    elif first.revision and first.report is not None:
        if first.revision == 1:
            raise NotFound(f"“{before}” là lần công bố đầu, trước đó không có lần nào. Ghi thêm B để so sánh.")
        second, first = first, named.revision(first.report.key, first.revision - 1)
    elif named_file(root, Path(before)) is not None and (committed := named.side("HEAD")):
        second, first = first, committed
    else:
        second = Side(current, None, "")
    # Rows are named by today's definitions where they know them, and an earlier state's are its own.
    return _between(first, second, current), second.catalogue


def difference_report(found: ChangeSet, catalogue: Catalogue, form: str) -> str:
    """The change set as "text", "markdown", "json" or "html"."""
    match form:
        case "markdown":
            return markdown_report(found, catalogue)
        case "json":
            return change_set_json(found, catalogue).rstrip("\n")
        case "html":
            return Renderer(catalogue).faced("change_set", "", review_face(found, catalogue))
        case _:
            return text_report(found, catalogue)


def _side_before(report: Report, catalogue: Catalogue) -> Side:
    earlier = period_before(report, catalogue)
    if earlier is None:
        label = report.period.label
        raise NotFound(
            f"chưa có báo cáo nào cùng loại kỳ trước {inside(label)}. Ghi thêm kỳ thứ hai để so sánh hai kỳ bất kỳ."
        )
    return Side(catalogue, earlier, str(earlier.period), is_period=True)


def _between(first: Side, second: Side, current: Catalogue) -> ChangeSet:
    if first.report is None and second.report is None:
        return change_set(first.catalogue, second.catalogue)
    # Beside one report, the other side's report on the same period is meant.
    old = first.report or _counterpart(first, second)
    new = second.report or _counterpart(second, first)
    return ChangeSet((), (), (compare(old, new, current.indicators | second.catalogue.indicators),))


def _counterpart(side: Side, other: Side) -> Report:
    assert other.report is not None
    found = side.catalogue.report(other.report.key)
    if found is None:
        raise NotFound(f"“{side.name or 'bản đang sửa'}” không có báo cáo {inside(other.report.period.label)}.")
    return found


def _key(period: str) -> ReportKey | None:
    """The report that a period means, in letters of either case; None where it is none."""
    try:
        return ReportKey.parse(period.upper())
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Names:
    """What can be named in a project."""

    root: Path
    current: Catalogue

    def side(self, name: str) -> Side:
        """The side that a name means; raises NotFound, or Problems where it cannot be read."""
        for meaning in (self._revision, self._period, self._file, self._commit):
            if (side := meaning(name)) is not None:
                return side
        periods = list(map(str, self.current.reports_by_key))
        near = nearest(name.upper(), periods)
        raise NotFound(
            f"không hiểu “{name}”: không phải kỳ báo cáo, tệp số liệu, hay bản lưu trong git."
            + (f" Có phải là “{near}”?" if near else f" Các kỳ có báo cáo: {', '.join(periods)}.")
        )

    def _revision(self, name: str) -> Side | None:
        """`2022-S1/v2`, as in the address of its page, or `2022-S1@2`."""
        match = _REVISION.fullmatch(name)
        key = _key(match["period"]) if match else None
        if match is None or key is None or self.current.report(key) is None:
            return None
        return self.revision(key, int(match["number"]))

    def revision(self, key: ReportKey, number: int) -> Side:
        """A report as it was in one of its revisions; raises NotFound where that is not known."""
        editions = self.current.history.reports[key].editions
        wanted = [edition for edition in editions if edition.revision.number == number]
        label = f"lần công bố {number} của báo cáo {inside(key.period.label)}"
        if not wanted:
            last = editions[-1].revision.number
            raise NotFound(f"không có {label}. Báo cáo này có {last} lần: {key}/v1 … {key}/v{last}.")
        (kept,) = kept_editions(self.root, self.current, wanted)
        report = kept.catalogue.report(kept.edition.report_then) if kept.catalogue else None
        if kept.catalogue is None or report is None:
            raise NotFound(f"git không giữ {label}, hoặc bản lưu không đọc được theo dạng hiện nay.")
        return Side(kept.catalogue, report, f"{key}/v{number}", number)

    def _period(self, name: str) -> Side | None:
        key = _key(name)
        if key is None:
            return None
        report = self.current.report(key)
        if report is None:
            known = ", ".join(map(str, self.current.reports_by_key))
            raise NotFound(f"chưa có báo cáo {inside(key.period.label)}. Các kỳ có báo cáo: {known}.")
        return Side(self.current, report, name, is_period=True)

    def _file(self, name: str) -> Side | None:
        path = named_file(self.root, Path(name))
        if path is None:
            return None
        text = decoded(name, path.read_bytes())
        if isinstance(text, Problem):
            raise NotFound(str(text))
        shape, problems = shaped_text(name, text, ReportFile)
        if shape is None:
            raise NotFound("\n".join(["tệp không đọc được như một báo cáo:", *map(str, problems)]))
        files = Overlay(Folder(self.root), f"data/reports/{shape.period}.yaml", text)
        catalogue = offered_catalogue(files)
        return Side(catalogue, catalogue.reports_by_key[shape.report], name)

    def _commit(self, name: str) -> Side | None:
        contents = committed_files(self.root, name, ("data", "docs"))
        return Side(past_catalogue(Snapshot(contents)), None, name) if contents else None
