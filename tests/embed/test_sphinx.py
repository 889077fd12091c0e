"""The Sphinx directive, by Sphinx itself: what each builder makes of a map, and what ends a build."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CONF = """project = "Report"
copyright = "2025, Harbour Office"
version = "1"
extensions = ["geobrief.embed.sphinx"]
exclude_patterns = ["maps"]
"""
INDEX = """Report
======

.. geobrief:: maps/ships
   :claim: c2
   :height: 420
   :alt: Two ships

.. toctree::

   sub/two
"""
TWO = "Two\n===\n\n.. geobrief:: ../maps/ships\n"


@pytest.fixture
def docs(brief_folder: Path) -> Path:
    docs = brief_folder.parents[1]
    (docs / "conf.py").write_text(CONF)
    (docs / "index.rst").write_text(INDEX)
    (docs / "sub").mkdir()
    (docs / "sub" / "two.rst").write_text(TWO)
    return docs


def build(docs: Path, builder: str, *options: str) -> subprocess.CompletedProcess[str]:
    output = docs.parent / builder
    command = [sys.executable, "-m", "sphinx", "-W", "-d", str(docs.parent / "doctrees"), "-b", builder]
    arguments = [*command, *options, str(docs), str(output)]
    return subprocess.run(
        arguments, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"}
    )


def built(docs: Path, builder: str, *options: str) -> Path:
    done = build(docs, builder, *options)
    assert done.returncode == 0, done.stderr
    return docs.parent / builder


@pytest.mark.parametrize(
    ("builder", "page", "up"),
    [
        ("html", "sub/two.html", "../_geobrief/"),
        ("dirhtml", "sub/two/index.html", "../../_geobrief/"),
        ("singlehtml", "index.html", "_geobrief/"),
    ],
)
def test_html_frames_one_page_from_wherever_it_is(docs: Path, builder: str, page: str, up: str) -> None:
    output = built(docs, builder, "-j", "2")
    (shelved,) = (output / "_geobrief").iterdir()
    assert f'src="{up}{shelved.name}?embed"' in (output / page).read_text()
    index = (output / "index.html").read_text()
    assert f'src="_geobrief/{shelved.name}?embed#claim=c2"' in index
    assert 'title="Two ships"' in index
    assert "height: 420px" in index


def test_latex_takes_a_picture_as_a_figure(docs: Path) -> None:
    output = built(docs, "latex")
    (drawn,) = output.glob("ships-*.pdf")
    assert drawn.read_bytes().startswith(b"%PDF")
    text = (output / "report.tex").read_text()
    assert f"includegraphics{{{{{drawn.stem}}}.pdf}}" in text
    assert r"\caption{Ships}" in text


def test_epub_has_a_picture_and_no_frame(docs: Path) -> None:
    output = built(docs, "epub")
    (drawn,) = (output / "_images").glob("ships-*.png")
    page = (output / "index.xhtml").read_text()
    assert f'src="_images/{drawn.name}"' in page
    assert 'alt="Two ships"' in page
    assert "iframe" not in page


def test_plain_text_has_the_list(docs: Path) -> None:
    text = " ".join((built(docs, "text") / "index.txt").read_text().split())
    assert "**Ships** 1. Ships left Vell on Monday. (stated; the author; Vell; Ships)" in text
    assert "2. They came to Odd & Sons." in text


def test_a_changed_brief_has_its_page_made_anew(docs: Path, brief_folder: Path) -> None:
    output = built(docs, "html")
    text = (brief_folder / "articles" / "ships.md").read_text()
    (brief_folder / "articles" / "ships.md").write_text(text.replace("title: Ships", "title: Other ships"))
    built(docs, "html")
    (shelved,) = (output / "_geobrief").iterdir()
    assert "Other ships" in shelved.read_text()
    assert 'title="Other ships"' in (output / "sub" / "two.html").read_text()


@pytest.mark.parametrize(
    ("directive", "told"),
    [
        ("geobrief:: maps/none", "There is no brief at maps/none"),
        ("geobrief:: ../../outside", "../../outside lies outside of"),
        ("geobrief:: maps/ships\n   :claim: c9", "There is no claim 'c9'. There are: c1, c2."),
    ],
)
def test_a_fault_ends_the_build_with_file_and_line(docs: Path, directive: str, told: str) -> None:
    (docs / "index.rst").write_text(f"Report\n======\n\n.. {directive}\n")
    done = build(docs, "html")
    assert done.returncode == 2
    assert f"index.rst:4: {told}" in " ".join(done.stderr.split())


def test_a_root_lets_briefs_lie_beside_the_documents(docs: Path) -> None:
    (docs / "maps" / "ships").rename(docs.parent / "ships")
    (docs / "conf.py").write_text(f'{CONF}geobrief_root = ".."\n')
    (docs / "index.rst").write_text("Report\n======\n\n.. geobrief:: ../ships\n")
    (docs / "sub" / "two.rst").unlink()
    assert "iframe" in (built(docs, "html") / "index.html").read_text()
