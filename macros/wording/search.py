"""The search: its field, what is said of an answer, the results."""

PAGE = "Tìm kiếm"

NAME = "Tìm kiếm"
FIELD = "Tìm chỉ tiêu, văn bản, nội dung báo cáo"
FIELD_IN_FULL = "Tìm chỉ tiêu, văn bản, nội dung báo cáo; gõ không dấu cũng được"
PLACEHOLDER = "Tìm, gõ không dấu cũng được"
ASK = "Tìm"
