"""`edit`: the page with editing on, in the browser."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["edit"]


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="Of 127.0.0.1; by default one that is free."
)
@click.option("--open/--no-open", "open_browser", default=True, help="Whether the browser is opened.")
def edit(folder: Path, port: int, open_browser: bool) -> None:  # noqa: FBT001 - what click passes
    """Edit a brief in the browser: on the map, in the text, from a review list; all is saved at once.

    \b
    Example:
      geobrief edit data
    """
    from geobrief.editor.serve import edit as serve

    def told(address: str) -> None:
        click.echo(f"Editing {folder} at {address}\nPress Ctrl+C to end; every change is saved already.")

    serve(folder, port=port, open_browser=open_browser, told=told)
