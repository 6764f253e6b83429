"""The list of problems in the guide for staff: what stands above the two examples of each."""

PAGE = "Hướng dẫn: danh sách lỗi"

WRONG = "Sai"
RIGHT = "Đúng"
