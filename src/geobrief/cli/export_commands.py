"""`export`: a brief as a file for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import click

from geobrief.cli.counts import counted
from geobrief.cli.export_options import export_options, options_of
from geobrief.export.formats import help_lines

__all__ = ["export"]

_HELP: Final = f"""Write a brief (its folder, a page, or any file of geodata) as a file for other programs.

\b
{help_lines()}

\b
Example:
  geobrief export data -o alabuga.annotations.jsonld
  geobrief export page.html -o alabuga.json --format claims
  geobrief export data -o russia.jsonld --certainty claimed,reported --from 2024-06
"""


@click.command(help=_HELP)
@click.argument("brief")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FILE",
    help="Its extension says the format; - for standard output.",
)
@click.option(
    "--format", "name", default="", metavar="NAME", help="A name of the list, where FILE does not say it."
)
@export_options
def export(brief: str, output: str, name: str, **given: Any) -> None:
    """Write a brief as a file for other programs; `_HELP` is what the command tells."""
    from geobrief.api import read
    from geobrief.export import beside, content, format_of, left_out, selected
    from geobrief.files import refuse_replacing

    options = options_of(given)
    format_of(output, name).check(options)  # what is wrong is told before anything is read
    found = read(brief)
    missing = left_out(found.value, output, name, options)
    if output == "-":
        click.echo(content(found.value, output, name, options), nl=False)
    else:
        targets = [target for target in (Path(output), beside(Path(output), name)) if target]
        sources = [Path(brief), *(Path(brief) / file for file in found.files)]
        for target in targets:
            refuse_replacing(target, [*sources, *([options.template] if options.template else [])])
        found.export(output, format=name, options=options)
        taken = selected(found.value, options.selection)
        sizes = f"{counted(taken.places, 'place')}, {counted(taken.claims, 'claim')}"
        click.echo(f"Wrote {' and '.join(map(str, targets))}: {sizes}.")
    if missing:
        click.echo(missing, err=output == "-")
