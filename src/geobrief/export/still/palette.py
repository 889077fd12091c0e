"""The colours of a picture: the page's own, or, for print, greys that keep their order of loudness."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from geobrief.export.options import Theme
from geobrief.model import Certainty
from geobrief.render.tokens import CertaintyLook, certainty_looks, tokens

__all__ = ["Palette", "palette"]

LUMA = (0.2126, 0.7152, 0.0722)
"""Shares of red, green and blue in the lightness of a colour (ITU-R BT.709)."""
WHITE_FROM = 0.925
"""What is lighter becomes paper: presses lose tints this faint."""
GROUND = {"paper", "raised", "land", "locator-land", "halo", "selected", "lit", "rim", "disc-ink"}
"""What lies below everything, or is cut out of ink."""
EVIDENCE = {"stated", "reported", "claimed", "possible", "denied"}
DARKER = 0.55
"""Evidence in grey is told apart by its lines; it is as dark as it needs to be the loudest."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#rrggbb`, by their names in the page's style sheet."""

    colours: Mapping[str, str]
    grey: bool = False
    """Whether lines alone have to tell certainties apart."""

    def __getitem__(self, name: str) -> str:
        return self.colours[name]

    def of(self, certainty: Certainty | None) -> str:
        """The colour of a certainty; None: where nothing is claimed."""
        return self.colours[self.look(certainty).token]

    def look(self, certainty: Certainty | None) -> CertaintyLook:
        """The look of a certainty; in grey, what else is dashed in two colours differs by its dashes."""
        if self.grey and certainty == "claimed":
            return CertaintyLook(certainty_looks()[certainty].token, "dotdash")
        return certainty_looks()[certainty]


@cache
def palette(theme: Theme) -> Palette:
    """The colours of a theme."""
    if theme == "print":
        return Palette({name: _grey(name, colour) for name, colour in tokens().items()}, grey=True)
    return Palette(tokens(theme))


def _grey(name: str, colour: str) -> str:
    if name in GROUND:
        return "#ffffff"
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    light = LUMA[0] * red + LUMA[1] * green + LUMA[2] * blue
    if name in EVIDENCE:
        light *= DARKER
    if light >= WHITE_FROM:
        light = 1.0
    level = round(light * 255)
    return f"#{level:02x}{level:02x}{level:02x}"
