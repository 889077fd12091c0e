"""A whole picture: title, map, legend, key and caption on one sheet."""

from __future__ import annotations

from geobrief.export.alternative import alternative_text
from geobrief.export.options import Options
from geobrief.export.picture import PictureFormat
from geobrief.export.still import finish
from geobrief.export.still.base import draw_base, drawn_layers
from geobrief.export.still.canvas import Canvas
from geobrief.export.still.frame import fitted
from geobrief.export.still.letters import Style
from geobrief.export.still.palette import palette
from geobrief.export.still.projection import suited, world_projection
from geobrief.export.still.scene import scene_of
from geobrief.export.still.size import size_of
from geobrief.model import Brief
from geobrief.render.messages import interface

__all__ = ["drawn"]


def drawn(brief: Brief, options: Options, format_: PictureFormat, *, key: bool) -> bytes:  # noqa: ARG001
    """The picture of a brief as the bytes of a file."""
    size = size_of(options.size, options.dpi)
    scene = scene_of(brief)
    colours = palette(options.theme)
    height = size.height or size.width * 0.66
    canvas = Canvas(size.width, height, colours["paper"], halos=format_ != "svg")
    points = scene.needed()
    projection = suited(points) if len(points) else world_projection()
    frame = fitted(projection, points, (12, 12, size.width - 12, height - 12), 30)
    near = [each.label for each in scene.located if each.mark.place.id in scene.discs]
    draw_base(canvas, frame, drawn_layers(frame, near), colours, 1.0)
    for each in scene.located:
        if each.mark.place.id in scene.discs:
            import numpy as np

            x, y = frame.to_points(np.array([each.label]))[0]
            canvas.disc(x, y, 6.2, colours["disc"], colours["rim"])
            canvas.write(
                x, y - 2.3, str(each.mark.number), Style(6.4, bold=True), colours["disc-ink"], align="center"
            )
    told = finish.Told(
        title=brief.title or interface(options.language).say("noTitle"),
        description=alternative_text(brief, options.language),
        language=options.language,
        author="geobrief",
    )
    return {"png": finish.png, "svg": finish.svg, "pdf": finish.pdf}[format_](canvas, size, told)
