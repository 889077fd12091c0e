"""A notebook that was run and converted, in the browser: the map lives; without scripts the list reads."""

from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from playwright.sync_api import expect

from browser.windows import Window

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory, example: Path) -> Path:
    cell = nbformat.v4.new_code_cell(f"import geobrief\ngeobrief.read({str(example)!r})")
    notebook = nbformat.v4.new_notebook(cells=[cell])
    folder = tmp_path_factory.mktemp("notebook")
    NotebookClient(notebook, resources={"metadata": {"path": str(folder)}}).execute()
    body, _ = HTMLExporter(template_name="basic").from_notebook_node(notebook)
    page = folder / "notebook.html"
    page.write_text(
        f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Notebook</title>{body}</html>'
    )
    return page


def test_the_map_lives_in_it(lend: Callable[..., Window], converted: Path) -> None:
    page = lend(offline=True).go(converted.as_uri())
    inside = page.frame_locator("iframe")
    inside.locator('#articles [data-claim="c3"]').first.click()
    expect(inside.locator('[role="dialog"]')).to_be_visible()
    expect(inside.locator("#bar")).to_be_visible()
    expect(inside.get_by_role("button", name="Copy link")).to_have_count(0)
    listed = page.locator(".geobrief-list li").first
    expect(listed).to_be_hidden()
    page.locator(".geobrief-list summary").press("Enter")
    expect(listed).to_be_visible()


def test_without_scripts_the_list_reads_at_once(lend: Callable[..., Window], converted: Path) -> None:
    page = lend(offline=True, java_script_enabled=False).go(converted.as_uri())
    expect(page.locator(".geobrief-list li").first).to_be_visible()
