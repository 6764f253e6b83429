"""A completed page of an author as bytes and back; nothing but plain parts of pages is ever made of them."""

import datetime
import io
import pickle
from typing import Any

from markupsafe import Markup

from macros.outputs.search.first_layer import SearchedPage
from macros.outputs.search.passages import Passage
from macros.publication.authored import CompletedPage
from macros.publication.frame import FramedPage, Heading
from macros.record import Period, PeriodKind, ReportKey

_PAGES = (CompletedPage, FramedPage, Heading, SearchedPage, Passage)
_PARTS = (*_PAGES, Period, PeriodKind, ReportKey, Markup, datetime.date, datetime.datetime)
_KNOWN = {(part.__module__, part.__qualname__): part for part in _PARTS}


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        found = _KNOWN.get((module, name))
        if found is None:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a page")
        return found


def written(page: CompletedPage) -> bytes:
    """The page as bytes; raises PicklingError or TypeError for what no front matter holds."""
    return pickle.dumps(page, protocol=pickle.HIGHEST_PROTOCOL)


def read(kept: bytes) -> CompletedPage:
    """The page that was written; raises UnpicklingError for anything else."""
    page = _Reader(io.BytesIO(kept)).load()
    if not isinstance(page, CompletedPage):
        raise pickle.UnpicklingError("no page")
    return page
