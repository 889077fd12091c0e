"""Sentences like those of the news, through the gazetteer that users have."""

from __future__ import annotations

import pytest

from geobrief.gazetteer import Gazetteer
from geobrief.geoparse import Resolution, recognize, resolve
from geobrief.model import Document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Drones reached the Alabuga Special Economic Zone in Tatarstan; Kursk region needs Pyongyang.",
            {
                "Alabuga Special Economic Zone": ("city", "RU.73"),
                "Tatarstan": ("region", "RU.73"),
                "Pyongyang": ("city", "KP.12"),
                "Kursk region": ("region", "RU.41"),
            },
        ),
        (
            "Police in Birmingham, Alabama, asked for help from Montgomery.",
            {
                "Birmingham": ("city", "US.AL"),
                "Alabama": ("region", "US.AL"),
                "Montgomery": ("city", "US.AL"),
            },
        ),
        (
            "Fishermen in Galicia and in Vigo await help from Spain.",
            {"Galicia": ("region", "ES.58"), "Vigo": ("city", "ES.58"), "Spain": ("country", "")},
        ),
        (
            "Missiles fell on Lviv and Kyiv; Ukraine shot down most.",
            {"Lviv": ("city", "UA.15"), "Kyiv": ("city", "UA.12"), "Ukraine": ("country", "")},
        ),
        (
            "Tankers left the Strait of Hormuz for the Gulf of Oman.",
            {"Strait of Hormuz": ("water", ""), "Gulf of Oman": ("water", "")},
        ),
    ],
)
def test_news_is_placed(gazetteer: Gazetteer, text: str, expected: dict[str, tuple[str, str]]) -> None:
    document = Document("a.md", text)
    found = {
        text[each.toponym.start : each.toponym.end]: (each.candidate.kind, each.candidate.region_code)
        for each in resolve(document, recognize(document, gazetteer), gazetteer)
        if each.candidate is not None
    }
    assert found == expected


def resolutions(gazetteer: Gazetteer, text: str, name: str) -> list[Resolution]:
    """What a name of a text was resolved to, where it stands."""
    document = Document("a.md", text)
    found = resolve(document, recognize(document, gazetteer), gazetteer)
    return [each for each in found if each.toponym.name == name]


@pytest.mark.parametrize(
    ("text", "name", "region_code"),
    [
        ("Wheat went by sea to Tripoli, the second city of Lebanon.", "Tripoli", "LB.09"),
        ("Archives in Verona, Munich and Cologne were opened.", "Cologne", "DE.07"),
        ("Officials in Taipei in China objected.", "Taipei", "TW.04"),
        ("Kherson, Zaporizhzhia and Donetsk were shelled.", "Kherson", "UA.08"),
    ],
)
def test_what_the_text_says_of_where_a_place_lies_is_heeded(
    gazetteer: Gazetteer, text: str, name: str, region_code: str
) -> None:
    (resolution,) = resolutions(gazetteer, text, name)
    assert resolution.candidate is not None
    assert resolution.candidate.region_code == region_code


@pytest.mark.parametrize(
    ("text", "name", "area"),
    [
        ("Bombers were flown from Engels to Ukrainka in the Amur region.", "Ukrainka", "Amur"),
        ("A tornado hit Stroud, Ontario, on Monday.", "Stroud", "Ontario"),
    ],
)
def test_a_place_is_not_put_outside_the_area_that_the_text_has_it_in(
    gazetteer: Gazetteer, text: str, name: str, area: str
) -> None:
    (resolution,) = resolutions(gazetteer, text, name)
    assert resolution.candidate is None
    assert resolution.reasons == (f"no {name} in {area} is in the gazetteer",)
    assert resolution.runners_up


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arms reached Conakry aboard the Adler and a barge.", ["Conakry"]),
        ("Crew on board the Odessa said that they had left Novorossiysk.", ["Novorossiysk"]),
        ("Students slept aboard the Kerch ferry.", ["Kerch"]),
        ("Spies sat aboard the Moscow-bound train.", ["Moscow"]),
        ("A song by a singer called Milan is heard in Vienna.", ["Vienna"]),
        ("A town called Milan was flooded.", ["Milan"]),
    ],
)
def test_a_ship_or_a_person_of_a_place_s_name_is_none(
    gazetteer: Gazetteer, text: str, expected: list[str]
) -> None:
    assert [each.name for each in recognize(Document("a.md", text), gazetteer)] == expected
