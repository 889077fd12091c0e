"""Turns a written brief into an annotated interactive map on which every mark is a claim that can be checked.

`analyze` takes a text, `read` a brief on disk; both give a `Brief`, which shows itself as tables
and as a map.
"""

from geobrief.api import Brief, analyze, analyze_documents, read
from geobrief.errors import (
    ArticleError,
    BriefError,
    ExportError,
    GazetteerError,
    GeobriefError,
    GeocoderError,
    GeocoderWarning,
    PageError,
    RecognizerError,
)
from geobrief.model import Claim, Document, Flow, Mention, Place

__all__ = [
    "ArticleError",
    "Brief",
    "BriefError",
    "Claim",
    "Document",
    "ExportError",
    "Flow",
    "GazetteerError",
    "GeobriefError",
    "GeocoderError",
    "GeocoderWarning",
    "Mention",
    "PageError",
    "Place",
    "RecognizerError",
    "analyze",
    "analyze_documents",
    "read",
]

__version__ = "0.1.0"
