"""Base forms of inflected Russian names: в Татарстане, из Курской области, под Великими Луками."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geobrief.geoparse.languages.endings import Rule, apply, distinct, with_fleeting_vowel

__all__ = ["adjectives", "forms", "is_adjective", "region_names"]

NOUN: tuple[Rule, ...] = (
    ("ии", ("ия", "ий", "ие"), 0.2),
    ("ию", ("ия", "ий"), 0.2),
    ("ией", ("ия",), 0.2),
    ("ия", ("ий", "ие"), 0.4),
    ("ием", ("ий", "ие"), 0.3),
    ("ью", ("ь", "ья"), 0.2),
    ("е", ("", "а", "о", "я", "ь", "й", "ье"), 0.3),
    ("у", ("", "а", "о"), 0.3),
    ("ю", ("я", "ь", "й", "е"), 0.3),
    ("а", ("", "о"), 0.3),
    ("я", ("ь", "й", "е"), 0.3),
    ("ы", ("а",), 0.3),
    ("и", ("ь", "а", "я"), 0.3),
    ("ом", ("", "о"), 0.3),
    ("ем", ("", "ь", "й", "е", "ье"), 0.3),
    ("ым", ("",), 0.5),
    ("ой", ("а",), 0.3),
    ("ей", ("я", "а", "ья"), 0.3),
    ("ов", ("ы", "а"), 0.4),
    ("ев", ("и", "ы"), 0.4),
    ("ах", ("ы", "и", "а"), 0.3),
    ("ях", ("и", "я"), 0.3),
    ("ам", ("ы", "и", "а"), 0.4),
    ("ям", ("и", "я"), 0.4),
    ("ами", ("ы", "и", "а"), 0.3),
    ("ями", ("и", "я"), 0.3),
    ("", ("ы", "и", "а"), 0.6),
)
ADJECTIVE: tuple[Rule, ...] = (
    ("ого", ("ый", "ий", "ой", "ое"), 0.3),
    ("его", ("ий", "ее"), 0.3),
    ("ому", ("ый", "ий", "ой", "ое"), 0.3),
    ("ему", ("ий", "ее"), 0.3),
    ("ом", ("ый", "ий", "ой", "ое"), 0.4),
    ("ем", ("ий", "ее"), 0.4),
    ("ым", ("ый", "ое", "ые"), 0.4),
    ("им", ("ий", "ое", "ее", "ие"), 0.4),
    ("ой", ("ая",), 0.4),
    ("ей", ("яя",), 0.4),
    ("ую", ("ая",), 0.3),
    ("юю", ("яя",), 0.3),
    ("ых", ("ые",), 0.3),
    ("их", ("ие",), 0.3),
    ("ыми", ("ые",), 0.3),
    ("ими", ("ие",), 0.3),
)
POSSESSIVE = ("ов", "ев", "ин")
"""What adjectives of persons end in: Часов Яр, Царев Брод."""
OF_REGION = ("ая", "ую", "ой", "ою")
"""Endings of an adjective before область, in any case."""
OF_KRAI = ("ий", "ого", "ому", "им", "ом")
OF_PLURAL = ("ие", "их", "им", "ими")
REGIONS = ("область", "области", "областью", "обл")
KRAIS = ("край", "края", "краю", "краем", "крае", "округ", "округа", "округу", "округом", "округе")
PLURALS = ("областей", "областям", "областях", "областями", "краев", "краях", "краям")


def forms(word: str) -> Sequence[tuple[str, float]]:
    """The base forms that a word in lower case, without ё, may have, the likeliest first."""
    return distinct(_forms(word))


def _forms(word: str) -> Iterator[tuple[str, float]]:
    yield word, 0.0
    if len(word) > 2:
        yield from apply(word, NOUN, lambda stem: with_fleeting_vowel(stem, "ео"))
        yield from apply(word, ADJECTIVE)


def adjectives(word: str) -> Sequence[tuple[str, float]]:
    """The word, and its base forms as an adjective: what may stand before the last word of a name."""
    possessive = [form for form in forms(word) if form[0].endswith(POSSESSIVE)]
    return distinct([(word, 0.0), *apply(word, ADJECTIVE), *possessive])


def is_adjective(form: str) -> bool:
    """Whether a base form is an adjective of a place: московский."""
    return form.endswith(("ский", "ская", "ское", "ские", "цкий", "цкая", "цкое", "цкие"))


def region_names(adjective: str, noun: str) -> Sequence[str]:
    """The names of a region, from an adjective and the word after it, both as they stand in the text.

    >>> region_names("курской", "области")
    ('курская область',)
    """
    if noun in REGIONS:
        return _joined(adjective, OF_REGION, "ая", "область")
    if noun in PLURALS and noun.startswith("обл"):
        return _joined(adjective, (*OF_REGION, *OF_PLURAL), "ая", "область")
    if noun in KRAIS and noun.startswith("окр"):
        return _joined(adjective, OF_KRAI, "ий", "автономный округ")
    if noun in KRAIS or noun in PLURALS:
        return _joined(adjective, (*OF_KRAI, *OF_PLURAL), "ий", "край")
    return ()


def _joined(adjective: str, endings: Sequence[str], base: str, noun: str) -> Sequence[str]:
    for ending in sorted(endings, key=len, reverse=True):
        stem = adjective.removesuffix(ending)
        if stem != adjective and stem.endswith(("ск", "цк")):
            return (f"{stem}{base} {noun}",)
    return ()
