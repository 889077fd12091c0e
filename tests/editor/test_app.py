"""The editor's server: what it answers, to whom, and what it never does. On a real port of 127.0.0.1."""

import asyncio
import contextlib
import json
import socket
import threading
import time
from collections.abc import Iterator, MutableMapping
from pathlib import Path

import jsonschema
import pytest

from editor.editing import feature, make_brief, state
from editor.running import Answer, Running, running
from geobrief.cli import main
from geobrief.editor.guard import LARGEST_BODY, Door, Guard
from geobrief.editor.serve import prepare
from geobrief.gazetteer import Gazetteer

MOVE = {"do": "move_place", "id": "wonsan", "lon": 127.5, "lat": 39.2}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_brief(tmp_path / "brief")


@pytest.fixture
def server(folder: Path, gazetteer: Gazetteer) -> Iterator[Running]:
    with running(folder, gazetteer) as server:
        yield server


def refused(answer: Answer, status: int, word: str) -> None:
    assert answer.status == status
    assert word in answer.json["error"]


# What is answered, and that it is as described.


def test_every_answer_is_as_the_description_says(server: Running) -> None:
    description = server.ask("/api/openapi.json").json
    checked = set()

    def check(method: str, path: str, answer: Answer) -> None:
        told = description["paths"][path.partition("?")[0]][method.lower()]["responses"][str(answer.status)]
        schema = told["content"]["application/json"]["schema"]
        root = {**schema, "components": description["components"]}
        jsonschema.validate(answer.json, root)
        checked.add((method.lower(), path.partition("?")[0]))

    for path in (
        "/api/openapi.json",
        "/api/brief",
        "/api/page",
        "/api/news?after=other",
        "/api/history",
        "/api/search?q=wons",
        "/api/candidate?id=geonames:484048",
        "/api/candidate?id=geonames:0",
        "/api/area?place=wonsan",
        "/api/area?place=nowhere",
        "/api/area?candidate=geonames:2126099",
        "/api/area?candidate=geonames:0",
        "/api/review",
    ):
        check("GET", path, server.ask(path))
    revision = server.revision()
    check("POST", "/api/changes", server.change(MOVE))
    check("POST", "/api/changes", server.change({**MOVE, "lat": 1.0}, revision))
    check("POST", "/api/changes", server.change({"do": "nothing"}))
    article = {"revision": server.revision(), "article": {"text": "Ships left Odesa for Istanbul."}}
    check("POST", "/api/articles", server.ask("/api/articles", article))
    check("POST", "/api/undo", server.ask("/api/undo", {}))
    check("POST", "/api/redo", server.ask("/api/redo", {}))
    described = {
        (method, path) for path, methods in description["paths"].items() for method in methods if path != "/"
    }
    assert checked == described


def test_a_change_is_saved_and_can_be_taken_back_to_the_byte(server: Running, folder: Path) -> None:
    before = state(folder)
    saved = server.change(MOVE)
    assert saved.status == 200
    assert feature(folder, "wonsan")["geometry"] == {"type": "Point", "coordinates": [127.5, 39.2]}
    assert server.ask("/api/page").json["undo"] == saved.json["what"]
    assert server.ask("/api/undo", {}).json["revision"] == server.revision()
    assert state(folder) == before
    refused(server.ask("/api/undo", {}), 422, "no change to undo")


def test_the_ids_of_what_is_new_are_told(server: Running) -> None:
    saved = server.change(
        {"do": "add_place", "place": {"name": "Seoul", "kind": "city", "lon": 127, "lat": 37.5}}
    )
    assert saved.json["places"] == ["seoul"]


def test_search_finds_by_beginning_and_by_what_holds_the_place(server: Running) -> None:
    assert server.ask("/api/search?q=vladivos").json["candidates"][0]["name"] == "Vladivostok"
    assert server.ask("/api/search?q=paris,%20tex").json["candidates"][0]["within"] == "Texas"
    assert server.ask("/api/search?q=").json["candidates"] == []
    assert server.ask("/api/search?q=%00%ff%22").status == 200


