"""Laws of what a figure covers: a sentence of the editors whose numbers are those of the report, never typed anew."""

import re
from collections.abc import Iterator, Mapping

from macros.problems.problem import Problem, nearest
from macros.reading.shapes import ObservationShape, ReportFile
from macros.reading.yaml_records import Record
from macros.record import SeriesKey, series_key
from macros.vietnamese import PRINTED_NUMBER, printed_number

# Where the figure of a row is put in: {ho-so-tiep-nhan}.
PLACE = re.compile(r"\{([^{}]*)\}")
_NUMBER = re.compile(PRINTED_NUMBER)


def problems(record: Record, shape: ReportFile) -> Iterator[Problem]:
    """Each place names a figure of this report; each other number stands in the note of its row or of one so named."""
    rows = {observation.series: observation for observation in shape.observations}
    for n, observation in enumerate(shape.observations):
        if observation.covers is not None:
            for found, allowed, remedy in _faults(observation, observation.covers, rows):
                place = record.place(("observations", n, "covers"))
                yield Problem(place, "E428", found, allowed, remedy, observation.indicator)


def _faults(
    observation: ObservationShape, text: str, rows: Mapping[SeriesKey, ObservationShape]
) -> Iterator[tuple[str, str, str]]:
    named = [series_key(id) for id in PLACE.findall(text)]
    for key in named:
        row = rows.get(key)
        if row is None or row.value is None:
            near = nearest(key.indicator, [row.indicator for row in rows.values() if row.value is not None])
            remedy = f"viết {{{near}}}" if near and row is None else "xem lại mã chỉ tiêu; dòng để trống thì bỏ chỗ này"
            yield (
                f"“{{{key}}}” không phải một số liệu của báo cáo này",
                "mã của chỉ tiêu có giá trị, trong ngoặc nhọn",
                remedy,
            )
    notes = [row.note or "" for row in (observation, *(rows[key] for key in named if key in rows))]
    printed = {printed_number(number) for note in notes for number in _NUMBER.findall(note)}
    for number in _NUMBER.findall(PLACE.sub(" ", text)):
        if printed_number(number) not in printed:
            yield (
                f"số {number} không có trong ghi chú của các dòng được nhắc tới",
                "số liệu viết bằng mã trong ngoặc nhọn; số khác phải in trong ghi chú của những dòng đó",
                f"thay {number} bằng mã của chỉ tiêu trong ngoặc nhọn, hoặc bỏ số này",
            )
