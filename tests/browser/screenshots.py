"""Pictures of every type of page for a person to look at: phone and desktop, light and dark, and on paper.

Run by `make screenshots`. Builds the site first, unless a built one is given.
"""

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.browser.opening import opened_site  # noqa: E402 (run as a script, not as a module)
from tests.browser.page_types import PAGE_TYPES  # noqa: E402

SIZES: dict[str, ViewportSize] = {
    "dien-thoai": {"width": 390, "height": 844},
    "may-tinh": {"width": 1280, "height": 900},
}
SCHEMES = {"sang": "light", "toi": "dark"}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Chụp ảnh các loại trang ở bốn biến thể, và bản in, để người xem lại.")
    parser.add_argument(
        "pages", nargs="*", help="địa chỉ các trang cần chụp, ví dụ bao-cao/2022-s1/; bỏ trống: mọi loại"
    )
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "anh", help="thư mục để ảnh (mặc định build/anh)")
    parser.add_argument("--site", type=Path, help="trang đã dựng; bỏ trống: dựng từ dữ liệu của kho này")
    parser.add_argument("--part", action="store_true", help="chỉ chụp phần đầu, vừa một màn hình")
    given = parser.parse_args(arguments)
    with opened_site(given.site) as (browser, server):
        given.out.mkdir(parents=True, exist_ok=True)
        for address in given.pages or PAGE_TYPES:
            _shoot(browser, server, address, given.out, whole=not given.part)
    print(f"Ảnh nằm trong {given.out}")
    return 0


def _shoot(browser: Browser, server: str, address: str, out: Path, whole: bool) -> None:
    # Windows takes no "?" in the name of a file.
    name = re.sub(r"[^\w-]+", "_", address.strip("/")) or "trang-chu"
    for size, viewport in SIZES.items():
        for scheme, colours in SCHEMES.items():
            context = browser.new_context(viewport=viewport, color_scheme=colours, locale="vi-VN")
            page = context.new_page()
            page.goto(f"{server}{address}")
            if "?" in address:
                # What the address asks for is fetched first.
                page.locator("[data-search-state=done], [data-state=done], [data-filter]").first.wait_for()
            page.screenshot(path=out / f"{name}.{size}.{scheme}.png", full_page=whole)
            context.close()
    page = browser.new_page()
    page.goto(f"{server}{address}")
    page.pdf(path=out / f"{name}.in.pdf", format="A4", prefer_css_page_size=True)
    page.close()


if __name__ == "__main__":
    sys.exit(main())
