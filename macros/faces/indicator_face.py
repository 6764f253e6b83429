"""The page of an indicator as plain data: its newest figure, its figures over the periods, and what it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros import addresses, vietnamese
from macros.faces import meaning, phrases
from macros.faces.chart_face import ChartFace
from macros.faces.definition_face import DefinitionFace, definition_face
from macros.faces.derived import Derived
from macros.faces.headline_face import HeadlineFace, headline_face
from macros.faces.linked_text import Linked, Part
from macros.faces.neighbours_face import NeighboursFace, neighbours_face
from macros.faces.parts import AnswerFace, answer_face, page_link, short_doubt
from macros.faces.record_charts import of_kind_first
from macros.faces.revised_face import RevisedFace, revised_faces
from macros.faces.rows import row_marks
from macros.faces.series_table_face import Entries, SeriesTable, series_table
from macros.faces.shares_face import SharesFace, shares_face
from macros.faces.years import EarlierFace, span_links
from macros.record import Catalogue, Indicator, Observation, Report
from macros.wording import charts
from macros.wording import indicator as wording
from macros.wording import years as counted


@dataclass(frozen=True, slots=True)
class QualityLines:
    """What helps to read the newest figure: answers to questions, notes, and the page that has all of them."""

    answers: tuple[AnswerFace, ...]
    notes: tuple[str, ...]
    page: Part


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document that the indicator or one of its notes rests on, and what it is about."""

    link: Part
    subject: str


@dataclass(frozen=True, slots=True)
class RowBelow:
    """A row below the indicator in the form: its name, its figure, the period where that is not the newest one."""

    name: Part
    figure: str
    period: str
    doubt: Part | None


@dataclass(frozen=True, slots=True)
class IndicatorFace:
    """The page of an indicator.

    `path` are the rows above it. `headline` and all about its newest figure is None where no report has the row.
    `chart_notice` says that the newest figures are too few to be drawn, `no_chart` why nothing is drawn. `table`,
    `revised` and `documents` tell of the newest of many figures then; `earlier` leads to those before, `other_charts`
    to the charts of the other kinds of period.
    """

    name: str
    address: str
    description: str
    path: Linked
    headline: HeadlineFace | None
    shares: SharesFace | None
    charts: tuple[ChartFace, ...]
    chart_notice: str
    no_chart: str
    other_charts: Part | None
    table: SeriesTable
    earlier: EarlierFace | None
    revised: tuple[RevisedFace, ...]
    definition: DefinitionFace
    quality: QualityLines | None
    documents: tuple[DocumentLine, ...]
    below: tuple[RowBelow, ...]
    before: Part | None
    after: Part | None
    neighbours: NeighboursFace


def indicator_face(
    indicator: Indicator, before: Indicator | None, after: Indicator | None, derived: Derived
) -> IndicatorFace:
    """The face of an indicator that can hold a value; `before` and `after` stand beside it in the form."""
    catalogue = derived.catalogue
    series = entries(indicator, derived.series_pages.living(indicator).shown)
    latest = series[0] if series else None
    drawn = of_kind_first(derived.charts(indicator), latest[0].period.kind) if latest else []
    others = derived.series_pages.other_charts(indicator)
    other_kind = latest is not None and drawn and drawn[0].kind is not latest[0].period.kind
    return IndicatorFace(
        name=catalogue.names[indicator.key],
        address=addresses.indicator(indicator),
        description=_description(indicator, series, catalogue),
        path=tuple(_path(indicator, catalogue)),
        headline=headline_face(*latest, derived) if latest else None,
        shares=shares_face(latest[0], indicator, catalogue) if latest else None,
        charts=tuple(chart.face for chart in (drawn[:1] if others else drawn)),
        chart_notice=_chart_notice(latest[0], drawn[0].kind) if latest and other_kind else "",
        no_chart="" if drawn else indicator.kind.no_chart,
        other_charts=Part(wording.OTHER_CHARTS, others) if others else None,
        table=series_table(indicator, series, derived),
        earlier=_earlier(indicator, derived),
        revised=revised_faces(indicator, [report for report, _ in series], catalogue),
        definition=definition_face(indicator, catalogue),
        quality=_quality(latest[0], indicator) if latest else None,
        documents=tuple(_documents(indicator, series, catalogue)),
        below=tuple(_below(indicator, latest[0] if latest else None, catalogue)),
        before=page_link(before, catalogue) if before else None,
        after=page_link(after, catalogue) if after else None,
        neighbours=neighbours_face(indicator, before, after, catalogue),
    )


def entries(indicator: Indicator, reports: Iterable[Report]) -> list[tuple[Report, Observation]]:
    """Reports with the row of an indicator, of those that have it."""
    return [(report, report.by_key[indicator.key]) for report in reports if indicator.key in report.by_key]


def _earlier(indicator: Indicator, derived: Derived) -> EarlierFace | None:
    spans = derived.series_pages.spans(indicator)
    if not spans:
        return None
    pages = span_links(addresses.indicator(indicator), spans, counted.PERIODS)
    return EarlierFace("cac-ky-truoc", wording.EARLIER, wording.EARLIER_LEAD, pages)


def _description(indicator: Indicator, series: Entries, catalogue: Catalogue) -> str:
    newest = ""
    if series:
        report, observation = series[0]
        newest = wording.LATEST.format(figure=phrases.figure_text(observation), period=report.period.label)
    name, place = catalogue.names[indicator.key], phrases.section_path(indicator, catalogue)
    return wording.DESCRIPTION.format(name=name, latest=newest, place=place)


def _path(indicator: Indicator, catalogue: Catalogue) -> Iterator[Part]:
    for row in catalogue.ancestors(indicator):
        yield Part(phrases.numbered(row), addresses.indicator(row) if addresses.has_page(row) else None, printed=True)


def _chart_notice(latest: Report, drawn: str) -> str:
    newest = charts.BY_PERIOD[latest.period.kind]
    return wording.OTHER_KIND_DRAWN.format(newest=newest, drawn=charts.BY_PERIOD[drawn])


def _quality(report: Report, indicator: Indicator) -> QualityLines | None:
    """What is known of the newest figure beside its doubt; None where there is no more."""
    marks = row_marks(report, indicator)
    if not (marks.answered or marks.notes):
        return None
    title = wording.QUALITY_PAGE.format(report=phrases.report_title(report))
    address = marks.doubt.address if marks.doubt else addresses.quality(report)
    return QualityLines(
        tuple(map(answer_face, marks.answered)),
        tuple(note.text for note in marks.notes),
        Part(title, address),
    )


def _documents(indicator: Indicator, series: Entries, catalogue: Catalogue) -> Iterator[DocumentLine]:
    """The documents of the definition, and those of the notes."""
    cited = (id for _, observation in series for id in observation.documents)
    for id in dict.fromkeys([*indicator.documents, *cited]):
        document = catalogue.documents[id]
        link = Part(phrases.document_title(document), addresses.document(document))
        yield DocumentLine(link, document.subject or "")


def _below(indicator: Indicator, latest: Report | None, catalogue: Catalogue) -> Iterator[RowBelow]:
    for row in catalogue.children[indicator.id]:
        if not row.kind.holds_value:
            yield RowBelow(Part(row.title, printed=True), "", "", None)
            continue
        name = Part(row.title, addresses.indicator(row), printed=True)
        found = latest.observation(row.key) if latest else None
        if latest is None or found is None:
            yield RowBelow(name, "", "", None)
            continue
        period = "" if latest is catalogue.latest else vietnamese.inside(latest.period.label)
        yield RowBelow(name, phrases.figure_text(found), period, short_doubt(meaning.doubt(latest, row)))
