import sys
from pathlib import Path

import pytest

from corpora.running import read_with_a_deadly_document
from geobrief.corpora.crew import crew_of
from geobrief.errors import CorpusError


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_document_that_kills_each_process_does_not_end_the_run(tmp_path: Path) -> None:
    partitions = [tmp_path / name for name in ("first", "deadly", "third", "fourth", "fifth")]
    with crew_of(2) as crew:
        done = sorted(crew.run(read_with_a_deadly_document, partitions))
    assert done == ["deadly", "fifth", "first", "fourth", "third"]


def test_alone_nothing_is_asked_for_before_it_is_needed() -> None:
    asked = []

    def tasks() -> object:
        for number in range(5):
            asked.append(number)
            yield number

    with crew_of(1) as crew:
        results = crew.run(lambda number: number + 1, tasks())  # type: ignore[arg-type]
        assert next(results) == 1
    assert asked == [0]


def test_what_the_work_raises_comes_back() -> None:
    def work(_: int) -> int:
        raise CorpusError("The file has changed.")

    with crew_of(1) as crew, pytest.raises(CorpusError, match="has changed"):
        list(crew.run(work, [1]))
