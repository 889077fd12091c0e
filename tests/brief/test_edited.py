"""Tables of a brief, edited in pandas, and back."""

from __future__ import annotations

from pathlib import Path

import pytest

import geobrief
from geobrief.errors import BriefError

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def brief() -> geobrief.Brief:
    return geobrief.read(DATA)


def test_tables_that_nobody_changed_give_the_same_brief(brief: geobrief.Brief) -> None:
    assert brief.edited(places=brief.places, claims=brief.claims).value == brief.value
    assert brief.edited().value == brief.value


def test_an_edited_cell_is_saved_and_nothing_else_changes(brief: geobrief.Brief, tmp_path: Path) -> None:
    claims = brief.claims
    claims.loc[claims["id"] == "c1", ["certainty", "note"]] = ["denied", "seen by Ana"]
    brief.edited(claims=claims).save(tmp_path)
    before = (DATA / "claims.csv").read_text(encoding="utf-8").splitlines()
    after = (tmp_path / "claims.csv").read_text(encoding="utf-8").splitlines()
    assert [line[:2] for line, old in zip(after, before, strict=True) if line != old] == ["c1"]
    assert geobrief.read(tmp_path).claims.loc[0, "note"] == "seen by Ana"
    assert (tmp_path / "places.geojson").read_bytes() == (DATA / "places.geojson").read_bytes()


def test_a_point_moves_with_its_columns_or_with_its_geometry(brief: geobrief.Brief) -> None:
    places = brief.places
    points = [
        key for key, shape in places.geometry.items() if shape is not None and shape.geom_type == "Point"
    ]
    by_columns, by_geometry = points[:2]
    places.loc[by_columns, ["lon", "lat"]] = [10.0, 20.0]
    places.loc[[by_geometry], "geometry"] = places.loc[[by_geometry], "geometry"].translate(1, 0)
    after = {place.id: place for place in brief.edited(places=places).value.places}
    before = {place.id: place for place in brief.value.places}
    assert (after[by_columns].lon, after[by_columns].lat) == (10.0, 20.0)
    assert after[by_geometry].lon == pytest.approx((before[by_geometry].lon or 0) + 1)
    assert [key for key in before if after[key] != before[key]] == [by_columns, by_geometry]


def test_rows_are_added_and_left_out(brief: geobrief.Brief) -> None:
    claims = brief.claims
    added = claims.iloc[[0]].assign(id="mine", quote="Nobody else says so.", article="", places="pyongyang")
    import pandas

    after = brief.edited(claims=pandas.concat([claims.iloc[1:], added])).value.claims
    assert [claim.id for claim in after] == [*(claim.id for claim in brief.value.claims[1:]), "mine"]


def test_what_a_narrower_table_does_not_hold_stays(brief: geobrief.Brief) -> None:
    claims = brief.claims[["id", "certainty"]]
    places = brief.places[["id", "name", "geometry"]]
    assert brief.edited(places=places, claims=claims).value == brief.value
    after = brief.edited(claims=claims.assign(certainty="denied")).value.claims
    assert [claim.quote for claim in after] == [claim.quote for claim in brief.value.claims]
    assert {claim.certainty for claim in after} == {"denied"}


def test_a_table_in_another_crs_is_read_in_degrees(brief: geobrief.Brief) -> None:
    after = brief.edited(places=brief.places.to_crs("EPSG:3857")).value.places
    for place, old in zip(after, brief.value.places, strict=True):
        assert place.lon == pytest.approx(old.lon, abs=1e-6)


def test_all_that_is_wrong_is_said_at_once_and_nothing_is_made(brief: geobrief.Brief) -> None:
    claims = brief.claims
    claims.loc[0, "certainty"] = "sure"
    claims.loc[1, "id"] = ""
    with pytest.raises(BriefError, match=r"claim 'c1' has the unknown certainty 'sure'.*row 2 has no id"):
        brief.edited(claims=claims)
    with pytest.raises(BriefError, match="lacks"):
        brief.edited(places=brief.places.iloc[1:])
    with pytest.raises(BriefError, match="no CRS"):
        brief.edited(places=brief.places.set_crs(None, allow_override=True))
