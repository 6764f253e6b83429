"""The page of a section of the form."""

from markupsafe import Markup

from macros.faces.section_face import section_face
from macros.outputs.html.gathered import gathering
from macros.outputs.html.generated_page import GeneratedPage, source_of
from macros.outputs.html.renderer import Renderer
from macros.record import Section


def section_page(renderer: Renderer, section: Section) -> GeneratedPage:
    """The page of a section: its table of the newest report, and the charts of its indicators."""
    face = section_face(section, renderer.derived)
    # The table has a writer of its own, which takes the record: so the face is not all that the page is made from.
    with gathering() as annexed:
        annex = Markup(renderer.html("annex", face.address, section=section, report=renderer.catalogue.latest))
    with gathering() as gathered:
        html = renderer.html("section", face.address, face=face, annex=annex)
    # The table stands below the heading and above the charts, whose words open nothing.
    gathered.add(annexed.opened)
    return GeneratedPage(
        source=source_of(face.address),
        title=face.title,
        description=face.description,
        html=html,
        opened=gathered.opened,
        headed_by_report=True,
    )
