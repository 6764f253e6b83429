"""The files that tell of one report, with their texts: its own, what people wrote of it, and its page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from macros.reading.mkdocs_settings import NAME, Settings
from macros.reading.narrative import REPORT_PAGES
from macros.reading.project import Entry, read_again
from macros.reading.report_summary import ReportSummary
from macros.reading.shapes import QualityFile, ReportFile
from macros.reading.sources import Files
from macros.record import Period, ReportKey

_REPORTS, _QUALITY, _PAGES = "data/reports", "data/quality", f"docs/{REPORT_PAGES}".removesuffix("/")


@dataclass(frozen=True, slots=True)
class ReportFiles:
    """The files of one report by what they are; `quality` is None where nobody wrote anything of it."""

    period: Period
    report: str
    quality: str | None
    page: str
    texts: Mapping[str, str]

    @property
    def key(self) -> ReportKey:
        """By what the report is found."""
        return ReportKey(self.period)

    @property
    def parts(self) -> tuple[str, ...]:
        """Every file's name and text."""
        return tuple(part for named in self.texts.items() for part in named)

    def late_report(self, summary: ReportSummary) -> Entry[ReportFile]:
        return Entry.known(self.report, lambda: read_again(self.report, self.texts[self.report], ReportFile), summary)

    def late_quality(self, path: str) -> Entry[QualityFile]:
        return Entry.known(path, lambda: read_again(path, self.texts[path], QualityFile))


def report_files(files: Files) -> Iterator[ReportFiles]:
    """The files of each report that has the name of its period, and a page; nothing of one that cannot be read."""
    quality, pages = set(files.names(_QUALITY)), set(files.names(_PAGES))
    for name in files.names(_REPORTS):
        period = _period(name)
        if period is None:
            continue
        beside, page = f"{_QUALITY}/{period}.yaml", f"{_PAGES}/{period.slug}.md"
        wanted = [name, *([beside] if beside in quality else []), page]
        found = {path: files.text(path) for path in wanted if path != page or page in pages}
        texts = {path: text for path, text in found.items() if isinstance(text, str)}
        if len(texts) == len(wanted):
            yield ReportFiles(period, name, beside if beside in quality else None, page, texts)


def definition_parts(files: Files, settings: Settings | None) -> Iterator[str]:
    """The name and the text of every other data file, and what the settings say: what every report is read by."""
    for name in files.names("data"):
        if name.endswith(".yaml") and not name.startswith((f"{_REPORTS}/", f"{_QUALITY}/")):
            yield from (name, str(files.text(name)))
    if settings is not None:
        yield from (NAME, str(files.text(NAME)), repr(settings.values))


def _period(name: str) -> Period | None:
    path = PurePosixPath(name)
    try:
        period = Period.parse(path.stem)
    except ValueError:
        return None
    return period if name == f"{_REPORTS}/{period}.yaml" else None
