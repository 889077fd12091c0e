"""Read TopoJSON: geometries that share borders, kept as arcs (github.com/topojson, specification 1.0)."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, TypeAlias, cast

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from geobrief.errors import GazetteerError
from geobrief.model import BBox

__all__ = ["Topology", "multi_line", "multi_polygon", "read_topology"]

Points: TypeAlias = npt.NDArray[np.float64]
Arcs: TypeAlias = Sequence[Any]
Deltas: TypeAlias = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]
"""Points of all arcs, each the difference from the one before, and the number of points of each arc."""

ARCS_KEY = b',"arcs":'
BRACKETS_TO_SPACES = bytes.maketrans(b"[]", b"  ")


class Topology:
    """A TopoJSON topology, its geometries made when asked for. Coordinates are WGS 84 degrees."""

    def __init__(self, document: Mapping[str, Any], arcs: Deltas | None = None) -> None:
        """Take a parsed TopoJSON document with quantized arcs.

        Args:
            document: The document.
            arcs: Its arcs, where they were parsed apart from it.
        """
        deltas, lengths = arcs or _from_lists(document["arcs"])
        transform = document["transform"]
        self._ends = np.cumsum(lengths)
        self._starts = self._ends - lengths
        self._points = _absolute(deltas, self._starts, lengths) * transform["scale"] + transform["translate"]
        self._objects: Mapping[str, Any] = document["objects"]

    def geometries(self, name: str, within: BBox | None = None) -> list[BaseGeometry]:
        """Geometries of an object in file order; with `within`, those whose bbox meets it (west <= east)."""
        return [self.geometry(record) for record in self.records(name) if _meets(record, within)]

    def records(self, name: str) -> Sequence[Mapping[str, Any]]:
        """The object's TopoJSON geometries, undecoded: `properties`, `bbox`, `arcs`."""
        found = self._objects[name]
        geometries: Sequence[Mapping[str, Any]] = found.get("geometries", [found])
        return geometries

    def geometry(self, record: Mapping[str, Any]) -> BaseGeometry:
        """Decode one of the records: a (Multi)Polygon or a MultiLineString."""
        match record["type"]:
            case "Polygon":
                return self._polygon(record["arcs"])
            case "MultiPolygon":
                return multi_polygon([self._polygon(polygon) for polygon in record["arcs"]])
            case "LineString":
                return multi_line([shapely.LineString(self._line(record["arcs"]))])
            case "MultiLineString":
                return self._lines(record["arcs"])
            case other:
                raise GazetteerError(f"TopoJSON geometry of type {other} is not known: reinstall geobrief.")

    def _polygon(self, arcs: Arcs) -> BaseGeometry:
        rings = [ring for ring in map(self._line, arcs) if len(ring) > 3]
        return shapely.Polygon(rings[0], rings[1:]) if rings else shapely.Polygon()

    def _lines(self, arcs: Arcs) -> BaseGeometry:
        lines = [line for line in map(self._line, arcs) if len(line) > 1]
        indices = np.repeat(np.arange(len(lines)), [len(line) for line in lines])
        return multi_line(shapely.linestrings(np.concatenate(lines), indices=indices))

    def _line(self, arcs: Sequence[int]) -> Points:
        if len(arcs) == 1:
            return self._arc(arcs[0])
        return np.concatenate([self._arc(arc)[min(place, 1) :] for place, arc in enumerate(arcs)])

    def _arc(self, arc: int) -> Points:
        index = arc if arc >= 0 else ~arc
        points: Points = self._points[self._starts[index] : self._ends[index]]
        return points if arc >= 0 else points[::-1]


def read_topology(path: Path) -> Topology:
    """Read a TopoJSON file, gzipped where its name ends in `.gz`.

    Raises:
        GazetteerError: The file is missing or broken.
    """
    try:
        content = path.read_bytes()
        return _parsed(gzip.decompress(content) if path.suffix == ".gz" else content)
    except (OSError, EOFError, ValueError, KeyError) as error:
        raise GazetteerError(f"{path.name} cannot be read ({error}): reinstall geobrief.") from error


def _parsed(content: bytes) -> Topology:
    """Arcs at the end of the file are read by numpy, in a tenth of the time that lists of them take."""
    if not content.endswith(b"]]]}"):
        return Topology(json.loads(content))
    start = content.rindex(ARCS_KEY)
    arcs = content[start + len(ARCS_KEY) : -1]
    return Topology(json.loads(content[:start] + b"}"), _from_text(arcs))


def _from_text(text: bytes) -> Deltas:
    lengths = np.array([arc.count(b"],[") + 1 for arc in text.split(b"]],[[")], dtype=np.int64)
    numbers = np.fromstring(text.translate(BRACKETS_TO_SPACES).decode("ascii"), dtype=np.int64, sep=",")
    return numbers.reshape(-1, 2), lengths


def _from_lists(arcs: Sequence[Sequence[Sequence[int]]]) -> Deltas:
    lengths = np.fromiter(map(len, arcs), dtype=np.int64, count=len(arcs))
    numbers = chain.from_iterable(chain.from_iterable(arcs))
    return np.fromiter(numbers, dtype=np.int64, count=2 * int(lengths.sum())).reshape(-1, 2), lengths


def multi_polygon(polygons: Sequence[BaseGeometry]) -> BaseGeometry:
    """One MultiPolygon of polygons, as they are."""
    return (
        cast(BaseGeometry, shapely.multipolygons(list(polygons))) if len(polygons) else shapely.MultiPolygon()
    )


def multi_line(lines: Any) -> BaseGeometry:
    """One MultiLineString of LineStrings, as they are."""
    return (
        cast(BaseGeometry, shapely.multilinestrings(list(lines))) if len(lines) else shapely.MultiLineString()
    )


def _absolute(
    deltas: npt.NDArray[np.int64], starts: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64]
) -> npt.NDArray[np.int64]:
    """Running sums that begin anew with every arc."""
    sums = np.cumsum(deltas, axis=0)
    before = sums[starts] - deltas[starts]
    return sums - np.repeat(before, lengths, axis=0)


def _meets(record: Mapping[str, Any], within: BBox | None) -> bool:
    if within is None or "bbox" not in record:
        return True
    west, south, east, north = record["bbox"]
    return bool(west <= within[2] and east >= within[0] and south <= within[3] and north >= within[1])
