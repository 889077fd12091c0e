"""Cut geometries that share borders into arcs, each kept once: TopoJSON (github.com/topojson, 1.0)."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

Keys = npt.NDArray[np.int64]
ARC_ROW = 1 << 32
LONGEST_SEGMENT = 90.0
"""Degrees. A longer one, as along the pole, gets points between: no reader can take it the wrong way."""


class Topology:
    """Arcs on a grid of `step` degrees, and objects made of them."""

    def __init__(self, step: float, outlines: Iterable[BaseGeometry]) -> None:
        """Take the junctions, where arcs begin and end, from `outlines`: all that will be added."""
        self.step = step
        self.objects: dict[str, Any] = {}
        self._arcs: dict[bytes, int] = {}
        self._junctions = _junctions([line for geometry in outlines for line in self._lines(geometry)])

    def polygon_arcs(self, geometry: BaseGeometry) -> list[list[list[int]]]:
        """Arcs by polygon and ring; `~i` is arc i backwards."""
        return [[self._line_arcs(ring) for ring in self._lines(part)] for part in shapely.get_parts(geometry)]

    def add(self, name: str, geometries: Sequence[dict[str, Any]]) -> None:
        """Add a GeometryCollection object; see `area` and `lines` for its members."""
        self.objects[name] = {"type": "GeometryCollection", "geometries": list(geometries)}

    def area(self, geometry: BaseGeometry, **properties: Any) -> dict[str, Any]:
        """A polygonal TopoJSON geometry with its bbox."""
        bbox = [round(float(value), 4) for value in geometry.bounds]
        arcs = self.polygon_arcs(geometry)
        return {"type": "MultiPolygon", "arcs": arcs, "bbox": bbox, "properties": properties}

    def line(self, geometry: BaseGeometry) -> dict[str, Any]:
        """A TopoJSON MultiLineString."""
        arcs = [self._line_arcs(line) for line in self._lines(geometry)]
        return {"type": "MultiLineString", "arcs": [line for line in arcs if line]}

    def write(self, path: Path) -> None:
        """Write gzipped TopoJSON whose bytes depend on nothing but the data."""
        arcs = [_deltas(np.frombuffer(key, dtype=np.int64)) for key in self._arcs]
        topology = {
            "type": "Topology",
            "transform": {"scale": [self.step, self.step], "translate": [-180, -90]},
            "objects": self.objects,
            "arcs": arcs,
        }
        text = json.dumps(topology, ensure_ascii=False, separators=(",", ":"))
        write_gzip(path, text)

    def _lines(self, geometry: BaseGeometry) -> list[Keys]:
        lines = [_rings(part) for part in shapely.get_parts(geometry)]
        return [self._keys(shapely.get_coordinates(line)) for part in lines for line in part]

    def _keys(self, points: npt.NDArray[np.float64]) -> Keys:
        grid = np.round(np.add(points, (180, 90)) / self.step).astype(np.int64)
        keys = grid[:, 0] * ARC_ROW + grid[:, 1]
        return keys[np.append(True, keys[1:] != keys[:-1])]

    def _line_arcs(self, keys: Keys) -> list[int]:
        if len(keys) < 2:
            return []
        closed = keys[0] == keys[-1]
        cuts = np.flatnonzero(np.isin(keys, self._junctions))
        if closed and not cuts.size:
            keys = _rotated(keys, int(np.argmin(keys[:-1])))
            return [self._arc(keys)]
        if closed and cuts[0] != 0:
            keys = _rotated(keys, int(cuts[0]))
            cuts = np.flatnonzero(np.isin(keys, self._junctions))
        ends = np.unique(np.concatenate([[0], cuts, [len(keys) - 1]]))
        return [self._arc(keys[start : end + 1]) for start, end in pairwise(ends)]

    def _arc(self, keys: Keys) -> int:
        forward, backward = keys.tobytes(), keys[::-1].tobytes()
        if backward in self._arcs and forward != backward:
            return ~self._arcs[backward]
        return self._arcs.setdefault(forward, len(self._arcs))


def snapped(geometry: BaseGeometry, step: float) -> BaseGeometry:
    """The geometry with its vertices on a grid of `step` degrees; may need mending."""
    dense = shapely.segmentize(geometry, LONGEST_SEGMENT)
    return shapely.transform(dense, lambda points: np.round(points / step) * step)


def write_gzip(path: Path, text: str) -> None:
    """Write text gzipped, without time stamp or name, so that the same data give the same bytes."""
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


def _rings(part: BaseGeometry) -> list[BaseGeometry]:
    return [part.exterior, *part.interiors] if part.geom_type == "Polygon" else [part]


def _junctions(lines: Sequence[Keys]) -> Keys:
    """Vertices with another number of neighbours than two, and the ends of open lines."""
    starts = np.concatenate([line[:-1] for line in lines])
    ends = np.concatenate([line[1:] for line in lines])
    pairs = np.unique(np.stack([np.append(starts, ends), np.append(ends, starts)], axis=1), axis=0)
    vertices, neighbours = np.unique(pairs[:, 0], return_counts=True)
    open_ends = [line[[0, -1]] for line in lines if line[0] != line[-1]]
    return np.unique(np.concatenate([vertices[neighbours != 2], *open_ends]))


def _rotated(keys: Keys, start: int) -> Keys:
    ring = keys[:-1]
    return np.concatenate([ring[start:], ring[: start + 1]])


def _deltas(keys: Keys) -> list[list[int]]:
    grid = np.stack(np.divmod(keys, ARC_ROW), axis=1)
    return np.diff(grid, axis=0, prepend=np.zeros((1, 2), dtype=np.int64)).tolist()
