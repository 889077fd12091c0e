"""Everything that geobrief raises on purpose: one tree, under `GeobriefError`.

A message is one line (or one line a fault, where a file has several): what was wrong, with the value and the
place, then what to do.
"""

from __future__ import annotations

__all__ = [
    "ArticleError",
    "BriefError",
    "CorpusError",
    "CorpusWarning",
    "ExportError",
    "GazetteerError",
    "GeobriefError",
    "GeocoderError",
    "GeocoderWarning",
    "PageError",
    "RecognizerError",
]


class GeobriefError(Exception):
    """Base of every error that geobrief raises on purpose. The command line prints it and exits 1."""


class ArticleError(GeobriefError):
    """An article cannot be read: missing, empty, binary, in an unknown encoding, or too large."""

    def __init__(self, message: str, *, line: int = 0) -> None:
        super().__init__(message)
        self.line = line
        """Of the article's file, from 1, as the message tells it; 0 where the whole file is meant."""


class BriefError(GeobriefError):
    """A brief's files contradict the format or each other. All faults of a file come in one message."""

    def __init__(self, *faults: str) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults
        """One sentence a fault, in the order of the file."""


class CorpusError(GeobriefError):
    """A collection of articles cannot be read, or its dataset cannot be written, resumed or finished."""


class CorpusWarning(UserWarning):
    """Some articles of a collection were set aside, since they cannot be read; the others were read."""


class ExportError(GeobriefError):
    """A brief cannot be written in another format: the format is unknown, or lacks what the brief holds."""


class GazetteerError(GeobriefError):
    """The gazetteer is missing, broken, or cannot be built. The message names the command that mends it."""


class GeocoderError(GeobriefError):
    """A geocoding service cannot be asked or did not answer. It says nothing about whether a place exists."""


class GeocoderWarning(UserWarning):
    """A geocoding service did not answer for some names, which stay without a place."""


class PageError(GeobriefError):
    """A page cannot be rendered or written: a layer that needs the network, a changed Leaflet."""


class RecognizerError(GeobriefError):
    """Another recognizer than geobrief's own cannot be used, or fails on a text."""
