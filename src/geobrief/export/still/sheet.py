"""A whole picture: title, map, legend, key and caption on one sheet."""

from __future__ import annotations

from collections.abc import Sequence

import shapely

from geobrief.export.alternative import alternative_text
from geobrief.export.options import Options
from geobrief.export.picture import PictureFormat
from geobrief.export.still import finish
from geobrief.export.still.areas import draw_areas, ringed_discs
from geobrief.export.still.base import draw_base, drawn_layers
from geobrief.export.still.base_names import base_names, draw_base_names
from geobrief.export.still.canvas import Canvas, Tag
from geobrief.export.still.caption import caption_parts
from geobrief.export.still.directions import RIGHT_TO_LEFT_MARK, is_right_to_left
from geobrief.export.still.discs import draw_discs, draw_homes
from geobrief.export.still.flows import draw_flows, set_along
from geobrief.export.still.furniture import draw_locator, draw_scale_bar
from geobrief.export.still.geography import globe
from geobrief.export.still.key_drawing import draw_key
from geobrief.export.still.layout import CAPTION_LEADING, TITLE_LEADING, Content, Layout, laid_sheet
from geobrief.export.still.legend import draw_legend, legend_items
from geobrief.export.still.letters import Style, clean, quiet_fonts
from geobrief.export.still.looks import Looks, looks_for
from geobrief.export.still.names import draw_leaders, draw_names
from geobrief.export.still.palette import Palette, palette
from geobrief.export.still.plan import Plan, planned, shape_of
from geobrief.export.still.scene import Scene, scene_of
from geobrief.export.still.size import Size, size_of
from geobrief.model import Brief
from geobrief.render.messages import Interface, interface
from geobrief.render.payload import flow_label
from geobrief.render.tables import tables

__all__ = ["drawn"]


def drawn(brief: Brief, options: Options, format_: PictureFormat, *, key: bool) -> bytes:
    """The picture of a brief as the bytes of a file."""
    with quiet_fonts():
        return _drawn(brief, options, format_, key=key)


def _drawn(brief: Brief, options: Options, format_: PictureFormat, *, key: bool) -> bytes:
    spoken, colours = interface(options.language), palette(options.theme)
    size = size_of(options.size, options.dpi)
    looks = looks_for(size.width, size.height)
    scene = scene_of(brief)
    layout, plan = _arranged(scene, size, looks, spoken, key=key)
    canvas = Canvas(layout.width, layout.height, colours["paper"], halos=format_ != "svg")
    described = clean(alternative_text(brief, options.language, plan.undrawn))
    _draw_title(canvas, layout, colours, looks)
    with canvas.tagged(Tag("Figure", described)):
        draw_map(canvas, scene, plan, colours, looks, spoken)
        corner, width = (layout.map[0], layout.legend_top), layout.map[2] - layout.map[0]
        draw_legend(canvas, legend_items(scene, spoken), corner, width, colours, looks)
    if layout.key:
        draw_key(canvas, layout.key, layout.key_box, colours, turned=spoken.direction == "rtl")
    _draw_caption(canvas, layout, colours, looks)
    told = finish.Told(
        title=clean(_title(brief)) or spoken.say("noTitle"),
        description=described,
        language=options.language,
        author="geobrief",
    )
    return {"png": finish.png, "svg": finish.svg, "pdf": finish.pdf}[format_](canvas, size, told)


def _title(brief: Brief) -> str:
    """The brief's title, else its first article's."""
    return brief.title or next((each.title for each in brief.documents if each.title), "")


def _arranged(scene: Scene, size: Size, looks: Looks, spoken: Interface, *, key: bool) -> tuple[Layout, Plan]:
    """Layout and map: the caption tells which names the map has no room for, and takes room from the map."""
    rows = tables(scene.brief, spoken.language).claims if key else ()
    legend = legend_items(scene, spoken)
    title = _title(scene.brief) if key else ""
    caption: list[str] = ["\u2007"]
    shape = shape_of(scene)
    layout = laid_sheet(Content(title, rows, legend, caption, shape), size, looks, spoken)
    plan = planned(scene, layout.map, looks, spoken)
    for _ in range(2):
        shown = {entry.row.id for column in (layout.key.columns if layout.key else ()) for entry in column}
        left_out = [row.id for row in rows if row.id not in shown]
        told = caption_parts(scene, plan, left_out, spoken)
        if told == caption:
            break
        caption = told
        layout = laid_sheet(Content(title, rows, legend, caption, shape), size, looks, spoken)
        plan = planned(scene, layout.map, looks, spoken)
    return layout, plan


def draw_map(
    canvas: Canvas, scene: Scene, plan: Plan, colours: Palette, looks: Looks, spoken: Interface
) -> None:
    """Draws the map from the sea up to the names."""
    frame, unit = plan.frame, looks.unit
    near = [
        disc.place.label for disc in plan.discs if disc.place.mark.place.kind in ("city", "site", "region")
    ]
    draw_base(canvas, frame, drawn_layers(frame, near), colours, unit)
    draw_areas(canvas, scene, frame, colours, unit, looks.disc)
    draw_flows(canvas, plan.courses, colours, unit)
    canvas.clipped(shapely.box(*frame.box))
    texts = [flow_label(course.claim.quantities, spoken) for course in plan.courses]
    set_along(canvas, plan.courses, texts, plan.room, looks.flow, colours)
    names = base_names(scene.brief, frame, looks, spoken)
    draw_base_names(canvas, names, plan.room, plan.lines, colours, looks)
    draw_homes(canvas, plan.discs, colours, unit)
    draw_leaders(canvas, plan.names, colours, unit)
    draw_discs(canvas, frame, plan.discs, colours, looks, ringed_discs(scene, frame, looks.disc))
    draw_names(canvas, plan.names, colours, looks)
    if plan.locator:
        draw_locator(canvas, frame, plan.locator, colours, looks)
    canvas.clipped(None)
    if plan.scale_bar:
        draw_scale_bar(canvas, frame, plan.scale_bar, colours, looks, spoken)
    edge = globe(frame)
    if edge is None:
        canvas.box(frame.box, "none", colours["rule"], 0.6 * unit)
    else:
        canvas.clipped(shapely.box(*frame.box))
        canvas.lines([edge], colours["coast"], 0.6 * unit)
        canvas.clipped(None)


def _draw_title(canvas: Canvas, layout: Layout, colours: Palette, looks: Looks) -> None:
    if not layout.title:
        return
    with canvas.tagged(Tag("H1", _spoken(layout.title))):
        top = layout.title_top - looks.title.size * 0.9
        _draw_lines(canvas, layout, layout.title, top, TITLE_LEADING, looks.title, colours["ink"])


def _draw_caption(canvas: Canvas, layout: Layout, colours: Palette, looks: Looks) -> None:
    with canvas.tagged(Tag("Caption", _spoken(layout.caption))):
        top = layout.caption_top - looks.caption.size
        _draw_lines(canvas, layout, layout.caption, top, CAPTION_LEADING, looks.caption, colours["soft"])


def _spoken(lines: Sequence[str]) -> str:
    return " ".join(line.removeprefix(RIGHT_TO_LEFT_MARK) for line in lines)


def _draw_lines(
    canvas: Canvas,
    layout: Layout,
    lines: Sequence[str],
    y: float,
    leading: float,
    style: Style,
    colour: str,
) -> None:
    """Lines across the sheet, each from the side at which its script begins."""
    margin = layout.margin
    for line in lines:
        turned = is_right_to_left(line)
        x = layout.width - margin if turned else margin
        canvas.write(x, y, line, style, colour, align="right" if turned else "left")
        y -= style.size * leading
