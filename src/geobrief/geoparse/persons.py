"""The persons that a text names in full, so that their bare surnames later on are not taken for places."""

from __future__ import annotations

from geobrief.geoparse.context import Context
from geobrief.geoparse.spans import Span
from geobrief.geoparse.vocabulary import TITLES

__all__ = ["person_words"]

LONGEST_PERSON = 3
"""Capitalised words after a title or a given name that are read as the rest of the person's name."""


def person_words(context: Context) -> frozenset[str]:
    """The surnames, in lower case, of persons whom the text gives a title or a given name."""
    found: set[str] = set()
    for index, word in enumerate(context.text.words):
        if not word.capital or (word.upper and len(word.text) > 1):
            continue
        span = Span(index, index)
        named = context.has_given_name(span) or (context.has_title(span) and word.lower not in TITLES)
        if named and not _is_word_of_body(context, span):
            found.add(_surname(context, span))
    return frozenset(found)


def _is_word_of_body(context: Context, span: Span) -> bool:
    """Whether the run of capitals is a body's or a company's: "Georgia Modular Systems"."""
    at_itself = Span(span.first - 1, span.first - 1)
    return context.keeps(at_itself) or context.drops(at_itself) or context.before_title(at_itself)


def _surname(context: Context, span: Span) -> str:
    """The last word of the capitalised run that begins at the span."""
    last = span.last
    for _ in range(LONGEST_PERSON - 1):
        following = context.right(Span(last, last))
        if following is None or not following.capital or following.upper or following.lower in TITLES:
            break
        last += 1
    return context.lower(last)
