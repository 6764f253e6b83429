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
AXIS_FITTED = "Trục từ {low} đến {high}, không bắt đầu từ 0."
AXIS_BELOW_ZERO = "Số âm nằm dưới vạch 0."
BEGINS_LATE = "Hình vẽ từ {period}; các kỳ trước có trong bảng và tệp CSV."
# Of more periods than the table has room for as well, and of a chart of some years.
BEGINS_LATE_PAGED = "Hình vẽ từ {period}; các kỳ trước có ở trang của từng năm và trong tệp CSV."
WINDOW = "Hình vẽ từ {first} đến {last}."

# What the signs in a chart mean.
SIGN_BLANK = "Khung nét đứt: báo cáo kỳ đó không có số liệu này."
SIGN_CORRECTED = "Hình thoi: số liệu đã đính chính, bổ sung hoặc rút."
SIGN_ABSENT = "Khoảng trống: biểu mẫu kỳ đó không có chỉ tiêu này."
SIGN_MISSING = "Dấu ×: trang web không có báo cáo kỳ đó."
SIGN_CUT_OUT = "Hai gạch chéo: bỏ qua nhiều kỳ liền nhau không có báo cáo."
SIGN_BREAK = "Vạch đứng nét đứt: cách tính thay đổi từ {period}. {reason}"
SIGN_BREAKS = "Vạch đứng nét đứt: cách tính thay đổi từ kỳ đó, không so sánh với các kỳ trước."
SIGN_QUOTIENTS = "Tỷ lệ vẽ theo hai số tạo thành, vì số in trong báo cáo đã làm tròn."
SIGN_SOME_QUOTIENTS = "Tỷ lệ có dấu ≈ vẽ theo hai số tạo thành, vì số in trong báo cáo đã làm tròn."
SIGN_TARGET = "Vạch ngang đậm: mục tiêu {targets}."
SIGN_TARGET_PARTLY = "Vạch ngang đậm: mục tiêu {targets}, chỉ vẽ ở kỳ có nêu mục tiêu."
SIGN_TARGET_FAR = "Mục tiêu {targets} cao hơn nhiều so với số liệu nên không vẽ."
SIGN_TARGETS = "Vạch ngang đậm: mục tiêu nêu trong báo cáo kỳ đó."
# The targets of a chart, one after the other; of many the newest.
TARGETS_IN_TURN = "{earlier}, sau đó {later}"
TARGETS_MANY = "của từng kỳ, mới nhất là {newest}"

TARGET_LABEL = "Mục tiêu {amount}"

# What one sees, above a chart.
FINDING_EQUAL = "Cả {count} kỳ so sánh được đều là {figure}."
FINDING_ROSE = "Tăng từ {before} ({first}) lên {after} ({last})."
FINDING_FELL = "Giảm từ {before} ({first}) xuống {after} ({last})."
FINDING_HIGHEST = "{period}: {figure}, cao nhất trong {count} kỳ so sánh được."
FINDING_LOWEST = "{period}: {figure}, thấp nhất trong {count} kỳ so sánh được."
FINDING_RANGE = "{period}: {figure}; {count} kỳ so sánh được nằm trong khoảng từ {lowest} đến {highest}."
FINDING_PARTS = "Phần lớn nhất là “{name}”: {amount}, chiếm {percent}."
FINDING_PARTS_EQUAL = "{count} phần lớn nhất bằng nhau, mỗi phần {amount}."

# What is said of a point.
POINT_QUOTIENT = "{quotient}, báo cáo ghi {figure}"
POINT_TARGET = "mục tiêu {amount}"
POINT_BREAK = "cách tính thay đổi từ kỳ này"
POINT_CORRECTED = "đã đính chính"
POINT_ADDED = "đã bổ sung"
POINT_RETRACTED = "đã rút số liệu"
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
BAR_TARGET = "Vạch đứng là mục tiêu."

# The small charts of a section.
SMALL = "Qua các kỳ"
SMALL_LEAD = (
    "Mỗi hình là một chỉ tiêu và có trục riêng: cột bắt đầu từ 0, đường tỷ lệ có trục vừa với số liệu. Bấm vào tên chỉ"
    " tiêu để xem bảng số liệu và tải về."
)
SMALL_FOLDED = "{heading} ({count})"
SMALL_KEY = "{heading}, từ {first} đến {last}. {signs}"
SMALL_KEY_FOLDED = "Từ {first} đến {last}. {signs}"

# Below a chart, and the table of a whole.
DOWNLOADS = "{svg}, {csv}."
DOWNLOAD_SVG = "Tải hình SVG"
DOWNLOAD_CSV = "tải số liệu CSV"
DOWNLOAD_CSV_ALL = "Tải số liệu CSV, đủ các kỳ"
PARTS = "Cơ cấu của {figure}, xếp từ lớn đến nhỏ"
PARTS_NAME = "Phần"
PARTS_AMOUNT = "Số lượng"
PARTS_RATE = "Tỷ lệ"
