"""Curves on the picture: bowed, cut to a stretch, and drawn as tapered arrows; as the page's `curve.js`.

A curve is rows of (x, y) in points of 1/72 inch.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from geobrief.export.still.projection import Floats
from geobrief.render.tokens import Line

__all__ = ["Arrow", "arrow", "bowed", "has_room", "lengths", "stretch", "turned"]

PATTERNS: dict[str, tuple[float, ...]] = {
    "dashed": (9.0, 3.6),
    "dotted": (2.2, 2.9),
    "dotdash": (9.0, 2.6, 2.2, 2.6),
}
"""Points of ink and of gap, in turn."""
NOTCH = 0.22
"""How deep an arrowhead is cut in from behind, as part of its length."""
SHORTEST = 6.0
"""Points of shaft without which an arrow is not drawn."""
CROSS_ARM, CROSS_HALF = 5.6, 0.9


@dataclass(frozen=True, slots=True)
class Arrow:
    """How a movement is drawn, in points."""

    trim: tuple[float, float]
    """What stays free of the curve at its origin and at its destination."""
    width: tuple[float, float]
    """Of the shaft there and here."""
    head: float
    """Length of the arrowhead; 0 for a piece that ends at the map's edge."""
    line: Line


def lengths(points: Floats) -> Floats:
    """How far along the curve each of its points lies."""
    steps = np.hypot(*np.diff(points, axis=0).T)
    along: Floats = np.concatenate([[0.0], np.cumsum(steps)])
    return along


def stretch(points: Floats, start: float, end: float) -> Floats:
    """The curve from `start` to `end` points along it."""
    along = lengths(points)
    start, end = max(start, 0.0), min(end, float(along[-1]))
    if end <= start:
        return np.empty((0, 2))
    inner = points[(along > start) & (along < end)]
    return np.vstack([_at(points, along, start), inner, _at(points, along, end)])


def _at(points: Floats, along: Floats, distance: float) -> Floats:
    return np.array([np.interp(distance, along, points[:, axis]) for axis in (0, 1)])


def turned(points: Floats) -> Floats:
    """Unit vectors to the left of the curve's course, one for each point."""
    ahead = np.vstack([points[1:], points[-1:]]) - np.vstack([points[:1], points[:-1]])
    run = np.hypot(ahead[:, 0], ahead[:, 1])
    run[run == 0] = 1.0
    normal: Floats = np.column_stack([-ahead[:, 1] / run, ahead[:, 0] / run])
    return normal


def bowed(points: Floats, amount: float) -> Floats:
    """The curve pushed to its left by so many points at its middle and by nothing at its ends."""
    chord = points[-1] - points[0]
    run = float(np.hypot(*chord)) or 1.0
    along = lengths(points)
    share = along / (along[-1] or 1.0)
    shift = (4 * amount * share * (1 - share))[:, np.newaxis]
    moved: Floats = points + np.array([-chord[1] / run, chord[0] / run]) * shift
    return moved


def has_room(points: Floats, look: Arrow) -> bool:
    """Whether a curve is long enough for an arrow."""
    return float(lengths(points)[-1]) - sum(look.trim) >= look.head + SHORTEST


def arrow(points: Floats, look: Arrow) -> list[Floats]:
    """Rings to fill for a tapered arrow along a curve; none where there is no room for one."""
    whole = float(lengths(points)[-1])
    body = stretch(points, look.trim[0], whole - look.trim[1])
    length = whole - sum(look.trim)
    if not has_room(points, look) or len(body) < 2:
        return []
    shaft_end = length - look.head * 0.8
    rings = [
        _ribbon(piece, start, length, look.width)
        for start, end in _inked(shaft_end, look.line)
        if len(piece := stretch(body, start, end)) > 1
    ]
    if look.head:
        rings.append(_head(stretch(body, length - look.head, length), look.head * 0.5))
    if look.line == "crossed":
        rings += _cross(stretch(body, length / 2 - 0.5, length / 2 + 0.5)[0])
    return rings


def _inked(end: float, line: Line) -> list[tuple[float, float]]:
    """Stretches of a shaft that are inked: all of it for a solid line, dashes or dots for the others."""
    pattern = PATTERNS.get(line)
    if pattern is None:
        return [(0.0, end)]
    found, at, turn = [], 0.0, 0
    while at < end - 0.4:
        ink, gap = pattern[turn % len(pattern)], pattern[(turn + 1) % len(pattern)]
        found.append((at, min(end, at + ink)))
        at += ink + gap
        turn += 2
    return found


def _ribbon(piece: Floats, start: float, length: float, width: tuple[float, float]) -> Floats:
    """Both sides of a piece of the shaft as one ring."""
    half = (width[0] + (width[1] - width[0]) * (start + lengths(piece)) / length) / 2
    aside = turned(piece) * half[:, np.newaxis]
    ring: Floats = np.vstack([piece + aside, (piece - aside)[::-1]])
    return ring


def _head(piece: Floats, half: float) -> Floats:
    base, tip = piece[0], piece[-1]
    run = float(np.hypot(*(tip - base))) or 1.0
    aside = np.array([-(tip - base)[1], (tip - base)[0]]) / run * half
    return np.array([tip, base + aside, base + (tip - base) * NOTCH, base - aside])


def _cross(middle: Floats) -> list[Floats]:
    rings = []
    for degrees in (45, 135):
        along = np.array([math.cos(math.radians(degrees)), math.sin(math.radians(degrees))])
        aside = np.array([-along[1], along[0]]) * CROSS_HALF
        ends = middle - along * CROSS_ARM, middle + along * CROSS_ARM
        rings.append(np.array([ends[0] + aside, ends[1] + aside, ends[1] - aside, ends[0] - aside]))
    return rings
