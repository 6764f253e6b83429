"""Every relation of the first report with its class and outcome, reviewed by name when one is added or changes.

None fails: what is added here as failing is told in public (hard) or asked of the agency (query), so look at it twice.
Decision 0028 has the reason of each. "empty" are bounds on a 0, which check nothing.
"""

from macros.agreement.queries import clarifications
from macros.faces.phrases import rate_text
from macros.record import Catalogue

REVIEWED = {
    ("hard", "holds"): """
        ke-hoach-ty-le ke-hoach-hoan-thanh lien-thong-ngang tu-chu-don-vi quy-che-truc-thuoc van-ban-trong-tong
        muc-3-cung-cap muc-4-cung-cap muc-4-phat-sinh muc-3-4-hieu-luc tich-hop phat-sinh-ho-so nghia-vu
        bcci-cong-bo bcci-nhan-khong-co bcci-tra-khong-co
    """,
    ("hard", "empty"): """
        vbqppl-tien-do vbqppl-kien-nghi lien-thong-doc muc-3-phat-sinh thanh-toan bcci-nhan bcci-tra
        bcci-nhan-trong-tong bcci-tra-trong-tong
    """,
    ("hard", "not-computable"): """
        kiem-tra-chua-lam vbqppl-quy-trinh don-gian-hoa-chua-lam phong-ban-hanh-chinh phan-cap-chua-lam
        thanh-tra-chua-lam ky-luat-khong-co ky-luat-sncl-trong-tong tu-chu-hanh-chinh
    """,
    ("hard", "not-applicable"): """
        pho-bien-chua-lam don-vi-khong-co phat-sinh-khong-co
    """,
    ("query", "holds"): """
        tthc-duoc-ra-soat tthc-tong phong-ban-khong-co bien-che-mat tu-chu-mat bo-nhiem-so bo-nhiem-phong
        van-ban-tong tuyen-truyen-ty-le quy-trinh-hieu-luc ho-so-tiep-nhan-kenh ho-so-tra-kenh ho-so-can-doi
        bien-che-ca-hop-dong bien-che-dieu-dong cong-chuc-thu-dien-tu lanh-dao-phong-chuc-vu truong-phong
        dao-tao-lanh-dao dvc-thu-tuc-ho-so dvc-hai-muc dvc-ghi-chu-trong-tong truc-tuyen-dong-tren thu-ghi-chu
        thu-cong-chuc thu-vien-chuc
    """,
    ("query", "empty"): """
        kiem-tra-phong kiem-tra-truc-thuoc vbqppl-xu-ly phan-anh bo-nhiem-truc-thuoc bcci-nhan-ho-so bcci-tra-ho-so
    """,
    ("query", "not-computable"): """
        kiem-tra-van-de nhiem-vu-ubnd vbqppl-ra-soat nsnn-khong-co nsnn-mat nsnn-giao tu-chu-duyet phan-cap-van-de
        thanh-tra-xu-ly ky-luat-sncl tu-chu-muc tu-chu-nguoi
    """,
    ("query", "not-applicable"): """
        kiem-soat-chua-lam lien-thong-ho-so
    """,
}
# The rates of which a relation that holds says the two numbers.
RATES = {
    "ke-hoach-ty-le-hoan-thanh": "7/16 nhiệm vụ",
    "tthc-quy-trinh-noi-bo-ty-le": "40/40 thủ tục hành chính",
    "tuyen-truyen-ty-le-thuc-hien": "6/9",
}


def test_every_relation_has_been_reviewed(first_catalogue: Catalogue) -> None:
    found: dict[tuple[str, str], list[str]] = {}
    for result in first_catalogue.latest.check_results:
        told = "empty" if result.outcome == "holds" and not result.made else result.outcome.value
        found.setdefault((result.relation.type.value, told), []).append(result.relation.id)
    assert found == {group: names.split() for group, names in REVIEWED.items()}


def test_nothing_fails_in_the_first_report(first_catalogue: Catalogue) -> None:
    report = first_catalogue.latest
    assert report.failing_checks == report.open_queries == ()
    assert clarifications(first_catalogue) == []


def test_a_rate_says_the_two_numbers_that_a_relation_gives_it(first_catalogue: Catalogue) -> None:
    report = first_catalogue.latest
    told = {key.indicator: rate_text(report, first_catalogue.indicators[key.indicator]) or "" for key in report.rates}
    assert {id: text.replace("\u00a0", " ") for id, text in told.items()} == RATES
