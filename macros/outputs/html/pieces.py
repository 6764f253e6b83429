"""Small pieces of HTML of which long tables are made, written as text: a template takes many times as long for each.

Every text that is put in is escaped where it stands.
"""

from collections.abc import Callable, Sequence

from markupsafe import Markup, escape

from macros import addresses
from macros.charts.face_svg import spark_line
from macros.faces import phrases
from macros.faces.linked_text import Part
from macros.faces.meaning import Doubt
from macros.faces.parts import AnswerFace, CellFace, CorrectedFace, LargeFigure, StateFace
from macros.faces.revision_text import Fate
from macros.faces.sparks import SparkFace
from macros.outputs.html.gathered import Opened, PlacedHeading, headed, opened
from macros.outputs.html.marking import Marking
from macros.record import Abbreviation, Observation
from macros.vietnamese import PER_CENT
from macros.wording import annex, glossary, reports, revisions

To = Callable[[str], str]
_MOST_OPEN = 4
_FATES = {Fate.ADDED: revisions.ADDED, Fate.RETRACTED: revisions.RETRACTED, Fate.CORRECTED: revisions.CORRECTED}


def explained(name: str, label: str | None, kind: str = "", reached: bool = True) -> Markup:
    """Words that open their meaning; the page puts each meaning below itself once.

    Those that are not `reached` by key open by mouse, finger and screen reader, and have a button beside them that is.
    """
    classes = f"explain__button {kind}" if kind else "explain__button"
    skipped = "" if reached else ' tabindex="-1"'
    opens = f'type="button"{skipped} popovertarget="giai-nghia-{escape(name)}"'
    opened(Opened(buttons=(name,)))
    return Markup(f'<button class="{escape(classes)}" {opens}>{escape(label)}</button>')


def abbr(abbreviation: Abbreviation) -> Markup:
    """A short form that opens what it stands for; one of which that is not known opens nothing."""
    return _opened(abbreviation) if abbreviation.expansion else escape(abbreviation.short)


def _opened(form: Abbreviation) -> Markup:
    return explained(addresses.abbreviation_anchor(form.short), Markup(f"<abbr>{escape(form.short)}</abbr>"))


def figure_in_text(
    observation: Observation, unit: bool, digits: int, address: str | None, words: Callable[[str], Markup]
) -> Markup:
    """A figure in a sentence, with the address that it leads to, if any."""
    classes = "figure figure--blank" if observation.value is None else "figure"
    text = words(phrases.figure_text(observation, unit, digits))
    if address is None:
        return Markup(f'<span class="{classes}">{text}</span>')
    title = escape(observation.indicator.title)
    return Markup(f'<a class="{classes}" href="{escape(address)}" title="{title}">{text}</a>')


def link(text: str, address: str) -> Markup:
    """Words that lead somewhere."""
    return Markup(f'<a href="{escape(address)}">{escape(text)}</a>')


def citation(text: str, address: str, anchor: str) -> Markup:
    """Words that lead to a document, and can be led to."""
    return Markup(f'<a class="citation" id="{escape(anchor)}" href="{escape(address)}">{escape(text)}</a>')


def foreign(text: str, language: str) -> Markup:
    """Words of another language."""
    return Markup(f'<span lang="{escape(language)}">{escape(text)}</span>')


def tag(status: str) -> Markup:
    """How final a report is."""
    opens = explained(f"bc-{status}", reports.STATUS_LABELS[status])
    return Markup(f'<span class="tag tag--{escape(status)}">{opens}</span>')


