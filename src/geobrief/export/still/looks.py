"""How large things are drawn on a picture: one unit for all, by the picture's size."""

from __future__ import annotations

from dataclasses import dataclass

from geobrief.export.still.letters import Style

__all__ = ["Looks", "looks_for"]

USUAL = (510.0, 400.0)
"""Points: a picture whose unit is one point."""
LEAST, MOST = 0.8, 1.5
"""Smaller letters nobody reads; larger ones would shout."""


@dataclass(frozen=True, slots=True)
class Looks:
    """Sizes in points."""

    unit: float

    @property
    def title(self) -> Style:
        """Of the brief's title."""
        return Style(13 * self.unit, bold=True, serif=True)

    @property
    def name(self) -> Style:
        """Of the places' names."""
        return Style(7.4 * self.unit, bold=True)

    @property
    def flow(self) -> Style:
        """Of what is set along a movement."""
        return Style(6.8 * self.unit, bold=True)

    @property
    def country(self) -> Style:
        """Of the base map's countries, in capitals."""
        return Style(6.2 * self.unit)

    @property
    def region(self) -> Style:
        """Of its first-level divisions."""
        return Style(5.9 * self.unit)

    @property
    def city(self) -> Style:
        """Of its cities."""
        return Style(6.2 * self.unit)

    @property
    def water(self) -> Style:
        """Of its waters."""
        return Style(6.9 * self.unit, italic=True, serif=True)

    @property
    def quote(self) -> Style:
        """Of the key's quotes."""
        return Style(7.2 * self.unit, serif=True)

    @property
    def told(self) -> Style:
        """Of what the key says of them."""
        return Style(6.3 * self.unit)

    @property
    def certainty(self) -> Style:
        """Of the key's certainties."""
        return Style(6.3 * self.unit, bold=True)

    @property
    def caption(self) -> Style:
        """Of the small print."""
        return Style(5.8 * self.unit)

    @property
    def disc(self) -> float:
        """The radius of a disc."""
        return 6.3 * self.unit

    @property
    def key_disc(self) -> float:
        """The radius of the key's discs."""
        return self.told.size * 0.66

    def number(self, digits: int, radius: float) -> Style:
        """Of the number in a disc."""
        return Style(radius * {1: 1.06, 2: 1.0, 3: 0.84}.get(digits, 0.66), bold=True)


def looks_for(width: float, height: float | None) -> Looks:
    """The sizes for a picture of so many points; without a height, for one in the usual shape."""
    area = width * (height or width * USUAL[1] / USUAL[0])
    share: float = (area / (USUAL[0] * USUAL[1])) ** 0.25
    return Looks(max(LEAST, min(MOST, share)))
