"""`corpus`: a collection of articles of any size as a dataset."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import click

from geobrief.cli.method_options import method_options
from geobrief.errors import GeobriefError

__all__ = ["corpus"]

_COLUMNS: Final = ("text", "id", "title", "published", "url", "publisher", "language")


def _column_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command an option for each field that a column may hold."""
    for field in reversed(_COLUMNS):
        what = "the text" if field == "text" else f"the {field}"
        command = click.option(
            f"--{field}",
            f"column_{field}",
            default="",
            metavar="COLUMN",
            help=f"Which column (or key of JSON Lines) holds {what}; by default it is found by its name.",
        )(command)
    return command


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("-o", "--output", required=True, metavar="OUT", help="The folder for the dataset.")
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes on this machine; by default one a core.",
)
@click.option(
    "--scheduler",
    default="",
    metavar="ADDRESS",
    help="Let the workers of a running Dask cluster do it, as tcp://10.0.0.1:8786. They must reach "
    "SOURCE and OUT under the same paths.",
)
@click.option(
    "--partition-size",
    type=click.IntRange(min=1),
    default=256,
    show_default=True,
    metavar="N",
    help="Articles a partition: what a worker reads at a time, and what one part of a table holds.",
)
@click.option("--restart", is_flag=True, help="Begin anew in OUT, whatever an earlier run left there.")
@_column_options
@method_options
def corpus(
    sources: tuple[str, ...],
    output: str,
    workers: int | None,
    scheduler: str,
    partition_size: int,
    restart: bool,  # noqa: FBT001 - click passes it by name
    recognizer: str,
    geocoder: str,
    **columns: str,
) -> None:
    """Read a collection of articles of any size into GeoParquet: documents, places, claims, flows.

    A SOURCE is a folder or glob of .txt, .md or .html files, JSON Lines, CSV, Parquet, a web archive
    (.warc), a .zip of these, or a URL that fsspec reaches. A run that was cut off goes on when it is
    called again.

    \b
    Example:
      geobrief corpus articles/ wire.jsonl.gz -o news
      geobrief corpus 'crawl/*.warc.gz' -o news --workers 8
      geobrief corpus news.parquet --text body -o news
    """
    from geobrief.corpora.extra import require_extra

    require_extra()
    from geobrief.brief.batch_workers import usable_cores
    from geobrief.corpora.crew import GO_ON
    from geobrief.corpora.run import Options, make_corpus
    from geobrief.corpora.telling import Telling
    from geobrief.corpora.values import Columns

    options = Options(
        workers=workers or usable_cores(),
        scheduler=scheduler,
        partition_size=partition_size,
        columns=Columns(**{field: columns[f"column_{field}"] for field in _COLUMNS}),
        recognizer=recognizer,
        geocoder=geocoder,
        restart=restart,
    )
    try:
        made = make_corpus(sources, Path(output), options, Telling(sys.stderr))
    except KeyboardInterrupt as error:
        raise GeobriefError(f"Stopped. {GO_ON}") from error
    click.echo(
        f"Wrote {output}: {made.documents:,} articles ({made.copies:,} copies), {made.claims:,} claims, "
        f"{made.places:,} places, {made.groups:,} groups."
    )
    if made.rejected:
        click.echo(f"Set aside: {made.rejected:,}; {output}/rejected.jsonl tells why.", err=True)
