"""One place as the sources tell of it, on its way into the gazetteer's files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from geobrief.model import BBox, Kind

__all__ = ["CAPITAL", "Entry", "NameRank"]

CAPITAL = "P.PPLC"
"""GeoNames' feature class and code of the capital of a country."""


class NameRank(IntEnum):
    """How a name stands to its place."""

    MAIN = 0
    ALTERNATE = 1
    ABBREVIATION = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A place with all its names. Coordinates are WGS 84 degrees, as in `model.Candidate`."""

    id: str
    name: str
    kind: Kind
    lon: float
    lat: float
    level: int
    country_code: str = ""
    region_code: str = ""
    within: str = ""
    population: int = 0
    weight: float = 0.0
    """How well known it is beside others of the name, on the scale of populations."""
    names: Mapping[str, NameRank] = field(default_factory=dict)
    """Further names as they are written; the main name need not be among them."""
    bbox: BBox | None = None
    feature_code: str = ""
    """GeoNames feature class and code, where it tells more than kind and level: that of a capital."""
