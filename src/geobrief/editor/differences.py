"""What differs between two briefs, thing by thing and field by field, and doing the same to a third."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from geobrief.brief.geometries import same
from geobrief.editor.fields import Fields, Thing, What, claim_from, document_from, fields_of, place_from
from geobrief.errors import BriefError
from geobrief.model import Brief

__all__ = ["Difference", "conflicts", "differences", "reapplied", "reversed_differences"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One article, place or claim that was added, removed, or changed in some of its fields."""

    what: What
    id: str
    before: Fields | None
    """The changed fields as they were, empty ones as None; of a removed thing all. None: it was not there."""
    after: Fields | None
    """The same as they are now; None: it is gone."""
    behind: str = ""
    """Of a thing that was added or removed: the id of the one before it; empty for the first."""


_MEMBERS: Final[Mapping[What, str]] = {"article": "documents", "place": "places", "claim": "claims"}
_MAKERS: Final[Mapping[What, Callable[[str, Fields], Thing]]] = {
    "article": document_from,
    "place": place_from,
    "claim": claim_from,
}


def differences(before: Brief, after: Brief) -> tuple[Difference, ...]:
    """What changed from one brief to another, articles first, then places, then claims.

    Where words stand in the articles is no part of it: that follows.
    """
    found: list[Difference] = []
    for what, member in _MEMBERS.items():
        found += _of_one_kind(what, getattr(before, member), getattr(after, member))
    return tuple(found)


def reversed_differences(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """What leads back: the last first."""
    back = [replace(one, before=one.after, after=one.before) for one in found]
    return tuple(reversed(back))


def conflicts(brief: Brief, found: Iterable[Difference]) -> tuple[str, ...]:
    """Where a brief has become other than the differences ask for, a sentence each."""
    things = {(what, thing.id): thing for what in _MEMBERS for thing in _things(brief, what)}
    return tuple(told for one in found if (told := _conflict(one, things.get((one.what, one.id)))))


def reapplied(brief: Brief, found: Sequence[Difference]) -> Brief:
    """A brief with the differences done to it, of whatever else it holds by now nothing overwritten.

    Its mentions are left out: where the names of places stand is to be found anew.

    Raises:
        BriefError: Somebody changed the same fields to something else since; every one is told.
    """
    if told := conflicts(brief, found):
        raise BriefError(*told)
    for one in found:
        things = list(_things(brief, one.what))
        at = next((at for at, thing in enumerate(things) if thing.id == one.id), None)
        if one.after is None:
            things = [thing for thing in things if thing.id != one.id]
        elif at is not None:
            fields = {**fields_of(things[at]), **one.after}
            things[at] = _MAKERS[one.what](one.id, fields)
        else:
            things.insert(_behind(things, one.behind), _MAKERS[one.what](one.id, one.after))
        brief = _replaced(brief, one.what, things)
    return replace(brief, mentions=())


def _of_one_kind(what: What, before: Sequence[Thing], after: Sequence[Thing]) -> list[Difference]:
    old, new = {thing.id: thing for thing in before}, {thing.id: thing for thing in after}
    found = [
        Difference(what, thing.id, fields_of(thing), None, before[at - 1].id if at else "")
        for at, thing in enumerate(before)
        if thing.id not in new
    ]
    found.reverse()  # undone in their old order, each finds the one that stood before it
    for at, thing in enumerate(after):
        if thing.id not in old:
            behind = after[at - 1].id if at else ""
            found.append(Difference(what, thing.id, None, fields_of(thing), behind))
        elif thing is not old[thing.id] and (changed := _changed(old[thing.id], thing)):
            found.append(Difference(what, thing.id, *changed))
    return found


def _changed(old: Thing, new: Thing) -> tuple[Fields, Fields] | None:
    before, after = fields_of(old), fields_of(new)
    names = [name for name in {**before, **after} if not same(before.get(name), after.get(name))]
    if not names:
        return None
    return {name: before.get(name) for name in names}, {name: after.get(name) for name in names}


def _conflict(one: Difference, thing: Thing | None) -> str:
    label = f"the {one.what} {one.id!r}"
    if thing is None:
        gone = one.before is not None and one.after is not None
        return f"{label} is no longer there" if gone else ""
    now = fields_of(thing)
    if one.before is None:
        there = one.after is not None and not _alike(now, one.after)
        return f"{label} is there already, and other" if there else ""
    wanted = one.after or {}
    names = one.before if one.after is not None else {**one.before, **now}
    moved = [
        name
        for name in names
        if not same(now.get(name), one.before.get(name))
        and not (one.after is not None and same(now.get(name), wanted.get(name)))
    ]
    return f"{label} has changed since: {', '.join(moved)}" if moved else ""


def _alike(one: Fields, other: Fields) -> bool:
    return all(same(one.get(name), other.get(name)) for name in {**one, **other})


def _behind(things: Sequence[Thing], key: str) -> int:
    """Where a thing goes that stood behind another: to the end where that one is gone."""
    if not key:
        return 0
    return next((at + 1 for at, thing in enumerate(things) if thing.id == key), len(things))


def _things(brief: Brief, what: What) -> Sequence[Thing]:
    things: Sequence[Thing] = getattr(brief, _MEMBERS[what])
    return things


def _replaced(brief: Brief, what: What, things: Iterable[Thing]) -> Brief:
    members: dict[str, Any] = {_MEMBERS[what]: tuple(things)}
    return replace(brief, **members)
