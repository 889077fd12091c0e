"""`embed-brief`: what filters of other programs ask for, as that of pandoc. Not listed among the commands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

if TYPE_CHECKING:
    from geobrief.embed.wish import Wish
    from geobrief.export.picture import PictureFormat

__all__ = ["embed_brief"]


@click.command("embed-brief", hidden=True)
@click.argument("brief")
@click.option(
    "--pages", required=True, metavar="FOLDER", type=click.Path(path_type=Path), help="For its files."
)
@click.option("--address", default="", metavar="URL", help="Of that folder, as seen from the document.")
@click.option("--inline", is_flag=True, help="Hold the page in the snippet.")
@click.option(
    "--still", default="", type=click.Choice(["", "png", "pdf"]), help="Draw a picture, and say where."
)
@click.option("--claim", default="", metavar="ID")
@click.option("--height", default="", metavar="PIXELS")
@click.option("--alt", default="", metavar="TEXT")
@click.option("--language", default="", metavar="LANG")
@click.option("--theme", default="", metavar="NAME")
def embed_brief(
    brief: str, pages: Path, address: str, still: PictureFormat | Literal[""], *, inline: bool, **options: str
) -> None:
    """Put the page of a brief into a folder and print the snippet; or draw it and print where, as JSON.

    \b
    Example:
      geobrief embed-brief data --pages site/maps --address maps --claim c3
    """
    from geobrief.embed.wish import find_brief, read_wish

    wish = read_wish(brief, options)
    folder = find_brief(wish, Path(), Path(Path.cwd().anchor))
    if still:
        click.echo(_drawn(folder, wish, pages, still))
        return
    from geobrief.embed.shelf import Shelf, inlined_embedding

    shelf = Shelf(pages, Path())
    click.echo(
        inlined_embedding(folder, wish) if inline else shelf.embedding(folder, wish, address), nl=False
    )


def _drawn(folder: Path, wish: Wish, pages: Path, kind: PictureFormat) -> str:
    from geobrief.embed.shelf import file_stem
    from geobrief.embed.still import draw_still

    path = pages / f"{file_stem(folder, Path(), wish.language)}.{kind}"
    still = draw_still(folder, wish, path, kind)
    return json.dumps({"path": still.path.as_posix(), "title": still.title, "alt": still.alt})
