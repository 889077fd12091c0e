"""The files as the tools that people have write them: read right, and written back in the same dialect."""

import csv
import json
from pathlib import Path

import geopandas
import pyogrio
import pytest
import shapely

from editor.editing import feature, make_brief, state
from geobrief.brief.faults import faults
from geobrief.brief.folder import read_folder
from geobrief.editor.changes import AddClaim, MovePlace, SetClaim, SetPlace
from geobrief.editor.store import apply, undo
from geobrief.model import Claim


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_brief(tmp_path / "brief")


def through_qgis(path: Path, *, rfc_7946: bool, lift: bool = False) -> geopandas.GeoDataFrame:
    """What QGIS does when a layer is edited and saved: GDAL reads and writes it all."""
    frame = geopandas.read_file(path)
    frame["checked"] = 1
    if lift:
        frame.geometry = [shapely.force_3d(shape, 12.5) if shape else shape for shape in frame.geometry]
    options = {"RFC7946": "YES"} if rfc_7946 else {"COORDINATE_PRECISION": "6"}
    pyogrio.write_dataframe(frame, path, driver="GeoJSON", layer="places", **options)
    return frame


def without_extra(folder: Path) -> list[object]:
    return [
        (place.id, place.name, place.kind, place.lon, place.lat, place.aliases)
        for place in read_folder(folder).value.places
    ]


@pytest.mark.parametrize("lift", [False, True])
@pytest.mark.parametrize("rfc_7946", [False, True])
def test_places_saved_by_qgis_are_the_same_places(folder: Path, rfc_7946: bool, lift: bool) -> None:
    before = without_extra(folder)
    through_qgis(folder / "places.geojson", rfc_7946=rfc_7946, lift=lift)
    text = (folder / "places.geojson").read_text()
    assert ('"crs"' in text) is not rfc_7946
    assert without_extra(folder) == before
    assert read_folder(folder).value.places[0].extra["colour"] == "red"


def test_a_change_after_qgis_keeps_the_rest_as_qgis_wrote_it(folder: Path) -> None:
    path = folder / "places.geojson"
    through_qgis(path, rfc_7946=False, lift=True)
    before = path.read_text().splitlines()
    whole = state(folder)
    apply(folder, MovePlace("alabuga", 52.1, 55.8))
    after = path.read_text().splitlines()
    assert [number for number, line in enumerate(after) if line != before[number]] == [
        next(number for number, line in enumerate(before) if '"Alabuga"' in line)
    ]
    assert json.loads(path.read_text())["features"][1]["properties"]["checked"] == 1
    undo(folder)
    assert state(folder) == whole


def test_a_multipolygon_drawn_in_qgis_is_the_place_s_area(folder: Path) -> None:
    path = folder / "places.geojson"
    frame = geopandas.read_file(path)
    parts = shapely.MultiPolygon([shapely.box(37, 55, 38, 56), shapely.box(39, 55, 39.5, 56)])
    frame.loc[frame["id"] == "moscow", "geometry"] = geopandas.GeoSeries([parts], crs=4326).values
    pyogrio.write_dataframe(frame, path, driver="GeoJSON", layer="places")
    place = next(place for place in read_folder(folder).value.places if place.id == "moscow")
    assert place.geometry is not None
    assert place.geometry["type"] == "MultiPolygon"
    assert place.located
    apply(folder, SetPlace("moscow", {"note": "two parts"}))
    again = next(place for place in read_folder(folder).value.places if place.id == "moscow")
    assert (again.geometry, again.lon, again.lat) == (place.geometry, place.lon, place.lat)


