"""Bad input: exit 1 and one line that says what, where and what to do; the old output stays whole."""

import json
import os
import subprocess
import sys
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


SENTENCE = "Ferries from Odesa reached Bergen on Monday, the harbour master said.\n"
LINE = json.dumps({"id": 1, "text": SENTENCE}) + "\n"


def linked(path: Path, link: Path) -> Path:
    link.symlink_to(path)
    return link


@pytest.mark.parametrize("by_link", [False, True])
def test_lines_are_not_replaced_by_the_answers_to_them(tmp_path: Path, by_link: bool) -> None:
    lines = tmp_path / "a.jsonl"
    lines.write_text(LINE)
    target = linked(lines, tmp_path / "link.jsonl") if by_link else lines
    line = failure("extract", "--jsonl", lines, "-o", target)
    assert f"{target} is the file that is read" in line
    assert lines.read_text() == LINE
    assert not list(tmp_path.glob(".geobrief-*"))


def test_lines_of_standard_input_are_not_replaced_either(tmp_path: Path) -> None:
    lines = tmp_path / "a.jsonl"
    lines.write_text(LINE)
    command = [sys.executable, "-m", "geobrief", "extract", "--jsonl", "-", "-o", lines]
    with lines.open() as file:
        ended = subprocess.run(command, stdin=file, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "is the file that is read" in ended.stderr
    assert lines.read_text() == LINE


@pytest.mark.parametrize("by_link", [False, True])
def test_an_article_is_not_replaced_by_its_page(tmp_path: Path, by_link: bool) -> None:
    first, second = tmp_path / "first.md", tmp_path / "second.md"
    first.write_text(SENTENCE)
    second.write_text(SENTENCE)
    target = linked(second, tmp_path / "link.html") if by_link else second
    assert "is the file that is read" in failure("map", first, second, "-o", target)
    assert second.read_text() == SENTENCE


def test_a_page_without_a_name_of_its_own_does_not_replace_its_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    article = f"<html><body><article><p>{SENTENCE * 5}</p></article></body></html>"
    Path("article.html").write_text(article)
    result = CliRunner().invoke(main, ["map", "article.html"])
    assert result.exit_code == 0, result.output
    assert Path("article.html").read_text() == article
    assert "geobrief-data" in Path("article-map.html").read_text(encoding="utf-8")


def test_an_article_is_not_replaced_by_that_of_its_draft(tmp_path: Path) -> None:
    article = tmp_path / "articles" / "a.md"
    article.parent.mkdir()
    article.write_text(SENTENCE)
    assert "articles/a.md" in failure("extract", article, "-o", tmp_path)
    assert article.read_text() == SENTENCE


@pytest.mark.parametrize("name", ["places.geojson", "claims.csv", "articles/a.md"])
def test_a_file_of_a_brief_is_not_replaced_by_its_page(tmp_path: Path, name: str) -> None:
    article = tmp_path / "a.md"
    article.write_text(SENTENCE)
    folder = tmp_path / "brief"
    CliRunner().invoke(main, ["extract", str(article), "-o", str(folder)])
    before = (folder / name).read_bytes()
    assert "is the file that is read" in failure("build", folder, "-o", folder / name)
    assert (folder / name).read_bytes() == before


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_reader_that_stops_early_ends_the_command_quietly(tmp_path: Path, jobs: str) -> None:
    lines = tmp_path / "many.jsonl"
    lines.write_text(LINE * 2_000)
    command = [sys.executable, "-m", "geobrief", "extract", "--jsonl", lines, "-o", "-", "--jobs", jobs]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout
        assert running.stderr
        first = running.stdout.readline()
        running.stdout.close()
        told = running.stderr.read()
    assert json.loads(first)["id"] == 1
    assert running.returncode == 141
    assert "Error" not in told
    assert "Traceback" not in told
