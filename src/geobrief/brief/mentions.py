"""The names of a brief's places in its articles: the folder leaves where they stand to the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from geobrief.geoparse.languages import arabic
from geobrief.model import Document, Mention, Span

__all__ = ["Name", "find_mentions", "known_names", "mentions_within", "words_of"]

_START = attrgetter("start")
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


def known_names(
    places: Iterable[tuple[str, Sequence[str]]], make: Callable[[str, str], Name] = Name
) -> Mapping[str, Sequence[Name]]:
    """Names by their first word.

    Args:
        places: The id of each place, with its name and aliases.
        make: Makes a name, or gives one that was made before.
    """
    names: dict[str, list[Name]] = defaultdict(list)
    for place, called in places:
        for name in dict.fromkeys(called):
            if first := _TOKEN.search(name):
                names[first.group()].append(make(name, place))
    return names


def words_of(text: str) -> Mapping[str, Sequence[int]]:
    """Where each word and each sign of a text stands; an Arabic word also without what is written onto it."""
    found: dict[str, list[int]] = defaultdict(list)
    for token in _TOKEN.finditer(text):
        word = token.group()
        found[word].append(token.start())
        if word.startswith(arabic.PREFIXES):
            for form, _ in arabic.first_forms(word)[1:]:
                if word.endswith(form):  # what melts with the article is spelt otherwise: للرباط
                    found[form].append(token.end() - len(form))
    return found


def find_mentions(
    document: Document,
    words: Mapping[str, Sequence[int]],
    names: Mapping[str, Sequence[Name]],
    claims: Sequence[tuple[Span | None, Sequence[str]]],
) -> Iterator[Mention]:
    """The names in a document, longest first, as whole words; a possessive 's is no part of one.

    Where two places share a name, the one counts that a claim around it, of those given, is about.

    Args:
        document: The article.
        words: Of its text, see `words_of`.
        names: To look for, by their first word.
        claims: The article's: where each stands, and the ids of its places.
    """
    behind = 0
    starts = sorted((start, word) for word in names.keys() & words.keys() for start in words[word])
    for start, word in starts:
        if start < behind:
            continue
        found = [
            (match.end(), name.place)
            for name in names[word]
            if (match := name.pattern.match(document.text, start))
        ]
        if found:
            behind = max(end for end, _ in found)
            places = [place for end, place in found if end == behind]
            yield Mention(document.id, start, behind, _meant(places, (start, behind), claims))


def mentions_within(mentions: Sequence[Mention], span: Span) -> tuple[Mention, ...]:
    """Those that lie whole within a span; the mentions are of one document, in its order."""
    start = bisect_left(mentions, span[0], key=_START)
    end = bisect_left(mentions, span[1], start, key=_START)
    return tuple(mention for mention in mentions[start:end] if mention.end <= span[1])


def _meant(places: Sequence[str], span: Span, claims: Sequence[tuple[Span | None, Sequence[str]]]) -> str:
    if len(places) > 1:
        for around, about in claims:
            if around and around[0] <= span[0] and span[1] <= around[1]:
                for place in places:
                    if place in about:
                        return place
    return places[0]
