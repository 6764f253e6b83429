"""The page of every revision of every report, and the feed of the same."""

PAGE = "Lịch sử sửa đổi và bản tin cập nhật (Atom)"

TITLE = "Lịch sử sửa đổi"
DESCRIPTION = "Các lần công bố và đính chính báo cáo: ngày, lý do, văn bản và số liệu thay đổi."
LEAD = (
    "Các lần công bố và đính chính báo cáo, kèm lý do, văn bản và số liệu thay đổi; mới nhất ở trên. Có thể "
    "theo dõi qua {feed}."
)
FEED = "bản tin cập nhật (Atom/RSS)"
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
FEED_ENTRY = "{title}: {report}, {revision}"
FEED_REASON = "{reason} ({document})"
