"""Where newspapers appear, told by the table, by their names and addresses, on the real gazetteer."""

from __future__ import annotations

import pytest

from geobrief.gazetteer import Gazetteer
from geobrief.geoparse import Resolution, recognize, resolve
from geobrief.geoparse.publisher import homes
from geobrief.model import Document


def resolved(text: str, gazetteer: Gazetteer, publisher: str = "") -> dict[str, Resolution]:
    document = Document("a.md", text, publisher=publisher, language="en")
    found = resolve(document, recognize(document, gazetteer), gazetteer)
    return {text[each.toponym.start : each.toponym.end]: each for each in found}


@pytest.mark.parametrize(
    ("publisher", "area"),
    [
        ("www.nola.com", "US.LA"),
        ("https://www.omaha.com/news/1.html", "US.NE"),
        ("The Anchorage Daily News", "US.AK"),
        ("winnipegfreepress.com", "CA.03"),
        ("yorkshirepost.co.uk", "GB.ENG"),
        ("Kyiv Independent", "UA"),
        ("straitstimes.com", "SG"),
        ("somethingnew.co.nz", "NZ"),
        ("lemonde.fr", "FR"),
    ],
)
def test_a_paper_is_at_home_where_it_appears(gazetteer: Gazetteer, publisher: str, area: str) -> None:
    (home,) = homes(publisher, gazetteer)
    assert {each.region_code or each.country_code for each in home.candidates} == {area}


@pytest.mark.parametrize(
    ("publisher", "town"),
    [
        ("The Paducah Gazette", "Paducah"),
        ("yazoocityherald.com", "Yazoo City"),
        ("thetuscumbiatimes.com", "Tuscumbia"),
        ("Opelika-Auburn Herald", "Opelika"),
        ("portangelesnews.com", "Port Angeles"),
    ],
)
def test_a_paper_outside_the_table_is_at_home_in_the_town_of_its_name(
    gazetteer: Gazetteer, publisher: str, town: str
) -> None:
    assert town in {each.name for home in homes(publisher, gazetteer) for each in home.candidates}


@pytest.mark.parametrize(
    "publisher", ["", "  ", "reuters.com", "dailyherald-online.com", "News & Views", "\n."]
)
def test_nothing_is_claimed_where_it_is_not_clear(gazetteer: Gazetteer, publisher: str) -> None:
    assert homes(publisher, gazetteer) == []


def test_a_local_paper_means_the_town_nearby(gazetteer: Gazetteer) -> None:
    text = "The mayor of Lebanon opened a new bridge on Monday, and schools in Lancaster closed early."
    bare = resolved(text, gazetteer)
    known = resolved(text, gazetteer, "ldnews.com")
    assert bare["Lebanon"].candidate is not None
    assert known["Lancaster"].candidate is not None
    assert known["Lancaster"].candidate.region_code == "US.PA"
    assert "in Pennsylvania, where ldnews.com appears" in known["Lancaster"].reasons


@pytest.mark.parametrize("host", [f"paris{'newspaper' * 40}q", "a." * 100_000], ids=["a label", "labels"])
def test_an_address_longer_than_there_are_tells_nothing_at_once(gazetteer: Gazetteer, host: str) -> None:
    assert homes(f"https://{host}.com", gazetteer) == []


def test_a_famous_place_stays_where_it_is_whoever_writes(gazetteer: Gazetteer) -> None:
    text = "President Macron of France met ministers in Paris, and they flew on to Berlin in Germany."
    paris = resolved(text, gazetteer, "The Dallas Morning News")["Paris"]
    assert paris.candidate is not None
    assert paris.candidate.country_code == "FR"


def test_telephone_numbers_tell_the_region(gazetteer: Gazetteer) -> None:
    text = "Police in Lancaster ask witnesses to call {}, or the sheriff at {}."
    east = resolved(text.format("717-555-0142", "(717) 555-0199"), gazetteer)["Lancaster"]
    west = resolved(text.format("661-555-0142", "(661) 555-0199"), gazetteer)["Lancaster"]
    assert east.candidate is not None
    assert west.candidate is not None
    assert (east.candidate.region_code, west.candidate.region_code) == ("US.PA", "US.CA")
