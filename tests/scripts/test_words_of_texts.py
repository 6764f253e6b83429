"""The words of a text, to be searched: the script finds what Python finds, in texts of the site and in made ones."""

import random
import unicodedata
from collections.abc import Sequence

from lxml.html import HtmlElement

from macros.outputs.html.marking import Marking
from macros.outputs.search.search_words import abbreviations, bucket, compose, expanded, plain_number, words
from macros.record import Catalogue
from tests.scripts.running import Scripts

FOUND = """texts => texts.map(text => {
    const composed = congkhai["search-words"].compose(text);
    return congkhai["search-words"].wordsOf(text)
        .map(({ folded, toned, start, end }) => [folded, toned, composed.slice(start, end)]);
})"""
# The short forms written out; what stands over them, and the year beside a date, are there `also`.
EXPANDED = """(records, texts) => {
    congkhai["search-units"].prepare(records);
    const { abbreviations } = congkhai["search-loading"].current.first;
    const { expanded } = congkhai["search-units"];
    return texts.map(text => expanded(text, abbreviations).filter(({ also }) => !also).map(({ folded }) => folded));
}"""
EMPTY = (
    "rows",
    "documents",
    "pages",
    "asked",
    "passages",
    "synonyms",
    "sections",
    "periods",
    "drafts",
    "doubts",
    "abbreviations",
)
# What words, dates and amounts are made of, to be put together anyhow.
PIECES = (
    *" ./-,:()",
    *(", ", " / ", " tháng ", " năm ", " nam ", "thang", "ngày"),
    *("0", "00", "1", "3", "09", "12", "31", "32", "2022", "1999", "656", "749", "000", "5,75"),
    *("hòa", "hoà", "Tỷ", "TỈ", "uỷ", "quý", "Đ", "đ", "Ð", "ð", "y", "qu", "QĐ", "KH", "TTHC"),
    *(
        "\u0300",
        "\u0301",
        "\u0323",
        "\u0302",
        "\u00a0",
        "\u200b",
        "ſ",
        "İ",
        "ǆ",
        "ß",
        "ﬁ",
        "²",
        "९",
        "𝐀",
        "漢",
        "_",
        "’",
    ),
)

SAMPLES = [
    "",
    " \u0301\u0300 ",
    "a\u0323\u0302\u0301 x\u0323",
    "İstanbul ǅ ß Σς",
    "𝐀𝐁 漢字 कखग ١٢٣",
    "<script>alert('x')</script> .*+?^${}()|[]\\",
    "1.2.3 1,2,3 1.234,5 12.345 1234.5678 0,50 00012 1.234.567,80",
    "31/02/2022 32/1/2022 1/13/2022 14/3 3/2022 2022-3-4 2022-13-01 2022/3/4 2022.03.04 4 tháng 3, 2022 4 thang 3 2022",
    "ngày 5 tháng 9 năm 2016; 05/9/2016",
    "Ðường QÐ-UBND ðiện tử",
    "T.T.H.C — 15/KH-BQL “4 xin, 4 luôn”… 2019-2025",
]


def alike(scripts: Scripts, texts: Sequence[str]) -> int:
    """How many words Python and the script find in the texts, where they find the same."""
    here = [_found(text) for text in texts]
    there = scripts.run(FOUND, texts)
    assert [found for found in zip(texts, here, there, strict=True) if found[1] != found[2]] == []
    return sum(map(len, here))


def _found(text: str) -> list[list[str]]:
    composed = compose(text)
    return [[word.folded, word.toned, composed[word.start : word.end]] for word in words(text)]


def test_all_texts_of_the_site_have_the_same_words(pages: dict[str, HtmlElement]) -> None:
    """As they are, and as they are taken apart by some keyboards."""
    texts = sorted({text.strip() for page in pages.values() for text in page.itertext() if isinstance(text, str)})
    assert alike(Scripts(["search-engine"]), texts) > 30_000
    assert alike(Scripts(["search-engine"]), [unicodedata.normalize("NFD", text) for text in texts]) > 30_000


def test_texts_that_are_put_together_have_the_same_words() -> None:
    chance = random.Random(1)
    texts = ["".join(chance.choices(PIECES, k=chance.randint(1, 9))) for _ in range(30_000)]
    assert alike(Scripts(["search-engine"]), [*SAMPLES, *texts]) > 30_000


def test_every_letter_is_folded_alike_inside_a_word_and_a_number() -> None:
    """All of Latin, Greek and so on, marks and signs, and some of each thousand of the rest."""
    letters = [chr(code) for code in (*range(0x2E80), *range(0x2E80, 0x30000, 37))]
    known = [letter for letter in letters if unicodedata.category(letter) not in ("Cn", "Cs", "Co")]
    assert len(known) > 10_000
    alike(Scripts(["search-engine"]), [f"a{letter}y 1{letter}2" for letter in known])


def test_short_forms_are_written_out_alike(first_catalogue: Catalogue, pages: dict[str, HtmlElement]) -> None:
    known = {entry.short: entry.expansion for entry in first_catalogue.abbreviations.values()}
    records = dict.fromkeys(EMPTY, ()) | {"root": {}, "suggestions": [], "archive": {"documents": 0}}
    scripts = Scripts(["search-engine"], {"marking-words": Marking(first_catalogue).script_words()})
    texts = sorted(
        {text for page in pages.values() for text in page.itertext() if any(short in text for short in known)}
    )
    here = [_without_years(list(expanded(text, abbreviations(known)))) for text in texts]
    assert sum(map(len, here)) > 3_000
    assert scripts.run(EXPANDED, records, texts) == here


def _without_years(said: list[str]) -> list[str]:
    """Without the year that Python adds behind a date."""
    dates = [False, *(word.startswith("d") and word[1:5].isdigit() for word in said)]
    return [word for word, is_year in zip(said, dates, strict=False) if not is_year]


def test_numbers_and_shards_are_reckoned_alike() -> None:
    scripts = Scripts(["search-engine"])
    numbers = ["10.749.656", "10,749,656", "43,750", "1.234", "0,0", "007", "1.234,50", "12.345.678,0", "0", "00.10"]
    plain = scripts.run("texts => texts.map(congkhai['search-words'].plainNumber)", numbers)
    assert plain == list(map(plain_number, numbers))
    names = ["ho", "3826", "d0314y2022", "đ", "漢", "nuoc sach", "hI. Kết quả #", "𝐀"]
    buckets = scripts.run("names => names.map(name => congkhai['search-words'].bucket(name, 64))", names)
    assert buckets == [bucket(name, 64) for name in names]
