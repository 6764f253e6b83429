"""What a YAML parser's complaint means to the person who typed the file."""

import re

import yaml

from macros.problems.problem import Place, Problem
from macros.reading.fixes import ODD_SPACES

_ADVICE = "xem lại dấu hai chấm, dấu cách đầu dòng và dấu ngoặc ở dòng này hoặc dòng ngay trên"
_QUOTE_ALL = "đặt cả đoạn chữ trong dấu nháy kép"
# The value on a line, behind its dash and key; these characters mean something to YAML when a value starts with them.
# `*+`: what is taken is kept, or a line of nothing but dashes would be tried in every way.
_VALUE = re.compile(r"[ -]*+(?:[^:#\"']+:[ ]+)?(?P<first>[%@`*&!|>,\[{])")


# A space that is none, where YAML wants one: at the start of a line, behind a dash, behind the colon of a key.
_STRANGE_SPACE = re.compile(f"^[ -]*[{ODD_SPACES}]|^[ -]*[\\w-]+:[{ODD_SPACES}]", re.MULTILINE)
# What Word makes of a dash, and keyboards of the East of a colon.
_STRANGE_DASH = re.compile(r"[ ]*[–—−•·*+][ ]+[\w\"']")
_STRANGE_COLON = re.compile(r"[ -]*[\w-]+[ ]?：")
_DASH_AT_WORD = re.compile(r"[ ]*-(?=[a-z_]+:)")
_BEHIND_QUOTE = re.compile(r"[ -]*(?:[\w-]+:[ ]+)?(\"[^\"]*\"|'[^']*')[ ]*[^ #,\]}:]")


def _strange(path: str, lines: list[str], line: int) -> Problem | None:
    """A character that looks like one of YAML and is none, on the line of the fault or above it."""
    for number in range(line, 0, -1):
        if space := _STRANGE_SPACE.match(lines[number - 1]):
            place = Place(path, number, space.end())
            found = f"chỗ này là dấu cách lạ, không phải dấu cách thường (U+{ord(space[0][-1]):04X})"
            return _problem(place, found, f"chạy “congkhai fmt {path}” để tự sửa")
    # A line that is no item joins the one above, and the fault shows at the next.
    for number in (line, line - 1):
        typed = lines[number - 1] if number else ""
        if dash := _STRANGE_DASH.match(typed):
            sign = dash[0].split()[0][0]
            found = f"đầu mục là dấu {sign}, không phải dấu - trên bàn phím"
            return _problem(Place(path, number, typed.index(sign) + 1), found, "gõ lại dấu -")
        if dash := _DASH_AT_WORD.match(typed):
            found = "thiếu dấu cách sau dấu - đầu mục"
            return _problem(Place(path, number, dash.end()), found, "thêm một dấu cách sau dấu -")
    typed = lines[line - 1]
    if colon := _STRANGE_COLON.match(typed):
        return _problem(
            Place(path, line, colon.end()), "dấu hai chấm ： là dấu rộng của bộ gõ khác", "gõ lại dấu : và dấu cách"
        )
    if quote := _BEHIND_QUOTE.match(typed):
        place = Place(path, line, quote.start(1) + 1)
        return _problem(place, "sau dấu nháy đóng còn chữ", "đặt cả câu trong dấu nháy đơn: '…\"…\" …'")
    return None


def syntax_problem(path: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """The problem behind a syntax error: where a person should look, and what to type there."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return _problem(Place(path), "tệp viết sai cú pháp YAML", _ADVICE)
    context, problem = error.context or "", error.problem or ""
    if error.context_mark and ("quoted scalar" in context or "simple key" in context):
        mark = error.context_mark
    lines = text.splitlines() or [""]
    # What is wrong only at the end of the file is told on its last line.
    place = Place(path, mark.line + 1, mark.column + 1) if mark.line < len(lines) else Place(path, len(lines))
    line = lines[place.line - 1]
    if strange := _strange(path, lines, place.line):
        return strange
    if "end of stream" in problem and "quoted scalar" in context:
        return _problem(place, "dấu nháy mở mà không đóng", "thêm dấu nháy ở cuối đoạn chữ này")
    if "simple key" in context:
        return _problem(place, "thiếu dấu hai chấm sau tên khóa", "viết “khóa: giá trị”, sau dấu hai chấm có dấu cách")
    if problem.startswith("mapping values") and ": " in line[: mark.column]:
        return _problem(place, "đoạn chữ có dấu hai chấm mà không đặt trong dấu nháy", _QUOTE_ALL)
    if problem.startswith("mapping values"):
        return _problem(
            place,
            "dòng này không thẳng hàng, hoặc dòng ngay trên thiếu dấu cách sau dấu hai chấm",
            "cho dòng này thẳng hàng với khóa ở trên; dòng trên viết “khóa: giá trị”, có dấu cách",
        )
    if problem.startswith("block sequence entries"):
        return _problem(
            place,
            "sau dấu hai chấm là dấu -",
            "nếu nguồn in dấu - vì không có số, viết “status: not-reported” thay cho “value”; "
            "đoạn chữ bắt đầu bằng dấu - thì đặt trong dấu nháy kép",
        )
    if value := _VALUE.match(line):
        return _problem(place, f"đoạn chữ bắt đầu bằng dấu {value['first']} mà không đặt trong dấu nháy", _QUOTE_ALL)
    return _problem(place, "sai cú pháp YAML", _ADVICE)


def _problem(place: Place, found: str, remedy: str) -> Problem:
    return Problem(place, "E101", found, "mỗi dòng một “khóa: giá trị”, các dòng cùng mức thẳng hàng", remedy)
