"""The gazetteer's files: what stands in each, for the module that writes them and the one that reads them.

- `names.marisa`: a trie of all names in comparable form; each has a number.
- `starts.bin`: `START` for each number where its postings begin, and one more where the last end.
- `postings.bin`: `POSTING` for each place of a name, the best known first: row, offset and length of the
  spelling in `text.bin`, rank.
- `ids.marisa`: a trie of all ids; an id's number is the place's row.
- `places.bin`: `PLACE` for each row: lon, lat, GeoNames id or 0, population, offset and length of the name,
  area, box, kind, level, weight.
- `text.bin`: names and other spellings in UTF-8, one after the other.
- `areas.json`: country code, region code and region's name by number; boxes by number; ids of countries and
  regions by code; feature codes by id, of the few places that have one.
- `manifest.json`: size and CRC-32 of every other file.
"""

from __future__ import annotations

import json
import struct
import zlib
from pathlib import Path

__all__ = ["FILES", "MANIFEST", "PLACE", "POSTING", "START", "checksum", "fault"]

PLACE = struct.Struct("<ddIIIHHHBBd")
START = struct.Struct("<I")
POSTING = struct.Struct("<IIHH")
FILES = ("names.marisa", "starts.bin", "postings.bin", "ids.marisa", "places.bin", "text.bin", "areas.json")
MANIFEST = "manifest.json"


def fault(store: Path) -> str:
    """What is wrong with a folder of these files by its manifest; empty where it is whole."""
    try:
        manifest = json.loads((store / MANIFEST).read_bytes())
        changed = [name for name in FILES if list(checksum(store / name)) != manifest[name]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        return str(error)
    return f"{', '.join(changed)} changed" if changed else ""


def checksum(path: Path) -> tuple[int, int]:
    """Size in bytes and CRC-32 of a file."""
    size = sums = 0
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            size += len(piece)
            sums = zlib.crc32(piece, sums)
    return size, sums
