"""Turns a written brief into an annotated interactive map on which every mark is a claim that can be checked.

`analyze` takes a text, `read` a brief on disk; both give a `Brief`, which shows itself as tables
and as a map. `corpus` takes any number of articles and gives their claims as a lazy table.
"""

from geobrief.api import Brief, analyze, analyze_documents, corpus, read
from geobrief.errors import (
    ArticleError,
    BriefError,
    CorpusError,
    CorpusWarning,
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
    "CorpusError",
    "CorpusWarning",
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
    "corpus",
    "read",
]

__version__ = "0.1.0"
