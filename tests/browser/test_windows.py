"""A window that was lent before is as a new one."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.windows import WIDE, Windows

pytestmark = pytest.mark.browser

HTML = "<!DOCTYPE html><title>Page</title><p style='position: fixed; inset: 0'>Words</p>"
STATE = """() => ({
  stored: localStorage.length, visited: history.length, width: innerWidth,
  dark: matchMedia("(prefers-color-scheme: dark)").matches, printed: matchMedia("print").matches,
  under: document.querySelector("p").matches(":hover"),
})"""
NEW = {"stored": 0, "visited": 1, "width": WIDE["width"], "dark": False, "printed": False, "under": False}


def leave_traces(page: Page) -> None:
    page.evaluate(
        """() => { localStorage.setItem("a", "1"); history.pushState({}, "", "#b"); alert("c"); }"""
    )
    page.route("**/*", lambda route: route.abort())
    page.mouse.move(50, 50)
    page.emulate_media(color_scheme="dark", media="print")
    page.set_viewport_size({"width": 300, "height": 300})
    page.context.new_page()


def test_nothing_of_the_one_who_had_it_is_left(windows: Windows, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(HTML)
    window = windows.lend(offline=True)
    assert window.go(path.as_uri()).evaluate(STATE) == NEW
    leave_traces(window.page)
    assert window.complaints == ["c"]
    assert window.page.evaluate(STATE) != NEW
    windows.give_back(window)
    assert windows.lend(offline=True) is window
    assert (window.requests, window.complaints, len(window.page.context.pages)) == ([], [], 1)
    assert window.go(path.as_uri()).evaluate(STATE) == NEW
    windows.give_back(window)


def test_what_is_lent_is_nobody_elses_and_options_are_kept_apart(windows: Windows) -> None:
    one, two, touched = windows.lend(), windows.lend(), windows.lend(has_touch=True)
    assert len({id(each.page.context) for each in (one, two, touched)}) == 3
    for each in (one, two, touched):
        windows.give_back(each)
    assert windows.lend(has_touch=True) is touched
    windows.give_back(touched)
