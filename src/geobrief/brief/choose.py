"""Which of the places that a name may mean an editor has in mind."""

from __future__ import annotations

from collections.abc import Sequence

from geobrief.gazetteer import Gazetteer
from geobrief.model import Candidate, Kind
from geobrief.text.names import comparable

__all__ = ["lies_within", "likely"]

_OUTWEIGHED = 20
"""A place so many times smaller than the largest of its name is not meant unless it is asked for."""


def likely(
    candidates: Sequence[Candidate], gazetteer: Gazetteer, *, kind: Kind | None = None, within: str = ""
) -> tuple[Candidate, ...]:
    """The candidates that may be meant, best known first; a single one can be taken without asking.

    Args:
        candidates: All places of the name, best known first.
        gazetteer: Where the countries that hold them have their names.
        kind: What it must be; a site goes by the town that it is named after, so it keeps all.
        within: The division or country that must hold it.
    """
    kept = [
        candidate
        for candidate in candidates
        if (kind in (None, "site") or candidate.kind == kind)
        and (not within or lies_within(candidate, gazetteer, within))
    ]
    main = [candidate for candidate in kept if candidate.exact] or kept
    if not main:
        return ()
    largest = max(candidate.population for candidate in main)
    return tuple(candidate for candidate in main if candidate.population * _OUTWEIGHED >= largest)


def lies_within(candidate: Candidate, gazetteer: Gazetteer, within: str) -> bool:
    """Whether the division or the country of that name holds the candidate."""
    if comparable(candidate.within) == comparable(within):
        return True
    return any(
        (
            holder.kind == "country"
            and holder.country_code == candidate.country_code
            and holder.id != candidate.id
        )
        or (bool(holder.region_code) and holder.level == 1 and holder.region_code == candidate.region_code)
        for holder in gazetteer.candidates(within)
    )
