"""Asking the gazetteer: what is where, from files that are mapped into memory and not read."""

from __future__ import annotations

import json
import mmap
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import marisa_trie

from geobrief.errors import GazetteerError
from geobrief.gazetteer.build import (
    Progress,
    cache_folder,
    console_progress,
    store_folder,
)
from geobrief.gazetteer.build import (
    build as build_files,
)
from geobrief.gazetteer.entries import NameRank
from geobrief.gazetteer.layout import FILES, MANIFEST, PLACE, POSTING, checksum
from geobrief.model import KINDS, BBox, Candidate
from geobrief.text.names import comparable, comparable_whole

__all__ = ["Gazetteer", "open_gazetteer"]

_MEND = "Run: geobrief gazetteer build"


class Gazetteer:
    """The offline gazetteer, a `Geocoder`. Its files are mapped: processes share their memory."""

    def __init__(self, store: Path) -> None:
        """Opens a folder that `build` has made.

        Raises:
            GazetteerError: A file is missing, cut short or changed.
        """
        _check(store)
        try:
            self._names = marisa_trie.Trie().mmap(str(store / "names.marisa"))
            self._ids = marisa_trie.Trie().mmap(str(store / "ids.marisa"))
            self._starts = _mapped(store / "starts.bin").cast("I")
            self._postings = _mapped(store / "postings.bin")
            self._places = _mapped(store / "places.bin")
            self._text = _mapped(store / "text.bin")
            areas: dict[str, Any] = json.loads((store / "areas.json").read_bytes())
        except (OSError, RuntimeError, ValueError) as error:
            raise GazetteerError(f"The gazetteer in {store} cannot be read: {error}. {_MEND}") from error
        self._areas: list[tuple[str, str, str]] = areas["areas"]
        self._boxes = [cast("BBox | None", box and tuple(box)) for box in areas["boxes"]]
        self._countries: dict[str, str] = areas["countries"]
        self._regions: dict[str, str] = areas["regions"]

    def __len__(self) -> int:
        """How many places it knows."""
        return len(self._places) // PLACE.size

    def candidates(self, name: str) -> Sequence[Candidate]:
        """The places of that name, the best known first: countries and continents, then by population.

        An unknown name gives an empty sequence.
        """
        numbers = [self._names.get(key) for key in self._keys(name)]
        number = next((number for number in numbers if number is not None), None)
        if number is None:
            return ()
        first, last = self._starts[number], self._starts[number + 1]
        postings = self._postings[first * POSTING.size : last * POSTING.size]
        return tuple(
            self._place(row, self._spelling(offset, length), exact=rank == NameRank.MAIN)
            for row, offset, length, rank in POSTING.iter_unpack(postings)
        )

    def get(self, id: str) -> Candidate | None:  # noqa: A002 - the field's own name
        """The place of that id, as `geonames:468082`; its main name counts as the one that matched."""
        row = self._ids.get(id)
        return None if row is None else self._place(row, "", exact=True)

    def known(self, comparable_prefix: str) -> Sequence[str]:
        """All names, in comparable form, with which the string begins, the shortest first."""
        return cast("Sequence[str]", self._names.prefixes(comparable_prefix))

    def country(self, code: str) -> Candidate | None:
        """The country of an ISO 3166-1 alpha-2 code."""
        return self.get(self._countries.get(code, ""))

    def region(self, region_code: str) -> Candidate | None:
        """The first-level division of a GeoNames code, as `RU.73`."""
        return self.get(self._regions.get(region_code, ""))

    @staticmethod
    def _keys(name: str) -> tuple[str, str]:
        """What to look for: the name as it stands ("St. John's"), then without "the" and possessive."""
        return comparable_whole(name), comparable(name)

    def _place(self, row: int, matched: str, *, exact: bool) -> Candidate:
        lon, lat, population, offset, length, area, box, kind, level = PLACE.unpack_from(
            self._places, row * PLACE.size
        )
        name = self._spelling(offset, length)
        country_code, region_code, within = self._areas[area]
        return Candidate(
            id=self._ids.restore_key(row),
            name=name,
            kind=KINDS[kind],
            lon=lon,
            lat=lat,
            country_code=country_code,
            region_code=region_code,
            within=within,
            population=population,
            matched=matched or name,
            exact=exact,
            level=level,
            bbox=self._boxes[box],
        )

    def _spelling(self, offset: int, length: int) -> str:
        return str(self._text[offset : offset + length], "utf-8")


def open_gazetteer(
    folder: Path | None = None, *, build: bool = True, progress: Progress | None = None
) -> Gazetteer:
    """Opens the gazetteer, and builds it first where there is none for the sources as they are now.

    Args:
        folder: The cache folder in which it lies; by default `cache_folder()`.
        build: Whether a missing one is built; otherwise it is an error.
        progress: Told how far the building is; by default it is shown on standard error.

    Raises:
        GazetteerError: It is missing, broken or cannot be built. The message names the command that mends it.
    """
    root = folder or cache_folder()
    store = store_folder(root)
    if not store.is_dir():
        if not build:
            raise GazetteerError(f"There is no gazetteer in {root}. {_MEND}")
        if progress is not None:
            build_files(root, progress)
        else:
            with console_progress(sys.stderr) as shown:
                build_files(root, shown)
    return Gazetteer(store)


def _check(store: Path) -> None:
    """Compares every file with the manifest."""
    try:
        manifest = json.loads((store / MANIFEST).read_bytes())
        broken = [name for name in FILES if list(checksum(store / name)) != manifest[name]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GazetteerError(f"The gazetteer in {store} is broken: {error}. {_MEND}") from error
    if broken:
        raise GazetteerError(f"The gazetteer in {store} is broken: {', '.join(broken)} changed. {_MEND}")


def _mapped(path: Path) -> memoryview:
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
