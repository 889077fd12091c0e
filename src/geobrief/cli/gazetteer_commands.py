"""`find` and `gazetteer`: asking the gazetteer, and building it anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from geobrief.gazetteer import Gazetteer
    from geobrief.model import Candidate

__all__ = ["candidate_rows", "find", "gazetteer", "table"]

HEADINGS = ("name", "kind", "in", "population", "lon", "lat", "id", "matching name")


def candidate_rows(candidates: Sequence[Candidate], known: Gazetteer) -> list[tuple[str, ...]]:
    """One row of text a candidate, under `HEADINGS`; coordinates in WGS 84 degrees."""
    return [
        (
            candidate.name,
            candidate.kind,
            _where(candidate, known),
            f"{candidate.population:,}" if candidate.population else "",
            f"{candidate.lon:.4f}",
            f"{candidate.lat:.4f}",
            candidate.id,
            candidate.matched,
        )
        for candidate in candidates
    ]


def _where(candidate: Candidate, known: Gazetteer) -> str:
    country = known.country(candidate.country_code) if candidate.country_code else None
    parts = [candidate.within, country.name if country and country.id != candidate.id else ""]
    return ", ".join(part for part in parts if part)


def table(rows: Sequence[Sequence[str]], headings: Sequence[str] = HEADINGS) -> str:
    """Columns lined up by display width, numbers to the right."""
    from unicodedata import east_asian_width

    def width(text: str) -> int:
        return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)

    numeric = {headings.index(name) for name in ("population", "lon", "lat") if name in headings}
    lines = [headings, *rows]
    widths = [max(width(line[column]) for line in lines) for column in range(len(headings))]

    def cell(text: str, column: int) -> str:
        space = " " * (widths[column] - width(text))
        return space + text if column in numeric else text + space

    return "\n".join(
        "  ".join(cell(text, column) for column, text in enumerate(line)).rstrip() for line in lines
    )


@click.command()
@click.argument("name")
@click.option(
    "--limit", default=20, show_default=True, type=click.IntRange(min=1), help="The most candidates to show."
)
def find(name: str, limit: int) -> None:
    """Show the places that a name may mean, the best known first.

    \b
    Example:
      geobrief find Alabuga
    """
    from geobrief.errors import GeobriefError
    from geobrief.gazetteer import open_gazetteer

    known = open_gazetteer()
    candidates = known.candidates(name)
    if not candidates:
        raise GeobriefError(
            f"No place in the gazetteer is called {name!r}. Try another spelling, or add it by hand: "
            "geobrief add FOLDER NAME --at LON,LAT"
        )
    click.echo(table(candidate_rows(candidates[:limit], known)))
    if len(candidates) > limit:
        click.echo(f"{len(candidates) - limit} more: --limit {len(candidates)} shows them.")


@click.group()
def gazetteer() -> None:
    """Look after the offline gazetteer, which builds itself on first use.

    \b
    Example:
      geobrief gazetteer build
    """


@gazetteer.command("build")
def gazetteer_build() -> None:
    """Build the gazetteer anew, as after a broken disk.

    \b
    Example:
      geobrief gazetteer build
    """
    import sys

    from geobrief.gazetteer.build import build, cache_folder, console_progress, store_folder

    with console_progress(sys.stderr) as progress:
        build(cache_folder(), progress)
    click.echo(f"Built {store_folder(cache_folder())}.")
