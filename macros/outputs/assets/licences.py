"""The licences of everything of others that reaches a reader, and our own: what they ask to be passed on with it."""

from importlib.metadata import Distribution, distribution
from pathlib import Path

_MATERIAL = "mkdocs-material"
_SHEET = "Material for MkDocs: the style sheet"
# A package with a file of its licence, and what of it is on the pages. Others are used while building only.
_PARTS = (
    ("congkhai-cchc", "LICENSE", "Công khai CCHC: the pages, style sheets and scripts"),
    (_MATERIAL, "LICENSE", _SHEET),
    (
        _MATERIAL,
        "material/templates/.icons/material/LICENSE",
        "Material Design Icons: the drawings",
    ),
)
_RULE = "=" * 80


def licences() -> str:
    """The licences as one text, each below the name and version of what it is for.

    Raises FileNotFoundError where an installed package lacks its licence: without it the site may not be published.
    """
    return "\n".join(_part(distribution(package), path, title) for package, path, title in _PARTS)


def material_licence() -> str:
    """The licence of Material's style sheet alone, for the file that holds rules of it; raises as `licences` does."""
    return _part(distribution(_MATERIAL), "LICENSE", _SHEET)


def _part(package: Distribution, path: str, title: str) -> str:
    text = _text(package, path).strip()
    return f"{_RULE}\n{title}\n({package.name} {package.version})\n{_RULE}\n\n{text}\n"


def _text(package: Distribution, path: str) -> str:
    """A file of an installed package: a licence of the package as a whole stands beside its metadata."""
    # Of its list of files, which has ten thousand icons, none needs to be asked.
    if "/" in path:
        file = Path(str(package.locate_file(path)))
        text = file.read_text(encoding="utf-8") if file.is_file() else None
    else:
        text = package.read_text(f"licenses/{path}") or package.read_text(path)
    if text is None:
        raise FileNotFoundError(f"{package.name} {package.version} is installed without {path}")
    return text
