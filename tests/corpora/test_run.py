import hashlib
import json
from pathlib import Path

import dask_geopandas
import duckdb
import geopandas
import pyarrow.parquet as pq
import pyogrio
import pytest

from corpora.collection import json_lines, many
from corpora.conftest import ARTICLES
from corpora.running import contents, made, receipts
from geobrief.corpora.layout import DATASETS
from geobrief.corpora.values import Columns
from geobrief.errors import CorpusError

SPATIAL = [name for name in DATASETS if name != "copies"]


def test_the_manifest_tells_every_part(dataset: Path) -> None:
    manifest = json.loads((dataset / "manifest.json").read_text())
    assert (manifest["schema"], manifest["documents"], manifest["rejected"]) == (1, ARTICLES, 2)
    told = {
        f"{name}/{part['name']}": (part["sha256"], part["bytes"], part["rows"])
        for name, each in manifest["datasets"].items()
        for part in each["parts"]
    }
    found = {
        str(path.relative_to(dataset)): (
            hashlib.sha256(path.read_bytes()).hexdigest(),
            path.stat().st_size,
            pq.read_metadata(path).num_rows,
        )
        for path in dataset.glob("*/*.parquet")
    }
    assert told == found
    assert {name.partition("/")[0] for name in told} == set(DATASETS)


def test_each_part_tells_by_what_it_was_made(dataset: Path) -> None:
    for path in dataset.glob("*/*.parquet"):
        told = json.loads(pq.read_schema(path).metadata[b"geobrief"])
        assert told["dataset"] == path.parent.name
        assert {"schema", "geobrief", "gazetteer", "weights"} <= told.keys()


def test_what_is_no_article_is_set_aside_with_the_reason(dataset: Path) -> None:
    lines = [json.loads(line) for line in (dataset / "rejected.jsonl").read_text().splitlines()]
    assert lines == [
        {"id": "news.jsonl#61", "source": "news.jsonl", "position": 61, "reason": "its text is missing"},
        {
            "id": "news.jsonl#62",
            "source": "news.jsonl",
            "position": 62,
            "reason": "not JSON: Expecting value: line 1 column 1 (char 0)",
        },
    ]


@pytest.mark.parametrize("name", SPATIAL)
def test_geopandas_reads_every_table(name: str, dataset: Path) -> None:
    frame = geopandas.read_parquet(dataset / name)
    assert frame.crs == "OGC:CRS84"
    assert frame.columns.tolist() == [column for column in DATASETS[name].names if column != "bbox"]
    assert len(frame)
    assert frame.geometry.dropna().is_valid.all()


def test_geopandas_reads_what_lies_in_a_box_alone(dataset: Path) -> None:
    frame = geopandas.read_parquet(dataset / "mentions", bbox=(16, 50, 18, 52))
    assert set(frame["text"]) == {"Wrocław"}


@pytest.mark.filterwarnings("ignore:The inplace keyword")  # dask's own, of pandas 3.1
@pytest.mark.parametrize("name", SPATIAL)
def test_dask_geopandas_reads_every_table(name: str, dataset: Path) -> None:
    frame = dask_geopandas.read_parquet(dataset / name)
    assert frame.npartitions == len(list((dataset / name).glob("*.parquet")))
    whole = frame.compute(scheduler="synchronous")
    assert len(whole) == len(geopandas.read_parquet(dataset / name))
    assert whole.crs == "OGC:CRS84"


def test_dask_geopandas_knows_where_each_partition_lies(dataset: Path) -> None:
    frame = dask_geopandas.read_parquet(dataset / "places")
    west, south, east, north = frame.spatial_partitions.total_bounds
    assert (west, east) == pytest.approx((-77.03, 135.50), abs=0.1)
    assert south < -12 < north


@pytest.mark.parametrize("name", DATASETS)
def test_duckdb_reads_every_table(name: str, dataset: Path) -> None:
    rows = sum(pq.read_metadata(path).num_rows for path in (dataset / name).glob("*.parquet"))
    with duckdb.connect() as duck:
        assert duck.execute(f"SELECT count(*) FROM '{dataset}/{name}/*.parquet'").fetchone() == (rows,)


def test_duckdb_asks_across_tables(dataset: Path) -> None:
    with duckdb.connect() as duck:
        found = duck.execute(
            f"""
            SELECT name, count(*), typeof(any_value(c.geometry)) FROM '{dataset}/claims/*.parquet' c
            JOIN '{dataset}/places/*.parquet' p ON list_contains(c.places, p.id)
            WHERE "by" = 'Mayor Jan Nowak' GROUP BY name ORDER BY name LIMIT 1
            """
        ).fetchall()
    assert found == [("Kraków", 9, "GEOMETRY('OGC:CRS84')")]


