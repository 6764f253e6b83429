"""Above figures: whose they are, of which period, how final, what became of the agency, and whom to write to."""

PAGE = "Dòng ở đầu các trang có số liệu"

# What is known of a merger or a new name stands behind it, as data/agency.yaml has it.
OFFICIAL = "Số liệu {period} của {agency}."
DRAFT_OF_YEAR = "Số liệu {period} của {agency}, theo bản dự thảo năm {year} chưa được xác nhận."
DRAFT = "Số liệu {period} của {agency}, theo bản dự thảo chưa được xác nhận."
WITH_NOTE = "{figures} {note}"

# Whom to write to about the figures; where nobody is known, that, and no link.
CONTACT = "Góp ý về số liệu: {contact}."
NO_CONTACT = "Trang web chưa có địa chỉ liên hệ."
