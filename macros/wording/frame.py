"""What stands around every page: header, menu, footer, and what is said where a page does not exist."""

PAGE = "Khung trang: đầu trang, trình đơn, chân trang, trang không tìm thấy"

NOTICE = "Lưu ý về cả trang"
