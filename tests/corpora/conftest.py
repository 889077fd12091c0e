from pathlib import Path

import pytest

from corpora.collection import json_lines, many
from corpora.running import made

PARTITION = 5
ARTICLES = 60


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection in which two lines are no articles."""
    path = json_lines(tmp_path_factory.mktemp("source") / "news.jsonl", many(ARTICLES))
    path.write_bytes(path.read_bytes() + b'{"id": "x"}\nnonsense\n')
    return path


@pytest.fixture(scope="session")
def dataset(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What one process makes of it, undisturbed."""
    out = tmp_path_factory.mktemp("dataset") / "news"
    made(source, out, partition_size=PARTITION)
    return out
