"""Pages as authors may write them, and nearly nobody does, are rendered by our host as by MkDocs."""

import base64
import os
import subprocess
import sys
from pathlib import Path

from macros.hosts.site_build import build_site
from tests.fuzz.publishing import tree

# One black pixel.
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC")
PAGES = {
    # A byte-order mark, line ends of Windows, lines before the heading, a question and an address in links.
    "huong-dan/index.md": (
        "\ufeff---\r\ntitle: Trang một\r\ndescription: Mô tả\r\nhide: [toc]\r\n---\r\n\r\n\r\n# Đầu *đề* & `mã`\r\n\r\n"
        "[một](../gioi-thieu.md?a=1) [về đây](index.md) [sâu](sau/hai.md#phan-b) "
        "[ngoài](https://vi-du.example/a?b=c#d) <thu@vi-du.example> [thư](mailto:a@b.example)\r\n\r\n"
        "![Ảnh & chữ](../anh/x.png)\r\n"
    ),
    # A heading with an entity, a link and a picture; footnotes, tables, definitions, code, short forms.
    "huong-dan/sau/hai.md": (
        "\n# Tên có &amp; [nối](../index.md) và ![hình](../../anh/x.png)\n\nĐoạn[^1] một.\n\n## Phần A {: #phan-a }\n\n"
        "- một\n    - hai\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n## Phần B {: #phan-b }\n\nTừ\n:   nghĩa\n\n"
        "```\nmã {x}\n```\n\n"
        "[tới A](#phan-a) [tệp](../../anh/x.png) [chủ](../../index.md)\n\n[^1]: Chú thích [x](ba.md).\n\n"
        "*[BCX]: Báo cáo X\nBCX\n"
    ),
    # The first heading is not the first thing on the page.
    "huong-dan/sau/ba.md": 'Chữ trước.\n\n# Sau\n\nKhông phải tên trang.\n\n{{ typed("12") }}\n',
    # MkDocs takes it for the index of its folder.
    "huong-dan/sau/README.md": "# Đọc tôi\n\nChữ.\n",
    # No heading at all, and nothing for the search.
    "huong-dan/Ten_Hoa.md": "---\nsearch:\n  exclude: true\n---\nKhông có đề mục nào.\n\n{{ agency() }}\n",
}
LINKS = "\n[a](huong-dan/index.md) [b](huong-dan/sau/ba.md) [c](huong-dan/sau/README.md) [d](huong-dan/Ten_Hoa.md)\n"


def test_odd_pages_are_the_same_under_both(project: Path, tmp_path: Path) -> None:
    docs = project / "docs"
    (docs / "anh").mkdir()
    (docs / "anh/x.png").write_bytes(PNG)
    for name, text in PAGES.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_bytes(text.encode())
    about = docs / "gioi-thieu.md"
    about.write_text(about.read_text("utf-8") + LINKS, "utf-8")
    build_site(project, tmp_path / "ours")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(project / "mkdocs.yml"), "-d"]
    subprocess.run([*command, str(tmp_path / "theirs")], env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=True)
    ours, theirs = tree(tmp_path / "ours"), tree(tmp_path / "theirs")
    assert {"huong-dan/index.html", "huong-dan/sau/index.html", "huong-dan/Ten_Hoa/index.html"} <= ours.keys()
    assert ours.keys() == theirs.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []
