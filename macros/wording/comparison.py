"""Two reports, or two versions of one, held against each other: the pages, the form, the table, a change in words."""

PAGE = "So sánh các kỳ"

# What became of a row. In the order in which a reader wants them: corrections, movements, blanks, the form, the rest.
KIND_LABELS = {
    "revised": "Đính chính",
    "rose": "Tăng",
    "fell": "Giảm",
    "code-changed": "Đổi câu trả lời",
    "text-changed": "Đổi nội dung",
    "appeared": "Nay có số liệu",
    "became-not-reported": "Nay chưa có số liệu",
    "became-pending": "Nay chờ kết quả",
    "became-not-applicable": "Nay không áp dụng",
    "definition-changed": "Đổi định nghĩa",
    "new-indicator": "Chỉ tiêu mới",
    "ended-indicator": "Chỉ tiêu thôi dùng",
    "target-only": "Chỉ đổi mục tiêu",
    "note-only": "Chỉ đổi ghi chú",
    "not-comparable": "Không so sánh được",
    "unchanged": "Không đổi",
}
# Those that their label does not explain by itself.
KIND_MEANINGS = {
    "revised": "Số đã công khai rồi được sửa bằng một lần sửa đổi của cùng một báo cáo.",
    "appeared": "Kỳ trước không có số liệu, kỳ này có; không có gì để tính chênh lệch.",
    "became-not-reported": "Kỳ này báo cáo để trống và không nêu lý do. Ô trống không phải là 0.",
    "became-pending": "Kỳ này việc chưa đến hạn hoặc đang làm, nên chưa có số liệu.",
    "became-not-applicable": "Báo cáo cho biết kỳ này chỉ tiêu không áp dụng cho cơ quan.",
    "definition-changed": "Tên, đơn vị hoặc cách tính đã đổi: hai số có thể không nói về cùng một điều.",
    "new-indicator": "Biểu mẫu của kỳ trước không có chỉ tiêu này.",
    "ended-indicator": "Biểu mẫu của kỳ sau không còn chỉ tiêu này.",
    "target-only": "Số liệu giữ nguyên, mục tiêu mà báo cáo nêu đã đổi.",
    "note-only": "Số liệu giữ nguyên, chỉ ghi chú bên cạnh đổi.",
    "not-comparable": "Hai số tính cho hai khoảng thời gian khác kiểu, nên trang không tính chênh lệch.",
}

# From what to what; of figures that do not compare, an arrow would say that one became the other.
FROM_TO = "{before} → {after}"
SIDE_BY_SIDE = "{before} và {after}"

# By how much. A rate changes by percentage points; {percent} is a number, or what is below a tenth.
ROSE = "tăng {difference}"
ROSE_PERCENT = "tăng {difference}, tức {percent}\u00a0%"
ROSE_POINTS = "tăng {difference} điểm phần trăm"
FELL = "giảm {difference}"
FELL_PERCENT = "giảm {difference}, tức {percent}\u00a0%"
FELL_POINTS = "giảm {difference} điểm phần trăm"
BELOW_TENTH = "chưa đến 0,1"

# What became of the target of a row.
TARGET_CHANGED = "mục tiêu {before} → {after}"
TARGET_NEW = "nay nêu mục tiêu {after}"
TARGET_GONE = "không còn nêu mục tiêu {before}"

# Why two figures do not compare, or what one continues.
UNLIKE_CUMULATIVE = "một kỳ tính riêng, một kỳ lũy kế từ đầu năm, hoặc báo cáo không nêu rõ"
UNLIKE_BREAK = "cách tính thay đổi từ {period}: {reason}"
UNLIKE_MEASURE = "đơn vị tính hoặc danh mục mã đã khác"
UNLIKE_INCOMPLETE = "chỉ tiêu cũ mà nó nối tiếp chưa có đủ số liệu"
CONTINUES = "nối tiếp chỉ tiêu cũ theo cách đổi đã công bố"

# What else changed in the definition of a row.
REDEFINED = {
    "label": "tên chỉ tiêu đổi",
    "printed_number": "số thứ tự đổi",
    "printed_unit": "đơn vị in trong biểu mẫu đổi",
    "definition": "lời giải thích đổi",
    "cumulative": "cách cộng dồn đổi",
}
NOTE_CHANGED = "ghi chú đổi"

# What stands beside the figures, before and after.
NOTES = "Ghi chú đổi"
NOTES_BEFORE = "Trước"
NOTES_AFTER = "Sau"
NOTES_NONE = "không có ghi chú"
EXPECTED = "Dự kiến {period}"

# Of a whole comparison.
CAUTION_PERIODS = "Hai kỳ khác loại: số liệu chỉ đặt cạnh nhau, không so sánh được."
CAUTION_DRAFT = "Có báo cáo còn là dự thảo: số liệu có thể thay đổi khi ban hành."
COUNTED = "{count} {kind}"
COUNTED_UNCHANGED = "{count} không đổi"
COUNTED_BLANK = "{count} vẫn không có số liệu"
NOTHING_CHANGED = "Không có gì thay đổi"
TITLE = "Báo cáo {before} → {after}"
TABLE_CAPTION = "{title}: các dòng có thay đổi"
TABLE_CAPTION_SIDE_BY_SIDE = "{title}: các dòng đặt cạnh nhau"
TABLE_REGION = "Bảng: {title}"
TABLE_SHORT_FORMS = "Viết tắt trong bảng"
TABLE_HEADS = ("Chỉ tiêu", "Thay đổi", "Từ → thành", "Chênh lệch, giải thích")
# What the button above the table does.
ORDER_BY_SIZE = "Xếp thay đổi lớn nhất lên trên"
ORDER_BY_FORM = "Xếp lại theo biểu mẫu"
TABLE_TERMS = "Các chữ trong bảng: {terms}."

