"""What opens at a place or claim in Google Earth: HTML without script, all text of the brief escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from geobrief.brief.claim_cells import cells
from geobrief.export.rows import Rows, spoken_by
from geobrief.linked.iris import is_web_address
from geobrief.model import Claim, Place

__all__ = ["claim_balloon", "place_balloon", "safe"]


def safe(text: str) -> str:
    """Text for HTML that Google Earth shows, which also puts values in place of `$[name]`.

    >>> safe("<b> $[id] & co")
    '&lt;b&gt; &#36;&#91;id] &amp; co'
    """
    return escape(text).replace("$[", "&#36;&#91;")


def place_balloon(rows: Rows, place: Place) -> str:
    """A place: what it is, and each claim about it with its source."""
    about = [place.kind, place.within, place.country_code, place.precision]
    mark = rows.marks[place.id]
    told = [claim_balloon(rows, rows.claims_by_id[claim]) for claim in mark.claims]
    parts = [_line(", ".join(filter(None, about))), _line("; ".join(place.aliases)), _line(place.note)]
    return "".join(filter(None, [*parts, *told]))


def claim_balloon(rows: Rows, claim: Claim) -> str:
    """A claim: its words, who says it, how many and when, and where it can be checked."""
    row = cells(claim)
    article = rows.documents.get(claim.document)
    facts = [spoken_by(claim), row["quantity"], row["when"], _way(rows, claim)]
    lines = [_line(" · ".join(filter(None, facts))), _line(claim.note)]
    links = [_link(article.url, article.title or article.id)] if article else []
    links += [_link(claim.url, claim.url)] if claim.url else []
    return _joined(
        f"<blockquote>{_paragraphs(' '.join(claim.quote.split()))}</blockquote>",
        *lines,
        *map(_paragraph, links),
    )


def _way(rows: Rows, claim: Claim) -> str:
    if claim.flow is None:
        return ""
    ends = (claim.flow.origin, claim.flow.destination)
    return " → ".join(rows.names.get(place, place) for place in ends)


def _link(address: str, text: str) -> str:
    """A link to a web address; what is none is shown as the words that it is."""
    if not is_web_address(address):
        return safe(" ".join(dict.fromkeys(filter(None, (text, address)))))
    return f'<a href="{safe(address)}">{safe(text)}</a>'


def _line(text: str) -> str:
    return f"<p>{_paragraphs(text)}</p>" if text else ""


def _paragraph(html: str) -> str:
    return f"<p>{html}</p>" if html else ""


def _paragraphs(text: str) -> str:
    return safe(text).replace("\n", "<br>")


def _joined(*parts: str) -> str:
    return "".join(_there(parts))


def _there(parts: Iterable[str]) -> Iterable[str]:
    return (part for part in parts if part)
