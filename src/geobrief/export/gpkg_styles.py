"""How QGIS draws the layers of a GeoPackage: discs with numbers, areas, flows, as on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from geobrief.export.certainty_styles import UNCLAIMED, Style, certainty_styles
from geobrief.export.qml import Label, Layer, Rule, colour, document
from geobrief.render.tokens import Line, tokens

__all__ = ["layer_styles"]

_Layers: TypeAlias = Callable[[Style], Sequence[Layer]]

FILL_OPACITY: Final = 0.12
"""Of areas, as on the page."""
DISC_MM: Final = 5.2

_LINES: Final[Mapping[Line, str]] = {
    "solid": "solid",
    "dashed": "dash",
    "dotted": "dot",
    "crossed": "dash dot",
}
"""As QGIS calls them; a crossed line is one of dashes and dots, as around areas on the page."""
_AROUND: Final = {
    "placement": "6",
    "predefinedPositionOrder": "R,L,TR,BR,TL,BL",
    "dist": "3.2",
    "distUnits": "MM",
}
"""Cartographic: at the first of these sides that is free."""
_OVER: Final = {"placement": "1", "quadOffset": "4"}
_ALONG: Final = {"placement": "3", "placementFlags": "9", "dist": "0.6", "distUnits": "MM"}
"""Curved, above the line."""
_ALWAYS: Final = {"displayAll": "1", "obstacle": "0"}


def layer_styles(symbol: str = "symbol", number: str = "number") -> Mapping[str, str]:
    """QML by the name of the layer.

    Args:
        symbol: The column of the places that tells what each is drawn as.
        number: The column of their numbers.
    """
    return {
        "places": _places(f'"{symbol}"', f'"{number}"'),
        "areas": document("fill", list(_by_certainty(lambda style: [_area(style)])), tip='"name"'),
        "lines": document("line", list(_by_certainty(lambda style: [_line(style, 0.5)])), tip='"name"'),
        "flows": _flows(),
        "claims": document("marker", list(_by_certainty(lambda style: [_halo(style)])), tip='"quote"'),
    }


def _places(symbol: str, number: str) -> str:
    soft = tokens()["soft"]
    rules = [
        Rule("place", f"{symbol} IN ('point', 'area')", [_disc()]),
        Rule("place within a radius", f"{symbol} = 'ring'", [_ring(), _disc()]),
        Rule("country or water", f"{symbol} IN ('country', 'water')", [_circle("0.6", soft, soft, "0")]),
    ]
    bold = {"fontFamily": "Sans Serif", "fontWeight": "75"}
    names = {**bold, "fontSize": "9", "textColor": colour(tokens()["ink"])}
    serif = {"fontFamily": "Serif", "fontItalic": "1", "fontSize": "9"}
    water = {**serif, "textColor": colour(tokens()["label-water"])}
    digits = {**bold, "fontSize": "7", "textColor": colour(tokens()["disc-ink"])}
    halo = tokens()["halo"]
    labels = [
        Label(number, f"{symbol} IN ('point', 'ring', 'area')", digits, _OVER, rendering=_ALWAYS),
        Label('"name"', f"{symbol} <> 'water'", names, _AROUND, halo=halo),
        Label('"name"', f"{symbol} = 'water'", water, _OVER, halo=halo),
    ]
    return document("marker", rules, labels, tip='"name"')


def _flows() -> str:
    rules = list(_by_certainty(lambda style: [_line(style, 0.7), _head(style)]))
    text = {
        "fontFamily": "Sans Serif",
        "fontWeight": "63",
        "fontSize": "8",
        "textColor": colour(tokens()["ink"]),
    }
    return document(
        "line", rules, [Label('"quantity"', "", text, _ALONG, halo=tokens()["halo"])], tip='"quote"'
    )


def _by_certainty(layers_of: _Layers) -> Iterator[Rule]:
    """A rule for each certainty, which is its entry in the legend too."""
    for certainty, style in certainty_styles().items():
        yield Rule(certainty, f"\"certainty\" = '{certainty}'", layers_of(style))


def _circle(size: str, fill: str, rim: str, width: str) -> Layer:
    return Layer(
        "SimpleMarker",
        {"name": "circle", "size": size, "size_unit": "MM", "color": colour(fill)}
        | {"outline_color": colour(rim), "outline_width": width, "outline_width_unit": "MM"},
    )


def _disc() -> Layer:
    return _circle(str(DISC_MM), tokens()["disc"], tokens()["rim"], "0.5")


def _ring() -> Layer:
    return _open_circle("8.2", certainty_styles()[UNCLAIMED].colour, "dashed")


def _halo(style: Style) -> Layer:
    return _open_circle("6.8", style.colour, style.line)


def _open_circle(size: str, rim: str, line: Line) -> Layer:
    return Layer(
        "SimpleMarker",
        {"name": "circle", "size": size, "size_unit": "MM", "color": colour(rim, 0)}
        | {
            "outline_color": colour(rim),
            "outline_width": "0.6",
            "outline_width_unit": "MM",
            "outline_style": _LINES[line],
        },
    )


def _area(style: Style) -> Layer:
    return Layer(
        "SimpleFill",
        {"color": colour(style.colour, FILL_OPACITY), "style": "solid", "joinstyle": "round"}
        | {"outline_color": colour(style.colour), "outline_style": _LINES[style.line]}
        | {"outline_width": "0.5", "outline_width_unit": "MM"},
    )


def _line(style: Style, width: float) -> Layer:
    return Layer(
        "SimpleLine",
        {
            "line_color": colour(style.colour),
            "line_style": _LINES[style.line],
            "capstyle": "round",
            "joinstyle": "round",
        }
        | {"line_width": str(width), "line_width_unit": "MM"},
    )


def _head(style: Style) -> Layer:
    head = Layer(
        "SimpleMarker",
        {"name": "filled_arrowhead", "size": "3", "size_unit": "MM", "color": colour(style.colour)}
        | {"outline_color": colour(style.colour), "outline_style": "no"},
    )
    return Layer("MarkerLine", {"placements": "LastVertex", "placement": "lastvertex", "rotate": "1"}, [head])
