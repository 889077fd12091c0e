"""Names for which there is no room beside their disc: the nearest free spot, with a line to the disc.

Not by adjustText, whose forces stop where they stop: of 120 names it left 85 on discs, took 60 times as
long, and put some elsewhere when run again (1.4.0, 2026-11). Here a name that stands overlaps nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from geobrief.export.still.discs import Disc
from geobrief.export.still.frame import Box
from geobrief.export.still.room import Room

__all__ = ["CROSSINGS", "Far", "leader", "placed_far"]

STEPS = (9.0, 14.0, 20.0, 27.0, 35.0, 44.0, 54.0)
"""Points between a disc and the names tried around it."""
TURNS = 24
CROSSINGS = 6
"""Boxes of movements that a name may lie on rather than go missing: one arrow that crosses it."""
SAMPLE = 2.0
"""Points between those of a line that are looked at."""


@dataclass(frozen=True, slots=True)
class Far:
    """What is to be placed."""

    disc: Disc
    size: tuple[float, float]
    """Width and height in points."""


def placed_far(asked: Sequence[Far], room: Room, courses: Room, unit: float) -> list[Box | None]:
    """A box for each, or None where there is no room; takes the room, and that of the lines."""
    found: list[Box | None] = []
    for far in asked:
        free = [
            box
            for box in _around(far, unit, room.frame)
            if room.free(box, 0.6) and not any(map(room.hits, _line(far, box)))
        ]
        box = next((box for box in free if not courses.hits(box)), None)
        if box is None:
            box = next((box for box in free if courses.hits(box) <= CROSSINGS), None)
        if box is not None:
            room.take([box, *_line(far, box)])
        found.append(box)
    return found


def _around(far: Far, unit: float, frame: Box) -> Iterator[Box]:
    """Boxes around the disc, the nearest first, those at its sides before those at its corners.

    What would stick out of the frame at its sides is pulled in.
    """
    (x, y), (width, height) = far.disc.at, far.size
    turns = sorted(range(TURNS), key=lambda turn: (min(turn % 6, -turn % 6), turn))
    for step in STEPS:
        away = far.disc.reach + step * unit
        for turn in turns:
            angle = math.tau * turn / TURNS
            across = x + math.cos(angle) * (away + width / 2)
            across = min(max(across, frame[0] + width / 2), frame[2] - width / 2)
            up = y + math.sin(angle) * (away + height / 2)
            yield across - width / 2, up - height / 2, across + width / 2, up + height / 2


def leader(disc: Disc, box: Box) -> tuple[tuple[float, float], tuple[float, float]]:
    """The line from a disc to the nearest point of a name."""
    x, y = disc.at
    return disc.at, (min(max(x, box[0]), box[2]), min(max(y, box[1] + 1), box[3] - 1))


def _line(far: Far, box: Box) -> list[Box]:
    """Small boxes along the line from the disc's rim to the name."""
    start, end = (np.array(each) for each in leader(far.disc, box))
    run = float(np.hypot(*(end - start)))
    shares = np.arange(far.disc.reach + SAMPLE, run - SAMPLE, SAMPLE) / (run or 1.0)
    points = [start + (end - start) * share for share in shares]
    return [(float(x) - 0.5, float(y) - 0.5, float(x) + 0.5, float(y) + 0.5) for x, y in points]
