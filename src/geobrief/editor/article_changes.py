"""What is done to the articles of a brief, each a value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from geobrief.brief.add import BY_HAND, next_claim_id
from geobrief.brief.ids import unique_id
from geobrief.editor.fields import Fields, document_from, fields_of, find_document
from geobrief.editor.followed import followed
from geobrief.model import Brief, Claim, Document, Flow, Place

__all__ = ["AddArticle", "RemoveArticle", "SetArticle"]


@dataclass(frozen=True, slots=True)
class AddArticle:
    """An article more, with the places and claims that were drafted for it alone.

    A drafted place that the brief has already, by the gazetteer's id, is that one: its names are added.
    Where names stand in the text follows from the places, as for every article of a folder.
    """

    document: Document
    places: tuple[Place, ...] = ()
    claims: tuple[Claim, ...] = ()

    def applied(self, brief: Brief) -> Brief:
        """The brief with them; ids that are taken become free ones."""
        key = _free_name(self.document.id, {document.id for document in brief.documents})
        document = document_from(key, fields_of(self.document))
        places, keys = _joined(brief.places, self.places)
        claims = list(brief.claims)
        groups = _new_groups(brief.claims, self.claims)
        for claim in self.claims:
            new = _rekeyed(claim, keys, groups)
            claims.append(replace(new, id=next_claim_id(claims), document=key if claim.document else ""))
        documents = (*brief.documents, document)
        return replace(brief, documents=documents, places=places, claims=tuple(claims))

    def told(self) -> str:
        """What is done, for the history."""
        return f"add the article {self.document.title or self.document.id!r}"


@dataclass(frozen=True, slots=True)
class SetArticle:
    """Fields of an article made others: those of `Document` but its id; None empties one.

    Quotes and sources of its claims follow a corrected text, as `followed.py` tells.
    """

    id: str
    fields: Fields

    def applied(self, brief: Brief) -> Brief:
        """The brief with it.

        Raises:
            BriefError: There is no such article, or it cannot be so.
        """
        old = find_document(brief, self.id)
        new = document_from(self.id, {**fields_of(old), **self.fields})
        claims = brief.claims if new.text == old.text else tuple(followed(brief.claims, old, new))
        documents = tuple(new if document is old else document for document in brief.documents)
        return replace(brief, documents=documents, claims=claims)

    def told(self) -> str:
        """What is done, for the history."""
        if list(self.fields) == ["text"]:
            return f"correct the text of the article {self.id!r}"
        return f"set {', '.join(self.fields)} of the article {self.id!r}"


@dataclass(frozen=True, slots=True)
class RemoveArticle:
    """An article less, with its claims; the places stay."""

    id: str

    def applied(self, brief: Brief) -> Brief:
        """The brief without it.

        Raises:
            BriefError: There is no such article.
        """
        find_document(brief, self.id)
        return replace(
            brief,
            documents=tuple(document for document in brief.documents if document.id != self.id),
            claims=tuple(claim for claim in brief.claims if claim.document != self.id),
            mentions=tuple(mention for mention in brief.mentions if mention.document != self.id),
        )

    def told(self) -> str:
        """What is done, for the history."""
        return f"remove the article {self.id!r} with its claims"


def _free_name(name: str, taken: set[str]) -> str:
    """A file name below `articles/` that is not taken."""
    stem, suffix = PurePath(name).stem or "article", ".md"
    if f"{stem}{suffix}" == name and name not in taken:
        return name
    return unique_id(stem, {other.removesuffix(suffix) for other in taken}) + suffix


def _joined(places: Sequence[Place], drafted: Sequence[Place]) -> tuple[tuple[Place, ...], Mapping[str, str]]:
    """All places, and under which id each drafted one is among them."""
    joined = {place.id: place for place in places}
    by_source = {
        (place.source, place.kind): place.id for place in places if place.source not in ("", BY_HAND)
    }
    keys: dict[str, str] = {}
    for place in drafted:
        same = by_source.get((place.source, place.kind)) if place.kind != "site" else None
        same = same or next((old.id for old in places if _alike(old, place)), None)
        if same is None:
            keys[place.id] = place.id if place.id not in joined else unique_id(place.name, joined)
            joined[keys[place.id]] = replace(place, id=keys[place.id])
        else:
            keys[place.id] = same
            names = dict.fromkeys((*joined[same].aliases, place.name, *place.aliases))
            aliases = tuple(name for name in names if name != joined[same].name)
            joined[same] = replace(joined[same], aliases=aliases)
    return tuple(joined.values()), keys


def _alike(old: Place, new: Place) -> bool:
    return (old.name, old.kind, old.lon, old.lat) == (new.name, new.kind, new.lon, new.lat)


def _new_groups(claims: Sequence[Claim], drafted: Sequence[Claim]) -> Mapping[str, str]:
    """The drafted groups under names that no group of the brief has."""
    taken = {claim.group for claim in claims}
    groups: dict[str, str] = {"": ""}
    number = 0
    for group in dict.fromkeys(claim.group for claim in drafted if claim.group):
        number += 1
        while f"g{number}" in taken:
            number += 1
        groups[group] = f"g{number}"
    return groups


def _rekeyed(claim: Claim, keys: Mapping[str, str], groups: Mapping[str, str]) -> Claim:
    flow = claim.flow and Flow(
        keys.get(claim.flow.origin, claim.flow.origin),
        keys.get(claim.flow.destination, claim.flow.destination),
        claim.flow.span,
    )
    places = tuple(dict.fromkeys(keys.get(place, place) for place in claim.places))
    return replace(claim, places=places, flow=flow, group=groups.get(claim.group, claim.group))
