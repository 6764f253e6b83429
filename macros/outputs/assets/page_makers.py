"""What makes pages, and so holds the name of every element and class that one may have."""

from pathlib import Path

PACKAGE = Path(__file__).parents[2]
_EXTENSIONS = (".html", ".js", ".py", ".svg", ".j2")


def makers(folder: Path = PACKAGE) -> list[str]:
    """The templates and programs below a folder as texts; else those of this package."""
    return texts(folder, _EXTENSIONS)


def texts(folder: Path, extensions: tuple[str, ...]) -> list[str]:
    """The texts of all files with these extensions below a folder."""
    return [path.read_text("utf-8", "replace") for path in sorted(folder.rglob("*")) if path.suffix in extensions]
