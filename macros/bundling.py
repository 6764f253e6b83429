"""Style sheets and scripts of a page in one file each, named by what is in it."""

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path

from macros.licences import material_licence
from macros.unused_rules import used_rules, words_of
from macros.wording import Sentences, pages, sentences

# Only whole comments of our own files, which hold no such marks inside a text.
_CSS_COMMENT = re.compile(r"/\*(?!!).*?\*/", re.DOTALL)
_JS_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*.*?\*/)\n", re.DOTALL | re.MULTILINE)
# Images inside a style sheet: `default-src 'self'` refuses them, and Material has some two hundred.
_DATA_IMAGE = re.compile(r"""url\((?:"data:[^"]*"|'data:[^']*'|data:[^)]*)\)""")
_INDENT = re.compile(r"\n\s+")
# A sentence that a script takes from the room: `words.frame.MENU`, also spread, but no `more.words.frame.MENU`.
_TAKEN = re.compile(r"(?<![\w$])(?<![^.]\.)words\.([a-z]\w*)\.([A-Z][A-Z0-9_]*)\b")
# Several bundles of a page share one room: the first that is read opens it, each puts in what its scripts take.
_ROOM = r"""window.congkhaiWording ??= {
words: {},
say: (sentence, parts) => sentence.replace(/\{(\w+)\}/g, (place, name) => parts[name]),
};
for (const [page, taken] of Object.entries(%s)) Object.assign(congkhaiWording.words[page] ??= {}, taken);
"""

# Material's style sheet, whose name changes with every release.
_MATERIAL = "assets/stylesheets/main.*.min.css"
# What marks the words that scripts write, and wants to know them.
_MARKING = "assets/congkhai/marking.js"
# What must have run before the first paint.
EARLY = "assets/congkhai/early.js"


def _ours(*names: str) -> tuple[str, ...]:
    return tuple(f"assets/congkhai/{name}.js" for name in names)


# What stands before the index of the search and comes with it, at the first use.
ENGINE = _ours(
    "marking",
    "search-words",
    "search-units",
    "search-subject",
    "search-query",
    "search-ranking",
    "search-slips",
    "search-answer",
    "search-periods",
    "search-places",
    "search-walk",
    "search-archive",
    "search-marking",
    "search-results",
    "search-english",
    "search-said",
)
# What one page alone needs.
PAGE_SCRIPTS = {
    "search-page": _ours("search-trail", "search-page"),
    "compare": _ours("marking", "compare-numbers", "compare-file", "compare-largest", "compare"),
}


@dataclass(frozen=True, slots=True)
class Bundle:
    """A file that holds several: its name carries a digest of its text, so that a browser may keep it for ever."""

    name: str
    text: str


class UnknownSentence(LookupError):
    """A script takes a sentence that no module of `macros/wording/` has."""


def style_bundle(stem: str, sheets: Iterable[str]) -> Bundle:
    """The style sheets in order, without comments (but `/*!`, a licence) and without images inside the sheets."""
    text = "".join(_squeezed(_CSS_COMMENT.sub("", sheet)) for sheet in sheets)
    return _named(stem, "css", _DATA_IMAGE.sub("none", text))


def script_bundle(stem: str, scripts: Iterable[str]) -> Bundle:
    """The classic scripts in order, without the comments that stand on lines of their own; before them their words.

    Raises UnknownSentence when a script takes a sentence that is not there.
    """
    return _named(stem, "js", _joined(scripts))


def _joined(scripts: Iterable[str]) -> str:
    text = "".join(_squeezed(_JS_COMMENT.sub("", script)) for script in scripts)
    return _room(text) + text


def _room(script: str) -> str:
    """What lays out the sentences that a script takes, and no others; "" when it takes none."""
    taken: dict[str, dict[str, Sentences]] = {}
    for page, name in dict.fromkeys(_TAKEN.findall(script)):
        known = _sentences().get(page, {})
        if name not in known:
            raise UnknownSentence(f"a script takes words.{page}.{name}, and macros/wording/ has no such sentence")
        taken.setdefault(page, {})[name] = known[name]
    # A table may be any mapping.
    return _ROOM % json.dumps(taken, ensure_ascii=False, separators=(",", ":"), default=dict) if taken else ""


