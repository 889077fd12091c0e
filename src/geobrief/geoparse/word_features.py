"""What the tagger sees of each word: how it is written, what it is known for, what stands around it.

A feature is a string that holds for a word or does not. They name no place: which names the gazetteer knows,
and how well known those places are, is what counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from geobrief.geoparse.evidence import prominence
from geobrief.geoparse.lexicon import Lexicon, default_lexicon
from geobrief.geoparse.proposals import Objections, Proposal
from geobrief.geoparse.reading import Reading
from geobrief.geoparse.spans import Span
from geobrief.geoparse.vocabulary import (
    DIRECTIONS,
    LOCATIVE,
    PERSON_VERBS,
    PLACE_NOUNS,
    ROADS,
    SHORT_ROADS,
    TITLES,
)
from geobrief.geoparse.words import Word

__all__ = ["Features", "word_features"]

Features = Sequence[str]

AROUND = (-2, -1, 1, 2)
"""How far, in words, the surroundings reach."""

REPEATED = re.compile(r"(.)\1{2,}")
REMEMBERED = 8_000
"""Words whose own features are kept."""

LONGEST_SEEN = 64
"""Characters of a word that count: what is longer is no word, and would fill the memory."""

LONGEST_RUN = 3
"""Capitalised words behind that are told apart by their number."""


def word_features(reading: Reading, proposals: Sequence[Proposal], objections: Objections) -> list[list[str]]:
    """The features of each word of a text, in the order of its words."""
    rows = [
        [*_own(word.text[:LONGEST_SEEN]), *_standing(reading, index)]
        for index, word in enumerate(reading.text.words)
    ]
    known = _known(reading)
    proposed = _proposed(proposals, len(rows))
    for index, row in enumerate(rows):
        row += known[index]
        row += proposed[index]
        if index in objections:
            row.append(f"against={objections[index]}")
        for step in AROUND:
            other = index + step
            if 0 <= other < len(rows):
                row += _neighbour(reading.text.words[other].text[:LONGEST_SEEN], step)
                row += [f"{step:+d}{feature}" for feature in known[other][:1] + proposed[other][:1]]
    return rows


# ---- the word by itself


@lru_cache(maxsize=REMEMBERED)
def _own(text: str) -> tuple[str, ...]:
    lower = _lower(text)
    return (
        f"word={lower}",
        f"shape={_shape(text)}",
        *(("short",) if len(lower) <= 2 else ()),
        *(f"is={name}" for name in _lists(text)),
    )


@lru_cache(maxsize=REMEMBERED)
def _neighbour(text: str, step: int) -> tuple[str, ...]:
    return (
        f"{step:+d}word={_lower(text)}",
        f"{step:+d}shape={_shape(text)}",
        *(f"{step:+d}is={name}" for name in _lists(text)),
    )


def _lower(text: str) -> str:
    return text.lower().replace(".", "")


def _shape(text: str) -> str:
    """How it is written: `Xxx` for Kursk, `XX` for US, `X.X` for U.S."""
    marks = "".join(
        "X" if letter.isupper() else "x" if letter.islower() else "9" if letter.isdigit() else letter
        for letter in text
    )
    return REPEATED.sub(r"\1\1", marks)


def _lists(text: str) -> tuple[str, ...]:
    """The word lists that have the word."""
    lexicon, lower = default_lexicon(), _lower(text)
    return tuple(name for name, holds in _memberships(lexicon, text, lower) if holds)


def _memberships(lexicon: Lexicon, text: str, lower: str) -> Iterator[tuple[str, bool]]:
    yield "ordinary", lower in lexicon.ordinary
    yield "given name", text in lexicon.given_names
    yield "surname", text in lexicon.surnames
    yield "demonym", lower in lexicon.demonyms
    yield "neutral", lower in lexicon.neutral
    yield "title", lower in TITLES
    yield "locative", lower in LOCATIVE
    yield "direction", lower in DIRECTIONS
    yield "place noun", lower in PLACE_NOUNS
    yield "postal", lower in lexicon.postal
    yield "road", lower in ROADS or lower in SHORT_ROADS
    yield "person's verb", lower in PERSON_VERBS
    yield "keeps", (lower,) in lexicon.keeps.kinds
    yield "drops", (lower,) in lexicon.drops.kinds
    yield "designator after", (lower,) in lexicon.after.kinds
    yield "designator before", (lower,) in lexicon.before.kinds


# ---- the word where it stands


def _standing(reading: Reading, index: int) -> Iterator[str]:
    text, word = reading.text, reading.text.words[index]
    before, behind = _gap(word.before), _gap(text.gap(index))
    yield f"gap before={before}"
    yield f"gap behind={behind}"
    if index and before != " ":
        yield f"before={text.words[index - 1].lower} {before}"
    if index + 1 < len(text.words) and behind != " ":
        yield f"behind={text.words[index + 1].lower} {behind}"
    if word.initial:
        yield "initial"
    if word.lower in text.lower_words:
        yield "lower case elsewhere"
    if word.capital:
        yield from _capital(reading, index, word)


def _capital(reading: Reading, index: int, word: Word) -> Iterator[str]:
    yield "capital"
    if word.initial:
        yield "initial capital"
    if reading.text.shouted(index):
        yield "shouted"
    if word.lower in reading.persons:
        yield "person of the text"
    run = reading.context.right_run(Span(index, index))
    if run:
        last = reading.text.words[index + run]
        yield f"run={min(run, LONGEST_RUN)}"
        yield f"end of run={last.lower}"
        yield from (f"end of run is={name}" for name in _lists(last.text))


def _gap(gap: str) -> str:
    """What parts two words, in short: a line's end, a blank, or the first marks."""
    return "line" if "\n" in gap else gap.strip()[:3] or " "


