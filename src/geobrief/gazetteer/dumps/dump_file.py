"""A dump as it was downloaded, zipped or plain text: which member is read, what it holds, block by block."""

from __future__ import annotations

import contextlib
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal, TypeAlias

from geobrief.errors import GazetteerError

__all__ = ["BLOCK", "COLUMNS", "Block", "DumpFile", "DumpKind"]

DumpKind: TypeAlias = Literal["places", "names", "codes"]
"""Rows of places; alternate names; names of divisions by code."""

COLUMNS: dict[DumpKind, tuple[int, ...]] = {"places": (19,), "names": (10, 8, 9), "codes": (4,)}
"""How many columns a row may have: GeoNames' readme, and its older `alternateNames` without two of them."""
_NAMES = "19 (places), 10 (alternate names) or 4 (admin1CodesASCII, admin2Codes)"

BLOCK = 16 << 20
"""Bytes that are read at once; rows are not parted."""
_LONGEST_ROW = 4 << 20
"""Bytes of a row at most. GeoNames' longest, with all its alternate names, have some ten thousand."""
_LOOKED_AT = 100
"""Rows that tell what a dump holds."""
_SUFFIXES = frozenset({".txt", ".tsv", ""})
_ASIDE = frozenset({"readme.txt", "iso-languagecodes.txt"})
"""Members of GeoNames' zip files that are no dumps."""


@dataclass(frozen=True, slots=True)
class Block:
    """Some whole rows of a dump."""

    number: int
    first_line: int
    """The line of the file, from 1, that its first row is."""
    content: bytes


@dataclass(frozen=True, slots=True)
class DumpFile:
    """A dump that can be read: found, of a known kind, its content told by a sum."""

    path: Path
    member: str
    """Of the zip file; empty for plain text."""
    kind: DumpKind
    size: int
    """Bytes of its rows, unpacked."""
    checksum: int
    """CRC-32 of its rows, unpacked."""

    @classmethod
    def open(cls, path: Path) -> DumpFile:
        """Looks at a file.

        Raises:
            GazetteerError: It is missing, no dump of GeoNames, or broken.
        """
        with _explained(path):
            path.stat()  # `is_zipfile` says of a missing file that it is none
            if zipfile.is_zipfile(path):
                info = _member(path)
                member, size, checksum = info.filename, info.file_size, info.CRC
            elif path.suffix.lower() == ".zip":
                raise GazetteerError(f"{path} is no zip file, or only a part of one. Download it again.")
            else:
                member, (size, checksum) = "", _checksum(path)
            found = cls(path, member, "places", size, checksum)
            first = next(found.blocks(size=1 << 16), None)
        if first is None:
            raise GazetteerError(f"{path} is empty. Download it again.")
        return cls(path, member, _kind(path, first), size, checksum)

    def blocks(self, size: int = BLOCK) -> Iterator[Block]:
        """Its rows, some megabytes at a time, parted the same way each time.

        Raises:
            GazetteerError: It cannot be read or is broken.
        """
        with _explained(self.path), contextlib.ExitStack() as files:
            if self.member:
                archive = files.enter_context(zipfile.ZipFile(self.path))
                stream: IO[bytes] = files.enter_context(archive.open(self.member))
            else:
                stream = files.enter_context(self.path.open("rb"))
            number, line = 0, 1
            while content := stream.read(size):
                if not content.endswith(b"\n"):
                    rest = stream.readline(_LONGEST_ROW)
                    if len(rest) == _LONGEST_ROW and not rest.endswith(b"\n"):
                        raise GazetteerError(_endless(self.path, line + content.count(b"\n")))
                    content += rest
                yield Block(number, line, content)
                number, line = number + 1, line + content.count(b"\n")


def _endless(path: Path, line: int) -> str:
    return (
        f"{path} is no dump of GeoNames, or a broken one: line {line:,} is longer than "
        f"{_LONGEST_ROW >> 20} MB. Download it again."
    )


def _member(path: Path) -> zipfile.ZipInfo:
    """The dump in a zip file: the text of the file's own name, else the only one."""
    with zipfile.ZipFile(path) as archive:
        texts = [
            info
            for info in archive.infolist()
            if not info.is_dir()
            and Path(info.filename).suffix.lower() in _SUFFIXES
            and Path(info.filename).name.lower() not in _ASIDE
        ]
    named = [info for info in texts if Path(info.filename).stem.lower() == path.stem.lower()]
    chosen = named or texts
    if len(chosen) == 1:
        return chosen[0]
    held = ", ".join(info.filename for info in texts[:5]) or "none"
    raise GazetteerError(
        f"{path} holds no dump of GeoNames: it should have one text called {path.stem}.txt, and has {held}. "
        "Unpack it and give the text itself."
    )


def _checksum(path: Path) -> tuple[int, int]:
    size = sums = 0
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            size += len(piece)
            sums = zlib.crc32(piece, sums)
    return size, sums


def _kind(path: Path, block: Block) -> DumpKind:
    """What most of the first rows have the columns of."""
    rows = [row.count(b"\t") + 1 for row in block.content.split(b"\n")[:_LOOKED_AT] if row.strip()]
    if not rows:
        raise GazetteerError(f"{path} is no dump of GeoNames: it begins with empty lines. Download it again.")
    counts = {kind: sum(row in columns for row in rows) for kind, columns in COLUMNS.items()}
    kind = max(counts, key=lambda kind: counts[kind])
    if counts[kind] * 2 <= len(rows):
        wrong = next(number for number, row in enumerate(rows, start=1) if row not in COLUMNS[kind])
        raise GazetteerError(
            f"{path} is no dump of GeoNames: line {wrong} has {rows[wrong - 1]} columns parted by tabs, "
            f"and should have {_NAMES}. Give a file of https://download.geonames.org/export/dump/ as it is."
        )
    return kind


@contextlib.contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise GazetteerError(
            f"There is no file {path}. Give the path of a dump as it was downloaded."
        ) from error
    except OSError as error:
        raise GazetteerError(f"{path} cannot be read: {error.strerror or error}.") from error
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise GazetteerError(f"{path} is broken: {error}. Download it again.") from error
    except (RuntimeError, NotImplementedError) as error:
        raise GazetteerError(
            f"{path} cannot be unpacked: {error}. Unpack it and give the text itself."
        ) from error
