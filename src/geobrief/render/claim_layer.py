"""A brief as a layer of any folium map."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from typing import Any, Protocol

from branca.element import Element, Figure
from folium.map import Layer
from folium.template import Template

from geobrief import model
from geobrief.errors import PageError
from geobrief.render.layer_data import layer_data
from geobrief.render.messages import DEFAULT_LANGUAGE, interface
from geobrief.render.packaged_shapes import packaged_shape
from geobrief.render.payload import island_text
from geobrief.render.slim import slim_script, slim_style

__all__ = ["ClaimLayer"]


class HoldsBrief(Protocol):
    """What users hold: `geobrief.Brief`."""

    @property
    def value(self) -> model.Brief:
        """The brief."""


class ClaimLayer(Layer):
    """The places, areas and flows of a brief, each of which opens its claims, on any `folium.Map`.

    It loads nothing beside what that map loads itself. Beside other layers it is one more, which a
    `folium.LayerControl` turns on and off. The same brief and name give the same script, ids included.

    Args:
        brief: What is drawn.
        name: What a `LayerControl` calls it; by default the brief's title.
        overlay: Whether it lies over a base map, as of every folium layer.
        control: Whether a `LayerControl` lists it.
        show: Whether it is seen at first.
        language: Of the words around the claims: one of `messages.LANGUAGES`.

    Raises:
        PageError: The interface has no such language; the brief holds something that no page can.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = geobriefClaimLayer(L, {{ this.data }});
        {% endmacro %}
        """
    )

    def __init__(
        self,
        brief: model.Brief | HoldsBrief,
        name: str | None = None,
        *,
        overlay: bool = True,
        control: bool = True,
        show: bool = True,
        language: str = DEFAULT_LANGUAGE,
    ) -> None:
        value = brief if isinstance(brief, model.Brief) else brief.value
        called = name or value.title or "Claims"
        super().__init__(name=called, overlay=overlay, control=control, show=show)
        self._name = "ClaimLayer"
        record = layer_data(value, interface(language), packaged_shape)
        self._box = _box(record)
        self.data = island_text(record)
        # In place of folium's random one.
        self._id = hashlib.sha256(f"{called}\n{self.data}".encode()).hexdigest()[:32]

    def render(self, **kwargs: Any) -> None:  # type: ignore[override]  # as all of folium's elements
        """Renders the layer into its figure; called by the figure.

        Raises:
            PageError: The layer is on no map.
        """
        figure = self.get_root()
        if not isinstance(figure, Figure):
            raise PageError(
                "A ClaimLayer is drawn on a map: add it to one, as ClaimLayer(brief).add_to(map)."
            )
        for name, html in (("style", _style()), ("script", _script())):
            figure.header.add_child(Element(html), name=f"geobrief_claim_layer_{name}")
        super().render(**kwargs)  # type: ignore[no-untyped-call]

    def _get_self_bounds(self) -> list[list[float | None]]:
        """South-west and north-east as [latitude, longitude], as folium's `Map.get_bounds` gathers them."""
        return self._box


def _box(record: dict[str, Any]) -> list[list[float | None]]:
    lons = [place["lon"] for place in record["places"]]
    lats = [place["lat"] for place in record["places"]]
    if not lons:
        return [[None, None], [None, None]]
    return [[min(lats), min(lons)], [max(lats), max(lons)]]


def _script() -> str:
    return _as_it_is(f"<script>{slim_script(_text('claim_layer.js'))}</script>")


def _style() -> str:
    return _as_it_is(f"<style>{slim_style(_text('claim_layer.css'))}</style>")


def _as_it_is(html: str) -> str:
    """HTML that branca, which takes it for a template, leaves alone."""
    return f"{{% raw %}}{html}{{% endraw %}}"


def _text(name: str) -> str:
    return (files("geobrief.render") / "layer" / name).read_text(encoding="utf-8")
