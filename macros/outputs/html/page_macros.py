"""What an author calls on a page: plain arguments in, HTML for that page out."""

from collections.abc import Callable

from markupsafe import Markup, escape

from macros import addresses
from macros.faces import phrases, reference_faces
from macros.faces.accessibility_face import accessibility_face
from macros.faces.agency_face import agency_face, agency_facts
from macros.faces.home_faces import recent_corrections_face, section_list_face
from macros.faces.key_figures_face import key_figures_face
from macros.faces.report_list_face import report_list_face
from macros.faces.report_summary_face import report_summary_face
from macros.outputs.html import pieces
from macros.outputs.html.gathered import gathering
from macros.outputs.html.marking import Marking
from macros.outputs.html.page_context import PageContext, Said, Telling
from macros.outputs.html.renderer import Renderer, inline, markdown_text
from macros.problems.codes import FAMILIES, PROBLEM_CODES
from macros.problems.problem import Place, Problem, nearest
from macros.record import Catalogue, Observation, Report, ReportKey, Section, series_key
from macros.vietnamese import slug


def _named(period: str) -> ReportKey | None:
    """The report that an author means by a period; None where it is written as none."""
    try:
        return ReportKey.parse(str(period))
    except ValueError:
        return None


class PageMacros:
    """The macros of `macros.reading.author_macros.AuthorMacros` for one page at a time.

    A wrong argument gives an empty result and a problem in `problems`; the build stops once all pages are rendered, so
    that an author sees every mistake at once.
    """

    def __init__(self, renderer: Renderer) -> None:
        self._renderer = renderer
        self._catalogue: Catalogue = renderer.catalogue
        self.page = PageContext("", "", None)
        self.problems: list[Problem] = []

    @property
    def marking(self) -> Marking:
        """What marks the words of the pages that call these macros."""
        return self._renderer.marking

    def completed(self, html: str, page: PageContext) -> str:
        """The HTML of a page with its blocks in their places."""
        return page.bound(html)

    def found_problems(self) -> list[Problem]:
        """The mistakes since this was asked last."""
        found, self.problems = self.problems, []
        return found

    def observation(
        self, indicator: str, period: str | None = None, unit: bool = True, digits: int = 1, link: bool = True
    ) -> str:
        if (observation := self._observation(indicator, period)) is None:
            return ""
        address = self._to(addresses.indicator(observation.indicator)) if link else None
        return self._line(lambda: pieces.figure_in_text(observation, unit, digits, address, self._words))

    def indicator(self, indicator: str, text: str | None = None) -> str:
        found = self._catalogue.indicators.get(indicator)
        if found is None:
            return self._refused("chỉ tiêu", indicator, self._catalogue.indicators)
        if addresses.has_page(found):
            address = addresses.indicator(found)
        elif (report := self._report(None)) is not None:
            address = addresses.row(report, found)
        else:
            return ""
        return self._line(lambda: pieces.link(self._words(text or found.title), self._to(address)))

    def document(self, document: str, text: str | None = None) -> str:
        found = self._catalogue.documents.get(document)
        if found is None:
            return self._refused("văn bản", document, self._catalogue.documents)
        self.page.citations[document] += 1
        anchor = addresses.citation_anchor(document, self.page.citations[document])
        address = self._to(addresses.document(found))
        words = text or phrases.document_title(found)
        return self._line(lambda: pieces.citation(self._words(words), address, anchor))

    def abbr(self, abbreviation: str) -> str:
        found = self._catalogue.abbreviations.get(abbreviation)
        if found is None:
            return self._refused("chữ viết tắt", abbreviation, self._catalogue.abbreviations)
        return self._line(lambda: pieces.abbr(found))

    def typed(self, text: str) -> str:
        return inline(escape(text))

    def annex(self, section: str | None = None, period: str | None = None) -> str:
        if (report := self._report(period)) is None:
            return ""
        if section is None:
            chosen: tuple[Section, ...] = self._catalogue.sections
            head = [self._block("annex_head", report=report)]
        elif (found := self._section(section)) is not None:
            chosen, head = (found,), []
        else:
            known = [section.number for section in self._catalogue.sections]
            return self._refused("nhóm", section, [*known, *self._catalogue.sections_by_id])
        tables = []
        for part in chosen:
            self.page.places |= {addresses.row_anchor(row) for row in part.indicators}
            if section is None:
                # The headings go through Markdown, so that they appear in the page's contents.
                title = markdown_text(f"{part.number}. {part.label}")
                tables.append(f"### {title} {{: #nhom-{slug(part.number)} }}")
            tables.append(self._block("annex", report=report, section=part, chosen=section is None))
        return "\n\n".join([*head, *tables])

    def key_figures(self, *indicators: str, period: str | None = None) -> str:
        report = self._report(period)
        found = [self._observation(indicator, period) for indicator in indicators]
        observations = [observation for observation in found if observation is not None]
        if report is None or len(observations) < len(found):
            return ""
        kept = self._renderer.edition is not None
        return self._faced("key_figures", key_figures_face(report, observations, self._renderer.derived, kept))

    def report_head(self, period: str | None = None) -> str:
        return self._about_report("report_head", period)

    def report_summary(self, period: str | None = None) -> str:
        if (report := self._report(period)) is None:
            return ""
        return self._faced("report_summary", report_summary_face(report, self._catalogue))

    def recent_corrections(self) -> str:
        kept = self._renderer.edition is not None
        return self._faced("recent_corrections", recent_corrections_face(self._renderer.derived, kept))

    def downloads(self, period: str | None = None) -> str:
        return self._about_report("downloads", period)

    def report_list(self) -> str:
        return self._faced("report_list", report_list_face(self._renderer.derived))

    def section_list(self) -> str:
        return self._faced("section_list", section_list_face(self._catalogue))

    def status_list(self) -> str:
        return self._faced("status_list", reference_faces.states_face())

    def code_lists(self) -> str:
        return self._faced("code_lists", reference_faces.code_lists_face(self._catalogue))

    def units(self) -> str:
        return self._faced("units", reference_faces.units_face(self._catalogue))

    def glossary(self) -> str:
        return self._faced("glossary", reference_faces.glossary_face(self._catalogue))

    def agency(self) -> str:
        facts, address = agency_facts(agency_face(self._catalogue)), self.page.address
        says = [Said(place.text, place.id, place.term) for place in facts.places()]
        return self.page.tell(Telling(says, lambda ids: self._renderer.faced("agency", address, facts.placed(ids))))

    def accessibility(self) -> str:
        face = accessibility_face(self._renderer.accessibility, self._catalogue)
        return self._faced("accessibility", face)

    def foreign(self, text: str, language: str = "en") -> str:
        return self._line(lambda: pieces.foreign(text, language))

    def search_box(self) -> str:
        return self._block("search_box")

    def problem_codes(self) -> str:
        # The headings go through Markdown, so that they appear in the page's contents; reports link to their ids.
        parts = []
        for family, heading in FAMILIES.items():
            parts.append(f"## {heading} {{: #{family.lower()} }}")
            for code, explanation in PROBLEM_CODES.items():
                if code.startswith(family):
                    title = self.typed(f"{code} {explanation.title}")
                    parts.append(f"### {title} {{: #{code.lower()} }}")
                    parts.append(self._block("problem_code", explanation=explanation))
        return "\n\n".join(parts)

    def _about_report(self, template: str, period: str | None) -> str:
        report = self._report(period)
        return self._block(template, report=report) if report is not None else ""

    def _report(self, period: str | None) -> Report | None:
        own = ReportKey(self.page.period) if self.page.period else self._catalogue.latest.key
        wanted = _named(period) if period else own
        report = self._catalogue.report(wanted) if wanted else None
        if report is None:
            self._refused("báo cáo kỳ", period or str(own), [*self._catalogue.reports_by_key])
        return report

    def _observation(self, indicator: str, period: str | None) -> Observation | None:
        if (report := self._report(period)) is None:
            return None
        observation = report.observation(series_key(indicator))
        if observation is None or not observation.indicator.kind.holds_value:
            self._refused(f"số liệu kỳ {report.period} của chỉ tiêu", indicator, [*report.by_key])
            return None
        return observation

    def _section(self, wanted: str) -> Section | None:
        return next((s for s in self._catalogue.sections if wanted in (s.id, s.number)), None)

    def _to(self, address: str) -> str:
        """How the page leads to an address of the site."""
        return addresses.relative(address, self.page.address)

    def _line(self, piece: Callable[[], Markup]) -> str:
        """A piece of HTML in a line of Markdown; its words are marked as it is made."""
        with gathering() as gathered:
            html = inline(piece())
        return self.page.words(html, gathered.opened)

    def _words(self, text: str) -> Markup:
        """The words of a piece: those of a report have their short forms marked."""
        return self._renderer.words(text, printed=self.page.is_report)

    def _faced(self, template: str, face: object) -> str:
        """A block that is made from its face and nothing else."""
        with gathering() as gathered:
            html = self._renderer.faced(template, self.page.address, face)
        return self.page.block(html, gathered.opened)

    def _block(self, template: str, **context: object) -> str:
        with gathering() as gathered:
            html = self._renderer.html(template, self.page.address, **context)
        return self.page.block(html, gathered.opened)

    def _refused(self, what: str, wrong: str, known: object) -> str:
        near = nearest(wrong, [str(key) for key in known]) if isinstance(known, dict | list) else ""
        self.problems.append(
            Problem(
                Place(self.page.path),
                "E504",
                f"không có {what} “{wrong}”",
                "một mã đã khai báo trong data/",
                f"có phải là “{near}”?" if near else "sửa lại mã trong macro trên trang này",
            )
        )
        return ""
