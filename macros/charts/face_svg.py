"""The charts of faces as SVG: on a page with classes only, in a file of its own with its colours."""

from markupsafe import Markup

from macros import vietnamese
from macros.charts.series_chart import series_chart
from macros.charts.small import parts_bar, progress_bar, sparkline
from macros.faces.chart_face import ChartFace, Series
from macros.faces.progress_face import ProgressFace
from macros.faces.shares_face import SharesFace

# Every text in a drawing was escaped where it was drawn.


def narrow_chart(chart: ChartFace) -> Markup:
    """The chart for a page as wide as a phone."""
    return Markup(series_chart(chart.series, chart.id, vietnamese.number))


def wide_chart(chart: ChartFace) -> Markup:
    """The same for a wide page."""
    return Markup(series_chart(chart.series, f"{chart.id}-rong", vietnamese.number, wide=True))


def chart_file(chart: ChartFace) -> str:
    """The chart as a file of its own, with its caption."""
    return series_chart(chart.series, chart.id, vietnamese.number, alone=True, caption=chart.caption)


def spark_line(series: Series) -> Markup:
    """A series in the size of a word, beside words that say the change."""
    return Markup(sparkline(series))


def bar_of_progress(progress: ProgressFace) -> Markup:
    """How far a figure is on its way."""
    said = progress.title, progress.description, progress.id
    return Markup(progress_bar(*said, progress.value, progress.goal, progress.whole))


def bar_of_shares(shares: SharesFace) -> Markup:
    """How the parts of a total share it."""
    parts = [(share.name, share.amount) for share in shares.shares]
    return Markup(parts_bar(shares.title, shares.description, shares.id, parts))
