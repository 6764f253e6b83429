"""Every file of the site that machines read: reports, comparisons, series, the feed."""

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TypeVar

from macros import addresses
from macros.charts.face_svg import chart_file
from macros.comparing.reference_periods import published
from macros.outputs.feed import history_feed
from macros.outputs.html.renderer import Renderer
from macros.outputs.tables.comparison_csv import comparison_csv
from macros.outputs.tables.report_csv import report_csv
from macros.outputs.tables.report_json import report_json
from macros.outputs.tables.series_csv import series_csv
from macros.publication.artifact import Artifact
from macros.publication.former_build import FormerBuild
from macros.record import Catalogue, Indicator, PeriodKind, Report

Part = TypeVar("Part")


def machine_files(renderer: Renderer) -> Iterator[Artifact]:
    """The files but those of series, each made when it is asked for."""
    catalogue = renderer.catalogue
    as_json, as_csv = partial(report_json, catalogue=catalogue), partial(report_csv, catalogue=catalogue)
    yield _from_record(addresses.FEED, renderer, history_feed)
    for report in catalogue.reports:
        yield _from_record(addresses.report_file(report.period, "json"), report, as_json)
        yield _from_record(addresses.report_file(report.period, "csv"), report, as_csv)
        for other in published(report, catalogue):
            address = addresses.comparison_file(other.period, report.period)
            yield _from_record(address, (other, report), partial(_comparison, renderer))


@dataclass(frozen=True)
class SeriesFiles(Container[str]):
    """The chart of each series that has one, and the table of each that has a chart or a page for earlier years.

    Which ones have a chart, only the figures of all reports say.
    """

    renderer: Renderer
    former: FormerBuild

    def all(self) -> Iterator[Artifact]:
        """The files of all series."""
        for indicator in self.renderer.catalogue.indicators.values():
            drawn = self._kinds(indicator)
            for kind in drawn:
                yield self._drawn(indicator, kind)
            for kind in dict.fromkeys((*drawn, *self._paged(indicator))):
                yield self._listed(indicator, kind)

    def at(self, address: str) -> Artifact | None:
        """The file of a series at an address; nothing is read of any series that has no file there."""
        indicator, kind, extension = self._possible.get(address, (None, None, ""))
        if indicator is None or kind is None:
            return None
        if kind in self._kinds(indicator):
            return self._drawn(indicator, kind) if extension == "svg" else self._listed(indicator, kind)
        return self._listed(indicator, kind) if extension == "csv" and kind in self._paged(indicator) else None

    def __contains__(self, address: object) -> bool:
        return isinstance(address, str) and self.at(address) is not None

    def _drawn(self, indicator: Indicator, kind: PeriodKind) -> Artifact:
        address = addresses.series_file(indicator, kind, "svg")
        return _from_record(address, (indicator, kind), partial(_chart, self.renderer))

    def _listed(self, indicator: Indicator, kind: PeriodKind) -> Artifact:
        address = addresses.series_file(indicator, kind, "csv")
        return _from_record(address, (indicator, kind), partial(_series, self._catalogue))

    def _paged(self, indicator: Indicator) -> Iterable[PeriodKind]:
        """The kinds of period over which it has more figures than its page."""
        return self.renderer.derived.series_pages.paged(indicator)

    def _kinds(self, indicator: Indicator) -> list[PeriodKind]:
        """The kinds of period over which an indicator has a chart."""
        charts = partial(self.renderer.derived.charts, indicator)
        said = self.former.value(f"charts of {indicator.id}", lambda: [chart.kind for chart in charts()])
        return list(map(PeriodKind, said))

    @cached_property
    def _possible(self) -> dict[str, tuple[Indicator, PeriodKind, str]]:
        """Every address at which a series might have a file."""
        return {
            addresses.series_file(indicator, kind, extension): (indicator, kind, extension)
            for indicator in self._catalogue.indicators.values()
            for kind in PeriodKind
            for extension in ("svg", "csv")
        }

    @property
    def _catalogue(self) -> Catalogue:
        return self.renderer.catalogue


def _from_record(address: str, made_from: Part, how: Callable[[Part], str]) -> Artifact:
    """A file of text that the record and its address decide."""
    return Artifact(address, made_from, lambda part: how(part).encode(), given="")


def _comparison(renderer: Renderer, reports: tuple[Report, Report]) -> str:
    return comparison_csv(renderer.comparison(*reports), renderer.catalogue)


def _chart(renderer: Renderer, series: tuple[Indicator, PeriodKind]) -> str:
    indicator, kind = series
    return next(chart_file(chart.face) for chart in renderer.derived.charts(indicator) if chart.kind is kind)


def _series(catalogue: Catalogue, series: tuple[Indicator, PeriodKind]) -> str:
    return series_csv(*series, catalogue)
