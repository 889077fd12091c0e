"""`geobrief.analyze` with other recognizers and geocoders: named, or objects of the user's own."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path

import pytest

import geobrief
from geobrief.gazetteer import Gazetteer
from geobrief.geoparse import Toponym
from geobrief.model import Candidate, Document
from nominatim_server import running, separate_cache
from spacy_pipeline import save_pipeline

TEXT = "Trains reached Zubrovichka on Monday, the mayor said."


class Villages:
    """Both protocols in one class."""

    def recognize(self, document: Document) -> tuple[Toponym, ...]:
        at = document.text.index("Zubrovichka")
        return (Toponym(at, at + len("Zubrovichka"), "Zubrovichka"),)

    def candidates(self, name: str) -> Sequence[Candidate]:
        return [
            Candidate("own:1", name, "city", 52.3, 55.6, "RU", "RU.73", population=9000, exact=True, level=3)
        ]


def test_objects_that_follow_the_protocols_serve(gazetteer: Gazetteer) -> None:
    villages = Villages()
    brief = geobrief.analyze(TEXT, gazetteer=gazetteer, recognizer=villages, geocoder=villages)
    assert [(place.name, place.source) for place in brief.value.places] == [("Zubrovichka", "own:1")]


def test_options_serve_and_a_failing_service_is_a_warning(
    gazetteer: Gazetteer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").mkdir()
    separate_cache(tmp_path / "cache", monkeypatch)
    recognizer = f"spacy:{save_pipeline(tmp_path / 'rules')}"
    with running() as server:
        geocoder = f"nominatim:{server.url}"
        server.status = 503
        with pytest.warns(geobrief.GeocoderWarning, match="not looked up and may well exist"):
            brief = geobrief.analyze(TEXT, gazetteer=gazetteer, recognizer=recognizer, geocoder=geocoder)
        assert [place.located for place in brief.value.places] == [False]
        server.status = 200
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            brief = geobrief.analyze(TEXT, gazetteer=gazetteer, recognizer=recognizer, geocoder=geocoder)
        assert [place.source for place in brief.value.places] == ["osm:node/107775"]


def test_a_recognizer_that_is_none_is_an_error(gazetteer: Gazetteer) -> None:
    with pytest.raises(geobrief.RecognizerError, match="Give spacy:MODEL"):
        geobrief.analyze(TEXT, gazetteer=gazetteer, recognizer="spaCy")


def test_half_a_surrogate_pair_counts_as_one_unreadable_character() -> None:
    brief = geobrief.analyze("\ud800 Troops left Kyiv.")
    assert brief.value.documents[0].text == "\ufffd Troops left Kyiv."
    assert [place.name for place in brief.value.places] == ["Kyiv"]


def test_a_brief_shows_itself_in_one_line() -> None:
    brief = geobrief.analyze("Rain fell in Oslo on Monday.", published="2025-06-20")
    assert repr(brief) == "<geobrief.Brief 'article': articles=1, places=1, claims=1>"
