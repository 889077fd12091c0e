"""Everything that an editor can do to a brief. A change is a value; applied, it gives a new brief."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from geobrief.editor.article_changes import AddArticle, RemoveArticle, SetArticle
from geobrief.editor.claim_changes import AddClaim, RemoveClaim, SetClaim
from geobrief.editor.place_changes import (
    AddPlace,
    LinkWords,
    MergePlaces,
    MovePlace,
    RemovePlace,
    RenamePlace,
    SetPlace,
)
from geobrief.model import Brief

__all__ = [
    "AddArticle",
    "AddClaim",
    "AddPlace",
    "Change",
    "LinkWords",
    "MergePlaces",
    "MovePlace",
    "RemoveArticle",
    "RemoveClaim",
    "RemovePlace",
    "RenamePlace",
    "SetArticle",
    "SetClaim",
    "SetPlace",
    "Several",
]


@dataclass(frozen=True, slots=True)
class Several:
    """Changes that are done, and undone, as one."""

    changes: tuple[Change, ...]
    title: str = ""
    """What they do together, for the history; else the first of them speaks."""

    def applied(self, brief: Brief) -> Brief:
        """The brief with all of them, one after the other.

        Raises:
            BriefError: One of them cannot be done; then none is.
        """
        for change in self.changes:
            brief = change.applied(brief)
        return brief

    def told(self) -> str:
        """What is done, for the history."""
        more = f" and {len(self.changes) - 1} more" if len(self.changes) > 1 else ""
        return self.title or (self.changes[0].told() + more if self.changes else "change nothing")


PlaceChange: TypeAlias = AddPlace | LinkWords | MergePlaces | MovePlace | RemovePlace | RenamePlace | SetPlace
ClaimChange: TypeAlias = AddClaim | RemoveClaim | SetClaim
Change: TypeAlias = AddArticle | RemoveArticle | SetArticle | PlaceChange | ClaimChange | Several
