"""Tables: a brief made of one, and the claims of a corpus as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from geobrief.api.briefs import Brief

if TYPE_CHECKING:
    import dask_geopandas
    import geopandas

__all__ = ["corpus", "from_geodataframe"]


def corpus(
    paths: str | Path | Iterable[str | Path],
    *,
    columns: Mapping[str, str] | None = None,
    partition_size: int = 256,
    recognizer: str = "",
    geocoder: str = "",
) -> dask_geopandas.GeoDataFrame:
    """The claims of a collection of articles with their places, lazily: a row a claim, OGC:CRS84.

    Its columns are those of `claims` in docs/CORPUS.md, without `bbox`. It needs the extra `corpus`. An
    article that cannot be read is set aside with a `CorpusWarning`.

    Args:
        paths: Folders, globs, files (text, Markdown, HTML, JSON Lines, CSV, Parquet, WARC), archives, or URLs
            of these.
        columns: Which column of a table holds `text`, `id`, `title`, `published`, `url`, `publisher` or
            `language`, where its name does not tell.
        partition_size: Articles a partition.
        recognizer: See `analyze`; by name.
        geocoder: Likewise.

    Raises:
        CorpusError: The extra is not installed, or the paths cannot be read.
    """
    from geobrief.corpora.extra import require_extra

    require_extra()
    from geobrief.corpora.frames import corpus_frame
    from geobrief.corpora.values import Columns

    sources = [paths] if isinstance(paths, str | Path) else list(paths)
    return corpus_frame(
        [str(source) for source in sources],
        partition_size=partition_size,
        columns=Columns(**(columns or {})),
        recognizer=recognizer,
        geocoder=geocoder,
    )


def from_geodataframe(
    frame: geopandas.GeoDataFrame,
    *,
    name: str = "",
    claim: str = "",
    by: str = "",
    certainty: str = "",
    when: str = "",
    url: str = "",
    title: str = "",
) -> Brief:
    """A brief of a table in any CRS: a place for each spot, a claim for each row that says something of it.

    Rows of one name and one geometry are claims about one place. What other columns say is kept; `kind`,
    `aliases`, `note` and the like are understood as in `places.geojson`.

    Args:
        frame: A row a place, or a row a claim.
        name: The column of the places' names; without it the first of `name` and `title` that there is.
        claim: The column of what is said, in its own words; a row where it is empty claims nothing.
        by: The column of who says it.
        certainty: The column of how sure it is, in the words of `geobrief.model.CERTAINTIES`.
        when: The column of its time: dates, or text as in `claims.csv`.
        url: The column of where it can be checked.
        title: Of the brief.

    Raises:
        BriefError: The frame has no geometries, no CRS or not these columns, or cells cannot be read.
    """
    from geobrief.brief.geodataframe import Columns
    from geobrief.brief.geodataframe import from_geodataframe as convert

    columns = Columns(name, claim, by, certainty, when, url)
    return Brief(convert(frame, columns, title))
