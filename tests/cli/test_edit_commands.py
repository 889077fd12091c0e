"""Places put right by command, and every step of it taken back."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from editor.editing import feature, make_brief, state
from geobrief.cli import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_brief(tmp_path / "brief")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def told(*arguments: str | Path) -> str:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result.output


def failure(*arguments: str | Path) -> str:
    """The one line that a command fails with."""
    result = run(*arguments)
    assert result.exit_code == 1, result.output
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    return result.stderr


def in_a_terminal(answer: str, *arguments: str | Path) -> str:
    """What a command prints to somebody who sits at a terminal and types an answer."""
    ours, theirs = pty.openpty()
    program = [sys.executable, "-m", "geobrief", *map(str, arguments)]
    os.write(ours, answer.encode() + b"\n")
    run = subprocess.run(program, stdin=theirs, capture_output=True, text=True, check=False)
    os.close(ours)
    os.close(theirs)
    return run.stdout + run.stderr


def test_a_place_is_moved_by_its_name(folder: Path) -> None:
    assert told("move", folder, "Moscow", "--at", "37.62,55.75") == "Moved 'moscow' to 37.6200, 55.7500.\n"
    assert feature(folder, "moscow")["geometry"] == {"type": "Point", "coordinates": [37.62, 55.75]}
    properties = feature(folder, "moscow")["properties"]
    assert properties == {"name": "Moscow", "precision": "point", "source": "by hand"}


def test_a_place_is_renamed_and_still_found_in_the_text(folder: Path) -> None:
    told("rename", folder, "the zone", "Alabuga Special Economic Zone")
    assert json.dumps(feature(folder, "alabuga")["properties"]).count("Alabuga") == 2
    assert "no article holds" not in told("check", folder)


def test_two_places_become_one(folder: Path) -> None:
    told("merge", folder, "wonsan", "alabuga")
    text = (folder / "claims.csv").read_bytes().decode("cp1252")
    assert "alabuga;;;;yes – twice" in text
    assert "wonsan" not in text


def test_a_place_without_claims_is_removed(folder: Path) -> None:
    told("add", folder, "Wonsan", "--id", "geonames:1866923")
    assert told("remove", folder, "wonsan-2") == "Removed 'wonsan-2'.\n"
    assert "wonsan-2" not in (folder / "places.geojson").read_text()


def test_a_place_that_shares_its_claims_wants_force_too(folder: Path) -> None:
    before = state(folder)
    assert "1 claim is about it and other places (c1)" in failure("remove", folder, "alabuga")
    assert state(folder) == before
    told("remove", folder, "alabuga", "--force")
    assert "alabuga" not in (folder / "places.geojson").read_text()
    assert "c1" in (folder / "claims.csv").read_bytes().decode("cp1252")


def test_a_place_with_claims_wants_force(folder: Path) -> None:
    before = state(folder)
    assert "--force" in failure("remove", folder, "moscow")
    assert state(folder) == before
    told("remove", folder, "moscow", "--force")
    assert "c2" not in (folder / "claims.csv").read_bytes().decode("cp1252")


def test_a_place_is_removed_and_its_claims_stay(folder: Path) -> None:
    told("remove", folder, "moscow", "--keep-claims")
    assert "Officials denied" in (folder / "claims.csv").read_bytes().decode("cp1252")


@pytest.mark.parametrize(("answer", "gone"), [("y", True), ("n", False)])
def test_a_terminal_is_asked_about_claims(folder: Path, answer: str, gone: bool) -> None:
    output = in_a_terminal(answer, "remove", folder, "moscow")
    assert "1 claim is about it (c2)" in output
    assert ("moscow" not in (folder / "places.geojson").read_text()) is gone


def test_a_terminal_is_asked_which_place_is_meant(folder: Path) -> None:
    output = in_a_terminal("2", "add", folder, "Springfield")
    row = output.splitlines()[2].split()
    assert f"Added Springfield (city, {row[-4]}, {row[-3]})" in output or row[0] == "Springfield"
    assert feature(folder, "springfield")["properties"]["source"] in output.splitlines()[2]  # type: ignore[index]


def test_undo_takes_back_every_command_in_turn(folder: Path) -> None:
    states = [state(folder)]
    for command in (
        ("move", folder, "moscow", "--at", "37.62,55.75"),
        ("rename", folder, "alabuga", "Yelabuga"),
        ("add", folder, "Wonsan", "--id", "geonames:1866923", "--claim", "Ships left.", "--kind", "site"),
        ("merge", folder, "wonsan-2", "wonsan"),
        ("remove", folder, "moscow", "--force"),
    ):
        told(*command)
        states.append(state(folder))
    assert len(told("undo", folder, "--list").splitlines()) == 5
    for expected in reversed(states[:-1]):
        assert told("undo", folder).startswith("Taken back: ")
        assert state(folder) == expected
    assert "no change to undo" in failure("undo", folder)
    for expected in states[1:]:
        told("undo", folder, "--redo")
        assert state(folder) == expected


def test_the_list_tells_what_is_done_and_what_is_taken_back(folder: Path) -> None:
    assert told("undo", folder, "--list") == f"{folder} has no history yet.\n"
    told("move", folder, "moscow", "--at", "37.62,55.75")
    assert told("undo", folder, "--list").startswith("*   1  20")
    told("undo", folder)
    first, second = told("undo", folder, "--list").splitlines()
    assert first.startswith("    1")
    assert second.endswith("undo: move the place 'moscow' to 37.62, 55.75")


def test_a_claim_is_tied_to_the_article_that_holds_its_words(folder: Path) -> None:
    told("add", folder, "Wonsan", "--at", "127.44,39.15", "--claim", "Officials denied it in Moscow.")
    last = (folder / "claims.csv").read_bytes().decode("cp1252").splitlines()[-1]
    assert last.startswith("c3;a.md;Officials denied it in Moscow.;wonsan;stated")


def test_a_name_that_is_none_is_told_with_the_nearest(folder: Path) -> None:
    assert "did you mean wonsan" in failure("move", folder, "Wonsam", "--at", "1,2")


def test_a_name_of_two_places_is_not_guessed(folder: Path) -> None:
    told("add", folder, "Wonsan", "--at", "1,2")
    assert "wonsan, wonsan-2" in failure("rename", folder, "Wonsan", "Port")


def test_nothing_to_do_is_said(folder: Path) -> None:
    told("rename", folder, "wonsan", "Wonsan")
    assert told("undo", folder, "--list") == f"{folder} has no history yet.\n"


@pytest.mark.parametrize("written", ["127.5,39.2", "127.5 39.2", "127.5, 39.2", "39°12'N 127°30'E"])
def test_a_point_is_read_as_people_write_it(folder: Path, written: str) -> None:
    assert told("move", folder, "wonsan", "--at", written) == "Moved 'wonsan' to 127.5000, 39.2000.\n"


def test_swapped_coordinates_are_told_with_what_was_probably_meant(folder: Path) -> None:
    result = run("move", folder, "wonsan", "--at", "39.15,127.44")
    assert result.exit_code == 2
    assert "Are they swapped? Longitude comes first: 127.44,39.15." in result.output
    assert run("move", folder, "wonsan", "--at", "nan,1").exit_code == 2


def test_a_place_that_is_not_there_is_told_with_those_that_are(folder: Path) -> None:
    assert "its places are wonsan, alabuga, moscow." in failure("move", folder, "zzz", "--at", "1,2")


def test_a_name_that_lies_elsewhere_is_told_so(folder: Path) -> None:
    error = failure("add", folder, "Springfield", "--within", "Bavaria")
    assert "elsewhere, as in Missouri, Massachusetts" in error
    assert "geobrief find 'Springfield'" in error


def test_what_says_more_of_a_claim_wants_a_claim(folder: Path) -> None:
    before = state(folder)
    result = run("add", folder, "Seoul", "--by", "the ministry", "--when", "2024")
    assert (result.exit_code, state(folder)) == (2, before)
    assert "--by and --when go with --claim" in result.output


@pytest.mark.parametrize("name", ["plants.csv", "./plants", "/nowhere/plants.kml"])
def test_a_file_that_is_not_there_is_no_place(folder: Path, name: str) -> None:
    assert f"There is no file {name};" in failure("add", folder, name)


def test_an_empty_name_is_refused(folder: Path) -> None:
    assert "place 'wonsan' has no name; give it one" in failure("rename", folder, "wonsan", " ")
    assert run("add", folder, " ").exit_code == 2


def test_an_empty_folder_says_how_a_brief_begins(tmp_path: Path) -> None:
    assert "or begin one with geobrief extract" in failure("add", tmp_path, "Seoul")
    assert list(tmp_path.iterdir()) == []
