"""The empty data files and narrative page of a new period, ready to be filled in."""

from collections.abc import Iterator
from pathlib import Path

from macros.reading.shapes import QUALITY_FILE, RELATIONS_FILE, REPORT_FILE
from macros.record import Catalogue, Indicator, Period
from macros.schemas import schema_line
from macros.vietnamese import inside


def write_draft(root: Path, catalogue: Catalogue, period: Period) -> list[Path]:
    """Write the data files and the page of a period; returns their paths.

    Raises FileExistsError, before writing anything, when one of them is already there.
    """
    texts = {
        root / "data" / "reports" / f"{period}.yaml": draft_data(catalogue, period),
        root / "docs" / "bao-cao" / f"{period.slug}.md": draft_page(catalogue, period),
        root / "data" / "relations" / f"{period}.yaml": draft_relations(period),
        root / "data" / "quality" / f"{period}.yaml": draft_quality(period),
    }
    for path in texts:
        if path.exists():
            raise FileExistsError(path.relative_to(root).as_posix())
    for path, text in texts.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return list(texts)


def draft_data(catalogue: Catalogue, period: Period) -> str:
    """The data file: a head to complete and one empty block for each indicator that lives in the period."""
    indicators = [row for row in catalogue.indicators.values() if row.kind.holds_value and row.lives_in(period)]
    blocks = "\n".join("\n".join(_block(indicator)) + "\n" for indicator in indicators)
    label = inside(period.label)
    return f"""\
{schema_line(REPORT_FILE)}
period: {period}
title: Tình hình, kết quả thực hiện cải cách hành chính {label}
# draft khi chưa có số; published khi đã ban hành, lúc đó điền đủ number, symbol, date.
status: draft
# number: "12"
# symbol: BC-BQL
# date: {period.year}-12-20
# data_start: {period.year}-01-01
# data_end: {period.year}-12-14
# cumulative: true
annex:
  title: Thống kê số liệu và kết quả thực hiện công tác cải cách hành chính {label}
source:
  # Tên tệp nguồn và mã SHA-256 của tệp. Trên Windows: certutil -hashfile TÊN_TỆP SHA256
  file:
  sha256:
revisions:
  - number: 1
    reason: Công khai lần đầu

# Mỗi chỉ tiêu một khối. Nguồn để trống thì xóa dòng value và viết status: not-reported.
observations:
{blocks}"""


def _block(indicator: Indicator) -> Iterator[str]:
    yield f"  # {indicator.label}{f' ({indicator.printed_unit})' if indicator.printed_unit else ''}"
    yield f"  - indicator: {indicator.id}"
    yield "    value:"


def draft_relations(period: Period) -> str:
    """The file of what must agree in the words of this one report: none yet, and how one is written."""
    return f"""\
{schema_line(RELATIONS_FILE)}
period: {period}
# Điều số liệu phải khớp với ghi chú hay thuyết minh của riêng báo cáo này, mỗi điều một dòng, số lấy từ chữ kèm đơn vị:
# relations:
#   tiep-nhan-kenh: 'ho-so-tiep-nhan = "Một cửa: #":ho-so + "Một cửa liên thông: #":ho-so'
"""


def draft_quality(period: Period) -> str:
    """The file of questions and notes on the report: none yet, and how one is written."""
    return f"""\
{schema_line(QUALITY_FILE)}
period: {period}
# Điểm cần làm rõ, công bố tại đúng một chỉ tiêu: báo cáo ghi gì, rồi một câu hỏi. Hỏi cơ quan trước khi công bố.
# questions:
#   - id: bien-che-gom-hop-dong
#     indicator: bien-che-duoc-giao
#     text: "Quyết định giao 17 biên chế và 10 hợp đồng, cộng 27. Cần làm rõ: 27 đã gồm hợp đồng chưa?"
#     reference: Phụ lục, nhóm IV, mục 2
#     asked: {period.year}-07-14
"""


def draft_page(catalogue: Catalogue, period: Period) -> str:
    """The narrative page: the report's frame, with a heading for each section to write under."""
    label = inside(period.label)
    sections = "\n".join(f"### {n}. {section.label}\n" for n, section in enumerate(catalogue.sections, 1))
    return f"""\
---
title: Báo cáo cải cách hành chính {label}
period: {period}
---

# Báo cáo: Tình hình, kết quả thực hiện cải cách hành chính {label}

{{{{ report_head() }}}}

## I. Tình hình thực hiện nhiệm vụ cải cách hành chính

{sections}
## Phụ lục: thống kê số liệu và kết quả thực hiện

{{{{ annex() }}}}

## Tải về

{{{{ downloads() }}}}
"""
