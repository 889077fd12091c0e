"""Writing the gazetteer's files from entries. `layout` tells what stands in them."""

from __future__ import annotations

import json
from array import array
from collections import Counter
from operator import itemgetter
from pathlib import Path
from typing import Any

import marisa_trie
import numpy as np
import numpy.typing as npt

from geobrief.errors import GazetteerError
from geobrief.gazetteer.entries import Entry, NameRank
from geobrief.gazetteer.layout import FILES, MANIFEST, PLACE, POSTING, checksum
from geobrief.model import KINDS, BBox
from geobrief.text.names import comparable, comparable_whole

__all__ = ["Writer", "keys"]


class Writer:
    """Takes entries one by one, then writes all files into a folder."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._places = bytearray()
        self._text = bytearray()
        self._order: list[tuple[bool, float, int]] = []
        self._names: dict[str, int] = {}
        self._postings = {column: array("I") for column in ("name", "row", "offset", "length", "rank")}
        self._areas: dict[tuple[str, str, str], int] = {}
        self._boxes: dict[BBox | None, int] = {None: 0}
        self._countries: dict[str, str] = {}
        self._regions: dict[str, str] = {}
        self._feature_codes: dict[str, str] = {}

    def add(self, entry: Entry) -> None:
        """Files one entry under all its names."""
        row = len(self._ids)
        self._ids.append(entry.id)
        area = (entry.country_code, entry.region_code, entry.within)
        offset, length = self._written(entry.name)
        self._places += PLACE.pack(
            entry.lon,
            entry.lat,
            _geonames_number(entry.id),
            entry.population,
            offset,
            length,
            self._areas.setdefault(area, len(self._areas)),
            self._boxes.setdefault(entry.bbox, len(self._boxes)),
            KINDS.index(entry.kind),
            entry.level,
            entry.weight,
        )
        self._order.append((entry.kind not in ("country", "continent"), -entry.weight, entry.level))
        if entry.kind == "country":
            self._countries[entry.country_code] = entry.id
        elif entry.level == 1:
            self._regions[entry.region_code] = entry.id
        if entry.feature_code:
            self._feature_codes[entry.id] = entry.feature_code
        self._post(row, entry, (offset, length))

    def write(self, folder: Path) -> None:
        """Writes all files into an existing folder.

        Raises:
            GazetteerError: Two places have one id, which would put places under others' names.
        """
        ids = marisa_trie.Trie(self._ids)
        if len(ids) < len(self._ids):
            twice = [one for one, count in Counter(self._ids).items() if count > 1]
            raise GazetteerError(
                f"Two of the gazetteer's places have the id {twice[0]}. Give each its own in tables/*.csv."
            )
        ids.save(str(folder / "ids.marisa"))
        new_rows = np.fromiter((ids[one] for one in self._ids), np.uint32, len(self._ids))
        places = np.frombuffer(bytes(self._places), np.dtype((np.void, PLACE.size)))
        (folder / "places.bin").write_bytes(places[np.argsort(new_rows)].tobytes())
        (folder / "text.bin").write_bytes(self._text)
        areas: dict[str, Any] = {
            "areas": list(self._areas),
            "boxes": list(self._boxes),
            "countries": self._countries,
            "regions": self._regions,
            "feature_codes": dict(sorted(self._feature_codes.items())),
        }
        (folder / "areas.json").write_text(json.dumps(areas, ensure_ascii=False), encoding="utf-8")
        self._write_names(folder, new_rows)
        manifest = {name: checksum(folder / name) for name in FILES}
        (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")

    def _written(self, spelling: str) -> tuple[int, int]:
        offset, encoded = len(self._text), spelling.encode()
        self._text += encoded
        return offset, len(encoded)

    def _post(self, row: int, entry: Entry, main: tuple[int, int]) -> None:
        filed = dict.fromkeys(keys(entry.name, main=True), (*main, NameRank.MAIN))
        for spelling, rank in sorted(entry.names.items(), key=itemgetter(1)):
            new = [key for key in keys(spelling) if key not in filed]
            if new:
                filed |= dict.fromkeys(new, (*self._written(spelling), rank))
        columns = self._postings
        for key, (offset, length, rank) in filed.items():
            columns["name"].append(self._names.setdefault(key, len(self._names)))
            columns["row"].append(row)
            columns["offset"].append(offset)
            columns["length"].append(length)
            columns["rank"].append(rank)

    def _write_names(self, folder: Path, new_rows: npt.NDArray[np.uint32]) -> None:
        """Writes the trie of names, and the postings of each name with the best known place first."""
        names = marisa_trie.Trie(self._names)
        names.save(str(folder / "names.marisa"))
        numbers = np.fromiter((names[name] for name in self._names), np.uint32, len(self._names))
        column = {name: np.frombuffer(values, np.uint32) for name, values in self._postings.items()}
        number, row, rank = numbers[column["name"]], column["row"], column["rank"]
        later, unknown, level = np.array(self._order).T
        order = np.lexsort(
            (new_rows[row], level[row], rank, unknown[row], rank == NameRank.ABBREVIATION, later[row], number)
        )
        postings = np.empty(len(order), np.dtype("<u4,<u4,<u2,<u2"))
        assert postings.itemsize == POSTING.size
        for field, values in zip(
            ("f0", "f1", "f2", "f3"), (new_rows[row], column["offset"], column["length"], rank), strict=True
        ):
            postings[field] = values[order]
        (folder / "postings.bin").write_bytes(postings.tobytes())
        starts = np.searchsorted(number[order], np.arange(len(self._names) + 1)).astype("<u4")
        (folder / "starts.bin").write_bytes(starts.tobytes())


def _geonames_number(id: str) -> int:  # noqa: A002 - the field's own name
    source, _, number = id.partition(":")
    return int(number) if source == "geonames" else 0


def keys(spelling: str, *, main: bool = False) -> tuple[str, ...]:
    """The comparable names under which a spelling is filed.

    A closing "'s" that is part of the name (St. John's) gives one with and one without it; a leading "the" is
    kept beside the form without it for a main name only (The Hague), since any name may be written with it.
    """
    full = comparable_whole(spelling)
    if not full.startswith("the ") and not full.endswith("s"):
        return (full,) if full else ()
    short = comparable(spelling)
    if full == short or (full.startswith("the ") and not main):
        return (short,) if short else ()
    return short, full
