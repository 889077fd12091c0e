"""A brief as records: what each format of tables and features writes, in the words of the brief's own files.

Beside what the files say, each record has what follows from the brief and other programs cannot reckon:
numbers, names for ids, the strongest certainty. Those are "added", and not read back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeAlias

import shapely

from geobrief.brief.claim_cells import KNOWN, cells
from geobrief.brief.exported import FACTS
from geobrief.brief.fact_records import filled, quantity_record
from geobrief.brief.features import new_feature
from geobrief.brief.sheets import Role
from geobrief.export.certainty_styles import UNCLAIMED
from geobrief.model import Brief, Claim, Document, Place
from geobrief.render.arcs import great_circle
from geobrief.render.locate import locate
from geobrief.render.symbols import Mark, claims_in_text_order, marks

__all__ = ["Groups", "Movement", "Rows", "quoted", "spoken_by"]

Record = dict[str, Any]
Groups: TypeAlias = Sequence[tuple[Role, Sequence[Mapping[str, Any]]]]


@dataclass(frozen=True, slots=True)
class Movement:
    """A claim's movement on the map."""

    claim: Claim
    lines: shapely.LineString | shapely.MultiLineString
    """The great circle in WGS 84, cut at the 180th meridian."""


@dataclass(frozen=True)
class Rows:
    """The records of a brief."""

    brief: Brief

    @cached_property
    def marks(self) -> Mapping[str, Mark]:
        """How each place is drawn, by its id."""
        return {mark.place.id: mark for mark in marks(self.brief)}

    @cached_property
    def claims_by_id(self) -> Mapping[str, Claim]:
        """The claims."""
        return {claim.id: claim for claim in self.brief.claims}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The names of the places, by id."""
        return {place.id: place.name for place in self.brief.places}

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The articles, by id."""
        return {document.id: document for document in self.brief.documents}

    def places(self) -> Groups:
        """A row a place, in the order of the file."""
        places = self.brief.places
        return (
            ("own", [_own_place(place) for place in places]),
            ("extra", [dict(place.extra) for place in places]),
            ("added", [self.place_additions(place) for place in places]),
        )

    def claims(self) -> Groups:
        """A row a claim, in the order of the file; every cell of `claims.csv` is text."""
        every = [(claim, cells(claim)) for claim in self.brief.claims]
        return (
            ("own", [{name: row[name] for name in KNOWN} for _, row in every]),
            ("extra", [dict(claim.extra) for claim, _ in every]),
            ("added", [self.claim_additions(claim) for claim, _ in every]),
        )

    def articles(self) -> Groups:
        """A row an article."""
        fields = ("id", "title", "published", "url", "publisher", "language", "text")
        return (("own", [{name: getattr(each, name) for name in fields} for each in self.brief.documents]),)

    def claim_records(self) -> dict[str, Record]:
        """Each claim as JSON tells it, by id: without what is empty, its places as a list."""
        (_, own), (_, extra), (_, added) = self.claims()
        found = {}
        for claim, row, more, follows in zip(self.brief.claims, own, extra, added, strict=True):
            told = {name: follows[name] for name in ("quantities", "start", "end", "by_name", "by_kind")}
            record = filled(**{**row, "places": list(claim.places)}, **{FACTS: filled(**told)})
            found[claim.id] = record | dict(more)
        return found

    def article_records(self) -> list[Record]:
        """Each article as JSON tells it."""
        return [filled(**record) for record in self.articles()[0][1]]

    def place_additions(self, place: Place) -> Record:
        """A place's number, the style it is drawn in, and what is claimed about it."""
        mark = self.marks[place.id]
        said = [self.claims_by_id[claim] for claim in mark.claims]
        return {
            "number": mark.number,
            "symbol": mark.symbol,
            "certainty": mark.certainty or UNCLAIMED,
            "claim_ids": ";".join(mark.claims),
            "quotes": "\n".join(map(quoted, said)),
        }

    def claim_additions(self, claim: Claim) -> Record:
        """A claim's places by name, its time as two dates, its numbers, its article."""
        article = self.documents.get(claim.document)
        ends = (claim.flow.origin, claim.flow.destination) if claim.flow else ("", "")
        return {
            "place_names": "; ".join(self.names.get(place, place) for place in claim.places),
            "from_name": self.names.get(ends[0], ends[0]),
            "to_name": self.names.get(ends[1], ends[1]),
            "by_name": claim.by_name or claim.by,
            "by_kind": claim.by_kind,
            "start": claim.when.start if claim.when else "",
            "end": claim.when.end if claim.when else "",
            "quantities": [quantity_record(quantity) for quantity in claim.quantities],
            "article_title": article.title if article else "",
            "article_published": article.published if article else "",
            "article_url": article.url if article else "",
        }

    def movements(self) -> Iterator[Movement]:
        """The flows whose ends are both located, in the order of the text."""
        ends = {
            end
            for claim in self.brief.claims
            if claim.flow
            for end in (claim.flow.origin, claim.flow.destination)
        }
        named = [self.marks[place] for place in ends if place in self.marks]
        where = {at.mark.place.id: at.label for at in locate(named, lambda _source: None)}
        for claim in claims_in_text_order(self.brief) if where else ():
            if claim.flow and claim.flow.origin in where and claim.flow.destination in where:
                way = great_circle(where[claim.flow.origin], where[claim.flow.destination])
                if way:
                    lines = way[0] if len(way) == 1 else shapely.MultiLineString(way)
                    yield Movement(claim, lines)

    def movement_record(self, movement: Movement) -> Record:
        """What a table or a Feature tells of a movement."""
        row, added = cells(movement.claim), self.claim_additions(movement.claim)
        own = ("by", "certainty", "quantity", "when", "quote", "article", "url")
        ends = {"from": row["from"], "to": row["to"]}
        names = {name: added[name] for name in ("from_name", "to_name")}
        return {"claim": movement.claim.id, **ends, **names, **{name: row[name] for name in own}}


def spoken_by(claim: Claim) -> str:
    """Who says it, and how sure it is: `Officials, attributed`."""
    return ", ".join(filter(None, (claim.by_name or claim.by, claim.certainty)))


def quoted(claim: Claim) -> str:
    """A claim on one line."""
    return f"“{' '.join(claim.quote.split())}” ({spoken_by(claim)})"


def _own_place(place: Place) -> Record:
    properties = new_feature(replace(place, extra={}))["properties"]
    return {"id": place.id, **properties, "lon": place.lon, "lat": place.lat}
