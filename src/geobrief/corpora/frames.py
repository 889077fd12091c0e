"""Claims of many articles as frames: lazily through Dask, or by a function that any engine maps."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

import geopandas
import pandas as pd
import pyarrow as pa

from geobrief.corpora.columns import columns_of, document_of, require_text
from geobrief.corpora.crew import crew_of
from geobrief.corpora.geoparquet import Row, table_of
from geobrief.corpora.layout import CLAIMS
from geobrief.corpora.plan import partitions
from geobrief.corpora.records import article_rows
from geobrief.corpora.run import PARTITION, planned
from geobrief.corpora.sources import find_files
from geobrief.corpora.values import Article, Columns, Item, Partition, Rejected
from geobrief.corpora.work import Reading, read_partition
from geobrief.errors import CorpusError, CorpusWarning, GeobriefError

if TYPE_CHECKING:
    import dask_geopandas

__all__ = ["CLAIMS_SCHEMA", "claims_of", "corpus_frame"]

CLAIMS_SCHEMA: Final[pa.Schema] = CLAIMS.remove(CLAIMS.get_field_index("bbox"))
"""The columns of `claims_of` as an Arrow schema; `geometry` is WKB."""

_CRS: Final = "OGC:CRS84"


def corpus_frame(
    sources: Sequence[str],
    *,
    partition_size: int = PARTITION,
    columns: Columns | None = None,
    recognizer: str = "",
    geocoder: str = "",
) -> dask_geopandas.GeoDataFrame:
    """The claims of all articles of the sources, read partition by partition when they are asked for.

    Args:
        sources: Files, folders, globs, archives, or URLs of these.
        partition_size: Articles a partition.
        columns: Which column of a table holds what.
        recognizer: As `geobrief.analyze` has it, by name.
        geocoder: Likewise.

    Raises:
        CorpusError: The sources cannot be read.
    """
    import dask.dataframe as dd
    import dask_geopandas  # noqa: F401 - has Dask make its own frames of those of GeoPandas

    wanted = columns or Columns()
    files = find_files(sources)
    with crew_of(1) as crew:
        cuttings = planned(files, partition_size, wanted, crew)
    for cutting in cuttings.values():
        if cutting.fault:
            _warn([cutting.fault])
    parts = list(partitions(files, cuttings, partition_size))
    if not parts:
        raise CorpusError("The sources hold no document that can be read.")
    read = _Reader(wanted, recognizer, geocoder)
    return dd.from_map(read, parts, meta=_geoframe(()), label="geobrief-corpus")


def claims_of(
    articles: pd.DataFrame, *, columns: Columns | None = None, recognizer: str = "", geocoder: str = ""
) -> pd.DataFrame:
    """The claims of a frame of articles, a row an article: what Spark, Ray or Dask calls for each partition.

    Args:
        articles: Its columns of text, id, title, day and so on are found by their names. An id is needed.
        columns: Which column holds what, where the names do not tell.
        recognizer: As `geobrief.analyze` has it, by name.
        geocoder: Likewise.

    Returns:
        The columns of `CLAIMS_SCHEMA`, `geometry` as well-known binary.

    Raises:
        CorpusError: There is no column of text or none of ids.
    """
    names = [str(name) for name in articles.columns]
    found = columns_of(names, columns or Columns())
    require_text(found, names, columns or Columns(), "The frame")
    if "id" not in found:
        raise CorpusError("The frame has no column of ids. Give one: Columns(id=NAME).")
    items = _articles(articles, found)
    table = table_of("claims", _claim_rows(items, recognizer, geocoder))
    return _pandas(table.drop_columns(["bbox"]))


def _articles(articles: pd.DataFrame, found: dict[str, str]) -> Iterable[Item]:
    wanted = articles[list(dict.fromkeys(found.values()))].astype(object)
    rows: list[dict[Any, Any]] = wanted.where(wanted.notna(), None).to_dict("records")
    for position, row in enumerate(rows, 1):
        key = str(row[found["id"]])
        try:
            document, own_id = document_of(row, found, key)
        except GeobriefError as error:
            yield Rejected(key, "", position, str(error))
        else:
            yield Article(document, "", position, own_id)


class _Reader:
    """Reads a partition. No dataclass and no partial function: Dask would take their values apart."""

    def __init__(self, columns: Columns, recognizer: str, geocoder: str) -> None:
        self._columns = columns
        self._methods = (recognizer, geocoder)

    def __call__(self, partition: Partition) -> geopandas.GeoDataFrame:
        return _geoframe(_claim_rows(read_partition(partition, self._columns), *self._methods))


def _claim_rows(items: Iterable[Item], recognizer: str, geocoder: str) -> list[Row]:
    rows: list[Row] = []
    rejected: list[Rejected] = []
    with Reading(recognizer, geocoder) as reading:
        for item in items:
            found = reading.found(item)
            if isinstance(found, Rejected):
                rejected.append(found)
            else:
                rows += article_rows(*found, number=0)["claims"]
    _warn(rejected)
    return rows


def _warn(rejected: Sequence[Rejected]) -> None:
    if rejected:
        first = rejected[0]
        warnings.warn(
            f"{len(rejected)} articles were set aside; the first is {first.id}: {first.reason}.",
            CorpusWarning,
            stacklevel=2,
        )


def _geoframe(rows: Sequence[Row]) -> geopandas.GeoDataFrame:
    table = table_of("claims", rows)
    shapes = geopandas.GeoSeries.from_wkb(table["geometry"].to_pylist(), crs=_CRS)
    return geopandas.GeoDataFrame(_pandas(table.drop_columns(["geometry", "bbox"])), geometry=shapes)


def _pandas(table: pa.Table) -> pd.DataFrame:
    """The table as a frame: each column of one type, whether something is missing in it or not.

    Lists and dates stay Arrow's, since Dask takes objects of Python for text.
    """
    frame: pd.DataFrame = table.to_pandas(types_mapper=_type_of)
    return frame


def _type_of(column: pa.DataType) -> Any:
    if pa.types.is_integer(column):
        return pd.Int64Dtype()
    return pd.ArrowDtype(column) if pa.types.is_list(column) or pa.types.is_date(column) else None
