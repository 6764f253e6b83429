"""The rows of an annex as HTML, written as text: most of what stands on the pages of reports, present and kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from macros import addresses
from macros.comparing.comparison import Change
from macros.faces import change_text, phrases, rates, revision_text
from macros.faces.parts import answer_face, cell_face, corrected_face
from macros.faces.rows import ChangeColumn, RowMarks, row_changes, row_marks, row_traits
from macros.faces.sparks import SparkFace
from macros.outputs.html.marking import Marking
from macros.outputs.html.pieces import Pieces, To
from macros.record import Catalogue, Edition, Indicator, Observation, Report, Section, SeriesKey, Status
from macros.wording import annex, annex_tools, say

_BLANK = Markup("")


@dataclass(frozen=True, slots=True)
class AnnexRows:
    """Writes the rows of one record; with an `edition` that of an earlier day, with what its figures are today."""

    catalogue: Catalogue
    marking: Marking
    pieces: Pieces
    spark: Callable[[Report, Indicator], SparkFace | None]
    edition: Edition | None
    present_figures: Mapping[SeriesKey, str]

    def rows(
        self,
        report: Report,
        section: Section,
        columns: Sequence[ChangeColumn],
        since: Mapping[SeriesKey, Change],
        to: To,
    ) -> Markup:
        """The rows of a section that the report has, each on lines of its own. `since` are the changes since the
        period before, `columns` what can be shown of changes; there is a column for them where there are any."""
        found = ((indicator, report.observation(indicator.key)) for indicator in section.indicators)
        written = (self._row(report, figure, columns, since, to) for _, figure in found if figure is not None)
        return Markup("".join(written))

    def _row(
        self,
        report: Report,
        observation: Observation,
        columns: Sequence[ChangeColumn],
        since: Mapping[SeriesKey, Change],
        to: To,
    ) -> str:
        indicator = observation.indicator
        marks = row_marks(report, indicator, self.edition is not None)
        parts = phrases.rate_parts(report, indicator)
        depth = len(self.catalogue.ancestors(indicator))
        classes = escape(f"row row--{indicator.kind} row--level-{depth}{' row--marked' if marks or parts else ''}")
        anchor = escape(addresses.row_anchor(indicator))
        told = self._told(report, observation, since, marks, to) if indicator.kind.holds_value else ""
        change = f"\n      {self._change_cell(report, indicator, columns)}" if since else ""
        return f"""
    <tr id="{anchor}" class="{classes}" data-indicator="{escape(indicator.id)}" data-level="{depth}"{told}>
      {self._number_cell(indicator)}
      {self._label_cell(indicator, to)}
      <td class="annex__unit">{self.marking.printed(indicator.printed_unit)}</td>
      {self._value_cell(report, observation)}{change}
      <td class="annex__note">{self.pieces.link_parts(phrases.note_parts(observation, self.catalogue), to)}</td>
    </tr>{self._marks_row(report, observation, marks, bool(parts), 6 if since else 5, to)}"""

    def _told(
        self, report: Report, observation: Observation, since: Mapping[SeriesKey, Change], marks: RowMarks, to: To
    ) -> str:
        """What scripts are told of a figure: by what it can be chosen, and how it is quoted."""
        now = self.present_figures.get(observation.key)
        became = now or revision_text.correction_sentence(report, observation, self.catalogue.history)
        quote = phrases.quoted_figure(observation, self.catalogue, became)
        traits = " ".join(row_traits(report, observation, since))
        told = f' data-traits="{escape(traits)}" data-quote="{escape(quote)}"'
        if doubt := marks.doubt:
            caution = escape(phrases.quoted_caution(doubt.text))
            told += f' data-caution="{caution}" data-doubt="{escape(to(doubt.address))}"'
        return told

    def _number_cell(self, indicator: Indicator) -> str:
        former = "".join([f'<span id="dong-{escape(id)}"></span>' for id in indicator.former_ids])
        # Where the row leads to a page of its own, the keyboard need not stop twice.
        skipped = addresses.has_page(indicator) and not self.edition
        named = say(annex_tools.ROW_LINK, row=indicator.title) if not skipped else ""
        reached = ' tabindex="-1" aria-hidden="true"' if skipped else f' aria-label="{named}"'
        link = f'<a class="row__anchor" href="#{escape(addresses.row_anchor(indicator))}"{reached}>#</a>'
        printed = f'<span class="annex__printed">{self.marking.text(indicator.printed_number or "")}</span>'
        return f'<td class="annex__number">{former}{printed} {link}</td>'

    def _label_cell(self, indicator: Indicator, to: To) -> str:
        if indicator.link:
            title = self.pieces.link_parts(phrases.label_parts(indicator), to)
            more = say(annex.INDICATOR_PAGE_OF, name=indicator.title)
            page = f'<a class="row__more" href="{escape(to(addresses.indicator(indicator)))}" aria-label="{more}">'
            label = f'<span class="row__title">{title}</span> {page}{self.marking.text(annex.INDICATOR_PAGE)}</a>'
        elif addresses.has_page(indicator):
            page = escape(to(addresses.indicator(indicator)))
            label = f'<a class="row__title" href="{page}">{self.marking.printed(indicator.label)}</a>'
        else:
            label = f'<span class="row__title">{self.marking.printed(indicator.label)}</span>'
        return f'<th scope="row" class="annex__label">{label}</th>'

    def _value_cell(self, report: Report, observation: Observation) -> str:
        vintage = revision_text.correction(report, observation, self.catalogue.history)
        was = corrected_face(vintage, observation)
        is_heading = observation.status is Status.HEADING
        value = _BLANK if is_heading else self.pieces.value(cell_face(observation), reached=False)
        return f'<td class="annex__value">{value}{f" {self.pieces.corrected(was)}" if was else ""}</td>'

    def _change_cell(self, report: Report, indicator: Indicator, columns: Sequence[ChangeColumn]) -> str:
        told = row_changes(columns, indicator)
        drawn = self.spark(report, indicator) if told else None
        said = "".join([self._change(n, change, words) for n, change, words in told])
        return f'<td class="annex__change">{f"{self.pieces.spark(drawn)} " if drawn else ""}{said}</td>'

    def _marks_row(
        self, report: Report, observation: Observation, marks: RowMarks, has_rate: bool, width: int, to: To
    ) -> str:
        """What stands below a row across the table; nothing where nothing is to be said."""
        target = phrases.target_text(observation)
        if not (marks or has_rate or target):
            return ""
        rate = rates.rate_sentence(report, observation) if has_rate else None
        said = [self.marking.text(line) for line in (target, rate) if line is not None]
        lines = "".join([f'\n        <p class="row-rate">{line}</p>' for line in said])
        folded = self._folded(report, observation.indicator, marks, to) if marks.answered or marks.notes else ""
        return f"""
    <tr class="row-mark">
      <td colspan="{width}">{lines}
        {self.pieces.doubt_line(marks.doubt, "row-doubt", to)}{folded}
      </td>
    </tr>"""

    def _folded(self, report: Report, indicator: Indicator, marks: RowMarks, to: To) -> str:
        hidden = self.marking.say(annex.NOTES_HIDDEN, name=indicator.title)
        summary = self.marking.say(annex.NOTES, hidden=Markup(f'<span class="visually-hidden">{hidden}</span>'))
        answers = [self.pieces.answer_line(answer_face(question)) for question in marks.answered]
        texts = [*answers, *(self.marking.quoting(note.text) for note in marks.notes)]
        lines = "".join([f'\n          <p class="quality-text">{text}</p>' for text in texts])
        return f"""
        <details class="mark">
          <summary>{summary}</summary>{lines}
          <p><a href="{escape(to(addresses.quality(report)))}">{self.marking.text(annex.QUALITY)}</a></p>
        </details>"""

    def _change(self, number: int, change: Change, words: str) -> str:
        still = " change--same" if change.kind in change_text.STILL else ""
        sign = f'<span aria-hidden="true">{escape(change_text.SIGNS.get(change.kind, ""))}</span>'
        return f'<span class="since since--{number} change{still}">{sign} {self.marking.text(words)}</span>'
