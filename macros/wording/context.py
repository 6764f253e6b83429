"""The line above figures: whose they are, of which period, how final their report is, and what became of the agency."""

PAGE = "Dòng ở đầu các trang có số liệu"

# What is known of a merger or a new name stands behind it, as data/agency.yaml has it.
OFFICIAL = "Số liệu {period} của {agency}."
DRAFT_OF_YEAR = "Số liệu {period} của {agency}, theo bản dự thảo năm {year} chưa được xác nhận."
DRAFT = "Số liệu {period} của {agency}, theo bản dự thảo chưa được xác nhận."
WITH_NOTE = "{figures} {note}"