@pytest.mark.parametrize("crs", [3857, 32652, 4284])
def test_an_export_in_another_crs_is_the_same_places_and_stays_in_it(folder: Path, crs: int) -> None:
    before = read_folder(folder).value.places
    path = folder / "places.geojson"
    pyogrio.write_dataframe(geopandas.read_file(path).to_crs(crs), path, driver="GeoJSON", layer="places")
    exported = path.read_text().splitlines()
    (doubt,) = [fault for fault in faults(folder) if "the coordinates are in" in fault.message]
    assert (doubt.line, f"EPSG::{crs}" in doubt.message) == (exported.index(crs_line(exported)) + 1, True)
    for place, old in zip(read_folder(folder).value.places, before, strict=True):
        assert (place.id, place.name, place.kind, place.aliases) == (old.id, old.name, old.kind, old.aliases)
        assert (place.lon, place.lat) == pytest.approx((old.lon, old.lat), abs=1e-8, nan_ok=True)

    apply(folder, MovePlace("alabuga", 52.1, 55.8))
    changed = path.read_text().splitlines()
    assert [line for line in changed if '"Alabuga"' not in line] == [
        line for line in exported if '"Alabuga"' not in line
    ]
    again = geopandas.read_file(path)
    assert again.crs.to_epsg() == crs
    alabuga = again.to_crs(4326).geometry[1]
    assert (alabuga.x, alabuga.y) == pytest.approx((52.1, 55.8), abs=1e-8)
    assert read_folder(folder).value.places[1].lon == pytest.approx(52.1, abs=1e-8)


def crs_line(lines: list[str]) -> str:
    return next(line for line in lines if line.startswith('"crs"'))


def test_geojson_io_s_styles_and_order_of_members_are_kept(folder: Path) -> None:
    """It writes `type` first, `id` last as a number or not at all, and simplestyle properties."""
    style = {"marker-color": "#ff0000", "marker-size": "medium"}
    collection = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"name": key.title(), **style},
                "geometry": {"coordinates": [127.44, 39.15], "type": "Point"},
                "id": key,
            }
            for key in ("wonsan", "alabuga", "moscow")
        ],
    }
    path = folder / "places.geojson"
    path.write_text(json.dumps(collection, indent=2))
    apply(folder, SetPlace("alabuga", {"note": "a zone"}))
    written = json.loads(path.read_text())
    assert list(written["features"][1]) == ["type", "properties", "geometry", "id"]
    assert written["features"][1]["properties"] == {"name": "Alabuga", **style, "note": "a zone"}
    assert feature(folder, "wonsan") == collection["features"][0]


def spreadsheet(folder: Path, encoding: str, *, delimiter: str, dates: list[str], quote_all: bool) -> str:
    """What a spreadsheet saves of the claims, one date a claim, and a column of the user's own."""
    path = folder / "claims.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        quoting = csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL
        writer = csv.writer(file, delimiter=delimiter, lineterminator="\r\n", quoting=quoting)
        writer.writerow(["id", "article", "quote", "places", "when", "Prüfer"])
        for number, date in enumerate(dates, 1):
            quote = "Officials denied it in Moscow."
            writer.writerow([f"c{number}", "a.md", quote, "moscow;wonsan", date, "Jürgen"])
    return path.read_bytes().decode(encoding)


@pytest.mark.parametrize(
    ("encoding", "delimiter", "quote_all"),
    [
        ("cp1252", ";", False),
        ("utf-8-sig", ";", False),
        ("utf-8-sig", ",", False),
        ("utf-16", "\t", False),
        ("utf-8", ",", True),
    ],
)
def test_claims_saved_by_a_spreadsheet_stay_in_its_dialect(
    folder: Path, encoding: str, delimiter: str, quote_all: bool
) -> None:
    dates = ["12.06.2024", "25.12.2024"]
    before = spreadsheet(folder, encoding, delimiter=delimiter, dates=dates, quote_all=quote_all)
    claims = read_folder(folder).value.claims
    assert [claim.when and claim.when.start for claim in claims] == ["2024-06-12", "2024-12-25"]
    assert (claims[0].places, claims[0].extra) == (("moscow", "wonsan"), {"Prüfer": "Jürgen"})
    apply(folder, AddClaim(Claim("", "a.md", "Größe", ("moscow",))))
    after = (folder / "claims.csv").read_bytes().decode(encoding)
    assert after.startswith(before)
    (row,) = csv.reader([after.removeprefix(before)], delimiter=delimiter)
    assert row == ["c3", "a.md", "Größe", "moscow", "", ""]
    assert after.endswith("\r\n")


def test_american_dates_are_told_by_the_column(folder: Path) -> None:
    spreadsheet(folder, "utf-8", delimiter=",", dates=["6/12/2024", "12/25/2024"], quote_all=False)
    apply(folder, SetClaim("c2", {"note": "x"}))
    assert [claim.when and claim.when.start for claim in read_folder(folder).value.claims] == [
        "2024-06-12",
        "2024-12-25",
    ]
    assert b",6/12/2024," in (folder / "claims.csv").read_bytes()
