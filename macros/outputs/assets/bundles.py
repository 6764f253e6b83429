"""Style sheets and scripts of a page in one file each, named by what is in it."""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from macros.outputs.assets.modules import NAMESPACE, Module, in_order
from macros.outputs.assets.page_makers import PACKAGE, makers, texts
from macros.wording import Sentences, pages, sentences

# Only whole comments of our own files, which hold no such marks inside a text.
_JS_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*.*?\*/)\n", re.DOTALL | re.MULTILINE)
_INDENT = re.compile(r"\n\s+")
# A sentence that a script takes from the room: `words.frame.MENU`, also spread, but no `more.words.frame.MENU`.
_TAKEN = re.compile(r"(?<![\w$])(?<![^.]\.)words\.([a-z]\w*)\.([A-Z][A-Z0-9_]*)\b")
# Several bundles of a page share one room: each puts in what its scripts take.
_LAID_OUT = """for (const [page, taken] of Object.entries(%s))
Object.assign(congkhai.wording.words[page] ??= {}, taken);
"""

# Material's style sheet, whose name changes with every release.
_MATERIAL = "assets/stylesheets/main.*.min.css"
# What must have run before the first paint.
EARLY = "assets/congkhai/early.js"
_MODULES = "assets/congkhai/{}.js"
# The module of the sentences, which the build fills in with those that the modules beside it take.
_WORDING = "wording"
# What the build lays into other modules of data: what is in the one object that each of them gives.
_FILLED = 'Object.assign(congkhai["{name}"].{object},{text});\n'

# What modules of data hold, by their names: rules that are stated in Python alone, and words of a project.
Data: TypeAlias = Mapping[str, Mapping[str, Any]]
NO_DATA: Data = MappingProxyType({})

# What stands before the index of the search and comes with it, at the first use; and what asks for the index, and so is
# there before.
ENGINE, _LOADER = "search-engine", "search-loading"
# What one page alone needs.
PAGE_SCRIPTS = {"search-page": "search-page", "compare": "compare"}
# What works on tables of figures, though a project's settings list it for every page: the page of the search has none.
_UNUSED_ON = {"search-page": frozenset({"report", "order"})}


@dataclass(frozen=True, slots=True)
class Bundle:
    """A file that holds several: its name carries a digest of its text, so that a browser may keep it for ever."""

    name: str
    text: str


class UnknownSentence(LookupError):
    """A script takes a sentence that no module of `macros/wording/` has."""


def script_bundle(stem: str, scripts: Iterable[str]) -> Bundle:
    """The classic scripts in order, without the comments that stand on lines of their own."""
    return _named(stem, "js", "".join(map(_bare, scripts)))


def _bare(script: str) -> str:
    return _squeezed(_JS_COMMENT.sub("", script))


def module_bundle(stem: str, modules: Sequence[Module], data: Data = NO_DATA) -> Bundle:
    """The modules as one script, with the sentences that they take; `data` is what modules of data hold.

    Raises UnknownSentence when one takes a sentence that is not there.
    """
    return _named(stem, "js", _joined(modules, data))


def _joined(modules: Sequence[Module], data: Data) -> str:
    scripts = {module.name: _bare(module.script()) for module in modules}
    filled = {module.name: _filling(module, data[module.name]) for module in modules if module.name in data}
    filled[_WORDING] = _laid_out("".join(scripts.values()))
    # Where the room comes with another file, which was there before, its sentences stand first.
    before = "" if _WORDING in scripts else filled[_WORDING]
    return NAMESPACE + before + "".join(script + filled.get(name, "") for name, script in scripts.items())


def _filling(module: Module, content: Mapping[str, Any]) -> str:
    """What lays its content into a module of data."""
    (given,) = module.gives
    return _FILLED.format(name=module.name, object=given, text=_literal(content))


