"""The page on the quality of the data of a report."""

PAGE = "Chất lượng số liệu của báo cáo"

HEADING = "Chất lượng số liệu"
TITLE = "Chất lượng số liệu, {report}"
DESCRIPTION = "Chỗ trống, {findings} phép đối chiếu và {remarks} nhận xét về số liệu."
REPORTS = "Báo cáo"
INTRODUCTION = (
    "Trang này cho biết báo cáo còn trống những gì, số liệu có khớp với nhau không, và những chỗ người đọc kỹ thấy "
    "đáng ngờ. Không số liệu nào bị sửa: báo cáo in thế nào, trang giữ thế ấy."
)
COUNTS = "{count} phép đối chiếu: {outcomes}. {remarks}."
COUNT_OF = "{count} {outcome}"
REMARKS_COUNT = "{count} nhận xét"
GROUP = "{name} ({count})"
REMARK_ON = "Nhận xét về số này: {remark}"
NONE = "Không có."

GRAVEST = "Đáng chú ý nhất"
GRAVEST_ARE = (
    "Những chỗ mâu thuẫn có thể làm người đọc hiểu sai: trước hết là số không khớp với số, rồi đến điều mà nhãn, "
    "ghi chú và thuyết minh nói khác nhau."
)
GRAVE_REMARKS = "Nhận xét: {severity} ({count})"

STATUSES = "Tình trạng báo cáo theo nhóm"
KEY = "Màu của thanh dưới tên nhóm"
# The colours of the bar, in its order.
BAR = {
    "reported": "Đã báo cáo, khác 0",
    "zero": "Bằng 0",
    "pending": "Chờ kết quả",
    "not-applicable": "Không áp dụng",
    "blank": "Chưa có số liệu",
}
TABLE = "Bảng tình trạng theo nhóm"
CAPTION = "Số chỉ tiêu theo tình trạng; ô «Bằng 0» nằm trong «Đã báo cáo»"
SECTION = "Nhóm"
# The columns of figures, in their order.
COLUMNS = {
    "total": "Chỉ tiêu",
    "reported": "Đã báo cáo",
    "zero": "Bằng 0",
    "not_reported": "Chưa có số liệu",
    "not_applicable": "Không áp dụng",
    "pending": "Chờ kết quả",
}
WHOLE = "Cả báo cáo"

BLANKS = "Còn trống những gì, vì sao"
BLANKS_ARE = "{count} chỉ tiêu không có giá trị. Ô trống không phải là 0; lý do là lời của báo cáo, khi báo cáo có nêu."
BLANK = "{indicator}: {status}"
BLANK_REASON = "{indicator}: {status}. {reason}"
NO_BLANKS = "Mọi chỉ tiêu đều có số liệu."

FINDINGS = "Đối chiếu số liệu"
FINDINGS_ARE = (
    "Mỗi dòng là một điều mà các số liệu phải cùng thỏa mãn. Tỷ lệ được phép lệch nửa đơn vị của chữ số cuối đã "
    "công bố. «Không tính được» nghĩa là báo cáo để trống một số cần dùng."
)
FAILING_ABOVE = "{findings} đứng ở đầu trang."
FAILING_ABOVE_LINK = "{count} phép đối chiếu không khớp"

REMARKS = "Nhận xét của người đọc kỹ"
GRAVE_ABOVE = "{remarks} đứng ở đầu trang."
GRAVE_ABOVE_LINK = "{count} nhận xét đáng chú ý"
NO_REMARKS = "Chưa có nhận xét."
