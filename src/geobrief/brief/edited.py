"""A brief with what a user changed in its tables: the way back from `frames.py`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from geobrief.brief.claim_cells import read_claim
from geobrief.brief.features import read_feature
from geobrief.brief.frame_values import plain_cell
from geobrief.brief.frames import claims_frame, places_frame
from geobrief.brief.locate import located
from geobrief.brief.references import reference_faults
from geobrief.brief.reprojection import mapping
from geobrief.errors import BriefError
from geobrief.model import Brief, Claim, Place

if TYPE_CHECKING:
    import geopandas
    import pandas

__all__ = ["edited"]

Row = dict[str, Any]

_WGS_84 = "EPSG:4326"
_MARK = ("lon", "lat")


def edited(
    brief: Brief,
    places: geopandas.GeoDataFrame | None = None,
    claims: pandas.DataFrame | None = None,
) -> Brief:
    """The brief with the rows of these tables in order; a row that is as it was keeps all it came with.

    A column that a table lacks says of no row anything new.

    Args:
        brief: Whose tables they were.
        places: What `places_frame` gave, edited: rows may be changed, added and left out. In any CRS.
        claims: What `claims_frame` gave, edited.

    Raises:
        BriefError: A cell cannot be read, ids are doubled, or a claim speaks of a place that is not there.
    """
    faults: list[str] = []
    own_places = brief.places if places is None else tuple(_places(brief, places, faults))
    own_claims = brief.claims if claims is None else tuple(_claims(brief, claims, faults))
    changed = replace(brief, places=own_places, claims=own_claims, mentions=())
    faults = faults or [str(fault) for fault in reference_faults(changed)]
    if faults:
        raise BriefError(*faults)
    return located(changed)


def _claims(brief: Brief, frame: pandas.DataFrame, faults: list[str]) -> Iterator[Claim]:
    before = {claim.id: claim for claim in brief.claims}
    shown = {row["id"]: row for row in _records(claims_frame(brief))}
    for number, row in enumerate(_records(frame), 1):
        key = _text(row.get("id"))
        said = shown.get(key, {}) | {name: _text(value) for name, value in row.items()}
        if key in before and said == shown[key]:
            yield before[key]
            continue
        claim, ends = read_claim(said)
        faults.extend(f"the table of claims: {_called('claim', key, number)} {end}" for end in ends)
        if claim is not None:
            yield claim


def _places(brief: Brief, frame: geopandas.GeoDataFrame, faults: list[str]) -> Iterator[Place]:
    before = {place.id: place for place in brief.places}
    shown = {row["id"]: row for row in _records(places_frame(brief))}
    for number, row in enumerate(_records(_in_wgs_84(frame)), 1):
        key = _text(row.get("id"))
        old = shown.get(key)
        row = (old or {}) | row
        if old is not None and _is_same(old, row):
            yield before[key]
            continue
        place, ends = read_feature(_feature(key, row, old), key)
        ends = ends if key else ["has no id; give it one that no other place has"]
        faults.extend(f"the table of places: {_called('place', key, number)} {end}" for end in ends)
        if key and place is not None:
            yield place


def _feature(key: str, row: Row, old: Row | None) -> Row:
    """A row as a Feature; a point goes where its columns say if they, not the geometry, were changed."""
    import shapely

    shape = row.get("geometry")
    properties = {name: _plain(value) for name, value in row.items() if name not in ("id", "geometry")}
    mark = [properties.pop(name, None) for name in _MARK]
    moved = old is not None and any(mark[at] != old[name] for at, name in enumerate(_MARK))
    pointed = shape is None or shape.geom_type == "Point"
    if pointed and None not in mark and (shape is None or (moved and _is_equal(old, row, "geometry"))):
        shape = shapely.Point(*mark)
    if not pointed and None not in mark:
        properties |= dict(zip(_MARK, mark, strict=True))
    geometry = None if shape is None or shape.is_empty else mapping(shape)
    return {"type": "Feature", "id": key, "properties": properties, "geometry": geometry}


def _is_same(old: Row, new: Row) -> bool:
    names = dict.fromkeys([*old, *new])
    return all(_is_equal(old, new, name) for name in names)


def _is_equal(old: Row | None, new: Row, name: str) -> bool:
    import shapely

    one, other = (old or {}).get(name), new.get(name)
    if isinstance(one, shapely.Geometry) and isinstance(other, shapely.Geometry):
        return bool(shapely.equals_exact(one, other))
    return bool(_plain(one) == _plain(other))


def _in_wgs_84(frame: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    if getattr(frame, "crs", None) is None:
        raise BriefError(
            "the table of places has no CRS, so that its coordinates could mean anything: "
            "give it one, as frame.set_crs('EPSG:4326')"
        )
    return frame.to_crs(_WGS_84)


def _records(frame: pandas.DataFrame) -> Sequence[Row]:
    """The rows as plain dictionaries; a cell without a value is None."""
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return [{str(name): value for name, value in row.items()} for row in rows]


def _plain(value: Any) -> Any:
    """A cell in JSON's types."""
    return plain_cell(value)


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _called(what: str, key: str, number: int) -> str:
    return f"{what} {key!r}" if key else f"row {number}"
