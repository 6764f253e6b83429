"""The preview answers as a static host does, puts its script into pages, and never looks outside of the plan."""

import errno
import threading
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import pytest

from macros.hosts.preview import not_opened
from macros.hosts.preview_answers import PreviewAnswers
from macros.hosts.preview_server import _telling
from macros.hosts.previewed_pages import OWN_FILES, only_wrong, shown
from macros.hosts.previewed_site import PreviewedSite
from macros.hosts.watching import Watching
from macros.outputs.html.page_macros import PageMacros
from tests.good_project import edit

REPORT = "data/reports/2031-A1.yaml"


class Got(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


class Preview:
    """A preview of a project, asked without a network."""

    def __init__(self, project: Path) -> None:
        self.told: list[str] = []
        self.site = PreviewedSite(project, self.told.append)
        self.site.state()
        self.told.clear()
        self.watching = Watching(self.site)
        self.application = PreviewAnswers(self.site, self.watching, self.told.append)

    def get(self, path: str, method: str = "GET", **headers: str) -> Got:
        path, _, query = path.partition("?")
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method,
            # As WSGI has it: bytes, one letter each.
            "PATH_INFO": unquote(path, "latin-1"),
            "QUERY_STRING": query,
            **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
        }
        told: list[Any] = []
        body = b"".join(self.application(environ, lambda status, headers: told.append((status, headers))))
        ((status, given),) = told
        return Got(int(status.split()[0]), dict(given), body)


@pytest.fixture
def preview(project: Path) -> Preview:
    return Preview(project)


