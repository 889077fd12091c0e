"""`map`, `extract` and `build`: from articles to a page, from articles to files, from files to a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geobrief.cli.counts import counted
from geobrief.cli.method_options import analyzed, method_options, warned

if TYPE_CHECKING:
    from geobrief.api import Brief
    from geobrief.corpora.map.dataset import Dataset

__all__ = ["build", "extract", "map_"]


def _told(page: str, brief: Brief) -> None:
    places, claims = brief.value.places, brief.value.claims
    unlocated = sum(not place.located for place in places)
    missing = f" ({unlocated} not located)" if unlocated else ""
    click.echo(f"Wrote {page}: {counted(places, 'place')}{missing}, {counted(claims, 'claim')}.")


def _warn_of_no_place(brief: Brief) -> None:
    if not brief.value.places:
        warned("No place was found in the text. geobrief add puts one into a draft by hand.")


def _warn_of_languages(brief: Brief) -> None:
    """Says of which articles sentences are claims, and nothing more is read from them."""
    from geobrief.text.language import language_of

    others = [each.id for each in brief.value.documents if language_of(each) != "en"]
    if others and brief.value.claims:
        warned(
            f"{', '.join(others)}: not in English. Places are found; who says a claim, how surely, how many "
            "and when is not read, so that it counts as stated by the author until you edit it."
        )


def _page_of(output: str | None, name: str, sources: Sequence[Path]) -> str:
    """Where the page goes: as the user wants it, else after what it is made of, which it never replaces."""
    from geobrief.files import is_one_file, refuse_replacing

    if output is None:
        page = f"{name}.html"
        return f"{name}-map.html" if any(is_one_file(Path(page), source) for source in sources) else page
    if output != "-":
        refuse_replacing(Path(output), sources)
    return output


tiles_option = click.option(
    "--tiles",
    default="",
    metavar="NAME",
    help="Lay a web map's tiles over the page's own, by their name in xyzservices, as OpenTopoMap; NAME:KEY "
    "where a key is asked for. The page then loads them; by default it loads nothing.",
)


def _write_page(brief: Brief, page: str, language: str, tiles: str) -> None:
    from geobrief.files import write_aside

    html = brief.to_html(language=language, tiles=tiles)
    if page == "-":
        click.echo(html, nl=False)
        return
    write_aside(Path(page), html)
    _told(page, brief)


def _check(tiles: str) -> None:
    """Says at once what is wrong with the name, not when all articles have been read."""
    if tiles:
        from geobrief.render.tiles import find_tiles

        find_tiles(tiles)


language_option = click.option(
    "--language",
    default="en",
    metavar="LANG",
    show_default=True,
    help="Of the page's interface: en, de, fr, es, uk, ru, ar or ko; the text stays in its own.",
)


@click.command("map")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option(
    "-o",
    "--output",
    metavar="PAGE.html",
    help="Where the page goes; the article's name by default, - for standard output.",
)
@language_option
@tiles_option
@method_options
def map_(
    articles: tuple[str, ...],
    output: str | None,
    language: str,
    tiles: str,
    recognizer: str,
    geocoder: str,
) -> None:
    """Turn articles (.txt, .md, .html, or - for standard input) into one HTML page, with no network.

    \b
    Example:
      geobrief map article.html -o page.html
      geobrief map article.html --language uk
      geobrief map article.html --geocoder nominatim:https://nominatim.openstreetmap.org
      geobrief map article.html --tiles OpenTopoMap
    """
    from geobrief.render.messages import interface
    from geobrief.text.collection import read_articles

    interface(language)
    _check(tiles)
    sources = [Path(article) for article in articles]
    page = _page_of(output, "article" if articles[0] == "-" else sources[0].stem, sources)
    brief = analyzed(read_articles(articles), recognizer, geocoder)
    _warn_of_no_place(brief)
    _warn_of_languages(brief)
    _write_page(brief, page, language, tiles)


@click.command()
@click.argument("articles", nargs=-1, metavar="ARTICLE...")
@click.option(
    "-o", "--output", required=True, metavar="FOLDER", help="The folder for the draft; with --jsonl, a file."
)
@click.option(
    "--jsonl",
    metavar="IN.jsonl",
    help='Read {"id", "text", "published"?, ...} lines instead of articles; - for standard input.',
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="With --jsonl, how many processes read; by default one a core.",
)
@method_options
def extract(
    articles: tuple[str, ...],
    output: str,
    jsonl: str | None,
    jobs: int | None,
    recognizer: str,
    geocoder: str,
) -> None:
    """Draft a brief from articles: places.geojson and claims.csv to correct, then `geobrief build`.

    \b
    Example:
      geobrief extract article.md -o brief
      geobrief extract --jsonl articles.jsonl -o found.jsonl
    """
    if bool(articles) == bool(jsonl):
        raise click.UsageError("Name articles, or one file with --jsonl, but not both.")
    if jobs and not jsonl:
        raise click.UsageError("--jobs goes with --jsonl.")
    if jsonl:
        _extract_lines(jsonl, output, jobs, recognizer, geocoder)
        return
    from geobrief.brief.folder import refuse_overwriting
    from geobrief.text.collection import read_articles

    documents = read_articles(articles)
    refuse_overwriting(Path(output), [document.id for document in documents])
    brief = analyzed(documents, recognizer, geocoder)
    _warn_of_no_place(brief)
    _warn_of_languages(brief)
    brief.save(output)
    _told(output, brief)


def _extract_lines(source: str, target: str, jobs: int | None, recognizer: str, geocoder: str) -> None:
    from geobrief.brief.batch import STANDARD, extract_lines
    from geobrief.errors import ArticleError
    from geobrief.geoparse.methods import Methods

    tally = extract_lines(source, target, jobs=jobs, methods=Methods(recognizer, geocoder))
    if tally.warned:
        warned(f"{tally.told_warnings}.")
    if tally.failed:
        raise ArticleError(f"{tally.told_faults}. The answers to them say so; the other lines were read.")
    if target != STANDARD:
        click.echo(f"Wrote {target}: {counted(range(tally.texts), 'text')}.")


@click.command()
@click.argument("folder")
@click.option(
    "-o",
    "--output",
    metavar="PAGE.html",
    help="Where the page goes; the folder's name by default, - for standard output.",
)
@click.option(
    "--cells-from",
    type=click.IntRange(min=0),
    default=20_000,
    show_default=True,
    metavar="N",
    help="Of a corpus: with so many claims or more the page counts them by cell, else it lists each.",
)
@language_option
@tiles_option
def build(folder: str, output: str | None, cells_from: int, language: str, tiles: str) -> None:
    """Turn a brief (its folder, or any file of geodata), or the dataset of a corpus, into one HTML page.

    \b
    Example:
      geobrief build data -o maps/alabuga.html
      geobrief build news -o news.html
    """
    from geobrief.api import read
    from geobrief.corpora.map.found import is_dataset

    _check(tiles)
    path = Path(folder)
    sources = [path, *path.glob("*"), *path.glob("articles/*")]
    page = _page_of(output, path.resolve().stem, sources)
    if is_dataset(path):
        _write_corpus_page(path, page, cells_from, language, tiles)
    else:
        _write_page(read(folder), page, language, tiles)


def _write_corpus_page(folder: Path, page: str, cells_from: int, language: str, tiles: str) -> None:
    from geobrief.corpora.extra import require_extra

    require_extra()
    from geobrief.api import Brief
    from geobrief.corpora.map.as_brief import brief_of
    from geobrief.corpora.map.dataset import open_dataset

    dataset = open_dataset(folder)
    if dataset.rows["claims"] < cells_from:
        _write_page(Brief(brief_of(dataset)), page, language, tiles)
        return
    _write_cells(dataset, page, language, tiles)


def _write_cells(dataset: Dataset, page: str, language: str, tiles: str) -> None:
    from geobrief.corpora.map.island import aggregate
    from geobrief.corpora.map.page import corpus_page
    from geobrief.corpora.map.speaking import corpus_interface
    from geobrief.errors import PageError
    from geobrief.files import write_aside

    if tiles:
        raise PageError("A page that counts claims by cell has no tiles. Leave --tiles out.")
    corpus_interface(language)
    record = aggregate(dataset)
    html = corpus_page(record, language=language)
    if page == "-":
        click.echo(html, nl=False)
        return
    write_aside(Path(page), html)
    totals = record["totals"]
    click.echo(f"Wrote {page}: {totals['claims']:,} claims at {totals['places']:,} places, by cell.")
