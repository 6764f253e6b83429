"""The pages of the invented project; every one says that it is invented."""

from collections.abc import Sequence

from macros.record import Period
from macros.vietnamese import inside
from tests.demo import INVENTED
from tests.demo.registers import AGENCY, InventedDocument, yearly_documents

BANNER = (
    f"**{INVENTED[:1].upper()}{INVENTED[1:]}.** Cơ quan, con số, tên người và văn bản trên trang này không có thật."
)
KEY_FIGURES = (
    "ho-so-dung-han-ty-le",
    "ho-so-tiep-nhan",
    "khao-sat-hai-long",
    "ke-hoach-ty-le",
    "tthc-hieu-luc",
    "van-ban-di-ty-le",
)


def report_page(period: Period, parts: int, misspelt: bool) -> str:
    """The narrative of a report, of which the first so many parts are written."""
    label = inside(period.label)
    title = f"Báo cáo cải cách hành chính {label} ({INVENTED})"
    written = "\n\n".join(
        f"### {n}. {heading}\n\n{text}" for n, (heading, text) in enumerate(_parts(period, misspelt)[:parts], 1)
    )
    return f"""\
---
title: {title}
period: {period}
---

# {title}

{{{{ report_head() }}}}

{_key_figures()}

{BANNER}

## I. Tình hình thực hiện

{written}

## Phụ lục

{{{{ annex() }}}}

## Tải về

{{{{ downloads() }}}}
"""


PARTS = 7


def _parts(period: Period, misspelt: bool) -> Sequence[tuple[str, str]]:
    plan, publicity, inspection = yearly_documents(period.year)
    reform = "cải cách hành chánh" if misspelt else "cải cách hành chính"
    return (
        (
            "Chỉ đạo, điều hành",
            f"Sở Minh Họa ({{{{ abbr(\"SMH\") }}}}) thực hiện {_document(plan)} về {reform}: đã xong "
            '{{ observation("ke-hoach-hoan-thanh") }}, đạt {{ observation("ke-hoach-ty-le") }} kế hoạch năm. '
            f"Việc tuyên truyền theo {_document(publicity)}, việc kiểm tra theo {_document(inspection)}[^kiem-tra].\n\n"
            '[^kiem-tra]: Kết quả kiểm tra: {{ observation("kiem-tra-phat-hien") }}; '
            'chữ {{ abbr("VDX") }} chưa rõ nghĩa.',
        ),
        (
            "Cải cách thể chế",
            'Trong kỳ tham mưu ban hành {{ observation("vbqppl-ban-hanh") }} quy phạm pháp luật. '
            'Lĩnh vực trọng tâm: {{ observation("linh-vuc-theo-doi") }}.',
        ),
        (
            "Cải cách thủ tục hành chính",
            'Cơ quan tiếp nhận {{ observation("ho-so-tiep-nhan") }} {{ abbr("TTHC") }}, trong đó '
            '{{ observation("ho-so-truc-tuyen") }} nộp trực tuyến. Tỷ lệ giải quyết đúng hạn là '
            '{{ observation("ho-so-dung-han-ty-le") }}.\n\n'
            'Niêm yết địa chỉ tiếp nhận phản ánh: {{ observation("niem-yet") }}.',
        ),
        (
            "Tổ chức bộ máy",
            'Cơ quan có mặt {{ observation("bien-che-co-mat") }} trên '
            '{{ observation("bien-che-giao") }} được giao.',
        ),
        ("Chế độ công vụ", 'Số người được bổ nhiệm trong kỳ là {{ observation("bo-nhiem", unit=False, digits=2) }}.'),
        (
            "Tài chính công",
            'Tỷ lệ giải ngân kinh phí cải cách hành chính là {{ observation("giai-ngan-ty-le") }}, '
            'xem {{ indicator("giai-ngan-ty-le", "cả chuỗi số liệu") }}.',
        ),
        (
            "Chính quyền số",
            'Cơ quan gửi {{ observation("van-ban-di") }}, gửi điện tử {{ observation("van-ban-di-ty-le") }}. '
            'Dịch vụ được dùng nhiều nhất: {{ observation("dich-vu-noi-bat") }}.',
        ),
    )  # fmt: skip


def _document(document: InventedDocument) -> str:
    return f'{{{{ document("{document.id}", "{document.citation}") }}}}'


