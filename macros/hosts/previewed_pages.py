"""What a preview puts into the pages that it shows, and no build does: a script that follows changes, and mistakes."""

from collections.abc import Callable
from pathlib import Path

from markupsafe import Markup

# No address of a site begins with a dot.
OWN = ".xem-thu/"
RELOAD, WRONG, WAIT = f"{OWN}tai-lai.js", f"{OWN}loi.css", f"{OWN}doi"
_HERE = Path(__file__).parent
OWN_FILES: dict[str, Callable[[], bytes]] = {
    RELOAD: (_HERE / "preview-reload.js").read_bytes,
    WRONG: (_HERE / "preview-wrong.css").read_bytes,
}
_SCRIPT = Markup('<script src="/{}?lan={}"></script>\n')
_WRONG = Markup(
    '<link rel="stylesheet" href="/{}">\n'
    '<section class="xem-thu" role="alert" lang="vi"><strong>{}</strong><pre tabindex="0">{}</pre></section>\n'
)
_PAGE = Markup(
    '<!doctype html>\n<html lang="vi">\n<head><meta charset="utf-8"><title>{}</title></head>\n'
    "<body>\n</body>\n</html>\n"
)
_TITLE = "Bản xem thử có lỗi"
_STALE = "Dự án đang có lỗi; trang này là bản trước khi có lỗi. Sửa rồi lưu tệp, trang sẽ tự cập nhật."
_OWN_MISTAKES = "Trang này có lỗi. Sửa rồi lưu tệp, trang sẽ tự cập nhật."
_END = b"</body>"


def shown(page: bytes, state: str, stale: str = "", mistakes: str = "") -> bytes:
    """The page as a preview shows it: it follows changes from that state on.

    `stale` is what is wrong with the project since, `mistakes` what is wrong with this page alone.
    """
    wrong = [_WRONG.format(WRONG, title, text) for title, text in ((_STALE, stale), (_OWN_MISTAKES, mistakes)) if text]
    before, end, after = page.rpartition(_END)
    if not end:
        before, after = after, b""
    return b"".join((before, *(part.encode() for part in wrong), _SCRIPT.format(RELOAD, state).encode(), end, after))


def only_wrong(state: str, text: str) -> bytes:
    """A page that cannot be shown at all, with what is wrong."""
    return shown(_PAGE.format(_TITLE).encode(), state, mistakes=text)
