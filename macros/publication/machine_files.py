"""Every file of the site that machines read: reports, comparisons, series, the feed."""

from collections.abc import Iterator

from macros import addresses
from macros.charts.face_svg import chart_file
from macros.outputs.feed import history_feed
from macros.outputs.html.renderer import Renderer
from macros.outputs.tables.comparison_csv import comparison_csv
from macros.outputs.tables.report_csv import report_csv
from macros.outputs.tables.report_json import report_json
from macros.outputs.tables.series_csv import series_csv
from macros.publication.artifact import Artifact
from macros.publication.ledger import key
from macros.publication.plain_data import Digests
from macros.publication.program import program


def machine_files(renderer: Renderer, *, keep: bool) -> Iterator[Artifact]:
    """The files, each made when it is asked for; those that are made from a face have a key, where we are to `keep`."""
    catalogue = renderer.catalogue
    yield Artifact(addresses.FEED, renderer, lambda renderer: history_feed(renderer).encode())
    for report in catalogue.reports:
        yield Artifact(
            addresses.report_file(report.period, "json"), report, lambda report: report_json(report, catalogue).encode()
        )
        yield Artifact(
            addresses.report_file(report.period, "csv"), report, lambda report: report_csv(report, catalogue).encode()
        )
        for comparison in renderer.published_comparisons(report):
            address = addresses.comparison_file(comparison.before.period, report.period)
            yield Artifact(address, comparison, lambda comparison: comparison_csv(comparison, catalogue).encode())
    for indicator in catalogue.indicators.values():
        for chart in renderer.charts(indicator):
            address = addresses.series_file(indicator, chart.kind, "svg")
            made = key("chart", program(), Digests().of(chart.face)) if keep else ""
            yield Artifact(address, chart.face, lambda chart: chart_file(chart).encode(), made)
            yield Artifact(
                addresses.series_file(indicator, chart.kind, "csv"),
                (indicator, chart.kind),
                lambda series: series_csv(series[0], series[1], catalogue).encode(),
            )
