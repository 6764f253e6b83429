"""The page of a section of the form, and the list of its indicators beside each of their pages."""

PAGE = "Trang nhóm chỉ tiêu"

TITLE = "{number}. {section}"
DESCRIPTION = "Nhóm {number} của phụ lục: {section}. Tất cả chỉ tiêu và số liệu mới nhất."
INDICATORS = "Chỉ tiêu"
SECTION = "Nhóm {number}"
SECTION_NAMED = "Nhóm {number}. {section}"
FIGURES_OF = "Số liệu của {report}"
IN_REPORT = "Xem nhóm này trong báo cáo"
OTHERS = "Các nhóm khác"

# Beside the page of an indicator.
WALK = "Chuyển sang chỉ tiêu khác trong nhóm"
POSITION = "· {position}/{total}{hidden}"
POSITION_HIDDEN = " chỉ tiêu"
BEFORE = "Chỉ tiêu trước: {name}"
AFTER = "Chỉ tiêu sau: {name}"
