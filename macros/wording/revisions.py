"""What was published when, corrected how, and kept where: on reports, on kept versions, in citations and in the log."""

PAGE = "Các lần sửa đổi, bản lưu và trích dẫn"

# Why the history of a site may not be known.
KNOWLEDGE_TEXTS = {
    "complete": "",
    "unsure": "Kho git dùng để dựng trang này thiếu một phần hoặc mượn của kho khác, nên không chắc trang đã biết hết "
    "những gì từng công khai.",
    "shallow": "Kho git dùng để dựng trang này đã bị cắt bớt phần đầu, nên trang không biết những gì công khai "
    "trước đó, và không nêu ngày của chúng.",
    "no-git": "Máy dựng trang này không có git, nên trang này không biết số liệu nào đã công khai ngày nào; "
    "chỉ nêu những gì báo cáo tự khai.",
    "no-repository": "Trang này được dựng từ một thư mục ngoài kho git, nên trang này không biết số liệu nào đã "
    "công khai ngày nào; chỉ nêu những gì báo cáo tự khai.",
    "no-commits": "Kho git dùng để dựng trang này chưa ghi lần nào, nên trang này không biết số liệu nào đã "
    "công khai ngày nào; chỉ nêu những gì báo cáo tự khai.",
    "unreadable": "Không đọc được kho git dùng để dựng trang này, nên trang này không biết số liệu nào đã "
    "công khai ngày nào; chỉ nêu những gì báo cáo tự khai.",
}

REVISION = "lần {number}"
REVISION_DATED = "lần {number}, ngày {day}"
KEPT = "bản lưu {revision}"
UNDATED = "Chưa rõ ngày"

# What the history knows of a revision.
DRAFT = "bản dự thảo, chưa ban hành"
UNRECORDED = "chưa ghi vào lịch sử"
NO_HISTORY = "không có lịch sử để đối chiếu"
LOST = "lịch sử không còn giữ bản này"
RECORDED = "ghi vào lịch sử ngày {day}"
RECORDED_UNDATED = "đã có trong lịch sử, không rõ từ ngày nào"
WITHDRAWN = "{recorded}; sau đó báo cáo không còn nêu lần này"

# When a figure was first published.
FIRST_DRAFT = "dự thảo, chưa ban hành"
FIRST_OR_EARLIER = "công bố từ {revision} hoặc trước đó"
FIRST_ON = "công bố lần đầu {day}"
FIRST_AT = "công bố lần đầu ở {revision}"

# What became of a figure.
CORRECTED = "đã đính chính, trước là {before}"
CORRECTED_ON = "đã đính chính ngày {day}, trước là {before}"
ADDED = "đã bổ sung, trước là {before}"
ADDED_ON = "đã bổ sung ngày {day}, trước là {before}"
NO_ROW = "không có dòng này"
NOTE_ONLY = "chỉ đổi ghi chú"
STEP = "{before} → {after}"
STEP_BESIDE = "{figure} ({beside})"

# What kind of revision it is.
TITLE_DRAFT = "Dự thảo"
TITLE_FIRST = "Công bố lần đầu"
TITLE_UNKNOWN = "Không rõ số nào đổi"
TITLE_NO_FIGURE = "Không đổi số liệu"
TITLE_TARGETS = "Đổi mục tiêu"
TITLE_NOTES = "Chỉ đổi ghi chú"
TITLE_ADDED = "Bổ sung số liệu"
TITLE_CORRECTED = "Đính chính"
FIGURES_CHANGED = "{count} số liệu đổi"
TARGETS_CHANGED = "{count} mục tiêu đổi"
NOTES_CHANGED = "{count} ghi chú đổi"
CHANGES_UNKNOWN = "Không biết lần này đổi những số nào: lịch sử không giữ bản trước đó."

# What became of the figures of a report.
REPORT_CORRECTED = "Đã đính chính"
REPORT_ADDED = "Đã bổ sung"
CORRECTED_FIGURES_ON = "{count} số liệu, ngày {day}"
CORRECTED_FIGURES_AT = "{count} số liệu, ở lần {number}"
CORRECTED_FIGURES_LAST_ON = "{count} số liệu, gần nhất {day}"
CORRECTED_FIGURES_LAST_AT = "{count} số liệu, gần nhất ở lần {number}"

# The page of a kept version.
KEPT_TITLE = "{report}, bản lưu lần {number}"
KEPT_DESCRIPTION = "{title}: {standing}."
NOW_IS = "nay là {figure}"
NOW = "nay {figure}"
REPORTS = "Báo cáo"
KEPT_NAME = "Bản lưu {revision}."
KEPT_NEWEST = "Đây là bản mới nhất của báo cáo này."
KEPT_EARLIER = "Đã có bản mới hơn: {newest}."
KEPT_PRESENT = "Trang báo cáo hiện nay: {report}."
REASON = "Lý do công khai lần này"
IN_HISTORY = "Trong lịch sử"
ALL_KEPT = "Các bản lưu"
CHANGED_HERE = "Thay đổi ở lần này"
KEPT_DRAFT = "Báo cáo còn là dự thảo, nên bản lưu này dựng từ nội dung đang hiện và còn có thể thay đổi."
KEPT_UNRECORDED = "Lần này chưa có trong lịch sử git, nên bản lưu dựng từ nội dung đang hiện."
KEPT_DRAFT_LAST = "Bản cuối của dự thảo mà lịch sử còn giữ."
KEPT_OLDEST = "Bản cũ nhất của lần này mà lịch sử còn giữ."
UNREADABLE = "Không dựng lại được nội dung của lần này: cách ghi tệp khi đó không còn đọc được."
GONE = "Không dựng lại được nội dung của lần này: lịch sử không còn giữ."
NO_NARRATIVE = "Phần thuyết minh của lần này không dựng lại được. Dưới đây là phần đầu và phụ lục."
NO_FILES = "Tệp tải về mang số liệu hiện nay, có ở trang báo cáo hiện nay."

# How a report is cited.
CITE = "Trích dẫn{hidden}"
CITE_HIDDEN = " báo cáo này"
CITE_ADDRESS = "Địa chỉ của bản lưu không đổi, nội dung giữ như lúc công khai: {address}"
CITE_ADDRESS_DRAFT = (
    "Địa chỉ của bản lưu không đổi, nội dung giữ như lúc công khai (bản dự thảo còn có thể thay đổi): {address}"
)
CITE_ADDRESS_UNRECORDED = (
    "Địa chỉ của bản lưu không đổi, nội dung giữ như lúc công khai (khi lần này đã ghi vào lịch sử git): {address}"
)
CITE_NO_DOMAIN = "Địa chỉ ở trên chưa có tên miền; khi trích dẫn, hãy chép địa chỉ đầy đủ của liên kết ấy."
CITED = "{agency}. {report}: {title}. {kept}. {address}"
CITED_REPORT = "Báo cáo"
CITED_REPORT_NUMBERED = "Báo cáo số {number}"
CITED_DATED = "{report} ngày {day}"
CITED_DRAFT = "{report} (dự thảo)"
CITED_KEPT = "Bản công khai {revision}"
