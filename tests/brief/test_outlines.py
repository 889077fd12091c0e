"""Areas for regions, countries and waters."""

import pytest
import shapely

from geobrief.brief.outlines import outline
from geobrief.gazetteer import Gazetteer
from geobrief.model import Candidate


def area_of(gazetteer: Gazetteer, name: str, kind: str) -> shapely.Geometry:
    candidate: Candidate = next(c for c in gazetteer.candidates(name) if c.kind == kind)
    geometry = outline(candidate)
    assert geometry is not None
    return shapely.geometry.shape(geometry)


@pytest.mark.parametrize(
    ("name", "kind", "lon", "lat"),
    [
        ("Tatarstan", "region", 49.1, 55.8),
        ("Kursk Oblast", "region", 36.2, 51.7),
        ("Crimea", "region", 34.1, 45.0),
        ("Ukraine", "country", 34.1, 45.0),
        ("Black Sea", "water", 34.0, 43.0),
    ],
)
def test_an_outline_is_valid_and_holds_what_lies_in_it(
    gazetteer: Gazetteer, name: str, kind: str, lon: float, lat: float
) -> None:
    area = area_of(gazetteer, name, kind)
    assert area.is_valid
    assert area.contains(shapely.Point(lon, lat))


def test_no_outline_runs_across_the_world(gazetteer: Gazetteer) -> None:
    russia = area_of(gazetteer, "Russia", "country")
    assert russia.contains(shapely.Point(-175, 67))
    for part in russia.geoms:
        west, _, east, _ = part.bounds
        assert east - west < 180


def test_crimea_is_not_in_the_outline_of_russia(gazetteer: Gazetteer) -> None:
    assert not area_of(gazetteer, "Russia", "country").contains(shapely.Point(34.1, 45.0))


def test_a_name_without_an_area_has_no_outline() -> None:
    assert outline(Candidate("geonames:0", "Nowhere", "region", 0, 0)) is None
