"""A GeoDataFrame of 10,000: rings of storks that were read between Poland and the Cape, a claim each."""

import geopandas
import numpy

import geobrief

ROUTE = numpy.array(
    [(17, 52), (22, 47.5), (27, 43.2), (29, 41), (32.5, 38.5), (36.2, 36.6), (35.6, 32), (34.2, 29),
     (32.6, 25), (32.5, 18), (33.5, 12), (33, 4), (34.5, -4), (32, -13), (29, -22), (26, -29), (21, -33)]
)  # fmt: skip
CHANCES = {"stated": 0.3, "attributed": 0.4, "reported": 0.2, "possible": 0.1}
random = numpy.random.default_rng(180)
size = 10_000

along = (len(ROUTE) - 1) * random.beta(0.8, 1.1, size)
stops = numpy.arange(len(ROUTE))
lon, lat = (numpy.interp(along, stops, ROUTE[:, axis]) + random.normal(0, 0.7, size) for axis in (0, 1))
frame = geopandas.GeoDataFrame(
    {
        "name": [f"Ring {number:05}" for number in range(size)],
        "claim": [f"{count} storks fed here." for count in random.integers(1, 400, size)],
        "by": random.choice(["a ringer", "a farmer", "a school"], size),
        "kind": "site",
        "certainty": random.choice(list(CHANCES), size, p=list(CHANCES.values())),
        "when": numpy.datetime64("2025-08-10") + (along * 6).astype(int),
    },
    geometry=geopandas.points_from_xy(lon, lat),
    crs="EPSG:4326",
)
columns = {"claim": "claim", "by": "by", "certainty": "certainty", "when": "when"}
brief = geobrief.from_geodataframe(frame, name="name", title="Storks on their way south", **columns)
brief.to_map().save("page.html")
