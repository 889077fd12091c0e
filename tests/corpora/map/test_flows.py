"""Movements on the page: each claim counted once for where from and where to."""

from collections import Counter
from pathlib import Path

import duckdb
import numpy as np
import pytest

from corpora.map.writing import NAMES, write_corpus
from geobrief.brief.columns import from_table
from geobrief.brief.coordinates import decode_numbers
from geobrief.corpora.map.dataset import open_dataset
from geobrief.corpora.map.island import Record, aggregate
from geobrief.model import CERTAINTIES


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("corpus") / "depots")


@pytest.fixture(scope="module")
def record(corpus: Path) -> Record:
    return aggregate(open_dataset(corpus))


def moved(corpus: Path) -> Counter[tuple[str, str, str]]:
    """Movements in the files by both ends and certainty, without those of copies."""
    query = f"""
        SELECT from_place, to_place, certainty FROM '{corpus}/flows/*.parquet'
        WHERE document NOT IN (SELECT document FROM '{corpus}/copies/*.parquet')
    """
    return Counter(duckdb.sql(query).fetchall())


def test_movements_are_counted_as_the_files_do(corpus: Path, record: Record) -> None:
    flows, sizes = record["flows"], record["cube"]["sizes"]
    ends = [(end["from"], end["to"]) for end in from_table(flows["ends"])]
    found: Counter[tuple[str, str, str]] = Counter()
    keys = np.cumsum(list(decode_numbers(flows["counts"]["keys"])))
    for key, more in zip(keys.tolist(), decode_numbers(flows["counts"]["counts"]), strict=True):
        flow, certainty, *_ = np.unravel_index(key, (len(ends), *sizes))
        found[*ends[flow], CERTAINTIES[certainty]] += more + 1
    assert found == moved(corpus)
    assert flows["every"] == len(ends)


def test_the_strongest_movement_comes_first(corpus: Path, record: Record) -> None:
    totals: Counter[tuple[str, str]] = Counter()
    for (start, end, _), count in moved(corpus).items():
        totals[start, end] += count
    first = from_table(record["flows"]["ends"])[0]
    assert totals[first["from"], first["to"]] == max(totals.values())


def test_each_movement_has_claims_in_full(record: Record) -> None:
    claims = from_table(record["claims"])
    for flow, end in enumerate(from_table(record["flows"]["ends"])):
        own = [claim for claim in claims if claim.get("flow") == flow]
        assert own
        for claim in own:
            assert claim["places"][:2] == [NAMES[end["from"]], NAMES[end["to"]]]
