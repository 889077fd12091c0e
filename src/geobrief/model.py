"""The values that flow through geobrief: frozen, plain, standard library only.

Text offsets are code points, half-open (`text[start:end]`). Coordinates are WGS 84 degrees, longitude before
latitude (OGC:CRS84), longitude in -180..180. A bbox is (west, south, east, north); west > east means that it
crosses the 180th meridian.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias, get_args

__all__ = [
    "BOUNDS",
    "CERTAINTIES",
    "KINDS",
    "SOURCE_KINDS",
    "BBox",
    "Bound",
    "Brief",
    "Candidate",
    "Certainty",
    "Claim",
    "Document",
    "Flow",
    "Grounds",
    "Kind",
    "Mention",
    "Place",
    "Quantity",
    "SourceKind",
    "Span",
    "When",
    "by_date",
]

Kind = Literal["city", "region", "country", "continent", "water", "site"]
Certainty = Literal[
    "denied", "doubted", "possible", "expected", "claimed", "reported", "attributed", "stated"
]
SourceKind = Literal["", "named", "institution", "anonymous"]
Bound = Literal["", "about", "at least", "at most"]

KINDS: tuple[Kind, ...] = get_args(Kind)
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
"""Strongest first: of several that apply to a claim, the first in this order is the claim's."""
BOUNDS: tuple[Bound, ...] = get_args(Bound)
"""How a number is to be taken; empty: as it stands."""
SOURCE_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
"""What a source is: a person by name, an institution, somebody unnamed ("officials"); empty: unknown."""

BBox: TypeAlias = tuple[float, float, float, float]
Span: TypeAlias = tuple[int, int]
Geometry: TypeAlias = Mapping[str, Any]
"""A GeoJSON geometry object (RFC 7946)."""


