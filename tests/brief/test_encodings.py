"""Bytes come back as they were, in whatever encoding a spreadsheet writes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.brief.encodings import decode, encode
from geobrief.errors import BriefError

RUSSIAN = "id;цитата\nc1;Войска покинули Курск в понедельник, сообщил губернатор области.\n"


@given(st.text().filter(lambda text: "\0" not in text))
def test_utf_8_comes_back(text: str) -> None:
    assert encode(*decode(text.encode(), "a.csv")) == text.encode()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("id;quote\nc1;Müller said “no” – twice\n", "cp1252"),
        ("id;quote\nc1;façade\x81\n", "latin-1"),
        (RUSSIAN, "cp1251"),
        ("id\tquote\nc1\tKraków\n", "utf-16"),
        ("\ufeffid,quote\n", "utf-8"),
    ],
)
def test_other_encodings_are_told_and_kept(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    found, name = decode(data, "a.csv")
    assert found.removeprefix("\ufeff") == text.removeprefix("\ufeff")
    assert encode(found, name) == data


def test_a_letter_that_the_encoding_lacks_makes_it_utf_8() -> None:
    assert encode("Лев", "cp1252") == "\ufeffЛев".encode()


@pytest.mark.parametrize("data", [b"a\0b", b"\xff\xfe\x00", b"\x89PNG\r\n\x1a\n\0\0"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(BriefError, match=r"a\.csv is"):
        decode(data, "a.csv")
