"""One file of several named sections of bytes, written whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Set
from pathlib import Path
from typing import Any

__all__ = ["Sections", "is_whole", "write_sections", "write_whole"]


def write_whole(path: Path, *pieces: bytes | bytearray | memoryview) -> None:
    """Writes a file aside in its folder, then moves it; two processes that write the same do no harm.

    Raises:
        OSError: It cannot be written.
    """
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with aside.open("wb") as file:
            for piece in pieces:
                file.write(piece)
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def write_sections(path: Path, facts: Mapping[str, Any], sections: Mapping[str, bytes | bytearray]) -> None:
    """Writes facts (as JSON) and sections.

    Raises:
        OSError: It cannot be written.
    """
    lengths = {name: len(content) for name, content in sections.items()}
    head = json.dumps({"facts": facts, "lengths": lengths}).encode()
    write_whole(path, len(head).to_bytes(8, "little"), head, *sections.values())


class Sections:
    """Such a file, opened to be read piece by piece."""

    def __init__(self, path: Path) -> None:
        """Opens it.

        Raises:
            OSError: It cannot be read.
            ValueError: It is none.
        """
        with path.open("rb") as file:
            head = json.loads(file.read(int.from_bytes(file.read(8), "little")))
            at = file.tell()
        self._path = path
        self.facts: dict[str, Any] = head["facts"]
        self._starts: dict[str, int] = {}
        self._lengths: dict[str, int] = head["lengths"]
        for name, length in self._lengths.items():
            self._starts[name] = at
            at += length
        self.size = at
        """Of the whole file, in bytes."""

    @property
    def names(self) -> Set[str]:
        """Of all its sections."""
        return self._lengths.keys()

    def read(self, name: str) -> bytes:
        """The bytes of a section.

        Raises:
            OSError: They cannot be read.
        """
        return self.pieces([(name, 0, self._lengths[name])])[0]

    def pieces(self, pieces: Iterable[tuple[str, int, int]]) -> list[bytes]:
        """Bytes of sections: of each the name, the first byte and the one behind the last.

        Raises:
            OSError: They cannot be read.
        """
        found = []
        with self._path.open("rb") as file:
            for name, start, end in pieces:
                file.seek(self._starts[name] + start)
                found.append(file.read(end - start))
        return found


def is_whole(path: Path) -> bool:
    """Whether such a file is there with all its sections: a power cut may leave an empty one."""
    try:
        opened = Sections(path)
        return path.stat().st_size == opened.size
    except (OSError, ValueError, KeyError, TypeError):
        return False
