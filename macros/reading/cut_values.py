"""Comments of YAML that cut a value short: `note: Xem mục #3 của kế hoạch` is read as "Xem mục"."""

import re

import yaml

from macros.problems.problem import shorten

_BEHIND = re.compile(r"([ \t]*)(#[^\r\n]*)")
_BEHIND_KEY = re.compile(r"[ \t]*:([ \t]*)(#[^\r\n]*)")
# A figure, a day, an id: nobody takes more of the line for a part of it.
_SURE = re.compile(r"[A-Za-z0-9._:/%,+−-]*[0-9-][A-Za-z0-9._:/%,+−-]*")
# A word of the files, with which a sentence may begin as well: the comment stands well apart.
_WORD = re.compile(r"[a-z]+")
# Keys of sentences, on any of which may go on behind a `#`: "note: xem  # 3".
PROSE = frozenset(
    {
        *("note", "reason", "label", "text", "title", "definition", "expansion", "subject", "waiting", "covers"),
        *("validity_note", "validity_basis", "successor_note", "contact", "contact_note", "recipients", "reference"),
        *("issuer", "issuer_from", "signer_title", "territory", "site_name", "site_description", "copyright"),
    }
)
# "#3": behind a comment's mark stands a space.
_BELOW = re.compile(r"[ \t]*\r?\n([ ]*)(#[^\s#][^\r\n]*)")


def may_be_followed(scalar: str, prose: bool = False) -> bool:
    """Whether a comment may follow a scalar, as it is typed, on its line: nobody takes it for a part of the value.

    Of a sentence (`prose`) only quotation marks say where it ends.
    """
    closed = scalar[:1] in ("'", '"', "[", "{", "|", ">")
    return closed or (not prose and bool(_SURE.fullmatch(scalar) or _WORD.fullmatch(scalar)))


def cut_off(
    text: str, event: yaml.ScalarEvent, key: yaml.ScalarEvent | None, prose: bool = False
) -> tuple[str, str, str] | None:
    """What is found, allowed and to be done where the comment behind a scalar may be a part of it; None elsewhere.

    `prose`: the value is a sentence, and only quotation marks say where it ends. Where an empty value stands each
    parser has its own opinion: it is looked for behind its key, if it has one.
    """
    assert event.start_mark is not None
    assert event.end_mark is not None
    end: int = event.end_mark.index
    behind = _BEHIND.match(text, end)
    if not event.style and not event.value and key is not None and key.end_mark is not None:
        behind = _BEHIND_KEY.match(text, key.end_mark.index)
    elif behind is None and prose and not event.style and key is not None and key.start_mark is not None:
        below = _BELOW.match(text, end)
        # Under the sentence, not under its key: it was typed as its second line.
        behind = below if below and len(below[1]) > key.start_mark.column else None
    if event.style in ("|", ">") or behind is None:
        return None
    typed: str = text[event.start_mark.index : end]
    apart = event.style or (not prose and (len(behind[1]) > 1 or _SURE.fullmatch(typed)))
    if apart and behind[2][1:2] in ("", " ", "#") and may_be_followed(typed):
        return None
    comment = shorten(behind[2])
    found = f"dấu # cắt mất “{comment}”: từ dấu # trở đi là chú thích, không thuộc giá trị"
    whole = shorten(f"{event.value} {behind[2]}".strip(), 200)
    quoted = f"'{whole}'" if '"' in whole else f'"{whole}"'
    remedy = (
        f"nếu là một phần của giá trị, đặt cả đoạn trong dấu nháy: {quoted}; nếu là chú thích, chuyển lên dòng riêng"
    )
    return found, "chú thích đứng riêng một dòng", remedy
