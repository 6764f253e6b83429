"""The page on which any two periods are chosen: a choice only where there is one."""

from dataclasses import replace

from macros.outputs.html.renderer import Renderer
from tests.good_project import good_catalogue
from tests.whole_pages import whole_pages


def test_one_report_alone_offers_no_choice_of_two() -> None:
    both = good_catalogue()
    one = replace(both, reports=both.reports[:1])
    shown = {
        len(catalogue.reports): next(p.html for p in whole_pages(Renderer(catalogue)) if p.source == "so-sanh.md")
        for catalogue in (both, one)
    }
    assert (shown[2].count("<select"), shown[1].count("<select")) == (2, 0)
    assert "Trang web hiện có một báo cáo." in shown[1]
    assert "Trang web hiện có một báo cáo." not in shown[2]
