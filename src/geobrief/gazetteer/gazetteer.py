"""Asking the gazetteer: what is where, from files that are mapped into memory and not read."""

from __future__ import annotations

import json
import mmap
import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache
from heapq import nlargest
from itertools import islice
from pathlib import Path
from typing import Any, cast

import marisa_trie

from geobrief.errors import GazetteerError
from geobrief.gazetteer.build import (
    Progress,
    cache_folder,
    console_progress,
    mark_used,
    store_folder,
)
from geobrief.gazetteer.build import (
    build as build_files,
)
from geobrief.gazetteer.dumps.layout import additions_folder
from geobrief.gazetteer.entries import NameRank
from geobrief.gazetteer.found import Found
from geobrief.gazetteer.layout import PLACE, POSTING, START, fault
from geobrief.model import KINDS, BBox, Candidate, Kind
from geobrief.text.names import comparable, comparable_whole

__all__ = ["LOOKED_AT", "Gazetteer", "open_base", "open_gazetteer"]

_MEND = "Run: geobrief gazetteer build"
LOOKED_AT = 4_000
"""Names of those that begin as typed from which the best known are taken: some ten milliseconds' worth."""
_REMEMBERED = 1024
"""Names whose places are kept, since a text names the same ones again and again."""


class Gazetteer:
    """The offline gazetteer, a `Geocoder`. Its files are mapped: processes share their memory."""

    def __init__(self, store: Path) -> None:
        """Opens a folder that `build` has made.

        Raises:
            GazetteerError: A file is missing, cut short or changed.
        """
        wrong = fault(store)
        if wrong:
            raise GazetteerError(f"The gazetteer in {store} is broken: {wrong}. {_MEND}")
        try:
            self._names = marisa_trie.Trie().mmap(str(store / "names.marisa"))
            self._ids = marisa_trie.Trie().mmap(str(store / "ids.marisa"))
            self._starts = _mapped(store / "starts.bin")
            self._postings = _mapped(store / "postings.bin")
            self._places = _mapped(store / "places.bin")
            self._text = _mapped(store / "text.bin")
            areas: dict[str, Any] = json.loads((store / "areas.json").read_bytes())
        except (OSError, RuntimeError, ValueError) as error:
            raise GazetteerError(f"The gazetteer in {store} cannot be read: {error}. {_MEND}") from error
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._candidates)
        self._areas: list[tuple[str, str, str]] = areas["areas"]
        self._boxes = [cast("BBox | None", box and tuple(box)) for box in areas["boxes"]]
        self._countries: dict[str, str] = areas["countries"]
        self._regions: dict[str, str] = areas["regions"]
        self._feature_codes = {
            row: code
            for id_, code in areas["feature_codes"].items()
            if (row := self._ids.get(id_)) is not None
        }

    def __len__(self) -> int:
        """How many places it knows."""
        return len(self._places) // PLACE.size

    def __bool__(self) -> bool:
        """Whether it is one; it need not be counted for that."""
        return True

    def candidates(self, name: str) -> Sequence[Candidate]:
        """The places of that name, the best known first: countries and continents, then by population.

        A division counts as a tenth of its population, one of the second level as a hundredth, so that Kursk
        is the city and then the region. An unknown name gives an empty sequence. Each place is read from the
        files when it is first asked for.
        """
        return self._remembered(name)

    def get(self, id: str) -> Candidate | None:  # noqa: A002 - the field's own name
        """The place of that id, as `geonames:468082`; its main name counts as the one that matched."""
        row = self._ids.get(id)
        return None if row is None else self._place(row, None, exact=True)

    def known(self, comparable_prefix: str) -> Sequence[str]:
        """All names, in comparable form, with which the string begins, the shortest first."""
        return cast("Sequence[str]", self._names.prefixes(comparable_prefix))

    def has(self, comparable_name: str) -> bool:
        """Whether it knows a name, given in comparable form."""
        return comparable_name in self._names

    def beginning(self, comparable_prefix: str, most: int) -> Sequence[str]:
        """At most so many names, in comparable form, that begin with the string: the best known first.

        Of a string with which very many begin only some are looked at.
        """
        begun = islice(self._names.iteritems(comparable_prefix), LOOKED_AT)
        return [name for _, name in nlargest(most, ((self._weight(at), name) for name, at in begun))]

    def _weight(self, name: int) -> float:
        """How well known the best known place of a name is, by the name's number."""
        (first,) = START.unpack_from(self._starts, name * START.size)
        row = POSTING.unpack_from(self._postings, first * POSTING.size)[0]
        return float(PLACE.unpack_from(self._places, row * PLACE.size)[10])

    def foremost(self, population: int) -> Iterator[Candidate]:
        """The places of its own that have so many inhabitants, and all countries, continents and waters."""
        for row, fields in enumerate(PLACE.iter_unpack(self._places)):
            if fields[3] >= population or fields[9] == 0:
                yield self._place(row, None, exact=True)

    def country(self, code: str) -> Candidate | None:
        """The country of an ISO 3166-1 alpha-2 code."""
        return self.get(self._countries.get(code, ""))

    def region(self, region_code: str) -> Candidate | None:
        """The first-level division of a GeoNames code, as `RU.73`."""
        return self.get(self._regions.get(region_code, ""))

    def geonames_ids(self, kind: Kind | None = None) -> Iterator[int]:
        """The GeoNames ids of its own places of a kind, or of all, without those of additions."""
        number = None if kind is None else KINDS.index(kind)
        for fields in PLACE.iter_unpack(self._places):
            if fields[2] and (number is None or fields[8] == number):
                yield fields[2]

    def _candidates(self, name: str) -> Sequence[Candidate]:
        # As it stands ("St. John's"), else without "the" and possessive.
        number = self._names.get(comparable_whole(name))
        if number is None:
            number = self._names.get(comparable(name))
        if number is None:
            return ()
        (first,) = START.unpack_from(self._starts, number * START.size)
        (last,) = START.unpack_from(self._starts, (number + 1) * START.size)
        return Found(last - first, lambda at: self._posted(first + at))

    def _range(self, key: str) -> range:
        """Which postings a name in comparable form has."""
        number = self._names.get(key)
        if number is None:
            return range(0)
        (first,) = START.unpack_from(self._starts, number * START.size)
        (last,) = START.unpack_from(self._starts, (number + 1) * START.size)
        return range(first, last)

    def _posted(self, posting: int) -> Candidate:
        row, offset, length, rank = POSTING.unpack_from(self._postings, posting * POSTING.size)
        return self._place(row, (offset, length), exact=rank == NameRank.MAIN)

    def _place(self, row: int, matched: tuple[int, int] | None, *, exact: bool) -> Candidate:
        lon, lat, number, population, offset, length, area, box, kind, level, _ = PLACE.unpack_from(
            self._places, row * PLACE.size
        )
        name = self._spelling(offset, length)
        country_code, region_code, within = self._areas[area]
        # By position, since by name takes half as long again and some names have a hundred places.
        return Candidate(
            f"geonames:{number}" if number else self._ids.restore_key(row),
            name,
            KINDS[kind],
            lon,
            lat,
            country_code,
            region_code,
            within,
            population,
            name if matched is None or matched[0] == offset else self._spelling(*matched),
            exact,
            level,
            self._boxes[box],
            self._feature_codes.get(row, ""),
        )

    def _spelling(self, offset: int, length: int) -> str:
        return str(self._text[offset : offset + length], "utf-8")


