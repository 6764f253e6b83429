"""Files of definitions and registers, as shaped, to records of the agency, its form and what texts name."""

from collections.abc import Mapping

from macros import record
from macros.kinds import HEADING, CodeList
from macros.reading import shapes
from macros.reading.conversions import parse_conversion
from macros.reading.project import Entry


def search_words(entry: Entry[shapes.SynonymsFile] | None) -> record.SearchWords:
    if entry is None:
        return record.SearchWords()
    return record.SearchWords(
        tuple(tuple(group.words) for group in entry.shape.synonyms),
        tuple(entry.shape.suggestions),
        tuple((asked.page, tuple(asked.words)) for asked in entry.shape.pages),
    )


def agency(shape: shapes.AgencyShape) -> record.Agency:
    return record.Agency(
        id=shape.id,
        name=shape.name,
        short_name=shape.short_name,
        territory=shape.territory,
        valid_from=shape.valid_from,
        valid_to=shape.valid_to,
        validity_note=shape.validity_note,
        sources=tuple(record.Source(source.text, source.url) for source in shape.sources),
        successor=_successor(shape.successor) if shape.successor else None,
        contact=shape.contact,
        contact_note=shape.contact_note,
        schedule=_schedule(shape.schedule) if shape.schedule else None,
        validity_basis=shape.validity_basis,
        successor_note=shape.successor_note,
    )


def publisher(shape: shapes.PublisherShape | None) -> record.Publisher | None:
    return record.Publisher(shape.name, shape.contact, shape.contact_note) if shape else None


def _schedule(shape: shapes.ScheduleShape) -> record.Schedule:
    return record.Schedule(tuple(shape.periods), record.Source(shape.source.text, shape.source.url))


def _successor(shape: shapes.SuccessorShape) -> record.Successor:
    return record.Successor(shape.name, shape.territory, shape.valid_from, shape.note)


def document(shape: shapes.DocumentShape) -> record.Document:
    year = shape.date.year if shape.date else shape.year
    assert year is not None, "checks/registers.py demands a year"
    return record.Document(
        id=shape.id,
        type=shape.type,
        number=shape.number,
        symbol=shape.symbol,
        printed=shape.printed,
        year=year,
        date=shape.date,
        issuer=shape.issuer,
        issuer_from=shape.issuer_from,
        subject=shape.subject,
        url=shape.url,
        replaces=tuple(shape.replaces),
    )


def section(
    shape: shapes.IndicatorsFile, units: Mapping[str, record.Unit], lists: Mapping[str, CodeList]
) -> record.Section:
    head = shape.section
    row = record.Indicator(
        id=head.id,
        section=head.id,
        parent=None,
        printed_number=head.printed_number,
        label=head.label,
        kind=HEADING,
        printed_unit=None,
        unit=None,
        code_list=None,
        first_period=head.first_period,
        last_period=head.last_period,
        cumulative=False,
        may_exceed_100=False,
        link=None,
        documents=(),
        successors=(),
        definition=None,
    )
    rows = (row, *(_indicator(i, head.id, units, lists) for i in shape.indicators))
    return record.Section(row, rows, tuple(head.narrative_headings))


def _indicator(
    shape: shapes.IndicatorShape, section: str, units: Mapping[str, record.Unit], lists: Mapping[str, CodeList]
) -> record.Indicator:
    return record.Indicator(
        id=shape.id,
        section=section,
        parent=shape.parent,
        printed_number=shape.printed_number,
        label=shape.label,
        kind=shape.kind,
        printed_unit=shape.printed_unit,
        unit=units[shape.unit] if shape.unit else None,
        code_list=lists[shape.code_list] if shape.code_list else None,
        first_period=shape.first_period,
        last_period=shape.last_period,
        cumulative=shape.cumulative,
        may_exceed_100=shape.may_exceed_100,
        link=shape.link,
        documents=tuple(shape.documents),
        successors=tuple(shape.successors),
        definition=shape.definition,
        breaks=tuple(record.Break(b.period, b.reason) for b in shape.breaks),
        conversion=parse_conversion(shape.conversion) if shape.conversion else (),
        former_ids=tuple(shape.former_ids),
    )
