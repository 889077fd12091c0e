"""How many of the places in short texts of seven languages are found, and put where they are.

    python benchmarks/languages.py [--misses] [--half 0|1]

Reads the texts of `tests/geoparse/languages/`. The first, third … of each language were looked at while the
recognizer was written (half 0), the others kept aside until the end (half 1).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from geobrief.gazetteer import Gazetteer, open_gazetteer
from geobrief.geoparse.recognize import recognize
from geobrief.geoparse.resolve import resolve
from geobrief.geoparse.toponym import Resolution
from geobrief.model import Candidate, Document
from geobrief.text.names import comparable

TEXTS = Path(__file__).parent.parent / "tests" / "geoparse" / "languages"


@dataclass
class Score:
    """Counts over the texts of one language."""

    expected: int = 0
    found: int = 0
    right: int = 0
    pinned: int = 0
    false: int = 0
    misses: list[str] = field(default_factory=list)

    def line(self) -> str:
        """Found and right of the expected, and how many pins stand on other words."""
        return (
            f"expected {self.expected:3}  found {self.found / max(1, self.expected):5.2f}  "
            f"right {self.right / max(1, self.expected):5.2f}  false pins {self.false}"
        )


def texts(language: str) -> list[dict[str, Any]]:
    """The texts of a language with what they should give."""
    return list(yaml.safe_load((TEXTS / f"{language}.yaml").read_text(encoding="utf-8")))


def is_meant(candidate: Candidate | None, expected: list[str]) -> bool:
    """Whether a candidate is the place of that English name, kind and country; "any" fits all."""
    if candidate is None:
        return False
    name, kind, country = expected
    return (
        comparable(candidate.name).startswith(comparable(name)[:4])
        and kind in ("any", candidate.kind)
        and country in ("any", candidate.country_code)
    )


def add(score: Score, case: dict[str, Any], gazetteer: Gazetteer) -> None:
    """Counts one text."""
    document = Document(id="text.md", text=case["text"])
    resolutions = resolve(document, recognize(document, gazetteer), gazetteer)
    spans = {words: case["text"].index(words) for words in case["places"]}
    for words, expected in case["places"].items():
        score.expected += 1
        found = next(iter(_over(resolutions, spans[words], len(words))), None)
        score.found += found is not None
        right = found is not None and is_meant(found.candidate, expected)
        score.right += right
        if not right:
            got = found and (found.toponym.name, found.candidate and found.candidate.name)
            score.misses.append(f"{words}: {expected} but {got}")
    for each in resolutions:
        if each.candidate is not None:
            score.pinned += 1
            surface = case["text"][each.toponym.start : each.toponym.end]
            if not any(
                words in surface or surface in words or each.toponym.start <= at < each.toponym.end
                for words, at in spans.items()
            ):
                score.false += 1
                score.misses.append(f"FALSE {surface} -> {each.candidate.name}")


def _over(resolutions: tuple[Resolution, ...], start: int, length: int) -> Iterator[Resolution]:
    for each in resolutions:
        if each.toponym.start < start + length and each.toponym.end > start:
            yield each


def main() -> None:
    """Prints a line a language and half."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--misses", action="store_true", help="print what is not found or wrong")
    parser.add_argument("--half", type=int, choices=(0, 1), help="only these texts")
    options = parser.parse_args()
    gazetteer = open_gazetteer()
    for language in ("ru", "uk", "de", "fr", "es", "ko", "ar"):
        for half in (0, 1) if options.half is None else (options.half,):
            score = Score()
            for case in texts(language)[half::2]:
                add(score, case, gazetteer)
            print(f"{language} half {half}: {score.line()}")
            if options.misses:
                sys.stdout.writelines(f"    {miss}\n" for miss in score.misses)


if __name__ == "__main__":
    main()
