"""A changed row as HTML: its texts escaped, short forms of a report marked, what opens a meaning a button."""

from dataclasses import replace

from macros.comparing.comparison import ChangeKind
from macros.faces.changes_face import ChangeFace, NotesFace
from macros.faces.linked_text import Part
from macros.outputs.html.change_rows import ChangeRows
from macros.outputs.html.marking import Marking
from macros.outputs.html.pieces import Pieces
from tests.good_project import good_catalogue

CHANGE = ChangeFace(
    indicator="a-b",
    kind=ChangeKind.ROSE,
    size="27.5000",
    where="I.1",
    name=Part("Số <b> QĐ", "chi-tieu/a-b/", printed=True),
    sign="▲",
    label="Tăng",
    opens=None,
    values="40 → 51 TTHC",
    explanation="tăng 11 & hơn",
    notes=None,
)
ROW = """    <tr class="change change--rose" data-indicator="a-b" data-change="rose" data-size="27.5000">
  <th scope="row"><span class="change__where">I.1</span> <a href="../chi-tieu/a-b/">Số &lt;b&gt; QĐ</a></th>
  <td><span class="change__kind"><span aria-hidden="true">▲</span> Tăng</span></td>
  <td class="change__values">40 → 51 <abbr>TTHC</abbr></td>
  <td>tăng 11 &amp; hơn</td>
</tr>

"""
NOTES = (
    '<details class="change__notes"><summary>Ghi chú đổi'
    '<span class="visually-hidden">: <abbr>TTHC</abbr></span></summary>'
    "<dl><dt>Trước</dt> <dd>không có ghi chú</dd> <dt>Sau</dt> <dd>Sửa &lt;i&gt;</dd></dl></details>"
)


def rows(*changes: ChangeFace) -> str:
    marking = Marking(good_catalogue())
    return str(ChangeRows(marking, Pieces(marking)).rows(changes, lambda address: f"../{address}"))


def test_a_row_is_written_whole_and_escaped() -> None:
    assert rows(CHANGE, CHANGE) == ROW + ROW
    assert rows() == ""


def test_what_needs_a_meaning_opens_it_and_what_stands_beside_the_figure_is_folded() -> None:
    change = replace(
        CHANGE,
        kind=ChangeKind.NOTE_ONLY,
        opens=ChangeKind.NOTE_ONLY,
        name=Part("Số <b> QĐ", printed=True),
        notes=NotesFace("TTHC", "", "Sửa <i>"),
    )
    button = '<button class="explain__button" type="button" popovertarget="giai-nghia-td-note-only">Tăng</button>'
    told = ROW.replace("rose", "note-only").replace("</span> Tăng<", f"</span> {button}<")
    told = told.replace('<a href="../chi-tieu/a-b/">', "").replace("</a>", "").replace("hơn<", f"hơn{NOTES}<")
    assert rows(change) == told