# The change beside a figure: in a tile, on the page of an indicator.
SINCE = "{change} so với {period}."
SINCE_UNCHANGED = "Không đổi so với {period}."
SINCE_OTHER = "{change}; {period}: {figure}."
SINCE_STILL_BLANK = "{period} cũng {status}."
SINCE_CONTINUED = "{change} so với chỉ tiêu cũ mà nó nối tiếp."
SINCE_NEW = "Chỉ tiêu mới trong biểu mẫu kỳ này."

# The page of a report's comparisons.
HEADING = "So sánh: {period}"
PAGE_TITLE = "So sánh, {report}"
PAGE_DESCRIPTION = "Số liệu {period} so với kỳ trước và cùng kỳ năm trước."
PATH_REPORTS = "Báo cáo"
WITH_BEFORE = "So với kỳ trước: {period}"
WITH_YEAR_BEFORE = "So với cùng kỳ năm trước: {period}"
LARGEST = "Thay đổi lớn nhất"
LARGEST_NOTE = (
    "Tính theo phần trăm so với số của kỳ trước, tỷ lệ tính theo điểm phần trăm; không kể những dòng mà số trước và số"
    " sau đều dưới 10."
)
NONE_BEFORE = (
    "Chưa có báo cáo nào trước đó cùng loại kỳ, nên chưa so sánh được. Kỳ báo cáo chỉ so với kỳ cùng loại: quý với quý,"
    " 6 tháng với 6 tháng, năm với năm."
)
WITH_OTHER = "So với kỳ khác"
ALL_PERIODS = "Chọn trong mọi kỳ báo cáo"

# The form that chooses two periods, and the page that answers it.
FORM_BEFORE = "Kỳ trước"
FORM_AFTER = "Kỳ sau"
FORM_COMPARE = "So sánh"
CHOOSER_TITLE = "So sánh các kỳ"
CHOOSER_DESCRIPTION = "Chọn hai kỳ báo cáo để xem số liệu nào tăng, giảm, mới có hoặc không còn."
CHOOSER_LEAD = (
    "Chọn hai kỳ để xem số liệu nào tăng, giảm, mới có hoặc không còn. Chỉ những kỳ cùng loại và cùng cách tính mới so"
    " sánh được; chỗ nào không so sánh được, trang nói vì sao."
)
CHOOSER_NEEDS_SCRIPT = "Ô chọn kỳ cần JavaScript."
CHOOSER_STATIC = "Mỗi báo cáo có sẵn trang so sánh với kỳ trước và cùng kỳ năm trước:"
CHOOSER_ONE_REPORT = "Mới có một báo cáo. Khi có báo cáo thứ hai, ô chọn kỳ sẽ hiện ở đây."
READY = "So sánh có sẵn của từng báo cáo"
READY_REPORT = "{report}, so với kỳ trước và cùng kỳ năm trước"
SAME_PERIOD_TWICE = "Hai ô đang chọn cùng một kỳ. Hãy chọn hai kỳ khác nhau."
LOADING = "Đang tải số liệu của hai kỳ…"
NOT_LOADED = "Không tải được số liệu. Hãy kiểm tra kết nối rồi thử lại, hoặc mở trang so sánh có sẵn bên dưới."
NOT_LOADED_FROM_DISK = (
    "Trang mở thẳng từ ổ đĩa không đọc được số liệu của hai kỳ; hãy mở trang trên cổng, hoặc mở trang so sánh có sẵn"
    " bên dưới."
)
PERIOD_UNKNOWN = "Địa chỉ này nhắc tới một kỳ chưa có báo cáo. Hãy chọn hai kỳ ở trên."

# All changes of a review: a page, plain text and Markdown.
REVIEW_TITLE = "Thay đổi số liệu"
REVIEW_NOTHING = "Không có gì thay đổi."
REVIEW_ADDED = "Báo cáo mới: {period}"
REVIEW_REMOVED = "Báo cáo không còn: {period}"
REVIEW_SIZE = "{figures} số liệu, {revisions} lần công khai"
REVIEW_REVISION = "Lần công khai {number}: {reason}"
REVIEW_HEAD = "Phần đầu báo cáo đổi: {parts}"
# The parts of a report's head.
HEAD_PARTS = {
    "title": "tên báo cáo",
    "status": "tình trạng",
    "number": "số",
    "symbol": "ký hiệu",
    "date": "ngày ký",
    "printed_date": "dòng ngày tháng",
    "place": "nơi ghi",
    "data_start": "ngày đầu của kỳ số liệu",
    "data_end": "ngày cuối của kỳ số liệu",
    "cumulative": "cách cộng dồn",
    "signer_title": "chức vụ người ký",
    "signer": "người ký",
    "recipients": "nơi nhận",
    "annex_title": "tên phụ lục",
    "annex_attachment": "dòng kèm theo của phụ lục",
    "source": "tệp nguồn",
    "revisions": "các lần công khai",
}