def test_a_region_comes_with_its_area(server: Running) -> None:
    fields = server.ask("/api/candidate?id=geonames:484048").json["fields"]
    assert fields["geometry"]["type"] in ("Polygon", "MultiPolygon")
    added = server.change({"do": "add_place", "place": {"name": "Tatarstan", **fields}})
    assert added.status == 200


def test_a_pasted_article_is_drafted_and_taken_back_as_one(server: Running, folder: Path) -> None:
    before = state(folder)
    text = "Ships left Odesa for Istanbul on Monday, officials said.\n"
    sent = {"revision": server.revision(), "article": {"text": text, "title": "Ships leave"}}
    saved = server.ask("/api/articles", sent).json
    assert saved["articles"] == ["ships-leave.md"]
    assert {"odesa", "istanbul"} <= set(saved["places"])
    assert saved["claims"]
    assert (folder / "articles/ships-leave.md").read_text().endswith(text)
    server.ask("/api/undo", {})
    assert state(folder) == before


def test_the_review_list_is_ordered_by_doubt_and_forgets_what_was_accepted(server: Running) -> None:
    found = server.ask("/api/review").json["doubts"]
    assert [doubt["score"] for doubt in found] == sorted(doubt["score"] for doubt in found)
    first = found[0]["place"]
    fields = {"extra": {"reviewed": "2025-06-20"}}
    assert server.change({"do": "set_place", "id": first, "fields": fields}).status == 200
    assert first not in [doubt["place"] for doubt in server.ask("/api/review").json["doubts"]]


# Two at once.


def test_fields_that_another_program_changed_stay(server: Running, folder: Path) -> None:
    seen = server.revision()
    places = folder / "places.geojson"
    places.write_text(places.read_text().replace('"colour": "red"', '"colour": "blue"'))
    assert server.change(MOVE, seen).status == 200
    properties = feature(folder, "wonsan")["properties"]
    assert isinstance(properties, dict)
    assert properties["colour"] == "blue"


def test_one_field_that_both_changed_is_a_conflict_that_tells_both(server: Running, folder: Path) -> None:
    seen = server.revision()
    server.change({"do": "set_place", "id": "moscow", "fields": {"note": "theirs"}}, seen)
    before = state(folder)
    answer = server.change({"do": "set_place", "id": "moscow", "fields": {"note": "mine"}}, seen)
    assert answer.status == 409
    assert answer.json["clashes"] == [
        {"what": "place", "id": "moscow", "field": "note", "yours": "mine", "theirs": "theirs"}
    ]
    assert state(folder) == before


def test_what_another_removed_is_not_brought_back(server: Running) -> None:
    seen = server.revision()
    server.change({"do": "remove_claim", "id": "c2"}, seen)
    answer = server.change({"do": "set_claim", "id": "c2", "fields": {"by": "x"}}, seen)
    assert answer.status == 409
    assert answer.json["clashes"][0]["theirs"] is None


def test_news_come_when_another_program_writes(server: Running, folder: Path) -> None:
    seen = server.revision()
    found: list[str] = []
    asking = threading.Thread(
        target=lambda: found.append(server.ask(f"/api/news?after={seen}").json["revision"])
    )
    asking.start()
    time.sleep(0.5)
    assert not found
    claims = folder / "claims.csv"
    claims.write_bytes(claims.read_bytes().replace(b"denied", b"doubted"))
    asking.join(timeout=10)
    assert found == [server.revision()]
    assert found != [seen]


def test_files_that_somebody_broke_are_told_and_left_alone(server: Running, folder: Path) -> None:
    seen = server.revision()
    (folder / "places.geojson").write_text('{"type": "FeatureColl')
    before = state(folder)
    refused(server.ask("/api/page"), 422, "places.geojson")
    refused(server.change(MOVE, seen), 422, "places.geojson")
    assert state(folder) == before


def test_a_revision_that_nobody_remembers_is_refused(server: Running) -> None:
    refused(server.change(MOVE, "0" * 16), 422, "load it anew")


# Who is answered.


