"""What may be asked of a dataset: a cell, a filter, a page of claims. All else is refused in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import h3.api.basic_int as h3

from geobrief.corpora.map.cube import MOST_PUBLISHERS
from geobrief.corpora.map.located import FINEST, LEVELS, OTHERS
from geobrief.errors import CorpusError
from geobrief.model import CERTAINTIES, KINDS

__all__ = ["LARGEST_PAGE", "Question", "question_of"]

LARGEST_PAGE: Final = 100
"""Claims an answer."""
FARTHEST: Final = 1_000_000
"""Claims that may be skipped."""
_IN_CELL: Final = "located.id IN (SELECT id FROM everywhere WHERE {cell} = ?)"
_OF_FLOW: Final = (
    "located.id IN (SELECT flowing.id FROM flowing JOIN spots AS starts ON starts.number = origin "
    "JOIN spots AS ends ON ends.number = destination WHERE [starts.id, ends.id] = ?::VARCHAR[])"
)
_MOST: Final = 40
_LONGEST: Final = 200
_CELL: Final = re.compile("8[0-9a-f]{14}")


@dataclass(frozen=True, slots=True)
class Question:
    """Which claims are asked for. An empty filter lets all through."""

    cell: int | None
    """An index of H3 of one of the map's resolutions; None: anywhere."""
    certainties: tuple[int, ...]
    """Places in `CERTAINTIES`, as in the table `located`."""
    kinds: tuple[int, ...]
    publishers: tuple[str, ...]
    """Names; `-` for all that the page does not tell apart."""
    flow: tuple[str, str] | None
    """Ids of the places from which and to which something goes."""
    first: date | None
    last: date | None
    offset: int
    limit: int

    def where(self, numbers: Mapping[str, int]) -> tuple[str, list[Any]]:
        """The condition on `located`, with a mark for each value, and the values.

        Args:
            numbers: Those of the publishers that are told apart.
        """
        parts: list[tuple[str, Any]] = []
        if self.cell is not None:
            parts.append((_IN_CELL.format(cell=f"c{h3.get_resolution(self.cell)}"), self.cell))
        if self.certainties:
            parts.append(("list_contains(?, certainty::BIGINT)", list(self.certainties)))
        if self.kinds:
            parts.append(("located.kinds & ? <> 0", sum(1 << kind for kind in self.kinds)))
        if self.publishers:
            rest = [OTHERS, *range(len(numbers) + 1, MOST_PUBLISHERS + 1)] if "-" in self.publishers else []
            known = [numbers[name] for name in self.publishers if name in numbers]
            parts.append(("list_contains(?::BIGINT[], publisher::BIGINT)", [*known, *rest]))
        if self.flow:
            parts.append((_OF_FLOW, list(self.flow)))
        if self.first:
            parts.append(("day >= ?", self.first))
        if self.last:
            parts.append(("day <= ?", self.last))
        return " AND ".join(["true", *(part for part, _ in parts)]), [value for _, value in parts]


def question_of(cell: str, values: Mapping[str, Sequence[str]]) -> Question:
    """What an address asks.

    Raises:
        CorpusError: A value is none that there can be.
    """
    return Question(
        cell=_cell(cell) if cell else None,
        certainties=_places(values, "certainty", CERTAINTIES),
        kinds=_places(values, "kind", KINDS),
        publishers=tuple(name[:_LONGEST] for name in values.get("publisher", ())[:_MOST]),
        flow=_flow(values),
        first=_day(values, "from"),
        last=_day(values, "to"),
        offset=_number(values, "offset", 0, FARTHEST),
        limit=max(1, _number(values, "limit", 20, LARGEST_PAGE)),
    )


def _cell(text: str) -> int:
    if not _CELL.fullmatch(text) or not h3.is_valid_cell(cell := int(text, 16)):
        raise CorpusError(f"{text[:20]!r} is no cell of H3. Ask for one of the page's.")
    if h3.get_resolution(cell) not in LEVELS:
        raise CorpusError(f"{text} has a resolution that is not counted: ask for one of 1 to {FINEST}.")
    return cell


def _places(values: Mapping[str, Sequence[str]], name: str, known: Sequence[str]) -> tuple[int, ...]:
    given = values.get(name, ())[:_MOST]
    strange = [each for each in given if each not in known]
    if strange:
        raise CorpusError(f"{strange[0][:20]!r} is no {name}: it is one of {', '.join(known)}.")
    return tuple(known.index(each) for each in given)


def _flow(values: Mapping[str, Sequence[str]]) -> tuple[str, str] | None:
    ends = [values.get(name, ("",))[0] for name in ("origin", "destination")]
    if not any(ends):
        return None
    if not all(ends) or max(map(len, ends)) > _LONGEST:
        raise CorpusError("A movement has two ends: give the ids of both places, as origin and destination.")
    return ends[0], ends[1]


def _day(values: Mapping[str, Sequence[str]], name: str) -> date | None:
    given = values.get(name, ("",))[0]
    try:
        return date.fromisoformat(given) if given else None
    except ValueError as error:
        raise CorpusError(f"{given[:20]!r} is no day: write {name} as 2024-06-30.") from error


def _number(values: Mapping[str, Sequence[str]], name: str, none: int, most: int) -> int:
    given = values.get(name, (str(none),))[0]
    if not given.isascii() or not given.isdecimal() or len(given) > len(str(most)) or int(given) > most:
        raise CorpusError(f"{given[:20]!r} is no {name}: it is a number up to {most}.")
    return int(given)
