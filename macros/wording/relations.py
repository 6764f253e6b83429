"""What figures must agree in: on the page of data quality and beside figures."""

PAGE = "Đối chiếu số liệu"

OUTCOME_LABELS = {
    "fails": "Không khớp",
    "not-computable": "Chưa đối chiếu được",
    "holds": "Khớp",
    "not-applicable": "Không xét",
}
OUTCOME_MEANINGS = {
    "fails": "Tổng báo cáo ghi khác các số thành phần cộng lại. Trang web giữ nguyên các số như báo cáo ghi.",
    "not-computable": "Báo cáo để trống một số cần dùng.",
    "holds": "Các số khớp nhau. Số đã làm tròn được lệch nửa đơn vị của chữ số cuối.",
    "not-applicable": "Báo cáo này không có gì để kiểm tra ở đây, ví dụ vì số thành phần bằng 0.",
}

# A relation as one sentence.
EQUAL = "{left} bằng {right}."
NOT_ABOVE = "{left} không lớn hơn {right}."
IMPLIES_ZERO = "Nếu {left} bằng 0 thì các số sau cũng phải bằng 0: {right}."
EACH_HAS = "Mỗi việc đếm ở {left} có ít nhất một việc đếm ở {right}."
# Between the terms of one side.
DIVIDED = " chia cho "
PLUS = " cộng "
MINUS = " trừ "
FIGURE = "“{name}”"
SAME_FIGURE = "chính chỉ tiêu đó"
NOTE_NUMBER = "số trong ghi chú “{pattern}” của {figure}"
NARRATIVE_NUMBER = "số trong thuyết minh “{pattern}”"

HEAD_NOT_ZERO = "{amount} khác 0 nên điều kiện không xảy ra"
MISSING = "Báo cáo để trống: {terms}."
AMBIGUOUS = "{term} (có nhiều số khác nhau khớp mẫu)"
