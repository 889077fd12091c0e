"""A Nominatim service, asked over HTTP on this machine: what is sent, what comes back, how it fails."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from geobrief.errors import GeocoderError
from geobrief.gazetteer import Gazetteer
from geobrief.gazetteer.answers import Answers
from geobrief.gazetteer.nominatim import (
    CONTACT_VARIABLE,
    MOST_A_DAY,
    NominatimGeocoder,
    Service,
    open_nominatim,
)
from geobrief.gazetteer.nominatim_client import LARGEST_ANSWER
from nominatim_server import Server, result, running


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as server:
        yield server


@pytest.fixture
def geocoder(server: Server, gazetteer: Gazetteer, tmp_path: Path) -> NominatimGeocoder:
    return open_nominatim(server.url, divisions=gazetteer, folder=tmp_path)


def test_a_place_comes_with_the_gazetteers_code_of_its_division(geocoder: NominatimGeocoder) -> None:
    (place,) = geocoder.candidates("Zubrovichka")
    assert (place.id, place.within, place.region_code) == ("osm:node/107775", "Tatarstan", "RU.73")


def test_it_asks_as_nominatim_documents_and_says_who_asks(
    server: Server, geocoder: NominatimGeocoder
) -> None:
    geocoder.candidates("Zubrovichka")
    assert server.asked == [
        {
            "q": "Zubrovichka",
            "format": "jsonv2",
            "limit": "40",
            "addressdetails": "1",
            "extratags": "1",
            "namedetails": "1",
            "accept-language": "en",
        }
    ]
    assert re.fullmatch(r"geobrief/\d+\.\d+\.\d+\S*", server.user_agents[0])


def test_a_contact_goes_into_the_user_agent(
    server: Server, gazetteer: Gazetteer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CONTACT_VARIABLE, "desk@paper.example")
    open_nominatim(server.url, divisions=gazetteer, folder=tmp_path).candidates("Zubrovichka")
    assert server.user_agents[0].endswith(" (contact: desk@paper.example)")


def test_a_contact_cannot_smuggle_in_a_header(
    server: Server, gazetteer: Gazetteer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CONTACT_VARIABLE, "desk@paper.example\r\nX-Other: 1")
    with pytest.raises(GeocoderError, match="Set it to an e-mail address"):
        open_nominatim(server.url, divisions=gazetteer, folder=tmp_path)


def test_a_name_is_asked_once_also_where_it_is_unknown(
    server: Server, geocoder: NominatimGeocoder, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    assert geocoder.candidates("Nowhereby") == []
    assert len(geocoder.candidates("Zubrovichka")) == 1
    later = open_nominatim(server.url, divisions=gazetteer, folder=tmp_path)
    assert later.candidates("Nowhereby") == []
    assert later.candidates("Zubrovichka") == geocoder.candidates("Zubrovichka")
    assert server.names == ["Nowhereby", "Zubrovichka"]


def test_namesakes_keep_the_services_order_and_one_object_counts_once(
    server: Server, geocoder: NominatimGeocoder
) -> None:
    near, far = result("Zub", 20.0, 50.0, osm_id=1), result("Zub", 30.0, 51.0, osm_id=2)
    server.places["Zub"] = [near, far, near]
    assert [place.id for place in geocoder.candidates("Zub")] == ["osm:node/1", "osm:node/2"]


@pytest.mark.parametrize(
    ("status", "body", "told"),
    [
        (429, b"", r"was asked too often and bids to wait \(429\)"),
        (403, b"", rf"refused to answer \(403\). Set {CONTACT_VARIABLE}"),
        (500, b"", r"failed \(HTTP status 500\)"),
        (503, b"", r"failed \(HTTP status 503\)"),
        (400, b'{"error": {"code": 400, "message": "no"}}', r"failed \(HTTP status 400\)"),
        (200, b"<!DOCTYPE html><title>Sign in</title>", "something else than JSON"),
        (200, b"", "something else than JSON"),
        (200, b'{"error": "busy"}', "did not answer as Nominatim does"),
        (200, b"{}", "did not answer as Nominatim does"),
        (200, b"null", "did not answer as Nominatim does"),
        (200, b"[1]", "did not answer as Nominatim does"),
        (200, b'[{"name": "x"}]', "did not answer as Nominatim does"),
        (200, b"[" * 200_000, "did not answer as Nominatim does"),
        (200, b"\xff\xfe\xff", "something else than JSON"),
    ],
)
def test_a_failure_is_told_as_one_and_not_kept(
    server: Server,
    geocoder: NominatimGeocoder,
    tmp_path: Path,
    status: int,
    body: bytes,
    told: str,
) -> None:
    server.status, server.body = status, body
    with pytest.raises(GeocoderError, match=f"^{re.escape(server.url)} .*{told}"):
        geocoder.candidates("Zubrovichka")
    server.status, server.body = 200, None
    assert Answers(tmp_path / "nominatim.sqlite", server.url).get("Zubrovichka") is None


def test_a_service_that_is_too_slow_has_failed(server: Server, gazetteer: Gazetteer, tmp_path: Path) -> None:
    server.delay = 0.5
    answers = Answers(tmp_path / "nominatim.sqlite", server.url)
    geocoder = NominatimGeocoder(Service.of(server.url), answers, divisions=gazetteer, timeout=0.05)
    with pytest.raises(GeocoderError, match=r"did not answer within 0\.05 seconds"):
        geocoder.candidates("Zubrovichka")


def test_a_service_that_is_not_there_has_failed(gazetteer: Gazetteer, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound but not listening: it refuses
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        geocoder = open_nominatim(url, divisions=gazetteer, folder=tmp_path)
        with pytest.raises(GeocoderError, match=r"cannot be reached \(.*refused.*\)"):
            geocoder.candidates("Zubrovichka")


def test_an_answer_that_is_cut_off_is_a_failure(server: Server, geocoder: NominatimGeocoder) -> None:
    server.body, server.headers = b"[]", {"Content-Length": "9000"}
    with pytest.raises(GeocoderError, match=r"cannot be reached \(Unable to read the response\)"):
        geocoder.candidates("Zubrovichka")


def test_an_answer_that_comes_drop_by_drop_has_failed(
    server: Server, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    server.body, server.dripping = b"[" + b" " * 98 + b"]", 0.01
    answers = Answers(tmp_path / "nominatim.sqlite", server.url)
    geocoder = NominatimGeocoder(Service.of(server.url), answers, divisions=gazetteer, timeout=0.2)
    with pytest.raises(GeocoderError, match=r"did not answer within 0\.2 seconds"):
        geocoder.candidates("Zubrovichka")


def test_an_answer_of_any_size_is_not_read_to_its_end(server: Server, geocoder: NominatimGeocoder) -> None:
    server.body = b"[" + b" " * LARGEST_ANSWER + b"]"
    with pytest.raises(GeocoderError, match=r"did not answer as Nominatim does \(more than 5 MB\)"):
        geocoder.candidates("Zubrovichka")


def test_an_answer_is_json_whatever_letters_it_claims_to_have(
    server: Server, geocoder: NominatimGeocoder
) -> None:
    server.headers = {"Content-Type": "application/json; charset=of-the-moon"}
    assert geocoder.candidates("Zubrovichka")


def test_half_a_surrogate_pair_is_no_answer_and_not_kept(server: Server, geocoder: NominatimGeocoder) -> None:
    server.places["Zubrovichka"] = [result("Zubrovichka", 52.31, 55.61, namedetails={"name": "\ud800"})]
    with pytest.raises(GeocoderError, match="did not answer as Nominatim does"):
        geocoder.candidates("Zubrovichka")


def test_names_go_to_no_other_host_than_the_one_named(server: Server, geocoder: NominatimGeocoder) -> None:
    with running() as other:
        server.status, server.headers = 302, {"Location": f"{other.url}/search?q=Zubrovichka"}
        with pytest.raises(GeocoderError, match=rf"sends on to {other.url}, which was not named"):
            geocoder.candidates("Zubrovichka")
        assert not other.asked


def test_a_service_without_encryption_where_it_was_asked_for_has_failed(
    server: Server, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    url = server.url.replace("http:", "https:")
    with pytest.raises(GeocoderError, match=r"cannot be reached \(.*SSL"):
        open_nominatim(url, divisions=gazetteer, folder=tmp_path).candidates("Zubrovichka")


def test_after_three_failures_it_is_left_alone(server: Server, geocoder: NominatimGeocoder) -> None:
    server.status = 500
    for name in ("Aaa", "Bbb", "Ccc"):
        with pytest.raises(GeocoderError):
            geocoder.candidates(name)
    with pytest.raises(
        GeocoderError, match=r"http://127\S* was not asked any more, since it failed \(HTTP status 500\)"
    ):
        geocoder.candidates("Ddd")
    assert server.names == ["Aaa", "Bbb", "Ccc"]


def test_after_a_refusal_it_is_left_alone_at_once_but_what_is_kept_still_serves(
    server: Server, geocoder: NominatimGeocoder
) -> None:
    geocoder.candidates("Zubrovichka")
    server.status = 403
    for name in ("Aaa", "Bbb"):
        with pytest.raises(GeocoderError):
            geocoder.candidates(name)
    assert server.names == ["Zubrovichka", "Aaa"]
    assert len(geocoder.candidates("Zubrovichka")) == 1


def test_the_service_says_how_long_to_wait(
    server: Server, geocoder: NominatimGeocoder, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    server.status, server.headers = 429, {"Retry-After": "900"}
    with pytest.raises(GeocoderError):
        geocoder.candidates("Zubrovichka")
    server.status = 200
    later = open_nominatim(server.url, divisions=gazetteer, folder=tmp_path)
    with pytest.raises(GeocoderError, match=r"not to be asked for another (900|89\d) seconds"):
        later.candidates("Zubrovichka")
    assert len(server.asked) == 1


def test_names_of_any_script_and_with_signs_arrive_as_they_are(
    server: Server, geocoder: NominatimGeocoder
) -> None:
    for name in ("Зубровичка", "A&b=c#d", "Ça-Là, 5%"):
        assert geocoder.candidates(name) == []
    assert server.names == ["Зубровичка", "A&b=c#d", "Ça-Là, 5%"]


def test_the_public_service_is_asked_once_a_second_and_not_in_bulk() -> None:
    public = Service.of("https://nominatim.openstreetmap.org/search")
    assert public.url == "https://nominatim.openstreetmap.org"
    assert (public.manners.pause, public.manners.most_a_day) == (1.0, MOST_A_DAY)
    own = Service.of("https://names.paper.example/nominatim/")
    assert own.url == "https://names.paper.example/nominatim"
    assert (own.manners.pause, own.manners.most_a_day) == (1.0, None)


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost:8080",
        "http://[::1]:8080",
        "http://192.168.7.2",
        "http://nominatim:8080",
        "http://geo.local",
    ],
)
def test_plain_http_serves_on_this_machine_and_in_private_networks(url: str) -> None:
    assert Service.of(url).url == url


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("http://nominatim.openstreetmap.org", "unencrypted. Give https://nominatim.openstreetmap.org"),
        ("ftp://names.example", "no http or https address"),
        ("file:///etc/passwd", "no http or https address"),
        ("names.example", "no http or https address"),
        ("https://", "no http or https address"),
        ("https://names.example:port", "names no Nominatim service"),
        ("https://[1", "names no Nominatim service"),
        ("https://me:secret@names.example", "more than a host and a path"),
        ("https://names.example/?key=1", "more than a host and a path"),
    ],
)
def test_other_addresses_are_refused(url: str, told: str) -> None:
    with pytest.raises(GeocoderError, match=re.escape(told)):
        Service.of(url)


def test_what_is_kept_can_be_read_by_anyone(
    server: Server, geocoder: NominatimGeocoder, tmp_path: Path
) -> None:
    import sqlite3

    geocoder.candidates("Zubrovichka")
    connection = sqlite3.connect(tmp_path / "nominatim.sqlite")
    ((service, name, results),) = connection.execute("SELECT service, name, results FROM answers")
    connection.close()
    assert (service, name) == (server.url, "Zubrovichka")
    assert json.loads(results)[0]["osm_id"] == 107775
