"""The colours and line styles of `static/tokens.css`, for what is drawn without a browser."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias

from geobrief.model import CERTAINTIES, Certainty

__all__ = ["CertaintyLook", "Line", "certainty_looks", "tokens"]

Line: TypeAlias = Literal["solid", "dashed", "dotted", "dotdash", "crossed"]

_COLOUR = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")
_LOOK = re.compile(r"^([.\w, ]+) \{ --certainty: var\(--([\w-]+)\); --line: (\w+); \}", re.MULTILINE)
_DARK = '[data-theme="dark"]'
CROSSED = ("doubted", "denied")
"""Certainties whose solid line is crossed; the style sheet draws the cross apart."""


@dataclass(frozen=True, slots=True)
class CertaintyLook:
    """How a certainty is drawn."""

    token: str
    """The colour's name, a key of `tokens`."""
    line: Line


@cache
def tokens(theme: Literal["light", "dark"] = "light") -> Mapping[str, str]:
    """The page's colours as `#rrggbb`, by their names in the style sheet without the leading dashes.

    >>> tokens()["ink"]
    '#1b2024'
    """
    light, dark = _style_sheet().split(_DARK, 1)
    colours = dict(_COLOUR.findall(light))
    return colours if theme == "light" else colours | dict(_COLOUR.findall(dark))


@cache
def certainty_looks() -> Mapping[Certainty | None, CertaintyLook]:
    """The look of each certainty; None: of a place about which nothing is claimed."""
    found: dict[Certainty | None, CertaintyLook] = {}
    for selectors, token, line in _LOOK.findall(_style_sheet()):
        names = {name.strip(" .") for name in selectors.split(",")}
        if "unclaimed" in names:
            found[None] = CertaintyLook(token, line)
        for certainty in CERTAINTIES:
            if certainty in names:
                found[certainty] = CertaintyLook(token, "crossed" if certainty in CROSSED else line)
    return found


@cache
def _style_sheet() -> str:
    return (files("geobrief.render") / "static" / "tokens.css").read_text(encoding="utf-8")
