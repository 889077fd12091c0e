"""An article that was pasted, with the places and claims that are drafted from it at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from geobrief.brief.draft import draft, placed
from geobrief.brief.ids import slug
from geobrief.brief.outlines import with_outlines
from geobrief.editor.changes import AddArticle
from geobrief.editor.fields import document_from
from geobrief.errors import ArticleError
from geobrief.gazetteer import Gazetteer
from geobrief.model import Document
from geobrief.text.decoding import paired
from geobrief.text.language import detect_language

__all__ = ["article_from", "drafted"]

_NAME_LENGTH: Final = 60
"""Characters of a file's name."""


def article_from(fields: Mapping[str, Any]) -> Document:
    """The article of a form: its text, and what else is known of it.

    Args:
        fields: Those of `Document`, but no id: the file is called by the title, else by the first words.

    Raises:
        BriefError: A field is unknown or of another type.
        ArticleError: There is no text, or the date is none.
    """
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ArticleError("the article has no text; paste it")
    plain = paired(text.replace("\r\n", "\n").replace("\r", "\n")).strip() + "\n"
    title = str(fields.get("title") or "")
    name = slug(title or " ".join(plain.split()[:6]))[:_NAME_LENGTH].strip("-")
    stem = name if name != "place" else "article"  # what `slug` gives where there is no Latin letter
    language = fields.get("language") or detect_language(plain)
    return document_from(f"{stem}.md", {**fields, "text": plain, "language": language})


def drafted(document: Document, gazetteer: Gazetteer) -> AddArticle:
    """The change that adds an article with what it says, claims without a place left out."""
    made = with_outlines(placed(draft([document], gazetteer)), gazetteer)
    return AddArticle(document, made.places, made.claims)
