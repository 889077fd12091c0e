"""Places that a sentence means without naming them: "the factory", "the region", "the city"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from geobrief.model import Kind, Mention, Span

__all__ = ["meant"]

_NOUNS: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        "site": "factory facility plant site zone base port airport complex camp dam reactor refinery mine",
        "region": "region province oblast county district island peninsula territory",
        "city": "city town village capital settlement",
        "country": "country nation",
        "water": "river lake sea strait canal gulf bay waterway",
    }
)
_KIND_BY_NOUN: Final = MappingProxyType(
    {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()}
)
_PHRASE = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat)\s(?:(?:same|entire|whole|besieged|embattled)\s)?"
    rf"(?P<noun>{'|'.join(_KIND_BY_NOUN)})\b(?![-’']\w)"
    # "The port of Odesa", "the factory in Tula" and "the city council" are other things.
    r"(?!\s(?:of|in|at|near|on|called|named|council|hall|government|governor|manager|police|mayor|authority)\b)"
)
_SITE_AFTER = re.compile(
    r"(?:[’']s)?\s(?:(?!(?:an?|the|its|his|and|or|to|of|in|at)\s)[\w-]+\s){0,2}?(?:factory|plant|facility|zone|base|port|airport|complex|site|refinery|mine|dam)\b"
)
_SITE_BEFORE = re.compile(
    rf"\b(?P<noun>{'|'.join(_NOUNS['site'].split())})\s(?:in|at|near|outside)\s(?:the\s(?:town|city|village)\sof\s)?$"
)
"""Before the town where something stands, as in "a factory in"."""
_LONGEST_LEAD: Final = 48
_LOOK_BACK: Final = 60
"""Mentions before the words that may be the one meant; what lies further back has left the reader's mind."""


def meant(
    text: str, span: Span, mentions: Sequence[Mention], kinds: Mapping[str, Kind]
) -> Mapping[str, Span]:
    """The places that the sentence at `span` means by what they are, in its order: the words by `Place.id`.

    Each is the last place of the fitting kind that `text` names before. `mentions` are in text order, `kinds`
    those of the places by `Place.id`.
    """
    found: dict[str, Span] = {}
    for match in _PHRASE.finditer(text, *span):
        place = _last(text, match.start(), match["noun"], mentions, kinds)
        if place is not None:
            found.setdefault(place, match.span())
    return found


def _last(
    text: str, before: int, noun: str, mentions: Sequence[Mention], kinds: Mapping[str, Kind]
) -> str | None:
    """The place that `noun` can be said of and that was mentioned last before an offset."""
    wanted = _KIND_BY_NOUN[noun]
    end = bisect_left(mentions, before, key=lambda mention: mention.start)
    for at in range(end - 1, max(0, end - _LOOK_BACK) - 1, -1):
        place = mentions[at].place or ""
        if place in kinds and (
            kinds[place] == wanted or (wanted == "site" and _is_by_site(text, mentions, at, noun))
        ):
            return place
    return None


def _is_by_site(text: str, mentions: Sequence[Mention], at: int, noun: str) -> bool:
    """Whether a name tells where a site stands: "the Tula factory", "a factory in Tula"."""
    mention = mentions[at]
    if _SITE_AFTER.match(text, mention.end):
        return True
    lead = _SITE_BEFORE.search(text, max(0, mention.start - _LONGEST_LEAD), mention.start)
    if lead is None or lead["noun"] != noun:
        return False
    # In "the Sur factory in Tula" the site has a name of its own.
    named = _SITE_AFTER.match(text, mentions[at - 1].end) if at else None
    return named is None or named.end() != lead.end("noun")
