"""A brief as a file for other programs: which formats there are, and the one function that writes them."""

from geobrief.export.formats import FORMATS, Format, format_of, help_lines
from geobrief.export.options import THEMES, Options, Theme
from geobrief.export.selection import Selection, selected
from geobrief.export.write import beside, content, export, left_out
from geobrief.linked.annotations import to_annotations
from geobrief.linked.schema_org import to_claims_jsonld

__all__ = [
    "FORMATS",
    "THEMES",
    "Format",
    "Options",
    "Selection",
    "Theme",
    "beside",
    "content",
    "export",
    "format_of",
    "help_lines",
    "left_out",
    "selected",
    "to_annotations",
    "to_claims_jsonld",
]
