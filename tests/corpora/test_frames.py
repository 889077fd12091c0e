import os
import sys
from importlib.util import find_spec
from pathlib import Path
from shutil import which

import dask.dataframe as dd
import geopandas
import pandas as pd
import pytest

import geobrief
from corpora.collection import ARTICLES, json_lines
from corpora.conftest import PARTITION
from geobrief.corpora.frames import CLAIMS_SCHEMA, claims_of
from geobrief.errors import CorpusError, CorpusWarning

FRAME = pd.DataFrame(list(ARTICLES))


def test_a_collection_is_a_lazy_frame_of_claims(source: Path, dataset: Path) -> None:
    frame = geobrief.corpus(source, partition_size=PARTITION)
    written = geopandas.read_parquet(dataset / "claims")
    assert frame.npartitions == len(list((dataset / "claims").glob("*.parquet")))
    with pytest.warns(
        CorpusWarning, match=r"2 articles were set aside; the first is news\.jsonl#61: its text"
    ):
        found = frame.compute(scheduler="synchronous")
    assert found.crs == written.crs
    assert found["id"].tolist() == written["id"].tolist()
    assert [list(places) for places in found["places"]] == [list(places) for places in written["places"]]
    assert found.geometry.tolist() == written.geometry.tolist()
    assert found.dtypes.equals(frame.dtypes)


def test_the_frame_can_be_asked_before_it_is_read(tmp_path: Path) -> None:
    frame = geobrief.corpus(
        [json_lines(tmp_path / "a.jsonl"), json_lines(tmp_path / "b.jsonl")], partition_size=3
    )
    asked = frame[frame["certainty"] == "attributed"]
    assert asked.npartitions == 2
    assert len(asked.compute(scheduler="synchronous")) == 2 * len(
        [claim for claim in claims_of(FRAME)["certainty"] if claim == "attributed"]
    )


def test_a_column_is_named(tmp_path: Path) -> None:
    path = json_lines(tmp_path / "a.jsonl", [{"x": "Rain fell in Oslo."}])
    frame = geobrief.corpus(path, columns={"text": "x"})
    assert frame.compute(scheduler="synchronous")["place_names"].tolist() == [["Oslo"]]


def test_any_engine_that_maps_frames_gets_claims() -> None:
    found = claims_of(FRAME)
    assert found.columns.tolist() == CLAIMS_SCHEMA.names
    assert set(found["document"]) == {"a", "b", "c"}
    kinds = geopandas.GeoSeries.from_wkb(found["geometry"]).geom_type
    assert set(kinds.dropna()) == {"Point", "MultiPoint"}


def test_what_is_missing_in_a_frame_is_left_out() -> None:
    frame = pd.DataFrame({"id": [1, 2], "text": ["Rain fell in Oslo.", None], "date": [pd.NaT, pd.NaT]})
    with pytest.warns(CorpusWarning, match="1 articles were set aside; the first is 2"):
        assert claims_of(frame)["document"].tolist() == ["1"]
    with pytest.raises(CorpusError, match="no column of ids"):
        claims_of(frame[["text"]])


def test_dask_maps_its_partitions() -> None:
    articles = dd.from_pandas(FRAME, npartitions=3)
    claims = articles.map_partitions(claims_of, meta=claims_of(FRAME.head(0)))
    assert claims.compute(scheduler="synchronous")["id"].tolist() == claims_of(FRAME)["id"].tolist()


@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas")
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # PySpark's own sockets and processes
def test_spark_maps_its_partitions(tmp_path: Path) -> None:
    if find_spec("pyspark") is None or which("java") is None:
        pytest.skip("PySpark (300 MB) or Java is not installed")
    from pyspark.sql import SparkSession
    from pyspark.sql.pandas.types import from_arrow_schema

    os.environ["PYSPARK_PYTHON"] = sys.executable
    path = json_lines(tmp_path / "news.jsonl")
    builder = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
    spark = builder.config("spark.driver.bindAddress", "127.0.0.1").getOrCreate()
    try:
        articles = spark.read.json(str(path))
        claims = articles.mapInPandas(lambda frames: map(claims_of, frames), from_arrow_schema(CLAIMS_SCHEMA))
        rows = claims.select("id", "place_names", "quantities", "published", "geometry").collect()
    finally:
        spark.stop()
    expected = claims_of(FRAME)
    assert [row["id"] for row in rows] == expected["id"].tolist()
    assert [row["place_names"] for row in rows] == [list(names) for names in expected["place_names"]]
    assert [row["published"] for row in rows] == expected["published"].tolist()
    assert [bytes(row["geometry"]) for row in rows if row["geometry"]] == expected[
        "geometry"
    ].dropna().tolist()
