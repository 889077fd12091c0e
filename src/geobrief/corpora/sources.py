"""Which files a corpus is made of: folders, globs, single files and archives, wherever fsspec reaches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from posixpath import commonpath, dirname
from typing import Any, Final, NamedTuple

import fsspec
from fsspec.core import split_protocol, url_to_fs

from geobrief.corpora.formats import kind_of
from geobrief.corpora.values import SourceFile
from geobrief.errors import CorpusError

__all__ = ["find_files"]

_STAMPS: Final = ("ETag", "etag", "mtime", "LastModified", "last_modified", "updated", "created", "CRC")
"""Where the file systems of fsspec tell that a file has changed, the surest first."""
_INSTALL: Final = {
    "s3": "s3fs",
    "gs": "gcsfs",
    "gcs": "gcsfs",
    "abfs": "adlfs",
    "az": "adlfs",
    "http": "aiohttp",
    "https": "aiohttp",
    "hdfs": "pyarrow",
    "sftp": "paramiko",
}
_WILD: Final = frozenset("*?[")


class _Found(NamedTuple):
    """A file before it has its name."""

    protocol: str
    path: str
    url: str
    kind: str
    info: dict[str, Any]


def find_files(sources: Iterable[str], *, apart_from: Path | None = None) -> tuple[SourceFile, ...]:
    """The files of all sources, each once, in the order of their names.

    Args:
        sources: Files, folders (all files below them with an ending that is read), globs, `.zip` archives,
            and URLs of these.
        apart_from: A folder whose files are none of them, though a source may hold it.

    Raises:
        CorpusError: A source does not exist, holds nothing that is read, or needs a package that is missing.
    """
    found: dict[str, _Found] = {}
    for source in sources:
        found |= {each.url: each for each in _files_of(source, apart_from)}
    return _named(list(found.values()))


def _files_of(source: str, apart_from: Path | None) -> list[_Found]:
    chained = _chained(source)
    try:
        fs, path = url_to_fs(chained)
        infos = _infos(fs, path)
        if not infos:
            raise CorpusError(f"There is nothing at {source}. Give a file, a folder or a glob that exists.")
        found = [
            _Found(_protocol(chained), each, _url(chained, fs, each), kind, info)
            for each, info in infos.items()
            if (kind := kind_of(each)) and not (apart_from and Path(each).is_relative_to(apart_from))
        ]
    except ImportError as error:
        raise CorpusError(_missing(source, error)) from error
    except (OSError, ValueError) as error:
        raise CorpusError(f"{source} cannot be read: {error}. Check the path and its rights.") from error
    if not found:
        raise CorpusError(
            f"{source} holds no file that is read. These are: .txt, .md, .html, .jsonl, .csv, .parquet, "
            ".warc, and .jsonl, .csv and .warc with .gz behind."
        )
    return found


def _chained(source: str) -> str:
    """A source as fsspec takes it, from any folder: an archive is a file system of its own."""
    if "::" in source or not source.lower().endswith(".zip"):
        return source
    return f"zip://::{source if '://' in source else Path(source).absolute()}"


def _infos(fs: Any, path: str) -> dict[str, dict[str, Any]]:
    """What the storage tells of each file, by path; all in one question, since each may take long."""
    wild = next((at for at, letter in enumerate(path) if letter in _WILD), None)
    if wild is not None:
        found, below = fs.glob(path, detail=True), path.rfind("/", 0, wild) + 1
    elif path and fs.isfile(path):
        return {path: fs.info(path)}
    else:
        found, below = fs.find(path, detail=True), len(path)
    files = {each: info for each, info in found.items() if info.get("type") != "directory"}
    return {each: files[each] for each in sorted(files) if not _is_hidden(each[below:])}


def _is_hidden(below: str) -> bool:
    """Whether a file, or a folder on the way to it, is one that other programs keep for themselves."""
    return any(part.startswith((".", "_")) for part in below.split("/"))


def _protocol(source: str) -> str:
    return split_protocol(source)[0] or "file"


def _url(source: str, fs: Any, path: str) -> str:
    """Where fsspec finds the file; of one in an archive with the archive behind it."""
    if "::" in source:
        return f"{_protocol(source)}://{path}::{source.partition('::')[2]}"
    return path if isinstance(fs, fsspec.get_filesystem_class("file")) else str(fs.unstrip_protocol(path))


def _missing(source: str, error: ImportError) -> str:
    protocol = _protocol(source)
    package = _INSTALL.get(protocol)
    return (
        f"{source} needs a package that is not installed. Run: pip install {package}"
        if package
        else f"{source} needs a package that is not installed: {error}."
    )


def _named(found: Sequence[_Found]) -> tuple[SourceFile, ...]:
    """The files under their paths below the folder that all share; under their URLs where they share none."""
    sharing = len({(each.protocol, each.url.partition("::")[2]) for each in found}) == 1
    paths = [each.path.lstrip("/") for each in found]
    shared = commonpath([dirname(path) for path in paths]) if sharing else ""
    names = [path[len(shared) :].lstrip("/") for path in paths] if sharing else [each.url for each in found]
    files = [
        SourceFile(name, each.url, each.kind, int(each.info.get("size") or 0), _stamp(each.info))
        for name, each in zip(names, found, strict=True)
    ]
    return tuple(sorted(files, key=lambda file: file.name))


def _stamp(info: dict[str, Any]) -> str:
    return next((f"{key} {info[key]}" for key in _STAMPS if info.get(key)), "")
