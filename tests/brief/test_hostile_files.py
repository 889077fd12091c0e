"""Files from anywhere: whatever they hold, the answer is values or faults, never a crash."""

import contextlib
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from brief_values import json_values
from geobrief.brief import claims_file, feature_list, places_file
from geobrief.brief.page_file import parse_page
from geobrief.brief.records import from_record
from geobrief.errors import BriefError

numbers: st.SearchStrategy[Any] = st.none() | st.booleans() | st.floats() | st.integers() | st.just("1")
coordinates = st.recursive(numbers, lambda inner: st.lists(inner, max_size=5), max_leaves=12)
kinds = st.sampled_from(
    ("Point", "LineString", "Polygon", "MultiPoint", "MultiPolygon", "GeometryCollection", "X", 1)
)
geometries = st.recursive(
    json_values | st.fixed_dictionaries({"type": kinds, "coordinates": coordinates}),
    lambda inner: st.fixed_dictionaries({"type": kinds, "geometries": st.lists(inner, max_size=2)}),
    max_leaves=3,
)
property_names = st.sampled_from(
    ("name", "title", "kind", "note", "aliases", "id", "lon", "lat", "within", "x")
)
features = json_values | st.fixed_dictionaries(
    {
        "type": st.sampled_from(("Feature", "feature", None)),
        "id": json_values,
        "properties": json_values | st.dictionaries(property_names, json_values | numbers),
        "geometry": geometries,
    }
)
KEYS = (
    "id name kind lon lat document quote places certainty quantities when flow start end by_start extra "
    "by_end geometry from to value unit text aliases inferred"
)
record_keys = st.sampled_from(KEYS.split())
records = st.dictionaries(record_keys, json_values | st.sampled_from(("a", "city", "stated", [])))


@given(st.text() | st.text('{}[]":,0 \n\\ue', max_size=30))
def test_any_text_as_places(text: str) -> None:
    places, faults = places_file.scan(text)
    assert places == () or not faults


@given(st.lists(features, max_size=3), st.booleans())
def test_any_json_as_features(values: list[Any], foreign: bool) -> None:
    places, faults = feature_list.read_features(values, foreign=foreign)
    assert len({place.id for place in places}) == len(places) or faults
    assert len(places) == len(values) or faults


@given(st.lists(features, max_size=3))
def test_any_collection_keeps_its_bytes_or_has_faults(values: list[Any]) -> None:
    text = json.dumps({"type": "FeatureCollection", "features": values})
    places, faults = places_file.scan(text)
    assert faults or places_file.update(text, places) == text


@given(st.text() | st.text('id,quote;\t"\r\n a1', max_size=60).map("id,quote\r\n".__add__))
def test_any_text_as_claims(text: str) -> None:
    claims, faults = claims_file.scan(text)
    assert faults or claims_file.update(text, claims) == text


@given(
    json_values
    | st.fixed_dictionaries(
        {"geobrief": st.just(1), "places": st.lists(records), "claims": st.lists(records)}
    )
)
def test_any_json_as_a_record(value: Any) -> None:
    with contextlib.suppress(BriefError):
        from_record(value)


@given(st.text().map("<script id='geobrief-data'>".__add__))
def test_any_text_as_a_page(text: str) -> None:
    with contextlib.suppress(BriefError):
        parse_page(text)
