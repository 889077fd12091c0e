"""The whole brief as JSON and back. What a page carries in `geobrief-data` is made from it by `packed.py`.

Values that are empty are left out, as is the certainty `stated`, so that the page stays small.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from geobrief.brief.fact_records import (
    filled,
    flow_record,
    quantity_record,
    read_flow,
    read_quantity,
    read_span,
    read_when,
    when_record,
)
from geobrief.brief.grounds_records import GroundsTable, read_grounds
from geobrief.brief.packed import VERSION as PACKED_VERSION
from geobrief.brief.packed import unpack
from geobrief.brief.references import reference_faults
from geobrief.errors import BriefError
from geobrief.model import (
    CERTAINTIES,
    KINDS,
    SOURCE_KINDS,
    Brief,
    Claim,
    Document,
    Grounds,
    Mention,
    Place,
    Span,
)

__all__ = [
    "VERSION",
    "document_record",
    "from_record",
    "place_record",
    "read_document",
    "read_place",
    "to_record",
]

VERSION = 1
"""Version of this schema, under the key `geobrief`."""

Record = dict[str, Any]


def to_record(brief: Brief) -> Record:
    """The brief as a dictionary that `json.dumps` takes; `from_record` gives the same brief back."""
    grounds = GroundsTable(brief.mentions)
    return {
        "geobrief": VERSION,
        **filled(
            title=brief.title,
            documents=[document_record(document) for document in brief.documents],
            mentions=[_mention_record(mention, grounds.row(mention)) for mention in brief.mentions],
            grounds=grounds.records(),
            places=[place_record(place) for place in brief.places],
            claims=[_claim_record(claim) for claim in brief.claims],
        ),
    }


def from_record(record: Mapping[str, Any]) -> Brief:
    """The brief that a record holds, be it packed for a page or not.

    Raises:
        BriefError: The record is none of a brief, of a newer version, or contradicts itself.
    """
    version = record.get("geobrief") if isinstance(record, Mapping) else None
    if version not in (VERSION, PACKED_VERSION):
        raise BriefError(
            f"The data have version {version!r}; this geobrief reads up to {PACKED_VERSION}: update it."
        )
    try:
        record = unpack(record) if version == PACKED_VERSION else record
        grounds = read_grounds(_list(record, "grounds"))
        brief = Brief(
            documents=tuple(read_document(entry) for entry in _list(record, "documents")),
            mentions=tuple(_mention(entry, grounds) for entry in _list(record, "mentions")),
            places=tuple(read_place(entry) for entry in _list(record, "places")),
            claims=tuple(_claim(entry) for entry in _list(record, "claims")),
            title=_text(record, "title"),
        )
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise BriefError(
            f"The data are no brief that geobrief wrote: {error}. Make the page anew."
        ) from error
    if faults := reference_faults(brief):
        raise BriefError(*map(str, faults))
    return brief


def document_record(document: Document) -> Record:
    """An article as a dictionary, without what is empty."""
    return {
        "id": document.id,
        **filled(
            title=document.title,
            published=document.published,
            url=document.url,
            publisher=document.publisher,
            language=document.language,
            text=document.text,
        ),
    }


def _mention_record(mention: Mention, grounds: int | None) -> Record:
    span = {"document": mention.document, "start": mention.start, "end": mention.end}
    return {**span, **filled(place=mention.place, grounds=grounds)}


def place_record(place: Place) -> Record:
    """A place as a dictionary, without what is empty."""
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        **filled(
            lon=place.lon,
            lat=place.lat,
            country_code=place.country_code,
            within=place.within,
            aliases=list(place.aliases),
            precision=place.precision,
            source=place.source,
            note=place.note,
            geometry=dict(place.geometry) if place.geometry is not None else None,
            extra=dict(place.extra),
        ),
    }


def _claim_record(claim: Claim) -> Record:
    start, end = claim.span or (None, None)
    by_start, by_end = claim.by_span or (None, None)
    return {
        "id": claim.id,
        **filled(
            document=claim.document,
            quote=claim.quote,
            places=list(claim.places),
            by=claim.by,
            certainty="" if claim.certainty == "stated" else claim.certainty,
            quantities=[quantity_record(quantity) for quantity in claim.quantities],
            when=when_record(claim.when) if claim.when else None,
            flow=flow_record(claim.flow) if claim.flow else None,
            url=claim.url,
            note=claim.note,
            start=start,
            end=end,
            by_start=by_start,
            by_end=by_end,
            inferred=list(claim.inferred),
            extra=dict(claim.extra),
            by_name=claim.by_name,
            by_kind=claim.by_kind,
            group=claim.group,
            cue_span=list(claim.cue_span or ()),
            certainty_span=list(claim.certainty_span or ()),
            inferred_spans=[list(span) for span in claim.inferred_spans],
        ),
    }


def read_document(entry: Mapping[str, Any]) -> Document:
    """The article of a record.

    Raises:
        TypeError: A value is of another type.
        ValueError: One is missing.
    """
    keys = ("text", "title", "published", "url", "publisher", "language")
    return Document(id=_required(entry, "id"), **{key: _text(entry, key) for key in keys})


def _mention(entry: Mapping[str, Any], table: Sequence[Grounds]) -> Mention:
    place = entry.get("place")
    if not isinstance(place, str | None):
        raise TypeError(f"the mention's place {place!r} is no text")
    grounds = table[int(entry["grounds"])] if "grounds" in entry else None
    return Mention(_required(entry, "document"), int(entry["start"]), int(entry["end"]), place, grounds)


def read_place(entry: Mapping[str, Any]) -> Place:
    """The place of a record.

    Raises:
        TypeError: A value is of another type.
        ValueError: One is missing, unknown or outside WGS 84.
    """
    kind = _required(entry, "kind")
    if kind not in KINDS:
        raise ValueError(f"the kind {kind!r} is unknown")
    keys = ("country_code", "within", "precision", "source", "note")
    return Place(
        id=_required(entry, "id"),
        name=_required(entry, "name"),
        kind=kind,
        lon=_number(entry, "lon"),
        lat=_number(entry, "lat"),
        aliases=_texts(entry, "aliases"),
        geometry=_mapping(entry, "geometry") if "geometry" in entry else None,
        extra=_mapping(entry, "extra"),
        **{key: _text(entry, key) for key in keys},
    )


def _claim(entry: Mapping[str, Any]) -> Claim:
    certainty = _text(entry, "certainty") or "stated"
    if certainty not in CERTAINTIES:
        raise ValueError(f"the certainty {certainty!r} is unknown")
    by_kind = _text(entry, "by_kind")
    if by_kind not in SOURCE_KINDS:
        raise ValueError(f"the kind of source {by_kind!r} is unknown")
    return Claim(
        id=_required(entry, "id"),
        document=_text(entry, "document"),
        quote=_text(entry, "quote"),
        places=_texts(entry, "places"),
        by=_text(entry, "by"),
        certainty=certainty,
        quantities=tuple(read_quantity(quantity) for quantity in _list(entry, "quantities")),
        when=read_when(entry["when"]) if "when" in entry else None,
        flow=read_flow(entry["flow"]) if "flow" in entry else None,
        url=_text(entry, "url"),
        note=_text(entry, "note"),
        span=_span(entry, "start", "end"),
        by_span=_span(entry, "by_start", "by_end"),
        inferred=_texts(entry, "inferred"),
        extra=_mapping(entry, "extra"),
        by_name=_text(entry, "by_name"),
        by_kind=by_kind,
        group=_text(entry, "group"),
        cue_span=read_span(entry.get("cue_span")),
        certainty_span=read_span(entry.get("certainty_span")),
        inferred_spans=tuple((int(start), int(end)) for start, end in _list(entry, "inferred_spans")),
    )


def _span(entry: Mapping[str, Any], start: str, end: str) -> Span | None:
    return (int(entry[start]), int(entry[end])) if start in entry else None


def _required(entry: Mapping[str, Any], key: str) -> str:
    if key not in entry:
        raise ValueError(f"an entry has no {key!r}")
    return _text(entry, key)


def _text(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key, "")
    if not isinstance(value, str):
        raise TypeError(f"{key!r} is {value!r} and no text")
    return value


def _number(entry: Mapping[str, Any], key: str) -> float | None:
    value = entry.get(key)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int | float)):
        raise TypeError(f"{key!r} is {value!r} and no number")
    return value


def _list(entry: Mapping[str, Any], key: str) -> Sequence[Any]:
    value = entry.get(key, [])
    if not isinstance(value, list):
        raise TypeError(f"{key!r} is {value!r} and no list")
    return value


def _texts(entry: Mapping[str, Any], key: str) -> tuple[str, ...]:
    values = _list(entry, key)
    if not all(isinstance(value, str) for value in values):
        raise TypeError(f"{key!r} holds something other than text: {values!r}")
    return tuple(values)


def _mapping(entry: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = entry.get(key, {})
    if not isinstance(value, dict):
        raise TypeError(f"{key!r} is {value!r} and no object")
    return cast("dict[str, Any]", value)
