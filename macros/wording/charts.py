"""Charts: what they are called, what their signs mean, what they say to who does not see them."""

PAGE = "Biểu đồ"

# By the kind of period that the figures are of.
BY_PERIOD = {
    "W": "theo tuần",
    "M": "theo tháng",
    "Q": "theo quý",
    "S": "theo 6 tháng",
    "N": "theo 9 tháng",
    "A": "theo năm",
}
TITLE = "{name}, {by_period}"
GROUP = "Số liệu {by_period}"
GROUP_ENDED = "Số liệu {by_period}, chỉ tiêu không còn báo cáo"

# Below a chart.
CAPTION = "{title}."
CAPTION_UNIT = "{title}, tính bằng {unit}."
AXIS_FROM_ZERO = "Trục bắt đầu từ 0."
AXIS_BELOW_ZERO = "Số âm nằm dưới vạch 0."
BEGINS_LATE = "Vẽ từ {period}; kỳ cũ hơn có trong bảng và tệp CSV."

# What the signs in a chart mean.
SIGN_BLANK = "Khung nét đứt: có báo cáo, không có số liệu."
SIGN_CORRECTED = "Hình thoi: số liệu đã đính chính."
SIGN_ABSENT = "Chỗ trống hẳn: biểu mẫu kỳ đó không có chỉ tiêu này."
SIGN_MISSING = "Dấu ×: trang này không có báo cáo kỳ đó."
SIGN_CUT_OUT = "Hai gạch chéo: trục bỏ qua nhiều kỳ liền nhau không có báo cáo."
SIGN_BREAK = "Vạch đứt: từ {period} đổi cách tính. {reason}"
SIGN_BREAKS = "Vạch đứt: từ kỳ đó đổi cách tính, không so với kỳ trước."
SIGN_TARGET = "Vạch ngang đậm: mục tiêu {targets}."
SIGN_TARGET_PARTLY = "Vạch ngang đậm: mục tiêu {targets}; kỳ không nêu mục tiêu thì không có vạch."
SIGN_TARGET_FAR = "Mục tiêu {targets} vượt xa số liệu nên không vẽ."
SIGN_TARGETS = "Vạch ngang đậm: mục tiêu mà báo cáo kỳ đó nêu."
# The targets of a chart, one after the other; of many the newest.
TARGETS_IN_TURN = "{earlier}, rồi {later}"
TARGETS_MANY = "của từng kỳ, mới nhất {newest}"

# What is said of a point.
POINT_TARGET = "mục tiêu {amount}"
POINT_BREAK = "từ kỳ này đổi cách tính"
POINT_CORRECTED = "đã đính chính"
POINT_MISSING = "không có báo cáo"
POINTS_MISSING = "không có báo cáo ({count} kỳ)"

# Periods below an axis, in short.
AXIS_WEEK = "Tuần {number}"
AXIS_MONTH = "Th. {number}"
AXIS_QUARTERS = ("Quý I", "Quý II", "Quý III", "Quý IV")
AXIS_HALF_YEARS = ("6 th. đầu", "6 th. cuối")
AXIS_NINE_MONTHS = "9 tháng"

# The parts of a whole.
WHOLE = "Cơ cấu của {figure}"
WHOLE_PART = "{name}: {amount} ({percent})"

# A bar on the way to a target, or to the whole.
BAR_WHOLE = "Thanh đầy là 100%."
BAR_WHOLE_TARGET = "Thanh đầy là 100%, vạch đứng là mục tiêu."
BAR_TARGET = "Thanh đầy là mục tiêu, vạch đứng là mục tiêu."

# The small charts of a section.
SMALL = "Qua các kỳ"
SMALL_LEAD = (
    "Mỗi hình một chỉ tiêu, trục số liệu riêng, trục nào cũng có số 0. Tên chỉ tiêu dẫn tới bảng số liệu và tệp tải về"
    " của hình."
)
SMALL_FOLDED = "{heading} ({count})"
SMALL_KEY = "{heading}, cùng các kỳ {first} – {last}. {signs}"
SMALL_KEY_FOLDED = "Các hình cùng các kỳ {first} – {last}. {signs}"

# Below a chart, and the table of a whole.
DOWNLOADS = "{svg}, {csv}."
DOWNLOAD_SVG = "Tải hình SVG"
DOWNLOAD_CSV = "tải số liệu CSV"
PARTS = "{figure} gồm những gì, phần lớn nhất ở trên"
PARTS_NAME = "Phần"
PARTS_AMOUNT = "Số"
PARTS_RATE = "Tỷ lệ"
