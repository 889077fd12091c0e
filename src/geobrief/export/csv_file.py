"""CSV for spreadsheets: a row a claim, with the positions of its places."""

from __future__ import annotations

import csv
import io
import re
from typing import Any, Final

import shapely

from geobrief.brief.sheets import sheet
from geobrief.export.geometry import point
from geobrief.export.options import Options
from geobrief.export.rows import Rows
from geobrief.model import Brief, Claim, Place

__all__ = ["csv_file", "csv_leaves_out", "defused"]

_BOM: Final = "\ufeff"
"""Without it Excel takes UTF-8 for the code page of its country."""
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
"""How text begins that a spreadsheet reckons (OWASP, CSV Injection), or that was defused before."""


def csv_file(brief: Brief, options: Options) -> bytes:  # noqa: ARG001 - as of every format
    """A table of the claims, UTF-8 with a byte order mark; cells that would be formulas are text."""
    rows = Rows(brief)
    places = {place.id: place for place in brief.places}
    own, extra, (_, added) = rows.claims()
    additions = [
        {name: value for name, value in record.items() if name != "quantities"} | _positions(claim, places)
        for claim, record in zip(brief.claims, added, strict=True)
    ]
    made = sheet((own, extra, ("added", additions)))
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([defused(column.name) for column in made.columns])
    writer.writerows([[_cell(cell) for cell in row] for row in made.rows])
    return (_BOM + text.getvalue()).encode()


def csv_leaves_out(brief: Brief, options: Options) -> str:  # noqa: ARG001 - as of every format
    """What a table of claims has no rows for."""
    told = {place for claim in brief.claims for place in claim.places}
    silent = sum(place.id not in told for place in brief.places)
    lost = [f"articles ({len(brief.documents)})"] if brief.documents else []
    lost += [f"places that no claim names ({silent})"] if silent else []
    areas = sum(place.geometry is not None for place in brief.places)
    lost += [f"outlines of areas ({areas})"] if areas else []
    return f"CSV has a row a claim. Left out: {', '.join(lost)}." if lost else ""


def defused(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe before it where one would.

    Taking one apostrophe off whatever begins as this pattern does gives the text back.

    >>> defused("=1+1"), defused("'=1"), defused("1-1"), defused("'tis")
    ("'=1+1", "''=1", '1-1', "'tis")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def _positions(claim: Claim, places: dict[str, Place]) -> dict[str, Any]:
    """Longitude and latitude of the first place that has them, which any map draws; those of all as WKT."""
    points = [at for place in claim.places if place in places and (at := point(places[place])) is not None]
    lon, lat = shapely.get_coordinates(points[:1])[0].tolist() if points else (None, None)
    every: Any = points
    shape = points[0] if len(points) == 1 else shapely.MultiPoint(every)
    return {"lon": lon, "lat": lat, "wkt": shapely.to_wkt(shape, rounding_precision=-1) if points else ""}


def _cell(cell: Any) -> Any:
    """A number as it is, so that one below 0 stays a number; text without a formula."""
    return "" if cell is None else defused(cell) if isinstance(cell, str) else cell
