"""Which alternate names an English text may mean, and which are codes or mere transliterations."""

from __future__ import annotations

from collections.abc import Iterable

from geobrief.gazetteer.entries import NameRank

__all__ = ["initials", "kept_alternates"]


def kept_alternates(name: str, alternates: Iterable[str], dropped: frozenset[str]) -> dict[str, NameRank]:
    """The alternate names worth filing under a place of that name, with their rank.

    Dropped are codes in capitals ("ALV", an airport), unless they are the initials of a name of the place
    ("NYC"); names without a capital ("an dao er cheng", made by machine from another script); and `dropped`,
    words in lower case that mostly mean something else than a place.
    """
    names = [alternate for alternate in alternates if alternate and alternate != name]
    allowed: frozenset[str] | None = None
    kept: dict[str, NameRank] = {}
    for alternate in names:
        if alternate.isascii() and alternate.isupper() and len(alternate) <= 5:
            if allowed is None:
                allowed = frozenset(initials(full) for full in (name, *names))
            if alternate in allowed:
                kept[alternate] = NameRank.ABBREVIATION
        elif not alternate.islower() and not alternate.isdigit() and alternate.lower() not in dropped:
            kept[alternate] = NameRank.ALTERNATE
    return kept


def initials(name: str) -> str:
    """The capitals with which the words of a name of several words begin.

    >>> initials("New York City"), initials("Chicago")
    ('NYC', '')
    """
    words = name.replace("-", " ").split()
    return "".join(word[0] for word in words if word[0].isupper()) if len(words) > 1 else ""
