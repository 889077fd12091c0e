"""Sites told by the words before a name: "the dam at Ottenstein", "the port of Odesa"."""

from __future__ import annotations

from geobrief.geoparse.context import Context
from geobrief.geoparse.spans import Span
from geobrief.model import Kind

__all__ = ["site_kind"]


def site_kind(context: Context, span: Span) -> Kind | None:
    """`site` where a lower-case word for one stands before "at", "near" or "of" and the name, else None."""
    if context.lower(span.first - 1) not in ("at", "near", "outside"):
        return None
    length = context.lexicon.after.length_before(context.lower, span.first - 2)
    if length == 0:
        return None
    first = span.first - 1 - length
    phrase = tuple(context.lower(index) for index in range(first, span.first - 1))
    word = context.text.words[first]
    gaps = all(context.text.gap(index) == " " for index in range(first, span.first))
    return "site" if gaps and not word.capital and context.lexicon.after.kinds[phrase] == "site" else None
