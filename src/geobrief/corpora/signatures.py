"""Signatures by which articles that repeat one another are found: MinHash over runs of words.

Two articles with the Jaccard similarity s of their runs of words have one value of their signatures in
common with probability s (A. Broder, On the resemblance and containment of documents, 1997). Values are cut
into bands; articles that share a band are compared (A. Rajaraman and J. Ullman, Mining of Massive Datasets,
chapter 3.4).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final, NamedTuple

import numpy as np

__all__ = ["BANDS", "ROWS", "SAME", "VALUES", "WORDS", "Signature", "signature", "similarity"]

WORDS: Final = 5
"""Words a run. Shorter runs are common to articles that share nothing but their subject."""
VALUES: Final = 128
"""Values a signature: the similarity is told within .09 in 19 of 20 cases at .5, where it is least sure."""
BANDS: Final = 21
ROWS: Final = 6
"""Of articles of similarity .5 28 in 100 share one of 21 bands of 6 values, of .6 63, of .7 93."""
SAME: Final = 0.6
"""From this similarity on an article is a copy; `benchmarks/README.md` has what that finds."""
_FEWEST: Final = 20
"""Words. Shorter articles are headlines and tickers, which are alike without being copies."""

_WORD = re.compile(r"\w+")


class Signature(NamedTuple):
    """What is kept of an article."""

    values: bytes
    """`VALUES` numbers of 32 bits, the least significant byte first."""
    bands: list[int]
    """A number of 64 bits a band, equal where all values of the band are."""


def signature(text: str) -> Signature | None:
    """The signature of a text; None where it is too short to be told from others."""
    words = _WORD.findall(text.lower())
    if len(words) < _FEWEST:
        return None
    runs = {" ".join(words[at : at + WORDS]).encode() for at in range(len(words) - WORDS + 1)}
    empty, weights = _tools()
    found = empty.copy()
    found.update_batch(runs)
    values = found.hashvalues.astype("<u4")
    banded = values[: BANDS * ROWS].reshape(BANDS, ROWS).astype(np.uint64)
    bands = (banded * weights).sum(axis=1, dtype=np.uint64).view(np.int64)
    return Signature(values.tobytes(), bands.tolist())


def similarity(first: list[bytes], second: list[bytes]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """The estimated Jaccard similarity of each of the first to its counterpart of the second."""
    shape = (len(first), VALUES)
    ones = np.frombuffer(b"".join(first), "<u4").reshape(shape)
    others = np.frombuffer(b"".join(second), "<u4").reshape(shape)
    alike: np.ndarray[Any, np.dtype[np.float64]] = (ones == others).mean(axis=1)
    return alike


@cache
def _tools() -> tuple[Any, Any]:
    """An empty MinHash, whose permutations take longer to make than a text, and odd weights for a band."""
    from datasketch import MinHash

    weights = np.cumprod(np.full(ROWS, 0x9E3779B97F4A7C15, dtype=np.uint64))
    return MinHash(num_perm=VALUES, seed=1, scheme="affine32"), weights
