"""A brief as tables that GeoPandas and pandas users know."""

from pathlib import Path

import geopandas
import shapely

from geobrief.brief.frames import claims_frame, places_frame
from geobrief.model import Brief, Claim, Place, Quantity

BOX = {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]]}
BRIEF = Brief(
    places=(
        Place("kursk", "Kursk", aliases=("Курск", "K"), lon=36.19, lat=51.73, extra={"colour": "red"}),
        Place("box", "Box", "region", lon=1, lat=1, geometry=BOX),
        Place("oz", "Oz"),
    ),
    claims=(
        Claim("c1", "a.md", "Two left.", ("kursk", "oz"), quantities=(Quantity(2, "people", "Two"),)),
        Claim("c2", "", "None left.", extra={"Desk": "north"}),
    ),
)


def test_places_are_a_geodataframe_in_wgs_84() -> None:
    frame = places_frame(BRIEF)
    assert frame.crs == "EPSG:4326"
    assert list(frame.index) == list(frame["id"]) == ["kursk", "box", "oz"]
    assert list(frame.columns) == [
        *("id", "name", "kind", "country_code", "within", "aliases", "precision", "source", "note"),
        *("lon", "lat", "colour", "geometry"),
    ]
    assert frame.loc["kursk", "aliases"] == "Курск; K"
    assert frame.geometry["kursk"] == shapely.Point(36.19, 51.73)
    assert frame.geometry["box"].area == 4
    assert frame.geometry["oz"] is None


def test_claims_are_a_table_with_the_columns_of_the_file() -> None:
    frame = claims_frame(BRIEF)
    assert list(frame.columns) == [
        *(
            "id",
            "article",
            "quote",
            "places",
            "by",
            "certainty",
            "quantity",
            "when",
            "from",
            "to",
            "url",
            "note",
            "group",
        ),
        "Desk",
    ]
    assert list(frame["places"]) == ["kursk;oz", ""]
    assert list(frame["quantity"]) == ["2 people", ""]
    assert list(frame["Desk"]) == ["", "north"]


def test_an_empty_brief_has_empty_tables() -> None:
    assert (len(places_frame(Brief())), len(claims_frame(Brief()))) == (0, 0)
    assert places_frame(Brief()).crs == "EPSG:4326"


def test_the_places_go_into_a_geopackage_and_back(tmp_path: Path) -> None:
    places_frame(BRIEF).to_file(tmp_path / "places.gpkg")
    assert list(geopandas.read_file(tmp_path / "places.gpkg")["name"]) == ["Kursk", "Box", "Oz"]