def open_gazetteer(
    folder: Path | None = None, *, build: bool = True, progress: Progress | None = None
) -> Gazetteer:
    """Opens the gazetteer, and builds it first where there is none for the sources as they are now.

    What `geobrief gazetteer add` has added in the folder is asked together with it.

    Args:
        folder: The cache folder in which it lies; by default `cache_folder()`.
        build: Whether a missing one is built; otherwise it is an error.
        progress: Told how far the building is; by default it is shown on standard error.

    Raises:
        GazetteerError: It is missing, broken or cannot be built. The message names the command that mends it.
    """
    root = folder or cache_folder()
    store = _built(root, progress, build=build)
    if not additions_folder(root).is_dir():
        return Gazetteer(store)
    # Only where there are additions, since they take more imports.
    from geobrief.gazetteer.dumps.extended import open_extended

    return open_extended(root, store)


def open_base(folder: Path) -> Gazetteer:
    """The same without what was added to it.

    Raises:
        GazetteerError: It is broken or cannot be built.
    """
    return Gazetteer(_built(folder, None, build=True))


def _built(root: Path, progress: Progress | None, *, build: bool) -> Path:
    """The folder of the gazetteer of the sources as they are now, built where it is missing."""
    store = store_folder(root)
    if not store.is_dir():
        if not build:
            raise GazetteerError(f"There is no gazetteer in {root}. {_MEND}")
        if progress is not None:
            build_files(root, progress)
        else:
            with console_progress(sys.stderr) as shown:
                build_files(root, shown)
    mark_used(store)
    return store


def _mapped(path: Path) -> memoryview:
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
