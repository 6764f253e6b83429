"""Damage to a file of data or a page: what a slip, an editor, a wrong program or an enemy does to text."""

import random
import re
import unicodedata
from collections.abc import Callable

# What stands behind a key and a colon, on the lines that have something there.
_VALUE = re.compile(r"^([ -]*[A-Za-z_-]+: )(.+)$")
_KEY = re.compile(r"^([ -]*)([A-Za-z_-]+)(:.*)$")
_STRANGE = [
    "", "~", "null", "{}", "[]", "[1, 2]", "{a: b}", "true", "no", "010", "12:30", "0x1F", "1e5", ".inf", "-.inf",
    ".nan", "1_000", "-1", "-0", "100.5", "43,75", "43,75%", "10.749", "9" * 18, "9" * 400, "1" + "0" * 5000,
    "0." + "3" * 500, "٣", "½", "४२", "４８", "1\u00a0000", "−5", '"', "'", "|", ">", "&a x", "*a", "!!int 5", "!x y",
    "%x", "@x", "`x`", "? x", "- x", "a: b: c", "# x", "\t5", "<b>x</b>", "{{ x }}", "{% raw %}", "{1} {2}", "\u200b",
    "\ufeff", "\u2028", "\x85", "\ue000", "e\u0301", "x" * 20_000, "[" * 5_000, "{" * 5_000, "2022-02-30",
    "2022-13-01", "0000-00-00", "9999-W53", "2022-S1", "javascript:alert(1)", "a/b", "../..", "heading", "coded",
    "published", "high",
]  # fmt: skip


def lines_with(pattern: re.Pattern[str], lines: list[str]) -> list[int]:
    return [n for n, line in enumerate(lines) if pattern.match(line)]


Change = Callable[[random.Random, str], str | bytes]


def drop_a_line(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    del lines[chance.randrange(len(lines))]
    return "\n".join(lines)


def drop_a_block(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    start = chance.randrange(len(lines))
    return "\n".join(lines[:start] + lines[start + chance.randrange(1, 40) :])


def repeat_a_line(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))
    return "\n".join(lines)


def rename_a_key(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    if found := lines_with(_KEY, lines):
        n = chance.choice(found)
        name = chance.choice(["id", "value", "Giá trị", "", "x" * 300, "<<", "valeu", "9", "~", "[a]", "? a"])
        lines[n] = _KEY.sub(lambda match: f"{match[1]}{name}{match[3]}", lines[n])
    return "\n".join(lines)


def change_a_value(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    if found := lines_with(_VALUE, lines):
        n, strange = chance.choice(found), chance.choice(_STRANGE)
        lines[n] = _VALUE.sub(lambda match: f"{match[1]}{strange}", lines[n])
    return "\n".join(lines)


def state_a_target(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    if found := [n for n, line in enumerate(lines) if line.startswith("    value: ")]:
        lines.insert(chance.choice(found) + 1, f"    target: {chance.choice(['95', '0', '43,75', *_STRANGE])}")
    return "\n".join(lines)


def swap_two_values(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    if len(found := lines_with(_VALUE, lines)) > 1:
        one, two = chance.sample(found, 2)
        first, second = _VALUE.match(lines[one]), _VALUE.match(lines[two])
        assert first is not None
        assert second is not None
        lines[one], lines[two] = first[1] + second[2], second[1] + first[2]
    return "\n".join(lines)


def shuffle_lines(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    start = chance.randrange(len(lines))
    some = lines[start : start + chance.choice([3, 30, 10_000])]
    chance.shuffle(some)
    return "\n".join(lines[:start] + some + lines[start + len(some) :])


def indent_a_line(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    n = chance.randrange(len(lines))
    lines[n] = chance.choice([" ", "  ", "\t", "\u00a0", "- ", "  - "]) + lines[n]
    return "\n".join(lines)


def nest_deeply(chance: random.Random, text: str) -> str:
    depth = chance.choice([15, 25, 1_000, 100_000])
    nested = chance.choice(["[" * depth + "]" * depth, "{a: " * depth + "}" * depth, "- " * depth, "[" * depth])
    lines = text.split("\n")
    lines.insert(chance.randrange(len(lines)), chance.choice(["", "x: ", "- "]) + nested)
    return "\n".join(lines)


def share_a_value(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    if len(found := lines_with(_VALUE, lines)) > 1:
        one, two = sorted(chance.sample(found, 2))
        lines[one] = _VALUE.sub(lambda match: f"{match[1]}&a {match[2]}", lines[one])
        lines[two] = _VALUE.sub(lambda match: f"{match[1]}*a", lines[two])
    return "\n".join(lines)


def cut_short(chance: random.Random, text: str) -> bytes:
    raw = text.encode()
    return raw[: chance.randrange(len(raw) + 1)]


def spoil_a_byte(chance: random.Random, text: str) -> bytes:
    raw = bytearray(text.encode())
    raw[chance.randrange(len(raw))] = chance.randrange(256)
    return bytes(raw)


def insert_a_letter(chance: random.Random, text: str) -> str:
    letter = chance.choice(
        [*"\t\r\0\x0b\x0c\x1b\x7f\x85\u2028\u2029\u200b\u202e\ufeff\uffff\"'{}[]:#%&*!|>-`", "{{", "}}"]
    )
    n = chance.randrange(len(text) + 1)
    return text[:n] + letter + text[n:]


def save_otherwise(chance: random.Random, text: str) -> bytes:
    encoding = chance.choice(["latin-1", "utf-16", "utf-32", "cp1258", "utf-7"])
    return text.encode(encoding, "replace")


def end_lines_otherwise(chance: random.Random, text: str) -> str:
    return text.replace("\n", chance.choice(["\r\n", "\r", "\n\n", "\x85", "\u2028", ""]))


def decompose(chance: random.Random, text: str) -> str:
    return unicodedata.normalize(chance.choice(["NFD", "NFKD"]), text)


def append_a_file(chance: random.Random, text: str) -> str:
    return text + chance.choice(["---\n", "...\n", "\n---\n", ""]) + text


CHANGES: list[Change] = [
    drop_a_line, drop_a_block, repeat_a_line, rename_a_key, change_a_value, state_a_target, swap_two_values,
    shuffle_lines, indent_a_line, nest_deeply, share_a_value, cut_short, spoil_a_byte, insert_a_letter, save_otherwise,
    end_lines_otherwise, decompose, append_a_file,
]  # fmt: skip


def damaged(chance: random.Random, content: bytes, changes: int) -> bytes:
    """The content after some changes, each drawn by chance."""
    for change in chance.choices(CHANGES, k=changes):
        if content:
            made = change(chance, content.decode("utf-8", "replace"))
            content = made if isinstance(made, bytes) else made.encode("utf-8", "surrogatepass")
    return content
