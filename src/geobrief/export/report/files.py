"""The files of a report, in each of its formats.

A picture goes into the file where its readers show it there: Word, PowerPoint, HTML. Code hosts show none
that is written into Markdown, and LaTeX reads none at all: theirs is a file beside.
"""

from __future__ import annotations

import struct
from dataclasses import replace

from geobrief.errors import ExportError
from geobrief.export.alternative import alternative_text
from geobrief.export.options import Options
from geobrief.export.picture import picture
from geobrief.export.report.report import Report, report_of
from geobrief.model import Brief

__all__ = [
    "docx_file",
    "html_file",
    "latex_file",
    "latex_files",
    "markdown_file",
    "markdown_files",
    "pptx_file",
]

_ENLARGED = 1.7
"""How many times larger than on paper a map is shown on a slide: its names are read from afar."""


def docx_file(brief: Brief, options: Options) -> bytes:
    """The brief as a Word document.

    Raises:
        ExportError: An extra is not installed, or the template is broken.
        GeobriefError: The map cannot be drawn; there is no such language.
    """
    from geobrief.export.report.word import word_document

    return word_document(_report(brief, options), _png(brief, options), options.template)


def pptx_file(brief: Brief, options: Options) -> bytes:
    """The brief as a PowerPoint deck. Raises as `docx_file` does."""
    from geobrief.export.report.slides import slide_deck

    def draw(width: float, height: float) -> bytes:
        if options.size:
            return _png(brief, options)
        size = f"{width / _ENLARGED:.0f}x{height / _ENLARGED:.0f}mm"
        return _png(brief, replace(options, size=size, dpi=round(options.dpi * _ENLARGED)))

    return slide_deck(_report(brief, options), draw, options.template)


def html_file(brief: Brief, options: Options) -> bytes:
    """The brief as an HTML document that holds its picture. Raises as `docx_file` does."""
    from geobrief.export.report.text_files import data_address, html_text

    image = _png(brief, options)
    address = data_address(image, "image/png")
    return html_text(_report(brief, options), address, _pixels(image), options.template).encode()


def markdown_file(brief: Brief, options: Options) -> bytes:
    """The brief as Markdown that holds its picture, where no file lies beside. Raises as `docx_file` does."""
    from geobrief.export.report.text_files import data_address, markdown_text

    address = data_address(_png(brief, options), "image/png")
    return markdown_text(_report(brief, options), address, options.template).encode()


def markdown_files(brief: Brief, options: Options, name: str) -> tuple[bytes, bytes]:
    """The brief as Markdown, and the PNG beside, which it calls by the name. Raises as `docx_file` does."""
    from geobrief.export.report.escapes import markdown_address
    from geobrief.export.report.text_files import markdown_text

    text = markdown_text(_report(brief, options), markdown_address(f"./{name}"), options.template)
    return text.encode(), _png(brief, options)


def latex_file(brief: Brief, options: Options) -> bytes:
    """Always raises, for LaTeX reads a picture from a file of its own.

    Raises:
        ExportError: Says so.
    """
    del brief, options
    raise ExportError(
        "LaTeX takes its picture from a second file: name a file after -o, and that one is written beside it."
    )


def latex_files(brief: Brief, options: Options, name: str) -> tuple[bytes, bytes]:
    """The brief as LaTeX, and the PDF beside, which it calls by the name.

    Raises:
        ExportError: LaTeX cannot open a file of that name, or as by `docx_file`.
        GeobriefError: As by `docx_file`.
    """
    from geobrief.export.report.text_files import latex_text

    if wrong := set(name) & set('\\{}%#"~'):
        raise ExportError(
            f"LaTeX cannot open {name}: give a name after -o without {' '.join(sorted(wrong))}."
        )
    text = latex_text(_report(brief, options), rf"\detokenize{{{name}}}", options.template)
    return text.encode(), picture(brief, options, format="pdf", key=False)


def _report(brief: Brief, options: Options) -> Report:
    return report_of(brief, options, alternative_text(brief, options.language))


def _png(brief: Brief, options: Options) -> bytes:
    return picture(brief, options, format="png", key=False)


def _pixels(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG, from the chunk with which it begins (ISO/IEC 15948, 11.2.2)."""
    width, height = struct.unpack(">II", png[16:24])
    return int(width), int(height)
