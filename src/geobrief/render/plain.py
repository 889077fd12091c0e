"""A brief as a plain list, for a notebook that runs no script, and the frame for one that does."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TypeAlias

from geobrief.claims.relations import Relation, companions
from geobrief.model import Brief, Claim
from geobrief.render.messages import DEFAULT_LANGUAGE, Interface, interface
from geobrief.render.symbols import Mark, claims_in_text_order, marks

__all__ = ["described", "render_frame", "render_list", "render_notebook"]

FRAME_HEIGHT_PIXELS = 640
"""Text, map and timeline have room, and the whole is still in view below the cell that made it."""
LIST_CLASS = "geobrief-list"
Others: TypeAlias = Mapping[str, Mapping[Relation, int]]
"""How the others of its group stand to each claim, by claim id."""


def render_list(brief: Brief, language: str = DEFAULT_LANGUAGE) -> str:
    """HTML without script or style: the title, then the numbered places with their claims in text order."""
    spoken = interface(language)
    claims = {claim.id: claim for claim in claims_in_text_order(brief)}
    others = companions(claim for claim in claims.values() if claim.places)
    listed = marks(brief)
    places = "\n".join(_place(mark, claims, others, spoken) for mark in listed)
    body = f"<ol>\n{places}\n</ol>" if listed else f"<p>{spoken.say('noPlaceFound')}</p>"
    title = escape(brief.title or spoken.say("noTitle"))
    return (
        f'<section lang="{spoken.language}" dir="{spoken.direction}">\n'
        f'<h2 dir="auto">{title}</h2>\n{body}\n</section>'
    )


def render_frame(page: str, title: str, language: str = DEFAULT_LANGUAGE) -> str:
    """The page in a frame that may run its script and nothing else: no access to what is around it."""
    return (
        f'<iframe title="{escape(title or interface(language).say("noTitle"))}" sandbox="allow-scripts" '
        f'width="100%" height="{FRAME_HEIGHT_PIXELS}" '
        f'style="display: block; width: 100%; height: {FRAME_HEIGHT_PIXELS}px; border: 0" '
        f'srcdoc="{escape(page)}"></iframe>'
    )


def render_notebook(page: str, brief: Brief, language: str = DEFAULT_LANGUAGE) -> str:
    """What a notebook shows: the page in a frame, and below it the list, folded.

    Where a notebook is not trusted, or a site strips frames, the list is what is left, and a press unfolds
    it; where scripts are off it is unfolded from the start, in browsers that can style a fold.
    """
    spoken = interface(language)
    return (
        f"{render_frame(page, brief.title, language)}\n"
        f'<details class="{LIST_CLASS}" lang="{spoken.language}" dir="{spoken.direction}">'
        f"<summary>{escape(spoken.say('claimTable'))}</summary>\n{render_list(brief, language)}\n</details>\n"
        f"<noscript><style>.{LIST_CLASS}::details-content "
        "{ content-visibility: visible; block-size: auto }</style></noscript>"
    )


def described(mark: Mark, spoken: Interface) -> str:
    """A place's kind and where it lies, as HTML: `Site, Tatarstan, Russia`."""
    place = mark.place
    country = spoken.country(place.country_code)
    parts = [spoken.say(f"kind_{place.kind}"), place.within, country if country != place.name else ""]
    if not place.located:
        parts.append(spoken.say("notLocated"))
    return spoken.say("comma").join(escape(part) for part in dict.fromkeys(parts) if part)


def _place(mark: Mark, claims: dict[str, Claim], others: Others, spoken: Interface) -> str:
    listed = "\n".join(
        f"<li>{_claim(claims[claim], others.get(claim), spoken)}</li>" for claim in mark.claims
    )
    nested = f"\n<ul>\n{listed}\n</ul>\n" if listed else ""
    name = f'<strong dir="auto">{escape(mark.place.name)}</strong>'
    return f'<li value="{mark.number}">{name} ({described(mark, spoken)}){nested}</li>'


def _claim(claim: Claim, others: Mapping[Relation, int] | None, spoken: Interface) -> str:
    by = f"{spoken.say('comma')}<bdi>{escape(claim.by)}</bdi>" if claim.by else ""
    among = f"{spoken.say('separator')}{_among(others, spoken)}" if others else ""
    certainty = spoken.say(f"certainty_{claim.certainty}")
    return f'<q dir="auto">{escape(claim.quote)}</q> ({certainty}{by}{among})'


def _among(others: Mapping[Relation, int], spoken: Interface) -> str:
    """What the others of its group say, in the words of the page: contradiction before agreement."""
    relations: tuple[Relation, ...] = ("contradicts", "agrees", "beside")
    relation = next(each for each in relations if others.get(each))
    return spoken.count(f"beside_{relation}", others[relation])
