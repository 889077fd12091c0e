"""One number of a claim with all that is compared, and a group of numbers that all count the same."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from geobrief.claims.figures import Figure
from geobrief.claims.whereabouts import ALWAYS, Time

__all__ = ["Circumstances", "Entry", "Group", "Key", "Speaker"]

Key: TypeAlias = tuple[str, ...]
Speaker: TypeAlias = tuple[str, str]
"""Of which article, and by which name; the author's is empty."""


class Circumstances(NamedTuple):
    """What two claims need not both tell, but must not tell differently. Countries are ISO 3166-1 codes."""

    origins: Set[str] = frozenset()
    """Countries that the counted noun's adjectives name."""
    countries: Set[str] = frozenset()
    """Countries that the claim names, but for the one that it is in."""
    causes: Set[str] = frozenset()
    flow_origin: str = ""

    def allow(self, other: Circumstances) -> bool:
        """Whether both may be told of the same thing."""
        return (
            (not self.causes or not other.causes or bool(self.causes & other.causes))
            and (not self.flow_origin or other.flow_origin in ("", self.flow_origin))
            and self._may_own(other)
        )

    def _may_own(self, other: Circumstances) -> bool:
        """Whether "Chinese vessels" may be what China keeps; what nobody is said to own may be anybody's."""
        if self.origins and other.origins:
            return self.origins == other.origins
        if self.origins or other.origins:
            return self.origins <= other.countries if self.origins else other.origins <= self.countries
        return not self.countries or not other.countries or bool(self.countries & other.countries)


class Entry(NamedTuple):
    """One number of a claim, with all that is compared."""

    order: int
    """Where the claim stands in the brief."""
    key: Key
    """The unit, the counted thing, what is done with it."""
    spot: frozenset[str]
    """Ids of the places where it counts."""
    figure: Figure
    told: Time | None
    """When the claim says that it is."""
    time: Time
    """The same, or the weeks around the article's day."""
    speaker: Speaker
    circumstances: Circumstances = Circumstances()
    text: str = ""
    """The words that the figure was read from."""


@dataclass
class Group:
    """Entries that all count the same, while they are gathered, with what they have in common."""

    members: list[Entry] = field(default_factory=list)
    told: Time = ALWAYS
    """What all have in common that tell their time: intervals that meet two by two all meet."""
    time: Time = ALWAYS
    periods: set[Time] = field(default_factory=set)
    has_untold: bool = False
    figures: set[Figure] = field(default_factory=set)
    said: dict[Speaker, Figure] = field(default_factory=dict)
    circumstances: set[Circumstances] = field(default_factory=set)

    def takes(self, entry: Entry) -> bool:
        """Whether the entry counts the same as every member."""
        if self.told.meet(entry.told or ALWAYS) is None:
            return False
        if self.figures != {entry.figure} and not self._is_of_one_time(entry):
            return False
        return self.said.get(entry.speaker, entry.figure) == entry.figure and all(
            entry.circumstances.allow(other) for other in self.circumstances
        )

    def _is_of_one_time(self, entry: Entry) -> bool:
        """Whether another figure is another account: of the very same days, and not "since" something."""
        periods = self.periods | ({entry.told} if entry.told else set())
        is_running = any(period.end == ALWAYS.end for period in periods)
        all_told = entry.told is not None and not self.has_untold
        return len(periods) < 2 and (all_told or not is_running) and self.time.meet(entry.time) is not None

    def add(self, entry: Entry) -> None:
        """Takes the entry in."""
        self.members.append(entry)
        self.told = self.told.meet(entry.told or ALWAYS) or self.told
        self.time = self.time.meet(entry.time) or self.time
        if entry.told:
            self.periods.add(entry.told)
        self.has_untold = self.has_untold or entry.told is None
        self.figures.add(entry.figure)
        self.said[entry.speaker] = entry.figure
        self.circumstances.add(entry.circumstances)
