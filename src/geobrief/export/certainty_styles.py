"""The page's colours and lines of certainty, for programs that take no style sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from geobrief.render.tokens import Line, certainty_looks, tokens

__all__ = ["UNCLAIMED", "Style", "certainty_styles"]

UNCLAIMED = "unclaimed"
"""What stands for the certainty of a place about which nothing is claimed."""


@dataclass(frozen=True, slots=True)
class Style:
    """A colour and a line."""

    colour: str
    """As `#0b6b72`."""
    line: Line


@cache
def certainty_styles() -> Mapping[str, Style]:
    """By certainty, in the colours of the light theme."""
    return {
        certainty or UNCLAIMED: Style(tokens()[look.token], look.line)
        for certainty, look in certainty_looks().items()
    }
