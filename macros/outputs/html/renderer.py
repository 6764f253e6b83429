"""Model to HTML through autoescaping templates."""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import BytecodeCache, PackageLoader, StrictUndefined
from markupsafe import Markup

from macros import addresses, vietnamese
from macros.charts import face_svg
from macros.charts.small import change_bar
from macros.comparing.comparison import Change, Comparison
from macros.comparing.data_windows import unequal_windows
from macros.comparing.reference_periods import comparable
from macros.faces import (
    edition_face,
    parts,
    phrases,
    report_citation,
    revision_text,
    rows,
)
from macros.faces.accessibility import AccessibilityRun
from macros.faces.derived import Derived
from macros.faces.history_face import EntryOf
from macros.faces.rows import ChangeColumn
from macros.outputs.html import icons, pieces
from macros.outputs.html.annex_rows import AnnexRows
from macros.outputs.html.change_rows import ChangeRows
from macros.outputs.html.compiled_templates import CompiledTemplates
from macros.outputs.html.explanations import explanations, unopened
from macros.outputs.html.gathered import Opened
from macros.outputs.html.held_links import held
from macros.outputs.html.marked_templates import MarkedTemplates
from macros.outputs.html.marking import Marking
from macros.outputs.html.series_rows import SeriesRows
from macros.record import Catalogue, Edition, Report, ReportKey, SeriesKey
from macros.record.reads import Memo
from macros.wording import filled, say, words

# Markdown reads these inside a paragraph; as entities they mean themselves to a browser.
_INLINE = str.maketrans({letter: f"&#{ord(letter)};" for letter in "\\`*_[]{}~^|$"})
_MARKDOWN = str.maketrans({letter: f"&#{ord(letter)};" for letter in "\\`*_[]{}~^|$#<>!:"})


def markdown_text(text: str) -> str:
    """Text as Markdown that shows exactly it: what stands in data is never markup, not even in a heading."""
    return text.replace("&", "&amp;").translate(_MARKDOWN)


def inline(html: str) -> str:
    """The HTML on one line that Markdown passes through untouched, for use inside a paragraph."""
    return " ".join(html.split("\n")).translate(_INLINE)


# Held against more periods a table would be slow to load; the page of comparisons has them all.
_MOST_COLUMNS = 3


# The kind of its templates; what they compile to depends on no catalogue.
PAGES = "pages"
_COMPILED = CompiledTemplates(PAGES)
_TEMPLATES = PackageLoader("macros.outputs.html")


# Pieces of HTML that templates ask for by these names.
_PIECES = (
    *("heading", "link", "linked", "link_parts", "large", "spark", "corrected"),
    *("doubt_line", "answer_line", "short_form_line"),
)


def _environment(compiled: BytecodeCache) -> MarkedTemplates:
    return MarkedTemplates(
        loader=_TEMPLATES,
        # A renderer lives for one build.
        auto_reload=False,
        autoescape=True,
        undefined=StrictUndefined,
        bytecode_cache=compiled,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )


