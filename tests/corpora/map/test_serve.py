"""What `geobrief serve` answers, and what it refuses."""

from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import quote

import h3
import pytest

from corpora.map.serving import serving
from corpora.map.writing import counted, write_corpus
from editor.running import Running

KAZAN, YELABUGA = "geonames:551487", "geonames:468082"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("corpus") / "depots")


@pytest.fixture(scope="module")
def server(corpus: Path) -> Iterator[Running]:
    with serving(corpus) as server:
        yield server


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("", "true"),
        ("certainty=denied&certainty=stated", "certainty IN ('denied', 'stated')"),
        ("publisher=Wire", "publisher = 'Wire'"),
        ("publisher=-", "publisher IS NULL"),
        ("kind=water", "list_contains(places, 'geobrief:barents-sea')"),
        (
            "from=2024-03-01&to=2024-04-30",
            "coalesce(when_start, published) BETWEEN DATE '2024-03-01' AND DATE '2024-04-30'",
        ),
        ("publisher=' OR 1=1 --", "false"),
        (
            f"origin={KAZAN}&destination={YELABUGA}",
            f"places[:2] = ['{KAZAN}', '{YELABUGA}'] AND certainty <> 'denied'",
        ),
        (f"origin={YELABUGA}&destination={KAZAN}", "false"),
    ],
)
def test_claims_are_counted_as_in_the_files(corpus: Path, server: Running, query: str, where: str) -> None:
    answer = server.ask(f"/api/claims?{quote(query, safe='=&')}")
    assert answer.json["total"] == counted(corpus, where)


def test_pages_of_a_cell_hold_each_claim_once(corpus: Path, server: Running) -> None:
    cell = h3.cell_to_parent(h3.latlng_to_cell(55.79, 49.12, 5), 4)
    found = []
    while page := server.ask(f"/api/cell/{cell}?offset={len(found)}&limit=50").json["claims"]:
        found += [(claim["document"]["id"], claim["id"]) for claim in page]
    assert len(found) == len(set(found)) == counted(corpus, "list_contains(places, 'geonames:551487')")


def test_the_strongest_comes_first_with_its_group(server: Running) -> None:
    first = server.ask("/api/claims?limit=1").json["claims"][0]
    assert first["group"] == {
        **first["group"],
        "articles": 3,
        "names": ["Courier", "Gazette", "Wire"],
        "disagree": True,
    }


def test_an_article_comes_with_its_claims_in_place(server: Running) -> None:
    told = server.ask(f"/api/document/{quote('wire.jsonl#2')}").json
    assert [claim["id"] for claim in told["claims"]] == ["c1", "c2", "c3", "c4", "c5"]
    for claim in told["claims"]:
        assert told["text"][claim["start"] : claim["end"]].startswith("Officials said")


@pytest.mark.parametrize(
    "path",
    [
        "/api/cell/nonsense",
        "/api/cell/8f2830828052d25",
        "/api/claims?limit=101",
        "/api/claims?offset=-1",
        "/api/claims?offset=99999999999999999999999",
        "/api/claims?certainty=sure",
        "/api/claims?from=yesterday",
        "/api/claims?origin=geonames:551487",
    ],
)
def test_what_makes_no_sense_is_refused_in_words(server: Running, path: str) -> None:
    answer = server.ask(path)
    assert answer.status == 400
    assert len(answer.json["error"]) > 20


def test_an_unknown_article_is_told(server: Running) -> None:
    assert server.ask("/api/document/..%2f..%2fetc%2fpasswd").status == 404


def test_only_its_own_page_may_ask(server: Running) -> None:
    assert server.ask("/api/claims", authorization="").status == 401
    assert server.ask("/api/claims", host="evil.example").status == 421
    assert server.ask("/api/claims", origin="https://evil.example").status == 403
    assert server.ask("/api/claims", {"x": 1}).status == 405
    assert "geobrief serve" in server.ask("/", authorization="").json["error"]


def test_the_page_may_ask_its_server_alone(server: Running) -> None:
    html = unescape(server.ask(f"/?token={server.token}").body.decode())
    assert "connect-src 'self'" in html
    assert "default-src 'none'" in html
