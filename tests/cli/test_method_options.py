"""`--recognizer` and `--geocoder` as someone uses them, with a real pipeline and a local service."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from geobrief.cli import main
from geobrief.gazetteer import Gazetteer
from nominatim_server import Server, running, separate_cache
from spacy_pipeline import save_failing_pipeline, save_pipeline

TEXT = "Trains from Kursk reached Zubrovichka on Monday, the mayor said."


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "trains.md"
    path.write_text(f"---\ntitle: Trains\n---\n{TEXT}\n", encoding="utf-8")
    return path


@pytest.fixture
def spacy_option(tmp_path: Path) -> str:
    return f"spacy:{save_pipeline(tmp_path / 'rules')}"


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer) -> Iterator[Server]:
    assert gazetteer  # built by now
    (tmp_path / "cache").mkdir()
    separate_cache(tmp_path / "cache", monkeypatch)
    with running() as server:
        yield server


def places(folder: Path) -> dict[str, Any]:
    features = json.loads((folder / "places.geojson").read_text(encoding="utf-8"))["features"]
    return {feature["properties"]["name"]: feature for feature in features}


def test_a_pipeline_and_a_service_draft_a_brief(
    article: Path, tmp_path: Path, spacy_option: str, server: Server
) -> None:
    folder = tmp_path / "brief"
    options = ("--recognizer", spacy_option, "--geocoder", f"nominatim:{server.url}")
    result = run("extract", article, "-o", folder, *options)
    assert (result.exit_code, result.stderr) == (0, "")
    village = places(folder)["Zubrovichka"]
    assert village["properties"]["source"] == "osm:node/107775"
    assert village["geometry"]["coordinates"] == [52.31, 55.61]
    page = tmp_path / "page.html"
    assert run("build", folder, "-o", page).exit_code == 0
    assert "© OpenStreetMap contributors" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["map", "extract"])
def test_a_service_that_fails_costs_no_work_and_is_told(
    command: str, article: Path, tmp_path: Path, spacy_option: str, server: Server
) -> None:
    server.status = 500
    target = tmp_path / "target"
    options = ("--recognizer", spacy_option, "--geocoder", f"nominatim:{server.url}")
    result = run(command, article, "-o", target, *options)
    assert result.exit_code == 0
    assert result.stderr == (
        "Warning: 1 name was not looked up and may well exist (Zubrovichka): "
        f"{server.url} failed (HTTP status 500). Try again later.\n"
    )
    assert result.stdout == f"Wrote {target}: 2 places (1 not located), 1 claim.\n"
    if command == "extract":
        village = places(target)["Zubrovichka"]
        assert village["geometry"] is None
        assert "it may well exist" in village["properties"]["note"]


def test_lines_are_read_by_the_same_methods(tmp_path: Path, spacy_option: str, server: Server) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    lines = [json.dumps({"id": number, "text": TEXT}) for number in range(4)]
    source.write_text("\n".join(lines), encoding="utf-8")
    options = ("--recognizer", spacy_option, "--geocoder", f"nominatim:{server.url}", "--jobs", "2")
    result = run("extract", "--jsonl", source, "-o", target, *options)
    assert result.exit_code == 0, result.output
    found = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [each["id"] for each in found] == [0, 1, 2, 3]
    for each in found:
        assert [place["source"] for place in each["places"]][1] == "osm:node/107775"
    assert server.names == ["Zubrovichka"]  # two processes, one memory


def test_lines_for_which_the_service_fails_are_told(
    tmp_path: Path, spacy_option: str, server: Server
) -> None:
    server.body = b"<html>Sign in to this network</html>"
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(json.dumps({"id": "a", "text": TEXT}), encoding="utf-8")
    options = ("--recognizer", spacy_option, "--geocoder", f"nominatim:{server.url}")
    result = run("extract", "--jsonl", source, "-o", target, *options)
    assert result.exit_code == 0, result.output
    assert result.stderr.startswith("Warning: 1 line has a warning: line 1: 1 name was")
    (line,) = target.read_text(encoding="utf-8").splitlines()
    assert [mention["place"] for mention in json.loads(line)["mentions"]][1] is None
    assert json.loads(line)["mentions"][1]["why"][-1].startswith(f"it may well exist: {server.url} answered")


@pytest.mark.parametrize(
    "options",
    [
        ("--recognizer", "flair:ner"),
        ("--recognizer", "spacy:"),
        ("--geocoder", "https://names.example"),
        ("--geocoder", "nominatim:"),
    ],
)
def test_an_option_that_names_nothing_known_is_wrong_usage(article: Path, options: tuple[str, str]) -> None:
    result = run("map", article, *options)
    assert result.exit_code == 2
    assert f"give {'spacy:MODEL' if 'recog' in options[0] else 'nominatim:URL'}, not" in result.stderr


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--recognizer", "spacy:xx_no_such"), "There is no spaCy pipeline 'xx_no_such'"),
        (("--geocoder", "nominatim:http://names.example"), "Give https://names.example instead"),
    ],
)
def test_what_cannot_be_opened_is_told_in_one_line(
    article: Path, tmp_path: Path, options: tuple[str, str], told: str
) -> None:
    result = run("map", article, "-o", tmp_path / "page.html", *options)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    assert told in result.stderr
    assert not (tmp_path / "page.html").exists()


def test_a_pipeline_that_fails_is_one_line(article: Path, tmp_path: Path) -> None:
    article.write_text("Trains from Bergen reached Kursk on Monday.")
    pipeline = save_failing_pipeline(tmp_path / "fails")
    result = run("map", article, "-o", tmp_path / "page.html", "--recognizer", f"spacy:{pipeline}")
    assert result.exit_code == 1
    assert result.stderr.startswith(
        f"Error: The spaCy pipeline '{pipeline}' failed on trains.md (IndexError: "
    )
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "page.html").exists()


def test_a_pipeline_that_fails_on_one_line_reads_the_others(tmp_path: Path) -> None:
    pipeline = save_failing_pipeline(tmp_path / "fails")
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    texts = ("Rain fell in Kursk.", "Rain fell in Bergen.", "Rain fell in Paris.")
    source.write_text("".join(json.dumps({"id": text, "text": text}) + "\n" for text in texts))
    result = run("extract", "--jsonl", source, "-o", target, "--recognizer", f"spacy:{pipeline}")
    assert result.exit_code == 1
    assert "1 of 3 lines failed: line 2: The spaCy pipeline" in result.stderr
    first, second, third = (json.loads(line) for line in target.read_text(encoding="utf-8").splitlines())
    assert [first["places"][0]["name"], third["places"][0]["name"]] == ["Kursk", "Paris"]
    assert second["id"] == texts[1]
    assert "please report" not in second["error"]
