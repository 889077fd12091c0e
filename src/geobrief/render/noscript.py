"""What a page shows where no script runs: the text with numbered claims, then places and claims as lists."""

from __future__ import annotations

import re
from html import escape

from geobrief.model import Brief, Claim, Document, Mention, by_date
from geobrief.render.messages import Interface
from geobrief.render.plain import described
from geobrief.render.soft_lines import spaced
from geobrief.render.symbols import Mark, claims_in_text_order, marks

__all__ = ["MOST_CHARACTERS", "render_noscript"]

MOST_CHARACTERS = 32_000
"""Of all texts together: some 5,000 words. The text then stands in the page twice; a longer brief says that
it needs a script, so that no page grows by much more than a twentieth of what one may weigh."""

_PARAGRAPH = re.compile(r"(?:(?!\n[ \t]*\n)[\s\S])+")
_LINE = re.compile(r"[^\n]+")
_LEAD = re.compile(r"\s*(#{1,6}[ \t]+)?")
"""What stands before a block's words: white space, and the marks of a Markdown heading."""
_RULE = re.compile(r"\s*([-*_])(?:[ \t]*\1){2,}\s*$")
"""Markdown's thematic break."""


def render_noscript(brief: Brief, spoken: Interface) -> str:
    """HTML without script or style; for a long brief, only the sentence that says why it is not shown."""
    if sum(len(document.text) for document in brief.documents) > MOST_CHARACTERS:
        return _notice("noScriptLong", spoken)
    listed, claims = marks(brief), claims_in_text_order(brief)
    numbers = {mark.place.id: mark.number for mark in listed}
    ordinals = {claim.id: ordinal for ordinal, claim in enumerate(claims, 1)}
    articles = "\n".join(
        _article(document, brief, numbers, ordinals) for document in by_date(brief.documents)
    )
    places = _list("allPlaces", [_place(mark, spoken) for mark in listed], spoken)
    told = _list("claimTable", [_claim(claim, numbers, spoken) for claim in claims], spoken)
    return "\n".join(part for part in (_notice("noScript", spoken), articles, places, told) if part)


def _notice(key: str, spoken: Interface) -> str:
    return f"<p>{spoken.say(key)}</p>"


def _list(heading: str, items: list[str], spoken: Interface) -> str:
    return f"<h2>{spoken.say(heading)}</h2>\n<ol>\n" + "\n".join(items) + "\n</ol>" if items else ""


def _article(document: Document, brief: Brief, numbers: dict[str, int], ordinals: dict[str, int]) -> str:
    """A document with `[1]` after each name of a place and a raised number after each claim."""
    mentions = [mention for mention in brief.mentions if mention.document == document.id]
    claims = [claim for claim in brief.claims if claim.document == document.id and claim.span]
    after = _insertions(mentions, claims, numbers, ordinals)
    text = spaced(document.text)
    pattern = _PARAGRAPH if re.search(r"\n[ \t]*\n", text) else _LINE
    blocks = "\n".join(_block(text, found.start(), found.end(), after) for found in pattern.finditer(text))
    lang = f' lang="{escape(document.language)}"' if document.language else ""
    title = f'<h2 dir="auto">{escape(document.title)}</h2>\n' if document.title else ""
    return f"<article{lang}>\n{title}{blocks}\n</article>"


def _insertions(
    mentions: list[Mention], claims: list[Claim], numbers: dict[str, int], ordinals: dict[str, int]
) -> list[tuple[int, str]]:
    """What is set at which offset of the text, in order."""
    named = [
        (mention.end, f" [{numbers[mention.place]}]") for mention in mentions if mention.place in numbers
    ]
    claimed = [(claim.span[1], f"<sup>{ordinals[claim.id]}</sup>") for claim in claims if claim.span]
    return sorted([*named, *claimed], key=lambda each: each[0])


def _block(text: str, start: int, end: int, after: list[tuple[int, str]]) -> str:
    if _RULE.match(text[start:end]):
        return "<hr>"
    lead = _LEAD.match(text, start, end)
    at = lead.end() if lead else start
    parts = []
    for offset, addition in after:
        if at <= offset <= end:
            parts += [escape(text[at:offset]), addition]
            at = offset
    name = "h3" if lead and lead[1] else "p"
    return f'<{name} dir="auto">{"".join(parts)}{escape(text[at:end]).rstrip()}</{name}>'


def _place(mark: Mark, spoken: Interface) -> str:
    name = f'<strong dir="auto">{escape(mark.place.name)}</strong>'
    return f'<li value="{mark.number}">{name} ({described(mark, spoken)})</li>'


def _claim(claim: Claim, numbers: dict[str, int], spoken: Interface) -> str:
    """Certainty, who says it and where; its words only where no text holds them."""
    quote = "" if claim.span else f'<q dir="auto">{escape(claim.quote)}</q> '
    by = f"{spoken.say('comma')}<bdi>{escape(claim.by)}</bdi>" if claim.by else ""
    places = ", ".join(f"[{numbers[place]}]" for place in claim.places if place in numbers)
    return f"<li>{quote}{spoken.say(f'certainty_{claim.certainty}')}{by} {places}</li>"
