"""What of a brief its picture shows: numbered places with their whereabouts, claims, movements."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import shapely

from geobrief.export.still.projection import Floats
from geobrief.model import Brief, Claim
from geobrief.render.arcs import great_circle
from geobrief.render.locate import locate
from geobrief.render.packaged_shapes import packaged_shape
from geobrief.render.symbols import Mark, claims_in_text_order, marks
from geobrief.render.view import TIERS, Located, main_parts

__all__ = ["Scene", "ring_around", "scene_of"]

COARSE = ("country", "continent", "water")
MOST_POINTS_OF_A_SHAPE = 200
RING_POINTS = 96


@dataclass(frozen=True, slots=True)
class Scene:
    """A brief as its picture needs it."""

    brief: Brief
    located: tuple[Located, ...]
    unlocated: tuple[Mark, ...]
    claims: tuple[Claim, ...]
    """In the order of the text."""
    discs: frozenset[str]
    """Ids of places that have a disc; the others have their name alone."""
    flows: tuple[Claim, ...]
    """Claims whose movement has both its ends on the map."""

    def place(self, id_: str) -> Located | None:
        """A located place by its id."""
        return next((each for each in self.located if each.mark.place.id == id_), None)

    def needed(self) -> Floats:
        """(lon, lat) rows that the map has to show: finer places, and the ways of movements."""
        for tier in TIERS:
            shown = [each for each in self.located if each.mark.place.kind in tier]
            if shown:
                break
        else:
            return np.empty((0, 2))
        return np.concatenate([*(_points_of(each) for each in shown), *self.ways()])

    def ways(self) -> list[Floats]:
        """The great circles of the movements, as (lon, lat) rows."""
        return [
            shapely.get_coordinates(piece)
            for origin, destination in self._ends()
            for piece in great_circle(origin, destination)
        ]

    def ways_in_longitude(self) -> list[tuple[float, float]]:
        """The longitudes of origin and destination of each movement."""
        return [(origin[0], destination[0]) for origin, destination in self._ends()]

    def _ends(self) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
        for claim in self.flows:
            assert claim.flow is not None
            origin, destination = self.place(claim.flow.origin), self.place(claim.flow.destination)
            assert origin is not None
            assert destination is not None
            yield origin.label, destination.label


def scene_of(brief: Brief) -> Scene:
    """What the picture of a brief shows.

    Raises:
        PageError: A place's geometry is no GeoJSON geometry.
    """
    every = marks(brief)
    located = locate(every, packaged_shape)
    here = {each.mark.place.id for each in located}
    claims = claims_in_text_order(brief)
    return Scene(
        brief=brief,
        located=located,
        unlocated=tuple(mark for mark in every if mark.symbol == "none"),
        claims=claims,
        discs=frozenset(each.mark.place.id for each in located if _needs_disc(each.mark, claims, brief)),
        flows=tuple(
            claim
            for claim in claims
            if claim.flow
            and {claim.flow.origin, claim.flow.destination} <= here
            and claim.flow.origin != claim.flow.destination
        ),
    )


def _needs_disc(mark: Mark, claims: Iterable[Claim], brief: Brief) -> bool:
    """As on the page: a country has one where a claim is about nothing finer, or moves something there."""
    place = mark.place
    if place.kind == "water":
        return False
    if place.kind not in COARSE:
        return True
    kinds = {each.id: each.kind for each in brief.places}
    return any(
        all(kinds.get(other) in COARSE for other in claim.places)
        or (claim.flow is not None and place.id in (claim.flow.origin, claim.flow.destination))
        for claim in claims
        if claim.id in mark.claims
    )


def _points_of(place: Located) -> Floats:
    """What of a place the map has to show."""
    shape = place.shape
    if shape is not None and not shape.is_empty:
        parts = list(shapely.get_parts(shape))
        if place.mark.place.kind in COARSE:
            parts = main_parts(parts)
        points: Floats = shapely.get_coordinates(parts)
        return points[:: max(1, len(points) // MOST_POINTS_OF_A_SHAPE)]
    if place.mark.radius_km:
        return ring_around(place.label, place.mark.radius_km)
    return np.array([place.label])


def ring_around(centre: tuple[float, float], radius_km: float) -> Floats:
    """Points at one distance from another on the ellipsoid, as (lon, lat) rows, closed."""
    from pyproj import Geod

    bearings = np.linspace(0, 360, RING_POINTS + 1)
    count = len(bearings)
    lon, lat, _ = Geod(ellps="WGS84").fwd(
        np.full(count, centre[0]),
        np.full(count, centre[1]),
        bearings,
        np.full(count, min(radius_km, 0.45 * 2 * math.pi * 6371.0) * 1000),
    )
    return np.column_stack([lon, lat])
