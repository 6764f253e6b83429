"""The page that keeps a revision of a report as it was, under an address of its own."""

import logging
from dataclasses import replace

from macros import addresses
from macros.faces import phrases, revision_text
from macros.outputs.html.gathered import gathering
from macros.outputs.html.generated_page import GeneratedPage
from macros.outputs.html.narratives import Narratives, Rendered
from macros.outputs.html.page_macros import PageMacros
from macros.outputs.html.renderer import Renderer
from macros.reading.narrative import NarrativePage
from macros.record import Catalogue, Edition, Report, SeriesKey, series_key, shown_figure
from macros.wording import revisions

_LOG = logging.getLogger(__name__)


def frozen_page(
    renderer: Renderer,
    edition: Edition,
    catalogue: Catalogue | None,
    narrative: NarrativePage | None,
    narratives: Narratives,
) -> GeneratedPage:
    """The page of an edition, from the catalogue and the narrative of its day as far as they are kept.

    Its links lead to pages as they are named today; those that are no more are held open, for `held_links.settled`.
    """
    address = addresses.edition(edition)
    report = renderer.catalogue.reports_by_key[edition.report]
    cited, body = _kept_body(renderer, edition, catalogue, narrative, narratives)
    with gathering() as gathered:
        html = renderer.html(
            "frozen",
            address,
            edition=edition,
            past=renderer.catalogue.history.reports[edition.report],
            present=report,
            cited=cited,
            body=body.html if body else None,
        )
    if body:
        # Nothing on the page follows it.
        gathered.add(body.opened)
    return replace(
        frozen_title(renderer, edition),
        html=html,
        headings=tuple(body.headings) if body else (),
        opened=gathered.opened,
        whole=body is not None or catalogue is None,
    )


def frozen_title(renderer: Renderer, edition: Edition) -> GeneratedPage:
    """The page of an edition without its content: what lists of pages and search engines know of it."""
    report = renderer.catalogue.reports_by_key[edition.report]
    title = revisions.KEPT_TITLE.format(report=phrases.report_title(report), number=edition.revision.number)
    standing = revision_text.standing_text(edition, renderer.catalogue.history)
    return GeneratedPage(
        source=f"{addresses.edition(edition).rstrip('/')}.md",
        title=title,
        description=revisions.KEPT_DESCRIPTION.format(title=title, standing=standing),
        html="",
        kept=True,
    )


def _kept_body(
    renderer: Renderer,
    edition: Edition,
    catalogue: Catalogue | None,
    narrative: NarrativePage | None,
    narratives: Narratives,
) -> tuple[Report | None, Rendered | None]:
    """The report of an edition and what is shown of it; neither where it cannot be shown today."""
    if catalogue is None:
        return None, None
    try:
        cited = _report(catalogue, edition)
        present = renderer.catalogue.reports_by_key[edition.report]
        then = renderer.of(catalogue, edition, present_figures(cited, present, renderer.catalogue))
        return cited, _body(then, edition, narrative, narratives)
    except Exception:
        # No one can mend the past any more: whatever it does to the templates of today, today's site is built, and the
        # address says that this one version cannot be shown.
        _LOG.debug("The kept page %s cannot be rendered", addresses.edition(edition), exc_info=True)
        return None, None


def present_figures(kept: Report, present: Report, catalogue: Catalogue) -> dict[SeriesKey, str]:
    """What each figure of a kept report is in the report of today where that is another: "nay là 51 hồ sơ".

    By the key that the figure had then.
    """
    keys = {series_key(former, row.form): row.key for row in catalogue.indicators.values() for former in row.former_ids}
    told = {}
    for was in kept.observations:
        now = present.observation(keys.get(was.key, was.key))
        if was.indicator.kind.holds_value and shown_figure(was) != shown_figure(now):
            said = revisions.NOW_IS if now is not None and now.value is not None else revisions.NOW
            told[was.key] = said.format(figure=revision_text.figure_text(now))
    return told


def _body(renderer: Renderer, edition: Edition, narrative: NarrativePage | None, narratives: Narratives) -> Rendered:
    """The report as it stood: the narrative with what it calls, or head and annex where there is none to render."""
    address = addresses.edition(edition)
    if narrative is not None:
        rendered = narratives.rendered(narrative, PageMacros(renderer), address)
        if rendered is not None:
            return rendered
    report = _report(renderer.catalogue, edition)
    with gathering() as gathered:
        html = renderer.html("frozen_annex", address, report=report)
    return Rendered(html, (), gathered.opened)


def _report(catalogue: Catalogue, edition: Edition) -> Report:
    """The report of an edition in the catalogue of its day, by the period that it was about then."""
    return catalogue.reports_by_key[edition.report_then]
