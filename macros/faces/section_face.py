"""The page of a section of the form: what stands around its table of the newest report, and its charts."""

from dataclasses import dataclass

from macros import addresses
from macros.faces import phrases
from macros.faces.chart_face import ChartFace
from macros.faces.derived import Derived
from macros.faces.linked_text import Linked, Part, filled
from macros.faces.parts import ContextFace, context_face
from macros.faces.record_charts import Chart
from macros.faces.small_multiples import Multiples, multiples
from macros.record import Catalogue, ReportStatus, Section
from macros.wording import charts
from macros.wording import section as wording


@dataclass(frozen=True, slots=True)
class SmallChart:
    """A small chart with the name of its indicator, which leads to the large one."""

    name: Part
    chart: ChartFace


@dataclass(frozen=True, slots=True)
class MultiplesFace:
    """Small charts over the same periods: what they show and what their signs mean, and a line for them folded."""

    folded: str
    key: str
    charts: tuple[SmallChart, ...]


@dataclass(frozen=True, slots=True)
class OtherSection:
    """Another section: its number and label, and where its page is."""

    address: str
    name: Linked


@dataclass(frozen=True, slots=True)
class SectionFace:
    """The page of a section; `figures` says whose figures stand on it, `others` are the other sections."""

    address: str
    title: str
    description: str
    number: str
    context: ContextFace
    figures: str
    status: ReportStatus
    in_report: Part
    multiples: tuple[MultiplesFace, ...]
    others: tuple[OtherSection, ...]


def section_face(section: Section, derived: Derived) -> SectionFace:
    """The face of a section, with the newest report."""
    catalogue = derived.catalogue
    report = catalogue.latest
    title = {"number": section.number, "section": section.label}
    found = multiples(section, catalogue, derived.charts)
    return SectionFace(
        address=addresses.section(section),
        title=wording.TITLE.format(**title),
        description=wording.DESCRIPTION.format(**title),
        number=section.number,
        context=context_face(report, catalogue),
        figures=wording.FIGURES_OF.format(report=phrases.report_title(report)),
        status=report.status,
        in_report=Part(wording.IN_REPORT, f"{addresses.report(report)}#nhom-{section.number.lower()}"),
        multiples=tuple(_multiples(group, n == 0, catalogue) for n, group in enumerate(found)),
        others=tuple(_other(other) for other in catalogue.sections if other.id != section.id),
    )


def _multiples(group: Multiples, is_first: bool, catalogue: Catalogue) -> MultiplesFace:
    axis = group.charts[0].series.points
    sentence = charts.SMALL_KEY if is_first else charts.SMALL_KEY_FOLDED
    signs = " ".join(group.signs)
    return MultiplesFace(
        charts.SMALL_FOLDED.format(heading=group.heading, count=len(group.charts)),
        sentence.format(heading=group.heading, first=axis[0].name, last=axis[-1].name, signs=signs),
        tuple(SmallChart(_name(chart, catalogue), chart.face) for chart in group.charts),
    )


def _name(chart: Chart, catalogue: Catalogue) -> Part:
    row = chart.indicator
    return Part(catalogue.names[row.key], f"{addresses.indicator(row)}#qua-cac-ky", printed=True)


def _other(section: Section) -> OtherSection:
    label = Part(section.label, printed=True)
    return OtherSection(addresses.section(section), filled(wording.TITLE, number=section.number, section=label))
