"""The page of every revision of every report, and the feed of the same."""

PAGE = "Lịch sử sửa đổi và nguồn tin Atom"

TITLE = "Lịch sử sửa đổi"
DESCRIPTION = "Mọi lần công khai và đính chính của mọi báo cáo: ngày, lý do, văn bản, số đổi từ đâu thành đâu."
LEAD = (
    "Mỗi lần một báo cáo được công khai hoặc đính chính, kèm lý do, văn bản và những số đã đổi; mới nhất ở trên. Theo"
    " dõi bằng {feed}."
)
FEED = "nguồn tin Atom"
INCOMPLETE = "Lịch sử không đủ."
UNREADABLE = "Có bản cũ không đọc được, nên có thể thiếu một lần công khai, của tệp: {files}."
ENTRY = "{report}, {revision}"
ENTRY_TOLD = "{standing}; {changes}"
NOTHING_PUBLISHED = "Chưa có báo cáo nào được ban hành, nên chưa có lần công khai chính thức nào."
DRAFTS = "Báo cáo dự thảo"
DRAFTS_LEAD = "Số liệu của dự thảo còn có thể thay đổi mà không cần lần sửa đổi, nên chưa có lịch sử công khai."

# The feed, in a reader of feeds.
FEED_TITLE = "Lịch sử sửa đổi: {agency}"
FEED_SUBTITLE = "Mọi lần công khai và đính chính báo cáo cải cách hành chính"
FEED_ENTRY = "{title}: {report}, {revision}"
FEED_REASON = "{reason} ({document})"
