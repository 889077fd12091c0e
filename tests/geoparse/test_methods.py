"""Choosing how places are found: what is opened, what is asked, what is told when it fails."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from geobrief.errors import GeocoderError, RecognizerError
from geobrief.gazetteer import Gazetteer, open_gazetteer
from geobrief.geoparse import Resolution, Toponym
from geobrief.geoparse.methods import OWN_METHODS, Methods, geoparser_of, open_geoparser
from geobrief.model import Candidate, Document
from nominatim_server import Server, running, separate_cache

TEXT = "Trains from Kazan reached Zubrovichka on Monday, and Nowhereby is quiet."


class NamedPlaces:
    """A `Recognizer` that knows what it looks for."""

    def __init__(self, *names: str) -> None:
        self.names = names

    def recognize(self, document: Document) -> tuple[Toponym, ...]:
        found = ((document.text.index(name), name) for name in self.names)
        return tuple(Toponym(at, at + len(name), name) for at, name in sorted(found))


class OneVillage:
    """A `Geocoder` of one place, as a user may write it."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def candidates(self, name: str) -> Sequence[Candidate]:
        self.asked.append(name)
        if name != "Zubrovichka":
            return ()
        return [
            Candidate("own:1", name, "city", 52.3, 55.6, "RU", "RU.73", population=900, exact=True, level=3)
        ]


ALL_THREE = NamedPlaces("Kazan", "Zubrovichka", "Nowhereby")


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer) -> Iterator[Server]:
    assert gazetteer  # built by now
    separate_cache(tmp_path, monkeypatch)
    with running() as server:
        yield server


def by_name(found: Sequence[Resolution]) -> dict[str, Resolution]:
    return {each.toponym.name: each for each in found}


def test_methods_travel_to_other_processes() -> None:
    methods = Methods("spacy:en_core_web_sm", "nominatim:https://names.example")
    assert pickle.loads(pickle.dumps(methods)) == methods
    assert Methods() == OWN_METHODS


def test_only_names_that_the_gazetteer_lacks_are_asked_for_and_each_once(gazetteer: Gazetteer) -> None:
    village = OneVillage()
    geoparser = geoparser_of(gazetteer, ALL_THREE, village)
    found = by_name(geoparser.resolutions(Document("a.md", TEXT)))
    assert village.asked == ["Zubrovichka", "Nowhereby"]
    assert found["Kazan"].candidate is not None
    assert found["Kazan"].candidate.id.startswith("geonames:")
    assert found["Zubrovichka"].candidate is not None
    assert found["Zubrovichka"].candidate.id == "own:1"
    assert found["Zubrovichka"].reasons[-1] == "not in the gazetteer, but known to the geocoder"
    assert found["Nowhereby"].candidate is None
    assert found["Nowhereby"].reasons[-1] == "the geocoder knows no place of that name either"
    assert geoparser.take_warning() == ""


def test_a_name_in_capitals_is_the_same_name(gazetteer: Gazetteer) -> None:
    village = OneVillage()
    text = "ZUBROVICHKA — The mayor of Zubrovichka spoke in Kazan."
    recognizer = NamedPlaces("Zubrovichka", "ZUBROVICHKA", "Kazan")
    found = geoparser_of(gazetteer, recognizer, village).resolutions(Document("a.md", text))
    assert len(village.asked) == 1
    assert len({each.candidate for each in found[:2]}) == 1


def test_a_service_finds_what_the_gazetteer_lacks(gazetteer: Gazetteer, server: Server) -> None:
    geoparser = geoparser_of(gazetteer, ALL_THREE, f"nominatim:{server.url}")
    found = by_name(geoparser.resolutions(Document("a.md", TEXT)))
    assert found["Zubrovichka"].candidate is not None
    assert found["Zubrovichka"].candidate.id == "osm:node/107775"
    assert found["Nowhereby"].reasons[-1] == f"{server.url} knows no place of that name either"
    assert server.names == ["Zubrovichka", "Nowhereby"]


