"""The statement on accessibility: what was tested, with what result."""

PAGE = "Khả năng tiếp cận"

LEVEL = "Mức cam kết"
LEVEL_NOT_MET = "WCAG 2.2 mức AA. Chưa đạt hoàn toàn: lần kiểm tra gần nhất phát hiện lỗi theo {count} quy tắc."
LEVEL_NO_FAULT = (
    "WCAG 2.2 mức AA. Kiểm tra tự động không phát hiện lỗi; những nội dung chưa kiểm tra được nêu ở mục sau."
)
LEVEL_NOT_TESTED = "WCAG 2.2 mức AA, trang web này chưa được kiểm tra."
DAY = "Ngày kiểm tra"
NO_DAY = "Chưa ghi nhận lần kiểm tra nào."
TESTED = "Đã kiểm tra"
TESTED_ARE = (
    "{pages} loại trang, màn hình rộng {widths} điểm ảnh, nền sáng và nền tối, khi mở và khi đóng trình đơn, "
    "mục lục, lời giải thích và các mục thu gọn; tổng cộng {visits} lượt"
)
AND = " và "
RESULT = "Kết quả"
RULES_BROKEN = "Các quy tắc chưa đạt: {rules}"
NO_FAULT = "Không phát hiện lỗi"
TOOLS = "Công cụ"
CONTACT = "Liên hệ"
NO_CONTACT = "Trang web chưa có địa chỉ liên hệ."
RESULT_FILE = "Kết quả chi tiết (tệp JSON): {file}."
