"""Bad input: exit 1 and one line that says what, where and what to do; the old output stays whole."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from geobrief.cli import main


def failure(*arguments: str | Path) -> str:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == 1, result.output
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    return result.stderr


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n ", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG"),
        ("paper.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        ("huge.txt", b"Oslo. " * 3_500_000, "MB"),
        ("front.md", b"---\ntitle: [broken\n---\nOslo.", "front matter"),
        ("empty.html", b"<html><body><nav>Home</nav></body></html>", "empty.html"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_article_that_cannot_be_read(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    page = tmp_path / "page.html"
    page.write_text("the old page")
    line = failure("map", path, "-o", page)
    assert name in line
    assert told in line
    assert page.read_text() == "the old page"


def test_a_missing_article_and_a_missing_brief(tmp_path: Path) -> None:
    assert "gone.md" in failure("map", tmp_path / "gone.md")
    assert "gone" in failure("build", tmp_path / "gone")


def test_a_page_that_cannot_be_written(tmp_path: Path, example: Path) -> None:
    assert "no such folder" in failure("build", example, "-o", tmp_path / "no" / "page.html")
    assert "folder" in failure("build", example, "-o", tmp_path)
    if os.geteuid() != 0:
        tmp_path.chmod(0o500)
        assert "no right to write" in failure("build", example, "-o", tmp_path / "page.html")


BROKEN_PLACES = """{"type": "FeatureCollection", "features": [
{"type": "Feature", "id": "oslo", "properties": {"name": "Oslo"},
 "geometry": {"type": "Point", "coordinates": [59.91, 110.75]}},
{"type": "Feature", "id": "oslo", "properties": {"name": "Oslo"},
 "geometry": {"type": "Point", "coordinates": [10.75, 59.91]}},
{"type": "Feature", "id": "bergen", "properties": {"name": "Bergen", "kind": "harbour"}, "geometry": null}
]}
"""


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "places.geojson").write_text(BROKEN_PLACES, encoding="utf-8")
    line = failure("build", tmp_path)
    assert "swapped" in line
    assert line.count("oslo") >= 2
    assert "harbour" in line


def test_a_claim_that_names_an_unknown_place(tmp_path: Path) -> None:
    (tmp_path / "places.geojson").write_text(
        '{"type": "FeatureCollection", "features": []}', encoding="utf-8"
    )
    (tmp_path / "claims.csv").write_text("id,quote,places\nc1,It rained.,atlantis\n", encoding="utf-8")
    line = failure("build", tmp_path)
    assert "c1" in line
    assert "atlantis" in line


@pytest.mark.parametrize("content", ['{"type": "FeatureColl', "[1, 2", "", "id;quote\n"])
def test_a_broken_places_file(tmp_path: Path, content: str) -> None:
    (tmp_path / "places.geojson").write_text(content, encoding="utf-8")
    assert "places.geojson" in failure("build", tmp_path)


def test_a_line_that_is_no_json_is_named_by_its_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(
        '{"id": 1, "text": "Oslo."}\n{"id": 2, "text"\n{"id": 3, "text": ""}\n', encoding="utf-8"
    )
    told = failure("extract", "--jsonl", source, "-o", target)
    assert told.startswith("Error: 1 of 3 lines failed: line 2: not JSON")
    lines = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == [1, None, 3]
    assert lines[1]["mentions"] == lines[1]["places"] == lines[1]["claims"] == []
    assert lines[1]["error"].startswith("line 2: not JSON")


def test_a_file_of_lines_that_is_not_there(tmp_path: Path) -> None:
    assert "cannot be read" in failure(
        "extract", "--jsonl", tmp_path / "no.jsonl", "-o", tmp_path / "out.jsonl"
    )
    assert not (tmp_path / "out.jsonl").exists()
