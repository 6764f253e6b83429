"""Where pages lead on to, and what they say, whole."""

from dataclasses import replace

from macros.faces.linked_text import Part
from macros.faces.redirect_face import RedirectFace, former_faces, latest_face
from macros.record import ReportKey
from tests.good_project import good_catalogue


def test_the_lasting_address_of_the_newest_report() -> None:
    assert latest_face(good_catalogue()) == RedirectFace(
        address="bao-cao/moi-nhat/",
        target="bao-cao/2031-a1/",
        title="Báo cáo mới nhất",
        description="Địa chỉ cố định của báo cáo mới nhất.",
        told=(
            Part("Báo cáo mới nhất là "),
            Part("Báo cáo năm 2031", "bao-cao/2031-a1/"),
            Part(". Bạn sẽ được chuyển tới trang đó."),
        ),
    )


def test_what_once_had_another_address_leads_to_the_one_that_it_has_now() -> None:
    made = good_catalogue()
    former = {"ho-so-tiep-nhan": ("ho-so-cu",), "phan-anh": ("phan-anh-cu",)}
    rows = (replace(row, former_ids=former.get(row.id, ())) for row in made.sections[0].indicators)
    section = replace(made.sections[0], indicators=tuple(rows))
    history = replace(made.history, moved={ReportKey.parse("2030-A1"): ReportKey.parse("2031-A1")})
    made = replace(made, sections=(section, *made.sections[1:]), history=history)
    assert tuple(former_faces(made)) == (
        RedirectFace(
            address="chi-tieu/ho-so-cu/",
            target="chi-tieu/ho-so-tiep-nhan/",
            title="Số hồ sơ tiếp nhận",
            description="Địa chỉ cũ của “Số hồ sơ tiếp nhận”.",
            told=(
                Part("Trang này đã chuyển sang địa chỉ khác: "),
                Part("Số hồ sơ tiếp nhận", "chi-tieu/ho-so-tiep-nhan/"),
                Part(". Bạn sẽ được chuyển tới trang mới."),
            ),
        ),
        RedirectFace(
            address="chi-tieu/phan-anh-cu/",
            target="bao-cao/2031-a1/#dong-phan-anh",
            title="Tiếp nhận phản ánh",
            description="Địa chỉ cũ của “Tiếp nhận phản ánh”.",
            told=(
                Part("Trang này đã chuyển sang địa chỉ khác: "),
                Part("Tiếp nhận phản ánh", "bao-cao/2031-a1/#dong-phan-anh"),
                Part(". Bạn sẽ được chuyển tới trang mới."),
            ),
        ),
        RedirectFace(
            address="bao-cao/2030-a1/",
            target="bao-cao/2031-a1/",
            title="Báo cáo năm 2031",
            description="Địa chỉ cũ của “Báo cáo năm 2031”.",
            told=(
                Part("Trang này đã chuyển sang địa chỉ khác: "),
                Part("Báo cáo năm 2031", "bao-cao/2031-a1/"),
                Part(". Bạn sẽ được chuyển tới trang mới."),
            ),
        ),
    )
