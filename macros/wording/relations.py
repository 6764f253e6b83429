"""What figures must agree in, and what a careful reader remarks: on the page of data quality and beside figures."""

PAGE = "Đối chiếu số liệu và nhận xét"

OUTCOME_LABELS = {
    "fails": "Không khớp",
    "not-computable": "Không tính được",
    "holds": "Khớp",
    "not-applicable": "Không xét",
}
OUTCOME_MEANINGS = {
    "fails": "Các số lẽ ra cùng thỏa mãn một điều mà không thỏa mãn. Trang không biết số nào sai, và không sửa.",
    "not-computable": "Báo cáo để trống một số cần dùng, nên không biết các số có khớp hay không.",
    "holds": "Các số khớp nhau. Mỗi số làm tròn được phép lệch nửa đơn vị của chữ số cuối đã công bố.",
    "not-applicable": "Điều kiện của phép kiểm tra không xảy ra trong báo cáo này, nên không có gì để kiểm tra.",
}
SEVERITY_LABELS = {
    "high": "Đáng chú ý",
    "medium": "Cần cân nhắc",
    "low": "Về hình thức",
}
SEVERITY_MEANINGS = {
    "high": "Người đọc kỹ thấy điều có thể làm hiểu sai số liệu.",
    "medium": "Người đọc kỹ thấy chỗ chưa rõ: nên cân nhắc trước khi dùng số liệu.",
    "low": "Chỉ là cách in, cách viết: không ảnh hưởng đến số liệu.",
}

# A relation as one sentence.
EQUAL = "{left} bằng {right}."
NOT_ABOVE = "{left} không lớn hơn {right}."
IMPLIES_ZERO = "Khi {left} là 0 thì cũng phải là 0: {right}."
EACH_HAS = "Mỗi việc đếm ở {left} có ít nhất một việc đếm ở {right}."
# Between the terms of one side.
DIVIDED = " chia cho "
PLUS = " cộng "
MINUS = " trừ "
FIGURE = "«{name}»"
SAME_FIGURE = "chính chỉ tiêu đó"
NOTE_NUMBER = "số trong ghi chú «{pattern}» của {figure}"
NARRATIVE_NUMBER = "số trong thuyết minh «{pattern}»"

HEAD_NOT_ZERO = "số đứng đầu là {amount}, không phải xét"
MISSING = "thiếu {terms}"
AMBIGUOUS = "{term} (có nhiều số khác nhau khớp mẫu)"

REMARK_REFERENCE = "{reference}."
REMARK_OF = "{reference}. Chỉ tiêu: {names}."
