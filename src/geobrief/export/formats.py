"""The formats that a brief can be exported to. A further one is a further line in `FORMATS`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from pathlib import PurePath
from typing import Any

from geobrief.errors import ExportError
from geobrief.export.options import Options
from geobrief.model import Brief

__all__ = ["FORMATS", "Beside", "Format", "format_of", "help_lines"]


def _late(module: str, function: str) -> Callable[..., Any]:
    """A function of a module that is imported when it is called, so that naming the formats costs nothing."""

    def called(*given: Any) -> Any:
        return getattr(import_module(f"geobrief.export.{module}"), function)(*given)

    return called


def _nothing(_brief: Brief, _options: Options) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Beside:
    """A second file, for a format that takes its picture from one."""

    ending: str
    """What stands in its name after the first one's without extension, as `-map.png`."""
    contents: Callable[[Brief, Options, str], tuple[bytes, bytes]]
    """Gives both files, the first of which calls the second by the name that it is given."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file."""

    name: str
    """What `--format` calls it."""
    title: str
    """What it is, in the line of the help."""
    extensions: tuple[str, ...]
    """With their dot, in lower case. Two formats may share one; `--format` then decides."""
    content: Callable[[Brief, Options], bytes]
    """Gives the whole file. It imports what takes long or comes with an extra when it is called."""
    left_out: Callable[[Brief, Options], str] = _nothing
    """What of this brief such a file cannot hold, as one sentence; empty where it holds all."""
    beside: Beside | None = None
    """The second file; `content` then gives what stands alone, as on standard output."""
    templated: bool = False
    """Whether it takes a user's template."""

    def check(self, options: Options) -> None:
        """Refuses what the format would not look at.

        Raises:
            ExportError: There is a template, and the format takes none.
        """
        if options.template and not self.templated:
            taking = ", ".join(each.name for each in FORMATS if each.templated)
            raise ExportError(f"The format {self.name} takes no template. Those that do: {taking}.")


FORMATS: Sequence[Format] = (
    Format(
        name="annotations",
        title="W3C Web Annotations: each claim on the words that make it",
        extensions=(".annotations.jsonld", ".annotations.json", ".json"),
        content=_late("linked_files", "annotations_file"),
    ),
    Format(
        name="claims",
        title="schema.org: each claim with its article, source and places",
        extensions=(".jsonld", ".claims.json", ".json"),
        content=_late("linked_files", "claims_file"),
    ),
    Format(
        name="geojson",
        title="GeoJSON: places and flows for any map, with the claims",
        extensions=(".geojson",),
        content=_late("geojson_files", "geojson_file"),
    ),
    Format(
        name="gpkg",
        title="GeoPackage: places, areas, flows and claims as layers that QGIS opens drawn",
        extensions=(".gpkg",),
        content=_late("gpkg_file", "gpkg_file"),
    ),
    Format(
        name="kml",
        title="KML for Google Earth: places by kind, flows, claims by article, with balloons",
        extensions=(".kml",),
        content=_late("kml_file", "kml_file"),
        left_out=_late("kml_file", "articles_left_out"),
    ),
    Format(
        name="kmz",
        title="the same zipped, with a mark of its own",
        extensions=(".kmz",),
        content=_late("kml_file", "kmz_file"),
        left_out=_late("kml_file", "articles_left_out"),
    ),
    Format(
        name="parquet",
        title="GeoParquet: a row a place with its claims, for analysis",
        extensions=(".parquet", ".geoparquet"),
        content=_late("parquet_file", "parquet_file"),
    ),
    Format(
        name="csv",
        title="a row a claim, with the positions of its places",
        extensions=(".csv",),
        content=_late("csv_file", "csv_file"),
        left_out=_late("csv_file", "csv_leaves_out"),
    ),
    Format(
        name="xlsx",
        title="Excel workbook: claims, places and articles",
        extensions=(".xlsx",),
        content=_late("xlsx_file", "xlsx_file"),
        left_out=_late("xlsx_file", "xlsx_leaves_out"),
    ),
    Format(
        name="geojsonl",
        title="GeoJSON, a Feature on each line, for tools that read as a stream",
        extensions=(".geojsonl", ".geojsons", ".ndjson"),
        content=_late("geojson_files", "geojson_lines_file"),
        left_out=_late("geojson_files", "lines_leave_out"),
    ),
    Format(name="svg", title="SVG picture", extensions=(".svg",), content=_late("picture", "svg_file")),
    Format(name="png", title="PNG picture", extensions=(".png",), content=_late("picture", "png_file")),
    Format(name="pdf", title="PDF picture", extensions=(".pdf",), content=_late("picture", "pdf_file")),
    Format(
        name="docx",
        title="Word: map, claims, places, sources",
        extensions=(".docx",),
        content=_late("report.files", "docx_file"),
        templated=True,
    ),
    Format(
        name="pptx",
        title="PowerPoint: a slide for the map, and one for each place",
        extensions=(".pptx",),
        content=_late("report.files", "pptx_file"),
        templated=True,
    ),
    Format(
        name="html",
        title="HTML report in one file: map, tables of claims and places",
        extensions=(".html", ".htm"),
        content=_late("report.files", "html_file"),
        templated=True,
    ),
    Format(
        name="markdown",
        title="Markdown, the map as a file beside",
        extensions=(".md", ".markdown"),
        content=_late("report.files", "markdown_file"),
        beside=Beside("-map.png", _late("report.files", "markdown_files")),
        templated=True,
    ),
    Format(
        name="latex",
        title="LaTeX, the map as a file beside",
        extensions=(".tex",),
        content=_late("report.files", "latex_file"),
        beside=Beside("-map.pdf", _late("report.files", "latex_files")),
        templated=True,
    ),
)