def _literal(content: Mapping[str, Any]) -> str:
    """Plain data as a script has it; a table may be any mapping."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=dict)


def _laid_out(script: str) -> str:
    """What lays out the sentences that a script takes, and no others; "" when it takes none."""
    taken: dict[str, dict[str, Sentences]] = {}
    for page, name in dict.fromkeys(_TAKEN.findall(script)):
        known = _sentences().get(page, {})
        if name not in known:
            raise UnknownSentence(f"a script takes words.{page}.{name}, and macros/wording/ has no such sentence")
        taken.setdefault(page, {})[name] = known[name]
    return _LAID_OUT % _literal(taken) if taken else ""


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


# What the program made of texts before, or makes of them now.
Remembered: TypeAlias = Callable[[Sequence[str], Callable[[], str]], str]


def _made_now(_: Sequence[str], make: Callable[[], str]) -> str:
    return make()


def frame_bundles(
    theme: ThemeFolders,
    sheets: Sequence[str],
    scripts: Sequence[str],
    pages: str | Path,
    remembered: Remembered = _made_now,
) -> dict[str, Bundle]:
    """What every page loads: `style`, `early` (blocking, tiny), `script` (deferred).

    The style is what pages use of Material's sheet, then ours without comments and needless white space. `pages` is the
    folder of what authors write, which may bring style sheets and scripts of its own. `remembered` is asked for what
    takes long, and depends on nothing but the program and some texts.
    """
    return {
        "style": _named("assets/congkhai", "css", _style(theme, sheets, Path(pages), remembered)),
        "early": script_bundle("assets/congkhai-early", [theme.text(EARLY)]),
        "script": module_bundle("assets/congkhai", modules(theme, scripts)),
    }


def _style(theme: ThemeFolders, paths: Sequence[str], pages: Path, remembered: Remembered) -> str:
    """The style sheet of every page."""
    material, ours = theme.text(_MATERIAL), [theme.text(path) for path in paths]
    brought = [folder for folder in theme.before(_MATERIAL) if not folder.is_relative_to(PACKAGE)]
    further = [text for folder in dict.fromkeys([*brought, pages]) for text in makers(folder)]
    beside = texts(pages, (".css",))

    def make() -> str:
        # Loaded here: parser and licences take longer to load than what was made of them.
        from macros.outputs.assets.reduced_sheets import style_sheet

        return style_sheet(material, ours, beside, further)

    counts = [str(len(part)) for part in (ours, beside)]
    return remembered(["style", *counts, material, *ours, *beside, *further], make)


def page_bundles(theme: ThemeFolders, scripts: Sequence[str], data: Data) -> dict[str, Bundle]:
    """What one page loads in the place of `script`, by its name in `PAGE_SCRIPTS`.

    One file holds what every page loads, as far as this one has a use for it, and its own. `scripts` are those of every
    page.
    """
    return {
        name: module_bundle(f"assets/congkhai-{name}", modules(theme, _of_page(name, entry, scripts)), data)
        for name, entry in PAGE_SCRIPTS.items()
    }


def _of_page(name: str, entry: str, scripts: Sequence[str]) -> list[str]:
    unused = _UNUSED_ON.get(name, frozenset())
    return [*(path for path in scripts if Path(path).stem not in unused), _MODULES.format(entry)]


def engine(theme: ThemeFolders, data: Data) -> str:
    """The engine of the search, to stand before its index.

    It takes what asks for the index, and what that needs, as being there.
    """
    there = {module.name for module in modules(theme, [_MODULES.format(_LOADER)])}
    brought = [module for module in modules(theme, [_MODULES.format(ENGINE)]) if module.name not in there]
    return _joined(brought, data)


def modules(theme: ThemeFolders, paths: Iterable[str]) -> list[Module]:
    """The modules at these paths and all that they need, each behind what it needs."""
    return in_order([Path(path).stem for path in paths], lambda name: theme.text(_MODULES.format(name)))


def is_module(path: str) -> bool:
    """Whether a script is one of ours, which come in bundles; what a project adds stays a file of its own."""
    return Path(path).parent == Path(_MODULES).parent


def elsewhere(theme: ThemeFolders) -> frozenset[str]:
    """The paths of modules that the engine or one page alone brings along, with all that they need."""
    entries = [_MODULES.format(entry) for entry in (ENGINE, *PAGE_SCRIPTS.values())]
    return frozenset(_MODULES.format(module.name) for module in modules(theme, entries))
