"""Which words of a text name places: a learned tagger over known names and what stands around them."""

from __future__ import annotations

from collections.abc import Sequence

from geobrief.geoparse.choice import choose
from geobrief.geoparse.containers import containers, strict_containers
from geobrief.geoparse.designators import Named, plural_kind
from geobrief.geoparse.languages import is_supported, recognize_in
from geobrief.geoparse.proposals import propose
from geobrief.geoparse.reading import Reading
from geobrief.geoparse.sites import site_kind
from geobrief.geoparse.spans import Names
from geobrief.geoparse.tagger import Tagged, Tagger, default_tagger
from geobrief.geoparse.toponym import Toponym
from geobrief.geoparse.word_features import Features, word_features
from geobrief.model import Document

__all__ = ["recognize", "tag"]


def recognize(document: Document, gazetteer: Names, *, tagger: Tagger | None = None) -> tuple[Toponym, ...]:
    """The toponyms of a document in the order of the text; they do not overlap.

    Args:
        document: What is read.
        gazetteer: The names that are known, and what they may mean.
        tagger: Tells which words of an English text name places; by default the one that comes with geobrief.

    Raises:
        RecognizerError: The tagger's weights are missing.
    """
    if is_supported(document):
        return recognize_in(document, gazetteer)
    reading = Reading(document.text, gazetteer)
    proposals, objections = propose(reading)
    rows = word_features(reading, proposals, objections)
    tagged = tag(reading, rows, tagger or default_tagger())
    return _toponyms(reading, choose(reading, proposals, objections, tagged))


def tag(reading: Reading, rows: Sequence[Features], tagger: Tagger) -> list[Tagged]:
    """What the tagger says of each word; `rows` are the words' features."""
    return [word for line in reading.lines() for word in tagger.tags(rows[line])]


def _toponyms(reading: Reading, mentions: Sequence[Named]) -> tuple[Toponym, ...]:
    found = [(each.head, reading.candidates(each.head)) for each in mentions]
    strict = strict_containers(reading.text, found)
    held = {**containers(reading.text, found), **strict}
    return tuple(
        _toponym(reading, each, mentions[held[index]] if index in held else None, strict=index in strict)
        for index, each in enumerate(mentions)
    )


def _toponym(reading: Reading, named: Named, container: Named | None, *, strict: bool) -> Toponym:
    span, head = named.span, named.head
    full = named.full or reading.site(span)
    start, end = reading.offsets(span)
    known_full = full is not None and bool(reading.candidates(full))
    name = reading.name(full) if full and known_full else reading.name(head)
    return Toponym(
        start,
        end,
        name=reading.text.text[start:end] if span == head and not known_full else name,
        kind=named.kind or site_kind(reading.context, span) or plural_kind(reading.context, span),
        container=reading.name(container.head) if container else "",
        strict=strict,
        head=span != head and not known_full,
    )
