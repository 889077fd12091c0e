"""The packaged geodata, each file read once a process and only when something of it is wanted."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from geobrief.gazetteer.topology import Topology, read_topology

__all__ = ["FOLDER", "detail", "waters", "world"]

FOLDER = Path(__file__).parent / "geodata"


@cache
def world() -> Topology:
    """`countries`, `land`, `country_borders`, `disputed_borders` at about 1:50m."""
    return read_topology(FOLDER / "world.topojson.gz")


@cache
def detail() -> Topology:
    """The same at 1:10m, with `divisions` and `region_lines`."""
    return read_topology(FOLDER / "detail.topojson.gz")


@cache
def waters() -> Topology:
    """`lakes` and `rivers` at 1:50m."""
    return read_topology(FOLDER / "waters.topojson.gz")
