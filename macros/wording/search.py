"""The search: its field, what is said of an answer, the results."""

PAGE = "Tìm kiếm"

NAME = "Tìm kiếm"
FIELD = "Tìm chỉ tiêu, văn bản, nội dung báo cáo"
FIELD_IN_FULL = "Tìm chỉ tiêu, văn bản, nội dung báo cáo; gõ không dấu cũng được"
PLACEHOLDER = "Tìm kiếm"
ASK = "Tìm"
RESULTS = "Kết quả tìm kiếm"

# While it takes a moment, and when the index does not come.
SEARCHING = "Đang tìm…"
LOADING = "Đang tải chỉ mục…"
FAILED_TYPE_ON = "Không tải được chỉ mục tìm kiếm. Gõ tiếp để thử lại."
FAILED_LOOK_BELOW = "Không tải được chỉ mục tìm kiếm. Xin thử lại, hoặc tra theo bảng chữ cái ở dưới."
AGAIN = "Thử lại"

# With nothing typed yet: what was asked before in this browser, and what others ask. The counts are for the ear.
ASKED_BEFORE = "Đã tìm"
SUGGESTED = "Gợi ý"
ASKED_BEFORE_COUNT = "{count} câu đã tìm"
SUGGESTED_COUNT = "{count} câu gợi ý"
FORGET = "Xóa các câu đã tìm"
FORGOTTEN = "Đã xóa các câu đã tìm."

# How many there are. {query} is what was typed, as QUOTED; {results} is COUNT or MORE_THAN; {shown} says how many of
# them stand on the page, when not all do: FIRST_SHOWN, or NOW_SHOWN after going on.
QUOTED = "“{text}”"
COUNT = "{count} kết quả"
MORE_THAN = "hơn {count} kết quả"
FIRST_SHOWN = ", hiện {shown} kết quả đầu"
NOW_SHOWN = ", hiện {shown} kết quả"
FOUND = "{results} cho {query}{shown}."
FOUND_OTHERWISE = "Không tìm thấy {query}. {found}"
NEARLY = "Không tìm thấy {query} đúng dấu; {results} gần giống{shown}."
NOT_FOUND = "Không tìm thấy {query}; hãy thử từ khác."
NOT_FOUND_YET = "Chưa tìm thấy {query}."

# What else is to be known about an answer.
OVERRULED = "Đang lọc theo {period}, không theo {asked} trong câu tìm."
WHICH_YEAR = "Xin ghi rõ năm thay cho {period}."
NO_REPORT = "Không có báo cáo {period}."
OTHERS_OF_YEAR = "Dưới đây là các báo cáo khác của năm đó."
NEWEST_FIGURES = "Số liệu dưới đây là của kỳ mới nhất có số liệu."
NOTHING_IN_CHOICE = "Không có kết quả trong phạm vi đã chọn; xin thử bỏ bớt điều kiện lọc."
# A miss says what was not found, and never what the reports hold. Before the list of ways on; for the ear, without it.
WAYS_ON = "Hoặc xem theo nhóm, xem danh mục:"
WAYS_ON_SPOKEN = "Bên dưới có danh sách các nhóm chỉ tiêu, danh mục chỉ tiêu và văn bản."
ALL_INDICATORS = "Danh mục chỉ tiêu"
ALL_DOCUMENTS = "Danh sách văn bản"
OTHER_QUERIES = "Câu tìm gợi ý:"
# To one who asks in English, in English.
ONLY_VIETNAMESE = "This site is in Vietnamese; please search in Vietnamese, or open the list of indicators below."
UNREAD_REPORT = "Không tải được báo cáo {period}."
OLDER_UNREAD = "Không tải được phần về các báo cáo trước; dưới đây chỉ là những gì tìm được ở phần mới nhất."
OLDER_UNREAD_NOTHING = "Không tải được phần về các báo cáo trước nên chưa tìm được trong đó."

# Another query to try; for the ear it is QUOTED.
MEANT = "Có phải bạn muốn tìm: {query}?"
MEANT_OPTION = "Có phải bạn muốn tìm: {query}"
MEANT_SPOKEN = "Có phải bạn muốn tìm {query}?"

# Going on in the older reports.
GO_ON = "Tìm tiếp trong các báo cáo cũ hơn"
ADDED = "Thêm {count} kết quả từ các báo cáo cũ hơn."
NOTHING_ADDED_YET = "Chưa thấy thêm trong phần vừa tìm."
OLDER_LEFT = "Còn báo cáo cũ hơn chưa tìm."
ALL_READ = "Đã tìm hết các báo cáo cũ hơn."
ALL_READ_NOTHING = "Đã tìm hết các báo cáo cũ hơn, không có thêm."
NOT_GONE_ON = "Không tải được báo cáo cũ hơn. Xin bấm lại để tìm tiếp."

# A result: what it is, where it stands, and what leads on from it.
KINDS = {
    "row": "Chỉ tiêu",
    "heading": "Mục của phụ lục",
    "section": "Nhóm chỉ tiêu",
    "document": "Văn bản",
    "abbreviation": "Chữ viết tắt",
    "page": "Trang",
    "report": "Báo cáo",
    "passage": "Thuyết minh",
}
IN_GROUP = "Nhóm {number}"
IN_GROUP_BELOW = "Nhóm {number} › {above}"
DRAFT = "dự thảo"
OF_DRAFT = "{period}, dự thảo"
ROW_IN_ANNEX = "Dòng trong phụ lục"
ALL_PERIODS = "Tất cả các kỳ"
EARLIER_PERIODS = "Các kỳ trước"
ALSO_IN = "Cũng có trong báo cáo: {reports}"
SEE_ALL = "Xem {results}"
SHORT_FORMS = "Viết tắt"
SHORT_FORMS_IN_RESULTS = "Viết tắt trong kết quả"

# The page of the search.
DESCRIPTION = "Tìm chỉ tiêu, văn bản, nội dung báo cáo; gõ không dấu cũng được."
CHOOSE = "Lọc theo loại, nhóm, kỳ"
CHOOSE_KIND = "Loại"
# The keys stand in addresses.
CHOICES = {
    "": "Tất cả",
    "chi-tieu": "Chỉ tiêu",
    "thuyet-minh": "Thuyết minh",
    "van-ban": "Văn bản",
    "thuat-ngu": "Chữ viết tắt",
    "trang": "Trang",
}
CHOOSE_GROUP = "Nhóm"
ALL_GROUPS = "Tất cả các nhóm"
GROUP = "{number}. {group}"
CHOOSE_PERIOD = "Kỳ"
NEWEST = "Mới nhất"
NEEDS_SCRIPT = "Trình duyệt đang tắt JavaScript nên không tìm kiếm được. Có thể tra theo bảng chữ cái dưới đây."
BY_LETTER = "Chỉ tiêu theo bảng chữ cái"
ALL_SHORT_FORMS = "Chữ viết tắt"
# What a passage below the text stands under.
FOOTNOTES = "Chú thích"
