"""A report as a PowerPoint deck: the map, then each place with its claims, then the sources."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geobrief.errors import ExportError
from geobrief.export.alternative import shortened
from geobrief.export.extras import needed
from geobrief.export.report.deck import SIZES, Deck, Line, fitting
from geobrief.export.report.deck_look import dress
from geobrief.export.report.office import fill_properties, opened_template, packed_alike
from geobrief.export.report.report import Report

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pptx.presentation import Presentation

    from geobrief.render.tables import ClaimRow, PlaceRow, SourceRow

__all__ = ["slide_deck"]

LONGEST_QUOTE = 240
"""Characters of a quote on a slide: it is read from afar. The notes have all of it."""


def slide_deck(report: Report, draw: Callable[[float, float], bytes], template: Path | None = None) -> bytes:
    """The report as a `.pptx` file; the same report, picture and template give the same bytes.

    Args:
        report: What it says.
        draw: Gives the map as PNG for the width and height of its room on the slide, in mm.
        template: A `.pptx` or `.potx` of the user's: its slides stay, the report's follow in its layouts.

    Raises:
        ExportError: python-pptx is not installed; the template is no PowerPoint file, or lacks a layout.
    """
    needed("pptx", "reports")
    presentation = _opened(template)
    if template is None:
        dress(presentation)
    deck = Deck(presentation, report, str(template or ""))
    _map_slide(deck, draw(*deck.picture_room))
    claims = {claim.number: claim for claim in report.tables.claims}
    for place in report.tables.places:
        _place_slides(deck, place, [claims[number] for number in place.claims])
    _source_slides(deck)
    fill_properties(presentation.core_properties, report)
    saved = BytesIO()
    presentation.save(saved)
    return packed_alike(saved.getvalue())


def _opened(template: Path | None) -> Presentation:
    from pptx import Presentation

    if template is None:
        return Presentation()
    try:
        return Presentation(opened_template(template, "PowerPoint"))
    except (ValueError, KeyError, SyntaxError) as error:  # lxml's errors of syntax are Python's
        raise ExportError(f"{template} cannot be opened as a template: it is no PowerPoint file.") from error


def _map_slide(deck: Deck, picture: bytes) -> None:
    report = deck.report
    slide = deck.picture_slide(report.title, picture, report.alternative, report.caption)
    deck.note(slide, [report.alternative, report.subtitle, *_cited(report.tables.sources)])


def _place_slides(deck: Deck, place: PlaceRow, claims: Sequence[ClaimRow]) -> None:
    """As many slides as the place's claims take; each has what the place is at its head."""
    words = deck.report.words
    about = [place.kind, place.exactness, place.origin]
    told = words["separator"].join(part for part in about if part)
    head = [Line(told, small=True, url=place.origin_url, last=place.origin)]
    blocks = [_claim_lines(claim, deck) for claim in claims] or [[Line(words["no_claims"])]]
    size, pages = fitting(blocks, deck.lines - deck.taken_by(head, SIZES[0]), deck.taken_by)
    for at, page in enumerate(pages, 1):
        title = f"{place.number}  {place.name}" + (f" ({at}/{len(pages)})" if len(pages) > 1 else "")
        slide = deck.text_slide(title, [*head, *(line for block in page for line in block)], size)
        shown = claims[sum(map(len, pages[: at - 1])) :][: len(page)]
        deck.note(slide, [*about, place.coordinates, place.note, *_told(shown, deck)])


def _claim_lines(claim: ClaimRow, deck: Deck) -> list[Line]:
    words = deck.report.words
    short = claim.source.short if claim.source else ""
    facts = [claim.certainty_text, claim.by, *claim.quantities, claim.when, claim.flow, short]
    url = (claim.source.claim_url or claim.source.url) if claim.source else ""
    return [
        Line(shortened(claim.quote, LONGEST_QUOTE), language=claim.language),
        Line(words["separator"].join(fact for fact in facts if fact), small=True, url=url, last=short),
    ]


def _told(claims: Sequence[ClaimRow], deck: Deck) -> list[str]:
    """Each claim in full, for the notes."""
    told = []
    for claim in claims:
        facts = [claim.certainty_text, claim.by, *claim.quantities, claim.when, claim.flow]
        every = [fact for fact in (*facts, claim.inferred, claim.note) if fact]
        told += [f"{claim.number}. {claim.quote}", deck.report.words["separator"].join(every)]
        told += _cited([claim.source] if claim.source else [])
    return told


def _cited(sources: Sequence[SourceRow]) -> list[str]:
    return [" ".join(part for part in (row.full, row.url, row.claim_url) if part) for row in sources]


def _source_slides(deck: Deck) -> None:
    report = deck.report
    sources = [[Line(row.full, url=row.claim_url or row.url)] for row in report.tables.sources]
    owed = [[Line(f"{row.name} ({row.text})", small=True, url=row.url)] for row in report.credits]
    policy = [[Line(report.words["border_policy"], small=True)]]
    size, pages = fitting([*sources, *owed, *policy], deck.lines, deck.taken_by)
    for at, page in enumerate(pages, 1):
        title = report.words["sources"] + (f" ({at}/{len(pages)})" if len(pages) > 1 else "")
        slide: Any = deck.text_slide(title, [line for block in page for line in block], size)
        if at == 1:
            deck.note(slide, _cited(report.tables.sources))
