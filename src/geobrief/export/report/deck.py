"""Slides of a PowerPoint deck in the layouts of its template, no more on each than it holds."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from geobrief.errors import ExportError
from geobrief.export.report.office import LANGUAGE_TAGS
from geobrief.export.report.report import Report
from geobrief.export.report.text import direction_of

if TYPE_CHECKING:
    from pptx.presentation import Presentation

__all__ = ["SIZES", "Deck", "Line", "fitting"]

SIZES: Final = (28.0, 24.0, 20.0)
"""Points of a quote: the largest in which all that a slide is about has room on it, else the last."""
SMALL: Final = 0.62
"""Height of what is said about a quote, by the quote's."""
LEADING: Final = 1.2
"""Height of a line by that of its letters."""
BETWEEN, CLOSE = 0.7, 0.15
"""Room before a quote, and before what is said about it, by the height of the quote's letters."""
LETTER_WIDTH: Final = 0.52
"""Of a usual letter by the height of its font, in serif text; wide scripts take twice as much."""
INSET: Final = 7.2
"""Points between the edge of a frame and its text, as Office has it."""
POINT, MILLIMETRE = 12_700, 36_000
"""In EMU, the unit of Office's drawings."""
CAPTION: Final = 11.0
"""Points of what is said below the map."""
_CAPTION_HEIGHT, _MARGIN = 30 * POINT, 12 * POINT


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a slide."""

    text: str
    small: bool = False
    url: str = ""
    """An address of the web to which `last` leads, or else all of it."""
    last: str = ""
    """The end of the text that is the link; empty: all of it."""
    language: str = ""
    """BCP 47; empty: the report's."""


def fitting(
    blocks: Sequence[list[Line]], room: float, taken_by: Callable[[Sequence[Line], float], float]
) -> tuple[float, list[list[list[Line]]]]:
    """The size of quotes, and the blocks by slide: as many on each as there is room for, at least one.

    Args:
        blocks: What is not to be parted.
        room: The height of a slide's text, in points.
        taken_by: Gives the height that lines take, in points, when quotes are set in that size.
    """
    for size in SIZES:
        if sum(taken_by(block, size) for block in blocks) <= room:
            return size, [list(blocks)]
    pages: list[list[list[Line]]] = [[]]
    left = room
    for block in blocks:
        taken = taken_by(block, SIZES[-1])
        if pages[-1] and taken > left:
            pages.append([])
            left = room
        pages[-1].append(block)
        left -= taken
    return SIZES[-1], pages


