"""The documentation as a site: all links lead somewhere, and it loads nothing from other hosts."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from gallery import examples, run
from make_docs import build, remote_loads


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    for name in ("08-base-map", "09-arabic"):
        run(name, folder / "gallery" / name)
    build(folder / "source", folder / "site", folder / "gallery")
    return folder / "site"


def test_what_pages_refer_to_is_there(site: Path) -> None:
    missing = []
    for page in (
        site / "index.html",
        *(site / "docs").glob("*.html"),
        *(site / "docs" / "gallery").glob("*.html"),
    ):
        for address in re.findall(r'(?:src|href)="([^"]*)"', page.read_text(encoding="utf-8")):
            parts = urlsplit(address)
            if not parts.scheme and parts.path and not (page.parent / unquote(parts.path)).exists():
                missing.append(f"{page.name}: {address}")
    assert missing == []


def test_the_gallery_has_a_page_for_each_program_with_its_text(site: Path) -> None:
    for name in examples():
        page = (site / "docs" / "gallery" / f"{name}.html").read_text(encoding="utf-8")
        assert f"{name}.png" in page
        assert 'class="highlight"' in page


def test_what_an_example_made_is_shown_and_can_be_opened(site: Path) -> None:
    page = (site / "docs" / "gallery" / "09-arabic.html").read_text(encoding="utf-8")
    (shelved,) = (site / "_geobrief").iterdir()  # the other one shows the page that it made
    assert f'src="../../_geobrief/{shelved.name}?embed"' in page
    assert 'dir="rtl"' in shelved.read_text(encoding="utf-8")
    assert 'href="09-arabic/page.html"' in page
    assert (site / "docs" / "gallery" / "09-arabic" / "page.html").exists()


def test_a_fence_that_the_documentation_explains_stays_text(site: Path) -> None:
    page = (site / "docs" / "EMBEDDING.html").read_text(encoding="utf-8")
    assert "```geobrief ../data" in page


@pytest.mark.parametrize(
    "html",
    [
        '<script async src="https://a.example/b.js">',
        '<link href=//a.example/b.css rel="stylesheet">',
        '<img alt="" src="http://a.example/b.png">',
        "<style>@import 'https://a.example/b.css';</style>",
        "<style>a { background: url(https://a.example/b.png) }</style>",
    ],
)
def test_what_would_load_from_another_host_is_found(html: str, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(f'<a href="https://a.example">fine</a><img src="own.png">{html}')
    (found,) = remote_loads(tmp_path)
    assert found.startswith("page.html: ")
