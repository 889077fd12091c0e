"""Natural Earth's first-level divisions as units of land, filed under countries as ISO 3166-1 has them.

A unit keeps a `territory` where its rule is contested: the lines around that territory become disputed ones.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from geodata.coverage import areas

WESTERN_SAHARA_NORTH = 27.6667
"""27°40' N, the border of Western Sahara with Morocco (Franco-Spanish convention of 1912)."""

COUNTRY_BY_UNIT = {
    # Places with an ISO 3166-1 code of their own that Natural Earth files under the state they belong to.
    "French Guiana": "GF",
    "Guadeloupe": "GP",
    "Martinique": "MQ",
    "Reunion": "RE",
    "Mayotte": "YT",
    "Svalbard": "SJ",
    "Bouvet Island": "BV",
    "Cocos (Keeling) Islands": "CC",
    "Christmas Island": "CX",
    # Claimed by several states; ISO 3166-1 gives them to none.
    "Paracel Islands": "",
    "Spratly Islands": "",
}
TERRITORY_BY_UNIT = {
    "Somaliland": "Somaliland",
    "Northern Cyprus": "Northern Cyprus",
    "Siachen Glacier": "Siachen",
    "UNDOF": "Golan",
}
TERRITORY_BY_ISO_CODE = {
    "UA-43": "Crimea",
    "UA-40": "Crimea",
    "GE-AB": "Abkhazia",
    "IN-JK": "Kashmir (India)",
    "IN-LA": "Kashmir (India)",
    "PK-JK": "Kashmir (Pakistan)",
    "PK-GB": "Kashmir (Pakistan)",
}
WESTERN_SAHARA = {
    "adm1_code": "SAH+00?",
    "iso_3166_2": "EH-X01~",
    "name_en": "Western Sahara",
    "longitude": -13.0,
    "latitude": 24.5,
}
JAN_MAYEN = {
    "adm1_code": "NOR-75-JM",
    "iso_3166_2": "SJ-22",
    "name_en": "Jan Mayen",
    "longitude": -8.5,
    "latitude": 71.0,
}


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """A piece of land that belongs to one division, one country and one territory."""

    geometry: BaseGeometry
    """Polygon or MultiPolygon, WGS 84 degrees."""
    properties: dict[str, Any]
    """As in Natural Earth's table."""
    country: str
    """ISO 3166-1 alpha-2 (XK for Kosovo, user-assigned), or empty where no code applies."""
    territory: str = ""

    @property
    def natural_earth_id(self) -> str:
        """Stable over Natural Earth's versions, as `RUS-2394`."""
        return str(self.properties["adm1_code"])


def read_units(path: Path) -> list[Unit]:
    """All units in the order of Natural Earth's codes, every geometry valid."""
    features = json.loads(path.read_bytes())["features"]
    features.sort(key=lambda feature: feature["properties"]["adm1_code"])
    units = [unit for feature in features for unit in _pieces(_unit(feature))]
    cleaned = shapely.coverage_clean([unit.geometry for unit in units])
    return [replace(unit, geometry=geometry) for unit, geometry in zip(units, cleaned, strict=True)]


def _unit(feature: dict[str, Any]) -> Unit:
    properties = feature["properties"]
    name, iso_code = properties.get("geonunit") or "", properties["iso_3166_2"]
    territory = TERRITORY_BY_UNIT.get(name) or TERRITORY_BY_ISO_CODE.get(iso_code, "")
    country = "UA" if territory == "Crimea" else COUNTRY_BY_UNIT.get(name, properties["iso_a2"])
    if iso_code.startswith("NL-BQ"):
        country = "BQ"
    geometry = shapely.make_valid(shapely.geometry.shape(feature["geometry"]))
    return Unit(areas(geometry), properties, country, territory)


def _pieces(unit: Unit) -> Iterator[Unit]:
    """The unit, cut where one unit of Natural Earth lies in two countries of ISO 3166-1."""
    if unit.country == "MA":
        sahara = replace(unit, properties=WESTERN_SAHARA, country="EH", territory="West of the berm")
        yield from _cut(unit, box(-180, -90, 180, WESTERN_SAHARA_NORTH), sahara)
    elif unit.properties["iso_3166_2"] == "NO-18":
        yield from _cut(unit, box(-20, 70, 0, 72), replace(unit, properties=JAN_MAYEN, country="SJ"))
    else:
        yield unit


def _cut(unit: Unit, area: BaseGeometry, within: Unit) -> Iterator[Unit]:
    """The part of the unit inside the area, as `within` has it, and the part outside."""
    inside, outside = areas(unit.geometry.intersection(area)), areas(unit.geometry.difference(area))
    if not inside.is_empty:
        yield replace(within, geometry=inside)
    if not outside.is_empty:
        yield replace(unit, geometry=outside)
