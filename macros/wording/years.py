"""Lists that are too long for one page: where the earlier years stand, and the way from one page to the next."""

PAGE = "Danh sách dài: các năm trước và trang của từng năm"

YEAR = "Năm {year}"
YEARS = "Giai đoạn {first}–{last}"
# How much stands on a page of years, by what its list has.
REPORTS = "({count} báo cáo)"
PERIODS = "({count} kỳ)"
DOCUMENTS = "({count} văn bản)"
CITATIONS = "({count} lần dẫn)"
TITLE = "{title}, {years}"
# The ways from the page of a year, for who hears them alone.
TURNS = "Trang của năm trước và năm sau"
OLDER = "Trước đó"
NEWER = "Sau đó"
NEWEST = "Mới nhất"
