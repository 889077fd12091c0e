import io
import json
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from geobrief.errors import GazetteerError
from geobrief.gazetteer import Gazetteer, open_gazetteer
from geobrief.gazetteer.build import (
    CACHE_VARIABLE,
    cache_folder,
    console_progress,
    remove_unused,
    store_folder,
    write_store,
)
from geobrief.gazetteer.entries import Entry, NameRank
from geobrief.gazetteer.layout import FILES, MANIFEST

OSLO = Entry("geonames:3143244", "Oslo", "city", 10.74609, 59.91273, 3, "NO", "NO.12", "Oslo County", 580000)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    store = tmp_path / "gazetteer-small"
    write_store(store, [OSLO])
    return store


def test_what_was_written_is_found_with_all_it_had(tmp_path: Path) -> None:
    sea = Entry(
        "geobrief:bering-sea",
        "Bering Sea",
        "water",
        -178.0,
        58.0,
        0,
        names={"Beringmeer": NameRank.ALTERNATE},
        bbox=(162.0, 52.0, -157.0, 66.0),
    )
    write_store(tmp_path / "g", [OSLO, sea])
    gazetteer = Gazetteer(tmp_path / "g")
    (oslo,) = gazetteer.candidates("OSLO")
    assert (oslo.id, oslo.name, oslo.kind, oslo.lon, oslo.lat) == (
        OSLO.id,
        "Oslo",
        "city",
        10.74609,
        59.91273,
    )
    assert (oslo.country_code, oslo.region_code, oslo.within) == ("NO", "NO.12", "Oslo County")
    assert (oslo.population, oslo.level, oslo.bbox, oslo.matched, oslo.exact) == (
        580000,
        3,
        None,
        "Oslo",
        True,
    )
    (bering,) = gazetteer.candidates("beringmeer")
    assert (bering.name, bering.matched, bering.exact, bering.bbox) == (
        "Bering Sea",
        "Beringmeer",
        False,
        sea.bbox,
    )
    assert gazetteer.get("geobrief:bering-sea") is not None
    assert len(gazetteer) == 2


def test_entries_come_in_any_order_to_the_same_files(tmp_path: Path) -> None:
    other = Entry("geonames:1", "Oslo", "city", -95.0, 48.0, 3, "US", "US.MN", "Minnesota", 300)
    write_store(tmp_path / "one", [OSLO, other])
    write_store(tmp_path / "two", [other, OSLO])
    assert Gazetteer(tmp_path / "one").candidates("Oslo") == Gazetteer(tmp_path / "two").candidates("Oslo")


@pytest.mark.parametrize("name", [*FILES, MANIFEST])
def test_a_missing_file_names_the_command_that_mends_it(store: Path, name: str) -> None:
    (store / name).unlink()
    with pytest.raises(GazetteerError, match="Run: geobrief gazetteer build"):
        Gazetteer(store)


@pytest.mark.parametrize("name", [*FILES, MANIFEST])
def test_a_file_cut_short_is_refused(store: Path, name: str) -> None:
    content = (store / name).read_bytes()
    (store / name).write_bytes(content[: len(content) // 2])
    with pytest.raises(GazetteerError, match="Run: geobrief gazetteer build"):
        Gazetteer(store)


@pytest.mark.parametrize("name", FILES)
def test_a_changed_byte_is_noticed(store: Path, name: str) -> None:
    content = bytearray((store / name).read_bytes())
    content[len(content) // 2] ^= 0xFF
    (store / name).write_bytes(content)
    with pytest.raises(GazetteerError, match=name):
        Gazetteer(store)


def test_a_manifest_of_something_else_is_refused(store: Path) -> None:
    (store / MANIFEST).write_text(json.dumps(["names.marisa"]), encoding="utf-8")
    with pytest.raises(GazetteerError, match="broken"):
        Gazetteer(store)


def test_building_mends_a_broken_one(store: Path) -> None:
    (store / "text.bin").write_bytes(b"")
    write_store(store, [OSLO])
    assert Gazetteer(store).candidates("Oslo")


def test_many_that_build_at_once_all_end_well(tmp_path: Path) -> None:
    store = tmp_path / "g"
    start = threading.Barrier(6)
    failures: list[BaseException] = []

    def build_and_ask() -> None:
        try:
            start.wait()
            write_store(store, [OSLO])
            assert Gazetteer(store).candidates("Oslo")
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=build_and_ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert [path.name for path in tmp_path.iterdir()] == ["g"]


def test_another_version_s_gazetteer_stays_while_it_is_in_use(tmp_path: Path) -> None:
    last_opened = {"gazetteer-old": 40, "gazetteer-other": 20, ".building-left": 2, ".building-now": 0}
    for name, days in last_opened.items():
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, times=(time.time() - days * 86_400,) * 2)
    remove_unused(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"gazetteer-other", ".building-now"}


def test_opening_it_notes_its_use(tmp_path: Path) -> None:
    store = store_folder(tmp_path)
    write_store(store, [OSLO])
    os.utime(store, times=(0, 0))
    open_gazetteer(tmp_path)
    assert time.time() - store.stat().st_mtime < 3600


def test_nothing_is_left_when_a_source_breaks_off(tmp_path: Path) -> None:
    def entries() -> Iterator[Entry]:
        yield OSLO
        raise FileNotFoundError("cities500.json")

    with pytest.raises(GazetteerError, match=r"cities500\.json.*pip install"):
        write_store(tmp_path / "g", entries())
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(GazetteerError, match=rf"{tmp_path}/file: .*{CACHE_VARIABLE}"):
        write_store(tmp_path / "file" / "g", [OSLO])


def test_a_missing_gazetteer_is_an_error_where_none_may_be_built(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="Run: geobrief gazetteer build"):
        open_gazetteer(tmp_path, build=False)


def test_the_environment_names_another_cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path))
    assert cache_folder() == tmp_path
    assert store_folder(cache_folder()).parent == tmp_path


def test_progress_is_one_line_where_there_is_no_terminal() -> None:
    stream = io.StringIO()
    with console_progress(stream) as progress:
        progress(1000)
        progress(1000)
    assert stream.getvalue() == "Building the gazetteer, once …\n"


def test_progress_is_a_bar_on_a_terminal() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    with console_progress(stream) as progress:
        progress(1000)
    assert "Building the gazetteer" in stream.getvalue()
    assert "places" in stream.getvalue()
