"""Periods by their names, on every page, and what is said of one that has no report."""

PAGE = "Tên kỳ báo cáo; kỳ không có báo cáo"

WEEK = "Tuần {number} năm {year}"
MONTH = "Tháng {number} năm {year}"
QUARTERS = (
    "Quý I năm {year}",
    "Quý II năm {year}",
    "Quý III năm {year}",
    "Quý IV năm {year}",
)
HALF_YEARS = ("6 tháng đầu năm {year}", "6 tháng cuối năm {year}")
NINE_MONTHS = "9 tháng đầu năm {year}"
YEAR = "Năm {year}"

NO_REPORT = "Trang web không có báo cáo {period}."
NO_REPORTS = "Trang web không có báo cáo của {count} kỳ liên tiếp cùng loại, từ {first} đến {last}."
