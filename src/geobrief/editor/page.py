"""The page with the layer that edits it: the reader's own page, and scripts and words of the editor's."""

from __future__ import annotations

import json
import threading
from collections import OrderedDict
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, Final

from geobrief.editor.desk import Revision
from geobrief.editor.patches import Patch, patch
from geobrief.model import CERTAINTIES, KINDS
from geobrief.render.document import Additions, Page, render_document
from geobrief.render.payload import island_text, page_of
from geobrief.render.steady_base import SteadyBase

__all__ = ["Pages"]

ORDER = "order.txt"
BEFORE = "before.js"
"""Runs before the page's own script: it keeps the markup as it came."""
LANGUAGE = "en"

_REMEMBERED: Final = 4
"""Drawings that a page may still show, so that it is sent only what differs."""

Islands = Mapping[str, str]
"""What a page is drawn from, as JSON by the id of its element."""


class Pages:
    """The pages of a brief while it changes; several threads may ask at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._base = SteadyBase()
        self._drawings: OrderedDict[str, Islands] = OrderedDict()
        self._made: tuple[Revision, Page] | None = None

    def html(self, now: Revision) -> str:
        """The HTML document; it asks nothing but its own server."""
        page = self._page(now)
        drawing, _ = self._drawn(page)
        island = {
            "revision": now.id,
            "drawing": drawing,
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
        return render_document(page, additions)

    def since(self, now: Revision, seen: str) -> tuple[str, dict[str, str | Patch]]:
        """What is to be drawn, and how it differs from what a page shows.

        Args:
            now: The revision.
            seen: The drawing that the page shows; empty for none.

        Returns:
            The drawing, and by island what is exchanged in it, or all of it where nobody knows what the page
            shows. Islands that stay the same are left out.
        """
        drawing, fresh = self._drawn(self._page(now))
        with self._lock:
            shown = self._drawings.get(seen, {})
        return drawing, {
            name: patch(shown[name], text) if name in shown else text
            for name, text in fresh.items()
            if shown.get(name) != text
        }

    def _page(self, now: Revision) -> Page:
        with self._lock:
            if self._made is None or self._made[0] is not now:
                self._made = now, page_of(now.brief, base=self._base)
            return self._made[1]

    def _drawn(self, page: Page) -> tuple[str, Islands]:
        """The page's islands, and a digest of them, under which they are remembered."""
        islands = {"geobrief-data": page.data, "geobrief-map": page.map, "geobrief-messages": page.messages}
        drawing = sha256("\n".join(islands.values()).encode()).hexdigest()[:16]
        with self._lock:
            self._drawings[drawing] = islands
            self._drawings.move_to_end(drawing)
            while len(self._drawings) > _REMEMBERED:
                self._drawings.popitem(last=False)
        return drawing, islands


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
