"""A part of the additions: the merged places of one range of ids, and their names in the order of slots."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from geobrief.gazetteer.dumps.feature_codes import Rule
from geobrief.gazetteer.dumps.layout import PLACE, SLOTS, slot
from geobrief.gazetteer.dumps.sections import Sections, write_sections
from geobrief.gazetteer.entries import NameRank
from geobrief.model import KINDS

__all__ = ["COLUMNS", "Part", "read_names"]

COLUMNS = {"id": "<u4", "weight": "<f8", "rank": "u1", "level": "u1"}
"""What is kept of each name beside its key and its spelling, with the type of each number."""

_KINDS = {kind: number for number, kind in enumerate(KINDS)}
_slot = lru_cache(maxsize=1 << 16)(slot)


class Part:
    """Takes places by ascending id, then writes them into one file."""

    def __init__(self) -> None:
        self._ids = array("I")
        self._places = bytearray()
        self._place_names = bytearray()
        self._areas: dict[tuple[str, str], int] = {}
        self._codes: dict[str, int] = {}
        self._regions: dict[str, int] = {}
        # Of each name.
        self._keys: list[str] = []
        self._spellings: list[str] = []
        self._ranks = bytearray()
        self._slots = array("H")
        # Of each place that has names, and how many it has.
        self._named = array("I")
        self._levels = bytearray()
        self._weights = array("d")
        self._numbers = array("I")
        self._counts = {"names_without_place": 0, "places_in_base": 0, "places_added": 0}

    def count(self, what: str, number: int) -> None:
        """Adds to one of the counts."""
        self._counts[what] += number

    def add_place(
        self,
        number: int,
        name: str,
        place: tuple[float, float, int],
        area: tuple[str, str],
        code: str,
        rule: Rule,
    ) -> None:
        """Takes a place: its lon, lat and population, its country and region code."""
        assert rule.kind is not None, code
        encoded = name.encode()
        self._ids.append(number)
        self._places += PLACE.pack(
            *place,
            len(self._place_names),
            len(encoded),
            self._areas.setdefault(area, len(self._areas)),
            self._codes.setdefault(code, len(self._codes)),
            _KINDS[rule.kind],
            rule.level,
        )
        self._place_names += encoded
        if rule.level == 1 and area[1]:
            self._regions[area[1]] = number

    def add_names(
        self, number: int, filed: Mapping[str, tuple[str, NameRank]], level: int, weight: float
    ) -> None:
        """Takes the names of a place."""
        self._named.append(number)
        self._levels.append(level)
        self._weights.append(weight)
        self._numbers.append(len(filed))
        for key, (spelling, rank) in filed.items():
            self._keys.append(key)
            self._slots.append(_slot(key[:2]))
            self._spellings.append(spelling if rank else "")
            self._ranks.append(rank)

    def write(self, path: Path) -> dict[str, int]:
        """Writes the file; gives the counts.

        Raises:
            OSError: It cannot be written.
        """
        slots = np.frombuffer(self._slots, np.uint16) if self._slots else np.empty(0, np.uint16)
        order = np.argsort(slots, kind="stable")
        numbers = np.array(self._numbers, np.int64)
        columns: dict[str, npt.NDArray[Any]] = {
            "id": np.repeat(np.array(self._named, "<u4"), numbers)[order],
            "weight": np.repeat(np.array(self._weights, "<f8"), numbers)[order],
            "rank": np.frombuffer(bytes(self._ranks), np.uint8)[order],
            "level": np.repeat(np.frombuffer(bytes(self._levels), np.uint8), numbers)[order],
        }
        ends = np.searchsorted(slots[order], np.arange(SLOTS + 1)).tolist()
        keys, key_ends = _joined(self._keys, order.tolist(), ends)
        spellings, spelling_ends = _joined(self._spellings, order.tolist(), ends)
        facts: dict[str, Any] = {
            "areas": list(self._areas),
            "codes": list(self._codes),
            "regions": self._regions,
            "counts": {**self._counts, "names": len(slots)},
            "ends": {"columns": ends, "keys": key_ends, "spellings": spelling_ends},
        }
        sections: dict[str, bytes | bytearray] = {
            "ids": self._ids.tobytes(),
            "places": self._places,
            "place_names": self._place_names,
            "keys": keys,
            "spellings": spellings,
            **{name: column.tobytes() for name, column in columns.items()},
        }
        write_sections(path, facts, sections)
        return self._counts


def read_names(part: Sections, slots: range) -> tuple[str, bytes, dict[str, npt.NDArray[Any]]]:
    """The names of some slots of a part: keys and spellings, each closed by a line feed, and the columns.

    Raises:
        OSError: The part cannot be read.
    """
    ends = part.facts["ends"]
    first, last = ends["columns"][slots.start], ends["columns"][slots.stop]
    pieces = [(name, ends[name][slots.start], ends[name][slots.stop]) for name in ("keys", "spellings")]
    types = {name: np.dtype(kind) for name, kind in COLUMNS.items()}
    pieces += [(name, first * kind.itemsize, last * kind.itemsize) for name, kind in types.items()]
    keys, spellings, *columns = part.pieces(pieces)
    numbers = {
        name: np.frombuffer(content, types[name]) for name, content in zip(types, columns, strict=True)
    }
    return keys.decode(), spellings, numbers


def _joined(texts: list[str], order: list[int], ends: list[int]) -> tuple[bytes, list[int]]:
    """Texts in an order, each closed by a line feed, and where those of each slot end."""
    pieces = []
    lengths = [0]
    for first, last in pairwise(ends):
        piece = "".join(f"{texts[at]}\n" for at in order[first:last]).encode()
        pieces.append(piece)
        lengths.append(lengths[-1] + len(piece))
    return b"".join(pieces), lengths
