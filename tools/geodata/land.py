"""The layers of land: divisions, countries, land, and the lines between them, in one topology."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.topology import Topology

CONTESTED_PAIRS = {
    frozenset(pair)
    for pair in [("EH", "MA"), ("RS", "XK"), ("IL", "SY"), ("Kashmir (India)", "Kashmir (Pakistan)")]
}
"""Countries or territories with a contested line between them."""
CONTESTED_ALL_AROUND = {"Siachen", "Golan"}


@dataclass(frozen=True, slots=True)
class Face:
    """What lies on one side of a line."""

    country: str
    territory: str
    region: str
    """Key of the first-level division, or empty where the layer has none."""


def line_class(one: Face, other: Face) -> str:
    """`disputed_borders`, `country_borders`, `region_lines`, or empty for a line that is not drawn."""
    countries, territories = {one.country, other.country}, {one.territory, other.territory}
    contested = len(countries) == 1 and len(territories) == 2 and not any("Kashmir" in t for t in territories)
    if contested or countries in CONTESTED_PAIRS or territories in CONTESTED_PAIRS:
        return "disputed_borders"
    if territories & CONTESTED_ALL_AROUND or (countries == {"IN", "CN"} and "Kashmir (India)" in territories):
        return "disputed_borders"
    if len(countries) == 2:
        return "country_borders"
    return "region_lines" if one.region != other.region else ""


def add_lines(topology: Topology, geometries: Sequence[BaseGeometry], faces: Sequence[Face]) -> None:
    """Add an object for every class of line between the geometries; coasts are none."""
    sides: dict[int, list[int]] = defaultdict(list)
    for index, geometry in enumerate(geometries):
        for arc in _flat(topology.polygon_arcs(geometry)):
            sides[arc if arc >= 0 else ~arc].append(index)
    lines: dict[str, list[list[int]]] = {"country_borders": [], "disputed_borders": [], "region_lines": []}
    for arc, both in sides.items():
        kind = line_class(faces[both[0]], faces[both[1]]) if len(both) == 2 else ""
        if kind:
            lines[kind].append([arc])
    for kind, arcs in lines.items():
        if arcs:
            topology.add(kind, [{"type": "MultiLineString", "arcs": arcs}])


def add_areas(topology: Topology, name: str, areas: Iterable[tuple[BaseGeometry, Mapping[str, Any]]]) -> None:
    """Add an object of areas with their properties."""
    topology.add(name, [topology.area(geometry, **properties) for geometry, properties in areas])


def merged(geometries: Sequence[BaseGeometry], keys: Sequence[Hashable]) -> dict[Hashable, BaseGeometry]:
    """Unite the geometries that have the same key, in the order of first appearance."""
    groups: dict[Hashable, list[BaseGeometry]] = defaultdict(list)
    for geometry, key in zip(geometries, keys, strict=True):
        groups[key].append(geometry)
    return {key: united(group) for key, group in groups.items()}


def united(geometries: Sequence[BaseGeometry]) -> BaseGeometry:
    """The union of polygons that share borders exactly; no vertex moves."""
    return shapely.coverage_union_all(list(geometries)) if len(geometries) > 1 else geometries[0]


def _flat(arcs: Iterable[Iterable[Iterable[int]]]) -> list[int]:
    return [arc for polygon in arcs for ring in polygon for arc in ring]
