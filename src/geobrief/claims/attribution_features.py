"""What the tagger of sources sees of each token: its class, the cues and words near it, the rules' answer.

A feature is a string that holds for a token or does not. Names are seen as names: who speaks is told by what
stands around him.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from geobrief.claims.cues import CUES, INFORMATION
from geobrief.claims.sentence_reading import SentenceReading
from geobrief.claims.words import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_OPENERS,
    DETERMINERS,
    MONTHS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    WEEKDAYS,
    Token,
)

__all__ = ["Features", "attribution_features"]

Features = Sequence[str]

_REMEMBERED: Final = 8_000
"""Words whose features are kept."""

_SINGLE_WORDS: Final = {
    "who": "who",
    "which": "who",
    "whose": "who",
    "to": "to",
    "and": "and",
    "not": "not",
    "that": "that",
}
_LISTS: Final = (
    ("weekday", WEEKDAYS),
    ("month", MONTHS),
    ("clause", CLAUSE_OPENERS),
    ("preposition", PREPOSITIONS),
    ("adverb", ADVERBS),
    ("auxiliary", AUXILIARIES),
    ("pronoun", SUBJECT_PRONOUNS),
    ("determiner", DETERMINERS),
)
_CLASS_BY_WORD: Final = MappingProxyType(
    {word: name for name, words in _LISTS for word in words} | _SINGLE_WORDS
)
_QUOTES: Final = frozenset(['"', "“", "”", "«", "»", "''", "„", "‘", "’", "'"])
_ENDINGS: Final = (
    *("'s", "ing", "ed", "ly", "tion", "ers", "er", "ors", "or", "ists", "ist", "ians", "ian", "ment", "s"),
)
_STEPS: Final = ((1, 4), (4, 7), (7, 12), (12, 20))


def attribution_features(
    readings: Sequence[SentenceReading], index: int, first: int = 0, last: int | None = None
) -> list[list[str]]:
    """The features of the tokens `first..last` of a document's sentence, one row a token.

    Args:
        readings: The document's sentences.
        index: Which of them.
        first: Token from which on; the tokens before it are not looked at.
        last: Token up to which; None for all.
    """
    reading = readings[index]
    part = slice(first, last)
    words, quoted = reading.words[part], reading.quoted[part]
    classes = [_class(word.text) for word in words]
    common = _common(readings, index)
    rows = [
        [*_own(word.text), *_quotation(name, inside=inside, share=common[0]), *common]
        for word, name, inside in zip(words, classes, quoted, strict=True)
    ]
    _add_neighbours(rows, words, classes)
    _add_cues(rows, words, classes, quoted)
    _add_rules(rows, reading, words, quoted)
    return rows


# ---- the word by itself


@lru_cache(maxsize=_REMEMBERED)
def _class(text: str) -> str:
    """The word's class by closed lists, the cue table, its first letter and its ending."""
    lower = _lower(text)
    if lower in _CLASS_BY_WORD and text != "May":
        return _CLASS_BY_WORD[lower]
    if text in _QUOTES:
        return "quote"
    if not text[0].isalnum():
        return f"mark{text[0]}"
    if text[0].isdigit():
        return "number"
    if text[0].isupper():
        return (
            "CAPITALS" if text.isupper() and len(text) > 1 else "Name's" if lower.endswith("'s") else "Name"
        )
    if lower in CUES:
        return f"{CUES[lower].use}-{CUES[lower].form}"
    if lower in INFORMATION:
        return "information"
    return next((f"-{end}" for end in _ENDINGS if lower.endswith(end) and len(lower) > len(end) + 2), "word")


def _lower(text: str) -> str:
    return text.lower().replace("’", "'")


@lru_cache(maxsize=_REMEMBERED)
def _lemma(text: str) -> str:
    lower = _lower(text)
    return CUES[lower].lemma if lower in CUES else lower


