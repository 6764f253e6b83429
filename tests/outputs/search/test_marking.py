"""Which letters of a result are marked: what the query found, with the tones that it is written with."""

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

RATE = "Tỷ lệ hồ sơ TTHC tiếp nhận được giải quyết đúng hạn"
# Query, text of one result, what of it is marked. A word of the query may be the beginning of one only at its end.
MARKED = [
    # Words beside their neighbours in the query are the match; what else shares their letters is not.
    ("ho so dung han", RATE, ["hồ sơ", "đúng hạn"]),
    ("ho so dung han", "Số hồ sơ giải quyết đúng hạn, số trả lại", ["hồ sơ", "đúng hạn"]),
    ("ho so dung han", "Hồ sơ số 5: sử dụng đúng hạn, hàng tháng", ["Hồ sơ", "đúng hạn"]),
    ("ho so dung han", "Số văn bản, hồ sơ trả đúng hạn; hồ mới, hạn mới", ["hồ sơ", "đúng hạn"]),
    ("so ho so", "Số hồ sơ tiếp nhận, sở nào tiếp nhận", ["Số hồ sơ"]),
    ("cong chuc", "Công chức được công khai, tổ chức", ["Công chức"]),
    ("hồ sơ", "Hồ sơ, số liệu, sơ đồ", ["Hồ sơ"]),
    # A word of one's own is marked wherever it stands.
    ("ho so tre", "Hồ sơ tiếp nhận và xử lý mà còn trễ", ["Hồ sơ", "trễ"]),
    ("han", "Đúng hạn, trễ hạn", ["hạn", "hạn"]),
    ("hạn", "Đúng hạn trong tháng này", ["hạn"]),
    # A word or two between is near; one far from its neighbour in the query is no match.
    ("so phieu khao sat", "Số lượng phiếu khảo sát", ["Số", "phiếu khảo sát"]),
    ("tuyển dụng chức", "Tuyển dụng thêm người của các cơ quan, tổ chức", ["Tuyển dụng"]),
    # Tones that were typed tell forms apart, as far as there are such.
    ("số", "Số văn bản của sở", ["Số"]),
    ("hô sơ", "Hồ sơ, số liệu, sơ đồ", ["Hồ sơ"]),
    # A synonym is a phrase: whole or not at all.
    ("không trễ hạn", "Hồ sơ đúng hạn, không có thời hạn khác", ["đúng hạn"]),
    ("đúng hạn", "Không có việc nào đúng hạn, không thời hạn", ["đúng hạn"]),
    ("đúng hạn", "Hồ sơ không trễ hạn, không thời hạn", ["không trễ hạn"]),
    ("toàn trình", "Số lượng DVC mức độ 4 đang cung cấp, độ 4", ["mức độ 4"]),
    # An abbreviation is marked for its words, its words for it, and both with what stands around them.
    ("TTHC", "Thủ tục hành chính và thủ tục khác", ["Thủ tục hành chính"]),
    ("thu tuc hanh chinh", "Kiểm soát TTHC", ["TTHC"]),
    ("ho so thu tuc hanh chinh", "Số hồ sơ TTHC", ["hồ sơ TTHC"]),
    # A helping word only beside what is marked.
    ("ho so duoc giai quyet", "Hồ sơ được giải quyết, được thưởng", ["Hồ sơ được giải quyết"]),
    ("ho so duoc giai quyet", "Được biết hồ sơ đã giải quyết", ["hồ sơ", "giải quyết"]),
    # A word that is being typed, as far as it is typed; numbers, days, letters composed otherwise.
    ("ho so du", "Hồ sơ đúng hạn, dự thảo", ["Hồ sơ đú"]),
    ("khảo s", "Phiếu khảo sát", ["khảo s"]),
    ("43.75", "43,75% so với 43", ["43,75"]),
    ("14/03/2022", "Kế hoạch số 15/KH-BQL ngày 14/3/2022", ["14/3/2022"]),
    ("KH 15", "Kế hoạch số 15/KH-BQL", ["Kế hoạch", "15", "KH"]),
    ("ho so", "Ho\u0302\u0300 so\u031b", ["Hồ sơ"]),
    ("uỷ ban", "Ủy ban nhân dân", ["Ủy ban"]),
    # Half of a question is no answer where it is but the beginning of another word.
    ("công nhiễm khí", "Tiếp nhận khiếu nại, tố cáo", None),
    ("tiếp nhận khí", "Tiếp nhận khiếu nại, tố cáo", ["Tiếp nhận khi"]),
]

# The text as the only one that is searched, with the words that the whole index knows.
MARK = """async table => {
    const { leafIndex, withIndex } = congkhai["search-units"];
    const { findUnits } = congkhai["search-ranking"];
    const first = await congkhai["search-loading"].ready(new URL('../', location.href));
    return table.map(([query, text], n) => {
        const { units } = leafIndex(`thu/${n}`, { documents: [['thu', text, '', '']] });
        const [result] = withIndex({ ...first, units }, () => findUnits(congkhai["search-query"].parse(query)));
        const composed = text.normalize('NFC');
        const spans = result && congkhai["search-marking"].foundSpans(composed, result);
        return spans?.map(([from, to]) => composed.slice(from, to)) ?? null;
    });
}"""


def test_the_match_is_marked_and_nothing_else(browser: Browser, server: str) -> None:
    page = browser.new_page()
    page.goto(f"{server}tim-kiem/")
    marked = page.evaluate(MARK, MARKED)
    page.close()
    wrong = {row[:2]: (there, row[2]) for row, there in zip(MARKED, marked, strict=True) if there != row[2]}
    assert wrong == {}
