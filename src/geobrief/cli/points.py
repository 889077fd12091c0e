"""A point on the command line."""

from __future__ import annotations

import re

import click

from geobrief.errors import BriefError

__all__ = ["LonLat"]


class LonLat(click.ParamType[tuple[float, float]]):
    """A point as `52.05,55.79`: longitude first, WGS 84 degrees; with N, S, E and W in either order."""

    name = "LON,LAT"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, float]:
        """The two numbers, or a usage error that says what was wrong with them."""
        if isinstance(value, tuple):
            return value
        text = str(value).strip()
        try:
            lon, lat = _lettered(text) if re.search("[NSEW]", text, re.IGNORECASE) else _numbers(text)
        except (BriefError, ValueError):
            self.fail(f"{value!r} is not LON,LAT in degrees, as 52.05,55.79 or 55°47'N 52°3'E.", param, ctx)
        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            swapped = abs(lon) <= 90 < abs(lat) <= 180
            hint = f" Are they swapped? Longitude comes first: {lat:g},{lon:g}." if swapped else ""
            self.fail(f"{value!r} lies outside WGS 84.{hint}", param, ctx)
        return lon, lat


def _numbers(text: str) -> tuple[float, float]:
    lon, lat = (float(part) for part in re.split(r"\s*,\s*|\s+", text))
    return lon, lat


def _lettered(text: str) -> tuple[float, float]:
    from geobrief.brief.angles import position

    return position(text)
