"""`find` and `gazetteer`: asking the gazetteer, building it anew, adding GeoNames' dumps to it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from geobrief.gazetteer import Gazetteer
    from geobrief.gazetteer.dumps.intake import Source
    from geobrief.model import Candidate

__all__ = ["candidate_rows", "did_you_mean", "find", "gazetteer", "table"]

HEADINGS = ("name", "kind", "in", "population", "lon", "lat", "id", "matching name")


def candidate_rows(candidates: Sequence[Candidate], known: Gazetteer) -> list[tuple[str, ...]]:
    """One row of text a candidate, under `HEADINGS`; coordinates in WGS 84 degrees.

    Beside the kind stands the GeoNames feature code, where an added dump tells it.
    """
    return [
        (
            candidate.name,
            f"{candidate.kind} {candidate.feature_code}".rstrip(),
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


def did_you_mean(name: str, known: Gazetteer) -> str:
    """A question with the names that are a slip of the keyboard away, and a space; empty where none is."""
    from geobrief.gazetteer.near import near

    meant = [
        f"{place.matched} ({_where(place, known) or place.kind})"
        for place in near(known, name)
        if place.matched != name
    ]
    last = " or ".join(meant[-2:])
    return f"Did you mean {', '.join([*meant[:-2], last])}? " if meant else ""


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
            f"No place in the gazetteer is called {name!r}. {did_you_mean(name, known)}"
            "Try another spelling, or put it into a brief by hand: geobrief add FOLDER NAME --at LON,LAT"
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
    from geobrief.gazetteer.dumps.layout import CURRENT, additions_folder
    from geobrief.gazetteer.dumps.manage import merge_again
    from geobrief.gazetteer.dumps.progress import console_stages

    with console_progress(sys.stderr) as progress:
        build(cache_folder(), progress)
    if (additions_folder(cache_folder()) / CURRENT).exists():
        merge_again(cache_folder(), console_stages(sys.stderr, "Merging the dumps that were added"))
    click.echo(f"Built {store_folder(cache_folder())}.")


@gazetteer.command("add")
@click.argument("dumps", nargs=-1, required=True, type=click.Path(path_type=Path))
def gazetteer_add(dumps: tuple[Path, ...]) -> None:
    """Add GeoNames' own dumps, as downloaded, to the gazetteer.

    DUMPS are files of https://download.geonames.org/export/dump/: allCountries.zip, a country's (RU.zip),
    cities500.zip, alternateNamesV2.zip, admin1CodesASCII.txt, admin2Codes.txt; also the texts in them. Files
    that belong together are merged fastest in one command. When it is stopped, the same command goes on.

    \b
    Example:
      geobrief gazetteer add RU.zip UA.zip alternateNamesV2.zip
    """
    import sys

    from geobrief.gazetteer.build import cache_folder
    from geobrief.gazetteer.dumps.manage import add_dumps
    from geobrief.gazetteer.dumps.progress import console_stages

    names = ", ".join(path.name for path in dumps)
    report = add_dumps(cache_folder(), dumps, console_stages(sys.stderr, f"Adding {names}"))
    for name in report.already:
        click.echo(f"{name} was added before and has not changed.")
    for source in report.added:
        click.echo(f"Added {source.name}: {_rows(source)}.")
    if report.added:
        rows, counts = sum(source.rows for source in report.added), report.counts
        click.echo(
            f"{rows:,} rows in {report.seconds:.1f} s ({rows / report.seconds:,.0f} a second)."
            f" Places added to the packaged ones: {counts['places_added']:,};"
            f" packaged ones that are told of too: {counts['places_in_base']:,};"
            f" names left out as their place is not known: {counts['names_without_place']:,}."
        )


def _rows(source: Source) -> str:
    """What became of a dump's rows."""
    parts = [f"{source.rows:,} rows, {source.kept:,} kept"]
    if source.left_out:
        parts.append(f"{source.left_out:,} left out as no news map needs them")
    if source.first_fault:
        line, what = source.first_fault
        parts.append(f"{source.faulty:,} faulty, the first in line {line:,} ({what})")
    return ", ".join(parts)


@gazetteer.command("info")
def gazetteer_info() -> None:
    """Show what the gazetteer is made of: its packaged sources, and the dumps that were added.

    \b
    Example:
      geobrief gazetteer info
    """
    from geobrief.gazetteer.build import cache_folder
    from geobrief.gazetteer.dumps.manage import added_sources
    from geobrief.gazetteer.gazetteer import open_gazetteer
    from geobrief.gazetteer.sources import package_versions

    root = cache_folder()
    known = open_gazetteer(root)
    packages = ", ".join(f"{name} {version}" for name, version in package_versions().items())
    click.echo(f"{len(known):,} places, in {root}")
    click.echo(f"Packaged: {packages}, geobrief's own tables")
    sources = added_sources(root)
    for source in sources:
        click.echo(f"Added {source.added}: {source.name} ({source.kind}), {_rows(source)}")
    if not sources:
        click.echo("No dumps were added. To add one: geobrief gazetteer add RU.zip")


@gazetteer.command("remove")
@click.argument("names", nargs=-1)
@click.option("--all", "all_of_them", is_flag=True, help="Remove all dumps that were added.")
def gazetteer_remove(names: tuple[str, ...], *, all_of_them: bool) -> None:
    """Take dumps out of the gazetteer again. NAMES are files as `geobrief gazetteer info` shows them.

    \b
    Example:
      geobrief gazetteer remove RU.zip
    """
    import sys

    from geobrief.gazetteer.build import cache_folder
    from geobrief.gazetteer.dumps.manage import remove_dumps
    from geobrief.gazetteer.dumps.progress import console_stages

    if all_of_them == bool(names):
        raise click.UsageError("Give either names of dumps or --all.")
    files = [Path(name).name for name in names]
    stages = console_stages(sys.stderr, f"Removing {', '.join(files) or 'all dumps'}")
    removed = remove_dumps(cache_folder(), files, stages)
    click.echo(f"Removed {', '.join(removed) or 'what was left of unfinished additions'}.")
