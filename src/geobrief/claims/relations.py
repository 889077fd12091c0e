"""Whether the claims of a group can all hold: told from their figures when it is asked, stored nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, Literal, NamedTuple, TypeAlias

from geobrief.claims.counted import Count, counts
from geobrief.claims.figures import Figure, conflict, figure_of
from geobrief.model import Claim

__all__ = ["Figures", "Relation", "Told", "companions", "figures_of", "groups_of", "relation"]

Relation = Literal["contradicts", "agrees", "beside"]
"""What one claim of a group is to another; `beside`: they give no figures that can be held together."""


class Told(NamedTuple):
    """A figure, and the words it was read from."""

    figure: Figure
    text: str


Figures: TypeAlias = Mapping[str, Told]
"""What a claim gives as figure, by the thing that it is of."""

_LEVELS: Final[tuple[Callable[[Count], str], ...]] = (
    lambda count: "|".join(count.key),
    lambda count: f"{count.unit}|{count.thing}",
    lambda count: count.unit,
)
"""What two figures must share to be of one thing, strictest first. An editor may put together what the rules
would not: then the noun alone, or the unit alone, tells which figures are meant."""


def groups_of(claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
    """The claims of each group that has more than one, in their order."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.group:
            found.setdefault(claim.group, []).append(claim)
    return {name: tuple(members) for name, members in found.items() if len(members) > 1}


def figures_of(group: Sequence[Claim]) -> dict[str, Figures]:
    """The figures of each claim of a group, by claim id, under names that claims of one thing share."""
    counted = {claim.id: counts(claim) for claim in group}
    for level in _LEVELS:
        found = {key: _figures(each, level) for key, each in counted.items()}
        if _is_shared(found.values()):
            return found
    return {claim.id: _lone_figure(claim) for claim in group}


def relation(first: Figures, second: Figures) -> Relation:
    """What the claim with the one figures is to the claim with the others."""
    shared = first.keys() & second.keys()
    if not shared:
        return "beside"
    return "contradicts" if any(conflict(first[key][0], second[key][0]) for key in shared) else "agrees"


def companions(claims: Iterable[Claim]) -> dict[str, Counter[Relation]]:
    """How many claims of its group contradict each claim, agree with it, or stand beside it, by claim id."""
    found: dict[str, Counter[Relation]] = {}
    for group in groups_of(claims).values():
        figures = figures_of(group)
        for claim in group:
            own = figures[claim.id]
            found[claim.id] = Counter(relation(own, figures[o.id]) for o in group if o is not claim)
    return found


def _figures(counted: Iterable[Count], level: Callable[[Count], str]) -> Figures:
    """The first figure of each thing."""
    found: dict[str, Told] = {}
    for count in counted:
        found.setdefault(level(count), Told(count.figure, count.text))
    return found


def _is_shared(figures: Iterable[Figures]) -> bool:
    """Whether each claim gives a figure of something that another one gives a figure of too."""
    listed = list(figures)
    times = Counter(key for each in listed for key in each)
    return all(any(times[key] > 1 for key in each) for each in listed)


def _lone_figure(claim: Claim) -> Figures:
    """The figure of a claim that gives one alone, whatever it counts."""
    texts = {quantity.text for quantity in claim.quantities}
    if len(texts) != 1:
        return {}
    against = claim.certainty in ("denied", "doubted")
    told = Told(figure_of(claim.quantities, against=against), texts.pop())
    return {claim.quantities[0].unit_si: told}
