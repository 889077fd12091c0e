"""Articles, places and claims as flat fields, and with some fields made others: what is edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal, TypeAlias, TypeVar

from geobrief.brief.claim_cells import KNOWN, cells, read_claim
from geobrief.brief.geometries import geometry_fault, inner_point, is_empty, is_number, plain, within
from geobrief.brief.records import document_record, place_record, read_document, read_place
from geobrief.errors import ArticleError, BriefError
from geobrief.model import Brief, Claim, Document, Place
from geobrief.text.decoding import paired
from geobrief.text.front_matter import iso_date

__all__ = [
    "Fields",
    "Thing",
    "What",
    "claim_from",
    "document_from",
    "fields_of",
    "find_claim",
    "find_document",
    "find_place",
    "place_from",
]

Fields: TypeAlias = Mapping[str, Any]
"""By name, as JSON holds them. Of a claim: the cells of `claims.csv`, by column."""
Thing: TypeAlias = Document | Place | Claim
What: TypeAlias = Literal["article", "place", "claim"]

_T = TypeVar("_T", Document, Place, Claim)

PLACE_FIELDS: Final = (
    "name",
    "kind",
    "lon",
    "lat",
    "country_code",
    "within",
    "aliases",
    "precision",
    "source",
    "note",
    "geometry",
    "extra",
)
DOCUMENT_FIELDS: Final = ("title", "published", "url", "publisher", "language", "text")


def fields_of(thing: Thing) -> dict[str, Any]:
    """The fields of an article, place or claim that its file holds, without its id and what is empty."""
    if isinstance(thing, Claim):
        record: dict[str, Any] = {column: value for column, value in cells(thing).items() if value}
    else:
        made = place_record(thing) if isinstance(thing, Place) else document_record(thing)
        record = plain(made)
    return {name: value for name, value in record.items() if name != "id"}


def place_from(key: str, fields: Fields) -> Place:
    """The place of that id with those fields; None and what is missing are empty.

    Raises:
        BriefError: A field is unknown, of another type, or says what no place can be.
    """
    filled = _filled(f"place {key!r}", fields, PLACE_FIELDS)
    geometry = filled.get("geometry")
    if geometry is not None:
        filled |= _area(key, filled)
    if not str(filled.get("name", "")).strip():
        raise BriefError(f"place {key!r} has no name; give it one")
    if ";" in key or key != key.strip() or not key:
        raise BriefError(f"{key!r} is no id for a place: claims.csv could not name it; give another")
    try:
        return read_place({"kind": "city", **filled, "id": key})
    except (TypeError, ValueError) as error:
        raise BriefError(f"place {key!r} cannot be so: {error}") from error


def claim_from(key: str, fields: Fields) -> Claim:
    """The claim of that id with those cells of `claims.csv`, by column; what is missing is empty.

    Raises:
        BriefError: A cell cannot be read.
    """
    row = {column: value for column, value in fields.items() if value is not None}
    wrong = [column for column, value in row.items() if not isinstance(value, str) or not column.strip()]
    if wrong:
        raise BriefError(f"claim {key!r} has a cell that is no text: {', '.join(map(repr, wrong))}")
    lowered = {column.lower() if column.lower() in KNOWN else column: value for column, value in row.items()}
    claim, faults = read_claim({**lowered, "id": key})
    if claim is None:
        raise BriefError(*(f"claim {key!r} {fault}" for fault in faults))
    return claim


def document_from(key: str, fields: Fields) -> Document:
    """The article of that id with those fields; None and what is missing are empty.

    Raises:
        BriefError: A field is unknown, of another type or no date, or there is no text.
    """
    filled = _filled(f"article {key!r}", fields, DOCUMENT_FIELDS)
    try:
        if isinstance(filled.get("published"), str):
            filled["published"] = iso_date(filled["published"], f"article {key!r}")
        if isinstance(filled.get("text"), str):
            filled["text"] = paired(filled["text"].replace("\r\n", "\n").replace("\r", "\n"))
        document = read_document({**filled, "id": key})
    except ArticleError as error:
        raise BriefError(str(error)) from error
    except (TypeError, ValueError) as error:
        raise BriefError(f"article {key!r} cannot be so: {error}") from error
    if not document.text.strip():
        raise BriefError(f"article {key!r} has no text; give it one")
    return document


def find_place(brief: Brief, key: str) -> Place:
    """The place of that id.

    Raises:
        BriefError: The brief has none.
    """
    return _found("place", key, brief.places)


def find_claim(brief: Brief, key: str) -> Claim:
    """The claim of that id.

    Raises:
        BriefError: The brief has none.
    """
    return _found("claim", key, brief.claims)


def find_document(brief: Brief, key: str) -> Document:
    """The article of that id.

    Raises:
        BriefError: The brief has none.
    """
    return _found("article", key, brief.documents)


def _found(what: What, key: str, things: tuple[_T, ...]) -> _T:
    for thing in things:
        if thing.id == key:
            return thing
    raise BriefError(f"the brief has no {what} {key!r}; read it again to see what it has")


def _filled(label: str, fields: Fields, known: tuple[str, ...]) -> dict[str, Any]:
    unknown = [name for name in fields if name not in known]
    if unknown:
        raise BriefError(f"{label} has no field {unknown[0]!r}; the fields are {', '.join(known)}")
    return {name: plain(value) for name, value in fields.items() if value is not None}


def _area(key: str, fields: Fields) -> dict[str, Any]:
    """The geometry, if it is an area or line, with a mark that lies within its bounds."""
    geometry = fields["geometry"]
    fault = geometry_fault(geometry)
    if fault or is_empty(geometry):
        raise BriefError(f"place {key!r} {fault or 'has an empty geometry; leave it out'}")
    if geometry["type"] == "Point":
        raise BriefError(f"place {key!r} has a point as its area; give it as lon and lat")
    lon, lat = fields.get("lon"), fields.get("lat")
    if is_number(lon) and is_number(lat):
        if within(geometry, lon, lat):
            return {}
        raise BriefError(f"place {key!r} would be marked outside its area; move the area too, or remove it")
    lon, lat = inner_point(geometry)
    return {"lon": lon, "lat": lat}
