"""Two reports, or two versions of one, held against each other: the pages, the form, the table, a change in words."""

PAGE = "So sánh các kỳ"

# What became of a row. In the order in which a reader wants them: corrections, movements, blanks, the form, the rest.
KIND_LABELS = {
    "revised": "Đính chính",
    "rose": "Tăng",
    "fell": "Giảm",
    "within-rounding": "Chưa rõ tăng hay giảm",
    "code-changed": "Đổi câu trả lời",
    "text-changed": "Đổi nội dung",
    "appeared": "Kỳ này có số liệu, kỳ trước không có",
    "became-not-reported": "Kỳ này để trống",
    "became-pending": "Kỳ này chờ kết quả",
    "became-not-applicable": "Kỳ này không áp dụng",
    "definition-changed": "Định nghĩa thay đổi",
    "new-indicator": "Chỉ tiêu mới",
    "ended-indicator": "Chỉ tiêu đã bỏ",
    "target-only": "Chỉ đổi mục tiêu",
    "note-only": "Chỉ đổi ghi chú",
    "not-comparable": "Không so sánh được",
    "unchanged": "Không đổi",
}
# Of two versions of one report, where these would speak of two periods.
KIND_LABELS_OF_REVISIONS = {
    "appeared": "Bổ sung số liệu",
    "became-not-reported": "Sửa thành để trống",
    "became-pending": "Sửa thành chờ kết quả",
    "became-not-applicable": "Sửa thành không áp dụng",
}
# Those that their label does not explain by itself.
KIND_MEANINGS = {
    "revised": "Số liệu đã công bố, sau đó được sửa trong một lần công bố của chính báo cáo đó.",
    "within-rounding": (
        "Hai số được làm tròn và chênh lệch nhỏ hơn mức làm tròn, nên không đủ chính xác để nói tăng hay giảm."
    ),
    "appeared": "Kỳ trước không có số liệu nên không tính được chênh lệch.",
    "became-not-reported": "Báo cáo kỳ này để trống. Ô trống không phải là 0.",
    "became-pending": "Theo báo cáo, công việc chưa đến hạn hoặc đang thực hiện nên chưa có số liệu.",
    "became-not-applicable": "Theo báo cáo, kỳ này chỉ tiêu không áp dụng cho cơ quan.",
    "definition-changed": "Tên, đơn vị hoặc cách tính đã thay đổi; hai số có thể không cùng nội dung.",
    "new-indicator": "Biểu mẫu kỳ trước không có chỉ tiêu này.",
    "ended-indicator": "Biểu mẫu kỳ sau không còn chỉ tiêu này.",
    "target-only": "Số liệu giữ nguyên, mục tiêu nêu trong báo cáo thay đổi.",
    "note-only": "Số liệu giữ nguyên, ghi chú thay đổi.",
    "not-comparable": "Hai số tính cho hai loại kỳ hoặc theo hai cách khác nhau, nên không tính chênh lệch.",
}

# From what to what; of figures that do not compare, an arrow would say that one became the other.
FROM_TO = "{before} → {after}"
SIDE_BY_SIDE = "{before} và {after}"

# By how much. A rate changes by percentage points; {percent} is a number, or what is below a tenth. A rise to five
# times and more is told in times, and from a figure below ten as from what to what.
ROSE = "tăng {difference}"
ROSE_PERCENT = "tăng {difference}, tức {percent}%"
ROSE_POINTS = "tăng {difference} điểm phần trăm"
FELL = "giảm {difference}"
FELL_PERCENT = "giảm {difference}, tức {percent}%"
FELL_POINTS = "giảm {difference} điểm phần trăm"
BELOW_TENTH = "chưa đến 0,1"
BELOW_HUNDREDTH = "chưa đến 0,01"
ROSE_TIMES = "tăng {difference}, gấp {times} lần"
ROSE_FROM_SMALL = "từ {before} lên {after}"
# The change of a rate whose two numbers are known in either period. Where the report prints a rounded rate, the change
# is that of the quotients: they stand beside it, and what is printed is said behind them.
ROSE_ABOUT_POINTS = "tăng khoảng {difference} điểm phần trăm"
FELL_ABOUT_POINTS = "giảm khoảng {difference} điểm phần trăm"
FROM_COUNTS = "{change} ({before} → {after})"
FROM_COUNTS_PRINTED = "{change} ({before} → {after}; {printed})"
COUNTS = "{part}/{whole}"
COUNTS_ARE = "{counts} = {quotient}"
COUNTS_ABOUT = "{counts} {quotient}"
PRINTED_ROUNDED = "báo cáo ghi số làm tròn: {figures}"
PRINTED_CUT = "báo cáo ghi số bỏ bớt chữ số: {figures}"
PRINTED_ROUNDED_AND_CUT = "báo cáo ghi số làm tròn hoặc bỏ bớt chữ số: {figures}"
AND = " và "
WITHIN_ROUNDING = "không đủ chính xác để nói tăng hay giảm"

