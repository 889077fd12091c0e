"""What the page says of a claim and a place, in plain text: for documents, lists and pictures.

The page's script has the same rules in `when.js`, `card.js`, `claimcard.js` and `placelist.js`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import Final

from geobrief.model import Claim, Place, Quantity, When
from geobrief.render.messages import Interface
from geobrief.render.packaged_shapes import packaged_shape
from geobrief.render.symbols import Mark

__all__ = [
    "day_text",
    "exactness_text",
    "kind_text",
    "one_stop",
    "place_text",
    "quantity_text",
    "quantity_texts",
    "source_text",
    "when_text",
]

_SOURCED: Final = frozenset({"attributed", "reported", "claimed", "doubted", "denied"})
"""Certainties of which somebody is the source, whether the text names him or not."""
_LOCALES: Final = {"en": "en_GB"}
"""British dates, "20 June 2025", read alike everywhere."""
_DAY: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")
_TWO_STOPS: Final = re.compile(r"(?<!\.)(\.\u2069?)\.$")
"""Also where the first one stands in an isolate (UAX 9)."""
_SKELETONS: Final = {4: "y", 7: "yMMMM"}
"""How CLDR calls a year, and a month of a year, by the length of the ISO 8601 date."""


def day_text(iso: str, spoken: Interface) -> str:
    """An ISO 8601 day, month or year as the language writes it; what is none stays as it is.

    >>> from geobrief.render.messages import interface
    >>> day_text("2025-06-20", interface("en")), day_text("2024-06", interface("en"))
    ('20 June 2025', 'June 2024')
    """
    from babel.dates import format_date, format_skeleton

    day = _day(iso)
    if day is None:
        return iso
    locale = _locale(spoken)
    if len(iso) in _SKELETONS:
        return format_skeleton(_SKELETONS[len(iso)], day, locale=locale)
    return format_date(day, "long", locale=locale)


def one_stop(sentence: str) -> str:
    """The sentence, whose full stop is that of the abbreviation at its end, if there is one.

    >>> one_stop("26 травня 2024 р.."), one_stop("So it went on...")
    ('26 травня 2024 р.', 'So it went on...')
    """
    return _TWO_STOPS.sub(r"\1", sentence)


def when_text(when: When, spoken: Interface) -> str:
    """A time as the language writes it: whole months and years as such, an open end in words.

    >>> from geobrief.render.messages import interface
    >>> when_text(When("2024-06-01", "2024-06-30"), interface("en"))
    'June 2024'
    >>> when_text(When("2024-06-01", ""), interface("en"))
    'from 1 June 2024'
    """
    known = [edge for edge in (when.start, when.end) if _day(edge)]
    if not known:
        return when.text
    if len(known) == 1:
        return spoken.say(
            "fromDate" if when.start == known[0] else "untilDate", date=day_text(known[0], spoken)
        )
    start, end = _coarsest(when.start, when.end)
    return day_text(start, spoken) if start == end else _between(start, end, spoken)


def quantity_text(quantity: Quantity, spoken: Interface) -> str:
    """A quantity in the text's own words; what a table holds, as `25000 workers`, with the language's digits.

    >>> from geobrief.render.messages import interface
    >>> quantity_text(Quantity(25000, "workers", "25000 workers"), interface("en"))
    '25,000 workers'
    """
    bare = f"{quantity.value:.10g}", f"{quantity.value:f}".rstrip("0").rstrip(".")
    if quantity.text and quantity.text not in [f"{value} {quantity.unit}".strip() for value in bare]:
        return quantity.text
    return f"{spoken.number(quantity.value)} {quantity.unit}".strip()


def quantity_texts(quantities: Sequence[Quantity], spoken: Interface) -> tuple[str, ...]:
    """The quantities of a claim; the two ends of a range, which are read from the same words, once."""
    kept = [
        quantity
        for before, quantity in zip((None, *quantities), quantities, strict=False)
        if not (before and before.text and (quantity.text, quantity.span) == (before.text, before.span))
    ]
    return tuple(quantity_text(quantity, spoken) for quantity in kept)


def source_text(claim: Claim, spoken: Interface) -> str:
    """Who says it, with the full name where the text has another; whether nobody is named."""
    if not claim.by:
        return spoken.say("noSource" if claim.certainty in _SOURCED else "byAuthor")
    if claim.by_name and claim.by_name != claim.by:
        return spoken.say("aside", name=claim.by, aside=claim.by_name)
    return claim.by


def kind_text(place: Place, spoken: Interface) -> str:
    """What a place is and in what it lies, as `Site in Tatarstan, Russia`."""
    kind = spoken.say(f"kind_{place.kind}")
    around = [place.within, spoken.country(place.country_code)]
    where = spoken.say("comma").join(dict.fromkeys(name for name in around if name and name != place.name))
    return spoken.say("kindIn", kind=kind, where=where) if where else kind


def exactness_text(mark: Mark, spoken: Interface) -> str:
    """How exactly a mark says where its place is."""
    if mark.symbol == "none":
        return spoken.say("notLocatedLong")
    if mark.radius_km:
        return spoken.say("exactRadius", radius=_length(mark.radius_km, spoken))
    return spoken.say("exactArea" if _has_outline(mark) else "exactPoint")


def _has_outline(mark: Mark) -> bool:
    """Whether the map can show the extent; of a county whose outline nobody has it shows a point."""
    geometry = mark.place.geometry
    if geometry is not None:
        return geometry.get("type") not in ("Point", "MultiPoint")
    return mark.symbol in ("area", "country", "water") and packaged_shape(mark.place.source) is not None


def place_text(place: Place, spoken: Interface) -> str:
    """A place's coordinates in degrees with three decimals; empty where it has none."""
    from babel.numbers import format_decimal

    if place.lat is None or place.lon is None:
        return ""
    lat, lon = (
        format_decimal(degrees, "0.000", locale=_locale(spoken)) for degrees in (place.lat, place.lon)
    )
    return spoken.say("latLon", lat=lat, lon=lon)


def _locale(spoken: Interface) -> str:
    return _LOCALES.get(spoken.language, spoken.language)


def _day(iso: str) -> date | None:
    """The first day of an ISO 8601 day, month or year; None where it is none."""
    found = _DAY.match(iso)
    try:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1)) if found else None
    except ValueError:  # the 31st of June
        return None


def _coarsest(start: str, end: str) -> tuple[str, str]:
    """Two dates of one length: whole months as months, whole years as years."""
    length = min(len(start), len(end))
    if length == len("2024-06-01") and start.endswith("-01") and end == _last_day(end):
        length = 4 if start[5:7] == "01" and end[5:7] == "12" else 7
    return start[:length], end[:length]


def _last_day(iso: str) -> str:
    year, month = int(iso[:4]), int(iso[5:7])
    return f"{iso[:7]}-{monthrange(year, month)[1]:02}"


def _between(start: str, end: str, spoken: Interface) -> str:
    """An interval of days, months or years, both of one length."""
    from babel.dates import format_interval

    first, last = _day(start), _day(end)
    skeleton = _SKELETONS.get(len(start), "yMMMMd")
    return format_interval(first, last, skeleton, locale=_locale(spoken))


def _length(km: float, spoken: Interface) -> str:
    """A length in kilometres, in metres below one, with three digits that count."""
    from babel.units import format_unit

    value, unit = (km * 1000, "length-meter") if km < 1 else (km, "length-kilometer")
    return format_unit(float(f"{value:.3g}"), unit, length="short", locale=_locale(spoken))
