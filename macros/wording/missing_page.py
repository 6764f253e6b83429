"""What is said at an address that does not exist."""

PAGE = "Trang báo không tìm thấy (404)"

TITLE = "Không tìm thấy trang"
WHAT_TO_DO = (
    "Địa chỉ này không có trên trang web, có thể do gõ nhầm. Hãy tìm kiếm hoặc chọn một trong các trang dưới đây."
)

# The list of pages to go on from; what stands between {link} and {end} is the link.
HOME = "{link}Trang chủ{end}"
INDICATORS = "{link}Tất cả chỉ tiêu{end} (theo nhóm, theo bảng chữ cái)"
REPORTS = "{link}Tất cả báo cáo{end}"
DOCUMENTS = "{link}Văn bản được dẫn trong báo cáo{end}"
GLOSSARY = "{link}Chữ viết tắt{end}"