# What became of the target of a row.
TARGET_CHANGED = "mục tiêu {before} → {after}"
TARGET_NEW = "nêu thêm mục tiêu {after}"
TARGET_GONE = "không nêu mục tiêu {before} nữa"

# Why two figures do not compare, or what one continues.
UNLIKE_CUMULATIVE = "một kỳ tính riêng trong kỳ, một kỳ lũy kế từ đầu năm, hoặc báo cáo không nêu rõ"
UNLIKE_BREAK = "cách tính thay đổi từ {period}: {reason}"
UNLIKE_MEASURE = "đơn vị tính hoặc danh mục mã khác nhau"
UNLIKE_INCOMPLETE = "nối tiếp chỉ tiêu cũ, kỳ trước không đủ số liệu để quy đổi"
CONTINUES = "nối tiếp chỉ tiêu cũ, số kỳ trước đã quy đổi"

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
CAUTION_PERIODS = "Hai kỳ khác loại nên số liệu chỉ được đặt cạnh nhau, không tính chênh lệch."
CAUTION_DRAFT = "Có báo cáo còn là dự thảo; số liệu có thể thay đổi khi ban hành."
CAUTION_WINDOWS = "Thời gian lấy số liệu của hai kỳ dài ngắn khác nhau: kỳ trước {before} ngày, kỳ sau {after} ngày."
COUNTED = {
    "revised": "{count} chỉ tiêu đính chính",
    "rose": "{count} chỉ tiêu tăng",
    "fell": "{count} chỉ tiêu giảm",
    "within-rounding": "{count} chỉ tiêu chưa rõ tăng hay giảm",
    "code-changed": "{count} chỉ tiêu đổi câu trả lời",
    "text-changed": "{count} chỉ tiêu đổi nội dung",
    "appeared": "{count} chỉ tiêu kỳ này có số liệu, kỳ trước không có",
    "became-not-reported": "{count} chỉ tiêu kỳ này để trống",
    "became-pending": "{count} chỉ tiêu kỳ này chờ kết quả",
    "became-not-applicable": "{count} chỉ tiêu kỳ này không áp dụng",
    "definition-changed": "{count} chỉ tiêu thay đổi định nghĩa",
    "new-indicator": "{count} chỉ tiêu mới",
    "ended-indicator": "{count} chỉ tiêu đã bỏ",
    "target-only": "{count} chỉ tiêu chỉ đổi mục tiêu",
    "note-only": "{count} chỉ tiêu chỉ đổi ghi chú",
    "not-comparable": "{count} chỉ tiêu không so sánh được",
    "unchanged": "{count} chỉ tiêu không đổi",
}
COUNTED_OF_REVISIONS = {
    "appeared": "{count} chỉ tiêu bổ sung số liệu",
    "became-not-reported": "{count} chỉ tiêu sửa thành để trống",
    "became-pending": "{count} chỉ tiêu sửa thành chờ kết quả",
    "became-not-applicable": "{count} chỉ tiêu sửa thành không áp dụng",
}
COUNTED_BLANK = "{count} chỉ tiêu không có số liệu ở cả hai kỳ"
NOTHING_CHANGED = "Không có gì thay đổi"
TITLE = "Báo cáo {before} → {after}"
TABLE_CAPTION = "{title}: các chỉ tiêu có thay đổi"
TABLE_CAPTION_SIDE_BY_SIDE = "{title}: số liệu đặt cạnh nhau"
TABLE_REGION = "Bảng: {title}"
TABLE_SHORT_FORMS = "Viết tắt trong bảng"
TABLE_HEADS = ("Chỉ tiêu", "Thay đổi", "Từ → thành", "Chênh lệch, giải thích")
# What the button above the table does.
ORDER_BY_SIZE = "Sắp xếp theo mức thay đổi"
ORDER_BY_FORM = "Sắp xếp theo biểu mẫu"
TABLE_TERMS = "Các từ dùng trong bảng: {terms}"

