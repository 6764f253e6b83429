"""The little sheets that open where a short form or a term stands."""

PAGE = "Ô giải nghĩa chữ viết tắt và cách gọi"

MORE = "Xem thêm"
CLOSE = "Đóng"