@lru_cache(maxsize=_REMEMBERED)
def _own(text: str) -> tuple[str, ...]:
    lower = _lower(text)
    return (
        f"word={lower}",
        f"class={_class(text)}",
        *((f"ending={lower[-3:]}",) if len(lower) > 4 else ()),
        *((f"lemma={_lemma(text)}",) if lower in CUES else ()),
        *(("information",) if lower in INFORMATION else ()),
    )


@lru_cache(maxsize=_REMEMBERED)
def _neighbour(text: str, step: int) -> tuple[str, ...]:
    name = f"{step:+d}class={_class(text)}"
    return (name,) if abs(step) > 2 else (f"{step:+d}word={_lower(text)}", name)


# ---- what stands around it


def _common(readings: Sequence[SentenceReading], index: int) -> tuple[str, ...]:
    """What holds for all tokens of the sentence; the first tells how much of it is quoted."""
    reading = readings[index]
    share = reading.quoted_share
    quoted = "none" if share == 0 else "all" if share == 1 else "some" if share < 0.5 else "most"
    before = index > 0 and readings[index - 1].by_rules is not None
    return (
        f"quoted={quoted}",
        f"rules={reading.by_rules is not None}",
        f"rules before={before}",
        f"opens paragraph={reading.opens_paragraph}",
        *(("goes on",) if reading.goes_on else ()),
    )


def _quotation(name: str, *, inside: bool, share: str) -> tuple[str, str]:
    return f"inside={inside} {share}", f"inside={inside} {name}"


def _add_neighbours(rows: Sequence[list[str]], words: Sequence[Token], classes: Sequence[str]) -> None:
    count = len(rows)
    for at, row in enumerate(rows):
        row.append(f"place={_distance(at)}")
        for step in (-3, -2, -1, 1, 2, 3):
            if 0 <= at + step < count:
                row += _neighbour(words[at + step].text, step)
        row += _class_chains(classes, at)


def _class_chains(classes: Sequence[str], at: int) -> Iterator[str]:
    """The classes of two and three tokens in a row."""
    count, here = len(classes), classes[at]
    left = classes[at - 1] if at else "start"
    right = classes[at + 1] if at + 1 < count else "end"
    yield f"-1+0={left}|{here}"
    yield f"+0+1={here}|{right}"
    yield f"-1+1={left}|{here}|{right}"
    if at > 1:
        yield f"-2+0={classes[at - 2]}|{left}|{here}"
    if at + 2 < count:
        yield f"+0+2={here}|{right}|{classes[at + 2]}"


def _add_cues(
    rows: Sequence[list[str]], words: Sequence[Token], classes: Sequence[str], quoted: Sequence[bool]
) -> None:
    """The nearest cue on either side outside quotations, and how far it is."""
    is_cue = [
        (not inside and name.startswith(("speech-", "clause-", "stance-"))) or word.lower == "according"
        for word, name, inside in zip(words, classes, quoted, strict=True)
    ]
    for side, order in (("left", range(len(rows))), ("right", range(len(rows) - 1, -1, -1))):
        nearest: int | None = None
        for at in order:
            if nearest is not None:
                distance = _distance(abs(at - nearest))
                rows[at] += (
                    f"{side}={distance}",
                    f"{side} cue={_lemma(words[nearest].text)}",
                    f"{side}={distance} {classes[at]}",
                )
            if is_cue[at]:
                nearest = at


def _distance(tokens: int) -> int:
    return tokens if tokens < 4 else next((low for low, high in _STEPS if tokens < high), 20)


def _add_rules(
    rows: Sequence[list[str]], reading: SentenceReading, words: Sequence[Token], quoted: Sequence[bool]
) -> None:
    """Where the token stands to the source and the cue that the rules found."""
    found = reading.by_rules
    if found is None:
        return
    for row, word, inside in zip(rows, words, quoted, strict=True):
        source, cue = _side(word.start, *found.span), _side(word.start, *found.cue_span)
        row.append(f"rules: {source} source, {cue} cue, {inside}")


def _side(offset: int, start: int, end: int) -> str:
    return "before" if offset < start else "in" if offset < end else "behind"
