"""Make `src/geobrief/gazetteer/geodata/` anew: `make geodata`. See the README there."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

sys.path.insert(0, str(Path(__file__).parent))

from geodata.coverage import generalised, without_islets
from geodata.divisions import Division, divisions, divisions_csv
from geodata.grouping import first_level_codes
from geodata.labels import labels_csv
from geodata.land import Face, add_areas, add_lines, merged, united
from geodata.sources import DIVISIONS, WATERS, read_cities, read_countries, read_subdivisions
from geodata.topology import Topology, write_gzip
from geodata.units import Unit, read_units
from geodata.waters import write_waters

TARGET = Path(__file__).parents[1] / "src" / "geobrief" / "gazetteer" / "geodata"
LARGEST = 3_600_000
"""Bytes of all files."""

DETAIL_TOLERANCE, DETAIL_STEP, DETAIL_ISLET, DETAIL_PARTS = 0.02, 0.001, 0.0005, 3
WORLD_TOLERANCE, WORLD_STEP, WORLD_ISLET, WORLD_PARTS = 0.06, 0.002, 0.02, 12
"""Degrees; degrees; square degrees; islands. See `geodata.coverage`. The world's are about 1:50m."""

SMALLEST_REGION = 0.08
"""Square degrees (some 600 km²). Between smaller regions, as Slovenia's, lines would be a blot: none."""


def main() -> None:
    """Fetch, make, write, and tell the sizes."""
    with tempfile.TemporaryDirectory() as folder:
        units = read_units(DIVISIONS.unpack(Path(folder)) / "data" / "states" / "admin1.json")
        waters = WATERS.unpack(Path(folder)) / "dist" / "world_50m.json"
        write_waters(waters, TARGET / "waters.topojson.gz", WORLD_STEP)
    subdivisions, cities = read_subdivisions(), read_cities()
    found = divisions(units, first_level_codes(units, subdivisions, cities), subdivisions)
    write_gzip(TARGET / "divisions.csv.gz", divisions_csv(found, units))
    write_detail(units, found)
    shapes = write_world(units)
    write_gzip(TARGET / "labels.csv.gz", labels_csv(shapes, read_countries(), cities))
    tell_sizes()


def write_detail(units: Sequence[Unit], found: Sequence[Division]) -> None:
    """Divisions, countries, land and lines from 1:10m."""
    geometries = without_islets([unit.geometry for unit in units], DETAIL_ISLET, DETAIL_PARTS)
    geometries = generalised(geometries, DETAIL_TOLERANCE, DETAIL_STEP)
    areas = [united([geometries[index] for index in division.units]) for division in found]
    topology = _land(geometries, _detail_faces(units, found, areas), DETAIL_STEP)
    properties = [_division_properties(division) for division in found]
    add_areas(topology, "divisions", list(zip(areas, properties, strict=True)))
    topology.write(TARGET / "detail.topojson.gz")


def _detail_faces(
    units: Sequence[Unit], found: Sequence[Division], areas: Sequence[BaseGeometry]
) -> list[Face]:
    regions: dict[int, str] = {}
    for division, area in zip(found, areas, strict=True):
        if division.level == 1 and area.area >= SMALLEST_REGION:
            regions |= dict.fromkeys(division.units, division.source)
    return [Face(unit.country, unit.territory, regions.get(index, "")) for index, unit in enumerate(units)]


def write_world(units: Sequence[Unit]) -> dict[str, BaseGeometry]:
    """Countries, land and lines at about 1:50m; gives the countries."""
    pieces = merged(
        [unit.geometry for unit in units], [Face(unit.country, unit.territory, "") for unit in units]
    )
    geometries = without_islets(list(pieces.values()), WORLD_ISLET, WORLD_PARTS)
    geometries = generalised(geometries, WORLD_TOLERANCE, WORLD_STEP)
    faces = list(pieces)
    _land(geometries, faces, WORLD_STEP).write(TARGET / "world.topojson.gz")
    shapes = merged(geometries, [face.country for face in faces])
    return {code: shape for code, shape in shapes.items() if code}


def _land(geometries: Sequence[BaseGeometry], faces: Sequence[Face], step: float) -> Topology:
    topology = Topology(step, geometries)
    countries = read_countries()
    shapes = merged(geometries, [face.country for face in faces])
    found = [(shapes[code], _country_properties(countries[code])) for code in sorted(shapes) if code]
    add_areas(topology, "countries", found)
    add_areas(topology, "land", [(part, {}) for part in shapely.get_parts(united(geometries))])
    add_lines(topology, geometries, faces)
    return topology


def _country_properties(country: Mapping[str, Any]) -> dict[str, str]:
    return {
        "country_code": country["iso"],
        "name": country["name"],
        "source": f"geonames:{country['geonameid']}",
    }


def _division_properties(division: Division) -> dict[str, str | int]:
    return {
        "source": division.source,
        "level": division.level,
        "country_code": division.country,
        "region_code": division.region_code,
    }


def tell_sizes() -> None:
    """Print what was written; stop where it is too much."""
    sizes = {path.name: path.stat().st_size for path in sorted(TARGET.glob("*.gz"))}
    for name, size in sizes.items():
        print(f"{size:>9,} {name}")
    total = sum(sizes.values())
    print(f"{total:>9,} in all")
    if total > LARGEST:
        raise SystemExit(f"The packaged geodata may take {LARGEST:,} bytes: raise the tolerances.")


if __name__ == "__main__":
    main()
