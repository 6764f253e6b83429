"""Figures wherever they stand: why one is missing, of what kind it is, and how it is told, named and quoted."""

PAGE = "Số liệu: tình trạng, loại, cách gọi tên, cách dẫn nguồn"

STATUS_LABELS = {
    "reported": "Đã báo cáo",
    "not-reported": "Báo cáo để trống",
    "not-applicable": "Không áp dụng",
    "pending": "Chờ kết quả",
}
STATUS_MEANINGS = {
    "reported": "Báo cáo nêu giá trị. Số 0 cũng là một giá trị, khác với ô trống.",
    "not-reported": "Báo cáo không ghi gì ở dòng này. Ô trống không phải là số 0 và không được tính là 0.",
    "not-applicable": "Báo cáo cho biết chỉ tiêu không áp dụng cho cơ quan trong kỳ này.",
    "pending": "Báo cáo cho biết việc chưa đến hạn hoặc đang làm, nên chưa thể có số liệu.",
}
# Blank cells that are told apart further.
BLANK_LABELS = {
    "head-is-zero": "Báo cáo để trống; dòng tổng ghi 0",
    "if-any": "Để trống; biểu mẫu ghi “nếu có”",
}
BLANK_MEANINGS = {
    "head-is-zero": "Dòng tổng ghi 0 nên dòng này không có gì để ghi. Ô vẫn để trống, không thay bằng số 0.",
    "if-any": "Biểu mẫu chỉ hỏi dòng này “nếu có”; báo cáo để trống. Ô trống không phải là số 0.",
}
# What the report says of a pending matter.
WAITING = "Theo báo cáo: {waiting}"
EXPECTED = "{status}; báo cáo nêu {period}"
# Kinds of value.
KIND_HEADING = "Tiêu đề"
KIND_COUNT = "Số lượng"
KIND_PERCENT = "Tỷ lệ phần trăm"
KIND_NUMBER = "Số"
KIND_CODED = "Trả lời theo mã"
KIND_TEXT = "Nội dung bằng chữ"
# What stands for a name that is not published.
WITHHELD = "[không công bố tên]"

TARGET = "Mục tiêu {amount}"
RATE = "{part}/{whole}"
# A number that a quotient is only about.
ABOUT = "≈\u00a0{figure}"
# The printed rate is the quotient; is the quotient to its last digit; was rounded further; was cut; does not agree.
RATE_IS = "{rate} ({percent})"
RATE_ABOUT = "{rate} (≈\u00a0{percent})"
RATE_ROUNDED = "{rate} ≈\u00a0{quotient}, làm tròn {percent}"
RATE_CUT = "{rate} ≈\u00a0{quotient}, báo cáo ghi {percent} (bỏ bớt chữ số, không làm tròn)"
# Of a rate that is printed just above: its two numbers, and the quotient only where that is another number.
RATE_BESIDE_ROUNDED = "{rate} ≈\u00a0{quotient}, báo cáo ghi số làm tròn"
RATE_BESIDE_CUT = "{rate} ≈\u00a0{quotient}, báo cáo ghi số bỏ bớt chữ số"
RATE_BESIDE = "{rate}"
RATE_MADE_OF = "Tính từ {rate}"

# What a figure means, beside one that is shown alone.
ANSWER = "Báo cáo trả lời “{answer}” (mã {code})."
SENTENCE = "{told}."
ZERO = "Báo cáo ghi 0, không phải để trống."
SUM = "Trong đó: {parts}."
SUM_PART = "{name}: {amount}"
RATE_UNEXPLAINED = "Báo cáo không nêu cách tính tỷ lệ này."
PLACE = "Thuộc mục “{heading}”."
ENDED = "Không còn báo cáo sau {period}"

REPORT = "Báo cáo {period}"
DOCUMENT = "{type} {number}"
DOCUMENT_NUMBERED = "{type} số {number}"
DOCUMENT_DATED = "{title} ngày {day}"
DOCUMENT_UNNUMBERED = "{type} {subject} năm {year}"

# What is copied with a figure; {address} and {doubt} are filled with full addresses in the browser.
QUOTED = "{name}: {figure}"
QUOTED_CORRECTED = "{quoted}, {correction}"
QUOTED_NUMBER = "số {number}"
QUOTED_REPORT = "{agency}, {report} ({official})"
QUOTED_KEPT = "{source}, {kept}"
# {address} is that of the kept version, {today} the day on which a reader copies.
QUOTED_SOURCE = "({period}). Nguồn: {source}. {address}, truy cập ngày {today}."
QUOTED_CAUTION = "{caution} Xem: {doubt}"
