"""What the base map draws: land, waters, borders and labels, in WGS 84 degrees within -180..180."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

import shapely
from shapely.geometry.base import BaseGeometry

from geobrief.errors import GazetteerError
from geobrief.gazetteer import packaged
from geobrief.gazetteer.extents import boxes
from geobrief.gazetteer.topology import Topology, multi_line, multi_polygon
from geobrief.model import BBox

__all__ = ["BaseMap", "Label", "base_map", "labels"]

MARGIN = 1.0
"""Degrees around the asked bbox that are detailed too."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name on the base map."""

    kind: str
    """`country`, `capital` or `city`."""
    name: str
    lon: float
    lat: float
    country_code: str
    population: int
    area: int
    """Square kilometres; 0 for cities."""


@dataclass(frozen=True, slots=True)
class BaseMap:
    """The layers of a base map; at 1:10m where detail was asked for, at about 1:50m elsewhere."""

    land: BaseGeometry
    lakes: BaseGeometry
    rivers: BaseGeometry
    country_borders: BaseGeometry
    disputed_borders: BaseGeometry
    """Contested lines, to be drawn dashed; not among `country_borders` or `region_lines`."""
    region_lines: BaseGeometry
    """Between first-level divisions; only where detail was asked for."""
    countries: Mapping[str, BaseGeometry]
    """Areas by ISO 3166-1 alpha-2 code."""
    labels: Sequence[Label]
    """Countries by area, then capitals and cities by population, largest first."""


def base_map(detail: BBox | None = None) -> BaseMap:
    """The base map of the world, with 1:10m inside `detail` (grown by a degree).

    Raises:
        GazetteerError: The packaged files are missing or broken.
    """
    area = boxes(detail, MARGIN) if detail else shapely.Polygon()
    return BaseMap(
        land=_areas("land", area),
        lakes=multi_polygon(_parts(packaged.waters().geometries("lakes"))),
        rivers=_lines(packaged.waters(), "rivers"),
        country_borders=_borders("country_borders", area),
        disputed_borders=_borders("disputed_borders", area),
        region_lines=_regions(area),
        countries=_countries(area),
        labels=labels(),
    )


def _areas(name: str, area: BaseGeometry) -> BaseGeometry:
    coarse = multi_polygon(_parts(packaged.world().geometries(name)))
    if area.is_empty:
        return coarse
    fine = packaged.detail().geometries(name, area.bounds)
    return _patched(coarse, multi_polygon(_parts(fine)), area)


def _countries(area: BaseGeometry) -> Mapping[str, BaseGeometry]:
    topology = packaged.world()
    coarse = {_code(record): topology.geometry(record) for record in topology.records("countries")}
    if area.is_empty:
        return coarse
    detail = packaged.detail()
    for record in detail.records("countries"):
        code = _code(record)
        if shapely.box(*record["bbox"]).intersects(area):
            coarse[code] = _patched(coarse[code], detail.geometry(record), area)
    return coarse


def _patched(coarse: BaseGeometry, fine: BaseGeometry, area: BaseGeometry) -> BaseGeometry:
    """The fine areas inside `area`, the coarse ones outside; the union leaves no seam."""
    return shapely.union(shapely.difference(coarse, area), shapely.intersection(fine, area))


def _borders(name: str, area: BaseGeometry) -> BaseGeometry:
    coarse = _lines(packaged.world(), name)
    if area.is_empty:
        return coarse
    fine = _lines(packaged.detail(), name).intersection(area)
    return _only_lines([coarse.difference(area), fine])


def _regions(area: BaseGeometry) -> BaseGeometry:
    if area.is_empty:
        return multi_line([])
    return _only_lines([_lines(packaged.detail(), "region_lines").intersection(area)])


def _only_lines(geometries: Sequence[BaseGeometry]) -> BaseGeometry:
    """Without the points at which lines only touch the edge of the area."""
    return multi_line([part for part in _parts(geometries) if part.geom_type == "LineString"])


def _lines(topology: Topology, name: str) -> BaseGeometry:
    return cast(BaseGeometry, shapely.line_merge(multi_line(_parts(topology.geometries(name)))))


def _parts(geometries: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    return [part for geometry in geometries for part in shapely.get_parts(geometry)]


def _code(record: Mapping[str, Mapping[str, str]]) -> str:
    return record["properties"]["country_code"]


@cache
def labels() -> tuple[Label, ...]:
    """The names of countries by area, then of capitals and cities by population, largest first."""
    path = packaged.FOLDER / "labels.csv.gz"
    try:
        text = gzip.decompress(path.read_bytes()).decode()
        return tuple(_label(row) for row in csv.DictReader(io.StringIO(text)))
    except (OSError, EOFError, ValueError, KeyError) as error:
        raise GazetteerError(f"{path.name} cannot be read ({error}): reinstall geobrief.") from error


def _label(row: Mapping[str, str]) -> Label:
    return Label(
        kind=row["kind"],
        name=row["name"],
        lon=float(row["lon"]),
        lat=float(row["lat"]),
        country_code=row["country_code"],
        population=int(row["population"]),
        area=int(row["area"]),
    )
