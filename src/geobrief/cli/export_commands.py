"""`export`: a brief as a file for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from geobrief.cli.counts import counted

__all__ = ["export"]


@click.command()
@click.argument("brief")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FILE",
    help="Its extension says the format; - for standard output.",
)
@click.option(
    "--format", "name", default="", metavar="NAME", help="annotations or claims, where FILE does not say it."
)
def export(brief: str, output: str, name: str) -> None:
    """Write a brief (its folder, a page, or any file of geodata) as data that other programs read.

    \b
    annotations  .annotations.jsonld  W3C Web Annotations: each claim on the words that make it
    claims       .jsonld              schema.org: each claim with its article, source and places

    \b
    Example:
      geobrief export data -o alabuga.annotations.jsonld
      geobrief export page.html -o alabuga.json --format claims
    """
    from geobrief.api import read
    from geobrief.export.formats import format_of

    wanted = format_of(output, name)  # a wrong one is told before anything is read
    found = read(brief)
    if output == "-":
        click.echo(wanted.content(found.value), nl=False)
        return
    found.export(output, format=name)
    sizes = f"{counted(found.value.places, 'place')}, {counted(found.value.claims, 'claim')}"
    click.echo(f"Wrote {Path(output)}: {sizes}.")
