"""Saving a change, taking it back, and what a kill leaves there."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import geobrief
from editor.editing import CLAIMS, feature, make_brief, state
from editor.killed_save import CHANGE, KILLED
from geobrief.editor.changes import (
    AddArticle,
    AddClaim,
    AddPlace,
    Change,
    LinkWords,
    MergePlaces,
    MovePlace,
    RemoveArticle,
    RemoveClaim,
    RemovePlace,
    RenamePlace,
    SetArticle,
    SetClaim,
    SetPlace,
)
from geobrief.editor.commit import PENDING, is_pending
from geobrief.editor.history import HISTORY, SIDE_FOLDER, read_history
from geobrief.editor.store import Writer, apply, read_recovered, redo, undo
from geobrief.errors import BriefError, GeobriefError
from geobrief.locks import locked
from geobrief.model import Claim, Document, Place

ME = Writer("Ann", lambda: "2025-06-20T09:30:00Z")
TIMES = 100


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_brief(tmp_path / "brief")


CHANGES: list[Change] = [
    AddPlace(Place("", "Nampo", lon=125.4, lat=38.7)),
    SetPlace("wonsan", {"note": "port", "kind": "site"}),
    MovePlace("moscow", 37.62, 55.75),
    RenamePlace("alabuga", "Yelabuga"),
    MergePlaces("moscow", "alabuga"),
    RemovePlace("wonsan"),
    RemovePlace("wonsan", with_claims=True),
    AddClaim(Claim("", "a.md", "Officials denied it in Moscow.", ("moscow",))),
    SetClaim("c1", {"by": "Ann", "when": "2024"}),
    RemoveClaim("c1"),
    AddArticle(Document("b.md", "Again in Moscow.")),
    SetArticle("a.md", {"publisher": "The Paper"}),
    SetArticle(
        "a.md", {"text": "Workers left Wonsan for the zone in 2024. Officials denied it in Moscow.\n"}
    ),
    RemoveArticle("a.md"),
    LinkWords("alabuga", "Officials"),
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: type(change).__name__)
def test_every_change_is_taken_back_and_done_again_to_the_byte(folder: Path, change: Change) -> None:
    before = state(folder)
    apply(folder, change, ME)
    after = state(folder)
    assert after != before
    undo(folder, ME)
    assert state(folder) == before
    redo(folder, ME)
    assert state(folder) == after


def test_what_a_change_does_not_touch_keeps_its_bytes(folder: Path) -> None:
    before = state(folder)
    apply(folder, SetPlace("alabuga", {"note": "a zone"}), ME)
    after = state(folder)
    assert after["claims.csv"] == before["claims.csv"]
    assert after["places.geojson"].splitlines()[:5] == before["places.geojson"].splitlines()[:5]


def test_what_is_remembered_of_a_brief_hides_nothing_that_others_write(folder: Path) -> None:
    writer = Writer("Ann")
    apply(folder, SetPlace("wonsan", {"note": "port"}), writer)
    places, claims = folder / "places.geojson", folder / "claims.csv"
    places.write_text(places.read_text().replace('"port"', '"harbour"'))
    claims.write_bytes(claims.read_bytes().replace(b"denied;", b"doubted;"))
    apply(folder, RenamePlace("alabuga", "Yelabuga"), writer)
    apply(folder, SetClaim("c2", {"by": "officials"}), writer)
    value = read_recovered(folder).value
    assert [(place.name, place.note) for place in value.places] == [
        ("Wonsan", "harbour"),
        ("Yelabuga", ""),
        ("Moscow", ""),
    ]
    assert (value.claims[1].certainty, value.claims[1].by) == ("doubted", "officials")


def test_an_article_that_no_file_can_hold_is_refused(folder: Path) -> None:
    before = state(folder)
    with pytest.raises(GeobriefError, match="binary"):
        apply(folder, SetArticle("a.md", {"text": "a \0 b"}), ME)
    assert state(folder) == before


def test_a_change_that_changes_nothing_is_not_told(folder: Path) -> None:
    assert apply(folder, SetPlace("wonsan", {"name": "Wonsan"}), ME) is None
    assert read_history(folder) == ()


def test_the_history_tells_who_did_what_when(folder: Path) -> None:
    apply(folder, SetPlace("wonsan", {"note": "port"}), ME)
    undo(folder, Writer("Bob", lambda: "2025-06-21T09:30:00Z"))
    first, second = read_history(folder)
    assert (first.number, first.who, first.when, first.what) == (
        1,
        "Ann",
        "2025-06-20T09:30:00Z",
        "set note of the place 'wonsan'",
    )
    (difference,) = first.differences
    assert (difference.before, difference.after) == ({"note": None}, {"note": "port"})
    assert (second.who, second.undoes) == ("Bob", 1)


def test_undo_goes_back_step_by_step_and_a_new_change_ends_the_way_forward(folder: Path) -> None:
    states = [state(folder)]
    for note in "abc":
        apply(folder, SetPlace("wonsan", {"note": note}), ME)
        states.append(state(folder))
    undo(folder, ME)
    undo(folder, ME)
    assert state(folder) == states[1]
    redo(folder, ME)
    assert state(folder) == states[2]
    apply(folder, SetPlace("wonsan", {"note": "d"}), ME)
    with pytest.raises(BriefError, match="no change to do again"):
        redo(folder, ME)
    for expected in (states[2], states[1], states[0]):
        undo(folder, ME)
        assert state(folder) == expected
    with pytest.raises(BriefError, match="no change to undo"):
        undo(folder, ME)


def test_undo_leaves_alone_what_another_program_wrote_since(folder: Path) -> None:
    apply(folder, SetPlace("wonsan", {"note": "port"}), ME)
    path = folder / "places.geojson"
    path.write_text(path.read_text().replace('"colour": "red"', '"colour": "blue"'))
    undo(folder, ME)
    properties = feature(folder, "wonsan")["properties"]
    assert properties == {"name": "Wonsan", "colour": "blue", "note": ""}


def test_undo_overwrites_no_field_that_another_program_changed_since(folder: Path) -> None:
    apply(folder, SetPlace("wonsan", {"note": "port"}), ME)
    path = folder / "places.geojson"
    path.write_text(path.read_text().replace('"port"', '"harbour"'))
    changed = state(folder)
    with pytest.raises(BriefError, match="the place 'wonsan' has changed since: note"):
        undo(folder, ME)
    assert state(folder) == changed


def test_a_write_by_another_program_in_the_middle_is_never_overwritten(folder: Path) -> None:
    class Meddling(SetPlace):
        def told(self) -> str:
            (folder / "places.geojson").write_text('{"type": "FeatureCollection", "features": []}')
            return "meddle"

    with pytest.raises(BriefError, match="changed since it was read"):
        apply(folder, Meddling("wonsan", {"note": "port"}), ME)
    assert (folder / "places.geojson").read_text() == '{"type": "FeatureCollection", "features": []}'
    assert read_history(folder) == ()


def test_a_line_that_a_kill_tore_hides_no_other(folder: Path) -> None:
    apply(folder, SetPlace("wonsan", {"note": "a"}), ME)
    path = folder / SIDE_FOLDER / HISTORY
    whole = path.read_bytes()
    for length in range(0, len(whole), 7):
        path.write_bytes(whole + whole[:length])
        apply(folder, SetPlace("wonsan", {"note": f"b{length}"}), ME)
        assert [entry.number for entry in read_history(folder)] == [1, 2]
        undo(folder, ME)


def test_a_full_disk_leaves_everything_as_it_was(folder: Path) -> None:
    before = state(folder)

    def full(step: str) -> None:
        if step == "moved places.geojson":
            raise GeobriefError("the disk is full")

    with pytest.raises(GeobriefError, match="full"):
        apply(folder, CHANGE, Writer(step=full))
    assert state(folder) == before
    assert read_history(folder) == ()
    assert apply(folder, CHANGE, ME) is not None


def test_one_process_at_a_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geobrief.editor.store._WAIT_SECONDS", 0.05)
    with locked(folder / SIDE_FOLDER), pytest.raises(GeobriefError, match="just now"):
        apply(folder, CHANGE, ME)


def test_a_folder_without_a_brief_stays_empty(tmp_path: Path) -> None:
    with pytest.raises(BriefError, match="holds no brief"):
        apply(tmp_path, CHANGE, ME)
    assert list(tmp_path.iterdir()) == []


def _steps(folder: Path) -> list[str]:
    steps: list[str] = []
    apply(folder, CHANGE, Writer(step=steps.append))
    return steps


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder in memory where the system has one: a thousand saves need not wait for a disk."""
    shared = Path("/dev/shm")
    with TemporaryDirectory(dir=shared if os.access(shared, os.W_OK) else None) as folder:
        yield Path(folder)


