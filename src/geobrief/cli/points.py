"""A point on the command line."""

from __future__ import annotations

import click

__all__ = ["LonLat"]


class LonLat(click.ParamType[tuple[float, float]]):
    """A point as `52.05,55.79`: longitude first, WGS 84 degrees."""

    name = "LON,LAT"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, float]:
        """The two numbers, or a usage error that says what was wrong with them."""
        if isinstance(value, tuple):
            return value
        try:
            lon, lat = (float(part) for part in str(value).split(","))
        except ValueError:
            self.fail(f"{value!r} is not LON,LAT in degrees, as 52.05,55.79.", param, ctx)
        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            swapped = " Are they swapped? Longitude comes first." if abs(lon) <= 90 < abs(lat) else ""
            self.fail(f"{value!r} lies outside WGS 84.{swapped}", param, ctx)
        return lon, lat
