"""What speaks for and against a name being a place where it stands: signs, whose weights are learned."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence, Set

from geobrief.geoparse.context import Context
from geobrief.geoparse.designators import Named
from geobrief.geoparse.spans import Span
from geobrief.geoparse.vocabulary import FUNCTION_WORDS
from geobrief.model import Candidate

__all__ = ["against", "prominence", "signs"]


def prominence(candidates: Sequence[Candidate]) -> float:
    """How well known the best known place of a name is: 0 a hamlet, 3 a country or a metropolis."""
    return max((_prominence(candidate) for candidate in candidates[:5]), default=0.0)


def _prominence(candidate: Candidate) -> float:
    if candidate.kind == "city":
        value = min(3.0, 0.6 * max(0.0, math.log10(candidate.population + 1) - 1.5) + 0.3)
    else:
        # The own table's sites (level 3) are all known from the news.
        value = {0: 3.0, 1: 2.6, 2: 1.6, 3: 3.0}.get(candidate.level, 1.0)
    short = candidate.level <= 1 or candidate.kind == "site"
    acronym = short and candidate.matched.replace(".", "").isupper()
    return value if candidate.exact or acronym else value * 0.85 - 0.2


def against(context: Context, named: Named, *, natural: bool = False) -> str:
    """What the words around make of the name: a person, a company, a longer name; empty for nothing.

    `natural` says that it is a water or a landscape, which has no offices: "Elbe Flugzeugwerke".
    """
    return next((what for what, holds in _objections(context, named, natural=natural) if holds), "")


def _objections(context: Context, named: Named, *, natural: bool) -> Iterator[tuple[str, bool]]:
    span = named.span
    yield "title before", context.has_title(span) and not context.keeps(span)
    yield "road", context.makes_road(span)
    yield "dedication", context.is_dedication(span)
    yield "thing", context.names_a_thing(span)
    yield "named thing", context.is_named_thing(span)
    yield "given name before", context.has_given_name(span)
    yield "longer name", context.continues_a_name(span)
    if named.span != named.head:
        return
    yield "dish", _is_dish(context, span)
    yield "natural", natural and context.before_capital(span)
    yield "company", context.drops(span) and not context.keeps(span)
    yield "person", _begins_a_person(context, span)


def _is_dish(context: Context, span: Span) -> bool:
    """Whether an ordinary word, written large, has something with it: "Turkey with gravy"."""
    if span.first != span.last or context.lower(span.first) not in context.lexicon.ordinary:
        return False
    word, after = context.right(span), context.lower(span.last + 2)
    return (
        word is not None
        and word.text == "with"
        and after in context.lexicon.ordinary
        and not context.is_located(span)
        and after not in FUNCTION_WORDS
    )


def _begins_a_person(context: Context, span: Span) -> bool:
    """Whether it is a given name with a surname behind: "Paris Hilton"."""
    if span.first != span.last or context.keeps(span) or context.before_title(span):
        return False
    word = context.text.words[span.first]
    if word.text not in context.lexicon.given_names or not context.before_capital(span):
        return False
    surname = context.right(span)
    return surname is not None and surname.lower not in context.lexicon.ordinary


def signs(
    context: Context, named: Named, candidates: Sequence[Candidate], persons: Set[str]
) -> dict[str, float]:
    """The signs that hold, with how much; how much is 1 for most."""
    span = named.span
    word = context.text.words[span.first]
    lower = word.lower
    single = span.first == span.last
    joined = named.kind is not None
    country = candidates[0].kind == "country"
    ordinary = single and not country and lower in context.lexicon.ordinary and not word.text.isupper()
    follows = not joined and context.before_capital(span)
    follows = follows and not context.keeps(span) and not context.before_title(span)
    found = {
        "designator": joined,
        "located": context.is_located(span),
        "possessive": context.is_possessive(span),
        "public body follows": context.keeps(span),
        "office follows": context.before_title(span),
        "ordinary word": ordinary,
        "ordinary word begins the sentence": ordinary and word.initial,
        "lower case elsewhere": ordinary and lower in context.text.lower_words,
        "not a place mostly": 0 if joined or country else _doubt(context, span),
        "article": not joined and candidates[0].kind == "city" and context.after_article(span),
        "bare given name": single and not joined and not country and word.text in context.lexicon.given_names,
        "bare surname": single and not joined and not country and word.text in context.lexicon.surnames,
        "a person's name in the text": single and not joined and lower in persons,
        "speaks": not joined and prominence(candidates) < 2.5 and context.speaks(span),
        "unknown capital follows": follows and candidates[0].level > 1,
        "unknown capital follows an area": follows and candidates[0].level <= 1,
        "follows an acronym": not joined and context.follows_acronym(span),
        "shouted": context.text.shouted(span.first),
    }  # fmt: skip
    return {sign: float(value) for sign, value in found.items() if value}


def _doubt(context: Context, span: Span) -> int:
    words = context.text.words
    return context.lexicon.doubt(context.text.text[words[span.first].start : words[span.last].end])
