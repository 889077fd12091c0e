"""A brief as a plain list, for a notebook that runs no script, and the frame for one that does."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TypeAlias

from geobrief.claims.relations import Relation, companions
from geobrief.model import Brief, Claim
from geobrief.render.symbols import Mark, claims_in_text_order, marks

__all__ = ["render_frame", "render_list"]

FRAME_HEIGHT_PIXELS = 640
Others: TypeAlias = Mapping[str, Mapping[Relation, int]]
"""How the others of its group stand to each claim, by claim id."""


def render_list(brief: Brief) -> str:
    """HTML without script or style: the title, then the numbered places with their claims in text order."""
    claims = {claim.id: claim for claim in claims_in_text_order(brief)}
    others = companions(claim for claim in claims.values() if claim.places)
    listed = marks(brief)
    places = "\n".join(_place(mark, claims, others) for mark in listed)
    body = f"<ol>\n{places}\n</ol>" if listed else "<p>The text names no place that could be found.</p>"
    return f"<section>\n<h2>{escape(brief.title or 'Map of claims')}</h2>\n{body}\n</section>"


def render_frame(page: str, title: str) -> str:
    """The page in a frame that may run its script and nothing else: no access to what is around it."""
    return (
        f'<iframe title="{escape(title or "Map of claims")}" sandbox="allow-scripts" width="100%" '
        f'height="{FRAME_HEIGHT_PIXELS}" srcdoc="{escape(page)}"></iframe>'
    )


def _place(mark: Mark, claims: dict[str, Claim], others: Others) -> str:
    place = mark.place
    about = ", ".join(part for part in (place.kind, place.within, place.country_code) if part)
    where = "" if place.located else ", not located"
    listed = "\n".join(f"<li>{_claim(claims[claim], others.get(claim))}</li>" for claim in mark.claims)
    nested = f"\n<ul>\n{listed}\n</ul>\n" if listed else ""
    name = f'<strong dir="auto">{escape(place.name)}</strong>'
    return f'<li value="{mark.number}">{name} ({escape(about)}{where}){nested}</li>'


def _claim(claim: Claim, others: Mapping[Relation, int] | None) -> str:
    by = f", {escape(claim.by)}" if claim.by else ""
    among = f"; {_among(others)}" if others else ""
    return f'<q dir="auto">{escape(claim.quote)}</q> ({claim.certainty}{by}{among})'


def _among(others: Mapping[Relation, int]) -> str:
    """What the others of its group say, in the words of the page."""
    against = others.get("contradicts", 0)
    if against:
        return f"in contradiction with {against} other {'claim' if against == 1 else 'claims'}"
    agreeing = others.get("agrees", 0)
    if agreeing:
        return f"said by {agreeing} {'other' if agreeing == 1 else 'others'} too"
    beside = others.get("beside", 0)
    return f"beside {beside} other {'claim' if beside == 1 else 'claims'} of the same"
