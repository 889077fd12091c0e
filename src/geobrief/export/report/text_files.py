"""The documents that are text: Markdown, HTML and LaTeX, each from its template."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from geobrief.export.report.escapes import latex, latex_address, markdown, markdown_address
from geobrief.export.report.report import Report, as_data
from geobrief.export.report.templated import rendered
from geobrief.export.report.text import stretches

__all__ = ["data_address", "html_text", "latex_text", "markdown_text"]

_BABEL: Final = {
    "en": "british",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "uk": "ukrainian",
    "ru": "russian",
    "ar": "arabic",
    "ko": "korean",
}
"""What LaTeX's babel calls the languages of the interface."""
_FONTS: Final = {
    "ar": ("Amiri", "Times New Roman", "DejaVu Sans"),
    "ko": ("Noto Serif CJK KR", "Noto Serif KR", "Batang"),
}
_USUAL_FONTS: Final = ("Noto Serif", "DejaVu Serif", "Times New Roman")
"""With Latin letters and those of the language; the first that is installed is taken."""
_OTHER_FONTS: Final = (
    *("DejaVu Sans", "Noto Naskh Arabic", "Noto Serif Hebrew", "Noto Serif CJK KR", "Noto Serif CJK SC"),
    *("Arial", "Arial Unicode MS", "Malgun Gothic", "Apple SD Gothic Neo"),
)
"""For letters that the first lacks."""


def html_text(report: Report, picture: str, size: tuple[int, int], template: Path | None) -> str:
    """The report as an HTML document.

    Args:
        report: What it says.
        picture: The map's address.
        size: The map's width and height in CSS pixels.
        template: A user's own.

    Raises:
        ExportError: The template is broken.
    """
    plain = as_data(report, str, str)
    width, height = size
    data = {**plain, "picture": picture, "picture_width": width, "picture_height": height}
    return rendered("report.html.jinja", template, data)


def markdown_text(report: Report, picture: str, template: Path | None) -> str:
    """The report as Markdown, with GitHub's tables.

    Args:
        report: What it says.
        picture: The map's address: that of the file beside, or of its data.
        template: A user's own.

    Raises:
        ExportError: The template is broken.
    """
    safe = as_data(report, markdown, markdown_address)
    data = {**safe, "picture": picture, "link": _links("[{text}]({url})")}
    return rendered("report.md.jinja", template, data)


def latex_text(report: Report, picture: str, template: Path | None) -> str:
    """The report as a LaTeX document.

    Args:
        report: What it says.
        picture: The name of the file with the map.
        template: A user's own.

    Raises:
        ExportError: The template is broken.
    """
    safe = as_data(report, latex, latex_address)
    data = {
        **safe,
        "picture": picture,
        "link": _links(r"\href{{{url}}}{{{text}}}"),
        "babel_language": _BABEL[report.language],
        "fonts": _FONTS.get(report.language, _USUAL_FONTS),
        "other_fonts": _OTHER_FONTS,
        "from_the_right": any(way == "rtl" for _, way in stretches(str(safe), "ltr")),
    }
    return rendered("report.tex.jinja", template, data)


def data_address(content: bytes, kind: str) -> str:
    """A `data:` address that holds a file of a MIME type, as `image/png`."""
    return f"data:{kind};base64,{b64encode(content).decode('ascii')}"


def _links(form: str) -> Callable[[Any, Any], str]:
    """What makes a link of a text and an address, both safe already; without an address just the text."""

    def link(text: str, url: str) -> str:
        return form.format(text=text, url=url) if url else text

    return link
