"""The colours of certainty: told apart by who sees fewer colours, seen on land and sea, light and dark."""

import re
from importlib.resources import files
from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

Colour = NDArray[np.float64]

TOKENS = (files("geobrief.render") / "static" / "tokens.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part)) for part in TOKENS.split('[data-theme="dark"]')
)
CERTAINTIES = ("stated", "reported", "claimed", "possible", "denied")
SAME_LINE = {frozenset({"reported", "claimed"}), frozenset({"stated", "denied"})}
"""Pairs whose outlines are alike, so that colour has more to do: both dashed; both solid, one crossed."""

# Machado, Oliveira and Fernandes (2009), severity 1, for linear RGB.
SIGHT = {
    "all colours": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
# sRGB (IEC 61966-2-1) to CIE XYZ under D65.
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
WHITE = TO_XYZ @ np.ones(3)


def linear(colour: str) -> Colour:
    values = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def lab(rgb: Colour) -> Colour:
    """CIE 1976 L*a*b*."""
    x, y, z = np.clip(TO_XYZ @ np.clip(rgb, 0, 1) / WHITE, 0, None)
    fx, fy, fz = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    return np.array([116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)])


def contrast(one: str, other: str) -> float:
    """As WCAG 2.2 counts it."""
    lighter, darker = sorted(((TO_XYZ @ linear(colour))[1] for colour in (one, other)), reverse=True)
    return float((lighter + 0.05) / (darker + 0.05))


@pytest.mark.parametrize("theme", [LIGHT, LIGHT | DARK], ids=["light", "dark"])
@pytest.mark.parametrize("sight", SIGHT)
def test_certainties_differ_in_every_kind_of_sight(theme: dict[str, str], sight: str) -> None:
    seen = {name: lab(SIGHT[sight] @ linear(theme[name])) for name in CERTAINTIES}
    for one, other in combinations(CERTAINTIES, 2):
        apart = float(np.linalg.norm(seen[one] - seen[other]))
        # 2.3 is just noticeable (Mahy 1994); thin lines need a multiple of it.
        least = 20 if {one, other} in SAME_LINE else 10
        assert apart > least, f"{one} and {other} are {apart:.1f} apart"


@pytest.mark.parametrize("theme", [LIGHT, LIGHT | DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["land", "sea", "paper", "raised"])
def test_lines_and_marks_stand_out_from_what_they_lie_on(theme: dict[str, str], ground: str) -> None:
    for name in (*CERTAINTIES, "ink", "disc"):
        assert contrast(theme[name], theme[ground]) >= 3, name


@pytest.mark.parametrize("theme", [LIGHT, LIGHT | DARK], ids=["light", "dark"])
def test_words_can_be_read(theme: dict[str, str]) -> None:
    pairs = [("ink", "paper"), ("soft", "paper"), ("ink", "raised"), ("soft", "raised"), ("disc-ink", "disc")]
    pairs += [(name, "raised") for name in CERTAINTIES]
    pairs += [("label", "land"), ("label-city", "land"), ("label-water", "sea")]
    for words, ground in pairs:
        assert contrast(theme[words], theme[ground]) >= 4.5, (words, ground)