def format_of(path: str, name: str = "", formats: Sequence[Format] = FORMATS) -> Format:
    """The format that is asked for by name, else by the longest extension that the path has.

    >>> format_of("brief.annotations.jsonld").name, format_of("brief.jsonld").name
    ('annotations', 'claims')

    Raises:
        ExportError: There is no such format, or several have the extension.
    """
    if name:
        named = [each for each in formats if each.name == name]
        if not named:
            there_are = ", ".join(each.name for each in formats)
            raise ExportError(f"There is no format {name!r}. There are: {there_are}.")
        return named[0]
    file = PurePath(path).name.lower()
    fitting = [
        (extension, each) for each in formats for extension in each.extensions if file.endswith(extension)
    ]
    longest = max((len(extension) for extension, _ in fitting), default=0)
    best = [each for extension, each in fitting if len(extension) == longest]
    if not best:
        raise ExportError(f"{path} has no extension of a known format. {_meant(file, formats)}")
    if len(best) > 1:
        names = " or ".join(f"--format {each.name}" for each in best)
        raise ExportError(f"{path} may be of {len(best)} formats. Say which: {names}.")
    return best[0]


def help_lines(formats: Sequence[Format] = FORMATS) -> str:
    """A line for each format: its name, the extension to give, and what it is."""
    rows = [(each.name, _extension(each, formats), each.title) for each in formats]
    names, extensions = (max(len(row[column]) for row in rows) for column in (0, 1))
    return "\n".join(f"{name:{names}}  {extension:{extensions}}  {title}" for name, extension, title in rows)


def _meant(file: str, formats: Sequence[Format]) -> str:
    """The extensions that there are, and the one that a slip of the keyboard may stand for."""
    own = [_extension(each, formats) for each in formats]
    close = get_close_matches("." + file.rpartition(".")[2], own, n=1) if "." in file else []
    return (f"Did you mean {close[0]}? " if close else "") + f"There are: {', '.join(own)}."


def _extension(wanted: Format, formats: Sequence[Format]) -> str:
    """The first extension of a format that no other has; else its first."""
    every = [extension for each in formats for extension in each.extensions]
    return next((own for own in wanted.extensions if every.count(own) == 1), wanted.extensions[0])
