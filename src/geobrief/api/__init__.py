"""What users of the Python package hold: a brief, from a text, from disk, as tables, as a map."""

from geobrief.api.analysis import analyze, analyze_documents
from geobrief.api.briefs import Brief, read
from geobrief.api.tables import corpus, from_geodataframe

__all__ = ["Brief", "analyze", "analyze_documents", "corpus", "from_geodataframe", "read"]
