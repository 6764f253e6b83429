"""What the tools of a report's annex say: the choice of rows, the sheet of a row."""

PAGE = "Công cụ của phụ lục báo cáo: lọc dòng, việc làm với một dòng"

ALL_SHOWN = "Đang hiện tất cả {total} chỉ tiêu."
SOME_SHOWN = "Đang hiện {shown}/{total} chỉ tiêu."
# On paper, so that a choice of rows does not pass for the whole report.
SOME_PRINTED = "Chỉ in {shown}/{total} chỉ tiêu: {choice}."

ROW_LINK = "Liên kết tới dòng: {row}"