def test_a_kill_at_any_step_leaves_the_old_brief_or_the_new(memory: Path) -> None:
    template = make_brief(memory / "template")
    (template / "claims.csv").write_text(CLAIMS)  # in UTF-8, since another encoding takes long to tell
    old = state(template)
    done = shutil.copytree(template, memory / "done")
    steps = _steps(done)
    new = state(done)
    assert len(steps) >= 10
    found: list[list[dict[str, bytes]]] = []
    for step in range(len(steps) + 1):
        folders = [shutil.copytree(template, memory / f"{step}-{time}") for time in range(TIMES)]
        _kill(step, folders)
        found.append([_after_opening(folder) for folder in folders])
        _agrees_with_its_history(folders[0], old)
        for folder in folders:
            shutil.rmtree(folder)
    assert all(one in (old, new) for states in found for one in states)
    assert all(one == old for one in found[0])
    assert all(one == new for one in found[-1])
    assert [states[0] == new for states in found] == sorted(states[0] == new for states in found)


def _kill(step: int, folders: list[Path]) -> None:
    program = Path(__file__).with_name("killed_save.py")
    arguments = [sys.executable, str(program), str(step), *map(str, folders)]
    run = subprocess.run(arguments, capture_output=True, text=True, check=True)
    assert run.stdout.split() == [str(KILLED)] * len(folders), run.stderr


