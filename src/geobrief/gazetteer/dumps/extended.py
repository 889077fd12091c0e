"""The gazetteer with what the user added: base and additions asked together, merged by GeoNames id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from geobrief.errors import GazetteerError
from geobrief.gazetteer.dumps.additions import Added, Additions, current_index
from geobrief.gazetteer.entries import NameRank
from geobrief.gazetteer.found import Found
from geobrief.gazetteer.gazetteer import Gazetteer
from geobrief.gazetteer.layout import PLACE, POSTING
from geobrief.model import KINDS, Candidate
from geobrief.text.names import comparable, comparable_whole

__all__ = ["ExtendedGazetteer", "open_extended"]

_Order: TypeAlias = tuple[bool, bool, float, int, int]
"""As `writer` sorts: areas of the world first, abbreviations after names, then weight, rank and level."""
_Posting: TypeAlias = tuple[float, int, int, int, int, int]
"""As `Additions.postings` gives them."""
_FIRST = (KINDS.index("country"), KINDS.index("continent"))


class ExtendedGazetteer(Gazetteer):
    """A `Gazetteer` with additions.

    A place that both have is the base's, with its kind, its level and how well known it is; the additions
    give it further names and its feature code.
    """

    def __init__(self, store: Path, index: Path) -> None:
        """Opens the base gazetteer's folder and that of the additions.

        Raises:
            GazetteerError: A file is missing, cut short or changed.
        """
        super().__init__(store)
        self._additions = Additions(index)

    def __len__(self) -> int:
        import numpy as np

        ids = np.frombuffer(self._additions.ids, np.uint32)
        own = np.fromiter(self.geonames_ids(), np.uint32)
        at = np.searchsorted(ids, own)
        shared = ids[np.minimum(at, len(ids) - 1)] == own if len(ids) else at[:0]
        return super().__len__() + len(ids) - int(np.count_nonzero(shared))

    def get(self, id: str) -> Candidate | None:  # noqa: A002 - the field's own name
        """The place of that id, as `geonames:468082`; its main name counts as the one that matched."""
        found = super().get(id)
        source, _, digits = id.partition(":")
        if found is not None or source != "geonames" or not (digits.isascii() and digits.isdigit()):
            return found
        added = self._additions.place(int(digits))
        return None if added is None or id != f"geonames:{added.number}" else self._added(added, added.name)

    def known(self, comparable_prefix: str) -> Sequence[str]:
        """All names, in comparable form, with which the string begins, the shortest first."""
        own = super().known(comparable_prefix)
        added = self._additions.known(comparable_prefix)
        if not added:
            return own
        # Beginnings of one string: those of one length are one.
        return sorted({*own, *added}, key=len)

    def has(self, comparable_name: str) -> bool:
        """Whether it knows a name, given in comparable form."""
        return super().has(comparable_name) or any(self._additions.postings(comparable_name))

    def beginning(self, comparable_prefix: str, most: int) -> Sequence[str]:
        """At most so many names of each, in comparable form, that begin with the string."""
        own = super().beginning(comparable_prefix, most)
        return list(dict.fromkeys((*own, *self._additions.beginning(comparable_prefix, most))))

    def region(self, region_code: str) -> Candidate | None:
        """The first-level division of a GeoNames code, as `RU.73`."""
        found = super().region(region_code)
        number = self._additions.regions.get(region_code)
        return found if found is not None or number is None else self.get(f"geonames:{number}")

    def _candidates(self, name: str) -> Sequence[Candidate]:
        for key in (comparable_whole(name), comparable(name)):
            own, added = self._range(key), list(self._additions.postings(key))
            if added:
                return self._united(own, added)
            if own:
                return Found(len(own), lambda at, first=own.start: self._posted(first + at))  # type: ignore[misc]
        return ()

    def _united(self, own: range, added: Sequence[_Posting]) -> Sequence[Candidate]:
        """The postings of both, the best known first; a place that both have under the name is the base's."""
        ordered: list[tuple[_Order, int | _Posting]] = []
        seen: set[int] = set()
        for posting in own:
            row, _, _, rank = POSTING.unpack_from(self._postings, posting * POSTING.size)
            number, order = self._standing(row, rank)
            seen.add(number)
            ordered.append((order, posting))
        for one in added:
            weight, number, _, _, rank, level = one
            if number in seen:
                continue
            row = self._ids.get(f"geonames:{number}")
            if row is not None:
                _, order = self._standing(row, max(rank, NameRank.ALTERNATE))
            elif level == 0:
                continue  # A name of a place that only an earlier base gazetteer had.
            else:
                order = (True, rank == NameRank.ABBREVIATION, -weight, rank, level)
            ordered.append((order, one))
        ordered.sort(key=lambda each: each[0])
        return Found(len(ordered), lambda at: self._made(ordered[at][1]))

    def _standing(self, row: int, rank: int) -> tuple[int, _Order]:
        """The GeoNames id of a place of the base, and where it stands among others of its name."""
        fields = PLACE.unpack_from(self._places, row * PLACE.size)
        number, kind, level, weight = fields[2], fields[8], fields[9], fields[10]
        return number, (kind not in _FIRST, rank == NameRank.ABBREVIATION, -weight, rank, level)

    def _made(self, posting: int | _Posting) -> Candidate:
        if isinstance(posting, int):
            return self._posted(posting)
        _, number, offset, length, rank, _ = posting
        matched = self._additions.spelling(offset, length) if length else ""
        row = self._ids.get(f"geonames:{number}")
        added = self._additions.place(number)
        if row is not None:
            base = self._place(row, None, exact=False)
            return replace(base, matched=matched or (added.name if added else base.name))
        assert added is not None, number
        return self._added(added, matched or added.name, exact=rank == NameRank.MAIN)

    def _added(self, place: Added, matched: str, *, exact: bool = True) -> Candidate:
        region = self.region(place.region_code) if place.region_code and place.level != 1 else None
        return Candidate(
            id=f"geonames:{place.number}",
            name=place.name,
            kind=place.kind,
            lon=place.lon,
            lat=place.lat,
            country_code=place.country_code,
            region_code=place.region_code,
            within=region.name if region else "",
            population=place.population,
            matched=matched,
            exact=exact,
            level=place.level,
            feature_code=place.feature_code,
        )

    def _place(self, row: int, matched: tuple[int, int] | None, *, exact: bool) -> Candidate:
        found = super()._place(row, matched, exact=exact)
        source, _, digits = found.id.partition(":")
        code = self._additions.feature_code(int(digits)) if source == "geonames" else ""
        return replace(found, feature_code=code) if code else found


def open_extended(root: Path, store: Path) -> Gazetteer:
    """The base gazetteer of a cache folder, with its additions where there are any.

    Raises:
        GazetteerError: A file is missing, cut short or changed.
    """
    index = current_index(root)
    if index is None:
        return Gazetteer(store)
    try:
        return ExtendedGazetteer(store, index)
    except GazetteerError:
        # Another process may have put a new index in the place of this one meanwhile.
        newer = current_index(root)
        if newer is None or newer == index:
            raise
        return ExtendedGazetteer(store, newer)
