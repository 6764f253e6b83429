"""The changed rows of a comparison as HTML, written as text: a page has dozens of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from macros.faces.changes_face import ChangeFace, NotesFace
from macros.outputs.html.marking import Marking
from macros.outputs.html.pieces import Pieces, To, explained
from macros.wording import comparison as wording


@dataclass(frozen=True, slots=True)
class ChangeRows:
    """Writes the body of the table."""

    marking: Marking
    pieces: Pieces

    def rows(self, changes: Sequence[ChangeFace], to: To) -> Markup:
        """All rows, in their order."""
        return Markup("".join([self._row(change, to) for change in changes]))

    def _row(self, change: ChangeFace, to: To) -> str:
        name, where = self.pieces.linked((change.name,), to), self.marking.text(change.where)
        label = explained(f"td-{change.opens}", change.label) if change.opens else self.marking.text(change.label)
        sign = f'<span aria-hidden="true">{escape(change.sign)}</span>'
        notes = self._notes(change.notes) if change.notes else ""
        data = f'data-indicator="{escape(change.indicator)}" data-change="{change.kind}" data-size="{change.size}"'
        return (
            f'    <tr class="change change--{change.kind}" {data}>\n'
            f'  <th scope="row"><span class="change__where">{where}</span> {name}</th>\n'
            f'  <td><span class="change__kind">{sign} {label}</span></td>\n'
            f'  <td class="change__values">{self.marking.printed(change.values)}</td>\n'
            f"  <td>{self.marking.text(change.explanation)}{notes}</td>\n"
            "</tr>\n\n"
        )

    def _notes(self, notes: NotesFace) -> str:
        whose = f'<span class="visually-hidden">: {self.marking.printed(notes.title)}</span>'
        told = ((wording.NOTES_BEFORE, notes.before), (wording.NOTES_AFTER, notes.after))
        pairs = " ".join([f"<dt>{self.marking.text(name)}</dt> <dd>{self._note(note)}</dd>" for name, note in told])
        summary = f"<summary>{self.marking.text(wording.NOTES)}{whose}</summary>"
        return f'<details class="change__notes">{summary}<dl>{pairs}</dl></details>'

    def _note(self, note: str) -> Markup:
        return self.marking.printed(note) if note else self.marking.text(wording.NOTES_NONE)
