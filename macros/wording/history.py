"""The page of every revision of every report, and the feed of the same."""

PAGE = "Lịch sử sửa đổi và bản tin cập nhật (Atom)"

TITLE = "Lịch sử sửa đổi"
DESCRIPTION = "Các lần công bố và đính chính báo cáo: ngày, lý do, văn bản và số liệu thay đổi."
LEAD = (
    "Các lần công bố và đính chính báo cáo, kèm lý do, văn bản và số liệu thay đổi; mới nhất ở trên. Có thể "
    "theo dõi qua {feed}."
)
FEED = "bản tin cập nhật (Atom/RSS)"
# Where there are many reports.
BY_REPORT = "Theo năm của báo cáo"
BY_REPORT_LEAD = "Trang này có các lần công bố mới nhất. Chọn năm để xem mọi lần công bố của các báo cáo năm đó."
YEARS_TITLE = "Lịch sử sửa đổi các báo cáo"
YEARS_DESCRIPTION = "Các lần công bố và đính chính báo cáo. {years}."
INCOMPLETE = "Lịch sử chưa đầy đủ."
UNREADABLE = "Một số bản cũ không đọc được, nên có thể thiếu lần công bố của tệp: {files}."
ENTRY = "{report}, {revision}"
ENTRY_TOLD = "{standing}; {changes}"
NOTHING_PUBLISHED = "Chưa có báo cáo nào được ban hành, nên chưa có lần công bố chính thức nào."
DRAFTS = "Báo cáo dự thảo"
DRAFTS_LEAD = "Số liệu của báo cáo dự thảo có thể thay đổi, nên chưa có lịch sử công bố."

# The feed, in a reader of feeds.
FEED_TITLE = "Lịch sử sửa đổi: {agency}"
FEED_SUBTITLE = "Các lần công bố và đính chính báo cáo cải cách hành chính"
FEED_NEWEST = "{subtitle}. Bản tin này có {count} lần mới nhất; các lần trước có ở trang Lịch sử sửa đổi."
FEED_ENTRY = "{title}: {report}, {revision}"
FEED_REASON = "{reason} ({document})"
