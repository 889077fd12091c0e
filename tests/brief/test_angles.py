"""Longitude and latitude as people write them."""

import pytest

from geobrief.brief.angles import degrees, position
from geobrief.errors import BriefError


@pytest.mark.parametrize(
    "text",
    [
        "55.79",
        "55,79",
        "55°47'24\"N",
        "55° 47′ 24″",
        "N 55 47 24",
        "55:47:24",
        "55°47.4' n",
        "55°47'24\" с. ш.",
    ],
)
def test_a_latitude_is_read_in_every_form(text: str) -> None:
    assert degrees(text, "lat") == pytest.approx(55.79)


@pytest.mark.parametrize("text", ["-12.5", "12°30'W", "W 12 30", "12° 30' 0\" з.д."])
def test_west_is_negative(text: str) -> None:
    assert degrees(text, "lon") == -12.5


@pytest.mark.parametrize("text", ["55.79 N", "north", "52°3' O", "", "181", "12°75'", "nan", "inf", "1e400"])
def test_what_is_no_longitude_says_so(text: str) -> None:
    with pytest.raises(BriefError, match="is no longitude"):
        degrees(text, "lon")


def test_a_latitude_beyond_the_pole_is_none() -> None:
    with pytest.raises(BriefError, match="is no latitude"):
        degrees("91", "lat")


@pytest.mark.parametrize(
    "text",
    [
        "55.79, 52.05",
        "55.79,52.05",
        "55.79; 52.05",
        "55,79; 52,05",
        "55°47'24\"N 52°3'E",
        "N55.79 E52.05",
        "52.05E, 55.79N",
        "E 52.05 N 55.79",
        "55.79 N 52.05 E",
        "55.79° с. ш., 52.05° в. д.",
        "55°47'24\"N, 52°3'0\"E",
    ],
)
def test_a_cell_may_hold_both(text: str) -> None:
    assert position(text) == pytest.approx((52.05, 55.79))


@pytest.mark.parametrize("text", ["55.79", "here", "1, 2, 3"])
def test_what_is_no_position_says_so(text: str) -> None:
    with pytest.raises(BriefError, match=r"is no (position|longitude)"):
        position(text)
