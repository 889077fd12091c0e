"""Any file of geodata is a brief: its names, its descriptions, its CRS."""

import json
import zipfile
from pathlib import Path
from typing import Any

import geopandas
import pytest
import shapely

from geobrief.brief.any_file import read_any
from geobrief.errors import BriefError

TOWERS = geopandas.GeoDataFrame(
    {"name": ["Ä", "B"], "floors": [1, 2], "architect": ["Ann", None]},
    geometry=[shapely.Point(1, 2), shapely.box(10, 10, 11, 11)],
    crs="EPSG:4326",
)


def write(folder: Path, value: Any, name: str = "towers.geojson") -> Path:
    path = folder / name
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "crs", "driver"),
    [
        ("towers.gpkg", "EPSG:3857", "GPKG"),
        ("towers.fgb", "EPSG:32631", "FlatGeobuf"),
        ("towers.kml", "EPSG:4326", "KML"),
        ("towers.geojsonl", "EPSG:4326", "GeoJSONSeq"),
        ("towers.gml", "EPSG:3857", "GML"),
    ],
)
def test_what_gdal_opens_comes_in_wgs_84(tmp_path: Path, name: str, crs: str, driver: str) -> None:
    TOWERS.to_crs(crs).to_file(tmp_path / name, driver=driver)
    found = read_any(tmp_path / name)
    assert found.title == "towers"
    point, box = sorted(found.places, key=lambda place: place.name, reverse=True)
    assert (point.name, point.geometry) == ("Ä", None)
    assert (point.lon, point.lat) == pytest.approx((1, 2), abs=1e-6)
    assert (box.name, box.kind, str(box.extra["floors"])) == ("B", "region", "2")
    assert "architect" not in box.extra
    assert shapely.geometry.shape(dict(box.geometry or {})).bounds == pytest.approx(
        (10, 10, 11, 11), abs=1e-3
    )


def test_a_zipped_shapefile_is_read(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    TOWERS[:1].to_crs(32631).to_file(tmp_path / "parts" / "towers.shp")
    with zipfile.ZipFile(tmp_path / "towers.zip", "w") as archive:
        for part in (tmp_path / "parts").iterdir():
            archive.write(part, part.name)
    (place,) = read_any(tmp_path / "towers.zip").places
    assert (place.name, place.lon, place.lat) == ("Ä", pytest.approx(1), pytest.approx(2))


def test_every_layer_is_read(tmp_path: Path) -> None:
    for layer in ("north", "south"):
        TOWERS[:1].to_file(tmp_path / "two.gpkg", layer=layer)
    assert [place.id for place in read_any(tmp_path / "two.gpkg").places] == ["a", "a-2"]


def test_geojson_with_an_old_style_crs_is_reprojected(tmp_path: Path) -> None:
    collection = json.loads(TOWERS.to_crs(3857).to_json())
    collection["crs"] = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}
    point, box = read_any(write(tmp_path, collection)).places
    assert (point.lon, point.lat) == (1, 2)
    assert box.geometry is not None


def test_an_unknown_crs_is_named(tmp_path: Path) -> None:
    crs = {"type": "name", "properties": {"name": "EPSG:nowhere"}}
    with pytest.raises(BriefError, match="unknown CRS 'EPSG:nowhere'"):
        read_any(write(tmp_path, {"type": "FeatureCollection", "features": [], "crs": crs}))


def test_a_feature_or_a_geometry_alone_is_a_brief(tmp_path: Path) -> None:
    point = {"type": "Point", "coordinates": [5, 6]}
    feature = {"type": "Feature", "properties": {"title": "Tower", "description": "Tall."}, "geometry": point}
    (place,) = read_any(write(tmp_path, feature)).places
    assert (place.name, place.note, place.lon, place.lat) == ("Tower", "Tall.", 5, 6)
    (place,) = read_any(write(tmp_path, point)).places
    assert (place.name, place.lon, place.lat) == ("towers", 5, 6)


def test_properties_of_another_program_are_no_faults(tmp_path: Path) -> None:
    properties = {
        "name": 7,
        "kind": "hotel",
        "note": None,
        "description": "Old.",
        "aliases": {"x": 1},
        "stars": 4,
    }
    feature = {"type": "Feature", "id": "node/1", "properties": properties, "geometry": None}
    (place,) = read_any(write(tmp_path, feature)).places
    assert (place.id, place.name, place.kind, place.note, place.aliases) == (
        "node/1",
        "7",
        "city",
        "Old.",
        (),
    )
    assert place.extra == {"stars": 4, "original_kind": "hotel"}


def test_coordinates_off_the_globe_are_named_with_their_feature(tmp_path: Path) -> None:
    features = [
        {
            "type": "Feature",
            "properties": {"name": name},
            "geometry": {"type": "Point", "coordinates": [lat, lon]},
        }
        for name, lat, lon in (("Wonsan", 39.2, 127.4), ("Paris", 48.9, 2.4), ("Anadyr", 64.7, 177.5))
    ]
    with pytest.raises(BriefError) as raised:
        read_any(write(tmp_path, {"type": "FeatureCollection", "features": features}))
    assert list(raised.value.faults) == [
        "towers.geojson: place 'wonsan' lies outside WGS 84 (lon=39.2, lat=127.4): lon and lat look swapped",
        "towers.geojson: place 'anadyr' lies outside WGS 84 (lon=64.7, lat=177.5): lon and lat look swapped",
    ]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.geojson", '{"type": "Feature",\n"x" 1}', "line 2: this is not JSON"),
        ("a.txt", "Hello.", "cannot be opened as geodata"),
        ("a.csv", "a,b\n1,2\n", "holds no geometries"),
        ("a.gpkg", "", "cannot be opened as geodata"),
    ],
)
def test_what_is_no_geodata_says_so(tmp_path: Path, name: str, content: str, message: str) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(BriefError, match=message):
        read_any(tmp_path / name)


def test_a_file_that_points_to_other_files_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"type": "FeatureCollection", "features": []})
    virtual = tmp_path / "virtual.vrt"
    virtual.write_text(
        "<OGRVRTDataSource><OGRVRTLayer name='towers'><SrcDataSource>towers.geojson</SrcDataSource>"
        "</OGRVRTLayer></OGRVRTDataSource>"
    )
    with pytest.raises(BriefError, match="points to other files or servers"):
        read_any(virtual)
