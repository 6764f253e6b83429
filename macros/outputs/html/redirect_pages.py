"""Pages that send their reader on to another address."""

from collections.abc import Iterator

from macros.faces.redirect_face import RedirectFace, former_faces, latest_face
from macros.outputs.html.generated_page import GeneratedPage
from macros.outputs.html.renderer import Renderer


def former_pages(renderer: Renderer) -> Iterator[GeneratedPage]:
    """A page under each address that something once had, which leads on to the one that it has now."""
    return (_page(face) for face in former_faces(renderer.catalogue))


def latest_page(renderer: Renderer) -> GeneratedPage:
    """The lasting address of the newest report."""
    return _page(latest_face(renderer.catalogue))


def _page(face: RedirectFace) -> GeneratedPage:
    return GeneratedPage(
        source=f"{face.address.rstrip('/')}.md",
        title=face.title,
        description=face.description,
        redirect=face.target,
        face=face,
        template="redirect",
        listed_to=0,
    )
