"""What every document says, in plain values, before it is written in any format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Final, cast

from geobrief.export.options import Options
from geobrief.export.report.text import Direction, one_line
from geobrief.model import Brief
from geobrief.render.credits import credits_of
from geobrief.render.messages import Interface, interface
from geobrief.render.tables import Tables, tables

__all__ = ["CreditRow", "Report", "as_data", "report_of"]

_WORDS: Final = {
    "map": "map",
    "claims": "claimTable",
    "places": "allPlaces",
    "sources": "credits",
    "number": "columnNumber",
    "claim": "columnClaim",
    "certainty": "columnCertainty",
    "facts": "columnFacts",
    "place": "columnPlaces",
    "where": "columnCoordinates",
    "place_claims": "columnClaims",
    "source": "facet_source",
    "quantity": "partQuantity",
    "date": "facet_date",
    "article": "facet_article",
    "movement": "partFlow",
    "no_article": "noArticle",
    "no_claims": "noClaims",
    "credits": "creditsMap",
    "border_policy": "borderPolicy",
    "comma": "comma",
    "separator": "separator",
}
"""Headings and the like, by what templates call them: keys of the interface's messages."""


@dataclass(frozen=True, slots=True)
class CreditRow:
    """Whom the map owes its places and shapes."""

    name: str
    text: str
    """What is taken from it, and under which licence."""
    url: str


@dataclass(frozen=True, slots=True)
class Report:
    """A brief as any document tells it. Every text is on one line and holds nothing that XML forbids."""

    title: str
    subtitle: str
    """Publisher and date of a single article, and how many claims and places there are."""
    language: str
    """BCP 47, of the words around."""
    direction: Direction
    published: str
    """ISO 8601 date of the newest article; empty where none has one."""
    publishers: tuple[str, ...]
    alternative: str
    """What the map shows, for who cannot see it."""
    caption: str
    """What the picture is; projection, borders and whose the data are stand in the picture itself."""
    tables: Tables
    credits: tuple[CreditRow, ...]
    words: Mapping[str, str]


def report_of(brief: Brief, options: Options, alternative: str) -> Report:
    """A brief as what a document says of it.

    Args:
        brief: The claims that were chosen.
        options: Of these, the language.
        alternative: The text that stands for the map.

    Raises:
        PageError: The interface has no such language.
    """
    spoken = interface(options.language)
    written: Any = Report(
        title=one_line(brief.title) or spoken.say("noTitle"),
        subtitle=_subtitle(brief, spoken),
        language=spoken.language,
        direction="rtl" if spoken.direction == "rtl" else "ltr",
        published=max((document.published for document in brief.documents), default=""),
        publishers=tuple(dict.fromkeys(each.publisher for each in brief.documents if each.publisher)),
        alternative=alternative,
        caption=f"{spoken.say('map')}.",
        tables=tables(brief, spoken.language),
        credits=tuple(CreditRow(**credit) for credit in _credits(brief, spoken)),
        words={name: spoken.say(key) for name, key in _WORDS.items()},
    )
    return cast("Report", _cleaned(written))


def as_data(value: Any, text: Callable[[str], str], url: Callable[[str], str], name: str = "") -> Any:
    """A report as dictionaries and lists, each text made safe for a format.

    Args:
        value: The report, or a part of it.
        text: What makes a text safe.
        url: What makes an address safe; whatever is called `url` or `…_url` is one.
        name: Of the field that holds the value.
    """
    if isinstance(value, str):
        return url(value) if name.endswith("url") else text(value)
    if isinstance(value, tuple):
        return [as_data(each, text, url) for each in value]
    if isinstance(value, Mapping):
        return {key: as_data(each, text, url, key) for key, each in value.items()}
    if is_dataclass(value):
        return {each.name: as_data(getattr(value, each.name), text, url, each.name) for each in fields(value)}
    return value


def _cleaned(value: Any) -> Any:
    """The same value, each text in it on one line, the ends of words around it kept."""
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, tuple):
        return tuple(map(_cleaned, value))
    if isinstance(value, Mapping):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return type(value)(**{each.name: _cleaned(getattr(value, each.name)) for each in fields(value)})
    return value


def _subtitle(brief: Brief, spoken: Interface) -> str:
    from geobrief.render.wording import day_text

    told = [spoken.count("claimCount", len(brief.claims)), spoken.count("placeCount", len(brief.places))]
    if len(brief.documents) == 1:
        (article,) = brief.documents
        told = [article.publisher, day_text(article.published, spoken), *told]
    return spoken.say("separator").join(part for part in told if part)


def _credits(brief: Brief, spoken: Interface) -> list[dict[str, str]]:
    """As the page's, without what shows it in a browser."""
    return [credit for credit in credits_of(brief, spoken) if credit["name"] != "Leaflet"]
