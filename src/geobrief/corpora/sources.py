"""Which files a corpus is made of: folders, globs, single files and archives, wherever fsspec reaches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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


def find_files(sources: Iterable[str]) -> tuple[SourceFile, ...]:
    """The files of all sources, each once, in the order of their names.

    Args:
        sources: Files, folders (all files below them with an ending that is read), globs, `.zip` archives,
            and URLs of these.

    Raises:
        CorpusError: A source does not exist, holds nothing that is read, or needs a package that is missing.
    """
    found: dict[str, _Found] = {}
    for source in sources:
        found |= {each.url: each for each in _files_of(source)}
    return _named(list(found.values()))


def _files_of(source: str) -> list[_Found]:
    chained = f"zip://::{source}" if source.lower().endswith(".zip") and "::" not in source else source
    try:
        fs, path = url_to_fs(chained)
        paths = _paths(fs, path)
        if not paths:
            raise CorpusError(f"There is nothing at {source}. Give a file, a folder or a glob that exists.")
        found = [
            _Found(_protocol(chained), each, _url(chained, fs, each), kind, fs.info(each))
            for each in paths
            if (kind := kind_of(each))
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


def _paths(fs: Any, path: str) -> Sequence[str]:
    wild = next((at for at, letter in enumerate(path) if letter in _WILD), None)
    if wild is not None:
        found, below = [each for each in fs.glob(path) if not fs.isdir(each)], path.rfind("/", 0, wild) + 1
    elif path and fs.isfile(path):
        return [path]
    else:
        found, below = fs.find(path), len(path)
    return sorted(each for each in found if not _is_hidden(each[below:]))


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
