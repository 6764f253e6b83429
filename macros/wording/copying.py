"""Buttons that copy and share, what is told when they have, and the letter about a figure."""

PAGE = "Sao chép, chia sẻ, thư góp ý về số liệu"

COPY_LINK = "Sao chép liên kết"
COPY_FIGURE = "Sao chép kèm nguồn"
SHARE = "Chia sẻ"

COPIED = "Đã sao chép."
LINK_COPIED = "Đã sao chép liên kết."
ROW_LINK_COPIED = "Đã sao chép liên kết tới dòng."
KEPT_ROW_LINK_COPIED = "Đã sao chép liên kết tới dòng của {edition}."
FIGURE_COPIED = "Đã sao chép số liệu kèm nguồn."
# Above a field that holds what is to be copied, where the browser does not let the page do it.
COPY_BY_HAND = "Sao chép dòng dưới đây:"

# A line of the letter about a figure, which a script puts the full address into: {address} stands at its end.
LETTER_PAGE = "Trang: {address}"
