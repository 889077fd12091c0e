"""Files are opened at an offset; what is packed as a whole is not unpacked anew for each stretch of it."""

import gzip
from pathlib import Path

import pytest

from geobrief.corpora.opening import opened_at
from geobrief.corpora.sources import find_files
from geobrief.corpora.values import SourceFile
from geobrief.errors import ArticleError

DATA = bytes(range(256)) * 1_000


def file_with(path: Path, data: bytes) -> SourceFile:
    path.write_bytes(data)
    (file,) = find_files([str(path)])
    return file


@pytest.mark.parametrize("name", ["news.jsonl", "news.jsonl.gz"])
@pytest.mark.parametrize("offsets", [(0, 5, 100_000), (100_000, 5, 0), (7, 7)], ids=str)
def test_a_file_is_read_from_the_offset(name: str, offsets: tuple[int, ...], tmp_path: Path) -> None:
    file = file_with(tmp_path / name, gzip.compress(DATA) if name.endswith("gz") else DATA)
    for offset in offsets:
        with opened_at(file, offset) as stream:
            assert stream.read(3) == DATA[offset : offset + 3]


def test_a_packed_file_is_gone_on_with_where_it_was_left(tmp_path: Path) -> None:
    file = file_with(tmp_path / "news.jsonl.gz", gzip.compress(DATA))
    with opened_at(file, 0) as first:
        first.read(1_000)
    with opened_at(file, 1_000) as second:
        assert second is first


def test_only_the_last_packed_file_stays_open(tmp_path: Path) -> None:
    one = file_with(tmp_path / "one.jsonl.gz", gzip.compress(DATA))
    other = file_with(tmp_path / "other.jsonl.gz", gzip.compress(DATA))
    with opened_at(one, 0) as first:
        pass
    with opened_at(other, 0) as second:
        pass
    assert (first.closed, second.closed) == (True, False)


def test_a_file_that_fails_is_opened_anew(tmp_path: Path) -> None:
    file = file_with(tmp_path / "news.jsonl.gz", gzip.compress(DATA)[:-20])
    with pytest.raises(ArticleError, match=r"news\.jsonl\.gz cannot be read"), opened_at(file, 0) as broken:
        broken.read()
    assert broken.closed
    with opened_at(file, 0) as stream:
        assert stream.read(3) == DATA[:3]
