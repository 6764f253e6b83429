"""What stands around every page: header, menu, footer."""

PAGE = "Khung trang: đầu trang, trình đơn, chân trang"

NOTICE = "Lưu ý về cả trang"

# The header. What the button of the theme does is known to the script; until it runs, the button says both.
SWITCH_THEME = "Đổi nền sáng, tối"
TO_LIGHT = "Chuyển sang nền sáng"
TO_DARK = "Chuyển sang nền tối"
MENU = "Danh mục"

# On paper; the address is filled in.
PRINTED_SOURCE = "Nguồn: {publisher}. {address}"

# The footer, and the title of the feed.
HISTORY = "Lịch sử sửa đổi"
ABOUT = "Giới thiệu"
METHOD = "Cách đọc số liệu"
ACCESSIBILITY = "Khả năng tiếp cận"
GUIDE = "Hướng dẫn"
