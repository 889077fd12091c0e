"""A custom base map: the plan of an airport, drawn as GeoJSON, under the claims about it."""

from pathlib import Path

import folium
import geopandas

import geobrief

PLAN = Path(__file__).parent / "airport.geojson"
COLOURS = {
    "field": "#e3e8cf", "wood": "#b9cfa6", "road": "#f6d58e", "runway": "#8c939b",
    "taxiway": "#b8bec4", "apron": "#d0d4d8", "building": "#c98f6b", "tank": "#9fb4c4",
}  # fmt: skip
CLAIMS = [
    (
        "Runway north",
        12.4329,
        51.3103,
        "The north runway closes for 60 nights in 2027.",
        "the airport",
        "stated",
    ),
    (
        "Terminal",
        12.4264,
        51.2979,
        "The terminal will take in 9 million passengers.",
        "the airport",
        "expected",
    ),
    ("Tank farm", 12.3869, 51.2870, "The ground under the tanks may be soiled.", "an engineer", "possible"),
    ("Station", 12.4171, 51.2881, "Trains reportedly stop here from 2028.", "a newspaper", "reported"),
    ("Wood", 12.3883, 51.3184, "Not one tree will be felled.", "the ministry", "denied"),
]

frame = geopandas.GeoDataFrame(CLAIMS, columns=["name", "lon", "lat", "claim", "by", "certainty"])
frame = frame.assign(kind="site", geometry=geopandas.points_from_xy(frame.lon, frame.lat)).set_crs(4326)
columns = {"name": "name", "claim": "claim", "by": "by", "certainty": "certainty"}
page = geobrief.from_geodataframe(frame, title="A new airport", **columns).to_map()


def look(part: dict[str, dict[str, str]]) -> dict[str, str | float]:
    """How a part of the plan is drawn."""
    return {"fillColor": COLOURS[part["properties"]["kind"]], "fillOpacity": 1, "weight": 0}


plan = folium.GeoJson(PLAN.read_text(encoding="utf-8"), style_function=look).add_to(page)
page.fit_bounds(plan.get_bounds())
page.save("page.html")
