"""Small pieces of HTML of which long tables are made, written as text: a template takes many times as long for each.

Every text that is put in is escaped where it stands.
"""

from collections.abc import Callable, Sequence

from markupsafe import Markup, escape

from macros.charts.record_charts import Chart
from macros.faces import phrases, revision_text
from macros.faces.linked_text import Part
from macros.faces.meaning import Doubt
from macros.faces.revision_text import Fate
from macros.outputs.html.marking import Marking
from macros.record import Observation, Question, Vintage
from macros.vietnamese import day
from macros.wording import annex, revisions, say

To = Callable[[str], str]
_FATES = {Fate.ADDED: revisions.ADDED, Fate.RETRACTED: revisions.RETRACTED, Fate.CORRECTED: revisions.CORRECTED}


def explained(name: str, label: str | None, kind: str = "", reached: bool = True) -> Markup:
    """Words that open their meaning; the page puts each meaning below itself once.

    Those that are not `reached` by key open by mouse, finger and screen reader, and have a button beside them that is.
    """
    classes = f"explain__button {kind}" if kind else "explain__button"
    skipped = "" if reached else ' tabindex="-1"'
    opens = f'type="button"{skipped} popovertarget="giai-nghia-{escape(name)}"'
    return Markup(f'<button class="{escape(classes)}" {opens}>{escape(label)}</button>')


def spark(chart: Chart, kind: str = "") -> Markup:
    """How a figure went, with its first and its last: words beside it say the same."""
    classes = f"spark {kind}" if kind else "spark"
    first, last = (f'<span class="spark__end">{escape(end)}</span>' for end in chart.spark_ends)
    hidden = 'aria-hidden="true" data-search-exclude'
    return Markup(f'<span class="{escape(classes)}" {hidden}>{first} {chart.spark} {last}</span>')


def corrected(was: Vintage, observation: Observation, unit: bool = False) -> Markup:
    """What a corrected figure was; the old figure has its unit where no new one stands beside it."""
    before = Markup(f"<del>{escape(revision_text.figure_text(was.observation, unit=unit))}</del>")
    fate = revision_text.fate(was.observation, observation)
    return Markup(f'<span class="corrected">{say(_FATES[fate], before=before)}</span>')


class Pieces:
    """The pieces that mark the short forms of a report."""

    def __init__(self, marking: Marking) -> None:
        self._printed, self._quoting = marking.printed, marking.quoting

    def link_parts(self, parts: Sequence[Part], to: To) -> Markup:
        """A text in parts, some of which lead somewhere."""
        return Markup("".join([self._part(part, to) for part in parts]))

    def _part(self, part: Part, to: To) -> str:
        text = self._printed(part.text)
        if not part.address:
            return text
        foreign = ' rel="noopener external"' if "://" in part.address else ""
        return f'<a href="{escape(to(part.address))}"{foreign}>{text}</a>'

    def value(self, observation: Observation, reached: bool = True) -> Markup:
        """What the value cell of a row shows."""
        text = phrases.cell_text(observation)
        if observation.value is None:
            return explained(f"tt-{phrases.state(observation)}", text, f"blank blank--{observation.status}", reached)
        if observation.indicator.kind.is_answer:
            return Markup(f'<span class="answer">{escape(text)}</span>')
        return self._printed(text)

    def doubt_line(self, doubt: Doubt | None, kind: str, to: To) -> Markup:
        """What is to be made clear of a figure; nothing where there is no doubt."""
        if doubt is None:
            return Markup("")
        classes = escape(f"doubt doubt--{doubt.grounds.name.lower()} {kind}")
        link = f'<a href="{escape(to(doubt.address))}"><span>{self._quoting(doubt.text)}</span></a>'
        return Markup(f'<p class="{classes}">{link}</p>')

    def answer_line(self, question: Question) -> Markup:
        """What was answered to a question, by whom and when."""
        answer = question.answer
        assert answer is not None, "asked of answered questions"
        return say(annex.ANSWERED, by=answer.by, day=day(answer.date), answer=self._quoting(answer.text))
