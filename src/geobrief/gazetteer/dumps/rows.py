"""The rows of a dump: which are usable, and what of them is kept. Columns as GeoNames' readme tells."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from geobrief.gazetteer.dumps.dump_file import COLUMNS, Block, DumpKind
from geobrief.gazetteer.dumps.feature_codes import FeatureCodes
from geobrief.gazetteer.dumps.layout import RANGE_BITS

__all__ = ["PLACE_COLUMNS", "Sorted", "sort_rows"]

PLACE_COLUMNS = 10
"""Of a kept row of places: id, name, ASCII name, alternate names, lat, lon, feature code, country code,
first-level code, population."""
_LONGEST = 1_000
"""Characters of a name; GeoNames' own limit is 400."""
_MOST = 1 << 32
"""Ids and populations lie below."""
_LEFT_OUT_LANGUAGES = frozenset(
    ("link", "wkdt", "post", "iata", "icao", "faac", "tcid", "unlc", "phon", "piny")
)
"""What stands in the place of a language where the name is none: links, codes, how it sounds."""


@dataclass(slots=True)
class Sorted:
    """The rows of a block: those kept, by range of ids, and how many were not."""

    ranges: dict[int, list[str]] = field(default_factory=dict)
    """Kept rows, each a line with its id first, by the leading bits of the id."""
    rows: int = 0
    kept: int = 0
    left_out: int = 0
    """Rows in order whose feature code or language is of no use."""
    faulty: int = 0
    first_fault: tuple[int, str] | None = None
    """Line of the file and what is wrong there."""

    def fault(self, line: int, what: str) -> None:
        """Counts one faulty row."""
        self.faulty += 1
        if self.first_fault is None:
            self.first_fault = line, what


class _FaultyRowError(ValueError):
    """What is wrong with a row."""


def sort_rows(block: Block, kind: DumpKind, codes: FeatureCodes) -> Sorted:
    """Checks the rows of a block and parts them by id."""
    found = Sorted()
    reader = _READERS[kind]
    columns = COLUMNS[kind]
    for line, row in _lines(block, found):
        fields = row.split("\t")
        if len(fields) not in columns:
            found.fault(line, f"{len(fields)} columns instead of {columns[0]}")
            continue
        try:
            kept = reader(fields, codes)
        except ValueError as error:
            found.fault(line, str(error))
            continue
        if kept is None:
            found.left_out += 1
            continue
        number, text = kept
        found.kept += 1
        found.ranges.setdefault(number >> RANGE_BITS, []).append(text)
    return found


def _lines(block: Block, found: Sorted) -> Iterator[tuple[int, str]]:
    """The rows that are UTF-8, with their lines; counts all."""
    content = block.content.removeprefix(codecs.BOM_UTF8) if block.number == 0 else block.content
    try:
        # Rows end with a line feed only: names hold other characters that Python takes for ends of lines.
        rows = content.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        yield from _valid_lines(content, block.first_line, found)
        return
    for line, row in enumerate(rows, start=block.first_line):
        if row and row != "\r":
            found.rows += 1
            yield line, row


def _valid_lines(content: bytes, first_line: int, found: Sorted) -> Iterator[tuple[int, str]]:
    for line, row in enumerate(content.split(b"\n"), start=first_line):
        if row and row != b"\r":
            found.rows += 1
            try:
                yield line, row.decode("utf-8")
            except UnicodeDecodeError as error:
                found.fault(line, f"no UTF-8 ({error.reason})")


def _place(fields: list[str], codes: FeatureCodes) -> tuple[int, str] | None:
    code = f"{fields[6]}.{fields[7]}"
    number = _id(fields[0])
    name = fields[1]
    if not name or len(name) > _LONGEST or len(fields[2]) > _LONGEST:
        raise _FaultyRowError("no name" if not name else "a name that is too long")
    lat, lon = float(fields[4]), float(fields[5])
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise _FaultyRowError(f"coordinates outside WGS 84: lat={fields[4]}, lon={fields[5]}")
    population = fields[14]
    if population and not 0 <= int(population) < _MOST:
        raise _FaultyRowError(f"a population of {population}")
    if codes[code].kind is None:
        return None
    others = fields[3]
    if len(others) > _LONGEST:
        others = ",".join(other for other in others.split(",") if len(other) <= _LONGEST)
    kept = (
        str(number),
        name,
        fields[2],
        others,
        fields[4],
        fields[5],
        code,
        fields[8],
        fields[10],
        population,
    )
    return number, "\t".join(kept)


def _name(fields: list[str], _: FeatureCodes) -> tuple[int, str] | None:
    number = _id(fields[1])
    language, name = fields[2], fields[3]
    if not name or len(name) > _LONGEST:
        raise _FaultyRowError("no name" if not name else "a name that is too long")
    if language in _LEFT_OUT_LANGUAGES:
        return None
    return number, f"{number}\t{name}\t{'short' if language == 'abbr' else ''}"


def _code(fields: list[str], _: FeatureCodes) -> tuple[int, str] | None:
    number = _id(fields[3].rstrip("\r"))
    if not fields[1] or len(fields[1]) > _LONGEST or len(fields[2]) > _LONGEST:
        raise _FaultyRowError("no name" if not fields[1] else "a name that is too long")
    return number, f"{number}\t{fields[1]}\t\n{number}\t{fields[2] or fields[1]}\t"


def _id(text: str) -> int:
    number = int(text)
    if not 0 < number < _MOST:
        raise _FaultyRowError(f"an id of {text}")
    return number


_READERS: dict[DumpKind, Callable[[list[str], FeatureCodes], tuple[int, str] | None]] = {
    "places": _place,
    "names": _name,
    "codes": _code,
}
