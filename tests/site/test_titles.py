"""What data and settings say is text wherever a page shows it: in its title too, with every sign that it has."""

from pathlib import Path
from shutil import copytree

import lxml.html
import pytest

from tests.conftest import built
from tests.good_project import GOOD, edit

LABEL = "Tỷ lệ < 50 và > 20 &lt/title&gt&ltmeta http-equiv=refresh content=0;url=https://la.example/&gt"


@pytest.fixture(scope="module")
def strange_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project with signs of HTML in a label, the site's name and the heading of a page."""
    project = copytree(GOOD, tmp_path_factory.mktemp("strange") / "nho")
    edit(project / "data/indicators/thu-tuc.yaml", "label: Số hồ sơ tiếp nhận", f"label: '{LABEL}'")
    edit(project / "mkdocs.yml", "site_name: Dự án ví dụ (bịa đặt để kiểm thử)", 'site_name: "A < b & c > d"')
    edit(project / "mkdocs.yml", "  - Giới thiệu: gioi-thieu.md\n", "  - gioi-thieu.md\n")
    page = project / "docs/gioi-thieu.md"
    page.write_text("# Về < 50 và **&gt; 20** của `</title>`\n\nChữ.\n", "utf-8")
    return built(project, tmp_path_factory.mktemp("strange-built") / "site")


def test_a_label_is_text_in_the_head_of_its_page(strange_site: Path) -> None:
    text = (strange_site / "chi-tieu/ho-so-tiep-nhan/index.html").read_text("utf-8")
    page = lxml.html.fromstring(text)
    assert page.findtext("head/title").startswith(LABEL)
    assert LABEL in page.xpath("string(//h1)")
    assert page.xpath("//meta[@http-equiv]") == []
    assert text.count("<title>") == text.count("</title>") == 1


def test_a_heading_and_the_name_of_the_site_are_text_on_every_page(strange_site: Path) -> None:
    page = lxml.html.fromstring((strange_site / "gioi-thieu/index.html").read_text("utf-8"))
    assert page.findtext("head/title") == "Về < 50 và > 20 của </title> - A < b & c > d"
    assert "Về < 50 và > 20 của </title>" in page.xpath("//nav[@id='danh-muc-trang']//a/text()")
    for path in strange_site.rglob("*.html"):
        names = lxml.html.fromstring(path.read_text("utf-8")).xpath("//*[@class='masthead__name']")
        assert [name.text_content() for name in names] == ["A < b & c > d"], path