def test_the_address_opens_the_page_and_nothing_else_does(server: Running) -> None:
    page = server.ask(f"/?token={server.token}", authorization="")
    assert page.status == 200
    assert page.headers["content-type"].startswith("text/html")
    assert "connect-src &#39;self&#39;" in page.body.decode()
    assert "set-cookie" not in page.headers
    for path in ("/", "/?token=", "/?token=wrong", f"/?token={server.token}x"):
        refused(server.ask(path, authorization=""), 401, "token")
    refused(server.ask("/"), 401, "token")


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer wrong", "Basic dXNlcjp4", "Bearer \xff"])
def test_without_the_token_nothing_is_answered(server: Running, authorization: str) -> None:
    refused(server.ask("/api/brief", authorization=authorization), 401, "token")
    refused(server.ask("/api/undo", {}, authorization=authorization), 401, "token")
    refused(server.ask(f"/api/brief?token={server.token}", authorization=""), 401, "token")


@pytest.mark.parametrize(
    "host", ["", "evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1.evil.example"]
)
def test_a_foreign_name_that_leads_here_is_refused(server: Running, folder: Path, host: str) -> None:
    before = state(folder)
    assert server.ask("/api/brief", host=host).status in (400, 421)
    assert server.ask("/api/undo", {}, host=host).status in (400, 421)
    assert state(folder) == before


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1:1"])
def test_another_page_is_refused_even_with_the_token(server: Running, folder: Path, origin: str) -> None:
    before = state(folder)
    sent = {"revision": server.revision(), "change": MOVE}
    refused(server.ask("/api/changes", sent, origin=origin), 403, "Another page")
    refused(server.ask("/api/changes", sent, sec_fetch_site="cross-site"), 403, "Another page")
    refused(server.ask("/api/changes", sent, sec_fetch_site="same-site"), 403, "Another page")
    assert state(folder) == before
    own = f"http://127.0.0.1:{server.port}"
    assert server.ask("/api/changes", sent, origin=own, sec_fetch_site="same-origin").status == 200


def test_a_form_of_another_page_cannot_write(server: Running) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", ""):
        refused(server.ask("/api/undo", {}, content_type=kind), 415, "JSON")


def test_no_other_page_may_read_or_frame_it(server: Running) -> None:
    headers = server.ask("/api/brief").headers
    assert "access-control-allow-origin" not in headers
    assert headers["x-frame-options"] == "DENY"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"
    assert server.ask("/api/changes", method="OPTIONS", origin="http://evil.example").status == 403


def test_it_listens_on_loopback_alone(server: Running) -> None:
    own = socket.gethostbyname(socket.gethostname())
    if own.startswith("127."):
        pytest.skip("this machine has no other address")
    with pytest.raises(OSError), socket.create_connection((own, server.port), timeout=2):  # noqa: PT011
        pass


def test_no_part_of_an_answer_is_held_back(folder: Path, gazetteer: Gazetteer) -> None:
    _, listening, _ = prepare(folder, gazetteer=gazetteer)
    with listening:
        # asyncio turns Nagle's algorithm off for the connections of a socket that says that it is TCP.
        assert listening.proto == socket.IPPROTO_TCP


def test_a_question_that_the_server_ends_upon_is_answered_in_words() -> None:
    sent: list[dict[str, object]] = []

    async def slow(scope: object, receive: object, send: object) -> None:  # noqa: ARG001
        await asyncio.sleep(3600)

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: MutableMapping[str, object]) -> None:
        sent.append(dict(message))

    async def ended() -> None:
        headers = [(b"host", b"127.0.0.1:1"), (b"authorization", b"Bearer secret")]
        scope = {"type": "http", "method": "GET", "path": "/api/page", "headers": headers}
        asked = asyncio.create_task(Guard(slow, Door(1, "secret"))(scope, receive, send))
        await asyncio.sleep(0)
        asked.cancel()
        await asked

    asyncio.run(ended())
    assert sent[0]["status"] == 503
    assert "has ended" in json.loads(str(sent[1]["body"], "utf-8"))["error"]


# What is sent.


