"""`add` and `check`: putting a place into a brief, and looking a brief over."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geobrief import model
from geobrief.cli.gazetteer_commands import candidate_rows, did_you_mean, table
from geobrief.errors import BriefError, GeobriefError
from geobrief.model import CERTAINTIES, KINDS, Certainty, Claim, Kind

if TYPE_CHECKING:
    from geobrief.gazetteer import Gazetteer
    from geobrief.model import Candidate

__all__ = ["add", "check"]


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


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("name")
@click.option("--kind", type=click.Choice(KINDS), help="What it is; a site is placed by its town.")
@click.option("--within", default="", metavar="NAME", help="The division or country that holds it.")
@click.option("--at", type=LonLat(), help="Its longitude and latitude, instead of the gazetteer's.")
@click.option("--id", "source", default="", metavar="ID", help="Which candidate, as geobrief find shows it.")
@click.option("--claim", "quote", default="", metavar="TEXT", help="What is said about it.")
@click.option("--by", default="", metavar="SOURCE", help="Who says it.")
@click.option("--certainty", type=click.Choice(CERTAINTIES), default="stated", help="How sure the source is.")
@click.option("--when", default="", metavar="DATE", help="An ISO 8601 date, or two with a / between.")
@click.option("--url", default="", help="Where it can be checked.")
@click.option("--note", default="", help="A remark for the reader.")
def add(
    folder: Path,
    name: str,
    kind: Kind | None,
    within: str,
    at: tuple[float, float] | None,
    source: str,
    quote: str,
    by: str,
    certainty: Certainty,
    when: str,
    url: str,
    note: str,
) -> None:
    """Put a place into a brief, and a claim about it.

    \b
    Examples:
      geobrief add data Wonsan
      geobrief add data "Test stand" --kind site --at 124.705,39.660 --claim "An engine was fired."
    """
    from geobrief.api import Brief, read
    from geobrief.brief.add import add_place
    from geobrief.brief.outlines import with_outlines
    from geobrief.gazetteer import open_gazetteer

    brief = read(folder)
    known = open_gazetteer()
    candidate = None if at and not source else _candidate(known, name, kind, within, source)
    lon, lat = at or (None, None)
    claim = _claim(quote, by, certainty, when, url) if quote else None
    value = add_place(
        brief.value, candidate, name=name, kind=kind, within=within, lon=lon, lat=lat, note=note, claim=claim
    )
    Brief(with_outlines(value, known), brief.files).save(folder)
    new = len(value.places) > len(brief.value.places)
    click.echo(f"{_told(value, claimed=claim is not None, new=new)} to {folder}.")


def _told(value: model.Brief, *, claimed: bool, new: bool) -> str:
    """What was added: a place with its coordinates, a claim about one that was there, or both."""
    place = (
        next(p for p in value.places if p.id == value.claims[-1].places[0]) if claimed else value.places[-1]
    )
    if not new:
        return f"Added a claim about {place.name}"
    where = f"{place.lon:.4f}, {place.lat:.4f}" if place.located else "not located"
    return f"Added {place.name} ({place.kind}, {where})" + (" and a claim" if claimed else "")


def _claim(quote: str, by: str, certainty: Certainty, when: str, url: str) -> Claim:
    from geobrief.brief.claim_cells import read_claim

    row = {"id": "new", "quote": quote, "by": by, "certainty": certainty, "when": when, "url": url}
    claim, faults = read_claim(row)
    if claim is None or faults:
        raise BriefError(*(f"the new claim {fault}" for fault in faults))
    return claim


def _candidate(known: Gazetteer, name: str, kind: Kind | None, within: str, source: str) -> Candidate:
    """The one candidate that is meant; asks in a terminal, elsewhere lists them and says how to choose."""
    from geobrief.brief.choose import likely

    if source:
        chosen = known.get(source)
        if chosen is None:
            raise GeobriefError(f"{source!r} is not in the gazetteer. geobrief find {name!r} shows the ids.")
        return chosen
    likely_ones = likely(known.candidates(name), known, kind=kind, within=within)
    if not likely_ones:
        asked = " ".join(part for part in (kind or "place", f"within {within}" if within else "") if part)
        nearly = "" if known.candidates(name) else did_you_mean(name, known)
        raise GeobriefError(
            f"The gazetteer has no {asked} called {name!r}. {nearly}Say where it is with --at LON,LAT."
        )
    if len(likely_ones) == 1:
        return likely_ones[0]
    click.echo(table(candidate_rows(likely_ones, known)))
    if not sys.stdin.isatty():
        raise GeobriefError(
            f"{name!r} may mean {len(likely_ones)} places. Choose with --id, --kind or --within."
        )
    row = click.prompt("Which row", type=click.IntRange(1, len(likely_ones)), default=1)
    return likely_ones[row - 1]


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def check(folder: Path) -> None:
    """List the faults and doubts of a brief, with file and line.

    \b
    Example:
      geobrief check data
    """
    from geobrief.brief.faults import faults

    found = faults(folder)
    for fault in found:
        click.echo(f"{fault.severity}: {fault}")
    errors = sum(fault.severity == "error" for fault in found)
    if errors:
        raise GeobriefError(
            f"{folder} has {errors} {'fault' if errors == 1 else 'faults'}. Mend them, then check again."
        )
    click.echo(f"{folder}: {len(found)} {'doubt' if len(found) == 1 else 'doubts'}, no fault.")
