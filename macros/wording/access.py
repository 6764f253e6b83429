"""The statement on accessibility: what was tested, with what result."""

PAGE = "Khả năng tiếp cận"

LEVEL = "Mức cam kết"
LEVEL_NOT_MET = "WCAG 2.2 mức AA. Chưa đạt hoàn toàn: lần kiểm tra gần nhất thấy lỗi theo {count} quy tắc."
LEVEL_NO_FAULT = "WCAG 2.2 mức AA. Kiểm tra tự động không thấy lỗi; những chỗ chưa kiểm tra được nêu ở mục sau."
LEVEL_NOT_TESTED = "WCAG 2.2 mức AA, chưa kiểm tra trên trang này."
DAY = "Ngày kiểm tra"
NO_DAY = "Chưa có lần kiểm tra nào được ghi lại."
TESTED = "Đã kiểm tra"
TESTED_ARE = (
    "{pages} loại trang, màn hình rộng {widths} điểm ảnh, nền sáng và nền tối, khi đóng và khi mở danh mục, mục lục, "
    "lời giải thích và các phần gập; tất cả {visits} lượt"
)
AND = " và "
RESULT = "Kết quả"
RULES_BROKEN = "Các quy tắc chưa đạt: {rules}"
NO_FAULT = "0 lỗi"
TOOLS = "Công cụ"
CONTACT = "Liên hệ"
NO_CONTACT = "Cơ quan chưa công bố địa chỉ liên hệ."
RESULT_FILE = "Tệp kết quả cho máy đọc: {file}."
