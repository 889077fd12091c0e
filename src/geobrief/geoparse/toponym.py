"""What recognizing gives and what resolving gives."""

from __future__ import annotations

from dataclasses import dataclass

from geobrief.model import Candidate, Kind

__all__ = ["Resolution", "Toponym"]


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name in a text that means a place. Offsets are code points, half-open."""

    start: int
    end: int
    name: str
    """What to look up: the span's text or its head, as `Alabuga` of "Alabuga Special Economic Zone"."""
    kind: Kind | None = None
    """What the words around say that it is: `site` for "the dam at Ottenstein"; None if nothing."""
    container: str = ""
    """The place that the text names as holding it: `Texas` in "Paris, Texas"."""
    strict: bool = False
    """Whether the text leaves no doubt that the container holds it, so that it is nowhere else."""
    head: bool = False
    """Whether `name` is only the head of the span's longer name."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """The place that a toponym was resolved to, and why."""

    toponym: Toponym
    candidate: Candidate | None
    """None where the gazetteer knows no such place, or none that is likely enough."""
    score: float
    """0 (a guess) to 1 (no rival); 0 where there is no candidate."""
    reasons: tuple[str, ...] = ()
    """Short plain sentences, the weightiest first."""
    runners_up: tuple[Candidate, ...] = ()
    """At most four other candidates, the likeliest first."""
