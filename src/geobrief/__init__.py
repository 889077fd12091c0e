"""Turns a written brief into an annotated interactive map on which every mark is a claim that can be checked.

`analyze` takes a text, `read` a brief on disk, `from_geodataframe` a table; all give a `Brief`, which shows
itself as tables and as a map. `ClaimLayer` puts one on any folium map; every GeoDataFrame has `.geobrief`.
`corpus` takes any number of articles and gives their claims as a lazy table.
"""

from typing import TYPE_CHECKING, Any

from geobrief.accessor import register_when_imported
from geobrief.api import Brief, analyze, analyze_documents, corpus, from_geodataframe, read
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

if TYPE_CHECKING:
    from geobrief.render.claim_layer import ClaimLayer

__all__ = [
    "ArticleError",
    "Brief",
    "BriefError",
    "Claim",
    "ClaimLayer",
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
    "from_geodataframe",
    "read",
]

__version__ = "0.1.0"

register_when_imported()


def __getattr__(name: str) -> Any:
    """`ClaimLayer`, which brings folium along, when it is first asked for."""
    if name == "ClaimLayer":
        from geobrief.render.claim_layer import ClaimLayer

        return ClaimLayer
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
