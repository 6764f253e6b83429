"""The page on the quality of the data of a report."""

PAGE = "Chất lượng số liệu của báo cáo"

HEADING = "Chất lượng số liệu"
TITLE = "Chất lượng số liệu, {report}"
DESCRIPTION = "Điểm cần làm rõ, số liệu báo cáo để trống và lưu ý khi đọc số liệu."
REPORTS = "Báo cáo"
INTRODUCTION = (
    "Các điểm cần làm rõ và lưu ý dưới đây do Ban biên tập trang web viết. Số liệu được giữ nguyên như trong báo cáo."
)

CLARIFY = "Điểm cần làm rõ ({count})"
CLARIFY_TABLE = "Bảng điểm cần làm rõ"
INDICATOR = "Chỉ tiêu"
PRINTED = "Báo cáo ghi"
PRINTED_BLANK = "Để trống"
POINT = "Điều cần làm rõ"
WHOLE_REPORT = "Cả báo cáo"
WHERE = "{reference}."
WHERE_ASKED = "{reference}. {asked}"
ASKED = "Đã hỏi ngày {day}."
NOT_ASKED = "Chưa có nơi để hỏi."
NOBODY_ASKED = "Các điểm này chưa có nơi để hỏi."
PARTS = "Các số được so: {parts}."
PART = "“{name}” {amount}"
NONE_OPEN = "Không có điểm cần làm rõ."
ANSWERED = "Đã có trả lời ({count})"
ANSWER = "Trả lời"
ANSWERED_BY = "{by}, ngày {day}"

GAPS = "Số liệu báo cáo để trống ({count})"
GAPS_ARE = "Báo cáo không ghi gì ở các dòng này. Ô trống không phải là số 0."
NO_GAPS = "Không có dòng nào cần số liệu mà báo cáo để trống."
OTHER_BLANKS = "{count} ô trống khác, không phải là thiếu số liệu"
OTHER_BLANK = "{state} ({count})"

NOTES = "Lưu ý khi đọc số liệu ({count})"
NO_NOTES = "Không có lưu ý."
SIGNED = "Ban biên tập trang web"

CHECKS = "Kiểm tra số liệu"
CHECKS_HOLD = "Đã thực hiện {made} phép kiểm tra giữa các số liệu; tất cả đều khớp."
CHECKS_MADE = "Đã thực hiện {made} phép kiểm tra giữa các số liệu: {holds} khớp, {fails} không khớp."
CHECKS_LIST = "Xem {count} phép kiểm tra, gồm cả phép chưa đối chiếu được và phép không xét"
CHECKS_ARE = (
    "Mỗi dòng là một phép kiểm tra giữa các số liệu của báo cáo. Số đã làm tròn được lệch nửa đơn vị của chữ số cuối."
    " Số lượng không âm nên phép so sánh từ số 0 luôn khớp; phép này không tính vào số phép đã kiểm tra ở trên."
)
GROUP = "{name} ({count})"

STATUSES = "Thống kê theo nhóm"
STATUSES_LIST = "Xem số chỉ tiêu của từng nhóm"
KEY = "Màu của thanh dưới tên nhóm"
# The colours of the bar, in its order.
BAR = {
    "reported": "Đã báo cáo, khác 0",
    "zero": "Bằng 0",
    "pending": "Chờ kết quả",
    "not-applicable": "Không áp dụng",
    "no-gap": "Để trống; dòng tổng ghi 0 hoặc biểu mẫu ghi “nếu có”",
    "blank": "Báo cáo để trống",
}
TABLE = "Bảng số chỉ tiêu theo nhóm"
CAPTION = (
    "Số chỉ tiêu của từng nhóm; ô “Bằng 0” đã tính trong “Đã báo cáo”; “Trống, không thiếu” là ô để trống vì"
    " dòng tổng ghi 0 hoặc biểu mẫu chỉ hỏi “nếu có”"
)
SECTION = "Nhóm"
# The columns of figures, in their order.
COLUMNS = {
    "total": "Chỉ tiêu",
    "reported": "Đã báo cáo",
    "zero": "Bằng 0",
    "gaps": "Báo cáo để trống",
    "no_gap": "Trống, không thiếu",
    "not_applicable": "Không áp dụng",
    "pending": "Chờ kết quả",
}
WHOLE = "Cả báo cáo"
