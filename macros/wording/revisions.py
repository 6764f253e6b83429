"""What was published when, corrected how, and kept where: on reports, on kept versions, in citations and in the log."""

PAGE = "Các lần công bố, bản lưu và trích dẫn"

# Why the history of a site may not be known.
KNOWLEDGE_TEXTS = {
    "complete": "",
    "unsure": "Dữ liệu lịch sử dùng để dựng trang web này có thể chưa đầy đủ, nên có thể thiếu lần công bố.",
    "shallow": "Dữ liệu lịch sử dùng để dựng trang web này thiếu phần đầu: chưa rõ những gì đã công bố trước "
    "đó và ngày "
    "công bố.",
    "no-git": "Không có dữ liệu lịch sử khi dựng trang web này: chưa rõ ngày công bố từng số liệu. Trang chỉ nêu những "
    "gì báo cáo ghi.",
    "no-repository": "Không có dữ liệu lịch sử khi dựng trang web này: chưa rõ ngày công bố từng số liệu. "
    "Trang chỉ nêu "
    "những gì báo cáo ghi.",
    "no-commits": "Không có dữ liệu lịch sử khi dựng trang web này: chưa rõ ngày công bố từng số liệu. Trang chỉ nêu "
    "những gì báo cáo ghi.",
    "unreadable": "Không đọc được dữ liệu lịch sử khi dựng trang web này: chưa rõ ngày công bố từng số liệu. Trang chỉ "
    "nêu những gì báo cáo ghi.",
}

REVISION = "lần {number}"
REVISION_DATED = "lần {number}, ngày {day}"
KEPT = "bản lưu {revision}"
UNDATED = "Chưa rõ ngày"

# What the history knows of a revision.
DRAFT = "bản dự thảo, chưa ban hành"
UNRECORDED = "chưa lưu vào hệ thống"
NO_HISTORY = "không có dữ liệu lịch sử để đối chiếu"
LOST = "hệ thống không còn lưu bản này"
RECORDED = "lưu vào hệ thống ngày {day}"
RECORDED_UNDATED = "đã lưu trong hệ thống, không rõ từ ngày nào"
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
# Of a figure in whose place there is none any more.
RETRACTED = "đã rút số liệu, trước là {before}"
RETRACTED_ON = "đã rút số liệu ngày {day}, trước là {before}"
NO_ROW = "không có dòng này"
NOTE_ONLY = "chỉ thay đổi ghi chú"
STEP = "{before} → {after}"
STEP_BESIDE = "{figure} ({beside})"

# What kind of revision it is.
TITLE_DRAFT = "Dự thảo"
TITLE_FIRST = "Công bố lần đầu"
TITLE_UNKNOWN = "Chưa rõ số liệu thay đổi"
TITLE_NO_FIGURE = "Không thay đổi số liệu"
TITLE_TARGETS = "Thay đổi mục tiêu"
TITLE_NOTES = "Chỉ thay đổi ghi chú"
TITLE_ADDED = "Bổ sung số liệu"
TITLE_RETRACTED = "Rút số liệu"
TITLE_CORRECTED = "Đính chính"
FIGURES_CHANGED = "{count} số liệu thay đổi"
TARGETS_CHANGED = "{count} mục tiêu thay đổi"
NOTES_CHANGED = "{count} ghi chú thay đổi"
CHANGES_UNKNOWN = "Chưa xác định được số liệu thay đổi ở lần này vì không còn bản trước để đối chiếu."

# What became of the figures of a report.
REPORT_CORRECTED = "Đã đính chính"
REPORT_ADDED = "Đã bổ sung"
REPORT_RETRACTED = "Đã rút"
CORRECTED_FIGURES_ON = "{count} số liệu, ngày {day}"
CORRECTED_FIGURES_AT = "{count} số liệu, ở lần {number}"
CORRECTED_FIGURES_LAST_ON = "{count} số liệu, gần nhất {day}"
CORRECTED_FIGURES_LAST_AT = "{count} số liệu, gần nhất ở lần {number}"

# The page of a kept version.
KEPT_TITLE = "{report}, bản lưu lần {number}"
KEPT_DESCRIPTION = "{title}: {standing}."
NOW_IS = "hiện là {figure}"
NOW = "hiện {figure}"
REPORTS = "Báo cáo"
KEPT_NAME = "Bản lưu {revision}."
KEPT_NEWEST = "Đây là bản mới nhất của báo cáo này."
KEPT_EARLIER = "Đã có bản mới hơn: {newest}."
KEPT_PRESENT = "Xem báo cáo hiện tại: {report}."
REASON = "Lý do công bố lần này"
STANDING = "Tình trạng"
ALL_KEPT = "Các bản lưu"
CHANGED_HERE = "Thay đổi ở lần này"
KEPT_DRAFT = "Báo cáo còn là dự thảo; bản lưu này được dựng từ nội dung hiện tại và có thể thay đổi."
KEPT_UNRECORDED = "Lần công bố này chưa lưu vào hệ thống, nên bản lưu được dựng từ nội dung hiện tại."
KEPT_DRAFT_LAST = "Bản dự thảo gần nhất còn lưu."
KEPT_OLDEST = "Bản sớm nhất của lần này còn lưu."
UNREADABLE = "Không dựng lại được nội dung của lần này vì tệp cũ không đọc được."
GONE = "Không dựng lại được nội dung của lần này vì hệ thống không còn lưu."
NO_NARRATIVE = "Không dựng lại được phần thuyết minh của lần này. Dưới đây là phần đầu và phụ lục."
NO_FILES = "Tệp tải về chứa số liệu hiện tại và có ở trang báo cáo."

# How a report is cited.
CITE = "Trích dẫn{hidden}"
CITE_HIDDEN = " báo cáo này"
CITE_ADDRESS = "Địa chỉ của bản lưu không thay đổi, nội dung giữ như khi công bố: {address}"
CITE_ADDRESS_DRAFT = (
    "Địa chỉ của bản lưu không thay đổi; báo cáo còn là dự thảo nên nội dung của bản lưu có thể thay đổi: {address}"
)
CITE_ADDRESS_UNRECORDED = (
    "Địa chỉ của bản lưu không thay đổi, nội dung giữ như khi công bố (sau khi lần này được lưu vào hệ "
    "thống): {address}"
)
# In a fold of its own, for those who keep lists of sources with a program.
CITE_BIBTEX = "Dành cho người nghiên cứu: mẫu trích dẫn BibTeX"
CITE_NO_DOMAIN = "Địa chỉ trên chưa có tên miền; khi trích dẫn, hãy sao chép địa chỉ đầy đủ của liên kết."
CITED = "{agency}. {report}: {title}. {kept}. {address}"
CITED_REPORT = "Báo cáo"
CITED_REPORT_NUMBERED = "Báo cáo số {number}"
CITED_DATED = "{report} ngày {day}"
CITED_DRAFT = "{report} (dự thảo)"
CITED_KEPT = "Bản công bố {revision}"
