"""Names made comparable: the key under which a name is filed, and running text in which keys can be found.

All of it makes case, diacritics, apostrophes, hyphens, dots and a few abbreviations equal, character by
character and word by word, so that the key of a name stands in the comparable form of a text that uses it.

Running text is searched so: at each word start `i` of the comparable text, `gazetteer.known(text[i:i + 100])`
gives the known names that begin there; one that ends at a word's end is a match, and `span_in` turns it into
a span of the text itself. Some things are lost in the comparable form and must be looked up in the text
itself: capitals ("US" and "us" have one key), dots (a name may seem to run over the end of a sentence), and
apostrophes: "Russia's" reads `russias`, so a match may also end where the text itself goes on with "'s".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from geobrief.model import Span

__all__ = ["comparable", "comparable_text", "comparable_whole", "span_in"]

_APOSTROPHES = "'’‘‛ʼʻʽʹʾʿˈ`´′׳＇ꞌ＇"
_DASHES = "-‐‑‒–—―−⁃﹘﹣－־᠆〜"
_SPECIAL = {
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys(_DASHES, " "),
    ".": "",
    "ـ": "",  # Arabic tatweel only stretches a word
    "&": " and ",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ð": "d",
    "ħ": "h",
    "ŧ": "t",
    "ə": "a",
    "ŋ": "n",
    "ё": "е",
    "ѐ": "е",
    "ѝ": "и",
    "ی": "ي",  # Persian and Arabic type the same letters with other code points
    "ى": "ي",
    "ک": "ك",
}
_ABBREVIATIONS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_POSSESSIVE = re.compile(r"(?:'s|')+$")


def comparable(name: str) -> str:
    """The key under which the gazetteer files a name: equal for spellings that a reader takes for the same.

    Without a leading "the" and a closing possessive. Doing it twice changes nothing.

    >>> comparable("Kaech’ŏn") == comparable("KAECHON")
    True
    >>> comparable("St. Petersburg’s"), comparable("the U.S.")
    ('saint petersburg', 'us')
    """
    words = _plain_words(name) or _POSSESSIVE.sub("", _folded(name)).replace("'", "").split()
    while len(words) > 1 and words[0] == "the":
        del words[0]
    return _spelled_out(words)


def comparable_whole(name: str) -> str:
    """The same with a leading "the" and a closing possessive, as the name stands in `comparable_text`.

    >>> comparable_whole("St. John's"), comparable_whole("The Hague")
    ('saint johns', 'the hague')
    """
    return _spelled_out(_plain_words(name) or _folded(name).replace("'", "").split())


def comparable_text(text: str) -> tuple[str, Sequence[int]]:
    """The same made of running text, with the offset in `text` from which each of its characters comes.

    A name alone gives `comparable_whole(name)`.

    >>> comparable_text("In Xi’an.")
    ('in xian', [0, 1, 2, 3, 4, 6, 7])
    """
    characters: list[str] = []
    offsets: list[int] = []
    for word, places in _words(text):
        if characters:
            characters.append(" ")
            offsets.append(max(offsets[-1], places[0] - 1))
        full = _ABBREVIATIONS.get(word, word)
        characters += full
        # The letters that an abbreviation leaves out lie on its first one, so that both ends stay in place.
        offsets += [places[0]] * (len(full) - len(places)) + places
    return "".join(characters), offsets


def span_in(text: str, offsets: Sequence[int], start: int, end: int) -> Span:
    """The span of `text` that a non-empty span of its comparable text was made of, closing marks included.

    >>> text = "Near St. Pölten, Austria"
    >>> made, offsets = comparable_text(text)
    >>> at = made.index("saint polten")
    >>> begin, end = span_in(text, offsets, at, at + len("saint polten"))
    >>> text[begin:end]
    'St. Pölten'
    """
    ahead = close = offsets[end - 1] + 1
    # A mark melts into the letter before it over characters that are dropped.
    while ahead < len(text) and (_continues(text[ahead]) or _FOLDING[ord(text[ahead])] in ("", "'")):
        ahead += 1
        if _continues(text[ahead - 1]):
            close = ahead
    return offsets[start], close


class _Folding(dict[int, str]):
    """What each code point becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        parts = _parts(character)
        folded = parts if parts in (character, "'") else parts.translate(self)
        self[code] = folded
        return folded


_FOLDING = _Folding()


def _parts(character: str) -> str:
    """One step of folding; a character that stays as it is gives itself."""
    if character in _SPECIAL:
        return _SPECIAL[character]
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category in ("Cf", "Cc", "Cs") or (category == "Mn" and _is_ornament(character)):
        return ""
    folded = character.casefold()
    if folded != character:
        return folded
    decomposed = unicodedata.normalize("NFKD", character)
    if decomposed == character:
        return character
    if any(unicodedata.category(mark) == "Mn" and _is_ornament(mark) for mark in decomposed) and not (
        "\u0400" <= decomposed[0] <= "\u052f"
    ):
        return "".join(part for part in decomposed if unicodedata.category(part) != "Mn")
    return unicodedata.normalize("NFKC", character)


def _is_ornament(mark: str) -> bool:
    """Whether a mark may go: those of Latin, Greek, Arabic and Hebrew; in other scripts they are letters."""
    return "\u0300" <= mark <= "\u036f" or "\u0591" <= mark <= "\u05c7" or "\u0610" <= mark <= "\u0670"


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _plain_words(name: str) -> list[str] | None:
    """The folded words of a name of nothing but ASCII letters and spaces, as most are: many times faster."""
    return name.lower().split() if name.isascii() and name.replace(" ", "").isalpha() else None


def _folded(text: str) -> str:
    """Folded by character, apostrophes still there, without white space at the ends."""
    return _composed(text).translate(_FOLDING).strip()


def _spelled_out(words: list[str]) -> str:
    text = " ".join([_ABBREVIATIONS.get(word, word) for word in words])
    return text if text.isascii() else _composed(text)


def _words(text: str) -> Iterator[tuple[str, list[int]]]:
    """The folded words of a text without apostrophes, each with the offsets of its characters."""
    word: list[str] = []
    places: list[int] = []
    for piece, offset in _pieces(text):
        for character in piece.translate(_FOLDING):
            if character != " ":
                if character != "'":
                    word.append(character)
                    places.append(offset)
            elif word:
                yield _joined(word, places)
                word, places = [], []
    if word:
        yield _joined(word, places)


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """The text composed (NFC), as far as possible a character each, with the offset of each."""
    if unicodedata.is_normalized("NFC", text):
        yield from ((character, offset) for offset, character in enumerate(text))
        return
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not _continues(text[end]):
            yield _composed(text[start:end]), start
            start = end


def _continues(character: str) -> bool:
    """Whether a character may melt into the one before it: a mark, or a letter of a Korean syllable."""
    return unicodedata.category(character) in ("Mn", "Mc") or "\u1160" <= character <= "\u11ff"


def _joined(characters: list[str], places: list[int]) -> tuple[str, list[int]]:
    """A word from its characters, composed where a dropped character stood between a letter and its mark."""
    word = "".join(characters)
    if unicodedata.is_normalized("NFC", word):
        return word, places
    pieces = [(character, places[at]) for piece, at in _pieces(word) for character in piece]
    return "".join(character for character, _ in pieces), [place for _, place in pieces]
