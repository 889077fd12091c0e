"""The learned tagger: a conditional random field over the features of words (Lafferty et al. 2001).

It runs on CRFsuite (Okazaki 2007) by `python-crfsuite`. `tools/train_tagger.py` makes the packaged weights;
the README beside them names the corpora.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from threading import Lock
from typing import Literal

import pycrfsuite

from geobrief.errors import RecognizerError
from geobrief.geoparse.word_features import Features

__all__ = ["WEIGHTS", "Tag", "Tagged", "Tagger", "default_tagger"]

Tag = Literal["first", "rest", "none"]

WEIGHTS = "toponyms.crfsuite"


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the tagger says of a word."""

    tag: Tag
    """Of the likeliest row of tags: first word of a toponym, a further one, or none."""
    probability: float
    """That the word is part of a toponym, 0..1, over all rows of tags."""


class Tagger:
    """A trained tagger. One line of words at a time; threads take turns."""

    def __init__(self, weights: Path) -> None:
        """Opens a file of weights.

        Raises:
            RecognizerError: The file is missing or is none of CRFsuite's.
        """
        self._tagger = pycrfsuite.Tagger()
        self._lock = Lock()
        try:
            self._tagger.open(str(weights))
        except (OSError, ValueError) as error:
            raise RecognizerError(
                f"The recognizer's weights in {weights} cannot be read: {error}. "
                "Run: pip install --force-reinstall geobrief"
            ) from error

    def tags(self, rows: Sequence[Features]) -> list[Tagged]:
        """One answer a row of features; the rows are those of one line of text, in order."""
        if not rows:
            return []
        with self._lock:
            tags = self._tagger.tag(rows)
            return [Tagged(tag, 1.0 - self._tagger.marginal("none", index)) for index, tag in enumerate(tags)]


@cache
def default_tagger() -> Tagger:
    """The tagger that comes with geobrief, opened once a process."""
    with as_file(files("geobrief.geoparse") / "models" / WEIGHTS) as path:
        return Tagger(path)
