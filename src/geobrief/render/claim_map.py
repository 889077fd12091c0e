"""A brief as a `folium.Map`: it takes further folium layers and saves as one file that needs no other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

import folium
from branca.element import CssLink, Element, Figure, JavascriptLink
from folium.template import Template
from xyzservices import TileProvider

from geobrief.errors import PageError
from geobrief.files import write_aside
from geobrief.model import Brief
from geobrief.render.document import Additions, Page, render_document
from geobrief.render.layer_tree import numbered, untouched
from geobrief.render.leaflet import default_icon_script
from geobrief.render.messages import DEFAULT_LANGUAGE, interface
from geobrief.render.network import icon_links, loads, loads_in_text, permitted_hosts
from geobrief.render.payload import page_of
from geobrief.render.plain import render_notebook
from geobrief.render.tiles import find_tiles

__all__ = ["ClaimMap"]

ELEMENT_OF_HTML = """window.$ ??= (html) => {
  const template = document.createElement("template");
  template.innerHTML = html;
  return [template.content.firstElementChild];
};"""
"""All that folium's popups ask of jQuery: the element that a piece of HTML makes."""

_ENDS_SCRIPT = re.compile(r"<(?=/script|!--)", re.IGNORECASE)


class ClaimMap(folium.Map):
    """A brief as a folium map.

    Layers are added as to any `folium.Map`; they lie over the base map. `save`, `get_root().render()` and
    `_repr_html_` all give the page: one document that makes no request, the same bytes for the same brief.

    Args:
        brief: What the map shows.
        online: Whether layers may load from the network; the page may then ask exactly their hosts. Otherwise
            such a layer is refused, with a `PageError` that names it, when the page is rendered.
        language: Of the interface: one of `messages.LANGUAGES`.
        tiles: A tile service laid over the base map, as `OpenTopoMap`, or a provider of xyzservices; the page
            then asks its hosts.

    Raises:
        PageError: The page cannot be made; see also above.
    """

    # The page's own script makes the map; this is what else of a folium.Map lives in JavaScript.
    _template = Template(
        """
        {% macro script(this, kwargs) %}
            {%- if this.objects_to_stay_in_front %}
            {{ this.get_name() }}.on("overlayadd", () => {
                {%- for layer in this.objects_to_stay_in_front %}
                {{ layer.get_name() }}.bringToFront();
                {%- endfor %}
            });
            {%- endif %}
        {% endmacro %}
        """
    )

    def __init__(
        self,
        brief: Brief,
        *,
        online: bool = False,
        language: str = DEFAULT_LANGUAGE,
        tiles: str | TileProvider = "",
    ) -> None:
        super().__init__(tiles=None)
        self.language = interface(language).language
        # Lists of its own: folium's are shared by all maps, and name ten files from the network.
        self.default_js: list[tuple[str, str]] = []
        self.default_css: list[tuple[str, str]] = []
        self.brief = brief
        self.online = online
        self.tiles = find_tiles(tiles) if tiles else None
        PageFigure(self).add_child(self)

    def render(self, **kwargs: Any) -> None:  # type: ignore[override]  # as all of folium's elements
        """Renders the map's layers into its figure; called by the figure.

        Raises:
            PageError: The map was put into a figure that is not its own.
        """
        if not isinstance(self.get_root(), PageFigure):
            raise PageError(
                f"A ClaimMap makes a whole page and cannot be drawn in a {type(self.get_root()).__name__}. "
                "Save it to a file of its own, and show that in a frame."
            )
        super().render(**kwargs)  # type: ignore[no-untyped-call]

    def save(self, outfile: str | bytes | Path | BinaryIO, close_file: bool = True, **kwargs: Any) -> None:  # noqa: FBT001, FBT002
        """Writes the page, whole or not at all. Arguments are folium's.

        Raises:
            PageError: The page cannot be made.
            GeobriefError: The file cannot be written; what was there before stays whole.
        """
        html = self.get_root().render(**kwargs).encode()
        if isinstance(outfile, bytes):
            outfile = outfile.decode()
        if isinstance(outfile, str | Path):
            write_aside(Path(outfile), html)
            return
        outfile.write(html)
        if close_file:
            outfile.close()

    def _repr_html_(self, **kwargs: Any) -> str:
        """The page in a frame, and a plain list that reads where the notebook runs no script."""
        return render_notebook(self.get_root().render(**kwargs), self.brief, self.language)


class PageFigure(Figure):
    """The figure of a `ClaimMap`: it renders as the page."""

    def __init__(self, claim_map: ClaimMap) -> None:
        super().__init__()
        # The page says itself what it is encoded in.
        self.header._children.clear()
        self.claim_map = claim_map

    def render(self, **kwargs: Any) -> str:
        """The page as HTML."""
        return render_document(self._page(), self._additions(kwargs))

    def _page(self) -> Page:
        return page_of(self.claim_map.brief, self.claim_map.language, tiles=self.claim_map.tiles)

    def _repr_html_(self, **kwargs: Any) -> str:
        return self.claim_map._repr_html_(**kwargs)

    def _additions(self, kwargs: dict[str, Any]) -> Additions:
        """What the layers put into the page, checked for what it would load."""
        found = list(loads(self))
        permitted_hosts(found, online=self.claim_map.online)
        with untouched(self):
            self._add_icon_links()
            for child in self._children.values():
                child.render(**kwargs)
            number = numbered(self, first=self.claim_map)
            links, header = _parted(self.header)
            parts = (header, _rendered(self.html), links, _rendered(self.script))
            header, body, links, script = (number(part) for part in parts)
        for text in (header, body, links, script):
            found += loads_in_text("with HTML of its own", text)
        hosts = permitted_hosts(found, online=self.claim_map.online)
        return Additions(header, body, links, _script(script), hosts)

    def _add_icon_links(self) -> None:
        for name, address in icon_links(self):
            link = CssLink(address) if name.endswith("css") else JavascriptLink(address)
            self.header.add_child(link, name=name)


def _rendered(part: Element) -> str:
    return _joined(part._children.values())


def _parted(header: Element) -> tuple[str, str]:
    """Scripts of other hosts, which need Leaflet to be there before them, and the rest of the head's HTML."""
    children = header._children.values()
    scripts = [child for child in children if isinstance(child, JavascriptLink)]
    return _joined(scripts), _joined(child for child in children if child not in scripts)


def _joined(children: Iterable[Element]) -> str:
    return "\n".join(child.render().strip() for child in children)


def _script(script: str) -> str:
    """The layers' JavaScript with what it relies on, and nothing in it that would end its script element."""
    if not script:
        return ""
    return _ENDS_SCRIPT.sub(r"<\\", "\n".join((default_icon_script(), ELEMENT_OF_HTML, script)))
