"""What an indicator is: how the form prints it, what it counts, since when, and what it continues."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros import addresses, vietnamese
from macros.faces import phrases
from macros.faces.linked_text import Linked, Part, filled, listed
from macros.faces.parts import page_link
from macros.record import Catalogue, Indicator
from macros.record.form import Part as Converted
from macros.wording import indicator as wording


@dataclass(frozen=True, slots=True)
class DefinitionFace:
    """The definition of an indicator, for its list of facts; "" and () where there is nothing to say.

    `codes` are what its answers mean, `unit` what an amount is counted in, `printed_unit` how the form prints either.
    `used_in` are the rates that it is part of; `continues` is the sum of ended indicators that it goes on from. Short
    forms that occur in the `texts` are explained.
    """

    id: str
    label: Linked
    place: Linked
    kind: str
    codes: str
    unit: str
    printed_unit: str
    counted: str
    used_in: Linked
    lives: str
    continues: Linked
    breaks: tuple[str, ...]
    replaced_by: Linked
    texts: tuple[str, str]


def definition_face(indicator: Indicator, catalogue: Catalogue) -> DefinitionFace:
    """The definition of an indicator as its page tells it."""
    path, kind = phrases.section_path(indicator, catalogue), indicator.kind.label
    successors = (catalogue.indicators[id] for id in indicator.successors)
    return DefinitionFace(
        id=indicator.id,
        label=tuple(phrases.label_parts(indicator)),
        place=_place(path, indicator.printed_number),
        kind=wording.KIND_CUMULATIVE.format(kind=kind) if indicator.cumulative else kind,
        codes=", ".join(wording.CODE.format(code=code.code, label=code.label) for code in indicator.codes),
        unit=indicator.unit.label if indicator.unit else "",
        printed_unit=indicator.printed_unit or "",
        counted=indicator.definition or "",
        used_in=listed(_rates_of(indicator, catalogue), "; "),
        lives=_lives(indicator),
        continues=_sum(indicator.conversion, catalogue),
        breaks=tuple(
            wording.BROKEN_FROM.format(period=vietnamese.inside(broken.period.label), reason=broken.reason)
            for broken in indicator.breaks
        ),
        replaced_by=listed((page_link(row, catalogue) for row in successors), "; "),
        texts=(path, indicator.label),
    )


def _place(path: str, number: str | None) -> Linked:
    told = Part(path, printed=True)
    return filled(wording.PLACE_NUMBERED, path=told, number=number) if number else (told,)


def _rates_of(indicator: Indicator, catalogue: Catalogue) -> Iterable[Part]:
    """The rates that a count is part of."""
    for key, result in catalogue.latest.rates.items():
        if indicator.key in result.relation.series and key != indicator.key:
            rate = catalogue.indicators[key.indicator]
            yield Part(rate.title, addresses.indicator(rate), printed=True)


def _lives(indicator: Indicator) -> str:
    """Since which period the form has the row, and until which."""
    first = vietnamese.inside(indicator.first_period.label)
    if indicator.last_period is None:
        return wording.LIVES_SINCE.format(first=first)
    return wording.LIVED.format(first=first, last=vietnamese.inside(indicator.last_period.label))


def _sum(conversion: tuple[Converted, ...], catalogue: Catalogue) -> Linked:
    """The ended indicators that one continues: "A cộng B × 2 trừ C"."""
    parts: list[Part] = []
    for part in conversion:
        told: Part | Linked = page_link(catalogue.indicators[part.indicator], catalogue)
        if abs(part.factor) != 1:
            told = filled(wording.CONTINUES_TIMES, name=told, factor=vietnamese.number(abs(part.factor)))
        if part.factor < 0:
            told = filled(wording.CONTINUES_LESS, part=told)
        elif parts:
            told = filled(wording.CONTINUES_AND, part=told)
        parts += [*([Part(" ")] if parts else []), *((told,) if isinstance(told, Part) else told)]
    return tuple(parts)
