"""Parts of QML, the XML in which QGIS keeps how a layer is drawn.

The structure is that of QGIS 3.28 and later: `renderer-v2` with its symbols, `labeling` with its settings.
What is left out QGIS fills with its defaults.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

__all__ = ["Label", "Layer", "Rule", "colour", "document"]

_VERSION: Final = "3.28.0"
_PLACED: Final = {"priority": "5", "maxCurvedCharAngleIn": "25", "maxCurvedCharAngleOut": "-25"}
"""QGIS's own defaults, which it takes for 0 where a label does not say them."""
_GEOMETRY: Final = {"marker": "0", "line": "1", "fill": "2"}
"""What `layerGeometryType` says of points, lines and areas."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of a symbol, as `SimpleMarker`, with its properties; lengths are in millimetres."""

    kind: str
    properties: Mapping[str, str]
    inner: Sequence[Layer] = ()
    """Of the symbol that a `MarkerLine` sets along its line."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What is drawn of the features that an expression is true of."""

    label: str
    filter: str
    layers: Sequence[Layer]


@dataclass(frozen=True, slots=True)
class Label:
    """What is written at the features that an expression is true of."""

    expression: str
    filter: str
    text: Mapping[str, str]
    """Attributes of `text-style`."""
    placement: Mapping[str, str]
    """Attributes of `placement`."""
    halo: str = ""
    """Its colour; empty: none."""
    rendering: Mapping[str, str] = field(default_factory=dict)


def colour(name: str, opacity: float = 1.0) -> str:
    """A colour as QGIS writes it.

    >>> colour("#0b6b72", 0.12)
    '11,107,114,31'
    """
    red, green, blue = (int(name[at : at + 2], 16) for at in (1, 3, 5))
    return f"{red},{green},{blue},{round(255 * opacity)}"


def document(kind: str, rules: Sequence[Rule], labels: Sequence[Label] = (), tip: str = "") -> str:
    """The style of a layer.

    Args:
        kind: `marker`, `line` or `fill`.
        rules: How its features are drawn; one that several are true of is drawn by each.
        labels: What is written at them.
        tip: The expression that QGIS shows under the pointer.
    """
    root = Element("qgis", version=_VERSION, styleCategories="Symbology|Labeling|MapTips")
    root.set("labelsEnabled", "1" if labels else "0")
    _renderer(root, kind, rules)
    if labels:
        _labeling(root, labels)
    if tip:
        SubElement(root, "previewExpression").text = tip
    SubElement(root, "layerGeometryType").text = _GEOMETRY[kind]
    xml = tostring(root, encoding="unicode")
    return f"<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n{xml}\n"


def _renderer(root: Element, kind: str, rules: Sequence[Rule]) -> None:
    renderer = SubElement(root, "renderer-v2", type="RuleRenderer", symbollevels="0", enableorderby="0")
    renderer.set("forceraster", "0")
    tree = SubElement(renderer, "rules", key="{rules}")
    symbols = SubElement(renderer, "symbols")
    for at, rule in enumerate(rules):
        SubElement(tree, "rule", key=f"{{rule-{at}}}", symbol=str(at), label=rule.label, filter=rule.filter)
        _symbol(symbols, kind, str(at), rule.layers)


def _symbol(parent: Element, kind: str, name: str, layers: Sequence[Layer]) -> None:
    symbol = SubElement(parent, "symbol", type=kind, name=name, alpha="1", clip_to_extent="1", force_rhr="0")
    for layer in layers:
        attributes = {"class": layer.kind, "enabled": "1", "locked": "0", "pass": "0"}
        element = SubElement(symbol, "layer", attributes)
        options = SubElement(element, "Option", type="Map")
        for key, value in layer.properties.items():
            SubElement(options, "Option", type="QString", name=key, value=value)
        if layer.inner:
            _symbol(element, "marker", f"@{name}@0", layer.inner)


def _labeling(root: Element, labels: Sequence[Label]) -> None:
    labeling = SubElement(root, "labeling", type="rule-based")
    rules = SubElement(labeling, "rules", key="{labels}")
    for at, label in enumerate(labels):
        rule = SubElement(rules, "rule", key=f"{{label-{at}}}", filter=label.filter)
        settings = SubElement(rule, "settings", calloutType="simple")
        style = {
            "fieldName": label.expression,
            "isExpression": "1",
            "fontSizeUnit": "Point",
            "textOpacity": "1",
        }
        text = SubElement(settings, "text-style", style | dict(label.text))
        if label.halo:
            buffer = {"bufferDraw": "1", "bufferSize": "0.8", "bufferSizeUnits": "MM", "bufferOpacity": "1"}
            SubElement(text, "text-buffer", buffer | {"bufferColor": colour(label.halo), "bufferNoFill": "1"})
        SubElement(settings, "placement", _PLACED | dict(label.placement))
        SubElement(settings, "rendering", {"drawLabels": "1", "scaleVisibility": "0", **label.rendering})
