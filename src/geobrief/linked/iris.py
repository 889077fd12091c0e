"""The names of articles, places, claims and annotations in linked data: the same for the same brief."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from urllib.parse import quote
from uuid import NAMESPACE_URL, UUID, uuid5

from geobrief.model import Brief, Document, Place

__all__ = [
    "CLAIMS_FILE",
    "annotation_names",
    "article_file",
    "article_iris",
    "authority_iri",
    "claim_iri",
    "group_iri",
    "is_web_address",
    "place_iri",
    "urn",
]

CLAIMS_FILE = "claims.csv"
"""The relative IRI of what holds a claim that no article holds."""

_WEB_ADDRESS = re.compile(r"""https?://[^\s/?#<>"{}|\\^`\ud800-\udfff][^\s<>"{}|\\^`\ud800-\udfff]*""")
_AUTHORITIES = {
    "geonames": (re.compile(r"\d+"), "https://sws.geonames.org/{}/"),
    "osm": (re.compile(r"(?:node|way|relation)/\d+"), "https://www.openstreetmap.org/{}"),
}
"""By the scheme of a place's `source`: which ids it has, and the IRI that its publisher gives to one."""


def is_web_address(text: str) -> bool:
    """Whether it is an absolute http or https IRI (RFC 3987), which linked data can name as it is."""
    return _WEB_ADDRESS.fullmatch(text) is not None


def article_file(document: Document) -> str:
    """The article's file in the brief's folder, as a relative IRI."""
    return f"articles/{quote(document.id, errors='replace')}"


def article_iris(brief: Brief) -> Mapping[str, str]:
    """For each `Document.id` the article's address, or its file where it has none or shares it."""
    used = Counter(document.url for document in brief.documents)
    return {
        document.id: document.url
        if used[document.url] == 1 and is_web_address(document.url)
        else article_file(document)
        for document in brief.documents
    }


def claim_iri(claim: str) -> str:
    """The claim as the page's address opens it, relative to the page or file."""
    return f"#claim={quote(claim, safe='', errors='replace')}"


def group_iri(group: str) -> str:
    """What the claims that count the same thing are part of, relative to the page or file."""
    return f"#group={quote(group, safe='', errors='replace')}"


def place_iri(place: str) -> str:
    """The place as the page's address opens it, relative to the page or file."""
    return f"#place={quote(place, safe='', errors='replace')}"


def authority_iri(place: Place) -> str:
    """What the publisher of a place's coordinates calls the same place; empty where it has no IRI.

    A place within a radius was placed by another one, as a works by its town: the source means that one.

    >>> authority_iri(Place("kazan", "Kazan", source="geonames:551487"))
    'https://sws.geonames.org/551487/'
    """
    if any(character.isdigit() for character in place.precision):
        return ""
    scheme, _, key = place.source.partition(":")
    pattern, form = _AUTHORITIES.get(scheme, (re.compile(r"(?!)"), ""))
    return form.format(key) if pattern.fullmatch(key) else ""


def annotation_names(brief: Brief) -> Mapping[str, UUID]:
    """For each `Document.id`, and for "" where there is none, the name space of its claims' annotations.

    It depends on the article's text and address, so that two briefs that both call an article `article.md`
    do not give two claims one name.
    """
    names = {
        document.id: _uuid(NAMESPACE_URL, "\n".join((document.id, document.url, document.text)))
        for document in brief.documents
    }
    return {"": _uuid(NAMESPACE_URL, brief.title), **names}


def urn(space: UUID, name: str) -> str:
    """A name in a name space, as `urn:uuid:…` (RFC 9562, version 5)."""
    return _uuid(space, name).urn


def _uuid(space: UUID, name: str) -> UUID:
    return uuid5(space, name.encode(errors="backslashreplace").decode())
