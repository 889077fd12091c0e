"""The Lua filter, by pandoc itself; Quarto runs the same filter."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pypandoc
import pytest
import yaml

from geobrief.embed import LUA_FILTER

TEXT = """---
title: Report
---

Words.

::: {.geobrief brief="maps/ships" claim="c2" height="420"}
:::

``` {.geobrief brief="maps/ships" alt="Two ships"}
```

``` python
print(1)
```
"""


@pytest.fixture
def document(brief_folder: Path) -> Path:
    path = brief_folder.parents[1] / "report.md"
    path.write_text(TEXT)
    return path


def convert(document: Path, output: str, *options: str) -> subprocess.CompletedProcess[str]:
    command = [pypandoc.get_pandoc_path(), document.name, "-s", "-o", output, "--lua-filter", str(LUA_FILTER)]
    program = shutil.which("geobrief")
    assert program, "the filter calls geobrief, which is not installed"
    environment = {**os.environ, "GEOBRIEF": program}
    return subprocess.run(
        [*command, *options],
        cwd=document.parent,
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )


def converted(document: Path, output: str, *options: str) -> Path:
    done = convert(document, output, *options)
    assert done.returncode == 0, done.stderr
    return document.parent / output


def test_html_has_the_live_page(document: Path) -> None:
    html = converted(document, "report.html").read_text()
    (page,) = (document.parent / "geobrief_files").iterdir()
    assert f'src="geobrief_files/{page.name}?embed#claim=c2"' in html
    assert 'title="Two ships"' in html
    assert html.count("<iframe") == 2
    assert "print" in html


def test_metadata_put_the_pages_elsewhere_or_into_the_document(document: Path) -> None:
    document.write_text(TEXT.replace("title: Report", "title: Report\ngeobrief:\n  folder: maps/pages"))
    assert 'src="maps/pages/ships-' in converted(document, "report.html").read_text()
    document.write_text(TEXT.replace("title: Report", "title: Report\ngeobrief:\n  inline: true"))
    assert 'srcdoc="&lt;!DOCTYPE html&gt;' in converted(document, "report.html").read_text()


def test_latex_has_a_figure_with_its_alternative_text(document: Path) -> None:
    text = converted(document, "report.tex").read_text()
    (drawn,) = (document.parent / "geobrief_files").iterdir()
    assert drawn.read_bytes().startswith(b"%PDF")
    assert f"geobrief_files/{drawn.name}" in text
    assert "alt={Two ships}" in text
    assert r"\caption{Ships}" in text


def test_a_word_document_holds_the_picture(document: Path) -> None:
    path = converted(document, "report.docx")
    read = json.loads(pypandoc.convert_file(str(path), "json"))
    assert '"Image"' in json.dumps(read)


def test_a_fault_ends_the_conversion_and_names_the_brief(document: Path) -> None:
    document.write_text('::: {.geobrief brief="maps/none"}\n:::\n')
    done = convert(document, "report.html")
    assert done.returncode != 0
    assert "Error: There is no brief at maps/none" in done.stderr
    assert "maps/none cannot be shown in report.md" in done.stderr


def test_its_folder_is_an_extension_of_quarto() -> None:
    described = yaml.safe_load((LUA_FILTER.parent / "_extension.yml").read_text())
    assert described["contributes"]["filters"] == [LUA_FILTER.name]
