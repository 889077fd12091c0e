"""Whether a name is written as news writes that place: short forms in capitals, after a comma, with dots."""

from __future__ import annotations

from geobrief.geoparse.lexicon import Lexicon
from geobrief.geoparse.spans import Span
from geobrief.geoparse.words import Text, Word

__all__ = ["end_of", "is_spelled_as_place", "needs_city"]

LONGEST_ACRONYM = 5
"""Letters up to which a word in capitals is read as an acronym."""


def is_spelled_as_place(text: Text, span: Span, lexicon: Lexicon) -> bool:
    """Whether the span is written as a name: short forms with capitals, not an acronym of something else."""
    if span.first != span.last:
        return text.words[span.first].capital
    word = text.words[span.first]
    letters = word.text.replace(".", "")
    if word.contracted:
        return False
    if not letters[0].isascii():
        return True
    if "." in word.text or word.lower in lexicon.abbreviations:
        return letters.isupper()
    if needs_city(text, span, lexicon):
        return True
    if len(letters) < 3:
        return False
    return not (word.upper and len(letters) <= LONGEST_ACRONYM and not text.shouted(span.first))


def needs_city(text: Text, span: Span, lexicon: Lexicon) -> bool:
    """Whether it is a short form that names a division only after a town, as in "Owensboro, Ky."."""
    word = text.words[span.last]
    if span.first != span.last or word.lower not in lexicon.postal or word.lower in lexicon.abbreviations:
        return False
    return len(word.lower) <= LONGEST_ACRONYM and (word.upper or text.gap(span.last).startswith("."))


def end_of(text: Text, span: Span, lexicon: Lexicon) -> int:
    """Where the span ends in the text: the dot of "U.S." and "Ky." belongs to the name."""
    word = text.words[span.last]
    dotted = text.gap(span.last).startswith(".") and (_has_dots(word) or needs_city(text, span, lexicon))
    return word.end + (dotted and not (word.upper and not _has_dots(word)))


def _has_dots(word: Word) -> bool:
    return "." in word.text