class Renderer:
    """Renders templates for one catalogue. Every template sees the words, the addresses and `to(address)`.

    `site` is the public address of the site, ending in "/", or "" where that is not known. With an `edition` the
    catalogue is that of an earlier day, and what is said of today is left out. `drawings` are those beside words,
    `accessibility` is what the last test of the site found. `present_figures` tells what figures of an edition are now,
    `entry` where a revision is told of, where the catalogue is but a part of what is known. The pages of one that
    `holds_links` are kept longer than what they lead to.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        site: str = "",
        edition: Edition | None = None,
        drawings: Mapping[str, Markup] | None = None,
        accessibility: AccessibilityRun | None = None,
        marking: Marking | None = None,
        present_figures: Mapping[SeriesKey, str] | None = None,
        compiled: BytecodeCache = _COMPILED,
        entry: EntryOf | None = None,
        holds_links: bool = False,
    ) -> None:
        self.catalogue = catalogue
        self._holds_links = holds_links
        self.derived = Derived(catalogue, entry)
        self.site = site
        self.edition = edition
        self.accessibility = accessibility
        self._drawings = drawings or {}
        self.marking = marking or Marking(catalogue)
        self._compiled = compiled
        # Each section of a report asks for the same, and no other report does so in between.
        self._columns = Memo(self._make_columns, most=1)
        marked = pieces.Pieces(self.marking)
        plain = self._for_faces(marked)
        self._environment = self._templates(plain | self._for_the_record(marked, present_figures or {}))
        # What makes a page from its face knows nothing of the record: whatever it shows stands in the face.
        self._plain = self._templates(plain)

    def _templates(self, names: Mapping[str, object]) -> MarkedTemplates:
        """The templates as they see these names; what they put into a page is marked."""
        environment = _environment(self._compiled)
        environment.globals.update(names)
        environment.marking(self.marking.text, self.marking.say, say)
        environment.filters.update(printed=self.marking.printed, quoting=self.marking.quoting)
        return environment

    def _for_faces(self, marked: pieces.Pieces) -> dict[str, object]:
        """What a template may use that makes a page from its face: words, addresses, drawings, HTML of what it has."""
        return {
            "words": words(),
            "filled": filled,
            "addresses": addresses,
            "slug": vietnamese.slug,
            "icon": self._icon,
            "section_icon": icons.section_icon,
            "draw": face_svg,
            "change_bar": change_bar,
            "change_rows": ChangeRows(self.marking, marked).rows,
            "series_rows": SeriesRows(self.marking, marked).rows,
            "explained": pieces.explained,
            "tag": pieces.tag,
            "abbr": pieces.abbr,
            "short_forms": self.marking.short_forms,
            **{name: getattr(marked, name) for name in _PIECES},
        }

    def _for_the_record(self, marked: pieces.Pieces, present_figures: Mapping[SeriesKey, str]) -> dict[str, object]:
        """What a template may use beside it that is given parts of the record."""
        annex_rows = AnnexRows(self.catalogue, self.marking, marked, self.derived.spark, self.edition, present_figures)
        return {
            "catalogue": self.catalogue,
            "edition": self.edition,
            "site": self.site,
            "parts": parts,
            "phrases": phrases,
            "editions": revision_text,
            "told": edition_face,
            "citing": report_citation,
            "rows": rows,
            "day": vietnamese.day,
            "series_pages": lambda: self.derived.series_pages,
            "entry": lambda made: self.derived.entry(made),
            "changes_before": self.changes_before,
            "change_columns": self.change_columns,
            "annex_rows": annex_rows.rows,
        }

    def of(self, catalogue: Catalogue, edition: Edition, present_figures: Mapping[SeriesKey, str]) -> "Renderer":
        """A renderer for the catalogue of the day of an edition; short forms are explained as they are today.

        `present_figures` tells what became of figures since: it goes along where one is copied.
        """
        return Renderer(
            catalogue,
            self.site,
            edition,
            self._drawings,
            self.accessibility,
            self.marking,
            present_figures,
            self._compiled,
            self.derived.entry,
            holds_links=True,
        )

    def about(self, catalogue: Catalogue) -> "Renderer":
        """A renderer of today for a part of the catalogue, whose pages are kept."""
        whose = (self._drawings, self.accessibility, self.marking, None, self._compiled, self.derived.entry)
        return Renderer(catalogue, self.site, None, *whose, holds_links=True)

    def html(self, template: str, page: str, **context: Any) -> str:
        """The template as HTML for the page at the given address; links are relative to that page."""
        to = _leading(page, self._holds_links)
        return self._environment.get_template(f"{template}.html").render(to=to, page=page, **context)

    def faced(self, template: str, page: str, face: object) -> str:
        """The template as HTML for the page at the given address, from the face of the page and nothing else."""
        to = _leading(page, self._holds_links)
        return self._plain.get_template(f"{template}.html").render(to=to, page=page, face=face)

    def comparison(self, before: Report, after: Report) -> Comparison:
        """What changed between two reports, worked out once for every page that shows it."""
        return self.derived.comparison(before, after)

    def changes_before(self, report: Report) -> Mapping[SeriesKey, Change]:
        """What became of each row since the period before of the same kind, by its key; empty where none is."""
        return self.derived.changes_before(report)

    def words(self, text: str, printed: bool) -> Markup:
        """Words as HTML, marked: those of a report, which are `printed`, or ours."""
        return self.marking.printed(text) if printed else self.marking.text(text)

    def explained(self, html: str, page: str, opened: Opened) -> str:
        """The content of a page, and below it what its short forms and buttons open."""
        return html + self.explanations(opened, page)

    def change_columns(self, report: Report, chosen: bool) -> list[ChangeColumn]:
        """The columns of changes that the annex has, the one that shows first; all that a reader can choose, or one."""
        return self._columns((report.key, chosen))

    def _make_columns(self, asked: tuple[ReportKey, bool]) -> list[ChangeColumn]:
        report, chosen = self.catalogue.reports_by_key[asked[0]], asked[1]
        others = comparable(report, self.catalogue, _MOST_COLUMNS if chosen else 1)
        return [self._change_column(other, report) for other in others]

    def _change_column(self, other: Report, report: Report) -> ChangeColumn:
        made = {change.key: change for change in self.comparison(other, report).changes}
        return ChangeColumn(other, made, unequal_windows(other, report))

    def explanations(self, opened: Opened, page: str) -> str:
        """What the buttons and the short forms of a page open, as HTML to put below it."""
        entries = list(explanations(opened, self.catalogue))
        forms = unopened(opened, self.catalogue)
        return self.html("explanations", page, entries=entries, forms=forms) if entries else ""

    def _icon(self, name: str) -> Markup:
        """A drawing beside words, or nothing where the theme's are not at hand."""
        return self._drawings.get(name, Markup(""))


def _leading(page: str, holds: bool) -> Callable[[str], str]:
    """How a page leads to an address of the site or of another host."""

    def to(target: str) -> str:
        if "://" in target:
            return target
        address = addresses.relative(target, page)
        return held(address) if holds and not address.startswith("#") else address

    return to
