"""What is done to the places of a brief, each a value; the claims that name them follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geobrief.brief.add import BY_HAND, next_claim_id
from geobrief.brief.geometries import geometry_fault, is_empty, within
from geobrief.brief.ids import unique_id
from geobrief.editor.fields import Fields, fields_of, find_place, place_from
from geobrief.errors import BriefError
from geobrief.model import Brief, Claim, Flow, Place

__all__ = ["AddPlace", "LinkWords", "MergePlaces", "MovePlace", "RemovePlace", "RenamePlace", "SetPlace"]

_POSITION = ("lon", "lat", "geometry", "precision", "source")


@dataclass(frozen=True, slots=True)
class AddPlace:
    """A place more, at the end, with claims about it; an id that is empty or taken is made from its name."""

    place: Place
    claims: tuple[Claim, ...] = ()
    """They name it by the id that it has here, or name no place yet."""

    def applied(self, brief: Brief) -> Brief:
        """The brief with it."""
        taken = {place.id for place in brief.places}
        free = self.place.id and self.place.id not in taken
        key = self.place.id if free else unique_id(self.place.name, taken)
        place = place_from(key, fields_of(self.place))
        claims = list(brief.claims)
        for claim in self.claims:
            about = tuple(key if name == self.place.id else name for name in claim.places) or (key,)
            claims.append(replace(claim, id=next_claim_id(claims), places=about))
        return replace(brief, places=(*brief.places, place), claims=tuple(claims))

    def told(self) -> str:
        """What is done, for the history."""
        return f"add the place {self.place.name!r}"


@dataclass(frozen=True, slots=True)
class SetPlace:
    """Fields of a place made others: those of `Place` but its id; None empties one."""

    id: str
    fields: Fields

    def applied(self, brief: Brief) -> Brief:
        """The brief with it.

        Raises:
            BriefError: There is no such place, or it cannot be so.
        """
        old = find_place(brief, self.id)
        fields: Fields = {**fields_of(old), **_as_stored(self.fields)}
        if self.fields.get("geometry") and not {"lon", "lat"} & self.fields.keys():
            fields = _remarked(fields)
        return _with(brief, place_from(self.id, fields))

    def told(self) -> str:
        """What is done, for the history."""
        return f"set {', '.join(self.fields)} of the place {self.id!r}"


@dataclass(frozen=True, slots=True)
class MovePlace:
    """A place put elsewhere by hand. An area that does not reach there belonged to the old spot, and goes."""

    id: str
    lon: float
    """WGS 84 degrees."""
    lat: float

    def applied(self, brief: Brief) -> Brief:
        """The brief with it.

        Raises:
            BriefError: There is no such place, or the point lies outside WGS 84.
        """
        old = find_place(brief, self.id)
        fields = {"lon": self.lon, "lat": self.lat, "source": BY_HAND}
        if not _reaches(old, self.lon, self.lat):
            fields |= {"geometry": None, "precision": "point"}
        return _with(brief, place_from(self.id, {**fields_of(old), **fields}))

    def told(self) -> str:
        """What is done, for the history."""
        return f"move the place {self.id!r} to {self.lon:g}, {self.lat:g}"


@dataclass(frozen=True, slots=True)
class RenamePlace:
    """Another name; the old one becomes an alias, by which the articles' words are still found."""

    id: str
    name: str

    def applied(self, brief: Brief) -> Brief:
        """The brief with it; claims name places by their id, which stays.

        Raises:
            BriefError: There is no such place, or the name is empty.
        """
        place = find_place(brief, self.id)
        aliases = _others((*place.aliases, place.name), self.name.strip())
        fields = {**fields_of(place), "name": self.name.strip(), "aliases": aliases}
        return _with(brief, place_from(self.id, fields))

    def told(self) -> str:
        """What is done, for the history."""
        return f"rename the place {self.id!r} to {self.name!r}"


@dataclass(frozen=True, slots=True)
class MergePlaces:
    """Two entries for one place made one: names and claims of `id` go over to `into`, which stays."""

    id: str
    into: str

    def applied(self, brief: Brief) -> Brief:
        """The brief with it; what `into` does not say is taken from the other.

        Raises:
            BriefError: One of them is not there, or they are one.
        """
        if self.id == self.into:
            raise BriefError(f"place {self.id!r} cannot be merged into itself; name two places")
        gone, kept = find_place(brief, self.id), find_place(brief, self.into)
        ours, theirs = fields_of(kept), fields_of(gone)
        if kept.located:  # its position stays its own, whole
            theirs = {name: value for name, value in theirs.items() if name not in _POSITION}
        aliases = _others((*kept.aliases, gone.name, *gone.aliases), kept.name)
        extra = {**gone.extra, **kept.extra}
        merged = place_from(
            kept.id, {**theirs, **_positioned(ours, kept), "aliases": aliases, "extra": extra}
        )
        places = tuple(place for place in brief.places if place.id != self.id)
        claims = tuple(_repointed(claim, self.id, self.into) for claim in brief.claims)
        mentions = tuple(
            replace(mention, place=self.into) if mention.place == self.id else mention
            for mention in brief.mentions
        )
        return _with(replace(brief, places=places, claims=claims, mentions=mentions), merged)

    def told(self) -> str:
        """What is done, for the history."""
        return f"merge the place {self.id!r} into {self.into!r}"


