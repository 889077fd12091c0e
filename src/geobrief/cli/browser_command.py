"""`edit` and `serve`: pages with a server of their own, in the browser."""

from __future__ import annotations

from pathlib import Path

import click

from geobrief.cli.page_commands import language_option

__all__ = ["edit", "serve"]


_port_option = click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="Of 127.0.0.1; by default one that is free."
)
_open_option = click.option(
    "--open/--no-open", "open_browser", default=True, help="Whether the browser is opened."
)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@_port_option
@_open_option
def edit(folder: Path, port: int, open_browser: bool) -> None:  # noqa: FBT001 - what click passes
    """Edit a brief in the browser: on the map, in the text, from a review list; all is saved at once.

    \b
    Example:
      geobrief edit data
    """
    from geobrief.editor.serve import edit as serve_brief

    def told(address: str) -> None:
        click.echo(f"Editing {folder} at {address}\nPress Ctrl+C to end; every change is saved already.")

    serve_brief(folder, port=port, open_browser=open_browser, told=told)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@_port_option
@_open_option
@language_option
def serve(folder: Path, port: int, open_browser: bool, language: str) -> None:  # noqa: FBT001 - what click passes
    """Show the map of a corpus in the browser, with every claim and article of the dataset at hand.

    \b
    Example:
      geobrief serve news
    """
    from geobrief.corpora.extra import require_extra

    require_extra()
    from geobrief.corpora.map.serve import serve as serve_corpus

    def told(address: str) -> None:
        click.echo(f"Serving {folder} at {address}\nPress Ctrl+C to end.")

    serve_corpus(folder, port=port, open_browser=open_browser, language=language, told=told)
