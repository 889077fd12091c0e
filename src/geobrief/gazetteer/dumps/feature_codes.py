"""What a GeoNames feature code makes of a place: the own table `tables/feature_codes.csv`."""

from __future__ import annotations

import csv
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import cast

from geobrief.model import Kind

__all__ = ["FeatureCodes", "Rule", "rules_digest"]


@dataclass(frozen=True, slots=True)
class Rule:
    """How places of some feature codes are filed."""

    kind: Kind | None
    """None where a news map never needs them: they are left out."""
    level: int = 0
    share: float = 0.0
    """What of its population makes a place well known beside others of its name."""
    weight: float = 0.0
    """How well known it is without any population, on the scale of populations."""


_LEFT_OUT = Rule(None)


class FeatureCodes:
    """The rules by code, as `S.AIRB`: that of the code itself, else of its longest beginning in the table."""

    def __init__(self) -> None:
        self._rules: dict[str, Rule] = {}
        self._beginnings: dict[str, Rule] = {}
        for pattern, rule in _rows():
            if pattern.endswith("*"):
                self._beginnings[pattern[:-1]] = rule
            else:
                self._rules[pattern] = rule

    def __getitem__(self, code: str) -> Rule:
        """The rule of a code; codes of a class that GeoNames does not have are left out."""
        rule = self._rules.get(code)
        if rule is None:
            ends = range(len(code), 0, -1)
            found = (self._beginnings[code[:end]] for end in ends if code[:end] in self._beginnings)
            # Remembered: there are some hundred codes and millions of places.
            rule = self._rules[code] = next(found, _LEFT_OUT)
        return rule


def rules_digest() -> str:
    """Eight hexadecimal digits that change when the table does."""
    return f"{zlib.crc32(_table()):08x}"


def _table() -> bytes:
    return (files("geobrief.gazetteer") / "tables" / "feature_codes.csv").read_bytes()


def _rows() -> Iterator[tuple[str, Rule]]:
    for row in csv.DictReader(_table().decode().splitlines()):
        rule = _LEFT_OUT
        if row["kind"]:
            rule = Rule(
                cast("Kind", row["kind"]), int(row["level"]), float(row["share"]), float(row["weight"])
            )
        for pattern in row["codes"].split():
            yield pattern, rule
