"""Which claims of a brief go into an export: the choices of the page's filter, under the same names."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from geobrief.errors import ExportError
from geobrief.model import CERTAINTIES, KINDS, Brief, Claim, Place
from geobrief.text.names import comparable

__all__ = ["Selection", "selected"]

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")
_NONE_YET, _NEVER_ENDS = "0000-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True)
class Selection:
    """What a claim must have to be taken: one of each of the choices that are not empty."""

    claims: tuple[str, ...] = ()
    """`Claim.id`s."""
    certainties: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    """Who says it, whatever the case and a leading "the"; `-` for the author."""
    kinds: tuple[str, ...] = ()
    """Of one of the claim's places."""
    articles: tuple[str, ...] = ()
    """File names, as `workers.md`."""
    since: str = ""
    """An ISO 8601 date, month or year on or after which the claim's time ends."""
    until: str = ""
    """The same, on or before which it begins."""

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Selection()


def selected(brief: Brief, selection: Selection) -> Brief:
    """The brief with the claims that are asked for, the places they name, and the articles that make them.

    Raises:
        ExportError: A claim, certainty, kind or article is named that there is not, a date is none,
            or nothing is left.
    """
    if selection.everything:
        return brief
    _check(brief, selection)
    places = {place.id: place for place in brief.places}
    taken = tuple(claim for claim in brief.claims if _fits(claim, selection, places))
    if not taken:
        raise ExportError("No claim of the brief is what you chose: leave out one of the conditions.")
    return _narrowed(brief, taken)


def _narrowed(brief: Brief, claims: tuple[Claim, ...]) -> Brief:
    named = {place for claim in claims for place in _places_of(claim)}
    articles = {claim.document for claim in claims}
    return replace(
        brief,
        documents=tuple(each for each in brief.documents if each.id in articles),
        mentions=tuple(each for each in brief.mentions if each.document in articles and each.place in named),
        places=tuple(place for place in brief.places if place.id in named),
        claims=claims,
    )


def _places_of(claim: Claim) -> tuple[str, ...]:
    return (*claim.places, *((claim.flow.origin, claim.flow.destination) if claim.flow else ()))


def _fits(claim: Claim, selection: Selection, places: dict[str, Place]) -> bool:
    kinds = {places[place].kind for place in _places_of(claim) if place in places}
    return (
        _among(claim.id, selection.claims)
        and _among(claim.certainty, selection.certainties)
        and _among(claim.document, selection.articles)
        and (not selection.kinds or not kinds.isdisjoint(selection.kinds))
        and _said_by(claim, selection.sources)
        and _in_time(claim, selection)
    )


def _among(value: str, choices: Collection[str]) -> bool:
    return not choices or value in choices


def _said_by(claim: Claim, sources: Iterable[str]) -> bool:
    wanted = {"" if source == "-" else comparable(source) for source in sources}
    return not wanted or not wanted.isdisjoint({comparable(claim.by), comparable(claim.by_name or claim.by)})


def _in_time(claim: Claim, selection: Selection) -> bool:
    if not (selection.since or selection.until):
        return True
    if claim.when is None:
        return False
    start, end = claim.when.start or _NONE_YET, claim.when.end or _NEVER_ENDS
    return _first(start) <= _last(selection.until or _NEVER_ENDS) and _last(end) >= _first(
        selection.since or _NONE_YET
    )


def _first(date: str) -> str:
    return f"{date}-01-01"[:10] if len(date) == 4 else f"{date}-01"[:10]


def _last(date: str) -> str:
    if len(date) == 4:
        return f"{date}-12-31"
    if len(date) == 7:
        return f"{date}-{monthrange(int(date[:4]), int(date[5:]))[1]:02}"
    return date


def _check(brief: Brief, selection: Selection) -> None:
    _known("claim", selection.claims, [claim.id for claim in brief.claims])
    _known("certainty", selection.certainties, CERTAINTIES)
    _known("kind", selection.kinds, KINDS)
    _known("article", selection.articles, [document.id for document in brief.documents])
    for date in filter(None, (selection.since, selection.until)):
        found = _DATE.match(date)
        if not found or not 1 <= int(found[2] or 1) <= 12 or not 1 <= int(found[3] or 1) <= 31:
            raise ExportError(
                f"{date!r} is no date: write a day, month or year, as 2024-06-01, 2024-06 or 2024."
            )


def _known(what: str, named: Iterable[str], there_are: Collection[str]) -> None:
    unknown = [name for name in named if name not in there_are]
    if unknown:
        some = ", ".join(list(there_are)[:12]) + (", …" if len(there_are) > 12 else "")
        raise ExportError(f"The brief has no {what} {unknown[0]!r}. There are: {some or 'none'}.")
