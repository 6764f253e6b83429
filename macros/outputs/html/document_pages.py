"""The pages of the documents that the reports cite."""

from macros import addresses
from macros.faces.document_face import document_face, document_index_face
from macros.outputs.html.generated_page import GeneratedPage, source_of
from macros.outputs.html.renderer import Renderer
from macros.record import Document
from macros.wording import documents


def document_index(renderer: Renderer) -> GeneratedPage:
    """The list of all documents."""
    face = document_index_face(renderer.catalogue)
    return GeneratedPage(
        source="van-ban/index.md",
        title=documents.INDEX_TITLE,
        description=documents.INDEX_DESCRIPTION,
        face=face,
        template="document_index",
    )


def document_page(renderer: Renderer, document: Document) -> GeneratedPage:
    """The page of a document."""
    address = addresses.document(document)
    face = document_face(document, renderer.catalogue)
    return GeneratedPage(
        source=source_of(address),
        title=face.title,
        description=face.description,
        face=face,
        template="document",
        listed_to=0,
    )
