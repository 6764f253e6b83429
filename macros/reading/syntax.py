"""What a YAML parser's complaint means to the person who typed the file."""

import re

import yaml

from macros.problems import Place, Problem

_ADVICE = "xem lại dấu hai chấm, dấu cách đầu dòng và dấu ngoặc ở dòng này hoặc dòng ngay trên"
_QUOTE_ALL = "đặt cả đoạn chữ trong dấu nháy kép"
# The value on a line, behind its dash and key; these characters mean something to YAML when a value starts with them.
# `*+`: what is taken is kept, or a line of nothing but dashes would be tried in every way.
_VALUE = re.compile(r"[ -]*+(?:[^:#\"']+:[ ]+)?(?P<first>[%@`*&!|>,\[{])")


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
    if "end of stream" in problem and "quoted scalar" in context:
        return _problem(place, "dấu nháy mở mà không đóng", "thêm dấu nháy ở cuối đoạn chữ này")
    if "simple key" in context:
        return _problem(place, "thiếu dấu hai chấm sau tên khóa", "viết «khóa: giá trị», sau dấu hai chấm có dấu cách")
    if problem.startswith("mapping values") and ": " in line[: mark.column]:
        return _problem(place, "đoạn chữ có dấu hai chấm mà không đặt trong dấu nháy", _QUOTE_ALL)
    if problem.startswith("mapping values"):
        return _problem(
            place,
            "dòng này không thẳng hàng, hoặc dòng ngay trên thiếu dấu cách sau dấu hai chấm",
            "cho dòng này thẳng hàng với khóa ở trên; dòng trên viết «khóa: giá trị», có dấu cách",
        )
    if problem.startswith("block sequence entries"):
        return _problem(
            place,
            "sau dấu hai chấm là dấu -",
            "nếu nguồn in dấu - vì không có số, viết «status: not-reported» thay cho «value»; "
            "đoạn chữ bắt đầu bằng dấu - thì đặt trong dấu nháy kép",
        )
    if value := _VALUE.match(line):
        return _problem(place, f"đoạn chữ bắt đầu bằng dấu {value['first']} mà không đặt trong dấu nháy", _QUOTE_ALL)
    return _problem(place, "sai cú pháp YAML", _ADVICE)


def _problem(place: Place, found: str, remedy: str) -> Problem:
    return Problem(place, "E101", found, "mỗi dòng một «khóa: giá trị», các dòng cùng mức thẳng hàng", remedy)
