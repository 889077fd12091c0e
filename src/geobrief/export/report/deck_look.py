"""The house's look of a PowerPoint deck that comes from no template of the user's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from geobrief.export.report.word_styles import ACCENT, INK, SANS, SERIF

if TYPE_CHECKING:
    from pptx.presentation import Presentation

__all__ = ["dress"]

PAPER: Final = "FBFAF6"
_WIDTH, _HEIGHT = 12_192_000, 6_858_000
"""Of a slide of 16 by 9, in EMU; python-pptx's own is of 4 by 3, of the same height."""
_EDGE: Final = 560_000
_TITLE: Final = (_EDGE, 300_000, _WIDTH - 2 * _EDGE, 760_000)
_BODY: Final = (_EDGE, 1_160_000, _WIDTH - 2 * _EDGE, 5_300_000)
_THEME: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"


def dress(presentation: Presentation) -> None:
    """Makes slides as wide as screens, sets fonts and colours of the page, titles at the left."""
    wide: Any = presentation
    scale = _WIDTH / wide.slide_width
    wide.slide_width, wide.slide_height = _WIDTH, _HEIGHT
    master = wide.slide_master
    for holder in (master, *wide.slide_layouts):
        for shape in holder.placeholders:
            if shape._element.spPr.xfrm is not None:
                shape.left, shape.width = round(shape.left * scale), round(shape.width * scale)
    for shape in master.placeholders:
        if (kind := shape.placeholder_format.type.name) in ("TITLE", "BODY"):
            shape.left, shape.top, shape.width, shape.height = _TITLE if kind == "TITLE" else _BODY
    _colour(master)
    _set_fonts(master)


def _colour(master: Any) -> None:
    from pptx.dml.color import RGBColor

    fill = master.background.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor(*bytes.fromhex(PAPER))  # type: ignore[no-untyped-call]
    namespace = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    title = master._element.find(f".//{{*}}titleStyle/{namespace}lvl1pPr")
    title.set("algn", "l")
    face = title.find(f"{namespace}defRPr")
    face.set("sz", "2800")
    face.set("b", "1")


def _set_fonts(master: Any) -> None:
    """The theme's fonts and the colours of its words and links."""
    from lxml import etree

    theme = master.part.part_related_by(_THEME)
    root = etree.fromstring(theme.blob)
    space = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    for kind, font in (("major", SERIF), ("minor", SERIF)):
        for latin in root.iterfind(f".//a:{kind}Font/a:latin", space):
            latin.set("typeface", font)
        for other in root.iterfind(f".//a:{kind}Font/a:cs", space):
            other.set("typeface", SANS)
    for name, value in (("dk1", INK), ("hlink", ACCENT), ("folHlink", ACCENT)):
        colour = root.find(f".//a:clrScheme/a:{name}", space)
        if colour is not None:
            colour[:] = [etree.Element(f"{{{space['a']}}}srgbClr", val=value)]
    theme._blob = etree.tostring(root, encoding="UTF-8", standalone=True)
