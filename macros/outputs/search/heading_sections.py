"""Which section a heading of the narrative speaks of: what it says, or what the section says of it; never a guess."""

from collections.abc import Callable

from macros.record import Catalogue, Period
from macros.vietnamese import heading_name

SectionOf = Callable[[str], str | None]


def no_section(heading: str) -> str | None:
    """For pages that are no report: none of their headings names a section."""
    return None


def headed_sections(catalogue: Catalogue, period: Period) -> SectionOf:
    """The id of the section that a heading of the report on a period names by its label or by another of its names.

    "3. Cải cách TTHC" is "Cải cách thủ tục hành chính"; "II. Kết quả thực hiện Chỉ thị số 10" is of no section.
    """
    expansions = {short.short: short.expansion for short in catalogue.abbreviations.values()}
    names: dict[str, str] = {}
    for section in catalogue.sections:
        if section.row.lives_in(period):
            for heading in (section.label, *section.narrative_headings):
                names.setdefault(heading_name(heading, expansions), section.id)
    # A heading of nothing but its number is of no section.
    names.pop("", None)
    return lambda heading: names.get(heading_name(heading, expansions))