def test_pyogrio_reads_every_table(dataset: Path) -> None:
    if "Parquet" not in pyogrio.list_drivers():
        pytest.skip("the GDAL that pyogrio brings here has no driver for Parquet")
    for name in SPATIAL:
        frame = pyogrio.read_dataframe(dataset / name / "part-00000.parquet")
        assert len(frame) == pq.read_metadata(dataset / name / "part-00000.parquet").num_rows


def test_a_claim_leads_to_its_words_in_the_document(dataset: Path) -> None:
    texts = geopandas.read_parquet(dataset / "documents").set_index("id")["text"]
    claims = geopandas.read_parquet(dataset / "claims")
    assert len(claims) > ARTICLES
    for row in claims.itertuples():
        text = texts[row.document]
        assert text[row.start : row.end] == row.quote
        if isinstance(row.by, str):
            assert text[int(row.by_start) : int(row.by_end)] == row.by


def test_places_are_counted_over_the_corpus(dataset: Path) -> None:
    places = geopandas.read_parquet(dataset / "places").set_index("name")
    mentions = geopandas.read_parquet(dataset / "mentions")
    lagos = places.loc["Lagos"]
    own = mentions[mentions["place"] == lagos["id"]]
    assert lagos["mentions"] == len(own)
    assert lagos["documents"] == own["document"].nunique()
    assert lagos["aliases"].tolist() == ["Lagos"]
    assert places["id"].is_unique


def test_a_finished_dataset_is_left_as_it_is(source: Path, tmp_path: Path) -> None:
    first = made(source, tmp_path / "news", partition_size=20)
    times = {path: path.stat().st_mtime_ns for path in (tmp_path / "news").rglob("*.parquet")}
    assert made(source, tmp_path / "news", partition_size=20) == first
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "news").rglob("*.parquet")} == times


def test_other_input_is_not_mixed_in(tmp_path: Path) -> None:
    source = json_lines(tmp_path / "news.jsonl", many(3))
    out = tmp_path / "out"
    made(source, out)
    before = contents(out)
    json_lines(source, many(4))
    with pytest.raises(CorpusError, match=r"begun with other input or versions: bytes was .*--restart"):
        made(source, out)
    assert contents(out) == before
    assert made(source, out, restart=True).documents == 4
    assert not receipts(out)


def test_a_run_that_read_nothing_is_in_nobody_s_way(tmp_path: Path) -> None:
    source = tmp_path / "news.csv"
    source.write_text("nr,heading,wording\n1,Rain,It rained in Oslo on Monday.\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="Name it: --text COLUMN"):
        made(source, tmp_path / "out")
    assert made(source, tmp_path / "out", columns=Columns(text="wording")).documents == 1


def test_a_restart_leaves_nothing_of_more_partitions(tmp_path: Path) -> None:
    source = json_lines(tmp_path / "news.jsonl", many(6))
    made(source, tmp_path / "out", partition_size=2)
    made(source, tmp_path / "out", partition_size=6, restart=True)
    made(source, tmp_path / "other", partition_size=6)
    assert contents(tmp_path / "out") == contents(tmp_path / "other")


def test_a_folder_of_other_things_is_not_written_into(tmp_path: Path) -> None:
    source = json_lines(tmp_path / "news.jsonl", many(1))
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.odt").write_bytes(b"years of work")
    for restart in (False, True):
        with pytest.raises(CorpusError, match=r"holds other files \(thesis\.odt\)"):
            made(source, out, restart=restart)


def test_two_runs_do_not_write_one_folder(source: Path, tmp_path: Path) -> None:
    from geobrief.corpora.store import Store

    out = tmp_path / "out"
    with Store(out).kept(), pytest.raises(CorpusError, match="Another geobrief command is changing"):
        made(source, out)


def test_a_broken_file_is_set_aside_and_the_others_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    json_lines(folder / "good.jsonl.gz", many(2))
    (folder / "broken.jsonl.gz").write_bytes(b"\x1f\x8bnot really")
    assert made(folder, tmp_path / "out").documents == 2
    (line,) = (tmp_path / "out" / "rejected.jsonl").read_text().splitlines()
    assert json.loads(line)["source"] == "broken.jsonl.gz"


def test_nothing_at_all_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_bytes(b"")
    with pytest.raises(CorpusError, match="no document that can be read"):
        made(tmp_path / "empty.jsonl", tmp_path / "out")


def test_a_dataset_inside_its_source_is_no_source(tmp_path: Path) -> None:
    json_lines(tmp_path / "news.jsonl", many(2))
    made(tmp_path, tmp_path / "out")
    before = contents(tmp_path / "out")
    assert made(tmp_path, tmp_path / "out").documents == 2
    assert contents(tmp_path / "out") == before
