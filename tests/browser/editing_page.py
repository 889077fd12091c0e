"""What tests of the editor in the browser do on its page, and read in the files behind it."""

import csv
import json
import re
from io import StringIO
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect


def places(folder: Path) -> dict[str, dict[str, Any]]:
    found = json.loads((folder / "places.geojson").read_text())["features"]
    return {one["id"]: {**one["properties"], "geometry": one["geometry"]} for one in found}


def claims(folder: Path) -> dict[str, dict[str, str]]:
    text = (folder / "claims.csv").read_bytes().decode("cp1252")
    return {row["id"]: row for row in csv.DictReader(StringIO(text), delimiter=";")}


def saved(page: Page, words: str) -> None:
    """Waits until the strip tells what was saved, and the page is drawn anew from it."""
    expect(page.locator("#edit-saved")).to_contain_text(words)
    expect(page.locator("#edit-saved")).to_contain_text(re.compile("Saved at"))
    expect(page.locator("#edit-bar")).not_to_have_class(re.compile("busy"))


def add(page: Page, typed: str, option: str) -> None:
    page.get_by_role("combobox", name="Add a place").fill(typed)
    page.locator("#add-place-list").get_by_role("option", name=re.compile(option)).first.click()
    saved(page, "add the place")


def open_part(page: Page, name: str) -> None:
    """Opens a part of the panel, if it is not open."""
    node = page.locator(f'[data-open="{name}"]')
    if node.get_attribute("aria-expanded") != "true":
        node.click()


def choose(page: Page, place: str) -> None:
    """Chooses a place in the list; on a phone the panel with its fields is opened then."""
    page.locator(f'#places [data-place="{place}"]').click()
    open_part(page, "edit")
    expect(page.locator(".place-fields h2")).to_be_visible()


def show(page: Page, what: str) -> None:
    """Shows all of the review list, or its places or claims alone."""
    page.get_by_role("button", name=re.compile(f"^{what} \\d+$")).click()


def fill(page: Page, label: str, value: str) -> None:
    """Fills a field of the panel and leaves it."""
    box = page.locator("#edit-panel").get_by_label(label, exact=True)
    box.fill(value)
    box.blur()


def select_words(page: Page, words: str) -> None:
    """Selects words of the article, as a reader who drags over them does."""
    page.evaluate(
        """(words) => {
          const walker = document.createTreeWalker(document.querySelector(".article"), NodeFilter.SHOW_TEXT);
          let text = "";
          const nodes = [];
          while (walker.nextNode()) {
            nodes.push([walker.currentNode, text.length]);
            text += walker.currentNode.data;
          }
          const at = text.indexOf(words);
          const point = (offset) => {
            const [node, start] = nodes.findLast(([, start]) => start <= offset);
            return [node, offset - start];
          };
          const range = document.createRange();
          range.setStart(...point(at));
          range.setEnd(...point(at + words.length));
          const selection = document.getSelection();
          selection.removeAllRanges();
          selection.addRange(range);
        }""",
        words,
    )
