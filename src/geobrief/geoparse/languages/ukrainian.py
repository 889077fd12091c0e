"""Base forms of inflected Ukrainian names: у Києві, зі Львова, в Одесі, на Запоріжжі."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geobrief.geoparse.languages.endings import Rule, apply, distinct, with_fleeting_vowel

__all__ = ["adjectives", "forms", "is_adjective", "region_names"]

NOUN: tuple[Rule, ...] = (
    ("ії", ("ія", "ій"), 0.2),
    ("ію", ("ія", "ій"), 0.2),
    ("ією", ("ія",), 0.2),
    ("єю", ("я",), 0.2),
    ("ї", ("я", "й"), 0.3),
    ("ьї", ("ья",), 0.3),
    ("і", ("", "а", "о", "я", "ь", "е"), 0.3),
    ("зі", ("га",), 0.4),
    ("ці", ("ка", "ки"), 0.4),
    ("сі", ("ха",), 0.5),
    ("у", ("", "а", "о"), 0.3),
    ("ю", ("я", "ь", "й", "е"), 0.3),
    ("а", ("", "о"), 0.3),
    ("я", ("ь", "й", "е"), 0.3),
    ("и", ("а", "ь"), 0.3),
    ("ом", ("", "о"), 0.3),
    ("ем", ("", "ь", "е"), 0.3),
    ("єм", ("й",), 0.3),
    ("ям", ("я", "і"), 0.3),
    ("ою", ("а",), 0.3),
    ("ею", ("я", "а"), 0.3),
    ("ові", ("",), 0.3),
    ("еві", ("", "ь"), 0.3),
    ("єві", ("й",), 0.3),
    ("ів", ("и", "і", "а"), 0.4),
    ("їв", ("ї",), 0.4),
    ("ах", ("и", "і", "а"), 0.3),
    ("ях", ("і", "я"), 0.3),
    ("ам", ("и", "і", "а"), 0.4),
    ("ами", ("и", "і", "а"), 0.3),
    ("ями", ("і", "я"), 0.3),
    ("тю", ("ть",), 0.3),
    ("ддю", ("дь",), 0.3),
    ("ллю", ("ль",), 0.3),
    ("нню", ("нь",), 0.3),
    ("ццю", ("ць",), 0.3),
    ("р'ю", ("р",), 0.3),
    ("", ("и", "і", "а"), 0.6),
)
ADJECTIVE: tuple[Rule, ...] = (
    ("ого", ("ий", "е"), 0.3),
    ("ому", ("ий", "е"), 0.3),
    ("ім", ("ий", "е", "і"), 0.4),
    ("им", ("ий", "е", "і"), 0.4),
    ("ої", ("а",), 0.3),
    ("ій", ("а",), 0.3),
    ("у", ("а",), 0.3),
    ("ою", ("а",), 0.3),
    ("их", ("і",), 0.3),
    ("ими", ("і",), 0.3),
    ("ього", ("ій", "є"), 0.3),
    ("ьому", ("ій", "є"), 0.3),
    ("ньої", ("ня",), 0.3),
)
IRREGULAR = {"розі": "ріг", "ясах": "ясси", "яси": "ясси"}
CLOSED = re.compile(r"([оеє])([^аеиіоуюяєї]{1,2})$")
"""A vowel that becomes і in a closed syllable: Львов- is Львів, Києв- Київ, Тернопол- Тернопіль."""
POSSESSIVE = ("ів", "їв", "ин")
"""What adjectives of persons end in: Часів Яр."""
OF_REGION = ("а", "у", "ої", "ій", "ою")
OF_KRAI = ("ий", "ого", "ому", "им")
OF_PLURAL = ("і", "их", "им", "ими")
REGIONS = ("область", "області", "областю", "обл")
KRAIS = ("край", "краю", "краєм", "краї", "округ", "округу", "округом", "окрузі")
PLURALS = ("областей", "областям", "областях", "областями")


def forms(word: str) -> Sequence[tuple[str, float]]:
    """The base forms that a word in lower case, without apostrophes, may have, the likeliest first."""
    return distinct(_forms(word))


def _forms(word: str) -> Iterator[tuple[str, float]]:
    yield word, 0.0
    if word in IRREGULAR:
        yield IRREGULAR[word], 0.2
    if len(word) > 2:
        yield from apply(word, NOUN, _stems)
        yield from apply(word, ADJECTIVE)


def _stems(stem: str) -> Iterator[tuple[str, float]]:
    match = CLOSED.search(stem)
    if match:
        yield stem[: match.start()] + ("ї" if match[1] == "є" else "і") + match[2], 0.1
    yield from with_fleeting_vowel(stem, "ео")


def adjectives(word: str) -> Sequence[tuple[str, float]]:
    """The word, and its base forms as an adjective: what may stand before the last word of a name."""
    possessive = [form for form in forms(word) if form[0].endswith(POSSESSIVE)]
    return distinct([(word, 0.0), *apply(word, ADJECTIVE), *possessive])


def is_adjective(form: str) -> bool:
    """Whether a base form is an adjective of a place: київський."""
    return form.endswith(("ький", "ька", "ьке", "ькі"))


def region_names(adjective: str, noun: str) -> Sequence[str]:
    """The names of a region, from an adjective and the word after it, both as they stand in the text.

    >>> region_names("курській", "області")
    ('курська область',)
    """
    if noun in REGIONS:
        return _joined(adjective, OF_REGION, "а", "область")
    if noun in PLURALS:
        return _joined(adjective, (*OF_REGION, *OF_PLURAL), "а", "область")
    if noun in KRAIS:
        return _joined(adjective, OF_KRAI, "ий", "автономний округ" if noun.startswith("ок") else "край")
    return ()


def _joined(adjective: str, endings: Sequence[str], base: str, noun: str) -> Sequence[str]:
    for ending in sorted(endings, key=len, reverse=True):
        stem = adjective.removesuffix(ending)
        if stem != adjective and stem.endswith(("ськ", "цьк", "зьк")):
            return (f"{stem}{base} {noun}",)
    return ()