class Deck:
    """Adds slides to a presentation."""

    def __init__(self, presentation: Presentation, report: Report, template: str) -> None:
        self.report = report
        self._presentation: Any = presentation
        self._template = template
        self._picture_layout = self._layout(texts=0)
        self._text_layout = self._layout(texts=1)

    @property
    def lines(self) -> float:
        """The height that a slide has for text, in points."""
        return float(_text_holders(self._text_layout)[0].height) / POINT * 0.96

    @property
    def picture_room(self) -> tuple[float, float]:
        """Width and height that a slide has for a picture, in mm."""
        _, _, width, height = self._room()
        return width / MILLIMETRE, height / MILLIMETRE

    def taken_by(self, lines: Sequence[Line], quote: float) -> float:
        """The height that lines take on a slide, in points, by the usual width of letters."""
        width = float(_text_holders(self._text_layout)[0].width) / POINT - 2 * INSET
        taken = 0.0
        for line in lines:
            size = quote * (SMALL if line.small else 1)
            letters = sum(2 if ord(character) > 0x1100 else 1 for character in line.text)
            rows = math.ceil(letters * size * LETTER_WIDTH / width)
            taken += max(rows, 1) * size * LEADING + quote * (CLOSE if line.small else BETWEEN)
        return taken

    def text_slide(self, title: str, lines: Sequence[Line], quote: float) -> Any:
        """A slide with a title and paragraphs, its quotes set in so many points."""
        slide = self._presentation.slides.add_slide(self._text_layout)
        self._title(slide, title)
        frame = _text_holders(slide)[0].text_frame
        frame.word_wrap = True
        for at, line in enumerate(lines):
            self._fill(frame.paragraphs[0] if at == 0 else frame.add_paragraph(), line, quote)
        return slide

    def picture_slide(self, title: str, picture: bytes, alternative: str, caption: str) -> Any:
        """A slide with a title, a picture as large as the room below it, and its caption."""
        slide = self._presentation.slides.add_slide(self._picture_layout)
        self._title(slide, title)
        left, top, width, height = self._room()
        image = slide.shapes.add_picture(BytesIO(picture), left, top)
        scale = min(width / image.width, height / image.height)
        image.width, image.height = round(image.width * scale), round(image.height * scale)
        image.left = left + (width - image.width) // 2
        image.name, image._element.nvPicPr.cNvPr.attrib["descr"] = self.report.words["map"], alternative
        frame = slide.shapes.add_textbox(left, top + image.height, width, _CAPTION_HEIGHT).text_frame
        frame.word_wrap = True
        self._fill(frame.paragraphs[0], Line(caption, small=True), CAPTION / SMALL)
        return slide

    def note(self, slide: Any, lines: Sequence[str]) -> None:
        """Fills the notes of a slide."""
        frame = slide.notes_slide.notes_text_frame
        frame.text = "\n".join(line for line in lines if line)
        for paragraph in frame.paragraphs:
            self._turn(paragraph, paragraph.text)

    def _title(self, slide: Any, text: str) -> None:
        frame = slide.shapes.title.text_frame
        frame.text = text
        self._turn(frame.paragraphs[0], text)
        self._speak(frame.paragraphs[0].runs[0], "")

    def _fill(self, paragraph: Any, line: Line, quote: float) -> None:
        from pptx.util import Pt

        last = line.last if line.url and line.last and line.text.endswith(line.last) else ""
        pieces = [line.text[: -len(last)], last] if last else [line.text]
        for at, piece in enumerate(pieces):
            run = paragraph.add_run()
            run.text, run.font.size = piece, Pt(round(quote * (SMALL if line.small else 1)))
            self._speak(run, line.language)
            if line.url and at == len(pieces) - 1:
                run.hyperlink.address = line.url
        paragraph.space_before = Pt(round(quote * (CLOSE if line.small else BETWEEN)))
        self._turn(paragraph, line.text)
        properties = paragraph._p.get_or_add_pPr()
        properties.set("marL", "0")
        properties.set("indent", "0")
        properties.append(_drawing("buNone"))

    def _turn(self, paragraph: Any, text: str) -> None:
        """Lets a paragraph run as its text does; it stands at the right where that or the report does."""
        way = direction_of(text, self.report.direction)
        if way == "rtl" or self.report.direction == "rtl":
            properties = paragraph._p.get_or_add_pPr()
            properties.set("rtl", "1" if way == "rtl" else "0")
            properties.set("algn", "r")

    def _speak(self, run: Any, language: str) -> None:
        run._r.get_or_add_rPr().set("lang", language or LANGUAGE_TAGS[self.report.language])

    def _room(self) -> tuple[int, int, int, int]:
        """Left, top, width and height of the room for a picture between title and caption, in EMU."""
        (title,) = _titles(self._picture_layout)
        bottom = self._presentation.slide_height - _MARGIN - _CAPTION_HEIGHT
        top = title.top + title.height + _MARGIN
        if bottom - top < self._presentation.slide_height // 3:  # the title does not stand above
            top = _MARGIN
        return title.left, top, title.width, bottom - top

    def _layout(self, *, texts: int) -> Any:
        """The first layout with a title and so many places for text, and nothing that would stay empty."""
        for layout in self._presentation.slide_layouts:
            kinds = [each.placeholder_format.type for each in layout.placeholders if not _is_foot(each)]
            if len(_titles(layout)) == 1 and len(_text_holders(layout)) == texts == len(kinds) - 1:
                return layout
        wanted = "a title and one place for text" if texts else "a title alone"
        raise ExportError(f"{self._template} has no layout with {wanted}: add one to its slide master.")


def _titles(layout: Any) -> list[Any]:
    from pptx.enum.shapes import PP_PLACEHOLDER as KIND

    return [each for each in layout.placeholders if each.placeholder_format.type == KIND.TITLE]


def _text_holders(slide: Any) -> list[Any]:
    from pptx.enum.shapes import PP_PLACEHOLDER as KIND

    kinds = (KIND.BODY, KIND.OBJECT)
    return [each for each in slide.placeholders if each.placeholder_format.type in kinds]


def _is_foot(placeholder: Any) -> bool:
    from pptx.enum.shapes import PP_PLACEHOLDER as KIND

    return placeholder.placeholder_format.type in (KIND.DATE, KIND.FOOTER, KIND.SLIDE_NUMBER)


def _drawing(tag: str) -> Any:
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    return parse_xml(f"<a:{tag} {nsdecls('a')}/>")
