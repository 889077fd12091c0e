"""A document's sentences in tokens, with what stands in quotation marks and what the rules make of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from geobrief.claims.attribution import Attribution, attribution
from geobrief.claims.quotations import inside
from geobrief.claims.words import Token, tokens
from geobrief.model import Span

__all__ = ["SentenceReading", "read_sentences"]

_CLOSING = "”\"»“'"
_BLANK = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """One sentence. Offsets of tokens and of the rules' answer count from `start`."""

    start: int
    """Where it begins in the document."""
    end: int
    words: Sequence[Token]
    quoted: Sequence[bool]
    """For each token, whether it stands in a quotation."""
    by_rules: Attribution | None
    """What the rules make of it."""
    quoted_share: float
    """Which part of its tokens stands in quotation marks, 0..1."""
    opens_paragraph: bool
    goes_on: bool
    """Whether the paragraph before left its quotation open, as newspapers do where the next goes on."""


def read_sentences(
    text: str, spans: Sequence[Span], quoted: Sequence[Span], *, rules: bool = True
) -> list[SentenceReading]:
    """The readings of the sentences at `spans`.

    Args:
        text: The document's text.
        spans: Its sentences, in order.
        quoted: Its quotations, in order.
        rules: Whether the rules are asked too; without them `by_rules` is None.
    """
    return [
        _reading(text, spans[index - 1][1] if index else None, span, quoted, rules=rules)
        for index, span in enumerate(spans)
    ]


def _reading(
    text: str, previous_end: int | None, span: Span, quoted: Sequence[Span], *, rules: bool
) -> SentenceReading:
    start, end = span
    within = inside(quoted, start, end)
    words = tokens(text[start:end])
    flags = _flags(words, within)
    return SentenceReading(
        start=start,
        end=end,
        words=words,
        quoted=flags,
        by_rules=attribution(text[start:end], within, words=words) if rules else None,
        quoted_share=sum(flags) / max(len(flags), 1),
        opens_paragraph=previous_end is None or "\n" in text[previous_end:start],
        goes_on=_goes_on(text, start, quoted),
    )


def _flags(words: Sequence[Token], quoted: Sequence[Span]) -> list[bool]:
    flags, at = [], 0
    for word in words:
        while at < len(quoted) and quoted[at][1] <= word.start:
            at += 1
        flags.append(at < len(quoted) and quoted[at][0] <= word.start)
    return flags


def _goes_on(text: str, start: int, quoted: Sequence[Span]) -> bool:
    before = bisect_right(quoted, start, key=lambda span: span[1]) - 1
    if before < 0:
        return False
    end = quoted[before][1]
    return text[end - 1] not in _CLOSING and _BLANK.fullmatch(text, end, start) is not None
