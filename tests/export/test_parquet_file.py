"""GeoParquet as GeoPandas and DuckDB read it, and as geobrief does."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import geopandas
import pytest
import shapely
from pyarrow import parquet

import geobrief
from export.values import BRIEF, HOSTILE_BRIEF, located_alike, said, shapes
from geobrief.brief.any_file import read_any
from geobrief.errors import BriefError
from geobrief.export import Options, content, export, left_out
from geobrief.model import Brief


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "maize.parquet"
    export(BRIEF, path)
    return path


def test_geopandas_reads_every_place(written: Path) -> None:
    frame = geopandas.read_parquet(written).set_index("id")
    assert frame.crs.equals("OGC:CRS84")
    assert list(frame.index) == [place.id for place in BRIEF.places]
    assert frame.loc["odesa"].geometry.equals(shapely.Point(30.7326, 46.4775))
    assert frame.loc["steppe"].geometry.equals(shapes(BRIEF)["steppe"])
    assert frame.loc["nowhere"].geometry is None
    assert (frame.loc["noted", "floors"], frame.loc["noted", "Name_2"]) == (3, "other case")


def test_a_box_is_read_alone(written: Path) -> None:
    frame = geopandas.read_parquet(written, bbox=(20, 40, 31, 51))
    assert set(frame["id"]) == {"odesa", "steppe", "danube", "mixed"}


def test_the_metadata_are_those_of_geoparquet_1_1(written: Path) -> None:
    geo = json.loads(parquet.read_schema(written).metadata[b"geo"])
    assert (geo["version"], geo["primary_column"]) == ("1.1.0", "geometry")
    column = geo["columns"]["geometry"]
    assert column["encoding"] == "WKB"
    assert set(column["geometry_types"]) == {
        "Point",
        "Polygon",
        "MultiPolygon",
        "LineString",
        "GeometryCollection",
    }
    assert column["covering"]["bbox"]["xmin"] == ["bbox", "xmin"]


def test_duckdb_takes_the_claims_apart(written: Path) -> None:
    query = f"SELECT id, unnest(claims, recursive := true) FROM '{written}' WHERE id = 'odesa'"
    rows = duckdb.sql(query.replace("SELECT id,", "SELECT")).df()
    assert list(rows["id"]) == ["c1", "c3"]
    assert (rows["by"][0], rows["start"][0], rows["end"][0]) == ("The Port", "2025-03-01", "2025-03-31")
    assert (rows["quantity"][0], rows["to"][0]) == ("12 tonnes", "busan")


@pytest.mark.parametrize(
    "brief", [BRIEF, HOSTILE_BRIEF, Brief(title="Empty")], ids=["maize", "hostile", "empty"]
)
def test_geobrief_reads_all_of_it_back(tmp_path: Path, brief: Brief) -> None:
    path = tmp_path / "a.parquet"
    export(brief, path)
    found = geobrief.read(path).value
    assert said(found) == said(brief)
    assert located_alike(found, brief)
    for name, shape in shapes(brief).items():
        if name != "fiji":
            assert shapes(found)[name].equals(shape)


def test_any_other_geoparquet_is_a_brief_too(tmp_path: Path) -> None:
    frame = geopandas.GeoDataFrame({"name": ["A"]}, geometry=[shapely.Point(500000, 0)], crs="EPSG:32631")
    frame.to_parquet(tmp_path / "a.parquet")
    (place,) = read_any(tmp_path / "a.parquet").places
    assert (place.name, place.lon, place.lat) == ("A", pytest.approx(3), pytest.approx(0))


def test_what_is_no_geoparquet_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"nothing")
    with pytest.raises(BriefError, match=r"a\.parquet cannot be read as GeoParquet"):
        read_any(tmp_path / "a.parquet")


def test_it_holds_all_and_the_same_brief_gives_the_same_bytes() -> None:
    assert left_out(BRIEF, "a.parquet", "", Options()) == ""
    assert content(BRIEF, "a.parquet", "", Options()) == content(BRIEF, "a.parquet", "", Options())
