"""What a picture is drawn on: one sheet measured in points, on which each thing lies over those before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.patheffects import Stroke
from matplotlib.text import Text
from shapely.geometry.base import BaseGeometry

from geobrief.export.still.frame import Box
from geobrief.export.still.letters import Style, printable, properties
from geobrief.export.still.projection import Floats

__all__ = ["HALO", "Canvas", "Tag"]

HALO = 2.2
"""Points across of the light edge around letters."""
SVG_POINTS = 72.0


@dataclass(frozen=True, slots=True)
class Tag:
    """A part of the sheet: a structure element of PDF (ISO 32000-1, 14.8.4)."""

    kind: str
    """`H1`, `Figure`, `P` or `Caption`."""
    text: str
    """Of a figure, what is said in its stead; else its words, which lines and directions would tear."""


class Canvas:
    """A sheet of so many points, upward from its lower left corner.

    Args:
        width: Points of 1/72 inch.
        height: Points.
        paper: The colour below everything.
        halos: Whether letters with a halo get it drawn as outlines below them; SVG has a property for it.
    """

    def __init__(self, width: float, height: float, paper: str, *, halos: bool = True) -> None:
        self.figure = Figure(figsize=(width / SVG_POINTS, height / SVG_POINTS), facecolor=paper)
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.axes.set_xlim(0, width)
        self.axes.set_ylim(0, height)
        self.halos = halos
        self.clip: Path | None = None
        self.tags: list[Tag] = []
        """Parts of the sheet for those who hear it."""
        self._count = 0

    @contextmanager
    def tagged(self, tag: Tag) -> Iterator[None]:
        """Marks what is drawn within as one part of the sheet."""
        number = len(self.tags)
        self.tags.append(tag)
        closing = b"EMC\n" if number == 0 else b""
        self._add(_Operators(b"%s/%s <</MCID %d>> BDC\n" % (closing, tag.kind.encode(), number)))
        yield
        self._add(_Operators(b"EMC\n"))

    def area(self, shape: Any, fill: str, *, opacity: float = 1.0) -> None:
        """Fills polygons, with their holes."""
        self._patch(_path(shape, closed=True), facecolor=fill, alpha=opacity, linewidth=0)

    def lines(
        self, shape: Any, colour: str, width: float, dashes: Sequence[float] = (), *, round_ends: bool = False
    ) -> None:
        """Draws lines, or the outlines of polygons, with dashes and gaps of so many points."""
        self._patch(
            _path(shape, closed=False),
            facecolor="none",
            edgecolor=colour,
            linewidth=width,
            linestyle=(0, tuple(each / width for each in dashes)) if dashes else "solid",
            capstyle="round" if round_ends else "butt",
            joinstyle="round",
        )

    def outline(self, points: Floats, fill: str) -> None:
        """Fills one ring of points."""
        self._patch(Path(np.vstack([points, points[:1]]), closed=True), facecolor=fill, linewidth=0)

    def box(self, box: Box, fill: str, edge: str = "", width: float = 0.6, opacity: float = 1.0) -> None:
        """A rectangle."""
        left, bottom, right, top = box
        corners = Path(
            [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)], closed=True
        )
        self._patch(
            corners,
            facecolor=fill,
            edgecolor=edge or "none",
            linewidth=width if edge else 0,
            alpha=opacity if opacity < 1 else None,
        )

    def disc(self, x: float, y: float, radius: float, fill: str, rim: str = "", width: float = 1.0) -> None:
        """A round spot; its rim lies outside of the radius by half."""
        circle = Path.circle((x, y), radius)
        self._patch(circle, facecolor=fill, edgecolor=rim or "none", linewidth=width if rim else 0)

    def ring(
        self, x: float, y: float, radius: float, colour: str, width: float, dashes: Sequence[float]
    ) -> None:
        """A circle that is not filled."""
        style = (0, tuple(each / width for each in dashes))
        self._patch(
            Path.circle((x, y), radius), facecolor="none", edgecolor=colour, linewidth=width, linestyle=style
        )

    def write(
        self,
        x: float,
        y: float,
        text: str,
        style: Style,
        colour: str,
        *,
        halo: str = "",
        align: str = "left",
        rotation: float = 0.0,
    ) -> None:
        """Writes a line of text from its baseline, turned by so many degrees around its anchor."""
        text = printable(text, style)
        options: dict[str, Any] = {
            "fontproperties": properties(text, style),
            "ha": align,
            "va": "baseline",
            "rotation": rotation,
            "rotation_mode": "anchor",
            "parse_math": False,
        }
        if halo and self.halos:
            below = Text(x, y, text, color=halo, **options)
            below.set_path_effects([Stroke(linewidth=HALO, foreground=halo, joinstyle="round")])
            self._add(below)
        written = Text(x, y, text, color=colour, **options)
        if halo and not self.halos:
            written.set_gid(f"halo-{halo[1:]}-{self._count}")
        self._add(written)

    def clipped(self, shape: BaseGeometry | None) -> None:
        """Has what is drawn from now on end at a shape's edge; None: nowhere."""
        self.clip = None if shape is None else _path([shape], closed=True)

    def _patch(self, path: Path | None, **look: Any) -> None:
        if path is not None:
            self._add(PathPatch(path, **look))

    def _add(self, artist: Artist) -> None:
        self._count += 1
        artist.set_zorder(self._count)
        self.axes.add_artist(artist)
        if self.clip is not None:
            artist.set_clip_path(self.clip, self.axes.transData)
        else:
            artist.set_clip_path(None)
            artist.set_clip_on(False)


class _Operators(Artist):
    """Operators of PDF between others; nothing in other formats."""

    def __init__(self, operators: bytes) -> None:
        super().__init__()
        self.operators = operators

    def draw(self, renderer: RendererBase) -> None:
        """Writes them."""
        file = getattr(renderer, "file", None)
        if file is not None:
            file.currentstream.write(self.operators)


def _path(shapes: Iterable[BaseGeometry], *, closed: bool) -> Path | None:
    """Polygons and lines as one path."""
    rings: list[Floats] = []
    for part in shapely.get_parts(shapely.get_parts(np.array(list(shapes), dtype=object))):
        if part.geom_type == "Polygon":
            rings += [shapely.get_coordinates(ring) for ring in (part.exterior, *part.interiors)]
        elif part.geom_type in ("LineString", "LinearRing"):
            rings.append(shapely.get_coordinates(part))
    if not rings:
        return None
    codes = [_codes(len(ring), closed=closed) for ring in rings]
    return Path(np.concatenate(rings), np.concatenate(codes))


def _codes(length: int, *, closed: bool) -> Any:
    codes = np.full(length, Path.LINETO, dtype=Path.code_type)
    codes[0] = Path.MOVETO
    if closed:
        codes[-1] = Path.CLOSEPOLY
    return codes
