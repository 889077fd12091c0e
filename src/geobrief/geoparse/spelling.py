"""Whether a name is written as news writes that place: short forms in capitals, after a comma, with dots."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geobrief.geoparse.lexicon import Lexicon
from geobrief.geoparse.spans import Span
from geobrief.geoparse.words import Text, Word
from geobrief.model import Candidate

__all__ = ["end_of", "is_spelled_as_place", "needs_city", "stands_as_abbreviation"]

LONGEST_ACRONYM = 5
"""Letters up to which a word in capitals is read as an acronym."""

DATELINE = re.compile(r",? ?(?:\(|—|–|--|- )|,\s")
"""What follows the town in capitals with which a report begins."""


def is_spelled_as_place(text: Text, span: Span, candidates: Sequence[Candidate], lexicon: Lexicon) -> bool:
    """Whether the span is written as a name: short forms with capitals, not an acronym of something else."""
    word = text.words[span.first]
    if span.first != span.last:
        return word.capital
    letters = word.text.replace(".", "")
    if word.contracted or text.gap(span.last).startswith("$"):
        return False
    if not letters[0].isascii():
        return True
    if word.lower in lexicon.postal or word.lower in lexicon.abbreviations or "." in word.text:
        return letters.isupper() or needs_city(text, span, lexicon) or _has_dots(word) or len(letters) > 3
    if len(letters) < 3 or (word.upper and len(letters) <= LONGEST_ACRONYM):
        return word.upper and (_is_acronym_of(candidates) or _is_shouted(text, span, letters))
    return True


def _is_acronym_of(candidates: Sequence[Candidate]) -> bool:
    """Whether the gazetteer has it as a short form of a country, a group of them or a site: EU, DRC, GERD."""
    if not candidates or not (candidates[0].level == 0 or candidates[0].kind == "site"):
        return False
    return candidates[0].matched.replace(".", "").isupper()


def _is_shouted(text: Text, span: Span, letters: str) -> bool:
    """Whether the capitals are those of a headline, or of a report's first words: "PARIS —"."""
    if len(letters) < 3:
        return False
    begins = text.words[span.first].initial and DATELINE.match(text.gap(span.last)) is not None
    return begins or text.shouted(span.first)


def needs_city(text: Text, span: Span, lexicon: Lexicon) -> bool:
    """Whether it is a short form that names a division only after a town, as in "Owensboro, Ky."."""
    word = text.words[span.last]
    if span.first != span.last or word.lower not in lexicon.postal or word.lower in lexicon.abbreviations:
        return False
    if _has_dots(word) or len(word.lower) > LONGEST_ACRONYM:
        return False
    code = word.upper and len(word.text) == 2
    return code or text.gap(span.last).startswith(".") or (not word.upper and word.before.startswith(", "))


def stands_as_abbreviation(text: Text, span: Span) -> bool:
    """Whether its dot is that of a short form: "Pa. man", "Friedensburg, Pa."."""
    gap, following, before = text.gap(span.last), text.word(span.last + 1), text.word(span.first - 1)
    if not gap.startswith("."):
        return False
    if before is not None and before.capital and text.words[span.first].before == ", ":
        return True
    return following is not None and gap[1:] in (" ", ", ") and following.text[0].islower()


def end_of(text: Text, span: Span, lexicon: Lexicon) -> int:
    """Where the span ends in the text: the dot of "U.S.", "Ky." and "W. Va." belongs to the name."""
    word = text.words[span.last]
    if not text.gap(span.last).startswith("."):
        return word.end
    parted = any("." in text.gap(index) for index in range(span.first, span.last))
    dotted = _has_dots(word) or (parted and len(word.text) <= 3) or needs_city(text, span, lexicon)
    return word.end + (dotted and (_has_dots(word) or parted or not word.upper))


def _has_dots(word: Word) -> bool:
    return "." in word.text
