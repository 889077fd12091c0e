"""Asks the real gazetteer, built from the packages as users have them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.gazetteer import Gazetteer
from geobrief.model import Candidate
from geobrief.text.names import comparable


def best(gazetteer: Gazetteer, name: str) -> Candidate:
    return gazetteer.candidates(name)[0]


@pytest.mark.parametrize(
    ("name", "source", "lon", "lat"),
    [
        ("Alabuga", "geonames:468082", 52.04, 55.76),
        ("Pyongyang", "geonames:1871859", 125.75, 39.03),
        ("P’yŏngyang", "geonames:1871859", 125.75, 39.03),
        ("Kaechon", "geonames:1876401", 125.89, 39.70),
        ("Kursk", "geonames:538560", 36.18, 51.73),
        ("SANAA", "geonames:71137", 44.21, 15.35),
        ("The Hague", "geonames:2747373", 4.30, 52.08),
        ("Hague", "geonames:2747373", 4.30, 52.08),
        ("Fort Worth", "geonames:4691930", -97.32, 32.73),
        ("Ft. Worth", "geonames:4691930", -97.32, 32.73),
        ("St. Petersburg", "geonames:498817", 30.31, 59.94),
        ("Казань", "geonames:551487", 49.12, 55.79),
        ("NYC", "geonames:5128581", -74.01, 40.71),
        ("United States", "geonames:6252001", -98.5, 39.76),
        ("Texas", "geonames:4736286", -99.25, 31.25),
        ("Tatarstan", "geonames:484048", 51.0, 55.5),
    ],
)
def test_the_best_known_place_of_a_name(
    gazetteer: Gazetteer, name: str, source: str, lon: float, lat: float
) -> None:
    found = best(gazetteer, name)
    assert (found.id, found.lon, found.lat) == (
        source,
        pytest.approx(lon, abs=0.05),
        pytest.approx(lat, abs=0.05),
    )


def test_an_alternate_name_is_told_from_the_main_one(gazetteer: Gazetteer) -> None:
    alternate, main = best(gazetteer, "alabuga"), best(gazetteer, "yelabuga")
    assert (alternate.name, alternate.matched, alternate.exact) == ("Yelabuga", "Alabuga", False)
    assert (main.name, main.matched, main.exact) == ("Yelabuga", "Yelabuga", True)
    assert (main.country_code, main.region_code, main.within) == ("RU", "RU.73", "Tatarstan")


@pytest.mark.parametrize(
    ("name", "main"), [("Cologne", "Köln"), ("Hodeidah", "Al Ḩudaydah"), ("Andijan", "Andijon")]
)
def test_the_english_name_of_a_city_is_a_main_one(gazetteer: Gazetteer, name: str, main: str) -> None:
    city = next(each for each in gazetteer.candidates(name) if each.name == main)
    assert (city.kind, city.matched, city.exact) == ("city", name, True)


def test_an_unknown_name_has_no_candidates(gazetteer: Gazetteer) -> None:
    assert not gazetteer.candidates("Zzyzx upon Nowhere")
    assert not gazetteer.candidates("")
    assert not gazetteer.known("zzyzx upon nowhere")


def test_a_country_comes_before_its_namesakes(gazetteer: Gazetteer) -> None:
    georgia, state, *_ = gazetteer.candidates("Georgia")
    assert (georgia.kind, georgia.country_code, georgia.level) == ("country", "GE", 0)
    assert (state.kind, state.region_code, state.level, state.within) == ("region", "US.GA", 1, "")


@pytest.mark.parametrize(
    ("name", "country_code"),
    [("Washington", "US"), ("San José", "CR"), ("Bogota", "CO"), ("Astana", "KZ"), ("Tripoli", "LY")],
)
def test_capitals_are_told_from_their_namesakes(gazetteer: Gazetteer, name: str, country_code: str) -> None:
    capitals = [place for place in gazetteer.candidates(name) if place.feature_code == "P.PPLC"]
    assert [(place.kind, place.country_code) for place in capitals] == [("city", country_code)]


def test_namesakes_come_by_population(gazetteer: Gazetteer) -> None:
    cities = [place for place in gazetteer.candidates("Springfield") if place.level == 3]
    assert [place.within for place in cities[:3]] == ["Missouri", "Massachusetts", "Illinois"]
    populations = [place.population for place in cities]
    assert populations == sorted(populations, reverse=True)


def test_a_city_comes_before_the_region_that_bears_its_name(gazetteer: Gazetteer) -> None:
    city, region, *_ = gazetteer.candidates("Kursk")
    assert (city.level, city.kind) == (3, "city")
    assert (region.id, region.level, region.kind) == ("geonames:538555", 1, "region")


@pytest.mark.parametrize("name", ["Kursk", "Kursk Oblast", "Курская область", "Koursk"])
def test_a_division_has_its_names_in_other_languages(gazetteer: Gazetteer, name: str) -> None:
    assert "geonames:538555" in {place.id for place in gazetteer.candidates(name)}


def test_a_second_level_division_lies_among_its_towns(gazetteer: Gazetteer) -> None:
    cook = best(gazetteer, "Cook County")
    assert (cook.level, cook.kind, cook.within) == (2, "region", "Illinois")
    assert (cook.lon, cook.lat) == (pytest.approx(-87.8, abs=0.3), pytest.approx(41.8, abs=0.3))


def test_a_name_with_its_own_possessive_is_not_the_name_without(gazetteer: Gazetteer) -> None:
    assert best(gazetteer, "St. John's").country_code == "CA"
    assert best(gazetteer, "St. John's").within == "Newfoundland and Labrador"
    assert best(gazetteer, "Russia’s").country_code == "RU"
    assert best(gazetteer, "the Netherlands").country_code == "NL"


def test_known_names_are_the_beginnings_of_a_text(gazetteer: Gazetteer) -> None:
    assert list(gazetteer.known("new york city officials"))[-2:] == ["new york", "new york city"]
    assert "saint petersburg" in gazetteer.known("saint petersburg is")


@pytest.mark.parametrize("code", ["ALV", "FNJ", "SGF"])
def test_airport_codes_are_no_names(gazetteer: Gazetteer, code: str) -> None:
    assert {place.level for place in gazetteer.candidates(code) if place.matched == code} <= {0, 1}


@pytest.mark.parametrize("name", ["an dao er cheng", "si pu lin fei er de", "sbrynghfyld"])
def test_machine_made_transliterations_are_no_names(gazetteer: Gazetteer, name: str) -> None:
    assert not gazetteer.candidates(name)


def test_countries_and_regions_are_had_by_code(gazetteer: Gazetteer) -> None:
    korea, texas = gazetteer.country("KP"), gazetteer.region("US.TX")
    assert korea is not None
    assert texas is not None
    assert (korea.name, korea.kind) == ("North Korea", "country")
    assert (texas.name, texas.country_code, texas.region_code) == ("Texas", "US", "US.TX")
    assert gazetteer.country("ZZ") is None
    assert gazetteer.region("US.ZZ") is None
    assert gazetteer.get("geonames:0") is None


def test_every_iso_country_is_there(gazetteer: Gazetteer) -> None:
    from babel import Locale

    gone = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
    codes = {code for code in Locale("en").territories if code.isalpha()} - gone
    assert {code for code in codes if gazetteer.country(code) is None} == set()


def test_crimea_is_filed_under_ukraine(gazetteer: Gazetteer) -> None:
    crimea = next(place for place in gazetteer.candidates("Crimea") if place.level == 1)
    assert (crimea.country_code, crimea.region_code) == ("UA", "UA.11")


@given(st.text(max_size=40))
def test_any_text_may_be_asked_for(gazetteer: Gazetteer, name: str) -> None:
    key = comparable(name)
    for place in gazetteer.candidates(name):
        assert gazetteer.get(place.id) is not None
        assert -180 <= place.lon <= 180
        assert -90 <= place.lat <= 90
    assert all(key.startswith(known) for known in gazetteer.known(key))


def test_a_town_that_only_the_other_package_has_is_there(gazetteer: Gazetteer) -> None:
    bagram = next(each for each in gazetteer.candidates("Bagram") if each.kind == "city")
    assert (bagram.id, bagram.country_code, bagram.within) == ("geonames:1147513", "AF", "Parwan")
