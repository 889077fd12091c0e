"""The learned tagger of sources, cues and contents: a conditional random field (Lafferty et al. 2001).

It runs on CRFsuite (Okazaki 2007) by `python-crfsuite`. `tools/train_attribution.py` makes the packaged
weights; the README beside them names the corpus.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from threading import Lock
from typing import Final, Literal, NamedTuple

import pycrfsuite

from geobrief.claims.attribution_features import attribution_features
from geobrief.claims.sentence_reading import SentenceReading
from geobrief.errors import GeobriefError

__all__ = ["WEIGHTS", "AttributionTagger", "Part", "Shares", "default_attribution_tagger"]

Part = Literal["source", "source+", "cue", "content", "none"]
"""What a token is part of; `source` is a source's first token, `source+` a further one."""

WEIGHTS: Final = "attribution.crfsuite"

LONGEST: Final = 300
"""Tokens that are looked at together. No sentence of prose is longer; a pasted table may be."""


class Shares(NamedTuple):
    """How likely a token is part of what, each 0..1, over all rows of tags."""

    source: float
    """Of a source, its first token or a further one."""
    first: float
    """The first token of a source."""
    cue: float
    content: float


class AttributionTagger:
    """A trained tagger. One sentence at a time; threads take turns."""

    def __init__(self, weights: Path) -> None:
        """Opens a file of weights.

        Raises:
            GeobriefError: The file is missing or is none of CRFsuite's.
        """
        self._tagger = pycrfsuite.Tagger()
        self._lock = Lock()
        try:
            self._tagger.open(str(weights))
        except (OSError, ValueError) as error:
            raise GeobriefError(
                f"The weights for sources in {weights} cannot be read: {error}. "
                "Run: pip install --force-reinstall geobrief"
            ) from error
        self._labels = frozenset(self._tagger.labels())

    def shares(self, readings: Sequence[SentenceReading], index: int) -> list[Shares]:
        """One answer a token of the sentence `index` of a document."""
        found: list[Shares] = []
        for first in range(0, len(readings[index].words), LONGEST):
            rows = attribution_features(readings, index, first, first + LONGEST)
            with self._lock:
                self._tagger.set(rows)
                found += [self._shares(at) for at in range(len(rows))]
        return found

    def _shares(self, at: int) -> Shares:
        first = self._share("source", at)
        return Shares(
            first + self._share("source+", at), first, self._share("cue", at), self._share("content", at)
        )

    def _share(self, part: Part, at: int) -> float:
        return float(self._tagger.marginal(part, at)) if part in self._labels else 0.0


@cache
def default_attribution_tagger() -> AttributionTagger:
    """The tagger that comes with geobrief, opened once a process."""
    with as_file(files("geobrief.claims") / "models" / WEIGHTS) as path:
        return AttributionTagger(path)
