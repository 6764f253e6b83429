"""A document's page says what an issuer was inferred from where the source does not name it; the list leaves it out."""

from dataclasses import replace

import lxml.html
import pytest

from macros import addresses
from macros.outputs.html.renderer import Renderer
from macros.record import Catalogue
from tests.good_project import good_catalogue
from tests.whole_pages import whole_pages


def with_issuer(issuer: str | None, issuer_from: str | None) -> tuple[Catalogue, str]:
    made = good_catalogue()
    id, document = next(iter(made.documents.items()))
    changed = replace(document, issuer=issuer, issuer_from=issuer_from)
    return replace(made, documents={**made.documents, id: changed}), id


@pytest.mark.parametrize(
    ("issuer", "issuer_from", "told", "listed"),
    [
        ("Sở Ví Dụ", None, "Sở Ví Dụ", True),
        ("Sở Ví Dụ", "ký hiệu của văn bản", "Sở Ví Dụ (suy ra từ ký hiệu của văn bản)", False),
        (None, None, "Báo cáo không nêu", False),
    ],
)
def test_an_issuer_is_told_as_stated_or_as_inferred(
    issuer: str | None, issuer_from: str | None, told: str, listed: bool
) -> None:
    made, id = with_issuer(issuer, issuer_from)
    pages = {page.address: lxml.html.fromstring(f"<div>{page.html}</div>") for page in whole_pages(Renderer(made))}
    (fact,) = pages[addresses.document(made.documents[id])].xpath(".//dt[.='Cơ quan ban hành']/following-sibling::dd")
    assert " ".join(fact.text_content().split()) == told
    (entry,) = pages[addresses.DOCUMENTS].xpath(f".//li[@id='vb-{id}']")
    assert ("(Sở Ví Dụ)" in entry.text_content()) is listed
