"""What is done to the claims of a brief, each a value."""

from __future__ import annotations

from dataclasses import dataclass, replace

from geobrief.brief.add import next_claim_id
from geobrief.editor.fields import Fields, claim_from, fields_of, find_claim
from geobrief.model import Brief, Claim

__all__ = ["AddClaim", "RemoveClaim", "SetClaim"]


@dataclass(frozen=True, slots=True)
class AddClaim:
    """A claim more, at the end; an id that is empty or taken becomes the next free one."""

    claim: Claim

    def applied(self, brief: Brief) -> Brief:
        """The brief with it."""
        taken = {claim.id for claim in brief.claims}
        free = self.claim.id and self.claim.id not in taken
        key = self.claim.id if free else next_claim_id(brief.claims)
        return replace(brief, claims=(*brief.claims, replace(self.claim, id=key)))

    def told(self) -> str:
        """What is done, for the history."""
        return f"add the claim {_shortened(self.claim.quote)!r}"


@dataclass(frozen=True, slots=True)
class SetClaim:
    """Cells of a claim made others, by the column of `claims.csv`; empty text or None empties one."""

    id: str
    fields: Fields

    def applied(self, brief: Brief) -> Brief:
        """The brief with it.

        Raises:
            BriefError: There is no such claim, or a cell cannot be read.
        """
        old = find_claim(brief, self.id)
        new = claim_from(self.id, {**fields_of(old), **self.fields})
        return replace(brief, claims=tuple(new if claim is old else claim for claim in brief.claims))

    def told(self) -> str:
        """What is done, for the history."""
        return f"set {', '.join(self.fields)} of the claim {self.id!r}"


@dataclass(frozen=True, slots=True)
class RemoveClaim:
    """A claim less."""

    id: str

    def applied(self, brief: Brief) -> Brief:
        """The brief without it.

        Raises:
            BriefError: There is no such claim.
        """
        find_claim(brief, self.id)
        return replace(brief, claims=tuple(claim for claim in brief.claims if claim.id != self.id))

    def told(self) -> str:
        """What is done, for the history."""
        return f"remove the claim {self.id!r}"


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
