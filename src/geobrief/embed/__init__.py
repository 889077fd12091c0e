"""A page within other people's pages: the snippet for a host page, and maps in documentation."""

from pathlib import Path

from geobrief.embed.snippet import Look, framed, inlined

__all__ = ["LUA_FILTER", "Look", "framed", "inlined"]

LUA_FILTER = Path(__file__).parent / "quarto" / "_extensions" / "geobrief" / "geobrief.lua"
"""For `pandoc --lua-filter`; its folder is an extension of Quarto."""
