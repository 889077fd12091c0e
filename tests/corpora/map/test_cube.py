"""The counts of a page hold each located claim of the dataset once, whatever is asked of them."""

from collections import Counter
from pathlib import Path
from typing import Any

import h3
import numpy as np
import pytest

from corpora.map.writing import counted, found_in_cells, write_corpus
from geobrief.brief.columns import from_table
from geobrief.brief.coordinates import decode_numbers
from geobrief.corpora.map.cube import Limits
from geobrief.corpora.map.dataset import open_dataset
from geobrief.corpora.map.island import aggregate
from geobrief.corpora.map.located import FINEST, LEVELS
from geobrief.corpora.map.paths import index_of
from geobrief.errors import CorpusError
from geobrief.model import CERTAINTIES, KINDS
from geobrief.render.payload import island_text


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("corpus") / "depots")


@pytest.fixture(scope="module")
def record(corpus: Path) -> dict[str, Any]:
    return aggregate(open_dataset(corpus))


def rows_of(record: dict[str, Any], part: str = "once") -> list[tuple[tuple[int, ...], int]]:
    """Each row's level, cell, certainty, bin, kinds and publisher, and its count."""
    cube = record["cube"]
    rows = cube if part == "once" else cube[part]
    keys = np.cumsum(list(decode_numbers(rows["keys"]))).tolist()
    counts = [more + 1 for more in decode_numbers(rows["counts"])]
    shape = (FINEST + 1, len(record["cells"]["places"]), *cube["sizes"])
    return [
        (tuple(int(part) for part in np.unravel_index(key, shape)), count)
        for key, count in zip(keys, counts, strict=True)
    ]


def finest_cells(record: dict[str, Any]) -> list[str]:
    """Those of the record, as hexadecimal indices."""
    level = record["cells"]["level"]
    paths = np.cumsum(list(decode_numbers(record["cells"]["paths"]))).tolist()
    return [h3.int_to_str(index_of(path, level)) for path in paths]


def test_every_located_claim_is_counted_once(corpus: Path, record: dict[str, Any]) -> None:
    total = sum(count for _, count in rows_of(record))
    assert total == record["totals"]["claims"] == counted(corpus) > 200


def test_counts_agree_with_the_files_under_filters(corpus: Path, record: dict[str, Any]) -> None:
    certainties: Counter[str] = Counter()
    publishers: Counter[str] = Counter()
    months: Counter[int] = Counter()
    for (_, _, certainty, month, _, publisher), count in rows_of(record):
        certainties[CERTAINTIES[certainty]] += count
        publishers[("", *record["publishers"])[publisher]] += count
        months[month] += count
    assert certainties == {
        name: counted(corpus, f"certainty = '{name}'") for name in CERTAINTIES if name in certainties
    }
    assert publishers == {
        name: counted(corpus, f"coalesce(publisher, '') = '{name}'")
        for name in ("", "Courier", "Gazette", "Wire")
    }
    day = "coalesce(when_start, published)"
    assert record["bins"]["open"] == [True, True]
    assert months[0] == counted(corpus, f"{day} IS NULL")
    assert (
        months[1]
        == counted(corpus, f"{day} < DATE '2024-02-01'")
        > counted(corpus, f"{day} < DATE '2024-01-01'")
    )
    assert months[3] == counted(corpus, f"strftime({day}, '%Y-%m') = '2024-03'")
    assert sum(months.values()) == record["totals"]["claims"]


@pytest.mark.parametrize("level", LEVELS)
def test_a_claim_is_found_once_in_each_cell_of_its_places(
    corpus: Path, record: dict[str, Any], level: int
) -> None:
    cells = finest_cells(record)
    found: Counter[str] = Counter()
    for (_, cell, *_), count in rows_of(record):
        found[h3.cell_to_parent(cells[cell], level)] += count
    for (apart, cell, *_), count in rows_of(record, "again"):
        found[h3.cell_to_parent(cells[cell], level)] += count if apart <= level else 0
    assert +found == found_in_cells(corpus, level)
    assert found.total() > record["totals"]["claims"]


def test_a_claim_counts_for_each_kind_of_its_places(corpus: Path, record: dict[str, Any]) -> None:
    kinds: Counter[str] = Counter()
    for (_, _, _, _, of_claim, _), count in rows_of(record):
        for kind in record["cube"]["kinds"][of_claim]:
            kinds[KINDS[kind]] += count
    sea = "list_contains(places, 'geobrief:barents-sea')"
    assert kinds["water"] == counted(corpus, sea)
    assert kinds["city"] == counted(corpus, f"len(places) > 1 AND places[1] <> 'geonames:0' OR NOT {sea}")


def test_a_claim_in_full_says_all_cells_of_its_places(record: dict[str, Any]) -> None:
    several = [claim for claim in from_table(record["claims"]) if "again" in claim]
    assert several
    for claim in several:
        assert 1 + len(claim["again"]) == len(claim["places"])


def test_what_the_map_leaves_out_is_told(corpus: Path, record: dict[str, Any]) -> None:
    totals = record["totals"]
    assert totals["copies"] == 6
    assert totals["unlocated"] == 3
    assert totals["several"] == counted(
        corpus, "len(places) - list_contains(places, 'geonames:0')::INTEGER > 1"
    )
    assert totals["claims"] + totals["unlocated"] == 300 - 6 * 5


def test_the_same_dataset_gives_the_same_record(corpus: Path, record: dict[str, Any]) -> None:
    assert aggregate(open_dataset(corpus)) == record


def test_a_tighter_page_counts_more_coarsely_and_loses_nothing(corpus: Path, record: dict[str, Any]) -> None:
    tight = aggregate(open_dataset(corpus), Limits(rows=160, cells=7))
    rows = [each["cube"]["rows"] + each["cube"]["again"]["rows"] for each in (tight, record)]
    assert rows[0] <= 160 < rows[1]
    assert sum(count for _, count in rows_of(tight)) == record["totals"]["claims"]


def test_a_group_stands_once_with_who_reports_it(record: dict[str, Any]) -> None:
    grouped = [claim for claim in from_table(record["claims"]) if claim.get("group")]
    assert len(grouped) == 1
    assert grouped[0] == from_table(record["claims"])[0], "what three newspapers report is the strongest"
    assert grouped[0]["group"]["publishers"] == 3
    assert grouped[0]["group"]["disagree"]


def test_claims_take_no_more_room_than_they_may(corpus: Path, record: dict[str, Any]) -> None:
    few = aggregate(open_dataset(corpus), Limits(text=1_500))
    assert 0 < few["claims"]["rows"] < record["claims"]["rows"]
    assert len(island_text({name: few[name] for name in ("claims", "articles")})) < 1_500 + 800, (
        "with the names of the columns"
    )


def test_a_folder_without_a_manifest_is_no_dataset(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="geobrief corpus"):
        open_dataset(tmp_path)


def test_a_part_that_is_missing_is_named(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "broken", 30)
    (corpus / "groups" / "part-00001.parquet").unlink()
    with pytest.raises(CorpusError, match="part-00001"):
        open_dataset(corpus)
