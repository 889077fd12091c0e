"""A gazetteer of a few dozen places, handed to the code under test in place of the real one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geobrief.model import Candidate, Kind
from geobrief.text.names import comparable


def country(name: str, code: str, lon: float, lat: float, population: int = 50_000_000) -> Candidate:
    return Candidate(f"test:{code}", name, "country", lon, lat, code, "", "", population, exact=True, level=0)


def division(name: str, region: str, lon: float, lat: float, population: int = 3_000_000) -> Candidate:
    code = region[:2]
    return Candidate(
        f"test:{region}", name, "region", lon, lat, code, region, "", population, exact=True, level=1
    )


def county(name: str, region: str, lon: float, lat: float) -> Candidate:
    code, key = region[:2], f"test:{name}-{region}"
    return Candidate(key, name, "region", lon, lat, code, region, "", 90_000, exact=True, level=2)


def town(name: str, region: str, lon: float, lat: float, population: int) -> Candidate:
    code, key = region[:2], f"test:{name}-{region}"
    return Candidate(key, name, "city", lon, lat, code, region, region, population, exact=True, level=3)


def capital(name: str, region: str, lon: float, lat: float, population: int) -> Candidate:
    return replace(town(name, region, lon, lat, population), feature_code="P.PPLC")


def area(name: str, kind: Kind, lon: float, lat: float) -> Candidate:
    return Candidate(f"test:{name}", name, kind, lon, lat, exact=True, level=0)


PLACES: tuple[tuple[Candidate, tuple[str, ...]], ...] = (
    (country("United States", "US", -98.5, 39.8, 330_000_000), ("US", "U.S.", "America")),
    (country("United Kingdom", "GB", -2.7, 54.8), ("UK", "Britain")),
    (country("Russia", "RU", 100.0, 60.0, 144_000_000), ()),
    (country("North Korea", "KP", 127.0, 40.0), ()),
    (country("South Korea", "KR", 127.8, 36.5), ()),
    (country("Turkey", "TR", 34.9, 39.1), ()),
    (country("Chad", "TD", 19.0, 15.0), ()),
    (country("Georgia", "GE", 43.5, 42.0, 3_700_000), ()),
    (country("Ukraine", "UA", 32.0, 49.0), ()),
    (country("Belarus", "BY", 28.0, 53.0), ()),
    (country("Netherlands", "NL", 5.75, 52.25), ()),
    (country("Luxembourg", "LU", 6.17, 49.75, 600_000), ()),
    (division("Georgia", "US.GA", -83.5, 32.8, 10_000_000), ()),
    (division("Texas", "US.TX", -99.25, 31.25, 29_000_000), ()),
    (division("Arizona", "US.AZ", -111.5, 34.5), ()),
    (division("Kentucky", "US.KY", -84.9, 38.2), ("Ky",)),
    (division("Oregon", "US.OR", -120.5, 44.0), ("OR",)),
    (division("Idaho", "US.ID", -114.5, 44.5, 1_700_000), ()),
    (division("Washington", "US.WA", -120.5, 47.5, 6_500_000), ()),
    (division("New York", "US.NY", -75.5, 43.0, 19_000_000), ()),
    (division("Tatarstan", "RU.73", 50.7, 55.5), ()),
    (division("Moscow Oblast", "RU.47", 37.5, 55.5, 6_900_000), ("Moscow",)),
    (division("Kursk Oblast", "RU.41", 36.3, 51.7, 1_100_000), ("Kursk",)),
    (county("Maricopa County", "US.AZ", -112.5, 33.35), ()),
    (town("Maricopa", "US.AZ", -112.05, 33.06, 58_000), ()),
    (town("Paris", "FR.11", 2.35, 48.85, 2_140_000), ()),
    (town("Paris", "US.TX", -95.55, 33.66, 24_000), ()),
    (town("Paris", "US.KY", -84.25, 38.2, 9_000), ()),
    (town("Dallas", "US.TX", -96.8, 32.78, 1_300_000), ()),
    (town("Sherman", "US.TX", -96.6, 33.64, 43_000), ()),
    (town("Phoenix", "US.AZ", -112.07, 33.45, 1_600_000), ()),
    (town("Portland", "US.OR", -122.68, 45.52, 650_000), ()),
    (town("Owensboro", "US.KY", -87.11, 37.77, 60_000), ()),
    (town("Atlanta", "US.GA", -84.39, 33.75, 490_000), ()),
    (town("Tbilisi", "GE.51", 44.83, 41.69, 1_000_000), ()),
    (capital("Washington", "US.DC", -77.04, 38.9, 690_000), ()),
    (town("New York City", "US.NY", -74.0, 40.7, 8_800_000), ("New York",)),
    (town("Moscow", "RU.48", 37.6, 55.75, 10_400_000), ()),
    (town("Moscow", "US.ID", -117.0, 46.73, 25_000), ()),
    (town("Boise", "US.ID", -116.2, 43.61, 236_000), ()),
    (town("Kursk", "RU.41", 36.19, 51.73, 409_000), ()),
    (town("Yelabuga", "RU.73", 52.05, 55.76, 70_000), ("Alabuga",)),
    (town("Kazan", "RU.73", 49.12, 55.79, 1_240_000), ()),
    (town("Kharkiv", "UA.07", 36.25, 49.98, 1_430_000), ()),
    (town("Oxford", "GB.ENG", -1.26, 51.75, 160_000), ()),
    (town("Reading", "GB.ENG", -0.97, 51.46, 244_000), ()),
    (town("Boston", "US.MA", -71.06, 42.36, 680_000), ()),
    (town("Boris", "ES.59", -1.0, 41.8, 1_200), ()),
    (town("Luxembourg", "LU.LU", 6.13, 49.61, 76_000), ()),
    (town("Ottenstein", "DE.06", 9.4, 51.95, 1_200), ()),
    (town("Boston", "US.NY", -78.7, 42.6, 8_000), ()),
    (area("Black Sea", "water", 34.0, 43.0), ()),
    (area("Amur", "water", 127.5, 50.3), ()),
    (area("Gulf of Mexico", "water", -90.0, 25.0), ()),
)


def fame(place: Candidate) -> float:
    """How the real one orders: a division counts a tenth of its people, a county a hundredth."""
    return place.population / {1: 10, 2: 100}.get(place.level, 1)


class SmallGazetteer:
    """Answers as the real one does: exact names first come with the best known place first.

    All longitudes can be turned by some degrees, as if the prime meridian lay elsewhere.
    """

    def __init__(self, turned: float = 0.0) -> None:
        self._names: dict[str, list[Candidate]] = {}
        for at_home, aliases in PLACES:
            place = replace(at_home, lon=(at_home.lon + turned + 180) % 360 - 180)
            self._names.setdefault(comparable(place.name), []).append(place)
            for alias in aliases:
                other = replace(place, matched=alias, exact=False)
                self._names.setdefault(comparable(alias), []).append(other)
        for places in self._names.values():
            places.sort(key=lambda place: (place.level > 0, not place.exact, -fame(place)))

    def candidates(self, name: str) -> Sequence[Candidate]:
        return self._names.get(comparable(name), [])

    def known(self, comparable_prefix: str) -> Sequence[str]:
        return sorted((name for name in self._names if comparable_prefix.startswith(name)), key=len)
