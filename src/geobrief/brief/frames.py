"""A brief as tables: places as a GeoDataFrame, claims as a DataFrame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geobrief.brief.claim_cells import KNOWN, cells
from geobrief.model import Brief, Place

if TYPE_CHECKING:
    import geopandas
    import pandas
    import shapely

__all__ = ["claims_frame", "places_frame"]

_PLACE_COLUMNS = ("id", "name", "kind", "country_code", "within", "aliases", "precision", "source", "note")


def places_frame(brief: Brief) -> geopandas.GeoDataFrame:
    """A row a place in EPSG:4326, indexed by place id, which is also the column `id`.

    Columns: the properties of `places.geojson`, the aliases as one text joined by `; `; then `lon` and `lat`,
    where the place is marked; then unknown ones; then `geometry`, the outline or the point,
    None for a place that is not located.
    """
    import geopandas
    import pandas

    own = (*_PLACE_COLUMNS, "lon", "lat")
    extra = dict.fromkeys(name for place in brief.places for name in place.extra)
    others = [name for name in extra if name not in own and name != "geometry"]
    rows = [
        {**_place_row(place), **{name: place.extra.get(name) for name in others}} for place in brief.places
    ]
    index = pandas.Index([place.id for place in brief.places], name="place", dtype=object)
    frame = pandas.DataFrame(rows, index=index, columns=[*own, *others])
    frame = frame.astype({"lon": float, "lat": float})
    geometries = geopandas.GeoSeries([_shape(place) for place in brief.places], index=index, crs="EPSG:4326")
    return geopandas.GeoDataFrame(frame, geometry=geometries)


def claims_frame(brief: Brief) -> pandas.DataFrame:
    """A row a claim, the columns of `claims.csv` as text, `group` among them, then unknown ones."""
    import pandas

    rows = [cells(claim) for claim in brief.claims]
    extra = dict.fromkeys(name for row in rows for name in row if name not in KNOWN)
    return pandas.DataFrame(rows, columns=[*KNOWN, *extra]).fillna("")


def _place_row(place: Place) -> dict[str, object]:
    row: dict[str, object] = {name: getattr(place, name) for name in _PLACE_COLUMNS}
    return row | {"aliases": "; ".join(place.aliases), "lon": place.lon, "lat": place.lat}


def _shape(place: Place) -> shapely.Geometry | None:
    import shapely

    if place.geometry is not None:
        shape: shapely.Geometry = shapely.geometry.shape(dict(place.geometry))
        return shape
    return None if place.lon is None or place.lat is None else shapely.Point(place.lon, place.lat)
