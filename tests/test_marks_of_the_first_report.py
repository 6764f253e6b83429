"""Every mark that is published of the first report, and every blank with its words, reviewed by name.

A mark is added, moved or taken away here too, with its reason: look at it twice, it is said in public of an agency.
"""

import json
from pathlib import Path

from macros import kinds
from macros.checks.quality import ACCUSING
from macros.faces import phrases
from macros.faces.meaning import doubt, unexplained_rate
from macros.outputs.tables.report_json import report_json
from macros.record import Catalogue

# Where a mark stands: its kind and its reason. "" is the head of the report.
MARKS = {
    "vbqppl-phai-ra-soat": ("question", "6 documents were reviewed; how many had to be is blank"),
    "pho-bien-phap-luat-van-ban": ("question", "the row above says Có; the number of documents is blank"),
    "bien-che-duoc-giao": ("question", "27 is 17 posts and 10 contracts of the decision that the narrative cites"),
    "nguoi-lam-viec-tu-chu": ("question", "6 stands beside 5 recruited and 3 transferred to the same Centre"),
    "tuyen-dung-cong-chuc-dac-biet": ("question", "the row asks for recruitment, its note tells of a transfer"),
    "tu-chu-sncl": ("question", "1 unit is autonomous; the four rows that say at what level are blank"),
    "quy-che-chi-tieu-truc-thuoc": ("question", "the row asks for rules in force, its note says drafted and waiting"),
    "van-ban-di-song-song": ("question", "the row asks how 99 documents were sent, its note says to whom"),
    "": ("question", "the report does not say from when until when its data are"),
}
READING_NOTES = """
    ke-hoach-gom-gi tuyen-truyen-tin-bai vbqppl-ghi-chu dung-han-cach-tinh quy-trinh-dien-tu cat-giam-trong-nam
    dao-tao-thuc-te dao-tao-theo-ke-hoach cntt-phu-trach dvc-ho-so-va-tthc dvc-truc-tuyen-va-tthc ung-dung-so-co
    iso-cong-bo-2021 khong-in-don-vi danh-so-hai-lan
"""
# The 44 blanks by what is said of them: the groups of the audit of 2022-S1, section 4.
BLANKS = {
    "Báo cáo để trống": """
        vbqppl-phai-ra-soat pho-bien-phap-luat-van-ban bien-che-tinh-gian bien-che-tinh-gian-ty-le
        nguoi-lam-viec-tu-chu-duoc-duyet tu-chu-sncl-chi-dau-tu tu-chu-sncl-chi-thuong-xuyen tu-chu-sncl-mot-phan
        tu-chu-sncl-nha-nuoc ung-dung-so-khac
    """,
    "Báo cáo để trống; dòng tổng ghi 0": """
        vbqppl-dung-quy-trinh don-gian-hoa-khac nguoi-lam-viec-nsnn-duoc-giao nguoi-lam-viec-nsnn-co-mat
        nguoi-lam-viec-nsnn-tinh-gian nguoi-lam-viec-nsnn-tinh-gian-ty-le kiem-tra-phan-cap-huyen kiem-tra-phan-cap-xa
        kiem-tra-phan-cap-van-de kiem-tra-phan-cap-da-xu-ly thanh-tra-so-nganh thanh-tra-huyen thanh-tra-xa
        thanh-tra-van-de thanh-tra-da-xu-ly ky-luat-lanh-dao-so ky-luat-lanh-dao-phong
        ky-luat-lanh-dao-phong-truc-thuoc ky-luat-cong-chuc ky-luat-don-vi-sncl ky-luat-sncl-tu-chu
        ky-luat-sncl-mot-phan ky-luat-sncl-ngan-sach
    """,
    "Để trống; biểu mẫu ghi “nếu có”": """
        nhiem-vu-khac to-chuc-hanh-chinh-truc-thuoc phong-ban-to-chuc-hanh-chinh phong-ban-su-nghiep-cat-giam-ty-le
        tuyen-dung-cong-chuc tuyen-dung-vien-chuc-dac-biet tu-chu-to-chuc-hanh-chinh
    """,
    "Theo báo cáo: kiểm tra trong Quý III/2022": "kiem-tra-van-de-phat-hien kiem-tra-van-de-da-xu-ly",
    "Theo báo cáo: đang thực hiện": "nhiem-vu-ubnd-dung-han nhiem-vu-ubnd-qua-han",
}
# The rates of which the page of the indicator says that the report does not tell how they are made.
UNEXPLAINED_RATES: list[str] = []


def test_every_published_mark_has_been_reviewed(first_catalogue: Catalogue) -> None:
    report = first_catalogue.latest
    found = {row.indicator.id: known for row in report.observations if (known := doubt(report, row.indicator))}
    told = {id: known.grounds.name.lower() for id, known in found.items()}
    told |= {question.series.indicator if question.series else "": "question" for question in report.open_questions}
    assert told == {id: kind for id, (kind, _) in MARKS.items()}
    assert [note.id for note in report.reading_notes] == READING_NOTES.split()


def test_no_date_and_no_answer_is_invented(first_catalogue: Catalogue) -> None:
    """Nobody was asked of the first report: there is nobody to ask."""
    assert {(question.asked, question.answer) for question in first_catalogue.latest.questions} == {(None, None)}


def test_what_is_published_accuses_nobody(first_catalogue: Catalogue) -> None:
    report = first_catalogue.latest
    texts = [question.text for question in report.questions] + [note.text for note in report.reading_notes]
    assert [text for text in texts if ACCUSING.search(text)] == []


def test_every_blank_has_its_words(first_catalogue: Catalogue) -> None:
    found: dict[str, list[str]] = {}
    for row in first_catalogue.latest.observations:
        if row.value is None and row.indicator.kind is not kinds.HEADING:
            found.setdefault(phrases.status_label(row) or "", []).append(row.indicator.id)
    assert found == {words: ids.split() for words, ids in BLANKS.items()}
    assert sum(len(ids) for ids in found.values()) == 44
    assert [row.indicator.id for row in first_catalogue.latest.gaps] == BLANKS["Báo cáo để trống"].split()


def test_a_rate_is_unexplained_only_where_nothing_printed_tells_of_it(first_catalogue: Catalogue) -> None:
    report = first_catalogue.latest
    found = [row.indicator.id for row in report.observations if unexplained_rate(report, row, first_catalogue)]
    assert found == UNEXPLAINED_RATES


def test_the_file_for_machines_counts_without_a_rate(first_catalogue: Catalogue) -> None:
    assert json.loads(report_json(first_catalogue.latest, first_catalogue))["quality"] == {
        "checks_made": 16,
        "checks_failing": 0,
        "questions": 9,
        "questions_asked": 0,
        "questions_answered": 0,
        "figures_corrected": 0,
        "gaps": 10,
    }


def test_what_is_for_staff_is_published_nowhere(site: Path, first_catalogue: Catalogue) -> None:
    texts = [note.text for note in first_catalogue.latest.staff_notes]
    assert len(texts) == 10
    for path in sorted(site.rglob("*")):
        if path.suffix in (".html", ".json", ".csv", ".xml", ".js"):
            content = path.read_text("utf-8")
            assert [text for text in texts if text in content] == [], path
