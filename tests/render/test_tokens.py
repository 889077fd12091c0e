"""The style sheet's colours and lines, read for what draws without a browser."""

from geobrief.model import CERTAINTIES
from geobrief.render.tokens import certainty_looks, tokens


def test_dark_has_every_colour_of_light_and_differs() -> None:
    assert tokens("dark").keys() == tokens("light").keys()
    assert sum(tokens("dark")[name] != colour for name, colour in tokens("light").items()) > 25


def test_every_certainty_has_its_look() -> None:
    looks = certainty_looks()
    assert set(looks) == {*CERTAINTIES, None}
    assert looks["reported"].line == looks["claimed"].line == "dashed"
    assert looks["expected"] == looks["possible"]
    assert looks["denied"].line == "crossed"
    assert all(look.token in tokens() for look in looks.values())