def test_a_large_body_is_refused_said_or_unsaid(server: Running) -> None:
    large = b'{"a": "' + b"x" * LARGEST_BODY + b'"}'
    refused(server.ask("/api/changes", raw=b"{}", content_length=str(LARGEST_BODY + 1)), 413, "MB")
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
        head = (
            f"POST /api/changes HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nConnection: close\r\n"
            f"Authorization: Bearer {server.token}\r\nContent-Type: application/json\r\n"
            "Transfer-Encoding: chunked\r\n\r\n"
        )
        connection.sendall(head.encode())
        with contextlib.suppress(OSError):  # it need not read to the end
            connection.sendall(f"{len(large):x}\r\n".encode() + large + b"\r\n0\r\n\r\n")
        answer = connection.recv(4096)
    assert answer.startswith(b"HTTP/1.1 413")
    assert server.ask("/api/brief").status == 200


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"revision": 1, "change": {"do": "move_place", "id": "wonsan", "lon": NaN, "lat": 1}}',
        b'{"revision": {}, "change": []}',
        b'{"change": {"do": "several", "changes": [{"do": "move_place"}]}}',
    ],
)
def test_what_is_no_change_is_refused_in_words(server: Running, folder: Path, raw: bytes) -> None:
    before = state(folder)
    answer = server.ask("/api/changes", raw=raw)
    assert answer.status == 422
    assert answer.json["error"]
    assert state(folder) == before


@pytest.mark.parametrize(
    "change",
    [
        {"do": "move_place", "id": "wonsan", "lon": 181, "lat": 0},
        {"do": "set_place", "id": "wonsan", "fields": {"kind": "planet"}},
        {"do": "set_claim", "id": "c1", "fields": {"certainty": "sure"}},
        {"do": "set_claim", "id": "c1", "fields": {"places": "nowhere"}},
        {"do": "set_place", "id": "wonsan", "fields": {"id": "other"}},
        {"do": "rename_place", "id": "wonsan", "name": " "},
    ],
)
def test_what_a_brief_cannot_hold_is_refused(
    server: Running, folder: Path, change: dict[str, object]
) -> None:
    before = state(folder)
    assert server.change(change).status == 422
    assert state(folder) == before


@pytest.mark.parametrize(
    "name", ["../../evil.md", "/etc/evil.md", "..\\evil.md", ".hidden.md", "a/../../b.md", "x\0.md"]
)
def test_no_file_but_the_briefs_own_is_written(server: Running, folder: Path, name: str) -> None:
    around = {path for path in folder.parent.rglob("*") if ".geobrief" not in path.parts}
    document = {"id": name, "text": "Words."}
    server.change({"do": "add_article", "document": document, "places": [], "claims": []})
    after = {path for path in folder.parent.rglob("*") if ".geobrief" not in path.parts}
    assert all(path.parent == folder / "articles" and path.suffix == ".md" for path in after - around)
    assert not Path("/etc/evil.md").exists()


@pytest.mark.parametrize(
    "path", ["/../places.geojson", "/%2e%2e/claims.csv", "/api/../claims.csv", "/static/x", "//x"]
)
def test_no_file_is_served(server: Running, path: str) -> None:
    assert server.ask(path).status == 404


def test_a_folder_without_a_brief_is_told(tmp_path: Path) -> None:
    from click.testing import CliRunner

    result = CliRunner().invoke(main, ["edit", str(tmp_path)])
    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert not list(tmp_path.iterdir())


def test_a_port_that_is_taken_is_told(server: Running, folder: Path) -> None:
    from click.testing import CliRunner

    result = CliRunner().invoke(main, ["edit", str(folder), "--no-open", "--port", str(server.port)])
    assert result.exit_code == 1
    assert "--port" in result.output


def test_the_history_outlives_the_server(folder: Path, gazetteer: Gazetteer) -> None:
    before = state(folder)
    with running(folder, gazetteer) as first:
        first.change(MOVE)
    with running(folder, gazetteer) as second:
        assert json.dumps(MOVE["id"])[1:-1] in second.ask("/api/history").json["history"][0]["what"]
        assert second.ask("/api/undo", {}).status == 200
    assert state(folder) == before
