"""What the statement on accessibility says, whole."""

import datetime

from macros.faces.accessibility import AccessibilityRun
from macros.faces.accessibility_face import AccessibilityFace, RunFace, accessibility_face
from tests.good_project import good_catalogue

RUN = AccessibilityRun(datetime.date(2026, 11, 25), "4.10.0", "Chromium 130", (360, 1280), 12, 96, ("color-contrast",))
CONTACT = "Hộp thư góp ý tại trụ sở ví dụ."


def test_a_site_that_was_tested_says_what_was_found_and_one_that_was_not_says_so() -> None:
    made = good_catalogue()
    assert accessibility_face(RUN, made) == AccessibilityFace(
        "WCAG 2.2 mức AA. Chưa đạt hoàn toàn: lần kiểm tra gần nhất phát hiện lỗi theo 1 quy tắc.",
        RunFace(
            day="25/11/2026",
            tested="12 loại trang, màn hình rộng 360 và 1280 điểm ảnh, nền sáng và nền tối, khi mở và khi đóng "
            "trình đơn, mục lục, lời giải thích và các mục thu gọn; tổng cộng 96 lượt",
            broken=("color-contrast",),
            axe_core="4.10.0",
            browser="Chromium 130",
        ),
        CONTACT,
    )
    assert accessibility_face(None, made) == AccessibilityFace(
        "WCAG 2.2 mức AA, trang web này chưa được kiểm tra.", None, CONTACT
    )
