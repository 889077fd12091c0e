import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geobrief.text.names import comparable, comparable_text, comparable_whole, span_in

TRICKY = "STstMmt .'’-—é\u0301łß& theThe\u0306ик가ᄀ\u1161\u3099か"
NAMES = st.text(max_size=30) | st.text(alphabet=TRICKY, max_size=20)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kaech’ŏn", "Kaechon"),
        ("Sana'a", "SANAA"),
        ("Hawaiʻi", "hawaii"),
        ("Xi‘an", "Xian"),
        ("Île-de-France", "Ile de France"),
        ("Saint–Denis", "Saint Denis"),
        ("St. Louis", "Saint Louis"),
        ("Ft Worth", "Fort Worth"),
        ("Mt. Vernon", "Mount Vernon"),
        ("D.C.", "DC"),
        ("the U.S.", "US"),
        ("Russia’s", "Russia"),
        ("the Netherlands'", "Netherlands"),
        ("Bosnia & Herzegovina", "Bosnia and Herzegovina"),
        ("Großenhain", "Grossenhain"),
        ("Łódź", "Lodz"),
        ("Tromsø", "Tromso"),
        ("Iğdır", "IĞDIR"),
        ("İstanbul", "istanbul"),
        ("New\u00a0York\n City", "New York City"),
        ("Ела́буга", "Елабуга"),
        ("Орёл", "Орел"),
        ("اسپرینگ‌فیلد", "اسپرینگفیلد"),
        ("Ａｌａｂｕｇａ", "Alabuga"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert comparable(one) == comparable(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Алтай", "Алтаи"), ("부산", "부선"), ("ガーナ", "カーナ"), ("The", ""), ("दिल्ली", "दल")],
)
def test_letters_of_other_scripts_stay_apart(one: str, other: str) -> None:
    assert comparable(one) != comparable(other)


def test_decomposed_letters_are_the_composed_ones() -> None:
    for name in ("Йошкар-Ола", "평양", "Đà Nẵng", "ギニア"):
        assert comparable(unicodedata.normalize("NFD", name)) == comparable(name)


@given(NAMES)
@example("か'\u3099")
@example("x's's")
@example("the the the")
def test_a_key_is_its_own_key(name: str) -> None:
    assert comparable(comparable(name)) == comparable(name)


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=30))
def test_case_and_diacritics_of_latin_letters_do_not_matter(name: str) -> None:
    assert comparable(name.upper()) == comparable(name)
    assert comparable(unicodedata.normalize("NFD", name)) == comparable(name)


@given(NAMES)
def test_the_text_of_one_name_is_its_key_with_article_and_possessive(name: str) -> None:
    made, offsets = comparable_text(name)
    assert len(made) == len(offsets)
    assert made == comparable_whole(name)
    assert comparable_whole(made) == made


def test_article_and_possessive_stay_in_running_text() -> None:
    assert comparable_text("The Hague’s")[0] == "the hagues"
    assert comparable("The Hague’s") == "hague"


@given(st.lists(NAMES, max_size=4).map(" ".join))
@example("&\u3099\u0300")
@example("ﷺ A&B")
@example("か\x1b\u3099")
def test_a_span_of_whole_words_reproduces_its_text(text: str) -> None:
    made, offsets = comparable_text(text)
    assert list(offsets) == sorted(offsets)
    start = 0
    for word in made.split():
        at = made.index(word, start)
        start = at + len(word)
        begin, end = span_in(text, offsets, at, start)
        assert 0 <= begin < end <= len(text)
        # A character may be several words, as "&" between letters.
        assert word in comparable_text(text[begin:end])[0].split()


def test_a_name_in_running_text_is_found_and_led_back_to_its_span() -> None:
    text = "Beyond “Kaech’ŏn”, the St. John’s plant and the U.S. base"
    made, offsets = comparable_text(text)
    found = {"kaechon": "Kaech’ŏn", "saint johns": "St. John’s", "us": "U.S", "base": "base"}
    for name, expected in found.items():
        at = f" {made}".replace("“", " ").index(f" {name}")
        begin, end = span_in(text, offsets, at, at + len(name))
        assert text[begin:end] == expected


@given(st.text("aSTthe mMfF z", max_size=20))
def test_names_of_plain_letters_take_a_short_way_to_the_same_key(name: str) -> None:
    # A dot makes it take the long way, and is dropped there.
    assert comparable_whole(name) == comparable_whole(f"{name}.") == comparable_text(name)[0]
    assert comparable(name) == comparable(f"{name}.")
