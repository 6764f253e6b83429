"""What goes of the style sheets is missed by no page: it looks as under Material's whole sheet and ours as written."""

from pathlib import Path

import material
import pytest
import yaml
from playwright.sync_api import Browser

from macros.outputs.assets.bundles import ThemeFolders
from macros.outputs.assets.reduced_sheets import without_images
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

# Of each element its place, and of it and of what a sheet adds to it every property that a browser knows. Variables are
# looked at by what they do. To another medium colours may be on their way.
LOOKS = """async () => {
  await Promise.all(document.getAnimations().map(({ finished }) => finished));
  return [...document.body.querySelectorAll("*")].map((element) => {
    const looks = (pseudo) => {
      const style = getComputedStyle(element, pseudo);
      if (pseudo && ["none", "normal"].includes(style.content)) return "";
      const names = [...style].filter((name) => !name.startsWith("--"));
      return names.map((name) => `${name}: ${style.getPropertyValue(name)}`).join("; ");
    };
    const { x, y, width, height } = element.getBoundingClientRect();
    const at = [x, y, width, height].join(" ");
    const name = `${element.localName}.${element.getAttribute("class") ?? ""}`;
    return [name, at, looks(), looks("::before"), looks("::after")];
  });
}"""
WAYS = (("print", "light", 700), ("screen", "dark", 390))


@pytest.fixture(scope="module")
def whole() -> str:
    """The sheets of every page as they were written, in one text."""
    settings = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)
    theme = ThemeFolders([ROOT / "macros/theme", Path(material.__path__[0]) / "templates"])
    sheets = ["assets/stylesheets/main.*.min.css", *settings["extra_css"]]
    return without_images(map(theme.text, sheets))


@pytest.mark.parametrize(
    "address", ["bao-cao/2031-a1/chat-luong/", "chi-tieu/khao-sat-hai-long/", "bao-cao/2032-s1/so-sanh/"]
)
def test_a_page_looks_as_under_the_whole_sheets_on_paper_and_in_the_dark(
    browser: Browser, demo_server: str, whole: str, address: str
) -> None:
    looks = [_looks(browser, f"{demo_server}{address}", sheet) for sheet in (None, whole)]
    for way, made, wanted in zip(WAYS, *looks, strict=True):
        assert len(made) > 200
        assert [_difference(*pair) for pair in zip(made, wanted, strict=True) if pair[0] != pair[1]][:3] == [], way


def _difference(made: list[str], wanted: list[str]) -> tuple[str, set[str]]:
    """The element, and what of its look is there once only."""
    one, other = ({part for look in looks[1:] for part in look.split("; ")} for looks in (made, wanted))
    return made[0], one ^ other


def _looks(browser: Browser, address: str, sheet: str | None) -> list[list[list[str]]]:
    """How the elements of a page look in either way, under its own style sheet or another.

    Its scripts rest: what they mark while a reader moves is not the same at any two times.
    """
    page = browser.new_page(reduced_motion="reduce", java_script_enabled=False)
    if sheet is not None:
        page.route("**/assets/congkhai.*.css", lambda route: route.fulfill(body=sheet, content_type="text/css"))
    page.goto(address, wait_until="networkidle")
    looks = []
    for medium, scheme, width in WAYS:
        page.emulate_media(media=medium, color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 900})
        looks.append(page.evaluate(LOOKS))
    page.close()
    return looks
