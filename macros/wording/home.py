"""The home page: key figures as tiles, sections, what was corrected lately."""

PAGE = "Trang chủ"

CORRECTED = "Sửa đổi gần đây"
CORRECTION = "{report}, {revision}"
SECTION_COUNT = "{figures} chỉ tiêu, {reported} có số liệu"