@dataclass(frozen=True, slots=True)
class Document:
    """One article: its text and what its front matter says. Metadata that is not known is empty."""

    id: str
    """File name below `articles/`, as `workers.md`; unique in a brief."""
    text: str
    """The body, without front matter, newlines as `\\n`; what every offset counts in."""
    title: str = ""
    published: str = ""
    """ISO 8601 date, `2025-06-20`."""
    url: str = ""
    publisher: str = ""
    language: str = ""
    """BCP 47, as `en`."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A toponym in a document, and the place it was resolved to."""

    document: str
    start: int
    end: int
    place: str | None = None
    """`Place.id`, or None where the name is in no gazetteer."""
    grounds: Grounds | None = None
    """Why it was resolved so; None where nobody resolved it, as in a brief that was read from its folder."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the gazetteer knows of one place, with the name by which it was found."""

    id: str
    """`geonames:468082`, or `geobrief:black-sea` from the project's own table."""
    name: str
    kind: Kind
    lon: float
    lat: float
    country_code: str = ""
    """ISO 3166-1 alpha-2, or empty where none or several apply."""
    region_code: str = ""
    """GeoNames first-level code with its country, as `RU.73`; empty for countries, waters and continents."""
    within: str = ""
    """English name of the first-level division that holds it, as `Tatarstan`."""
    population: int = 0
    matched: str = ""
    """The gazetteer's spelling that was asked for, as `Alabuga`."""
    exact: bool = False
    """Whether `matched` is the main name and not an alternate one."""
    level: int = 0
    """0 country or own table, 1 first-level division, 2 second-level, 3 populated place or own table's site,
    4 a lower division, or a water, region or site of an added dump."""
    bbox: BBox | None = None
    feature_code: str = ""
    """GeoNames feature class and code, as `P.PPL`; without an added dump only of capitals, `P.PPLC`."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why a mention was resolved to its place, or left open, so that a wrong pin can be seen to be one."""

    score: float
    """0 (a guess, or left open) to 1 (sure)."""
    why: tuple[str, ...] = ()
    """Short plain sentences, the weightiest first."""
    candidates: tuple[Candidate, ...] = ()
    """At most five: the one that was taken, if one was, then what else it could be, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a brief. `lon` and `lat` are None together: named, but not located yet."""

    id: str
    """Readable and unique in the brief, as `kursk-region`."""
    name: str
    kind: Kind = "city"
    lon: float | None = None
    lat: float | None = None
    country_code: str = ""
    """ISO 3166-1 alpha-2, or empty where none applies."""
    within: str = ""
    aliases: tuple[str, ...] = ()
    """Other names under which the articles speak of it."""
    precision: str = ""
    """`point`, `area`, or a radius with its unit within which the place lies, as `10 km`."""
    source: str = ""
    """Where the coordinates come from, as `geonames:468082`."""
    note: str = ""
    geometry: Geometry | None = None
    """The area, or any other GeoJSON geometry that is not a Point; None for a point or an unlocated place."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Properties that geobrief does not know, kept as they came."""

    def __post_init__(self) -> None:
        if (self.lon is None) != (self.lat is None):
            raise ValueError(
                f"Place {self.id!r} has one coordinate without the other: lon={self.lon}, lat={self.lat}."
            )
        if self.lon is None or self.lat is None:
            return
        if not (-180 <= self.lon <= 180 and -90 <= self.lat <= 90):
            raise ValueError(
                f"Place {self.id!r} lies outside WGS 84: lon={self.lon}, lat={self.lat}. Are they swapped?"
            )

    @property
    def located(self) -> bool:
        """Whether the place has coordinates."""
        return self.lon is not None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that a claim states, as `around 25,000 workers`."""

    value: float
    unit: str
    text: str
    """The words it was read from."""
    bound: Bound = ""
    """What the text makes of the number: "more than 12,000" is `at least`. Of a range, one value each end."""
    counted: str = ""
    """What a measure measures, as `maize` in "63,000 tonnes of maize"; empty where the unit says it."""
    value_si: float | None = None
    """The value in `unit_si`; None where the unit is no measure, or one that means several."""
    unit_si: str = ""
    """SI base units, as `m`, `kg`, `m3/s` or `K`."""
    span: Span | None = None
    """Where `text` stands in the document."""


@dataclass(frozen=True, slots=True)
class When:
    """The time a claim is about: a closed interval of ISO 8601 dates; `start == end` for a day.

    One of the two is empty where the interval is open there, as before "until 2019".
    """

    start: str
    end: str
    text: str = ""
    """The words it was read from."""
    span: Span | None = None
    """Where `text` stands in the document."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Movement that a claim states, between two places of the brief."""

    origin: str
    """`Place.id`."""
    destination: str
    """`Place.id`."""
    span: Span | None = None
    """The shortest stretch of the document that holds the verb and both names."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Something a text says about places: the unit that a reader can check."""

    id: str
    document: str
    """`Document.id`; empty for a claim that no article of the brief holds."""
    quote: str
    places: tuple[str, ...] = ()
    """`Place.id`s in the order of the text."""
    by: str = ""
    """Who says it, in the text's words; for a pronoun, whom it means. Empty for the author."""
    certainty: Certainty = "stated"
    quantities: tuple[Quantity, ...] = ()
    when: When | None = None
    flow: Flow | None = None
    url: str = ""
    note: str = ""
    span: Span | None = None
    """Where the quote stands in the document; None where the document does not hold it."""
    by_span: Span | None = None
    """Where the document names the source, by `by` or by a pronoun for it."""
    inferred: tuple[str, ...] = ()
    """Those of `places` that the sentence does not name, but means by words like "the factory"."""
    extra: Mapping[str, str] = field(default_factory=dict)
    """Columns that geobrief does not know, kept as they came."""
    certainty_span: Span | None = None
    """The words of the document that `certainty` was read from; None where it is the author's plain voice."""
    inferred_spans: tuple[Span, ...] = ()
    """For each of `inferred`, the words that mean it."""
    by_name: str = ""
    """The full name of whom `by` means where it is a surname or more than a name; else empty."""
    by_kind: SourceKind = ""
    """What the source is."""
    cue_span: Span | None = None
    """The words of the document that tell that somebody says it, as "said" or "according to"."""
    group: str = ""
    """Shared by claims that count the same thing at the same place, as `g1`; empty for most."""


@dataclass(frozen=True, slots=True)
class Brief:
    """Articles, the places they name and the claims they make. Ids are unique, references resolve."""

    documents: tuple[Document, ...] = ()
    mentions: tuple[Mention, ...] = ()
    """In the order of documents, then of the text; those of one document do not overlap."""
    places: tuple[Place, ...] = ()
    claims: tuple[Claim, ...] = ()
    title: str = ""


def by_date(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The articles in the order in which a reader is shown them: by date, those without one last."""
    return tuple(sorted(documents, key=lambda document: (not document.published, document.published)))
