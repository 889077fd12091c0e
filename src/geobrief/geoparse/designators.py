"""Names joined with the words that say what they are: "Kursk region", "Lake Sevan", "Zyabrovka air base"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geobrief.geoparse.context import Context
from geobrief.geoparse.spans import Span
from geobrief.geoparse.vocabulary import TITLES
from geobrief.model import Candidate, Kind

__all__ = ["Named", "belongs_to_next", "join", "unknown_with_designator"]

PLAIN_GAP = re.compile(r"[ \u00a0]+")
LONGEST_UNKNOWN = 3
"""Words of an unknown name before its designator."""

ADMINISTRATIVE = frozenset(
    (
        "region",
        "province",
        "oblast",
        "district",
        "prefecture",
        "governorate",
        "county",
        "krai",
        "republic",
        "canton",
        "raion",
        "rayon",
        "voivodeship",
        "department",
        "territory",
        "state",
        "emirate",
    )
)
"""Lower-case words that make another place of a town's name: "Kursk region" is not Kursk."""

NEEDS_END = frozenset(
    ("city", "state", "port", "park", "district", "town", "village", "center", "centre", "airport")
)
"""Words that belong to what follows where that is capitalised too: "Kharkiv City Council"."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text with what stands beside it."""

    span: Span
    """The whole mention."""
    head: Span
    """The words to look up: the whole mention, or the known name in it."""
    kind: Kind | None = None


def join(context: Context, span: Span, candidates: Sequence[Candidate]) -> Named:
    """A known name with its designator, if it has one beside it or at its end."""
    inner = _inner_kind(context, span)
    if inner is not None:
        return Named(span, span, inner)
    return _joined_before(context, span, candidates) or _joined_after(context, span, candidates) or Named(span, span)


def belongs_to_next(context: Context, span: Span) -> bool:
    """Whether the last word of a longer name is rather the first of what follows: "Kharkiv City" in "Kharkiv City Council"."""
    following = context.right(span)
    return context.lower(span.last) in NEEDS_END and following is not None and following.capital


def _inner_kind(context: Context, span: Span) -> Kind | None:
    """The kind that a designator inside the known name tells."""
    if span.first == span.last:
        return None
    after = context.lexicon.after.length_before(context.lower, span.last)
    if 0 < after <= span.last - span.first and context.lower(span.last) not in NEEDS_END:
        return context.lexicon.after.kinds[_phrase(context, span.last - after + 1, after)]
    before = context.lexicon.before.length_at(context.lower, span.first)
    if 0 < before <= span.last - span.first:
        return context.lexicon.before.kinds[_phrase(context, span.first, before)]
    return None


def _phrase(context: Context, first: int, length: int) -> tuple[str, ...]:
    return tuple(context.lower(index) for index in range(first, first + length))


def _joined_before(context: Context, span: Span, candidates: Sequence[Candidate]) -> Named | None:
    length = context.lexicon.before.length_before(context.lower, span.first - 1)
    first = span.first - length
    kind = context.lexicon.before.kinds.get(_phrase(context, first, length)) if length else None
    if length == 0 or not _plain(context, first, span.first):
        return None
    if not context.text.words[first].capital or (context.text.words[first].initial and length > 1):
        return None
    if context.lower(span.first - 1) == "of" and candidates[0].kind == kind:
        return Named(span, span, kind)
    return Named(Span(first, span.last), span, kind)


def _joined_after(context: Context, span: Span, candidates: Sequence[Candidate]) -> Named | None:
    length = context.lexicon.after.length_at(context.lower, span.last + 1)
    last = span.last + length
    if length == 0 or not _plain(context, span.last, last):
        return None
    kind = context.lexicon.after.kinds[_phrase(context, span.last + 1, length)]
    word = context.text.words[span.last + 1]
    if word.capital:
        following = context.right(Span(span.first, last))
        if word.lower in NEEDS_END and length == 1 and following is not None and following.capital:
            return None
        return Named(Span(span.first, last), span, kind)
    if length > 1:
        return Named(Span(span.first, last), span, kind)
    if word.lower in ADMINISTRATIVE:
        whole = Span(span.first, last) if _is_town_first(candidates) else span
        return Named(whole, span, "region")
    return Named(span, span, kind if kind in ("water", "region") else None)


def _is_town_first(candidates: Sequence[Candidate]) -> bool:
    """Whether the best known place of a name is a town, so that "region" after it means another place."""
    return bool(candidates) and candidates[0].kind == "city"


def unknown_with_designator(context: Context, first: int) -> Named | None:
    """A name that the gazetteer lacks, from the word `first` on, where a strong designator tells it."""
    for last in range(first, min(first + LONGEST_UNKNOWN, len(context.text.words) - 1)):
        if not _may_be_name(context, last) or not _plain(context, first, last):
            return None
        length = context.lexicon.after.length_at(context.lower, last + 1)
        end = last + length
        if length and _plain(context, last, end) and _is_strong(context, last + 1, length):
            kind = context.lexicon.after.kinds[_phrase(context, last + 1, length)]
            return Named(Span(first, end), Span(first, end), kind)
    return None


def _may_be_name(context: Context, index: int) -> bool:
    word = context.text.words[index]
    if not word.capital or len(word.text) < 3 or not word.text[0].isalpha():
        return False
    lexicon = context.lexicon
    return not any(word.lower in words for words in (lexicon.neutral, TITLES, lexicon.ordinary))


def _is_strong(context: Context, index: int, length: int) -> bool:
    word = context.text.words[index]
    if length > 1:
        return True
    return word.lower in ADMINISTRATIVE or (word.capital and word.lower not in NEEDS_END)


def _plain(context: Context, first: int, last: int) -> bool:
    """Whether only spaces part the words from `first` to `last`."""
    return all(PLAIN_GAP.fullmatch(context.text.gap(index)) for index in range(first, last))
