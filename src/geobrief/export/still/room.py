"""Which parts of the map are taken, so that no label covers another, a disc, or a movement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from geobrief.export.still.frame import Box

__all__ = ["Room", "beside", "centred", "overlap"]

CELL = 24.0
"""Points: boxes are filed by the cells of a grid, so that asking costs no look at all of them."""


class Room:
    """The boxes that are taken within a frame."""

    def __init__(self, frame: Box) -> None:
        self.frame = frame
        self._cells: dict[tuple[int, int], list[Box]] = {}

    def take(self, boxes: Iterable[Box]) -> None:
        """Marks boxes as taken."""
        for box in boxes:
            for cell in _cells(box):
                self._cells.setdefault(cell, []).append(box)

    def free(self, box: Box, margin: float = 0.0) -> bool:
        """Whether a box lies in the frame and, grown by a margin, on nothing that is taken."""
        left, bottom, right, top = box
        inside = (
            left >= self.frame[0]
            and bottom >= self.frame[1]
            and right <= self.frame[2]
            and top <= self.frame[3]
        )
        return inside and not self.hits((left - margin, bottom - margin, right + margin, top + margin))

    def hits(self, box: Box) -> int:
        """How many of the taken boxes a box overlaps."""
        met = {
            id(other) for cell in _cells(box) for other in self._cells.get(cell, ()) if overlap(box, other)
        }
        return len(met)


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share more than an edge."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for across in range(int(box[0] // CELL), int(box[2] // CELL) + 1):
        for up in range(int(box[1] // CELL), int(box[3] // CELL) + 1):
            yield across, up


def beside(x: float, y: float, size: tuple[float, float], gap: float) -> list[Box]:
    """Boxes beside a point, the preferred first: right, left, above, below, then the corners."""
    width, height = size
    near = gap * 0.62
    corners = [
        (x + gap, y - height / 2),
        (x - gap - width, y - height / 2),
        (x - width / 2, y + gap),
        (x - width / 2, y - gap - height),
        (x + near, y + near),
        (x + near, y - near - height),
        (x - near - width, y + near),
        (x - near - width, y - near - height),
    ]
    return [(left, bottom, left + width, bottom + height) for left, bottom in corners]


def centred(x: float, y: float, size: tuple[float, float], shifts: Sequence[float] = (0.0,)) -> list[Box]:
    """Boxes around a point and above and below it."""
    width, height = size
    return [
        (x - width / 2, y + shift - height / 2, x + width / 2, y + shift + height / 2) for shift in shifts
    ]
