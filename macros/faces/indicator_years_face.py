"""What an indicator's own page has no room for: its figures on earlier years, and charts of other kinds of period."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros import addresses, vietnamese
from macros.faces import phrases
from macros.faces.chart_face import ChartFace
from macros.faces.derived import Derived
from macros.faces.indicator_face import entries
from macros.faces.linked_text import Linked, Part, filled
from macros.faces.record_charts import charts_of_years, of_kind_first
from macros.faces.revised_face import RevisedFace, revised_faces
from macros.faces.series_table_face import SeriesTable, series_table
from macros.faces.years import Span, TurnsFace, titled, turns
from macros.record import Indicator, PeriodKind, Report
from macros.wording import indicator as wording


@dataclass(frozen=True, slots=True)
class IndicatorYearsFace:
    """The page: what it shows, in charts and as a table, and which of the figures were revised."""

    address: str
    title: str
    description: str
    turns: TurnsFace
    lead: Linked
    charts: tuple[ChartFace, ...]
    no_chart: str
    table: SeriesTable
    revised: tuple[RevisedFace, ...]


def indicator_years_face(
    indicator: Indicator, span: Span, reports: Sequence[Report], spans: Sequence[Span], derived: Derived
) -> IndicatorYearsFace:
    """The face of the page of a span, one of `spans`; `reports` are all of it whose form has the row, newest first."""
    catalogue, page = derived.catalogue, addresses.indicator(indicator)
    name, series = catalogue.names[indicator.key], entries(indicator, reports)
    drawn = tuple(chart.face for chart in charts_of_years(indicator, span.years, catalogue, derived.axes))
    place = phrases.section_path(indicator, catalogue)
    agency = Part(catalogue.agency.name, addresses.ABOUT)
    return IndicatorYearsFace(
        address=span.below(page),
        title=titled(name, span),
        description=wording.YEARS_DESCRIPTION.format(name=name, years=span.label, place=place),
        turns=turns(Part(name, page, printed=True), span, spans),
        lead=filled(wording.YEARS_LEAD, period=vietnamese.inside(span.label), agency=agency),
        charts=drawn,
        no_chart="" if drawn else indicator.kind.no_chart,
        table=series_table(indicator, series, derived, _before(indicator, reports, derived)),
        revised=revised_faces(indicator, reports, catalogue),
    )


@dataclass(frozen=True, slots=True)
class OtherChartsFace:
    """The page of the charts that the indicator's own page does not have."""

    address: str
    title: str
    description: str
    up: Part
    lead: Linked
    charts: tuple[ChartFace, ...]
    no_chart: str


def other_charts_face(indicator: Indicator, derived: Derived) -> OtherChartsFace:
    """The face of the page; the chart over the kind of period of the newest report stands on the indicator's own."""
    catalogue = derived.catalogue
    name = catalogue.names[indicator.key]
    drawn = of_kind_first(derived.charts(indicator), derived.series_pages.paged(indicator)[0])[1:]
    return OtherChartsFace(
        address=derived.series_pages.other_charts(indicator),
        title=wording.OTHER_CHARTS_TITLE.format(name=name),
        description=wording.OTHER_CHARTS_DESCRIPTION.format(
            name=name, place=phrases.section_path(indicator, catalogue)
        ),
        up=Part(name, addresses.indicator(indicator), printed=True),
        lead=filled(wording.OTHER_CHARTS_LEAD, agency=Part(catalogue.agency.name, addresses.ABOUT)),
        charts=tuple(chart.face for chart in drawn),
        no_chart="" if drawn else indicator.kind.no_chart,
    )


def _before(indicator: Indicator, reports: Sequence[Report], derived: Derived) -> dict[PeriodKind, Report]:
    """The report of each kind of period that comes before those of the page."""
    oldest = {report.period.kind: report for report in reports}
    before = {kind: derived.series_pages.before(indicator, report) for kind, report in oldest.items()}
    return {kind: report for kind, report in before.items() if report is not None}
