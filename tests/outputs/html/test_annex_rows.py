"""The rows of an annex are written as text: whatever stands in the data is text in them."""

import datetime
from dataclasses import replace

import lxml.html

from macros.outputs.html.renderer import Renderer
from macros.record import Catalogue, series_key
from macros.record.report import Answer, Question, ReadingNote
from tests.good_project import good_catalogue

HOSTILE = """<script>alert("x")</script> & 'y' <b title="z">"""
ROW = "bo-nhiem"


def hostile() -> Catalogue:
    """The small project in which every text about one row looks like HTML."""
    made = good_catalogue()
    texts = {"label": f"Số {HOSTILE}", "printed_number": HOSTILE, "printed_unit": HOSTILE, "former_ids": (HOSTILE,)}
    row = replace(made.indicators[ROW], **texts)
    answer = Answer(f"Vì {HOSTILE}", datetime.date(2031, 7, 1), HOSTILE)
    questions = (
        Question("hoi", series_key(ROW), f"Mở {HOSTILE}", "II", None),
        Question("dap", series_key(ROW), f"Đáp {HOSTILE}", "II", None, answer),
    )
    reports = tuple(
        replace(
            report,
            observations=tuple(
                replace(o, indicator=row, note=f"Ghi chú {HOSTILE}", persons=()) if o.indicator.id == ROW else o
                for o in report.observations
            ),
            questions=questions,
            reading_notes=(ReadingNote("doc", (series_key(ROW),), f"Đọc {HOSTILE}"),),
        )
        for report in made.reports
    )
    sections = tuple(
        replace(section, indicators=tuple(row if i.id == ROW else i for i in section.indicators))
        for section in made.sections
    )
    return replace(made, sections=sections, reports=reports)


def test_every_text_of_a_row_is_text() -> None:
    made = hostile()
    report = made.latest
    section = next(section for section in made.sections if ROW in [row.id for row in section.indicators])
    html = Renderer(made).html("annex", "a/", report=report, section=section, chosen=True)
    row, below = lxml.html.fromstring(html).xpath(
        f'//tr[@data-indicator="{ROW}"] | //tr[@data-indicator="{ROW}"]/following-sibling::tr[1]'
    )
    assert row.xpath(".//script | .//b") + below.xpath(".//script | .//b") == []
    number, label, unit = (row.find_class(f"annex__{part}")[0] for part in ("printed", "label", "unit"))
    assert [number.text_content(), unit.text_content()] == [HOSTILE, HOSTILE]
    assert f"Số {HOSTILE}" in label.text_content()
    assert row.find_class("annex__note")[0].text_content() == f"Ghi chú {HOSTILE}"
    assert row.xpath(".//span[@id]/@id") == [f"dong-{HOSTILE}"]
    assert f"Mở {HOSTILE}" in row.get("data-caution")
    told = below.text_content()
    assert all(text in told for text in (f"Mở {HOSTILE}", f"Vì {HOSTILE}", f"Đọc {HOSTILE}"))
