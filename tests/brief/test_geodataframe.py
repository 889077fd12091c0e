"""A GeoDataFrame as a brief: what its columns mean, which CRS it is in, and what cannot be told."""

from __future__ import annotations

import geopandas
import pandas
import pytest
import shapely

import geobrief
from geobrief.errors import BriefError
from geobrief.model import When

WELLS = geopandas.GeoDataFrame(
    {
        "Name": ["Well A", "Well A", "Колодец", None],
        "said": ["It is dry.", "It is wet.", None, "Nobody knows."],
        "who": ["Officials", None, "x", "x"],
        "sure": ["claimed", "Denied", None, None],
        "seen": pandas.to_datetime(["2024-06-01", None, None, "2024-07-02"]),
        "depth": [10, 10, 30, 5],
        "reading": [1.5, 2.5, None, 3.5],
        "kind": ["site", "site", "city", "site"],
    },
    geometry=[shapely.Point(10, 50), shapely.Point(10, 50), shapely.Point(20, 50), None],
    crs="EPSG:4326",
)
TOLD = {"name": "Name", "claim": "said", "by": "who", "certainty": "sure", "when": "seen"}


def test_rows_of_one_spot_are_claims_about_one_place() -> None:
    brief = geobrief.from_geodataframe(WELLS, **TOLD, title="Wells").value
    assert [(place.id, place.name, place.lon) for place in brief.places] == [
        ("well-a", "Well A", 10),
        ("place", "Колодец", 20),
        ("place-4", "Place 4", None),
    ]
    assert [(claim.quote, claim.by, claim.certainty, claim.places) for claim in brief.claims] == [
        ("It is dry.", "Officials", "claimed", ("well-a",)),
        ("It is wet.", "", "denied", ("well-a",)),
        ("Nobody knows.", "x", "stated", ("place-4",)),
    ]
    assert brief.claims[0].when == When("2024-06-01", "2024-06-01")
    assert brief.title == "Wells"


def test_other_columns_stay_with_the_place_or_where_its_rows_differ_with_the_claims() -> None:
    brief = geobrief.from_geodataframe(WELLS, **TOLD).value
    assert (brief.places[0].kind, dict(brief.places[0].extra)) == ("site", {"depth": 10})
    assert [claim.extra for claim in brief.claims[:2]] == [{"reading": "1.5"}, {"reading": "2.5"}]
    assert brief.places[2].extra == {"depth": 5, "reading": 3.5}


def test_without_claims_it_is_a_brief_of_places() -> None:
    brief = geobrief.from_geodataframe(WELLS).value
    assert (len(brief.places), brief.claims) == (3, ())


def test_any_crs_is_reprojected() -> None:
    brief = geobrief.from_geodataframe(WELLS.to_crs(3857)).value
    assert (brief.places[0].lon, brief.places[0].lat) == pytest.approx((10, 50))


def test_longitudes_past_180_are_brought_back_and_areas_cut() -> None:
    frame = geopandas.GeoDataFrame(
        {"name": ["Taveuni", "Sea"]},
        geometry=[shapely.Point(190, -17), shapely.box(170, 0, 190, 9)],
        crs=4326,
    )
    point, sea = geobrief.from_geodataframe(frame).value.places
    assert point.lon == -170
    assert sea.geometry is not None
    assert sea.geometry["type"] == "MultiPolygon"


@pytest.mark.parametrize(
    ("frame", "told", "message"),
    [
        (WELLS.set_crs(None, allow_override=True), {}, "has no CRS, .* frame.set_crs"),
        (WELLS, {"claim": "quote"}, "no column 'quote' for claim=. Its columns are Name, said, who"),
        (WELLS.drop(columns="Name"), {}, "Tell which column names the places, .* said, who"),
        (pandas.DataFrame({"name": ["A"]}), {}, "A DataFrame without geometries"),
        (WELLS, TOLD | {"certainty": "who"}, "unknown certainty 'Officials'; it is one of denied"),
        (WELLS, TOLD | {"when": "said"}, "a date that is not ISO 8601, 'It is dry.'"),
    ],
)
def test_what_cannot_be_told_is_said_in_one_line(frame: object, told: dict[str, str], message: str) -> None:
    with pytest.raises(BriefError, match=message) as fault:
        geobrief.from_geodataframe(frame, **told)
    assert "\n" not in str(fault.value)


def test_columns_that_a_place_has_of_its_own_are_kept_beside() -> None:
    frame = WELLS.rename(columns={"who": "id", "said": "name", "depth": "lon"})
    extra = geobrief.from_geodataframe(frame, name="Name", claim="name").value.places[0].extra
    assert extra["lon_2"] == 10


def test_an_empty_frame_is_an_empty_brief() -> None:
    assert geobrief.from_geodataframe(WELLS[:0]).value.places == ()
