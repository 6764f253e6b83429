"""The agency whose reports these are, and who keeps the website, as the page about the site states them."""

PAGE = "Giới thiệu cơ quan"

AGENCY = "Cơ quan báo cáo"
TERRITORY = "Địa bàn"
ACTIVE = "Thời gian hoạt động"
ACTIVE_FROM = "từ {first}"
ACTIVE_TO = "đến {last}"
ACTIVE_FROM_TO = "từ {first} đến {last}"
MERGER = "Sáp nhập, đổi tên"
BASIS = "Căn cứ: {document}."
WITH_NOTE = "{fact}. {note}"
SUCCESSOR = "Cơ quan kế thừa"
SUCCESSOR_IS = "{name}, từ {day}"
SOURCES = "Nguồn"
CONTACT = "Liên hệ cơ quan"
NO_CONTACT = "Chưa có thông tin liên hệ."
PUBLISHER = "Quản lý trang web"
PUBLISHER_CONTACT = "Liên hệ về trang web"
PUBLISHER_NO_CONTACT = "Trang web chưa có địa chỉ liên hệ."
# Said only where there is somebody to write to.
HOW_TO_WRITE = (
    "Khi báo số liệu trên trang web khác với báo cáo, hãy kèm liên kết tới dòng số liệu (nút “Sao chép liên kết”)."
)