@dataclass(frozen=True, slots=True)
class RemovePlace:
    """A place less. Claims about others too no longer name it."""

    id: str
    with_claims: bool = False
    """Whether claims about it alone go with it; else they stay, about no place."""

    def applied(self, brief: Brief) -> Brief:
        """The brief with it.

        Raises:
            BriefError: There is no such place.
        """
        find_place(brief, self.id)
        claims = [
            _repointed(claim, self.id, "")
            for claim in brief.claims
            if not (self.with_claims and claim.places == (self.id,))
        ]
        places = tuple(place for place in brief.places if place.id != self.id)
        mentions = tuple(mention for mention in brief.mentions if mention.place != self.id)
        return replace(brief, places=places, claims=tuple(claims), mentions=mentions)

    def told(self) -> str:
        """What is done, for the history."""
        return f"remove the place {self.id!r}" + (" with its claims" if self.with_claims else "")


@dataclass(frozen=True, slots=True)
class LinkWords:
    """Words of the articles that shall mean a place: they become its alias, and no other place's."""

    id: str
    words: str

    def applied(self, brief: Brief) -> Brief:
        """The brief with it.

        Raises:
            BriefError: There is no such place, or there are no words.
        """
        words = " ".join(self.words.split())
        if not words:
            raise BriefError("no words are selected; select some to link them to a place")
        find_place(brief, self.id)
        return replace(brief, places=tuple(self._linked(place, words) for place in brief.places))

    def _linked(self, place: Place, words: str) -> Place:
        if place.id == self.id:
            return replace(place, aliases=_others((*place.aliases, words), place.name))
        return replace(place, aliases=_others(place.aliases, words)) if words in place.aliases else place

    def told(self) -> str:
        """What is done, for the history."""
        return f"link {self.words!r} to the place {self.id!r}"


def _positioned(fields: Fields, place: Place) -> Fields:
    """The fields; of a place that is not located without what it says of its position."""
    return fields if place.located else {name: fields[name] for name in fields if name not in _POSITION}


def _with(brief: Brief, place: Place) -> Brief:
    return replace(brief, places=tuple(place if old.id == place.id else old for old in brief.places))


def _as_stored(fields: Fields) -> Fields:
    """The fields with an area that runs on past 180 degrees, as the browser draws it, cut there."""
    from geobrief.editor.areas import stored

    geometry = fields.get("geometry")
    if geometry is None or geometry_fault(geometry, running_on=True) or is_empty(geometry):
        return fields
    return {**fields, "geometry": stored(geometry)}


def _remarked(fields: Fields) -> Fields:
    """The fields without the mark where a new area does not hold it: it is then found inside the area."""
    geometry, lon, lat = fields["geometry"], fields.get("lon"), fields.get("lat")
    if geometry_fault(geometry) or is_empty(geometry):
        return fields
    if lon is not None and lat is not None and within(geometry, lon, lat):
        return fields
    return {name: value for name, value in fields.items() if name not in ("lon", "lat")}


def _reaches(place: Place, lon: float, lat: float) -> bool:
    if place.geometry is None:
        return place.precision != "" and place.kind not in ("city", "site")
    return within(place.geometry, lon, lat)


def _others(names: Sequence[str], name: str) -> tuple[str, ...]:
    """Each of the names once, without one."""
    return tuple(other for other in dict.fromkeys(names) if other and other != name)


def _repointed(claim: Claim, old: str, new: str) -> Claim:
    """A claim that names another place instead of one; an empty one: none."""
    if old not in claim.places and not (claim.flow and old in (claim.flow.origin, claim.flow.destination)):
        return claim
    places = (new if place == old else place for place in claim.places)
    return replace(
        claim,
        places=tuple(place for place in dict.fromkeys(places) if place),
        flow=_repointed_flow(claim.flow, old, new) if claim.flow else None,
    )


def _repointed_flow(flow: Flow, old: str, new: str) -> Flow | None:
    origin, destination = (new if end == old else end for end in (flow.origin, flow.destination))
    return Flow(origin, destination, flow.span) if origin and destination and origin != destination else None
