import zipfile
from pathlib import Path

import fsspec
import pytest

from corpora.collection import ARTICLES, json_lines
from geobrief.corpora.formats import read
from geobrief.corpora.sources import find_files
from geobrief.corpora.values import Article, Columns, Stretch
from geobrief.errors import CorpusError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b/two.txt", "b/.cache/three.txt", "a.md", "_temporary/four.txt", "notes.docx", "c.jsonl"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ARTICLES[0]["body"], encoding="utf-8")
    return tmp_path / "news"


def names(*sources: object) -> list[str]:
    return [file.name for file in find_files([str(source) for source in sources])]


def test_a_folder_gives_what_is_read_below_it_in_order(folder: Path) -> None:
    assert names(folder) == ["a.md", "b/two.txt", "c.jsonl"]


def test_names_begin_below_the_folder_that_all_files_share(folder: Path) -> None:
    assert names(folder / "b" / "two.txt", folder / "a.md") == ["a.md", "b/two.txt"]
    assert names(folder / "b" / "two.txt") == ["two.txt"]


def test_a_glob_gives_what_it_matches_and_a_file_comes_once(folder: Path) -> None:
    assert names(f"{folder}/*.md", f"{folder}/**/*.txt", folder / "a.md") == ["a.md", "b/two.txt"]


def test_an_archive_is_read_without_unpacking(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "news.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(folder / "a.md", "in/a.md")
        archive.writestr("in/deep/b.txt", ARTICLES[1]["body"])
    monkeypatch.chdir(tmp_path)
    files = find_files(["news.zip"])
    assert [file.name for file in files] == ["a.md", "deep/b.txt"]
    monkeypatch.chdir("/")  # as a worker elsewhere
    (item,) = read(Stretch(files[1]), Columns())
    assert isinstance(item, Article)
    assert item.document.text == ARTICLES[1]["body"]


def test_other_storage_is_read_by_its_url() -> None:
    storage = fsspec.filesystem("memory")
    storage.pipe_file("/press/2025/a.txt", ARTICLES[0]["body"].encode())
    storage.pipe_file("/press/b.txt", ARTICLES[1]["body"].encode())
    files = find_files(["memory://press"])
    assert [file.name for file in files] == ["2025/a.txt", "b.txt"]
    (item,) = read(Stretch(files[0]), Columns())
    assert isinstance(item, Article)
    assert item.document.text == ARTICLES[0]["body"]


def test_files_of_two_storages_are_called_by_their_urls(folder: Path) -> None:
    fsspec.filesystem("memory").pipe_file("/press/b.txt", b"Rain fell in Oslo.")
    assert names(folder / "a.md", "memory://press/b.txt") == [f"{folder}/a.md", "memory:///press/b.txt"]


def test_a_storage_whose_package_is_missing_names_it() -> None:
    from importlib.util import find_spec

    if find_spec("s3fs"):
        pytest.skip("s3fs is installed here, so that nothing is missing")
    with pytest.raises(CorpusError, match=r"^s3://press/2025 needs .* Run: pip install s3fs$"):
        find_files(["s3://press/2025"])


@pytest.mark.parametrize("source", ["nowhere", "*.nothing", "gopher://example.org"])
def test_a_source_that_is_not_there_says_so(source: str, folder: Path) -> None:
    with pytest.raises(CorpusError, match=r"nothing at|cannot be read"):
        find_files([source if ":" in source else str(folder / source)])


def test_a_folder_of_other_things_says_what_is_read(tmp_path: Path) -> None:
    (tmp_path / "table.ods").write_bytes(b"")
    with pytest.raises(CorpusError, match=r"holds no file that is read.*\.jsonl"):
        find_files([str(tmp_path)])


def test_a_change_of_a_file_is_seen(tmp_path: Path) -> None:
    path = json_lines(tmp_path / "news.jsonl")
    (before,) = find_files([str(path)])
    path.write_bytes(path.read_bytes() + b"\n")
    (after,) = find_files([str(path)])
    assert before != after
