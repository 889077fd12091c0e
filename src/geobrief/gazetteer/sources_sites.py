"""The own table's sites, each under the ways in which the news words its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from geobrief.gazetteer.entries import Entry, NameRank
from geobrief.gazetteer.own_tables import Site

__all__ = ["site_entries", "wordings"]

_WEIGHTS = {5: 5_000, 4: 2_000, 3: 500, 2: 100, 1: 20}
"""On the scale of populations: below any town of note, since a bare name is the town's."""
_ENDINGS = (
    ("Air Base", "Airbase", "Airfield", "Military Airfield", "Air Force Base"),
    ("Naval Base", "Navy Base", "Naval Facility"),
    ("Military Base", "Army Base"),
    ("Training Area", "Training Ground", "Training Range"),
    ("Test Site", "Test Range", "Testing Ground", "Proving Ground"),
    ("Cosmodrome", "Spaceport"),
    ("Nuclear Power Plant", "Nuclear Power Station", "Nuclear Plant", "Nuclear Station", "NPP"),
    ("Nuclear Generating Station", "Nuclear Power Plant", "Nuclear Plant", "Nuclear Power Station"),
    ("Refinery", "Oil Refinery"),
    ("LNG Terminal", "LNG Plant", "LNG", "LNG Export Terminal", "LNG Facility"),
    ("Oil Field", "Oilfield"),
    ("Gas Field", "Gasfield"),
    ("International Airport", "Airport"),
    ("Shipyard", "Shipyards"),
    ("Satellite Launch Center", "Satellite Launch Centre", "Space Launch Center", "Launch Site"),
    ("Space Center", "Space Centre"),
    ("Refugee Camp", "Camp"),
    ("Border Crossing", "Crossing"),
)
"""Endings of names that mean the same; the first is the one that the table has, or one that is used too."""
_PORT = "Port of "
_OFF_SHORE = 0.3
"""Degrees from a division's shape up to which a pier or an island is taken to be its own."""


def site_entries(sites: Iterable[Site], regions: Mapping[str, str]) -> Iterator[Entry]:
    """The sites as entries; none has a wording that is another's name in the table.

    Args:
        sites: The rows of the table.
        regions: The names of first-level divisions by code.
    """
    sites = tuple(sites)
    written = {name.lower() for site in sites for name in (site.name, *site.aliases)}
    for site, region_code in zip(sites, _region_codes(sites), strict=True):
        names = (site.name, *site.aliases)
        further = (each for name in names for each in wordings(name) if each.lower() not in written)
        yield Entry(
            id=site.id,
            name=site.name,
            kind="site",
            lon=site.lon,
            lat=site.lat,
            level=3,
            country_code=site.country_code,
            region_code=region_code,
            within=regions.get(region_code, ""),
            weight=_WEIGHTS[site.weight],
            names=dict.fromkeys((*site.aliases, *further), NameRank.ALTERNATE),
        )


def _region_codes(sites: Sequence[Site]) -> list[str]:
    """The first-level division of its country in which each site lies, or off whose shore; else empty."""
    # Their import takes time, and only building needs them.
    import shapely

    from geobrief.gazetteer import packaged, shapes

    countries = {site.country_code for site in sites}
    records = [
        record["properties"]
        for record in packaged.detail().records("divisions")
        if record["properties"]["level"] == 1 and record["properties"]["country_code"] in countries
    ]
    areas = [shapes.shape(record["source"]) or shapely.Point() for record in records]
    points = shapely.points([(site.lon, site.lat) for site in sites])
    nearest = dict.fromkeys(range(len(sites)), (_OFF_SHORE, ""))
    for at, division in shapely.STRtree(areas).query(points, "dwithin", _OFF_SHORE).T:
        if records[division]["country_code"] == sites[at].country_code:
            away = shapely.distance(points[at], areas[division])
            nearest[at] = min(nearest[at], (away, records[division].get("region_code", "")))
    return [region_code for _, region_code in nearest.values()]


def wordings(name: str) -> tuple[str, ...]:
    """What else the news calls a site of that name.

    >>> wordings("Engels Air Base")[:2]
    ('Engels Airbase', 'Engels Airfield')
    >>> wordings("Port of Ust-Luga")
    ('Ust-Luga Port', 'Ust-Luga Seaport')
    """
    if name.startswith(_PORT):
        town = name.removeprefix(_PORT)
        return f"{town} Port", f"{town} Seaport"
    for endings in _ENDINGS:
        for ending in endings:
            if name.endswith(f" {ending}"):
                stem = name.removesuffix(ending)
                return tuple(f"{stem}{other}" for other in endings if other != ending)
    return ()
