"""Making the additions' index of the dumps that were read: ranges of ids merged, tries made, all joined."""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from geobrief.errors import GazetteerError
from geobrief.gazetteer.dumps.intake import Advance, Source
from geobrief.gazetteer.dumps.layout import FORMAT, INDEX, PLACE, SLOTS, trie_name
from geobrief.gazetteer.dumps.merge import MergeTask, merge_range, ranges
from geobrief.gazetteer.dumps.sections import Sections, is_whole, write_whole
from geobrief.gazetteer.dumps.share import POSTINGS, ShareTask, make_share, shared_slots
from geobrief.gazetteer.dumps.workers import Workers

__all__ = ["Plan", "make_index"]

_PLACES = np.dtype(
    [
        *(("lon", "<f8"), ("lat", "<f8"), ("population", "<u4"), ("offset", "<u4"), ("length", "<u2")),
        *(("area", "<u2"), ("code", "<u2"), ("kind", "u1"), ("level", "u1")),
    ]
)
"""`layout.PLACE` as numpy has it."""
assert _PLACES.itemsize == PLACE.size
_MERGING = 0.6
"""About what of the work is merging; the rest is tries."""
_MOST = 1 << 32
"""Offsets lie below."""
_MOST_NUMBERS = 1 << 16
"""Numbers of areas and of codes lie below."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an index is made of, and where."""

    additions: Path
    building: Path
    """Where its parts are; kept when the making ends early, so that it can go on."""
    index: Path
    """Where it appears when it is whole."""
    sources: tuple[Source, ...]
    base: dict[int, frozenset[int]]
    """Ids of the base gazetteer, by their leading bits."""
    countries: frozenset[int]
    """Those of its countries."""
    workers: Workers


def make_index(plan: Plan, advance: Advance) -> dict[str, int]:
    """Makes the index; what an ended run has made of it is not made again. Gives what was counted.

    Raises:
        GazetteerError: There is more text than the files can address.
        OSError: A file cannot be read or written.
    """
    plan.building.mkdir(parents=True, exist_ok=True)
    parts = _merged(plan, advance)
    counts: Counter[str] = Counter()
    ends = np.zeros(SLOTS + 1, np.int64)
    for path in parts:
        facts = Sections(path).facts
        ends += facts["ends"]["columns"]
        counts.update(facts["counts"])
    shares = shared_slots(np.diff(ends).tolist())
    _shared(plan, parts, shares, advance)
    made = plan.building / "made"
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir()
    facts = _join_places(parts, made) | _join_names(plan.building, len(shares), made)
    facts |= {"format": FORMAT, "counts": counts, "shares": [[each.start, each.stop] for each in shares]}
    facts["sizes"] = {path.name: path.stat().st_size for path in sorted(made.iterdir())}
    write_whole(made / INDEX, json.dumps(facts, ensure_ascii=False).encode())
    shutil.rmtree(plan.index, ignore_errors=True)
    made.rename(plan.index)
    return dict(counts)


def _merged(plan: Plan, advance: Advance) -> list[Path]:
    sources = tuple((source.kind, plan.additions / source.folder) for source in plan.sources)
    leading = ranges(folder for _, folder in sources)
    paths = [plan.building / f"part-{number:05d}" for number in leading]

    def tasks() -> Iterator[MergeTask]:
        for number, path in zip(leading, paths, strict=True):
            if not is_whole(path):
                base = plan.base.get(number, frozenset())
                yield MergeTask(number, sources, base, plan.countries, path)

    for task, _ in plan.workers.in_order(merge_range, tasks()):
        advance(0, (leading.index(task.number) + 1) / len(leading) * _MERGING)
    return paths


def _shared(plan: Plan, parts: Sequence[Path], shares: Sequence[range], advance: Advance) -> None:
    tasks = (
        ShareTask(number, slots, tuple(parts), plan.building)
        for number, slots in enumerate(shares)
        if not is_whole(plan.building / f"share-{number:03d}")
    )
    for task, _ in plan.workers.in_order(make_share, tasks):
        advance(0, _MERGING + (task.number + 1) / len(shares) * (1 - _MERGING))


def _join_places(parts: Sequence[Path], made: Path) -> dict[str, Any]:
    """One file each of ids, places and names, numbers of areas and codes made those of all parts."""
    areas: dict[tuple[str, str], int] = {}
    codes: dict[str, int] = {}
    regions: dict[str, int] = {}
    offset = 0
    with (
        (made / "ids.bin").open("wb") as ids,
        (made / "places.bin").open("wb") as places,
        (made / "place_names.bin").open("wb") as names,
    ):
        for path in parts:
            part = Sections(path)
            regions |= part.facts["regions"]
            ids.write(part.read("ids"))
            rows = np.frombuffer(part.read("places"), _PLACES).copy()
            if len(rows):
                text = part.read("place_names")
                rows["offset"] += _addressed(offset, len(text))
                offset += names.write(text)
                known = [areas.setdefault((one[0], one[1]), len(areas)) for one in part.facts["areas"]]
                rows["area"] = _numbers(known, "divisions")[rows["area"]]
                known = [codes.setdefault(code, len(codes)) for code in part.facts["codes"]]
                rows["code"] = _numbers(known, "feature codes")[rows["code"]]
            places.write(rows.tobytes())
        _synced(ids, places, names)
    return {"areas": list(areas), "codes": list(codes), "regions": regions}


def _join_names(building: Path, shares: int, made: Path) -> dict[str, Any]:
    """One file each of starts, postings and spellings; the tries as they are."""
    counts: list[int] = []
    posted = offset = 0
    with (
        (made / "starts.bin").open("wb") as starts,
        (made / "postings.bin").open("wb") as postings,
        (made / "spellings.bin").open("wb") as spellings,
    ):
        for number in range(shares):
            share = Sections(building / f"share-{number:03d}")
            starts.write((np.frombuffer(share.read("starts"), "<u4") + np.uint32(posted)).tobytes())
            rows = np.frombuffer(share.read("postings"), POSTINGS).copy()
            text = share.read("spellings")
            rows["offset"] += _addressed(offset, len(text))
            offset += spellings.write(text)
            postings.write(rows.tobytes())
            posted += len(rows)
            counts.append(share.facts["names"])
            _linked(building / trie_name(number), made / trie_name(number))
        starts.write(np.uint32(posted).tobytes())
        _synced(starts, postings, spellings)
    return {"names": counts}


def _numbers(known: Sequence[int], what: str) -> npt.NDArray[np.uint16]:
    if max(known) >= _MOST_NUMBERS:
        raise GazetteerError(
            f"The dumps have more than {_MOST_NUMBERS:,} {what}, where GeoNames has some thousand. "
            "Download them again."
        )
    return np.array(known, np.uint16)


def _addressed(offset: int, length: int) -> np.uint32:
    if offset + length >= _MOST:
        raise GazetteerError(
            "The dumps have more than 4 GB of names. Add fewer of them: geobrief gazetteer remove"
        )
    return np.uint32(offset)


def _linked(path: Path, other: Path) -> None:
    """The same file in a second place; a copy where the file system has no links."""
    try:
        other.hardlink_to(path)
    except OSError:
        shutil.copyfile(path, other)


def _synced(*files: BinaryIO) -> None:
    for file in files:
        file.flush()
        os.fsync(file.fileno())