@cache
def _sentences() -> dict[str, dict[str, Sentences]]:
    return {page.__name__.rpartition(".")[2]: sentences(page) for page in pages()}


def _squeezed(text: str) -> str:
    return _INDENT.sub("\n", text).strip() + "\n"


def _named(stem: str, extension: str, text: str) -> Bundle:
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    return Bundle(f"{stem}.{digest}.{extension}", text)


class ThemeFolders:
    """The folders of a theme, the one that overrides first."""

    def __init__(self, folders: Iterable[str | Path]) -> None:
        self._folders = [Path(folder) for folder in folders]

    def has(self, path: str) -> bool:
        """Whether some folder has the file."""
        return any((folder / path).is_file() for folder in self._folders)

    def text(self, pattern: str) -> str:
        """The text of the first file that the pattern names; raises FileNotFoundError when there is none."""
        for folder in self._folders:
            for path in sorted(folder.glob(pattern)):
                return path.read_text(encoding="utf-8")
        raise FileNotFoundError(f"no folder of the theme has {pattern}")

    def before(self, pattern: str) -> list[Path]:
        """The folders that override the first one with such a file."""
        return list(takewhile(lambda folder: not any(folder.glob(pattern)), self._folders))


def frame_bundles(
    theme: ThemeFolders, sheets: Sequence[str], scripts: Sequence[str], pages: str | Path
) -> dict[str, Bundle]:
    """What every page loads: `style`, `early` (blocking, tiny), `script` (deferred).

    The style is what pages use of Material's sheet, then ours. `pages` is the folder of what authors write, which may
    bring style sheets and scripts of its own.
    """
    ours = [theme.text(path) for path in sheets]
    return {
        "style": style_bundle("assets/congkhai", [_used_of_material(theme, ours, Path(pages)), *ours]),
        "early": script_bundle("assets/congkhai-early", [theme.text(EARLY)]),
        "script": script_bundle("assets/congkhai", [theme.text(path) for path in scripts]),
    }


# What makes pages, and so holds the name of every element and class that one may have.
_MAKES_PAGES = (".html", ".js", ".py", ".svg", ".j2")
_PACKAGE = Path(__file__).parent
_CHARSET = '@charset "UTF-8";'


def _used_of_material(theme: ThemeFolders, ours: Iterable[str], pages: Path) -> str:
    """Material's style sheet as far as our pages can use it, below its licence."""
    overriding = theme.before(_MATERIAL)
    makers = [text for folder in dict.fromkeys([_PACKAGE, *overriding, pages]) for text in _texts(folder, _MAKES_PAGES)]
    beside = [*ours, *makers, *_texts(pages, (".css",))]
    used = used_rules(_DATA_IMAGE.sub("none", theme.text(_MATERIAL)), words_of(makers), "".join(beside))
    # The encoding is read at the very beginning, or not at all.
    return f"{_CHARSET}\n/*!\n{material_licence()}*/\n{used.removeprefix(_CHARSET)}"


def _texts(folder: Path, extensions: tuple[str, ...]) -> list[str]:
    return [path.read_text("utf-8", "replace") for path in sorted(folder.rglob("*")) if path.suffix in extensions]


def page_bundles(theme: ThemeFolders, scripts: Sequence[str], words: str) -> dict[str, Bundle]:
    """What one page loads in the place of `script`: the same and its own in one file, by its name in `PAGE_SCRIPTS`.

    `scripts` are those of every page, `words` is the script that `marking.js` wants.
    """
    return {
        name: script_bundle(f"assets/congkhai-{name}", _with_words(theme, [*scripts, *paths], words))
        for name, paths in PAGE_SCRIPTS.items()
    }


def engine(theme: ThemeFolders, words: str) -> str:
    """The engine of the search, to stand before its index; `words` as above."""
    return _joined(_with_words(theme, ENGINE, words))


def _with_words(theme: ThemeFolders, paths: Sequence[str], words: str) -> list[str]:
    return [words] * (_MARKING in paths) + [theme.text(path) for path in paths]
