"""`add`: putting a place into a brief, a claim about it, or the places of a file."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geobrief.cli.edit_commands import saved
from geobrief.cli.gazetteer_commands import candidate_rows, did_you_mean, table
from geobrief.cli.points import LonLat
from geobrief.errors import BriefError, GeobriefError
from geobrief.model import CERTAINTIES, KINDS, Certainty, Claim, Kind

if TYPE_CHECKING:
    from geobrief.editor.changes import Change
    from geobrief.gazetteer import Gazetteer
    from geobrief.model import Brief, Candidate, Place

__all__ = ["add"]

_FILES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".geojson", ".json", ".gpx", ".kml", ".kmz", ".gpkg")
"""Endings of names that no place has."""
_PATHS = ("/", "./", "../", "~")
"""How paths begin, and no names of places."""
_ELSEWHERE = 4
"""Places of a name that are named where none of them is the one that was asked for."""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("name")
@click.option("--kind", type=click.Choice(KINDS), help="What it is; a site is placed by its town.")
@click.option("--within", default="", metavar="NAME", help="The division or country that holds it.")
@click.option("--at", type=LonLat(), help="Its longitude and latitude, instead of the gazetteer's.")
@click.option("--id", "source", default="", metavar="ID", help="Which candidate, as geobrief find shows it.")
@click.option("--claim", "quote", default="", metavar="TEXT", help="What is said about it.")
@click.option("--by", default="", metavar="SOURCE", help="Who says it.")
@click.option(
    "--certainty", type=click.Choice(CERTAINTIES), help="How sure the source is; stated by default."
)
@click.option("--when", default="", metavar="DATE", help="An ISO 8601 date, or two with a / between.")
@click.option("--url", default="", help="Where it can be checked.")
@click.option("--note", default="", help="A remark for the reader.")
@click.option(
    "--layer", default="", metavar="NAME", help="Of a file the only layer to take, of a workbook the sheet."
)
def add(
    folder: Path,
    name: str,
    kind: Kind | None,
    within: str,
    at: tuple[float, float] | None,
    source: str,
    quote: str,
    by: str,
    certainty: Certainty | None,
    when: str,
    url: str,
    note: str,
    layer: str,
) -> None:
    """Put a place into a brief, and a claim about it; where it is already, the claim alone.

    NAME may be a file of places instead: CSV or XLSX, with coordinates or names alone, GeoJSON, GPX, KML,
    KMZ, GPKG, a Shapefile, or another that GDAL reads.

    \b
    Examples:
      geobrief add data Wonsan
      geobrief add data "Test stand" --kind site --at 124.705,39.660 --claim "An engine was fired."
      geobrief add data factories.xlsx
      geobrief add data factories.xlsx --layer 2024
    """
    if _is_file(name):
        _take_over(folder, Path(name), layer)
        return
    _refuse_no_file(name, layer)
    _refuse_lost(quote, {"--by": by, "--certainty": certainty, "--when": when, "--url": url})
    from geobrief.brief.add import add_place
    from geobrief.editor.store import read_recovered
    from geobrief.gazetteer import open_gazetteer

    brief = read_recovered(folder).value
    known = open_gazetteer()
    candidate = None if at and not source else _candidate(known, name, kind, within, source)
    lon, lat = at or (None, None)
    claim = _claim(brief, quote, by, certainty or "stated", when, url) if quote else None
    value = add_place(
        brief, candidate, name=name, kind=kind, within=within, lon=lon, lat=lat, note=note, claim=claim
    )
    change, told = _change(brief, value, known, note)
    saved(folder, change)
    click.echo(f"{told} to {folder}.")


def _refuse_no_file(name: str, layer: str) -> None:
    """Says that a file is missing where the name was meant as one."""
    if not name.strip():
        raise click.UsageError("The place has no name; give one.")
    if layer or name.startswith(_PATHS) or name.lower().endswith(_FILES):
        raise GeobriefError(f"There is no file {name}; give its path, or the name of a place.")


def _refuse_lost(quote: str, said: Mapping[str, str | None]) -> None:
    """Says which options would go nowhere without a claim."""
    lost = [option for option, value in said.items() if value]
    if lost and not quote:
        goes = "goes" if len(lost) == 1 else "go"
        raise click.UsageError(f"{' and '.join(lost)} {goes} with --claim, the words of the claim.")


def _is_file(name: str) -> bool:
    path = Path(name)
    return bool(path.suffix) and (path.is_file() or (path.is_dir() and path.suffix.lower() == ".gdb"))


def _take_over(folder: Path, path: Path, layer: str) -> None:
    """Adds the places of a file, and lists what was left out or is doubtful."""
    from geobrief.editor.intake import read_places, taken_over
    from geobrief.editor.store import read_recovered
    from geobrief.gazetteer import open_gazetteer

    brief = read_recovered(folder).value
    found = read_places(path, open_gazetteer(), layer)
    change, remarks = taken_over(brief, found, f"add the places of {path.name}")
    saved(folder, change)
    for remark in remarks:
        click.echo(f"{path.name}: {remark}.")
    if not found.places:
        raise BriefError(f"{path.name} holds no place that can be taken over; mend it as said above")
    count = len(change.changes)
    click.echo(f"Added {count} {'place' if count == 1 else 'places'} of {path.name} to {folder}.")


def _change(before: Brief, after: Brief, known: Gazetteer, note: str) -> tuple[Change, str]:
    """What was added as a change, and in words: a place, a claim about one that was there, or both."""
    from geobrief.brief.outlines import outlined
    from geobrief.editor.changes import AddClaim, AddPlace

    claims = after.claims[len(before.claims) :]
    if len(after.places) == len(before.places):
        (claim,) = claims
        place = next(place for place in after.places if place.id == claim.places[0])
        return AddClaim(replace(claim, note=note)), f"Added a claim about {place.name}"
    place = outlined(after.places[-1], known)
    return AddPlace(place, claims), f"Added {_described(place)}" + (" and a claim" if claims else "")


def _described(place: Place) -> str:
    where = f"{place.lon:.4f}, {place.lat:.4f}" if place.located else "not located"
    return f"{place.name} ({place.kind}, {where})"


def _claim(brief: Brief, quote: str, by: str, certainty: Certainty, when: str, url: str) -> Claim:
    """The claim as the options say it, tied to the one article that holds its words, if one does."""
    from geobrief.brief.claim_cells import read_claim
    from geobrief.brief.quotes import find_all

    holding = [document.id for document in brief.documents if any(find_all(document.text, quote))]
    article = holding[0] if len(holding) == 1 else ""
    row = {
        "id": "new",
        "article": article,
        "quote": quote,
        "by": by,
        "certainty": certainty,
        "when": when,
        "url": url,
    }
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
        raise GeobriefError(_not_found(known, name, kind, within))
    if len(likely_ones) == 1:
        return likely_ones[0]
    click.echo(table(candidate_rows(likely_ones, known)))
    if not sys.stdin.isatty():
        raise GeobriefError(
            f"{name!r} may mean {len(likely_ones)} places. Choose one by its id, as "
            f"--id {likely_ones[0].id}, or tell them apart with --kind or --within."
        )
    row = click.prompt("Which row", type=click.IntRange(1, len(likely_ones)), default=1)
    return likely_ones[row - 1]


def _not_found(known: Gazetteer, name: str, kind: Kind | None, within: str) -> str:
    """That no place fits, where those of the name lie or what other name was meant, and what to do."""
    others = known.candidates(name)
    asked = " ".join(part for part in (kind or "place", f"within {within}" if within else "") if part)
    told = f"The gazetteer has no {asked} called {name!r}"
    if not others:
        return f"{told}. {did_you_mean(name, known)}Else say where it is with --at LON,LAT."
    where = dict.fromkeys(place.within or place.country_code or place.kind for place in others[:_ELSEWHERE])
    return f"{told}, but {len(others)} elsewhere, as in {', '.join(where)}. See: geobrief find {name!r}"
