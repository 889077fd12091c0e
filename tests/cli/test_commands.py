"""The command line as someone uses it: what it prints, what it writes, how it fails."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from geobrief.cli import main

ARTICLE = """---
title: Two harbours
published: 2025-03-14
---
Ferries from Odesa reached Constanța on Monday, the harbour master said. Nobody in Romania was surprised.
"""


def run(*arguments: str | Path, text: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=text)


def failure(*arguments: str | Path, text: str | None = None) -> str:
    """The one line that a command fails with."""
    result = run(*arguments, text=text)
    assert result.exit_code == 1, result.output
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    return result.stderr


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "harbours.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_an_article_becomes_a_page(article: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    result = run("map", article, "-o", page)
    assert result.exit_code == 0, result.output
    assert result.output == f"Wrote {page}: 3 places, 2 claims.\n"
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_an_article_comes_from_standard_input_and_its_page_goes_to_standard_output() -> None:
    result = run("map", "-", "-o", "-", text=ARTICLE)
    assert result.exit_code == 0
    assert "geobrief-data" in result.output


def test_a_draft_is_built_into_a_page(article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "brief"
    assert run("extract", article, "-o", folder).exit_code == 0
    assert {path.name for path in folder.rglob("*") if path.is_file()} == {
        "harbours.md",
        "places.geojson",
        "claims.csv",
    }
    assert run("check", folder).exit_code == 0
    page = tmp_path / "out.html"
    assert run("build", folder, "-o", page).exit_code == 0
    assert "Constanța" in page.read_text(encoding="utf-8")


def test_a_second_draft_does_not_replace_the_corrected_first(article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "brief"
    run("extract", article, "-o", folder)
    assert "holds a brief already" in failure("extract", article, "-o", folder)


def test_many_texts_at_once_keep_their_order(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    texts = [{"id": 7, "text": "Rain fell in Oslo."}, {"id": "b", "text": ""}]
    source.write_text("".join(json.dumps(text) + "\n" for text in texts), encoding="utf-8")
    assert run("extract", "--jsonl", source, "-o", target).exit_code == 0
    first, second = (json.loads(line) for line in target.read_text(encoding="utf-8").splitlines())
    assert first["id"] == 7
    (mention,) = first["mentions"]
    assert (mention["start"], mention["end"], mention["place"]) == (13, 17, "oslo")
    assert 0 < mention["score"] <= 1
    assert mention["why"]
    assert mention["candidates"][0]["source"] == first["places"][0]["source"]
    assert first["places"][0]["name"] == "Oslo"
    assert second == {"id": "b", "mentions": [], "places": [], "claims": []}


def test_jobs_are_for_lines(article: Path, tmp_path: Path) -> None:
    result = run("extract", article, "-o", tmp_path / "brief", "--jobs", "2")
    assert result.exit_code == 2
    assert "--jobs goes with --jsonl" in result.stderr


def test_lines_come_from_standard_input_and_answers_go_to_standard_output() -> None:
    result = run("extract", "--jsonl", "-", "-o", "-", text='{"id": 1, "text": "Rain fell in Oslo."}\n')
    assert result.exit_code == 0
    assert json.loads(result.stdout)["places"][0]["name"] == "Oslo"
    assert result.stderr == ""


def test_a_date_of_publication_that_is_none_is_a_warning(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"id": 1, "text": "Oslo.", "published": "last week"}\n', encoding="utf-8")
    result = run("extract", "--jsonl", source, "-o", target)
    assert result.exit_code == 0
    assert result.stdout == f"Wrote {target}: 1 text.\n"
    assert result.stderr.startswith('Warning: 1 line has a warning: line 1: "published"')
    assert "last week" in json.loads(target.read_text(encoding="utf-8"))["warnings"][0]


def test_a_text_without_a_place_is_told_of(tmp_path: Path) -> None:
    article = tmp_path / "none.txt"
    article.write_text("Nothing of the kind was said.", encoding="utf-8")
    result = run("map", article, "-o", tmp_path / "none.html")
    assert result.exit_code == 0
    assert result.stdout.endswith(": 0 places, 0 claims.\n")
    assert result.stderr.startswith("Warning: No place was found")


def test_one_is_no_plural(tmp_path: Path) -> None:
    article = tmp_path / "one.txt"
    article.write_text("Rain fell in Oslo on Monday.", encoding="utf-8")
    assert run("map", article, "-o", tmp_path / "one.html").stdout.endswith(": 1 place, 1 claim.\n")


def test_find_shows_the_candidates_as_a_table() -> None:
    lines = run("find", "Alabuga").output.splitlines()
    assert lines[0].split() == ["name", "kind", "in", "population", "lon", "lat", "id", "matching", "name"]
    assert any("Yelabuga" in line and "geonames:468082" in line and "Tatarstan" in line for line in lines)


def test_find_says_what_to_do_about_an_unknown_name() -> None:
    told = failure("find", "Qwxzyborough")
    assert "--at LON,LAT" in told
    assert "Did you mean" not in told


def test_find_asks_whether_a_name_nearby_was_meant() -> None:
    assert "Did you mean Yelabuga (Tatarstan, Russia)? " in failure("find", "Yelabugga")
    assert "Did you mean North Korea (country)? " in failure("find", "Nort Korea")


def test_add_asks_whether_a_name_nearby_was_meant(article: Path, tmp_path: Path) -> None:
    run("extract", article, "-o", tmp_path / "brief")
    assert "Did you mean Pyongyang (" in failure("add", tmp_path / "brief", "Pyong yang")
    asked_for_another_kind = failure("add", tmp_path / "brief", "Odesa", "--kind", "water")
    assert "Did you mean" not in asked_for_another_kind


def test_add_puts_a_place_and_a_claim_into_the_files(article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "brief"
    run("extract", article, "-o", folder)
    before = (folder / "places.geojson").read_text(encoding="utf-8")
    result = run(
        "add",
        folder,
        "Wonsan",
        "--claim",
        "A ship left Wonsan.",
        "--by",
        "a sailor",
        "--certainty",
        "claimed",
    )
    assert result.exit_code == 0, result.output
    after = (folder / "places.geojson").read_text(encoding="utf-8")
    assert "Wonsan" in after
    assert all(line.rstrip(",") in after for line in before.splitlines())
    assert "A ship left Wonsan." in (folder / "claims.csv").read_text(encoding="utf-8")


def test_add_says_what_is_wrong_with_the_new_claim(article: Path, tmp_path: Path) -> None:
    run("extract", article, "-o", tmp_path / "brief")
    told = failure("add", tmp_path / "brief", "Wonsan", "--claim", "It rained.", "--when", "yesterday")
    assert told.startswith("Error: the new claim has a date that is not ISO 8601, 'yesterday'")


def test_add_ties_a_claim_to_a_place_that_is_there(article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "brief"
    run("extract", article, "-o", folder)
    places = (folder / "places.geojson").read_bytes()
    result = run("add", folder, "Odesa", "--claim", "The port is open.")
    assert result.output == f"Added a claim about Odesa to {folder}.\n"
    assert (folder / "places.geojson").read_bytes() == places


def test_add_lists_what_an_ambiguous_name_may_mean(article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "brief"
    run("extract", article, "-o", folder)
    result = run("add", folder, "Springfield")
    assert result.exit_code == 1
    assert result.stdout.count("Springfield") > 2
    assert "--id" in result.stderr
    chosen = run("add", folder, "Springfield", "--within", "Illinois")
    assert chosen.exit_code == 0, chosen.output
    assert "-89.6" in chosen.output


@pytest.mark.parametrize("point", ["55.79;52.05", "north", "52.05,155.79"])
def test_a_point_that_is_none_is_wrong_usage(example: Path, point: str) -> None:
    result = run("add", example, "Anywhere", "--at", point)
    assert result.exit_code == 2
    assert "Are they swapped?" in result.stderr or "LON,LAT" in result.stderr


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_helps_with_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Example" in result.output
    assert f"geobrief {command} " in result.output


def test_wrong_usage_exits_2() -> None:
    assert run("map").exit_code == 2
    assert run("extract", "-o", "somewhere").exit_code == 2
    assert run("locate").exit_code == 2
