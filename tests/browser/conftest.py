"""Opens pages from disk in headless Chromium with the network cut: no request is made, no error is told."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Request,
    ViewportSize,
    expect,
    sync_playwright,
)

from editor.editing import make_brief
from editor.running import Running, running
from geobrief.gazetteer import Gazetteer

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
WIDE: ViewportSize = {"width": 1360, "height": 820}
# The machine may be busy with much else: what is waited for is a condition, not a time.
expect.set_options(timeout=30_000)
REFUSED = re.compile("status of 4|status of 503|ERR_CONNECTION_REFUSED")
"""What Chromium tells of an answer that is a refusal, and of a server that has ended."""


@dataclass
class Watched:
    """A page in the browser, with what it asked for and what it complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert chromium, "the browser tests need Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Opens HTML as a file from disk; afterwards nothing was asked for and nothing went wrong.

    Further options are those of a browser context, as `color_scheme` or `has_touch`.
    """
    opened: list[Watched] = []

    def open_(html: str, *, size: ViewportSize = WIDE, address: str = "", **options: Any) -> Page:
        path = tmp_path / f"page{len(opened)}.html"
        path.write_text(html, encoding="utf-8")
        context = browser.new_context(viewport=size, offline=True, **options)
        watched = Watched(context.new_page())
        opened.append(watched)

        def note_request(request: Request) -> None:
            if not request.url.startswith(("data:", "blob:")):
                watched.requests.append(request.url)

        def note_complaint(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning"):
                watched.complaints.append(message.text)

        watched.page.on("request", note_request)
        watched.page.on("console", note_complaint)
        watched.page.on("pageerror", lambda error: watched.complaints.append(str(error)))
        watched.page.goto(f"file://{path}{address}")
        return watched.page

    yield open_
    for watched in opened:
        assert [address for address in watched.requests if not address.startswith("file://")] == []
        assert len(watched.requests) == 1
        assert watched.complaints == []
        watched.page.context.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_brief(tmp_path / "brief")


@pytest.fixture
def server(folder: Path, gazetteer: Gazetteer) -> Iterator[Running]:
    with running(folder, gazetteer) as server:
        yield server


@pytest.fixture
def open_editor(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens the editor's page; afterwards it asked nobody but its own server, and nothing went wrong."""
    opened: list[tuple[Page, list[str], list[str], str]] = []

    def open_(server: Running, anchor: str = "", **options: Any) -> Page:
        page = browser.new_page(**{"viewport": {"width": 1360, "height": 820}, **options})
        requests: list[str] = []
        complaints: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda message: (
                complaints.append(message.text)
                if message.type in ("error", "warning") and not REFUSED.search(message.text)
                else None
            ),
        )
        page.goto(server.address + anchor)
        expect(page.locator("#edit-saved")).to_have_text("As on disk")
        opened.append((page, requests, complaints, f"http://127.0.0.1:{server.port}/"))
        return page

    yield open_
    for page, requests, complaints, own in opened:
        page.close()
        assert [url for url in requests if not url.startswith((own, "data:", "blob:"))] == []
        assert complaints == []


@pytest.fixture
def page(server: Running, open_editor: Callable[..., Page]) -> Page:
    """The editor's page; it is closed before its server ends."""
    return open_editor(server)
