"""A user's template: what it gets, what it may build on, and how a broken one is told."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from export.report.report_values import hostile_brief, reported
from geobrief.errors import ExportError
from geobrief.export.report.report import CreditRow, Report
from geobrief.export.report.text_files import html_text, latex_text, markdown_text
from geobrief.render.tables import ClaimRow, PlaceName, PlaceRow, SourceRow
from linked.values import BRIEF

REPORT = reported(BRIEF)
DOCUMENTATION = Path(__file__).parents[3] / "docs" / "REPORTS.md"


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_template_of_ones_own_gets_the_report(tmp_path: Path) -> None:
    own = written(
        tmp_path / "own.md",
        "# {{ title }}\n{% for claim in tables.claims %}\n"
        "- {{ claim.quote }} ({{ claim.certainty_text }})\n{% endfor %}\n",
    )
    text = markdown_text(REPORT, "map.png", own)
    assert text.startswith("# Where the maize went\n- ")
    assert "(attributed)" in text


def test_a_template_changes_one_block_of_the_packaged_one(tmp_path: Path) -> None:
    own = written(
        tmp_path / "own.html",
        "{% extends 'geobrief/report.html.jinja' %}{% block figure %}<p>{{ alternative }}</p>{% endblock %}",
    )
    text = html_text(reported(hostile_brief()), "", (1, 1), own)
    assert "<img" not in text
    assert "<p>A map of &#34;two&#34; places &amp; &lt;one&gt; ]more[ | thing.</p>" in text
    assert "<script>" not in text


def test_a_template_includes_its_neighbours(tmp_path: Path) -> None:
    written(tmp_path / "imprint.tex", r"\emph{The Post}")
    own = written(tmp_path / "own.tex", r"\BLOCK{include 'imprint.tex'} \VAR{title}")
    assert latex_text(REPORT, "map.pdf", own) == r"\emph{The Post} Where the maize went"


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("a\n{% for claim in %}\n", r"own\.md, line 2: .*[Ee]xpected an expression"),
        ("a\nb\n{{ titel }}", r"own\.md, line 3: 'titel' is undefined\. At the top there are: alternative, "),
        ("{% for each in credits %}\n{{ each.nothing }}{% endfor %}", r"own\.md, line 2: .* 'nothing'"),
        ("a\n{{ 1 / 0 }}", r"own\.md, line 2: division by zero"),
        ("{% include 'missing' %}", r"own\.md, line 1: there is no template 'missing' beside it"),
        ("a\n{{ title.__class__.__mro__ }}", r"own\.md, line 2: access to attribute '__class__'"),
    ],
)
def test_a_broken_template_is_told_with_its_line(tmp_path: Path, template: str, told: str) -> None:
    own = written(tmp_path / "own.md", template)
    with pytest.raises(ExportError, match=told) as raised:
        markdown_text(REPORT, "map.png", own)
    assert "\n" not in str(raised.value)


def test_a_template_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "own.md").write_bytes(b"PK\x03\x04\xff\xfe")
    with pytest.raises(ExportError, match=r"own\.md: this is no text in UTF-8"):
        markdown_text(REPORT, "map.png", tmp_path / "own.md")


def test_what_asks_for_nothing_is_no_template(tmp_path: Path) -> None:
    own = written(tmp_path / "places.geojson", '{"features": [{"properties": {}}]} {# nothing #}')
    with pytest.raises(
        ExportError, match=r"places\.geojson is no template: it asks for nothing, as \{\{title\}\} would"
    ):
        html_text(REPORT, "", (1, 1), own)
    own = written(tmp_path / "own.tex", r"\emph{The Post} {{ title }}")
    with pytest.raises(ExportError, match=r"as \\VAR\{title\} would"):
        latex_text(REPORT, "map.pdf", own)


def test_a_template_reads_no_file_elsewhere(tmp_path: Path) -> None:
    written(tmp_path / "secret", "secret")
    (tmp_path / "inner").mkdir()
    own = written(tmp_path / "inner" / "own.md", "{% include '../secret' %}")
    with pytest.raises(ExportError, match="there is no template"):
        markdown_text(REPORT, "map.png", own)


def test_the_documentation_names_all_that_a_template_gets() -> None:
    told = set(re.findall(r"`([a-z_]+)(?:\(text, url\))?`", DOCUMENTATION.read_text(encoding="utf-8")))
    rows = (Report, ClaimRow, PlaceRow, SourceRow, CreditRow, PlaceName)
    given = {each.name for row in rows for each in fields(row)} | set(REPORT.words)
    assert given - {"tables"} <= told
