import json
from dataclasses import replace
from pathlib import Path

import pytest

from corpora.collection import json_lines, many
from corpora.running import made
from geobrief.corpora.progress_file import ProgressFile
from geobrief.corpora.sources import find_files
from geobrief.corpora.store import Store
from geobrief.corpora.values import Columns, Partition, Rejected, Stretch
from geobrief.corpora.versions import versions_now
from geobrief.corpora.work import Job, do_partition, read_partition
from geobrief.errors import CorpusError


def die_at(path: Path, number: int) -> None:
    progress = ProgressFile(path)
    progress.at(number)  # and never leaves


def test_a_document_at_which_three_processes_died_is_deadly(tmp_path: Path) -> None:
    path = tmp_path / "part.json"
    for times in range(3):
        assert not ProgressFile(path).is_deadly(7), times
        die_at(path, 7)
    assert ProgressFile(path).is_deadly(7)
    assert not ProgressFile(path).is_deadly(8)


def test_a_process_that_died_elsewhere_does_not_count(tmp_path: Path) -> None:
    path = tmp_path / "part.json"
    for number in (7, 8, 7, 9):
        die_at(path, number)
    assert not ProgressFile(path).is_deadly(7)


def test_a_partition_that_ends_leaves_no_trace(tmp_path: Path) -> None:
    path = tmp_path / "part.json"
    with ProgressFile(path) as progress:
        progress.at(1)
        assert path.exists()
    assert not path.exists()


def partition(tmp_path: Path, count: int) -> Partition:
    (file,) = find_files([str(json_lines(tmp_path / "news.jsonl", many(count)))])
    return Partition(0, 0, (Stretch(file, count),))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "out")
    with store.kept():
        store.begin({}, restart=False)
    return store


def test_a_deadly_document_is_set_aside_and_the_others_are_read(tmp_path: Path, store: Store) -> None:
    for _ in range(3):
        die_at(store.reading(0), 1)
    receipt = do_partition(Job(str(store.folder), versions_now()), partition(tmp_path, 3))
    assert receipt.rejected == (
        Rejected(
            "news.jsonl#2",
            "news.jsonl",
            2,
            "the process that read it died each time, perhaps for lack of memory",
            "1",
        ),
    )
    assert receipt.parts["documents"].rows == 2
    assert store.receipts([0]) == {0: receipt}


def test_a_receipt_without_its_parts_does_not_count(tmp_path: Path, store: Store) -> None:
    receipt = do_partition(Job(str(store.folder), versions_now()), partition(tmp_path, 2))
    assert store.receipts([0, 1]) == {0: receipt}
    part = store.part("claims", 0)
    part.write_bytes(part.read_bytes()[:-1])
    assert store.receipts([0]) == {}


def test_a_worker_of_other_versions_refuses(tmp_path: Path, store: Store) -> None:
    other = replace(versions_now(), gazetteer="another")
    with pytest.raises(CorpusError, match=r"A worker has other versions than the run: gazetteer \w+"):
        do_partition(Job(str(store.folder), other), partition(tmp_path, 1))


def test_a_file_that_was_cut_short_since_is_told(tmp_path: Path) -> None:
    whole = partition(tmp_path, 3)
    json_lines(tmp_path / "news.jsonl", many(2))
    with pytest.raises(CorpusError, match=r"news\.jsonl has changed since the run began"):
        list(read_partition(whole, Columns()))


def test_no_text_however_odd_ends_the_run(tmp_path: Path) -> None:
    texts = ["\0" * 300, "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 \u202e in Oslo", "{" * 5_000, "Oslo " * 2_000, "a" * 20_000, "\ud800 Oslo"]
    source = json_lines(tmp_path / "news.jsonl", [{"text": text} for text in texts])
    outcome = made(source, tmp_path / "out")
    assert outcome.documents + outcome.rejected == len(texts)
    reasons = [
        json.loads(line)["reason"] for line in (tmp_path / "out" / "rejected.jsonl").read_text().splitlines()
    ]
    assert not any("geobrief failed" in reason for reason in reasons)
