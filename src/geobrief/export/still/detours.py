"""Movements between discs that stand too close for an arrow between them: it goes round beside them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from geobrief.export.still.curves import Arrow, bowed, has_room, lengths, stretch
from geobrief.export.still.frame import Box
from geobrief.export.still.projection import Floats

__all__ = ["detour"]

SWINGS = (0.0, 2.5, 5.0, 8.0, 11.0, 14.0, 17.0, 20.0, 24.0, 28.0)
"""Points by which the middle of a curve is pushed aside; the first with which there is room is taken."""
POINTS = 33
CLEAR = 3.0
"""Points between the middles of a curve and of what lies beside it."""


def detour(
    curve: Floats, look: Arrow, side: float, box: Box, others: Sequence[tuple[float, float, float]]
) -> Floats | None:
    """The curve pushed aside until the arrow has room; None where it would have to go too far.

    Args:
        curve: From the middle of one disc to that of the other.
        look: The arrow.
        side: Below 0 to try the curve's right side first.
        box: The map's.
        others: What it rather does not cross: (x, y) in points with their radius.
    """
    signs = (-1.0, 1.0) if side < 0 else (1.0, -1.0)
    smooth = _smooth(curve)
    pushed = [bowed(smooth, sign * swing) for swing in SWINGS for sign in signs]
    tried = [each for each in pushed if has_room(each, look)]
    return min(tried, key=lambda each: _crossings(each, look, box, others), default=None)


def _smooth(curve: Floats) -> Floats:
    """The curve with so many points that it bends smoothly once it is pushed."""
    along = lengths(curve)
    at = np.linspace(0, along[-1], POINTS)
    return np.column_stack([np.interp(at, along, curve[:, axis]) for axis in (0, 1)])


def _crossings(curve: Floats, look: Arrow, box: Box, others: Sequence[tuple[float, float, float]]) -> int:
    """How many points of the arrow lie beyond the map or on something else."""
    shown = stretch(curve, look.trim[0], float(lengths(curve)[-1]) - look.trim[1])
    left, bottom, right, top = box
    out = ((shown < (left, bottom)) | (shown > (right, top))).any(axis=1)
    for x, y, radius in others:
        out |= np.hypot(shown[:, 0] - x, shown[:, 1] - y) < radius + CLEAR
    return int(out.sum())
