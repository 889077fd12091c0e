"""Asking the additions alone: files that are mapped into memory and not read."""

from __future__ import annotations

import json
import mmap
import struct
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias, cast

import marisa_trie

from geobrief.errors import GazetteerError
from geobrief.gazetteer.dumps.layout import (
    CURRENT,
    FORMAT,
    INDEX,
    PLACE,
    POSTING,
    SLOTS,
    START,
    additions_folder,
    slot,
    trie_name,
)
from geobrief.gazetteer.gazetteer import LOOKED_AT
from geobrief.model import KINDS, Kind

__all__ = ["Added", "Additions", "current_index"]

_Trie: TypeAlias = tuple[Any, int]
_MEND = "Run: geobrief gazetteer build"
_WEIGHT = struct.Struct("<d")
"""With which a `POSTING` begins."""


@dataclass(frozen=True, slots=True)
class Added:
    """A place of the dumps. Coordinates are WGS 84 degrees."""

    number: int
    """Its GeoNames id."""
    name: str
    kind: Kind
    lon: float
    lat: float
    country_code: str
    region_code: str
    population: int
    level: int
    feature_code: str


class Additions:
    """What was added to a cache folder's gazetteer. Its files are mapped: processes share their memory."""

    def __init__(self, index: Path) -> None:
        """Opens an index. Only sizes are looked at, since there may be gigabytes.

        Raises:
            GazetteerError: A file is missing or cut short.
        """
        try:
            facts: dict[str, Any] = json.loads((index / INDEX).read_bytes())
            if facts["format"] != FORMAT:
                raise GazetteerError(f"The additions in {index} are of another version of geobrief. {_MEND}")
            sizes: dict[str, int] = facts["sizes"]
            changed = [name for name, size in sizes.items() if (index / name).stat().st_size != size]
            if changed:
                raise GazetteerError(
                    f"The additions in {index} are broken: {', '.join(changed)} changed. {_MEND}"
                )
            self._ids = _mapped(index / "ids.bin").cast("I")
            self._places = _mapped(index / "places.bin")
            self._place_names = _mapped(index / "place_names.bin")
            self._starts = _mapped(index / "starts.bin")
            self._postings = _mapped(index / "postings.bin")
            self._spellings = _mapped(index / "spellings.bin")
            self._areas: list[tuple[str, str]] = facts["areas"]
            self._codes: list[str] = facts["codes"]
            self.regions: dict[str, int] = facts["regions"]
            """Ids of first-level divisions by their code."""
            self._tries = _tries(index, facts["names"], facts["shares"])
        except (OSError, RuntimeError, ValueError, KeyError, TypeError) as error:
            raise GazetteerError(f"The additions in {index} cannot be read: {error}. {_MEND}") from error

    @property
    def ids(self) -> memoryview:
        """The GeoNames ids of all places, ascending."""
        return self._ids

    def place(self, number: int) -> Added | None:
        """The place of a GeoNames id."""
        row = self._row(number)
        if row is None:
            return None
        lon, lat, population, offset, length, area, code, kind, level = PLACE.unpack_from(
            self._places, row * PLACE.size
        )
        country_code, region_code = self._areas[area]
        name = str(self._place_names[offset : offset + length], "utf-8")
        return Added(
            number,
            name,
            KINDS[kind],
            lon,
            lat,
            country_code,
            region_code,
            population,
            level,
            self._codes[code],
        )

    def feature_code(self, number: int) -> str:
        """The feature code of a GeoNames id, as `P.PPL`; empty where the dumps do not have it."""
        row = self._row(number)
        return "" if row is None else self._codes[PLACE.unpack_from(self._places, row * PLACE.size)[6]]

    def known(self, comparable_prefix: str) -> list[str]:
        """All names, in comparable form, with which the string begins, the shortest first."""
        found = self._tries[slot(comparable_prefix[:2])]
        names = cast("list[str]", found[0].prefixes(comparable_prefix)) if found else []
        # The slot also holds names that only share it; those of one character have a slot of their own.
        if len(comparable_prefix) > 1:
            alone = self._tries[slot(comparable_prefix[0])]
            if alone and comparable_prefix[0] not in names and comparable_prefix[0] in alone[0]:
                names.insert(0, comparable_prefix[0])
        return names

    def beginning(self, comparable_prefix: str, most: int) -> list[str]:
        """At most so many names, in comparable form, that begin with the string: the best known first.

        Of a string with which very many begin only some are looked at.
        """
        slots = [slot(comparable_prefix[:2])] if len(comparable_prefix) > 1 else range(SLOTS)
        tries = {found[1]: found[0] for at in slots if (found := self._tries[at])}
        share = LOOKED_AT // max(len(tries), 1)
        weighed = (
            (self._best_weight(first + number), name)
            for first, trie in tries.items()
            for name, number in islice(trie.iteritems(comparable_prefix), share)
        )
        return [name for _, name in nlargest(most, weighed)]

    def _best_weight(self, name: int) -> float:
        """How well known the best known place of a name is, by the name's number among those of all tries."""
        (first,) = START.unpack_from(self._starts, name * START.size)
        (weight,) = _WEIGHT.unpack_from(self._postings, first * POSTING.size)
        return float(weight)

    def postings(self, name: str) -> Iterator[tuple[float, int, int, int, int, int]]:
        """Of each place of a name in comparable form, the best known first.

        Weight, id, offset and length of the spelling, rank and level.
        """
        found = self._tries[slot(name[:2])]
        number = found[0].get(name) if found else None
        if found is None or number is None:
            return iter(())
        at = (found[1] + number) * START.size
        (first,), (last,) = (
            START.unpack_from(self._starts, at),
            START.unpack_from(self._starts, at + START.size),
        )
        size = POSTING.size
        return cast(
            "Iterator[tuple[float, int, int, int, int, int]]",
            POSTING.iter_unpack(self._postings[first * size : last * size]),
        )

    def spelling(self, offset: int, length: int) -> str:
        """A spelling that a posting tells of."""
        return str(self._spellings[offset : offset + length], "utf-8")

    def _row(self, number: int) -> int | None:
        row = bisect_left(cast("Sequence[int]", self._ids), number)
        return row if row < len(self._ids) and self._ids[row] == number else None


def _tries(index: Path, names: Sequence[int], shares: Sequence[tuple[int, int]]) -> list[_Trie | None]:
    """The trie of each slot, with the number of the first of its names."""
    found: list[_Trie | None] = [None] * SLOTS
    first = 0
    for number, ((start, stop), count) in enumerate(zip(shares, names, strict=True)):
        trie = marisa_trie.Trie().mmap(str(index / trie_name(number)))
        found[start:stop] = [(trie, first)] * (stop - start)
        first += count
    return found


def current_index(root: Path) -> Path | None:
    """The index that a cache folder uses, if dumps were added to it.

    Raises:
        GazetteerError: The file that tells it is broken.
    """
    folder = additions_folder(root)
    try:
        current = json.loads((folder / CURRENT).read_bytes())
        return folder / str(current["index"])
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GazetteerError(
            f"{folder / CURRENT} cannot be read: {error}. "
            "Run: geobrief gazetteer remove --all, then add the dumps again."
        ) from error


def _mapped(path: Path) -> memoryview:
    if path.stat().st_size == 0:
        return memoryview(b"")
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
