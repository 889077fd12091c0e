"""The files of the additions: what stands in each, for the modules that write and the one that reads them.

In the cache folder, beside the base gazetteer and independent of it:

- `additions/current.json`: which index is in use, and which sources it was made of.
- `additions/source-NAME/`: one dump as it was read: `chunk-N` for each block of it (`sections`), its usable
  rows parted by id, and `source.json`, written last, with what was counted.
- `additions/index-DIGEST/`: all sources merged:
  - `ids.bin`: the GeoNames ids of all places, ascending, as `ID`; the position is the row.
  - `places.bin`: `PLACE` a row: lon, lat, population, offset and length of the name in `place_names.bin`,
    number of the area and of the feature code, kind, level.
  - `names-N.marisa`: a trie of a share of the names in comparable form; each has a number.
  - `starts.bin`: `START` for each name, trie after trie, where its postings begin, and where the last end.
  - `postings.bin`: `POSTING` for each place of a name, the best known first: weight, id, offset and length of
    the spelling in `spellings.bin` (length 0: the place's own name), rank, level.
  - `index.json`: sizes of the files, areas and feature codes by number, first-level divisions by code, which
    trie a name's slot belongs to.
- `additions/.building-DIGEST/`: an index that is being made: `part-N` for each range of ids, `share-N` for
  each trie; each appears when it is whole, so that a killed run goes on behind the last.
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

__all__ = [
    "CURRENT",
    "FORMAT",
    "ID",
    "INDEX",
    "PLACE",
    "POSTING",
    "RANGE_BITS",
    "SLOTS",
    "START",
    "additions_folder",
    "slot",
    "trie_name",
]

FORMAT = 1
"""Changes when files of this layout are no longer read."""
ID = struct.Struct("<I")
PLACE = struct.Struct("<ddIIHHHBB")
START = struct.Struct("<I")
POSTING = struct.Struct("<dIIHBB")
CURRENT = "current.json"
INDEX = "index.json"
RANGE_BITS = 16
"""So many of an id's bits tell places of one range apart: at most 65,536 are merged at once."""
SLOTS = 256
"""Into so many slots names are parted; a trie holds those of a few."""


def additions_folder(root: Path) -> Path:
    """Where in a cache folder the additions lie."""
    return root / "additions"


def slot(beginning: str) -> int:
    """The slot of all names that begin with these two characters, or are this one character."""
    return zlib.crc32(beginning.encode()) % SLOTS


def trie_name(number: int) -> str:
    """The name of a trie's file."""
    return f"names-{number:03d}.marisa"
