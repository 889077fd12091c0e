"""Why a candidate was taken, in short plain sentences."""

from __future__ import annotations

from collections.abc import Sequence

from geobrief.geoparse.features import Asked, is_within
from geobrief.geoparse.surroundings import View
from geobrief.model import Candidate

__all__ = ["reasons"]

NEARBY_KM = 300
"""How far another place may lie and still be named as a reason."""

KINDS = {
    "city": "a town",
    "region": "a region",
    "country": "a country",
    "continent": "a part of the world",
    "water": "a body of water",
    "site": "a site",
}


def reasons(
    chosen: Candidate, candidates: Sequence[Candidate], asked: Asked, around: View, areas: Sequence[Candidate]
) -> tuple[str, ...]:
    """The reasons for `chosen`, the weightiest first. `areas` are the countries and divisions named."""
    found = [
        _by_area(chosen, asked, areas),
        _by_kind(chosen, asked),
        _by_nearness(chosen, around),
        _by_rank(chosen, candidates),
        "" if chosen.exact else f"another name of {chosen.name}",
    ]
    return tuple(reason for reason in found if reason)


def _by_area(chosen: Candidate, asked: Asked, areas: Sequence[Candidate]) -> str:
    for container in asked.containers:
        for area in container:
            if is_within(chosen, area):
                return f"the text names {area.name}, which holds it"
    holding = [area for area in areas if is_within(chosen, area)]
    if not holding:
        return ""
    smallest = max(holding, key=lambda area: area.level)
    return f"the text names {smallest.name}, which holds it"


def _by_kind(chosen: Candidate, asked: Asked) -> str:
    if asked.kind is None:
        return ""
    if asked.kind == chosen.kind:
        return f"asked for as {KINDS[asked.kind]}"
    if asked.kind == "site":
        return f"a site named after {chosen.name}, at most a few kilometres from there"
    return f"asked for as {KINDS[asked.kind]}, but known only as {KINDS[chosen.kind]}"


def _by_nearness(chosen: Candidate, around: View) -> str:
    nearest = around.nearest(chosen) if chosen.level > 1 else None
    if nearest is None or nearest[1] > NEARBY_KM or nearest[0].id == chosen.id:
        return ""
    return f"{nearest[1]:.0f} km from {nearest[0].name}, named nearby"


def _by_rank(chosen: Candidate, candidates: Sequence[Candidate]) -> str:
    if len(candidates) == 1:
        return "the only place of that name"
    if chosen.kind == "country":
        return "a country"
    of_kind = [each for each in candidates if each.kind == chosen.kind]
    if (
        chosen.kind == "city"
        and len(of_kind) > 1
        and chosen.population == max(each.population for each in of_kind)
    ):
        return f"largest of {len(of_kind)} places of that name"
    return f"one of {len(candidates)} places of that name"
