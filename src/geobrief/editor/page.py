"""The page with the layer that edits it: the reader's own page, and scripts and words of the editor's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from geobrief.model import CERTAINTIES, KINDS, Brief
from geobrief.render.document import Additions, render_document
from geobrief.render.payload import island_text, page_of

__all__ = ["islands", "render_editor"]

ORDER = "order.txt"
BEFORE = "before.js"
"""Runs before the page's own script: it keeps the markup as it came."""
LANGUAGE = "en"


def render_editor(brief: Brief, revision: str) -> str:
    """The HTML document; it asks nothing but its own server."""
    island = {
        "revision": revision,
        "kinds": list(KINDS),
        "certainties": list(CERTAINTIES),
        "messages": _messages(),
    }
    body = (
        f"<script>{_static(BEFORE)}</script>\n"
        f'<script type="application/json" id="geobrief-edit">{island_text(island)}</script>\n'
    )
    additions = Additions(
        header=f"<style>{_joined('.css')}</style>",
        body=body,
        script=_joined(".js"),
        connections=("'self'",),
    )
    return render_document(page_of(brief), additions)


def islands(brief: Brief) -> dict[str, str]:
    """What the page is made of, as JSON by the id of its element: enough to draw it anew."""
    page = page_of(brief)
    return {"geobrief-data": page.data, "geobrief-map": page.map, "geobrief-messages": page.messages}


@cache
def _messages() -> Mapping[str, Any]:
    messages: Mapping[str, Any] = json.loads(_static(f"messages/{LANGUAGE}.json"))
    return messages


@cache
def _joined(extension: str) -> str:
    names = (name for name in _static(ORDER).split() if name.endswith(extension))
    return "".join(_static(name) for name in names)


def _static(name: str) -> str:
    return (files("geobrief.editor") / "static" / name).read_text(encoding="utf-8")
