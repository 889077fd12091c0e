"""The fence in Python-Markdown and markdown-it-py, by the libraries themselves."""

from collections.abc import Callable
from pathlib import Path

import pytest
from markdown import Markdown
from markdown_it import MarkdownIt

from geobrief.embed.markdown_it import geobrief_plugin
from geobrief.embed.python_markdown import GeobriefExtension
from geobrief.errors import PageError

Renderer = Callable[[str], str]
TEXT = "Words & *more*.\n\n```geobrief maps/ships\nclaim: c2\n```\n\n~~~python\nprint('&')\n~~~\n"


def python_markdown(base: Path, pages: Path) -> Renderer:
    extension = GeobriefExtension(base=str(base), pages=str(pages), address="../maps")
    return Markdown(extensions=[extension, "fenced_code"]).convert


def markdown_it(base: Path, pages: Path) -> Renderer:
    parser = MarkdownIt("commonmark").use(geobrief_plugin, base=base, pages=pages, address="../maps")
    return lambda text: str(parser.render(text))


@pytest.fixture(params=[python_markdown, markdown_it], ids=["Python-Markdown", "markdown-it"])
def render(request: pytest.FixtureRequest, brief_folder: Path, tmp_path: Path) -> Renderer:
    renderer: Renderer = request.param(brief_folder.parents[1], tmp_path / "site")
    return renderer


def test_a_fence_becomes_a_map_and_all_else_is_as_ever(render: Renderer, tmp_path: Path) -> None:
    html = render(TEXT)
    (page,) = (tmp_path / "site").iterdir()
    assert f'src="../maps/{page.name}?embed#claim=c2"' in html
    assert '<div class="geobrief">\n<iframe title="Ships"' in html
    assert "=> {" in html  # the listener, not escaped
    assert "<em>more</em>" in html
    assert '<code class="language-python">' in html


def test_a_fault_is_told_with_its_line(render: Renderer) -> None:
    with pytest.raises(PageError, match=r"^3: There is no brief at none"):
        render("Words\n\n```geobrief none\n```\n")


def test_python_markdown_finds_it_by_name(brief_folder: Path, tmp_path: Path) -> None:
    options = {"geobrief": {"base": str(brief_folder.parents[1]), "pages": str(tmp_path / "site")}}
    html = Markdown(extensions=["geobrief"], extension_configs=options).convert(TEXT)
    assert 'src="_geobrief/' in html
