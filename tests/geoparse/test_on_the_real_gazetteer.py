"""Sentences like those of the news, through the gazetteer that users have."""

from __future__ import annotations

import pytest

from geobrief.gazetteer import Gazetteer
from geobrief.geoparse import recognize, resolve
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
