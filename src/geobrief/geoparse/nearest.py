"""Which of the places that a text surely means lies nearest to another one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from geobrief.geoparse.surroundings import EARTH_RADIUS_KM, Surroundings, distances_km
from geobrief.model import Candidate

__all__ = ["Nearest"]


class Nearest:
    """Looks only at places of about the same latitude, so that a text of many names stays cheap."""

    def __init__(self, around: Surroundings, sure: NDArray[np.intp], most_km: float) -> None:
        """Sorts the places.

        Args:
            around: The candidates of all names.
            sure: Those that the text surely means; countries and first-level divisions are passed over.
            most_km: The distance beyond which a place is not near.
        """
        inner = sure[around.level[sure] > 1]
        self._around = around
        self._sure = inner[np.argsort(around.vectors[inner, 2], kind="stable")]
        self._heights = around.vectors[self._sure, 2]
        self._most_km = most_km

    def to(self, index: int) -> tuple[Candidate, float] | None:
        """The nearest place of another name to a candidate, and how many km away; None if none is near."""
        around, height = self._around, self._around.vectors[index, 2]
        # On the unit sphere a great circle is nowhere shorter than the difference in height of its ends.
        slack = self._most_km / EARTH_RADIUS_KM + 1e-9
        first, last = np.searchsorted(self._heights, (height - slack, height + slack))
        others = self._sure[first:last]
        others = others[around.group[others] != around.group[index]]
        if not len(others):
            return None
        distances = distances_km(around.vectors[index : index + 1], around.vectors[others])[0]
        closest = int(distances.argmin())
        if distances[closest] > self._most_km:
            return None
        return around.candidates[int(others[closest])], float(distances[closest])
