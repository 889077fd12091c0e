"""A GeoDataFrame as a brief: a place for each spot that its rows name, a claim for each row that says one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from geobrief.brief.antimeridian import cut
from geobrief.brief.claim_cells import KNOWN
from geobrief.brief.exported import from_records
from geobrief.brief.frame_values import plain_cell
from geobrief.brief.ids import slug
from geobrief.brief.reprojection import mapping
from geobrief.brief.sheets import free_name
from geobrief.errors import BriefError
from geobrief.model import Brief

if TYPE_CHECKING:
    import geopandas
    from shapely.geometry.base import BaseGeometry

__all__ = ["Columns", "from_geodataframe"]

Record = dict[str, Any]

_WGS_84 = "EPSG:4326"
_NAMES = ("name", "Name", "NAME", "title", "Title", "TITLE")
"""Where a name is looked for if no column is told."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a frame hold what; empty: none does."""

    name: str = ""
    """Of the place; empty: the first of the usual names that there is."""
    claim: str = ""
    """What is said of it, in its own words."""
    by: str = ""
    certainty: str = ""
    when: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the frame."""

    name: str
    geometry: BaseGeometry | None
    claim: Record
    rest: Record
    """What it says in all other columns."""

    @property
    def spot(self) -> tuple[str, bytes]:
        """What rows about one place have in common."""
        return self.name, b"" if self.geometry is None else self.geometry.wkb


def from_geodataframe(frame: geopandas.GeoDataFrame, columns: Columns, title: str = "") -> Brief:
    """The brief of a frame in any CRS. Rows of one name and one geometry are claims about one place.

    What the other columns say is kept: with the place, where all of its rows agree, else with the claims.

    Raises:
        BriefError: The frame has no geometries, no CRS or not the columns, or cells cannot be read.
    """
    columns = _checked(frame, columns)
    rows = list(_rows(_in_wgs_84(frame), columns))
    groups: dict[tuple[str, bytes], list[_Row]] = {}
    for row in rows:
        groups.setdefault(row.spot, []).append(row)
    features: list[Record] = []
    claims: list[Record] = []
    for key, group in zip(_ids(groups), groups.values(), strict=True):
        shared = {
            key: value for key, value in group[0].rest.items() if all(_says(row, key, value) for row in group)
        }
        features.append(_feature(key, group[0], shared))
        for row in group:
            if row.claim.get("quote"):
                own = {_own_column(name): _text(row.rest[name]) for name in row.rest if name not in shared}
                claims.append({**own, **row.claim, "id": f"c{len(claims) + 1}", "places": [key]})
    return from_records(features, claims, (), title=title, file="the GeoDataFrame")


def _ids(groups: Iterable[tuple[str, bytes]]) -> Iterator[str]:
    """An id for each place, made from its name."""
    given: set[str] = set()
    counts: dict[str, int] = {}
    for name, _ in groups:
        stem = key = slug(name)
        while key in given:
            counts[stem] = counts.get(stem, 1) + 1
            key = f"{stem}-{counts[stem]}"
        given.add(key)
        yield key


def _own_column(name: str) -> str:
    """A column of a claim that geobrief does not know: a frame's `from` or `quantity` is what it is there."""
    return f"{name}_2" if name in KNOWN else name


def _checked(frame: geopandas.GeoDataFrame, columns: Columns) -> Columns:
    """The columns as they are in the frame."""
    import geopandas

    if not isinstance(frame, geopandas.GeoDataFrame) or frame._geometry_column_name not in frame.columns:
        raise BriefError(
            f"A {type(frame).__name__} without geometries is no table of places: "
            "make it one, as geopandas.GeoDataFrame(frame, geometry=…, crs=…)"
        )
    there = [str(name) for name in frame.columns if name != frame.geometry.name]
    told = {field.name: getattr(columns, field.name) for field in fields(Columns)}
    for what, name in told.items():
        if name and name not in there:
            raise BriefError(
                f"The frame has no column {name!r} for {what}=. Its columns are {', '.join(there)}"
            )
    told["name"] = columns.name or next((name for name in _NAMES if name in there), "")
    if not told["name"]:
        raise BriefError(
            f"Tell which column names the places, as name='…'. The columns are {', '.join(there)}"
        )
    return Columns(**told)


def _in_wgs_84(frame: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    import pyproj

    if frame.crs is None:
        raise BriefError(
            "The GeoDataFrame has no CRS, so nobody can tell where its coordinates lie: "
            "set it, as frame.set_crs('EPSG:4326') for degrees of longitude and latitude"
        )
    if frame.crs.equals(_WGS_84, ignore_axis_order=True):
        return frame
    try:
        return frame.to_crs(_WGS_84)
    except pyproj.exceptions.ProjError as error:
        raise BriefError(f"The GeoDataFrame cannot be reprojected to WGS 84: {error}") from error


def _rows(frame: geopandas.GeoDataFrame, columns: Columns) -> Iterator[_Row]:
    names = [str(name) for name in frame.columns if name != frame.geometry.name]
    table = frame.drop(columns=frame.geometry.name)
    used = {getattr(columns, field.name) for field in fields(Columns)}
    kept = _kept_names([name for name in names if name not in used])
    for number, (cells, geometry) in enumerate(
        zip(table.itertuples(index=False, name=None), frame.geometry, strict=True), 1
    ):
        told = {name: plain_cell(cell) for name, cell in zip(names, cells, strict=True)}
        name = told[columns.name]
        yield _Row(
            name=f"Place {number}" if name is None or not str(name).strip() else str(name),
            geometry=None if geometry is None or geometry.is_empty else geometry,
            claim=_claim(told, columns),
            rest={kept[key]: value for key, value in told.items() if key in kept and value is not None},
        )


def _kept_names(names: Sequence[str]) -> Mapping[str, str]:
    """The other columns; one that would be taken for the place's name or id has another name."""
    taken = {*map(str.lower, _NAMES), "id", "lon", "lat"}
    kept: dict[str, str] = {}
    for name in names:
        reserved = name.lower() in taken
        kept[name] = free_name(name, {*taken, *map(str.lower, names)}) if reserved else name
    return kept


def _claim(told: Mapping[str, Any], columns: Columns) -> Record:
    """What the row claims, as the cells of `claims.csv`."""
    sources = {"quote": columns.claim, "by": columns.by, "certainty": columns.certainty}
    sources |= {"when": columns.when, "url": columns.url}
    found = {cell: _text(told[name]) for cell, name in sources.items() if name and told[name] is not None}
    if columns.when and "when" in found:
        found["when"] = _day(found["when"])
    return found if found.get("quote", "").strip() else {}


def _day(text: str) -> str:
    """A time stamp as its day; anything else as it is written."""
    try:
        return date.fromisoformat(text[:10]).isoformat() if text[10:11] in (" ", "T") else text
    except ValueError:
        return text


def _says(row: _Row, key: str, value: Any) -> bool:
    return bool(row.rest.get(key) == value) and type(row.rest[key]) is type(value)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _feature(key: str, row: _Row, properties: Record) -> Record:
    shape = None if row.geometry is None else mapping(cut(row.geometry))
    return {"type": "Feature", "id": key, "properties": {"name": row.name, **properties}, "geometry": shape}
