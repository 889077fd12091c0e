"""`check`: looking a brief over."""

from __future__ import annotations

from pathlib import Path

import click

from geobrief.errors import GeobriefError

__all__ = ["check"]


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def check(folder: Path) -> None:
    """List the faults and doubts of a brief, with file and line.

    \b
    Example:
      geobrief check data
    """
    from geobrief.brief.faults import faults
    from geobrief.editor.store import recover
    from geobrief.gazetteer import open_gazetteer

    recover(folder)
    found = faults(folder, open_gazetteer)
    for fault in found:
        click.echo(f"{fault.severity}: {fault}")
    errors = sum(fault.severity == "error" for fault in found)
    if errors:
        raise GeobriefError(
            f"{folder} has {errors} {'fault' if errors == 1 else 'faults'}. Mend them, then check again."
        )
    click.echo(f"{folder}: {len(found)} {'doubt' if len(found) == 1 else 'doubts'}, no fault.")
