"""What a report is called by: its status, wherever reports are named."""

PAGE = "Báo cáo: tình trạng ban hành"

STATUS_LABELS = {
    "draft": "Dự thảo / chưa cấp số",
    "published": "Đã ban hành",
}
STATUS_MEANINGS = {
    "draft": "Báo cáo chưa có số, ngày hoặc tên người ký. Số liệu có thể thay đổi khi ban hành.",
    "published": "Báo cáo đã có số và ngày. Số liệu chỉ thay đổi khi có đính chính nêu rõ lý do.",
}
