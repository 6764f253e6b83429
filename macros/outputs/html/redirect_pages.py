"""Pages that send their reader on to another address."""

from collections.abc import Iterator
from functools import partial

from macros.faces.redirect_face import RedirectFace, former_faces, latest_face
from macros.outputs.html.generated_page import GeneratedPage, PlannedPage, source_of
from macros.outputs.html.renderer import Renderer


def redirect_pages(renderer: Renderer) -> Iterator[PlannedPage]:
    """A page under each address that something once had, which leads on to the one that it has now.

    The last is the lasting address of the newest report.
    """
    for face in (*former_faces(renderer.catalogue), latest_face(renderer.catalogue)):
        yield PlannedPage(source_of(face.address), partial(_page, face), redirect=True, given=face)


def _page(face: RedirectFace) -> GeneratedPage:
    return GeneratedPage(
        source=source_of(face.address),
        title=face.title,
        description=face.description,
        redirect=face.target,
        face=face,
        template="redirect",
        listed_to=0,
    )
