"""Names joined with the words that say what they are: "Kursk region", "Lake Sevan", "Zyabrovka air base"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from geobrief.geoparse.context import Context
from geobrief.geoparse.spans import Span
from geobrief.geoparse.vocabulary import TITLES
from geobrief.model import Candidate, Kind

__all__ = [
    "Named",
    "belongs_to_next",
    "ends_in_common_noun",
    "join",
    "named_in",
    "plural_kind",
    "unknown_with_designator",
]

LIST_GAP = re.compile(r",?[ \u00a0]+")
PLAIN_GAP = re.compile(r"[ \u00a0]+")
LONGEST_LIST = 12
"""Words after a name in which the noun that ends its list is searched."""

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
    (
        *(
            "city",
            "state",
            "port",
            "park",
            "district",
            "town",
            "village",
            "center",
            "centre",
            "airport",
            "camp",
        ),
        *(
            "department",
            "division",
            "territory",
            "region",
            "community",
            "market",
            "bridge",
            "plant",
            "college",
        ),
    )
)
"""Words that belong to what follows where that is capitalised too: "Kharkiv City Council"."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text with what stands beside it."""

    span: Span
    """The whole mention."""
    head: Span
    """The known name in it."""
    kind: Kind | None = None
    full: Span | None = None
    """The name with its designator, also where that is not part of the mention, as in "Jeseník mountains"."""

    @property
    def last(self) -> int:
        """The last word that is spoken for."""
        return max(self.span.last, self.full.last if self.full else 0)


def join(context: Context, span: Span, candidates: Sequence[Candidate]) -> Named:
    """A known name with its designator, if it has one beside it or at its end."""
    inner = _inner_kind(context, span)
    if inner is not None:
        return Named(span, span, inner)
    return (
        _joined_before(context, span, candidates)
        or _joined_after(context, span, candidates)
        or Named(span, span)
    )


def belongs_to_next(context: Context, span: Span) -> bool:
    """Whether its last word is rather the first of what follows: "Kharkiv City" in "Kharkiv City Council"."""
    following = context.right(span)
    if following is None or context.lower(span.last) not in NEEDS_END:
        return False
    return following.capital or following.text in ("of", "for")


def ends_in_common_noun(context: Context, span: Span) -> bool:
    """Whether its last word is a designator in lower case, as in "Henan province"."""
    return span.last > span.first and (
        not context.text.words[span.last].capital
        and context.lexicon.after.length_before(context.lower, span.last) == 1
    )


def plural_kind(context: Context, span: Span) -> Kind | None:
    """What a list that the name stands in is said to be: `region` in "Camden and Charlton counties"."""
    for index in range(span.last + 1, min(span.last + 1 + LONGEST_LIST, len(context.text.words))):
        word = context.text.words[index]
        if LIST_GAP.fullmatch(word.before) is None:
            return None
        if not word.capital and word.text != "and":
            return (
                context.lexicon.after.kinds.get((_singular(word.lower),)) if index > span.last + 1 else None
            )
    return None


def _singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


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
    whole = Span(first, span.last)
    return Named(whole, span, kind, whole)


def _joined_after(context: Context, span: Span, candidates: Sequence[Candidate]) -> Named | None:
    length = context.lexicon.after.length_at(context.lower, span.last + 1)
    last = span.last + length
    if length == 0 or not _plain(context, span.last, last):
        return None
    kind = context.lexicon.after.kinds[_phrase(context, span.last + 1, length)]
    word, whole = context.text.words[span.last + 1], Span(span.first, last)
    if word.capital and length == 1 and belongs_to_next(context, whole):
        return None
    if word.capital or (length > 1 and _is_town_first(candidates)):
        return Named(whole, span, kind, whole)
    if word.lower in ADMINISTRATIVE:
        return Named(whole if _has_two_senses(candidates) else span, span, "region", whole)
    return Named(span, span, kind, whole) if kind in ("water", "region") else Named(span, span)


def _is_town_first(candidates: Sequence[Candidate]) -> bool:
    """Whether the best known place of a name is a town."""
    return bool(candidates) and candidates[0].kind == "city"


def _has_two_senses(candidates: Sequence[Candidate]) -> bool:
    """Whether a name means a town first and a division after that, or a water: "Kursk", "Amur"."""
    if candidates and candidates[0].kind == "water":
        return True
    return _is_town_first(candidates) and any(each.kind == "region" for each in candidates)


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


def named_in(context: Context, span: Span, is_known: Callable[[Span], bool]) -> Named:
    """A span that is a mention as a whole, with the longest known name that a designator leaves of it."""
    kind = _inner_kind(context, span)
    if kind is None or is_known(span):
        return Named(span, span, kind)
    after = context.lexicon.after.length_before(context.lower, span.last)
    before = context.lexicon.before.length_at(context.lower, span.first)
    heads = [Span(span.first, span.last - after)] if after else []
    heads += [Span(span.first + before, span.last)] if before else []
    known = (head for head in heads if head.first <= head.last and is_known(head))
    return Named(span, next(known, span), kind)


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
    return word.lower not in NEEDS_END and (word.capital or word.lower in ADMINISTRATIVE)


def _plain(context: Context, first: int, last: int) -> bool:
    """Whether only spaces part the words from `first` to `last`."""
    return all(PLAIN_GAP.fullmatch(context.text.gap(index)) for index in range(first, last))
