from dataclasses import replace

from geobrief.gazetteer.entries import Entry, NameRank
from geobrief.gazetteer.own_tables import Feature
from geobrief.gazetteer.sources_features import with_features

ISLAND = Feature(
    "geobrief:gotland-island",
    "Gotland",
    "region",
    "island",
    "SE",
    18.5,
    57.5,
    (18.0, 56.9, 19.4, 58.0),
    ("Goth",),
    3,
)
COUNTY = Entry(
    "geonames:1", "Gotland", "region", 18.4, 57.4, 1, "SE", "SE.05", population=60_000, weight=6_000
)


def test_an_island_that_is_a_division_too_is_one_place() -> None:
    (one,) = with_features([COUNTY], [ISLAND])
    assert (one.id, one.level, one.region_code, one.lon) == ("geonames:1", 1, "SE.05", 18.4)
    assert (one.bbox, one.names["Goth"], one.weight) == (ISLAND.bbox, NameRank.ALTERNATE, 500_000)


def test_a_division_known_by_another_name_takes_the_feature_s_common_one() -> None:
    county = replace(COUNTY, lon=18.5, lat=57.5, name="Gotlands län", names={"Gotland": NameRank.ALTERNATE})
    (one,) = with_features([county], [ISLAND])
    assert one.name == "Gotland"
    assert "Gotlands län" in one.names


def test_namesakes_far_apart_stay_two() -> None:
    elsewhere = replace(COUNTY, lon=14.0)
    assert [entry.id for entry in with_features([elsewhere], [ISLAND])] == ["geonames:1", ISLAND.id]


def test_a_range_and_the_county_named_after_it_are_two() -> None:
    assert len(list(with_features([COUNTY], [replace(ISLAND, feature="mountains")]))) == 2


def test_a_country_keeps_its_name() -> None:
    country = Entry(
        "geonames:2", "Malta", "country", 14.4, 35.9, 0, "MT", names={"Maltese Islands": NameRank.ALTERNATE}
    )
    islands = replace(ISLAND, name="Maltese Islands", country_code="MT", lon=14.4, lat=35.9, aliases=())
    (one,) = with_features([country], [islands])
    assert (one.name, one.kind) == ("Malta", "country")
