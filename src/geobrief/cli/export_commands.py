"""`export`: a brief as a file for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from geobrief.cli.counts import counted
from geobrief.cli.export_options import export_options, options_of

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
@export_options
def export(brief: str, output: str, name: str, **given: Any) -> None:
    """Write a brief (its folder, a page, or any file of geodata) as data that other programs read.

    \b
    annotations  .annotations.jsonld  W3C Web Annotations: each claim on the words that make it
    claims       .jsonld              schema.org: each claim with its article, source and places

    \b
    Example:
      geobrief export data -o alabuga.annotations.jsonld
      geobrief export page.html -o alabuga.json --format claims
      geobrief export data -o russia.jsonld --certainty claimed,reported --from 2024-06
    """
    from geobrief.api import read
    from geobrief.export import content, format_of

    format_of(output, name)  # a wrong one is told before anything is read
    found, options = read(brief), options_of(given)
    if output == "-":
        click.echo(content(found.value, output, name, options), nl=False)
        return
    found.export(output, format=name, options=options)
    sizes = f"{counted(found.value.places, 'place')}, {counted(found.value.claims, 'claim')}"
    click.echo(f"Wrote {Path(output)}: {sizes}.")
