"""A brief as a notebook shows it: the live page, a list, and where pictures can be drawn, a still one."""

from __future__ import annotations

import base64
import sys
import warnings
from collections.abc import Callable, Collection
from importlib.util import find_spec
from typing import Any

from geobrief.errors import ExportError
from geobrief.export.options import Options
from geobrief.export.picture import picture
from geobrief.model import Brief
from geobrief.render import render_notebook, render_page

__all__ = ["mimebundle", "notebook_html"]

PNG = "image/png"
HTML = "text/html"
PLAIN = "text/plain"
PICTURE_DPI = 100
"""Enough for a screen: a notebook keeps the picture in its file, 600 kB for the example."""
MOST_LISTED = 60
"""Of more claims the picture has the map alone: their list would be longer than a page."""
MOST_PLACES = 500
"""Of more places there is no picture: it would take longer than the page, at each run of the cell."""


def notebook_html(brief: Brief) -> str:
    """The page in a frame, with the list of its places and claims."""
    return render_notebook(render_page(brief), brief)


def mimebundle(
    brief: Brief, plain: str, include: Collection[str] | None = None, exclude: Collection[str] | None = None
) -> dict[str, str]:
    """What a frontend chooses from, by MIME type, as IPython's protocol has it; nothing that none will show.

    Args:
        brief: What is shown.
        plain: The line that a terminal prints.
        include: Only these types.
        exclude: None of these.
    """
    made: dict[str, Callable[[], str]] = {
        PLAIN: lambda: plain,
        HTML: lambda: notebook_html(brief),
        PNG: lambda: _png(brief),
    }
    wanted = (set(include) if include else set(made)) - set(exclude or ())
    shown = _shown()
    bundle = {mime: make() for mime, make in made.items() if mime in wanted and (not shown or mime in shown)}
    return {mime: text for mime, text in bundle.items() if text}


def _shown() -> Collection[str]:
    """The types that the running IPython asks for, in a terminal plain text alone; empty outside IPython."""
    get_shell: Callable[[], Any] | None = getattr(sys.modules.get("IPython"), "get_ipython", None)
    shell = get_shell() if get_shell else None
    types: Collection[str] = shell.display_formatter.active_types if shell else ()
    return types


def _png(brief: Brief) -> str:
    """The picture in base 64; empty where it has too many places, cannot be drawn, or `print` is missing."""
    if len(brief.places) > MOST_PLACES or not find_spec("matplotlib"):
        return ""
    try:
        drawn = picture(brief, Options(dpi=PICTURE_DPI), format="png", key=len(brief.claims) <= MOST_LISTED)
    except ExportError as error:
        warnings.warn(f"The brief is shown without a picture. {error}", stacklevel=2)
        return ""
    return base64.b64encode(drawn).decode("ascii")
