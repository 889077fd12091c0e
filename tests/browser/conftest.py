"""Opens pages from disk in headless Chromium with the network cut: no request is made, no error is told."""

import re
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from browser.windows import WIDE, Window, Windows
from editor.editing import make_brief
from editor.running import Running, running
from geobrief.gazetteer import Gazetteer

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
# The machine may be busy with much else: what is waited for is a condition, not a time.
expect.set_options(timeout=30_000)
REFUSED = re.compile("status of 4|status of 503|ERR_CONNECTION_REFUSED")
"""What Chromium tells of an answer that is a refusal, and of a server that has ended."""


Opener = Callable[..., Page]
Lender = Callable[..., Window]
PASSED = pytest.StashKey[bool]()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert chromium, "the browser tests need Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if call.when == "call":
        item.stash[PASSED] = report.passed
    return report


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    return Windows(browser)


@pytest.fixture
def lend(windows: Windows, request: pytest.FixtureRequest) -> Iterator[Lender]:
    """Lends windows of the browser for one test. After a test that failed, theirs are lent no more."""
    lent: list[Window] = []

    def lend_(**options: Any) -> Window:
        lent.append(windows.lend(**options))
        return lent[-1]

    yield lend_
    for window in lent:
        if request.node.stash.get(PASSED, False):
            windows.give_back(window)
        else:
            window.page.context.close()


@pytest.fixture
def open_page(lend: Lender, tmp_path: Path) -> Iterator[Opener]:
    """Opens HTML as a file from disk; afterwards nothing was asked for and nothing went wrong.

    Further options are those of a browser context, as `color_scheme` or `has_touch`.
    """
    opened: list[Window] = []

    def open_(html: str, *, size: ViewportSize = WIDE, address: str = "", **options: Any) -> Page:
        path = tmp_path / f"page{len(opened)}.html"
        path.write_text(html, encoding="utf-8")
        opened.append(lend(viewport=size, offline=True, **options))
        return opened[-1].go(f"file://{path}{address}")

    yield open_
    for window in opened:
        asked = [address for address in window.requests if not address.startswith(("data:", "blob:"))]
        assert [address for address in asked if not address.startswith("file://")] == []
        assert len(asked) == 1
        assert window.complaints == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_brief(tmp_path / "brief")


@pytest.fixture
def server(folder: Path, gazetteer: Gazetteer) -> Iterator[Running]:
    with running(folder, gazetteer) as server:
        yield server


@pytest.fixture
def open_editor(lend: Lender) -> Iterator[Callable[..., Page]]:
    """Opens the editor's page; afterwards it asked nobody but its own server, and nothing went wrong."""
    opened: list[tuple[Window, str]] = []

    def open_(server: Running, anchor: str = "", **options: Any) -> Page:
        window = lend(**options)
        opened.append((window, f"http://127.0.0.1:{server.port}/"))
        page = window.go(server.address + anchor)
        expect(page.locator("#edit-saved")).to_have_text("As on disk")
        return page

    yield open_
    for window, own in opened:
        window.page.goto("about:blank")
        assert [url for url in window.requests if not url.startswith((own, "data:", "blob:", "about:"))] == []
        assert [complaint for complaint in window.complaints if not REFUSED.search(complaint)] == []


@pytest.fixture
def page(server: Running, open_editor: Callable[..., Page]) -> Page:
    """The editor's page; it is closed before its server ends."""
    return open_editor(server)
