"""What a figure covers is said with the figures of its report, and not at all where one of them is blank."""

from dataclasses import replace
from decimal import Decimal

import pytest

from macros.faces.meaning import covers_text, figure_meaning
from macros.record import Catalogue, Status, series_key
from tests.comparing.reports import report
from tests.comparing.test_precision import PART, WHOLE
from tests.good_project import good_catalogue

TEXT = f"Đã trả {{{PART}}}/{{{WHOLE}}} hồ sơ"


@pytest.mark.parametrize(
    ("part", "text", "told"),
    [
        (Decimal(1037), TEXT, "Đã trả 1.037/1.042 hồ sơ."),
        (Decimal(0), TEXT, "Đã trả 0/1.042 hồ sơ."),
        (Status.NOT_REPORTED, TEXT, ""),
        (Decimal(3), "Theo kế hoạch năm.", "Theo kế hoạch năm."),
        (Decimal(3), None, ""),
    ],
)
def test_a_sentence_with_the_figures_of_the_report(part: Decimal | Status, text: str | None, told: str) -> None:
    made = report("2031-S1", {WHOLE: Decimal(1042), PART: part})
    row = replace(made.by_key[series_key(WHOLE)], covers=text)
    assert covers_text(made, row) == told
    if told:
        assert figure_meaning(made, row, good_catalogue()) == told


@pytest.mark.parametrize(
    ("id", "told"),
    [
        ("ho-so-dung-han-ty-le", "Đã trả kết quả 48/51 hồ sơ; 3 hồ sơ đang giải quyết, còn trong hạn."),
        ("ho-so-tiep-nhan", "Một cửa 48, một cửa liên thông 3."),
        ("ke-hoach-ty-le-hoan-thanh", "7/16 nhiệm vụ của Kế hoạch số 15/KH-BQL."),
        ("khao-sat-ty-le-hai-long", "32 phiếu, lấy ý kiến khi trả kết quả."),
        ("van-ban-di", "586 văn bản gửi hoàn toàn điện tử; 99 văn bản gửi doanh nghiệp hoặc văn bản mật."),
    ],
)
def test_the_key_figures_of_the_first_report_say_what_they_cover(
    first_catalogue: Catalogue, id: str, told: str
) -> None:
    made = first_catalogue.latest
    assert figure_meaning(made, made.by_key[series_key(id)], first_catalogue) == told
