"""What is said beside a figure that is to be made clear: a total that does not match its parts, in one line."""

PAGE = "Điểm cần làm rõ tại một số liệu"

# In two neutral words, where a figure is one of many in a list: nothing, of a failing check, of a question.
SHORT_DOUBTS = ("", "cần làm rõ", "cần làm rõ")

# A total, and what its parts come to.
TOTAL = "Tổng không khớp các số thành phần: báo cáo ghi tổng là {total}, các số thành phần cộng lại là {parts}."
TOTAL_OF_ONE = "Tổng không khớp số thành phần: báo cáo ghi tổng là {total}, số thành phần là {parts}."
SAME = "Hai số không khớp: báo cáo ghi {total}; dòng khác ghi {parts}."
COMPUTED = "Các số không khớp: báo cáo ghi {total}; tính từ các dòng khác là {parts}."
SUMS = "Hai tổng không khớp: các số thứ nhất cộng lại là {first}, các số thứ hai cộng lại là {second}."
PART_ABOVE = "Số thành phần lớn hơn tổng: báo cáo ghi số thành phần là {part}, tổng là {total}."
RATE = "Tỷ lệ không khớp hai số dùng để tính: báo cáo ghi {rate}%; {part}/{whole} là {percent}%."
HEAD_IS_ZERO = "Tổng không khớp các số thành phần: báo cáo ghi tổng là 0, số thành phần là {parts}."
PART_OF_ZERO = "Tổng không khớp các số thành phần: báo cáo ghi tổng là 0, số này là {part}."
EACH_HAS = "Hai số không khớp: báo cáo ghi {first}; số đi cùng là {second}, ít hơn."
AND = " và "
