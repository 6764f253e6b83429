"""What is said at an address that does not exist."""

PAGE = "Trang báo không tìm thấy (404)"

TITLE = "Không tìm thấy trang"
WHAT_TO_DO = (
    "Địa chỉ này không có trên trang, có thể do viết nhầm. Số liệu đã công bố không đổi địa chỉ; xin thử tìm, "
    "hoặc đi từ một trong các trang dưới đây."
)

# The list of pages to go on from; what stands between {link} and {end} is the link.
HOME = "{link}Trang chủ{end}"
INDICATORS = "{link}Mọi chỉ tiêu{end}, theo nhóm và theo vần"
REPORTS = "{link}Mọi báo cáo{end}, kỳ mới nhất ở trên"
DOCUMENTS = "{link}Văn bản được viện dẫn{end}"
GLOSSARY = "{link}Chữ viết tắt{end}"
