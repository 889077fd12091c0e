"""A GeoJSON Feature as a Place, and what of a Feature changes when its Place does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from geobrief.brief.geometries import (
    geometry_fault,
    inner_point,
    is_empty,
    is_number,
    outside,
    same,
    within,
)
from geobrief.brief.json_text import REMOVED
from geobrief.model import KINDS, Place

__all__ = ["feature_changes", "name_of", "new_feature", "own_id", "property_changes", "read_feature"]

Properties = Mapping[str, Any]

_SPELLINGS: Final[Mapping[str, Sequence[str]]] = {
    "name": ("name", "title", "NAME", "Name", "Title", "TITLE"),
    "note": ("note", "description", "Description", "DESCRIPTION"),
}
"""Under which properties other programs keep a place's name and note; the first that is not null counts."""

_TEXTS: Final = ("name", "country_code", "within", "precision", "source", "note")
_MARK: Final = ("lon", "lat")
"""Where an area is marked, as flat properties beside its outline: a gazetteer's point is not its middle."""


def own_id(feature: Any) -> str:
    """The id that a Feature carries; else its `id` property, where QGIS leaves it; else empty."""
    for holder in (feature, _properties(feature)):
        value = holder.get("id") if isinstance(holder, dict) else None
        if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
            return str(value)
    return ""


def name_of(feature: Any) -> str:
    """The name of a Feature, from which its id is made where it carries none; empty where it has none."""
    properties = _properties(feature)
    name = properties.get(_spelling(properties, "name"))
    return str(name) if isinstance(name, str | int | float) else ""


def read_feature(feature: Any, key: str, *, foreign: bool = False) -> tuple[Place | None, list[str]]:
    """The Place of a Feature, and what is wrong with it: ends of sentences that begin with the place.

    Args:
        feature: What stands in the list of features.
        key: The place's id.
        foreign: The Feature comes from a file of other make. What is not of the brief's types there is
            another program's: no fault.
    """
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        return None, ["is no GeoJSON Feature; export the places anew, or remove it"]
    if not isinstance(feature.get("properties"), dict | None):
        return None, ['has properties that are no object; write them as {"name": …}']
    properties = _properties(feature)
    faults: list[str] = []
    if ";" in key or key != key.strip():
        faults.append(
            "has an id with a semicolon or space at its ends, which claims.csv could not name; rename it"
        )
    values: dict[str, Any] = {
        field: _text(properties, _spelling(properties, field), faults, foreign=foreign) for field in _TEXTS
    }
    if not values["name"].strip():
        values["name"] = key if foreign else ""
        if not foreign:
            faults.append("has no name; give it the property name")
    geometry = feature.get("geometry")
    if geometry is not None and (fault := geometry_fault(geometry)):
        faults.append(fault)
    values |= {"kind": _kind(properties, geometry, faults, foreign=foreign)}
    values |= {"aliases": _aliases(properties, faults, foreign=foreign)}
    if faults:
        return None, faults
    values |= _position(geometry, properties)
    return Place(id=key, extra=_extra(feature, values, foreign=foreign), **values), []


def new_feature(place: Place) -> dict[str, Any]:
    """A Feature in the house's form: every property, so that a table of them has all its columns."""
    own: dict[str, Any] = {
        "name": place.name,
        "kind": place.kind,
        "country_code": place.country_code,
        "within": place.within,
        "aliases": _joined(place.aliases),
        "precision": place.precision,
        "source": place.source,
        "note": place.note,
    }
    if place.geometry is not None:
        own |= {"lon": place.lon, "lat": place.lat}
    properties = own | {name: value for name, value in place.extra.items() if name not in own}
    return {"type": "Feature", "id": place.id, "properties": properties, "geometry": _geometry(place)}


def feature_changes(old: Place, new: Place) -> dict[str, Any]:
    """The members of a Feature, other than `properties`, that change when `old` becomes `new`."""
    moved = (old.lon, old.lat) != (new.lon, new.lat) and new.geometry is None
    return {"geometry": _geometry(new)} if moved or not same(old.geometry, new.geometry) else {}


