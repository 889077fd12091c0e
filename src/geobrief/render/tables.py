"""A brief as rows of plain text: its claims, its places, and what they are taken from.

What lists and documents show, whatever they are written in: in the words of the interface, but for what the
brief itself says. Numbers are those of the page: places by their first mention, claims by the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from geobrief.model import Brief, Certainty, Claim, Document, Flow
from geobrief.render.messages import DEFAULT_LANGUAGE, Interface, interface
from geobrief.render.symbols import Mark, claims_in_text_order, marks
from geobrief.render.wording import (
    day_text,
    exactness_text,
    kind_text,
    place_text,
    quantity_texts,
    source_text,
    when_text,
)

__all__ = ["ClaimRow", "PlaceName", "PlaceRow", "SourceRow", "Tables", "tables", "web_address"]

_GEONAMES: Final = re.compile(r"geonames:(\d+)$")
_TAG: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$")
"""A language as BCP 47 writes it: documents that are told another are held to be damaged."""
_WEB: Final = re.compile(r"https?://[^\s]+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place as a claim names it."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """What claims are taken from: an article, the address that a claim's row gives, or both."""

    number: int
    """From 1, in the order in which claims first need them."""
    title: str
    """Of the article; empty where it has none, or there is no article."""
    publisher: str
    published: str
    """As the language writes dates."""
    url: str
    """Of the article, if it is one of the web; else empty."""
    claim_url: str
    """That of the claim's row, likewise."""
    short: str
    """The publisher, else the title, else the host of the address: what stands in a column."""
    parts: tuple[str, ...]
    """Title, publisher and date, as far as they are known;"""
    full: str
    """and in one line."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim."""

    number: int
    """From 1, in the order of the text."""
    id: str
    quote: str
    language: str
    """BCP 47, of the quote; empty where the article does not say."""
    places: tuple[PlaceName, ...]
    """Those that it is about, then the ends of its movement."""
    by: str
    """Who says it; the author and nobody named are said in words."""
    certainty: Certainty
    certainty_text: str
    quantities: tuple[str, ...]
    when: str
    flow: str
    """As `From North Korea to Alabuga`; empty without a movement."""
    inferred: str
    """Says that its place is only meant; empty where the text names it."""
    note: str
    source: SourceRow | None


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place."""

    number: int
    """From 1, in the order of first mention; the same as on the map."""
    id: str
    name: str
    kind: str
    """As `Site in Tatarstan, Russia`."""
    exactness: str
    coordinates: str
    """As `lat 55.815, lon 52.059`; empty where it has none."""
    origin: str
    """Where the coordinates come from, as `coordinates from GeoNames 468082`."""
    origin_url: str
    note: str
    claims: tuple[int, ...]
    """Numbers of its claims."""


@dataclass(frozen=True, slots=True)
class Tables:
    """All rows of a brief."""

    claims: tuple[ClaimRow, ...]
    places: tuple[PlaceRow, ...]
    sources: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What the rows of claims are looked up in, by id."""

    names: dict[str, PlaceName]
    documents: dict[str, Document]
    sources: dict[tuple[str, str], SourceRow]
    spoken: Interface


def tables(brief: Brief, language: str = DEFAULT_LANGUAGE) -> Tables:
    """The rows of a brief, in the words of one of `messages.LANGUAGES`.

    Raises:
        PageError: The interface has no such language.
    """
    spoken = interface(language)
    every, ordered = marks(brief), claims_in_text_order(brief)
    documents = {document.id: document for document in brief.documents}
    sources = _sources(ordered, documents, spoken)
    names = {mark.place.id: PlaceName(mark.number, mark.place.name) for mark in every}
    known = _Known(names, documents, sources, spoken)
    rows = tuple(_claim_row(number, claim, known) for number, claim in enumerate(ordered, 1))
    numbers = {row.id: row.number for row in rows}
    places = tuple(_place_row(mark, numbers, spoken) for mark in every)
    return Tables(rows, places, tuple(dict.fromkeys(sources.values())))


