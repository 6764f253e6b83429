"""The page of a section of the form, and the list of its indicators beside each of their pages."""

PAGE = "Trang nhóm chỉ tiêu"

INDICATORS = "Chỉ tiêu"
SECTION = "Nhóm {number}"
SECTION_NAMED = "Nhóm {number}. {section}"
FIGURES_OF = "Số liệu của {report} {status} {link}"
IN_REPORT = "Xem nhóm này trong báo cáo"
CHARTS = "Qua các kỳ"
CHARTS_ARE = (
    "Mỗi hình một chỉ tiêu, trục số liệu riêng, trục nào cũng có số 0. "
    "Tên chỉ tiêu dẫn tới bảng số liệu và tệp tải về của hình."
)
CHARTS_FOLDED = "{heading} ({count})"
CHARTS_SHARE = "{heading}, cùng các kỳ {first} – {last}. {signs}"
CHARTS_FOLDED_SHARE = "Các hình cùng các kỳ {first} – {last}. {signs}"
OTHERS = "Các nhóm khác"

# Beside the page of an indicator.
WALK = "Đi trong nhóm"
POSITION = "· {position} trên {total}{hidden}"
POSITION_HIDDEN = " chỉ tiêu"
BEFORE = "Chỉ tiêu trước: {name}"
AFTER = "Chỉ tiêu sau: {name}"
