"""`frame.geobrief`, whichever of geobrief and geopandas is imported first; what `import geobrief` costs."""

from __future__ import annotations

import subprocess
import sys

import geopandas
import pandas
import pytest
import shapely

import geobrief

FRAME = geopandas.GeoDataFrame(
    {"town": ["Vell"], "said": ["It rains."]}, geometry=[shapely.Point(10, 50)], crs="EPSG:4326"
)
MADE = (
    "points = geopandas.points_from_xy([10], [50], crs=4326); "
    "frame = geopandas.GeoDataFrame({'name': ['Vell']}, geometry=points); "
    "print(frame.geobrief.to_brief().value.places[0].lon)"
)


def said_by(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    "order", ["geobrief, geopandas", "geopandas, geobrief", "geobrief, pandas, geopandas"]
)
def test_a_frame_has_it_in_whatever_order_is_imported(order: str) -> None:
    assert said_by(f"import {order}; {MADE}") == "10.0"


def test_importing_geobrief_imports_none_of_the_heavy_packages() -> None:
    heavy = "{'pandas', 'geopandas', 'folium', 'shapely', 'numpy'}"
    assert said_by(f"import sys, geobrief; print(sorted({heavy} & set(sys.modules)))") == "[]"


def test_the_lookout_leaves_python_as_it_was() -> None:
    code = "import sys; before = sys.meta_path[:]; import geobrief, geopandas; print(sys.meta_path == before)"
    assert said_by(code) == "True"


def test_a_frame_is_a_brief_and_a_map() -> None:
    brief = FRAME.geobrief.to_brief(name="town", claim="said")
    assert brief.value.claims[0].places == ("vell",)
    page = FRAME.geobrief.to_map(name="town", claim="said", language="de").get_root().render()
    assert page == brief.to_map(language="de").get_root().render()


def test_a_table_without_geometries_has_none() -> None:
    with pytest.raises(AttributeError, match=r"only a GeoDataFrame has \.geobrief"):
        pandas.DataFrame({"a": [1]}).geobrief  # noqa: B018


def test_a_name_that_there_is_not_is_told() -> None:
    with pytest.raises(AttributeError, match="no attribute 'ClaimMapp'"):
        geobrief.ClaimMapp  # type: ignore[attr-defined]  # noqa: B018
