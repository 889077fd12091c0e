"""The own table's sites, each under the ways in which the news words its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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


def site_entries(sites: Iterable[Site]) -> Iterator[Entry]:
    """The sites as entries; none has a wording that is another's name in the table."""
    sites = tuple(sites)
    written = {name.lower() for site in sites for name in (site.name, *site.aliases)}
    for site in sites:
        names = (site.name, *site.aliases)
        further = (each for name in names for each in wordings(name) if each.lower() not in written)
        yield Entry(
            id=site.id,
            name=site.name,
            kind="site",
            lon=site.lon,
            lat=site.lat,
            level=0,
            country_code=site.country_code,
            weight=_WEIGHTS[site.weight],
            names=dict.fromkeys((*site.aliases, *further), NameRank.ALTERNATE),
        )


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
