"""Tiles over the vector map, from a server on this machine that answers or fails."""

import struct
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect
from xyzservices import TileProvider

import geobrief
from browser.windows import Window

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]


def chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


PIXEL = b"\x89PNG\r\n\x1a\n" + b"".join(
    (
        chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)),
        chunk(b"IDAT", zlib.compress(b"\x00\xff\x00\x00")),
        chunk(b"IEND", b""),
    )
)
"""One red pixel, which a browser stretches over the tile."""


class TileServer(ThreadingHTTPServer):
    answers = True
    asked: list[str]


class Handler(BaseHTTPRequestHandler):
    server: TileServer

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.send_response(200 if self.server.answers else 503)
        self.send_header("Content-Type", "image/png")
        self.end_headers()
        if self.server.answers:
            self.wfile.write(PIXEL)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[TileServer]:
    server = TileServer(("127.0.0.1", 0), Handler)
    server.asked = []
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def opened(lend: Callable[..., Window], server: TileServer, folder: Path) -> Page:
    tiles = TileProvider(
        name="Own",
        url=f"http://127.0.0.1:{server.server_address[1]}/{{z}}/{{x}}/{{y}}.png",
        attribution="© Own survey",
    )
    path = folder / "page.html"
    path.write_text(geobrief.read(ROOT / "data").to_html(tiles=tiles), encoding="utf-8")
    return lend().go(path.as_uri())


def test_tiles_lie_over_the_map_with_their_attribution(
    lend: Callable[..., Window], server: TileServer, tmp_path: Path
) -> None:
    page = opened(lend, server, tmp_path)
    expect(page.locator("#map .leaflet-tile-loaded").first).to_be_visible()
    expect(page.locator("#map .leaflet-control-attribution")).to_contain_text("© Own survey")
    expect(page.locator("#map.tiled")).to_have_count(1)
    assert server.asked
    expect(page.locator('#map button[data-place="pyongyang"]')).to_be_visible()


def test_the_vector_map_stays_when_tiles_fail(
    lend: Callable[..., Window], server: TileServer, tmp_path: Path
) -> None:
    server.answers = False
    page = opened(lend, server, tmp_path)
    page.wait_for_timeout(600)
    assert server.asked
    expect(page.locator("#map.tiled")).to_have_count(0)
    expect(page.locator("#map .label.country").first).to_be_visible()
    drawn = page.evaluate(
        """() => {
          const canvas = document.querySelector(".leaflet-base-pane canvas");
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          return data.filter((value, i) => i % 4 === 3 && value).length;
        }"""
    )
    assert drawn > 10_000