class Pieces:
    """The pieces whose words are marked: the short forms of a report, and foreign words."""

    def __init__(self, marking: Marking) -> None:
        self._printed, self._quoting = marking.printed, marking.quoting
        self._text, self._say = marking.text, marking.say
        # The same line stands beside the figure of each report.

    def heading(self, level: int, id: str, words: str, name: str | None = None) -> Markup:
        """A heading that can be led to. Where its `words` are HTML, `name` is how a list of contents has them."""
        headed(PlacedHeading(level, id, str(words) if name is None else name))
        return Markup(f'<h{level} id="{escape(id)}">{self._text(words)}</h{level}>')

    def short_form_line(
        self, forms: Sequence[Abbreviation], label: str, kind: str, statuses: Sequence[str] = ()
    ) -> Markup:
        """Buttons that open short forms and statuses: one for each, whatever number of times it stands below.

        Each is reached by key. More than a few are folded: a stop of the keyboard instead of many.
        """
        made = [*map(_opened, forms), *(explained(f"tt-{state}", phrases.STATE_LABELS[state]) for state in statuses)]
        if not made:
            return Markup("")
        buttons = Markup("".join([f"{button} " for button in made]))
        if len(made) > _MOST_OPEN:
            summary = self._say(glossary.OPENS_FOLDED, what=label, count=len(made))
            element, line = "details", f"<summary>{summary}</summary><p>{buttons}</p>"
        else:
            element, line = "p", self._say(glossary.OPENS, what=label, buttons=buttons)
        return Markup(f'<{element} class="short-forms {escape(kind)}" data-search-exclude>{line}</{element}>\n')

    def state(self, face: StateFace) -> Markup:
        """What state a figure is in; that of a blank opens its meaning."""
        return explained(f"tt-{face.opens}", face.label) if face.opens else self._text(face.label)

    def corrected(self, face: CorrectedFace) -> Markup:
        """What a corrected figure was."""
        before = Markup(f"<del>{self._text(face.before)}</del>")
        return Markup(f'<span class="corrected">{self._say(_FATES[face.fate], before=before)}</span>')

    def words(self, part: Part) -> Markup:
        """The words of a stretch of text; those of a report have their short forms marked."""
        return self._printed(part.text) if part.printed else self._text(part.text)

    def link(self, part: Part, to: To, kind: str = "") -> Markup:
        """A stretch of text with its link."""
        classes = f' class="{escape(kind)}"' if kind else ""
        return Markup(f'<a{classes} href="{escape(to(part.address or ""))}">{self.words(part)}</a>')

    def linked(self, parts: Sequence[Part], to: To) -> Markup:
        """A sentence of ours in stretches, some of which lead somewhere."""
        return Markup("".join([self.link(part, to) if part.address else self.words(part) for part in parts]))

    def link_parts(self, parts: Sequence[Part], to: To) -> Markup:
        """A text in parts, some of which lead somewhere."""
        return Markup("".join([self._part(part, to) for part in parts]))

    def _part(self, part: Part, to: To) -> str:
        text = self._printed(part.text)
        if not part.address:
            return text
        foreign = ' rel="noopener external"' if "://" in part.address else ""
        return f'<a href="{escape(to(part.address))}"{foreign}>{text}</a>'

    def value(self, face: CellFace, reached: bool = True) -> Markup:
        """What the value cell of a row shows."""
        if face.state:
            return explained(f"tt-{face.state}", face.text, f"blank blank--{face.status}", reached)
        if face.is_answer:
            return Markup(f'<span class="answer">{self._text(face.text)}</span>')
        return self._printed(face.text)

    def large(self, face: LargeFigure, kind: str) -> Markup:
        """A figure set large, its unit smaller behind it."""
        if not face.unit:
            return self._text(face.text)
        space = "" if face.unit == PER_CENT else " "
        unit = f'<span class="{escape(kind)}__unit">{self._printed(face.unit)}</span>'
        return Markup(f"{self._text(face.text)}{space}{unit}")

    def spark(self, face: SparkFace, kind: str = "") -> Markup:
        """How a figure went, with its first and its last: words beside it say the same."""
        classes = f"spark {kind}" if kind else "spark"
        first, last = (f'<span class="spark__end">{self._text(end)}</span>' for end in (face.first, face.last))
        hidden = 'aria-hidden="true" data-search-exclude'
        return Markup(f'<span class="{escape(classes)}" {hidden}>{first} {spark_line(face.series)} {last}</span>')

    def doubt_line(self, doubt: Doubt | None, kind: str, to: To) -> Markup:
        """What is to be made clear of a figure; nothing where there is no doubt."""
        if doubt is None:
            return Markup("")
        classes = escape(f"doubt doubt--{doubt.grounds.name.lower()} {kind}")
        link = f'<a href="{escape(to(doubt.address))}"><span>{self._quoting(doubt.text)}</span></a>'
        return Markup(f'<p class="{classes}">{link}</p>')

    def answer_line(self, face: AnswerFace) -> Markup:
        """What was answered to a question, by whom and when."""
        return self._say(annex.ANSWERED, by=face.by, day=face.day, answer=self._quoting(face.text))
