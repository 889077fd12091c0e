from __future__ import annotations

import math

import pytest

from geobrief.claims.measures import measured, si

pint = pytest.importorskip("pint", reason="the table was made with it")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("nautical miles", "nautical_mile"),
        ("acres", "acre"),
        ("barrels", "oil_barrel"),
        ("mph", "mile/hour"),
        ("GWh", "gigawatt_hour"),
        ("°F", "degree_Fahrenheit"),
        ("barrels a day", "oil_barrel/day"),
    ],
)
def test_the_table_agrees_with_pint(words: str, name: str) -> None:
    found = si(40, words)
    assert found is not None
    registry = pint.UnitRegistry(autoconvert_offset_to_baseunit=True)
    quantity = registry.Quantity(40, name).to(found[1].replace("m3", "m**3").replace("m2", "m**2"))
    assert math.isclose(found[0], quantity.magnitude, rel_tol=1e-6)


def test_a_unit_is_read_with_its_rate() -> None:
    text = "9 cubic metres a second"
    found = measured(text, 1)
    assert found is not None
    assert (found.unit, found.end) == ("cubic metres a second", len(text))
    assert measured("9 metrics", 1) is None