def web_address(url: str) -> str:
    """The address, if it is one of the web: a brief could carry `javascript:` ones; else empty.

    >>> web_address("https://example.org/a"), web_address("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    return url if _WEB.match(url) else ""


def _sources(
    claims: tuple[Claim, ...], documents: dict[str, Document], spoken: Interface
) -> dict[tuple[str, str], SourceRow]:
    """What each pair of an article and a claim's own address is shown as."""
    keys = dict.fromkeys(_source_key(claim, documents) for claim in claims)
    told = [key for key in keys if any(key)]
    return {
        key: _source_row(number, documents.get(key[0]), key[1], spoken) for number, key in enumerate(told, 1)
    }


def _source_key(claim: Claim, documents: dict[str, Document]) -> tuple[str, str]:
    return claim.document if claim.document in documents else "", claim.url


def _source_row(number: int, document: Document | None, claim_url: str, spoken: Interface) -> SourceRow:
    title, publisher = (document.title, document.publisher) if document else ("", "")
    published = day_text(document.published, spoken) if document else ""
    url, own = web_address(document.url if document else ""), web_address(claim_url)
    host = (own or url).partition("://")[2].partition("/")[0]
    named = spoken.say("quoted", text=title) if title else ""
    if not named and document:
        named = spoken.say("documentUntitled")
    other = claim_url if claim_url and not own else ""
    parts = tuple(part for part in (named, publisher, published, other) if part)
    return SourceRow(
        number=number,
        title=title,
        publisher=publisher,
        published=published,
        url=url,
        claim_url=own,
        short=publisher or title or host or other or spoken.say("documentUntitled"),
        parts=parts,
        full=spoken.say("comma").join(parts),
    )


def _claim_row(number: int, claim: Claim, known: _Known) -> ClaimRow:
    document, spoken = known.documents.get(claim.document), known.spoken
    ends = (claim.flow.origin, claim.flow.destination) if claim.flow else ()
    places = dict.fromkeys((*claim.places, *ends))
    return ClaimRow(
        number=number,
        id=claim.id,
        quote=" ".join(claim.quote.split()),
        language=document.language if document and _TAG.match(document.language) else "",
        places=tuple(known.names[place] for place in places if place in known.names),
        by=source_text(claim, spoken),
        certainty=claim.certainty,
        certainty_text=spoken.say(f"certainty_{claim.certainty}"),
        quantities=quantity_texts(claim.quantities, spoken),
        when=when_text(claim.when, spoken) if claim.when else "",
        flow=_flow_text(claim.flow, known) if claim.flow else "",
        inferred=spoken.say("inferred") if claim.inferred else "",
        note=claim.note,
        source=known.sources.get(_source_key(claim, known.documents)),
    )


def _flow_text(flow: Flow, known: _Known) -> str:
    """A movement in words; empty where one of its ends is no place of the brief."""
    origin, destination = known.names.get(flow.origin), known.names.get(flow.destination)
    if origin is None or destination is None:
        return ""
    return known.spoken.say("flow", **{"from": origin.name, "to": destination.name})


def _place_row(mark: Mark, numbers: dict[str, int], spoken: Interface) -> PlaceRow:
    place = mark.place
    origin, url = _origin(place.source, spoken)
    return PlaceRow(
        number=mark.number,
        id=place.id,
        name=place.name,
        kind=kind_text(place, spoken),
        exactness=exactness_text(mark, spoken),
        coordinates=place_text(place, spoken),
        origin=spoken.say("coordinatesFrom", source=origin) if origin else "",
        origin_url=url,
        note=place.note,
        claims=tuple(numbers[claim] for claim in mark.claims),
    )


def _origin(source: str, spoken: Interface) -> tuple[str, str]:
    """Where coordinates come from, and its address: `geonames:468082` is a record that anybody can open."""
    if found := _GEONAMES.match(source):
        return spoken.say("source_geonames", id=found[1]), f"https://www.geonames.org/{found[1]}"
    if source.startswith("geobrief:"):
        return spoken.say("source_geobrief"), ""
    return source, web_address(source)
