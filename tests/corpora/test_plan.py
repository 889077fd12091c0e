from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.collection import json_lines
from geobrief.corpora.formats import cut
from geobrief.corpora.plan import cut_file, needs_cutting, partitions
from geobrief.corpora.sources import find_files
from geobrief.corpora.values import Article, Columns, Partition
from geobrief.corpora.work import read_partition

Files = dict[str, int]
"""How many documents each file has; a text has one."""


def plan(folder: Path, size: int) -> list[Partition]:
    files = find_files([str(folder)])
    cuttings = {file.name: cut_file(file, size, Columns()) for file in files if needs_cutting(file)}
    return list(partitions(files, cuttings, size))


@given(
    files=st.lists(
        st.tuples(st.sampled_from(("jsonl", "jsonl.gz", "txt")), st.integers(1, 9)), min_size=1, max_size=6
    ),
    size=st.integers(1, 7),
)
def test_the_partitions_together_are_the_input(
    files: list[tuple[str, int]], size: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("plan")
    expected = []
    for number, (ending, count) in enumerate(files):
        path = folder / f"{number}.{ending}"
        if ending == "txt":
            path.write_text(f"article {number}")
            expected.append(path.name)
        else:
            json_lines(path, [{"text": f"line {line}"} for line in range(count)])
            expected += [f"{path.name}#{line}" for line in range(1, count + 1)]
    found = plan(folder, size)
    articles = [
        item for part in found for item in read_partition(part, Columns()) if isinstance(item, Article)
    ]
    assert [article.document.id for article in articles] == expected
    assert [part.number for part in found] == list(range(len(found)))
    assert [part.first for part in found] == [
        sum(part.count for part in found[:at]) for at in range(len(found))
    ]
    assert all(part.count <= size for part in found)
    # No two partitions that follow one another would go into one and belong to one run of whole stretches.
    assert all(part.count + after.stretches[0].count > size for part, after in pairwise(found))


def test_small_files_share_a_partition(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text("Rain fell in Oslo.")
    assert [part.count for part in plan(tmp_path, 2)] == [2, 2, 1]


def test_a_file_that_breaks_off_keeps_what_stands_before(tmp_path: Path) -> None:
    path = json_lines(tmp_path / "news.jsonl.gz", [{"text": f"{number}" * 3000} for number in range(3000)])
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    (file,) = find_files([str(path)])
    found = cut_file(file, 10, Columns())
    assert found.fault
    assert found.fault.reason.startswith("news.jsonl.gz cannot be read")
    assert all(stretch.count == 10 for stretch in found.stretches)


def test_a_text_is_not_opened_to_be_cut(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Rain fell in Oslo.")
    (file,) = find_files([str(path)])
    path.unlink()
    assert [stretch.count for stretch in cut(file, 10, Columns())] == [1]
