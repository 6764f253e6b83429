"""What counts as equal, in Python and in the scripts alike."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.outputs.search.first_layer import first_layer, newest_documents
from macros.outputs.search.search_words import abbreviations, expanded, pairs, toned, words
from macros.record import Catalogue
from tests.outputs.search.typing_keys import TELEX, VNI, keys
from tests.scripts.running import Scripts

VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵdđbcghklmnpqrstvx"


def folded(text: str) -> list[str]:
    return [word.folded for word in words(text)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Hồ sơ đúng hạn", "ho so dung han"),
        ("Đường", "duong"),
        ("hoà bình, uỷ ban, thuý", "hòa bình, ủy ban, thúy"),
        ("tỷ lệ, lý do, kỹ thuật, mỹ, quý, sỹ", "tỉ lệ, lí do, kĩ thuật, mĩ, quí, sĩ"),
        ("QĐ-UBND", "qd ubnd"),
        ("QÐ-UBND, ðường", "QĐ-UBND, đường"),
        ("15 / KH – BQL", "15/KH-BQL"),
        ("01/KH-BQL", "1 kh bql"),
        ("14/03/2022", "14/3/2022"),
        ("14-3-2022", "14.03.2022"),
        ("14 tháng 3 năm 2022", "2022-03-14"),
        ("14 tháng 3 2022", "14 tháng 3, 2022"),
        ("14 tháng 3/2022", "2022/03/14"),
        ("10.749.656", "10749656"),
        ("10,749,656", "10749656"),
        ("43,750", "43.75"),
        ("100,0%", "100"),
        ("(TTHC)", "tthc"),
    ],
)
def test_spellings_of_one_thing_are_equal(left: str, right: str) -> None:
    assert folded(left) == folded(right)
    assert folded(unicodedata.normalize("NFD", left)) == folded(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("thủy", "thui"), ("43,75", "4375"), ("14/3/2022", "3/14/2022"), ("10.749", "10,749"), ("hạn", "hàng")],
)
def test_different_things_stay_apart(left: str, right: str) -> None:
    assert folded(left) != folded(right)


def test_tones_tell_words_apart_wherever_they_are_written() -> None:
    assert toned("hoà") == toned("hòa") != toned("hoá")
    assert toned("tỷ") == toned("tỉ") != toned("tý")
    assert toned("Dương") != toned("Đường")


@given(st.text(VIETNAMESE + " 0123456789,./-ĐÂ", max_size=60))
@settings(deadline=None)
def test_words_do_not_depend_on_case_or_composition(text: str) -> None:
    assert folded(text) == folded(unicodedata.normalize("NFD", text)) == folded(text.upper())


def test_an_abbreviation_is_written_out_only_as_it_is_printed() -> None:
    known = abbreviations({"CT": "chỉ thị", "HĐ 68": "hợp đồng", "X": None})
    assert known == {"CT": ("chi", "thi")}
    assert list(expanded("CT 26, ct", known)) == ["chi", "thi", "26", "ct"]
    # The Icelandic letter that looks like Đ, in the report or in the glossary.
    assert list(expanded("QÐ", abbreviations({"QĐ": "quyết định"}))) == ["quyet", "dinh"]
    assert list(expanded("QĐ", abbreviations({"QÐ": "quyết định"}))) == ["quyet", "dinh"]


def test_a_day_is_also_of_its_year() -> None:
    assert list(expanded("ngày 14/3/2022", {})) == ["ngay", "d0314y2022", "2022"]


def test_pairs_are_neighbours_but_not_with_a_long_number() -> None:
    said = expanded("Nước sạch cho 12 xã, số 3826 ngày 14/3/2022", {})
    assert list(pairs(list(said))) == ["nuoc sach", "sach cho", "cho 12", "12 xa", "xa so"]


@pytest.fixture(scope="module")
def scripts() -> Scripts:
    """The engine of the search, without an index."""
    return Scripts(["search-engine"])


def vocabulary(project: Path, catalogue: Catalogue) -> list[str]:
    """Every word of the index that is written with a tone or a hook, lower-cased."""
    records = first_layer(catalogue, (), newest_documents(catalogue))
    texts = [text for row in records["rows"] + records["documents"] for text in row]
    texts += [entry.expansion for entry in catalogue.abbreviations.values()]
    texts.append((project / "docs/bao-cao/2022-s1.md").read_text("utf-8"))
    found = {text[word.start : word.end].lower() for text in texts if isinstance(text, str) for word in words(text)}
    syllable = re.compile("[a-zđàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]+")
    return sorted(word for word in found if syllable.fullmatch(word) and toned(word) != word)


def test_a_day_with_a_short_year_is_a_day_whether_or_not_the_newest_report_names_it(first_catalogue: Catalogue) -> None:
    records = first_layer(first_catalogue, (), newest_documents(first_catalogue)) | {"archive": {"documents": 0}}
    script = """(records, texts) => {
        congkhai['search-units'].prepare(records);
        return texts.map(text => congkhai['search-query'].parse(text).terms.map(term => term.folded));
    }"""
    asked = Scripts(["search-engine"]).run(script, records, ["15/3/99", "15-03-99", "68/2000", "15/13/99"])
    assert asked == [["d0315y2099"], ["d0315y2099"], ["68", "2000"], ["15", "13", "99"]]


def test_every_word_of_the_report_is_read_from_its_typing_keys(
    scripts: Scripts, first_project: Path, first_catalogue: Catalogue
) -> None:
    known = [
        word for word in vocabulary(first_project, first_catalogue) if words(word)[0].toned != words(word)[0].folded
    ]
    assert len(known) > 400
    for way in (TELEX, VNI):
        for late in (False, True):
            typed = [keys(word, way, late=late) for word in known]
            there = scripts.run("keys => keys.map(congkhai['search-words'].typedKeys)", typed)
            wrong = [pair for pair in zip(known, typed, there, strict=True) if toned(pair[2] or "") != toned(pair[0])]
            assert wrong == []


def test_raw_typing_keys_give_the_syllable(scripts: Scripts) -> None:
    typed = {
        "hoof": "hồ", "sow": "sơ", "ddungs": "đúng", "hanj": "hạn", "tyr": "tỷ", "leej": "lệ", "chuwcs": "chức",
        "duowngf": "dường", "dduowngf": "đường", "tuyeenr": "tuyển", "nguwowif": "người", "dungsd": "đúng",
        "soos": "số", "raf": "rà", "xuwr": "xử", "boiof": "bồi", "bieuer": "biểu", "luwongj": "lượng", "tw": "tư",
        "thuowr": "thuở", "quawn": "quăn", "hoawcj": "hoặc", "giuwx": "giữ", "muaw": "mưa", "HOOF": "hồ", "oo": "ô",
        "qdd": "qđ", "hddnd": "hđnd", "ndd": "nđ", "hd9nd": "hđnd",
        "ho62": "hồ", "so7": "sơ", "d9ung1": "đúng", "han5": "hạn", "d9uong72": "đường", "nguoi72": "người",
        "tuye6n3": "tuyển", "ba8t1": "bắt",
    }  # fmt: skip
    none = ["ho", "cntt", "iso9001", "2022", "kh15", "web", "đúng"]
    there, nothing = (
        scripts.run("keys => keys.map(congkhai['search-words'].typedKeys)", texts) for texts in ([*typed], none)
    )
    assert [toned(made) for made in there] == [toned(meant) for meant in typed.values()]
    assert dict(zip(none, nothing, strict=True)) == dict.fromkeys(none)
