"""A brief of one article with places that are called the same in every article: by the gazetteer's ids."""

from __future__ import annotations

from dataclasses import replace

from geobrief.brief.ids import slug
from geobrief.brief.settle import SITE_RADIUS_KM
from geobrief.gazetteer import Gazetteer
from geobrief.model import Brief, Claim, Flow, Place

__all__ = ["with_global_places"]


def with_global_places(brief: Brief, gazetteer: Gazetteer) -> Brief:
    """The brief with its located places alone, under ids that are the same in all articles.

    What a place is called and of which kind it is then comes from the gazetteer and not from the article; but
    a site that is placed by its town keeps the name of its own, and has it in its id.
    """
    located = {
        place.id: _global(place, gazetteer) for place in brief.places if place.source and place.located
    }
    ids = {old: place.id for old, place in located.items()}
    return replace(
        brief,
        places=tuple({place.id: place for place in located.values()}.values()),
        mentions=tuple(replace(mention, place=ids.get(mention.place or "")) for mention in brief.mentions),
        claims=tuple(_renamed(claim, ids) for claim in brief.claims),
    )


def _global(place: Place, gazetteer: Gazetteer) -> Place:
    if place.precision == f"{SITE_RADIUS_KM} km":
        return replace(place, id=f"{place.source}/{slug(place.name)}")
    known = gazetteer.get(place.source)
    if known is None:  # a geocoder's
        return replace(place, id=place.source)
    return replace(place, id=place.source, name=known.name, kind=known.kind)


def _renamed(claim: Claim, ids: dict[str, str]) -> Claim:
    flow = claim.flow
    origin, destination = (ids.get(flow.origin), ids.get(flow.destination)) if flow else (None, None)
    return replace(
        claim,
        places=tuple(dict.fromkeys(ids[place] for place in claim.places if place in ids)),
        inferred=tuple(dict.fromkeys(ids[place] for place in claim.inferred if place in ids)),
        flow=Flow(origin, destination, flow.span) if flow and origin and destination else None,
    )
