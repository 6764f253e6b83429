"""The next revision entry of a published report, written into its file and ready to be filled in."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from macros.editing.canonical_form import formatted, read_form
from macros.problems.problem import Problems, nearest
from macros.reading.commented import Branch, Entry
from macros.reading.fitting import shaped_file
from macros.reading.shapes import REPORT_FILE, DocumentsFile
from macros.reading.sources import Folder
from macros.reading.yaml_records import Value, read_record
from macros.record import Period, ReportStatus
from macros.vietnamese import day as written


class NotRevised(Exception):
    """No entry was written; the message says why and what to do instead, in Vietnamese."""


def add_revision(
    root: Path, period: Period, day: date | None = None, reason: str | None = None, document: str | None = None
) -> tuple[Path, int]:
    """Write the next entry of `revisions` into the file of a period; returns its path and the number of the entry.

    What is not given is left to be filled in. The file is put into canonical form; no comment and no other value
    changes. Raises NotRevised, or Problems for a file that cannot be read; then nothing is written.
    """
    path = _file(root, period)
    record = read_record(Folder(root), path.relative_to(root).as_posix())
    entries = _entries(record.value, period) if not record.problems else []
    if day is not None:
        _not_before(entries, day)
    if document is not None:
        _known(root, document)
    number = len(entries) + 1
    stated = day.isoformat() if day else None
    parts = {"number": str(number), "date": stated, "reason": reason, "document": document}

    def amend(tree: Branch) -> None:
        keys = [Entry(key, text, 0, 0) for key, text in parts.items() if text or key != "document"]
        revisions = next(entry.value for entry in tree.entries if entry.key == "revisions")
        assert isinstance(revisions, Branch), "_entries has found a list"
        revisions.entries.append(Entry(None, Branch(True, False, 0, entries=keys), 0, 0))

    text = formatted(record, REPORT_FILE, read_form(root), amend)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path, number


def _file(root: Path, period: Period) -> Path:
    path = root / "data" / "reports" / f"{period}.yaml"
    if not path.is_file():
        known = sorted(file.stem for file in path.parent.glob("*.yaml"))
        near = nearest(str(period), known)
        told = f" Có phải là “{near}”?" if near else f" Các kỳ đã có: {', '.join(known)}." if known else ""
        raise NotRevised(f"chưa có báo cáo kỳ {period} (data/reports/{period}.yaml).{told}")
    return path


def _entries(value: Value, period: Period) -> Sequence[Value]:
    """The entries that the file has; raises NotRevised where it may not have another."""
    head = value if isinstance(value, dict) else {}
    if head.get("status") != ReportStatus.PUBLISHED:
        raise NotRevised(
            f"báo cáo {period} chưa ban hành (status: draft), nên sửa số liệu không cần lần công bố. Khi ban hành, ghi "
            "“status: published” cùng “number”, “symbol”, “date”, và ngày của lần công bố cuối trong “revisions”."
        )
    entries = head.get("revisions")
    if not isinstance(entries, list) or not entries:
        raise NotRevised("“revisions” trong tệp chưa có lần nào. Chạy congkhai check để xem cách sửa.")
    last = entries[-1]
    missing = [key for key in ("date", "reason") if not isinstance(last, dict) or not last.get(key)]
    if missing:
        wanted = " và ".join(f"“{key}”" for key in missing)
        raise NotRevised(f"lần công bố {len(entries)} còn dang dở: hãy điền {wanted} của lần đó trước.")
    return entries


def _not_before(entries: Sequence[Value], day: date) -> None:
    last = entries[-1] if entries else None
    stated = last.get("date") if isinstance(last, dict) else None
    try:
        before = date.fromisoformat(stated) if isinstance(stated, str) else None
    except ValueError:
        return  # `congkhai check` says what is wrong with it
    if before is not None and day < before:
        raise NotRevised(f"ngày {written(day)} trước ngày của lần {len(entries)} ({written(before)}).")


def _known(root: Path, document: str) -> None:
    shape, problems = shaped_file(Folder(root), "data/documents.yaml", DocumentsFile)
    if shape is None:
        raise Problems(problems)
    ids = [known.id for known in shape.documents]
    if document not in ids:
        near = nearest(document, ids)
        told = f"Có phải là “{near}”?" if near else "Thêm văn bản vào data/documents.yaml trước."
        raise NotRevised(f"không có văn bản “{document}” trong data/documents.yaml. {told}")
