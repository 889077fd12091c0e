"""The grounds of mentions as JSON and back, each once: the mentions of one name share theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, asdict, fields
from typing import Any

from geobrief.model import KINDS, Candidate, Grounds, Mention

__all__ = ["GroundsTable", "read_grounds"]

Record = dict[str, Any]


class GroundsTable:
    """The different grounds of some mentions, in the order of the text."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        different = dict.fromkeys(mention.grounds for mention in mentions if mention.grounds is not None)
        self._rows = {grounds: row for row, grounds in enumerate(different)}

    def row(self, mention: Mention) -> int | None:
        """Which row is the mention's; None where it has no grounds."""
        return None if mention.grounds is None else self._rows[mention.grounds]

    def records(self) -> list[Record]:
        """A record a row."""
        return [
            {
                "score": grounds.score,
                "why": list(grounds.why),
                "candidates": [_candidate_record(candidate) for candidate in grounds.candidates],
            }
            for grounds in self._rows
        ]


def read_grounds(records: Sequence[Mapping[str, Any]]) -> tuple[Grounds, ...]:
    """The grounds that a table's records hold.

    Raises:
        KeyError: A record lacks what it must have.
        TypeError: A value is of the wrong type.
        ValueError: A kind is unknown.
    """
    return tuple(
        Grounds(
            float(record["score"]),
            tuple(str(reason) for reason in record.get("why", ())),
            tuple(_candidate(entry) for entry in record.get("candidates", ())),
        )
        for record in records
    )


def _candidate_record(candidate: Candidate) -> Record:
    """Its fields, without those that say no more than their default."""
    defaults = {field.name: field.default for field in fields(Candidate)}
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in asdict(candidate).items()
        if defaults[key] is MISSING or value != defaults[key]
    }


def _candidate(entry: Mapping[str, Any]) -> Candidate:
    if entry["kind"] not in KINDS:
        raise ValueError(f"the kind {entry['kind']!r} is unknown")
    bbox = entry.get("bbox")
    if bbox is not None:
        west, south, east, north = (float(degrees) for degrees in bbox)
        entry = {**entry, "bbox": (west, south, east, north)}
    return Candidate(**entry)
