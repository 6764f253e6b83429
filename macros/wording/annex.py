"""The annex of a report: its tables, what rows can be chosen by, what is said beside a row."""

PAGE = "Phụ lục của báo cáo"

# What a reader can choose rows by; the keys stand in addresses.
CHOICES = {
    "tat-ca": "Tất cả",
    "co-so-lieu": "Có số liệu",
    "trong": "Ô trống",
    "thay-doi": "Có thay đổi",
    "luu-y": "Có lưu ý",
}
CHOOSE = "Lọc chỉ tiêu"
CHOICE = "{choice} ({count})"
FOLD_ALL = "Thu gọn tất cả nhóm"
OPEN_ALL = "Mở tất cả nhóm"
CHANGES_SINCE = "Cột thay đổi so với"
ALL_CHANGES = "Xem tất cả thay đổi, so với kỳ khác"

SECTION = "{figures} chỉ tiêu: {reported} có số liệu, {blank} trống"
SECTION_MARKED = "{figures} chỉ tiêu: {reported} có số liệu, {blank} trống; {marked} điểm cần làm rõ"
SHORT_FORMS = "Viết tắt trong nhóm"
STATUSES = "Ô trống trong nhóm"
SHORT_FORMS_AND_STATUSES = "Viết tắt, ô trống trong nhóm"
TABLE = "Bảng nhóm {number}, {period}"
CAPTION = "Nhóm {number}. {section} · {period}"
NUMBER = "STT"
INDICATOR = "Chỉ tiêu thống kê"
UNIT = "Đơn vị tính"
RESULT = "Kết quả thống kê"
RESULT_IS = "(Số lượng/tỷ lệ)"
SINCE = "So với {period}"
# Where the reports collected figures for longer or shorter: behind the head of the column, and above the table.
SINCE_WINDOWS = "(lấy số liệu trong {before} ngày; kỳ này {after} ngày)"
SINCE_WINDOWS_NOTE = "{since}: kỳ này lấy số liệu trong {after} ngày, kỳ được so sánh {before} ngày."
NOTE = "Ghi chú"
INDICATOR_PAGE = "Trang của chỉ tiêu"
INDICATOR_PAGE_OF = "Trang của chỉ tiêu: {name}"
# What is folded below a row.
NOTES = "Lưu ý khi đọc số liệu{hidden}"
NOTES_HIDDEN = " của dòng: {name}"
ANSWERED = "{by} trả lời ngày {day}: {answer}"
QUALITY = "Chất lượng số liệu của báo cáo"
