"""The names of a brief's places in its articles: the folder leaves where they stand to the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from geobrief.model import Claim, Document, Mention, Place, Span

__all__ = ["Name", "find_mentions", "known_names", "places_within"]

_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class Name:
    """A name or alias and the id of its place."""

    name: str
    place: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The name as whole words, with any white space between them."""
        words = r"\s+".join(map(re.escape, self.name.split()))
        return re.compile(words + (r"(?!\w)" if self.name.split()[-1][-1].isalnum() else ""))


def known_names(places: Sequence[Place]) -> Mapping[str, Sequence[Name]]:
    """The names and aliases of places by their first word."""
    names: dict[str, list[Name]] = defaultdict(list)
    for place in places:
        for name in dict.fromkeys((place.name, *place.aliases)):
            if first := _TOKEN.search(name):
                names[first.group()].append(Name(name, place.id))
    return names


def find_mentions(
    document: Document, names: Mapping[str, Sequence[Name]], claims: Sequence[Claim]
) -> Iterator[Mention]:
    """The names in a document, longest first, as whole words; a possessive 's is no part of one.

    Where two places share a name, the one counts that a claim around it, of those given, is about.
    """
    behind = 0
    for token in _TOKEN.finditer(document.text):
        if token.start() < behind:
            continue
        found = [
            (match.end(), name.place)
            for name in names.get(token.group(), ())
            if (match := name.pattern.match(document.text, token.start()))
        ]
        if found:
            behind = max(end for end, _ in found)
            places = [place for end, place in found if end == behind]
            yield Mention(document.id, token.start(), behind, _meant(places, (token.start(), behind), claims))


def places_within(mentions: Sequence[Mention], span: Span) -> set[str | None]:
    """The places that are named within a span; the mentions are of one document, in its order."""
    start, end = span
    found = set()
    for mention in mentions[bisect_left(mentions, start, key=lambda mention: mention.start) :]:
        if mention.start >= end:
            break
        if mention.end <= end:
            found.add(mention.place)
    return found


def _meant(places: Sequence[str], span: Span, claims: Sequence[Claim]) -> str:
    if len(places) > 1:
        for claim in claims:
            if claim.span and claim.span[0] <= span[0] and span[1] <= claim.span[1]:
                for place in places:
                    if place in claim.places:
                        return place
    return places[0]
