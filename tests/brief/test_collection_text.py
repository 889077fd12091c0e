"""After a small change a file of places is taken apart as it is when it is read whole."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.brief.collection_text import CollectionText, taken_again, taken_apart
from geobrief.brief.feature_list import Features
from geobrief.brief.places_file import EMPTY, scan, update
from geobrief.model import Place

FILE = """ {"type": "FeatureCollection", "name": "x", "features": [
{"type": "Feature", "id": "a", "properties": {"name": "A"}, "geometry": null},
{"type": "Feature", "id": "b", "properties": {"name": "B [1]"}, "geometry": null} ,
{"type": "Feature", "properties": {"name": "C"}, "geometry": null}
], "bbox": null}
"""
FEATURE = '{"type": "Feature", "id": "d", "properties": {"name": "D"}, "geometry": null}'
BITS = ("", " ", ",", "]", "[", "{", "}", '"', "\\", "\n", "é", "7", "], [", f",{FEATURE}", f"{FEATURE},")


def is_sound(body: str) -> bool:
    try:
        collection = json.loads(body)
    except ValueError:
        return False
    return isinstance(collection, dict) and isinstance(collection.get("features"), list)


@given(st.integers(0, len(FILE)), st.integers(0, 90), st.sampled_from(BITS))
def test_whatever_is_exchanged_in_a_file(at: int, cut: int, put: str) -> None:
    changed = FILE[:at] + put + FILE[at + cut :]
    again = taken_again(taken_apart(FILE), changed)
    if again is not None:
        assert is_sound(changed)
        assert again == taken_apart(changed)


@given(st.integers(0, len(FILE)), st.integers(0, 90), st.sampled_from(BITS))
def test_the_same_places_and_faults_are_read_with_a_memory_and_without(at: int, cut: int, put: str) -> None:
    changed = FILE[:at] + put + FILE[at + cut :]
    memory = Features()
    scan(FILE, memory=memory)
    assert scan(changed, memory=memory) == scan(changed)
    assert scan(FILE, memory=memory) == scan(FILE)


@pytest.mark.parametrize(
    "changed",
    [
        FILE.replace('"A"', '"Another"'),
        FILE.replace('"id": "b"', '"id": "bb"'),
        FILE.replace(
            ',\n{"type": "Feature", "properties"', f',\n{FEATURE},\n{{"type": "Feature", "properties"'
        ),
        FILE.replace("null}\n]", f"null}},\n{FEATURE}\n]"),
        FILE.replace(
            FILE[FILE.index('{"type": "Feature", "id": "b"') : FILE.index('{"type": "Feature", "p')], ""
        ),
    ],
)
def test_a_feature_that_was_changed_added_or_removed_is_read_alone(changed: str) -> None:
    assert changed != FILE
    assert taken_again(taken_apart(FILE), changed) == taken_apart(changed)


def test_a_file_in_another_crs_and_one_whose_head_was_changed_are_read_whole() -> None:
    other = FILE.replace('"name": "x"', '"crs": {"type": "name", "properties": {"name": "EPSG:3857"}}')
    assert taken_again(taken_apart(other), other.replace('"A"', '"Z"')) is None
    assert taken_again(taken_apart(FILE), other) is None
    assert taken_again(None, FILE) is None


def test_an_update_with_a_memory_writes_the_same_bytes() -> None:
    memory, text, known = Features(), EMPTY, EMPTY
    for at in range(5):
        places = tuple(Place(f"p{number}", f"N {number * at}", lon=at, lat=2) for number in range(at, 2 * at))
        before, _ = scan(known, memory=memory)
        known = update(known, places, before=before, memory=memory)
        text = update(text, places)
        assert known == text


def test_lines_are_counted_from_the_text_as_it_is_now() -> None:
    moved = FILE.replace('"A"', '"A",\n"note": "x"')
    again = taken_again(taken_apart(FILE), moved)
    assert isinstance(again, CollectionText)
    assert again.lines() == [2, 4, 5]
