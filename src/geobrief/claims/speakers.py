"""Who speaks on: sentences within a quotation whose speaker a sentence before or after names."""

from __future__ import annotations

from collections.abc import Sequence

from geobrief.claims.attribution import Attribution
from geobrief.claims.quotations import inside
from geobrief.model import Span

__all__ = ["speakers"]


def speakers(
    text: str, spans: Sequence[Span], quoted: Sequence[Span], found: Sequence[Attribution | None]
) -> list[Attribution | None]:
    """For each sentence its source, with offsets of `text`: its own, or its quotation's speaker.

    `spans` are the sentences, `quoted` the quotations of `text`, `found` the attribution in each sentence.
    """
    own = [None if each is None else _moved(each, span[0]) for each, span in zip(found, spans, strict=True)]
    result: list[Attribution | None] = []
    speaker: Attribution | None = None
    for index, span in enumerate(spans):
        if own[index] is not None:
            speaker = own[index]
        elif _is_quotation(span, quoted):
            result.append(speaker if speaker is not None else _next(own, spans, index, text))
            continue
        elif "\n" in text[spans[index - 1][1] : span[0]]:
            # A paragraph in the author's own voice ends the turn.
            speaker = None
        result.append(own[index])
    return result


def _moved(attribution: Attribution, offset: int) -> Attribution:
    (start, end), (cue_start, cue_end) = attribution.span, attribution.cue_span
    return attribution._replace(
        span=(start + offset, end + offset), cue_span=(cue_start + offset, cue_end + offset)
    )


def _is_quotation(span: Span, quoted: Sequence[Span]) -> bool:
    """Whether most of the sentence stands in quotation marks."""
    return sum(end - start for start, end in inside(quoted, *span)) > 0.7 * (span[1] - span[0])


def _next(
    own: Sequence[Attribution | None], spans: Sequence[Span], index: int, text: str
) -> Attribution | None:
    """The speaker whom the next sentence of the paragraph names."""
    if index + 1 < len(spans) and "\n" not in text[spans[index][1] : spans[index + 1][0]]:
        return own[index + 1]
    return None
