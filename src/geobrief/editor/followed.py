"""Claims after another text of their article: quotes and sources follow what was corrected in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from geobrief.brief.quotes import find_all, quoted
from geobrief.editor.review import REVIEWED, plain_words
from geobrief.model import Claim, Document, Span
from geobrief.text.language import language_of
from geobrief.text.sentences import sentences

__all__ = ["followed"]

_ALIKE: Final = 60.0
"""Of 100, how alike two wordings are at least of which one is the other corrected, as in `brief.nearest`."""
_TYPO: Final = 90.0
"""Of 100, from where on an editor's having accepted a claim still holds."""
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


def followed(claims: Iterable[Claim], old: Document, new: Document) -> Iterator[Claim]:
    """The claims of a brief once an article has another text, in their order.

    A quote whose words have changed becomes the new words where they are much alike. Where they are not it
    stays as it was, no longer in the article; that an editor had accepted the claim no longer counts, nor
    where a number has changed or more than a slip of the keyboard.
    """
    listed = tuple(claims)
    moves = _Moves.between(old, new)
    spans = {claim.id: claim for claim in quoted(old, (each for each in listed if each.document == old.id))}
    for claim in listed:
        yield _followed(claim, spans[claim.id], moves) if claim.id in spans else claim


def _followed(claim: Claim, located: Claim, moves: _Moves) -> Claim:
    if located.by_span is not None and not moves.still_holds(claim.by):
        by = moves.after(located.by_span)
        claim = replace(claim, by=plain_words(by)) if _likeness(claim.by, by) >= _ALIKE else claim
    if located.span is None or moves.still_holds(claim.quote):
        return claim
    quote = moves.after(located.span)
    likeness = _likeness(claim.quote, quote)
    if likeness < _ALIKE:
        return _unreviewed(claim)
    sure = likeness >= _TYPO and _digits(claim.quote) == _digits(quote)
    # A spreadsheet's quote has no line breaks where the article has some.
    changed = replace(claim, quote=quote if "\n" in claim.quote else plain_words(quote))
    return changed if sure else _unreviewed(changed)


def _unreviewed(claim: Claim) -> Claim:
    return replace(claim, extra={name: cell for name, cell in claim.extra.items() if name != REVIEWED})


def _likeness(one: str, other: str) -> float:
    """0 (nothing alike) to 100 (the same words)."""
    from rapidfuzz import fuzz

    return fuzz.ratio(plain_words(one), plain_words(other))


def _digits(text: str) -> Sequence[str]:
    return re.findall(r"\d+", text)


@dataclass(frozen=True)
class _Moves:
    """Where the words of an old text stand in the new one."""

    old: Document
    new: Document
    starts: Sequence[int]
    """Where each old token begins."""
    spans: Sequence[Span]
    """Where each of them stands in the new text; with no width for one that is gone."""

    @classmethod
    def between(cls, old: Document, new: Document) -> _Moves:
        from rapidfuzz.distance import Levenshtein

        before, after = _tokens(old.text), _tokens(new.text)
        ends = [*(start for start, _ in after), len(new.text)]
        words = [old.text[slice(*span)] for span in before]
        others = [new.text[slice(*span)] for span in after]
        spans: list[Span] = []
        for code in Levenshtein.opcodes(words, others):
            if code.tag in ("equal", "replace"):
                spans += after[code.dest_start : code.dest_end]
            elif code.tag == "delete":
                spans += [(ends[code.dest_start],) * 2] * (code.src_end - code.src_start)
        return cls(old, new, [start for start, _ in before], spans)

    @cached_property
    def _old_sentences(self) -> frozenset[Span]:
        return frozenset(sentences(self.old.text, language_of(self.old)))

    @cached_property
    def _new_sentences(self) -> Sequence[Span]:
        return sentences(self.new.text, language_of(self.new))

    def still_holds(self, words: str) -> bool:
        """Whether the new text has the words too."""
        return any(find_all(self.new.text, words))

    def after(self, span: Span) -> str:
        """The words of the new text where those of a span of the old one were; empty where they are gone.

        A sentence stays one: what was added at its ends is in it.
        """
        first = bisect_right(self.starts, span[0]) - 1
        last = bisect_right(self.starts, span[1] - 1) - 1
        start, end = self.spans[first][0], self.spans[last][1]
        if span in self._old_sentences:
            holding = (each for each in self._new_sentences if each[0] <= start < end <= each[1])
            start, end = next(holding, (start, end))
        return self.new.text[start:end].strip()


def _tokens(text: str) -> list[Span]:
    return [match.span() for match in _TOKEN.finditer(text)]
