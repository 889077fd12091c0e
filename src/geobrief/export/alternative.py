"""What a brief's map shows, in a few sentences, for those who do not see it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from geobrief.model import CERTAINTIES, Brief, Claim
from geobrief.render.messages import DEFAULT_LANGUAGE, Interface, interface
from geobrief.render.symbols import Mark, claims_in_text_order, marks
from geobrief.render.wording import one_stop

__all__ = ["alternative_text", "movements"]

MOST_NAMES, MOST_FLOWS, MOST_QUOTES = 8, 3, 2
QUOTE_CHARACTERS = 140
"""Longer quotes are cut: an alternative text is heard from beginning to end."""


def alternative_text(brief: Brief, language: str = DEFAULT_LANGUAGE, undrawn: Collection[Claim] = ()) -> str:
    """Two to five sentences: places, claims by certainty, movements, the main claims, what is missing.

    Args:
        brief: What the map shows.
        language: Of geobrief's own words: one of `messages.LANGUAGES`.
        undrawn: Claims whose movement the map has no arrow for, as it is too short.

    Raises:
        PageError: There is no such language.
    """
    spoken = interface(language)
    every, claims = marks(brief), claims_in_text_order(brief)
    drawn = [claim for claim in claims if claim not in undrawn]
    sentences = (
        _places([mark for mark in every if mark.symbol != "none"], spoken),
        _counted(claims, spoken),
        _moved("altMovements", movements(drawn, every, spoken), spoken),
        _moved("altTooShort", movements(undrawn, every, spoken), spoken),
        _main_claims(claims, spoken),
        _missing([mark for mark in every if mark.symbol == "none"], spoken),
    )
    return " ".join(one_stop(sentence) for sentence in sentences if sentence)


def shortened(text: str, most: int) -> str:
    """The text on one line, its last words left out for `…` where it has more characters.

    >>> shortened("A long way to go", 10)
    'A long…'
    """
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    kept = line[: most - 1]
    return f"{kept.rsplit(' ', 1)[0] if ' ' in kept else kept}…"


def _places(shown: list[Mark], spoken: Interface) -> str:
    if not shown:
        return spoken.say("noPlaceFound")
    names = _named((mark.place.name for mark in shown), spoken)
    return spoken.say("altPlaces").format(places=spoken.count("placeCount", len(shown)), names=names)


def _named(names: Iterable[str], spoken: Interface) -> str:
    every = list(names)
    listed = spoken.say("comma").join(every[:MOST_NAMES])
    more = len(every) - MOST_NAMES
    if more <= 0:
        return listed
    return spoken.say("altAndMore").format(names=listed, n=spoken.number(more))


def _counted(claims: tuple[Claim, ...], spoken: Interface) -> str:
    if not claims:
        return ""
    counts = Counter(claim.certainty for claim in claims)
    surest_first = [certainty for certainty in reversed(CERTAINTIES) if certainty in counts]
    told = spoken.say("comma").join(
        f"{spoken.number(counts[each])} {spoken.say(f'certainty_{each}')}" for each in surest_first
    )
    return spoken.say("altClaims").format(claims=spoken.count("claimCount", len(claims)), certainties=told)


def movements(claims: Iterable[Claim], every: Iterable[Mark], spoken: Interface) -> list[str]:
    """What moves from where to where, each way once."""
    names = {mark.place.id: mark.place.name for mark in every if mark.symbol != "none"}
    flows = [claim.flow for claim in claims if claim.flow and claim.flow.origin != claim.flow.destination]
    ways = [
        spoken.say("altMovement", **{"from": names[flow.origin], "to": names[flow.destination]})
        for flow in flows
        if flow.origin in names and flow.destination in names
    ]
    return list(dict.fromkeys(ways))


def _moved(key: str, ways: list[str], spoken: Interface) -> str:
    return spoken.say(key, flows="; ".join(ways[:MOST_FLOWS])) if ways else ""


def _main_claims(claims: tuple[Claim, ...], spoken: Interface) -> str:
    if not claims:
        return ""
    weightiest = sorted(claims, key=_weight, reverse=True)[:MOST_QUOTES]
    quotes = [_quoted(claim, spoken) for claim in claims if claim in weightiest]
    return spoken.say("altAmong").format(quotes="; ".join(quotes))


def _weight(claim: Claim) -> tuple[bool, bool, int]:
    """What moves something or tells a number says more than the rest."""
    return claim.flow is not None, bool(claim.quantities), len(claim.places)


def _quoted(claim: Claim, spoken: Interface) -> str:
    quote = spoken.say("quoted").format(text=shortened(claim.quote, QUOTE_CHARACTERS).rstrip("."))
    told = [spoken.say(f"certainty_{claim.certainty}"), claim.by_name or claim.by]
    return f"{quote} ({spoken.say('comma').join(part for part in told if part)})"


def _missing(unlocated: list[Mark], spoken: Interface) -> str:
    if not unlocated:
        return ""
    return spoken.say("pictureNotLocated").format(
        names=_named((mark.place.name for mark in unlocated), spoken)
    )