# ---- what is known of its name


def _known(reading: Reading) -> list[list[str]]:
    """For each word in a known name, longest first and from left to right, what that name may mean."""
    rows: list[list[str]] = [[] for _ in reading.text.words]
    free = 0
    for index, word in enumerate(reading.text.words):
        spans = reading.known(index) if word.capital and index >= free else []
        if spans:
            free = spans[0].last + 1
            for at in range(index, free):
                rows[at] = _place_features(reading, spans[0], begins=at == index)
        elif word.capital and index >= free:
            rows[index] = ["known=no"]
    return rows


def _place_features(reading: Reading, span: Span, *, begins: bool) -> list[str]:
    candidates = reading.candidates(span)
    if not candidates:
        return []
    best, part = candidates[0], "first" if begins else "rest"
    initial = reading.text.words[span.first].initial
    return [
        f"known={part} {_step(prominence(candidates))}",
        f"known {part}",
        f"kind={best.kind} {best.level}",
        f"kind={best.kind} {best.level} {'initial' if initial else 'inside'}",
        f"main name={best.exact}",
        f"doubt={reading.lexicon.doubt(reading.name(span))}",
        *(("only one",) if len(candidates) == 1 else ()),
    ]


def _step(value: float) -> int:
    return min(5, int(2 * value))


def _proposed(proposals: Sequence[Proposal], count: int) -> list[list[str]]:
    """For each word of a proposal, its part in it and the proposal's signs."""
    rows: list[list[str]] = [[] for _ in range(count)]
    for proposal in proposals:
        span, head = proposal.named.span, proposal.named.head
        shared = [
            *(
                f"sign={sign}" if much == 1 else f"sign={sign} {much:g}"
                for sign, much in proposal.signs.items()
            ),
            *(f"prominence>{step}" for step in range(_step(prominence(proposal.candidates)))),
            *((f"asked={proposal.named.kind}",) if proposal.named.kind else ()),
        ]
        for index in range(span.first, span.last + 1):
            rows[index] = [f"proposed={'first' if index == span.first else 'rest'}", *shared]
            if head.first <= index <= head.last:
                rows[index].append("head")
    return rows
