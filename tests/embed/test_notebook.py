"""What a notebook is given, and what a run and converted notebook holds."""

import base64
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from nbconvert import HTMLExporter, LatexExporter, MarkdownExporter
from traitlets.config import Config

import geobrief
from geobrief.model import Brief as Value
from geobrief.model import Claim, Document, Place

TEXT = "Ships left Vell on Monday."
BRIEF = geobrief.Brief(
    Value(
        documents=(Document("ships.md", TEXT, "Ships"),),
        places=(Place("vell", "Vell", "city", 10, 50),),
        claims=(Claim("c1", "ships.md", TEXT, ("vell",), span=(0, len(TEXT))),),
        title="Ships",
    )
)
PNG_BEGINS = b"\x89PNG\r\n"


def test_a_bundle_has_the_page_a_picture_and_a_line() -> None:
    bundle = BRIEF._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html", "image/png"}
    assert bundle["text/plain"] == repr(BRIEF)
    assert bundle["text/html"] == BRIEF._repr_html_()
    assert base64.b64decode(bundle["image/png"]).startswith(PNG_BEGINS)


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ({"include": ["text/plain"]}, {"text/plain"}),
        ({"exclude": ["image/png"]}, {"text/plain", "text/html"}),
        ({"include": ["image/png", "text/html"], "exclude": {"text/html"}}, {"image/png"}),
        ({"include": ["application/pdf"]}, set()),
    ],
)
def test_nothing_is_made_that_is_not_asked_for(asked: dict[str, Any], given: set[str]) -> None:
    assert set(BRIEF._repr_mimebundle_(**asked)) == given


def test_a_brief_of_very_many_places_is_not_drawn_at_each_run() -> None:
    places = tuple(Place(f"p{n}", f"Place {n}", "city", 10 + n / 100, 50) for n in range(501))
    drawn = geobrief.Brief(Value(places=places))._repr_mimebundle_(include=["image/png", "text/plain"])
    assert set(drawn) == {"text/plain"}


def test_the_list_is_folded_below_the_frame() -> None:
    shown = BRIEF._repr_html_()
    below = shown.split("</iframe>")[1]
    assert below.startswith('\n<details class="geobrief-list" lang="en" dir="ltr"><summary>')
    assert f'<q dir="auto">{TEXT}</q>' in below


@pytest.fixture(scope="module")
def executed(tmp_path_factory: pytest.TempPathFactory, example: Path) -> nbformat.NotebookNode:
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(f"import geobrief\ngeobrief.read({str(example)!r})")]
    )
    folder = tmp_path_factory.mktemp("notebook")
    return NotebookClient(notebook, resources={"metadata": {"path": str(folder)}}).execute()


def test_a_run_notebook_holds_all_three(executed: nbformat.NotebookNode) -> None:
    (output,) = executed.cells[0].outputs
    assert output.output_type == "execute_result"
    assert set(output.data) == {"text/plain", "text/html", "image/png"}
    assert base64.b64decode(output.data["image/png"]).startswith(PNG_BEGINS)


def test_as_html_it_keeps_the_live_map(executed: nbformat.NotebookNode) -> None:
    body, _ = HTMLExporter().from_notebook_node(executed)
    assert 'sandbox="allow-scripts"' in body
    assert "geobrief-data" in body


def test_as_latex_it_takes_the_picture(executed: nbformat.NotebookNode) -> None:
    body, resources = LatexExporter().from_notebook_node(executed)
    (name,) = resources["outputs"]
    assert resources["outputs"][name].startswith(PNG_BEGINS)
    assert name in body


def test_as_markdown_it_takes_the_picture_where_that_comes_first(executed: nbformat.NotebookNode) -> None:
    config = Config({"NbConvertBase": {"display_data_priority": ["image/png", "text/plain"]}})
    body, resources = MarkdownExporter(config=config).from_notebook_node(executed)
    (name,) = resources["outputs"]
    assert f"]({name})" in body
    assert "iframe" not in body
