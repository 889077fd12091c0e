import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.brief.coordinates import (
    DIGITS,
    decode_numbers,
    encode_numbers,
    packed_geometry,
    unpacked_geometry,
)

degrees = st.one_of(
    st.integers(-180, 180), st.floats(-180, 180).map(lambda value: round(value, 4)), st.floats()
)
positions = st.lists(st.lists(degrees, min_size=2, max_size=2), min_size=1, max_size=3)
geometries = st.one_of(
    st.fixed_dictionaries({"type": st.just("LineString"), "coordinates": positions}),
    st.fixed_dictionaries(
        {"type": st.just("Polygon"), "coordinates": st.lists(positions, min_size=1, max_size=2)}
    ),
    st.fixed_dictionaries(
        {
            "type": st.just("MultiPolygon"),
            "coordinates": st.lists(st.lists(positions, min_size=1, max_size=2), min_size=1, max_size=2),
        }
    ),
)


@given(st.lists(st.integers(-(10**12), 10**12)))
def test_numbers_come_back(numbers: list[int]) -> None:
    text = encode_numbers(numbers)
    assert decode_numbers(text) == numbers
    assert json.dumps(text) == f'"{text}"'


def test_the_characters_need_no_escape() -> None:
    assert len(set(DIGITS)) == 86
    assert not set(DIGITS) & set("<&'\"\\`")


@given(geometries)
def test_a_geometry_comes_back_whole(geometry: dict[str, Any]) -> None:
    packed = json.loads(json.dumps(packed_geometry(geometry)))
    back = unpacked_geometry(packed)
    assert back["type"] == geometry["type"]
    assert repr(as_floats(back["coordinates"])) == repr(as_floats(geometry["coordinates"]))


def as_floats(value: Any) -> Any:
    if isinstance(value, list):
        return [as_floats(part) for part in value]
    # JSON tells neither 1 from 1.0 nor, to a map, 0 from -0.
    return float(value) + 0.0 if isinstance(value, int | float) else value


def test_a_ring_is_one_text() -> None:
    ring = [[30.5, 50], [31, 50.25], [30.5, 50]]
    packed = packed_geometry({"type": "Polygon", "coordinates": [ring], "note": "drawn"})
    assert packed["scale"] == 100
    assert [decode_numbers(line) for line in packed["lines"]] == [[3050, 5000, 50, 25, -50, -25]]
    assert packed["note"] == "drawn"


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "Point", "coordinates": []},
        {"type": "LineString", "coordinates": [[1, 2, 3], [4, 5, 6]]},
        {"type": "LineString", "coordinates": [[1.123456789, 2], [4, 5]]},
        {"type": "LineString", "coordinates": [[1, "2"], [4, 5]]},
        {"type": "Polygon", "coordinates": [[1, 2], [[3, 4]]]},
        {"type": "GeometryCollection", "geometries": []},
        {"type": "LineString", "coordinates": [[1, 2], [3, 4]], "scale": 5},
    ],
)
def test_what_is_no_plain_line_stays_as_it_is(geometry: dict[str, Any]) -> None:
    assert packed_geometry(geometry) == geometry
    assert unpacked_geometry(geometry) == geometry
