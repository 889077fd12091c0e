"""What is no dump, what is faulty in one, and what happens when the adding is ended early."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from gazetteer.dump_files import name_row, place_row, write_dump
from geobrief.errors import GazetteerError
from geobrief.gazetteer import open_gazetteer
from geobrief.gazetteer.build import CACHE_VARIABLE
from geobrief.gazetteer.dumps.layout import CURRENT, FORMAT, INDEX, additions_folder
from geobrief.gazetteer.dumps.manage import add_dumps, added_sources, merge_again, remove_dumps
from geobrief.locks import locked

GOOD = [place_row(number, f"Zzy {number}") for number in range(9_000_001, 9_000_006)]


# ---- files that are no dumps


def refusal(cache: Path, path: Path) -> str:
    with pytest.raises(GazetteerError) as told:
        add_dumps(cache, [path])
    assert "\n" not in str(told.value)
    assert str(path) in str(told.value)
    assert not (additions_folder(cache) / CURRENT).exists()
    return str(told.value)


def test_a_missing_file(cache: Path) -> None:
    assert "There is no file" in refusal(cache, cache / "RU.zip")


def test_a_zip_file_that_is_none(cache: Path) -> None:
    path = cache / "RU.zip"
    path.write_bytes(b"<html>404</html>")
    assert "no zip file" in refusal(cache, path)


def test_a_zip_file_cut_short(cache: Path) -> None:
    path = write_dump(cache / "RU.zip", GOOD)
    path.write_bytes(path.read_bytes()[:-40])
    assert "Download it again" in refusal(cache, path)


def test_a_zip_file_with_a_changed_byte(cache: Path) -> None:
    path = write_dump(cache / "RU.zip", GOOD * 50)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)
    assert "Download it again" in refusal(cache, path)


def test_a_zip_file_without_the_dump(cache: Path) -> None:
    path = cache / "RU.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("one.txt", "1")
        archive.writestr("two.txt", "2")
    told = refusal(cache, path)
    assert "RU.txt" in told
    assert "one.txt, two.txt" in told


def test_an_empty_file(cache: Path) -> None:
    assert "is empty" in refusal(cache, write_dump(cache / "RU.txt", []))


def test_a_file_of_empty_lines(cache: Path) -> None:
    assert "begins with empty lines" in refusal(cache, write_dump(cache / "RU.txt", ["", "", ""]))


@pytest.mark.parametrize("first", [0, 200], ids=["at once", "after good rows"])
@pytest.mark.parametrize("suffix", [".txt", ".zip"])
def test_an_endless_line_is_told_and_takes_no_memory(cache: Path, suffix: str, first: int) -> None:
    rows = [place_row(number, f"Zzy {number}") for number in range(1, first + 1)]
    path = write_dump(cache / f"RU{suffix}", [*rows, "x" * 120_000_000])

    tracemalloc.start()
    told = refusal(cache, path)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert f"line {first + 1} is longer than" in told
    assert most < 100_000_000


def test_more_divisions_than_there_are(cache: Path) -> None:
    rows = [place_row(9_000_000 + number, "Zzy", region=f"r{number}") for number in range(1, (1 << 16) + 2)]
    with pytest.raises(GazetteerError, match="more than 65,536 divisions"):
        add_dumps(cache, [write_dump(cache / "RU.zip", rows)])
    assert not (additions_folder(cache) / CURRENT).exists()


def test_other_columns_are_told_with_their_line(cache: Path) -> None:
    told = refusal(cache, write_dump(cache / "RU.txt", ["1\tOslo\tNO", "2\tBergen\tNO"]))
    assert "line 1 has 3 columns" in told


# ---- faulty rows


FAULTY = {
    "columns": "1\tZzy\tZzy",
    "coordinates": place_row(9_000_001, "Zzy", lat=91),
    "numbers": place_row(9_000_001, "Zzy").replace("52.3", "north"),
    "not a number": place_row(9_000_001, "Zzy", lon=float("nan")),
    "id": place_row(9_000_001, "Zzy").replace("9000001", "x1"),
    "name": place_row(9_000_001, ""),
    "length of a name": place_row(9_000_001, "Zzy", ascii_name="Z" * 2_000),
    "population": place_row(9_000_001, "Zzy", population=1 << 40),
}


@pytest.mark.parametrize("what", FAULTY)
def test_a_faulty_row_is_counted_and_the_others_are_read(cache: Path, what: str) -> None:
    report = add_dumps(cache, [write_dump(cache / "BY.zip", [*GOOD, FAULTY[what], *GOOD])])
    (source,) = report.added
    assert (source.rows, source.kept, source.faulty) == (11, 10, 1)
    assert source.first_fault is not None
    assert source.first_fault[0] == 6
    assert open_gazetteer(cache).candidates("Zzy 9000005")


def test_another_name_that_no_text_holds_is_left_out_and_the_rest_of_its_row_read(cache: Path) -> None:
    alternates = ["Zzq" + "é" * 70_000, "Zzw"]
    add_dumps(cache, [write_dump(cache / "BY.zip", [place_row(9_000_001, "Zzy", alternates=alternates)])])
    known = open_gazetteer(cache)
    assert [place.matched for place in known.candidates("Zzw")] == ["Zzw"]
    assert not known.candidates(alternates[0])


def test_a_row_that_is_no_utf8_is_counted(cache: Path) -> None:
    path = cache / "BY.txt"
    rows = [row.encode() for row in GOOD]
    path.write_bytes(b"\n".join([*rows, rows[0].replace(b"Zzy", b"Zz\xff"), *rows]))
    (source,) = add_dumps(cache, [path]).added
    assert (source.rows, source.faulty, source.first_fault) == (11, 1, (6, "no UTF-8 (invalid start byte)"))


def test_a_byte_order_mark_and_windows_line_ends_are_no_faults(cache: Path) -> None:
    path = cache / "BY.txt"
    path.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(GOOD).encode() + b"\r\n")
    (source,) = add_dumps(cache, [path]).added
    assert (source.rows, source.kept, source.faulty) == (5, 5, 0)


def test_a_dump_that_is_mostly_faulty_is_refused(cache: Path) -> None:
    bad = [place_row(9_000_001, "Zzy", lat=520)] * 6
    told = refusal(cache, write_dump(cache / "RU.zip", [*GOOD, *bad]))
    assert "6 of 11 rows are faulty, the first is line 6" in told
    assert not list(additions_folder(cache).glob("source-*"))


# ---- adding again, changing, removing


def test_the_same_file_again_changes_nothing(cache: Path) -> None:
    path = write_dump(cache / "BY.zip", GOOD)
    add_dumps(cache, [path])
    before = (additions_folder(cache) / CURRENT).stat().st_mtime_ns
    report = add_dumps(cache, [path])
    assert (report.added, report.already) == ((), ("BY.zip",))
    assert (additions_folder(cache) / CURRENT).stat().st_mtime_ns == before


def test_a_newer_file_takes_the_place_of_the_older(cache: Path) -> None:
    add_dumps(cache, [write_dump(cache / "BY.zip", GOOD)])
    add_dumps(cache, [write_dump(cache / "BY.zip", [place_row(9_000_009, "Zzy 9")])])
    gazetteer = open_gazetteer(cache)
    assert gazetteer.candidates("Zzy 9")
    assert not gazetteer.candidates("Zzy 9000001")
    assert len(list(additions_folder(cache).iterdir())) == 4  # current.json, lock, one source, one index


def test_places_and_names_of_one_file_name_are_two(cache: Path) -> None:
    (cache / "alternatenames").mkdir()
    add_dumps(cache, [write_dump(cache / "BY.zip", GOOD)])
    add_dumps(cache, [write_dump(cache / "alternatenames" / "BY.zip", [name_row(9_000_001, "Ззы")])])
    assert [source.kind for source in added_sources(cache)] == ["places", "names"]
    assert open_gazetteer(cache).candidates("Ззы")


def as_of_another_version(cache: Path) -> None:
    """Makes what was added look as if a geobrief of another format had read it."""
    current = additions_folder(cache) / CURRENT
    record = json.loads(current.read_text())
    for source in (record, *record["sources"]):
        source["format"] = FORMAT - 1
    current.write_text(json.dumps(record))
    index = additions_folder(cache) / record["index"] / INDEX
    index.write_text(json.dumps({**json.loads(index.read_text()), "format": FORMAT - 1}))


def test_dumps_read_by_another_version_are_not_merged_but_wanted_again(cache: Path) -> None:
    first = write_dump(cache / "RU.zip", GOOD)
    second = write_dump(cache / "UA.zip", GOOD[:2])
    add_dumps(cache, [first, second])
    as_of_another_version(cache)

    with pytest.raises(GazetteerError, match=r"geobrief gazetteer build"):
        open_gazetteer(cache)
    for act in (
        lambda: merge_again(cache),
        lambda: add_dumps(cache, [first]),
        lambda: remove_dumps(cache, ["RU.zip"]),
    ):
        with pytest.raises(GazetteerError, match=r"UA\.zip .*another version.*geobrief gazetteer add"):
            act()
    report = add_dumps(cache, [first, second])

    assert [source.name for source in report.added] == ["RU.zip", "UA.zip"]
    assert open_gazetteer(cache).candidates("Zzy 9000003")


def test_removing_leaves_the_others(cache: Path) -> None:
    add_dumps(cache, [write_dump(cache / "BY.zip", GOOD)])
    add_dumps(cache, [write_dump(cache / "PL.zip", [place_row(9_000_009, "Zzy 9")])])
    assert remove_dumps(cache, ["BY.zip"]) == ("BY.zip",)
    gazetteer = open_gazetteer(cache)
    assert gazetteer.candidates("Zzy 9")
    assert not gazetteer.candidates("Zzy 9000001")
    with pytest.raises(GazetteerError, match=r"BY.zip was not added. Added are: PL.zip"):
        remove_dumps(cache, ["BY.zip"])
    remove_dumps(cache, ["PL.zip"])
    assert not additions_folder(cache).exists()
    assert not open_gazetteer(cache).candidates("Zzy 9")


# ---- broken stores


def index_of(cache: Path) -> Path:
    (index,) = additions_folder(cache).glob("index-*")
    return index


@pytest.mark.parametrize("name", ["ids.bin", "places.bin", "postings.bin", "names-000.marisa", "index.json"])
def test_an_index_cut_short_is_refused_and_mended(cache: Path, name: str) -> None:
    add_dumps(cache, [write_dump(cache / "BY.zip", GOOD)])
    path = index_of(cache) / name
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(GazetteerError, match="Run: geobrief gazetteer build"):
        open_gazetteer(cache)
    assert merge_again(cache)
    assert open_gazetteer(cache).candidates("Zzy 9000001")


def test_what_is_in_use_is_kept_while_another_is_made(cache: Path) -> None:
    add_dumps(cache, [write_dump(cache / "BY.zip", GOOD)])
    gazetteer = open_gazetteer(cache)
    add_dumps(cache, [write_dump(cache / "PL.zip", [place_row(9_000_009, "Zzy 9")])])
    assert gazetteer.candidates("Zzy 9000001")
    assert not gazetteer.candidates("Zzy 9")


def test_only_one_command_changes_a_folder(cache: Path) -> None:
    with locked(additions_folder(cache)), pytest.raises(GazetteerError, match="Another geobrief command"):
        add_dumps(cache, [write_dump(cache / "BY.zip", GOOD)])


# ---- ended early


def adding(cache: Path, path: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "geobrief", "gazetteer", "add", str(path)],
        env={**os.environ, CACHE_VARIABLE: str(cache)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def kill_when(process: subprocess.Popen[bytes], is_time: Callable[[], bool]) -> None:
    while not is_time():
        assert process.poll() is None, "it was done before it could be killed"
        time.sleep(0.002)
    process.send_signal(signal.SIGKILL)
    process.wait()


def contents(index: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in index.iterdir()}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("stage", ["source-*/chunk-*", ".building-*/part-*"])
def test_a_killed_run_goes_on_and_ends_as_an_undisturbed_one(cache: Path, tmp_path: Path, stage: str) -> None:
    # Spread over ranges of ids; with long rows that are left out, so that there are several blocks to read.
    rows = [place_row(number * 3_001, f"Zzy {number}") for number in range(1, 3_000)]
    rows += [place_row(number, "Inn", "S.HTL", alternates=["x" * 9_000]) for number in range(1, 9_000)]
    path = write_dump(tmp_path / "allCountries.zip", rows)
    additions = additions_folder(cache)
    kill_when(adding(cache, path), lambda: bool(list(additions.glob(stage))))
    assert not open_gazetteer(cache).candidates("Zzy 2")
    left = {done: done.stat().st_mtime_ns for done in additions.glob(stage)}
    kill_when(adding(cache, path), lambda: len(list(additions.glob(stage))) > len(left))
    assert {done: done.stat().st_mtime_ns for done in left} == left
    assert adding(cache, path).wait() == 0
    resumed = contents(index_of(cache))
    assert not list(additions.glob(".building-*"))
    remove_dumps(cache, [])
    add_dumps(cache, [path], processes=1)
    assert contents(index_of(cache)) == resumed
    assert open_gazetteer(cache).candidates("Zzy 2999")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_full_disk_is_told_in_one_line(cache: Path, tmp_path: Path) -> None:
    path = write_dump(tmp_path / "BY.zip", [place_row(number, f"Zzy {number}") for number in range(1, 2_000)])
    done = subprocess.run(
        [sys.executable, "-m", "geobrief", "gazetteer", "add", str(path)],
        env={**os.environ, CACHE_VARIABLE: str(cache)},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=_small_files_only,
    )
    assert done.returncode == 1
    *_, line = done.stderr.splitlines()
    assert line.startswith(f"Error: The additions cannot be written to {cache}: File too large.")
    assert add_dumps(cache, [path]).added
    assert json.loads((additions_folder(cache) / CURRENT).read_text())["sources"][0]["rows"] == 1_999


def _small_files_only() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
