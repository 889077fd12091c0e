"""A brief as a plain list, for a notebook that runs no script, and the frame for one that does."""

from __future__ import annotations

from html import escape

from geobrief.model import Brief, Claim
from geobrief.render.symbols import Mark, claims_in_text_order, marks

__all__ = ["render_frame", "render_list"]

FRAME_HEIGHT_PIXELS = 640


def render_list(brief: Brief) -> str:
    """HTML without script or style: the title, then the numbered places with their claims in text order."""
    claims = {claim.id: claim for claim in claims_in_text_order(brief)}
    listed = marks(brief)
    places = "\n".join(_place(mark, claims) for mark in listed)
    body = f"<ol>\n{places}\n</ol>" if listed else "<p>The text names no place that could be found.</p>"
    return f"<section>\n<h2>{escape(brief.title or 'Map of claims')}</h2>\n{body}\n</section>"


def render_frame(page: str, title: str) -> str:
    """The page in a frame that may run its script and nothing else: no access to what is around it."""
    return (
        f'<iframe title="{escape(title or "Map of claims")}" sandbox="allow-scripts" width="100%" '
        f'height="{FRAME_HEIGHT_PIXELS}" srcdoc="{escape(page)}"></iframe>'
    )


def _place(mark: Mark, claims: dict[str, Claim]) -> str:
    place = mark.place
    about = ", ".join(part for part in (place.kind, place.within, place.country_code) if part)
    where = "" if place.located else ", not located"
    listed = "\n".join(f"<li>{_claim(claims[claim])}</li>" for claim in mark.claims)
    nested = f"\n<ul>\n{listed}\n</ul>\n" if listed else ""
    name = f'<strong dir="auto">{escape(place.name)}</strong>'
    return f'<li value="{mark.number}">{name} ({escape(about)}{where}){nested}</li>'


def _claim(claim: Claim) -> str:
    by = f", {escape(claim.by)}" if claim.by else ""
    return f'<q dir="auto">{escape(claim.quote)}</q> ({claim.certainty}{by})'
