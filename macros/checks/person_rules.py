"""How persons are named, and which rows are on discipline, where nobody is."""

import re

from macros.checks.index import Known
from macros.vietnamese import CAPITALS

_ADDRESS = r"(?<!\w)(?:ông|bà|anh|chị|đồng chí|đ/c|Ông|Bà|Anh|Chị|Đồng chí|Đ/c)\s+"
# "Bà Rịa" is a place.
_NO_PERSON = r"(?!(?<=Bà )(?:Rịa|Đen|Nà|Trưng|Triệu)\b)"
# "ông Châu Hoàng Tú": a form of address and at least two capitalised words.
NAMED_PERSON = re.compile(rf"{_ADDRESS}{_NO_PERSON}[{CAPITALS}]\w*(?:\s+[{CAPITALS}]\w*)+")
_FAMILIES = (
    "Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Châu|Đinh|Trương|Lâm|Mai|Đoàn|Trịnh|Đào|Cao|Hà|Tô"
    "|Thạch|Sơn|Kim|Danh|Lưu|Tạ|Quách|Tăng|Diệp|Thái|Từ|Vương|La|Triệu|Kiều|Tôn"
)
_FAMILY = rf"\b(?:{_FAMILIES}|{_FAMILIES.upper()})"
# In a row on discipline: a form of address with one name, or a family name with one to four more, in any capitals.
SOMEBODY = re.compile(rf"{_ADDRESS}{_NO_PERSON}[{CAPITALS}]\w*|{_FAMILY}(?:\s+[{CAPITALS}]\w+){{1,4}}\b")
# In running text, where streets and schools bear names too, a family name needs two more words.
_FULL_NAME = re.compile(rf"{_FAMILY}(?:\s+[{CAPITALS}]\w+){{2,4}}\b")
_ADDRESSED = re.compile(rf"{_ADDRESS}{_NO_PERSON}[{CAPITALS}]\w*(?:\s+[{CAPITALS}]\w*)*")
_NAMED_PLACE = re.compile(
    r"(?:đường|phố|trường|xã|phường|thị trấn|huyện|quận|tỉnh|thành phố|tp|chợ|cầu|thpt|thcs)\.?\s+$"
)
_NO_OFFICIAL = ("Hồ Chí Minh",)


def somebody(text: str) -> re.Match[str] | None:
    """Where running text first names a person, if it does."""
    if addressed := _ADDRESSED.search(text):
        return addressed
    for name in _FULL_NAME.finditer(text):
        place = _NAMED_PLACE.search(text[max(name.start() - 20, 0) : name.start()].lower())
        if not place and not name[0].startswith(_NO_OFFICIAL):
            return name
    return None


def disciplinary_rows(known: Known) -> frozenset[str]:
    """The rows on discipline: those marked so, and every row below them."""
    found: set[str] = set()
    for id, definition in known.definitions.items():
        if definition.disciplinary or definition.parent in found:
            found.add(id)
    return frozenset(found)