def property_changes(old: Place, new: Place, properties: Properties) -> dict[str, Any]:
    """The properties that change when `old` becomes `new`, under the names that the Feature has for them."""
    changes: dict[str, Any] = {
        _spelling(properties, field): getattr(new, field)
        for field in _TEXTS
        if getattr(old, field) != getattr(new, field)
    }
    # A Feature without a kind is read as one by its geometry, which may have become another.
    if old.kind != new.kind or _kind(properties, _geometry(new), [], foreign=True) != new.kind:
        changes["kind"] = new.kind
    if old.aliases != new.aliases:
        listed = isinstance(properties.get("aliases"), list)
        changes["aliases"] = list(new.aliases) if listed else _joined(new.aliases)
    for name in [*old.extra, *(name for name in new.extra if name not in old.extra)]:
        if name not in old.extra or name not in new.extra or not same(old.extra[name], new.extra[name]):
            changes[name] = new.extra.get(name, REMOVED)
    if new.geometry is not None:
        if (old.lon, old.lat) != (new.lon, new.lat) or not same(old.geometry, new.geometry):
            changes |= {"lon": new.lon, "lat": new.lat}
    elif old.geometry is not None:
        changes |= {name: REMOVED for name in _MARK if name not in new.extra}
    return changes


def _properties(feature: Any) -> dict[str, Any]:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    return properties if isinstance(properties, dict) else {}


def _spelling(properties: Properties, field: str) -> str:
    """Under which property a Feature keeps a field: the first that is not null, else the first."""
    spellings = _SPELLINGS.get(field)
    if spellings is None:
        return field
    there = [name for name in spellings if name in properties]
    filled = [name for name in there if properties[name] is not None]
    return next(iter([*filled, *there]), field)


def _text(properties: Properties, name: str, faults: list[str], *, foreign: bool) -> str:
    value = properties.get(name)
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if not foreign:
        faults.append(
            f"has the property {name} = {value!r:.60}, which should be text; put it in quotation marks"
        )
    return str(value)


def _kind(properties: Properties, geometry: Any, faults: list[str], *, foreign: bool) -> Any:
    kind = properties.get("kind")
    if isinstance(kind, str) and kind.strip().lower() in KINDS:
        return kind.strip().lower()
    if kind not in (None, "") and not foreign:
        faults.append(f"has the unknown kind {kind!r:.60}; the kinds are {', '.join(KINDS)}")
    return "region" if isinstance(geometry, dict) and geometry.get("type") != "Point" else "city"


def _aliases(properties: Properties, faults: list[str], *, foreign: bool) -> tuple[str, ...]:
    value = properties.get("aliases")
    if value is None:
        return ()
    if isinstance(value, str):
        return tuple(alias for part in value.split(";") if (alias := part.strip()))
    if isinstance(value, list) and all(isinstance(alias, str) for alias in value):
        return tuple(value)
    if not foreign:
        faults.append(
            f"has aliases that are neither a text joined by '; ' nor a list of texts: {value!r:.60}"
        )
    return ()


def _joined(aliases: Sequence[str]) -> Any:
    """As flat text, which every program shows in a table; as a list where text would read back otherwise."""
    flat = all(alias and ";" not in alias and alias == alias.strip() for alias in aliases)
    return "; ".join(aliases) if flat else list(aliases)


def _position(geometry: Any, properties: Properties) -> dict[str, Any]:
    """Longitude, latitude and outline of a sound geometry."""
    if geometry is None or is_empty(geometry):
        return {"lon": None, "lat": None, "geometry": None}
    if geometry["type"] == "Point":
        lon, lat = geometry["coordinates"][:2]
        return {"lon": lon, "lat": lat, "geometry": None}
    lon, lat = _mark(geometry, properties) or inner_point(geometry)
    return {"lon": lon, "lat": lat, "geometry": geometry}


def _mark(geometry: Any, properties: Properties) -> tuple[float, float] | None:
    """Where an area says that it is marked, unless the area has moved away from there since."""
    lon, lat = properties.get("lon"), properties.get("lat")
    if not is_number(lon) or not is_number(lat):
        return None
    return (lon, lat) if within(geometry, lon, lat) and not outside(lon, lat) else None


def _extra(feature: Mapping[str, Any], values: Mapping[str, Any], *, foreign: bool) -> dict[str, Any]:
    """The properties that hold nothing of the place."""
    properties = _properties(feature)
    known = {"kind", "aliases", *_TEXTS, *(_spelling(properties, field) for field in _SPELLINGS)}
    unmarked = all(properties.get(name) is None for name in _MARK)  # as a table's columns are for a point
    if unmarked or (values["geometry"] is not None and _mark(values["geometry"], properties)):
        known |= set(_MARK)
    if own_id({"id": feature.get("id")}) == "":
        known.add("id")
    extra = {name: value for name, value in properties.items() if name not in known}
    kind = properties.get("kind")
    if foreign and kind not in (None, "") and str(kind).strip().lower() not in KINDS:
        extra.setdefault("original_kind", kind)
    return extra


def _geometry(place: Place) -> Any:
    if place.geometry is not None:
        return place.geometry
    return {"type": "Point", "coordinates": [place.lon, place.lat]} if place.located else None
