"""What Nominatim calls a place, in the words of the gazetteer: kind, level, country, extent.

After the documentation of its search answers (format jsonv2) and the tags of OpenStreetMap's wiki.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from geobrief.model import BBox, Candidate, Kind
from geobrief.text.names import comparable

__all__ = ["KINDS_OF_TAGS", "candidate_of", "trimmed"]

Result = Mapping[str, Any]

KINDS_OF_TAGS: Final[Mapping[str, Mapping[str, Kind]]] = {
    "place": {
        "continent": "continent",
        "country": "country",
        "ocean": "water",
        "sea": "water",
        **dict.fromkeys(("state", "region", "province", "county", "district", "island", "islet"), "region"),
        "archipelago": "region",
        **dict.fromkeys(("city", "town", "village", "hamlet", "isolated_dwelling", "municipality"), "city"),
        **dict.fromkeys(("borough", "suburb", "quarter", "neighbourhood", "locality"), "city"),
    },
    "boundary": {"administrative": "region", "*": "region"},
    "natural": {
        **dict.fromkeys(("water", "bay", "strait", "cape", "reef", "spring", "hot_spring"), "water"),
        **dict.fromkeys(("mountain_range", "peak", "volcano", "ridge", "valley", "desert", "hill"), "region"),
        **dict.fromkeys(("peninsula", "isthmus", "plateau", "plain", "glacier", "wood", "wetland"), "region"),
    },
    "waterway": {"dam": "site", "dock": "site", "lock_gate": "site", "boatyard": "site", "*": "water"},
    "water": {"*": "water"},
    "landuse": dict.fromkeys(("industrial", "military", "port", "quarry", "harbour", "landfill"), "site"),
    "amenity": dict.fromkeys(("prison", "university", "hospital", "ferry_terminal", "refugee_site"), "site"),
    "leisure": {"nature_reserve": "region", "park": "site", "stadium": "site", "marina": "site"},
    **{
        key: {"*": "site"}
        for key in (
            *("aeroway", "military", "industrial", "harbour"),
            *("man_made", "power", "historic", "railway"),
        )
    },
}
"""The main tag of what was found, key and value, as a kind; `*` is any other value.

What has no line here (roads, shops, offices, houses) is no place that news names.
"""

_LEVELS_OF_BOUNDARIES: Final[Mapping[str, int]] = {
    "country": 0,
    **dict.fromkeys(("state", "province", "region"), 1),
    **dict.fromkeys(("county", "district", "state_district"), 2),
}
"""`addresstype` of a boundary; all others (city, town, suburb) are populated places."""

_ADDRESS_OF_DIVISION: Final = ("state", "province", "region", "state_district", "county")
"""Where an address names the division that holds a place, the widest first."""

_KEPT: Final = (
    *("osm_type", "osm_id", "lat", "lon", "category", "type", "addresstype", "name"),
    *("address", "boundingbox", "namedetails", "extratags"),
)
_MOST_DEGREES: Final = (180.0, 90.0)


def trimmed(result: Result) -> dict[str, Any]:
    """The fields of a result that `candidate_of` reads."""
    kept = {name: result[name] for name in _KEPT if result.get(name) is not None}
    if "extratags" in kept:
        kept["extratags"] = {"population": kept["extratags"].get("population")}
    return kept


def candidate_of(result: Result, asked: str) -> Candidate | None:
    """A result as a candidate; None where it is no place of that name that news may mean.

    Its `region_code` is empty, since Nominatim does not know GeoNames' codes.

    Args:
        result: One member of a `jsonv2` answer with its address, name details and further tags.
        asked: The name that was searched for.

    Raises:
        ValueError: A field is missing or is not what Nominatim documents.
    """
    try:
        kind = _kind(result)
        if kind is None or "osm_id" not in result:  # postcodes and interpolated houses have no object
            return None
        lon, lat = _coordinates(result)
        address = result.get("address") or {}
        name = str(result.get("name") or asked)
        likeness = _likeness(asked, {name, *(result.get("namedetails") or {}).values()})
        if likeness == 0:
            return None
        return Candidate(
            id=f"osm:{_osm_type(result)}/{int(result['osm_id'])}",
            name=name,
            kind=kind,
            lon=lon,
            lat=lat,
            country_code=_country_code(address),
            within=_within(address, name),
            population=_population(result),
            matched=asked,
            exact=likeness == 1,
            level=_level(result, kind),
            bbox=_bbox(result) if kind not in ("city", "site") else None,
        )
    except (KeyError, TypeError, AttributeError, IndexError, OverflowError) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error


def _kind(result: Result) -> Kind | None:
    key, value = str(result["category"]), str(result["type"])
    if key == "boundary" and value == "administrative":
        level = _LEVELS_OF_BOUNDARIES.get(str(result.get("addresstype")), 3)
        return "country" if level == 0 else "region" if level < 3 else "city"
    values = KINDS_OF_TAGS.get(key, {})
    return values.get(value, values.get("*"))


def _level(result: Result, kind: Kind) -> int:
    """The candidate's level; rivers, islands and the like count as second-level, lesser known as they are."""
    if kind in ("country", "continent"):
        return 0
    if kind in ("city", "site"):
        return 3
    return _LEVELS_OF_BOUNDARIES.get(str(result.get("addresstype")), 2) or 2


def _osm_type(result: Result) -> str:
    found = str(result["osm_type"])
    if found not in ("node", "way", "relation"):
        raise ValueError(f"osm_type is {found!r}")
    return found


def _coordinates(result: Result) -> tuple[float, float]:
    lon, lat = float(result["lon"]), float(result["lat"])
    if not (abs(lon) <= _MOST_DEGREES[0] and abs(lat) <= _MOST_DEGREES[1]):  # also where one is not a number
        raise ValueError(f"lon={lon}, lat={lat} lies outside WGS 84")
    return lon, lat


def _bbox(result: Result) -> BBox | None:
    """The extent; Nominatim's order is south, north, west, east."""
    if result.get("boundingbox") is None:
        return None
    south, north, west, east = map(float, result["boundingbox"])
    if not (abs(west) <= 180 and abs(east) <= 180 and -90 <= south <= north <= 90):  # also a NaN
        raise ValueError(f"boundingbox is {result['boundingbox']!r}")
    return west, south, east, north


def _country_code(address: Mapping[str, Any]) -> str:
    code = str(address.get("country_code") or "").upper()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else ""


def _within(address: Mapping[str, Any], name: str) -> str:
    named = (str(address[part]) for part in _ADDRESS_OF_DIVISION if address.get(part))
    holding = next(named, "")
    return "" if holding == name else holding


def _population(result: Result) -> int:
    given = str((result.get("extratags") or {}).get("population") or "")
    digits = given.replace(",", "").replace(" ", "").replace("\u00a0", "")
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 11 else 0


def _likeness(asked: str, names: set[Any]) -> float:
    """1 where it is called just that, 0.5 where one name is the other and further words, else 0."""
    sought = comparable(asked)
    known = {comparable(str(name)) for name in names} - {""}
    if sought in known:
        return 1
    words = set(sought.split())
    return 0.5 if any(words <= set(each.split()) or set(each.split()) <= words for each in known) else 0
