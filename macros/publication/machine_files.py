"""Every file of the site that machines read: reports, comparisons, series, the feed."""

from collections.abc import Callable, Iterator
from functools import partial
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


def machine_files(renderer: Renderer, former: FormerBuild) -> Iterator[Artifact]:
    """The files, each made when it is asked for."""
    catalogue = renderer.catalogue
    as_json, as_csv = partial(report_json, catalogue=catalogue), partial(report_csv, catalogue=catalogue)
    yield _from_record(addresses.FEED, renderer, history_feed)
    for report in catalogue.reports:
        yield _from_record(addresses.report_file(report.period, "json"), report, as_json)
        yield _from_record(addresses.report_file(report.period, "csv"), report, as_csv)
        for other in published(report, catalogue):
            address = addresses.comparison_file(other.period, report.period)
            yield _from_record(address, (other, report), partial(_comparison, renderer))
    for indicator in catalogue.indicators.values():
        drawn = _kinds(indicator, renderer, former)
        for kind in drawn:
            address = addresses.series_file(indicator, kind, "svg")
            yield _from_record(address, (indicator, kind), partial(_chart, renderer))
        for kind in dict.fromkeys((*drawn, *renderer.derived.series_pages.paged(indicator))):
            address = addresses.series_file(indicator, kind, "csv")
            yield _from_record(address, (indicator, kind), partial(_series, catalogue))


def _from_record(address: str, made_from: Part, how: Callable[[Part], str]) -> Artifact:
    """A file of text that the record and its address decide."""
    return Artifact(address, made_from, lambda part: how(part).encode(), given="")


def _kinds(indicator: Indicator, renderer: Renderer, former: FormerBuild) -> list[PeriodKind]:
    """The kinds of period over which an indicator has a chart."""
    said = former.value(
        f"charts of {indicator.id}", lambda: [chart.kind for chart in renderer.derived.charts(indicator)]
    )
    return list(map(PeriodKind, said))


def _comparison(renderer: Renderer, reports: tuple[Report, Report]) -> str:
    return comparison_csv(renderer.comparison(*reports), renderer.catalogue)


def _chart(renderer: Renderer, series: tuple[Indicator, PeriodKind]) -> str:
    indicator, kind = series
    return next(chart_file(chart.face) for chart in renderer.derived.charts(indicator) if chart.kind is kind)


def _series(catalogue: Catalogue, series: tuple[Indicator, PeriodKind]) -> str:
    return series_csv(*series, catalogue)
