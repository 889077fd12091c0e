"""From a text, or several articles, to a brief."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from geobrief import model
from geobrief.api.briefs import Brief
from geobrief.errors import ArticleError, GeocoderWarning
from geobrief.text.decoding import paired
from geobrief.text.language import detect_language

if TYPE_CHECKING:
    from geobrief.gazetteer import Gazetteer, Geocoder
    from geobrief.geoparse.protocol import Recognizer

__all__ = ["analyze", "analyze_documents"]


def analyze(
    text: str,
    *,
    published: date | str | None = None,
    title: str = "",
    url: str = "",
    publisher: str = "",
    language: str = "",
    gazetteer: Gazetteer | None = None,
    recognizer: str | Recognizer = "",
    geocoder: str | Geocoder = "",
) -> Brief:
    """Finds the places that a text names and the claims that it makes about them.

    It needs no network, unless a `geocoder` is named that does.

    Args:
        text: The article, plain text.
        published: The day from which "last year" or "on Monday" counts; without it they are left open.
        title: Shown above the text.
        url: Where the article stands, for the credits.
        publisher: Who published it.
        language: BCP 47 tag of the text; without it the language is told by the text.
        gazetteer: One opened before; by default the user's own, built on first use (about 20 seconds, once).
        recognizer: Finds the names instead of geobrief's own: `spacy:MODEL`, or an object that follows
            `geobrief.geoparse.protocol.Recognizer`.
        geocoder: Asked for names that the gazetteer lacks: `nominatim:URL`, or an object that follows
            `geobrief.gazetteer.Geocoder`. Where it fails, a `GeocoderWarning` names the names; they stay
            without a place.

    Raises:
        ArticleError: The text is empty or `published` is no ISO date.
        GazetteerError: The gazetteer is broken; the message names the command that mends it.
        RecognizerError: The recognizer cannot be used, as where its model is missing, or fails on the text.
        GeocoderError: The geocoder cannot be used: its package is missing, or its address is none.
    """
    if not text.strip():
        raise ArticleError("The text is empty. Pass the article's own words.")
    document = model.Document(
        id="article.md",
        text=paired(text.replace("\r\n", "\n").replace("\r", "\n")),
        title=title,
        published=_iso_date(published),
        url=url,
        publisher=publisher,
        language=language or detect_language(text),
    )
    return analyze_documents([document], gazetteer=gazetteer, recognizer=recognizer, geocoder=geocoder)


def _iso_date(published: date | str | None) -> str:
    if not published:
        return ""
    try:
        return date.fromisoformat(str(published)[:10]).isoformat()
    except ValueError:
        raise ArticleError(f"published={published!r} is not an ISO date. Write it as 2025-06-20.") from None


def analyze_documents(
    documents: Iterable[model.Document],
    *,
    gazetteer: Gazetteer | None = None,
    recognizer: str | Recognizer = "",
    geocoder: str | Geocoder = "",
    warn: Callable[[str], None] | None = None,
) -> Brief:
    """Like `analyze`, for one or more articles in one brief.

    Args:
        documents: The articles.
        gazetteer: See `analyze`.
        recognizer: See `analyze`.
        geocoder: See `analyze`.
        warn: Takes the line on names for which the geocoder failed, in place of a `GeocoderWarning`.
    """
    from geobrief.brief.draft import draft, placed
    from geobrief.brief.outlines import with_outlines
    from geobrief.gazetteer import open_gazetteer
    from geobrief.geoparse.methods import geoparser_of

    gazetteer = gazetteer or open_gazetteer()
    geoparser = geoparser_of(gazetteer, recognizer, geocoder)
    found: Sequence[Any] = tuple(documents)
    brief = Brief(with_outlines(placed(draft(found, gazetteer, geoparser)), gazetteer))
    warning = geoparser.take_warning()
    if warning and warn:
        warn(warning)
    elif warning:
        warnings.warn(warning, GeocoderWarning, stacklevel=2)
    return brief
