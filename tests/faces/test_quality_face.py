"""What the page on the quality of the data says, whole."""

import datetime
from dataclasses import replace
from decimal import Decimal

from macros.faces.linked_text import Part
from macros.faces.parts import CheckFace, ContextFace
from macros.faces.quality_face import (
    BlanksFace,
    CheckGroupFace,
    NoteFace,
    PointFace,
    QualityFace,
    SectionStatusFace,
    StretchFace,
    quality_face,
)
from macros.record import Answer, Question, ReportKey
from macros.record.relation import Outcome
from tests.good_project import good_catalogue

APPOINTED = Part("Số người được bổ nhiệm", "chi-tieu/bo-nhiem/", printed=True)
TRAINED = Part("Số người được đào tạo", "chi-tieu/dao-tao/", printed=True)
SPENT = Part("Kinh phí đã chi", "chi-tieu/kinh-phi-da-chi/", printed=True)
ASKED = "Báo cáo ghi số người được bổ nhiệm. Cần làm rõ: đã tính người được bổ nhiệm lại chưa?"
FAILING = PointFace(
    anchor="quan-he-bo-nhiem-da-dao-tao",
    row=TRAINED,
    figure="0\N{NO-BREAK SPACE}người",
    text="Tổng không khớp số thành phần: báo cáo ghi tổng là 0, số thành phần là 2.",
    compared=((APPOINTED.text, "2"), (TRAINED.text, "0")),
)
OPEN = PointFace(
    anchor="lam-ro-bo-nhiem-so-nguoi",
    row=APPOINTED,
    figure="2\N{NO-BREAK SPACE}người",
    text=ASKED,
    aside="Phụ lục, nhóm II.",
)


def bar(**widths: int) -> tuple[StretchFace, ...]:
    kinds = ("reported", "zero", "pending", "not-applicable", "no-gap", "blank")
    found, start = [], 0
    for kind in kinds:
        width = widths.get(kind, 0)
        found.append(StretchFace(kind, start, width))
        start += width
    return tuple(found)


def test_the_page_of_a_report() -> None:
    made = good_catalogue()
    assert quality_face(made.reports_by_key[ReportKey.parse("2031-S1")], made) == QualityFace(
        title="Chất lượng số liệu, Báo cáo 6 tháng đầu năm 2031",
        report=Part("Báo cáo 6 tháng đầu năm 2031", "bao-cao/2031-s1/"),
        context=ContextFace(
            figures=(
                Part("Số liệu 6 tháng đầu năm 2031 của "),
                Part("Cơ quan ví dụ (bịa đặt để kiểm thử)", "gioi-thieu/"),
                Part(". Cơ quan này không có thật."),
            ),
            contact="Góp ý về số liệu: Hộp thư góp ý tại trụ sở ví dụ.",
        ),
        nobody_asked=True,
        points=(FAILING, OPEN),
        answered=(),
        gaps=(),
        other_blanks=(BlanksFace("Chờ kết quả; báo cáo nêu năm 2031", (SPENT,)),),
        notes=(NoteFace("luu-y-lap-so-thu-tu", (APPOINTED,), "Số thứ tự 1 in hai lần trong nhóm II."),),
        made="Đã thực hiện 1 phép kiểm tra giữa các số liệu: 0 khớp, 1 không khớp.",
        listed=0,
        checks=(),
        sections=(
            SectionStatusFace(
                Part("I. Giải quyết thủ tục", "bao-cao/2031-s1/#nhom-i"), bar(reported=6), (6, 6, 0, 0, 0, 0, 0)
            ),
            SectionStatusFace(
                Part("II. Tài chính và nhân sự", "bao-cao/2031-s1/#nhom-ii"),
                bar(reported=2, zero=1, pending=1),
                (4, 3, 1, 0, 0, 0, 1),
            ),
        ),
        totals=(10, 9, 1, 0, 0, 0, 1),
    )


def test_what_was_asked_and_answered_says_when_and_by_whom() -> None:
    made = good_catalogue()
    report = made.reports_by_key[ReportKey.parse("2031-S1")]
    (question,) = report.questions
    asked = replace(question, asked=datetime.date(2032, 1, 5))
    answered = replace(question, id="ca-bao-cao", series=None)
    answered = replace(answered, answer=Answer("Đã tính.", datetime.date(2032, 2, 1), "Văn phòng"))
    face = quality_face(replace(report, questions=(asked, question, answered)), made)
    assert not face.nobody_asked
    assert face.points == (
        FAILING,
        replace(OPEN, aside="Phụ lục, nhóm II. Đã hỏi ngày 05/01/2032."),
        replace(OPEN, aside="Phụ lục, nhóm II. Chưa có nơi để hỏi."),
    )
    assert face.answered == (PointFace("lam-ro-ca-bao-cao", None, "", "Đã tính.", aside="Văn phòng, ngày 01/02/2032"),)


def test_checks_stand_by_what_came_of_them_those_that_fail_among_the_points_alone() -> None:
    made = good_catalogue()
    report = made.reports_by_key[ReportKey.parse("2031-S1")]
    (failing,) = report.failing_checks
    terms, zero = failing.relation.terms, Decimal(0)
    holding = replace(failing, outcome=Outcome.HOLDS)
    empty = replace(holding, left=zero, right=zero, values=tuple((term, zero) for term in terms))
    lacking = replace(failing, outcome=Outcome.NOT_COMPUTABLE, values=((terms[0], None), failing.values[1]))
    face = quality_face(replace(report, check_results=(lacking, failing, empty, holding)), made)
    sentence, anchor = "“Số người được bổ nhiệm” không lớn hơn “Số người được đào tạo”.", FAILING.anchor
    missing = "“Số người được bổ nhiệm”"
    assert face.checks == (
        CheckGroupFace(Outcome.NOT_COMPUTABLE, (CheckFace(Outcome.NOT_COMPUTABLE, anchor, sentence, "", missing),)),
        CheckGroupFace(Outcome.HOLDS, (CheckFace(Outcome.HOLDS, anchor, sentence, "2 ≤ 0", ""),)),
        CheckGroupFace(Outcome.NOT_APPLICABLE, (CheckFace(Outcome.HOLDS, anchor, sentence, "0 ≤ 0", ""),)),
    )
    assert (face.listed, len(face.points)) == (3, 2)
    assert face.made == "Đã thực hiện 2 phép kiểm tra giữa các số liệu: 1 khớp, 1 không khớp."


def test_a_question_can_be_about_the_whole_report() -> None:
    made = good_catalogue()
    question = Question("ca-bao-cao", None, "Cần làm rõ kỳ báo cáo.", "Trang 1", None, None)
    face = quality_face(replace(made.latest, questions=(question,)), made)
    assert face.points == (PointFace("lam-ro-ca-bao-cao", None, "", "Cần làm rõ kỳ báo cáo.", aside="Trang 1."),)