def _key_figures() -> str:
    return "{{ key_figures(" + ", ".join(f'"{id}"' for id in KEY_FIGURES) + ") }}"


def site_pages() -> dict[str, str]:
    """The pages that the site's navigation leads to, by path."""
    return {f"docs/{name}.md": text for name, text in _site_pages().items()}


def _site_pages() -> dict[str, str]:
    return {
        "index": f"""\
---
title: Trang chủ
description: Trang minh họa, {INVENTED}.
hide:
  - toc
---

# Công khai cải cách hành chính: trang minh họa

{BANNER}

Trang này cho thấy phần mềm làm được gì khi có nhiều kỳ báo cáo: so sánh các kỳ, lịch sử đính chính, chỉ tiêu đổi qua
các năm.

{{{{ search_box() }}}}

## Báo cáo mới nhất

{{{{ report_summary() }}}}

{_key_figures()}

{{{{ recent_corrections() }}}}

## Tra cứu theo nhóm chỉ tiêu

{{{{ section_list() }}}}

## Tìm hiểu thêm

- [Tất cả báo cáo](bao-cao/index.md), kỳ mới nhất ở trên
- [So sánh hai kỳ báo cáo](so-sanh.md)
- [Lịch sử sửa đổi](lich-su-sua-doi.md): các lần công bố, đính chính và lý do
- [Cách đọc số liệu](cach-doc-so-lieu.md): ô trống, số 0, mã trả lời, làm tròn
- [Chữ viết tắt](thuat-ngu.md)
""",
        "bao-cao/index": f"""\
---
title: Báo cáo
description: Các báo cáo của cơ quan minh họa, {INVENTED}.
hide:
  - toc
---

# Báo cáo

{BANNER}

{{{{ report_list() }}}}
""",
        "cach-doc-so-lieu": f"""\
---
title: Cách đọc số liệu
description: Ô trống khác số 0, mã trả lời không phải số lượng ({INVENTED}).
---

# Cách đọc số liệu

{BANNER}

## Phân biệt số 0 và ô trống

Số 0 là một câu trả lời: báo cáo ghi là không có. Ô trống nghĩa là báo cáo không ghi gì ở dòng đó.

{{{{ status_list() }}}}

## Trả lời theo mã

Mã không phải số lượng: không cộng, không vẽ thành biểu đồ.

{{{{ code_lists() }}}}

## Đơn vị tính

{{{{ units() }}}}

## Làm tròn và cách viết số

Số liệu giữ đúng số chữ số mà báo cáo công bố, ví dụ {{{{ observation("ke-hoach-ty-le") }}}} và
{{{{ observation("dao-tao-ty-le") }}}}.

## Ghi chú và văn bản

Ghi chú giữ nguyên văn. Văn bản nêu trong ghi chú có liên kết tới sổ văn bản.

## Dự thảo và đã ban hành

Báo cáo chưa có số, ngày và tên người ký được ghi là “Dự thảo / chưa cấp số”.
""",
        "thuat-ngu": f"""\
---
title: Thuật ngữ và chữ viết tắt
description: Nghĩa của mọi chữ viết tắt ({INVENTED}).
---

# Thuật ngữ và chữ viết tắt

{BANNER}

## Chữ viết tắt trong báo cáo

{{{{ glossary() }}}}
""",
        "huong-dan/index": f"""\
---
title: Hướng dẫn
description: Dự án minh họa được tạo và dùng thế nào ({INVENTED}).
---

# Hướng dẫn

{BANNER}

Dự án này để tập dượt: sửa số liệu trong `data/reports`, sửa thuyết minh trong `docs/bao-cao`, rồi chạy `congkhai check`
và `congkhai build` như với dự án thật. Hỏng thì tạo lại bằng `congkhai demo`. Hướng dẫn đầy đủ nằm ở trang thật.
""",
        "gioi-thieu": f"""\
---
title: Giới thiệu
description: Về trang minh họa, {INVENTED}.
---

# Giới thiệu

{BANNER}

## Cơ quan báo cáo và liên hệ

{{{{ agency() }}}}

## Nguồn và phương pháp

Lệnh `congkhai demo` tạo ra toàn bộ dự án này, kể cả lịch sử thay đổi, từ một con số gieo. {AGENCY} không có thật.
Xem [hướng dẫn](huong-dan/index.md).
""",
    }
