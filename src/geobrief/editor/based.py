"""A change that was made on what an editor saw, done to what the brief is by now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from geobrief.brief.geometries import same
from geobrief.editor.changes import Change
from geobrief.editor.differences import Difference, conflicts, differences
from geobrief.editor.fields import Fields, fields_of
from geobrief.errors import BriefError
from geobrief.model import Brief

__all__ = ["Based", "Clash", "ClashError"]


@dataclass(frozen=True, slots=True)
class Clash:
    """One field that two edits set differently."""

    what: str
    """`article`, `place` or `claim`."""
    id: str
    field: str
    """Empty where one of the two removed the thing."""
    yours: Any
    """None: empty, or removed."""
    theirs: Any


class ClashError(BriefError):
    """Somebody else changed the same fields meanwhile; nothing was done."""

    def __init__(self, clashes: Iterable[Clash], *faults: str) -> None:
        super().__init__(*faults)
        self.clashes = tuple(clashes)


@dataclass(frozen=True, slots=True)
class Based:
    """A change and the brief that it was made on.

    What others changed meanwhile stays: the change sets its own fields alone, and is refused where one of
    them has become another since.
    """

    change: Change
    base: Brief

    def applied(self, brief: Brief) -> Brief:
        """The brief with it.

        Raises:
            ClashError: Somebody else changed the same fields meanwhile.
            BriefError: The change cannot be done.
        """
        if brief != self.base:
            wanted = [one for one in differences(self.base, self.change.applied(self.base)) if one.before]
            told = conflicts(brief, wanted)
            if told:
                raise ClashError(_clashes(brief, wanted), *told)
        return self.change.applied(brief)

    def told(self) -> str:
        """What is done, for the history."""
        return self.change.told()


def _clashes(brief: Brief, wanted: Iterable[Difference]) -> Iterator[Clash]:
    now: dict[tuple[str, str], Fields] = {
        **{("article", each.id): fields_of(each) for each in brief.documents},
        **{("place", each.id): fields_of(each) for each in brief.places},
        **{("claim", each.id): fields_of(each) for each in brief.claims},
    }
    for one in wanted:
        yield from _of(one, now.get((one.what, one.id)))


def _of(one: Difference, theirs: Fields | None) -> Iterator[Clash]:
    if theirs is None or one.after is None:
        clash = Clash(one.what, one.id, "", None if one.after is None else "changed", None)
        yield replace(clash, theirs=None if theirs is None else "changed")
        return
    before = one.before or {}
    for name, value in one.after.items():
        there = theirs.get(name)
        if not same(there, before.get(name)) and not same(there, value):
            yield Clash(one.what, one.id, name, value, there)
