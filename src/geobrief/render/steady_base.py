"""A base map that stays while the brief in front of it is edited, so that a change is shown at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from geobrief.model import BBox
from geobrief.render.base import NEAR_PLACES, Points, base_for, detail_boxes, points_of
from geobrief.render.country_boxes import boxes_of
from geobrief.render.view import Located

__all__ = ["SteadyBase"]

_NARROWER: Final = 2.0
"""How many times narrower a view may become before its map is drawn anew, in finer strokes."""


class SteadyBase:
    """A `Base` (see `base.py`) that gives the map drawn last, as long as that one serves.

    It serves where all places lie near those for which it was drawn, and the view within what it details. To
    draw a map takes some 200 ms; the places themselves are no part of it.
    """

    def __init__(self) -> None:
        self._view: BBox = (0.0, 0.0, 0.0, 0.0)
        self._points: Points = frozenset()
        self._areas: frozenset[BBox] = frozenset()
        self._drawn: dict[str, Any] | None = None

    def __call__(self, view: BBox, located: Sequence[Located]) -> dict[str, Any]:
        """The base map for a view.

        Raises:
            GazetteerError: The packaged geodata are missing or broken.
        """
        points, areas = points_of(located), boxes_of(located)
        if self._drawn is None or not self._serves(view, points) or not set(areas) <= self._areas:
            self._view, self._points, self._areas = view, points, frozenset(areas)
            self._drawn = base_for(view, located)
        return self._drawn

    def _serves(self, view: BBox, points: Points) -> bool:
        here, there = detail_boxes(view, points), detail_boxes(self._view, self._points)
        if not here or not there or points == self._points:
            return here == there
        if len(here) == 1 and not (len(there) == 1 and _holds(there[0], view)):
            return False
        return self._view[2] - self._view[0] <= _NARROWER * (view[2] - view[0]) and all(
            any(abs(lon - x) <= NEAR_PLACES / 2 and abs(lat - y) <= NEAR_PLACES / 2 for x, y in self._points)
            for lon, lat in points
        )


def _holds(outer: BBox, inner: BBox) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2] and inner[3] <= outer[3]