def _after_opening(folder: Path) -> dict[str, bytes]:
    """The files once the brief is opened, with nothing left beside them of a save that was cut off."""
    began = (folder / SIDE_FOLDER / PENDING).exists()
    read_recovered(folder)
    assert not is_pending(folder)
    assert not began or not list(folder.rglob("*.tmp"))
    return state(folder)


def _agrees_with_its_history(folder: Path, old: dict[str, bytes]) -> None:
    """What changed can be undone, and what did not is not told."""
    entries = read_history(folder)
    assert len(entries) == (state(folder) != old)
    if entries:
        undo(folder, ME)
        assert state(folder) == old


# What Python saves.


def test_what_python_saves_into_a_brief_with_a_history_is_taken_back(folder: Path) -> None:
    apply(folder, SetPlace("wonsan", {"note": "port"}), ME)
    before = state(folder)
    brief = geobrief.read(folder)
    place, *others = brief.value.places
    value = replace(brief.value, places=(replace(place, note="harbour"), *others), claims=())
    replace(brief, value=value).save(folder)
    after = state(folder)
    assert after != before
    assert (read_history(folder)[-1].who, len(read_history(folder))) == ("Python", 2)
    undo(folder, ME)
    assert state(folder) == before
    redo(folder, ME)
    assert state(folder) == after


def test_what_python_saves_is_taken_back_by_field_where_others_wrote_since(folder: Path) -> None:
    apply(folder, SetPlace("wonsan", {"note": "port"}), ME)
    brief = geobrief.read(folder)
    place, *others = brief.value.places
    replace(brief, value=replace(brief.value, places=(replace(place, note="x"), *others))).save(folder)
    path = folder / "places.geojson"
    path.write_text(path.read_text().replace('"colour": "red"', '"colour": "blue"'))
    undo(folder, ME)
    properties = feature(folder, "wonsan")["properties"]
    assert properties == {"name": "Wonsan", "colour": "blue", "note": "port"}


def test_another_brief_over_one_with_a_history_is_taken_back(folder: Path) -> None:
    apply(folder, SetPlace("wonsan", {"note": "port"}), ME)
    before = state(folder)
    geobrief.analyze("Ships left Odesa for Istanbul.").save(folder)
    assert {"articles/a.md", "articles/article.md"} <= state(folder).keys()
    undo(folder, ME)
    assert state(folder) == before


def test_python_saves_nothing_over_what_others_wrote(folder: Path) -> None:
    apply(folder, SetPlace("wonsan", {"note": "port"}), ME)
    brief = geobrief.read(folder)
    apply(folder, SetPlace("wonsan", {"note": "harbour"}), ME)
    before = state(folder)
    place, *others = brief.value.places
    changed = replace(brief, value=replace(brief.value, places=(replace(place, kind="site"), *others)))
    with pytest.raises(BriefError, match="has changed since it was read"):
        changed.save(folder)
    assert state(folder) == before
    assert len(read_history(folder)) == 2


def test_python_saves_without_a_history_where_there_is_none(folder: Path, tmp_path: Path) -> None:
    geobrief.read(folder).save(tmp_path / "copy")
    geobrief.read(folder).save(folder)
    assert not (folder / SIDE_FOLDER).exists()
    assert not (tmp_path / "copy" / SIDE_FOLDER).exists()
