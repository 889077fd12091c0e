"""What a note tells whoever checks the draft: why a pin stands there and, in doubt, what else it could be."""

from __future__ import annotations

import math
from collections.abc import Sequence

from geobrief.geoparse import Resolution
from geobrief.model import Candidate, Grounds, Kind

__all__ = ["CLEAR", "DOUBTFUL", "DOUBTFUL_NOTE", "described", "grounds", "note", "open_note"]

CLEAR = 0.9
"""From this score on a note does not list what else the name could mean; `extract --jsonl` does."""

DOUBTFUL = 0.7
"""Below this score a note says that the pin is doubtful and what else could be meant. It is the probability
at which Mordecai 3, the best geoparser measured, keeps 91 % of its answers, 95 % of them right."""

DOUBTFUL_NOTE = "Doubtful"
"""What it says so with."""

OTHERS = 3
"""How many other places a note names; `extract --jsonl` has them all."""

SAME_SPOT = 0.25
"""Degrees of latitude, about 25 km. What is nearer, as the division around a town, makes no pin wrong."""

MOST_CANDIDATES = 5


def grounds(resolution: Resolution) -> Grounds:
    """Why the toponym was resolved so: what a mention keeps of its resolution."""
    chosen = (resolution.candidate,) if resolution.candidate is not None else ()
    candidates = (*chosen, *resolution.runners_up)[:MOST_CANDIDATES]
    return Grounds(resolution.score, resolution.reasons, candidates)


def note(resolution: Resolution, candidate: Candidate, kind: Kind) -> str:
    """The note of a located place.

    Args:
        resolution: The surest of those that led to the place.
        candidate: What it was resolved to.
        kind: What the brief takes the place for.
    """
    sureness = _sureness(resolution, candidate)
    if kind != "site" or candidate.kind == "site":
        return sureness
    site = f"Placed by {candidate.name}, after which it is named."
    return f"{site} {sureness}" if resolution.score < DOUBTFUL else site


def open_note(resolution: Resolution) -> str:
    """The note of a place that was not located: why, and what it could be."""
    why = "; ".join(resolution.reasons)
    if not resolution.runners_up:
        return why
    others = _listed(resolution.runners_up)
    return f"{why}; could be {others}" if why else f"could be {others}"


def _sureness(resolution: Resolution, candidate: Candidate) -> str:
    """Nothing for a name of one spot; else why it was taken and, below `CLEAR`, what else it could be."""
    others = [other for other in resolution.runners_up if not _same_spot(candidate, other)]
    could = f"could also be {_listed(others)}" if others else ""
    if resolution.score < DOUBTFUL:
        told = _joined(*resolution.reasons, could)
        return f"{DOUBTFUL_NOTE}: {told}." if told else f"{DOUBTFUL_NOTE}."
    # "Probably Japan: the only place of that name" would help nobody.
    sole = candidate.kind in ("country", "continent") and not others
    if resolution.score < CLEAR and resolution.reasons and not sole:
        return f"Probably {described(candidate)}: {_joined(*resolution.reasons, could)}."
    why = _joined(*resolution.reasons) if others else ""
    return f"{why[0].upper()}{why[1:]}." if why else ""


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)


def _same_spot(one: Candidate, other: Candidate) -> bool:
    east = (one.lon - other.lon + 180) % 360 - 180
    return math.hypot(east * math.cos(math.radians(one.lat)), one.lat - other.lat) < SAME_SPOT


def _listed(candidates: Sequence[Candidate]) -> str:
    shown = [described(candidate) for candidate in candidates[:OTHERS]]
    return " or ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]


def described(candidate: Candidate) -> str:
    """A candidate so that it can be told from others: `Paris (Texas, US)`, `Kursk (region, RU)`."""
    kind = "" if candidate.kind in ("city", "country") else candidate.kind
    within = candidate.within if candidate.within != candidate.name else ""
    parts = ", ".join(part for part in (kind, within, candidate.country_code) if part)
    return f"{candidate.name} ({parts})" if parts else candidate.name
