"""What is said beside a figure that cannot be taken at its word: in what it does not agree, told in one line."""

PAGE = "Điều cần lưu ý về một số liệu"

# In a few words, where a figure is one of many in a list: nothing, of a relation, of a remark.
SHORT_DOUBTS = ("", "không khớp với số khác trong báo cáo", "có nhận xét đáng chú ý")
REMARK = "Có nhận xét đáng chú ý về số này"

# Two numbers, or what is made of several, that do not agree.
OWN = "{first}, {second}"
SEVERAL = "Có số không khớp ({first}, {second})"
RATE_OF = "Tỷ lệ tính từ số này không khớp ({first}, {second})"

# The second of them.
BUT = "nhưng {clause}"
GREATER = "lớn hơn số {amount} {place}, đúng ra không được lớn hơn"
LESS = "nhỏ hơn số {amount} {place}, đúng ra không được nhỏ hơn"
GREATER_SUM = "lớn hơn {clause}"
LESS_SUM = "nhỏ hơn {clause}"
FOUND_HERE = "của chính dòng này"
FOUND_IN_ROW = "ghi ở dòng khác"
FOUND_IN_NOTE = "nêu trong ghi chú"
FOUND_IN_NARRATIVE = "nêu trong thuyết minh"

# A number, with where it stands.
REPORT_SAYS = "báo cáo ghi {amount}"
RATE_SAYS = "tỷ lệ ghi {amount}"
ROW_SAYS = "dòng khác ghi {amount}"
NOTE_SAYS = "ghi chú nêu {amount}"
NARRATIVE_SAYS = "thuyết minh nêu {amount}"
RATIO_IS = "{part} trên {whole} là {percent}"
SUM_IS = "{sum} là {amount}"

PART_NOT_ZERO = "Báo cáo ghi {amount}, nhưng số đi cùng là 0 thì số này cũng phải là 0"
PARTS_NOT_ZERO = "Số đứng đầu là 0 thì số đi cùng cũng phải là 0, nhưng báo cáo ghi {amounts}"
AND = " và "
