"""How to read the figures: short forms, statuses, units, answers by code, and what opens beside a word."""

PAGE = "Thuật ngữ, chữ viết tắt, đơn vị, danh mục mã"

SHORT_FORMS = "Chữ viết tắt trong các báo cáo"
SHORT_FORM = "Viết tắt"
EXPANSION = "Nghĩa đầy đủ"
NOT_IN_SOURCE = "(báo cáo không viết đầy đủ)"
NO_EXPANSION = "Báo cáo không giải thích"

UNITS = "Đơn vị tính"
UNIT = "Đơn vị"
AS_PRINTED = "Cách viết trong báo cáo"

CODE_LISTS = "Các danh mục mã"
CODE_LIST = "Danh mục"
CODES = "Mã và nghĩa"
CODE = "{code}: {meaning}"

STATUSES = "Các trạng thái của số liệu"
ON_THE_PAGE = "Trên trang"
MEANING = "Nghĩa là"
SDMX = "Mã trong tệp tải về"

# What opens beside a short form or a status.
ON_THIS_PAGE = "Chữ viết tắt trên trang này"
OPENS = "{what}: {buttons}"
OPENS_FOLDED = "{what} ({count})"