# The change beside a figure: in a tile, on the page of an indicator.
SINCE = "{change} so với {period}."
SINCE_UNCHANGED = "Không đổi so với {period}."
SINCE_WITHIN_ROUNDING = "So với {period} ({figure}): không đủ chính xác để nói tăng hay giảm."
SINCE_WINDOWS = "{sentence} Kỳ này lấy số liệu trong {after} ngày, kỳ trước {before} ngày."
SINCE_OTHER = "{change}; {period}: {figure}."
SINCE_STILL_BLANK = "{period} cũng {status}."
SINCE_CONTINUED = "{change} so với chỉ tiêu cũ đã quy đổi."
# What a key figure tells, with its target.
FINDING_TARGET = "{target}."
FINDING_WITH_TARGET = "{change}; {target}."
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
    "Chỉ tính số liệu tăng hoặc giảm nhiều hơn mức làm tròn. Mỗi hình dùng một đơn vị tính, xếp theo mức thay đổi."
)
LARGEST_IN = "Tính bằng {unit}"
LARGEST_FINDING = "Thay đổi nhiều nhất: “{name}”, {size}."
POINTS = "điểm phần trăm"
DOWNLOAD_CSV = "Tải bảng so sánh (CSV)"
NONE_BEFORE = (
    "Chưa có báo cáo nào trước đó cùng loại kỳ, nên chưa so sánh được. Kỳ báo cáo chỉ so với kỳ cùng loại: quý với quý,"
    " 6 tháng với 6 tháng, năm với năm."
)
WITH_OTHER = "So với kỳ khác"
ALL_PERIODS = "Chọn trong tất cả các kỳ báo cáo"

# The form that chooses two periods, and the page that answers it.
FORM_BEFORE = "Kỳ trước"
FORM_AFTER = "Kỳ sau"
# Of many periods: each by its place in a year, and its year.
FORM_BEFORE_YEAR = "Năm của kỳ trước"
FORM_AFTER_YEAR = "Năm của kỳ sau"
FORM_WEEK = "Tuần {number}"
FORM_MONTH = "Tháng {number}"
FORM_QUARTERS = ("Quý I", "Quý II", "Quý III", "Quý IV")
FORM_HALF_YEARS = ("6 tháng đầu năm", "6 tháng cuối năm")
FORM_NINE_MONTHS = "9 tháng đầu năm"
FORM_WHOLE_YEAR = "Cả năm"
FORM_COMPARE = "So sánh"
CHOOSER_TITLE = "So sánh các kỳ"
CHOOSER_DESCRIPTION = "Chọn hai kỳ báo cáo để xem số liệu nào tăng, giảm, mới xuất hiện hoặc không còn."
CHOOSER_LEAD = (
    "Chọn hai kỳ để xem số liệu nào tăng, giảm, mới xuất hiện hoặc không còn. Chỉ các kỳ cùng loại và cùng cách tính"
    " mới so sánh được; trường hợp không so sánh được đều nêu lý do."
)
CHOOSER_NEEDS_SCRIPT = "Trình duyệt đang tắt JavaScript nên không chọn được hai kỳ bất kỳ."
CHOOSER_STATIC = "Mỗi báo cáo có trang so sánh với kỳ trước và cùng kỳ năm trước, xem danh sách bên dưới."
CHOOSER_ONE_REPORT = (
    "Trang web hiện có một báo cáo. Khi có từ hai báo cáo trở lên, bạn có thể chọn hai kỳ để so sánh tại đây."
)
READY = "So sánh theo từng báo cáo"
READY_REPORT = "{report}, so với kỳ trước và cùng kỳ năm trước"
READY_EARLIER = "Báo cáo của các năm trước: mở báo cáo trong {list}, ở đó có liên kết tới trang so sánh."
READY_LIST = "danh sách báo cáo"
SAME_PERIOD_TWICE = "Bạn đang chọn cùng một kỳ ở cả hai ô. Hãy chọn hai kỳ khác nhau."
LOADING = "Đang tải số liệu của hai kỳ…"
NOT_LOADED = "Không tải được số liệu. Hãy kiểm tra kết nối rồi thử lại, hoặc mở trang so sánh có sẵn bên dưới."
NOT_LOADED_FROM_DISK = (
    "Trang mở từ ổ đĩa không đọc được số liệu của hai kỳ. Hãy mở trang trên trang web, hoặc mở trang so sánh có sẵn"
    " bên dưới."
)
PERIOD_WITHOUT_REPORT = "Một trong hai kỳ bạn chọn không có báo cáo. Hãy chọn kỳ khác."
PERIOD_UNKNOWN = "Địa chỉ này nêu một kỳ chưa có báo cáo. Hãy chọn hai kỳ ở trên."

# All changes of a review: a page, plain text and Markdown.
REVIEW_TITLE = "Thay đổi số liệu"
REVIEW_NOTHING = "Không có gì thay đổi."
REVIEW_ADDED = "Báo cáo mới: {period}"
REVIEW_REMOVED = "Báo cáo không còn: {period}"
REVIEW_SIZE = "{figures} số liệu, {revisions} lần công bố"
REVIEW_REVISION = "Lần công bố {number}: {reason}"
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
    "revisions": "các lần công bố",
}
