"""The small print: projection, sources of the geodata, borders, and what the map does not show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from geobrief.export.alternative import movements
from geobrief.export.still.directions import isolated
from geobrief.export.still.plan import Plan
from geobrief.export.still.projection import Projection
from geobrief.export.still.scene import Scene
from geobrief.render.credits import credits_of
from geobrief.render.messages import Interface
from geobrief.render.tables import tables
from geobrief.render.view import Located
from geobrief.render.wording import one_stop

__all__ = ["caption_parts", "id_ranges", "projection_text"]

_NUMBERED = re.compile(r"(.*?)(\d+)$")
NOT_DRAWN_WITH = ("Leaflet",)
"""What a page owes and a picture does not."""
MOST_NAMES = 60


def caption_parts(scene: Scene, plan: Plan, left_out: Sequence[str], spoken: Interface) -> list[str]:
    """The caption as paragraphs: what is not on the map or not in the key, then sources and projection."""
    parts = []
    named = [place for place in plan.lost if place not in plan.away]
    if named:
        parts.append(spoken.say("pictureAlso").format(names=_names(named, spoken)))
    if plan.away:
        parts.append(spoken.say("pictureAway").format(names=_names(plan.away, spoken)))
    if short := movements(plan.undrawn, [place.mark for place in scene.located], spoken):
        parts.append(spoken.say("altTooShort", flows="; ".join(short)))
    if scene.unlocated:
        names = spoken.say("comma").join(
            isolated(mark.place.name, spoken.direction) for mark in scene.unlocated
        )
        parts.append(spoken.say("pictureNotLocated").format(names=names))
    if not scene.located:
        parts.append(spoken.say("noPlaceFound"))
    if left_out:
        parts.append(spoken.say("pictureMore").format(ids=spoken.say("comma").join(id_ranges(left_out))))
    parts += _source(scene, spoken)
    credits_ = [
        spoken.say("aside", name=credit["name"], aside=credit["text"])
        for credit in credits_of(scene.brief, spoken)
        if credit["name"] not in NOT_DRAWN_WITH
    ]
    sources = spoken.say("separator").join([*credits_, "geobrief"])
    parts.append(f"{projection_text(plan.frame.projection, spoken)}. {spoken.say('borderPolicy')} {sources}.")
    return [one_stop(part) for part in parts]


def _source(scene: Scene, spoken: Interface) -> list[str]:
    """What all claims are taken from, where that is one article; of several the key names each claim's."""
    sources = tables(scene.brief, spoken.language).sources
    if len(sources) != 1:
        return []
    parts = [isolated(part, spoken.direction) for part in sources[0].parts]
    named = spoken.say("namedPart", name=spoken.say("facet_source"), value=spoken.say("comma").join(parts))
    return [f"{named}."]


def projection_text(projection: Projection, spoken: Interface) -> str:
    """The projection's name with its middle, as `Lambert conformal conic projection (50° N, 82° E)`."""
    name = spoken.say(f"projection_{projection.name}")
    at = f"{abs(projection.lon):g}° {'E' if projection.lon >= 0 else 'W'}"
    if projection.name != "eqearth":
        at = f"{abs(projection.lat):g}° {'N' if projection.lat >= 0 else 'S'}, {at}"
    return spoken.say("aside", name=name, aside=isolated(at, spoken.direction))


def id_ranges(ids: Iterable[str]) -> list[str]:
    """Ids in order, runs of consecutive numbers drawn together.

    >>> id_ranges(["c10", "c1", "c2", "c3", "note"])
    ['c1–c3', 'c10', 'note']
    """
    runs: list[list[str]] = []
    for id_ in sorted(ids, key=_natural):
        if runs and _follows(runs[-1][-1], id_):
            runs[-1].append(id_)
        else:
            runs.append([id_])
    return [run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]


def _natural(id_: str) -> tuple[str, int]:
    found = _NUMBERED.match(id_)
    return (found[1], int(found[2])) if found else (id_, 0)


def _follows(one: str, other: str) -> bool:
    first, second = _NUMBERED.match(one), _NUMBERED.match(other)
    return bool(first and second and first[1] == second[1] and int(second[2]) == int(first[2]) + 1)


def _names(places: Sequence[Located], spoken: Interface) -> str:
    every = sorted(places, key=lambda place: place.mark.number)
    listed = [
        f"{place.mark.number} {isolated(place.mark.place.name, spoken.direction)}"
        for place in every[:MOST_NAMES]
    ]
    names = spoken.say("comma").join(listed)
    more = len(every) - MOST_NAMES
    return spoken.say("altAndMore").format(names=names, n=spoken.number(more)) if more > 0 else names