def test_a_failure_is_never_no_such_place(gazetteer: Gazetteer, server: Server) -> None:
    server.status = 500
    geoparser = geoparser_of(gazetteer, ALL_THREE, f"nominatim:{server.url}")
    found = by_name(geoparser.resolutions(Document("a.md", TEXT)))
    assert found["Kazan"].candidate is not None
    for name in ("Zubrovichka", "Nowhereby"):
        assert found[name].candidate is None
        assert found[name].reasons[-1] == (
            f"it may well exist: {server.url} failed (HTTP status 500). Try again later."
        )
    assert geoparser.take_warning() == (
        "2 names were not looked up and may well exist (Zubrovichka, Nowhereby): "
        f"{server.url} failed (HTTP status 500). Try again later."
    )
    assert geoparser.take_warning() == ""


def test_what_failed_is_asked_again_the_next_time(gazetteer: Gazetteer, server: Server) -> None:
    server.status = 500
    methods = Methods(geocoder=f"nominatim:{server.url}")
    text = Document("a.md", "Jets landed at Zubrovichka air base near Kazan.")
    geoparser_of(gazetteer, NamedPlaces("Zubrovichka"), methods.geocoder).resolutions(text)
    server.status = 200
    again = geoparser_of(gazetteer, NamedPlaces("Zubrovichka"), methods.geocoder).resolutions(text)
    assert [each.candidate.id for each in again if each.candidate] == ["osm:node/107775"]
    assert server.names == ["Zubrovichka", "Zubrovichka"]


def test_by_default_nothing_is_asked(gazetteer: Gazetteer) -> None:
    found = open_geoparser(gazetteer).resolutions(Document("a.md", "Trains from Kazan reached Odesa."))
    assert [each.toponym.name for each in found] == ["Kazan", "Odesa"]


def test_by_default_nothing_of_the_network_and_of_spacy_is_loaded() -> None:
    open_gazetteer()  # so that the other process need not build it
    code = (
        "import sys, geobrief\n"
        "geobrief.analyze('Trains from Kazan reached Odesa on Monday.')\n"
        "print([name for name in ('geopy', 'spacy', 'http.client', 'sqlite3') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("option", ["spacy", "spacy:", "flair:ner", "en_core_web_sm"])
def test_an_unknown_recognizer_is_told(gazetteer: Gazetteer, option: str) -> None:
    with pytest.raises(RecognizerError, match="Give spacy:MODEL"):
        open_geoparser(gazetteer, Methods(recognizer=option))


@pytest.mark.parametrize("option", ["nominatim", "nominatim:", "photon:https://x", "https://names.example"])
def test_an_unknown_geocoder_is_told(gazetteer: Gazetteer, option: str) -> None:
    with pytest.raises(GeocoderError, match="Give nominatim:URL"):
        open_geoparser(gazetteer, Methods(geocoder=option))


@pytest.mark.parametrize(
    ("package", "methods", "extra"),
    [
        ("spacy", "recognizer='spacy:en_core_web_sm'", "spacy"),
        ("geopy", "geocoder='nominatim:https://names.example'", "online"),
    ],
)
def test_a_missing_package_is_told_with_how_to_get_it(
    package: str, methods: str, extra: str, tmp_path: Path
) -> None:
    """In a process in which the package cannot be imported, as where it is not installed."""
    code = (
        f"import sys; sys.modules[{package!r}] = None\n"
        "from geobrief.errors import GeobriefError\n"
        "from geobrief.gazetteer import open_gazetteer\n"
        "from geobrief.geoparse.methods import Methods, open_geoparser\n"
        "import os; gazetteer = open_gazetteer(); os.environ['GEOBRIEF_CACHE'] = sys.argv[1]\n"
        f"try: open_geoparser(gazetteer, Methods({methods}))\n"
        "except GeobriefError as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith(f"Run: pip install 'geobrief[{extra}]'\n")
