"""Agreement and contradiction: which claims of a brief count the same thing at the same place.

Precise rather than eager: two claims come together where the counted noun, what is done with it and the place
are the same, and time, cause, owner and direction as far as both tell them; and never where one source gives
two figures in one article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from geobrief.claims.causes import causes_in
from geobrief.claims.counted import counts
from geobrief.claims.same_thing import Circumstances, Entry, Group, Key
from geobrief.claims.whereabouts import ALWAYS, Time, countries_named, holders, spot, time_of
from geobrief.model import Claim, Document, Place

__all__ = ["entries_of", "gathered", "grouped"]

_LINE_BREAK = re.compile(r"\s*\n\s*")
"""What a quote has from an article whose lines are kept short, where its numbers' words have a space."""
_MOST_OPEN: Final = 32
"""Groups of one thing at one place and time that a further claim is held against; of more, the latest."""


def grouped(
    claims: Sequence[Claim], places: Iterable[Place], documents: Iterable[Document]
) -> tuple[Claim, ...]:
    """The claims, with `group` where another one counts the same thing at the same place.

    Groups are `g1`…, in the order of their first claims. A claim that counts several things is in one group
    only, that with the earliest claim. What the claims had as `group` before is replaced.
    """
    by_id = {place.id: place for place in places}
    published = {document.id: document.published for document in documents}
    entries = [
        entry
        for order, claim in enumerate(claims)
        if claim.quantities and claim.places
        for entry in entries_of(order, claim, by_id, published.get(claim.document, ""))
    ]
    groups = [group for bucket in _buckets(entries) for group in gathered(bucket)]
    joined = _numbered(_with_holders(groups, by_id))
    return tuple(replace(claim, group=joined.get(order, "")) for order, claim in enumerate(claims))


def entries_of(order: int, claim: Claim, places: Mapping[str, Place], published: str) -> list[Entry]:
    """What a claim counts somewhere.

    Args:
        order: Where the claim stands among all.
        claim: The claim.
        places: The places that it names, by id.
        published: The day of its article; may be empty.
    """
    claim = replace(claim, quote=_LINE_BREAK.sub(" ", claim.quote))
    countries = countries_named(claim, places)
    time = time_of(claim, published)
    return [
        Entry(
            order=order,
            key=count.key,
            spot=where,
            figure=count.figure,
            told=_told(claim, published),
            time=time,
            speaker=(claim.document, claim.by_name or claim.by),
            text=count.text,
            circumstances=Circumstances(
                origins=count.origins,
                countries=countries - _home(where, places),
                causes=causes_in(claim.quote),
                flow_origin=claim.flow.origin if claim.flow else "",
            ),
        )
        for count in counts(claim)
        if (where := spot(claim, count.clause, places))
    ]


def _told(claim: Claim, published: str) -> Time | None:
    """When the claim says that it is; what goes on until its article's day has no end yet."""
    if claim.when is None:
        return None
    start, end = claim.when.start, claim.when.end
    return Time(start, ALWAYS.end if not end or (start < end == published) else end)


def _home(where: frozenset[str], places: Mapping[str, Place]) -> frozenset[str]:
    """The countries that the places lie in, or are."""
    return frozenset(places[key].country_code for key in where if key in places)


def _buckets(entries: Iterable[Entry]) -> list[list[Entry]]:
    """The entries that count the same at the same place, those that begin first at the front."""
    found: dict[tuple[Key, frozenset[str]], list[Entry]] = {}
    for entry in entries:
        found.setdefault((entry.key, entry.spot), []).append(entry)
    return [sorted(bucket, key=lambda entry: (entry.time.start, entry.order)) for bucket in found.values()]


def gathered(bucket: Iterable[Entry]) -> list[Group]:
    """The groups of a bucket, which is in the order of time: of many groups the latest are near an entry."""
    found: list[Group] = []
    for entry in bucket:
        group = next((group for group in found[-_MOST_OPEN:] if group.takes(entry)), None)
        if group is None:
            group = Group()
            found.append(group)
        group.add(entry)
    return found


def _with_holders(groups: Sequence[Group], places: Mapping[str, Place]) -> list[list[Entry]]:
    """The members of each group; those of a place and of what holds it as one, where all give one figure."""
    sure = {
        (group.members[0].key, group.members[0].spot, group.members[0].figure): group
        for group in groups
        if len(group.figures) == 1
    }
    into: dict[int, Group] = {}
    for (key, where, figure), group in sure.items():
        for holder in _holders_of(where, places):
            other = sure.get((key, frozenset((holder,)), figure))
            if other is not None and id(other) not in into and all(map(other.takes, group.members)):
                for entry in group.members:
                    other.add(entry)
                into[id(group)] = other
                break
    return [group.members for group in groups if id(group) not in into]


def _holders_of(where: frozenset[str], places: Mapping[str, Place]) -> tuple[str, ...]:
    place = places.get(next(iter(where))) if len(where) == 1 else None
    return holders(place, places.values()) if place else ()


def _numbered(groups: Iterable[Sequence[Entry]]) -> dict[int, str]:
    """The group of each claim that has one, by the claim's order; a claim stays in its first."""
    ordered = sorted(
        ({entry.order for entry in group} for group in groups), key=lambda orders: sorted(orders)
    )
    taken: set[int] = set()
    kept: list[set[int]] = []
    for orders in ordered:
        free = orders - taken
        if len(free) > 1:
            kept.append(free)
            taken |= free
    return {order: f"g{number}" for number, orders in enumerate(kept, 1) for order in orders}