def test_a_page_is_the_page_of_the_site_with_the_script_before_its_end(preview: Preview) -> None:
    got = preview.get("/bao-cao/2031-a1/")
    _, asked = preview.site.at("bao-cao/2031-a1/index.html")
    assert asked is not None
    assert (got.status, got.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    script = (
        f'<script src="/.xem-thu/tai-lai.js?lan={preview.application._name(preview.site.last)}"></script>\n'.encode()
    )
    assert got.body.count(script) == 1
    assert got.body.replace(script, b"") == asked.content
    assert got.body.endswith(script + b"</body>\n</html>\n") or got.body.partition(script)[2].startswith(b"</body>")
    assert preview.get("/bao-cao/2031-a1/index.html").body == got.body
    assert preview.get("/api/v1/reports/2031-A1.json").headers["Content-Type"] == "application/json"


def test_a_directory_without_its_stroke_leads_to_it_and_a_lost_reader_sees_the_page_for_them(preview: Preview) -> None:
    got = preview.get("/bao-cao/2031-a1?q=//x")
    assert (got.status, got.headers["Location"], got.body) == (301, "/bao-cao/2031-a1/", b"")
    lost = preview.get("/khong-co/")
    assert lost.status == 404
    assert "Không tìm thấy trang".encode() in lost.body
    assert b"tai-lai.js" in lost.body


@pytest.mark.parametrize(
    "path",
    [
        "/../mkdocs.yml",
        "/bao-cao/../../mkdocs.yml",
        "/%2e%2e/mkdocs.yml",
        "/..%2fmkdocs.yml",
        "/..%5cmkdocs.yml",
        "/data/reports/2031-A1.yaml",
        "/mkdocs.yml",
        "/.git/HEAD",
        "/.congkhai.json",
        "/.xem-thu/",
        "/.xem-thu/../mkdocs.yml",
        "/%00",
        "/%ff",
        "//bao-cao/2031-a1",
        "/bao-cao//2031-a1/",
        "/c:/windows/win.ini",
        "/file:///etc/passwd",
        "*",
    ],
)
def test_no_path_leads_anywhere_but_to_a_file_of_the_plan(preview: Preview, path: str) -> None:
    got = preview.get(path)
    assert got.status == 404
    assert "Location" not in got.headers
    assert b"site_name" not in got.body
    assert b"value: 112" not in got.body


def test_conditions_heads_and_parts_are_answered_as_a_static_host_does(preview: Preview) -> None:
    address = "/api/v1/reports/2031-A1.csv"
    whole = preview.get(address)
    tag, size = whole.headers["ETag"], len(whole.body)
    assert whole.headers["Content-Length"] == str(size)
    head = preview.get(address, "HEAD")
    assert (head.status, head.headers, head.body) == (200, whole.headers, b"")
    for match in (tag, f'W/{tag}, "x"', "*"):
        assert preview.get(address, if_none_match=match)[::2] == (304, b"")
    assert preview.get(address, if_none_match='"x"').body == whole.body
    part = preview.get(address, range="bytes=3-6")
    assert (part.status, part.body, part.headers["Content-Range"]) == (206, whole.body[3:7], f"bytes 3-6/{size}")
    assert preview.get(address, range="bytes=-5").body == whole.body[-5:]
    assert preview.get(address, range="bytes=5-").body == whole.body[5:]
    # What nobody can mean is not heeded.
    assert preview.get(address, range=f"bytes={'9' * 5_000}-").body == whole.body
    beyond = preview.get(address, range=f"bytes={size}-")
    assert (beyond.status, beyond.headers["Content-Range"]) == (416, f"bytes */{size}")
    assert preview.get(address, range="bytes=a-b").body == whole.body
    refused = preview.get(address, "POST")
    assert (refused.status, refused.headers["Allow"]) == (405, "GET, HEAD")


def test_while_the_project_is_wrong_the_page_says_so_in_words_and_shows_what_was_good(
    preview: Preview, project: Path
) -> None:
    edit(project / REPORT, "value: 112", "value: 112%")
    page = preview.get("/bao-cao/2031-a1/").body.decode()
    assert "112\u00a0hồ sơ" in page
    assert '<section class="xem-thu" role="alert"' in page
    assert f"{REPORT}:16:12: E402" in page
    assert "Dự án đang có lỗi; trang này là bản trước khi có lỗi. Sửa rồi lưu tệp, trang sẽ tự cập nhật." in page
    assert preview.get("/khong-co/").body.decode().count("E402") >= 1
    edit(project / REPORT, "value: 112%", "value: 114")
    page = preview.get("/bao-cao/2031-a1/").body.decode()
    assert "114\u00a0hồ sơ" in page
    assert "xem-thu/loi.css" not in page


def test_a_mistake_that_only_rendering_shows_is_shown_on_its_page_alone(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PageMacros, "downloads", lambda self, period=None: self._refused("báo cáo kỳ", "2031-Q9", {}))
    preview = Preview(project)
    wrong = "docs/bao-cao/2031-a1.md: E504 không có báo cáo kỳ “2031-Q9”"
    for _ in range(2):
        assert wrong in preview.get("/bao-cao/2031-a1/").body.decode()
    assert [message for message in preview.told if wrong in message] == preview.told[:1] != []
    assert len(preview.told) == 1
    assert "E504 không có" not in preview.get("/").body.decode()


def test_a_page_that_cannot_be_made_says_why_and_the_others_are_shown(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: PageMacros, period: str | None = None) -> str:
        raise RuntimeError("<hỏng>")

    monkeypatch.setattr(PageMacros, "downloads", fail)
    preview = Preview(project)
    got = preview.get("/bao-cao/2031-a1/")
    sentence = "Lỗi ngoài dự kiến (RuntimeError: <hỏng>); người bảo trì chạy “mkdocs build” để xem chi tiết."
    assert got.status == 500
    assert sentence.replace("<", "&lt;").replace(">", "&gt;") in got.body.decode()
    assert preview.told == [sentence]
    assert preview.get("/").status == 200


def test_whoever_waits_is_told_of_the_next_state(preview: Preview, project: Path) -> None:
    preview.watching.start()
    name = preview.application._name(preview.site.last)
    answers: list[bytes] = []
    waiting = threading.Thread(target=lambda: answers.append(preview.get(f"/.xem-thu/doi?lan={name}").body))
    waiting.start()
    edit(project / REPORT, "value: 112", "value: 115")
    waiting.join()
    assert answers == [preview.application._name(preview.site.last).encode()] != [name.encode()]
    assert preview.get("/.xem-thu/doi?lan=khac").body == answers[0]


def test_what_is_put_into_a_page_is_escaped_and_stands_in_any_page() -> None:
    assert shown(b"<p>chu", "a-1") == b'<p>chu<script src="/.xem-thu/tai-lai.js?lan=a-1"></script>\n'
    assert shown(b"</body><p></body></html>", "a-1").count(b"<script") == 1
    page = only_wrong("a-1", '<script>"&').decode()
    assert "&lt;script&gt;&#34;&amp;" in page
    assert page.index("tai-lai.js") < page.index("</body>")


def test_its_own_files_need_no_other_host(preview: Preview) -> None:
    for address in OWN_FILES:
        got = preview.get(f"/{address}")
        assert got.status == 200
        assert b"http" not in got.body.replace(b"https://", b"http")
    assert preview.get("/.xem-thu/tai-lai.js?lan=1").headers["Content-Type"] == "text/javascript; charset=utf-8"


def test_a_site_below_a_path_is_found_there_as_well(project: Path) -> None:
    edit(project / "mkdocs.yml", "strict: true\n", "strict: true\nsite_url: https://vi-du.gov.vn/cchc/\n")
    preview = Preview(project)
    assert b'href="/cchc/tim-kiem/"' in preview.get("/khong-co/").body
    assert preview.get("/cchc/bao-cao/2031-a1/").body == preview.get("/bao-cao/2031-a1/").body


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("403 Forbidden", ["Bản xem thử không có hoặc không cho mở “/chỗ/”"]),
        ("404 Not Found", ["Bản xem thử không có hoặc không cho mở “/chỗ/”"]),
        *((status, []) for status in ("200 OK", "301 Moved Permanently", "304 Not Modified", "206 Partial Content")),
        *(
            (status, [])
            for status in ("405 Method Not Allowed", "416 Range Not Satisfiable", "500 Internal Server Error")
        ),
    ],
)
def test_staff_are_told_of_what_is_not_there_and_of_whom_is_refused(status: str, told: list[str]) -> None:
    def answering(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        start_response(status, [])
        return []

    said: list[str] = []
    _telling(answering, said.append)({"PATH_INFO": "/chỗ/".encode().decode("latin-1")}, lambda *_: None)
    assert said == told


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            OSError(errno.EADDRINUSE, "Address already in use"),
            "đang có chương trình khác dùng cổng này. Hãy chọn cổng khác, ví dụ --port 8010.",
        ),
        (PermissionError(errno.EACCES, "no"), "không có quyền dùng cổng này. Hãy chọn cổng khác, ví dụ --port 8010."),
        (OSError(errno.EADDRNOTAVAIL, "no"), "máy này không có địa chỉ đó. Hãy dùng --address 127.0.0.1."),
        (OSError(errno.ENOBUFS, "No room"), "hệ thống báo “No room”. Hãy nhờ người quản trị máy xem."),
    ],
)
def test_why_the_address_cannot_be_opened_is_told_once(error: OSError, told: str) -> None:
    assert not_opened(error) == told
